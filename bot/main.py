"""The only wiring: commands, settings, the real clock, which channels run."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog

from bot.config import Config
from bot.program import Clock
from storage.database import Database, DatabaseUnavailable

if TYPE_CHECKING:
    from bot.channels.whatsapp import WhatsApp


def _clock() -> Clock:
    return Clock(lambda: datetime.now(UTC))


def _logs() -> None:
    """One line an event, fixed words only; libraries stay quiet, as their lines may hold what people wrote."""
    logging.basicConfig(level=logging.CRITICAL)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),  # as it is then
    )


def _serve(arguments: list[str], *, answers: bool = True, ticks: bool = True) -> int:
    from bot.channels.telegram import Telegram
    from bot.serve import Parts, Service, run_web, run_worker

    argparse.ArgumentParser(prog="python -m bot serve").parse_args(arguments)
    _logs()
    config, clock = Config(), _clock()

    def service() -> Service:
        bot = None
        if config.telegram_token:
            bot = Telegram(
                config.telegram_token, clock=clock.now, secret=config.telegram_secret, base_url=config.telegram_url
            )
        return Service(config, clock, Parts(answers, ticks), bot, _whatsapp(config, clock))

    try:
        config.on_whatsapp  # noqa: B018
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if (trouble := _not_ready(config)) is not None:
        print(trouble, file=sys.stderr)
        return 2
    if answers:
        run_web(service())
    else:

        async def work() -> None:
            await run_worker(service())

        asyncio.run(work())
    return 0


def _not_ready(config: Config) -> str | None:
    """Why it cannot be served with this database yet, in words for whoever hosts it."""
    from locales.words import words
    from storage.migrate import lacks_tables

    database = Database(config.sqlalchemy_url)
    try:
        return words()("serve-migrate-first") if lacks_tables(database) else None
    except DatabaseUnavailable:  # it may come back: everything is tried again
        print(words()("serve-no-database"), file=sys.stderr)
        return None
    finally:
        database.close()


def _whatsapp(config: Config, clock: Clock) -> WhatsApp | None:
    from bot.channels.whatsapp import WhatsApp
    from locales.words import words

    if not config.on_whatsapp:
        return None
    return WhatsApp(
        config.twilio_account_sid,
        config.twilio_auth_token,
        f"+{config.whatsapp_number}",
        public_url=config.public_url,
        clock=clock.now,
        words=words(),
        base_url=config.twilio_url,
    )


def _whatsapp_templates(arguments: list[str]) -> int:
    from bot.commands.whatsapp import templates

    config = Config()
    return templates(arguments, lambda: _whatsapp(config, _clock()))


def _whatsapp_costs(arguments: list[str]) -> int:
    from bot.commands.whatsapp import costs

    return costs(arguments, Database(Config().sqlalchemy_url))


def _web(arguments: list[str]) -> int:
    return _serve(arguments, ticks=False)


def _worker(arguments: list[str]) -> int:
    return _serve(arguments, answers=False)


def _migrate(arguments: list[str]) -> int:
    from storage.database import Database
    from storage.migrate import migrate

    argparse.ArgumentParser(prog="python -m bot migrate").parse_args(arguments)
    database = Database(Config().sqlalchemy_url)
    migrate(database)
    database.close()
    return 0


def _play(arguments: list[str]) -> int:
    from bot.commands.play import play

    _logs()  # standard output is the conversation
    return play(arguments)


def _chat(arguments: list[str]) -> int:
    from bot.commands.chat import chat

    return chat(arguments, Config(), _clock())


def _demo(arguments: list[str]) -> int:
    from bot.commands.demo import demo

    return demo(arguments)


def _understand(arguments: list[str]) -> int:
    from bot.commands.understand import main as understand

    return understand(arguments, _clock().now)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "serve": _serve,
    "web": _web,
    "worker": _worker,
    "migrate": _migrate,
    "play": _play,
    "chat": _chat,
    "demo": _demo,
    "understand": _understand,
    "whatsapp-templates": _whatsapp_templates,
    "whatsapp-costs": _whatsapp_costs,
}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"python -m bot {{{','.join(COMMANDS)}}}", file=sys.stderr)
        return 2
    return COMMANDS[arguments[0]](arguments[1:])
