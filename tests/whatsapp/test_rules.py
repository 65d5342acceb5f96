"""The double of Twilio refuses what Twilio refuses, and its rules are those of Twilio's own specification."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest

from bot.messages import Attachment, Choice, Outgoing, Reply
from locales.templates import templates
from tests.fakes import twilio_rules as rules
from tests.fakes.twilio import ACCOUNT, NUMBER, Twilio
from tests.fakes.twilio_rules import Refusal
from tests.whatsapp.echo import NOW, PIET, whatsapp

FORM = "application/x-www-form-urlencoded"
SPECS = Path(__file__).parents[3] / "shared" / "specs"
GOOD: dict[str, Any] = {"To": "whatsapp:+31612345678", "From": f"whatsapp:{NUMBER}", "Body": "hoi"}
HX = "HX" + "a" * 32
BUTTONS: dict[str, Any] = {
    "friendly_name": "zorgkring_test",
    "language": "nl",
    "variables": {"1": "hoi", "2": "7.0"},
    "types": {
        "twilio/quick-reply": {"body": "{{1}}", "actions": [{"type": "QUICK_REPLY", "title": "Ja", "id": "{{2}}"}]}
    },
}


def message(**fields: Any) -> dict[str, Any]:
    return rules.message(FORM, parse_qs(urlencode(fields, doseq=True), keep_blank_values=True))


def content(**changes: Any) -> dict[str, Any]:
    return rules.content("application/json", json.dumps({**BUTTONS, **changes}).encode())


def quick_reply(**changes: Any) -> dict[str, Any]:
    return {"twilio/quick-reply": {**BUTTONS["types"]["twilio/quick-reply"], **changes}}


def actions(*titles: str) -> list[dict[str, str]]:
    return [{"type": "QUICK_REPLY", "title": title, "id": str(i)} for i, title in enumerate(titles)]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"Body": "x" * 1600},
        {"StatusCallback": "https://zorgkring.example.org/whatsapp/status?owed=1"},
        {"MediaUrl": ["https://zorgkring.example.org/media/a/b.png"]},
    ],
)
def test_it_takes_good_messages(more: dict[str, Any]) -> None:
    assert message(**{**GOOD, **more})


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"To": "banana"}, 21211),
        ({"To": "+31612345678"}, 21211),
        ({"To": "whatsapp:0612345678"}, 21211),
        ({"To": ""}, 21211),
        ({"From": "Zorgkring"}, 21212),
        ({"Body": "x" * 1601}, 21617),
        ({"Body": " "}, 21619),
        ({"ContentSid": HX}, 21654),
        ({"Body": ["een", "twee"]}, 20001),
        ({"Colour": "red"}, 20001),
        ({"MessagingServiceSid": "MG1"}, 20001),
        ({"MediaUrl": "rooster.png"}, 21620),
        ({"MediaUrl": ["https://a.example/1", "https://a.example/2"]}, 21623),
        ({"ContentVariables": "{}"}, 21656),
        ({"StatusCallback": "zorgkring"}, 21609),
    ],
)
def test_it_refuses_bad_messages(wrong: dict[str, Any], code: int) -> None:
    with pytest.raises(Refusal) as caught:
        message(**{**GOOD, **wrong})
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("variables", "sid", "code"),
    [("nope", HX, 21656), ("[1]", HX, 21656), ('{"1": 2}', HX, 21656), ('{"1": ""}', HX, 21656), ("{}", "HX1", 21655)],
)
def test_it_refuses_bad_variables(variables: str, sid: str, code: int) -> None:
    with pytest.raises(Refusal) as caught:
        message(To=GOOD["To"], From=GOOD["From"], ContentSid=sid, ContentVariables=variables)
    assert caught.value.code == code


def test_a_message_says_something_and_is_a_form() -> None:
    with pytest.raises(Refusal):
        message(To=GOOD["To"], From=GOOD["From"])
    with pytest.raises(Refusal):
        rules.message("application/json", {name: [word] for name, word in GOOD.items()})


def test_it_takes_good_content() -> None:
    assert content()
    assert content(types=quick_reply(actions=actions(*"abcdefghij")))
    items = [{"item": "{{2}}", "id": f"{i}"} for i in range(1)]
    assert content(types={"twilio/list-picker": {"body": "{{1}}", "button": "Kies", "items": items}})


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": ""},
        {"language": "Nederlands"},
        {"types": {}},
        {"types": {"twilio/unknown": {"body": "x"}}},
        {"types": quick_reply(actions=[])},
        {"types": quick_reply(actions=actions(*"abcdefghijk"))},
        {"types": quick_reply(actions=actions("een titel van ruim twintig tekens"))},
        {"types": quick_reply(actions=actions("Ja", "Ja"))},
        {"types": quick_reply(actions=[{"title": "Ja", "colour": "red"}])},
        {"types": quick_reply(body="x" * 1025)},
        {"types": quick_reply(body="")},
        {"types": quick_reply(body="{{9}}")},
        {"variables": {"1": 2, "2": "x"}},
        {"approval": True},
        {"types": {"twilio/list-picker": {"body": "{{1}}", "items": [{"item": "a", "id": "1"}]}}},
        {"types": {"twilio/list-picker": {"body": "x", "button": "Kies", "items": [{"item": "a" * 25, "id": "1"}]}}},
    ],
)
def test_it_refuses_bad_content(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        content(**wrong)


@pytest.mark.parametrize("given", [{"name": "Zorg Kring"}, {"category": "FUN"}, {"name": ""}, {"colour": "red"}])
def test_it_refuses_bad_approval_requests(given: dict[str, str]) -> None:
    wanted = {"name": "zorgkring_test", "category": "UTILITY", **given}
    with pytest.raises(Refusal):
        rules.approval("application/json", json.dumps(wanted).encode(), BUTTONS)


@pytest.mark.parametrize("body", ["{{1}} staat klaar.", "Klaar staat {{1}}", "Voor {{1}} {{2}} nu."])
def test_meta_rejects_templates_with_places_where_they_may_not_be(body: str) -> None:
    assert rules.verdict({**BUTTONS, "types": quick_reply(body=body)})


def test_more_than_three_buttons_need_approval_and_places_are_all_filled() -> None:
    four = {**BUTTONS, "types": quick_reply(actions=actions(*"abcd"))}
    for variables, approved in (({"1": "hoi"}, False), ({}, True), ({"1": "a\nb"}, True), ({"1": "x", "7": "y"}, True)):
        with pytest.raises(Refusal):
            rules.rendered(four, variables, approved=approved)
    assert rules.rendered(four, {"1": "hoi"}, approved=True)[0] == "hoi"


# Against the specification


def spec(name: str) -> dict[str, Any]:
    path = SPECS / name
    if not path.exists():
        pytest.skip(f"no specification of Twilio here: {name}")
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def schemas() -> dict[str, Any]:
    found: dict[str, Any] = spec("twilio_content.json")["components"]["schemas"]
    return found


def test_the_fields_of_a_message_are_those_of_the_specification() -> None:
    paths = spec("twilio_messages.json")["paths"]
    post = paths["/2010-04-01/Accounts/{AccountSid}/Messages.json"]["post"]
    schema = post["requestBody"]["content"][FORM]["schema"]
    known = {name: what.get("type", "string") for name, what in schema["properties"].items()}
    assert known == rules.FIELDS
    assert schema["required"] == ["To"]
    for name, kind in rules.SID.items():
        assert schema["properties"][name]["pattern"] == f"^{kind}[0-9a-fA-F]{{32}}$"


def test_the_fields_of_content_and_approvals_are_those_of_the_specification() -> None:
    found = schemas()
    create, approval = found["ContentCreateRequest"], found["ContentApprovalRequest"]
    assert {name: what.get("type", "object") for name, what in create["properties"].items()} == rules.CONTENT_FIELDS
    assert set(create["required"]) == {"language", "types"}
    assert {name: what["type"] for name, what in approval["properties"].items()} == rules.APPROVAL_FIELDS
    assert set(approval["required"]) == set(rules.APPROVAL_FIELDS)


def test_the_content_types_are_those_of_the_specification() -> None:
    found = schemas()
    for name, fields in {**rules.TYPES, "action": rules.ACTION_FIELDS, "item": rules.ITEM_FIELDS}.items():
        reference = found["types"]["properties"].get(name, {}).get("$ref", "").rpartition("/")[2]
        schema = found[{"action": "quickReplyAction", "item": "listItem"}.get(name, reference)]
        assert set(schema["properties"]) == set(fields), name
        assert set(schema["required"]) == {field for field, required in fields.items() if required}, name


def test_the_paths_are_those_of_the_specification() -> None:
    paths = {**spec("twilio_messages.json")["paths"], **spec("twilio_content.json")["paths"]}
    for path, method in (
        ("/2010-04-01/Accounts/{AccountSid}/Messages.json", "post"),
        ("/v1/Content", "post"),
        ("/v1/ContentAndApprovals", "get"),
        ("/v1/Content/{ContentSid}/ApprovalRequests/whatsapp", "post"),
        ("/v1/Content/{Sid}/ApprovalRequests", "get"),
    ):
        assert method in paths[path]


def test_what_the_double_answers_has_the_fields_of_the_specification() -> None:
    fake = Twilio()
    fake.contents[HX] = BUTTONS
    assert set(fake._resource(HX)) <= set(schemas()["content.v1.content"]["properties"])
    assert set(schemas()["content.v1.content_and_approvals"]["properties"]) >= {
        "sid",
        "friendly_name",
        "approval_requests",
    }
    assert ACCOUNT.startswith("AC")


def misfits(schema: dict[str, Any], value: Any, where: str = "") -> list[str]:
    """Where a value is not as this schema of an OpenAPI file says."""
    if "$ref" in schema:
        return misfits(schemas()[schema["$ref"].rpartition("/")[2]], value, where)
    kind = {"string": str, "object": dict, "array": list, "integer": int, "boolean": bool}.get(schema.get("type", ""))
    if kind is not None and not isinstance(value, kind):
        return [f"{where} is no {schema['type']}"]
    found = []
    if isinstance(value, str):
        right = re.search(schema.get("pattern", ""), value) and value in schema.get("enum", [value])
        fits = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
        found += [] if right and fits else [f"{where} is {value!r}"]
    elif isinstance(value, list):
        found += [wrong for one in value for wrong in misfits(schema.get("items", {}), one, f"{where}[]")]
    elif isinstance(value, dict):
        known, more = schema.get("properties", {}), schema.get("additionalProperties", False)
        found += [f"{where} lacks {name}" for name in schema.get("required", ()) if name not in value]
        found += [f"{where} has {name}" for name in value if name not in known and not more]
        for name, one in value.items():
            found += misfits(known.get(name, more or {}), one, f"{where}.{name}")
    return found


def test_what_does_not_fit_the_specification_is_found() -> None:
    types = {"$ref": "#/components/schemas/types"}
    assert misfits(types, BUTTONS["types"]) == []
    assert misfits(types, quick_reply(colour="red")) == [".twilio/quick-reply has colour"]
    assert misfits(types, quick_reply(actions=[{"type": "QUICK_REPLY"}])) == [
        ".twilio/quick-reply.actions[] lacks title"
    ]
    assert misfits({"type": "string", "pattern": "^HX"}, "AB", "sid") == ["sid is 'AB'"]


async def test_every_call_that_we_make_is_as_the_specification_says() -> None:
    paths = {**spec("twilio_messages.json")["paths"], **spec("twilio_content.json")["paths"]}
    with Twilio(clock=lambda: NOW) as fake:
        fake.joins("Piet", PIET)
        fake.last_in[PIET] = NOW
        channel = whatsapp(fake)
        await channel.sync()
        for count in (0, 2, 3, 7, 11):
            choices = tuple(Choice(f"do {day} mrt", f"7.{day}") for day in range(count))
            await channel.send(Outgoing(PIET, Reply("Welke dag? " * 200, choices), owed=3))
        file = Attachment("rooster.pdf", "application/pdf", b"%PDF")
        await channel.send(Outgoing(PIET, Reply("Alsjeblieft.", attachments=(file,)), owed=4))
        for name, template in templates().items():
            reply = Reply("Morgen.", template=name, variables=template.samples)
            await channel.send(Outgoing(PIET, reply, in_window=False, owed=5))
        await channel.refresh()
        channel.close()
    made = [(call, _path_of(call.path, paths)) for call in fake.calls]
    assert {path for _, path in made} == {
        "/2010-04-01/Accounts/{AccountSid}/Messages.json",
        "/v1/Content",
        "/v1/ContentAndApprovals",
        "/v1/Content/{ContentSid}/ApprovalRequests/whatsapp",
    }
    for call, path in made:
        asked = paths[path].get("post") or paths[path]["get"]
        if "requestBody" not in asked:
            assert set(call.fields) <= {parameter["name"] for parameter in asked["parameters"]}
            continue
        [body] = asked["requestBody"]["content"].values()
        fields = {n: json.dumps(v) if n == "ContentVariables" else v for n, v in call.fields.items()}
        assert misfits(body["schema"], fields) == []
    assert fake.refused == []


def _path_of(called: str, paths: dict[str, Any]) -> str:
    """The path of the specification that was called."""
    return next(path for path in paths if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path.replace(".", r"\.")), called))
