"""Several addresses of one person: the second comes with a code, one is preferred, any can be taken away."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.turn import Turn
from locales.nl.channels import channel_in
from scheduling.pairings import offer, whose
from scheduling.people import Address
from storage.owing import lane_of

_REACHED = {"telegram": "t.me", "whatsapp": "wa.me"}  # what the links of a channel hold


def add(turn: Turn, values: Values) -> None:
    """ "Ik wil ook op WhatsApp": a code to send from there."""
    channel = str(values.get("channel") or channel_in(turn.text))
    code = offer(turn.store, turn.someone.id, turn.now)
    ways = [link for link in turn.doors.links(code) if _REACHED.get(channel, "") in link]
    if channel and not ways:
        turn.store.close_pairings(turn.someone.id)
        turn.say("address-no-such", channel=turn.word(f"address-on-{channel}"))
        return
    text = turn.word("address-code", channel=turn.word(f"address-on-{channel}") if channel else "none", code=code)
    turn.said.append(Say("\n".join([text, *ways]), secret=True))


def pair(turn: Turn, code: str) -> bool:
    """Take a code of this kind: the address it came from is its person's from now on. False for any other code."""
    person = whose(turn.store, code, turn.now)
    if person is None:
        return False
    if turn.person is not None and turn.person.id == person:
        turn.say("address-send-there")
        return True
    if turn.person is not None and turn.places:
        turn.say("address-taken", name=turn.person.name)
        return True
    if turn.person is not None:  # they had begun anew here, and are in no circle
        turn.store.forget_person(turn.person.id, turn.word("privacy-somebody"))
    _adopt(turn, person)
    return True


def _adopt(turn: Turn, person: int) -> None:
    store = turn.store
    before = store.addresses_of(person)
    address = store.get(Address, turn.address.id)
    turn.address = store.change(address, person=person, declined_at=None, unreachable="")
    store.close_pairings(person)
    store.close_questions(turn.address.id, "welcome", turn.now)
    turn.person, turn.state = store.person(person), {}
    turn.__dict__.pop("places", None)  # they were nobody's
    # What consent is kept with is how they came, not the code.
    turn.text = turn.word("address-by-code")
    for other in before:
        if not other.unreachable:
            notice = Say(
                turn.word("address-told", channel=_label(turn, turn.address, [*before, turn.address])),
                (turn.option("button-not-me", "drop_address_now", address=turn.address.id),),
            )
            store.owe("notice", turn.now, address=other.id, lane=lane_of(person, None), payload=notice.as_json())
    every = [turn.address, *before]
    options = tuple(
        Option(_label(turn, one, every)[:20], "prefer_address", {"address": one.id})
        for one in every
        if not one.unreachable
    )
    turn.say("address-here", options, name=turn.person.name, channel=_label(turn, turn.address, every))


def show(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """ "Waar bereik je mij?"."""
    every = turn.store.addresses_of(turn.someone.id)
    preferred = _preferred(turn, every)
    lines = [turn.word("address-list")]
    for one in every:
        state = "off" if one.unreachable else "first" if one.id == preferred.id and len(every) > 1 else "on"
        lines.append(turn.word("address-line", channel=_label(turn, one, every), state=state))
    turn.said.append(Say("\n".join(lines), _ways(turn, every, preferred)))


def _ways(turn: Turn, every: list[Address], preferred: Address) -> tuple[Option, ...]:
    options = [
        Option(
            turn.word("button-rather-there", channel=_label(turn, one, every))[:20],
            "prefer_address",
            {"address": one.id},
        )
        for one in every
        if one.id != preferred.id and not one.unreachable
    ]
    options.append(turn.option("button-another-address", "add_address"))
    if len(every) > 1:
        options.append(turn.option("button-drop-address", "drop_address"))
    return tuple(options)


def prefer(turn: Turn, values: Values) -> None:
    """ "Stuur mijn berichten voortaan via Telegram"."""
    every = turn.store.addresses_of(turn.someone.id)
    meant = _meant(turn, values, every)
    if meant is None and len(every) == 1:
        add(turn, {"channel": channel_in(turn.text)})
        return
    if meant is None:
        show(turn, values)
        return
    channel = _label(turn, meant, every)
    if meant.unreachable:
        turn.say("address-off", channel=channel)
        return
    if turn.someone.address != meant.id:
        turn.person = turn.store.change(turn.someone, address=meant.id)
        turn.changed("address", channel)
    undo = (turn.option("button-undo", "undo"),) if turn.change else ()
    turn.say("address-preferred", undo, channel=channel, only="yes" if len(every) == 1 else "no")


def drop(turn: Turn, values: Values) -> None:
    """ "Haal mijn oude nummer weg": said back before it counts."""
    every = turn.store.addresses_of(turn.someone.id)
    if len(every) == 1:
        turn.say("address-last", (turn.option("button-another-address", "add_address"),))
        return
    meant = _meant(turn, values, every)
    if meant is None:
        options = tuple(Option(_label(turn, one, every)[:20], "drop_address", {"address": one.id}) for one in every)
        turn.said.append(Say(turn.word("address-drop-which"), options))
        return
    options = (
        turn.option("button-yes", "drop_address_now", means="yes", address=meant.id),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("address-drop-sure", options, channel=_label(turn, meant, every))


def drop_now(turn: Turn, values: Values) -> None:
    """They said yes, or "dat was ik niet": nobody is known there any more."""
    every = turn.store.addresses_of(turn.someone.id)
    meant = next((one for one in every if one.id == values.get("address")), None)
    if meant is None or len(every) == 1:
        turn.say("address-gone")
        return
    channel = _label(turn, meant, every)
    turn.store.forget_stranger(meant.id)
    turn.store.change(meant, person=None, unreachable="")
    if turn.someone.address == meant.id:
        rest = next((one for one in every if one.id != meant.id and not one.unreachable), None)
        turn.person = turn.store.change(turn.someone, address=None if rest is None else rest.id)
    turn.say("address-dropped", channel=channel)


def _meant(turn: Turn, values: Values, every: list[Address]) -> Address | None:
    """The address of a button, or the only one on the channel that was named, or ("hier") this one."""
    if values.get("address"):
        return next((one for one in every if one.id == values["address"]), None)
    channel = channel_in(turn.text)
    on_it = [one for one in every if one.channel == channel]
    if len(on_it) == 1:
        return on_it[0]
    words = turn.text.casefold().strip(" .!").split()
    return next((one for one in every if one.id == turn.address.id), None) if "hier" in words else None


def _preferred(turn: Turn, every: list[Address]) -> Address:
    return next((one for one in every if one.id == turn.someone.address and not one.unreachable), every[0])


def _label(turn: Turn, address: Address, every: list[Address]) -> str:
    """ "WhatsApp"; with the end of the number where there are two."""
    name = turn.word(f"address-on-{address.channel}")
    same = {one.id for one in every if one.channel == address.channel}
    return name if len(same) == 1 else turn.word("address-ending", channel=name, end=address.chat[-3:])


CAPABILITY = Capability(
    "address",
    {
        "add_address": add,
        "my_addresses": show,
        "prefer_address": prefer,
        "drop_address": drop,
        "drop_address_now": drop_now,
    },
)
