"""What everybody gets from the program and when; done at once, with a way back."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.plans.drafts import parts_of
from bot.saying import Option
from bot.shifts.finding import is_like
from bot.turn import Turn
from bot.understanding import Context, understand
from locales.nl import moments, notices
from scheduling.asking import ASK, ONLY
from scheduling.digests import DAY, WEEK, WEEK_DAY, WELLBEING, week_day
from scheduling.people import Person
from scheduling.reminders import CHECKOUT, keep_all_reminders
from scheduling.watching import ABSENT, UNANSWERED

_EVERYBODY = (WEEK, DAY, ASK, CHECKOUT)
_ORGANISERS = (WEEK, DAY, WELLBEING, UNANSWERED, ABSENT, CHECKOUT)
_TIMED = (WEEK, DAY)


def kinds_for(turn: Turn) -> tuple[str, ...]:
    """What this person can switch on and off."""
    return _ORGANISERS if turn.organises else _EVERYBODY


def messages(turn: Turn, values: Values) -> None:
    """ "Stuur me geen weekoverzicht", "dagoverzicht om 7 uur", or shown to choose from."""
    said = "" if "kind" in values else turn.text
    if notices.only_reminders(said):
        _only(turn, [kind for kind in kinds_for(turn) if kind != ABSENT], "notices-only-reminders")
        return
    if about := notices.only_about(said):
        _only_about(turn, about)
        return
    kind = str(values.get("kind") or notices.kind_in(turn.text))
    if not kind:
        _show(turn)
        return
    person = turn.someone
    day = notices.day_in(said) if kind == WEEK else None
    on = bool(values["on"]) if "on" in values else not notices.is_off(said) or notices.changes_day(said)
    clock = notices.clock_words(said)
    minutes = _minutes(turn, clock) if clock and on and kind in _TIMED else None
    muted = tuple(k for k in person.muted if not _is(kind, k)) if on else tuple(dict.fromkeys((*person.muted, kind)))
    times = dict(person.times)
    if on and day is not None:
        times[WEEK_DAY], usual = day
        minutes = usual if minutes is None else minutes
    elif on and "day" in values:
        times[WEEK_DAY] = int(values["day"])
    if minutes is not None:
        times[kind] = minutes
    elif on and kind == DAY:
        times.setdefault(DAY, 8 * 60)  # who asks for it gets it every day that they are on
    turn.person = turn.store.change(person, muted=muted, times=times)
    if kind == CHECKOUT:
        keep_all_reminders(turn.store, [member.id for member, _ in turn.places], turn.now)
    turn.changed("messages", "")
    options = [turn.option("button-undo", "undo"), turn.option("button-messages", "messages")]
    if on and kind == WEEK and "day" not in values and day is None:
        options.insert(1, turn.option("button-other-day", "messages_day"))
    turn.say(
        "notices-on" if on else "notices-off", tuple(options), what=turn.word(f"notices-{kind}", **_when(turn, kind))
    )


def _is(kind: str, muted: str) -> bool:
    """Whether something that is muted is of this kind; being asked for some tasks alone is of asking."""
    return muted == kind or (kind == ASK and muted.startswith(ONLY))


def _only(turn: Turn, muted: list[str], key: str, what: str = "") -> None:
    """Nothing of this kind any more; what else was off, stays off."""
    before = [kind for kind in turn.someone.muted if not kind.startswith(ONLY)]
    turn.person = turn.store.change(turn.someone, muted=tuple(dict.fromkeys((*before, *muted))))
    keep_all_reminders(turn.store, [member.id for member, _ in turn.places], turn.now)
    turn.changed("messages", "")
    turn.say(key, (turn.option("button-undo", "undo"), turn.option("button-messages", "messages")), what=what)


def _only_about(turn: Turn, about: str) -> None:
    """ "App me alleen over medicijnen": asked for that alone, and no overviews."""
    known = [what for _, circle in turn.places for what in turn.store.whats_of(circle.id)]
    names = list(dict.fromkeys(what for what in known if is_like(what, about)))
    if not names:
        turn.say("notices-only-none", (turn.option("button-messages", "messages"),), about=about)
        return
    overviews = [kind for kind in (WEEK, DAY, WELLBEING) if kind in kinds_for(turn)]
    _only(turn, [*overviews, *(ONLY + what for what in names)], "notices-only", what=moments.listed(names))


def which_day(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """[Andere dag] for the week."""
    options = tuple(
        Option(moments.weekday_named(day).capitalize(), "messages", {"kind": WEEK, "on": True, "day": day})
        for day in range(7)
    )
    turn.say("notices-which-day", options)


def _show(turn: Turn) -> None:
    person = turn.someone
    kinds = kinds_for(turn)
    lines = []
    for kind in kinds:
        state = turn.word("notices-is-off" if kind in person.muted else "notices-is-on")
        only = [one.removeprefix(ONLY) for one in person.muted if kind == ASK and one.startswith(ONLY)]
        if only and ASK not in person.muted:
            state = turn.word("notices-is-only", what=moments.listed(only))
        lines.append(f"- {turn.word(f'notices-{kind}', **_when(turn, kind))}: {state}")
    options = tuple(
        Option(turn.word(f"button-notices-{kind}"), "messages", {"kind": kind, "on": kind in person.muted})
        for kind in kinds
    )
    turn.say("notices-title", options, once=False, lines="\n".join(lines))


def _when(turn: Turn, kind: str) -> dict[str, str]:
    minutes = turn.someone.times.get(kind)
    clock = "none" if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"
    return {"clock": clock, "day": moments.weekday_named(week_day(turn.someone))}


def _minutes(turn: Turn, clock: str) -> int | None:
    """A clock time in words as minutes after midnight; what could be either is in the morning."""
    start = understand(notices.PLAN_AT.format(clock), Context(turn.local())).values.get("start")
    said = parts_of(start)[1] if isinstance(start, str) else ""
    if not said:
        return None
    hour, minute = (int(part) for part in said.split(":"))
    return hour * 60 + minute


def no_more_asking(turn: Turn, person: Person) -> None:
    """ "Stop met vragen" of somebody who helps: they are asked no more."""
    turn.person = turn.store.change(person, muted=tuple(dict.fromkeys((*person.muted, ASK))))
    turn.changed("messages", "")
    options = (turn.option("button-undo", "undo"), turn.option("button-messages", "messages"))
    turn.say("notices-off", options, what=turn.word("notices-ask"))


CAPABILITY = Capability("notices", {"messages": messages, "messages_day": which_day})
