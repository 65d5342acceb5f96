"""Members by the names that people use for them."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.dialog import Values
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from locales.nl.words import data
from scheduling.people import Circle, Member

NEAR = 82  # of 100: "Fatma" is Fatima, "Jan" is not Jaap


def named(turn: Turn, circle: Circle, name: str, do: str, values: Values) -> Member | None:
    """The member of this name, "ik" being who speaks; two that fit are asked apart. None where nobody fits."""
    members = turn.store.members_of(circle.id)
    own = turn.member_of(circle.id)
    if name.casefold() in data("people")["speaker"] and own is not None:
        return own[0]
    if name.isdigit():  # already one of them
        return next((m for m in members if m.id == int(name)), None)
    picked = values.get("picked", {}).get(name)
    fitting = [m for m in members if m.id == picked] or fits(members, name)
    if len(fitting) > 1:
        options = tuple(
            Option(m.name[:20], do, {"kept": {**values, "picked": {**values.get("picked", {}), name: m.id}}})
            for m in fitting[:10]
        )
        raise Answered(Say(turn.word("which-member", name=name), options))
    return fitting[0] if fitting else None


def fits(members: list[Member], name: str) -> list[Member]:
    """Everybody whom this name may mean: those of exactly this name first, then of this first name, then nearly so."""
    wanted = name.casefold().strip()
    exact = [m for m in members if m.name.casefold() == wanted]
    first = [m for m in members if wanted in m.name.casefold().split()]
    near = [m for m in members if max(fuzz.ratio(wanted, part) for part in m.name.casefold().split() or [""]) >= NEAR]
    return exact or first or near
