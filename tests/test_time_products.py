"""Days crossed with hours, spans, series and bounds, in every order: what comes out is what the calendar says."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from locales.nl.time import TimeExpression, parse

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOWS = [
    datetime(2026, 11, 22, 17, 0, tzinfo=AMSTERDAM),
    datetime(2027, 7, 14, 20, 30, tzinfo=AMSTERDAM),
    datetime(2026, 12, 29, 7, 40, tzinfo=AMSTERDAM),
]
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
SHORT = ["ma", "di", "wo", "do", "vr", "za", "zo"]
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
HOURS = ["twaalf", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]


def _day(dice: random.Random, today: date) -> tuple[str, date]:
    """A day as somebody names it, and the day it is."""
    n, ahead = dice.randrange(7), today + timedelta(dice.randrange(1, 300))
    coming = today + timedelta((n - today.weekday()) % 7 or 7)
    next_monday = today - timedelta(today.weekday()) + timedelta(7)
    return dice.choice(
        [
            ("morgen", today + timedelta(1)),
            ("overmorgen", today + timedelta(2)),
            (DAYS[n], coming),
            (f"op {DAYS[n]}", coming),
            (f"{ahead.day} {MONTHS[ahead.month - 1]}", ahead),
            (f"{ahead.day}/{ahead.month}", ahead),
            (f"{DAYS[ahead.weekday()]} {ahead.day} {MONTHS[ahead.month - 1]}", ahead),
            (f"{SHORT[ahead.weekday()]}{ahead.day}/{ahead.month}", ahead),
            (f"{SHORT[ahead.weekday()]} {ahead.day}-{ahead.month}", ahead),
            (f"volgende week {DAYS[n]}", next_monday + timedelta(n)),
        ]
    )


def _clock(hour: int, minute: int, style: int) -> str:
    """An hour of the day and 0, 15, 30 or 45 minutes, in figures or in words."""
    named, following = HOURS[hour % 12], HOURS[hour % 12 + 1]
    words = {0: f"{named} uur", 15: f"kwart over {named}", 30: f"half {following}", 45: f"kwart voor {following}"}
    figures = [f"{hour}:{minute:02}", f"{hour}.{minute:02} uur", f"{hour}u{minute:02}", f"{hour:02}{minute:02}u"]
    return words[minute] if style == len(figures) else figures[style]


def _one(text: str, now: datetime) -> TimeExpression:
    found = parse(text, now)
    assert len(found) == 1, f"{text!r} on {now:%a %d %b} is {found}"
    return found[0]


@pytest.mark.parametrize("seed", range(3))
def test_a_day_and_hours_in_any_order_are_that_day_and_those_hours(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(150):
        now = dice.choice(NOWS)
        named, day = _day(dice, now.date())
        hour, minute, style = dice.randrange(8, 20), dice.choice([0, 15, 30, 45]), dice.randrange(5)
        first = datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM)
        last = first + timedelta(minutes=dice.choice([30, 60, 90, 120]))
        hours = f"van {_clock(hour, minute, style)} tot {_clock(last.hour, last.minute, style)}"
        for text in (f"{named} {hours}", f"{named}, {hours}", f"{hours} op {named.removeprefix('op ')}"):
            said = _one(text, now)
            assert said.start is not None, text
            assert said.end is not None, text
            twelve = timedelta(hours=12) * (style == 4 and said.start.hour != first.hour)
            assert abs(said.start - first) == twelve, f"{text!r} begins at {said.start}"
            assert said.end - said.start == last - first, f"{text!r} ends at {said.end}"


@pytest.mark.parametrize("seed", range(3))
def test_a_series_keeps_its_days_hours_and_bounds_in_any_order(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(150):
        now = dice.choice(NOWS)
        chosen = sorted(dice.sample(range(7), dice.choice([1, 2, 3])))
        *front, last = [DAYS[d] for d in chosen]
        interval = dice.choice([1, 2])
        lead = dice.choice(["elke", "iedere week op"] if interval == 1 else ["om de week op", "om de twee weken op"])
        days = f"{lead} {', '.join(front)}{' en ' if front else ''}{last}"
        hour, long = dice.randrange(9, 17), dice.choice([1, 2])
        hours = dice.choice([f"van {hour} tot {hour + long} uur", f"{hour}:00-{hour + long}:00"])
        begin = now.date() + timedelta(dice.randrange(5, 40))
        end = begin + timedelta(dice.randrange(20, 90))
        since, until = (f"{day.day} {MONTHS[day.month - 1]}" for day in (begin, end))
        text = dice.choice(
            [
                f"{days} {hours} van {since} t/m {until}",
                f"{hours} {days} van {since} t/m {until}",
                f"van {since} t/m {until} {days} {hours}",
            ]
        )
        said = _one(text, now)
        rule = dict(piece.split("=") for piece in (said.rule or "").split(";"))
        assert rule["BYDAY"] == ",".join(CODES[d] for d in chosen), text
        assert rule.get("INTERVAL", "1") == str(interval), text
        assert [at.hour for at in said.times] == [hour], text
        assert said.duration == timedelta(hours=long), text
        assert said.since is not None, text
        assert said.until is not None, text
        assert (said.since.date(), said.until.date()) == (begin, end + timedelta(1)), text
