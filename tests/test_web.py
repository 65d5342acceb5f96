"""What holds for every request, and who may reach the chat page."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import httpx
import pytest
import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.page import Page
from bot.messages import Attachment, Kind, Outgoing, Reply
from bot.page.routes import STATIC
from bot.page.words import words
from bot.web import BODY, Health, create_app
from tests.browser.echo import START, Echo

HOME = "http://127.0.0.1:8000"


async def green() -> Health:
    return Health(True, {"database": "sqlite"})


async def telegram(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
def program() -> Echo:
    return Echo(START)


def client_of(app: Any, address: str = "127.0.0.1", home: str = HOME) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, client=(address, 5000)), base_url=home)


@pytest.fixture
async def client(program: Echo) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(program, page=program.page, health=green, telegram_webhook=telegram)
    async with client_of(app) as client:
        yield client


def said(text: str = "hoi", **more: object) -> dict[str, object]:
    return {"id": "browser-1", "phone": "anna", "name": "Anna", "kind": "text", "text": text, **more}


async def test_the_front_door_leads_to_the_page(client: httpx.AsyncClient) -> None:
    answer = await client.get("/", follow_redirects=True)
    assert answer.status_code == 200
    assert answer.url == f"{HOME}/page/"
    assert f"<title>{words()['title']}</title>" in answer.text


async def test_without_a_page_there_is_none(program: Echo) -> None:
    async with client_of(create_app(program, page=None, health=green)) as client:
        for path in ("/", "/page/", "/page/events", "/page/static/main.js", "/telegram"):
            assert (await client.get(path)).status_code == 404


async def test_every_word_in_the_browsers_code_exists(client: httpx.AsyncClient) -> None:
    texts = (await client.get("/page/words.json")).json()
    for name in ("main", "phone"):
        code = (await client.get(f"/page/static/{name}.js")).text
        used = re.findall(r'say\("([a-z-]+)"', code)
        assert used
        assert set(used) <= set(texts)


def test_no_text_of_the_page_is_left_over() -> None:
    html = (STATIC / "page.html").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in STATIC.glob("*.js"))
    for name in words():
        made_up = name.startswith(("kind-", "error-"))  # put together from what was sent, or went wrong
        assert made_up or name == "only-here" or f"${name.replace('-', '_')}" in html or f'"{name}"' in code, name


@pytest.mark.parametrize("address", ["192.168.1.20", "10.0.0.1", "2001:db8::1", "::ffff:192.168.1.20", "elsewhere"])
async def test_another_machine_does_not_reach_the_page(program: Echo, address: str) -> None:
    app = create_app(program, page=program.page, health=green)
    async with client_of(app, address) as client:
        assert (await client.get("/page/")).status_code == 403
        assert (await client.post("/page/say", json=said())).status_code == 403
        assert (await client.get("/health")).status_code == 200
    assert program.heard == []


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "",
        "[::1",
        "192.168.1.5:8000",
    ],
)
async def test_a_foreign_name_for_this_machine_is_refused(client: httpx.AsyncClient, host: str) -> None:
    assert (await client.get("/page/", headers={"host": host})).status_code == 403


@pytest.mark.parametrize(
    "home", ["http://localhost:8000", "http://127.0.0.1:9", "http://[::1]:8000", "http://127.0.0.2"]
)
async def test_this_machine_by_its_own_names_is_welcome(program: Echo, home: str) -> None:
    app = create_app(program, page=program.page, health=green)
    async with client_of(app, "::ffff:127.0.0.1", home) as client:
        assert (await client.get("/page/")).status_code == 200


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip", "via"])
async def test_what_came_through_a_proxy_is_refused(client: httpx.AsyncClient, header: str) -> None:
    assert (await client.get("/page/", headers={header: "127.0.0.1"})).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8001"},
        {"origin": "https://127.0.0.1:8000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
    ],
)
async def test_another_site_cannot_speak_for_anybody(
    client: httpx.AsyncClient, program: Echo, headers: dict[str, str]
) -> None:
    content = json.dumps(said())
    answer = await client.post("/page/say", content=content, headers={"content-type": "application/json", **headers})
    assert answer.status_code == 403
    assert program.heard == []


async def test_the_page_itself_may_speak(client: httpx.AsyncClient, program: Echo) -> None:
    headers = {"origin": HOME, "sec-fetch-site": "same-origin"}
    assert (await client.post("/page/say", json=said(), headers=headers)).status_code == 204
    (heard,) = program.heard
    assert (heard.channel, heard.chat, heard.sender, heard.name) == ("page", "anna", "anna", "Anna")
    assert (heard.text, heard.kind, heard.at) == ("hoi", Kind.TEXT, START)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        json.dumps(said(kind="shout")).encode(),
        json.dumps(said(more=1)).encode(),
        b'{"id":"x"}',
    ],
)
async def test_what_is_not_understood_is_refused_without_an_echo(
    client: httpx.AsyncClient, program: Echo, body: bytes
) -> None:
    answer = await client.post("/page/say", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert answer.json() == {"error": "not-understood"}
    assert program.heard == []


async def test_a_text_of_ten_thousand_characters_arrives_whole(client: httpx.AsyncClient, program: Echo) -> None:
    assert (await client.post("/page/say", json=said("é" * 10_000))).status_code == 204
    assert program.heard[0].text == "é" * 10_000


async def test_a_body_that_is_too_large_is_refused(client: httpx.AsyncClient, program: Echo) -> None:
    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(BODY // 1000 + 1):
            yield b"x" * 1000

    json_type = {"content-type": "application/json"}
    assert (await client.post("/page/say", content=b"x" * (BODY + 1), headers=json_type)).status_code == 413
    assert (await client.post("/page/say", content=slowly(), headers=json_type)).status_code == 413
    assert (await client.post("/telegram", content=slowly())).status_code == 413
    assert (await client.post("/telegram", content=b"x" * BODY)).text == str(BODY)
    assert program.heard == []


async def test_a_program_that_fails_says_so_and_logs_nothing_that_was_written(
    client: httpx.AsyncClient, program: Echo
) -> None:
    program.broken = True
    with structlog.testing.capture_logs() as logs:
        answer = await client.post("/page/say", json=said("mijn geheim"))
    assert (answer.status_code, answer.json()) == (503, {"error": "not-received"})
    assert logs == [{"event": "page.not_received", "error": "OSError", "log_level": "error"}]


async def test_somebody_is_added_and_removed(client: httpx.AsyncClient, program: Echo) -> None:
    assert (await client.post("/page/phones", json={"name": "Ria"})).json() == {"id": "ria"}
    assert (await client.post("/page/phones", json={"name": "   "})).status_code == 400
    assert (await client.post("/page/phones/remove", json={"id": "ria"})).status_code == 204


async def test_a_full_page_says_so(client: httpx.AsyncClient) -> None:
    answers = [await client.post("/page/phones", json={"name": f"Buur {number}"}) for number in range(21)]
    assert [answer.status_code for answer in answers[-2:]] == [200, 409]
    assert answers[-1].json() == {"error": "phones-full"}
    assert (await client.post("/page/say", json=said(phone="x", name="X"))).json() == {"error": "phones-full"}


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ({"step": "hour"}, "2025-03-03T10:00:00+00:00"),
        ({"step": "morning"}, "2025-03-04T08:00:00+00:00"),
        ({"to": "2025-03-06T14:30"}, "2025-03-06T13:30:00+00:00"),
        ({"to": "2025-03-30T09:00"}, "2025-03-30T07:00:00+00:00"),  # summer time has begun
    ],
)
async def test_the_clock_goes_forward_on_the_dutch_wall_clock(
    client: httpx.AsyncClient, asked: dict[str, str], reached: str
) -> None:
    assert (await client.post("/page/clock", json=asked)).json() == {"now": reached}


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"to": "2025-03-03T09:59"}, "clock-past"),
        ({"to": "2026-04-01T10:00"}, "clock-far"),
        ({"to": "tomorrow"}, "not-understood"),
        ({"to": "9999-12-31T23:59"}, "clock-far"),
        ({"to": "0001-01-01T00:00"}, "not-understood"),
        ({"to": "1999-01-01T00:00"}, "clock-past"),
        ({}, "not-understood"),
    ],
)
async def test_the_clock_does_not_go_everywhere(
    client: httpx.AsyncClient, program: Echo, asked: dict[str, str], why: str
) -> None:
    answer = await client.post("/page/clock", json=asked)
    assert (answer.status_code, answer.json()) == (400, {"error": why})
    assert f"error-{why}" in words()
    assert program.now() == START


async def test_a_clock_that_got_stuck_can_be_moved_again() -> None:
    class Stuck(Echo):
        async def move_clock(self, to: datetime) -> None:
            if self.broken:
                raise OSError("disk")
            await super().move_clock(to)

    program = Stuck(START)
    program.broken = True
    async with client_of(create_app(program, page=program.page, health=green)) as client:
        answer = await client.post("/page/clock", json={"step": "hour"})
        assert (answer.status_code, answer.json()) == (503, {"error": "clock-stuck"})
        program.broken = False
        assert (await client.post("/page/clock", json={"step": "hour"})).status_code == 200


async def test_two_hands_on_the_clock_do_not_move_it_twice() -> None:
    class Slow(Echo):
        async def move_clock(self, to: datetime) -> None:
            answer = await browser.post("/page/clock", json={"step": "hour"})
            assert (answer.status_code, answer.json()) == (409, {"error": "clock-busy"})
            await super().move_clock(to)

    program = Slow(START)
    async with client_of(create_app(program, page=program.page, health=green)) as browser:
        assert (await browser.post("/page/clock", json={"step": "hour"})).json() == {"now": "2025-03-03T10:00:00+00:00"}


async def test_a_file_is_handed_over_and_only_pictures_are_shown(client: httpx.AsyncClient, program: Echo) -> None:
    files = (
        Attachment("rooster é.ics", "text/calendar", b"BEGIN:VCALENDAR"),
        Attachment("qr.png", "image/png", b"png"),
        Attachment("x.svg", "image/svg+xml", b"<svg/>"),
    )
    await program.page.send(Outgoing("anna", Reply("Kijk.", attachments=files)))
    async for hello in program.page.events():
        lines: Any = hello["lines"]
        break
    answers = [await client.get(f"/page/files/{file['key']}") for file in lines["anna"][0]["files"]]
    assert [answer.content for answer in answers] == [file.data for file in files]
    assert [answer.headers["content-disposition"].partition(";")[0] for answer in answers] == [
        "attachment",
        "inline",
        "attachment",
    ]
    assert answers[0].headers["content-disposition"].endswith("rooster%20%C3%A9.ics")
    assert (await client.get("/page/files/guess")).status_code == 404


async def test_every_answer_carries_the_safe_headers(client: httpx.AsyncClient) -> None:
    for path in ("/page/", "/page/words.json", "/page/static/main.js", "/health", "/nothing"):
        headers = (await client.get(path)).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


async def test_health_is_green_or_red(program: Echo) -> None:
    async def red() -> Health:
        return Health(False, {"database": "locked"})

    async def broken() -> Health:
        raise OSError("secret path")

    found = []
    for health in (green, red, broken):
        async with client_of(create_app(program, page=None, health=health)) as client:
            answer = await client.get("/health")
            found.append((answer.status_code, answer.json()))
    assert found == [
        (200, {"database": "sqlite", "status": "green"}),
        (503, {"database": "locked", "status": "red"}),
        (503, {"error": "OSError", "status": "red"}),
    ]


async def test_later_routes_find_their_place(program: Echo) -> None:
    app = create_app(program, page=None, health=green, routes=[Route("/whatsapp", telegram, methods=["POST"])])
    async with client_of(app) as client:
        assert (await client.post("/whatsapp", content=b"123")).text == "3"


def test_a_page_is_made_for_each_program() -> None:
    assert Page(lambda: START).epoch != Page(lambda: START).epoch
