"""From a message that was read to what it means: which intent, with which values, and what is in doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.understanding import ACTING, Context, Doubt, Intent, Understanding
from locales.nl import cues, instants, likeness, phrases, tasks
from locales.nl.reading import Reading, Setting
from locales.nl.words import data, fold

_CODE = re.compile(
    r"(?<![0-9A-Za-z])([2-9A-HJ-NP-Za-hj-np-z]{4})[\s-]*([2-9A-HJ-NP-Za-hj-np-z]{4})[\s-]*([2-9A-HJ-NP-Za-hj-np-z]{4})(?![0-9A-Za-z])"
)
_CLAUSE = re.compile(r"(?<=[.!?;\n])\s+|\n+")
# These speak of what is on the roster: a word that names no task is none of it.
_ABOUT_SHIFTS = frozenset(
    {
        Intent.CLAIM,
        Intent.RELEASE,
        Intent.TAKE_OVER_REQUEST,
        Intent.SWAP_REQUEST,
        Intent.WHO_IS_COMING,
    }
)
_SLOTS = {
    "start": "when", "date": "when", "time": "when", "day": "when", "end": "when", "rrule": "when", "clock": "when",
    "from": "when", "until": "when", "duration_min": "duration", "people": "people_needed", "number": "people_needed",
    "which": "option", "choice": "option", "shift": "option", "confirm": "yes_no", "yes": "yes_no", "agree": "yes_no",
    "minutes": "duration", "quiet_from": "quiet", "quiet_to": "quiet", "log": "note", "member": "who", "person": "who",
}  # fmt: skip
_SHORT_ANSWERS = frozenset({"format", "who", "duration", "people_needed", "when", "minutes_before"})
_WEAK = 80  # a plan of this weight is taken from words that may mean something else
_SOFT = 80  # a wish of less weight than this yields to a plain yes or no
_CLEARLY, _RATHER = 4.0, 3.0  # how far ahead of the next a likeness must be: to act on, and to answer
_ORDER = {intent.value: number for number, intent in enumerate(Intent)}  # which wish wins where two weigh the same
_STRONG = 84  # a wish of this weight is meant even where something else was asked

# Whatever asks for these is a new wish even in the middle of a dialog.
_LOOKS_BACK = (Intent.SHOW_DONE, Intent.TIMESHEET, Intent.SIGN_HOURS, Intent.SEARCH_LOG, Intent.EXPORT_LOG)
_MAKES_A_FILE = (Intent.EXPORT, Intent.EXPORT_LOG, Intent.OVERVIEW)
_NAMES_SOMEBODY = (Intent.EXPORT, Intent.TIMESHEET, Intent.SIGN_HOURS, Intent.LEND, Intent.SHOW_MINE)
_COMMANDS = frozenset({Intent.STOP_DIALOG, Intent.BACK, Intent.UNDO, Intent.HELP, Intent.DELETE_ME, Intent.MY_DATA})


def find(text: str, context: Context) -> Understanding:
    """What a message means: an emergency, the answer expected, a correction, a new wish, or unknown."""
    return _found(Said(text, context))


class Said(Reading):
    """A message and the conversation in which it was said."""

    def __init__(self, text: str, context: Context) -> None:
        self.context = context
        nicknames = tuple((person.name, nick) for person in context.members for nick in person.nicknames)
        super().__init__(
            text,
            Setting(
                now=context.now,
                organiser=context.speaker == "organiser",
                members=tuple(person.name for person in context.members),
                nicknames=nicknames,
                recipients=context.recipients,
                tasks=context.tasks,
                day=context.day,
                region=context.region,
            ),
        )

    def with_blanks(self, text: str) -> Said:
        """The same message with a piece of it blanked out; the rest of its times stay as they were read."""
        other = Said(text, self.context)
        kept = (t for t in self.times if text[slice(*t.span)] == self.text[slice(*t.span)])
        other.__dict__["times"] = tuple(kept)
        return other


def _found(reading: Said) -> Understanding:
    if not reading.plain:
        return Understanding(Intent.UNKNOWN)
    for step in (_command, _emergency, _pasted_week, _expected, _correction, _wish):
        found = step(reading)
        if found is not None:
            return found
    greeted = reading.context.asked is None and cues.greets(reading)
    return Understanding(Intent.START if greeted else Intent.UNKNOWN)


# ------------------------------------------------------------------------------------------------ commands, emergencies


def _command(reading: Said) -> Understanding | None:
    text = reading.text
    code = _code(text)
    if text.startswith("/"):
        word, _, rest = text[1:].partition(" ")
        name = fold(word.partition("@")[0])
        if name == "start" and rest.strip():
            return Understanding(Intent.JOIN, {"code": code or rest.strip()})
        intent = data("intents")["commands"].get(name)
        if intent:
            return _values(reading, Intent(intent)) if rest else Understanding(Intent(intent))
        return None
    if code and (len(reading.plain) <= 4 or cues.speaks_of_joining(reading)):
        return Understanding(Intent.JOIN, {"code": code})
    return None


def _code(text: str) -> str | None:
    """An invitation code in a text, in capitals without dashes. Ordinary words are none."""
    for match in _CODE.finditer(text):
        whole = "".join(match.groups())
        letters_only = whole.isalpha()
        if letters_only and not (whole.isupper() and ("-" in match.group() or match.group() == whole)):
            continue
        if sum(c.isdigit() for c in whole) == len(whole):
            continue
        return whole.upper()
    return None


def _emergency(reading: Said) -> Understanding | None:
    hits = any(True for _ in phrases.emergencies().found(reading.lines, reading.vocabulary))
    if not hits:
        return None
    harmless = any(True for _ in phrases.book("not_an_emergency").found(reading.lines, reading.vocabulary))
    return None if harmless else Understanding(Intent.EMERGENCY)


# ------------------------------------------------------------------------------------------------ what was asked


def _expected(reading: Said) -> Understanding | None:
    """The answer to what was asked: a choice that was offered, or the slot."""
    context = reading.context
    asked = _SLOTS.get(context.asked or "", context.asked)
    if context.choices:
        option = _choice(reading)
        if option is not None:
            spoken = phrases.answer(reading.plain)
            intent = {True: Intent.ANSWER_YES, False: Intent.ANSWER_NO, None: Intent.ANSWER_SLOT}[spoken]
            return Understanding(intent, {"option": option})
    if asked is None:
        if context.choices:
            spoken = phrases.answer(reading.plain)
            if spoken is not None:
                return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
        return None
    if asked == "yes_no":
        spoken = phrases.answer(reading.plain)
        if spoken is not None:
            return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    best = _best(reading)
    if best and best[0] in _COMMANDS and best[1] >= 100:
        return None
    if asked == "yes_no":
        return _yes_or_no(reading)
    if len(reading.plain) <= 3 and asked in _SHORT_ANSWERS:
        answered = _slot(reading, asked)
        if answered is not None:
            return answered
    if (
        best
        and best[1] >= _STRONG
        and asked not in ("note", "name", "recipient")
        and not cues.is_only_fragment(reading)
    ):
        # "zet de fysio een half uur later" is about a shift that stands, "een half uur later" about what is asked.
        names_another = best[0] is Intent.EDIT_TASK and reading.open_task is not None
        elsewhere = best[0] not in (Intent.CREATE_TASK, Intent.EDIT_TASK) or names_another
        if elsewhere and not (asked == "who" and best[0] is Intent.CLAIM):
            return None
    if phrases.skips(reading.plain):
        return Understanding(Intent.ANSWER_SLOT, {"skip": True})
    spoken = phrases.answer(reading.plain)
    answered = _slot(reading, asked)
    if answered is not None and not (spoken is not None and asked in ("what", "name", "recipient")):
        return answered
    if spoken is not None:
        return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    return None


def _yes_or_no(reading: Said) -> Understanding | None:
    spoken = phrases.answer(reading.plain)
    if spoken is not None:
        return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    corrected = _correction(reading)
    if corrected is not None:
        return corrected
    if phrases.opens_with(reading.plain) is False and not reading.times:
        return Understanding(Intent.ANSWER_NO)
    best = _best(reading)
    if best and best[0] is Intent.CLAIM and reading.holds("who"):
        # "Piet doet het" says who, and so does "ja, Piet doet het": a yes alone would leave him out.
        return _values(reading, Intent.CORRECTION)
    if phrases.opens_with(reading.plain) is True and not reading.times and (not best or best[1] <= _STRONG):
        return Understanding(Intent.ANSWER_YES)
    if best and best[0] is Intent.RELEASE and not reading.times:
        return Understanding(Intent.ANSWER_NO)
    if best and best[0] is Intent.CLAIM and not reading.times and not reading.has_task:
        return Understanding(Intent.ANSWER_YES)
    if cues.is_only_fragment(reading):
        return _values(reading, Intent.CORRECTION)
    return None


def _choice(reading: Said) -> int | None:
    """The number of the offered choice that is meant, counted from 1."""
    labels = [fold(label).strip() for label in reading.context.choices]
    said = fold(reading.text).strip(" .!")
    if said in labels:
        return labels.index(said) + 1
    row = " ".join(reading.plain)
    folded = [" ".join(re.findall(r"\w+", label)) for label in labels]
    if row in folded:
        return folded.index(row) + 1
    counted = cues.counted(said, article=True)
    if counted and counted <= len(labels):
        return counted
    if len(reading.plain) <= 6 and not _wishes(reading):
        place = cues.place(reading)
        if place is not None and abs(place) <= len(labels):
            return place if place > 0 else len(labels)
    begins = [i for i, label in enumerate(folded, 1) if len(row) >= 2 and label.startswith(row)]
    if len(begins) == 1:
        return begins[0]
    outcomes = [cues.went(label.split()) for label in folded]
    if sorted(outcome for outcome in outcomes if outcome is not None) == [False, True] and len(reading.plain) <= 6:
        outcome = cues.went(reading.plain)
        outcome = phrases.answer(reading.plain) if outcome is None else outcome
        if outcome is not None and not reading.text.endswith("?"):
            return outcomes.index(outcome) + 1
    spoken = phrases.answer(reading.plain)
    if spoken is not None:
        fitting = [i for i, label in enumerate(folded, 1) if phrases.answer(tuple(label.split())) is spoken]
        return fitting[0] if len(fitting) == 1 else None
    if len(reading.plain) <= 5:
        inside = [
            i
            for i, label in enumerate(folded, 1)
            if all(word in label.split() for word in reading.plain)
            and cues.denies(label.split()) == cues.denies(reading.plain)  # "gelukt" is not "Niet gelukt"
        ]
        if len(inside) == 1:
            return inside[0]
        same_moment = _choice_by_time(reading)
        if same_moment is not None:
            return same_moment
        from rapidfuzz import fuzz  # loaded when a label may have a typo

        close = [i for i, label in enumerate(folded, 1) if len(row) > 3 and fuzz.ratio(row, label) >= 85]
        if len(close) == 1:
            return close[0]
    return None


def _wishes(reading: Said) -> bool:
    """Whether the message is a wish of its own: "ik wil een tweede organisator" is not the second choice."""
    best = _best(reading)
    return best is not None and best[1] >= _STRONG and best[0] not in (Intent.CLAIM, Intent.CREATE_TASK)


def _choice_by_time(reading: Said) -> int | None:
    """The choice whose moment is the one that was said: "de 7e" for "vr 7 maart"."""
    if not reading.future:
        return None
    said = reading.future[0]
    fitting = []
    for number, label in enumerate(reading.context.choices, 1):
        for time in Said(label, replace(reading.context, choices=(), members=())).future:
            same_day = not said.has_date or (time.start and said.start and time.start.date() == said.start.date())
            same_clock = not said.has_clock or (time.start and said.start and time.start.time() == said.start.time())
            if same_day and same_clock:
                fitting.append(number)
    return fitting[0] if len(set(fitting)) == 1 else None


def _slot(reading: Said, asked: str) -> Understanding | None:
    """The value of the slot that was asked, where the message holds one."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    match asked:
        case "what":
            whole = _values(reading, Intent.ANSWER_SLOT)
            values, doubts = dict(whole.values), list(whole.doubts)
            if "what" not in values:
                return None
        case "when" | "duration" | "people_needed" | "minutes_before" | "quiet" | "format" | "who":
            whole = _values(reading, Intent.ANSWER_SLOT)
            values, doubts = dict(whole.values), list(whole.doubts)
            values.pop("what", None), values.pop("title", None)
            count = cues.said_number(reading)
            if asked == "people_needed" and "people_needed" not in values and count:
                return Understanding(Intent.ANSWER_SLOT, {"people_needed": count})
            minutes = instants.bare_minutes(reading.plain, count)
            if asked == "duration" and ("duration_min" not in values or "start" in values):
                if minutes is None:
                    return None
                return Understanding(Intent.ANSWER_SLOT, {"duration_min": minutes})
            if asked == "minutes_before":
                minutes = values.get("duration_min") or instants.minutes_before(reading)
                return Understanding(Intent.ANSWER_SLOT, {"minutes_before": minutes}) if minutes else None
            if asked == "quiet":
                return _quiet(reading, Intent.ANSWER_SLOT)
            if asked == "format":
                kind = phrases.file_format(reading.vocabulary)
                return Understanding(Intent.ANSWER_SLOT, {"format": kind}) if kind else None
            if asked == "who" and "who" not in values and cues.said_number(reading) is None:
                return None
            if asked == "when" and reading.context.asked in ("from", "until"):
                away, doubts = _days(reading)
                if reading.context.asked == "until" and list(away) == ["from"]:
                    away = {"until": away["from"]}
                if reading.context.asked == "until" and away.get("from") == away.get("until"):
                    away.pop("from", None)
                values = dict(away)
        case "option":
            count = cues.place(reading) or cues.said_number(reading)
            if count is None:
                return None
            values = {"option": count}
        case "note":
            values = {"note": reading.text}
        case "name" | "recipient":
            values = {asked: reading.text.strip(" .!"), "note": reading.text}
            if len(reading.plain) > 5:
                return None
        case "code":
            code = _code(reading.text)
            if not code:
                return None
            values = {"code": code}
        case _:
            return None
    return Understanding(Intent.ANSWER_SLOT, values, tuple(doubts)) if values else None


