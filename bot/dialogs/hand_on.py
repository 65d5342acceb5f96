"""An organiser gives what is one person's to another: "Piet neemt de tuin van Fatima over"."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.following import context
from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Answered, Instead, Place, Turn
from bot.understanding import Intent, understand
from locales.nl import bystanders, handing
from locales.nl.written import ISO_DAY
from scheduling.care import Staffed
from scheduling.people import Member
from scheduling.rights import Action

AHEAD = timedelta(days=70)
SHOWN = 8


def third_named(turn: Turn, values: Values) -> None:
    """Goes on where no two others are named so, or nothing fits; else ends the turn with it done, or asked."""
    for place in turn.places if turn.text and not values.get("shift") else ():
        members = [m for m in turn.store.members_of(place[1].id) if m.present and m.id != place[0].id]
        named = handing.from_to(turn.text, [m.name for m in members])
        if named is None:
            continue
        giver, taker = (next(m for m in members if m.name == name) for name in named)
        found = _theirs(turn, giver, place, values)
        if found:
            turn.require(*place, Action.ASSIGN_OTHERS)
            _hand_on(turn, found, giver, taker, place)


def somebody_is_away(turn: Turn, values: Values) -> None:
    """Goes on where a message says of nobody else that they are ill or away; else it is about what is theirs."""
    for member, circle in turn.places if turn.text and not {"shift", "shifts", "mine"} & values.keys() else ():
        others = [m for m in turn.store.members_of(circle.id) if m.present and m.id != member.id]
        told = {m.id: said for m in others if (said := bystanders.away(m.name, turn.text))}
        if len(told) != 1:
            continue
        (gone, said), *_ = told.items()
        giver = next(m for m in others if m.id == gone)
        stand_in = [m for m in others if str(m.id) in (values.get("who") or ()) and m.id != gone]
        if not stand_in:
            asked = handing.asked_instead(turn.text, [m.name for m in others if m.id != gone])
            stand_in = [m for m in others if m.name == asked]
        if stand_in and (found := _theirs(turn, giver, (member, circle), values)):
            turn.require(member, circle, Action.ASSIGN_OTHERS)
            _hand_on(turn, found, giver, stand_in[0], (member, circle))
        meant = understand(said, context(turn))
        first, last = (str(meant.values.get(name) or "")[:ISO_DAY] for name in ("from", "until"))
        if meant.intent is Intent.ABSENCE and first < last:
            raise Instead("absence", {**meant.values, "who": [str(gone)]})
        when = {"start": values.get("start") or meant.values.get("start") or first, "what": values.get("what")}
        raise Instead("release", {**{name: said for name, said in when.items() if said}, "who": [str(gone)]})


def _theirs(turn: Turn, giver: Member, place: Place, values: Values) -> list[Staffed]:
    """What is the giver's and fits; all of theirs where what was said names none of it."""
    around = turn.store.shifts_of_members([giver.id], turn.now, turn.now + AHEAD)
    ahead = [staffed for staffed in around if staffed.counts_on(giver.id)]
    wanted = {name: values[name] for name in ("what", "start", "end", "rrule") if values.get(name)}
    if "what" not in wanted:
        said = turn.text.casefold()
        spoken = [staffed for staffed in ahead if staffed.shift.what.casefold() in said]
        ahead = spoken or ahead
    fits = finding.matching(ahead, wanted, place[1].zone, turn.now)
    undated = {name: said for name, said in wanted.items() if name != "what"}
    return fits or finding.matching(ahead, undated, place[1].zone, turn.now)


def _hand_on(turn: Turn, found: list[Staffed], giver: Member, taker: Member, place: Place) -> None:
    if len(found) == 1:
        raise Instead("assign_instead", {"shift": found[0].shift.id, "member": taker.id})
    labels = finding.labels(found[:SHOWN], place[1].zone)
    options = tuple(
        Option(label, "assign_instead", {"shift": staffed.shift.id, "member": taker.id})
        for label, staffed in zip(labels, found, strict=False)
    )
    lines = [f"{n}. {finding.line(staffed, place[1].zone)}" for n, staffed in enumerate(found[:SHOWN], 1)]
    text = turn.word("hand-on-which", giver=giver.name, taker=taker.name)
    raise Answered(Say("\n".join([text, *lines]), options))


CAPABILITY = Capability("hand_on", {})
