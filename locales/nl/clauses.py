"""Where a message may begin to ask for something else: "..., en nodig Kees uit"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from locales.nl.spoken import SHORT_DAYS, WEEKDAYS
from locales.nl.words import UPPER, data, split

_SHORT = 160  # characters
_SIGN = re.compile(r"\s*[,.;!?\n]+\s+")
_LONGEST = 600  # characters of a message that is parted; what is longer tells a story


@cache
def _cut() -> re.Pattern[str]:
    said = data("clauses")
    joins, opens = ("|".join(map(re.escape, sorted(said[name], key=len, reverse=True))) for name in ("joins", "opens"))
    return re.compile(
        rf"(?i)(?:\s*[.!?;\n]+\s+|\s*,\s*|\s+)(?P<join>(?:{joins})[,:]?\s+)?(?=(?:{opens})\b|(?-i:{UPPER}))",
    )


_QUESTIONS = frozenset({"wie", "wat", "wanneer", "hoe", "welke", "waar"})
_MAY, _YOU = frozenset({"kan", "kun", "wil", "zou"}), frozenset({"je", "u", "jij"})
_ASKS = re.compile(r"(?i)(?:kan|kun|kunnen|wil|wie|zou|mag|ik|wij|we|zet|vraag|zoek|plan|haal|regel)\b")
_FOR_ME = re.compile(r"(?i)doe (?:mij|me|ons) (?:dan |toch )?(?:maar|liever)\b")  # begins a wish without any sign
_DAYS = "|".join((*WEEKDAYS, *SHORT_DAYS))
_BEGINS = re.compile(rf"(?i)(?:op |de )?(?:{_DAYS}|\d+)\b")
_ENDS = re.compile(rf"(?i)\b(?:{_DAYS}|\d+)$")
_ABBREVIATED = re.compile(r"(?i)\b[a-z]\.[a-z]$")  # "a.s"


def parted(text: str, *, bare: bool = False) -> Iterator[tuple[str, str]]:
    """Each way to part a message in what comes first and the rest, the first cut first; `bare`: where no sign or word
    stands between them too."""
    if len(text) > _LONGEST or text.count("\n") > 1:  # a list is read as one
        return
    if asks := _YES_ASK.match(text):
        yield asks["yes"], text[asks.end() :]
    for cut in _cut().finditer(text):
        parts = cut["join"] or cut[0].strip() or _FOR_ME.match(text, cut.end())
        parts = parts or (bare and _ASKS.match(text, cut.end()))
        if not parts:  # nothing but a space stands there
            continue
        first, rest = text[: cut.start() + cut[0].find("?") + 1 if "?" in cut[0] else cut.start()], text[cut.end() :]
        row = _ENDS.search(first) and _BEGINS.match(rest)  # "op maandag, woensdag en vrijdag"
        if first.strip() and len(rest.split()) > 1 and not row and not _ABBREVIATED.search(first):
            yield first.strip(), rest.strip()


_AFTER_IT = re.compile(r"(?i)(?<=[a-z])(?:(?:,? en|,) (?:daarna|aansluitend|vervolgens|dan)| daarna)(?= [a-z' ]+$)")
_ACTS = re.compile(
    r"(?i)\b(?:ik|we|wij|hij|zij|ze|het|dat|u|jij|je|ben|is|ga|gaat|gaan|kan|kun|moet|mag|wil|heb|heeft|komt|kom|pas|weg"
    r"|klaar|weer|niet|terug)\b"
)
_A_TASK = 4  # words


def one_after_other(text: str) -> str:
    """Things that are done in one go as one row of them: "koffie en daarna wandelen" is "koffie en wandelen"."""
    while (cut := next(reversed(list(_AFTER_IT.finditer(text))), None)) is not None:
        rest = text[cut.end() :]
        if _ACTS.search(rest) or len(re.split(r" en ", rest)[0].split()) > _A_TASK:
            break
        text = f"{text[: cut.start()]} en{rest}"
    return text


def takes(text: str) -> bool:
    """Whether it opens as who takes something does: "doe mij maar zondag"."""
    return _FOR_ME.match(text) is not None


def drops(text: str) -> bool:
    """Whether what was being asked is dropped: "laat maar"."""
    return _DROPS.fullmatch(text.strip(" .,!")) is not None


_YES_ASK = re.compile(r"(?i)(?P<yes>(?:ja|klopt|prima|ok|oke|goed|top|akkoord)(?: hoor| prima| goed)?) (?=vraag \w)")
_DROPS = re.compile(
    r"(?i)(?:(?:nee|oh?|ach|ok|oke|nou|ja),? )*"
    r"(?:laat (?:het |dat |dit )?maar(?: zitten)?|stop|vergeet (?:het|dat) maar|hoeft niet(?: meer)?)"
)


def at_signs(text: str) -> Iterator[tuple[str, str]]:
    """A short message parted at each of its commas and full stops."""
    for cut in _SIGN.finditer(text) if len(text) <= _SHORT else ():
        if text[: cut.start()].strip() and text[cut.end() :].strip():
            yield text[: cut.start()].strip(), text[cut.end() :].strip()


def may_sigh(text: str) -> bool:
    """Whether a message has more than one part and a word that those use who cannot go on."""
    return has_sigh(text) and any(True for _ in chain(at_signs(text), parted(text, bare=True)))


def has_sigh(text: str) -> bool:
    """Whether a message has a word that those use who cannot go on."""
    return not _sighs().isdisjoint(word.norm for word in split(text))


@cache
def _sighs() -> frozenset[str]:
    return frozenset(data("clauses")["sighs"])


def refers_back(text: str) -> bool:
    """Whether words of this part mean something that was said before it: "kan Piet dat?"."""
    return not _belongs().isdisjoint(word.norm for word in split(text))


@cache
def _belongs() -> frozenset[str]:
    return frozenset(data("clauses")["belongs"])


def asks(text: str) -> bool:
    """Whether it opens as a question does: "wie komt er", "kun je"."""
    opening = [word.norm for word in split(text) if word.norm][:2]
    return bool(opening) and (opening[0] in _QUESTIONS or (opening[0] in _MAY and opening[-1] in _YOU))
