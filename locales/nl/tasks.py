"""What is to be done: the words of a message that are left when time, people and politeness are taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from locales.nl.words import Word, data, fold, fold_word


@cache
def _filler(part: str) -> frozenset[str]:
    return frozenset(data("tasks")["filler"][part])


@cache
def _filler_for(intent: str) -> frozenset[str]:
    return _filler("anywhere") | frozenset(data("tasks")["filler"]["by_intent"].get(intent, ()))


def _row(name: str) -> str:
    """A name from the data as an expression: "medicijn*" is a beginning, "*arts" an ending."""
    before, after = ("[^ ]*" if star else "" for star in (name.startswith("*"), name.endswith("*")))
    return before + re.escape(name.strip("*")) + after


@cache
def _known(*, several: bool) -> re.Pattern[str]:
    """One expression for all known tasks of one word, or of several, on words between single spaces."""
    rows = [_row(name) for name in data("tasks")["known"]["words"] if (" " in name) is several]
    return re.compile(f" (?:{'|'.join(rows)})(?= )")


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for part, names in data("tasks")["parts"].items():
        rows = [_row(name) for name in names]
        found.append((part, re.compile(f" (?:{'|'.join(rows)})(?= )")))
    return tuple(found)


def is_known(row: str) -> bool:
    """Whether a care task stands among these words (a row with a space at both ends)."""
    return any(map(known_word, row.split(" "))) or bool(_known(several=True).search(row))


def names_known(name: str) -> bool:
    """Whether a care task stands in this name of what is to be done."""
    return is_known(f" {fold(name)} ")


@lru_cache(maxsize=8192)
def known_word(word: str) -> bool:
    """Whether this one word belongs to a care task. It may be written in two: "warm-eten"."""
    row = f" {word} "
    return bool(_known(several=False).search(row) or (" " in word and _known(several=True).search(row)))


def names_only_a_task(name: str) -> bool:
    """Whether the name of a task is just that, with no word in it that says something else about it."""
    words = fold(name).split()
    if any(word in _words_of("no_plan") for word in words):
        return False
    strange = [w for w in words if not known_word(w) and w not in _filler("leading")]
    if any(_FINITE.fullmatch(word) for word in strange):
        return False
    return len([w for w in strange if not w.endswith("en")]) <= 2 and len(words) <= 9


def only_brings_there(name: str) -> bool:
    """Whether a name says only that somebody is taken to what was told before: "daarheen brengen"."""
    words = set(fold(name).split())
    return not _THERE.isdisjoint(words) and words - _THERE <= _words_of("only_bringing")


_THERE = frozenset({"daarheen", "erheen", "ernaartoe", "daarnaartoe"})


def is_loose(word: str) -> bool:
    """Whether this word stands before or after a task and says nothing of its own: "naar", "door"."""
    return word in _filler("leading") or word in _filler("trailing")


@cache
def _words_of(part: str) -> frozenset[str]:
    return frozenset(data("tasks")[part]["words"])


# "komt", "opgelucht", not "internist": a verb that says something rather than what is to be done
_FINITE = re.compile(r"(?![a-z]{4,}ist$)[a-z]{2,}[bdfgjklmnprsuvwz]t|ge[a-z]+[dt]|ge(?!bruiken|nieten)[a-z]{4,}en")


def part_of_day(row: str) -> str:
    """The part of the day that the task suggests, "" where it suggests none."""
    return next((part for part, pattern in _parts() if part != "day" and pattern.search(row)), "")


def is_by_day(row: str) -> bool:
    """Whether the task is done during the day: at 8 it is in the morning, at 4 in the afternoon."""
    return any(part == "day" and pattern.search(row) for part, pattern in _parts())


def name_of(
    words: Sequence[Word], taken: frozenset[int], intent: str = "", timed: frozenset[int] = frozenset()
) -> tuple[str, str]:
    """The name of the task in a message: short ("huisarts") and to be read back ("naar de huisarts"), or "" twice.

    `taken` are the places of words that tell time, people or numbers, `timed` those that tell time; `intent` says
    which verbs belong to the wish. Of clauses that name nothing known, the one with the time counts.
    """
    separable: dict[str, dict[str, str]] = data("tasks")["separable"]
    parts: list[list[tuple[str, str]]] = [[]]
    dated: set[int] = set()  # the parts that tell when
    follows: set[int] = set()  # the parts that "dus" begins
    open_verbs: dict[str, tuple[int, int]] = {}
    filler = _filler_for(intent)
    verbs = _separable_verbs()
    breaks, subjects = _clauses("breaks"), _clauses("subjects")
    apart = -1  # the last place of a verb that "te" stands in
    making = _appointments(words) | _put_in(words)
    for place, word in enumerate(words):
        if place in making:
            continue
        if not word.norm:
            if (word.text in ".,;:!?()\n" or not word.text.isascii()) and place not in taken:
                parts.append([])
                open_verbs = {}
            continue
        norm = word.norm
        if norm in breaks or (norm == "en" and _next_word(words, place) in subjects):
            parts.append([])
            open_verbs = {}
            if norm == "dus":
                follows.add(len(parts) - 1)
            continue
        if norm in _OF_WHOM and place + 1 in taken and place + 1 not in timed and place not in taken:
            continue  # "de hond van ma", "tegen Piet": what stands before a name
        if norm in _PARTS and place and words[place - 1].norm in ("die", "dezelfde") and place not in taken:
            continue  # "wie kan die ochtend bij haar blijven?"
        if norm == "van" and place + 1 in timed and place not in taken:
            continue  # "haal de kapper van vrijdag eraf"
        if (whole := _taken_apart(words, place)) and taken.isdisjoint({place, place + 1, place + 2}):
            parts[-1].append((whole, whole))
            apart = place + 2
            continue
        if place <= apart:
            continue
        if norm in separable and place not in taken:
            verb = next((v for v in separable[norm] if v in open_verbs), None)
            if verb is not None:
                at, index = open_verbs.pop(verb)
                whole = separable[norm][verb]
                parts[at] = [pair for i, pair in enumerate(parts[at]) if i != index]
                parts[at].append((whole, whole))
                continue
        if place in timed:
            dated.add(len(parts) - 1)
        if place in taken or (norm == "bij" and place + 1 in taken - timed):  # "bij Nel koffie drinken"
            continue
        if norm in _own_verbs() and not _SPEAKERS.isdisjoint(
            (words[place - 1].norm if place else "", _next_word(words, place))
        ):
            whole = _own_verbs()[norm]  # "zaterdag kook ik zelf"
            parts[-1].append((whole, whole))
            continue
        if norm in verbs:
            open_verbs[norm] = (len(parts) - 1, len(parts[-1]))
            parts[-1].append((norm, word.text))
            continue
        if norm in filler or (" " in norm and all(piece in filler for piece in norm.split())):
            continue
        slipped = norm != fold_word(word.text) and known_word(norm)
        parts[-1].append((norm, norm if slipped else word.text))
    if intent:
        for part in parts:
            part[:] = [pair for pair in part if pair[0] not in filler]
    pieces = [((at in follows, at in dated), *_trimmed(_joined(part))) for at, part in enumerate(parts) if part]
    found = [(place, short, title) for place, short, title in pieces if short and short not in _NO_TASK]
    return _without_news(*_likeliest(found)) if found else ("", "")


def _without_news(short: str, title: str) -> tuple[str, str]:
    """A name without what somebody told: "huisarts belde net terug" is the huisarts."""
    words = short.split()
    if len(words) > 1 and words[1] in _TOLD and known_word(words[0]):
        return words[0], words[0]
    return short, title


_TOLD = frozenset(
    {
        "belde",
        "belt",
        "zei",
        "zegt",
        "vroeg",
        "vraagt",
        "mailde",
        "appte",
        "schreef",
        "liet",
        "wil",
        "wilde",
        "heeft",
        "had",
    }
)


def _taken_apart(words: Sequence[Word], place: int) -> str:
    """The verb that begins here with its ending before "te": "ophalen" of "op te halen"; "" where none does."""
    ending, te, verb = (word.norm for word in (*words[place : place + 3], *[_NOTHING] * 3)[:3])
    return ending + verb if ending in PARTICLES - {"om"} and te == "te" and ending + verb in _whole_verbs() else ""


@cache
def _whole_verbs() -> frozenset[str]:
    return frozenset(w for verbs in data("tasks")["separable"].values() for w in verbs.values()) | _WHOLE_VERBS


def _appointments(words: Sequence[Word]) -> set[int]:
    """The places of "maak een afspraak": what it is for names the task."""
    norms = [word.norm for word in words]
    found: set[int] = set()
    for at, norm in enumerate(norms):
        if norm in _MAKES and "afspraak" in norms[at + 1 : at + 4]:
            found.update(range(at, norms.index("afspraak", at) + 1))
    return found


def _put_in(words: Sequence[Word]) -> set[int]:
    """The places of "erin zetten" and "op het rooster zetten": that says that it is planned, and names nothing."""
    norms = [word.norm for word in words]
    found: set[int] = set()
    for at, norm in enumerate(norms):
        if norm not in _PUTS:
            continue
        begin = next((b for b in range(max(at - 3, 0), at) if tuple(norms[b:at]) in _INTO), None)
        if begin is not None:
            found.update(range(begin, at + 1))
    return found


_PUTS = frozenset({"zetten", "gezet", "plannen", "gepland", "schrijven", "noteren"})
_LISTS = ("rooster", "agenda", "lijst", "planning", "schema", "kalender")
_INTO = frozenset(
    [("erin",), ("erop",), ("erbij",), ("er", "in"), ("er", "op"), ("er", "bij")]
    + [(into, the, kept) for into in ("op", "in") for the in ("de", "het") for kept in _LISTS]
)
_MAKES = frozenset({"maak", "maken", "regel"})


def _likeliest(found: list[tuple[tuple[bool, bool], str, str]]) -> tuple[str, str]:
    """The one that names the task, of what clauses name: whether it follows from the rest and tells when, two names."""
    found = [one for one in found if _DENIES.isdisjoint(one[1].split())] or found  # "de nachtzuster komt niet, ..."
    found = sorted(found, key=lambda one: one[0], reverse=True)
    named = [(short, title) for _, short, title in found]
    if len(named) == 1:
        return named[0]
    known = [(short, title) for short, title in named if names_known(short)]
    # "een afspraak bij de mondhygienist, wie brengt haar weg": that she is brought names it least of all
    told = [(short, title) for short, title in known if not set(fold(short).split()) <= _words_of("only_bringing")]
    placed = [(short, title) for short, title in named if names_only_a_task(short)] if known else []
    beside = [pair for pair in placed if pair not in known]
    dated = [(short, title) for (_, when), short, title in found if when]
    # "elke dag wat roti brengen, ze vergeet te eten": what is told without a time names it less
    pure = [pair for pair in told if pair in placed or pair in dated]
    rest = [pair for pair in beside if pair in dated] if told else beside
    return (pure or rest or told or beside or known or named)[0]


_SPEAKERS = frozenset({"ik", "wij", "we"})


@cache
def _own_verbs() -> dict[str, str]:
    return dict(data("tasks")["first_person"])


@cache
def _separable_verbs() -> frozenset[str]:
    return frozenset(verb for verbs in data("tasks")["separable"].values() for verb in verbs)


@cache
def _clauses(part: str) -> frozenset[str]:
    return frozenset(data("tasks")["clauses"][part])


def _next_word(words: Sequence[Word], place: int) -> str:
    return next((word.norm for word in words[place + 1 :] if word.norm), "")


def _joined(part: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A part of a message with finite verbs as infinitives, and verbs in one piece: "op te hangen" is "ophangen"."""
    infinitive: dict[str, str] = data("tasks")["infinitive"]
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(part):
        norm, text = part[at]
        if norm in PARTICLES and at + 1 < len(part):
            following = part[at + 1][0]
            verb = part[at + 2][0] if following == "te" and at + 2 < len(part) else ""
            if verb.endswith("n") and norm != "om":  # "om te koken" is no "omkoken"
                out.append((norm + verb, norm + verb))
                at += 3
                continue
            if following.endswith("en") and norm + following in _WHOLE_VERBS:
                out.append((norm + following, norm + following))
                at += 2
                continue
        if norm == "te" and out and at + 1 < len(part) and part[at + 1][0].endswith("n"):
            at += 1  # "de tuin winterklaar te maken"
            continue
        whole = infinitive.get(norm)
        out.append((whole, whole) if whole else (norm, text))
        at += 1
    return out


