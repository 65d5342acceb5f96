"""Hours that suit somebody as a rule: "ik kan elke dinsdag", "alleen in het weekend". What never suits: absence."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.conversation.following import context
from bot.dialog import Capability, Values
from bot.dialogs.absence import minute_of, never
from bot.dialogs.claim_many import claim_many
from bot.dialogs.open import FAR, show_open
from bot.shifts import finding
from bot.turn import Instead, Turn
from bot.understanding import Intent, understand
from locales.nl import matters
from locales.nl.people import SPEAKER
from locales.nl.rules import weekdays_words
from scheduling.availability import DAY, Never
from scheduling.recurrence import weekdays_of
from scheduling.rights import Action, may

EVERY_DAY = tuple(range(7))


def suits(turn: Turn, values: Values) -> None:
    """Take in when somebody can, cannot, or can at no other time."""
    if "INTERVAL" in str(values.get("rrule") or "") and "BYDAY" not in str(values["rrule"]):
        turn.say("absence-thanks-for-telling")  # "alleen de even weken" is more than is kept of anybody
    elif values.get("start"):
        _those_days(turn, values)
    elif not values.get("available"):
        if not {"rrule", "from", "until"} & {name for name, said in values.items() if said}:
            _away_then(turn)
        never(turn, values)
    elif values.get("only"):
        _only(turn, values)
    else:
        _can(turn, values)


def _away_then(turn: Turn) -> None:
    """ "Volgende week kan ik niet, want dan ...": days that somebody is away, and no habit. Goes on where none are."""
    lead = matters.before_reason(turn.text)
    away = understand(lead, context(turn)) if lead else None
    if away is not None and away.intent == Intent.ABSENCE and away.values.get("from"):
        raise Instead("absence", dict(away.values))


def _those_days(turn: Turn, values: Values) -> None:
    """ "Alleen Riet en ik kunnen dit weekend": nothing is taken on; what is open then can be chosen."""
    wanted = {name: values[name] for name in ("start", "end") if values.get(name)}
    opened = any(
        finding.matching(
            turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR), wanted, circle.zone, turn.now
        )
        for member, circle in turn.places
        if may(member, Action.CLAIM, circle)
    )
    if SPEAKER in (values.get("who") or ()) and opened:
        show_open(turn, wanted)
    else:
        turn.say("absence-thanks-for-telling")


def _only(turn: Turn, values: Values) -> None:
    """Everything else never suits: other days, or other hours of the days that were named."""
    days = weekdays_of(str(values.get("rrule") or ""))
    first, last = minute_of(values.get("from"), 0), minute_of(values.get("until"), DAY)
    last = last if last > first else DAY
    whole = (first, last) == (0, DAY)
    others = [(days or EVERY_DAY, *hours) for hours in ((0, first), (last, DAY)) if hours[0] < hours[1]]
    if whole or values["only"] == "all":
        others.append((tuple(day for day in EVERY_DAY if day not in (days or EVERY_DAY)), 0, DAY))
    others = [one for one in others if one[0]]
    if not others:
        turn.say("absence-thanks-for-telling")
        return
    for one in others:
        turn.store.add(Never(0, turn.someone.id, *one))
    about = weekdays_words(days, first, last)
    turn.changed("suits", about)
    undo = (turn.option("button-undo", "undo"),)
    if values["only"] == "hours":
        turn.say("suits-only-hours", undo, days=weekdays_words(days, 0, DAY), hours=weekdays_words((), first, last))
    else:
        turn.say("suits-only", undo, about=about)


def _can(turn: Turn, values: Values) -> None:
    """What never suited on those days does again; what is open then is offered."""
    days = weekdays_of(str(values.get("rrule") or ""))
    for hours in turn.store.nevers_of(turn.someone.id):
        left = tuple(day for day in hours.weekdays if day not in days)
        if left != hours.weekdays:
            turn.store.change(hours, **({"weekdays": left} if left else {"ended": True}))
    wanted = {name: values[name] for name in ("rrule", "what") if values.get(name)}
    for member, circle in turn.places if days else ():
        if not may(member, Action.CLAIM, circle):
            continue
        ahead = turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)
        found = finding.matching(ahead, wanted, circle.zone, turn.now)
        if len(found) > 1:
            claim_many(turn, {**wanted, "circle": circle.id})  # says them back, and asks
            return
        if found:
            show_open(turn, {"start": found[0].shift.start.astimezone(ZoneInfo(circle.zone)).date().isoformat()})
            return
    turn.say("absence-thanks-for-telling")


CAPABILITY = Capability("suits", {"availability": suits})
