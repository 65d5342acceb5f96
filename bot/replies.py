"""Answers on their way: owed in the transaction they come from, with the choices they offer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.saying import Say
from storage.owing import ANSWER, CLAIM, lane_of
from storage.store import Store
from storage.turns import Owed, Question

USEFUL = timedelta(hours=24)


def owe_reply(store: Store, address: int, say: Say, now: datetime, lane: int | None = None) -> Owed:
    """Owe an answer to an address, claimed already for whoever sends it now; `lane` is that of the person, if known."""
    lane = lane_of(None, address) if lane is None else lane
    owed = _owed(store, address, say.as_json(), now, lane, USEFUL)
    if say.options:
        owed.payload["question"] = ask(store, address, owed.id, say, now).id
    return owed


def owe_on_screen(store: Store, address: int, say: Say, now: datetime, useful: timedelta, **shown: Any) -> Owed:
    """Owe what is shown over the chat for a moment to who tapped. It waits for nothing that goes to the chat itself."""
    return _owed(store, address, {**say.as_json(), **shown}, now, None, useful)


def _owed(
    store: Store, address: int, payload: dict[str, Any], now: datetime, lane: int | None, useful: timedelta
) -> Owed:
    fields: dict[str, Any] = {"address": address, "lane": lane, "payload": payload, "claimed_until": now + CLAIM}
    owed = store.owe("reply", now, **fields, useful_until=now + useful)
    assert owed is not None
    return Owed(owed, "reply", now, urgency=ANSWER, **fields)


def ask(store: Store, address: int, owed: int, say: Say, now: datetime) -> Question:
    """Keep the options of a message, so that an answer finds them."""
    options: list[dict[str, Any]] = [option.as_json() for option in say.options]
    return store.add(Question(0, address, options, now, owed, say.once, say.dialog, say.about[:80]))