_OF_WHOM = frozenset({"van", "bij", "tegen"})
_NOTHING = Word("", "", 0, 0)
PARTICLES = frozenset({"op", "uit", "aan", "af", "weg", "in", "na", "voor", "schoon", "klaar", "langs", "om"})
_WHOLE_VERBS = frozenset({"ophangen", "ophalen", "uitlaten", "aankleden", "schoonmaken", "klaarmaken", "langsgaan"})
_PARTS = frozenset({"ochtend", "morgen", "middag", "avond", "nacht", "dag", "week"})
_DENIES = frozenset({"niet", "geen"})
_NO_TASK = frozenset(
    {
        "doen",
        "gaan",
        "komen",
        "laten",
        "zijn",
        "wat",
        "dit",
        "ikke",
        "kunnen",
        "helpen",
        "hulp",
        "iets",
        "blijft",
        "blijven",
        "alles",
        "plannen",
        "taak",
        "niemand",
    }
)


def _trimmed(part: list[tuple[str, str]]) -> tuple[str, str]:
    """One part of a message without what stands loosely at its ends."""
    leading, trailing, transport = _filler("leading"), _filler("trailing"), _filler("transport")
    begin, end = 0, len(part)
    while end > begin and part[end - 1][0] in trailing and not (end - begin == 1 and known_word(part[end - 1][0])):
        if (
            part[end - 1][0] in transport
            and not any(norm in ("naar", "bij") for norm, _ in part[begin:end])
            and end - begin > 1
        ):
            break
        end -= 1
    while end > begin + 1 and part[end - 1][0].isdecimal():
        end -= 1
    title_begin = begin
    while begin < end and all(piece in leading for piece in part[begin][0].split()):
        if part[begin][0] == "naar" and part[begin + 1 : begin + 2] and part[begin + 1][0] == "bed":
            break
        if part[begin][0] in transport and part[begin + 1 : begin + 2] and part[begin + 1][0] == "en":
            break  # "brengen en halen"
        begin += 1
    while title_begin < begin and part[title_begin][0] not in ("naar", "bij"):
        title_begin += 1
    short = " ".join(_plain(text) for _, text in part[begin:end])
    title = " ".join(_plain(text) for _, text in part[title_begin:end])
    for said, meant in data("tasks")["short"].items():
        if short.endswith(said):
            short, title = short[: -len(said)] + meant, title[: -len(said)] + meant
    return short, title


