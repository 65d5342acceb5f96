"""Asking everybody at once, because somebody says so; rounds that ask a few at a time stand in `scheduling.asking`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from scheduling.asking import ASK, Ask, AskRound, pace
from scheduling.care import Staffed
from scheduling.people import Circle, Member
from scheduling.reminders import out_of_quiet
from scheduling.store import Store
from scheduling.suited import who_could_each
from scheduling.waves import AT_ONCE


def ask_now(
    store: Store,
    circle: Circle,
    shifts: list[Staffed],
    by: int,
    now: datetime,
    only: Collection[int] | None = None,
) -> list[Member]:
    """Ask everybody who could (of `only` these members, never `by`) for one or more of these, not in quiet hours.

    Returns whom. The circle's round goes on from there: it hears when nobody is left.
    """
    wanted = shifts[:AT_ONCE]
    could: dict[int, tuple[Member, list[int]]] = {}
    able = who_could_each(store, wanted, circle, now)
    for staffed in wanted:
        for member in able[staffed.shift.id]:
            if member.id != by and (only is None or member.id in only):
                could.setdefault(member.id, (member, []))[1].append(staffed.shift.id)
    if not could:
        return []
    found = store.ask_round_of(circle.id) or store.add(AskRound(0, circle.id))
    first, last = wanted[0].shift.start, max(s.shift.start for s in wanted)
    reached = [now]
    for member, ids in could.values():
        person = store.person(member.person or 0)
        ask = store.add(Ask(0, found.id, member.id, tuple(ids), found.wave + 1, out_of_quiet(now, person)))
        store.owe(ASK, ask.at, person=person.id, subject=ask.id, payload={"meant": True}, useful_until=last)
        reached.append(ask.at)
    store.change(found, wave=found.wave + 1, next_at=max(reached) + pace(first - now)[1])
    return [member for member, _ in could.values()]
