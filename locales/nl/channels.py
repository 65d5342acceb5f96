"""Which channel somebody means: "op WhatsApp", "via telegram"."""

from __future__ import annotations

from locales.nl.words import fold

_NAMES = {"whatsapp": ("whatsapp", "watsapp", "whats app", "wapp"), "telegram": ("telegram", "telegramm", "telegran")}


def channel_in(text: str) -> str:
    """The channel that is named, "" for none."""
    said = fold(text)
    return next((channel for channel, names in _NAMES.items() if any(name in said for name in names)), "")