# ------------------------------------------------------------------------------------------------ corrections


def _correction(reading: Said) -> Understanding | None:
    """A change to what is on the table: "nee wacht, woensdag"."""
    asked = reading.context.asked is not None
    plain = reading.plain
    opening = phrases.correction_opening(plain, alone=not asked)
    anywhere = any(
        True for _ in phrases.anywhere_in_a_correction(alone=not asked).found(reading.rows[0], reading.vocabulary)
    )
    star = reading.text.startswith("*")
    if not (opening or anywhere or star):
        return None
    if len(plain) > 14:
        return None
    best = _best(reading)
    if best and best[0] is Intent.ABSENCE and (asked or opening) and not cues.speaks_of_self(reading):
        best = None
    if (
        best
        and best[1] >= 86
        and best[0] not in (Intent.CREATE_TASK, Intent.CLAIM, Intent.EDIT_TASK, Intent.LATE, Intent.SHOW_ROSTER)
    ) and not (anywhere and best[0] is Intent.CANCEL_TASK):
        return None
    if best and best[0] is Intent.EDIT_TASK and not asked and not opening:
        return None
    understood = _values(reading, Intent.CORRECTION)
    content = {key for key in understood.values if key not in ("title", "part", "recipient")}
    if not content:
        return None
    if content == {"what"} and not tasks.is_known(f" {fold(str(understood.values['what']))} ") and not asked:
        return None
    if (
        phrases.opens_with(plain) is False
        and content == {"what"}
        and not tasks.is_known(f" {fold(str(understood.values['what']))} ")
    ):
        return None
    return understood


