"""One phrase as people speak, as `intents.toml` writes it, made into something that can be looked for quickly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from locales.nl.words import data

_PIECE = re.compile(r"\.\.\.|[\[\]()|^$]|[^\s\[\]()|^$]+")
_UNKNOWN: frozenset[str] = frozenset()
_BEGIN = ""  # opens what may only stand at the beginning of a line: no word is empty


class Lines:
    """Rows of words for phrases to be found in, and where each word stands: a phrase is tried there alone."""

    def __init__(self, rows: tuple[str, ...]) -> None:
        """`rows`: words between single spaces, a space at both ends."""
        self.text = "\n".join(rows)
        self.words = frozenset(self.text.split())

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, and where each row begins."""
        places: dict[str, list[int]] = {_BEGIN: []}
        begin = 0
        for row in self.text.split("\n"):
            places[_BEGIN].append(begin)
            at = begin
            for word in row.split():
                places.setdefault(word, []).append(at)
                at += len(word) + 1
            begin += len(row) + 1
        return places


@dataclass(frozen=True)
class Phrase:
    """One pattern and what it means."""

    source: str  # as it stands in the file
    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]  # it cannot be there unless one word of each of these is
    opens: frozenset[str]  # the words that it begins with; none where that is not known
    intent: str
    weight: int
    needs: tuple[str, ...] = ()  # what else the message must hold
    without: tuple[str, ...] = ()  # what it must not hold
    firm: bool = False  # holds even amid talk about the past

    @cached_property
    def whole(self) -> bool:
        """Whether it is a whole message, of which every word is foreseen."""
        return self.source.startswith("^") and self.source.rstrip().endswith("$") and "..." not in self.source

    def stands_in(self, lines: Lines) -> bool:
        """Whether it stands in one of the lines."""
        if not self.opens:
            return self.pattern.search(lines.text) is not None
        match, text, places = self.pattern.match, lines.text, lines.places
        for word in self.opens:  # in loops: a message is tried against a hundred of these
            for at in places.get(word, ()):
                if match(text, at):
                    return True
        return False


class _Part(NamedTuple):
    """A part of a pattern: its expression, what it cannot do without, and the words it begins with."""

    expression: str
    needed: list[frozenset[str]]
    opens: frozenset[str]
    may_lack: bool  # it may be nothing at all


class _Reader:
    """Turns one pattern into a regular expression and the words it cannot do without."""

    def __init__(self, source: str, groups: dict[str, list[str]]) -> None:
        self.source, self.groups = source, groups
        self.pieces = _PIECE.findall(source)
        self.at = 0

    def choices(self, closing: str) -> _Part:
        """Alternatives up to `closing`; what they need is words of which one is there whichever is taken."""
        rows: list[_Part] = []
        while True:
            rows.append(self.row())
            if self.at >= len(self.pieces) or self.pieces[self.at] != "|":
                break
            self.at += 1
        if closing:
            if self.at >= len(self.pieces) or self.pieces[self.at] != closing:
                raise ValueError(f"this phrase lacks a {closing}: {self.source}")
            self.at += 1
        expression = "(?:" + "|".join(row.expression for row in rows) + ")"
        known = all(row.needed for row in rows)
        needed = [_UNKNOWN.union(*(row.needed[0] for row in rows))] if known else []
        opens = _UNKNOWN.union(*(row.opens for row in rows)) if all(row.opens for row in rows) else _UNKNOWN
        return _Part(expression, needed, opens, any(row.may_lack for row in rows))

    def row(self) -> _Part:
        parts: list[_Part] = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in ("|", ")", "]"):
            piece = self.pieces[self.at]
            self.at += 1
            parts.append(self._part(piece))
        opens: frozenset[str] = _UNKNOWN
        for part in parts:
            opens = opens | part.opens if part.opens else _UNKNOWN
            if not part.opens or not part.may_lack:
                break
        lacking = all(part.may_lack for part in parts)
        expression = "".join(part.expression for part in parts)
        return _Part(expression, [words for part in parts for words in part.needed], opens, lacking)

    def _part(self, piece: str) -> _Part:
        if piece == "...":
            return _Part(r"(?: [^ \n]+){0,8}?", [], _UNKNOWN, True)
        if piece == "^":
            return _Part("^", [], frozenset({_BEGIN}), False)
        if piece == "$":
            return _Part("(?= $)", [], _UNKNOWN, True)
        if piece == "(":
            return self.choices(")")
        if piece == "[":
            chosen = self.choices("]")
            return _Part(chosen.expression + "?", [], chosen.opens, True)
        if piece.startswith("@"):
            if piece[1:] not in self.groups:
                raise ValueError(f"this phrase names an unknown group {piece}: {self.source}")
            return _Reader("|".join(self.groups[piece[1:]]), self.groups).choices("")
        word = re.escape(piece.strip("*"))
        before = r"[^ \n]*" if piece.startswith("*") else ""
        after = r"[^ \n]*" if piece.endswith("*") else ""
        known = [] if before or after else [frozenset({piece})]
        return _Part(f" {before}{word}{after}(?= )", known, known[0] if known else _UNKNOWN, False)


def read(source: str, intent: str = "", weight: int = 0, **more: tuple[str, ...] | bool) -> Phrase:
    """One pattern, ready to be looked for. ValueError where brackets or group names are wrong."""
    reader = _Reader(source, data("intents")["groups"])
    row = reader.row()
    if reader.at != len(reader.pieces):
        raise ValueError(f"this phrase has a bracket or bar too many: {source}")
    pattern = re.compile(row.expression, re.MULTILINE)
    opens = _UNKNOWN if row.may_lack else row.opens
    return Phrase(source, pattern, tuple(row.needed), opens, intent, weight, **more)  # type: ignore[arg-type]
