"""Hours that suit somebody as a rule: "ik kan elke dinsdag", "alleen in het weekend". What never suits: absence."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.conversation.following import context
from bot.dialog import Capability, Values
from bot.dialogs.absence import minute_of, never
from bot.dialogs.claim_many import claim_many
from bot.dialogs.open import FAR, SHOWN, show_open
from bot.saying import Option
from bot.shifts import finding
from bot.turn import Instead, Turn
from bot.understanding import Intent, understand
from locales.nl import matters, moments
from locales.nl.people import SPEAKER
from locales.nl.rules import weekdays_words
from scheduling.availability import DAY, Never
from scheduling.care import Shift, Staffed
from scheduling.people import Circle
from scheduling.recurrence import weekdays_of
from scheduling.rights import Action, may

EVERY_DAY = tuple(range(7))


def suits(turn: Turn, values: Values) -> None:
    """Take in when somebody can, cannot, or can at no other time."""
    if "INTERVAL" in str(values.get("rrule") or "") and "BYDAY" not in str(values["rrule"]):
        turn.say("absence-thanks-for-telling")  # "alleen de even weken" is more than is kept of anybody
    elif values.get("spans"):
        _several(turn, values)
    elif values.get("start"):
        _those_days(turn, values)
    elif not values.get("available"):
        if not {"rrule", "from", "until"} & {name for name, said in values.items() if said}:
            _away_then(turn)
        never(turn, values)
    elif values.get("only"):
        _only(turn, values)
    elif values.get("rrule") and (values.get("from") or values.get("until")):  # "in de weekenden 's avonds"
        span = {name: values[name] for name in ("rrule", "from", "until") if values.get(name)}
        _several(turn, {"available": True, "spans": [span]})
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


def _several(turn: Turn, values: Values) -> None:
    """Hours of several days: what is open then is offered; when they cannot is noted."""
    spans = list(values["spans"])
    if not values.get("available"):
        if "start" in spans[0]:
            raise Instead("absence", {"spans": spans, "from": spans[0]["start"], "until": spans[0]["end"]})
        for span in spans:
            never(turn, span)
        return
    found = [one for member, circle in turn.places if may(member, Action.CLAIM, circle)
             for one in _open_within(turn, spans, circle)][:SHOWN]  # fmt: skip
    if not found:
        turn.say("suits-none-open")
        return
    lines = "\n".join(f"- {finding.line(staffed, circle.zone)}" for staffed, circle in found)
    if values.get("either") and len(found) > 1:
        labels = finding.labels([staffed for staffed, _ in found], found[0][1].zone)
        each = tuple(
            Option(label, "claim", {"shift": staffed.shift.id})
            for label, (staffed, _) in zip(labels, found, strict=True)
        )
        turn.say("suits-open-either", each, lines=lines)
        return
    options = (
        turn.option("button-yes", "claim_these", means="yes", shifts=[staffed.shift.id for staffed, _ in found]),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("suits-open", options, lines=lines, count=len(found))


def _open_within(turn: Turn, spans: list[Values], circle: Circle) -> list[tuple[Staffed, Circle]]:
    """What wants somebody and falls in one of these stretches as a whole."""
    zone = ZoneInfo(circle.zone)

    def fits(shift: Shift, span: Values) -> bool:
        first, last = shift.start.astimezone(zone), shift.end.astimezone(zone)
        if "start" in span:
            begin, end = (datetime.fromisoformat(str(span[name])).replace(tzinfo=zone) for name in ("start", "end"))
            return begin <= first and last <= end
        begins, ends = minute_of(span.get("from"), 0), minute_of(span.get("until"), DAY) or DAY
        lasts = first.hour * 60 + first.minute + int(shift.duration.total_seconds() // 60)
        on = first.weekday() in weekdays_of(str(span["rrule"]))
        return on and begins <= first.hour * 60 + first.minute and lasts <= ends

    ahead = turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)
    return [(staffed, circle) for staffed in ahead if any(fits(staffed.shift, span) for span in spans)]


def _only(turn: Turn, values: Values) -> None:
    """Everything else never suits: other days, or other hours of the days that were named; asked first where one day
    may be meant for once."""
    if day := values.pop("perhaps", None):
        once = {"available": True, "start": day, "who": [SPEAKER]}
        options = (
            Option(turn.word("button-this-once"), "availability", once),
            Option(turn.word("button-every-week"), "availability", dict(values)),
        )
        turn.say("suits-once-or-always", options, day=moments.day(date.fromisoformat(str(day)), turn.local().date()))
        return
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
