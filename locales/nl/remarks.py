"""An answer and what is said with it: "gedaan, ging goed maar hij was moe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from locales.nl.phrases import opens_with
from locales.nl.tasks import same_verb
from locales.nl.words import data, fold

_BREAK = re.compile(r"[,.!;:\n–]+\s*|\s+-+\s+|\s+(?:maar|en|alleen|wel|al)\s+(?=\S+\s+\S)", re.IGNORECASE)

_JOINS = re.compile(r"(?i)^(?:maar|en) (?=\S+ \S)")


def parted(text: str) -> tuple[str, str]:
    """The first clause and the rest, "" where there is no more. Dictated text has no comma: "gedaan hij was moe"."""
    whole = text.strip()
    if whole.endswith("?"):
        return whole, ""
    cut = _BREAK.search(whole)
    lead, rest = (whole[: cut.start()], whole[cut.end() :]) if cut else (whole, "")
    first, _, _ = lead.partition(" ")
    answers = first.lower() in data("intents")["went"]["words"] or opens_with((first.lower(),)) is not None
    if answers and len(lead.split()) > 2 and not opens_with(tuple(lead.lower().split()[1:2])):
        lead, rest = first, whole[len(first) :]
    rest = _JOINS.sub("", rest.strip(" ,.:;-"))
    return (lead.strip(), rest[:1].upper() + rest[1:]) if len(rest.split()) > 1 else (whole, "")


_HOW_IT_WAS = re.compile(
    r"^(?:het|ze|zij|hij|we|wij|alles|t) (?:was|waren|hebben|ging|had|hadden|heeft) (?:\w+ )*\w+|^(?:was|ging) \w+ ?\w*"
)
_WAS_NOT = re.compile(r"\b(?:niet|geen|niemand|nooit|mis)\b|\?")


def tells_how_it_was(text: str) -> bool:
    """Whether somebody tells how it was, after which it was done: "het was gezellig we hebben gepuzzeld"."""
    said = fold(text)
    least = 2 if said.startswith("was ") else 3
    tells = bool(_HOW_IT_WAS.search(said) or _BEEN_THERE.search(said))
    return least <= len(said.split()) <= 30 and tells and not _WAS_NOT.search(text.casefold())


_NOT_SO_BAD = re.compile(
    r"^(?:nee,? |niks,? )?(?:niet|niks) (?:erg|slecht|verkeerd|gek|ernstigs?|bijzonders?|aan de hand|te klagen)\b"
    r"|^(?:geen (?:bijzonderheden|problemen|klachten)|niets (?:bijzonders|aan de hand|ernstigs))\b"
)
_MISSED = re.compile(
    r"\b(?:niet geweest|(?:ben|was) er niet|niet gegaan|niet gekomen|niet gelukt|niet meer aan gedacht|niet aan gedacht"
    r"|vergeten|verslapen|niet gedaan|niet kunnen gaan|kon niet gaan|stond voor een dichte deur)\b"
)
_FORGOT_THINGS = re.compile(r"\bvergeten (?:om )?(?:te )?\w+|\b(?:de|het|mijn|een|haar|zijn) \w+ vergeten\b")


def tells_no_harm(text: str) -> bool:
    """Whether somebody tells that nothing was the matter, after which it was done: "niet erg, blauwe plek"."""
    return bool(_NOT_SO_BAD.search(fold(text)))


_DONE_FIRST = re.compile(r"^(?:ja )?(?:al )?(?:gedaan|gelukt|klaar)[ ]*[,.!;:-]+ *\S+ \S+")
_BEEN_THERE = re.compile(
    r"^(?:ja |het was |was )?(?:\w+ )?(?:gezellig|leuk|fijn|heerlijk|lekker|goed|prima|rustig|mooi) geweest"
    r"[ ]*[,.!;:-]+ *\S+"
)


def begins_done(text: str) -> bool:
    """Whether a report begins with that it was done, and tells how it was: "gedaan, ze was vrolijk"."""
    return "?" not in text and bool(_DONE_FIRST.match(fold(text).strip()))


_SAYS_DONE = re.compile(
    r"^(?:(?:ja|jep|hoi|sorry|oh|ok|hoor|was|het|dat|alles|is|al|ook|net|gewoon|heb|ik|allemaal|weer|gister\w*|vanmorgen"
    r"|vanochtend|vanmiddag|vanavond|vannacht|alsnog|vergeten|te|door|melden|zeggen|geven),? )*"
    r"(?:gelukt|gedaan|gebeurd|geweest)\b(?: \w+){0,3}$"
)


def says_done(text: str) -> bool:
    """Whether somebody says that it was done, and little else: "ja is gelukt hoor vanmorgen"."""
    said = fold(text).strip(" .!")
    return "?" not in text and not _WAS_NOT.search(said) and bool(_SAYS_DONE.match(said))


def says_after_all(text: str) -> bool:
    """Whether what did not work out at first was done later: "ik heb het alsnog gedaan"."""
    return bool(re.search(r"\b(?:alsnog|toch nog|later nog|uiteindelijk|toch wel|toch)\b", fold(text)))


def tells_more(text: str) -> bool:
    """Whether somebody tells on, of who is cared for or of how it was: "en ze moet de druppels koel bewaren"."""
    said = fold(text).strip(" .!")
    return 3 <= len(said.split()) <= 40 and "?" not in text and _TELLS_MORE.match(said) is not None


_TELLS_MORE = re.compile(
    r"(?:(?:en|oh|o ja|verder|ook|trouwens|wel),? )*(?:ze|zij|hij|het|er|haar|zijn|alles|niks|niets|wel|de [a-z]+"
    r"|mevrouw|meneer|ma|pa|mama|papa|moeder|vader|oma|opa)\b "
    r"(?:was|is|had|heeft|moet|moest|wil|wilde|at|dronk|ging|kon|vond|gaat|mag|staat|stond|ligt|lag|zit|zat|sliep"
    r"|krijgt|kreeg|bleef|zei|zegt|klaagt|klaagde)\b"
)


def was_missed(text: str) -> bool:
    """Whether somebody tells that they have not been there: "sorry, helemaal vergeten"."""
    said = fold(text)
    return (
        len(said.split()) <= 12 and bool(_MISSED.search(said)) and not _FORGOT_THINGS.search(said) and "?" not in said
    )


_ASKS_OTHERS = re.compile(
    r"\?\s*$|\?\s|\b(?:kijken|letten|willen|kunnen|kijk|let|wil|kan|kun|zou|bellen|bel|vraag) "
    r"(?:jullie|iemand|jij|je|u)\b"
    r"|\b(?:dik|gezwollen|opgezwollen|koorts|benauwd|duizelig|verward|in de war|ontstoken|ontsteking|blauwe plek\w*)\b"
    r"|\b(?:is|was) (?:\w+ )*gevallen\b"
)


def before_question(text: str) -> str:
    """What is told before a question that ends a message; the whole where there is no such thing."""
    told = re.sub(r"(?<=[.!])\s+[^.!?]+\?\s*$", "", text.strip())
    return told.strip()


def asks_others(text: str) -> bool:
    """Whether a note asks something of others, or tells what somebody had better hear today: "haar been is dik"."""
    return bool(_ASKS_OTHERS.search(text.casefold()))


_HAS = re.compile(r"^(?:heeft|hebben|is|zijn|was|heb|ben)\b")
_DONE = re.compile(r"\b(?:ge\w{2,}?(?:d|t|en)|\w{2,5}ge\w{2,}?(?:d|t|en))\b")
_NOT = re.compile(r"\b(?:niet|geen|nooit|nog|wie|gevallen|gezegd|gevraagd|gehoord|gebeld|geappt)\b|\?")
_BEEN = ("geweest", "langsgeweest")


def did(text: str, names: Sequence[str], task_names: Sequence[str]) -> tuple[str, str] | None:
    """What somebody of these names ("ik" among them) is told to have done, "" for the visit itself, and the remark.

    None where this tells nothing of the kind: "Ton heeft gekookt, was heerlijk" is ("koken", "Was heerlijk").
    """
    lead, _, remark = text.strip().partition(",")
    said = fold(lead).strip(" .!")
    name = next((fold(one) for one in names if said.startswith(f"{fold(one)} ")), "")
    rest = said[len(name) :].strip() if name else ""
    if not name or _NOT.search(said) or not _HAS.match(rest) or len(said.split()) > 9:
        return None
    words = _DONE.findall(rest)
    if not words:
        return None
    remark = remark.strip(" ,.:;-")
    remark = remark[:1].upper() + remark[1:]
    if words[-1] in _BEEN:
        return "", remark
    bare = re.sub(r"^(\w{0,5}?)ge", r"\1", words[-1])
    for task in task_names:
        if same_verb(task, bare) or fold(task).split()[0] in rest.split():
            return task, remark
    return None


def did_oneself(text: str, task_names: Sequence[str]) -> tuple[str, str] | None:
    """The same of who writes: "ik heb gekookt", "hond uitgelaten, hij was blij"; None where no task is named."""
    for said in (text, f"ik {text}", f"ik heb {text}"):
        found = did(said, ["ik"], task_names)
        if found is not None and found[0]:
            return found
    return None
