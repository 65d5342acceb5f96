"""What a calendar holds: somebody's own shifts in every circle, or all of one circle. Reads alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.papers.calendar import Entry, Habit, calendar
from locales.nl import moments
from locales.words import Words
from scheduling.care import Part, Series, Staffed, Task
from scheduling.people import AMSTERDAM, Circle, CircleState, Member
from scheduling.rights import Action, may
from storage.store import Store

BACK, AHEAD = timedelta(days=60), timedelta(days=400)


@dataclass(frozen=True)
class Wanted:
    """Whose calendar: that of these memberships alone, or of all the `circle`."""

    places: tuple[tuple[Member, Circle], ...]
    circle: Circle | None = None

    @property
    def circles(self) -> tuple[int, ...]:
        """Every circle that it takes in."""
        return tuple(circle.id for _, circle in self.places)

    @property
    def zone(self) -> str:
        """On whose clock it is written."""
        return self.places[0][1].zone if self.places else AMSTERDAM


def wanted(store: Store, person: int, circle: int | None) -> Wanted | None:
    """What this person may see now of what was asked for, or None where that is nothing."""
    places = tuple(place for place in store.memberships_of(person) if may(place[0], Action.EXPORT, place[1]))
    if circle is None:
        return Wanted(places) if places else None
    for member, found in places:
        if found.id == circle and may(member, Action.SEE_ROSTER, found):
            return Wanted(((member, found),), found)
    return None


def file(store: Store, words: Words, wants: Wanted, first: date, until: date | None = None) -> bytes:
    """The calendar from the day `first` on; series go on without end unless `until` (not included) ends it all."""
    zone = ZoneInfo(wants.zone)
    start = datetime.combine(first, time(), zone).astimezone(UTC)
    end = start + BACK + AHEAD if until is None else datetime.combine(until, time(), zone).astimezone(UTC)
    entries: list[Entry] = []
    habits: list[Habit] = []
    own = [member.id for member, _ in wants.places]
    if wants.circle is None:
        shifts = store.shifts_of_members(own, start, end)
    else:
        shifts = store.roster_between(wants.circle.id, start, end)
    for member, circle in wants.places:
        here = [staffed for staffed in shifts if staffed.shift.circle == circle.id]
        titles = _Titles(store, words, circle, None if wants.circle else member)
        entries += [entry for staffed in here if (entry := _entry(staffed, titles, zone)) is not None]
        versions = store.versions_by_series(circle.id)
        series = store.habits_in(circle.id, None if wants.circle else [member.id])
        habits += [_habit(one, task, titles, versions, circle, end if until else None) for one, task in series]
    name = words(
        "calendar-name" if wants.circle or len(wants.places) == 1 else "calendar-name-own",
        recipient=wants.places[0][1].recipient,
    )
    return calendar(name, wants.zone, entries, habits, first)


def nameless(
    store: Store, words: Words, circle: Circle, first: date, until: date, shifts: Iterable[Staffed] | None = None
) -> bytes:
    """All shifts of a circle in these days, or these of them, without who is on them."""
    zone = ZoneInfo(circle.zone)
    start, end = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, until))
    titles = _Titles(store, words, circle, None, named=False)
    found = store.roster_between(circle.id, start, end) if shifts is None else shifts
    entries = [_entry(staffed, titles, zone) for staffed in found]
    name = words("calendar-name", recipient=circle.recipient)
    return calendar(name, circle.zone, [entry for entry in entries if entry is not None], (), first)


class _Titles:
    """How the shifts of one circle are called in somebody's calendar."""

    def __init__(self, store: Store, words: Words, circle: Circle, own: Member | None, *, named: bool = True) -> None:
        self._words = words
        self._circle = circle
        self.own = own
        self._named = named
        self._said: dict[tuple[str, tuple[int, ...], int, bool], str] = {}
        self._names = {} if own or not named else {member.id: member.name for member in store.members_of(circle.id)}

    def of(self, what: str, members: Iterable[int], places_open: int, *, wants_out: bool = False) -> str:
        """A shift by what is done, for or by whom, and whether somebody is wanted. The same is worded once."""
        said = (what, tuple(members), places_open, wants_out)
        if said not in self._said:
            self._said[said] = self._worded(*said)
        return self._said[said]

    def _worded(self, what: str, members: tuple[int, ...], places_open: int, wants_out: bool) -> str:
        if self.own is not None:
            key = "calendar-own-wanted" if wants_out else "calendar-own"
            return self._words(key, what=what, recipient=self._circle.recipient)
        if not self._named:
            key = "calendar-wanted" if places_open else "calendar-own"
            return self._words(key, what=what, recipient=self._circle.recipient, count=places_open)
        who = moments.listed(self._names.get(m) or self._words("fridge-somebody") for m in members)
        if not who:
            return self._words("calendar-open", what=what, recipient=self._circle.recipient)
        key = "calendar-some" if places_open else "calendar-all"
        return self._words(key, what=what, who=who, recipient=self._circle.recipient, count=places_open)


def _entry(staffed: Staffed, titles: _Titles, zone: ZoneInfo) -> Entry | None:
    shift, own, doing = staffed.shift, titles.own, staffed.responsible
    mine = None if own is None else next((a for a in doing if a.member == own.id), None)
    if own is not None and mine is None:
        return None  # a reserve has nothing in the diary yet
    out = mine is not None and mine.part == Part.WANTS_OUT
    places_open = staffed.places_open
    sequence, since = shift.version - 1, shift.original_start
    for n, assignment in enumerate(staffed.assignments):
        sequence += assignment.version
        since = assignment.since if n == 0 else max(since, assignment.since)
    return Entry(
        shift.id,
        shift.series,
        shift.original_start,
        shift.start.astimezone(zone),
        shift.end.astimezone(zone),
        titles.of(shift.what, [a.member for a in doing], places_open, wants_out=out),
        sequence,
        since,
        out or (own is None and places_open > 0),
    )


def _habit(
    series: Series, task: Task, titles: _Titles, versions: dict[int, int], circle: Circle, until: datetime | None
) -> Habit:
    made_until = series.made_until or series.starts
    ends = made_until if circle.state != CircleState.ACTIVE else until  # a circle at rest makes no shifts
    open_places = max(0, task.people_needed - 1)
    title = titles.of(task.what, [series.habit or 0], open_places)
    sequence = series.version + task.version + versions.get(series.id, 0)
    return Habit(
        series.id,
        series.starts,
        series.rule,
        task.minutes,
        title,
        sequence,
        series.starts,
        made_until,
        ends,
        series.without,
    )
