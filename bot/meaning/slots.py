"""The values that an intent takes from a message."""

from __future__ import annotations

from typing import Any

from bot.meaning.said import Said
from bot.understanding import Doubt, Intent, Understanding
from locales.nl import (
    absences,
    bystanders,
    changing,
    circles,
    contrasts,
    exceptions,
    instants,
    joined,
    logs,
    matters,
    moods,
    oneself,
    people,
    phrases,
    seeking,
    settings,
    skipping,
    strangers,
    suiting,
    taking,
    tasks,
)
from locales.nl.things import is_laundry, thing
from locales.nl.written import iso

_TAKES_ON = (Intent.CLAIM, Intent.CLAIM_MANY)
_LETS_GO = (Intent.RELEASE, Intent.ABSENCE)
_ABOUT_SHIFTS = frozenset(
    {
        Intent.CLAIM,
        Intent.RELEASE,
        Intent.TAKE_OVER_REQUEST,
        Intent.SWAP_REQUEST,
        Intent.WHO_IS_COMING,
        Intent.ASK_PERSON,
    }
)
_LOOKS_BACK = (
    Intent.SHOW_DONE, Intent.TIMESHEET, Intent.SIGN_HOURS, Intent.SEARCH_LOG, Intent.EXPORT_LOG, Intent.EXPORT,
    Intent.IMPACT, Intent.OVERVIEW,
)  # fmt: skip
_MAKES_A_FILE = (Intent.EXPORT, Intent.EXPORT_LOG, Intent.OVERVIEW)
_NAMES_SOMEBODY = (Intent.EXPORT, Intent.TIMESHEET, Intent.SIGN_HOURS, Intent.LEND, Intent.SHOW_MINE)


def moment_of(
    reading: Said, *, alone: bool = False, past: bool = False, week: bool = False
) -> tuple[dict[str, Any], list[Doubt]]:
    values, doubts = instants.moment(reading, alone=alone, past=past, week=week)
    return values, [Doubt(*doubt) for doubt in doubts]


def days_of(reading: Said) -> tuple[dict[str, Any], list[Doubt]]:
    values, doubts = absences.days(reading)
    return values, [Doubt(*doubt) for doubt in doubts]


def _told(reading: Said) -> Said:
    """The message without what only tells why, where that leaves a time: "zondag kan ik niet, heb maandag toetsen"."""
    rest = matters.without_reasons(reading)
    part = reading.with_blanks(rest) if rest is not None else reading
    return part if part.future else reading


def _change(reading: Said) -> tuple[dict[str, Any], list[Doubt]]:
    values, doubts = changing.change(reading)
    return values, [Doubt(*doubt) for doubt in doubts]