# ------------------------------------------------------------------------------------------------ wishes


def _best(reading: Said) -> tuple[Intent, int] | None:
    """The heaviest wish whose phrase stands in the message; talk about the past and small talk asks for nothing."""
    lines, vocabulary = reading.lines, reading.vocabulary
    best: dict[str, tuple[int, bool]] = {}
    for phrase in phrases.wishes().candidates(vocabulary):
        if phrase.weight < best.get(phrase.intent, (0, False))[0] or not phrase.pattern.search(lines):
            continue
        if all(map(reading.holds, phrase.needs)) and not any(map(reading.holds, phrase.without)):
            firm = phrase.firm or best.get(phrase.intent, (0, False))[1]
            best[phrase.intent] = (phrase.weight, firm)
    if not best:
        return None
    vetoed = any(True for _ in phrases.book("veto").found(lines, vocabulary))
    past = any(True for _ in phrases.book("past").found(lines, vocabulary))
    gone = any(reading.is_past(t) for t in reading.times) and not reading.future
    for intent, (weight, firm) in sorted(best.items(), key=lambda item: (-item[1][0], _ORDER[item[0]])):
        if intent in ACTING:
            weak = weight <= _WEAK and intent == Intent.CREATE_TASK
            if weak and not tasks.names_only_a_task(reading.what("create_task")[0]):
                continue
            if vetoed and not firm:
                continue
            if gone:
                continue
            if (
                past
                and not firm
                and intent not in (Intent.RELEASE, Intent.CANCEL_TASK, Intent.EDIT_TASK, Intent.TAKE_OVER_REQUEST)
            ):
                continue
        return Intent(intent), weight
    return None


