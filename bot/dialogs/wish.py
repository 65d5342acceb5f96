"""What somebody can, has or likes: told by themselves or by who organises, and it counts when a week is divided."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.members import named, spoken_of
from bot.saying import Option
from bot.turn import Turn
from locales.nl.people import SPEAKER
from locales.nl.wishes import speaks_of_self, spoken, wish_in
from scheduling.people import Circle, Member
from scheduling.rights import Action, may
from scheduling.wishes import Wish, WishKind

MOST = 12  # of one member


def wish(turn: Turn, values: Values) -> None:
    """ "Jan heeft een auto", "ik doe liever geen nachten"."""
    own, circle = turn.place(values, "wish", action=Action.SEE_ROSTER)
    said = wish_in(turn.text)
    kind, about = values.get("kind") or (said and said.kind), values.get("about") or (said and said.about)
    if not kind or not about:
        turn.say("wish-how")
        return
    kept: Values = {"kind": kind, "about": about, "circle": circle.id}
    member = _whose(turn, {**values, **kept}, own, circle)
    if member is None:
        others = [m for m in turn.store.members_of(circle.id) if m.id != own.id][:8]
        people = tuple(Option(m.name[:20], "wish", {**kept, "who": [str(m.id)]}) for m in others)
        turn.say("wish-whose", (turn.option("button-myself", "wish", **kept, who=[SPEAKER]), *people))
        return
    if member.id != own.id and not may(own, Action.ASSIGN_OTHERS, circle):
        turn.say("wish-say-it-self", name=member.name)
        return
    before = [one for one in turn.store.wishes_of(circle.id) if one.member == member.id]
    same = [one for one in before if one.about == about and one.kind == kind]
    if same or len(before) >= MOST:
        turn.say("wish-known" if same else "wish-enough", name=member.name)
        return
    made = turn.store.add(Wish(0, member.id, WishKind(kind), str(about)))
    words: Values = {"name": member.name, "said": spoken(kind, about), "recipient": circle.recipient}
    turn.changed("wish", f"{member.name} {words['said']}", circle)
    mine = "yes" if member.id == own.id else "no"
    turn.say("wish-noted", (turn.option("button-undo", "undo"),), mine=mine, **words)
    if mine == "no" and member.person is not None:
        wrong = turn.option("button-not-so", "wish_wrong", means="no", wish=made.id)
        fine = turn.option("button-is-fine", "fine", means="yes")
        turn.tell(member.person, "wish-told", (fine, wrong), by=turn.someone.name, **words)


def _whose(turn: Turn, values: Values, own: Member, circle: Circle) -> Member | None:
    for name in values.get("who") or spoken_of(turn, circle):
        found = own if name == SPEAKER else named(turn, circle, str(name), "wish", values)
        if found is not None:
            return found
    return own if speaks_of_self(turn.text) else None


def wrong(turn: Turn, values: Values) -> None:
    """[Klopt niet]: what was noted of somebody goes, without a reason."""
    found = turn.store.find(Wish, int(values["wish"]))
    mine = found is not None and any(member.id == found.member for member, _ in turn.places)
    if found is None or not mine:
        turn.say("undo-nothing")
        return
    if not found.ended:
        turn.store.change(found, ended=True)
    turn.say("wish-gone")


CAPABILITY = Capability("wish", {"wish": wish, "wish_wrong": wrong})
