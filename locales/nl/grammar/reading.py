"""Reading a whole text: phrase after phrase, each resolved, with the span it takes up."""

from __future__ import annotations

from datetime import datetime

from locales.nl.grammar import daysoff
from locales.nl.grammar.company import NUMBERED, STREETS, day_list, gathered, hours_of_a_line, lists
from locales.nl.grammar.expression import Hint, TimeExpression
from locales.nl.grammar.foreign import complete_dates
from locales.nl.grammar.form import Phrase, Reading
from locales.nl.grammar.phrases import phrase
from locales.nl.grammar.resolve import resolved
from locales.nl.grammar.tokens import Token, plain, tokens
from locales.nl.grammar.words import DATA, LISTS

OPENERS = LISTS["openers"]

WISHES = frozenset(DATA["greetings"]["words"])


ATTEMPTS = 300  # places in a text where a phrase is looked for: no message needs as many, and every answer stays quick


def read(text: str, now: datetime, hint: Hint) -> list[TimeExpression]:
    """Every expression of a text, each of its own."""
    r, phrases = _phrases(text, now, hint)
    hours_of_a_line(r, phrases)
    lists(r, phrases)
    answers = _answers(r, phrases)
    others = complete_dates(text[: len(r.low)], now, [expression.span for expression in answers])
    return sorted([*answers, *others], key=lambda e: e.span) if others else answers


def read_together(text: str, now: datetime, hint: Hint) -> list[TimeExpression]:
    """The expressions of a text that plans one thing: its day, its clock time and its length belong together."""
    r, phrases = _phrases(text, now, hint)
    hours_of_a_line(r, phrases)
    lists(r, phrases)
    joined = gathered(phrases)
    return read(text, now, hint) if joined is None else _answers(r, joined)


def _phrases(text: str, now: datetime, hint: Hint) -> tuple[Reading, list[Phrase]]:
    low = plain(text)
    found = tokens(low)
    r = Reading(found, now, hint, low)
    r.lean = hint.part or _lean(low)
    phrases: list[Phrase] = []
    i, size, attempts = 0, len(found), 0
    while i < size and attempts < ATTEMPTS:
        token = found[i]
        if not _may_begin(found, i):
            i += 1
            continue
        attempts += 1
        several = day_list(r, i) if "number" in token.means or "ordinal" in token.means else None
        if several:
            phrases.extend(several)
            i = several[-1].end
            continue
        p = phrase(r, i)
        if p is not None:
            phrases.append(p)
        i = max(p.end, i + 1) if p is not None else i + 1
    return r, phrases


def _may_begin(found: list[Token], i: int) -> bool:
    """Whether a phrase of time may begin at a token: most words of a text are passed over here."""
    token = found[i]
    if token.kind == "word":
        if not token.means and token.word not in OPENERS and not _named(token.word):
            return False
        wish = i > 0 and found[i - 1].word in WISHES
        return not (
            wish and ("unit" in token.means or "part" in token.means or "weekday" in token.means or _named(token.word))
        )
    if i and found[i - 1].kind == "word" and (found[i - 1].word in NUMBERED or found[i - 1].word.endswith(STREETS)):
        return False  # "kamer 3.12", "Dorpsstraat 12-14"
    return token.kind not in ("mark", "stop", "junk")


def _answers(r: Reading, phrases: list[Phrase]) -> list[TimeExpression]:
    answers = []
    for p in phrases:
        expression = resolved(r, p, (r.at(p.begin).start, r.at(p.end - 1).end))
        if expression is not None:
            answers.append(expression)
    return answers


def _named(word: str) -> bool:
    return word in daysoff.FIRST_WORDS or word in daysoff.SCHOOL


def _lean(low: str) -> str:
    """The part of the day that a task in the text suggests."""
    for part, words in DATA["leans"].items():
        for word in words:
            if word in low:
                return str(part)
    return ""
