"""What becomes different about a shift: from what was said, as it is kept in a button, and in words."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time, timedelta

from bot.dialog import Values
from bot.plans.drafts import MOST_PEOPLE, joined, parts_of, take_in
from bot.shifts.targets import Target, about
from bot.turn import Turn
from locales.nl import moments
from scheduling.changes import Move


def move_of(change: Values, start: datetime) -> Move:
    """The change as a move of a shift that begins at `start` (local)."""
    people = change.get("people_needed")
    people = None if people is None else min(max(int(people), 1), MOST_PEOPLE)
    known = take_in({"date": "-", "time": "-"}, {k: v for k, v in change.items() if k != "people_needed"}, start.date())
    minutes = known.get("minutes")
    if change.get("shift_min"):
        moved = start.replace(tzinfo=None) + timedelta(minutes=int(change["shift_min"]))
        clock = moved.time() if moved.time() != start.time() else None
        return Move((moved.date() - start.date()).days, clock, minutes, people)
    day, clock_said = str(known.get("date", "-")), str(known.get("time", "-"))
    days = 0 if day == "-" else (date.fromisoformat(day) - start.date()).days
    clock = None if clock_said == "-" else time.fromisoformat(clock_said)
    return Move(days, None if clock == start.time() else clock, minutes, people)


def in_its_week(start: str, on: date, today: date) -> str:
    """A weekday, as a local ISO moment, to which something of the day `on` is moved: that of its own week, where it was
    read as one before it and that one is still to come.
    """
    day, clock = parts_of(start)
    new = date.fromisoformat(day) if day else on
    meant = on + timedelta(days=new.weekday() - on.weekday())
    return start if new >= on or meant <= today else joined(meant.isoformat(), clock)


def described(turn: Turn, target: Target, move: Move) -> str:
    """ "Huisarts gaat van donderdag 6 maart om 14:30 naar vrijdag 7 maart om 11:00." """
    here = turn.local(target.circle)
    start = target.shift.start.astimezone(here.tzinfo)
    sentences = []
    if move.when:
        new = move.of(target.shift.start, target.circle.zone).astimezone(here.tzinfo)
        before, after = moments.moment(start, here), moments.moment(new, here)
        if new.date() == start.date():
            after = moments.clock(new)
        sentences.append(turn.word("edit-from-to", what=moments.begin(target.shift.what), before=before, after=after))
    else:
        sentences.append(f"{moments.begin(about(turn, target))}.")
    if move.minutes is not None:
        sentences.append(turn.word("edit-takes", length=moments.length(move.minutes)))
    if move.people is not None:
        sentences.append(turn.word("edit-people", count=move.people))
    return " ".join(sentences)


def as_json(move: Move) -> Values:
    """As a button keeps it."""
    return {**asdict(move), "clock": None if move.clock is None else f"{move.clock:%H:%M}"}


def from_json(kept: Values) -> Move:
    """As a button kept it."""
    return Move(**{**kept, "clock": None if kept["clock"] is None else time.fromisoformat(kept["clock"])})
