"""Several things that are to be planned in one message: a pasted week, or tasks in a row with a time each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, NamedTuple

from bot.meaning.said import Said
from bot.meaning.sentences import lasts
from bot.meaning.sequence import in_order, in_this_week, of_week, one_week
from bot.meaning.slots import moment_of, planned
from bot.meaning.wishes import best_wish
from bot.understanding import Context, Doubt, Intent, Understanding
from locales.nl import (
    dividing,
    follows,
    matters,
    numbers,
    oneself,
    people,
    planning,
    strangers,
    taskparts,
    tasks,
    things,
    weeks,
)
from locales.nl.grammar.expression import CODES
from locales.nl.series import through_weeks
from locales.nl.time import TimeExpression
from locales.nl.written import ISO_DAY

# the values that say when
MOMENT = frozenset({"start", "end", "duration_min", "rrule", "times", "part", "from", "until", "without"})
NAMES = ("what", "title", "task", "recipient")
MOST = 10  # tasks in one sentence
FEW = 3  # parts of a message that may be one thing still, and lines that are a week
_HEADS = frozenset(  # what may stand above a week that is to be planned
    {
        Intent.CREATE_TASK, Intent.CREATE_SERIES, Intent.SHOW_ROSTER, Intent.PLAN, Intent.PROPOSE_ROSTER,
        Intent.WHO_IS_COMING, Intent.CLAIM, Intent.CLAIM_MANY, Intent.LOG_NOTE, Intent.EDIT_TASK,
    }
)  # fmt: skip
_ANYTHING = ("note", "name", "recipient", "code")  # what is asked may be any words at all
_WHICH = "which_week"
_SEPARATOR = re.compile(
    r"(?i)\s*(?:[,;\n]|\.(?=\s)|\+)\s*(?:(?:en|dan|daarna|plus|verder)\s+)?|\s+(?:en|plus|daarna)\s+"
)

_BULLET = re.compile(r"^[-•*–]\s*")
_DIGIT = re.compile(r"\d")


def pasted_week(reading: Said) -> Understanding | None:
    """Lines from paper or a group chat, as items to look at together."""
    lines = [line.strip() for line in reading.text.splitlines() if line.strip()]
    return _week(lines, reading) if len(lines) >= FEW else None


def week_on_a_line(reading: Said) -> Understanding | None:
    """The same on one line: "rooster: ma Piet koken, di Riet koken, wo Fatima koken"."""
    lines = len(reading.text.splitlines())
    if lines >= FEW or reading.context.asked in _ANYTHING or not (days := weeks.by_day(reading.text)):
        return None
    if not days[0] and reading.times and reading.times[0].rule:  # "ma, wo en vr om 10 uur ... tot en met Kerst"
        return None
    head = best_wish(Said(days[0], replace(reading.context, asked=None, choices=()))) if days[0] else None
    if head is not None and head.intent not in _HEADS:
        return None  # "ik kan niet: maandag ..."
    if (not days[0] and oneself.speaks_of_self(reading)) or dividing.divided(reading) is not None:
        return None
    return _week(days, reading, apart=True)


class _Read(NamedTuple):
    """What the lines of a week say, one by one."""

    items: list[dict[str, Any]]
    texts: list[str]  # the line of each item, with what stood above it
    left: list[str]  # lines of which nothing could be made
    doubts: list[Doubt]
    above: TimeExpression | None = None  # the days that are named above all of them
    past: int = 0  # lines that tell what was
    heads: int = 0  # lines that only say when


def _week(lines: list[str], reading: Said, *, apart: bool = False) -> Understanding | None:
    """`apart`: the first line is what stands above, "" for nothing."""
    lines = weeks.days_in_full([_BULLET.sub("", line) for line in lines])
    context = replace(reading.context, asked=None, choices=())
    head, lines = (lines[0], lines[1:]) if apart else ("", lines)
    read = _lines(lines, context, head, apart=apart)
    items = read.items
    if len(items) < 2 or len(items) < (len(lines) - read.heads) / 3 or read.past > 1:
        return None
    doubts = list(read.doubts)
    if read.above is not None and read.above.rule:
        items[:] = [_every_week(item, read.above.rule, context.now) for item in items]
    elif (coming := _coming(read.above, context.now)) is not None:
        in_order(items, read.texts)
        of_week(items, *coming)
        doubts = [doubt for doubt in doubts if doubt.reason != _WHICH]
    elif all(weeks.is_of_any_week(text.removeprefix(head).strip()) for text in read.texts):
        one_week(items)
        doubts = [doubt for doubt in doubts if doubt.reason != _WHICH]
        if in_this_week(items, context.now):
            doubts.append(Doubt("start", reason=_WHICH))
    else:
        in_order(items, read.texts)
    top = best_wish(Said(head or lines[0], context))
    takes = top is not None and top.intent in (Intent.CLAIM, Intent.CLAIM_MANY)
    if takes and all(item.get("who", [people.SPEAKER]) == [people.SPEAKER] for item in items):
        return _taken(items)
    left = {"left": [line.rstrip(" ,;.") for line in read.left]} if read.left else {}
    return Understanding(Intent.CREATE_TASK, {"items": items, **left}, tuple(doubts))


def _lines(lines: list[str], context: Context, head: str, *, apart: bool) -> _Read:
    """What each of these lines says. Where all do the same, one that only says when and who is that too."""
    found = _Read([], [], [], [])
    day: datetime | None = None
    above = _days_of(Said(head, context)) if head else None
    below, past, heads = head if above else "", 0, 0
    known = [name for one in context.members for name in (one.name, *one.nicknames)] + [*context.recipients]
    unnamed: list[tuple[int, dict[str, Any], str]] = []  # what says when and not what, with its place
    for line in lines:
        part = Said(line, replace(context, day=day))
        named = part.what("create_task")[0]
        begins = weeks.names_a_day(line)
        dated = _days_of(part)
        if dated is not None and (weeks.is_head(line) or (not apart and not named and _is_whole(line, dated))):
            day, above, below, heads = dated.start, dated, line, heads + 1
            continue
        told = part.another(things.without_laundry(f" {line} ").strip()).speaks("past")
        idle = told or part.holds("negation") or weeks.says_nothing_is_done(named)
        past += told
        timed = any(time.has_clock for time in part.future)
        if idle or not (part.future or begins):
            below_day = day is not None and not part.future and tasks.names_known(named)
            if day is not None and below_day and not idle:  # "koken Riet" under a day: its hour is missing
                found.items.append(dict(planned(part, Intent.CREATE_TASK).values) | {"start": day.date().isoformat()})
                found.texts.append(f"{below} {line}".strip())
            elif begins or timed or below_day:
                found.left.append(line)
            continue
        said = planned(part, Intent.CREATE_TASK)
        fixed = [t for t in part.future if t.has_date and t.start]
        if fixed and fixed[0].start:
            day = fixed[0].start.replace(hour=0, minute=0, second=0, microsecond=0)
        values = dict(said.values)
        if weeks.is_of_the_speaker(line) and people.SPEAKER not in values.get("who", ()):
            values["who"] = [*values.get("who", ()), people.SPEAKER]
        if new := strangers.by_first_name(line, known):
            named = strangers.without(named, new)
            values |= {"what": named, "title": named, "new": new}
        text = f"{below} {line}".strip()
        if named and part.future:
            found.items.append(values)
            found.texts.append(text)
            found.doubts.extend(said.doubts)
        elif timed:
            unnamed.append((len(found.items), values, text))
        else:
            found.left.append(line)
    same = found.items[0] if len({str(item["what"]) for item in found.items}) == 1 else None
    for place, values, text in reversed(unnamed):
        if same is None:
            found.left.append(text)
        else:
            found.items.insert(place, {name: same[name] for name in NAMES if name in same} | values)
            found.texts.insert(place, text)
    return found._replace(above=above, past=past, heads=heads)


def _days_of(part: Said) -> TimeExpression | None:
    """The days that a line names, or how they come again."""
    return next((t for t in part.future if t.rule or (t.kind in ("date", "interval") and t.start)), None)


def _is_whole(line: str, dated: TimeExpression) -> bool:
    """Whether a line says nothing but when, or nothing that is a task beside it."""
    return not weeks.names_a_day(line) or line[slice(*dated.span)].strip(" :.-") == line.strip(" :.-")


def _coming(above: TimeExpression | None, now: datetime) -> tuple[date, date] | None:
    """The first day of a week that is still to begin, and the day after its last."""
    if above is None or above.kind != "interval" or not above.start or not above.end or above.start <= now:
        return None
    return above.start.date(), above.end.date()


def _every_week(item: dict[str, Any], rule: str, now: datetime) -> dict[str, Any]:
    """The same, where "elke week" stands above it: on its weekday."""
    start = item.get("start")
    if "rrule" in item or not isinstance(start, str) or "BYDAY" in rule or "FREQ=WEEKLY" not in rule:
        return item
    day = CODES[date.fromisoformat(start[:ISO_DAY]).weekday()]
    return {**item, "start": _first_from(now, [start]), "rrule": f"{rule};BYDAY={day}"}


def _taken(items: list[dict[str, Any]]) -> Understanding:
    """Lines under "ik neem ze alle drie": whoever writes takes them on."""
    if len({item.get("what") for item in items}) == 1 and all("start" in item for item in items):
        return Understanding(Intent.CLAIM_MANY, {**items[0], "start": [item["start"] for item in items]})
    return Understanding(Intent.CLAIM_MANY, {"items": [{**item, "who": [people.SPEAKER]} for item in items]})


def several(reading: Said) -> Understanding | None:
    """Tasks in a row, each with its own time: "zaterdag 10:00 boodschappen, 13:00 koffie en 17:30 koken"."""
    if sum(time.has_clock for time in reading.future) < 2 or reading.context.asked not in (None, "what"):
        return None
    if sum(time.has_clock for time in through_weeks(reading, list(reading.future))) < 2:
        return None  # "de komende 3 weken op maandag en woensdag om 18 uur"
    if oneself.speaks_of_self(reading) and (taken := _taken_by_oneself(reading)) is not None:
        return taken
    if oneself.speaks_of_self(reading) or _says_otherwise(reading):
        return None
    context = replace(reading.context, asked=None, choices=())
    items: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    day: datetime | None = None
    groups = _groups(reading)
    if any(reading.piece(*group).holds("negation") for group in groups):
        return None
    if not 2 <= len(groups) <= MOST:
        return None
    once = _one_task(reading, [reading.piece(*group) for group in groups])
    if once is not None:
        return once
    for group in groups:
        piece = reading.piece(*group)
        part = Said((matters.without_reasons(piece) or piece.text).strip(), replace(context, day=day))
        fixed = [time for time in part.future if time.has_date and time.start and not time.rule]
        name = part.what("create_task")[0]
        if not part.holds("clock") or not name or not tasks.names_only_a_task(name):
            return None
        found = planned(part, Intent.CREATE_TASK)
        values = _named_after(items[-1:], found.values, reading.text)
        items.append(_recurs_too(values, part, items))
        doubts += found.doubts
        if fixed and fixed[0].start:
            day = fixed[0].start.replace(hour=0, minute=0, second=0, microsecond=0)
    if len(items) < 2 or len({(str(item.get("start")), str(item.get("rrule"))) for item in items}) < 2:
        return None
    if "week" in reading.vocabulary:  # "volgende week: maandag ..., vrijdag ..."
        in_order(items, [reading.text[slice(*group)] for group in groups])
    return Understanding(Intent.CREATE_TASK, {"items": items}, tuple(doubts))


def _taken_by_oneself(reading: Said) -> Understanding | None:
    """The same, where a last sentence says what who writes does of it: "... en vrijdag 11:30 kapper. De kapper doe
    ik zelf"."""
    ends = [(reading.text.rfind(",") + 1, len(reading.text))] if "," in reading.text else []
    for begin, end in (*reversed(matters.sentences(reading.text)[1:]), *ends):
        last, rest = reading.text[begin:end], reading.text[:begin].rstrip(" ,.;!\n-")
        if not oneself.takes(last) or any(time.has_clock for time in reading.piece(begin, end).future):
            continue
        found = several(reading.piece(0, len(rest)))
        items = [dict(item) for item in found.values.get("items", ())] if found is not None else []
        own = [
            item for item in items if oneself.takes_all(last) or taskparts.speaks_of(str(item.get("what", "")), last)
        ]
        if found is None or not own:
            return None
        for item in own:
            item["who"] = [people.SPEAKER]
        return replace(found, values={**found.values, "items": items})
    return None


