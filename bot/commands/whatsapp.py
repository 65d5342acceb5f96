"""`python -m bot whatsapp-templates`: what Meta approved; and `whatsapp-costs`: how many messages there were."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from itertools import groupby

from bot.channels.whatsapp import TemplateState, WhatsApp
from bot.delivery.costs import SESSION, TEMPLATE
from bot.messages import DeliveryError
from storage.database import Database


def templates(arguments: list[str], connect: Callable[[], WhatsApp | None]) -> int:
    """Show how the templates stand; `sync` makes and submits what is missing first. 1 until all are approved."""
    ask = argparse.ArgumentParser(prog="python -m bot whatsapp-templates")
    ask.add_argument("do", nargs="?", choices=("show", "sync"), default="show")
    do = ask.parse_args(arguments).do
    try:
        whatsapp = connect()
    except ValueError as wrong:
        return _wrong(str(wrong))
    if whatsapp is None:
        return _wrong("Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN first: see docs/whatsapp.md")
    try:
        states = asyncio.run(whatsapp.sync() if do == "sync" else whatsapp.refresh())
    except DeliveryError as error:
        return _wrong(f"Twilio does not do it: {error.reason}")
    finally:
        whatsapp.close()
    for state in states.values():
        print(_line(state))
    return 0 if all(state.status == "approved" for state in states.values()) else 1


def _line(state: TemplateState) -> str:
    why = f"  {state.reason}" if state.reason else ""
    return f"{state.name:12} {state.category:10} {state.status}{why}"


def costs(arguments: list[str], database: Database) -> int:
    """Print how many messages went for each circle in each month: by template, and within a conversation."""
    argparse.ArgumentParser(prog="python -m bot whatsapp-costs").parse_args(arguments)
    with database.reading() as store:
        rows = store.message_counts()
    database.close()
    print(f"{'month':9}{'circle':>8}{TEMPLATE:>10}{SESSION:>10}")
    for (month, circle), group in groupby(rows, key=lambda row: (row["month"], row["circle"])):
        counts = {row["kind"]: row["count"] for row in group}
        whose = circle or "none"
        print(f"{month:9}{whose:>8}{counts.get(TEMPLATE, 0):>10}{counts.get(SESSION, 0):>10}")
    return 0


def _wrong(text: str) -> int:
    print(text, file=sys.stderr)
    return 2
