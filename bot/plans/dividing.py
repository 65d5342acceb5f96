"""What recurs, divided among several people: whose it is by habit, on which days and at which part of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.dialogs.assign import tell_planned
from bot.members import named
from bot.turn import Place, Turn
from locales.nl import moments
from locales.nl.dividing import is_in, spoken
from scheduling.care import Series, Shift
from scheduling.changes import comes_on
from scheduling.habits import give
from scheduling.people import Circle, Member
from scheduling.rights import Action, may


@dataclass(frozen=True)
class Part:
    """What one member does: weekdays (0 is Monday, none: all) and a part of the day ("": all of it)."""

    member: Member
    days: frozenset[int]
    part: str
    nights: bool = False  # whether the nights are a part of their own

    @property
    def when(self) -> str:
        """ "in het weekend", "op maandag 's ochtends"."""
        return spoken(self.days, self.part)


def parts_of(turn: Turn, values: Values, place: Place, do: str) -> tuple[list[Part], list[str]]:
    """Who does what as it was said (`shares`), and who was left out: others are put on it by an organiser alone."""
    own, circle = place
    found: list[Part] = []
    left_out: list[str] = []
    nights = any(share.get("part") == "night" for share in values.get("shares") or ())
    for share in values.get("shares") or ():
        member = named(turn, circle, str(share["who"]), do, values)
        if member is None:
            continue
        if member.id != own.id and not may(own, Action.ASSIGN_OTHERS, circle):
            left_out.append(member.name)
            continue
        found.append(Part(member, frozenset(share.get("days") or ()), str(share.get("part") or ""), nights))
    return found, left_out


def where_it_comes(parts: Iterable[Part], series: Iterable[Series]) -> list[Part]:
    """The same without the days on which none of these comes: "Els de rest", of what comes on weekdays."""
    comes = frozenset(day for one in series for day in comes_on(one.rule))
    return [replace(part, days=part.days & comes or part.days) for part in parts]


def divide(turn: Turn, circle: Circle, series: Iterable[int], parts: list[Part]) -> list[tuple[Part, list[Shift]]]:
    """Give everybody their part of these series, in the weeks to come too; what is theirs of it now, by time."""
    zone, ids = ZoneInfo(circle.zone), list(series)
    given = []
    for part in parts:
        theirs: list[Shift] = []
        for id in ids:
            one = turn.store.get(Series, id)
            if is_in(part.part, one.starts.astimezone(zone).hour, nights=part.nights):
                theirs += give(turn.store, circle, one, part.days, part.member, turn.now)
        given.append((part, sorted(theirs, key=lambda shift: (shift.start, shift.id))))
    return given


def listed(turn: Turn, parts: list[Part]) -> str:
    """ "jij door de week en Tom in het weekend"."""
    return moments.listed(f"{_name(turn, part)} {part.when}" for part in parts)


def _name(turn: Turn, part: Part) -> str:
    return turn.word("proposal-you") if part.member.person == turn.someone.id else part.member.name


def lines(turn: Turn, circle: Circle, series: Iterable[Series], part: Part) -> list[str]:
    """What of these would be somebody's: "- medicijnen om 08:00 en 12:30: jij 's ochtends"."""
    zone = ZoneInfo(circle.zone)
    clocks: dict[str, list[str]] = {}
    for one in series:
        start = one.starts.astimezone(zone)
        if is_in(part.part, start.hour, nights=part.nights) and (not part.days or comes_on(one.rule) & part.days):
            clocks.setdefault(turn.store.series_with_task(one.id)[1].what, []).append(moments.clock(start))
    who: Values = {"name": _name(turn, part), "when": part.when}
    return [
        f"- {turn.word('habit-shares-line', what=what, clock=moments.listed(sorted(set(said))), **who)}"
        for what, said in clocks.items()
    ]


def counted(turn: Turn, circle: Circle, part: Part, shifts: list[Shift]) -> str:
    """ "Tom in het weekend: medicijnen (16 keer, vanaf zaterdag 10 mei om 08:00)"."""
    return f"{listed(turn, [part])}: {turn.about_all(shifts, circle)}"


def tell(turn: Turn, circle: Circle, part: Part, shifts: list[Shift]) -> None:
    """Whoever it was given to hears how it comes again, from when, and may say no."""
    if not shifts or part.member.person == turn.someone.id:
        return
    what = moments.listed(dict.fromkeys(shift.what for shift in shifts))
    here = turn.local(circle)
    first = moments.moment(shifts[0].start.astimezone(here.tzinfo), here)
    tell_planned(
        turn,
        part.member,
        tuple(s.id for s in shifts),
        shifts[0],
        f"{part.when}, {turn.word('habit-from', first=first)}",
        circle,
        what,
    )
