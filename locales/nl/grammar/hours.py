"""Which of two hours a clock time means: by the part of the day, by the task, and by when people are awake."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

from locales.nl.grammar.form import ONE_DAY, Clock

WAKING = (7 * 60, 21 * 60)  # minutes from midnight: what is planned is most likely planned between these
EARLY = 6 * 60  # figures such as 6:45 are taken as written from here on
NOON = 12 * 60
DAY = 24 * 60
PERIODS = ("week", "month", "quarter", "season", "year", "decade")
MORNING = ("morning", "earlymorning", "forenoon")
AFTERNOON = ("afternoon", "noonhour", "lateafternoon", "lateday", "daytime")


def both(clock: Clock) -> tuple[int, int]:
    """The minutes from midnight before and after noon."""
    early = clock.hour % 12 * 60 + clock.minute
    return early, early + NOON


def by_part(clock: Clock, part: str, nightly: bool = False) -> int:
    """Minutes from the midnight that begins the day, 1440 and more on the next; `nightly`: the small hours of
    the day itself."""
    early, late = both(clock)
    said = clock.hour * 60 + clock.minute
    if clock.hour >= 13 and clock.hour < 24:
        return said
    if part in MORNING:
        return late if clock.hour == 12 else said % DAY if clock.hour < 24 else early
    if part in AFTERNOON:
        return early if clock.hour in (10, 11) and part != "lateafternoon" else (said if clock.hour == 0 else late)
    if part in ("evening", "lateevening", "dinnertime"):
        return DAY + early if early < 4 * 60 else late
    if clock.hour in (9, 10, 11):
        return late
    return early if nightly and clock.hour not in (12, 24) else DAY + early


def leaning(clock: Clock, suggested: str) -> str:
    """The part of the day that a task suggests for a clock time: "warm eten om 12 uur" is at noon all the same, and
    nobody is washed at five in the morning."""
    if clock.sure or clock.hour == 12 or (suggested == "morning" and clock.hour < 6):
        return ""
    return suggested


def fixed(clock: Clock, part: str) -> Clock:
    """The clock time that a part of the day makes certain."""
    minutes = by_part(clock, part, nightly=True)
    return Clock(minutes // 60 % 24, minutes % 60, True)


def candidates(clock: Clock) -> list[int]:
    """Minutes from midnight that a clock time may mean, the likelier first."""
    said = clock.hour * 60 + clock.minute
    if clock.sure:
        return [said]
    early, late = both(clock)
    if clock.hour == 12:
        return [late, early + DAY]
    if clock.figures and said >= EARLY:
        return [early, late]
    likely = [minute for minute in (early, late) if WAKING[0] <= minute < WAKING[1]]
    return likely + [minute for minute in (early, late) if minute not in likely]


def doubtful(clock: Clock) -> bool:
    """Whether morning and evening are both likely: seven to nine."""
    early, late = both(clock)
    return not clock.sure and not clock.figures and WAKING[0] <= early and late < WAKING[1] and clock.hour != 12


def instant(day: date, minutes: int, zone: tzinfo | None) -> datetime:
    """So many minutes on the clock into a day."""
    extra, rest = divmod(minutes, DAY)
    return datetime.combine(day + extra * ONE_DAY, time(rest // 60, rest % 60), zone)


def span(
    first: Clock | None, last: Clock | None, part: str, first_part: str, last_part: str, nightly: bool
) -> tuple[int, int]:
    """The minutes of both ends of "van 10 tot 6": the reading that is shortest and begins when people are awake."""
    first_options = _options(first, first_part, nightly)
    if not part and not first_part and by_the_day(first, last):
        first_options = first_options[:1]
    last_options = _options(last, last_part, nightly)
    best: tuple[float, int, int] | None = None
    for a in first_options:
        for b in last_options:
            lasts = (b - a) % DAY or DAY
            cost = lasts / 60 + (0 if WAKING[0] <= a < WAKING[1] else 6)
            if part and not first_part and not last_part:
                cost += 8 * (_outside(a, part) + _outside(a + lasts, part))
            if best is None or cost < best[0]:
                best = cost, a, a + lasts
    assert best is not None
    return best[1], best[2]


def by_the_day(first: Clock | None, last: Clock | None) -> bool:
    """Whether both hours count to 24: "van 8 tot 22 uur", "8:00-22:00"."""
    if first is None or last is None or first.sure or not last.sure or last.hour < 13:
        return False
    return first.hour < 12 and (first.figures or first.minute == 0)


def _options(clock: Clock | None, part: str, nightly: bool) -> list[int]:
    if clock is None:
        return [0]
    if part:
        return [by_part(clock, part, nightly)]
    if clock.sure:
        return [clock.hour * 60 + clock.minute]
    return list(both(clock))


def _outside(minutes: int, part: str) -> bool:
    from locales.nl.grammar.words import BOUNDS

    start, end = BOUNDS[part]
    at = minutes % DAY
    return not (start * 60 <= at <= end * 60 or start * 60 <= at + DAY <= end * 60)
