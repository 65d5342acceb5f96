"""Making a circle around somebody, and going from one to another."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.following import taken_up
from bot.dialog import Capability, Dialog, Slot, Values
from bot.orders import not_in
from bot.saying import Option, Say
from bot.turn import Answered, Instead, Turn
from locales.nl import kin, moments, names, phrases, strangers
from locales.nl.words import fold
from scheduling.people import Circle, Member, Ring, Role, Standing

_FEW = 4  # words


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    merged = {**values, **{k: understood[k] for k in ("recipient", "kinship", "again", "wish") if understood.get(k)}}
    said = str(understood.get("recipient") or "")
    if said and "heard" not in understood and turn.text and said.casefold() not in turn.text.casefold():
        merged.pop("recipient")  # "een kring voor mijn vader" is not for who one cares for already
    if names.is_self(str(merged.get("recipient") or "")):
        merged["recipient"] = turn.someone.name
    helpers = (
        []
        if turn.state.get("asked") == "recipient"
        else strangers.beside(turn.text, str(merged.get("recipient") or ""))
    )
    if helpers and not merged.get("helpers"):
        merged["helpers"] = helpers
    relation = str(understood.get("relation") or "")
    if kin.is_kinship(relation):
        merged["kinship"] = relation
    short = len(turn.text.split()) <= _FEW and not merged.get("recipient")
    if short and (named := names.recipient(turn.text)).kinship and named.name:  # "tante Sien", of who just came in
        merged |= {"recipient": named.name, "kinship": named.kinship}
    if turn.state.get("asked") == "recipient" and turn.text.strip():
        answer = names.recipient(turn.text)
        agreed = phrases.answer(tuple(fold(turn.text).split())) is not None  # "klopt" is nobody
        name = "" if agreed else answer.name
        merged["recipient"] = turn.someone.name if names.is_self(turn.text) else name or _meant(turn, understood)
        merged["kinship"] = answer.kinship or merged.get("kinship", "")
    merged["kinship"] = str(merged.get("kinship") or "")
    merged["kin"] = "yes" if merged["kinship"] else "no"
    if not merged.get("wish") and (wish := strangers.wish_beside(turn.text, str(merged.get("recipient") or ""))):
        merged["wish"] = wish
    if merged.get("recipient"):
        merged["recipient"] = str(merged["recipient"])[: names.LONGEST]
    return merged


def _meant(turn: Turn, understood: Values) -> str | None:
    """The name in a whole sentence ("maak een kring voor mijn moeder Nel"), where it is not just the answer again."""
    said = str(understood.get("recipient") or "")
    return said if said and said.casefold() != turn.text.strip().casefold() else None


def _make(turn: Turn, values: Values) -> None:
    recipient = values["recipient"]
    known = [c for _, c in turn.places if c.recipient.casefold() == recipient.casefold()]
    if known and not values.get("again"):
        options = (
            turn.option("button-yes", "circle", means="yes", kept=values, again=True),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("circle-there-already", options, recipient=recipient)
        return
    store, now = turn.store, turn.now
    circle = store.add(Circle(0, recipient, now, str(values.get("kinship") or ""), turn.someone.zone))
    store.add(
        Member(0, circle.id, turn.someone.name, turn.someone.id, Role.ORGANISER, Ring.FAMILY, Standing.ACTIVE, now)
    )
    turn.store.close_questions(turn.address.id, "circle", now)
    turn.conversation = replace(turn.conversation, circle=circle.id)
    turn.changed("circle", recipient, circle)
    if values.get("wish"):  # said on the way here
        turn.say("circle-made-wish", recipient=recipient)
        raise taken_up(turn, str(values["wish"]))
    if helpers := [str(name) for name in values.get("helpers") or ()]:
        named = moments.listed(helpers)
        said = turn.word("circle-invite-them", names=named)
        options = (
            turn.option("button-invite", "invite", means="yes", who=helpers, said=said, circle=circle.id),
            turn.option("button-not-yet", "fine", means="no"),
        )
        turn.say("circle-made-helpers", options, recipient=recipient, names=named)
        return
    options = (turn.option("button-plan", "plan"), turn.option("button-invite", "invite"))
    turn.say("circle-made", options, recipient=recipient)


def switch(turn: Turn, values: Values) -> None:
    """ "Ga naar de kring van Jan": what is said next is about that one."""
    places = turn.places
    if not places:
        turn.place(values, "switch_circle")
    wanted = str(values.get("recipient") or "")
    meant = [place for place in places if place[1].id == values.get("circle") or turn.speaks_of(place[1])]
    if wanted and not meant and names.is_name(str(values["recipient"])):
        raise Answered(not_in(turn, str(values["recipient"])))
    if len(meant) == 1 or len(places) == 1:
        _, circle = (meant or places)[0]
        if turn.state.get("dialog") == "plan":  # what waits for a yes is for them
            raise Instead("plan", {"kept": turn.state["values"], "circle": circle.id})
        turn.conversation = replace(turn.conversation, circle=circle.id)
        ways = (turn.option("button-roster", "show_roster"), turn.option("button-plan", "plan"))
        turn.say("circle-only-one" if len(places) == 1 else "circle-switched", ways, recipient=circle.recipient)
        return
    options = tuple(Option(c.recipient[:20], "switch_circle", {"circle": c.id}) for _, c in places[:10])
    turn.said.append(Say(turn.word("circle-which"), options))


DIALOG = Dialog("circle", (Slot("recipient"),), _make, _read)
CAPABILITY = Capability("circle", {"switch_circle": switch}, DIALOG, starts=("make_circle",))
