"""The numbers that matter to a circle: given in one sentence, shown on the page for the fridge."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from locales.nl import contacts
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
    turn.say("contact-kept", options, once=False, label=label, number=number)


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
    "contact", {"set_contact": set_contact, "show_contacts": show_contacts, "remove_contact": remove_contact}
)
