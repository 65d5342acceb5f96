"""Who is named in a message and is not the one to do it: who signs it, who is spoken to, whom it is done for."""

from __future__ import annotations

import re

from locales.nl import kin
from locales.nl.greetings import closing_words, greeting_words
from locales.nl.people import Mention
from locales.nl.reading import Reading
from locales.nl.seeking import asks_for_somebody
from locales.nl.words import data, fold

_CANNOT_COME = re.compile(
    r"(?:belt|belde|appt|appte|zegt|zei|meldt|meldde) (?:\w+ ){0,4}?af\b"
    r"|heeft (?:\w+ ){0,4}?(?:afgezegd|afgebeld|afgemeld)\b"
    r"|(?:is|ligt) (?:\w+ ){0,2}?(?:ziek|verhinderd|geveld|afgehaakt|uitgevallen)\b"
)
_TURN = re.compile(r" (?:beurt\w*|dienst\w*|taak|taken|shift|plek|plaats)$")


def excluded_before(word: str) -> bool:
    """Whether somebody named after this word is not the one to do it: "niet Piet", "bedankt Piet"."""
    return word in ("niet", "geen", "zei", "bedankt", "dank", "ipv")


def owns_roster(reading: Reading) -> bool:
    """Whether a roster is asked for as somebody's: "het rooster van Piet"; not of who is cared for."""
    named = [mention for mention in reading.mentions if mention.kind == "member"]
    if len(named) != 1:
        return False
    before = [word.norm for word in reading.words[: named[0].first]]
    of = before[-1:] in (["van"], ["voor"])
    return (before[:-1] if of else before)[-1:] in [[word] for word in data("intents")["groups"]["rooster"]]


def is_done_for(reading: Reading, first: int, last: int) -> bool:
    """Whether who is named there is not the one who does it: "Nel moet naar", "in plaats van Piet"."""
    before = [word.norm for word in reading.words[max(0, first - 3) : first]]
    after = " ".join(word.norm for word in reading.words[last : last + 2])
    if before[-3:] == ["in", "plaats", "van"] or before[-1:] in (["hoeft"], ["hoef"]):
        return True
    rest = " ".join(word.norm or word.text for word in reading.words[last:])
    if asks_for_somebody(reading) and _CANNOT_COME.match(rest):
        return True  # "ome Jan belt net af, wie kan ...?"
    others = any(m.first > first and m.kind == "member" for m in reading.mentions)
    if others and re.match(r"(?:doet|kan|gaat|komt|wil) [^,.;]*\bniet\b", rest):
        return True  # "Theo doet de wandeling niet, maak er Wendy van"
    timed = last + 1 in reading.time_places  # "wil Hilde haar zondag ruilen"
    owns = after.startswith(("haar ", "zijn ")) and before[-1:] != ["kan"] and not _TURN.search(after) and not timed
    goes = before[-1:] == ["moet"] and after.startswith(("naar", "bij", "op"))
    goes = goes or (after.startswith("moet") and {"naar", "bij"} & set(reading.plain) != set())
    return owns or (goes and asks_for_somebody(reading))


_PERHAPS = re.compile(
    r"(?:gaat|komt|doet|rijdt|helpt|kookt|brengt|haalt|blijft|kan|wil) [^,.;!?]*\b(?:misschien|mss|wellicht)\b"
)


_OR = re.compile(
    r"(?:, )?(?:of|ofwel|anders|(?:en|maar) anders)(?: (?:anders|eventueel|desnoods|misschien|mss|wellicht))?"
)


def is_perhaps(reading: Reading, last: int) -> bool:
    """Whether it is not sure that who is named there comes: "Piet gaat misschien mee"."""
    return _PERHAPS.match(" ".join(word.norm or word.text for word in reading.words[last:])) is not None


def one_of(reading: Reading) -> tuple[Mention, ...]:
    """The people of whom one is enough: "Piet of Fatima", "Piet, Riet of anders Fatima"."""
    row: list[Mention] = []
    chosen = False
    for mention in (mention for mention in reading.mentions if mention.kind == "member"):
        between = reading.words[row[-1].last : mention.first] if row else ()
        link = " ".join(word.norm or word.text for word in between)
        either = _OR.fullmatch(link) is not None
        if chosen and not either:
            break
        row = [*row, mention] if either or link == "," else [mention]
        chosen = chosen or either
    if not chosen and row:  # "Piet of ik"
        beside = [word.norm for word in reading.words[max(0, row[0].first - 2) : row[-1].last + 2]]
        chosen = len(row) == 1 and (beside[-2:] == ["of", "ik"] or beside[:2] == ["ik", "of"])
    return tuple(row) if chosen else ()


