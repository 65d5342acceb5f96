"""The shift of one's own on a day that is spoken of, and that somebody comes to it later."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.turn import Instead, Turn
from locales.nl import changing
from locales.nl.time import parse
from locales.nl.written import clocks_of
from scheduling.care import Staffed
from scheduling.people import Circle

AHEAD = timedelta(days=28)


def own_on_that_day(turn: Turn) -> tuple[Staffed, Circle] | None:
    """The one shift of one's own on the day that is spoken of: "vrijdag komt mijn zus" may be about that."""
    times = [one for one in parse(turn.text, turn.local()) if one.has_date and one.start] if turn.places else []
    if len(times) != 1 or times[0].start is None:
        return None
    own = {member.id: circle for member, circle in turn.places}
    found = [
        (staffed, own[mine.member])
        for staffed in turn.store.shifts_of_members(list(own), turn.now, turn.now + AHEAD)
        for mine in staffed.responsible
        if mine.member in own
        and staffed.shift.start.astimezone(turn.local(own[mine.member]).tzinfo).date() == times[0].start.date()
    ]
    return found[0] if len(found) == 1 else None


def comes_later(turn: Turn) -> None:
    """Ends the turn where somebody says at what hour they can come at the earliest, on a day on which they have one
    shift that begins before it: "ik kan morgen pas om 1 uur"."""
    if not changing.says_not_before(turn.text) or (own := own_on_that_day(turn)) is None:
        return
    staffed, circle = own
    begins = f"{staffed.shift.start.astimezone(ZoneInfo(circle.zone)):%H:%M}"
    times = [one for one in parse(turn.text, turn.local(circle)) if one.has_clock and one.start and not one.rule]
    said = clocks_of(times[0]) if len(times) == 1 else []
    both = {*said, *(f"{int(clock[:2]) + 12}{clock[2:]}" for clock in said if clock < "12:00")}  # "half 10" at night
    later = [clock for clock in both if clock > begins]
    if later:
        raise Instead("other_time", {"start": min(later), "shifts": [staffed.shift.id]})
