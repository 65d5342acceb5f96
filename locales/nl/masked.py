"""A message as the grammar of time is to read it: what is no time blanked out, what it knows otherwise respelled.

Everything keeps its place, so that what is found stands at the same place in the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LONGEST = 500  # characters in which times are looked for; a pasted week is read line by line
_NO_TIME = "·"
# "om een lamp op te hangen" is no one o'clock
_ONE_NOUN = re.compile(
    r"(?i)\bom een(?= (?!uur|half|kwart|en |of |'s)[a-z]{3,})"
    r"|(?:\d\s?u|uur|\d[.:]\d\d)\s+(?P<een>een)\b(?!\s+(?:half|kwart|uur))"
)
_LASTS = re.compile(r"(?i)\b(?:duurt|duren|kost|lang)\b")
_DAYS = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_SHORT = r"(?:ma|di|wo|do|vr|za|zo)"
# a night "vrijdag op zaterdag" begins on the first of them
_NIGHT_OF = re.compile(
    rf"(?i)(?<!\bvan )\b(?:{_DAYS}(?:nacht)?(?P<next> op \w{{3,6}}dag)|{_SHORT}(?P<short> op {_SHORT}))\b"
)
# "duurt geen 2 maar 3 uur": what it is not, is no time
_INSTEAD = re.compile(r"(?i)\b(?:geen|niet) (?:[\w½]+ ){1,3}?maar(?= )(?= [\w½]+ (?:uur|minuten|kwartier|dagen))")
# "ik bedoelde de negende": a day of the month, beside what says so; "de derde" alone is a choice
_NTH = (
    *("vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde", "dertiende"),
    *("veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende", "twintigste"),
    *("eenentwintigste", "tweeentwintigste", "drieentwintigste", "vierentwintigste", "vijfentwintigste"),
    *("zesentwintigste", "zevenentwintigste", "achtentwintigste", "negenentwintigste", "dertigste", "eenendertigste"),
)
_NO_DAY = r"(?! (?:verdieping|etage|keer|plaats|plek|van (?:de|het)|optie|keuze|beurt|week|dag))"
_NTH_DAY = re.compile(
    r"(?i)(?:(?P<after>\b(?:bedoel\w*|op|vanaf|tot(?: en met)?|nee|niet|ipv|kan|ben|was|wordt|naar) (?:ik )?)|\b)"
    r"(?:de|den) "
    rf"(?P<nth>{'|'.join(_NTH)})\b(?(after){_NO_DAY}"
    r"|(?= (?:om|moet|kan|ben|heb|bedoel\w*|niet|ga|lukt|past|komt)\b))"
)
# "bingo do gaat niet door": a short day after a word that is no day and leads none, before what goes on or at the end
_AFTER = "".join(
    f"(?<!{end} )"
    for end in (r"\bhet", r"\been", r"\bwat", "lke", "ere", "lle", "nde", "eze", "dag", "uur", "tot", "van")
)
_VERBS = "|".join(f"(?<={verb} )" for verb in ("ga", "kan", "kom", "doe", "rij", "pak", "neem"))
_SHORT_DAY = re.compile(
    rf"(?:(?<=[a-z]{{3}} )|(?<= vd )|(?<= ga )|(?<= pa )|(?<= ma )|(?<= ze )|(?<= ie )|(?<= er )){_AFTER}"
    rf"(?P<day>do|di|wo|vr|za|(?:{_VERBS})zat)"
    rf"(?=(?: op {_SHORT})? (?:wel|ook|graag|ff|even|gaat|lukt|kan|kun|naar|niet|toch|is|wordt|past|red|moet|mag|heb"
    r"|ben|ik|we|met|maar|van|om|nog|afzeggen|ruilen|overnemen|afbellen|doorgaat|\d)|\s*[?!]|\s*$)"
)
# "om 3 uren" in Flanders is a clock, "te starten op" says from when
_HOUR = r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"
_RESPELLED = re.compile(
    rf"(?i)\b(?:(?P<iedere>iederen)|(?P<evening>des)(?= (?:ochtend|morgen|(?:na|voor)?middag|avond|nacht)s)"
    rf"|(?:om|tegen|rond|omstreeks|vanaf|na|op|tot|plaats van|ipv) {_HOUR} (?P<uur>uren)"
    rf"|(?P<om>te)(?= {_HOUR} (?:uur|ure)\b)"
    rf"|(?P<vanaf>(?:te starten|te beginnen|startend|beginnend|ingaande|startdatum|met ingang) (?:op|van|per|met|vanaf)"
    rf"|(?:de )?eerste (?:keer|maal)(?: is| op)?|voor het eerst(?: op)?)(?= (?:\d|{_DAYS})))\b"
)
_RESPELT = {"iedere": "iedere", "evening": "'s", "uur": "uur", "vanaf": "vanaf", "om": "om"}


# What each of these cannot be there without: most messages have little of it, and looking for it costs next to nothing.
_SIGNS = {
    _ONE_NOUN: ("een",),
    _INSTEAD: ("maar",),
    _RESPELLED: ("iederen", "des ", "uren", "start", "begin", "ingaande", "ingang", "eerst"),
    _NTH_DAY: _NTH,
    _SHORT_DAY: (" do", " di", " wo", " vr", " za"),
    _NIGHT_OF: (" op ",),
}


def _found(pattern: re.Pattern[str], text: str, low: str) -> Iterator[re.Match[str]]:
    """Where a pattern stands in a text; `low` is that text in small letters."""
    return pattern.finditer(text) if any(map(low.__contains__, _SIGNS[pattern])) else iter(())


def for_times(text: str, hidden: Iterable[tuple[int, int]]) -> tuple[list[str], frozenset[int]]:
    """The letters of the message, `hidden` spans blanked out, and where a word was put before a day for its sake."""
    text = text[:LONGEST]
    letters, low = list(text), text.lower()
    for begin, end in hidden:
        letters[begin:end] = _NO_TIME * (min(end, LONGEST) - begin)
    for match in _found(_ONE_NOUN, text, low):
        _blank(letters, *match.span(match.lastgroup or 0))
    for match in _found(_INSTEAD, text, low):
        if _LASTS.search(text):
            begin, end = match.span()
            letters[begin:end] = " " * (end - begin)
    for match in _found(_RESPELLED, text, low):
        begin, end = match.span(match.lastgroup or 0)
        letters[begin:end] = _RESPELT[match.lastgroup or ""].ljust(end - begin)
    for match in _found(_NTH_DAY, text, low):
        begin, end = match.span("nth")
        letters[begin:end] = f"{_NTH.index(match['nth'].lower()) + 4}e".ljust(end - begin)
    put = set()
    for match in _found(_SHORT_DAY, text, low):
        begin = match.start("day")
        letters[begin - 4 : begin] = " op "
        put.add(begin - 3)
    for match in _found(_NIGHT_OF, text, low):
        _blank(letters, *match.span(match.lastgroup or 0))
    return letters, frozenset(put)


def _blank(letters: list[str], begin: int, end: int) -> None:
    letters[begin:end] = _NO_TIME * (end - begin)
