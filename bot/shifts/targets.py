"""Which planned shift somebody wants to change or call off, and whether they may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Answered, Place, Turn
from locales.nl import moments, skipping
from locales.nl.written import ISO_DAY
from scheduling.care import Series, Shift, Staffed, Task
from scheduling.changes import row
from scheduling.people import Circle, Member
from scheduling.rights import Action, may

FAR = timedelta(days=70)
SHOWN = 10


@dataclass(frozen=True)
class Target:
    """A shift with its series, in the circle of who speaks."""

    staffed: Staffed
    series: Series
    member: Member
    circle: Circle

    @property
    def shift(self) -> Shift:
        """The shift itself."""
        return self.staffed.shift

    @property
    def others(self) -> list[int]:
        """The members who count on it beside who speaks."""
        on_it = (*self.staffed.responsible, *self.staffed.reserves)
        return [a.member for a in on_it if a.member != self.member.id]


def about(turn: Turn, target: Target) -> str:
    """What and when, in words that stay true."""
    return turn.about(target.shift, target.circle)


def find(turn: Turn, values: Values, do: str, *, whole: bool = False) -> Target:
    """The one shift that is meant. Ends the turn with a question where several are, and kindly where none is.

    `values` may name `shift`, `what`, `start` and `since` (its first day); `do` goes on with the shift that is chosen.
    With `whole` all series of one task are meant together: medicines at four times a day are no question.
    """
    if not turn.places:
        turn.place(values, do)
    wanted = {key: values[key] for key in ("shift", "what", "start", "end") if values.get(key)}
    found = fitting(turn, wanted)
    if not found and "start" in wanted and "what" in wanted:
        found = fitting(turn, {"what": wanted["what"]})
        if found and do == "cancel_task" and isinstance(wanted["start"], str):
            on = _weekday(str(wanted["start"]))
            _on_another_day(turn, wanted, next((one for one in found if _day(*one).weekday() == on), found[0]), do)
    if not found:
        key = "targets-none-fits" if wanted else "targets-none"
        raise Answered(Say(turn.word(key), (turn.option("button-roster", "show_roster"),)))
    if values.get("since"):
        near, found = found[0], [one for one in found if _day(*one) >= date.fromisoformat(values["since"])]
        if not found:
            raise Answered(Say(turn.word("targets-too-far", what=moments.begin(near[0].shift.what))))
    mine = [one for one in found if may_change(turn, *one)]
    if not mine:
        _refused(turn, *found[0])
    if whole:
        mine = _named(turn.text, mine)
    if whole or skipping.is_of_what_recurs(turn.text):  # one that comes once is not meant with "voortaan"
        mine = [one for one in mine if turn.store.get(Series, one[0].shift.series).rule] or mine
    if "shift" not in wanted and len({s.shift.task for s, _ in mine} if whole else _rows(turn, mine)) > 1:
        _which(turn, mine, values, do)
    staffed, (member, circle) = mine[0]
    return Target(staffed, turn.store.get(Series, staffed.shift.series), member, circle)


def _weekday(start: str) -> int | None:
    """The day of the week of a local ISO moment, Monday is 0; None of an hour alone."""
    return date.fromisoformat(start[:ISO_DAY]).weekday() if len(start) >= ISO_DAY else None


def _on_another_day(turn: Turn, wanted: Values, near: tuple[Staffed, Place], do: str) -> None:
    """It is not on the roster then: the nearest that is, is asked about. Goes on where the same day was meant."""
    staffed, (_, circle) = near
    said = str(wanted["start"])[:ISO_DAY]
    if len(said) < ISO_DAY or said == _day(*near).isoformat():
        return
    options = (
        turn.option("button-yes", do, means="yes", shift=staffed.shift.id),
        turn.option("button-no", "fine", means="no"),
    )
    day = moments.begin(moments.day(date.fromisoformat(said), turn.local(circle).date()))
    words = {"what": staffed.shift.what, "day": day, "about": turn.about(staffed.shift, circle)}
    raise Answered(Say(turn.word("targets-other-day", **words), options))


def fitting(turn: Turn, wanted: Values) -> list[tuple[Staffed, Place]]:
    found: list[tuple[Staffed, Place]] = []
    for place in turn.places:
        roster = turn.store.roster_between(place[1].id, turn.now - timedelta(hours=12), turn.now + FAR)
        ahead = [s for s in roster if s.shift.end > turn.now]
        found += [(s, place) for s in finding.matching(ahead, wanted, place[1].zone, turn.now)]
    return found


def _day(staffed: Staffed, place: Place) -> date:
    return staffed.shift.start.astimezone(ZoneInfo(place[1].zone)).date()


def _rows(turn: Turn, found: list[tuple[Staffed, Place]]) -> set[tuple[int, str]]:
    """Of which rows of shifts these are."""
    circles = {staffed.shift.series: circle for staffed, (_, circle) in found}
    return {row(turn.store.get(Series, id), circle) for id, circle in circles.items()}


def _named(text: str, found: list[tuple[Staffed, Place]]) -> list[tuple[Staffed, Place]]:
    """Those whose whole name was said, where there are: "koffie bij de buren" is not the other coffee."""
    said = {s.shift.what for s, _ in found if s.shift.what.casefold() in text.casefold()}
    longest = max(said, key=len, default=None)
    return found if longest is None else [one for one in found if one[0].shift.what == longest]


def may_change(turn: Turn, staffed: Staffed, place: Place) -> bool:
    """Whether who speaks may change this shift."""
    if may(place[0], Action.CHANGE_ANY_PLAN, place[1]):
        return True
    own = turn.store.get(Task, staffed.shift.task).made_by == place[0].id
    return own and may(place[0], Action.CHANGE_OWN_PLAN, place[1])


def _refused(turn: Turn, staffed: Staffed, place: Place) -> None:
    """Not theirs to change; who is on it probably means that they cannot come."""
    mine = staffed.of(place[0].id)
    options: tuple[Option, ...] = ()
    if mine is not None:
        options = (turn.option("button-i-cannot", "release", shift=staffed.shift.id),)
    raise Answered(Say(turn.word("may-not-change-any-plan"), options))


def _which(turn: Turn, found: list[tuple[Staffed, Place]], values: Values, do: str) -> None:
    first: dict[int, tuple[Staffed, Place]] = {}
    for one in found:  # of a series the next one stands for all
        first.setdefault(one[0].shift.series, one)
    shown = list(first.values())[:SHOWN]
    zone = shown[0][1][1].zone
    kept = {k: v for k, v in values.items() if k not in ("what", "start", "heard", "title", "task")}
    labels = finding.labels([s for s, _ in shown], zone)
    options = tuple(
        Option(label, do, {**kept, "shift": s.shift.id}) for label, (s, _) in zip(labels, shown, strict=True)
    )
    lines = [f"{i}. {finding.line(s, zone)}" for i, (s, _) in enumerate(shown, 1)]
    raise Answered(Say("\n".join([turn.word("targets-which"), *lines]), options))


def following(turn: Turn, target: Target, *, all_of_it: bool) -> list[Staffed]:
    """The shifts of its series from this one on, or all that are still to come; with the others of its row, where it
    was divided among people."""
    since = turn.now if all_of_it else target.shift.start
    found = turn.store.shifts_of_task(target.shift.task, since - timedelta(microseconds=1))
    whole = row(target.series, target.circle)
    of = {id: turn.store.get(Series, id) for id in {one.shift.series for one in found}}
    return [one for one in found if row(of[one.shift.series], target.circle) == whole]


def by_series(turn: Turn, target: Target, shifts: Iterable[Staffed]) -> list[tuple[Series, list[Staffed]]]:
    """These shifts by the series that they are of, that of the target first."""
    found: dict[int, list[Staffed]] = {target.series.id: []}
    for one in shifts:
        found.setdefault(one.shift.series, []).append(one)
    return [(turn.store.get(Series, id), theirs) for id, theirs in found.items() if theirs]


def scopes(turn: Turn, target: Target, do: str, values: Values) -> tuple[Option, ...]:
    """Only this one, this and what follows, or all of the series."""
    start = target.shift.start.astimezone(ZoneInfo(target.circle.zone))
    kept = {**values, "shift": target.shift.id}
    only = turn.word("targets-only", day=moments.short_day(start.date()))[:20]
    every = following(turn, target, all_of_it=True)
    options = [Option(only, do, {**kept, "scope": "one"})]
    if every and every[0].shift.id != target.shift.id:
        options.append(turn.option("button-following", do, **kept, scope="following"))
    options.append(turn.option("button-whole-series", do, **kept, scope="all"))
    return (*options, turn.option("button-leave-it", "fine", means="no"))


def told(turn: Turn, members: list[int]) -> tuple[list[int], str, str]:
    """The persons among these members, all their names, and the names of those who are not in the chat."""
    found = [turn.store.get(Member, id) for id in dict.fromkeys(members)]
    persons = [m.person for m in found if m.person is not None and m.person != turn.someone.id]
    absent = moments.listed(m.name for m in found if m.person is None)
    return persons, moments.listed(m.name for m in found), absent or "none"
