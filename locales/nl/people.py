"""Who is meant: members by name, nickname or with a typo, the person cared for, the one who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from locales.nl import kin
from locales.nl.manners import first_names, stands_as_name
from locales.nl.numbers import is_weekday
from locales.nl.words import Word, data, fold, fold_word

SPEAKER = "ik"
_OWN = re.compile(r"['’´`]s$")
_SHORT_DAYS = frozenset({"di", "wo", "do", "vr", "za", "zo"})
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
def ordinary() -> frozenset[str]:
    """Words that are no name with a typo: whatever the phrases and tasks are made of, and some more."""
    people, tasks = data("people"), data("tasks")
    every = set(people["words"]["ordinary"]) | kin.words("recipient") | set(tasks["filler"]["anywhere"])
    every |= {word.strip("*") for word in tasks["known"]["words"]} | set(data("intents")["drop"]["words"])
    for group in data("intents")["phrases"]:
        for phrase in group["is"]:
            every |= set(re.findall(r"[a-z]+", phrase))
    for words in data("intents")["groups"].values():
        every |= {word for phrase in words for word in phrase.split()}
    return frozenset(every)


@cache
def _forms(first: str) -> frozenset[str]:
    """The ways in which people say a first name, folded."""
    nicknames: dict[str, list[str]] = data("people")["nicknames"]
    forms = set(nicknames.get(first, ()))
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


def _called(name: str) -> str:
    """The word by which somebody is called: "De heer Smits" is Smits, "Tante Kim" is Kim."""
    parts = [fold(part).strip(".") for part in name.split()]
    if not parts:
        return ""
    before = kin.words("title") | kin.words("recipient") | kin.words("spoken_of") | kin.words("honorific")
    at = next((at for at, part in enumerate(parts) if part not in before), 0)
    return next((part for part in parts[at:] if part not in kin.words("particle")), parts[0]) if at else parts[0]


_NOBODY: tuple[int, tuple[str, ...]] = (0, ())


class _Names:
    """The names of a circle, by the words that may mean them."""

    def __init__(self, names: tuple[str, ...], nicknames: tuple[tuple[str, str], ...]) -> None:
        self.exact: dict[str, tuple[str, ...]] = {}
        self.forms: dict[str, tuple[str, ...]] = {}
        self.alike: dict[str, list[tuple[str, str]]] = {}  # by first letter, for typos
        self._meant = lru_cache(maxsize=1024)(self._meant_by)
        for name in names:
            first = _called(name)
            if not first:
                continue
            kinship = fold(name.split()[0])
            if kinship != first and kin.is_kinship(kinship):  # "Oma Ans" is "oma" too
                self.exact[kinship] = (*self.exact.get(kinship, ()), name)
            self.exact[first] = (*self.exact.get(first, ()), name)
            halves = first.split("-") if "-" in first else []  # "Mehmet-Ali" is "Mehmet" too
            for form in (*_forms(first), *(half for half in halves if len(half) > 2)):
                self.forms[form] = (*self.forms.get(form, ()), name)
            if len(first) > 3:
                self.alike.setdefault(first[0], []).append((name, first))
        for name, other in nicknames:
            if name in names:
                self.exact[fold(other)] = tuple(dict.fromkeys((*self.exact.get(fold(other), ()), name)))

    def meant_by(self, word: Word, *, called: bool = False) -> tuple[str, ...]:
        """The names that this one word may mean; `called`: at a place where a name stands, and no verb."""
        if not self.exact:
            return ()
        return self._meant(word.text.capitalize() if called else word.text, word.norm)

    def _meant_by(self, text: str, norm: str) -> tuple[str, ...]:
        folded = fold(text)
        said = norm if norm and " " not in norm else folded
        if len(said) < 2:
            return ()
        capital = text[:1].isupper()
        if folded in self.exact:  # before it is taken for a slip of another word
            said = folded
        if said in self.exact and (capital or said not in _words_of("verbs")):
            return self.exact[said]
        if said in ordinary():
            return ()
        if said in self.forms and (capital or len(said) > 3):
            return self.forms[said]
        for stem in _undiminished(said):
            if stem in self.exact:
                return self.exact[stem]
        close = self.alike.get(said[0], ()) if len(said) > 3 else ()
        if not capital:
            close = [(name, first) for name, first in close if not _is_another_word(first, said)]
        if not close:
            return ()
        from rapidfuzz.distance import OSA  # loaded when a name may have a typo

        return tuple(
            name for name, first in close if OSA.distance(first, said, score_cutoff=2) <= (1 if len(first) < 7 else 2)
        )


def _is_another_word(name: str, said: str) -> bool:
    """Whether a small word differs from a name by a letter in the place of another: "loep" is no slip for Loek."""
    return len(name) == len(said) == _SMALL and sorted(name) != sorted(said)


_SMALL = 4  # letters


@lru_cache(maxsize=64)
def _names(names: tuple[str, ...], nicknames: tuple[tuple[str, str], ...]) -> _Names:
    return _Names(names, nicknames)


_CLOCK_MARKS = frozenset(("u", "uur", "h", ":", ".", "u.", "uur."))


@cache
def _words_of(part: str) -> frozenset[str]:
    return frozenset(data("people")["words"][part])


def _in_diary(words: Sequence[Word]) -> bool:
    """Whether a text is a day, a word or two for what it is, and an hour: "ma kapper 14u30"."""
    hour = next((at for at, word in enumerate(words) if word.text[:1].isdigit()), 0)
    task = words[1:hour]
    closed = all(word.text[:1].isdigit() or word.text.lower() in _CLOCK_MARKS for word in words[hour:])
    other = data("people")["ma"]["mother_before"] + data("people")["ma"]["diary_not"]
    return 1 <= len(task) <= 2 and closed and not any(word.norm.split(" ")[0] in other for word in task)


def _said_elsewhere(words: Sequence[Word], at: int) -> bool:
    """Whether another "ma" of the message is the person."""
    cues = data("people")["ma"]
    if at and words[0].norm == "ma" and len(words) > 1 and words[1].norm.split(" ")[0] in cues["mother_before"]:
        return True
    return any(
        word.norm == "ma" and place != at and place and words[place - 1].norm in ("met", "bij", "voor", "naar", "van")
        for place, word in enumerate(words)
    )


_CAN = frozenset({"kan", "doe", "neem", "kom", "werk", "pak", "wil", "ik"})


def _is_mother(words: Sequence[Word], at: int) -> bool:
    """Whether "ma" at this place is a person rather than Monday."""
    cues = data("people")["ma"]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    following = after.norm if after else ""
    if following in ("om", "rond", "tussen") and _said_elsewhere(words, at):
        return False  # "kan iemand ma om tien uur met ma wandelen"
    if before and before.norm in cues["monday_after"]:
        return False
    if before and before.norm == "er" and (after is None or after.text in ("?", "!", ".")):
        return False  # "wie komt er ma?"
    later = words[at + 2] if at + 2 < len(words) else None
    if before and before.norm in _CAN and following == "en" and later is not None and is_weekday(later.norm):
        return False  # "ik kan ma en di wel"
    if at == 0 and _in_diary(words):
        return False
    if (before and before.text in ("/", "-", "+")) or (after and after.text in ("/", "-", "+", "&")):
        return False
    if following in _SHORT_DAYS or (following and [word.text for word in words[at + 1 : at + 4]] == ["t", "/", "m"]):
        return False
    if before and before.norm in cues["mother_after"]:
        return True
    if after and after.norm.split(" ")[0] in cues["mother_before"]:
        return True
    if following in ("en", ",") or (after and after.text == ","):
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
    members: tuple[str, ...],
    recipients: tuple[str, ...] = (),
    nicknames: tuple[tuple[str, str], ...] = (),
) -> tuple[Mention, ...]:
    """Everybody who is named, in order. `nicknames` are (member, other name) pairs of this circle's own."""
    found: list[Mention] = []
    by_member, by_recipient = _names(members, nicknames), _names(recipients, ())
    folded_members, folded_recipients = _of_several_words(members), _of_several_words(recipients)
    relations, possessives, titles = kin.words("recipient"), kin.words("possessive"), kin.words("title")
    with_possessive = kin.words("recipient_with_possessive")
    no_names = _no_names()

    def known(place: int) -> bool:
        """Whether the name of somebody of the circle stands at this place, perhaps after "de" or "van"."""
        while place < len(words) and words[place].norm in kin.words("particle"):
            place += 1
        return place < len(words) and bool(by_member.meant_by(words[place]) or by_recipient.meant_by(words[place]))

    at = 0
    while at < len(words):
        word = words[at]
        if not word.text[0].isalpha() or not word.norm:
            at += 1
            continue
        length, names = _full_name(words, at, folded_members) if folded_members else _NOBODY
        kind = "member"
        if not names and folded_recipients and not (at and same_title(words[at - 1].text)):
            length, names = _full_name(words, at, folded_recipients)
            kind = "recipient" if names else kind
        if not names:
            called = word.norm in _words_of("verbs") and stands_as_name([one.norm for one in words], at)
            recipient_names = by_recipient.meant_by(word, called=called)
            member_names = by_member.meant_by(word, called=called)
            if recipient_names:
                recipient_names = tuple(one for one in recipient_names if not _of_another(words, at, one))
            if recipient_names and (
                not member_names or any(fold(name.split()[0]) == fold(word.text) for name in recipient_names)
            ):
                names, kind, length = recipient_names, "recipient", 1
            elif member_names:
                names, length = tuple(one for one in member_names if not _half_alone(words, at, one)), 1
        if not names and word.norm not in no_names and word.text[-1] != "s":  # most words
            at += 1
            continue
        if not names and word.text[-1] == "s" and _OWN.search(word.text) and fold(word.text)[:-1] in relations:
            found.append(Mention(at, at + 1, tuple(recipients) if len(recipients) == 1 else (), "recipient", word.text))
            at += 1
            continue
        if not names and word.norm in relations and (word.norm != "ma" or _is_mother(words, at)):
            first = at - 1 if at and words[at - 1].norm in possessives else at
            one = tuple(recipients[:1]) if len(recipients) == 1 else ()
            theirs = at and words[at - 1].norm in kin.words("own")  # "mijn eigen moeder": not who is cared for here
            found.append(
                Mention(first, at + 1, () if theirs else one, "relation" if theirs else "recipient", word.text)
            )
            at += 1
            continue
        if not names and word.norm in kin.words("spoken_of") and not (_is_named(words, at) or known(at + 1)):
            found.append(Mention(at, at + 1, (), "recipient", word.text))
            at += 1
            continue
        owned = word.norm in with_possessive and at and words[at - 1].norm in ("mijn", "onze", "ons")
        if not names and owned and not known(at + 1):
            found.append(Mention(at - 1, at + 1, (), "relation", word.text))
            at += 1
            continue
        if names:
            # "15 jan" is a date, "Jan" is a person
            month = fold(word.text) in ("jan", "mei", "mrt") and at and words[at - 1].text.isdigit()
            if not month:
                first = at
                while first and _belongs(words, first - 1, names, titles):
                    first -= 1
                found.append(Mention(first, at + length, names, kind, word.text))
            at += length
            continue
        at += 1
    return tuple(found)


