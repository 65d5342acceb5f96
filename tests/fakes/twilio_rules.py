"""What Twilio refuses: the rules of the calls that we make, on their own. tests/whatsapp/test_rules.py has the spec.

The spec alone takes To="banana" and a message without a word, so what the documentation says is added here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """An error as Twilio words it."""

    def __init__(self, code: int, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


FIELDS: dict[str, str] = {  # of a message, as far as the spec knows them; "array" may be given more than once
    **dict.fromkeys(("To", "From", "StatusCallback", "Body", "ContentSid", "ContentVariables"), "string"),
    **dict.fromkeys(("ApplicationSid", "MessagingServiceSid", "FallbackFrom", "SendAt"), "string"),
    **dict.fromkeys(("ContentRetention", "AddressRetention", "TrafficType", "ScheduleType", "RiskCheck"), "string"),
    **dict.fromkeys(("ProvideFeedback", "ForceDelivery", "SmartEncoded", "ShortenUrls", "SendAsMms"), "boolean"),
    **dict.fromkeys(("Attempt", "ValidityPeriod"), "integer"),
    "MaxPrice": "number",
    "MediaUrl": "array",
    "PersistentAction": "array",
}
CONTENT_FIELDS = {"friendly_name": "string", "variables": "object", "language": "string", "types": "object"}
APPROVAL_FIELDS = {"name": "string", "category": "string"}
TYPES: dict[str, dict[str, bool]] = {  # content type -> its fields, and whether they are required
    "twilio/text": {"body": True},
    "twilio/quick-reply": {"body": True, "actions": True},
    "twilio/list-picker": {"body": True, "button": True, "items": True},
}
ACTION_FIELDS = {"type": False, "title": True, "id": False}
ITEM_FIELDS = {"id": True, "item": True, "description": False}
CATEGORIES = ("UTILITY", "MARKETING", "AUTHENTICATION")
SID = {"ContentSid": "HX", "MessagingServiceSid": "MG", "ApplicationSid": "AP"}
MEDIA = {
    **dict.fromkeys(("image/jpeg", "image/png"), 5 * 1024 * 1024),
    **dict.fromkeys(("application/pdf", "audio/ogg", "video/mp4", "text/vcard"), 16 * 1024 * 1024),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": 16 * 1024 * 1024,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": 16 * 1024 * 1024,
}
BODY, BUTTONS_BODY, TITLE, ITEM, ID, VALUE = 1600, 1024, 20, 24, 200, 1600
_WHATSAPP = re.compile(r"whatsapp:\+[1-9]\d{6,14}")
_PLACE = re.compile(r"\{\{(\w{1,16})\}\}")


def sid(kind: str) -> re.Pattern[str]:
    """How an id of this kind looks."""
    return re.compile(f"({kind})[0-9a-fA-F]{{32}}")


def message(content_type: str, given: Mapping[str, list[str]]) -> Json:
    """The fields of a new message. Raises Refusal."""
    if content_type.partition(";")[0] != "application/x-www-form-urlencoded":
        raise Refusal(20001, "Unsupported media type", 415)
    for name, values in given.items():
        if name not in FIELDS:
            raise Refusal(20001, f"Unknown parameter {name}")
        if FIELDS[name] != "array" and len(values) != 1:
            raise Refusal(20001, f"Parameter {name} given more than once")
    fields: Json = {name: values if FIELDS[name] == "array" else values[0] for name, values in given.items()}
    if not _WHATSAPP.fullmatch(fields.get("To", "")):
        raise Refusal(21211, "The 'To' number is not a valid phone number.")
    if not _WHATSAPP.fullmatch(fields.get("From", "")):
        raise Refusal(21212, "The 'From' number is not a valid phone number, shortcode, or alphanumeric sender ID.")
    for name, kind in SID.items():
        if name in fields and not sid(kind).fullmatch(fields[name]):
            raise Refusal(21655 if name == "ContentSid" else 20001, f"{name} is invalid")
    if not {"Body", "MediaUrl", "ContentSid"} & fields.keys():
        raise Refusal(21619, "A text message body, media urls or content sid must be specified.")
    if "ContentSid" in fields and {"Body", "MediaUrl"} & fields.keys():
        raise Refusal(21654, "ContentSid excludes Body and MediaUrl")
    if "Body" in fields and not fields["Body"].strip():
        raise Refusal(21619, "A text message body, media urls or content sid must be specified.")
    if len(fields.get("Body", "")) > BODY:
        raise Refusal(21617, "The concatenated message body exceeds the 1600 character limit")
    _media(fields.get("MediaUrl", []))
    if "ContentVariables" in fields:
        fields["ContentVariables"] = _variables(fields)
    callback = fields.get("StatusCallback")
    if callback is not None and not re.fullmatch(r"https?://[a-z0-9.:-]+(/[^\s#]*)?", callback):
        raise Refusal(21609, "Invalid 'StatusCallback' parameter")
    return fields


def _media(urls: list[str]) -> None:
    if len(urls) > 1:
        raise Refusal(21623, "WhatsApp takes one file in a message")
    for url in urls:
        if not re.fullmatch(r"https?://[^/\s]+/\S+", url):
            raise Refusal(21620, "Invalid media URL(s)")


def _variables(fields: Json) -> dict[str, str]:
    if "ContentSid" not in fields:
        raise Refusal(21656, "ContentVariables need a ContentSid")
    try:
        variables = json.loads(fields["ContentVariables"])
    except ValueError:
        raise Refusal(21656, "The ContentVariables parameter is invalid.") from None
    fine = isinstance(variables, dict) and all(
        isinstance(name, str) and len(name) <= 16 and isinstance(word, str) and 0 < len(word) <= VALUE
        for name, word in variables.items()
    )
    if not fine:
        raise Refusal(21656, "The ContentVariables parameter is invalid.")
    return dict(variables)


def _shape(what: Any, fields: Mapping[str, bool], where: str) -> None:
    if not isinstance(what, dict):
        raise Refusal(20001, f"{where} must be an object")
    for name in what:
        if name not in fields:
            raise Refusal(20001, f"Unknown field {name} in {where}")
    for name, required in fields.items():
        if required and not what.get(name):
            raise Refusal(20001, f"{where} lacks {name}")


def content(content_type: str, body: bytes) -> Json:
    """A new Content resource. Raises Refusal."""
    given = _json(content_type, body)
    _shape(given, {name: name in ("language", "types") for name in CONTENT_FIELDS}, "Content")
    variables = given.get("variables", {})
    if not isinstance(variables, dict) or not all(isinstance(word, str) for word in variables.values()):
        raise Refusal(20001, "variables must be an object of strings")
    if not re.fullmatch(r"[a-z]{2}(_[A-Z]{2})?", given["language"]):
        raise Refusal(20001, "language is not known")
    _shape(given["types"], dict.fromkeys(TYPES, False), "types")
    for name, kind in given["types"].items():
        _shape(kind, TYPES[name], name)
        _lengths(name, kind)
        for place in _PLACE.findall(json.dumps(kind)):
            if place not in variables:
                raise Refusal(20001, f"place {place} has no sample")
    return given


def _lengths(name: str, kind: Json) -> None:
    if len(kind["body"]) > (BODY if name == "twilio/text" else BUTTONS_BODY):
        raise Refusal(20001, f"{name} body is too long")
    if name == "twilio/quick-reply":
        _titles([_checked(action, ACTION_FIELDS)["title"] for action in kind["actions"]], TITLE, 10)
        if any(len(action.get("id", "")) > ID for action in kind["actions"]):
            raise Refusal(20001, "id is too long")
    if name == "twilio/list-picker":
        _titles([_checked(item, ITEM_FIELDS)["item"] for item in kind["items"]], ITEM, 10)
        _titles([kind["button"]], TITLE, 1)


def _checked(what: Any, fields: Mapping[str, bool]) -> Json:
    _shape(what, fields, "an action or item")
    return dict(what)


def _titles(titles: list[str], longest: int, most: int) -> None:
    if not 1 <= len(titles) <= most:
        raise Refusal(20001, f"between 1 and {most} are allowed")
    if any(len(title) > longest for title in titles if not _PLACE.search(title)):
        raise Refusal(20001, f"a title has more than {longest} characters")
    if len(set(titles)) != len(titles):
        raise Refusal(20001, "titles must differ")


def approval(content_type: str, body: bytes, submitted: Json) -> Json:
    """A request to approve a resource. Raises Refusal; what Meta thinks of it is `verdict`."""
    given = _json(content_type, body)
    _shape(given, dict.fromkeys(APPROVAL_FIELDS, True), "ApprovalRequest")
    if given["category"] not in CATEGORIES:
        raise Refusal(20001, "category is not known")
    if not re.fullmatch(r"[a-z0-9_]{1,512}", given["name"]):
        raise Refusal(20001, "name must be lower case letters, digits and underscores")
    if "twilio/list-picker" in submitted["types"]:
        raise Refusal(20001, "a list picker cannot be approved")
    return given


def verdict(submitted: Json) -> str:
    """Why Meta rejects it, "" where nothing is wrong."""
    for kind in submitted["types"].values():
        body = kind["body"].strip()
        if re.match(r"\{\{\w+\}\}", body) or re.search(r"\{\{\w+\}\}$", body):
            return "Variables can't be at the start or end of the template."
        if re.search(r"\}\}\s*\{\{", body):
            return "Variables stand next to each other."
        if any(not submitted["variables"].get(place) for place in _PLACE.findall(body)):
            return "A sample is missing."
    return ""


def rendered(resource: Json, variables: dict[str, str], *, approved: bool) -> tuple[str, list[tuple[str, str]]]:
    """What a person reads and can tap (title, id). Raises Refusal."""
    ((name, kind),) = resource["types"].items()
    places = set(_PLACE.findall(json.dumps(kind)))
    if approved and any(re.search(r"[\n\t]| {4}", word) for word in variables.values()):
        raise Refusal(63013, "A variable of a template holds line breaks, tabs or many spaces")
    if unknown := variables.keys() - places:
        raise Refusal(21656, f"ContentVariables {sorted(unknown)} are not in the content")
    if places - variables.keys():
        raise Refusal(63028, "The number of variables differs from the template's")

    def fill(text: str) -> str:
        return _PLACE.sub(lambda place: variables[place[1]], text)

    body = fill(kind["body"])
    buttons = [(fill(a["title"]), fill(a.get("id", a["title"]))) for a in kind.get("actions", [])]
    buttons += [(fill(item["item"]), fill(item["id"])) for item in kind.get("items", [])]
    if len(body) > (BODY if name == "twilio/text" else BUTTONS_BODY):
        raise Refusal(63021, "The text is too long for a message with buttons")
    if name == "twilio/quick-reply" and not approved and len(buttons) > 3:
        raise Refusal(63013, "Only three buttons are allowed without approval")
    if name != "twilio/text":
        longest = ITEM if name == "twilio/list-picker" else TITLE
        _titles([title for title, _ in buttons], longest, 10)
        if any(not 0 < len(id) <= ID for _, id in buttons) or len({id for _, id in buttons}) != len(buttons):
            raise Refusal(63013, "ids must differ and have at most 200 characters")
    return body, buttons


def _json(content_type: str, body: bytes) -> Json:
    if content_type.partition(";")[0] != "application/json":
        raise Refusal(20001, "Unsupported media type", 415)
    try:
        given = json.loads(body)
    except ValueError:
        raise Refusal(20001, "Malformed JSON") from None
    if not isinstance(given, dict):
        raise Refusal(20001, "An object is expected")
    return given
