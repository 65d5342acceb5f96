"""The roster as a calendar file that Google, Apple and Outlook take in (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from icalendar import Calendar, Event

from scheduling.care import Part, Shift, ShiftState, Staffed

_DOMAIN = "zorgkring"
_STATUS = {True: "TENTATIVE", False: "CONFIRMED"}  # open still, or somebody does it


def calendar(name: str, shifts: Iterable[Staffed], titles: Mapping[int, str], now: datetime) -> bytes:
    """These shifts, `titles` by shift id. Uids stay the same and SEQUENCE grows, so that a change moves an entry."""
    made = Calendar()
    made.add("prodid", "-//zorgkring//NL")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    for staffed in shifts:
        made.add_component(_event(staffed, titles[staffed.shift.id], now))
    return bytes(made.to_ical())


def _event(staffed: Staffed, title: str, now: datetime) -> Event:
    shift = staffed.shift
    event = Event()
    event.add("uid", f"shift-{shift.id}@{_DOMAIN}")
    event.add("sequence", _sequence(shift, staffed))
    event.add("dtstamp", now)
    event.add("dtstart", shift.start)
    event.add("dtend", shift.end)
    event.add("summary", title)
    if shift.state == ShiftState.CANCELLED:
        event.add("status", "CANCELLED")
    else:
        event.add("status", _STATUS[bool(staffed.places_open)])
    return event


def _sequence(shift: Shift, staffed: Staffed) -> int:
    """Grows with every change of the shift or of who is on it."""
    return shift.version - 1 + sum(a.version for a in staffed.assignments if a.part != Part.RESERVE)
