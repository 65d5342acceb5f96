"""The double of the Bot API refuses what Telegram refuses, and its rules are those of the official list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.fakes.bot_api import TOKEN, BotApi
from tests.fakes.bot_api_rules import LIMITS, METHODS, TYPES, UPDATE_TYPES, Refusal, after_parsing, checked

SPEC = Path(__file__).parents[3] / "shared" / "specs" / "telegram_bot_api.json"


@pytest.fixture(scope="module")
def fake() -> Iterator[BotApi]:
    with BotApi() as fake:
        fake.says("Piet", "hoi")
        yield fake


@pytest.fixture(autouse=True)
def _polls_again(fake: BotApi) -> Iterator[None]:
    """A webhook that one test sets keeps none of the others from polling, whichever comes next."""
    yield
    fake.webhook = {"url": ""}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


def keyboard(*buttons: Any) -> str:
    return json.dumps({"inline_keyboard": [list(buttons)]})


YES = {"text": "Ja", "callback_data": "yes"}
DAG = {"chat_id": "7001", "text": "Dag"}


@pytest.mark.parametrize(
    ("method", "fields", "description"),
    [
        ("sendMessage", {"chat_id": "7001"}, "message text is empty"),
        ("sendMessage", {"text": "Dag"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "7001", "text": " \n "}, "message text is empty"),
        ("sendMessage", {"chat_id": "7001", "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": "7001", "text": "🙂" * 2049}, "message is too long"),
        ("sendMessage", {"chat_id": "7002", "text": "Dag"}, "chat not found"),
        ("sendMessage", {"chat_id": "Piet", "text": "Dag"}, "chat not found"),
        ("sendMessage", DAG | {"disable_web_page_preview": "true"}, "unknown field"),
        ("sendMessage", DAG | {"disable_notification": "yes"}, "can't parse"),
        ("sendMessage", DAG | {"disable_notification": "1"}, "must be of type Boolean"),
        ("sendMessage", DAG | {"parse_mode": "html5"}, "unsupported parse_mode"),
        ("sendMessage", {"chat_id": "7001", "text": "<b>Dag", "parse_mode": "HTML"}, "Can't find end tag"),
        ("sendMessage", {"chat_id": "7001", "text": "<p>Dag</p>", "parse_mode": "HTML"}, "Unsupported start tag"),
        ("sendMessage", {"chat_id": "7001", "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ("sendMessage", DAG | {"reply_markup": "[]"}, "must be of type"),
        ("sendMessage", DAG | {"reply_markup": json.dumps({"inline_keyboard": [YES]})}, "must be of type"),
        ("sendMessage", DAG | {"reply_markup": keyboard({"text": "Ja"})}, "Text buttons are unallowed"),
        ("sendMessage", DAG | {"reply_markup": keyboard({"text": " ", "callback_data": "x"})}, "non-empty"),
        ("sendMessage", DAG | {"reply_markup": keyboard(YES | {"callback_data": "x" * 65})}, "BUTTON_DATA_INVALID"),
        ("sendMessage", DAG | {"reply_markup": keyboard(YES | {"callback_data": "é" * 33})}, "BUTTON_DATA_INVALID"),
        ("sendMessage", DAG | {"reply_markup": keyboard(YES | {"callback_data": ""})}, "BUTTON_DATA_INVALID"),
        ("sendMessage", DAG | {"reply_markup": keyboard(YES | {"callback_data": 7})}, "must be of type String"),
        ("sendMessage", DAG | {"reply_markup": keyboard(YES | {"colour": "red"})}, "unknown field"),
        ("sendMessage", DAG | {"reply_markup": keyboard(YES | {"style": "red"})}, "invalid button style"),
        ("sendMessage", DAG | {"reply_markup": keyboard(*[YES] * 9)}, "REPLY_MARKUP_INVALID"),
        (
            "sendMessage",
            DAG | {"reply_markup": json.dumps({"inline_keyboard": [[YES]] * 101})},
            "REPLY_MARKUP_INVALID",
        ),
        ("editMessageText", {"chat_id": "7001", "text": "Dag"}, "message identifier is not specified"),
        ("editMessageText", DAG | {"message_id": "1"}, "message to edit not found"),
        ("editMessageText", DAG | {"message_id": "1001"}, "message can't be edited"),
        ("editMessageText", DAG | {"message_id": "one"}, "can't parse"),
        ("editMessageReplyMarkup", {"chat_id": "7001", "message_id": "1"}, "message to edit not found"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "must have 0-200"),
        ("sendDocument", {"chat_id": "7001", "document": "rooster.ics"}, "wrong file identifier"),
        ("sendDocument", {"chat_id": "7001"}, "can't find field"),
        ("setMyCommands", {"commands": json.dumps([{"command": "Help", "description": "x"}])}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": json.dumps([{"command": "", "description": "x"}])}, "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            {"commands": json.dumps([{"command": "help", "description": ""}])},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ("setMyCommands", {"commands": json.dumps([{"command": "help"}])}, "can't find field"),
        ("setMyCommands", {"commands": json.dumps([{"command": "a", "description": "b"}] * 101)}, "0-100"),
        ("setWebhook", {"url": "http://zorg.example"}, "HTTPS URL must be provided"),
        ("setWebhook", {"url": "https://zorg.example:8080/"}, "only on ports"),
        ("setWebhook", {"url": "https://zorg.example/", "secret_token": "geheim!"}, "unallowed characters"),
        ("setWebhook", {"url": "https://zorg.example/", "secret_token": "x" * 257}, "1-256"),
        ("setWebhook", {"url": "https://zorg.example/", "max_connections": "101"}, "1-100"),
        ("setWebhook", {"url": "https://zorg.example/", "allowed_updates": '["messages"]'}, "unknown update type"),
        ("getUpdates", {"limit": "0"}, "1-100"),
    ],
)
def test_what_breaks_the_rules_is_refused(
    fake: BotApi, client: httpx.Client, method: str, fields: dict[str, str], description: str
) -> None:
    answer = client.post(f"{fake.base_url}{TOKEN}/{method}", data=fields)
    body = answer.json()
    assert (answer.status_code, body["ok"], body["error_code"]) == (400, False, 400)
    assert description in body["description"]


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("getMe", {}),
        ("getWebhookInfo", {}),
        ("sendMessage", {"chat_id": "7001", "text": "🙂" * 2048}),
        ("sendMessage", {"chat_id": "7001", "text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}),
        ("sendMessage", DAG | {"reply_markup": keyboard(YES | {"callback_data": "x" * 64}, YES)}),
        ("sendMessage", DAG | {"link_preview_options": '{"is_disabled":true}'}),
        ("setMyCommands", {"commands": json.dumps([{"command": "help", "description": "Hulp"}])}),
        ("setWebhook", {"url": "https://zorg.example:8443/x", "secret_token": "A-z_0"}),
        ("deleteWebhook", {}),
        ("getUpdates", {"offset": "-1", "limit": "1", "timeout": "0", "allowed_updates": '["message"]'}),
    ],
)
def test_what_keeps_the_rules_is_done(fake: BotApi, client: httpx.Client, method: str, fields: dict[str, str]) -> None:
    answer = client.post(f"{fake.base_url}{TOKEN}/{method}", data=fields)
    assert (answer.status_code, answer.json()["ok"]) == (200, True), answer.text


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        (f"{TOKEN}/sendLoveLetter", 404, "Not Found"),
        ("geen-token/getMe", 404, "Not Found"),
        ("123456789:another-token-altogether_BBBBBBBBBB/getMe", 401, "Unauthorized"),
    ],
)
def test_a_wrong_address_is_refused(
    fake: BotApi, client: httpx.Client, path: str, status: int, description: str
) -> None:
    answer = client.post(f"{fake.base_url}{path}")
    assert answer.status_code == status
    assert answer.json() == {"ok": False, "error_code": status, "description": description}


@pytest.mark.parametrize(
    ("data", "description"),
    [
        (b"", "file must be non-empty"),
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (5000).to_bytes(4, "big") + (5001).to_bytes(4, "big") + b"\x08",
            "PHOTO_INVALID_DIMENSIONS",
        ),
    ],
)
def test_a_photo_must_be_one(fake: BotApi, client: httpx.Client, data: bytes, description: str) -> None:
    method = "sendDocument" if not data else "sendPhoto"
    part = "document" if not data else "photo"
    answer = client.post(f"{fake.base_url}{TOKEN}/{method}", data={"chat_id": "7001"}, files={part: ("x", data)})
    assert answer.status_code == 400
    assert description in answer.json()["description"]


def test_a_caption_of_more_than_1024_units_is_refused(fake: BotApi, client: httpx.Client) -> None:
    fields = {"chat_id": "7001", "caption": "🙂" * 513}
    answer = client.post(f"{fake.base_url}{TOKEN}/sendDocument", data=fields, files={"document": ("a.ics", b"A")})
    assert answer.json()["description"] == "Bad Request: message caption is too long"


def test_an_edit_that_changes_nothing_is_refused(fake: BotApi, client: httpx.Client) -> None:
    sent = client.post(f"{fake.base_url}{TOKEN}/sendMessage", data=DAG).json()["result"]["message_id"]
    answer = client.post(f"{fake.base_url}{TOKEN}/editMessageText", data=DAG | {"message_id": str(sent)})
    assert "message is not modified" in answer.json()["description"]


def test_polling_conflicts_with_a_webhook(fake: BotApi, client: httpx.Client) -> None:
    client.post(f"{fake.base_url}{TOKEN}/setWebhook", data={"url": "https://zorg.example"})
    assert client.post(f"{fake.base_url}{TOKEN}/getUpdates").status_code == 409
    client.post(f"{fake.base_url}{TOKEN}/deleteWebhook")
    assert client.post(f"{fake.base_url}{TOKEN}/getUpdates").status_code == 200


def test_an_update_is_given_again_until_it_is_confirmed(fake: BotApi, client: httpx.Client) -> None:
    number = fake.says("Piet", "nog eens")["update_id"]

    def given(offset: int) -> list[int]:
        answer = client.post(f"{fake.base_url}{TOKEN}/getUpdates", data={"offset": str(offset)})
        return [update["update_id"] for update in answer.json()["result"]]

    assert given(number) == [number]
    assert given(number) == [number]
    assert given(number + 1) == []
    assert number not in fake.unconfirmed


def test_markup_does_not_count_and_half_of_a_pair_is_no_text() -> None:
    assert after_parsing("<b>Dag</b> &amp; <i>tot ziens</i> ", "HTML") == "Dag & tot ziens"
    with pytest.raises(Refusal, match="UTF-8"):
        checked("sendMessage", {"chat_id": "7001", "text": "\ud83d"})


# The official list


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    if not SPEC.exists():
        pytest.skip("the official list (../shared/specs/telegram_bot_api.json) is not here to hold the rules against")
    found: dict[str, Any] = json.loads(SPEC.read_text("utf-8"))
    return found


def _listed(entry: dict[str, Any]) -> dict[str, str]:
    return {
        field["name"]: "|".join(field["types"]) + ("!" if field["required"] else "")
        for field in entry.get("fields", ())
    }


@pytest.mark.parametrize(("owner", "rules"), [*METHODS.items(), *TYPES.items()])
def test_fields_are_those_of_the_official_list(spec: dict[str, Any], owner: str, rules: dict[str, str]) -> None:
    listed = _listed(spec["methods" if owner in METHODS else "types"][owner])
    assert rules.items() <= listed.items()
    assert {name for name, types in listed.items() if types.endswith("!")} <= rules.keys()


@pytest.mark.parametrize(("owner", "name"), LIMITS)
def test_limits_are_those_of_the_official_list(spec: dict[str, Any], owner: str, name: str) -> None:
    least, most, counted = LIMITS[owner, name]
    entry = spec["methods" if owner in METHODS else "types"][owner]
    described = next(field["description"] for field in entry["fields"] if field["name"] == name)
    match counted:
        case "items":
            assert re.search(rf"At most {most} ", described)
        case "value":
            assert re.search(rf"\b{least}-{most}\b", described)
        case _:
            assert re.search(rf"\b{least}-{most} {counted}", described)


def test_update_types_are_those_of_the_official_list(spec: dict[str, Any]) -> None:
    assert _listed(spec["types"]["Update"]).keys() - {"update_id"} == UPDATE_TYPES


def test_what_people_send_has_the_fields_of_the_official_list(spec: dict[str, Any]) -> None:
    """The double's own updates and answers, checked against the list: nothing invented, nothing left out."""
    with BotApi() as fake:
        fake.says("Piet", "hoi")
        with httpx.Client() as client:
            sent = client.post(f"{fake.base_url}{TOKEN}/sendMessage", data=DAG | {"reply_markup": keyboard(YES)})
            me = client.post(f"{fake.base_url}{TOKEN}/getMe")
            info = client.post(f"{fake.base_url}{TOKEN}/getWebhookInfo")
    _fits(spec, "Message", sent.json()["result"])
    _fits(spec, "User", me.json()["result"])
    _fits(spec, "WebhookInfo", info.json()["result"])
    for update in (
        fake.says("Piet", "hoi", group="Familie"),
        fake.edits("Piet", "dag"),
        fake.forwards("Piet", "hoi"),
        fake.sends_voice("Piet"),
        fake.sends_photo("Piet", "Nel"),
        fake.sends_sticker("Piet"),
        fake.sends_location("Piet"),
        fake.sends_document("Piet"),
        fake.taps("Piet", "Ja"),
        fake.taps_data("Piet", "yes", 3),
        fake.blocks("Piet"),
        fake.unblocks("Piet"),
    ):
        _fits(spec, "Update", update)


def _fits(spec: dict[str, Any], name: str, value: Any) -> None:
    if name.startswith("Array of "):
        assert isinstance(value, list), name
        for item in value:
            _fits(spec, name.removeprefix("Array of "), item)
        return
    simple = {"Integer": int, "String": str, "Boolean": bool, "Float": float}
    if name in simple:
        assert type(value) is simple[name], f"{value!r} is no {name}"
        return
    entry = spec["types"][name]
    if entry.get("subtypes"):
        kinds = [spec["types"][kind] for kind in entry["subtypes"]]
        fitting = [kind for kind in kinds if value.keys() <= _listed(kind).keys()]
        assert fitting, f"{sorted(value)} is no {name}"
        return
    listed = _listed(entry)
    assert value.keys() <= listed.keys(), name
    assert {key for key, types in listed.items() if types.endswith("!")} <= value.keys(), name
    for key, inner in value.items():
        _fits(spec, listed[key].rstrip("!").split("|")[0], inner)
