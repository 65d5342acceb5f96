"""Text -> tokens: words with their meaning, numbers, clock times and dates in figures, and what stands between."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from locales.nl.grammar.slips import MEANT, meant, once
from locales.nl.grammar.words import COUNTED, DATA, LISTS, NOTHING, SLIPS, Meaning, joining, meaning, spelled
from locales.nl.grammar.written import classified, military, until_with_minutes

FEASTS: dict[str, Any] = DATA["feasts"]
WITH_DOTS = {"a.s.": "a.s.", "v.a.": "vanaf"}
LIMIT = 2500  # characters that are read: nobody plans further into a message, and every answer stays quick
_PLAIN = str.maketrans("‘’`´ʼ′áàâäãéèêëíìîïóòôöõúùûüçñ–—‑−\u00a0\u2009\u202f", "''''''aaaaaeeeeiiiiooooouuuucn----   ")

_JUNK = r"""(?P<junk>https?://[^\s<>"]+|www\.[^\s<>"]+|[\w.+-]+@[\w-]+\.[\w.]+|<[^<>]{0,300}>|[@#]\w+)|"""
_PLAIN_TOKEN = r"""
    (?P<abbr>q[1-4]\b|v/d\b|vd\b|v\.d\.|v\.a\.|a\.s\.|[ap]\.m\.|j\.l\.|t/m|t\.?e\.?m\b\.?|m\.u\.v\.|m\.i\.v\.|e\.v\.)
    |(?P<figure>\d+(?:[.:/-]\d+)*(?:,\d+)?)
    |(?P<word>[¼½¾]|'?[^\W\d_]+(?:'[^\W\d_]+)*)
    |(?P<stop>[!?;\n\r]+)
    |(?P<mark>[^\s\w])
    """
_TOKEN, _TOKEN_OR_JUNK = (re.compile(rows, re.X) for rows in (_PLAIN_TOKEN, _JUNK + _PLAIN_TOKEN))
_JUNK_SIGNS = ("@", "#", "<", "http", "www.")  # most texts have none
_ELIDED = re.compile(r",? (?:en|of) |, |(?:ochtend|middag|avond|nacht|morgen|namiddag|voormiddag)\b")
_ROW = re.compile(r" ?(?:t/m|tem|tot|en|&|\+|/|-|,) ?(?:met )?(?:ma|di|wo|do|vr|za|zo|woe|don|dond|vrij|zat|zon)\b")
_WORD = re.compile(r"[^\W\d_]+(?![\w])")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([^\W\d_]+)-$"), re.compile(r"-([^\W\d_]+)")
_SUFFIX = re.compile(r"(?:(e|de|ste|sten|ter)|(u|h|uur)(\d\d)?|(min|x|mnd|wk|dgn|am|pm)|(en))(?![\w])")


class Token:
    """One word, figure or mark. `kind` is word, number, clock, pair, date, ordinal, decimal, mark, stop or junk."""

    __slots__ = ("end", "kind", "means", "start", "value", "word")

    def __init__(self, kind: str, word: str, start: int, end: int, value: Any = None, means: Meaning = NOTHING) -> None:
        self.kind = kind
        self.word = word
        self.start = start
        self.end = end
        self.value = value  # number: int; clock: (hour, minute); pair: (first, mark, second); date: (year, month, day)
        self.means = means

    def __repr__(self) -> str:
        return f"{self.kind}:{self.word}"


def plain(text: str) -> str:
    """Lower case without accents and with straight quotes, of the same length as `text`."""
    text = text[:LIMIT]
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(_PLAIN)


def tokens(low: str) -> list[Token]:
    """The tokens of a text that went through `plain`."""
    found: list[Token] = []
    at, size = 0, len(low)
    match_at = (_TOKEN_OR_JUNK if any(sign in low for sign in _JUNK_SIGNS) else _TOKEN).match
    while at < size:
        if low[at] in " \t":
            at += 1
            continue
        match = match_at(low, at)
        if match is None:
            at += 1
            continue
        kind, word, end = match.lastgroup, match.group(), match.end()
        if kind == "word":
            if word[0] == "'" and len(word) > 2 and word[1] != "t" and (word[1] != "s" or meaning(word[1:])):
                word, at = word[1:], at + 1
            elif word.startswith("s'") and "part" in meaning(word[2:]):
                word, at = word[2:], at + 2  # "s'avonds"
            for letters, part, means in _parts(word):
                named = at + letters == end and _in_double_name(low, at, end)
                found.append(Token("word", part, at, at + letters, None, NOTHING if named else means))
                at += letters
        elif kind == "figure":
            end = _figure(low, at, end, word, found)
        elif word in ("v/d", "v.d.", "vd"):
            found += [Token("word", name, at, end) for name in ("van", "de")]
        elif kind == "abbr":
            short = WITH_DOTS.get(word) or word.replace(".", "")
            found.append(Token("word", short, at, end, None, meaning(short)))
        elif not (word in "-.:" and found and found[-1].end == at and _says_nothing(word, low, end, found[-1])):
            found.append(Token(kind or "junk", word, at, end))
        at = end
    if "vrij" in low:
        _free_or_friday(found)
    _four_figures(found)
    _slips(found)
    return _listed(found)


def _says_nothing(mark: str, low: str, end: int, before: Token) -> bool:
    """Whether a mark joins or parts nothing: "maandag- en dinsdagochtend", "'s-avonds", "ma. t/m do.", "van: 9.00"."""
    if mark == ".":
        if before.word in ("ca", "ongeveer"):
            return True
        return "short" in before.means and "weekday" in before.means and _ROW.match(low, end) is not None
    if mark == ":":
        return before.word in ("van", "tot", "vanaf", "om", "t/m")
    return before.word in ("'s", "s") or _ELIDED.match(low, end) is not None


def _in_double_name(low: str, at: int, end: int) -> bool:
    """Whether a month's name is half of somebody's: "Willem-Jan", "mei-lin"; not "jan-feb"."""
    if "month" not in meaning(low[at:end]) or "-" not in (low[at - 1 : at], low[end : end + 1]):
        return False
    before, after = _WORD_BEFORE.search(low, 0, at), _WORD_AFTER.match(low, end)
    others = [half[1] for half in (before, after) if half is not None]
    return any(not meaning(other) for other in others)


def _listed(found: list[Token]) -> list[Token]:
    """ "maandag woensdag en vrijdag", "ma wo vr": days side by side are a list, as if a comma stood between them."""
    beside = [
        at
        for at, (one, other) in enumerate(pairwise(found), start=1)
        if "weekday" in one.means and "weekday" in other.means and one.word != other.word
    ]
    dashed = [at for at in range(1, len(found) - 1) if found[at].word == "-" and _between_days(found, at)]
    for at in dashed:
        if at - 2 in dashed or at + 2 in dashed:
            found[at].word = ","  # "ma-di-do"
    for at in reversed(beside):
        words = {found[at - 1].word, found[at].word}
        shorts = ("short" in found[at - 1].means) + ("short" in found[at].means)
        alone = at - 1 not in beside and at + 1 not in beside
        clear = words & LISTS["clear_days"] if alone or shorts == 1 else words
        if not shorts or clear:  # "ma vrijdag" is mother, and "zo ma" in a moment
            found.insert(at, Token("mark", ",", found[at - 1].end, found[at - 1].end))
    return found


def _slips(found: list[Token]) -> None:
    """Short words with a slip in them that what stands beside them betrays: "ocer een week"."""
    for at, token in enumerate(found):
        if token.word in MEANT and not token.means and token.kind == "word":
            beside = [found[k].word if 0 <= k < len(found) else "" for k in (at - 1, at + 1, at + 2)]
            token.word = meant(beside[0], token.word, *beside[1:])
            token.means = meaning(token.word)


def _four_figures(found: list[Token]) -> None:
    """ "om 1330", "vanaf 0900": an hour in four figures, where it can be no year and counts nothing."""
    for before, token, after in zip(found, found[1:], [*found[2:], None], strict=False):
        if token.kind != "number" or len(token.word) != 4 or before.word not in LISTS["hour_figures"]:
            continue
        led = before.word in ("om", "rond", "omstreeks", "stipt", "tegen")
        year = 1900 <= token.value <= 2100 and not led
        opens = before.word in ("van", "tussen") and (after is None or after.word not in ("tot", "en", "-", "t/m"))
        plural = after is not None and not led and not after.means and after.word.endswith(("en", "s"))
        other = after is not None and (after.word in COUNTED or after.means.get("unit", "hour") != "hour")
        if not (year or opens or plural or other) and (clock := military(token.word)):
            token.kind, token.value, token.means = "clock", clock, NOTHING


def _between_days(found: list[Token], at: int) -> bool:
    return "weekday" in found[at - 1].means and "weekday" in found[at + 1].means


def _free_or_friday(found: list[Token]) -> None:
    """ "vrij" beside another weekday is Friday: "di en vrij", "vrij/za"."""
    for at, token in enumerate(found):
        if token.word == "vrij" and at == 0 and len(found) > 3 and found[1].word == "." and found[2].word == "om":
            token.means = {"weekday": 4, "short": True}  # "vrij. om 3 uur"
        elif token.word == "vrij" and at == 0 and _hour_next(found):
            token.means = {"weekday": 4}  # "vrij 14u"
        elif token.word == "vrij":
            for near, far in ((at - 1, at - 2), (at + 1, at + 2)):
                if far in range(len(found)) and found[near].word in LISTS["join"] and "weekday" in found[far].means:
                    token.means = {"weekday": 4, "short": True}


def _hour_next(found: list[Token]) -> bool:
    """Whether the second word of a text is an hour in figures."""
    second, third = (found[k] if k < len(found) else None for k in (1, 2))
    unit = third.means.get("unit") if third is not None else None
    return second is not None and (second.kind == "clock" or (second.kind == "number" and unit == "hour"))


@lru_cache(maxsize=4096)  # words come again, messages do not
def _parts(word: str) -> tuple[tuple[int, str, Meaning], ...]:
    """A word as it is read, mostly in one piece: how many letters of it, which word they are, and what that means."""
    cut = _half_hour(word)
    if not cut:
        whole = _as_meant(word)
        return ((len(word), whole, meaning(whole)),)
    first = FEASTS["stems"].get(word[:cut], word[:cut])
    last = _as_meant("ochtend" if word[cut:] == "morgen" else word[cut:])
    return ((cut, first, meaning(first)), (len(word) - cut, last, meaning(last)))


def _as_meant(word: str) -> str:
    """A word as it is written without slips."""
    return SLIPS.get(word) or once(joining(spelled(word)))


def _half_hour(word: str) -> int:
    """Where "halfvier", "kwartvoor" and "maandagom" fall into two words; 0 for any other word."""
    if word.startswith("half"):
        return 4 if 1 <= meaning(word[4:]).get("number", 0) <= 12 else 0
    if word in ("kwartvoor", "kwartover"):
        return 5
    for last, stems in FEASTS["parts"].items():
        stem = word.removesuffix(last)
        if stem != word and stem in FEASTS["stems"] and (stem in stems or "*" in stems):
            return len(stem)  # "oudjaarsmiddag"
    for last in ("om", "van", "tot", "vanaf"):
        stem = word.removesuffix(last)
        if stem != word and len(stem) > 5 and ("weekday" in meaning(stem) or "day" in meaning(stem)):
            return len(stem)
    return 0


def _figure(low: str, at: int, end: int, word: str, found: list[Token]) -> int:
    """Append what a run of figures is and return where it ends, with the letters that belong to it ("3e", "14u30")."""
    before = low[at - 1] if at else " "
    if (
        (
            before.isalnum()
            and not (before == "t" and found and found[-1].kind == "date")
            and not _glued(found, at, word)
        )
        or before in "+_€$"
        or (before in "-/.:" and at > 1 and low[at - 2].isalnum() and found and found[-1].kind == "junk")
    ):
        end = _run_out(low, end)
        if before.isalpha() and found and found[-1].end == at:
            found[-1].means = NOTHING  # "WO2" is no day
        found.append(Token("junk", word, at, end))
        return end
    if word[-2:-1] == "," and "," in word and not word.replace(",", "").isdigit():
        end, word = at + word.index(","), word[: word.index(",")]
    if low[end : end + 1] == "t" and low[end + 1 : end + 2].isdigit() and classified(word)[0][0] == "date":
        _append(classified(word), at, word, found)
        return end + 1  # "2025-03-08T14:30"
    if end < len(low) and (low[end].isalpha() or low[end] == "_"):
        suffix = _SUFFIX.match(low, end)
        if suffix and word.isdigit() and len(word) <= 4:
            number = int(word)
            if suffix[1]:
                found.append(Token("ordinal", word, at, suffix.end(), number, {"ordinal": number}))
            elif suffix[5]:  # "na 8en"
                means: Meaning = {"inflected": number} if 1 <= number <= 12 else NOTHING
                found.append(Token("word" if means else "junk", low[at : suffix.end()], at, suffix.end(), None, means))
            elif suffix[2] and suffix[3]:
                hour, minute = number, int(suffix[3])
                fits = hour <= 24 and minute < 60
                found.append(Token("clock" if fits else "junk", word, at, suffix.end(), (hour, minute, False)))
            else:
                found.append(Token("number", word, at, end, number, {"number": number}))
                name = suffix[2] or suffix[4]
                found.append(Token("word", name, end, suffix.end(), None, meaning(name)))
            return suffix.end()
        if suffix and ((suffix[2] and not suffix[3]) or suffix[4] in ("am", "pm")):
            parts, name = classified(word), suffix[2] or suffix[4]
            if len(parts) == 1 and parts[0][0] in ("clock", "decimal", "pair"):
                found.append(Token(parts[0][0], word, at, end, parts[0][1]))
                found.append(Token("word", name, end, suffix.end(), None, meaning(name)))
                return suffix.end()
            if len(parts) == 3:
                _append(parts, at, word, found)
                found.append(Token("word", name, end, suffix.end(), None, meaning(name)))
                return suffix.end()
        if suffix and suffix[2] and suffix[3] and (hours := until_with_minutes(word, int(suffix[3]))):
            _append(hours, at, word, found)
            found[-1].end = suffix.end()
            return suffix.end()
        letters = _WORD.match(low, end)
        if letters and word.isdigit() and len(word) <= 2 and "month" in meaning(letters[0]) and len(letters[0]) > 2:
            found.append(Token("number", word, at, end, int(word), {"number": int(word)}))
            found.append(Token("word", letters[0], end, letters.end(), None, meaning(letters[0])))
            return letters.end()  # "3juni"
        end = _run_out(low, end)
        found.append(Token("junk", low[at:end], at, end))
        return end
    if end < len(low) and low[end] in "%°":
        found.append(Token("junk", word, at, end + 1))
        return end + 1
    _append(classified(word), at, word, found)
    return end


def _glued(found: list[Token], at: int, word: str) -> bool:
    """Whether the figures at `at` only lack their space: "half8", "om8 uur", "vrijdag22 mei", "di16/12"."""
    if not found or found[-1].end != at:
        return False
    before = found[-1]
    named = "weekday" in before.means and ("short" not in before.means or not word.isdigit())
    return named or before.word in ("half", "om", "tot", "van", "rond")


def _append(parts: tuple[tuple[str, Any, int, int], ...], at: int, word: str, found: list[Token]) -> None:
    for kind, value, begin, stop in parts:
        means = {"number": value} if kind == "number" else NOTHING
        found.append(Token(kind, word[begin:stop], at + begin, at + stop, value, means))


def _run_out(low: str, end: int) -> int:
    while end < len(low) and (low[end].isalnum() or low[end] in "_-/"):
        end += 1
    return end
