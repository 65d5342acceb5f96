"""One message, read: its words, its times, its people and numbers, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, cached_property

from locales.nl import features, numbers, people, tasks, words
from locales.nl.daycounts import counted
from locales.nl.grammar.words import REASONS
from locales.nl.masked import for_times
from locales.nl.patterns import Lines
from locales.nl.time import Hint, TimeExpression, parse
from locales.nl.weekly import each_week

# abbreviations with points: "a.u.b."
_DOTTED = re.compile(r"(?i)\b(?:a\.u\.b|s\.v\.p|i\.p\.v|i\.v\.m|o\.i\.d)\.?(?!\w)")
LONGEST = 1000  # characters that are looked at: more is never a wish, and must not take long
_WHOLE_DAY = re.compile(r"(?i)(?:de |het )?(?:hele|heel de|volledige) dag")  # says nothing of which
_MARKS = {"member": "{who}", "recipient": "{recipient}", "relation": "{other}"}
_LOOSE = re.compile(  # no hour, and no task
    r"(?i)\bna (?:school(?:tijd)?|(?:het |mijn |zijn |haar )?werk(?:tijd)?)\b"
    r"|\b(?:\d{1,2}|twee|drie|vier) (?:keer|maal)\b"
)
_FOR = re.compile(r"(?i)voor(?=\s)")
# "Piet heeft morgen examen": how it is, rather than what somebody will do
_SOMEBODYS = re.compile(r"(?:moet|wil|heeft|gaat|krijgt)\b.* (?:naar|bij|afspraak|bezoek)\b")


@cache
def _dropped() -> frozenset[str]:
    """The words that phrases are found without."""
    return frozenset(words.data("intents")["drop"]["words"])


@dataclass(frozen=True)
class Setting:
    """What is known beside the text, as far as reading needs it."""

    now: datetime  # aware
    organiser: bool = True  # who speaks
    members: tuple[str, ...] = ()
    nicknames: tuple[tuple[str, str], ...] = ()  # (member, other name)
    recipients: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()  # names of tasks that have shifts
    day: datetime | None = None  # the day on the table
    region: str = ""  # for school holidays


def _said_again(time: TimeExpression, later: Sequence[TimeExpression]) -> bool:
    """Whether a whole day is named once more further on: "de sinterklaasavond op 5 december" is what is done then."""
    whole = time.kind == "date" and not time.rule and not time.has_clock
    return whole and any(t.kind == "date" and not t.rule and t.start == time.start and t.end == time.end for t in later)


class Reading:
    """What stands in a message, before it is decided what it means. Everything is worked out when first asked for."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = _DOTTED.sub(lambda found: found[0].replace(".", "").ljust(len(found[0])), text.strip()[:LONGEST])
        self.setting = setting
        self.words = words.split(self.text)
        self._named: dict[str, tuple[str, str]] = {}
        self.spoken: dict[str, bool] = {}  # of which lists of phrases one stands in it

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """All words as they are normally written."""
        return tuple(piece for word in self.words for piece in word.norm.split())

    @cached_property
    def mentions(self) -> tuple[people.Mention, ...]:
        known = self.setting
        return people.find(self.words, known.members, known.recipients, known.nicknames)

    @cached_property
    def people_needed(self) -> tuple[int, tuple[int, int]] | None:
        return numbers.people_needed(self.text)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """The expressions of time; people and their number are no part of them ("Jan" is no month here).

        A relation is left: "mijn broer" says that "Mei" after it is none.
        """
        named = [mention for mention in self.mentions if mention.kind != "relation"]
        spans = [(self.words[m.first].start, self.words[m.last - 1].end) for m in named]
        if self.people_needed:
            spans.append(self.people_needed[1])
        masked, put = for_times(self.text, spans)
        found = parse("".join(masked), self.setting.now, hint=self._hint(self.setting.day))
        again = False
        for time in found:
            # "zoek iemand voor zaterdag": what is planned for a day, is not planned before it
            meant = _FOR.match(self.text[time.span[0] :]) if time.start is None and time.has_date else None
            if meant:
                masked[time.span[0] : time.span[0] + meant.end()] = "·" * meant.end()
                again = True
        if again:
            found = parse("".join(masked), self.setting.now, hint=self._hint(self.setting.day))
        found = each_week("".join(masked), found, self.setting.now, self._hint(self.setting.day))
        found = [replace(t, span=(t.span[0] + 3, t.span[1])) if t.span[0] in put else t for t in found]
        if len(found) > 1:
            found = [t for i, t in enumerate(found) if not _said_again(t, found[i + 1 :])]
        dated = any(t.has_date and not _WHOLE_DAY.match(self.text, *t.span) for t in found)
        return tuple(t for t in found if not (dated and _WHOLE_DAY.match(self.text, *t.span)))

    def _hint(self, day: datetime | None) -> Hint:
        return Hint(day, self.leaning, self.setting.region)

    @cached_property
    def leaning(self) -> str:
        """The part of the day that the task suggests, for hours that may be of two."""
        return tasks.part_of_day(f" {' '.join(self._without_reasons)} ")

    @property
    def _without_reasons(self) -> Iterator[str]:
        """The words that do not tell why: "om 3 uur iemand bij haar, zodat ik kan slapen" is no night."""
        why = False
        for word in self.words:
            why = bool(word.norm) and (why or word.norm in REASONS)
            if not why:
                yield from word.norm.split()

    def is_past(self, time: TimeExpression) -> bool:
        """Whether this moment has gone by."""
        if time.rule or time.kind == "duration" or not (time.has_date or time.part):
            return False
        last = time.end or time.start
        if time.kind == "interval" and time.end is None:
            return False
        return last is not None and last <= self.setting.now

    @cached_property
    def future(self) -> tuple[TimeExpression, ...]:
        return tuple(t for t in self.times if t.kind != "duration" and not self.is_past(t))

    @cached_property
    def time_places(self) -> dict[int, int]:
        """Which word belongs to which expression of time."""
        places: dict[int, int] = {}
        place = 0
        spans = sorted((span, n) for n, time in enumerate(self.times) for span in (time.span, *time.also))
        for (begin, end), number in spans:  # "..., behalve met Kerst" belongs to its series
            while place < len(self.words) and self.words[place].end <= begin:
                place += 1
            at = place
            while at < len(self.words) and self.words[at].start < end:
                places[at] = number
                at += 1
        return places

    @cached_property
    def taken(self) -> frozenset[int]:
        """The words that tell time, people or how many."""
        taken = set(self.time_places)
        for mention in self.mentions:
            if mention.kind != "stranger":
                taken.update(range(mention.first, mention.last))
        if self.people_needed:
            begin, end = self.people_needed[1]
            taken.update(i for i, word in enumerate(self.words) if word.start < end and word.end > begin)
        taken.update(self.strangers)
        for loose in (counted(self.text), _LOOSE.search(self.text)):
            begin, end = loose.span() if loose is not None else (0, 0)
            taken.update(i for i, word in enumerate(self.words) if word.start < end and word.end > begin)
        return frozenset(taken)

    @cached_property
    def strangers(self) -> frozenset[int]:
        """Names that the circle does not know, told by where they stand: "met Nel naar", "bij Joke"."""
        found = set()
        known = {place for m in self.mentions for place in range(m.first, m.last)} | set(self.time_places)
        for place, word in enumerate(self.words[1:], start=1):
            if place in known or not word.norm or not word.text[0].isalpha():
                continue
            before = self.words[place - 1].norm
            after = self.words[place + 1].norm if place + 1 < len(self.words) else ""
            if tasks.known_word(word.norm):
                continue
            named = (
                word.text[0].isupper()
                and not word.text.isupper()
                and before in ("met", "bij", "voor", "van", "tante", "oom", "mevrouw", "meneer", "buurvrouw", "buurman")
            )
            if named or (before == "met" and after == "naar"):
                found.add(place)
        first = self.words[0] if self.words else None
        if first and first.text[:1].isupper() and not first.text.isupper() and 0 not in known:
            opens = _SOMEBODYS.match(" ".join(self.plain[1:8]))  # "Marga moet vrijdag naar de neuroloog"
            if opens and not tasks.known_word(first.norm):
                found.add(0)
        return frozenset(found)

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The message for phrases to be found in: as it is, with times and people marked, with tasks marked too."""
        drop = _dropped()
        marks: dict[int, str] = {}
        for place, number in self.time_places.items():
            time = self.times[number]
            mark = (
                "{set}"
                if time.rule
                else "{length}"
                if time.kind == "duration"
                else "{past}"
                if self.is_past(time)
                else "{time}"
            )
            marks[place] = f"{mark}#{number}"
        for number, mention in enumerate(self.mentions):
            mark = _MARKS[mention.kind]
            for place in range(mention.first, mention.last):
                marks[place] = f"{mark}#{number}"
        if self.people_needed:
            begin, end = self.people_needed[1]
            for place, word in enumerate(self.words):
                if word.start < end and word.end > begin:
                    marks[place] = "{people}#0"
        marked: list[str] = []
        last = ""
        for place, word in enumerate(self.words):
            mark = marks.get(place, "")
            if mark:
                if mark != last:
                    marked.append(mark.partition("#")[0])
            elif word.norm and word.norm not in drop:
                strange = word.text[0].isupper() and place and place in self.strange_capitals
                joined = strange and "-" in word.text  # "Jan-Willem" is one name
                marked.extend(["{capital}"] if joined else word.norm.split())
                if strange:
                    marked[-1] = "{capital}"
            if mark or word.norm:
                last = mark
        tasked: list[str] = []
        for piece in marked:
            if tasks.known_word(piece):
                while tasked and tasked[-1] in ("de", "het", "een", "{task}"):
                    tasked.pop()
                tasked.append("{task}")
            else:
                tasked.append(piece)
        every = (self.plain, tuple(marked), tuple(tasked))
        return tuple(f" {' '.join(row)} " for row in dict.fromkeys(every))

    @cached_property
    def untimed(self) -> str:
        """The words that tell no time: "zat" is Saturday in "elke zat", and no past."""
        said = (
            piece for at, word in enumerate(self.words) if at not in self.time_places for piece in word.norm.split()
        )
        return f" {' '.join(said)} "

    @cached_property
    def lines(self) -> Lines:
        """All rows, as phrases are looked for in them."""
        return Lines(self.rows)

    @cached_property
    def strange_capitals(self) -> frozenset[int]:
        """Words with a capital letter that are neither the first of a sentence nor known: a country, a town."""
        found: set[int] = set()
        if self.text.isupper():  # somebody who writes in capitals alone
            return frozenset()
        for place, word in enumerate(self.words):
            if (
                place
                and word.text[0].isupper()
                and self.words[place - 1].text not in ".!?"
                and place not in self.time_places
            ):
                found.add(place)
        return frozenset(found)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return self.lines.words

    @cached_property
    def first_word(self) -> str:
        row = self.rows[min(1, len(self.rows) - 1)].split()
        return row[0] if row else ""

    @cached_property
    def has_task(self) -> bool:
        return tasks.is_known(self.rows[0]) or self.open_task is not None

    @cached_property
    def open_task(self) -> str | None:
        """The task on the roster that is meant, where just one is."""
        name = self.what("claim")[0] if self.setting.tasks else ""
        if not name:
            return None
        scored = sorted(((tasks.resembles(name, task), task) for task in self.setting.tasks), reverse=True)
        if scored[0][0] < 0.5 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
            return None
        return scored[0][1]

    def what(self, intent: str) -> tuple[str, str]:
        """The name of the task for this intent, short and to be read back; "" where the message names none."""
        if intent not in self._named:
            self._named[intent] = tasks.name_of(self.words, self.taken, intent, frozenset(self.time_places))
        return self._named[intent]

    def holds(self, feature: str) -> bool:
        """Whether the message has what a phrase needs beside itself."""
        return features.holds(self, feature)

    def at_day(self, time: TimeExpression, day: datetime, part: str = "") -> TimeExpression:
        """The same clock time, on a day (and in its part) that another part of the message names."""
        begin, end = time.span
        hint = self._hint(day)
        again = parse(self.text[begin:end], self.setting.now, hint=replace(hint, part=part or hint.part))
        return again[0].shifted(begin) if len(again) == 1 else time
