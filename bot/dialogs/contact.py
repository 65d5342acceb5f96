"""The numbers that matter to a circle: given in one sentence, shown on the page for the fridge."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.dialogs.handover import tells
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from locales.nl import contacts, recalling
from scheduling.people import Circle, Contact
from scheduling.rights import Action, may

MOST = 8  # more does not fit a page that is read from a distance


def _place(turn: Turn, values: Values, do: str) -> Circle:
    member, circle = turn.place(values, do)
    if not may(member, Action.CHANGE_ANY_PLAN, circle):
        raise Answered(Say(turn.word("contact-may-not")))
    return circle


def set_contact(turn: Turn, values: Values) -> None:
    """ "Het nummer van de huisarts is 010-1234567": kept, in place of the one of the same name."""
    if recalling.is_question(turn.text) and any(tells(turn, place) for place in turn.places):
        return
    circle = _place(turn, values, "set_contact")
    label, number = contacts.contact(turn.text)
    kept = turn.store.contacts_of(circle.id)
    if not label or not number:
        _show(turn, circle, kept)
        return
    same = next((one for one in kept if one.label.casefold() == label.casefold()), None)
    if same is None and len(kept) >= MOST:
        turn.say("contact-full", _removals(turn, circle, kept), once=False, count=MOST)
        return
    if same is None:
        turn.store.add(Contact(0, circle.id, label, number))
    else:
        turn.store.change(same, label=label, number=number)
    options = (
        turn.option("button-export-pdf", "export", format="pdf", mine=False, circle=circle.id),
        turn.option("button-contacts", "show_contacts", circle=circle.id),
    )
    turn.say("contact-kept", options, once=False, label=label, number=number, recipient=circle.recipient)


def own_number(turn: Turn, values: Values) -> None:
    """ "Mijn nummer mag op het blad": one's own number, for as long as one wants; nobody else puts it there."""
    member, circle = turn.place(values, "own_number", action=Action.SEE_ROSTER)
    kept = turn.store.contacts_of(circle.id)
    own = next((one for one in kept if one.label.casefold() == member.name.casefold()), None)
    if values.get("away") or contacts.takes_away(turn.text):
        if own is not None:
            turn.store.remove_contact(own.id)
        turn.say("contact-away" if own else "contact-away-already", label=member.name)
        return
    number = contacts.contact(turn.text)[1] or contacts.as_written(turn.address.channel, turn.address.chat)
    if not number:
        turn.say("contact-own-which")
        return
    if own is not None:
        turn.store.change(own, number=number)
    elif len(kept) >= MOST:
        turn.say("contact-own-full")
        return
    else:
        turn.store.add(Contact(0, circle.id, member.name, number))
    away = (turn.option("button-own-away", "own_number", away=True, circle=circle.id),)
    turn.say("contact-own-kept", away, once=False, number=number, recipient=circle.recipient)


def show_contacts(turn: Turn, values: Values) -> None:
    """All of them, each with a way to take it away."""
    circle = _place(turn, values, "show_contacts")
    _show(turn, circle, turn.store.contacts_of(circle.id))


def _show(turn: Turn, circle: Circle, kept: list[Contact]) -> None:
    if not kept:
        turn.say("contact-none", recipient=circle.recipient)
        return
    lines = [f"- {one.label}: {one.number}" for one in kept]
    title = turn.word("contact-title", recipient=circle.recipient)
    turn.said.append(Say("\n".join([title, *lines]), _removals(turn, circle, kept), once=False))


def _removals(turn: Turn, circle: Circle, kept: list[Contact]) -> tuple[Option, ...]:
    return tuple(
        Option(
            turn.word("button-contact-away", label=one.label)[:20],
            "remove_contact",
            {"contact": one.id, "circle": circle.id},
        )
        for one in kept
    )


def remove_contact(turn: Turn, values: Values) -> None:
    """It is no longer kept."""
    circle = _place(turn, values, "remove_contact")
    found = next((one for one in turn.store.contacts_of(circle.id) if one.id == values.get("contact")), None)
    if found is not None:
        turn.store.remove_contact(found.id)
    turn.say("contact-away" if found else "contact-away-already", label=found.label if found else "")


CAPABILITY = Capability(
    "contact",
    {
        "own_number": own_number,
        "set_contact": set_contact,
        "show_contacts": show_contacts,
        "remove_contact": remove_contact,
    },
)
