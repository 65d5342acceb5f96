"""Wording: Fluent messages of one language, rendered with je or u."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

_HERE = Path(__file__).parent


class Words:
    """The messages of one language by id. Every message knows `$form` ("je" or "u")."""

    def __init__(self, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._plain: dict[tuple[str, str], str] = {}  # messages without values
        for path in sorted((_HERE / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def __call__(self, id: str, /, *, formal: bool = False, **values: Any) -> str:
        """A message as text. Raises LookupError for an unknown id and ValueError where a value is missing."""
        form = "u" if formal else "je"
        if values:
            return self._text(id, form, values)
        if (id, form) not in self._plain:  # buttons and the like: the same each time
            self._plain[id, form] = self._text(id, form, {})
        return self._plain[id, form]

    def _text(self, id: str, form: str, values: dict[str, Any]) -> str:
        if not self._bundle.has_message(id):
            raise LookupError(f"no message {id}")
        message = self._bundle.get_message(id)
        if message.value is None:
            raise LookupError(f"message {id} has no text")
        text, errors = self._bundle.format_pattern(message.value, {"form": form, **values})
        if errors:
            raise ValueError(f"message {id}: {errors[0]}")
        return str(text)

    def has(self, id: str) -> bool:
        """Whether there is such a message."""
        return self._bundle.has_message(id)


@cache
def words(language: str = "nl") -> Words:
    """The wording of a language, read once."""
    return Words(language)
