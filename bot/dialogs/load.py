"""How the care is spread: organisers see it all, everybody else their own part; never a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.turn import Turn
from locales.nl import moments, near
from scheduling.appeals import ask_now
from scheduling.care import HOLDS, Staffed
from scheduling.daypart import DayPart, minutes_by_part, part_of
from scheduling.people import Circle, Member
from scheduling.rights import Action, may

BACK, AHEAD = timedelta(weeks=4), timedelta(weeks=1)
HELP_FOR = timedelta(weeks=2)  # help is asked for what is so near
HEAVY = 0.5  # who does more than this part of it all is offered help


def show_load(turn: Turn, values: Values) -> None:
    """Hours of the last four weeks and the next, in the order people joined, and by part of the day."""
    member, circle = turn.place(values, "show_load")
    minutes = turn.store.minutes_by_member(circle.id, turn.now - BACK, turn.now + AHEAD)
    total = sum(minutes.values())
    why = [turn.word("load-why")] if near.asks_the_reason(turn.text) else []
    if not may(member, Action.SEE_LOAD, circle):
        hours = moments.hours(minutes.get(member.id, 0))
        said = turn.word("load-own", hours=hours, recipient=circle.recipient)
        turn.said.append(Say(" ".join([*why, said])))
        return
    if not total:
        turn.said.append(Say(" ".join([*why, turn.word("load-nothing", recipient=circle.recipient)])))
        return
    members = turn.store.members_of(circle.id)
    text = [*why, turn.word("load-title", recipient=circle.recipient, hours=moments.hours(total))]
    text += [f"- {m.name}: {moments.hours(minutes[m.id])}" for m in members if minutes.get(m.id)]
    by_part = minutes_by_part(turn.store.roster_between(circle.id, turn.now - BACK, turn.now + AHEAD), circle.zone)
    text.append(turn.word("load-parts", list=_spread(turn, list(by_part.values()))))
    heavy = next((m for m in members if minutes.get(m.id, 0) > HEAVY * total and len(members) > 1), None)
    if heavy is None:
        ask = (turn.option("button-ask-around", "ask_around", circle=circle.id),)
        turn.said.append(Say("\n".join(text), ask if _open(turn, circle) else ()))
        return
    way = _way(turn, circle, heavy, by_part.get(heavy.id, {}))
    own = heavy.person == turn.someone.id
    most = max(by_part[heavy.id], key=lambda part: by_part[heavy.id][part])
    text.append(
        turn.word(
            "load-heavy-own" if own else "load-heavy",
            name=heavy.name,
            hours=moments.hours(minutes[heavy.id]),
            all=moments.hours(total),
            part=most,
            of_it=moments.hours(by_part[heavy.id][most]),
            way="none" if way is None else way.kind,
            open="none" if way is None else way.part,
            count=0 if way is None else len(way.shifts),
        )
    )
    turn.said.append(Say("\n".join(text), () if way is None else (way.option(turn, circle),)))


def _spread(turn: Turn, by_part: list[dict[DayPart, int]]) -> str:
    sums = {part: sum(one.get(part, 0) for one in by_part) for part in DayPart}
    return moments.listed(
        turn.word("load-part", part=part, hours=moments.hours(total)) for part, total in sums.items() if total
    )


@dataclass(frozen=True)
class Way:
    """What can be asked: somebody for what is open in a part of the day, or for one's own shifts there."""

    kind: str  # "open" or "own"
    part: DayPart
    shifts: tuple[int, ...]

    def option(self, turn: Turn, circle: Circle) -> Option:
        """The button for it."""
        label = turn.word("load-ask", part=self.part)[:20]
        if self.kind == "own":
            return Option(label, "release", {"shifts": list(self.shifts)}, "yes")
        return Option(label, "load_ask", {"circle": circle.id, "part": self.part.value}, "yes")


def _way(turn: Turn, circle: Circle, heavy: Member, theirs: dict[DayPart, int]) -> Way | None:
    """Help where it weighs most: what is open in a part of the day, else what the one who asks does there."""
    heaviest = sorted(DayPart, key=lambda part: -theirs.get(part, 0))
    wanted = _open(turn, circle)
    for part in heaviest:
        if found := [s.shift.id for s in wanted if part_of(s.shift, circle.zone) == part]:
            return Way("open", part, tuple(found))
    if heavy.person != turn.someone.id:
        return None
    own = turn.store.shifts_of_members([heavy.id], turn.now, turn.now + HELP_FOR)
    own = [s for s in own if (mine := s.of(heavy.id)) is not None and mine.part in HOLDS and s.shift.start > turn.now]
    for part in heaviest:
        if found := [s.shift.id for s in own if part_of(s.shift, circle.zone) == part]:
            return Way("own", part, tuple(found))
    return None


def _open(turn: Turn, circle: Circle) -> list[Staffed]:
    return turn.store.open_shifts_between(circle.id, turn.now, turn.now + HELP_FOR)


def ask_for_part(turn: Turn, values: Values) -> None:
    """[Hulp voor avonden]: who could is asked for what is open there, all of it in one message."""
    member, circle = turn.place(values, "load_ask", action=Action.SEE_LOAD)
    part = DayPart(values["part"])
    wanted = [s for s in _open(turn, circle) if part_of(s.shift, circle.zone) == part]
    if not wanted:
        turn.say("load-part-filled", part=part)
        return
    asked = ask_now(turn.store, circle, wanted, member.id, turn.now)
    names = moments.listed(one.name for one in asked) or "none"
    invite = () if asked else (turn.option("button-invite", "invite"),)
    turn.say("load-asked", invite, names=names, part=part, count=len(wanted))


CAPABILITY = Capability("load", {"show_load": show_load, "load_ask": ask_for_part})
