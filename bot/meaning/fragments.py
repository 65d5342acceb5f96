"""What a message names that is no sentence of its own: "bij Cor", "vrijdag dan", "Piet ook"."""

from __future__ import annotations

from typing import Any

from bot.meaning.said import Said
from bot.meaning.slots import moment_of, values_of
from bot.understanding import Context, Intent
from locales.nl.answers import is_only_fragment
from locales.nl.contrasts import one_side
from locales.nl.words import data, fold

_NAMED = (*("start", "end", "rrule", "part"), *("who", "what", "task"))


def fragment(text: str, context: Context) -> dict[str, Any] | None:
    """The days, people and known tasks that it names; None where it says anything else. {} where it names who is
    cared for alone."""
    reading = Said(text, context)
    task = reading.open_task or ""
    rest = text
    if task:
        words = set(fold(task).split())
        rest = " ".join(word for word in text.split() if fold(word.strip(".,!?")) not in words)
    if rest.strip(" .,!?") and not is_only_fragment(Said(rest, context)) and not (task and _is_filler(rest)):
        return None
    values = dict(values_of(reading, Intent.SHOW_MINE).values)
    if task:
        values |= {"what": task, "task": task}
    return {name: values[name] for name in _NAMED if values.get(name)}


def _is_filler(text: str) -> bool:
    filler = data("tasks")["filler"]
    return all(fold(word.strip(".,!?")) in ("", *filler["leading"], *filler["anywhere"]) for word in text.split())


def contrast(text: str, context: Context) -> tuple[dict[str, Any], str] | None:
    """What is off and when it goes on: "donderdag niet koken maar vrijdag wel". The values of what is called off, and
    the start of the other; None where two days are not set against each other so."""
    reading = Said(text, context)
    off, on = one_side(reading, can=False), one_side(reading, can=True)
    if off is None or on is None or not reading.open_task:
        return None
    no, yes = moment_of(reading.with_blanks(off))[0], moment_of(reading.with_blanks(on))[0]
    if not isinstance(no.get("start"), str) or not isinstance(yes.get("start"), str):
        return None
    return {"what": reading.open_task, "task": reading.open_task, "start": no["start"]}, yes["start"]
