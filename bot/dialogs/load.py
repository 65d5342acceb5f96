"""How the care is spread: organisers see it all, everybody else their own part; never a ranking."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.saying import Say
from bot.turn import Turn
from locales.nl import moments
from scheduling.people import Circle, Member
from scheduling.rights import Action, may

BACK, AHEAD = timedelta(weeks=4), timedelta(weeks=1)
HEAVY = 0.5  # who does more than this part of it all is offered help


def show_load(turn: Turn, values: Values) -> None:
    """Hours of the last four weeks and the next, in the order people joined."""
    member, circle = turn.place(values, "show_load")
    minutes = turn.store.minutes_by_member(circle.id, turn.now - BACK, turn.now + AHEAD)
    total = sum(minutes.values())
    if not may(member, Action.SEE_LOAD, circle):
        own = minutes.get(member.id, 0)
        turn.say("load-own", hours=moments.hours(own), recipient=circle.recipient)
        return
    if not total:
        turn.say("load-nothing", recipient=circle.recipient)
        return
    members = turn.store.members_of(circle.id)
    lines = [f"- {m.name}: {moments.hours(minutes[m.id])}" for m in members if minutes.get(m.id)]
    heavy = next((m for m in members if minutes.get(m.id, 0) > HEAVY * total and len(members) > 1), None)
    text = [turn.word("load-title", recipient=circle.recipient, hours=moments.hours(total)), *lines]
    if heavy is not None:
        text.append(_offer(turn, heavy, minutes[heavy.id], total))
    ask = (turn.option("button-ask-around", "ask_around", circle=circle.id),)
    turn.said.append(Say("\n".join(text), ask if _anything_open(turn, circle) else ()))


def _offer(turn: Turn, heavy: Member, minutes: int, total: int) -> str:
    own = heavy.person == turn.someone.id
    words = {"name": heavy.name, "hours": moments.hours(minutes), "all": moments.hours(total)}
    return turn.word("load-heavy-own" if own else "load-heavy", **words)


def _anything_open(turn: Turn, circle: Circle) -> bool:
    return bool(turn.store.open_shifts_between(circle.id, turn.now, turn.now + timedelta(days=14)))


CAPABILITY = Capability("load", {"show_load": show_load})
