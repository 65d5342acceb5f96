"""What who writes says of themselves: that they do it, or will not, or have affairs of their own."""

from __future__ import annotations

import re

from locales.nl.reading import Reading
from locales.nl.seeking import asks_for_somebody, asks_somebody
from locales.nl.words import data, fold

# "Piet en ik", "alleen ik", "ik breng haar zelf": in a message with people marked.
# "ga vrijdag zelf met oma naar de oogarts": who writes leaves themselves out
_LEFT_OUT = re.compile(
    r"(?:ga|breng|doe|haal|kook|rij|rijd|kom|neem|blijf|regel) (?:(?!je |jij |u |jullie )\S+ ){0,4}zelf\b"
)
_ITSELF = re.compile(
    r" alleen ik | ik alleen | \{[a-z]+\} en (?:ik|mij) | (?:ik|mij) en \{[a-z]+\} | en ik samen "
    r"| (?:doe|doen) (?:ik|we|wij) (?:het )?zelf "
    r"| ik (?:ga|doe|breng|haal|kook|rij|rijd|kom|regel|neem|blijf|maak|zorg|wil|zal|kan)"
    r"(?: (?!niet |geen )\S+){0,6} zelf "
    r"| zelf (?:ga|doe|breng|haal|kook|rij|rijd|kom|regel|neem|blijf|maak|zorg) ik "
    # with which it ends: "vandaag 11 uur koffie, ik doe het", "die neem ik wel", "ik ga mee"
    r"| ik (?:doe|neem|pak|regel) (?:het|dat|die|dit|deze|hem) (?:(?:wel|zelf|dan|maar) )*$"
    r"| (?:dat|die|dit|deze) (?:doe|neem|regel) ik (?:(?:wel|zelf|dan|maar) )*$"
    r"| ik (?:ga|rij|rijd) (?:(?:wel|zelf|dan) )*mee $"
)
_FIRST_PERSON = frozenset(
    {
        "heeft",
        "krijgt",
        "zit",
        "ik",
        "wij",
        "we",
        "niet",
        "geen",
        "nooit",
        "zal",
        "niemand",
        "hoeft",
        "hoeven",
        "is",
        "komt",
    }
)
_NO_DEED = (
    "moet|moeten|heb|hebben|ben|zijn|kan|kunnen|wil|willen|zou|mag|zal|hoef|vind|weet|denk|zie|hoop|zoek|vraag|eet"
)
_DOES_IT = re.compile(rf"\b(?!(?:{_NO_DEED})\b)[a-z]+ (?:ik|wij|we)\b|\b(?:ik|wij|we) (?!(?:{_NO_DEED})\b)[a-z]+")
_DECLINES = re.compile(
    r"\b(?:kom|ga|doe|help|kan|wil|neem|red) (?:ik|wij|we) (?:\w+ ){0,3}?(?:niet|geen|niks)\b(?! (?:alleen|erg))"
    r"|\b(?:ik|wij|we) (?:kom|ga|doe|help|neem|komen|gaan|doen) (?:\w+ ){0,3}?(?:niet|geen|niks)\b(?! (?:alleen|erg))"
)
# "ik moet zelf naar de dokter", without who is cared for and without going along
_OWN_DUTY = re.compile(
    r" (?:ik|we|wij) (?:moet|moeten|heb|hebben)(?: (?!mee |met |\{recipient\}|haar |hem |ze |niet )\S+){0,4} zelf "
    r"(?!.* (?:mee|haar|hem|\{recipient\}) )"
    r"| zelf (?:moet|moeten|heb|hebben) (?:ik|we|wij) (?!.* (?:mee|haar|hem|\{recipient\}) )"
)
_OFFERS = re.compile(
    r"(?:(?:ja|jawel|klopt|ok|goed|prima|dat|hoor|en|dan|graag) )*"
    r"(?:ik (?:ga|rij|rijd|kom) (?:(?:wel|zelf|dan|zelf wel|met haar|met hem) )*mee|"
    r"ik (?:doe|neem|regel) (?:het|dat|die|hem|deze)|"
    r"(?:dat|die|het) (?:doe|neem|regel) ik|doe ik|zet (?:mij|me) er(?: maar)? op|ik ga (?:zelf|met haar|met hem))"
    r"(?: (?:wel|zelf|dan|maar|zelf wel|hoor))*"
)
_ONLY_THESE = re.compile(r" alleen (?:\{who\}|ik|wij|we|mij) ")
_ONESELF = re.compile(r"\b(?:ik|wij|we)\b.*\b(?:zelf|wel)\b|\b(?:zelf|wel)\b.*\b(?:ik|wij|we)\b")
_DOES = "(?:doe|neem|pak|regel|ga|breng|haal|rij|rijd|kook)"
_TAKES = re.compile(rf"\b(?:ik {_DOES}|{_DOES} ik)\b")
_MAYBE = re.compile(r"\b(?:niet|geen|nooit|misschien|eventueel|als|kan|zou|moet|wil|of|tenzij)\b")
_ALL = re.compile(r"\b(?:alles|allebei|allemaal|alle ?(?:twee|drie|vier|vijf))\b")
_STRIKES_SELF = re.compile(
    r"\b(?:streep|haal|meld|zeg|schrap|schrijf|zet|teken|gooi) (?:mij|me) \b(?!.* en (?:mij|ik)\b)"
)


