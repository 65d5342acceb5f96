"""Whether a message goes on where the one before stopped: "en om half 4 ophalen", "dan gaat de koffie niet door"."""

from __future__ import annotations

import re
from datetime import datetime

from locales.nl import numbers
from locales.nl.spoken import MONTHS, SHORT_MONTHS
from locales.nl.time import parse
from locales.nl.words import fold

_GOES_ON = re.compile(r"\s*(?:oh? )?(?:en|plus|ook|daarna|vervolgens|verder|dan|nog)\b", re.IGNORECASE)
_THAT_DAY = re.compile(r"\bdan\b|\b(?:die|diezelfde|dezelfde) dag(?:en)?\b", re.IGNORECASE)
_NEAR = re.compile(
    r"\d|\b(?:dit|deze|die(?= (?:week|weekend|\w*dag)\b)|volgende?|komende?|aanstaande|eerstvolgende"
    r"|vandaag|vanavond|morgen|overmorgen)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\b(?:om|rond|tegen|vanaf|na|tot) (?:half |kwart (?:voor|over) )?\d{1,2}(?:[.:]\d\d)?(?: ?uur| ?u)?\b",
    re.IGNORECASE,
)
_OTHER_DAN = re.compile(r"\b(?:meer|minder|beter|liever|later|eerder|anders|groter|langer|korter) dan\b", re.IGNORECASE)
_A_DAY = r"(?:vandaag|morgen|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_AT = r"(?: (?:om|rond) (?:half |kwart (?:voor|over) )?(?:\d{1,2}(?:[.:]\d\d)?|[a-z]{3,6})(?: uur| u)?)"
_DAY_TOO = re.compile(
    rf"^(?:en |o ja |ja )*(?:ook )?(?:op |de )?{_A_DAY}(?:ochtend|middag|avond)?s?{_AT}? ook(?: graag| wel| hoor)?$|"
    rf"^(?:en |o ja |ja )*ook (?:op |de )?{_A_DAY}(?:ochtend|middag|avond)?{_AT}?(?: graag| wel| hoor)?$|"
    rf"^(?:(?:ja|oja|o ja|oh|ok|graag),? )*(?:en|plus) (?:op |de )?{_A_DAY}{_AT}?(?: graag| hoor)?$"
)


_THAT_TOO = re.compile(
    r"^(?:en |o ja |oh ja |oja |ja )*(?:de |het |'t |t |mijn )?(?P<what>[a-z' -]{3,30}?) "
    r"(?:(?:wil|kan|doe|neem|pak) ik )?(?:er )?(?:dan |graag |nog )*ook(?: nog| wel| erbij| doen| maar| graag| hoor)*$"
)
_AND_THAT = re.compile(r"^(?:en|plus) (?:ook )?(?:de |het |'t |t )(?P<what>[a-z' -]{3,24})$")
_ASKS_ON = re.compile(
    r"^(?:(?:oh?|oja|ok\w*|ja|hm+|dank\w*|fijn|goed)[,. ]+)*en (?:dan )?(?P<rest>\S.*)$", re.IGNORECASE
)
_OF_A_CIRCLE = re.compile(
    r"^(?:(?:nee|alleen|maar|ik bedoel|liever|juist|dan)[, ]+)*(?P<rest>(?:bij|voor|van|rond|die van) \S+(?: \S+)?)$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:weer|opnieuw|nog (?:een|n|1) ?(?:keer|maal|s)|nog eens|nogmaals|hetzelfde|(?:de)?zelfde|idem|herhaal\w*|"
    r"(?:net|precies|ook) zo(?:als)?|kopieer\w*)\b"
)
_IT = re.compile(
    r"(?:(?:oh?|en|nee|ja|ok\w*|wacht|toch|sorry)[, ]+)*(?:"
    r"(?:zet|schuif|verzet|verplaats) (?:hem|m|het|die|deze)|(?:wordt|is|moet|mag|kan) (?:dat|het|hij|die)"
    r"|(?:dat|het|hij|die) (?:wordt|moet|mag))\b"
)
_WHOLE = re.compile(r"\b(?:het|de) ?zelfde|\bzelfde\b|\bidem\b|\bzo\b|\bzoals\b|\brooster\b|\bkopieer\w*|\bherhaal\w*")
_LAST_WEEK = re.compile(
    r"^(?:(?:en|hoi|graag|aub|kun je|kan je|wil je) )*"
    r"(?:zet|zetten|kopieer|kopieren|neem|nemen|herhaal|plan|doe|maak)\b.*\b(?:vorige|afgelopen) week\b"
    r"(?:.*\b(?:weer|opnieuw|over|nog (?:een keer|eens|n keer)|erin|er in|ook|hetzelfde)\b|$)"
)
_MOST_WORDS = 9


