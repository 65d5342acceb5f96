"""Inviting people: links, a code to read out, a picture for the wall, a text for the family's group."""

from __future__ import annotations

import io

import segno

from bot.conversation.following import taken_up
from bot.dialog import Capability, Values
from bot.dialogs.consent import asked_first
from bot.dialogs.coordinator import parts_in_words
from bot.dialogs.volunteers import coordinates_alone, invite_volunteers
from bot.members import fits
from bot.messages import Attachment
from bot.orders import no_stranger
from bot.saying import Option, Say
from bot.turn import Turn
from locales.nl import circles, coordinators, moments, names, organisers, strangers
from locales.nl.rings import named_ring
from scheduling.memberships import expect, invite
from scheduling.people import Circle, Member, Ring, Role, Standing
from scheduling.rights import Action

_RINGS = {
    Ring.FAMILY: "button-ring-family",
    Ring.NEIGHBOURS: "button-ring-neighbours",
    Ring.VOLUNTEERS: "button-ring-volunteers",
    Ring.PAID: "button-ring-paid",
}

_KEYS = {
    Role.ORGANISER: "invite-organiser",
    Role.RECIPIENT: "invite-recipient",
    Role.VIEWER: "invite-viewer",
    Role.COORDINATOR: "invite-coordinator",
}


def _picture(turn: Turn, code: str) -> Attachment:
    target = (turn.doors.links(code) or [code])[0]
    picture = io.BytesIO()
    segno.make(target, error="m").save(picture, kind="png", scale=10, border=4)
    return Attachment(turn.word("invite-file"), "image/png", picture.getvalue())


def make(turn: Turn, values: Values) -> None:
    """A code for a ring, for somebody on the roster or for an organiser, with the ways to pass it on."""
    if coordinates_alone(turn):
        invite_volunteers(turn, values)
        return
    if "circle" not in values:
        no_stranger(turn)
    member, circle = turn.place(values, "invite", action=Action.INVITE)
    ring = Ring(values.get("ring") or named_ring(turn.text) or Ring.FAMILY)
    spoken_of = Role.COORDINATOR if "ring" not in values and coordinators.is_meant(turn.text) else Role.HELPER
    if "ring" not in values and names.invites(turn.text, circle.recipient, circle.kinship):
        spoken_of = Role.RECIPIENT
    if spoken_of == Role.HELPER and "ring" not in values and organisers.arranges_along(turn.text):
        spoken_of = Role.ORGANISER
    role = Role(values.get("role") or spoken_of)
    if role == Role.HELPER and ring == Ring.PAID:
        role = Role.PAID
    said = [str(name) for name in values.get("who") or () if not circles.is_of(str(name), circle.recipient)]
    said = [] if role == Role.COORDINATOR else said  # nobody who is on the roster
    meant = _meant(turn, circle, values, said)
    if meant is not None and meant.person is not None:
        turn.say("invite-joined-already", name=meant.name, recipient=circle.recipient)
        return
    named = meant.name if meant else said[0] if said and not said[0].isdigit() else ""
    if role != Role.RECIPIENT:
        wanted = {**values, "ring": ring.value, "role": role.value, **({"member": meant.id} if meant else {})}
        if asked_first(turn, (member, circle), "invite", wanted, name=named):
            return
    if values.get("then") and meant is None and named:
        meant = expect(turn.store, circle, named, ring, turn.now)
        turn.changed("placeholder", named, circle)
    code = invite(turn.store, member, turn.now, ring=ring, role=role, member=meant)
    lines = [
        turn.word(
            _KEYS.get(role, "invite-for" if meant else "invite-code"),
            recipient=circle.recipient,
            code=code,
            name=meant.name if meant else "",
            ring=turn.word(f"ring-{ring}"),
            shown=parts_in_words(turn, circle.coordinator_sees),
        ),
        *turn.doors.links(code),
    ]
    if meant is None and role == Role.HELPER and said and not said[0].isdigit():
        every = [one for one in strangers.together(turn.text, said[0]) if not circles.is_of(one, circle.recipient)]
        options: tuple[Option, ...] = (
            turn.option("button-forward", "invite_text", ring=ring.value, circle=circle.id),
            turn.option("button-already-on-roster", "placeholder", means="yes", who=every, circle=circle.id),
        )
        lines.append(turn.word("invite-or-roster", name=moments.listed(every)))
    else:
        options = _ways(turn, circle, ring, role, meant)
    turn.said.append(Say("\n".join(lines), options, once=False, secret=True))
    if values.get("then"):  # what was said with it
        raise taken_up(turn, str(values["then"]))


