"""Two things set against each other: "vrijdag kan ik niet, zaterdag wel", "niet donderdag maar vrijdag"."""

from __future__ import annotations

import re
from datetime import date, datetime

from locales.nl import phrases
from locales.nl.instants import opens_clock
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression, parse

_INSTEAD = re.compile(r"\b(?:niet|geen) (?:\w+ ){1,4}?maar\b")
_IN_PLACE = re.compile(r"(?i)(?:\bin plaats van\b|\bipv\b|\bi\.p\.v\.)")
_SIDES = re.compile(
    r"(?i)(?:(?!,|;|\. |(?<!mij )(?<!me )\bmaar\b|(?<=niet )ik\b|(?<=\w )doe (?:mij|me) (?:dan |toch )?maar\b).)+"
)
_NO_SIDE = re.compile(r"(?i)\b(?:niet|geen|moet ik werken|werk ik)\b")
_ONLY = re.compile(r"(?i)\b(?:alleen|enkel|slechts)\b")
_YES_SIDE = re.compile(r"(?i)\b(?:wel|doe (?:mij|me) (?:dan |toch )?maar)\b")


_BETTER = re.compile(
    r"(?i)(?<=\w)\s*[,.;-]*\s+(?:(?:of|o|oh|eh|uh|sorry)[, ]+)?(?:nee|wacht(?: even)?)[, ]+"
    r"(?:(?:wacht|sorry|toch|doe maar|foutje|(?:dat |ik )?(?:zei|zeg) (?:ik )?(?:het |dat )?(?:verkeerd|fout)"
    r"|(?:dat|het) (?:is|was|wordt|moet)(?: op)?)[, ]+)*"
    r"(?!ik\b|we\b|dat\b|niet\b|hoor\b|laat\b|dank)"
)
_TAKES_BACK = re.compile(r"(?i)\b(?:nee|wacht)\b")
_CLOCK = re.compile(
    r"(?i)(?:\b(?:om|rond|tegen) )?"
    r"\b(?:half \w+|kwart (?:voor|over) \w+|\d{1,2}[.:]\d\d(?: ?u(?:ur)?)?|\d{1,2} ?u(?:ur)?)\b"
)
_DAY = re.compile(
    r"(?i)(?:\bop )?(?:\b(?:volgende|komende|aanstaande|deze) (?:week )?)?"
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:over)?morgen|vandaag|de \d{1,2}e)\b"
)


def put_right(text: str, now: datetime) -> str:
    """A message without the time that it takes back itself: "zaterdag 11 uur kapper, of nee, half 12"."""
    better = _BETTER.search(text) if _TAKES_BACK.search(text) else None
    if better is None or not better.start():
        return text
    before, after = text[: better.start()], text[better.end() :]
    new = next(iter(parse(after, now)), None)
    if new is None or new.span[0] > len("om ") or not parse(before, now):
        return text
    rest = _without_last(_CLOCK, before) if new.has_clock else before
    rest = _without_last(_DAY, rest) if new.has_date else rest
    return " ".join(f"{rest} {after}".split()) if rest != before else text


_BECOMES = re.compile(
    r"(?i)(?:(?:nee|wacht(?: even)?|sorry|oeps|oh?|foutje|trouwens|en|toch)[ ,.!]+)*(?:op |om |de )*(?P<old>\S.{1,25}?)"
    r" (?:wordt|word|moet) (?:(?:toch|maar|dan) )*(?P<new>\S.{1,25}?)(?: (?:zijn|worden))?[ .!]*"
)


def becomes(text: str, now: datetime, *, asked: bool) -> str:
    """A message that puts one time in the place of another and says nothing else, as what is put right where that was
    asked ("nee, woensdag") or without what opens it ("dinsdag wordt woensdag"); any other as it is."""
    said = _BECOMES.fullmatch(text)
    if said is None:
        return text
    old, new = (_whole_time(said[name], now) for name in ("old", "new"))
    if old is None or new is None or (old.has_date, old.has_clock) != (new.has_date, new.has_clock):
        return text
    return f"nee, {said['new']}" if asked else f"{said['old']} wordt {said['new']}"


_BARE_HOUR = re.compile(
    r"(?i)^(?P<lead>(?:(?:nee|oh?|wacht|sorry|oeps)[ ,]+)+(?:(?:toch|liever|doe|maar|graag) )*|(?:toch|liever) )"
    r"(?=(?:[1-9]|1\d|2[0-3])(?:$|[.!]?$|,? (?:maar|en|uurtje)\b))"
)


def with_hour(text: str) -> str:
    """A bare number that puts the hour of a plan right, as that hour: "nee toch 10" is "nee toch om 10"."""
    return _BARE_HOUR.sub(r"\g<lead>om ", text)


def _whole_time(text: str, now: datetime) -> TimeExpression | None:
    times = parse(text, now)
    return times[0] if len(times) == 1 and times[0].span == (0, len(text)) else None


def _without_last(pattern: re.Pattern[str], text: str) -> str:
    last = next(reversed(list(pattern.finditer(text))), None)
    return f"{text[: last.start()]} {text[last.end() :]}" if last else text


