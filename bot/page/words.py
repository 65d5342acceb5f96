"""The page's words, from locales/nl/page.ftl, for the html and for the browser."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast


@cache
def words() -> dict[str, str]:
    """Every text of the page by its id without "page-"; "{name}" stands where the browser fills something in."""
    source = files("locales.nl").joinpath("page.ftl").read_text("utf-8")
    resource = FluentResource(source)
    bundle = FluentBundle(["nl"], use_isolating=False)
    bundle.add_resource(resource)
    holes = {name: f"{{{name}}}" for name in re.findall(r"\$(\w+)", source)}
    found: dict[str, str] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            pattern = bundle.get_message(entry.id.name).value
            assert pattern is not None
            text, errors = bundle.format_pattern(pattern, holes)
            if errors:
                raise ValueError(f"page.ftl: {entry.id.name}: {errors[0]}")
            found[entry.id.name.removeprefix("page-")] = str(text)
    return found
