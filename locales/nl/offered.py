"""What people write when they are asked for help: a no with its reason, "ik weet het nog niet", and for somebody else.

Read only while such a question is open; elsewhere the same words mean other things.
"""

from __future__ import annotations

import re

from locales.nl.words import fold, fold_word

_PERHAPS = re.compile(r"\b(?:misschien|mss|wellicht)\b", re.IGNORECASE)
_PUT_OFF = re.compile(
    r"\bnog (?:even )?niet (?:zeggen|weten|zeker|beslissen|beloven|overzien)\b|"
    r"\b(?:weet|zegt?|kan|durft?|twijfelt?) (?:ik |het |dat |je |jou |u |even |nu |zo )*nog (?:even )?niet\b|"
    r"\b(?:twijfel|onder voorbehoud|weet (?:ik )?(?:het )?niet zeker|hangt er ?van ?af|hangt van .* af)\b|"
    r"\b(?:kom|komt) (?:ik |hij |zij |ze )?(?:er|daar) (?:nog |later |straks |morgen )?op terug\b|"
    r"\b(?:morgen|vanavond|straks|later|volgende week) (?:weet|zeg|hoor|kijk|beslis|laat)\w*\b|"
    r"\blaat (?:ik |het |je |jou |u |nog |even |later |morgen |vanavond |straks |zo |me )*(?:nog |even )?weten\b|"
    r"\b(?:kijk|denk|overleg|check|bel|vraag) (?:ik |het |er |thuis |in |mijn |agenda )*(?:nog |eerst )?even\b|"
    r"\b(?:moet|ga|wil|zal|kan) (?:ik )?(?:het |er )?(?:nog |eerst |even )+.*"
    r"\b(?:kijken|overleggen|nadenken|denken|checken|navragen|vragen|bellen)\b|"
    r"\bals (?:er )?(?:echt )?(?:niemand|geen mens|geen ander)(?: anders)? (?:kan|wil|lukt|is|gevonden)\b|"
    r"\bvraag (?:het )?(?:maar )?(?:eerst|liever) (?:aan )?(?:de )?(?:anderen|rest|iemand anders|een ander)\b|"
    r"\beerst de anderen\b|"
    r"\bvraag (?:het |me |mij |maar |dat |dan )*(?:later|straks|morgen|vanavond|overmorgen|nog eens|nog een keer)\b"
)
_REASON = re.compile(
    r"\b(?:ben|zit|is|zijn|zitten) (?:ik |wij |we |hij |zij |ze )?(?:dan |helaas |net |die dag |nog |zelf |er |al )*"
    r"(?:op (?:vakantie|reis|cursus|pad|mijn werk|school)|weg|niet thuis|in het buitenland|aan het werk|bezet|bezig|"
    r"vol|verhinderd|jarig|niet beschikbaar|niet in de buurt|met vakantie|(?:in|op|bij|naar) [a-z]+)\b|"
    r"\b(?:ben|zit|is|zijn|zitten) (?:ik |hij |zij |ze )?(?:dan |helaas |die dag )*er niet\b|"
    r"\b(?:moet|moeten) (?:ik |wij |we |hij |zij |ze )?(?:dan |helaas |ook |zelf |al |die dag |naar |op |bij )*"
    r"(?:werken|oppassen|school|weg|het ziekenhuis|de tandarts|de dokter|mijn|een)\b|"
    r"\b(?:werk|werkt) (?:ik|hij|zij|ze)\b|\b(?:ik|hij|zij|ze) werkt? (?:dan|die dag|op)\b|"
    r"\b(?:heb|heeft|hebben) (?:ik |wij |we |hij |zij |ze )?(?:dan |helaas |die dag |er |daar |al |zelf |net )*"
    r"(?:geen (?:tijd|zin|ruimte|gelegenheid|mogelijkheid|energie|puf|oppas|vervoer|auto)\b|"
    r"(?:een |de |mijn )?(?:afspraak|verjaardag|feest|vergadering|les|dienst|bezoek|visite|cursus|bruiloft|begrafenis|"
    r"etentje|tandarts|kapper|examen|nachtdienst|avonddienst)|(?:al|dan) (?:iets|wat)\b|iets anders\b)|"
    r"\bvraag (?:het )?(?:maar |liever |dan |alsjeblieft |aub |dit keer )*(?:aan )?(?:iemand anders|een ander)\b|"
    r"\b(?:sla|slaat) (?:ik |hij |zij |het |deze |dit |keer |nu |even |een keer )*over\b|"
    r"\bpas (?:ik )?(?:dit keer|deze keer|even|hiervoor)\b|^(?:ik )?pas$|"
    r"\b(?:te druk|veel te doen|verhinderd|red (?:ik )?(?:het |dat )?(?:helaas )?niet|komt? (?:me |mij )?niet uit)\b|"
    r"\bgeen (?:van (?:alle|allen|alles|deze|die|beide|de dagen)|enkele?|een|dag)\b|\bniks van\b|"
    r"\bzegt?(?: van)? nee\b|\bzei(?: van)? nee\b|\bwil (?:liever |het |dat )*niet\b"
)
_AGREED = re.compile(
    r"^(?:ja|jawel|jazeker|joh|prima|goed|oke|ok|graag|natuurlijk|zeker|is goed)\b|"
    r"\bik (?:kom|ga|kan|wil|doe)(?: (?:het|dat|dan|wel|graag|er|langs|komen|gaan|helpen|doen|hoor|zeker))*$|"
    r"\b(?:vind(?:t)?) (?:ik |hij |zij |ze )?(?:het |dat )?(?:goed|prima|best|oke|ok|fijn|leuk)\b|"
    r"\bzegt?(?: van)? ja\b|\bzei(?: van)? ja\b"
)
_MOST = 8  # words of a yes that says nothing else
_YES_NEEDS = frozenset(
    {"ja", "jaa", "jawel", "leuk", "gezellig", "graag", "prima", "doe", "kom", "goed", "top", "super", "tof", "plezier"}
    | {"natuurlijk", "tuurlijk", "zeker", "liefde", "perfect", "fijn", "heerlijk", "orde"}
)
_YES_ALONE = (
    _YES_NEEDS
    | {"ik", "dat", "wel", "hoor", "het", "met", "alle", "heel", "wat", "is", "komt", "lijkt", "me", "mij", "in", "wil"}
    | {"o", "oh", "er", "ook", "dan", "ga", "vind", "hartstikke", "erg", "zo", "een", "idee", "plan"}
)
_BUT = re.compile(r"\b(?:niet|geen|nooit|maar|tenzij|mits|nee|als)\b|[0-9?]")
_YES_TOO = re.compile(r"\b(?:maar (?:ik )?kan wel|kan wel|kom wel|lukt wel|doe het wel|toch wel|wel graag)\b")
_LEADS_YES = re.compile(r"^(?:ja+|jawel|jazeker|joh|tuurlijk|natuurlijk|zeker|graag|prima|akkoord|welkom)\b")
_LEADS_NO = re.compile(r"^(?:nee+|neen|nope|liever niet|doe maar niet|beter (?:van )?niet)\b")
_CHANGED_MIND = re.compile(
    r"(?:(?:oh|o|ach|nee|wacht|sorry|hm+|oeps)[, ]+)*(?:ik )?(?:doe )?(?:het |dat )?"
    r"toch (?:maar |liever |even )*niet(?: hoor)?"
)
_LETS_BE = re.compile(
    r"^(?:(?:ach|oh|ok|oke|nee|ja|o|och)[, ]+)*laat (?:het |dat |dit )?(?:dan )?(?:maar(?: zitten)?|zitten)$"
)
_LETS_IN = re.compile(
    r"\b(?:mag|mogen) (?:\w+ ){0,2}(?:erbij|meedoen|meehelpen|er ?in)\b|"
    r"\b(?:laat|voeg) (?:\w+ ){0,2}(?:erbij|binnen|toe|meedoen|komen)\b|"
    r"\bwelkom\b|\b(?:ik )?ken (?:ik )?(?:hem|haar|die)(?: wel| goed)?$"
)
_KEEPS_OUT = re.compile(
    r"\bken (?:ik )?(?:hem|haar|die|deze) (?:helemaal )?niet\b|"
    r"\b(?:mag|hoeft|wil) .*\bniet\b|\bniet (?:erbij|toelaten|welkom)\b"
)
_FIRST_PERSON = {
    "is": "ben",
    "heeft": "heb",
    "gaat": "ga",
    "werkt": "werk",
    "zegt": "zeg",
    "doet": "doe",
    "komt": "kom",
}
_WORD = re.compile(r"[\w'’-]+")
LONGEST = 12  # words that such an answer has at most


