"""The intermediate form: what a phrase says, before it is resolved against the present moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from locales.nl.grammar.expression import Exclusion, Hint
from locales.nl.grammar.tokens import Token

ONE_DAY = timedelta(days=1)
END = Token("end", "", 0, 0)
_BEYOND = [END] * 32  # rules look a little further than the text reaches, at both sides: nothing stands there


@dataclass(slots=True)
class Day:
    """A day, or some days: either as said (year, month, day, weekday) or worked out (start until end)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    start: date | None = None
    end: date | None = None  # exclusive
    grain: str = "day"
    reason: str = ""  # why `others` may be meant
    others: tuple[Day, ...] = ()
    backward: bool = False  # said of the past
    evening: bool = False  # "kerstavond": its hours are those of the evening
    until: date | None = None  # where "tot" ends, if not at the start: "tot eind mei" is until the end of it


@dataclass(slots=True)
class Clock:
    """A time on the clock; not `sure` where it may be twelve hours later ("half acht")."""

    hour: int
    minute: int = 0
    sure: bool = False
    figures: bool = False  # written as 8:00: as said, unless that has passed or is at night


@dataclass(slots=True)
class Length:
    """A length of time: months apart, since a month has no fixed number of days."""

    months: int = 0
    delta: timedelta = timedelta(0)
    grain: str = "hour"  # the finest unit that was said
    workdays: int = 0

    @property
    def whole_days(self) -> bool:
        return self.grain in ("day", "week", "month", "quarter", "year", "decade", "weekend", "workday", "halfyear")

    @property
    def total(self) -> timedelta:
        """As one length, a month counting 30 days and a year 365."""
        years, months = divmod(self.months, 12)
        return self.delta + timedelta(days=365 * years + 30 * months + self.workdays)


@dataclass(slots=True)
class Moment:
    """A day, a clock time, a part of the day: any of them, as one phrase names them."""

    day: Day | None = None
    clock: Clock | None = None
    part: str = ""
    number: int | None = None  # a bare number that may turn out to be an hour or a day of the month
    about: bool = False
    exact: datetime | None = None  # "over twee uur"
    noon: bool = False  # "middag" that may mean twelve o'clock
    nightly: bool = False  # "'s nachts": the small hours are of the day that was named, not of the next

    def empty(self) -> bool:
        return self.day is None and self.clock is None and not self.part and self.number is None and self.exact is None


@dataclass(slots=True)
class Span:
    """From one moment until another; either may be missing. `inclusive`: the last day or month counts."""

    first: Moment | None
    last: Moment | None
    inclusive: bool = False
    opener: str = ""


@dataclass(slots=True)
class Recurrence:
    """How often: an RFC 5545 frequency with what it needs."""

    frequency: str
    interval: int = 1
    weekdays: list[int] = field(default_factory=list)
    nth: list[int] = field(default_factory=list)  # with weekdays: which of the month, -1 the last
    monthdays: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    parity: int | None = None  # 0: even weeks, 1: odd weeks
    count: int | None = None
    part: str = ""
    clocks: list[Clock] = field(default_factory=list)
    times: int = 0  # "drie keer per week": how many of a unit, no days said

    def by_weeks(self) -> None:
        """Falls on weekdays from here on: every 14 days on Friday is every two weeks."""
        if self.frequency == "DAILY" and self.interval % 7 == 0:
            self.interval //= 7
        self.frequency = "WEEKLY"


@dataclass(slots=True)
class Phrase:
    """What stands together in a text, from token `begin` until `end`."""

    begin: int
    end: int
    moment: Moment = field(default_factory=Moment)
    span: Span | None = None
    before: Moment | None = None  # "voor", "tot"
    before_inclusive: bool = False  # "tot en met"
    before_word: str = ""
    after: Moment | None = None  # "vanaf", "na"
    after_word: str = ""
    length: Length | None = None
    whole: str = ""  # the unit of "de hele week"
    within: Length | None = None  # "binnen vijf dagen", "komende drie dagen"
    within_from: str = ""  # "now", "next" or "last"
    recurrence: Recurrence | None = None
    exclusions: list[Exclusion] = field(default_factory=list)
    borrowed: bool = False  # its day is that of the phrase before it, and not its own
    also: list[tuple[int, int]] = field(default_factory=list)  # tokens elsewhere that belong to it

    def bare_number(self) -> bool:
        return (
            self.moment.number is not None
            and self.span is None
            and self.moment.day is None
            and self.moment.clock is None
        )


class Reading:
    """The tokens of one text with the moment it is read at; what every rule of the grammar gets."""

    __slots__ = ("_words", "at", "excluding", "hint", "lean", "low", "now", "today", "tokens", "word")

    def __init__(self, tokens: list[Token], now: datetime, hint: Hint, low: str) -> None:
        self.tokens = tokens
        self.now = now
        self.today = now.date()
        self.hint = hint
        self.low = low
        self.lean = hint.part
        self.excluding = False  # what is left out leaves nothing out itself
        padded = tokens + _BEYOND
        self._words = [token.word for token in padded]
        # The token at a place, and its word; END and "" beyond the text. Asked for a thousand times in a message.
        self.at: Callable[[int], Token] = padded.__getitem__
        self.word: Callable[[int], str] = self._words.__getitem__

    def words(self, index: int, *expected: str) -> bool:
        """Whether these words stand at `index`, one after the other."""
        if self.word(index) != expected[0]:
            return False
        return tuple(self._words[index : index + len(expected)]) == expected
