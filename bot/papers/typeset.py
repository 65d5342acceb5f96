"""Typesetting: a template of ours and its values as JSON -> PDF, or a PNG a page. Takes tens of milliseconds."""

from __future__ import annotations

import json
import re
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
PPI = 110  # of pictures: A4 is then 909 by 1286 pixels, which a phone shows sharp
LONGEST_WORD = 17  # letters; a name without spaces that is longer may break

_one_at_a_time = threading.Lock()
_NO_LETTER = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\ufe0f\u200d\u0000-\u0008\u000b-\u001f]+")


@cache
def _fonts() -> typst.Fonts:
    # Ours come first, so that a page looks the same everywhere; the machine's own help out with other scripts.
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")])


def pdf(template: str, values: dict[str, Any]) -> bytes:
    """A document of as many pages as it takes. `values["at"]` is when it was made, as ISO."""
    made_at = datetime.fromisoformat(values["at"]).astimezone(UTC)
    with _one_at_a_time:
        made = typst.compile(
            _source(template), font_paths=_fonts(), format="pdf", sys_inputs=_inputs(values), timestamp=made_at
        )
    return bytes(made)


def pictures(template: str, values: dict[str, Any], ppi: float = PPI) -> list[bytes]:
    """The same as pictures, one a page."""
    with _one_at_a_time:
        made: Any = typst.compile(
            _source(template), font_paths=_fonts(), format="png", ppi=ppi, sys_inputs=_inputs(values)
        )
    return made if isinstance(made, list) else [made]  # one page comes without its list


def plain(text: str) -> str:
    """What somebody wrote, as paper can bear it: without emoji, breakable where a word is too long."""
    kept = " ".join(_NO_LETTER.sub(" ", text).split())
    return re.sub(rf"([^\s\u200b]{{{LONGEST_WORD}}})(?=[^\s\u200b]{{4}})", "\\1\u200b", kept)


def _inputs(values: dict[str, Any]) -> dict[str, str]:
    return {"sheet": json.dumps(values, ensure_ascii=False)}


@cache
def _source(template: str) -> bytes:
    return (HERE / f"{template}.typ").read_bytes()