def _wish(reading: Said) -> Understanding | None:
    spoken = phrases.answer(reading.plain)
    best = _best(reading)
    thanks = best is not None and best[0] is Intent.THANKS and phrases.opens_with(reading.plain) is None
    if spoken is not None and (best is None or best[1] < _SOFT) and not thanks:
        return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    if best is None or best[0] in ACTING:
        rest = _without_the_past(reading)
        if rest is not None:
            found = find(rest, reading.context)
            if found.intent in ACTING:
                return found
    if best is None or best[0] in (Intent.CREATE_TASK, Intent.AVAILABILITY, Intent.CLAIM, Intent.EDIT_TASK):
        rest = cues.without_reasons(reading)
        if rest is not None:
            found = _found(reading.with_blanks(rest))
            if found.intent in ACTING:
                return found
    if best is not None and best[0] is Intent.RELEASE and reading.holds("day") and not reading.holds("set"):
        sought = cues.asks_for_somebody(reading)
        if reading.holds("clock") and reading.holds("organiser") and (sought or cues.must_be_done(reading)):
            best = Intent.CREATE_TASK, best[1]
        elif sought:
            best = Intent.TAKE_OVER_REQUEST, best[1]
    if best is not None and best[0] is Intent.AVAILABILITY and cues.takes_a_stretch(reading):
        best = Intent.CLAIM_MANY, best[1]
    if best is not None and best[0] is Intent.RELEASE and cues.is_habit(reading):
        best = Intent.AVAILABILITY, best[1]
    if best is None:
        best = _statement(reading)
    if best is None:
        rest = cues.without_lead_in(reading)
        if rest is not None:
            return find(rest, reading.context)
        if reading.context.asked is None and len(reading.plain) <= 4:
            place = cues.place(reading)
            bare = cues.counted(reading.text.lower())
            if bare and cues.is_option(reading):
                return Understanding(Intent.ANSWER_SLOT, {"option": bare})
            if place and not reading.times and not reading.has_task:
                return Understanding(Intent.ANSWER_SLOT, {"option": place})
        return _likely(reading)
    return _values(reading, best[0])


