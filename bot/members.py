"""Members by the names that people use for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rapidfuzz import fuzz

from bot.dialog import Values
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Answered, Turn
from locales.nl import moments
from locales.nl.words import data
from scheduling.care import Staffed
from scheduling.people import Circle, Member
from storage.store import Store

AHEAD = timedelta(days=70)
SHOWN = 9  # people to choose from
_MARKS = ".,!?'\""
NEAR = 82  # of 100: "Fatma" is Fatima, "Jan" is not Jaap


def tell_apart(turn: Turn, do: str, values: Values) -> None:
    """Where a name fits several members, end the turn asking which; `do` goes on with the one that is chosen."""
    doubts = values.get("doubts") or ()
    doubt = next((one for one in doubts if one["slot"] == "who"), None)
    found = [] if doubt is None else [turn.store.get(Member, int(id)) for id in doubt["options"]]
    if not found:
        return
    rest = [one for one in doubts if one is not doubt]
    if len({m.person for m in found}) == 1 and found[0].person is not None:  # one person, in two circles
        values |= {"who": [*values.get("who", ()), str(_in_circle_meant(turn, found, values).id)], "doubts": rest}
        return
    kept = {**values, "doubts": rest, "said": turn.text}
    labels = apart(turn, found[:SHOWN])
    options = tuple(
        Option(label, do, {**kept, "who": [*values.get("who", ()), str(member.id)]})
        for label, member in zip(labels, found, strict=False)
    )
    first = {member.name.split()[0] for member in found}
    text = (
        turn.word("which-member", name=first.pop())
        if len(first) == 1
        else turn.word("which-of-them", names=moments.either(labels))
    )
    raise Answered(Say(text, options))


def _in_circle_meant(turn: Turn, same: list[Member], values: Values) -> Member:
    """Which membership of one person is meant: where the speaker does what was named, or what was spoken of last."""
    for member in same:
        place = next((place for place in turn.places if place[1].id == member.circle), None)
        if place is not None and (values.get("start") or values.get("what")):
            own = turn.store.shifts_of_members([place[0].id], turn.now, turn.now + AHEAD)
            if finding.matching(own, {n: values[n] for n in ("start", "end", "what") if values.get(n)},
                                place[1].zone, turn.now):  # fmt: skip
                return member
    spoken = [member for member in same if member.circle == turn.conversation.circle]
    return (spoken or same)[0]


def arranging(turn: Turn, circles: Iterable[Circle]) -> list[str]:
    """The names of the others who arrange these circles, and can be told something."""
    every = (one for circle in circles for one in turn.store.organisers_of(circle.id))
    return list(dict.fromkeys(one.name for one in every if one.person not in (None, turn.someone.id)))


def named(turn: Turn, circle: Circle, name: str, do: str, values: Values) -> Member | None:
    """The member of this name, SPEAKER being who speaks; two that fit are asked apart. None where nobody fits."""
    members = turn.store.members_of(circle.id)
    own = turn.member_of(circle.id)
    if name.casefold() in data("people")["speaker"] and own is not None:
        return own[0]
    if name.isdigit():  # already one of them
        return next((m for m in members if m.id == int(name)), None)
    fitting = fits(members, name)
    if len(fitting) > 1:
        rest = [one for one in values.get("who") or () if one != name]
        doubt = {"slot": "who", "options": [str(m.id) for m in fitting]}
        tell_apart(turn, do, {**values, "who": rest, "doubts": [doubt]})
    return fitting[0] if fitting else None


def spoken_of(turn: Turn, circle: Circle) -> list[str]:
    """Who of the circle is named in what was written: by the whole name (its id), else by the first name as it is."""
    said = f" {' '.join(word.strip(_MARKS).casefold() for word in turn.text.split())} "
    members = [m for m in turn.store.members_of(circle.id) if m.present]
    whole = [m for m in members if f" {m.name.casefold()} " in said]
    if whole:
        return [str(max(whole, key=lambda m: len(m.name)).id)]
    first = {m.name.casefold().split()[0] for m in members if " " in m.name.strip()}
    return [word for word in said.split() if word in first][:1]


def fits(members: list[Member], name: str) -> list[Member]:
    """Everybody whom this name may mean: those of exactly this name first, then of this first name, then nearly so."""
    wanted = name.casefold().strip()
    exact = [m for m in members if m.name.casefold() == wanted]
    first = [m for m in members if wanted in m.name.casefold().split()]
    near = [m for m in members if max(fuzz.ratio(wanted, part) for part in m.name.casefold().split() or [""]) >= NEAR]
    return exact or first or near


def names_of(store: Store, members: Iterable[int]) -> str:
    """ "Piet, Riet en Fatima", by their ids; "" for nobody."""
    return moments.listed(store.get(Member, id).name for id in members)


def names_on(store: Store, staffed: Staffed) -> str:
    """Who does it; "" for nobody."""
    return names_of(store, (one.member for one in staffed.responsible))


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
