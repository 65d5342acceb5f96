"""Twilio's Content resources: what a message with buttons, a list or an approved template is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.messages import VIEW, Choice
from locales.templates import Template

PREFIX = "zorgkring_"


@dataclass(frozen=True)
class Content:
    """A resource to make once and use for many messages: what people read and who they are is filled in later."""

    name: str
    language: str
    types: dict[str, Any] = field(hash=False)
    samples: dict[str, str] = field(hash=False)


def quick_replies(choices: Sequence[Choice], language: str) -> Content:
    """Up to three buttons. Their titles cannot be filled in, so there is one resource for each set of titles."""
    actions = [
        {"type": "QUICK_REPLY", "title": choice.label, "id": f"{{{{{place}}}}}"}
        for place, choice in enumerate(choices, 2)
    ]
    samples = {"1": "…", **{str(place): "0" for place, _ in enumerate(choices, 2)}}
    return _content("buttons", language, {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}, samples)


def list_picker(count: int, button: str, language: str) -> Content:
    """A list of this many items, all filled in later: ten resources serve every list."""
    items = [{"item": f"{{{{{2 * i + 2}}}}}", "id": f"{{{{{2 * i + 3}}}}}"} for i in range(count)]
    samples = {"1": "…", **{str(place): f"{place}" for place in range(2, 2 * count + 2)}}
    types = {"twilio/list-picker": {"body": "{{1}}", "button": button, "items": items}}
    return _content(f"list{count}", language, types, samples)


def filled(text: str, choices: Sequence[Choice], *, as_list: bool) -> dict[str, str]:
    """What goes in the places of `quick_replies` or `list_picker`."""
    rest = [word for choice in choices for word in ((choice.label, choice.id) if as_list else (choice.id,))]
    return {str(place): word for place, word in enumerate([text, *rest], 1)}


def approvable(template: Template) -> Content:
    """A template as it is sent to be approved; other words make another resource."""
    actions = [{"type": "QUICK_REPLY", "title": template.button, "id": VIEW}]
    samples = dict(zip(sorted(template.places), template.samples, strict=True))
    types = {"twilio/quick-reply": {"body": template.body, "actions": actions}}
    return _content(template.name, template.language, types, samples)


def _content(kind: str, language: str, types: dict[str, Any], samples: dict[str, str]) -> Content:
    mark = hashlib.sha256(json.dumps([language, types], sort_keys=True).encode()).hexdigest()[:12]
    return Content(f"{PREFIX}{kind}_{mark}", language, types, samples)