def _likely(reading: Said) -> Understanding | None:
    """What a message that no phrase foresaw resembles most, where it does so clearly; never an answer."""
    if _names_a_task(reading):
        return _values(reading, Intent.CREATE_TASK)
    if reading.context.asked is not None or len(reading.plain) < 3 or phrases.answer(reading.plain) is not None:
        return None
    found = likeness.likest(reading)
    intent = Intent(found.intent)
    if found.fit < 0 or found.lead < (_CLEARLY if intent in ACTING or intent is Intent.EMERGENCY else _RATHER):
        return None
    if intent is Intent.UNKNOWN or (intent in ACTING and not _may_be(reading, intent)):
        return None
    return _values(reading, intent)


def _names_a_task(reading: Said) -> bool:
    """Whether an organiser names a task and nothing else: "boodschappen"."""
    if reading.context.asked is not None or not reading.holds("organiser") or reading.text.endswith("?"):
        return False
    return len(reading.plain) <= 2 and all(map(tasks.known_word, reading.plain))


def _may_be(reading: Said, intent: Intent) -> bool:
    """Whether a message holds what such a wish cannot do without, and is no talk about the past or about others."""
    for name in ("veto", "past"):
        if any(True for _ in phrases.book(name).found(reading.lines, reading.vocabulary)):
            return False
    if reading.holds("other"):
        return False
    timed = reading.holds("day") or reading.holds("clock")
    self_said = reading.holds("first_person_subject")
    if intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES):
        return timed and bool(reading.what(Intent.CREATE_TASK)[0])
    if intent in (Intent.ABSENCE, Intent.AVAILABILITY):
        return timed and (self_said or reading.holds("who"))
    if intent is Intent.CLAIM and not self_said:
        return False
    return timed or reading.has_task