def each_on_its_day(reading: Said) -> Understanding | None:
    """Tasks at days of their own, not all with an hour: "elke dag koken en op zaterdag de boodschappen om 10 uur"."""
    if reading.context.asked is not None or not (reading.holds("organiser") or planning.may_plan(reading)):
        return None
    if reading.holds("negation") or oneself.speaks_of_self(reading) or _says_otherwise(reading):
        return None
    if reading.speaks("past") or reading.speaks("veto") or len(reading.future) < 2:
        return None
    context = replace(reading.context, choices=())
    items: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    parts = [Said(reading.text[slice(*group)].strip(), context) for group in _by_day(reading)]
    if not 2 <= len(parts) <= MOST:
        return None
    for part in parts:
        name = part.what("create_task")[0]
        if not name or not tasks.names_only_a_task(name) or not _dated(part):
            return None
        found = planned(part, Intent.CREATE_TASK)
        if not {"start", "rrule"} & found.values.keys():
            return None
        items.append(_recurs_too(found.values, part, items))
        doubts += found.doubts if not items[1:] else ()  # what comes later is asked about when its turn comes
    if any("rrule" in item for item in items) and any("rrule" not in item and "end" in item for item in items):
        return None  # "elke dag wassen en aankleden, vanaf morgen t/m vrijdag": from when until when the series runs
    days = {(str(item.get("start"))[:10] if "rrule" not in item else "", str(item.get("rrule"))) for item in items}
    if len(days) < len(items) or len({item["what"] for item in items}) < len(items):
        return None
    return Understanding(Intent.CREATE_TASK, {"items": items, "one_by_one": True}, tuple(doubts))


