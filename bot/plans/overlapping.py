"""Planning with somebody who has something else then: what is in the way, and ways out that were worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.saying import Option, Say, label_for
from bot.shifts.clashing import in_the_way, time_label, two_moments
from bot.turn import Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from scheduling.care import HOLDS, Shift
from scheduling.clashes import Clash
from scheduling.people import Circle, Member
from scheduling.plans import AHEAD, Draft
from scheduling.recurrence import end_of, occurrences
from scheduling.rights import Action, may
from scheduling.suited import diary, who_could

SHOWN = 6  # dates of a series


@dataclass(frozen=True)
class Met:
    """One of the shifts that are to be, and who cannot do it."""

    shift: Shift
    member: Member
    clash: Clash


def found_in_the_way(turn: Turn, draft: Draft, circle: Circle, who: tuple[Member, ...]) -> list[Met]:
    """What keeps these people from what is to be planned, in order of time."""
    shifts = _to_be(draft, circle, turn.now)
    if not shifts:
        return []
    found = []
    for member in who:
        known = diary(turn.store, member, min(s.start for s in shifts), max(s.end for s in shifts))
        found += [Met(s, member, met[0]) for s in shifts if (met := known.hindrances(s, circle.zone))]
    return sorted(found, key=lambda met: met.shift.start)


def _to_be(draft: Draft, circle: Circle, now: datetime) -> list[Shift]:
    starts: list[datetime] = []
    for one in (draft.start, *draft.also):
        starts += list(_starts(one, draft, circle, now)) if draft.rule else [one]
    ends = [end_of(start, draft.minutes, circle.zone) for start in starts]
    people, home = draft.people_needed, draft.at_home
    return [
        Shift(0, circle.id, 0, 0, start, start, end, draft.what, people, home)
        for start, end in sorted(zip(starts, ends, strict=True))
    ]


def _starts(one: datetime, draft: Draft, circle: Circle, now: datetime) -> Iterator[datetime]:
    return occurrences(one, draft.rule, circle.zone, max(now, one), now + AHEAD, draft.without)


def say_in_the_way(turn: Turn, values: Values, met: list[Met], circle: Circle, summary: str) -> None:
    """One shift: another time, somebody else, nobody yet. A series: what clashes stays open. Or all the same."""
    anyway = turn.option("button-anyway", "plan_it", plan=values, anyway=True)
    if values.get("rrule") or values.get("dates") or values.get("times"):
        days = dict.fromkeys(one.shift.start.astimezone(ZoneInfo(circle.zone)).date() for one in met)
        shown = [moments.short_day(day) for day in list(days)[:SHOWN]]
        mine = any(one.member.person == turn.someone.id for one in met)
        names = moments.listed(dict.fromkeys(m.member.name for m in met if m.member.person != turn.someone.id))
        text = turn.word(
            "clash-plan-some",
            summary=summary,
            dates=moments.listed(shown),
            more=len(days) - len(shown),
            own="yes" if mine else "no",
            names=names or "none",
        )
        options: tuple[Option, ...] = (
            turn.option("button-leave-open", "plan_it", means="yes", plan=values),
            anyway,
            turn.option("button-no", "plan_change", means="no", plan=values),
        )
    else:
        first = met[0]
        own = first.member.person == turn.someone.id
        why = in_the_way(turn, first.clash, first.shift, circle, first.member) if own else ""
        text = f"{summary} {why or turn.word('clash-plan-other', name=first.member.name)}"
        nobody = {**values, "who": [w for w in values["who"] if str(w) != str(first.member.id) and w != SPEAKER]}
        options = (
            *_times(turn, values, met, circle),
            *_others(turn, values, first, circle),
            turn.option("button-leave-open", "plan_it", plan=nobody),
            anyway,
        )
    turn.said.append(Say(text, options, dialog="plan", about=met[0].shift.what))


def _times(turn: Turn, values: Values, met: list[Met], circle: Circle) -> tuple[Option, ...]:
    """The nearest times that suit everybody it is for."""
    people = list({one.member.id: one.member for one in met}.values())
    found = two_moments(turn, met[0].shift, people, circle)
    return tuple(
        Option(time_label(turn, minutes), "plan", {"kept": values, "start": _clock(moved, circle)})
        for minutes, moved in found
    )


def _clock(shift: Shift, circle: Circle) -> str:
    return f"{shift.start.astimezone(ZoneInfo(circle.zone)):%H:%M}"


def _others(turn: Turn, values: Values, met: Met, circle: Circle) -> tuple[Option, ...]:
    """Somebody who could, where the planner may put them there; they are asked whether it suits."""
    own = next((member for member, of in turn.places if of.id == circle.id), None)
    if own is None or not may(own, Action.ASSIGN_OTHERS, circle):
        return ()
    could = who_could(turn.store, met.shift, circle, turn.now, frozenset({met.member.id}))
    could = [one for one in could if one.person != turn.someone.id] or could
    return tuple(
        Option(label_for(turn.word, "clash-instead", one.name), "plan", {"kept": values, "who": [str(one.id)]})
        for one in could[:1]
    )


@dataclass(frozen=True)
class Done:
    """Who is on what was planned, how many of it nobody is on, and who has something else then."""

    who: tuple[Member, ...]
    left_open: int
    overlapping: tuple[Member, ...]


def said_who(turn: Turn, who: tuple[Member, ...], shifts: list[Shift]) -> Done:
    """As the roster has it."""
    if not who:
        return Done((), 0, ())
    staffed = [s for shift in shifts if (s := turn.store.staffed(shift.id)) is not None]
    on_it = {a.member for s in staffed for a in s.assignments if a.part in HOLDS}
    twice = {a.member for s in staffed for a in s.assignments if a.part in HOLDS and a.overridden}
    return Done(
        tuple(m for m in who if m.id in on_it),
        sum(1 for s in staffed if not s.assignments),
        tuple(m for m in who if m.id in twice),
    )


def tell_what_overlaps(turn: Turn, done: Done, circle: Circle, about: str) -> None:
    """The organisers see who does two things at a time on purpose."""
    for member in done.overlapping:
        names: dict[str, Any] = {"name": member.name, "about": about, "recipient": circle.recipient}
        turn.tell_organisers(circle, "claim-told-anyway", **names)