def one_side(reading: Reading, *, can: bool) -> str | None:
    """A contrast of days with the other side blanked out ("vrijdag kan ik niet, zaterdag wel"): what one can do, or
    what not. None where there is no such contrast."""
    sides: list[tuple[int, int, bool]] = []
    for piece in _SIDES.finditer(reading.text):
        begin, end = piece.span()
        no, yes = _NO_SIDE.search(piece.group()), _YES_SIDE.search(piece.group())
        if not (no or yes or sides):  # most pieces: their times need not be read
            continue
        dated = any(begin <= t.span[0] < end and (t.has_date or t.rule) for t in reading.times)
        if dated and (no or yes):
            sides.append((begin, end, no is None))
        elif sides and not dated and not no and not yes and opens_clock(piece.group().strip()):  # ", om half zes"
            sides[-1] = (sides[-1][0], end, sides[-1][2])
    if {side for *_, side in sides} != {True, False}:
        return None
    rest = list(reading.text)
    for begin, end, side in sides:
        if side is not can:
            rest[begin:end] = " " * (end - begin)
    return "".join(rest)


def in_place(reading: Reading) -> bool:
    """Whether one time takes the place of another: "en donderdag ipv vrijdag"."""
    return bool(_IN_PLACE.search(reading.text)) and len(reading.times) > 1


def puts_right(reading: Reading) -> bool:
    """Whether one thing is put in the place of another: "wacht even, niet donderdag maar vrijdag"."""
    said = " ".join(reading.plain)
    return bool(_INSTEAD.search(said)) and phrases.correction_opening(reading.plain, alone=False) > 0


_SAYS_NO = re.compile(
    r"(?i)\b(?:niet|geen|nooit|nie|behalve|zonder)\b|\b(?:ga|moet|heb|ben|zit|werk) (?:ik|we|wij)\b"
    r"|\b(?:ik|we|wij) (?:ga|gaan|moet|moeten|heb|hebben|ben|zit|werk)\b"
)
_CLAUSE = re.compile(r"[.,;!?]\s+|\s+(?=(?:maar|dus|want|en)\b)|(?<=niet)\s+(?=\w+ wel\b)")


_NO = frozenset({"niet", "nie"})
_SOFTLY = frozenset(
    {"oeps", "o", "oh", "ow", "ah", "nee", "sorry", "wacht", "foutje", "toch", "liever", "helaas", "eigenlijk"}
    | {"bij", "nader", "inzien"}
)
_BARE = _NO | _SOFTLY | {"even", "maar", "dan", "ook", "hoor", "alleen", "en", "op", "de", "het"}
_THAT_NOT = re.compile(
    r"(?i)(?P<does>.*\b(?:doe|neem|pak|regel) ik\b[^,.]*?),?\s+(?:maar )?(?:de|het|'t|mijn) [^\W\d_]+(?: [^\W\d_]+)? "
    r"(?:dan |wel |ook )?(?:niet|nie)[ .!]*"
)


def but_not(text: str) -> str:
    """What somebody does of "de mis doe ik wel maar de pedicure niet", without what they do not; else the text."""
    said = _THAT_NOT.fullmatch(text)
    return said["does"] if said else text


def refused_alone(text: str, now: datetime) -> list[str]:
    """The days that a message says no to after all, and nothing else: "oeps, zondag niet", as ISO dates; [] of any
    other."""
    times = _days_alone(text, now)
    before = _words(text[: times[0].span[0]]) if times else []
    return [] if _NO.intersection(before) else [str(time.start.date()) for time in times if time.start is not None]


def another_day(text: str, now: datetime) -> tuple[str, str] | None:
    """The day that is not meant, and the one that is, of a message that says nothing else: "toch niet woensdag maar
    donderdag"; None of any other."""
    times = _days_alone(text, now) if _INSTEAD.search(text.lower()) else []
    if len(times) != 2 or times[0].start is None or times[1].start is None:
        return None
    before, between = _words(text[: times[0].span[0]]), text[times[0].span[1] : times[1].span[0]].strip(" ,").lower()
    return (
        (str(times[0].start.date()), str(times[1].start.date()))
        if before[-1:] == ["niet"] and between == "maar"
        else None
    )


def _days_alone(text: str, now: datetime) -> list[TimeExpression]:
    """The days of a message that says no to some, softly, and nothing else."""
    if not (said := set(_words(text))) & _NO or not said & _SOFTLY:  # most messages: need not be read
        return []
    times = parse(text, now)
    if any(time.start is None or not time.has_date or time.has_clock or time.rule for time in times):
        return []
    rest = list(text)
    for time in times:
        rest[slice(*time.span)] = " " * (time.span[1] - time.span[0])
    words = _words("".join(rest))
    return times if _NO.intersection(words) and _BARE.issuperset(words) else []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def days_named(text: str, now: datetime) -> list[str]:
    """The days that are named, as ISO dates, in order."""
    return [str(time.start.date()) for time in parse(text, now) if time.start is not None and time.has_date]


def only_days(text: str, now: datetime) -> list[str]:
    """The days that are the only ones that suit: "ik kan alleen de 6e en de 13e"; [] where none are said so."""
    return days_named(text, now) if _ONLY.search(text) and not _SAYS_NO.search(text) else []


def days_refused(text: str, now: datetime) -> set[date]:
    """The days of which a clause says that somebody cannot, or does something else: "zondag ga ik naar de kerk"."""
    clauses = [one for one in _CLAUSE.split(text) if one and _SAYS_NO.search(one)]
    return {
        time.start.date() for one in clauses for time in parse(one, now) if time.start is not None and time.has_date
    }