def _without_the_past(reading: Said) -> str | None:
    """The message without its sentences about the past; None where there are none, or nothing else."""
    clauses = [part for part in _CLAUSE.split(reading.text) if part.strip()]
    if len(clauses) < 2 or not any(True for _ in phrases.book("past").found(reading.lines, reading.vocabulary)):
        return None
    kept = []
    for clause in clauses:
        part = Said(clause, reading.context)
        if not any(True for _ in phrases.book("past").found(part.lines, part.vocabulary)):
            kept.append(clause)
    return " ".join(kept) if kept and len(kept) < len(clauses) else None


def _statement(reading: Said) -> tuple[Intent, int] | None:
    """A task that is only named, with its time: "do 6 mrt 14u30 fysio met pa"."""
    if reading.holds("question_word") or not reading.has_task or not reading.future:
        return None
    if cues.is_first_person(reading) or reading.holds("other"):
        return None
    for name in ("veto", "past"):
        if any(True for _ in phrases.book(name).found(reading.lines, reading.vocabulary)):
            return None
    what = reading.what("create_task")[0]
    if not what or not tasks.names_only_a_task(what):
        return None
    if reading.holds("set"):
        return Intent.CREATE_SERIES, 70
    if not reading.holds("day") and not reading.holds("clock"):
        return None
    return Intent.CREATE_TASK, 70


# ------------------------------------------------------------------------------------------------ values


def _moment(
    reading: Said, *, alone: bool = False, past: bool = False, week: bool = False
) -> tuple[dict[str, Any], list[Doubt]]:
    values, doubts = instants.moment(reading, alone=alone, past=past, week=week)
    return values, [Doubt(*doubt) for doubt in doubts]


def _days(reading: Said) -> tuple[dict[str, Any], list[Doubt]]:
    values, doubts = instants.days(reading)
    return values, [Doubt(*doubt) for doubt in doubts]


def _change(reading: Said) -> tuple[dict[str, Any], list[Doubt]]:
    values, doubts = instants.change(reading)
    return values, [Doubt(*doubt) for doubt in doubts]