def is_visited_kin(reading: Reading, first: int, last: int) -> bool:
    """Whether who is named there is visited, and called what they are to the family: "naar oma", not "oma Ans"."""
    before = reading.words[first - 1].norm if first else ""
    called = last - first == 1 and reading.words[first].norm in kin.words("recipient")
    return called and before in ("naar", "bij", "met", "van", "voor", "aan")


def signs(reading: Reading, place: int) -> bool:
    """Whether the name at this place says who writes: "groetjes Piet", "hallo met Lies", "Murat hier"."""
    before = reading.words[place - 1].norm if place else ""
    opens = [word.norm for word in reading.words[:place] if word.norm]
    after = reading.words[place + 1].norm if place + 1 < len(reading.words) else ""
    if before in closing_words() or (before == "hier" and len(opens) <= 2):
        return True
    if before == "met" and len(opens) <= 3 and frozenset(opens[:-1]) & greeting_words():
        return True
    return after == "hier" and len(opens) <= 1


def is_addressed(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody is only spoken to: "Els, het spijt me", "beste Anna, ...", "sorry Piet!"."""
    after = reading.words[last].text if last < len(reading.words) else ""
    opens = [word.norm for word in reading.words[:first] if word.norm]
    greeted = all(word in greeting_words() or word in ("lieve", "beste", "sorry", "ha") for word in opens)
    return greeted and (after in (",", "!", ".", "\n") or bool(opens))


def joins_recipient(word: str) -> bool:
    """Whether the person cared for belongs to the task's name after this word: "met Nel"."""
    return word in ("met", "bij", "voor")


def cannot(name: str, text: str) -> bool:
    """Whether a text says of who has this name that they cannot: "Piet kan niet, zoek iemand anders"."""
    first = re.escape(fold(name.split()[0]))
    return bool(re.search(rf"\b{first} (?:kan|lukt|redt|haalt)\b[^,.!?]*\bniet\b|\b{first} is ziek\b", fold(text)))


_AWAY = (
    r"(?:kan|lukt|redt|haalt|komt|is er)\b[^,.!?]*\bniet\b|valt (?:\w+ ){0,3}uit\b"
    r"|(?:is|ligt|zit|wordt) (?:\w+ ){0,4}?(?:ziek|geveld|verhinderd|afwezig|weg|uitgevallen|opgenomen"
    r"|met (?:vakantie|verlof)"
    r"|op (?:vakantie|reis)|in het ziekenhuis|plat)\b|heeft (?:\w+ ){0,3}?(?:griep|corona|koorts|afgezegd|afgemeld)\b"
)
_THEIRS = r"(?:beurt\w*|dienst\w*|taak|taken|plek|plaats)"
_THEN_ASKS = r"(?=[,.;!?\n]|\b(?:wie|kan|kun|wil|zou|zoek|vraag|iemand)\b|$)"


def away(name: str, text: str) -> str:
    """What a text says of who has this name being ill or away: "Piet is deze week ziek"; "" where it does not."""
    first = re.escape(fold(name.split()[0]))
    found = re.search(rf"\b{first} (?:{_AWAY}).*?{_THEN_ASKS}", fold(text))
    if found is None and re.search(rf"\b(?:wie|iemand|zoek)\b[^.!?]*\b{_THEIRS} van {first}\b", fold(text)):
        return name  # "wie neemt de beurten van Fatima over?"
    return "" if found is None else f"{name}{found[0][len(first) :]}"


_ILL = (
    r"(?:is|ligt|blijft|voelt zich|heeft) (?:\w+ ){0,3}?"
    r"(?:ziek|grieperig|geveld|verkouden|koortsig|niet lekker|griep|corona|koorts|uitgevallen|buikgriep|migraine)"
)


_I_AM_ILL = re.compile(
    r"(?:(?:sorry|oei|help|hoi|oh|ojee|shit|balen|ja)[ ,!.]+)*(?:ik )?(?:ben|voel me|lig|zit|heb|word)(?: ik)? "
    r"(?:\w+ ){0,3}?(?:ziek|grieperig|geveld|koortsig|niet lekker|beroerd|griep|corona|koorts|buikgriep|migraine)"
    r"(?: geworden| op bed| thuis)?"
)


def says_ill(text: str) -> bool:
    """Whether who writes says no more than that they are ill: "ben ziek!"."""
    return _I_AM_ILL.fullmatch(fold(text).strip(" .!")) is not None


def is_ill(name: str, text: str) -> bool:
    """Whether a text says no more than that who has this name is ill: "Fatima is ziek"."""
    first = re.escape(fold(name.split()[0]))
    said = fold(text).strip(" .!")
    return (
        re.fullmatch(rf"(?:(?:oei|helaas|zeg|hoi|en|trouwens),? )*{first} {_ILL}(?: helaas| geworden)?", said)
        is not None
    )
