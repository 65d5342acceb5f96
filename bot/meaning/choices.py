"""Which of the offered choices a typed answer means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import NamedTuple

from bot.meaning.said import Said
from bot.meaning.wishes import STRONG, best_wish
from bot.understanding import Intent
from locales.nl import answers, phrases
from locales.nl.time import TimeExpression
from locales.nl.words import fold

DAY = 24 * 60 * 60  # seconds


class _Label(NamedTuple):
    """A label as answers are compared with it."""

    text: str  # in lower case, without accents
    row: str  # its words alone
    words: tuple[str, ...]
    core: frozenset[str]  # those that say something
    went: bool | None  # whether it says that it was done, or was not


@lru_cache(1024)  # the program's own, the same again and again
def _label(label: str) -> _Label:
    text = fold(label).strip()
    words = tuple(re.findall(r"\w+", text))
    return _Label(text, " ".join(words), words, answers.core(words), answers.went(words))


def choice(reading: Said) -> int | None:
    """The number of the offered choice that is meant, counted from 1."""
    every = [_label(label) for label in reading.context.choices]
    labels = [label.text for label in every]
    said = fold(reading.text).strip(" .!")
    if said in labels:
        return labels.index(said) + 1
    row, core = " ".join(reading.plain), answers.core(reading.plain)
    folded = [label.row for label in every]
    if row in folded:
        return folded.index(row) + 1
    counted = answers.counted(said, article=True)
    if counted and counted <= len(labels):
        return counted
    loosely = [i for i, label in enumerate(every, 1) if core == label.core]
    if len(loosely) == 1 and core:
        return loosely[0]
    if _says_more(reading):
        return None
    few = len(labels) > 1 and len(reading.plain) <= 6
    if few and not _wishes(reading) and not reading.has_task and not _takes_a_day(reading):
        place = answers.place(reading)
        if answers.means_the_middle(reading):
            place = (len(labels) + 1) // 2 if len(labels) % 2 else None
        if place is not None and abs(place) <= len(labels):
            return place if place > 0 else len(labels)
    begins = [i for i, label in enumerate(folded, 1) if len(row) >= 2 and label.startswith(row)]
    if len(begins) == 1:
        return begins[0]
    outcomes = [label.went for label in every]
    if sorted(outcome for outcome in outcomes if outcome is not None) == [False, True] and len(reading.plain) <= 6:
        outcome = answers.went(reading.plain)
        outcome = phrases.answer(reading.plain) if outcome is None else outcome
        if outcome is not None and not reading.text.endswith("?"):
            return outcomes.index(outcome) + 1
    spoken = phrases.answer(reading.plain)
    if spoken is not None:
        fitting = [i for i, label in enumerate(every, 1) if phrases.answer(label.words) is spoken]
        return fitting[0] if len(fitting) == 1 else None
    if len(reading.plain) <= 5:
        inside = [
            i
            for i, label in enumerate(every, 1)
            if all(word in label.words for word in reading.plain)
            and core  # "het" stands in many a label
            and answers.denies(label.words) == answers.denies(reading.plain)  # "gelukt" is not "Niet gelukt"
        ]
        if len(inside) == 1:
            return inside[0]
        same_moment = _by_time(reading)
        if same_moment is not None:
            return same_moment
        from rapidfuzz import fuzz  # loaded when a label may have a typo

        close = [i for i, label in enumerate(folded, 1) if len(row) > 3 and fuzz.ratio(row, label) >= 85]
        if len(close) == 1:
            return close[0]
    return None


def _says_more(reading: Said) -> bool:
    """Whether the message is no choice at all: a question of its own, or what comes back: "elke di en vr"."""
    if reading.text.endswith("?") and len(reading.plain) > 1:
        return True
    return reading.holds("question_word") or any(time.rule for time in reading.times)


def _wishes(reading: Said) -> bool:
    """Whether the message is a wish of its own: "ik wil een tweede organisator" is not the second choice."""
    best = best_wish(reading)
    return best is not None and best.weight >= STRONG and best.intent not in (Intent.CLAIM, Intent.CREATE_TASK)


def _takes_a_day(reading: Said) -> bool:
    """Whether "ik doe de 2e" is of a day, since what is offered is no list of days."""
    best = best_wish(reading)
    listed = any(sign.isdigit() for label in reading.context.choices for sign in label)
    return not listed and best is not None and best.intent is Intent.CLAIM and bool(reading.future)


def _by_time(reading: Said) -> int | None:
    """The choice whose moment is the one that was said, and little else: "de 7e" for "vr 7 maart"."""
    if len(reading.future) != 1 or not answers.is_only_fragment(reading):
        return None
    said = reading.future[0]
    fitting: dict[int, time] = {}
    for one in (said, *(other for other in said.alternatives if other.reason == "part_of_day")):
        for number, label in enumerate(reading.context.choices, 1):
            for offered in Said(label, replace(reading.context, choices=(), members=())).future:
                same_day = not one.has_date or _same(offered.start, one.start, datetime.date)
                same_clock = not one.has_clock or _same(offered.start, one.start, datetime.time)
                if offered.has_clock and one.part and not one.has_clock:  # "'s avonds", of 08:00 and 20:00
                    same_clock = _within(offered.start, one)
                if same_day and same_clock and offered.start and (offered.has_date or not one.has_date):
                    fitting[number] = offered.start.time()
    clocks = sorted(fitting.values())
    if len(fitting) == 2 and clocks[0].replace(hour=(clocks[0].hour + 12) % 24) == clocks[1]:
        return min(fitting, key=fitting.__getitem__)  # "8 uur", of 08:00 and 20:00, is the one that is written so
    return next(iter(fitting)) if len(fitting) == 1 else None


def _within(moment: datetime | None, part: TimeExpression) -> bool:
    """Whether a moment has an hour of this part of the day, which may end at midnight."""
    if moment is None or part.start is None or part.end is None:
        return False
    since = (moment - part.start.replace(year=moment.year, month=moment.month, day=moment.day)).total_seconds()
    return 0 <= since % DAY < (part.end - part.start).total_seconds()


def _same(one: datetime | None, other: datetime | None, part: Callable[[datetime], date | time]) -> bool:
    return one is not None and other is not None and part(one) == part(other)