def _values(reading: Said, intent: Intent) -> Understanding:
    """The values that this intent takes from the message."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    match intent:
        case Intent.CREATE_TASK | Intent.CREATE_SERIES | Intent.CLAIM | Intent.CLAIM_MANY:
            return _planned(reading, intent)
        case (
            Intent.RELEASE | Intent.CANCEL_TASK | Intent.TAKE_OVER_REQUEST | Intent.SWAP_REQUEST | Intent.WHO_IS_COMING
        ):
            _put_what(reading, intent, values)
            _put_who(reading, values, doubts, speaker=False)
            moment, more = _moment(reading)
            values |= moment
            doubts += more if intent is not Intent.WHO_IS_COMING else []
            values.pop("duration_min", None)
        case Intent.EDIT_TASK:
            return _edited(reading)
        case Intent.CORRECTION | Intent.ANSWER_SLOT:
            moment, doubts = _moment(reading, alone=True)
            values |= moment
            _put_people(reading, values)
            _put_who(reading, values, doubts, speaker=intent is Intent.ANSWER_SLOT)
            _put_what(reading, intent, values)
        case Intent.ABSENCE:
            values, doubts = _days(reading)
            _put_who(reading, values, doubts, speaker=False)
        case Intent.AVAILABILITY:
            values, _ = instants.pattern(reading)
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
            values, _ = _moment(reading, past=intent in _LOOKS_BACK, week=True)
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
            return _quiet(reading, intent)
        case Intent.SETTINGS_REMINDER:
            minutes = instants.minutes_before(reading)
            if minutes is not None:
                values["minutes_before"] = minutes
            elif cues.switches_off(reading):
                values["option"] = "off"
        case Intent.LOG_NOTE:
            values["what"] = values["note"] = cues.note(reading)
        case Intent.INVITE | Intent.ADD_PLACEHOLDER | Intent.REMOVE_MEMBER | Intent.ADD_ORGANISER | Intent.SPEAK_FOR:
            _put_who(reading, values, doubts, speaker=False)
            if "who" not in values:
                stranger = cues.stranger(reading)
                if stranger:
                    values["who"] = [stranger]
        case Intent.MAKE_CIRCLE | Intent.SWITCH_CIRCLE:
            values = dict(cues.circle(reading))
        case Intent.ALREADY_DONE | Intent.ARRIVED:
            _put_who(reading, values, doubts, speaker=False)
            if "who" in values and reading.open_task:  # of somebody else: "Jan heeft de tuin gedaan"
                values["what"] = values["task"] = reading.open_task
        case Intent.LATE:
            _put_who(reading, values, doubts, speaker=False)
            minutes = instants.said_minutes(reading)
            if minutes is not None:
                values["minutes"] = minutes
        case Intent.ADDRESS_FORM:
            values["form"] = "u" if cues.wants_polite_form(reading) else "je"
        case _:
            pass
    return Understanding(intent, values, tuple(doubts))


def _put_what(reading: Said, intent: Intent, values: dict[str, Any]) -> None:
    part = None
    if intent in _ABOUT_SHIFTS:
        rest = cues.without_reasons(reading)
        part = reading.with_blanks(rest) if rest is not None else None
    what, title = (part or reading).what(intent)
    if not what:
        return
    known = reading.open_task is not None or tasks.is_known(f" {fold(what)} ")
    plain = intent is Intent.CLAIM and tasks.names_only_a_task(what) and len(what.split()) <= 2
    if intent in _ABOUT_SHIFTS and not known and not plain:
        return
    values["what"] = what
    recipient = next((m for m in reading.mentions if m.kind == "recipient"), None)
    values["title"] = title
    if recipient:
        name = recipient.names[0] if recipient.names else recipient.said
        values["recipient"] = name
        before = reading.words[recipient.first - 1].norm if recipient.first else ""
        if cues.joins_recipient(before):
            values["title"] = f"{title} {before} {name}"
    if reading.open_task:
        values["task"] = reading.open_task


def _put_people(reading: Said, values: dict[str, Any]) -> None:
    if reading.people_needed:
        values["people_needed"] = reading.people_needed[0]


def _put_who(reading: Said, values: dict[str, Any], doubts: list[Doubt], *, speaker: bool) -> None:
    keys = {person.name: person.key or person.name for person in reading.context.members}
    who: list[str] = []
    for mention in reading.mentions:
        if mention.kind != "member":
            continue
        before = reading.words[mention.first - 1].norm if mention.first else ""
        if cues.excluded_before(before) and not speaker:
            continue
        named = [keys[name] for name in mention.names]
        if len(named) > 1:
            doubts.append(Doubt("who", tuple(named), "which_person"))
        else:
            who += [key for key in named if key not in who]
    if speaker and cues.speaker_is_meant(reading):
        who.append(cues.SPEAKER)
    if who:
        values["who"] = who


def _planned(reading: Said, intent: Intent) -> Understanding:
    """A task that is to be planned, or shifts that somebody takes on; once or many."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    moment, doubts = _moment(reading)
    claiming = intent in (Intent.CLAIM, Intent.CLAIM_MANY)
    many = "rrule" in moment or isinstance(moment.get("start"), list)
    if intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES):
        intent = Intent.CREATE_SERIES if "rrule" in moment else Intent.CREATE_TASK
    else:
        whole = reading.holds("stretch")
        every = cues.means_all(reading)
        intent = Intent.CLAIM_MANY if many or whole or every else Intent.CLAIM
        doubts = [doubt for doubt in doubts if doubt.reason != "part_of_day"]
    _put_what(reading, intent if not claiming else Intent.CLAIM, values)
    values |= moment
    _put_people(reading, values)
    _put_who(reading, values, doubts, speaker=not claiming or cues.takes_along(reading))
    return Understanding(intent, values, tuple(doubts))


