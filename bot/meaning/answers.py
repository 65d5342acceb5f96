"""The answer to what was asked: a choice, a yes or no, or the value of a slot."""

from __future__ import annotations

from typing import Any

from bot.meaning.choices import choice
from bot.meaning.commands import code_in
from bot.meaning.corrections import correction
from bot.meaning.replies import resembles
from bot.meaning.said import Said
from bot.meaning.slots import days_of, quiet_hours, values_of
from bot.meaning.wishes import STRONG, best_wish
from bot.understanding import Doubt, Intent, Understanding
from locales.nl import answers, conditions, contrasts, instants, likeness, oneself, people, phrases, strangers, tasks

_SLOTS = {
    "start": "when", "date": "when", "time": "when", "day": "when", "end": "when", "rrule": "when", "clock": "when",
    "from": "when", "until": "when", "duration_min": "duration", "people": "people_needed", "number": "people_needed",
    "which": "option", "choice": "option", "shift": "option", "confirm": "yes_no", "yes": "yes_no", "agree": "yes_no",
    "minutes": "duration", "quiet_from": "quiet", "quiet_to": "quiet", "log": "note", "member": "who", "person": "who",
}  # fmt: skip
# Whatever asks for these is a new wish even in the middle of a dialog.
_COMMANDS = frozenset({Intent.STOP_DIALOG, Intent.BACK, Intent.UNDO, Intent.HELP, Intent.DELETE_ME, Intent.MY_DATA})
_ANYTHING = ("note", "name", "recipient", "code")  # what is asked may be any words at all
_CLOCKS = ("time", "clock", "end")  # here two numbers are hours
_WISHED = 0.6  # as likely as this, it is a wish and answers nothing
_FEW = 7  # words of such an answer
_SHORT_ANSWERS = frozenset({"format", "who", "duration", "people_needed", "when", "minutes_before"})


def other_time(reading: Said) -> Understanding | None:
    """What one is asked suits at another time: "ik kan wel, maar pas na 4 uur"."""
    if not reading.context.offered or reading.context.asked is not None:
        return None
    best = best_wish(reading)
    if best is None or best.intent is not Intent.OTHER_TIME:
        for part in conditions.beside_reason(reading.text):
            alone = other_time(Said(part, reading.context))
            if alone is not None:
                return alone
        return None
    found = values_of(reading, Intent.OTHER_TIME)
    one = not isinstance(found.values.get("start"), list)  # hours of several days are when they can, and no other time
    return found if found.values and one else None


def expected(reading: Said) -> Understanding | None:
    """The answer to what was asked: a choice that was offered, or the slot."""
    context = reading.context
    asked = _SLOTS.get(context.asked or "", context.asked)
    if context.asked == "confirm" and oneself.offers_self(reading):  # a yes that says who: "ik ga mee"
        return Understanding(Intent.CORRECTION, {"who": [people.SPEAKER]})
    if context.choices:
        option = choice(reading)
        if option is not None:
            spoken = phrases.answer(reading.plain)
            intent = {True: Intent.ANSWER_YES, False: Intent.ANSWER_NO, None: Intent.ANSWER_SLOT}[spoken]
            return Understanding(intent, {"option": option})
    if asked is None:
        if context.choices:
            spoken = phrases.answer(reading.plain)
            if spoken is not None:
                return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
            return _sure_reply(reading)
        return None
    if asked == "when" and (context.asked in _CLOCKS or reading.people_needed):
        hours = answers.with_hours(reading.text)  # "9-12. 3 man" is no day in December
        reading = reading if hours == reading.text else Said(hours, context)
    if asked == "yes_no":
        spoken = phrases.answer(reading.plain)
        if spoken is not None:
            return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    best = best_wish(reading)
    if best and best.intent in _COMMANDS and best.weight >= 100:
        return None
    if asked == "yes_no":
        return _yes_or_no(reading)
    if asked == "option" and _place(reading) is not None:
        return _slot(reading, asked)
    if asked not in _ANYTHING and resembles(reading, "slot") is Intent.STOP_DIALOG:
        return Understanding(Intent.STOP_DIALOG)
    if asked not in _ANYTHING and contrasts.puts_right(reading):
        corrected = correction(reading)
        if corrected is not None:
            return corrected
    if len(reading.plain) <= (_FEW if asked == "format" else 3) and asked in _SHORT_ANSWERS:
        answered = _slot(reading, asked)
        if answered is not None:
            return answered
    if best and best.weight >= STRONG and asked not in _ANYTHING and not answers.is_only_fragment(reading):
        # "zet de fysio een half uur later" is about a shift that stands, "een half uur later" about what is asked.
        names_another = best.intent is Intent.EDIT_TASK and reading.open_task is not None
        elsewhere = best.intent not in (Intent.CREATE_TASK, Intent.EDIT_TASK) or names_another
        if elsewhere and not (asked == "who" and best.intent in (Intent.CLAIM, Intent.ASK_PERSON)):
            return None
    if phrases.skips(reading.plain):
        return Understanding(Intent.ANSWER_SLOT, {"skip": True})
    spoken = phrases.answer(reading.plain)
    answered = _slot(reading, asked)
    if answered is not None and not (spoken is not None and asked in ("what", "name", "recipient")):
        return answered
    if spoken is not None:
        return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    return None


