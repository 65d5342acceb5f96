"""Speaking to somebody where a channel allows it freely for a while only after they spoke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.channels import Channel, Windowed
from bot.messages import Outgoing, Reply
from locales.templates import template_for
from scheduling.people import Address
from storage.delivering import PLAIN
from storage.store import Store
from storage.turns import Owed

LOOK_AGAIN = timedelta(minutes=15)  # whether a template is approved by now


def is_open(channel: Channel, address: Address, now: datetime) -> bool:
    """Whether this channel lets us say anything to this address now."""
    if not isinstance(channel, Windowed):
        return True
    return address.last_in_at is not None and now - address.last_in_at <= channel.window


def can_go(channel: Channel, address: Address, kind: str, now: datetime) -> bool:
    """Whether a message of this kind can go there now, in full or by an approved template."""
    if is_open(channel, address, now):
        return True
    return isinstance(channel, Windowed) and channel.may_open(template_for(kind))


def reachable(
    channels: Mapping[str, Channel], addresses: Sequence[Address], kind: str, now: datetime
) -> Address | None:
    """The first of these addresses where it can go now, channels that run elsewhere included; None: it has to wait."""
    for address in addresses:
        if address.channel not in channels or can_go(channels[address.channel], address, kind, now):
            return address
    return None


def outgoing(channel: Channel, row: Owed, address: Address, reply: Reply, name: str, now: datetime) -> Outgoing:
    """The reply as it may go there now: in full, or in short by the template for its kind."""
    if is_open(channel, address, now):
        return Outgoing(address.chat, reply, plain=row.status == PLAIN, owed=row.id)
    short = replace(reply, template=template_for(row.kind), variables=(name, reply.text))
    return Outgoing(address.chat, short, in_window=False, owed=row.id)


def shut(store: Store, address: int, channel: Channel, now: datetime) -> None:
    """The channel says that the person was silent too long, whatever we thought."""
    current = store.find(Address, address)
    if current is None or not isinstance(channel, Windowed):
        return
    before = now - channel.window - timedelta(seconds=1)
    if current.last_in_at is None or current.last_in_at > before:
        store.change(current, last_in_at=before)