def takes_back(text: str) -> bool:
    """Whether a no is a change of mind: "nee toch niet", "nee wacht, toch maar niet"."""
    return bool(_CHANGED_MIND.fullmatch(fold(text).strip(" .!")))


def says_perhaps(text: str) -> bool:
    """Whether somebody does not know yet: "ik doe misschien dinsdag de hond"."""
    return bool(_PERHAPS.search(text))


def puts_off(text: str) -> bool:
    """Whether this is no answer yet: "ik weet het nog niet", "vraag het morgen nog eens"."""
    said = fold(text)
    later = says_perhaps(said) or _PUT_OFF.search(said) is not None
    return _short(said) and "?" not in said and later and not _YES_TOO.search(said)


def neither(text: str) -> bool:
    """Whether who writes cannot either: "en ik ook niet", after "Jan kan niet"."""
    return bool(re.search(r"^(?:en |nee )*(?:ik|zelf|ikzelf)(?: zelf)?(?: kan)? (?:ook|evenmin) niet\b", fold(text)))


def declines(text: str) -> bool:
    """Whether this is a no by its reason: "dan ben ik op vakantie", "vraag maar iemand anders"."""
    said = fold(text)
    return _short(said) and "?" not in said and bool(_REASON.search(said)) and not _YES_TOO.search(said)


