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
    """The member of this name, SPEAKER being who speaks; two that fit are asked apart. None where nobody fits."""
    members = turn.store.members_of(circle.id)
    own = turn.member_of(circle.id)
    if name.casefold() in data("people")["speaker"] and own is not None:
        return own[0]
    if name.isdigit():  # already one of them
        return next((m for m in members if m.id == int(name)), None)
    picked = values.get("picked", {}).get(name)
    fitting = [m for m in members if m.id == picked] or fits(members, name)
    if len(fitting) > 1:
        shown = fitting[:10]
        options = tuple(
            Option(label, do, {"kept": {**values, "picked": {**values.get("picked", {}), name: m.id}}})
            for label, m in zip(apart(turn, shown), shown, strict=True)
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


def apart(turn: Turn, members: list[Member]) -> list[str]:
    """A button for each: the name, with the ring or a number where two have the same. At most 20 characters."""
    names = [m.name for m in members]
    labels = [
        m.name if names.count(m.name) == 1 else turn.word("member-of-ring", name=m.name, ring=m.ring.value)
        for m in members
    ]
    return [
        label[:20] if labels.count(label) == 1 else f"{label[:18]} {labels[: i + 1].count(label)}"
        for i, label in enumerate(labels)
    ]