def _dated(part: Said) -> bool:
    return any(time.rule or (time.has_date and time.start) for time in part.future)


def _by_day(reading: Said) -> list[tuple[int, int]]:
    """The message cut where a next day begins with a task of its own, after a day and a task."""
    spans = [time.span for time in reading.times]
    cuts = [
        match
        for match in _SEPARATOR.finditer(reading.text)
        if not any(first < match.end() and match.start() < last for first, last in spans)
    ]
    ends = [*(match.start() for match in cuts), len(reading.text)]
    begins = [0, *(match.end() for match in cuts)]
    groups: list[tuple[int, int]] = []
    for begin, end in zip(begins, ends, strict=True):
        own = _whole(reading, begin, end)
        if groups and not (own and _whole(reading, *groups[-1])):
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((begin, end))
    return groups


def _whole(reading: Said, begin: int, end: int) -> bool:
    """Whether a piece has a day and a task."""
    part = reading.piece(begin, end)
    return _dated(part) and bool(part.what("create_task")[0])


def _one_task(reading: Said, parts: list[Said]) -> Understanding | None:
    """One task at times of several kinds: "fysio elke maandag om 10 uur en elke donderdag om 14 uur"."""
    names = list(islice((name for part in parts if (name := part.what("create_task")[0])), 2))
    if len(names) != 1 or not tasks.names_only_a_task(names[0]):
        return None
    read = [moment_of(part) for part in parts]
    timed = [any(t.has_clock and (t.has_date or t.rule) for t in part.future) for part in parts]
    recurs = any("rrule" in moment for moment, _ in read)
    spans = all("T" in str(moment.get("end", "")) for moment, _ in read)  # "ma van 9 tot 12 en wo van 2 tot 4"
    if not (all(timed) and (recurs or spans) and all("start" in moment for moment, _ in read)):
        return None
    if len({(moment.get("rrule"), _clocks(moment["start"])) for moment, _ in read}) < len(read):
        return None
    said = {key: value for key, value in planned(reading, Intent.CREATE_TASK).values.items() if key not in MOMENT}
    doubts = tuple(doubt for _, some in read for doubt in some)
    return Understanding(Intent.CREATE_TASK, {"items": [said | moment for moment, _ in read]}, doubts)


