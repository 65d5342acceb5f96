"""From a message that was read to what it means: which intent, with which values, and what is in doubt."""

from __future__ import annotations

from dataclasses import replace

from bot.meaning.answers import expected, other_time
from bot.meaning.commands import command, emergency, invited_with_task, left_alone, running_late, written_down
from bot.meaning.corrections import correction, renaming
from bot.meaning.said import Said
from bot.meaning.shared import shared_out
from bot.meaning.story import story, unclear
from bot.meaning.stretches import hours_of_days
from bot.meaning.week import each_on_its_day, pasted_week, several, week_on_a_line
from bot.meaning.wishes import wish
from bot.understanding import Context, Doubt, Intent, Understanding
from locales.nl import clauses, contrasts, farewells, greetings, matters
from locales.nl.partly import partly

MANY = 3  # hours


def find(text: str, context: Context) -> Understanding:
    """What a message means: an emergency, the answer expected, a correction, a new wish, or unknown."""
    text = contrasts.becomes(contrasts.put_right(text, context.now), context.now, asked=context.asked is not None)
    text = contrasts.with_hour(text) if context.asked == "confirm" else text
    rest, kind = farewells.parted(text)
    if kind and not rest:
        return Understanding(Intent.GOODBYE)
    if context.asked is None and "," in text and farewells.only(text):
        return Understanding(Intent.GOODBYE)
    if context.asked is None and (days := contrasts.refused_alone(text, context.now)):
        return Understanding(Intent.RELEASE, {"start": days if len(days) > 1 else days[0]})
    if context.asked is None and (other := contrasts.another_day(text, context.now)):
        return Understanding(Intent.CORRECTION, {"from": other[0], "start": other[1]})
    if context.asked is None:
        rest = clauses.one_after_other(contrasts.but_not(rest))
        rest = matters.without_asides(matters.without_dismissal(rest))
    return _found(Said(rest, context))


def _found(reading: Said) -> Understanding:
    """What a message or a part of it means; worked out once for each."""
    if "meaning" not in reading.found:
        reading.found["meaning"] = _meaning(reading)
    meaning = reading.found["meaning"]
    assert isinstance(meaning, Understanding)
    return meaning


def told(reading: Said) -> Understanding | None:
    """A long message; what names many hours is a list first of all."""
    listed = several(reading) if sum(time.has_clock for time in reading.future) >= MANY else None
    return listed or story(reading, _found)


def _meaning(reading: Said) -> Understanding:
    if not reading.plain:
        return Understanding(Intent.UNKNOWN)
    for step in (
        command,
        emergency,
        written_down,
        left_alone,
        running_late,
        invited_with_task,
        pasted_week,
        week_on_a_line,
        other_time,
        expected,
        renaming,
        correction,
        told,
        several,
        shared_out,
        each_on_its_day,
        hours_of_days,
    ):
        found = step(reading)
        if found is not None:
            return found
    wished = wish(reading, _found)
    if wished is not None and wished.intent is Intent.ABSENCE and partly(reading.text, reading.context.now):
        return replace(wished, doubts=(Doubt("intent"),))  # there, but not all of the time
    if wished is not None:
        return unclear(wished, reading)
    if reading.context.asked is None and farewells.said(reading.text):
        return Understanding(Intent.GOODBYE)
    greeted = reading.context.asked is None and greetings.greets(reading.text)
    return Understanding(Intent.START if greeted else Intent.UNKNOWN)
