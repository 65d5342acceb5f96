"""What a message has beside its words, as signs for what it resembles: a day to come, a question, what was."""

from __future__ import annotations

from locales.nl import moods, oneself, planning, seeking, talk
from locales.nl.reading import Reading

_HELD = (
    "day", "clock", "hours", "stretch", "length", "who", "what", "task", "people", "first_person_subject", "other",
    "negation", "question_word", "ask", "past", "sick",
)  # fmt: skip
_SPOKEN = ("veto", "past", "supposed")
_TOLD = {
    "own": oneself.own_affairs,
    "sought": seeking.asks_for_somebody,
    "wanted": seeking.wants_somebody,
    "asks": moods.asks,
    "requests": moods.requests,
    "oneself": oneself.does_it_oneself,
    "declines": oneself.declines,
    "must": planning.must_be_done,
    "quotes": talk.quotes,
}


def traits(reading: Reading) -> tuple[str, ...]:
    """The traits of a message, each as a word with a mark that no word of a message has."""
    held = [name for name in _HELD if reading.holds(name)]
    spoken = [f"says-{name}" for name in _SPOKEN if talk.speaks(reading, name)]
    told = [name for name, says in _TOLD.items() if says(reading)]
    return tuple(f"={name}" for name in (*held, *spoken, *told))