def _clocks(start: str | list[str]) -> frozenset[str]:
    return frozenset(one[11:] for one in ([start] if isinstance(start, str) else start))


def _groups(reading: Said) -> list[tuple[int, int]]:
    """The message cut where a next time of day begins something new; no time is cut in two."""
    spans = [time.span for time in reading.times]
    clocks = [time.span for time in reading.future if time.has_clock and not lasts(time)]
    pieces: list[tuple[int, int]] = []
    begin = 0
    for match in _SEPARATOR.finditer(reading.text):
        if any(first < match.end() and match.start() < last for first, last in spans):
            continue
        pieces.append((begin, match.start()))
        begin = match.end()
    pieces.append((begin, len(reading.text)))
    groups: list[tuple[int, int]] = []
    for piece in pieces:
        timed = any(piece[0] <= first < piece[1] for first, _ in clocks)
        if not timed and len(pieces) > FEW and reading.piece(*piece).holds("negation"):
            continue  # "zaterdag is mijn zus er, dan hoeft er niks"
        if groups and (not timed or _is_day(reading, groups[-1])):
            groups[-1] = (groups[-1][0], piece[1])
        else:
            groups.append(piece)
    return groups


def _is_day(reading: Said, piece: tuple[int, int]) -> bool:
    """Whether a piece is a day alone, whose hour is that of the next: "op dinsdag" of "op dinsdag en vrijdag om 10"."""
    text = reading.text[slice(*piece)].strip()
    return any(reading.text[slice(*time.span)].strip() == text and not _DIGIT.search(text) for time in reading.times)


