"""The addresses that Twilio calls, on the running program."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channels.whatsapp import MEDIA_PATH, STATUS_PATH, WEBHOOK_PATH, WhatsApp
from bot.messages import Attachment
from bot.program import Program
from bot.saying import Say
from storage.turns import Owed


class WhatsAppRoutes:
    """Messages in, receipts in, files out."""

    def __init__(self, program: Program, whatsapp: WhatsApp) -> None:
        self._program = program
        self._whatsapp = whatsapp

    def routes(self) -> list[BaseRoute]:
        """For the web app."""
        return [
            Route(WEBHOOK_PATH, self._webhook, methods=["POST"]),
            Route(STATUS_PATH, self._status, methods=["POST"]),
            Route(MEDIA_PATH, self._media),
        ]

    async def _webhook(self, request: Request) -> Response:
        return await self._whatsapp.webhook(request, self._program.receive)

    async def _status(self, request: Request) -> Response:
        return await self._whatsapp.status(request, self._program.report)

    async def _media(self, request: Request) -> Response:
        return await self._whatsapp.media(request, self.file)

    async def file(self, owed: int, index: int) -> Attachment | None:
        """A file of an outbox row, None where either is gone."""

        def look() -> Attachment | None:
            with self._program.database.reading() as store:
                row = store.find(Owed, owed)
                files = () if row is None or "options" not in row.payload else Say.from_json(row.payload).files()
                return files[index] if index < len(files) else None

        return await self._program.in_thread(look)