def values_of(reading: Said, intent: Intent) -> Understanding:
    """The values that this intent takes from the message."""
    sided = intent in (*_TAKES_ON, *_LETS_GO, Intent.CANCEL_TASK)
    side = contrasts.one_side(reading, can=intent in _TAKES_ON) if sided else None
    reading = reading if side is None else reading.with_blanks(side)
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    match intent:
        case Intent.CREATE_TASK | Intent.CREATE_SERIES | Intent.CLAIM | Intent.CLAIM_MANY:
            return planned(reading, intent)
        case (
            Intent.RELEASE | Intent.CANCEL_TASK | Intent.TAKE_OVER_REQUEST | Intent.SWAP_REQUEST | Intent.WHO_IS_COMING
        ):
            _put_what(reading, intent, values)
            asking = intent in (Intent.TAKE_OVER_REQUEST, Intent.SWAP_REQUEST)
            coming = intent is Intent.WHO_IS_COMING
            orders = _order_alone(reading) if intent is Intent.CANCEL_TASK else None  # "..., Bert rijdt zelf" says why
            _put_who(orders or reading, values, doubts, speaker=False, asking=asking, visited=coming)
            if intent is Intent.RELEASE and oneself.strikes_self(reading):
                values.pop("who", None)  # "Bea is boos, streep mij maar door"
                doubts = []
            moment, more = moment_of(reading if coming else _told(reading))
            values |= moment
            doubts += more if intent is not Intent.WHO_IS_COMING else []
            values.pop("duration_min", None)
        case Intent.EDIT_TASK:
            return _edited(reading)
        case Intent.HOW_LONG:
            values, _ = moment_of(reading)
            values = {name: said for name, said in values.items() if name == "start"}
            if reading.open_task:
                values["what"] = values["task"] = reading.open_task
        case Intent.GOES_ON:
            _put_what(reading, Intent.CANCEL_TASK, values)
            moment, _ = moment_of(reading)
            values |= {name: said for name, said in moment.items() if name == "start"}
        case Intent.OTHER_TIME:
            moved = instants.shift(reading)
            moment, _ = moment_of(reading, alone=True)
            values = {"shift_min": moved} if moved is not None else {k: v for k, v in moment.items() if k == "start"}
        case Intent.ASK_PERSON:
            _put_what(reading, Intent.ASK_PERSON, values)
            _put_who(reading, values, doubts, speaker=False, asking=True)
            moment, more = moment_of(reading)
            values |= moment
            doubts += more
        case Intent.CORRECTION | Intent.ANSWER_SLOT:
            moment, doubts = moment_of(reading, alone=True)
            values |= moment
            if intent is Intent.CORRECTION:
                _put_day(reading, values)
            _put_people(reading, values)
            _put_who(reading, values, doubts, speaker=intent is Intent.ANSWER_SLOT, asking=True)
            _put_what(reading, intent, values)
        case Intent.ABSENCE:
            values, doubts = days_of(reading)
            if oneself.own_affairs(reading):
                values |= absences.for_a_while(values)
            _put_who(reading, values, doubts, speaker=False)
            if not values.keys() & {"from", "until"} and not doubts:
                doubts.append(Doubt("from"))
        case Intent.AVAILABILITY:
            if oneself.only_these_can(reading):  # for once, and about people: no habit of who writes
                moment, _ = moment_of(reading)
                values = {"available": True, **moment}
                _put_who(reading, values, doubts, speaker=True)
            else:
                values, _ = instants.pattern(reading)
                if values.get("only") == "all" and (day := suiting.perhaps_once(reading)):
                    values["perhaps"] = day
                _put_who(reading, values, doubts, speaker=False)
        case (
            Intent.SHOW_ROSTER
            | Intent.SHOW_MINE
            | Intent.SHOW_OPEN
            | Intent.PROPOSE_ROSTER
            | Intent.SHOW_DONE
            | Intent.EXPORT
            | Intent.IMPACT
            | Intent.OVERVIEW
            | Intent.LEND
            | Intent.GROUP_CLAIM
            | Intent.TIMESHEET
            | Intent.SIGN_HOURS
            | Intent.SEARCH_LOG
            | Intent.EXPORT_LOG
        ):
            values, _ = moment_of(reading, past=intent in _LOOKS_BACK, week=True)
            values.pop("duration_min", None)
            kind = phrases.file_format(reading.vocabulary)
            if intent in _MAKES_A_FILE and kind:
                values["format"] = kind
            if intent in _NAMES_SOMEBODY:
                _put_who(reading, values, doubts, speaker=False)
            if intent in (Intent.LEND, Intent.GROUP_CLAIM):
                _put_what(reading, intent, values)
                _put_people(reading, values)
        case Intent.SETTINGS_QUIET:
            return quiet_hours(reading, intent)
        case Intent.SETTINGS_REMINDER:
            minutes = instants.minutes_before(reading)
            if several := instants.several_before(reading):
                values["before"] = list(several)
            elif minutes is not None:
                values["minutes_before"] = minutes
            elif settings.switches_off(reading):
                values["option"] = "off"
        case Intent.LOG_NOTE:
            if note := logs.note(reading):
                values["what"] = values["note"] = note
        case Intent.INVITE | Intent.ADD_PLACEHOLDER | Intent.REMOVE_MEMBER | Intent.ADD_ORGANISER | Intent.SPEAK_FOR:
            _put_who(reading, values, doubts, speaker=False)
            if "who" not in values and not doubts:
                stranger = strangers.stranger(reading)
                if stranger:
                    values["who"] = [stranger]
        case Intent.MAKE_CIRCLE | Intent.SWITCH_CIRCLE:
            values = dict(circles.circle(reading))
        case Intent.ALREADY_DONE | Intent.ARRIVED | Intent.GOING:
            _put_who(reading, values, doubts, speaker=False)
            if reading.open_task and ("who" in values or intent is Intent.ALREADY_DONE):  # "Jan heeft de tuin gedaan"
                values["what"] = values["task"] = reading.open_task
        case Intent.ASK_STOP:
            if reading.open_task:  # for this alone
                values["what"] = values["task"] = reading.open_task
        case Intent.LATE:
            _put_who(reading, values, doubts, speaker=False)
            minutes = None if instants.comes_at(reading) else instants.said_minutes(reading)
            if minutes is not None:
                values["minutes"] = minutes
            else:  # "ik ben er pas om 6 uur"
                moment, _ = moment_of(reading)
                values |= {name: said for name, said in moment.items() if name == "start"}
        case Intent.HABIT:
            values = dict(exceptions.of_series(reading))
        case Intent.ADDRESS_FORM:
            values["form"] = "u" if settings.wants_polite_form(reading) else "je"
        case _:
            pass
    return Understanding(intent, values, tuple(doubts))


