"""Who is meant: members by name, nickname or with a typo, the person cared for, the one who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from locales.nl.numbers import is_weekday
from locales.nl.words import Word, data, fold

SPEAKER = "ik"
_DIMINUTIVES = ("je", "tje", "pje", "ie", "ke", "ske", "eke")


@dataclass(frozen=True)
class Mention:
    """Somebody who is named in a message: more than one name where the message leaves open which."""

    first: int  # the words it takes, [first, last)
    last: int
    names: tuple[str, ...]  # as the circle knows them; () for somebody it does not know
    kind: str  # "member", "recipient" or "stranger"
    said: str  # as it was written


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(data("people")[part])


@cache
def _ordinary() -> frozenset[str]:
    """Words that are no name with a typo: whatever the phrases and tasks are made of, and some more."""
    people, tasks = data("people"), data("tasks")
    every = set(people["words"]["ordinary"]) | _words("recipient") | set(tasks["filler"]["anywhere"])
    every |= {word.strip("*") for word in tasks["known"]["words"]}
    for group in data("intents")["phrases"]:
        for phrase in group["is"]:
            every |= set(re.findall(r"[a-z]+", phrase))
    for words in data("intents")["groups"].values():
        every |= {word for phrase in words for word in phrase.split()}
    return frozenset(every)


@cache
def _forms(name: str) -> frozenset[str]:
    """The ways in which people say a first name, folded."""
    first = fold(name)
    nicknames: dict[str, list[str]] = data("people")["nicknames"]
    forms = {first}
    forms.update(nicknames.get(first, ()))
    forms.update(key for key, short in nicknames.items() if first in short)
    return frozenset(forms)


def _undiminished(word: str) -> Iterator[str]:
    """A name without the ending that makes it small: pietje -> piet, annie -> ann, anna."""
    for ending in _DIMINUTIVES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield stem
            yield stem + "a"
            yield stem + "e"


def _matching(word: Word, names: Sequence[str], nicknames: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The names that this one word may mean."""
    said = word.norm if word.norm and " " not in word.norm else fold(word.text)
    if len(said) < 2:
        return ()
    firsts = [(name, fold(name.split()[0])) for name in names if name.split()]
    capital = word.text[:1].isupper()
    exact = tuple(name for name, first in firsts if first == said)
    extra = tuple(name for name, short in nicknames if fold(short) == said)
    if (exact or extra) and (capital or said not in _common_without(said)):
        return tuple(dict.fromkeys(exact + extra))
    if said in _ordinary():
        return ()
    by_form = tuple(name for name, first in firsts if said in _forms(first))
    if by_form and (capital or len(said) > 3):
        return by_form
    for stem in _undiminished(said):
        small = tuple(name for name, first in firsts if first == stem)
        if small:
            return small
    if len(said) < 4:
        return ()
    from rapidfuzz.distance import OSA  # loaded when a name may have a typo

    return tuple(
        name
        for name, first in firsts
        if first[0] == said[0]
        and len(first) > 3
        and OSA.distance(first, said, score_cutoff=2) <= (1 if len(first) < 7 else 2)
    )


@cache
def _common_without(said: str) -> frozenset[str]:
    """Names that are also verbs or months must be written with a capital letter ("wil", "mei")."""
    risky = frozenset(
        {
            "wil",
            "mei",
            "bas",
            "mark",
            "dan",
            "hans",
            "ben",
            "kan",
            "lot",
            "roos",
            "post",
            "al",
            "jo",
            "pas",
            "els",
            "fleur",
        }
    )
    return risky - {"els"} if said == "els" else risky


def _is_mother(words: Sequence[Word], at: int) -> bool:
    """Whether "ma" at this place is a person rather than Monday."""
    cues = data("people")["ma"]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    following = after.norm if after else ""
    if before and before.norm in cues["monday_after"]:
        return False
    if (before and before.text in ("/", "-", "+")) or (after and after.text in ("/", "-", "+", "&")):
        return False
    if before and before.norm in cues["mother_after"]:
        return True
    if after and after.norm.split(" ")[0] in cues["mother_before"]:
        return True
    if following in ("en", ",") or (after and after.text == ","):
        later = words[at + 2] if at + 2 < len(words) else None
        return not (later and is_weekday(later.norm))
    if before and before.norm == "en" and at > 1 and is_weekday(words[at - 2].norm):
        return False
    if after and (after.text[0].isdigit() or following in cues["monday_before"]):
        return False
    if at == 0 and (after is None or after.text in (":", ".")):
        return False
    return following not in ("half", "kwart", "tien", "vijf")


def find(
    words: Sequence[Word],
    members: Sequence[str],
    recipients: Sequence[str] = (),
    nicknames: Sequence[tuple[str, str]] = (),
) -> tuple[Mention, ...]:
    """Everybody who is named, in order. `nicknames` are (member, other name) pairs of this circle's own."""
    found: list[Mention] = []
    folded_members = [(name, tuple(fold(part) for part in name.split())) for name in members]
    relations, possessives, titles = _words("recipient"), _words("possessive"), _words("title")
    with_possessive = _words("recipient_with_possessive")
    at = 0
    while at < len(words):
        word = words[at]
        if not word.text[0].isalpha() or not word.norm:
            at += 1
            continue
        length, names = _full_name(words, at, folded_members)
        kind = "member"
        if not names:
            recipient_names = _matching(word, recipients, ()) if recipients else ()
            member_names = _matching(word, members, nicknames)
            exact_recipient = any(fold(name.split()[0]) == fold(word.text) for name in recipient_names)
            if recipient_names and (exact_recipient or not member_names):
                names, kind, length = recipient_names, "recipient", 1
            elif member_names:
                names, length = member_names, 1
        if not names and word.norm in relations and (word.norm != "ma" or _is_mother(words, at)):
            first = at - 1 if at and words[at - 1].norm in possessives else at
            found.append(
                Mention(first, at + 1, tuple(recipients[:1]) if len(recipients) == 1 else (), "recipient", word.text)
            )
            at += 1
            continue
        if not names and word.norm in with_possessive and at and words[at - 1].norm in ("mijn", "onze", "ons"):
            known = at + 1 < len(words) and _matching(words[at + 1], [*members, *recipients], nicknames)
            if not known:
                found.append(Mention(at - 1, at + 1, (), "relation", word.text))
                at += 1
                continue
        if names:
            # "15 jan" is a date, "Jan" is a person
            month = fold(word.text) in ("jan", "mei", "mrt") and at and words[at - 1].text.isdigit()
            if not month:
                first = at
                while first and words[first - 1].norm in titles:
                    first -= 1
                found.append(Mention(first, at + length, names, kind, word.text))
            at += length
            continue
        at += 1
    return tuple(found)


def _full_name(
    words: Sequence[Word], at: int, members: Sequence[tuple[str, tuple[str, ...]]]
) -> tuple[int, tuple[str, ...]]:
    """A name of several words, in full or with the initial of the last one ("Piet de B.")."""
    for name, parts in members:
        if len(parts) < 2 or fold(words[at].text) != parts[0]:
            continue
        rest = [fold(w.text) for w in words[at + 1 : at + len(parts)]]
        if tuple(rest) == parts[1:]:
            return len(parts), (name,)
        following = rest[0] if rest else ""
        if following == parts[-1] or (
            len(following) == 1 and following == parts[-1][0] and words[at + 1].text.isupper()
        ):
            return 2, (name,)
        if len(rest) > 1 and rest[0] == parts[1] and len(rest[-1]) == 1 and rest[-1] == parts[-1][0]:
            return len(rest) + 1, (name,)
    return 0, ()
