"""How a reply is laid out on Telegram: text in parts that fit, buttons in rows for one thumb."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import Choice

TEXT_UNITS = 4096  # Telegram counts UTF-16 code units: most emoji are two
CAPTION_UNITS = 1024
_BORDERS = ("\n\n", "\n", ". ", "! ", "? ", " ")
_ROW_BUTTONS = 3
_ROW_CHARACTERS = 24  # a narrow phone; buttons in one row are equally wide, so the longest label counts for each


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def split(text: str, limit: int = TEXT_UNITS) -> list[str]:
    """Parts of at most `limit` units, cut at a blank line, line, sentence or word where one is in the last half."""
    parts = []
    rest = text.strip()
    while units(rest) > limit:
        end = _fitting(rest, limit)
        cut = next((at for border in _BORDERS if (at := _last(rest, border, end)) > end // 2), end)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest] if rest else parts


def _last(text: str, border: str, end: int) -> int:
    """Where the text may be cut after the last such border before `end`, -1 if nowhere."""
    at = text.rfind(border, 0, end)
    return at + len(border) if at >= 0 else -1


def _fitting(text: str, limit: int) -> int:
    """How many characters fit in `limit` units; each is one unit or two."""
    end = min(limit, len(text))
    while (over := units(text[:end]) - limit) > 0:
        end -= (over + 1) // 2
    return end


def rows(choices: Sequence[Choice]) -> list[list[Choice]]:
    """Short labels side by side, long ones a row each, and no lonely last one beside a full row."""
    laid: list[list[Choice]] = []
    for choice in choices:
        if laid and _fits([*laid[-1], choice]):
            laid[-1].append(choice)
        else:
            laid.append([choice])
    if len(laid) > 1 and len(laid[-1]) == 1 and len(laid[-2]) == _ROW_BUTTONS and _fits([laid[-2][-1], *laid[-1]]):
        laid[-1].insert(0, laid[-2].pop())
    return laid


def _fits(row: list[Choice]) -> bool:
    return len(row) <= _ROW_BUTTONS and len(row) * max(len(choice.label) for choice in row) <= _ROW_CHARACTERS
