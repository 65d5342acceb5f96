"""Which shifts somebody means, by what, by when, or by both; and how a list names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz

from bot.dialog import Values
from locales.nl import moments
from locales.nl.grammar.expression import CODES
from locales.nl.tasks import same_thing, same_verb
from locales.nl.written import ISO_DAY, is_day
from scheduling.care import Assignment, Staffed
from scheduling.daypart import DayPart, part_of
from scheduling.people import Circle, Member
from scheduling.recurrence import falls_on, weekdays_of

STILL = timedelta(hours=12)  # what began so long ago may be meant still
_ABOUT = timedelta(minutes=20)  # what begins so much earlier or later is meant by a clock time too
_PARTS = {  # an evening is long
    "morning": (DayPart.MORNING,),
    "afternoon": (DayPart.AFTERNOON,),
    "evening": (DayPart.EVENING, DayPart.NIGHT),
    "night": (DayPart.NIGHT,),
}
LIKE = 75  # of 100: how much a name must look like what was said


def matching(shifts: Iterable[Staffed], values: Values, zone: str, now: datetime) -> list[Staffed]:
    """The shifts that fit what was said (`shift`, `what`, `start`, `end`, `rrule`: local ISO times), in their order."""
    local = ZoneInfo(zone)
    found = [s for s in shifts if "shift" not in values or s.shift.id == values["shift"]]
    if values.get("what"):
        fits = {name for name in {s.shift.what for s in found} if is_like(name, str(values["what"]))}
        found = [s for s in found if s.shift.what in fits]
    if values.get("part") and (values.get("rrule") or not _says_hours(values)):
        found = [s for s in found if part_of(s.shift, zone) in _PARTS.get(str(values["part"]), DayPart)]
    if values.get("rrule") and isinstance(values.get("start"), str):
        return [s for s in found if s.shift.start >= now - STILL and _on_its_days(s, values, local)]
    spans = _spans(values, zone, now)
    if spans:
        found = [s for s in found if any(a <= s.shift.start < b for a, b in spans)]
    if values.get("without"):  # "de hele week, behalve woensdag": first and last day of each stretch
        left_out = [tuple(stretch.split("/")) for stretch in values["without"]]
        on = [(s, s.shift.start.astimezone(local).date().isoformat()) for s in found]
        found = [s for s, day in on if not any(first <= day <= last for first, last in left_out)]
    if values.get("rrule"):
        days = weekdays_of(values["rrule"])
        if "MONTHLY" in values["rrule"] or "INTERVAL" in values["rrule"]:  # "de 1e en 3e zaterdag", "om de week"
            dates = (s.shift.start.astimezone(local).date() for s in found)
            first = min((day for day in dates if day.weekday() in days), default=now.astimezone(local).date())
            found = [
                s for s in found if falls_on(values["rrule"], first, max(first, s.shift.start.astimezone(local).date()))
            ]
        found = [s for s in found if s.shift.start.astimezone(local).weekday() in days]
        found = [s for s in found if _within(values, s.shift.start.astimezone(local).date())]
    return found


def of_each(
    shifts: Sequence[Staffed], places: Iterable[tuple[Member, Circle]], values: Values, now: datetime
) -> list[tuple[Staffed, Assignment, tuple[Member, Circle]]]:
    """What each of these members is on, of the shifts that fit what was said, in order of time."""
    found = [
        (staffed, mine, place)
        for place in places
        for staffed in matching(shifts, values, place[1].zone, now)
        if (mine := staffed.of(place[0].id)) is not None
    ]
    return sorted(found, key=lambda one: (one[0].shift.start, one[0].shift.id))


def _within(values: Values, day: date) -> bool:
    """Whether a day is between the first and the last that were said: "alle dinsdagen in oktober"."""
    first, last = (str(values.get(name) or "")[:ISO_DAY] for name in ("from", "until"))
    return (not is_day(first) or first <= str(day)) and (not is_day(last) or str(day) <= last)


def _says_hours(values: Values) -> bool:
    """Whether the moments that are named have hours themselves."""
    said = values.get("start")
    return any(":" in str(one) for one in (said if isinstance(said, list) else [said]))


def _on_its_days(staffed: Staffed, values: Values, zone: ZoneInfo) -> bool:
    """Whether a shift is on a day of the rule, which counts its weeks from `start`."""
    day = staffed.shift.start.astimezone(zone).date()
    first = date.fromisoformat(str(values["start"])[:10]) if len(str(values["start"])) >= ISO_DAY else day
    if day < first or (values.get("end") and str(day) >= str(values["end"])[:10]):
        return False
    if any(begin <= str(day) <= last for begin, last in (one.split("/") for one in values.get("without") or ())):
        return False
    clocks = values.get("times") or [str(values["start"])[11:16]]
    begins = staffed.shift.start.astimezone(zone)
    at = [abs(begins - datetime.combine(day, time.fromisoformat(one), zone)) for one in clocks if one]
    rule = str(values["rrule"])
    if "WEEKLY" in rule and "BYDAY" not in rule:  # "de even weken": on whatever days something is
        rule = f"{rule};BYDAY={','.join(CODES)}"
        first -= timedelta(days=first.weekday())
    return falls_on(rule, first, day) and (not at or min(at) <= _ABOUT)


def where_something_is(values: Values, roster: Callable[[], list[Staffed]], now: datetime, text: str) -> Values:
    """`start`, where a weekday that was named ("vrijdag") has nothing: the same day a week on if that has something,
    or a week before where that is still to come.

    `now` is on the circle's clock. {} where hours or dates were said, or nothing is meant otherwise; the roster is read
    only where it matters.
    """
    said = values.get("start")
    days = said if isinstance(said, list) else [said]
    if values.get("end") or values.get("rrule") or any(sign.isdigit() for sign in text):
        return {}
    if not all(is_day(day) for day in days):
        return {}
    starts = [_or_the_other_week(str(day), values, roster, now, text) for day in days]
    return {} if starts == days else {"start": starts if isinstance(said, list) else starts[0]}


def _or_the_other_week(day: str, values: Values, roster: Callable[[], list[Staffed]], now: datetime, text: str) -> str:
    at, zone = date.fromisoformat(day), str(now.tzinfo)
    ahead = (at - now.date()).days
    if moments.weekday(at) not in text.casefold() or ahead >= 14:
        return day
    # "Dinsdag en zaterdag", on a Friday: the Saturday after that Tuesday, unless only tomorrow has something.
    other = _weeks_on(day, 1 if ahead <= 7 else -1) or day
    there, then = (matching(roster(), {**values, "start": one}, zone, now) for one in (day, other))
    return other if then and not there else day


def dated(values: Values) -> bool:
    """Whether a day is said, and no clock time without one."""
    said = values.get("start")
    days = said if isinstance(said, list) else [said]
    return bool(said) and all(len(str(day)) >= ISO_DAY for day in days)


def weeks_on(values: Values, weeks: int) -> Values:
    """The same, so many weeks later."""
    said = values.get("start")
    starts = [_weeks_on(one, weeks) for one in (said if isinstance(said, list) else [said])]
    return {
        **values,
        "start": starts if isinstance(said, list) else starts[0],
        "end": _weeks_on(values.get("end"), weeks),
    }


def _weeks_on(said: object, weeks: int) -> str | None:
    if not isinstance(said, str) or len(said) < 10:
        return None
    return f"{date.fromisoformat(said[:10]) + timedelta(weeks=weeks)}{said[10:]}"


def window(values: Values, zone: str, now: datetime, until: datetime) -> tuple[datetime, datetime]:
    """From when until when a shift can begin that fits what was said (UTC): no more than that need be read."""
    spans = _spans(values, zone, now) or [(now - STILL, until)]
    return max(min(a for a, _ in spans), now - STILL), min(max(b for _, b in spans), until)


def _spans(values: Values, zone: str, now: datetime) -> list[tuple[datetime, datetime]]:
    """The spans of time that were said (UTC)."""
    said = values.get("start") or []
    if not said and (until := _until(values.get("end"), now.astimezone(ZoneInfo(zone)).tzinfo)):
        return [(now, until.astimezone(UTC))]
    several = said if isinstance(said, list) else [said]
    end, here = values.get("end") if len(several) == 1 else None, now.astimezone(ZoneInfo(zone))
    # In UTC: datetimes of one zone are compared by the clock on the wall, which says some hours twice.
    return [(a.astimezone(UTC), b.astimezone(UTC)) for a, b in (_span(str(one), end, here) for one in several)]


def _span(start: str, end: object, here: datetime) -> tuple[datetime, datetime]:
    """What a local ISO moment covers: a day, a clock time give or take, or until `end`."""
    zone = here.tzinfo
    if "T" not in start and ":" in start:
        begin = datetime.combine(here.date(), time.fromisoformat(start), zone)
        begin = begin if begin >= here - timedelta(hours=1) else begin + timedelta(days=1)
        return begin - _ABOUT, begin + _ABOUT
    if "T" not in start:
        begin = datetime.combine(date.fromisoformat(start[:10]), time(), zone)
        return begin, _until(end, zone) or begin + timedelta(days=1)
    begin = datetime.fromisoformat(start).replace(tzinfo=zone)
    until = _until(end, zone)
    return (begin, until) if until else (begin - _ABOUT, begin + _ABOUT)


def _until(end: object, zone: object) -> datetime | None:
    if not isinstance(end, str) or len(end) < 10:
        return None
    return datetime.fromisoformat(end).replace(tzinfo=zone)  # type: ignore[arg-type]


def is_like(name: str, said: str) -> bool:
    """Whether these words may mean the task of this name ("de hond" is "hond uitlaten")."""
    a, b = name.casefold(), said.casefold()
    near = a in b or b in a or fuzz.token_set_ratio(a, b) >= LIKE or fuzz.partial_ratio(a, b) >= LIKE + 10
    return near or same_verb(a, b) or same_thing(a, b)


def line(staffed: Staffed, zone: str) -> str:
    """ "do 6 mrt 14:30-15:30 huisarts"."""
    local = ZoneInfo(zone)
    start, end = staffed.shift.start.astimezone(local), staffed.shift.end.astimezone(local)
    return f"{moments.short_day(start.date())} {moments.span(start, end)} {staffed.shift.what}"


def listed(words: Callable[..., str], shifts: Sequence[tuple[Staffed, Circle]], most: int, *, mark: str = "") -> str:
    """Each on a line that begins with this mark, and in the last one how many more there are than `most`."""
    lines = [f"{mark}{line(staffed, circle.zone)}" for staffed, circle in shifts[:most]]
    return "\n".join([*lines, *([words("claim-and-more", count=len(shifts) - most)] if len(shifts) > most else ())])


def labels(shifts: Iterable[Staffed], zone: str) -> list[str]:
    """A button for each: "do 6 mrt 14:30", with the task in it where two begin together. At most 20 characters."""
    every = list(shifts)
    local = ZoneInfo(zone)
    plain = [moments.label(s.shift.start.astimezone(local)) for s in every]
    return [
        text if plain.count(text) == 1 else f"{moments.clock(s.shift.start.astimezone(local))} {s.shift.what}"[:20]
        for text, s in zip(plain, every, strict=True)
    ]
