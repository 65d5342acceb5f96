"""The program as a service: channels, web app and ticker on one event loop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from bot.calendars import CalendarRoutes
from bot.channels import Channel
from bot.channels.page import Page
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_routes import WhatsAppRoutes
from bot.config import Config
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import DeliveryError
from bot.program import Clock, Program
from bot.sender import Sender
from bot.turn import Doors
from bot.web import Health, create_app
from locales.words import words
from scheduling.people import AMSTERDAM
from scheduling.ticker import Ticker
from storage.database import Database

log = structlog.get_logger()

TICK, HEARTBEAT, NIGHT = 1.0, 60.0, 3
TEMPLATES = 900.0  # seconds between two looks at what is approved


@dataclass(frozen=True)
class Parts:
    """What one process does: `serve` all of it, on PostgreSQL `web` and `worker` apart."""

    answers: bool = True  # takes messages in
    ticks: bool = True  # sends what is due, and does the nightly work


class Service:
    """One process of the program."""

    def __init__(
        self,
        config: Config,
        clock: Clock,
        parts: Parts,
        telegram: Telegram | None = None,
        whatsapp: WhatsApp | None = None,
    ) -> None:
        self.config = config
        self.parts = parts
        self.database = Database(config.sqlalchemy_url)
        self.telegram = telegram
        self.whatsapp = whatsapp
        self.page = Page(clock.now) if config.is_private and parts.answers else None
        channels: dict[str, Channel] = {}
        if self.page is not None:
            channels["page"] = self.page
        if telegram is not None:
            channels["telegram"] = telegram
        if whatsapp is not None:
            channels["whatsapp"] = whatsapp
        wording = words()
        doors = Doors(whatsapp_number=config.whatsapp_number, public_url=config.public_url)
        self.doors = doors
        engine = Engine(self.database, capabilities(), wording, doors)
        sender = Sender(self.database, channels, capabilities(), wording)
        self.program = Program(self.database, engine, sender, clock)
        self.ticker = Ticker(AMSTERDAM)
        self._stop = asyncio.Event()

    def app(self) -> Starlette:
        """The web app, which starts and stops everything else with it."""
        webhook = self._webhook if self.telegram is not None and self.config.public_url and self.parts.answers else None
        routes = [] if self.whatsapp is None else WhatsAppRoutes(self.program, self.whatsapp).routes()
        if self.parts.answers:
            routes += CalendarRoutes(self.program).routes()
        return create_app(
            self.program,
            page=self.page,
            health=self.health,
            telegram_webhook=webhook,
            routes=routes,
            lifespan=self.lifespan,
        )

    async def _webhook(self, request: Request) -> Response:
        assert self.telegram is not None
        return await self.telegram.webhook(request, self.program.receive)

    async def health(self) -> Health:
        """Red where messages are past the moment until which they were useful."""
        now = self.program.now()

        def look() -> tuple[int, int]:
            with self.database.reading() as store:
                return store.overdue(now), store.held()

        overdue, held = await self.program.in_thread(look)
        details: dict[str, object] = {"overdue": overdue}
        if self.whatsapp is not None:
            templates = {state.name: state.status for state in self.whatsapp.states.values()}
            details |= {"templates": templates, "waiting_for_template": held}
        return Health(overdue == 0, details)

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette | None = None) -> AsyncIterator[None]:
        """Everything runs inside this."""
        await self.program.take_up()
        tasks = [asyncio.create_task(self.program.run_sender(self._stop))]
        if self.telegram is not None:
            tasks.append(asyncio.create_task(self._telegram(self.telegram)))
        if self.whatsapp is not None:
            tasks.append(asyncio.create_task(self._templates(self.whatsapp)))
        if self.parts.ticks:
            self.ticker.every(TICK, self.program.tick)
            self.ticker.every(HEARTBEAT, self._beat)
            self.ticker.nightly(NIGHT, self.program.nightly)
            self.ticker.start()
            tasks.append(asyncio.create_task(self.program.nightly()))  # a night that was missed is made up for
        self.program.wake()
        try:
            yield
        finally:
            self._stop.set()
            self.program.wake()
            self.ticker.stop()
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self.program.finish(), 10)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self.telegram is not None:
                await self.telegram.close()
            if self.whatsapp is not None:
                self.whatsapp.close()
            self.program.close()
            self.database.close()

    async def _templates(self, whatsapp: WhatsApp) -> None:
        """Learn now and then which templates are approved."""
        while not self._stop.is_set():
            try:
                states = await whatsapp.refresh()
                waiting = sorted(state.name for state in states.values() if state.status != "approved")
                if waiting:
                    log.warning("whatsapp_templates_not_approved", templates=",".join(waiting))
                wait = TEMPLATES
            except DeliveryError as error:
                log.warning("whatsapp_setup_failed", reason=error.reason)
                wait = TICK * 30
            await asyncio.sleep(wait)

    async def _telegram(self, telegram: Telegram) -> None:
        """Set the bot up, however long Telegram is out of reach, then poll where there is no webhook."""
        menu = [(name, words()(f"command-{name}")) for name in words()("command-menu").split()]
        wait = 1.0
        while not self._stop.is_set():
            try:
                await telegram.setup(menu, self.config.public_url)
                break
            except DeliveryError as error:
                log.warning("telegram_setup_failed", reason=error.reason)
                await asyncio.sleep(wait)
                wait = min(wait * 2, 60.0)
        self.doors.telegram_bot = telegram.username
        if self.parts.answers and not self.config.public_url:
            await telegram.poll(self.program.receive, self._stop)

    async def _beat(self) -> None:
        log.info("alive")


class _Server(uvicorn.Server):
    """Ends the page's open streams before waiting for connections to close."""

    page: Page | None = None

    async def shutdown(self, sockets=None) -> None:  # type: ignore[no-untyped-def]
        if self.page is not None:
            self.page.close()
        await super().shutdown(sockets)


def run_web(service: Service) -> None:
    """Serve until told to stop."""
    config = service.config
    host = config.serves_on
    here = f"http://{host}:{config.port}/"
    if service.page is not None:
        print(words()("serve-page", address=f"{here}page/"), flush=True)
    else:
        print(words()("serve-public", address=config.public_url or here, here=here), flush=True)
    server = _Server(
        uvicorn.Config(service.app(), host=host, port=config.port, log_level="warning", access_log=False, loop="auto")
    )
    server.page = service.page
    server.run()


async def run_worker(service: Service) -> None:
    """Tick until told to stop (SIGTERM, Ctrl-C): what is under way is sent and marked first."""
    told = asyncio.Event()
    for signal_ in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has none of these
            asyncio.get_running_loop().add_signal_handler(signal_, told.set)
    async with service.lifespan():
        log.info("working")
        await told.wait()
    log.info("stopped")
