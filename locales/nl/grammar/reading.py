"""Reading a whole text: phrase after phrase, each resolved, with the span it takes up."""

from __future__ import annotations

from datetime import datetime

from locales.nl.grammar.expression import Hint, TimeExpression
from locales.nl.grammar.foreign import complete_dates
from locales.nl.grammar.form import Reading
from locales.nl.grammar.phrases import Phrase, day_list, lists, phrase
from locales.nl.grammar.resolve import resolved
from locales.nl.grammar.tokens import plain, tokens
from locales.nl.grammar.words import DATA

OPENERS = frozenset(
    "om op rond omstreeks tegen van vanaf tussen voor na tot t/m tem tm uiterlijk voorafgaand sinds per over binnen in de het 's s deze dit "
    "komende half kwart middernacht middaguur ten niet met ingaand eerder vroeger later rest eind einde begin midden medio halverwege vroeg laat "
    "altijd steeds telkens nooit even oneven week wk paar laatste gedurende tijdens hele heel volle gehele aan klokslag zo ongeveer circa ca "
    "q1 q2 q3 q4 n 'n jaar maand dag alle door een halfuur werkdagen weekdagen eens eenmaal tweemaal driemaal grote bij verder".split()
)

WISHES = frozenset(DATA["greetings"]["words"])


def read(text: str, now: datetime, hint: Hint) -> list[TimeExpression]:
    low = plain(text)
    found = tokens(low)
    r = Reading(found, now, hint, low)
    r.lean = hint.part or _lean(low)
    phrases: list[Phrase] = []
    i, size = 0, len(found)
    while i < size:
        token = found[i]
        if token.kind == "word" and not token.means and token.word not in OPENERS and not _named(token.word):
            i += 1
            continue
        p = None
        if i and found[i - 1].word in WISHES and (token.means.get("unit") or "part" in token.means or "weekday" in token.means or _named(token.word)):
            i += 1
            continue
        if token.kind not in ("mark", "stop", "junk"):
            several = day_list(r, i) if "number" in token.means or "ordinal" in token.means else None
            if several:
                phrases.extend(several)
                i = several[-1].end
                continue
            p = phrase(r, i)
        if p is None:
            i += 1
        else:
            phrases.append(p)
            i = max(p.end, i + 1)
    lists(r, phrases)
    answers = []
    for p in phrases:
        where = (found[p.begin].start, found[p.end - 1].end)
        expression = resolved(r, p, where)
        if expression is not None:
            answers.append(expression)
    others = complete_dates(text[: len(low)], now, [expression.span for expression in answers])
    return sorted([*answers, *others], key=lambda e: e.span) if others else answers


def _named(word: str) -> bool:
    from locales.nl.grammar import daysoff

    return word in daysoff.FIRST_WORDS or word in daysoff.SCHOOL


def _lean(low: str) -> str:
    """The part of the day that a task in the text suggests."""
    for part, words in DATA["leans"].items():
        for word in words:
            if word in low:
                return str(part)
    return ""