def speaks_of_self(reading: Reading) -> bool:
    """Whether somebody speaks of themselves."""
    return bool(reading.vocabulary & {"ik", "wij", "we", "ben"})


def names_self(reading: Reading) -> bool:
    """Whether who writes is to be put on something: "zet mij op vrijdag"."""
    return bool(_PUTS_SELF.search(" ".join(reading.plain)))


_PUTS_SELF = re.compile(r"\b(?:zet|schrijf|noteer|plan) (?:mij|me)\b|\bvoor mij$")


def means_oneself(reading: Reading) -> bool:
    """Whether who writes is spoken of, or all that is kept."""
    return bool(
        {"mij", "me", "mijn", "ik", "alles", "account", *data("intents")["groups"]["gegevens"]} & set(reading.plain)
    )


def is_first_person(reading: Reading) -> bool:
    """Whether the message speaks of oneself or of what is not, so that it does not just name a task."""
    said = re.sub(r" (?:dat|het) is (?=\d|een |zo |ongeveer )", " ", reading.rows[0])
    return bool(frozenset(said.split()) & _FIRST_PERSON)


def speaker_is_meant(reading: Reading) -> bool:
    """Whether the speaker is among those who are to do it: "Piet en ik", "ik doe het zelf"."""
    plain = reading.plain
    if (
        len(plain) <= 2
        and plain[:1] in (("ik",), ("mij",), ("ikke",))
        and plain[1:] in ((), ("zelf",), ("maar",), ("wel",), ("graag",))
    ):
        return True
    if "ikzelf" in plain or takes_along(reading):
        return True
    if _LEFT_OUT.match(" ".join(plain)) and not any(mention.kind == "member" for mention in reading.mentions):
        return True
    return "ik" in plain and bool(_ITSELF.search(reading.rows[min(1, len(reading.rows) - 1)]))


def offers_self(reading: Reading) -> bool:
    """Whether who is asked if a plan is right says no more than that they do it: "ja, ik ga mee"."""
    return bool(_OFFERS.fullmatch(" ".join(reading.plain)))


# "Jef en ik doen het"; in "..., en ik zit dan op mijn werk" a next clause begins
_AND_I = re.compile(
    r"\bik en\b|\ben ik\b"
    r"(?! (?:zit|ben|heb|moet|werk|kan|ga|sta|wil|lig|weet|denk|vind|hoop|zal|had|was|zie|slaap|mag|zou)\b)"
)