def _recurs_too(item: Mapping[str, Any], part: Said, before: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A weekday or an hour beside what recurs recurs as well: "elke dag koken, en op zaterdag om 10 uur boodschappen",
    "elke dag om 8 uur medicijnen en om 18 uur eten"."""
    series = [one for one in before if "rrule" in one]
    starts = [item["start"]] if isinstance(item.get("start"), str) else list(item.get("start") or ())
    if "rrule" in item or not series or not starts:
        return dict(item)
    if not any(time.has_date for time in part.future):
        last = before[-1]
        if "rrule" not in last or not isinstance(last.get("start"), str) or "T" not in starts[0]:
            return dict(item)
        same = {name: last[name] for name in ("rrule", "from", "until", "without") if name in last}
        clocks = [start[11:16] for start in starts]
        moved = {**item, "start": last["start"][:11] + starts[0][11:], "times": clocks, **same}
        if isinstance(item.get("end"), str):
            length = datetime.fromisoformat(item["end"]) - datetime.fromisoformat(starts[0])
            moved["end"] = (datetime.fromisoformat(moved["start"]) + length).isoformat()
        return moved
    said = " ".join(part.text[slice(*time.span)] for time in part.future)  # "bij ma" is no Monday
    rule = numbers.weekdays(tuple(said.casefold().split()))
    if not rule or not follows.says_weekday_alone(said):
        return dict(item)
    return {**item, "start": _first_from(part.context.now, starts), "rrule": f"FREQ=WEEKLY;BYDAY={','.join(rule)}"}


def _first_from(now: datetime, starts: list[str]) -> str:
    """The first of these local moments, each of which comes every week, that is still to come."""
    here = now.replace(tzinfo=None).isoformat()
    nearest = []
    for start in starts:
        moment = datetime.fromisoformat(start)
        while (moment - timedelta(days=7)).isoformat() > here:
            moment -= timedelta(days=7)
        nearest.append(moment.isoformat() if "T" in start else moment.date().isoformat())
    return min(nearest)


def _named_after(before: list[dict[str, Any]], values: Mapping[str, Any], text: str) -> dict[str, Any]:
    """What goes off as what went before it went on: "steunkousen aan en half 9 uit" has two tasks with stockings."""
    if not before or not taskparts.is_particle(str(values.get("what", ""))):
        return dict(values)
    whole, ending = taskparts.with_particle(str(before[0]["what"]), text)
    before[0] |= {"what": whole, "title": whole}
    name = f"{whole.removesuffix(ending).strip()} {values['what']}"
    return {**values, "what": name, "title": name}


def _says_otherwise(reading: Said) -> bool:
    best = best_wish(reading)
    return best is not None and best.intent not in (Intent.CREATE_TASK, Intent.CREATE_SERIES, Intent.WHO_IS_COMING)
