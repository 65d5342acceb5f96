"""The program as a service: channels, web app and ticker on one event loop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import structlog
import uvicorn
from prometheus_client import start_http_server
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from bot.calendars.addresses import CalendarRoutes
from bot.channels import Channel
from bot.channels.page import Page
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_routes import WhatsAppRoutes
from bot.config import Config
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.watch import Watch, may_read
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import DeliveryError
from bot.program import Clock, Program
from bot.turn import Doors
from bot.understanding import prepare
from bot.web import Health, create_app
from locales.nl.slips import mended
from locales.words import words
from scheduling.people import AMSTERDAM
from scheduling.ticker import Ticker
from storage.database import Database, DatabaseUnavailable
from storage.owing import ANSWER

log = structlog.get_logger()

TICK, HEARTBEAT, NIGHT = 1.0, 60.0, 3
LEARN_AFTER = 20.0  # seconds, so that what was waiting for a start is answered first
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
        self.pace = Pace(self.database, clock.now)
        sender = Sender(self.database, channels, capabilities(), wording, pace=self.pace)
        for channel in (telegram, whatsapp):
            if channel is not None:
                channel.between = self._between(channel.name)
        self.watch = Watch(self.database, sender.metrics)
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
            metrics=self._metrics,
            telegram_webhook=webhook,
            routes=routes,
            lifespan=self.lifespan,
        )

    async def _webhook(self, request: Request) -> Response:
        assert self.telegram is not None
        return await self.telegram.webhook(request, self.program.receive)

    async def health(self) -> Health:
        """Red where messages are past their deadline and their channel could take them."""
        now = self.program.now()
        seen = await self.program.in_thread(lambda: self.watch.look(now))
        details: dict[str, object] = {"due": seen.due, "overdue": seen.overdue, "full": sorted(seen.full)}
        if self.whatsapp is not None:
            templates = {state.name: state.status for state in self.whatsapp.states.values()}
            details |= {"templates": templates, "waiting_for_template": seen.held}
        return Health(seen.is_well, details)

    async def _metrics(self, request: Request) -> Response:
        """Prometheus' figures, for who shows the token; without one for this machine alone."""
        if not may_read(request, self.config.metrics_token, private=not self.config.public_url):
            return Response(status_code=403)
        now = self.program.now()
        await self.program.in_thread(lambda: self.watch.look(now))
        return Response(self.watch.metrics.text(), media_type="text/plain; version=0.0.4")

    def _between(self, channel: str) -> Callable[[str], Awaitable[None]]:
        """What a channel waits for between the parts of one message."""

        async def wait(chat: str) -> None:
            await self.pace.turn(channel, chat, ANSWER, self.program.in_thread)

        return wait

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette | None = None) -> AsyncIterator[None]:
        """Everything runs inside this."""
        await self.program.in_thread(prepare)
        await self.program.take_up()
        tasks = [asyncio.create_task(self.program.run_sender(self._stop))]
        if self.telegram is not None:
            tasks.append(asyncio.create_task(self._telegram(self.telegram)))
        if self.whatsapp is not None:
            tasks.append(asyncio.create_task(self._templates(self.whatsapp)))
        if self.parts.ticks or self.page is not None:  # the page is in this process alone
            self.ticker.every(TICK, self.program.tick)
        if self.parts.ticks:
            self.ticker.nightly(NIGHT, self.program.nightly)
            tasks.append(asyncio.create_task(self.program.nightly()))  # a night that was missed is made up for
        tasks.append(asyncio.create_task(_learn()))
        self.ticker.every(HEARTBEAT, self._beat)
        self.ticker.start()
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
        menu, in_groups = (
            [(name, words()(f"command-{name}")) for name in words()(key).split()]
            for key in ("command-menu", "command-menu-groups")
        )
        wait = 1.0
        while not self._stop.is_set():
            try:
                await telegram.setup(menu, self.config.public_url, in_groups=in_groups)
                break
            except DeliveryError as error:
                log.warning("telegram_setup_failed", reason=error.reason)
                await asyncio.sleep(wait)
                wait = min(wait * 2, 60.0)
        self.doors.telegram_bot = telegram.username
        if self.parts.answers and not self.config.public_url:
            await telegram.poll(self.program.receive, self._stop)

    async def _beat(self) -> None:
        """The dead man's line: each minute, with what waits. Where it stays away, the program does not run."""
        now, ticks = self.program.now(), self.parts.ticks or self.page is not None
        silent = asyncio.get_running_loop().time() - self.program.ticked
        channels = list(self.program.sender.channels)
        try:
            seen = await self.program.in_thread(lambda: self.watch.tidy(now, channels if self.parts.ticks else None))
        except DatabaseUnavailable:
            log.error("alive_without_database")
            return
        if ticks and silent > HEARTBEAT:
            log.error("sender_stands_still", seconds=round(silent))
        sent = self.watch.metrics.sent_in_all
        log.info("alive", due=seen.due, overdue=seen.overdue, full=",".join(sorted(seen.full)), sent=sent)


class _Server(uvicorn.Server):
    """Ends the page's open streams before waiting for connections to close."""

    page: Page | None = None

    async def shutdown(self, sockets=None) -> None:  # type: ignore[no-untyped-def]
        if self.page is not None:
            self.page.close()
        await super().shutdown(sockets)


async def _learn() -> None:
    """Read all Dutch words once the start is over, so that nobody waits for it at the first slip of a thumb."""
    await asyncio.sleep(LEARN_AFTER)
    await asyncio.to_thread(mended, "zjxqv")


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
        if service.config.metrics_port:
            start_http_server(service.config.metrics_port, "127.0.0.1", service.watch.metrics.registry)
        await told.wait()
    log.info("stopped")
