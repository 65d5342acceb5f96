"""How a reply is laid out on WhatsApp: text in parts that fit, cut between sentences, never in a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.telegram_layout import units
from bot.messages import Attachment, Choice, Reply

TEXT_UNITS = 1600
BUTTONS_UNITS = 1024  # the text above buttons or a list
TITLE = 20  # characters of a button
QUICK_REPLIES, LIST_ITEMS = 3, 10
FILE_BYTES, IMAGE_BYTES = 16 * 1024 * 1024, 5 * 1024 * 1024
_MEDIA = {
    "application/pdf": FILE_BYTES,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": FILE_BYTES,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": FILE_BYTES,
    "image/jpeg": IMAGE_BYTES,
    "image/png": IMAGE_BYTES,
}
_BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))


@dataclass(frozen=True)
class Part:
    """One message: a file, or text with perhaps choices."""

    text: str = ""
    choices: tuple[Choice, ...] = ()
    file: int | None = None  # which attachment


def is_media(file: Attachment) -> bool:
    """Whether WhatsApp takes this as a file; else it goes as a link."""
    return len(file.data) <= _MEDIA.get(file.mime, 0)


def split(text: str, limit: int = TEXT_UNITS) -> list[str]:
    """Parts that fit, cut at a blank line, line or sentence in the last half, else at the last word."""
    parts = []
    rest = text.strip()
    while units(rest) > limit:
        end = limit
        while units(rest[:end]) > limit:
            end -= (units(rest[:end]) - limit + 1) // 2
        at = _cut(rest, end)
        parts.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*parts, rest] if rest else parts


def _cut(text: str, end: int) -> int:
    window = text[: end + 1]
    for border in _BORDERS[:-1]:
        at = max((found.start() for found in border.finditer(window)), default=0)
        if at > end // 2:
            return at
    at = max((found.start() for found in _BORDERS[-1].finditer(window)), default=0)
    return at or end  # a word longer than a whole message has no better place


def has_buttons(choices: Sequence[Choice]) -> bool:
    """Whether WhatsApp can show these as buttons or a list: few enough, short, and all different."""
    labels = [choice.label for choice in choices]
    fit = all(label.strip() and len(label) <= TITLE for label in labels)
    return 0 < len(labels) <= LIST_ITEMS and fit and len(set(labels)) == len(labels)


def parts(reply: Reply, links: str) -> list[Part]:
    """The messages that a reply takes, files first and choices last; `links` lead to what cannot go as a file."""
    files = [Part(file=i) for i, file in enumerate(reply.attachments) if is_media(file)]
    text = f"{reply.text}\n\n{links}".strip() if links else reply.text.strip()
    if not reply.choices:
        return files + [Part(one) for one in split(text)]
    if not has_buttons(reply.choices):
        return files + [Part(one) for one in split(numbered(text, reply.choices))]
    texts = split(text)
    if texts and units(texts[-1]) > BUTTONS_UNITS:
        texts[-1:] = split(texts[-1], BUTTONS_UNITS)
    return [*files, *(Part(one) for one in texts[:-1]), Part(texts[-1] if texts else "…", reply.choices)]


def numbered(text: str, choices: Sequence[Choice]) -> str:
    """The text with its choices below it, for whoever gets no buttons."""
    return "\n".join([text, "", *(f"{number}. {choice.label}" for number, choice in enumerate(choices, 1))]).strip()


def one_line(text: str, longest: int = 240) -> str:
    """Text as a template's place may hold it: no line breaks, cut after a sentence or else a word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    at = _cut(line, longest - 1)
    return line[:at].rstrip() + "…"