def asks_on(text: str) -> str:
    """What a question names that goes on from the one before: "bij Cor" of "en bij Cor?"; "" where it is none."""
    said = text.strip().rstrip(" ?!.")
    found = _ASKS_ON.match(said)
    if found is not None:
        return found["rest"] if len(said.split()) <= _MOST_WORDS else ""
    of_a_circle = _OF_A_CIRCLE.match(said)
    if of_a_circle is not None:
        return of_a_circle["rest"]
    return said if text.rstrip().endswith("?") and len(said.split()) <= 4 else ""


def says_again(text: str) -> bool:
    """Whether what was just done is wanted once more: "morgen weer", "volgende week hetzelfde"."""
    return len(text.split()) <= _MOST_WORDS and bool(_AGAIN.search(fold(text)))


_LEAD = r"(?:(?:o+h?[ ,]*ja|oja|nee|oeps|wacht|sorry|en|maar|eh|ow|hm+|trouwens|of|bij nader inzien)[, ]+)*"
_PUTS_RIGHT = re.compile(
    rf"^{_LEAD}(?:(?:het|dat|die|ze|hij) )?(?:is |wordt |begint |moet |kan )?"
    r"(?:toch |wel |maar |liever |pas |al |ook )*"
    r"(?P<rest>(?:(?:om|rond|tegen|half|kwart) )?[\w.:½ ]{1,18}(?:uur|u|\d)|(?:duurt|duur)t? .{1,24})"
    r"(?: (?:toch|maar|graag|liever|hoor|worden|zijn))*$"
)
_AFTER_ALL = re.compile(rf"^{_LEAD}toch (?:maar )?(?:wel|niet)\b|^{_LEAD}(?:zet|doe|haal) .{{0,30}}\bterug\b")


_BUT_NOT = re.compile(
    rf"^{_LEAD}(?:(?:alleen|maar|wel|dus|ook|sla|slaan we) )*(?:niet|behalve|uitgezonderd)?"
    r"(?: ?(?:op|met|in|tijdens)\b)? ?(?P<rest>\S.{2,40}?)(?P<not> over| niet| overslaan| hoeft niet| na)?$"
)
_TWO_DAYS = re.compile(r"(?<!eerste )(?<!tweede )(?<!1e )(?<!2e )\b(?:pasen|pinksteren|kerst|kerstmis)\b")


def of_two_days(feast: str) -> bool:
    """Whether a feast that is left out takes two days: "niet met kerst"."""
    return bool(_TWO_DAYS.search(fold(feast)))


def but_not(text: str) -> str:
    """The days that a few words leave out of what was just planned: "niet op 28 december"; "" where they say else."""
    said = fold(text).strip(" .!")
    found = _BUT_NOT.match(said) if "?" not in text and len(said.split()) <= _MOST_WORDS else None
    no = found is not None and (found["not"] or re.search(r"\b(?:niet|behalve|uitgezonderd)\b", said))
    return found["rest"] if found is not None and no else ""


def puts_right(text: str) -> str:
    """The hour or the length that a few words put right: "11 uur" of "oja, 11 uur"; "" where they say more."""
    found = _PUTS_RIGHT.match(fold(text).strip(" .!"))
    return found["rest"] if found is not None and "?" not in text and len(text.split()) <= _MOST_WORDS else ""


def says_after_all(text: str) -> bool:
    """Whether what was just called off is to stay: "oeps toch wel", "zet dinsdag terug"."""
    return "?" not in text and bool(_AFTER_ALL.match(fold(text).strip(" .!")))


def is_end_alone(what: str) -> bool:
    """Whether a task is named by the end of its verb alone: "(de kousen) uit"."""
    return what in ("uit", "aan", "af", "weer uit", "weer aan")