def same_title(word: str) -> str:
    """The title that this word is, as it is written in full: "mevrouw" for "mw"; "" for any other word."""
    folded = fold(word).strip(".")
    return next((group[0] for group in data("people")["same_title"] if folded in group), "")


def _belongs(words: Sequence[Word], at: int, names: Sequence[str], titles: frozenset[str]) -> bool:
    """Whether the word at this place belongs to the name after it: "buurvrouw", "de heer", "van der"."""
    norm, following = fold(words[at].text), fold(words[at + 1].text)
    particle = norm in kin.words("particle") and any(norm in map(fold, name.split()[:-1]) for name in names)
    return norm in titles or bool(same_title(norm)) or particle or (norm == "de" and following in ("heer", "hr"))


def _half_alone(words: Sequence[Word], at: int, name: str) -> bool:
    """Whether half a name after what somebody is called is another's: "buurman Jan" is not Jan-Willem."""
    halves = _called(name).split("-")
    return len(halves) > 1 and fold(words[at].text) in halves and at > 0 and words[at - 1].norm in kin.called()


def _of_another(words: Sequence[Word], at: int, name: str) -> bool:
    """Whether the last name at this place is another's: "meneer Jansen" or "Piet Jansen" is not mevrouw Jansen."""
    parts = name.split()
    if not at or len(parts) < 2:
        return False
    while at > 1 and words[at - 1].norm in kin.words("particle"):
        at -= 1
    before, title = words[at - 1], next(filter(None, map(same_title, parts)), "")
    if said := same_title(before.text):
        return bool(title) and said != title
    known = fold(before.text) in first_names() and before.text[:1].isupper()
    return bool(title) and known and fold(before.text) not in map(fold, parts)


@cache
def _no_names() -> frozenset[str]:
    """What somebody is called without a name."""
    return kin.kinships() | kin.words("spoken_of")


def _of_several_words(names: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Those of these names that have more than one word, with their words folded."""
    return [(name, tuple(fold(part) for part in name.split())) for name in names if " " in name]


def _is_named(words: Sequence[Word], at: int) -> bool:
    """Whether a name follows at this place, or nothing at all: "mevrouw De Vries", "dank u mevrouw"."""
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or not following.norm or following.text[:1].isupper() or following.norm in ("de", "van")


def _full_name(
    words: Sequence[Word], at: int, members: Sequence[tuple[str, tuple[str, ...]]]
) -> tuple[int, tuple[str, ...]]:
    """A name of several words, in full or with the initial of the last one ("Piet de B.")."""
    for name, parts in members:
        if len(parts) < 2 or fold_word(words[at].text) != parts[0]:
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
