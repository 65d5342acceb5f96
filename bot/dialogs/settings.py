"""What everybody sets for themselves: reminders, quiet hours, je or u. Done at once, with a way back."""

from __future__ import annotations

from typing import Any

from bot.dialog import Capability, Values
from bot.saying import Option
from bot.turn import Turn
from locales.nl import moments
from scheduling.people import NAP_FROM, NAP_UNTIL, Person
from scheduling.reminders import keep_all_reminders, out_of_quiet

DAY, HOUR = 24 * 60, 60
USUAL = (DAY, HOUR)
LONGEST_NAP = 4 * HOUR  # minutes
SHORTEST, LONGEST = 5, 7 * DAY  # minutes before a shift
QUIET = (22 * 60, 8 * 60)


def overview(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """How everything is set, with a button for each."""
    options = (
        turn.option("button-reminders", "settings_reminder"),
        turn.option("button-quiet", "settings_quiet"),
        turn.option("button-messages", "messages", kind=""),
        turn.option(
            "button-say-je" if turn.formal else "button-say-u", "address_form", form="je" if turn.formal else "u"
        ),
        turn.option("button-my-data", "my_data"),
    )
    person = turn.someone
    turn.say(
        "settings-overview",
        options,
        once=False,
        reminders=reminder_words(turn, person),
        quiet=quiet_words(turn, person),
        address=form_words(turn),
    )


def reminder_words(turn: Turn, person: Person) -> str:
    """ "Ik herinner je een dag en een uur van tevoren."."""
    if not person.remind_before:
        return turn.word("settings-reminders-off")
    lengths = [ahead(turn, minutes) for minutes in sorted(person.remind_before, reverse=True)]
    return turn.word("settings-reminders-are", lengths=moments.listed(lengths))


def ahead(turn: Turn, minutes: int) -> str:
    """ "een dag", "2 dagen", "een uur"."""
    return turn.word("settings-days", days=minutes // DAY) if minutes % DAY == 0 else moments.length(minutes)


def quiet_words(turn: Turn, person: Person) -> str:
    """ "Tussen 22:00 en 08:00 stuur ik niets.", and until when somebody wants nothing at all."""
    words = _hours_words(turn, person)
    if person.rest is None or person.rest[1] <= turn.now:
        return words
    here = turn.local()
    until = out_of_quiet(person.rest[1], person).astimezone(here.tzinfo)
    return f"{words} {turn.word('settings-rest', until=moments.until_words(until, here))}"


def _hours_words(turn: Turn, person: Person) -> str:
    night = (person.quiet_from, person.quiet_until)
    spans = [span for span in (night, person.nap) if span is not None and span[0] != span[1]]
    if not spans:
        return turn.word("settings-quiet-none")
    hours = [turn.word("settings-quiet-span", begin=_clock(begin), end=_clock(end)) for begin, end in spans]
    return turn.word("settings-quiet-are", spans=moments.begin(moments.listed(hours)))


def form_words(turn: Turn) -> str:
    """ "Ik zeg je."."""
    return turn.word("settings-form")


def reminders(turn: Turn, values: Values) -> None:
    """ "Herinner me een kwartier van tevoren", "geen herinneringen", or asked."""
    before = turn.someone.remind_before
    if values.get("option") == "off":
        wanted: tuple[int, ...] = ()
    elif values.get("without"):  # "geen herinnering de dag ervoor": the others stay
        wanted = tuple(minutes for minutes in before if minutes != values["without"])
    elif values.get("before") is not None:
        wanted = tuple(int(minutes) for minutes in values["before"])
    elif values.get("minutes_before"):
        wanted = (int(values["minutes_before"]),)
    elif not before and values.get("heard") is None:
        wanted = USUAL  # "zet ze weer aan"
    else:
        _ask_reminders(turn)
        return
    if any(not SHORTEST <= minutes <= LONGEST for minutes in wanted):
        turn.say("settings-reminders-odd", (turn.option("button-reminders", "settings_reminder"),))
        return
    wanted = tuple(sorted(set(wanted), reverse=True))
    options = [turn.option("button-undo", "undo")]
    if wanted and max(wanted) < DAY:
        options.insert(0, turn.option("button-also-day", "settings_reminder", before=[DAY, *wanted]))
    _set(turn, "reminders", "settings-reminders-set", tuple(options), remind_before=wanted)


def _ask_reminders(turn: Turn) -> None:
    choices = (
        ("button-day-and-hour", USUAL),
        ("button-day", (DAY,)),
        ("button-hour", (HOUR,)),
        ("button-quarter", (15,)),
        ("button-none", ()),
    )
    options = tuple(turn.option(key, "settings_reminder", before=list(before)) for key, before in choices)
    turn.say("settings-ask-reminders", options, reminders=reminder_words(turn, turn.someone))


def quiet(turn: Turn, values: Values) -> None:
    """ "Niet na negenen appen", "stille uren van 21 tot 9", or asked."""
    person = turn.someone
    undo = (turn.option("button-undo", "undo"),)
    begin, end = _minutes(values.get("quiet_from")), _minutes(values.get("quiet_to"))
    if values.get("option") == "off":
        begin = end = 0
    elif begin is None and end is None:
        _ask_quiet(turn)
        return
    elif person.quiet_from == person.quiet_until:  # there were none: the other end is as usual
        begin, end = QUIET[0] if begin is None else begin, QUIET[1] if end is None else end
    begin = person.quiet_from if begin is None else begin
    end = person.quiet_until if end is None else end
    if _is_nap(person, begin, end):
        _set(turn, "quiet", "settings-quiet-set", undo, times={**person.times, NAP_FROM: begin, NAP_UNTIL: end})
        return
    if begin != end and (end - begin) % DAY > 18 * 60:
        turn.say("settings-quiet-odd", (turn.option("button-quiet", "settings_quiet"),))
        return
    kept = {name: said for name, said in person.times.items() if begin != end or name not in (NAP_FROM, NAP_UNTIL)}
    _set(turn, "quiet", "settings-quiet-set", undo, quiet_from=begin, quiet_until=end, times=kept)


def _is_nap(person: Person, begin: int, end: int) -> bool:
    """Whether these are a few hours by day, beside a night that stands: who rests from 12 to 2 sleeps at night too. Who
    wants quiet all day may sleep then.
    """
    by_night = person.quiet_from > person.quiet_until
    return by_night and person.quiet_until <= begin < end <= person.quiet_from and end - begin <= LONGEST_NAP


def _ask_quiet(turn: Turn) -> None:
    choices = (("21:00", "08:00"), ("22:00", "08:00"), ("23:00", "07:00"))
    options = (
        *(
            Option(
                turn.word("button-quiet-hours", begin=begin, end=end),
                "settings_quiet",
                {"quiet_from": begin, "quiet_to": end},
            )
            for begin, end in choices
        ),
        turn.option("button-no-quiet", "settings_quiet", option="off"),
    )
    turn.say("settings-ask-quiet", options, quiet=quiet_words(turn, turn.someone))


def form(turn: Turn, values: Values) -> None:
    """ "Zeg maar u"."""
    formal = values.get("form") == "u"
    if formal == turn.formal:
        turn.say("settings-form-already")
        return
    _set(turn, "form", "settings-form-set", (turn.option("button-undo", "undo"),), formal=formal)


def _set(turn: Turn, what: str, key: str, options: tuple[Any, ...], **changes: Any) -> None:
    person = turn.store.change(turn.someone, **changes)
    turn.person = person
    if what != "form":
        keep_all_reminders(turn.store, [member.id for member, _ in turn.places], turn.now)
    turn.changed(f"settings-{what}", "")
    turn.say(key, options, reminders=reminder_words(turn, person), quiet=quiet_words(turn, person))


def _minutes(clock: object) -> int | None:
    if not isinstance(clock, str) or ":" not in clock:
        return None
    hour, minute = clock.split("T")[-1].split(":")[:2]
    return (int(hour) * 60 + int(minute)) % DAY


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


CAPABILITY = Capability(
    "settings",
    {"settings": overview, "settings_reminder": reminders, "settings_quiet": quiet, "address_form": form},
)