def _put_what(reading: Said, intent: Intent, values: dict[str, Any]) -> None:
    part = None
    if intent in _ABOUT_SHIFTS:
        rest = matters.without_reasons(reading)
        part = reading.with_blanks(rest) if rest is not None else None
    if intent is Intent.CANCEL_TASK and "alles" in reading.vocabulary:
        return  # "alles van volgende week vervalt, ze ligt in het ziekenhuis"
    if intent is Intent.CANCEL_TASK and reading.open_task is None:
        first = skipping.because(reading.text)
        part = _order_alone(reading) or (reading.piece(0, len(first)) if first else None)
    what, title = (part or reading).what(intent)
    if not what:
        return
    known = reading.open_task is not None or tasks.names_known(what) or is_laundry(reading, what)
    plain = intent is Intent.CLAIM and tasks.names_only_a_task(what) and len(what.split()) <= 2
    if intent in _ABOUT_SHIFTS and not known and not plain and not reading.context.tasks:
        what = title = thing(reading, what)
        plain = bool(what)
    if intent in _ABOUT_SHIFTS and not known and not plain:
        return
    values["what"] = what
    recipient = next((m for m in reading.mentions if m.kind == "recipient"), None)
    values["title"] = title
    if recipient:
        name = recipient.names[0] if recipient.names else recipient.said
        values["recipient"] = name
        before = reading.words[recipient.first - 1].norm if recipient.first else ""
        if bystanders.joins_recipient(before):
            values["title"] = f"{title} {before} {name}"
    if reading.open_task:
        values["task"] = reading.open_task


def _order_alone(reading: Said) -> Said | None:
    """What comes before the comma, where that tells what to call off and the rest why: "haal zondag weg, hij slaapt
    bij mij"."""
    first, comma, _ = reading.text.partition(",")
    part = reading.piece(0, len(first)) if comma and moods.is_order(first) else None
    return (
        part if part is not None and part.future and not reading.piece(len(first), len(reading.text)).future else None
    )


def _put_day(reading: Said, values: dict[str, Any]) -> None:
    """The day beside a clock time, where another part of the message names it: "toch om 10, maar dan donderdag"."""
    start, days = values.get("start"), [t for t in reading.future if t.has_date and not t.has_clock and not t.rule]
    bare = isinstance(start, str) and len(start) == len("10:00")
    if bare and len(days) == 1 and days[0].kind == "date" and not joined.negated(reading, days[0]):
        values["start"] = f"{iso(days[0], days[0].start)}T{start}:00"


def _put_people(reading: Said, values: dict[str, Any]) -> None:
    if reading.people_needed:
        values["people_needed"] = reading.people_needed[0]


def _put_who(
    reading: Said,
    values: dict[str, Any],
    doubts: list[Doubt],
    *,
    speaker: bool,
    asking: bool = False,
    visited: bool = False,
) -> None:
    keys = {person.name: person.key or person.name for person in reading.context.members}
    who: list[str] = []
    one_of = () if visited or reading.context.asked == "who" else bystanders.one_of(reading)
    for mention in reading.mentions:
        if mention.kind != "member" or mention in one_of:
            continue
        before = reading.words[mention.first - 1].norm if mention.first else ""
        if bystanders.excluded_before(before) and not speaker:
            continue
        if bystanders.is_done_for(reading, mention.first, mention.last):
            continue
        if not speaker and visited and before == "bij":
            continue
        if asking and bystanders.is_perhaps(reading, mention.last):
            continue
        if bystanders.is_visited_kin(reading, mention.first, mention.last):
            continue  # "naar oma": she is visited, though she is in the circle
        addressed = not asking and bystanders.is_addressed(reading, mention.first, mention.last)
        if addressed or bystanders.signs(reading, mention.first):
            continue
        named = [keys[name] for name in mention.names]
        if len(named) > 1:
            doubts.append(Doubt("who", tuple(named), "which_person"))
        else:
            who += [key for key in named if key not in who]
    if one_of and not doubts:  # "Piet of Fatima" are not both meant
        either = dict.fromkeys(keys[name] for mention in one_of for name in mention.names)
        doubts += [Doubt("who", tuple(either), "either")] if len(either) > 1 else []
    if speaker and oneself.speaker_is_meant(reading):
        who.append(people.SPEAKER)
    if who:
        values["who"] = who


