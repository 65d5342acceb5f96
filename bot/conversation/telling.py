"""A long answer: many tell why before they say whether they can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.conversation import choices
from bot.conversation.scene import Heard, Scene, choose, context_of, newest_of, offered_by
from bot.meaning.sentences import statements
from bot.understanding import Intent
from locales.nl import among, phrases
from locales.nl.manners import plain
from locales.nl.words import split
from storage.turns import Question

# What may stand beside an answer: anything else is a wish of its own.
_BESIDE = frozenset(
    {
        *("unknown", "wait", "content", "small_talk", "ask_which", "which_one"),
        *(Intent.THANKS, Intent.LOG_NOTE, Intent.HELP_ME_ASK, Intent.WISH, Intent.GOODBYE, Intent.START),
        *(Intent.RELEASE, Intent.ABSENCE, Intent.AVAILABILITY, Intent.CLAIM, Intent.CLAIM_MANY, Intent.OTHER_TIME),
        *(Intent.ANSWER_YES, Intent.ANSWER_NO, Intent.ANSWER_SLOT, Intent.LATE, Intent.STRAIN_SIGNAL),
    }
)  # fmt: skip
_CANNOT = (Intent.RELEASE, Intent.ABSENCE)
_OF_SEVERAL = ("ask_which", "which_one")


def answered_at_length(text: str, scene: Scene, now: datetime, heard: Callable[[str], Heard]) -> Heard | None:
    """The one answer that the statements of a long message give to what was asked last; None where they give none, or
    wish something else. `heard` is what a text means by itself."""
    newest = newest_of(scene)
    if newest is None or not any(option.get("means") for option in newest.options):
        return None
    told = [(one.text, one.days, heard(plain(one.text))) for one in statements(text, context_of(scene, "", now))]
    if any(said.intent not in _BESIDE and said.question is None for _, _, said in told):
        return None
    answers = [said for _, _, said in told if said.question is not None and said.question.id == newest.id]
    if not answers and (opening := _opening(told[0][0], newest)) is not None:
        answers = [opening]
    if answers:
        return _with_note(answers[0], text) if len({answer.index for answer in answers}) == 1 else None
    if not offered_by(scene):
        return None
    days = list(dict.fromkeys(day for _, said_days, _ in told for day in said_days))
    for _, said_days, said in told:
        when = said_days or days
        if len(when) != 1 or said.intent not in (*_OF_SEVERAL, *_CANNOT):
            continue
        answer = heard(among.says(when[0], can=said.intent in _OF_SEVERAL))
        if answer.question is not None or answer.intent == Intent.ABSENCE:
            return answer
    return None


def _opening(statement: str, newest: Question) -> Heard | None:
    """The yes or no with which a first statement opens, whatever follows: "ja hoor ik ga zoals afgesproken"."""
    agrees = phrases.opens_with(tuple(word.norm for word in split(statement) if word.norm))
    index = None if agrees is None else choices.by_meaning("yes" if agrees else "no", newest.options)
    return None if index is None else choose(newest, index, statement)


def _with_note(answer: Heard, text: str) -> Heard:
    """What is told beside "gedaan" is for the log."""
    done = answer.question is not None and answer.question.options[answer.index]["do"] == "done"
    return replace(answer, values={**answer.values, "note": text}) if done else answer