def takes_along(reading: Reading) -> bool:
    """Whether the speaker is named together with somebody: "Jef en ik", "ik doe met Jef", "Jef doet met mij"."""
    line = " ".join(reading.plain)
    if _AND_I.search(line):
        return True
    members = [mention.first for mention in reading.mentions if mention.kind == "member"]
    beside = any(first and reading.words[first - 1].norm == "met" for first in members)
    return beside if "ik" in reading.plain else bool(members and re.search(r"\bmet (mij|me)\b", line))


def only_these_can(reading: Reading) -> bool:
    """Whether it is said of people that nobody else can: "alleen Riet en ik kunnen dit weekend"."""
    return bool(_ONLY_THESE.search(reading.rows[min(1, len(reading.rows) - 1)]))


def does_it_oneself(reading: Reading) -> bool:
    """Whether who writes says what they do themselves: "vrijdag douche ik haar zelf" plans nothing for others.

    With its hour too an organiser plans it: "donderdag half 11 apotheek, ik ga zelf".
    """
    if reading.holds("organiser") and reading.holds("day") and reading.holds("clock"):
        return False
    said = " ".join(reading.plain)
    return "zelf" in reading.plain and bool(_DOES_IT.search(said)) and not asks_for_somebody(reading)


def own_affairs(reading: Reading) -> bool:
    """Whether who writes tells what they have to do themselves: "ik moet zelf naar de dokter" plans nothing."""
    return bool(_OWN_DUTY.search(reading.rows[min(1, len(reading.rows) - 1)])) and not asks_for_somebody(reading)


def declines(reading: Reading) -> bool:
    """Whether who writes will not: "morgen kom ik niet"; "niet alleen" and "niet erg" say something else."""
    return bool(_DECLINES.search(" ".join(reading.plain)))


def will_do_it(text: str) -> bool:
    """Whether who writes will do it: "vrijdag douche ik haar zelf"."""
    said = fold(text)
    return bool(_ONESELF.search(said)) and not asks_somebody(said)


def takes(text: str) -> bool:
    """Whether a sentence plainly says that who writes does something: "de kapper doe ik", "ik doe de kapper zelf"."""
    return bool(_TAKES.search(fold(text))) and not _MAYBE.search(fold(text)) and "?" not in text


_OTHERS = re.compile(r"\b(?:hij|ze|zij)\b")
_OWN_WORDS = re.compile(r"\b(?:ik|we|wij|mij|me|ons)\b")


def speaks_of_others(text: str) -> bool:
    """Whether it says what somebody else does, and nothing of who writes: "hij komt pas om twee uur"."""
    said = fold(text)
    return bool(_OTHERS.search(said)) and not _OWN_WORDS.search(said)


def takes_all(text: str) -> bool:
    """Whether that is all that was named: "ik doe ze allebei zelf"."""
    return bool(_ALL.search(fold(text)))


def strikes_self(reading: Reading) -> bool:
    """Whether who writes is to be struck off, whoever else is named: "streep mij maar door"."""
    return bool(_STRIKES_SELF.search(" ".join(reading.plain)))


_OFFERS_TO_COME = re.compile(
    r"\b(?:zal|kan|mag|zou) ik\b.*\b(?:komen|langskomen|helpen|doen|weer)\b|\bik (?:kom|doe|help)\b.*\bweer\b"
)


def offers_to_come(text: str) -> bool:
    """Whether somebody says or asks that they come themselves: "zal ik volgende week maandag weer komen?"."""
    return bool(_OFFERS_TO_COME.search(fold(text)))


def after_all(text: str) -> bool:
    """Whether somebody does it after all: "ach, ik doe het toch wel"."""
    return bool(re.search(r"\b(?:doe|kom|kan|ga|neem) (?:ik )?(?:het |hem |ze )?toch(?: wel| maar)?\b", fold(text)))
