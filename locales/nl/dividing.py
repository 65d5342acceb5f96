"""Who does which days or parts of the day, as one message divides them: "ik door de week en Tom in het weekend"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta

from locales.nl import moments
from locales.nl.grammar.expression import CODES
from locales.nl.people import SPEAKER
from locales.nl.reading import Reading
from locales.nl.spoken import WEEKDAYS
from locales.nl.words import fold

WEEK = frozenset(range(7))
_PARTS = {"ochtend": "morning", "morgen": "morning", "middag": "afternoon", "avond": "evening", "nacht": "night"}
_SPOKEN = {"morning": "'s ochtends", "afternoon": "'s middags", "evening": "'s avonds", "night": "'s nachts"}
_FILL = frozenset(
    (
        *(
            "de",
            "het",
            "op",
            "in",
            "van",
            "voor",
            "om",
            "als",
            "en",
            "door",
            "mij",
            "mijn",
            "zelf",
            "wel",
            "dan",
            "graag",
            "kan",
        ),
        *("doe", "doen", "doet", "neem", "neemt", "nemen", "pak", "pakt", "kook", "kookt", "kom", "komt", "ga", "gaat"),
        *("wil", "is", "zijn", "zet", "s", "n", "dagen", ""),
    )
)
_OPENS_A_PART = ("en", "dan", "zet", "en dan", "doe", "kan", "wil", "zou")  # before whoever is named first
_NOT_EVERY_WEEK = frozenset({"doordeweeks", "weekdagen", "werkdagen"})
_SPEAKERS = frozenset({"ik", "wij", "we", "ikzelf", "ikke"})
_TO = "→"  # as long as the shortest that it stands for, so that all keeps its place
_DAY = rf"(?:{'|'.join(day for whole in WEEKDAYS for day in (whole, whole[:2]))})"
_THROUGH = re.compile(rf"(?i)\b(?:tot en met|tot|t/m|tm)\b|(?<=[a-z])\s*-\s*(?={_DAY}\b)")  # "ma-vr", not "Bart-Jan"
_WORD = re.compile(rf"{_TO}|[^\s,;:.!?/{_TO}]+")
_PIECES = re.compile(r"(?i)[,;\n]+|:(?=\s)|\.(?=\s|$)|\ben\b")
_DATED = re.compile(
    r"\b(?:vandaag|morgen|overmorgen|vanavond|vanmiddag|volgende|komende|deze|elke|iedere|om de|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|\d{1,2}[-/]\d{1,2})\b"
)
_REST = re.compile(r"\b(?:rest|overige|andere)\b")


@dataclass(frozen=True)
class Share:
    """What one person does of what recurs: days of the week (0 is Monday, none: all) and part of the day ("": all)."""

    who: str  # a name as the circle knows it, or "ik"
    days: frozenset[int] = frozenset()
    part: str = ""
    standing: bool = False  # said of every week: "de ochtenden", "door de week", "altijd"
    rest: bool = False  # whatever the others leave


@dataclass(frozen=True)
class Divided:
    """What is divided, "" where that is not said, and among whom."""

    head: str
    shares: tuple[Share, ...]


def names_weekdays_alone(text: str) -> bool:
    """Whether a message names days of the week and no date, so that it may be about every week."""
    said = text.casefold()
    named = any(_days(word) is not None for word in re.findall(r"[a-z]+", said))
    return named and _DATED.search(said) is None and not any(sign.isdigit() for sign in said)


def says_rest(text: str) -> bool:
    """Whether a part of a message takes whatever the others leave: "Els de rest"."""
    return (
        re.search(r"\bde (?:rest|overige|andere)(?: (?:dagen|keren|beurten))?$", text.casefold().strip(" .!"))
        is not None
    )


def is_in(part: str, hour: int, *, nights: bool = False) -> bool:
    """Whether a clock hour is in a part of the day ("": all of it). `nights`: those are a part of their own."""
    begins = {"morning": (5, 12), "afternoon": (12, 17), "evening": (17, 22 if nights else 24), "night": (22, 29)}
    first, last = begins.get(part, (0, 29))
    return first <= hour < last or first <= hour + 24 < last


def divided(reading: Reading) -> Divided | None:
    """How a message divides what recurs; None where it does not, or says anything else beside it."""
    text = _THROUGH.sub(lambda found: _TO.ljust(len(found[0])), reading.text)
    pieces, begin = [], 0
    for end in (*((m.start(), m.end()) for m in _PIECES.finditer(text)), (len(text), len(text))):
        if text[begin : end[0]].strip():
            pieces.append((begin, end[0]))
        begin = end[1]
    read: list[Share] = []
    for piece in reversed(pieces):  # the parts stand last, what is divided before them
        share = _piece(reading, text, *piece)
        if share is None:
            break
        read.insert(0, share)
    first = len(pieces) - len(read)
    head = reading.text[: pieces[first - 1][1]].strip(" ,;:.") if first else ""
    if not read:  # "ma/wo/vr Piet, di/do Riet: om 9 uur helpen met naar bed gaan"
        for piece in pieces:
            share = _piece(reading, text, *piece)
            if share is None:
                head = reading.text[piece[0] :].strip(" ,;:.")
                read = read if reading.text[: piece[0]].rstrip().endswith(":") else []
                break
            read.append(share)
    shares = _joined(read)
    if not shares or len({share.who for share in shares}) < len(shares):
        return None
    said = frozenset(day for share in shares for day in share.days)
    shares = [replace(share, days=WEEK - said) if share.rest else share for share in shares]
    return Divided(head, tuple(shares))


def rule_of(rule: str, shares: tuple[Share, ...]) -> str:
    """The rule of what is divided: the days that were said for all of it and those of the parts; "" where none fits."""
    said = frozenset(day for share in shares for day in share.days)
    parts = dict(part.split("=", 1) for part in rule.split(";")) if rule else {}
    if rule and (parts.get("FREQ") not in ("DAILY", "WEEKLY") or parts.get("INTERVAL", "1") != "1"):
        return ""
    named = frozenset(CODES.index(code) for code in parts.get("BYDAY", "").split(",") if code in CODES)
    if parts.get("FREQ") == "DAILY" and not named:
        return rule
    days = named | said
    if not days:
        return rule
    if days == WEEK:
        return "FREQ=DAILY"
    return ";".join(["FREQ=WEEKLY", f"BYDAY={','.join(CODES[day] for day in sorted(days))}"])


def as_recurring(text: str) -> tuple[str, ...]:
    """What the head of a division also says: "ma t/m vr 12:30 pillen" and "eten om 6 uur" come again and again."""
    first = re.split(r"[\s,]+", text.casefold().strip(), maxsplit=1)[0]
    if _days(first) is not None:
        return (f"elke {text}",)
    return () if _DATED.search(text.casefold()) else (f"elke dag {text}",)


def _piece(reading: Reading, text: str, begin: int, end: int) -> Share | None:
    """A piece that says nothing but days or parts of the day, and perhaps who; None where it says more."""
    who: list[str] = []
    taken: set[int] = set()
    for mention in reading.mentions:
        if begin <= reading.words[mention.first].start < end:
            if mention.kind != "member" and _days(mention.said.casefold()) is not None:
                continue  # "ma Piet" is no mother here
            if mention.kind != "member" or len(mention.names) != 1:
                return None
            who.append(mention.names[0])
            taken |= {reading.words[place].start for place in range(mention.first, mention.last)}
    words = [(m.start(), m[0].casefold()) for m in _WORD.finditer(text[begin:end])]
    days: set[int] = set()
    part, standing, rest, through, last = "", False, False, False, None
    for at, word in words:
        if begin + at in taken:
            continue
        plain = word.replace("’", "'").removeprefix("'s").strip("'")
        if plain in _SPEAKERS:
            who.append(SPEAKER)
        elif plain == _TO:
            through = True
            continue
        elif (found := _days(plain)) is not None:
            days |= set(range(last, max(found) + 1)) if through and last is not None else found
            last = min(found)
            standing = standing or (plain.endswith(("en", "s")) and plain not in _NOT_EVERY_WEEK)
        elif (named := _part(plain)) is not None:
            part = part or named
            standing = True
        elif _REST.fullmatch(plain):
            rest = True
        elif plain in ("altijd", "voortaan", "elke", "iedere", "alle"):
            standing = True
        elif plain not in _FILL:
            return None
        through = False
    if len(set(who)) > 1 or not (days or part or rest):
        return None
    return Share(who[0] if who else "", frozenset(days), part, standing, rest)


def _days(word: str) -> set[int] | None:
    if word in ("weekend", "weekenden", "weekends", "weekeinde", "weekeinden"):
        return {5, 6}
    if word in ("week", "doordeweeks", "weekdagen", "werkdagen", "doordeweekse"):
        return {0, 1, 2, 3, 4}
    for number, day in enumerate(WEEKDAYS):
        if word in (day, f"{day}en", f"{day}s", day[:2]):
            return {number}
    return None


def _part(word: str) -> str | None:
    for name, part in _PARTS.items():
        if word in (name, f"{name}s", f"{name}en") and word != "morgen":
            return part
    return None


def _joined(read: list[Share]) -> list[Share]:
    """Days without a name belong to the name before them ("ik ma en di"), or after ("za en zo doe ik")."""
    shares: list[Share] = []
    waiting: list[Share] = []
    for one in read:
        if one.who:
            shares.append(_with(one, waiting))
            waiting = []
        elif shares:
            shares[-1] = _with(shares[-1], [one])
        else:
            waiting.append(one)
    return [] if waiting else shares


def _with(share: Share, more: list[Share]) -> Share:
    for one in more:
        same = share.part == one.part or not one.part
        share = replace(share, days=share.days | one.days, part=share.part if same else one.part or share.part)
    return share


def spoken(days: frozenset[int], part: str) -> str:
    """As one says when that is: "in het weekend", "op maandag en dinsdag 's ochtends", "elke dag"."""
    if not days or days == WEEK:
        when = "" if part else "elke dag"
    else:
        named = f"op {moments.listed(WEEKDAYS[day] for day in sorted(days))}"
        when = {frozenset(range(5)): "door de week", frozenset((5, 6)): "in het weekend"}.get(days, named)
    return " ".join(word for word in (when, _SPOKEN.get(part, "")) if word)


def beginnings_of_parts(reading: Reading, new: Collection[str] = ()) -> list[int]:
    """Where each part of a message begins that is about somebody else: "ik doe dinsdag | en Kees woensdag".

    `new` are people whom the circle does not know.
    """
    members = {mention.first: mention.last for mention in reading.mentions if mention.kind == "member"}
    clauses = _clauses_of_one(reading, members) or _in_turns(reading, members)
    if clauses:
        return clauses
    unknown = {fold(name) for name in new}
    members |= {place: place + 1 for place, word in enumerate(reading.words) if word.norm in unknown}
    found: list[int] = []
    for place, word in enumerate(reading.words):
        if place not in members and word.norm not in ("ik", "wij", "we"):
            continue
        before = [w for w in reading.words[:place] if w.norm not in _OPENS_A_PART]
        begins = not before or before[-1].text in ",;.\n" or reading.words[place - 1].norm == "en"
        after = members.get(place, place + 1)
        joined = (
            after < len(reading.words) and reading.words[after].norm in ("en", "of") and after + 1 < len(reading.words)
        )
        if joined and (after + 1 in members or reading.words[after + 1].norm in ("ik", "mij", "wij", "we")):
            return []  # "Piet en ik": together
        if begins and not _FREES.search(reading.text[: reading.words[place].start]):
            found.append(place)
    return found


_FREES = re.compile(r"(?i)\b(?:dan|zodat|want) (?:kan|hoeft|heeft|mag)? ?$")  # "dan kan Stan bijkomen" is no share


_DOERS = ("ik", "wij", "we", "mij")  # "zet mij op vrijdag, en het weekend doet Iris"


def _clauses_of_one(reading: Reading, members: dict[int, int]) -> list[int]:
    """Where the clauses begin, if each names one person and when: "maandag doe ik, woensdag Riet"; else none."""
    begins = [0]
    for place, word in enumerate(reading.words):
        parted = place not in reading.time_places and (word.text in ",;.\n" or word.norm == "en")
        if parted and begins[-1] < place < len(reading.words) - 1:
            begins.append(place + 1)
    kept = [0]
    for begin, end in zip(begins, [*begins[1:], len(reading.words)], strict=True):
        people = [at for at in range(kept[-1], end) if at in members or reading.words[at].norm in _DOERS]
        timed = any(at in reading.time_places for at in range(begin, end))
        if not people and timed and len(kept) == 1 and end < len(reading.words):
            continue  # "maandag en woensdag zijn voor mij": of whom comes after
        if len(people) != 1 or not timed:
            return []
        kept.append(end)
    begins = kept[:-1]
    return begins if len(begins) > 1 else []


def _in_turns(reading: Reading, members: dict[int, int]) -> list[int]:
    """Where each day begins that has somebody's name right after it, or before: "koken ma Piet di Riet"; else none."""
    row: list[tuple[int, str]] = []
    inside = {place for first, last in members.items() for place in range(first, last)}
    for place, word in enumerate(reading.words):
        if place in members or word.norm in _DOERS:
            row.append((place, "who"))
        elif word.norm in _EACH_DAY:
            row.append((place, "day"))
        elif place not in inside and word.text not in ",;/" and word.norm not in _BETWEEN:
            row.append((place, ""))
    kinds = "".join(kind[:1] or "." for _, kind in row)
    found = re.search(r"(?:dw){2,}|(?:wd){2,}", kinds)
    if found is None or re.search("[dw]", kinds[: found.start()] + kinds[found.end() :]):
        return []
    return [place for place, _ in row[found.start() : found.end() : 2]]


def spelled_out(text: str) -> str:
    """A part with its one short day as a whole word: "koken do Piet" is on Thursday."""
    short = [found for found in re.finditer(r"\w+", text) if found[0].casefold() in _SHORT]
    return (
        text
        if len(short) != 1
        else f"{text[: short[0].start()]}{_SHORT[short[0][0].casefold()]}{text[short[0].end() :]}"
    )


_SHORT = {day[:2]: day for day in WEEKDAYS}
_EACH_DAY = frozenset(name for day in WEEKDAYS for name in (day, day[:2]))
_BETWEEN = frozenset({"en", "op"})


def weekdays_of_this_week(reading: Reading) -> dict[str, str]:
    """The working days of this week, where "de week" stands beside "het weekend"."""
    if not re.search(r"(?i)\bde (?:week|weekdagen|werkdagen)\b", reading.text):
        return {}
    now = reading.setting.now
    monday = (now - timedelta(days=now.weekday())).date()
    return {
        "start": monday.isoformat(),
        "end": (monday + timedelta(days=7)).isoformat(),
        "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    }
