"""Hours of several days in which somebody can, or cannot, said in one message."""

from __future__ import annotations

from bot.meaning.said import Said
from bot.understanding import Intent, Understanding
from locales.nl import within


def hours_of_days(reading: Said) -> Understanding | None:
    """ "Ik kan maandag van 9 tot 12 en woensdag van 2 tot 4"."""
    if reading.context.asked is not None or reading.has_task:
        return None
    values = within.spans(reading)
    return Understanding(Intent.AVAILABILITY, values) if values else None