def one_more(text: str) -> bool:
    """Whether something is planned that stands elsewhere too: "zet de fysio ook volgende week donderdag erin"."""
    said = fold(text)
    return bool(_AGAIN.search(said) or re.search(r"\book\b", said))


def says_the_same(text: str) -> bool:
    """Whether all of it is wanted once more: "volgende week hetzelfde", not "morgen weer"."""
    return says_again(text) and bool(_WHOLE.search(fold(text)))


def copies_last_week(text: str) -> bool:
    """Whether what was planned last week is wanted this week too: "zet alles van vorige week er weer in"."""
    return bool(_LAST_WEEK.search(fold(text))) and "?" not in text


def adds_to_it(text: str, now: datetime) -> bool:
    """Whether it adds something at another time, and says no day itself."""
    return bool(_GOES_ON.match(text)) and not _says_day(text, now)


def means_that_day(text: str, now: datetime) -> bool:
    """Whether it is about the day that was just spoken of."""
    return bool(_THAT_DAY.search(_OTHER_DAN.sub("", text))) and not _says_day(text, now)


def says_weekday_alone(text: str) -> bool:
    """Whether the days in it are weekdays of no certain week: "het weekend neem ik", not "deze zaterdag"."""
    words = tuple(fold(text).split())
    return bool(numbers.weekdays(words)) and not _NEAR.search(_HOUR.sub(" ", text))


def _says_day(text: str, now: datetime) -> bool:
    return any(one.has_date or one.rule for one in parse(text, now))


def that_too(text: str) -> str:
    """What somebody has besides: "en de koffie ook"; "" where a message says no such thing."""
    folded = fold(text).strip(" .!")
    said = _THAT_TOO.match(folded) or _AND_THAT.match(folded)
    return said["what"] if said else ""


def means_it(text: str) -> bool:
    """Whether what is to be changed is named by a pronoun alone: "zet hem op donderdag"."""
    return bool(_IT.match(fold(text).replace("'", "").strip()))


def says_reserve(text: str) -> bool:
    """Whether somebody wants to stand by: "mag ik reserve staan voor zaterdag"."""
    return bool(re.search(r"\breserve\b", text.casefold()))


def names_today(text: str) -> bool:
    """Whether today is spoken of: "vanavond", "vandaag"."""
    return bool(re.search(r"\b(?:vandaag|vanochtend|vanmorgen|vanmiddag|vanavond|vannacht|nu|straks)\b", fold(text)))


def says_day_too(text: str) -> bool:
    """Whether a day is added to what was just said: "zaterdag ook"."""
    return bool(_DAY_TOO.search(fold(text).strip(" .!")))


def says_undo(text: str) -> bool:
    """Whether this is the very word; "haal dat maar weer weg" may mean something else."""
    return bool(re.search(r"\b(?:ongedaan|undo|terugdraaien|draai .* terug)\b", fold(text)))


def sends(text: str) -> bool:
    """Whether something is to be sent: "stuur het naar iedereen"."""
    return bool(re.search(r"\b(?:stuur|sturen|verstuur|deel|delen|mail|mailen|app|appen|doorsturen)\b", fold(text)))


def says_tomorrow(text: str) -> bool:
    """Whether "morgen" stands in it, or a part of that day."""
    return "morgen" in fold(text)


_OTHER_DAYS = re.compile(
    r"(?:(?:nee|wacht|sorry|oeps|oh?|ik bedoel|bedoel ik|het is|dat is|ik zei het fout|foutje|eigenlijk|toch|van|op|de"
    r"|het|moet|zijn)[\s,.!:]+)*(?P<days>\d{1,2}(?:e|ste|de)?"
    r"(?:\s*(?:,|&|-|en|tot en met|t/m|tm|tot)\s*(?:de )?\d{1,2}(?:e|ste|de)?)+)"
    rf"(?P<month> (?:{'|'.join((*MONTHS, *SHORT_MONTHS))}))?"
)


def days_of_month(text: str, month: int) -> str:
    """Days by their numbers and nothing else, with the month that is said or this one: "nee, 29 en 30"; else ""."""
    said = _OTHER_DAYS.fullmatch(fold(text).strip(" .!"))
    return "" if said is None else f"{said['days']}{said['month'] or f' {MONTHS[month - 1]}'}"


def put_right(days: str) -> str:
    """These days as somebody says them who takes back what was said before."""
    return f"nee, {days}"
