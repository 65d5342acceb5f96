"""What people say, as phrases in `intents.toml`: books of them that are searched quickly, and short answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from locales.nl.patterns import Lines, Phrase, read
from locales.nl.words import data


class PhraseBook:
    """Many phrases, found by a word that each cannot do without, so that most are never looked at."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        every = list(phrases)
        common = Counter(word for phrase in every for needed in phrase.needed for word in needed)
        self._by_word: dict[str, list[tuple[Phrase, tuple[frozenset[str], ...]]]] = {}
        self._always: list[Phrase] = []
        for phrase in every:
            if not phrase.needed:
                self._always.append(phrase)
                continue
            rarest = min(phrase.needed, key=lambda needed: sum(common[word] for word in needed))
            rest = tuple(needed for needed in phrase.needed if needed is not rarest)
            for word in rarest:
                self._by_word.setdefault(word, []).append((phrase, rest))

    def candidates(self, words: frozenset[str]) -> list[Phrase]:
        """The phrases of which all the words that they need are there."""
        found: dict[int, Phrase] = {}  # a phrase may stand at several words
        absent = words.isdisjoint
        for word in words & self._by_word.keys():
            for phrase, rest in self._by_word[word]:
                for needed in rest:
                    if absent(needed):
                        break
                else:
                    found[id(phrase)] = phrase
        return [*found.values(), *self._always]

    def found(self, lines: Lines) -> Iterator[Phrase]:
        """The phrases that stand in one of these lines."""
        return (phrase for phrase in self.candidates(lines.words) if phrase.stands_in(lines))


@cache
def wishes() -> PhraseBook:
    """What people may want, with its weight; emergencies stand apart."""
    return PhraseBook(phrase for phrase in _every() if phrase.intent != "emergency")


@cache
def emergencies() -> PhraseBook:
    """What comes before everything else."""
    return PhraseBook(phrase for phrase in _every() if phrase.intent == "emergency")


@cache
def _every() -> tuple[Phrase, ...]:
    return tuple(
        read(
            source,
            group["intent"],
            group["weight"],
            needs=tuple(group.get("needs", ())),
            without=tuple(group.get("without", ())),
            firm=bool(group.get("firm")),
        )
        for group in data("intents")["phrases"]
        for source in group["is"]
    )


@cache
def book(name: str) -> PhraseBook:
    """The phrases under one of the lists "veto", "past" and "not_an_emergency"."""
    return PhraseBook(read(source) for group in data("intents")[name] for source in group["is"])


@cache
def anywhere_in_a_correction(*, alone: bool) -> PhraseBook:
    """What makes a message a correction wherever it stands; `alone`: also where nothing is on the table."""
    part = "anywhere_alone" if alone else "anywhere"
    return PhraseBook(read(source) for source in data("intents")["correction"][part])


@cache
def _opening(key: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in sorted((tuple(phrase.split()) for phrase in data("intents")["correction"][key]), key=len, reverse=True):
        found.setdefault(row[0], []).append(row)
    return found


def correction_opening(words: tuple[str, ...], *, alone: bool) -> int:
    """How many of the first words open a correction; 0 where none does. `alone`: nothing is on the table."""
    for row in _opening("alone" if alone else "opens").get(words[0], ()) if words else ():
        if words[: len(row)] == row:
            return len(row)
    return 0


@cache
def _answers(kind: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The words that answer, those that may stand beside them, and how longer answers begin: phrases and a space."""
    part = data("intents")[kind]
    words = frozenset(part["words"])
    return words, words | frozenset(part["with"]), tuple(f"{phrase} " for phrase in part["phrases"])


def answer(words: tuple[str, ...]) -> bool | None:
    """Whether these words are a yes or a no and nothing else; None where they are neither."""
    if not words or len(words) > 10:
        return None
    row = f"{' '.join(words)} "
    for kind, value in (("no", False), ("yes", True)):
        single, allowed, phrases = _answers(kind)
        if row in phrases:
            return value
        if words[0] in data("intents")["yes"]["asks"]:
            continue  # "wat doe je precies" asks
        if allowed.issuperset(words) and (not single.isdisjoint(words) or row.startswith(phrases)):
            return value
    return None


def opens_with(words: tuple[str, ...]) -> bool | None:
    """Whether a message begins with a yes or a no, whatever follows."""
    if not words:
        return None
    if words[0] in ("nee", "nope"):
        return False
    if words[0] in ("ja", "jazeker", "graag", "prima", "ok", "klopt"):
        return True
    return False if f"{' '.join(words)} ".startswith(_answers("no")[2]) else None


def skips(words: tuple[str, ...]) -> bool:
    """Whether these words leave a question open: "weet ik niet", "maakt niet uit"."""
    row = " ".join(words)
    rows = data("intents")["skip"]["phrases"]
    return row in rows or (len(words) <= 5 and any(row.startswith(f"{phrase} ") for phrase in rows if " " in phrase))


def could_say(intent: str, words: frozenset[str]) -> bool:
    """Whether one of the words is there without which nobody says this."""
    signs = data("intents")["never_without"].get(intent)
    return signs is None or any(
        word == sign or (sign.endswith("*") and word.startswith(sign[:-1])) for sign in signs for word in words
    )


def file_format(words: frozenset[str]) -> str | None:
    """The kind of file that is asked for: pdf, xlsx, csv, ics, text."""
    return next((name for name, cues in _formats() if any(word.startswith(cues) for word in words)), None)


@cache
def _formats() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(cues)) for name, cues in data("intents")["formats"].items())
