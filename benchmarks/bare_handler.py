"""The yardstick: a bare PTB handler that only builds a reply. `python -m benchmarks.bare_handler`

An update's JSON goes through Update.de_json and PTB's own Application to a handler that makes a text with two buttons.
Nothing is understood, kept or sent. Figures are CPU time of this process on one core, the best of several rounds: on a
shared machine the others are noise.
"""

from __future__ import annotations

import asyncio
import copy
import gc
import json
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.channels.telegram_updates import read

UPDATE: dict[str, Any] = {
    "update_id": 500000001,
    "message": {
        "message_id": 1001,
        "date": 1741000000,
        "chat": {"id": 7001, "type": "private", "first_name": "Piet"},
        "from": {"id": 7001, "is_bot": False, "first_name": "Piet", "language_code": "nl"},
        "text": "ik kan donderdag om half drie mee naar de huisarts",
    },
}
TOKEN = "123456789:only-for-measuring_AAAAAAAAAAAAAAAA"
WHEN = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


def updates(count: int) -> list[dict[str, Any]]:
    """So many messages of one person, each with a number of its own."""
    made = []
    for number in range(count):
        update = copy.deepcopy(UPDATE)
        update["update_id"] += number
        update["message"]["message_id"] += number
        made.append(update)
    return made


async def bare_turn(turns: int = 1000, rounds: int = 10) -> float:
    """CPU microseconds of one bare turn: de_json, the Application's dispatch, and a handler that builds a reply."""
    replies: list[tuple[str, InlineKeyboardMarkup]] = []

    async def handler(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        replies.append(reply_to(update))

    figure = await _through_ptb(handler, turns, rounds)
    assert len(replies) == turns * rounds
    return figure


async def answering_turn(turns: int = 1000, rounds: int = 10) -> float:
    """The same, with the reply handed to reply_text on a connection that answers at once without a network."""

    async def handler(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        text, keyboard = reply_to(update)
        await update.message.reply_text(text, reply_markup=keyboard)

    Nowhere.calls = 0
    figure = await _through_ptb(handler, turns, rounds)
    assert Nowhere.calls == turns * rounds
    return figure


def reply_to(update: Update) -> tuple[str, InlineKeyboardMarkup]:
    """A text and two buttons."""
    assert update.message
    keyboard = [[InlineKeyboardButton("Ja", callback_data="1"), InlineKeyboardButton("Nee", callback_data="2")]]
    return f"Klopt dit: {update.message.text}?", InlineKeyboardMarkup(keyboard)


class Nowhere(HTTPXRequest):
    """A connection on which every message is sent, and none goes out."""

    calls = 0
    answer = json.dumps({"ok": True, "result": UPDATE["message"]}).encode()

    async def do_request(self, *_: Any, **call: Any) -> tuple[int, bytes]:
        assert call["request_data"].json_parameters
        Nowhere.calls += 1
        return 200, self.answer


async def _through_ptb(
    handler: Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]], turns: int, rounds: int
) -> float:
    application = Application.builder().token(TOKEN).request(Nowhere()).updater(None).build()
    application.add_handler(MessageHandler(filters.TEXT, handler))
    application._initialized = True  # initialize() would ask the network who the bot is

    async def turn(update: dict[str, Any]) -> None:
        await application.process_update(Update.de_json(update, application.bot))

    return await cpu_per_call(turn, turns, rounds)


async def cpu_per_call(call: Callable[[dict[str, Any]], Awaitable[Any]], turns: int = 1000, rounds: int = 10) -> float:
    """CPU microseconds of one call, the best of the rounds; each call gets an update of its own."""
    best = float("inf")
    for _ in range(rounds):
        given = updates(turns)
        gc.collect()
        began = time.process_time()
        for update in given:
            await call(update)
        best = min(best, time.process_time() - began)
    return best / turns * 1e6


async def main() -> None:
    bot = Bot(TOKEN)

    async def de_json(update: dict[str, Any]) -> None:
        Update.de_json(update, bot)

    async def ours(update: dict[str, Any]) -> None:
        read(update, username="zorgkring_bot", now=WHEN)

    bare = await bare_turn()
    print(f"a bare PTB turn:        {bare:7.1f} us of CPU, {1e6 / bare:,.0f}/s a core")
    print(f"  of which de_json:     {await cpu_per_call(de_json):7.1f} us")
    answering = await answering_turn()
    print(f"  with reply_text:      {answering:7.1f} us of CPU, {1e6 / answering:,.0f}/s a core")
    print(f"reading it as we do:    {await cpu_per_call(ours):7.1f} us")


if __name__ == "__main__":
    asyncio.run(main())
