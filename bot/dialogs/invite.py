"""Inviting people: links, a code to read out, a picture for the wall, a text for the family's group."""

from __future__ import annotations

import io
from urllib.parse import quote

import segno

from bot.dialog import Capability, Values
from bot.messages import Attachment
from bot.saying import Option, Say
from bot.turn import Doors, Turn
from scheduling.memberships import invite
from scheduling.people import Circle, Member, Ring, Role, Standing
from scheduling.rights import Action

_RINGS = {
    Ring.NEIGHBOURS: "button-ring-neighbours",
    Ring.VOLUNTEERS: "button-ring-volunteers",
    Ring.PAID: "button-ring-paid",
}


def links(doors: Doors, code: str) -> list[str]:
    """Where this code opens the chat: t.me and wa.me, as far as they exist here."""
    found = []
    if doors.telegram_bot:
        found.append(f"https://t.me/{doors.telegram_bot}?start={code}")
    if doors.whatsapp_number:
        found.append(f"https://wa.me/{doors.whatsapp_number}?text={quote(code)}")
    return found


def make(turn: Turn, values: Values) -> None:
    """A code for a ring, with the ways to pass it on."""
    member, circle = turn.place(values, "invite", action=Action.INVITE)
    ring = Ring(values.get("ring") or Ring.FAMILY)
    role = Role(values.get("role") or Role.HELPER)
    expected = _expected(turn, circle, values)
    code = invite(turn.store, member, turn.now, ring=ring, role=role, member=expected)
    key = "invite-organiser" if role == Role.ORGANISER else "invite-for" if expected else "invite-code"
    lines = [
        turn.word(
            key,
            recipient=circle.recipient,
            code=code,
            name=expected.name if expected else "",
            ring=turn.word(f"ring-{ring}"),
        ),
        *links(turn.doors, code),
    ]
    turn.said.append(Say("\n".join(lines), _ways(turn, circle, ring, role, expected), once=False))


def _expected(turn: Turn, circle: Circle, values: Values) -> Member | None:
    """The member on the roster by this name who has not joined: the invitation takes their place over."""
    wanted = values.get("member")
    for member in turn.store.members_of(circle.id, Standing.EXPECTED):
        if member.id == wanted or member.name.casefold() == str(values.get("who") or "").casefold():
            return member
    return None


def _ways(turn: Turn, circle: Circle, ring: Ring, role: Role, expected: Member | None) -> tuple[Option, ...]:
    if role != Role.HELPER or expected is not None:
        return ()
    others = tuple(
        turn.option(key, "invite", ring=other.value, circle=circle.id) for other, key in _RINGS.items() if other != ring
    )
    return (
        turn.option("button-forward", "invite_text", ring=ring.value, circle=circle.id),
        turn.option("button-wall", "invite_wall", ring=ring.value, circle=circle.id),
        *others,
        turn.option("button-second-organiser", "invite", role=Role.ORGANISER.value, circle=circle.id),
    )


def text_to_forward(turn: Turn, values: Values) -> None:
    """A text for the family's group chat, ready to forward, in a message of its own."""
    member, circle = turn.place(values, "invite_text", action=Action.INVITE)
    code = invite(turn.store, member, turn.now, ring=Ring(values.get("ring") or Ring.FAMILY))
    turn.say("invite-forward-this")
    where = " ".join(links(turn.doors, code))
    turn.say("invite-forward", recipient=circle.recipient, code=code, where=where or turn.word("invite-send-code"))


def for_the_wall(turn: Turn, values: Values) -> None:
    """A picture with a code; who scans it asks to join, and an organiser lets them in."""
    member, circle = turn.place(values, "invite_wall", action=Action.INVITE)
    code = invite(turn.store, member, turn.now, ring=Ring(values.get("ring") or Ring.NEIGHBOURS), on_wall=True)
    target = (links(turn.doors, code) or [code])[0]
    picture = io.BytesIO()
    segno.make(target, error="m").save(picture, kind="png", scale=10, border=4)
    files = (Attachment(turn.word("invite-file"), "image/png", picture.getvalue()),)
    turn.say("invite-wall", recipient=circle.recipient, code=code, attachments=files)


def withdraw(turn: Turn, values: Values) -> None:
    """No open code of this circle works any more."""
    _, circle = turn.place(values, "withdraw_invite", action=Action.INVITE)
    count = turn.store.withdraw_invites(circle.id, turn.now)
    turn.say("invite-withdrawn" if count else "invite-none-open", (turn.option("button-invite", "invite"),))


CAPABILITY = Capability(
    "invite",
    {"invite": make, "invite_text": text_to_forward, "invite_wall": for_the_wall, "withdraw_invite": withdraw},
)
