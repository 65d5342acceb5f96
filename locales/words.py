"""Wording: Fluent messages of one language, rendered with je or u."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

_HERE = Path(__file__).parent
_FORMS = ("je", "u")


class Words:
    """The messages of one language by id. Every message knows `$form` ("je" or "u")."""

    def __init__(self, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._plain: dict[tuple[str, str], str] = {}  # messages without values
        self._templates: dict[tuple[str, str], str] = {}  # those of texts and values alone
        for path in sorted((_HERE / language).glob("*.ftl")):
            resource = FluentResource(path.read_text(encoding="utf-8"))
            self._bundle.add_resource(resource)
            for message in resource.body:
                if isinstance(message, ast.Message) and message.value is not None:
                    templates = {(message.id.name, form): _template(message.value, form) for form in _FORMS}
                    self._templates |= {key: template for key, template in templates.items() if template is not None}

    def __call__(self, id: str, /, *, formal: bool = False, **values: Any) -> str:
        """A message as text. Raises LookupError for an unknown id and ValueError where a value is missing."""
        form = "u" if formal else "je"
        if values:
            template = self._templates.get((id, form))
            if template is not None and all(map(_is_plain, values.values())):
                try:
                    return template.format_map(values)
                except KeyError:
                    pass  # Fluent says what is missing
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


def _is_plain(value: Any) -> bool:
    """Whether a value stands in a text as it is; Fluent writes 1000 with a point."""
    return type(value) is str or (type(value) is int and 0 <= value < 1000)


def _template(pattern: ast.Pattern, form: str) -> str | None:
    """A message as a format string, where it is of texts and values and no other choice than that of form.

    Most are, and Fluent takes ten times as long over them.
    """
    parts: list[str] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(element.value.replace("{", "{{").replace("}", "}}"))
            continue
        said = element.expression
        if isinstance(said, ast.VariableReference):
            parts.append(f"{{{said.id.name}}}" if said.id.name != "form" else form)
            continue
        if not isinstance(said, ast.SelectExpression) or not isinstance(said.selector, ast.VariableReference):
            return None
        if said.selector.id.name != "form":
            return None
        keys = {variant.key.name: variant for variant in said.variants if isinstance(variant.key, ast.Identifier)}
        chosen = keys.get(form) or next(variant for variant in said.variants if variant.default)
        part = _template(chosen.value, form)
        if part is None:
            return None
        parts.append(part)
    return "".join(parts)


@cache
def words(language: str = "nl") -> Words:
    """The wording of a language, read once."""
    return Words(language)
