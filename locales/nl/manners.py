"""What a message says without how it is dressed: greeting, leave, emoji, dots, capitals alone or none at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from re import Pattern

from locales.nl import kin
from locales.nl.tongue import as_in_books
from locales.nl.words import data, fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_OWN = re.compile(r"['’]s$")
# Pictures, the marks that join them, and flags; a digit's own box falls away and leaves the digit.
_PICTURE = re.compile("[\u200d\u20e3\ufe0e\ufe0f\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff]")
_DOTS = re.compile(r"\s*(?:…|\.{2,})+[\s.…]*$")
_REPEATED = re.compile(r"[!?][!?\s]+$")
_SPACES = re.compile(r"[ \t\xa0]{2,}|[\t\xa0]")
_PIECE = re.compile(r"\S+")
_TITLE_DOTS = re.compile(r"(?i)\b(mw|mevr|mvr|dhr|hr)\.(?=\s*[a-z])")  # "mw. Jansen" ends no sentence
_SIGNS, _PAUSES = ".,!?;:()\"'’-–", ",.!:;–-"
_OPEN_PAUSES = f"{_PAUSES}…?"
CALM = 3  # words in capitals alone from which they are only loud


# "Dank je wel voor het bericht, ik zal er zijn": what follows is what is meant
_OPENS_WITH_THANKS = re.compile(
    r"(?i)^(?:hartelijk |heel erg |veel )?(?:dank(?: ?(?:je|u))?(?: ?wel)?|bedankt)"
    r"(?: (?:voor|om) (?:het|'t|de|je|uw|jouw) \w+)?[,.!]+ "
    r"(?=(?:ik|we|wij) (?:zal|zullen|kom|komen|ben|ga|gaan|doe|doen|kan)\b)"
)
_COMMA = re.compile(r"(?<=[^\W\d]),(?=[^\W\d])")  # in haste no space follows it
_SIGHS = re.compile(r"(?i)^(?:oei+|ai+|o jee|o hemel)[,.! ]+(?=(?:sorry,? )?(?:ik|we|wij|nee)\b)")


def plain(text: str) -> str:
    """A message as it would be written without haste or ceremony; the message itself where nothing else is said."""
    said = _COMMA.sub(", ", _SPACES.sub(" ", text).strip())
    said = _TITLE_DOTS.sub(r"\1", said)
    while (less := _undressed(said)) != said:
        said = less
    if not _LETTER.search(said) and not any(sign.isdigit() for sign in said):
        return text
    return named(as_in_books(_calm(said)))


def _undressed(said: str) -> str:
    """One piece less of what stands around it."""
    said = _SIGHS.sub("", _OPENS_WITH_THANKS.sub("", said))
    while said and (said[-1].isspace() or _PICTURE.match(said[-1])):
        said = said[:-1]
    while said and (said[0].isspace() or _PICTURE.match(said[0])):
        said = said[1:]
    if said[-1:] in (".", "…"):
        said = _DOTS.sub("", said)
    elif said[-2:-1] in ("!", "?", " "):
        said = _REPEATED.sub(lambda signs: "?" if "?" in signs[0] else "!", said)
    pieces = list(_PIECE.finditer(said))
    words = [piece[0].strip(_SIGNS).lower() for piece in pieces]
    begin = _greeting(pieces, words)
    begin = begin or _opening(pieces, words)
    if begin:
        return said[pieces[begin].start() :]
    end = _leave(pieces, words)
    return said[: pieces[end - 1].end()].rstrip(" ,-–") if end < len(pieces) else said


def _greeting(pieces: Sequence[re.Match[str]], words: Sequence[str]) -> int:
    """How many words greet: "hoi", "dag allemaal"; 0 where more than a greeting does not follow."""
    if len(words) < 2:
        return 0
    first, pause = words[0], pieces[0][0][-1] in _PAUSES
    alone = first in _words("greetings") or (first in _words("paused") and pause)
    if not alone and first not in _words("accompanied") and first not in _words("paused"):
        return 0
    count = 1
    for more in (2, 1):
        if len(words) > more and " ".join(words[1 : 1 + more]) in _words("company") and not pause:
            count = 1 + more
            break
    if alone and not pause and words[1] == "met" and words[2:3] and fold(words[2]) in _first_names():
        count = 3  # "hallo met Lies, ..."
    paused = pieces[count - 1][0][-1] in _PAUSES
    if (count == 1 and not alone) or (not paused and len(words) - count < 2) or count >= len(words):
        return 0
    return count


def _opening(pieces: Sequence[re.Match[str]], words: Sequence[str]) -> int:
    """How many words only begin to speak: "uhm", "oh ja,", "even kijken,"; 0 where more does not follow."""
    if len(words) > 1 and words[0] in _words("sounds"):
        return 1
    for count in range(min(5, len(words) - 1), 0, -1):
        row = " ".join(words[:count])
        paused = pieces[count - 1][0][-1] in _OPEN_PAUSES
        whole = row in _words("remembers") and len(words) - count > 2
        if whole or (paused and (row in _words("remembers") or row in _words("thinks"))):
            return count
    return 0


def _leave(pieces: Sequence[re.Match[str]], words: Sequence[str]) -> int:
    """How many words come before "groetjes Anna", or before "hoor"; all of them where neither stands at the end."""
    every = len(words)
    if every > 1 and words[-1] in _words("softeners"):
        heard = words[-2] == "ik" and (every == 2 or words[-3] in _words("heard_after"))
        return every if heard else every - 1
    for signed in range(min(4, every)):  # with how many words of a name
        end = every - signed
        if signed and not _signs(pieces[end - 1 :], words[end:]):
            continue
        for length in (4, 3, 2, 1):
            begin = end - length
            if begin >= 0 and " ".join(words[begin:end]) in _leaves():
                times = begin and words[begin - 1].isdigit() and words[begin] == "x"  # "2 x per dag"
                kisses = length == 1 and set(words[begin]) == {"x"} and words[begin] != "x"
                alone = not begin or times or (words[begin - 1] in _words("no_closing_after") and not kisses)
                return every if alone else begin
    return every


def _signs(pieces: Sequence[re.Match[str]], name: Sequence[str]) -> bool:
    """Whether a name stands under it: `pieces` begins with the word before."""
    apart = pieces[0][0][-1] in _PAUSES or "\n" in pieces[1].string[pieces[0].end() : pieces[1].start()]
    first = pieces[1][0][:1]
    return all(part[:1].isalpha() for part in name) and (apart or first.isupper() or fold(name[0]) in _first_names())


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(data("manners")[part])


@cache
def _leaves() -> frozenset[str]:
    return _words("closings") | _words("pleas")


def _calm(said: str) -> str:
    """What is written in capitals alone, in small letters, save codes; one or two words may be a code or a name."""
    if not said.isupper() or len(_WORD.findall(said)) < CALM:
        return said
    return said[:1] + _PIECE.sub(lambda piece: piece[0] if "-" in piece[0] else piece[0].lower(), said)[1:]


def opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at this place, so that a capital there is nobody's."""
    while at:
        at -= 1
        if text[at] in ".!?\n":
            return True
        if text[at].isalnum() or text[at] == "_":
            return False
    return True


