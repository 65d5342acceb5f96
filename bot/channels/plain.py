"""Replies as plain text with numbered choices, for whatever has no buttons."""

from __future__ import annotations

from bot.messages import Reply


def numbered(reply: Reply) -> str:
    """The text, then "1. Ja" and so on, then the files by name."""
    lines = [reply.text]
    if len(reply.choices) > 0:
        lines.append("")
        lines += [f"{number}. {choice.label}" for number, choice in enumerate(reply.choices, 1)]
    lines += [f"[{attachment.name}]" for attachment in reply.attachments]
    return "\n".join(lines)
