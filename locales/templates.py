"""WhatsApp's templates: the only words allowed when somebody has been silent for a day. Data, one file each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DEFAULT = "alert"
_HERE = Path(__file__).parent
_PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True)
class Template:
    """One approved message with places to fill in: {{1}} is a name, {{2}} what it is about, in one line."""

    name: str
    language: str
    category: str  # as Meta knows them: "UTILITY", "MARKETING", "AUTHENTICATION"
    body: str
    button: str  # its only button, which brings the rest
    samples: tuple[str, ...]  # what the places may hold, for whoever approves it
    kinds: tuple[str, ...]  # the proactive messages that it may carry

    @property
    def places(self) -> tuple[str, ...]:
        """The names of its places, in the order they stand."""
        return tuple(_PLACE.findall(self.body))

    def filled(self, variables: tuple[str, ...]) -> str:
        """The text with its places filled in order."""
        given = dict(zip(sorted(self.places), variables, strict=True))
        return _PLACE.sub(lambda place: given[place[1]], self.body)


@cache
def templates(language: str = "nl") -> dict[str, Template]:
    """Every template of a language by name."""
    found = {}
    for path in sorted((_HERE / language / "templates").glob("*.toml")):
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
        found[path.stem] = Template(
            path.stem,
            language,
            kept["category"],
            kept["body"].strip(),
            kept["button"],
            tuple(kept["variables"][place] for place in sorted(kept["variables"])),
            tuple(kept["kinds"]),
        )
    return found


def template_for(kind: str, language: str = "nl") -> str:
    """The name of the template that carries a proactive message of this kind."""
    return next((one.name for one in templates(language).values() if kind in one.kinds), DEFAULT)
