"""What a message means that no phrase says: by what was said before, by who is named, by its day."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.following import (
    away_otherwise,
    invited_too,
    just_changed,
    late_by,
    looked_on,
    opened_after_all,
    taken_too,
)
from bot.dialog import Values
from bot.dialogs.hand_on import third_named
from bot.dialogs.instead import instead
from bot.plans.lately import on_that_day_too, once_more, touched
from bot.turn import Turn
from locales.nl import bystanders, contacts, follows, remarks, taskparts
from locales.nl.time import parse
from locales.nl.written import clocks_of
from scheduling.people import Member
from storage.turns import Change

_LOGGED = ("reported", "note", "not-done")  # changes that tell how a visit went
_PLANNED, _CALLED_OFF = ("plan", "edit"), ("cancel", "release", "absence", "skip")
AHEAD = timedelta(days=28)
A_WHILE = timedelta(minutes=20)
THESE_DAYS = timedelta(days=7)


def leans_on(turn: Turn) -> tuple[str, Values] | None:
    """The intent with its values, where one can be found all the same."""
    if (off := instead(turn)) is not None:
        return "cancel_task", off
    if turn.places and all(contacts.contact(turn.text)):
        return "set_contact", {}
    if (more := invited_too(turn)) is not None:
        return "invite", more
    if opened_after_all(turn):
        return "door_open", {}
    if (other_days := away_otherwise(turn)) is not None:
        return "correction", other_days
    if (taken := taken_too(turn)) is not None:
        return "claim", taken
    if _tells_on(turn):
        return "log_note", {"note": turn.text.strip()}
    if (ill := _somebody_ill(turn)) is not None:
        return "release", {"who": [str(ill.id)]}
    if (other := _otherwise_after_all(turn)) is not None:
        return other
    third_named(turn, {})
    if (late := late_by(turn)) is not None:
        return "late", late
    return looked_on(turn) or on_that_day_too(turn) or once_more(turn)


def _otherwise_after_all(turn: Turn) -> tuple[str, Values] | None:
    """ "Oja, 11 uur" or "duurt 2 uur", of what was just planned; "oeps toch wel", of what was just called off."""
    if not just_changed(turn):
        return None
    change = turn.store.newest_change(turn.someone.id, turn.now - A_WHILE)
    if change is not None and change.what == "plan" and (left_out := _left_out(turn, change)) is not None:
        return "cancel_task", left_out
    if change is not None and change.what in _CALLED_OFF and follows.says_after_all(turn.text):
        return "not_after_all", {}
    rest = follows.puts_right(turn.text) if change is not None and change.what in _PLANNED else ""
    times = parse(rest, turn.local()) if rest else []
    if len(times) != 1 or times[0].has_date or times[0].rule:
        return None
    if times[0].kind == "duration" and times[0].duration is not None:
        return "correction", {"duration_min": int(times[0].duration.total_seconds() // 60)}
    return ("correction", {"start": clocks_of(times[0])[0]}) if times[0].has_clock and times[0].start else None


def _left_out(turn: Turn, change: Change) -> Values | None:
    """ "Niet op 28 december", of the series that was just planned."""
    rest = follows.but_not(turn.text)
    days = parse(rest, turn.local()) if rest else []
    shifts = touched(turn, change) if days else []
    if len(shifts) < 2 or any(one.has_clock or one.rule or one.start is None for one in days):
        return None
    off = []
    for one in days:
        assert one.start is not None
        last = one.start.date() if one.end is None else (one.end - timedelta(minutes=1)).date()
        last = last + timedelta(days=1) if follows.of_two_days(rest) and last == one.start.date() else last
        off.append(f"{one.start.date()}/{last}")
    return {"shift": shifts[0], "off": off}


def _tells_on(turn: Turn) -> bool:
    """Whether this is one more line for the log, right after the one before: people write in two messages."""
    if not turn.places or not remarks.tells_more(turn.text):
        return False
    newest = turn.store.newest_change(turn.someone.id, turn.now - A_WHILE)
    return newest is not None and newest.what in _LOGGED


def _somebody_ill(turn: Turn) -> Member | None:
    """Who is said to be ill and does something in the next days, where who says so may arrange it."""
    for own, circle in turn.places if turn.organises else ():
        others = [m for m in turn.store.members_of(circle.id) if m.present and m.id != own.id]
        ill = [m for m in others if bystanders.is_ill(m.name, turn.text)]
        if len(ill) == 1 and turn.store.shifts_of_members([ill[0].id], turn.now, turn.now + THESE_DAYS):
            return ill[0]
    return None


def task_alone(turn: Turn) -> Values:
    """What is to be planned, where nothing is said but where to: "naar de dokter"; {} where it stands already."""
    named = taskparts.errand(turn.text) if turn.places else ""
    known = {what.casefold() for _, circle in turn.places for what in turn.store.whats_of(circle.id)}
    return {"what": named, "title": turn.text.strip(" .!").lower()} if named and named not in known else {}
