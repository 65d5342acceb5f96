"""One look over all circles: where something threatens to go wrong this week, and everything in one file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Answered, Turn
from locales.nl import exports, moments
from scheduling.jobs import OVERVIEW, Job
from scheduling.rights import Action, may

SHOWN = 8
LONGEST = 366  # days in a file


def overview(turn: Turn, values: Values) -> None:
    """ "Waar dreigt het mis deze week?": what is open in all circles, the soonest first."""
    if not turn.places:
        turn.place(values, "overview")
    wish = exports.wish(turn.text)
    if wish.file or values.get("format"):
        export_all(turn, values)
        return
    looked = [(member, circle) for member, circle in turn.places if may(member, Action.SEE_OPEN, circle)]
    if not looked:
        raise Answered(Say(turn.word("overview-may-not", count=len(turn.places))))
    start, end = _span(turn, values)
    ids = [circle.id for _, circle in looked]
    counts = turn.store.open_counts(ids, start, end)
    hidden = len(turn.places) - len(looked)
    words: dict[str, Any] = {"circles": len(looked), "hidden": hidden, "period": _period(turn, start, end)}
    if not counts:
        turn.say("overview-all-well", _files(turn), recipient=looked[0][1].recipient, **words)
        return
    places = {circle.id: (member, circle) for member, circle in looked}
    found = turn.store.soonest_open(ids, start, end, SHOWN)
    recipient = places[found[0].shift.circle][1].recipient
    lines = [turn.word("overview-title", open=sum(counts.values()), at=len(counts), recipient=recipient, **words)]
    options: list[Option] = []
    for n, staffed in enumerate(found, 1):
        member, circle = places[staffed.shift.circle]
        many = staffed.shift.people_needed > 1
        wanted = " " + turn.word("overview-wanted", count=staffed.places_open) if many else ""
        lines.append(f"{n}. {circle.recipient}: {finding.line(staffed, circle.zone)}{wanted}")
        if may(member, Action.LEND, circle):
            options.append(Option(f"{n}. {circle.recipient}"[:20], "lend", {"shift": staffed.shift.id}))
    if len(found) < sum(counts.values()):
        lines.append(turn.word("overview-more", count=sum(counts.values()) - len(found)))
    if options:
        lines.append(turn.word("overview-lend"))
    ways = (turn.option("button-open", "show_open"),) if not options else ()
    turn.said.append(Say("\n".join(lines), (*options, *ways, *_files(turn)), once=False))


def _files(turn: Turn) -> tuple[Option, ...]:
    return (turn.option("button-overview-file", "export_all"),) if len(turn.places) > 1 else ()


def _span(turn: Turn, values: Values) -> tuple[datetime, datetime]:
    """What was asked for, from now on; else until Sunday night, from Friday on until the next."""
    here = turn.local(turn.places[0][1])
    monday = moments.monday(here.date())
    last = monday + timedelta(days=7 if here.weekday() < 4 else 14)
    if values.get("start"):
        first, last = _said(values)
        begin = max(turn.now, datetime.combine(first, time(), here.tzinfo))
    else:
        begin = turn.now
    end = datetime.combine(last, time(), here.tzinfo)
    return begin, max(end, begin + timedelta(days=1)).astimezone(UTC)


def _said(values: Values) -> tuple[date, date]:
    """The days that were said, the second not included."""
    said = values["start"]
    first = date.fromisoformat(str(said[0] if isinstance(said, list) else said)[:10])
    end = values.get("end")
    last = date.fromisoformat(str(end)[:10]) if isinstance(end, str) and len(end) >= 10 else first
    return first, max(last, first + timedelta(days=1))


def _period(turn: Turn, start: datetime, end: datetime) -> str:
    zone = ZoneInfo(turn.places[0][1].zone)
    return moments.days(start.astimezone(zone).date(), (end - timedelta(seconds=1)).astimezone(zone).date())


def export_all(turn: Turn, values: Values) -> None:
    """Every circle in one workbook, worked out beside the chat."""
    if not turn.places:
        turn.place(values, "export_all")
    named = [circle.id for _, circle in turn.places if turn.speaks_of(circle) or circle.id == values.get("circle")]
    allowed = [circle.id for member, circle in turn.places if may(member, Action.EXPORT, circle)]
    allowed = [id for id in allowed if id in named] if named else allowed
    if not allowed:
        raise Answered(Say(turn.word("overview-may-not", count=len(turn.places))))
    here = turn.local(turn.places[0][1])
    if values.get("start") and not str(values["start"]).startswith(("[", "T")):
        first, after = exports.nearest(*_said(values), here.date())
    else:
        first = here.date().replace(day=1)
        after = (first + timedelta(days=62)).replace(day=1)
    last = min(after - timedelta(days=1), first + timedelta(days=LONGEST - 1))
    if any(not job.done_at for job in turn.store.jobs_since(allowed[0], OVERVIEW, turn.now - timedelta(minutes=10))):
        turn.say("overview-busy-already")
        return
    payload = {"circles": allowed, "first": first.isoformat(), "last": last.isoformat()}
    turn.store.add(Job(0, OVERVIEW, allowed[0], turn.someone.id, payload, turn.now))
    turn.say("overview-begun", count=len(allowed), period=moments.days(first, last))


CAPABILITY = Capability("overview", {"overview": overview, "export_all": export_all})