def _edited(reading: Said) -> Understanding:
    """A change to a task: when it is, how long, how many people; `shift_min` where it only moves."""
    values: dict[str, Any] = {}
    _put_what(reading, Intent.EDIT_TASK, values)
    shift = instants.shift(reading)
    if shift is not None:
        values |= {"option": f"{shift:+d}", "shift_min": shift}
        moment, doubts = _moment(reading, alone=True)
        moment.pop("duration_min", None)
        days = [t for t in reading.future if t.kind == "date" and t.start and not instants.is_shift(reading, t)]
        if days and "start" in moment:
            values["from"] = moment["start"]
    else:
        moment, doubts = _change(reading)
        values |= moment
        if "duration_min" in values and "from" not in values and cues.names_the_day(reading):
            values["from"] = values.pop("start")
    _put_people(reading, values)
    _put_who(reading, values, doubts, speaker=False)
    return Understanding(Intent.EDIT_TASK, values, tuple(doubts))


def _quiet(reading: Said, intent: Intent) -> Understanding:
    values = dict(instants.quiet(reading))
    if not values and intent is Intent.SETTINGS_QUIET and not reading.times and cues.switches_off(reading):
        values["option"] = "off"
    return Understanding(intent, values)


# ------------------------------------------------------------------------------------------------ a pasted week


def _pasted_week(reading: Said) -> Understanding | None:
    """Lines from paper or a group chat, as items to look at together."""
    lines = [line.strip() for line in reading.text.splitlines() if line.strip()]
    if len(lines) < 3:
        return None
    context = replace(reading.context, asked=None, choices=())
    items: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    day: datetime | None = None
    for line in lines:
        part = Said(re.sub(r"^[-•*–]\s*", "", line), replace(context, day=day))
        dated = [t for t in part.future if t.kind == "date" and t.start]
        if part.future and not part.what("create_task")[0] and dated:
            day = dated[0].start
            continue
        if not part.future or not part.what("create_task")[0]:
            continue
        found = _planned(part, Intent.CREATE_TASK)
        fixed = [t for t in part.future if t.has_date and t.start]
        if fixed and fixed[0].start:
            day = fixed[0].start.replace(hour=0, minute=0, second=0, microsecond=0)
        items.append(dict(found.values))
        doubts += found.doubts
    if len(items) < 2 or len(items) < len(lines) / 3:
        return None
    if any(True for _ in phrases.book("past").found(reading.lines, reading.vocabulary)):
        return None
    return Understanding(Intent.CREATE_TASK, {"items": items}, tuple(doubts))