def _plain(text: str) -> str:
    """A word of a task as it is written in a sentence: no capital at the beginning of a message."""
    return text if text.isupper() and len(text) > 1 else text.lower()


def resembles(one: str, other: str) -> float:
    """How much two names of tasks mean the same, from 0 to 1: "huisarts" and "naar de huisarts met Nel" is 1."""
    first, second = content(one), content(other)
    if not first or not second:
        return 0.0
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    return sum(any(_alike(word, candidate) for candidate in long) for word in short) / len(short)


@lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> bool:
    """Whether two words of names of tasks are one, but for a slip, or one is in the other."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= 80 or _same_stem(one, other)


def same_thing(name: str, said: str) -> bool:
    """Whether these are two words for one thing: "huisarts" and "naar de dokter"."""
    one, other = (set(fold(text).split()) for text in (name, said))
    return any(one & group and other & group for group in _alike_groups())


@cache
def _alike_groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in data("tasks")["alike"]["groups"])


def same_verb(name: str, said: str) -> bool:
    """Whether one word is a verb of the task's name in another form: "kook" and "koken", "was" and "wassen"."""
    words = said.split()
    return len(words) == 1 and len(words[0]) > 2 and any(_stem(word) == _stem(said) for word in name.split())


@lru_cache(maxsize=4096)
def _stem(verb: str) -> str:
    """What is left of a Dutch verb without its ending: "koken", "kook" and "kookt" are "kok"."""
    bare = fold(verb).strip(" .,!?")
    bare = next((bare.removesuffix(end) for end in ("en", "e", "t", "d") if bare.endswith(end) and len(bare) > 3), bare)
    return re.sub(r"(.)\1", r"\1", bare)


def _same_stem(one: str, other: str) -> bool:
    """Whether one word is the beginning or the end of the other: "hond" and "hondenuitlaat"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and (long.startswith(short) or long.endswith(short))


@lru_cache(maxsize=4096)
def content(name: str) -> tuple[str, ...]:
    """The words of a task that say what it is."""
    skip = _filler("anywhere") | _filler("leading") | {"doen", "gaan", "halen"}
    words = tuple(fold(word) for word in re.findall(r"[^\W_]+", name))
    return tuple(word for word in words if word not in skip) or words