def planned(reading: Said, intent: Intent) -> Understanding:
    """A task that is to be planned, or shifts that somebody takes on; once or many."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    moment, doubts = moment_of(reading)
    claiming = intent in (Intent.CLAIM, Intent.CLAIM_MANY)
    many = "rrule" in moment or isinstance(moment.get("start"), list)
    if claiming and "start" not in moment and _closes_a_day(reading, moment.get("end")):
        moment["start"] = moment["end"][:10]
    if intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES):
        intent = Intent.CREATE_SERIES if "rrule" in moment else Intent.CREATE_TASK
    else:
        of_week = {"start"} == moment.keys() & {"start", "end"} and any(t.grain == "week" for t in reading.future)
        whole = (reading.holds("stretch") and not of_week) or (
            "end" in moment and "start" not in moment
        )  # "tot en met vrijdag"
        every = taking.means_all(reading)
        intent = Intent.CLAIM_MANY if many or whole or every else Intent.CLAIM
        doubts = [doubt for doubt in doubts if doubt.reason != "part_of_day"]
    _put_what(reading, intent if not claiming else Intent.CLAIM, values)
    if "what" not in values and not claiming and (night := seeking.for_the_night(reading)):
        values["what"] = values["title"] = night
    values |= moment
    if claiming and "rrule" in moment:
        values |= exceptions.of_series(reading)
    _put_people(reading, values)
    _put_who(reading, values, doubts, speaker=not claiming or oneself.takes_along(reading), asking=not claiming)
    if claiming and "who" in values and taking.takes_from(reading):
        values["of"] = values.pop("who")
    return Understanding(intent, values, tuple(doubts))


def _closes_a_day(reading: Said, end: object) -> bool:
    """Whether an end is an hour of the one day that is named: "donderdag kan ik wel tot 4 uur"."""
    hour = isinstance(end, str) and "T" in end and not end.endswith("T00:00:00")
    return hour and any(time.has_date for time in reading.future)


def _edited(reading: Said) -> Understanding:
    """A change to a task: when it is, how long, how many people; `shift_min` where it only moves."""
    values: dict[str, Any] = {}
    _put_what(reading, Intent.EDIT_TASK, values)
    shift = instants.shift(reading)
    if shift is not None:
        values |= {"option": f"{shift:+d}", "shift_min": shift}
        moment, doubts = moment_of(reading, alone=True)
        moment.pop("duration_min", None)
        days = [t for t in reading.future if t.kind == "date" and t.start and not instants.is_shift(reading, t)]
        if days and "start" in moment:
            said, day = moment["start"], str(days[0].start)[:10]
            # "van dinsdag een week later": the Tuesday alone says which
            values["from"] = next((at for at in said if at[:10] == day), said) if isinstance(said, list) else said
    else:
        moment, doubts = _change(reading)
        values |= moment
        if (which := instants.of_the_day(reading)) and "from" not in values:  # "maak van zaterdag half 12"
            values |= {"from": which[0], "start": which[1]}
        if "duration_min" in values and "from" not in values and instants.names_the_day(reading):
            values["from"] = values.pop("start")
    _put_people(reading, values)
    _put_who(reading, values, doubts, speaker=False)
    return Understanding(Intent.EDIT_TASK, values, tuple(doubts))


def quiet_hours(reading: Said, intent: Intent) -> Understanding:
    values = dict(instants.quiet(_told(reading)))
    if not values and intent is Intent.SETTINGS_QUIET and not reading.times and settings.ends_quiet(reading):
        values["option"] = "off"
    return Understanding(intent, values)