def agrees(text: str) -> bool:
    """Whether this is a yes without any condition: "Jan vindt het goed", "ik kom"."""
    said = fold(text).strip(" .!")
    return _short(said) and bool(_AGREED.search(said)) and not _BUT.search(said)


def is_plain_yes(text: str) -> bool:
    """Whether every word of it says yes: "leuk, doe ik", "ja gezellig", "met alle plezier hoor"."""
    words = _WORD.findall(fold(text))
    return 0 < len(words) <= _MOST and _YES_ALONE.issuperset(words) and not _YES_NEEDS.isdisjoint(words)


_ACKNOWLEDGES = frozenset(
    {"ok", "oke", "okee", "okay", "oki", "okido", "top", "toppie", "topper", "prima", "fijn", "mooi", "goed", "super"}
    | {"perfect", "helder", "duidelijk", "dank", "dankje", "dankjewel", "dankuwel", "bedankt", "merci", "thanks", "thx"}
    | {"je", "u", "wel", "hoor", "joh", "zo", "heel", "erg", "hartelijk", "gezien", "begrepen", "genoteerd", "oh", "ah"}
)
_NODS = "👍👌🙏"


def only_acknowledges(text: str) -> bool:
    """Whether it may only say that something was read: "top dankje", a thumb. "Ja" and "graag" say more."""
    words = _WORD.findall(fold(text))
    return _ACKNOWLEDGES.issuperset(words) if words else any(sign in text for sign in _NODS)


def ends_with_yes(text: str) -> bool:
    """Whether the last of some sentences says yes, and none of them refuses or asks: "Het staat genoteerd. Ik kom."."""
    told, _, last = text.strip(" .!").rpartition(". ")
    refuses = "?" in text or re.search(r"\b(?:niet|geen|nee|nooit|maar)\b", fold(text))
    return bool(told) and not refuses and (is_plain_yes(last) or agrees(last))


def leads(text: str) -> str:
    """What a few words begin with, "yes" or "no", where nothing in them is a condition or a question; else ""."""
    said = fold(text).strip(" .!")
    if not _short(said) or _BUT.search(said[4:]):
        return ""
    return "yes" if _LEADS_YES.search(said) else "no" if _LEADS_NO.search(said) else ""


def lets_be(text: str) -> bool:
    """Whether somebody only wants to be left alone about it: "laat maar" is no "het is niet gelukt"."""
    return bool(_LETS_BE.search(fold(text).strip(" .!")))


def lets_in(text: str) -> str:
    """The answer to "mag Toon erbij?" in more words: "yes" ("hij mag erbij"), "no" ("ken ik niet") or ""."""
    said = fold(text).strip(" .!")
    if not _short(said) or "?" in said:
        return ""
    return "no" if _KEEPS_OUT.search(said) else "yes" if _LETS_IN.search(said) else ""


def says_comes(text: str) -> bool:
    """Whether somebody says that they come, where nobody asked: "ik kom"."""
    return bool(
        re.fullmatch(r"(?:ja )?(?:ik|we|wij) (?:kom|komen|ga|gaan)(?: (?:wel|ook|mee|graag))*", fold(text).strip(" .!"))
    )


def speaks_of_self(text: str) -> bool:
    """Whether the writer says it of themselves: "ik doe het zelf wel"."""
    return bool(re.search(r"\b(?:ik|zelf)\b", fold(text)))


class Told:
    """A text in which others may be named, for each of them as that person would say it."""

    def __init__(self, text: str) -> None:
        self._words = [fold_word(word) for word in _WORD.findall(text)]

    def by(self, name: str) -> tuple[str, ...]:
        """As that person would say it: "Jan is weg" -> "ik ben weg". () where the name is not in it.

        Several, as a name may stand where "ik" or where "mij" would: "lukt Jan niet".
        """
        first = fold_word((name.split() or [""])[0])
        if not first or first not in self._words:
            return ()
        at = self._words.index(first)
        as_subject = [_FIRST_PERSON.get(word, word) for word in self._words]
        rows = (("ik", as_subject), ("mij", self._words))
        return tuple(" ".join([*words[:at], pronoun, *words[at + 1 :]]) for pronoun, words in rows)


def _short(said: str) -> bool:
    return len(said.split()) <= LONGEST


_STAYS_AWAY = re.compile(
    r"(?:(?:nee|sorry|helaas|oh?|nou|maar) )*"
    r"(?:(?:ik )?(?:ga|kom|kan)(?: ik)?|(?:het|dat )?(?:lukt|gaat|past)(?: (?:me|mij|ons|het|dat))?)"
    r"(?: (?:er|dus|toch|helaas|dan|echt))* niet(?: (?:meer|hoor|komen|gaan|helaas|sorry|lukken))*"
)


def stays_away(text: str) -> bool:
    """Whether somebody says that they do not come, of no day in particular: "ik ga niet"."""
    said = fold(text).replace(",", "").strip(" .!")
    return bool(_STAYS_AWAY.fullmatch(said))
