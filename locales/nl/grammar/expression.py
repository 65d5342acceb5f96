"""What a text says about time, as one frozen value that crosses to the rest of the program."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as RFC 5545 writes them, Monday first."""


@dataclass(frozen=True)
class Exclusion:
    """What a recurrence leaves out: weekdays ("behalve dinsdag"), days, or holidays by name of their kind."""

    kind: str  # "weekdays", "dates", "feast", "school_holidays", "public_holidays"
    weekdays: tuple[str, ...] = ()  # "MO".."SU"
    start: datetime | None = None  # with "dates": from (inclusive) ...
    end: datetime | None = None  # ... until (exclusive)
    name: str = ""  # with "school_holidays": "summer", "christmas", ... or "" for all of them; "feast": each year's

    def leaves_out(self, day: date) -> bool:
        """Whether it is a weekday or a date that is left out; holidays are not looked up here."""
        dated = self.start is not None and self.end is not None and self.start.date() <= day < self.end.date()
        return dated or CODES[day.weekday()] in self.weekdays


@dataclass(frozen=True)
class Hint:
    """What the conversation knows beside the text: it settles doubts, it never overrules what the text says."""

    day: datetime | None = None  # the day that is on the table (aware, midnight): "om half drie" is then on that day
    part: str = ""  # "morning", "afternoon", "evening" or "night": what the task or an earlier message suggests
    region: str = ""  # school holidays of "noord", "midden" or "zuid"


@dataclass(frozen=True)
class TimeExpression:
    """One expression of time in a text, resolved; `alternatives` hold the other readings where the text leaves a doubt.

    All datetimes are aware, in the zone of `now`. Ends are exclusive. Kinds:
    date      a day: start is its midnight, end the next midnight
    time      a clock time without a day: start on the day it most likely means, end None
    datetime  a day and a clock time: start, end None
    interval  from start until end; either may be None ("vanaf 14 uur", "tot vrijdag")
    duration  only a length ("anderhalf uur"): `duration`; start and end None
    set       a recurrence: `rule`, `times`, `since`, `until`, `exclusions`; start and end are its first occurrence
    """

    span: tuple[int, int]  # start and end in the text, with the prepositions that belong to it
    kind: str
    start: datetime | None = None
    end: datetime | None = None
    grain: str = "minute"  # of what was said: minute, hour, day, week, month, quarter, season, year, decade
    has_date: bool = False  # the text fixes the day (or days)
    has_clock: bool = False  # the text fixes the clock time
    duration: timedelta | None = None  # a length that was said, or of each occurrence of a set ("van 9 tot 12")
    part: str = ""  # "morning", "afternoon", "evening", "night" where a part of the day was said
    about: bool = False  # "rond 11 uur"
    rule: str | None = None  # RFC 5545 RRULE without time of day: "FREQ=WEEKLY;BYDAY=MO,TH"; the times stand in `times`
    times: tuple[time, ...] = ()  # clock times of each day of a set, on the wall clock
    since: datetime | None = None  # a set begins here, where that was said
    until: datetime | None = None  # a set ends before this, where that was said
    exclusions: tuple[Exclusion, ...] = ()
    often: int = 0  # "drie keer per week": so many in each period of the rule, on days that were not said
    reason: str = (
        ""  # why there are alternatives: part_of_day, weekday_date, which_week, which_year, which_day, before_or_on
    )
    alternatives: tuple[TimeExpression, ...] = field(default=())
    also: tuple[tuple[int, int], ...] = ()  # other places in the text that belong to it: "..., behalve met Kerst"

    def shifted(self, offset: int) -> TimeExpression:
        """The same expression with its span moved by `offset` characters."""
        return replace(
            self,
            span=(self.span[0] + offset, self.span[1] + offset),
            also=tuple((begin + offset, end + offset) for begin, end in self.also),
            alternatives=tuple(a.shifted(offset) for a in self.alternatives),
        )