def named(said: str) -> str:
    """Names with their capital, where somebody writes none: "nodig piet uit", "mijn buurvrouw riet"."""
    words = list(_WORD.finditer(said))
    if any(word[0] != word[0].lower() and not opens_sentence(said, word.start()) for word in words):
        return said  # who writes one capital writes them all
    small = [_bare(word[0]) for word in words]
    known = _first_names()
    capitals = {
        word.start()
        for at, word in enumerate(words)
        if small[at] in known and (known[small[at]] or _is_person(said, word.start(), small, at))
    }
    if not _words("name_stands_by").isdisjoint(small):
        capitals |= {place for stands in _name_stands() for found in stands.finditer(said) for place in _places(found)}
    return "".join(sign.upper() if place in capitals else sign for place, sign in enumerate(said)) if capitals else said


@lru_cache(maxsize=4096)  # words come again, messages do not
def _bare(word: str) -> str:
    """A word as a name is looked for: folded, without "'s"."""
    return fold(_OWN.sub("", word))


def _is_person(said: str, start: int, words: Sequence[str], at: int) -> bool:
    """Whether "jan" or "roos" is somebody here: "buurvrouw roos", "jan doet het"; not "15 jan"."""
    before = words[at - 1] if at else ""
    does = at + 1 < len(words) and words[at + 1] in _words("names_do")
    if before in kin.called():
        plain = does or at + 1 == len(words) or words[at] not in _words("verbs")
        return plain or stands_as_name(words, at)
    return does and before not in _words("never_a_name_after") and not said[:start].rstrip()[-1:].isdigit()


def stands_as_name(words: Sequence[str], at: int) -> bool:
    """Whether a word that is a verb too stands where a name does: "met tante wil naar fysio", "gaat wil mee".

    "Tante wil" is left open, and "met tante wil ik" has its verb.
    """
    if at + 1 < len(words) and words[at + 1] in kin.words("subjects"):
        return False
    before = at - 1
    while before > 0 and (words[before] in kin.called() or words[before] in kin.words("possessive")):
        before -= 1
    return before >= 0 and words[before] in kin.words("before_name")


def _places(found: re.Match[str]) -> list[int]:
    """Where in the message the names of one such place begin."""
    groups = [group for group in found.re.groupindex if found[group]]
    return [found.start(group) for group in groups if fold(found[group]) not in _no_names()]


@cache
def first_names(*, sure: bool = False) -> frozenset[str]:
    """All that stand in firstnames.txt, folded; where `sure` those that are nothing else."""
    return frozenset(name for name, alone in _first_names().items() if alone or not sure)


@cache
def _first_names() -> dict[str, bool]:
    """Whether each is a name wherever it stands."""
    text = (Path(__file__).parent / "firstnames.txt").read_text(encoding="utf-8")
    names = [name for line in text.splitlines() if not line.startswith("#") for name in line.split()]
    return {fold(name.rstrip("?")): not name.endswith("?") for name in names}


@cache
def _no_names() -> frozenset[str]:
    parts = ("no_name", "possessive", "particle", "speaker")
    return kin.called().union(*map(kin.words, parts), _words("no_names"))


@cache
def _name_stands() -> tuple[Pattern[str], ...]:
    name, other = (rf"(?P<{group}>[^\W\d_]{{2,}}(?:-[^\W\d_]+)*)" for group in ("name", "other"))
    rows = [
        row.replace("{kin}", kin.before_name()).replace("{name}", name, 1) for row in data("manners")["name_stands"]
    ]
    return tuple(re.compile(row.replace("{name}", other), re.IGNORECASE) for row in rows)
