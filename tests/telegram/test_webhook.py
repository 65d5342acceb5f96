"""Telegram's webhook on a real web server: only Telegram gets in, and 200 means committed."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram import WEBHOOK_PATH, Telegram
from bot.channels.telegram_arrivals import BODY_BYTES, SECRET_HEADER
from bot.messages import Inbound, Kind
from tests.fakes.bot_api import BotApi
from tests.telegram.echo import COMMANDS, Echo

PUBLIC_URL = "https://zorg.example"


@pytest.fixture
async def address(fake: BotApi, channel: Telegram, echo: Echo) -> AsyncIterator[str]:
    """Where our own web server answers, with the webhook set."""

    async def webhook(request: Request) -> Response:
        return await channel.webhook(request, echo)

    app = Starlette(routes=[Route(WEBHOOK_PATH, webhook, methods=["POST"])])
    config = uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        fake.reaches(PUBLIC_URL, address)
        await channel.setup(COMMANDS, PUBLIC_URL)
        yield address
        server.should_exit = True
        await serving


async def post(address: str, body: bytes, secret: str | None) -> int:
    headers = {} if secret is None else {SECRET_HEADER.encode(): secret.encode()}
    async with httpx.AsyncClient() as client:
        return (await client.post(address + WEBHOOK_PATH, content=body, headers=headers)).status_code


def message(text: str) -> bytes:
    return json.dumps(
        {
            "update_id": 7,
            "message": {
                "message_id": 1,
                "date": 1741000000,
                "chat": {"id": 5, "type": "private"},
                "from": {"id": 5, "is_bot": False, "first_name": "Piet"},
                "text": text,
            },
        }
    ).encode()


@pytest.mark.usefixtures("address")
async def test_people_type_and_tap_through_the_webhook(fake: BotApi, echo: Echo) -> None:
    fake.says("Piet", "hoi")
    await fake.until(lambda: fake.seen("Piet"))
    fake.taps("Piet", "Ja")
    await fake.until(lambda: len(fake.webhook_statuses) == 2)
    assert fake.last("Piet").text == "Je zei: Ja"
    assert fake.webhook_statuses == [200, 200]
    await fake.until(lambda: len(fake.acknowledged) == 1)
    assert echo.got[1].choice == "yes"
    assert not fake.refused


@pytest.mark.parametrize("secret", [None, "", "wrong", "é" * 32])
async def test_without_the_right_secret_nothing_gets_in(address: str, echo: Echo, secret: str | None) -> None:
    assert await post(address, message("hoi"), secret) == 403
    assert echo.got == []


async def test_what_could_not_be_committed_comes_again(fake: BotApi, address: str, echo: Echo) -> None:
    trouble = 2

    async def locked(_: Inbound) -> None:
        nonlocal trouble
        if trouble:
            trouble -= 1
            raise OSError("disk full")

    echo.before = locked
    fake.says("Piet", "ik kom wat later")
    await fake.until(lambda: fake.seen("Piet"))
    await fake.until(lambda: len(fake.webhook_statuses) == 3)
    assert fake.webhook_statuses == [503, 503, 200]
    assert echo.texts == ["ik kom wat later"]
    assert address


@pytest.mark.usefixtures("address")
async def test_two_hundred_is_said_only_after_the_commit(fake: BotApi, echo: Echo) -> None:
    answered_early: list[int] = []

    async def slow(_: Inbound) -> None:
        await asyncio.sleep(0.05)
        answered_early.extend(fake.webhook_statuses)

    echo.before = slow
    fake.says("Piet", "hoi")
    await fake.until(lambda: fake.webhook_statuses)
    assert answered_early == []
    assert echo.texts == ["hoi"]


@pytest.mark.usefixtures("address")
async def test_words_that_break_something_are_given_up_and_still_answered(fake: BotApi, echo: Echo) -> None:
    async def poisoned(inbound: Inbound) -> None:
        if inbound.text:
            raise ValueError

    echo.before = poisoned
    fake.says("Piet", "gif")
    await fake.until(lambda: echo.got)
    await fake.until(lambda: 200 in fake.webhook_statuses)
    assert fake.webhook_statuses == [503, 503, 503, 503, 200]
    assert [(inbound.kind, inbound.text) for inbound in echo.got] == [(Kind.OTHER, "")]


async def test_what_is_no_json_is_a_bad_request(
    address: str, channel: Telegram, echo: Echo, capsys: pytest.CaptureFixture[str]
) -> None:
    for body in (b"", b"\xff\xfe", b"{", b"[" * 100_000, b"hoi"):
        assert await post(address, body, channel.secret) == 400, body[:10]
    assert echo.got == []
    assert "Traceback" not in "".join(capsys.readouterr())


async def test_json_that_is_nothing_for_us_is_taken_and_forgotten(address: str, channel: Telegram, echo: Echo) -> None:
    for body in (b"null", b"[]", b"7", b'"hoi"', b"{}", b'{"update_id":1,"poll":{}}'):
        assert await post(address, body, channel.secret) == 200, body
    assert echo.got == []


async def test_a_body_far_too_long_is_not_read(address: str, channel: Telegram, echo: Echo) -> None:
    assert await post(address, message("x" * BODY_BYTES), channel.secret) == 413
    assert echo.got == []


async def test_ten_thousand_characters_arrive_whole(address: str, channel: Telegram, echo: Echo, fake: BotApi) -> None:
    fake.person("Piet", id=5)
    fake.says("Piet", "hoi")
    await fake.until(lambda: fake.seen("Piet"))
    assert await post(address, message("é🙂" * 5000), channel.secret) == 200
    assert echo.texts[-1] == "é🙂" * 5000
