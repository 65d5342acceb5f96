"""A second witness for answers: what a reply resembles of all that people have answered."""

from __future__ import annotations

from bot.meaning.said import Said
from bot.meaning.wishes import best_wish
from bot.understanding import Intent
from locales.nl import answers, likeness

# How likely it must be. A yes does something, so it must be surest; unasked, a message may be anything.
_ENOUGH = {Intent.ANSWER_YES: 0.85, Intent.ANSWER_NO: 0.8, Intent.STOP_DIALOG: 0.6}
_UNASKED = 0.85
_FEWEST, _LONGEST = 2, 14  # words


def resembles(reading: Said, kind: str) -> Intent | None:
    """Whether a message resembles a yes, a no or "stop"; `kind`: "yes_no" or "slot" was asked, or "" nothing was."""
    # One word is in the lists of words or says nothing: "Kees" is neither a yes nor a no.
    if not _FEWEST <= len(reading.plain) <= _LONGEST or reading.text.endswith("?"):
        return None
    best = best_wish(reading)
    if best is not None and best.intent is Intent.THANKS and not answers.may_refuse(reading):
        return None  # thanks alone agree to nothing and refuse nothing
    seen = likeness.likest_answer(reading, kind or "yes_no")
    if seen.intent not in _ENOUGH:
        return None
    intent = Intent(seen.intent)
    return intent if seen.chance >= (_ENOUGH[intent] if kind else _UNASKED) else None
