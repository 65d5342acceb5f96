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
        self._texts: dict[str, Said] = {}  # what was read by itself, shared by all that comes from one message
        self._pieces: dict[str | tuple[int, int], Said] = {}
        super().__init__(text, context.setting)

    def another(self, text: str) -> Said:
        """Another text said here, its times read anew; once for each, however often a part comes to it."""
        if text not in self._texts:
            self._texts[text] = self._beside(text)
        return self._texts[text]

    def with_blanks(self, text: str) -> Said:
        """The same message with a piece of it blanked out; the rest of its times stay as they were read."""
        if text not in self._pieces:
            other = self._pieces[text] = self._beside(text)
            begin = len(text) - len(text.lstrip())  # a message begins with its first word
            kept = (t.shifted(-begin) for t in self.times if text[slice(*t.span)] == self.text[slice(*t.span)])
            other.__dict__["times"] = tuple(kept)
        return self._pieces[text]

    def piece(self, begin: int, end: int) -> Said:
        """A piece of the message by itself, its times as they were read in the whole."""
        if (begin, end) not in self._pieces:
            other = self._pieces[begin, end] = self._beside(self.text[begin:end])
            first = begin + len(self.text[begin:end]) - len(self.text[begin:end].lstrip())
            kept = (t.shifted(-first) for t in self.times if first <= t.span[0] and t.span[1] <= end)
            other.__dict__["times"] = tuple(kept)
        return self._pieces[begin, end]

    def _beside(self, text: str) -> Said:
        other = Said(text, self.context)
        other._texts = self._texts
        return other

    def holds(self, feature: str) -> bool:
        """Whether the message, or where it was said, has what a phrase needs."""
        if feature == "offered":
            return self.context.offered
        return self.context.asked is not None if feature == "asked" else super().holds(feature)

    def speaks(self, kind: str) -> bool:
        """Whether it holds a phrase of this list: "past" is talk about what was, "veto" what asks for nothing."""
        return talk.speaks(self, kind)