def _meant(turn: Turn, circle: Circle, values: Values, said: list[str]) -> Member | None:
    """The member whom the invitation is for: one who has not joined yet has a place that it takes over."""
    members = turn.store.members_of(circle.id)
    wanted = values.get("member") or (int(said[0]) if said and said[0].isdigit() else None)
    found = [m for m in members if m.id == wanted] or (fits(members, said[0]) if said else [])
    return sorted(found, key=lambda m: m.standing != Standing.EXPECTED)[0] if found else None


def _ways(turn: Turn, circle: Circle, ring: Ring, role: Role, meant: Member | None) -> tuple[Option, ...]:
    if meant is not None:
        return (turn.option("button-forward", "invite_text", member=meant.id, circle=circle.id),)
    if role == Role.COORDINATOR:
        return (turn.option("button-what-is-seen", "coordinator_sees", circle=circle.id),)
    if role in _KEYS:
        return ()
    return (
        turn.option("button-forward", "invite_text", ring=ring.value, role=role.value, circle=circle.id),
        turn.option("button-picture", "invite_picture", ring=ring.value, role=role.value, circle=circle.id),
        turn.option("button-other-ways", "invite_ways", circle=circle.id),
    )


def other_ways(turn: Turn, values: Values) -> None:
    """Whatever is needed less often."""
    _, circle = turn.place(values, "invite_ways", action=Action.INVITE)
    rings = tuple(
        turn.option(key, "invite", ring=ring.value, circle=circle.id)
        for ring, key in _RINGS.items()
        if ring != Ring.FAMILY
    )
    options = (
        *rings,
        turn.option("button-second-organiser", "add_organiser", circle=circle.id),
        turn.option("button-recipient", "invite", role=Role.RECIPIENT.value, circle=circle.id),
        turn.option("button-viewer", "invite", role=Role.VIEWER.value, circle=circle.id),
        turn.option("button-wall", "invite_wall", circle=circle.id),
        turn.option("button-on-roster", "placeholder", circle=circle.id),
        turn.option("button-members", "show_members", circle=circle.id),
        turn.option("button-withdraw", "withdraw_invite", circle=circle.id),
    )
    turn.say("invite-ways", options, once=False, recipient=circle.recipient)


def _again(turn: Turn, values: Values, do: str) -> tuple[str, Circle, Member | None]:
    """A code of the kind that was just made: nobody, we included, can be shown that one again."""
    member, circle = turn.place(values, do, action=Action.INVITE)
    expected = _meant(turn, circle, values, [])
    expected = expected if expected is not None and expected.standing == Standing.EXPECTED else None
    ring, role = Ring(values.get("ring") or Ring.FAMILY), Role(values.get("role") or Role.HELPER)
    return invite(turn.store, member, turn.now, ring=ring, role=role, member=expected), circle, expected


def text_to_forward(turn: Turn, values: Values) -> None:
    """A text for the family's group chat, ready to forward, in a message of its own."""
    code, circle, expected = _again(turn, values, "invite_text")
    turn.say("invite-forward-this")
    where = moments.either(turn.doors.links(code))
    turn.say(
        "invite-forward" if where else "invite-forward-code",
        recipient=circle.recipient,
        code=code,
        where=where,
        name=expected.name if expected else "",
        named="yes" if expected else "no",
        secret=True,
    )


def picture(turn: Turn, values: Values) -> None:
    """The same as a QR picture, to be scanned from this screen."""
    code, circle, _ = _again(turn, values, "invite_picture")
    turn.say("invite-picture", recipient=circle.recipient, code=code, attachments=(_picture(turn, code),), secret=True)


def for_the_wall(turn: Turn, values: Values) -> None:
    """A picture with a code; who scans it asks to join, and an organiser lets them in."""
    member, circle = turn.place(values, "invite_wall", action=Action.INVITE)
    if asked_first(turn, (member, circle), "invite_wall", values):
        return
    code = invite(turn.store, member, turn.now, ring=Ring(values.get("ring") or Ring.NEIGHBOURS), on_wall=True)
    turn.say("invite-wall", recipient=circle.recipient, code=code, attachments=(_picture(turn, code),), secret=True)


def withdraw(turn: Turn, values: Values) -> None:
    """No open code of this circle works any more."""
    _, circle = turn.place(values, "withdraw_invite", action=Action.INVITE)
    count = turn.store.withdraw_invites(circle.id, turn.now)
    key = "invite-withdrawn" if count else "invite-none-open"
    turn.say(key, (turn.option("button-new-code", "invite", circle=circle.id),), recipient=circle.recipient)


CAPABILITY = Capability(
    "invite",
    {
        "invite": make,
        "invite_text": text_to_forward,
        "invite_picture": picture,
        "invite_wall": for_the_wall,
        "invite_ways": other_ways,
        "withdraw_invite": withdraw,
    },
)
