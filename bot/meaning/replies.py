"""A second witness for answers: what a reply resembles of all that people have answered."""

from __future__ import annotations

from bot.meaning.said import Said
from bot.understanding import Intent
from locales.nl import likeness

# How likely it must be. A yes does something, so it must be surest; unasked, a message may be anything.
_ENOUGH = {Intent.ANSWER_YES: 0.75, Intent.ANSWER_NO: 0.6, Intent.STOP_DIALOG: 0.6}
_UNASKED = 0.85
_LONGEST = 14  # words


def resembles(reading: Said, kind: str) -> Intent | None:
    """Whether a message resembles a yes, a no or "stop"; `kind`: "yes_no" or "slot" was asked, or "" nothing was."""
    if not reading.plain or len(reading.plain) > _LONGEST or reading.text.endswith("?"):
        return None
    seen = likeness.likest_answer(reading, kind or "yes_no")
    if seen.intent not in _ENOUGH:
        return None
    intent = Intent(seen.intent)
    return intent if seen.chance >= (_ENOUGH[intent] if kind else _UNASKED) else None
