"""Reading a whole text: phrase after phrase, each resolved, with the span it takes up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from locales.nl.grammar import daysoff, exclusions
from locales.nl.grammar.afterwards import afterwards
from locales.nl.grammar.begun import from_then_on
from locales.nl.grammar.company import days_of_their_own, gathered, habit_with_exception, left_out, lists
from locales.nl.grammar.continuing import continue_series
from locales.nl.grammar.dates import FINITE
from locales.nl.grammar.daylists import day_list, moved, weekly_together
from locales.nl.grammar.expression import Hint, TimeExpression
from locales.nl.grammar.foreign import complete_dates
from locales.nl.grammar.form import Clock, Moment, Phrase, Reading
from locales.nl.grammar.inorder import in_order
from locales.nl.grammar.inweek import days_of_week
from locales.nl.grammar.periods import WEEK
from locales.nl.grammar.phrases import phrase
from locales.nl.grammar.resolve import resolved
from locales.nl.grammar.sameday import (
    NUMBERED,
    hours_of_a_line,
    is_street,
    months_of_series,
    or_so_long,
    said_before,
    same_day,
    staying,
)
from locales.nl.grammar.tokens import Token, plain, tokens
from locales.nl.grammar.words import DATA, LISTS, REASONS

OPENERS = LISTS["openers"]
LEADS, LED = LISTS["leads_on"], LISTS["led"]

TITLES = frozenset(DATA["titles"]["words"])
VISITED = frozenset(DATA["titles"]["visited"])
ARTICLES = frozenset(DATA["titles"]["articles"])
KIN = frozenset(DATA["kin"]["words"])
NAMING = frozenset(DATA["naming"]["words"])
WISHES = frozenset(DATA["greetings"]["words"])


ATTEMPTS = 200  # places in a text where a phrase is looked for: no message needs as many, and every answer stays quick


def read(text: str, now: datetime, hint: Hint) -> list[TimeExpression]:
    """Every expression of a text, each of its own."""
    r, phrases = _phrases(text, now, hint)
    left_out(r, phrases)
    hours_of_a_line(r, phrases)
    days_of_their_own(r, phrases)
    from_then_on(r, phrases)
    weekly_together(r, phrases)
    continue_series(r, phrases)
    lists(r, phrases)
    months_of_series(r, phrases)
    days_of_week(r, phrases)
    staying(r, phrases)
    or_so_long(r, phrases)
    same_day(r, phrases)
    said_before(r, phrases)
    answers = in_order(r, _answers(r, phrases))
    others = complete_dates(text[: len(r.low)], now, [expression.span for expression in answers])
    return sorted([*answers, *others], key=lambda e: e.span) if others else answers


def read_together(text: str, now: datetime, hint: Hint) -> list[TimeExpression]:
    """The expressions of a text that plans one thing: its day, its clock time and its length belong together."""
    r, phrases = _phrases(text, now, hint)
    left_out(r, phrases)
    hours_of_a_line(r, phrases)
    from_then_on(r, phrases)
    weekly_together(r, phrases)
    continue_series(r, phrases)
    lists(r, phrases)
    days_of_week(r, phrases)
    staying(r, phrases)
    or_so_long(r, phrases)
    same_day(r, phrases)
    joined = gathered(phrases)
    return read(text, now, hint) if joined is None else [answer for _, answer in _answers(r, joined)]


def _phrases(text: str, now: datetime, hint: Hint) -> tuple[Reading, list[Phrase]]:
    low = plain(text)
    found = tokens(low)
    r = Reading(found, now, hint, low)
    r.lean = hint.part or _lean(low)
    phrases: list[Phrase] = []
    i, size, attempts = 0, len(found), 0
    while i < size and attempts < ATTEMPTS:
        token = found[i]
        series = _series_of(phrases) if token.word in exclusions.LEADS else None
        if series and (end := exclusions.elsewhere(r, i, series)):
            series.also.append((i, end))
            i = end
            continue
        if token.word in exclusions.FIRST and phrases and (end := habit_with_exception(r, i, phrases)):
            i = end
            continue
        if not _may_begin(found, i, text):
            i += 1
            continue
        attempts += 1
        several = day_list(r, i) if _several(token) else moved(r, i) if token.word == "van" else None
        if several:
            phrases.extend(several)
            i = several[-1].end
            continue
        p = _further_hour(r, i, phrases) or afterwards(r, i, phrases) or phrase(r, i)
        if p is not None:
            phrases.append(p)
        i = max(p.end, i + 1) if p is not None else i + 1
    return r, phrases


def _further_hour(r: Reading, i: int, phrases: list[Phrase]) -> Phrase | None:
    """The 10 of "om 9, 10 of 11 uur": a bare number between hours that are said together."""
    joins = (",", "of", "en", "&")
    if not phrases or phrases[-1].end != i - 1 or r.word(i - 1) not in joins or r.word(i + 1) not in joins:
        return None
    before = phrases[-1]
    alone = before.moment.clock is not None and before.recurrence is None and before.span is None
    hour, after = r.at(i).means.get("number"), r.at(i + 2)
    if not alone or hour is None or hour > 24 or not ("number" in after.means or after.kind == "clock"):
        return None
    return Phrase(i, i + 1, Moment(clock=Clock(int(hour), 0, hour > 12)))


def _several(token: Token) -> bool:
    """Whether a list of days may begin with a token: "5, 12 en 19 maart", "week 7 en 8"."""
    return "number" in token.means or "ordinal" in token.means or token.word in WEEK


def _series_of(phrases: list[Phrase]) -> Phrase | None:
    """The series that something may be left out of, its hour perhaps apart: "elke dag bellen om 10, behalve ..."."""
    last = phrases[-1] if phrases else None
    if last is None or last.recurrence is not None:
        return last
    hour_alone = last.moment.clock is not None and last.moment.day is None and last.span is None
    return phrases[-2] if hour_alone and len(phrases) > 1 and phrases[-2].recurrence is not None else None


def _may_begin(found: list[Token], i: int, text: str) -> bool:
    """Whether a phrase of time may begin at a token: most words of a text are passed over here."""
    token = found[i]
    if not _of_time(token) or (token.word in LEADS and not _leads_on(found, i)):
        return False
    if i and found[i - 1].word in TITLES and not (i > 1 and found[i - 2].word in ARTICLES):
        capital = text[token.start : token.start + 1].isupper()
        named = "month" in token.means or "weekday" in token.means
        if token.kind == "word" and (capital or (named and found[i - 1].word not in VISITED)):
            return False  # "dokter Vrijdag"; but "dokter vrijdag 11u" is when one goes there
    if i == 1 and "weekday" in token.means and _surname(found, text):
        return False  # "Henk Zondag komt"
    if i > 1 and found[i - 1].word in ("de", "van", "der") and found[i - 2].word in TITLES:
        capital = text[token.start : token.start + 1].isupper()
        if found[i - 1].word != "van" or token.kind != "word" or capital or "month" in token.means:
            return False  # but "mijn wandeling met mevrouw van vrijdag" is when
    if i and "month" in token.means and found[i - 1].word in KIN and not _dated(found, i):
        return False  # "tante Mei"
    if i and found[i - 1].word in NAMING and ("month" in token.means or "weekday" in token.means):
        return False
    if token.kind == "word":
        wish = i > 0 and found[i - 1].word in WISHES
        return not (
            wish and ("unit" in token.means or "part" in token.means or "weekday" in token.means or _named(token.word))
        )
    numbered = i and found[i - 1].kind == "word" and (found[i - 1].word in NUMBERED or is_street(found[i - 1].word))
    return not numbered  # "kamer 3.12", "Dorpsstraat 12-14"


def _of_time(token: Token) -> bool:
    """Whether a token can have to do with time by itself: a word that says or opens it, or figures."""
    if token.kind == "word":
        return bool(token.means) or token.word in OPENERS or _named(token.word)
    return token.kind not in ("mark", "stop", "junk")


def _surname(found: list[Token], text: str) -> bool:
    """Whether the second word of a text, a weekday with a capital, is the name of who does what follows: a day that
    stands before the verb has nothing before it."""
    first, second, third = (found[k] if k < len(found) else None for k in range(3))
    if first is None or second is None or third is None or first.means or first.word in OPENERS:
        return False
    capitals = text[first.start].isupper() and text[second.start].isupper() and text[second.start + 1 :][:1].islower()
    return first.kind == "word" and capitals and third.word in FINITE


def _leads_on(found: list[Token], i: int) -> bool:
    """Whether a small word stands before what can be of time: "de hond" and "in huis" open nothing."""
    after = found[i + 1] if i + 1 < len(found) else None
    return after is not None and (_of_time(after) or after.word in LED)


def _dated(found: list[Token], i: int) -> bool:
    """Whether a number stands beside a month: then it is no name."""
    after = found[i + 1] if i + 1 < len(found) else None
    return after is not None and (after.kind in ("number", "ordinal") or "number" in after.means)


def _answers(r: Reading, phrases: list[Phrase]) -> list[tuple[Phrase, TimeExpression]]:
    """What each phrase stands for; those that name nothing that exists are left out."""
    answers = []
    for p in phrases:
        expression = resolved(r, p, _place(r, p.begin, p.end))
        if expression is not None and p.borrowed:
            expression = _without_day(expression)
        if expression is not None and p.also:
            expression = replace(expression, also=tuple(_place(r, begin, end) for begin, end in p.also))
        if expression is not None:
            answers.append((p, expression))
    return answers


def _without_day(expression: TimeExpression) -> TimeExpression:
    """Hours on a day that another expression fixes."""
    others = tuple(_without_day(other) for other in expression.alternatives)
    kind = "time" if expression.kind == "datetime" else expression.kind
    return replace(expression, kind=kind, has_date=False, alternatives=others)


def _place(r: Reading, begin: int, end: int) -> tuple[int, int]:
    return r.at(begin).start, r.at(end - 1).end


def _named(word: str) -> bool:
    return word in daysoff.FIRST_WORDS or word in daysoff.SCHOOL


_UP = re.compile(
    r"\b(?:moet|moeten|sta|staat|staan|ben|is|zijn)\b(?:(?!haal|pas|neem|bel|eet|ruim).){0,30}"
    r" uur op(?=$|[,.!?]| dus | en | want | maar )"
)


_WHY = re.compile(rf"\b(?:{'|'.join(REASONS)})\b[^.,!?;\n]*")


def _lean(low: str) -> str:
    """The part of the day that a task in the text suggests; why it is to be done suggests none."""
    low = _WHY.sub("", low)
    if " uur op" in low and _UP.search(low):
        return "morning"  # "ik moet om zes uur op"
    for part, words in DATA["leans"].items():
        for word in words:
            if word in low:
                return str(part)
    return ""
