"""One talk with one person, wherever they write: what was asked on one phone is answered on another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from scheduling.people import Address
from storage.rows import changed
from storage.store import Store
from storage.turns import Conversation

STILL_MEANT = timedelta(minutes=30)  # the circle last spoken of is meant so long after the last message
DIALOG_FOR = timedelta(hours=24)  # what a dialog had asked is forgotten after this
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Talk:
    """Where somebody stands in what they talk about."""

    here: Conversation | None  # the row of this address, as it is kept
    others: tuple[Conversation, ...] = ()  # those of their other addresses
    addresses: tuple[int, ...] = ()  # all of theirs

    @property
    def asking(self) -> Conversation | None:
        """Where something is being asked: it moves along with the person, so that it stands in one place."""
        every = [one for one in (self.here, *self.others) if one is not None and one.state]
        return max(every, key=_spoken, default=None)

    def going_on(self, address: int, now: datetime, *, heard: bool = False) -> Conversation | None:
        """The conversation to go on with here. As words are `heard`, a question of long ago is no longer answered."""
        last = max((one for one in (self.here, *self.others) if one is not None), key=_spoken, default=None)
        if last is None:
            return None
        asking, silence = self.asking or last, now - (last.last_in_at or now)
        return changed(
            self.here or Conversation(0, address, version=0),
            state=asking.state if (silence <= DIALOG_FOR or not heard) and not _is_over(asking.state, now) else {},
            circle=last.circle if silence <= STILL_MEANT else None,
            lately=last.lately if silence <= STILL_MEANT else {},
        )


def talk_at(store: Store, address: Address) -> Talk:
    """The talk that a message at this address belongs to."""
    if address.person is None:
        return Talk(store.conversation_at(address.id), (), (address.id,))
    every = store.conversations_of(address.person)
    here = next((one for one in every if one.address == address.id), None)
    others = tuple(one for one in every if one.address != address.id)
    return Talk(here, others, (address.id, *(one.address for one in others)))


def move_here(store: Store, talk: Talk, here: Conversation) -> None:
    """What was being asked elsewhere is asked here now."""
    if talk.asking is not None and talk.asking.address != here.address:
        store.change(talk.asking, state={})


def _is_over(state: dict[str, Any], now: datetime) -> bool:
    """Whether it was asked for a while alone, and that is over: what is written then is no line for the log."""
    return "until" in state and now > datetime.fromisoformat(str(state["until"]))


def _spoken(one: Conversation) -> datetime:
    return one.last_in_at or NEVER
