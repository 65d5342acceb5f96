"""Imported where a program is started many times: what it reads at every start has been read then."""

from __future__ import annotations

from datetime import UTC, datetime

import bot.main
import bot.serve  # noqa: F401
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import Inbound
from bot.turn import Doors
from locales.words import words
from storage.database import Database

_database = Database("sqlite://")
_database.create_tables()
_now = datetime(2025, 3, 3, 9, tzinfo=UTC)
Engine(_database, capabilities(), words(), Doors()).handle(
    Inbound("telegram", "1", "1", "Anna", "1", _now, "wat weet je van mij?"), _now
)
_database.close()
