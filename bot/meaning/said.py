"""A message in the conversation in which it was said."""

from __future__ import annotations

from bot.understanding import Context
from locales.nl import talk
from locales.nl.reading import Reading


class Said(Reading):
    """A message and the conversation in which it was said."""

    def __init__(self, text: str, context: Context) -> None:
        self.context = context
        self.found: dict[str, object] = {}  # what has been worked out about it
        super().__init__(text, context.setting)

    def with_blanks(self, text: str) -> Said:
        """The same message with a piece of it blanked out; the rest of its times stay as they were read."""
        other = Said(text, self.context)
        begin = len(text) - len(text.lstrip())  # a message begins with its first word
        kept = (t.shifted(-begin) for t in self.times if text[slice(*t.span)] == self.text[slice(*t.span)])
        other.__dict__["times"] = tuple(kept)
        return other

    def piece(self, begin: int, end: int) -> Said:
        """A piece of the message by itself, its times as they were read in the whole."""
        other = Said(self.text[begin:end], self.context)
        begin += len(self.text[begin:end]) - len(self.text[begin:end].lstrip())
        kept = (t.shifted(-begin) for t in self.times if begin <= t.span[0] and t.span[1] <= end)
        other.__dict__["times"] = tuple(kept)
        return other

    def holds(self, feature: str) -> bool:
        """Whether the message, or where it was said, has what a phrase needs."""
        if feature == "offered":
            return self.context.offered
        return self.context.asked is not None if feature == "asked" else super().holds(feature)

    def speaks(self, kind: str) -> bool:
        """Whether it holds a phrase of this list: "past" is talk about what was, "veto" what asks for nothing."""
        return talk.speaks(self, kind)