def _sure_reply(reading: Said) -> Understanding | None:
    """A yes or a no beside buttons, in words that no phrase has, where the message can be nothing else."""
    best = best_wish(reading)
    if best is not None or reading.times or reading.has_task or reading.mentions:
        return None
    seen = resembles(reading, "")
    if seen not in (Intent.ANSWER_YES, Intent.ANSWER_NO):
        return None
    wished = likeness.likest(reading)
    return None if wished.intent != Intent.UNKNOWN and wished.chance >= _WISHED else Understanding(seen)


def _yes_or_no(reading: Said) -> Understanding | None:
    spoken = phrases.answer(reading.plain)
    if spoken is not None:
        return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    seen = resembles(reading, "yes_no")
    corrected = correction(reading)
    if corrected is not None and (seen is None or reading.times or reading.mentions or reading.has_task):
        return corrected
    if phrases.opens_with(reading.plain) is False and not reading.times:
        return Understanding(Intent.ANSWER_NO)
    if seen is not None and not reading.times and not reading.holds("who"):
        return Understanding(seen)
    best = best_wish(reading)
    if best and best.intent is Intent.CLAIM and reading.holds("who"):
        # "Piet doet het" says who, and so does "ja, Piet doet het": a yes alone would leave him out.
        return values_of(reading, Intent.CORRECTION)
    if strangers.doers(reading.text, (*reading.setting.members, *reading.setting.recipients)):  # "ja, Kees doet het"
        return Understanding(Intent.CORRECTION)
    if phrases.opens_with(reading.plain) is True and not reading.times and (not best or best.weight <= STRONG):
        return Understanding(Intent.ANSWER_YES)
    if best and best.intent is Intent.RELEASE and not reading.times:
        return Understanding(Intent.ANSWER_NO)
    if best and best.intent is Intent.CLAIM and not reading.times and not reading.has_task:
        return Understanding(Intent.ANSWER_YES)
    if answers.is_only_fragment(reading) or (contrasts.in_place(reading) and reading.open_task is None):
        return values_of(reading, Intent.CORRECTION)
    return None


def _slot(reading: Said, asked: str) -> Understanding | None:
    """The value of the slot that was asked, where the message holds one."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    match asked:
        case "what":
            whole = values_of(reading, Intent.ANSWER_SLOT)
            values, doubts = dict(whole.values), list(whole.doubts)
            if "what" not in values:
                return None
        case "when" | "duration" | "people_needed" | "minutes_before" | "quiet" | "format" | "who":
            whole = values_of(reading, Intent.ANSWER_SLOT)
            values, doubts = dict(whole.values), list(whole.doubts)
            values.pop("what", None), values.pop("title", None)
            if _is_of_another_day(reading, values):
                return None
            count = answers.said_number(reading) or answers.first_number(reading)
            if asked == "people_needed" and "people_needed" not in values and count:
                return Understanding(Intent.ANSWER_SLOT, {"people_needed": count})
            minutes = instants.bare_minutes(reading.plain, count)
            lasting = instants.between(values) if asked == "duration" and "duration_min" not in values else {}
            if lasting:
                return Understanding(Intent.ANSWER_SLOT, lasting)
            if asked == "duration" and ("duration_min" not in values or "start" in values):
                if minutes is None:
                    return None
                return Understanding(Intent.ANSWER_SLOT, {"duration_min": minutes})
            if asked == "minutes_before":
                minutes = values.get("duration_min") or instants.minutes_before(reading)
                return Understanding(Intent.ANSWER_SLOT, {"minutes_before": minutes}) if minutes else None
            if asked == "quiet":
                return quiet_hours(reading, Intent.ANSWER_SLOT)
            if asked == "format":
                kind = phrases.file_format(reading.vocabulary)
                return Understanding(Intent.ANSWER_SLOT, {"format": kind}) if kind else None
            if asked == "who" and "who" not in values and not doubts and answers.said_number(reading) is None:
                return None
            if asked == "who" and answers.only_the_whole_day(reading):  # "mama vraagt de hele dag al naar hem"
                values.pop("start", None)
            if asked == "when" and reading.context.asked in ("from", "until"):
                away, doubts = days_of(reading)
                if reading.context.asked == "until" and list(away) == ["from"]:
                    away = {"until": away["from"]}
                if reading.context.asked == "until" and away.get("from") == away.get("until"):
                    away.pop("from", None)
                values = dict(away)
        case "option":
            count = _place(reading)
            if count is None:
                return None
            values = {"option": count}
        case "note":
            values = {"note": reading.text}
        case "name" | "recipient":
            values = {asked: reading.text.strip(" .!"), "note": reading.text}
            if len(reading.plain) > 5:
                return None
        case "code":
            code = code_in(reading.text)
            if not code:
                return None
            values = {"code": code}
        case _:
            return None
    return Understanding(Intent.ANSWER_SLOT, values, tuple(doubts)) if values or doubts else None


def _is_of_another_day(reading: Said, values: dict[str, Any]) -> bool:
    """Whether a sentence tells of something on a day of its own, where an hour was asked: "morgen komt de zuster om 8
    uur"."""
    if reading.context.asked not in _CLOCKS or "T" in str(values.get("start", "T")):
        return False
    named = [time for time in reading.future if time.kind == "date" and time.start is not None and not time.rule]
    what = reading.what("create_task")[0] if named else ""
    return bool(what) and tasks.names_only_a_task(what) and not answers.is_only_fragment(reading)


def _place(reading: Said) -> int | None:
    """The place in what was offered, where a short message names just one: "doe mij nummer 1 maar"."""
    if len(reading.plain) > _FEW or reading.text.endswith("?"):
        return None
    return answers.place(reading) or answers.said_number(reading)
