"""A change to what is on the table: "nee wacht, woensdag"."""

from __future__ import annotations

from dataclasses import replace

from bot.meaning.said import Said
from bot.meaning.slots import values_of
from bot.meaning.wishes import best_wish
from bot.understanding import Intent, Understanding
from locales.nl import circles, matters, oneself, phrases, tasks
from locales.nl.renaming import renamed

LONGEST = 14  # words of a correction


def renaming(reading: Said) -> Understanding | None:
    """Another name for what is planned: "het is geen kapper maar pedicure"."""
    if reading.context.asked not in (None, "confirm") or (found := renamed(reading)) is None:
        return None
    if reading.context.asked is not None:
        return Understanding(Intent.CORRECTION, {"what": found.new, "title": found.new})
    return Understanding(Intent.EDIT_TASK, {**({"what": found.old} if found.old else {}), "named": found.new})


def correction(reading: Said) -> Understanding | None:
    """A change to what is on the table: "nee wacht, woensdag"."""
    asked = reading.context.asked is not None
    plain = reading.plain
    opening = phrases.correction_opening(plain, alone=not asked)
    anywhere = any(True for _ in phrases.anywhere_in_a_correction(alone=not asked).found(reading.lines))
    star = reading.text.startswith("*")
    if not (opening or anywhere or star):
        return None
    if len(plain) > LONGEST:
        short = matters.before_reason(reading.text)  # "..., want woensdag zit pap op de dagbesteding"
        return correction(reading.another(short)) if short else None
    best = best_wish(reading)
    if best and best.intent is Intent.ABSENCE and (asked or opening) and not oneself.speaks_of_self(reading):
        best = None
    if (
        best
        and best.weight >= 86
        and best.intent not in (Intent.CREATE_TASK, Intent.CLAIM, Intent.EDIT_TASK, Intent.LATE, Intent.SHOW_ROSTER)
    ) and not (anywhere and best.intent is Intent.CANCEL_TASK):
        return None
    if best and best.intent is Intent.EDIT_TASK and not asked and not opening:
        return None
    understood = values_of(reading, Intent.CORRECTION)
    content = {key for key in understood.values if key not in ("title", "part", "recipient")}
    named = next((m.names[0] for m in reading.mentions if m.kind == "recipient" and m.names), "")
    if not content and asked and named and circles.only_for(reading.text):  # "nee, voor Nel"
        return Understanding(Intent.CORRECTION, {"recipient": named})
    if not content:
        return None
    strange = "what" in content and not tasks.names_known(str(understood.values["what"]))
    if strange and len(content) > 1:  # "neem me niet kwalijk, het is woensdag": what is beside it is meant
        values = {key: value for key, value in understood.values.items() if key not in ("what", "title", "recipient")}
        understood, strange = replace(understood, values=values), False
    if strange and content == {"what"} and not asked:
        return None
    if strange and content == {"what"} and phrases.opens_with(plain) is False:
        return None
    return understood
