"""Times as people write them: "donderdag 6 maart om 14:30", "elke dinsdag en zaterdag om 10:00"; the parser
reads them back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from locales.nl.grammar import calendar
from locales.nl.grammar.expression import CODES, Exclusion, TimeExpression
from locales.nl.grammar.form import Day
from locales.nl.grammar.words import BOUNDS, DATA

LABEL = 20  # characters that a button may have
WEEKDAYS = tuple(DATA["weekdays"][str(k)][0] for k in range(7))
MONTHS = tuple(DATA["months"][str(k)][0] for k in range(1, 13))
SHORT_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
PARTS = {"morning": "'s ochtends", "afternoon": "'s middags", "evening": "'s avonds", "night": "'s nachts"}
SEASONS = {3: "lente", 6: "zomer", 9: "herfst", 12: "winter"}
ORDINALS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}
UNITS = {
    "MINUTELY": ("minuut", "minuten"),
    "HOURLY": ("uur", "uur"),
    "DAILY": ("dag", "dagen"),
    "WEEKLY": ("week", "weken"),
    "MONTHLY": ("maand", "maanden"),
    "YEARLY": ("jaar", "jaar"),
}
HOLIDAYS = {
    "": "de vakantie",
    "summer": "de zomervakantie",
    "christmas": "de kerstvakantie",
    "autumn": "de herfstvakantie",
    "spring": "de voorjaarsvakantie",
    "may": "de meivakantie",
}


def and_list(words: list[str]) -> str:
    """ "a, b en c"."""
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def clock(at: time | datetime) -> str:
    """ "14:30"."""
    return f"{at.hour:02}:{at.minute:02}"


def day(when: date, now: datetime) -> str:
    """ "donderdag 6 maart", with the year where it is not the coming one."""
    name = f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"
    coming = calendar.settled(Day(month=when.month, day=when.day), now.date())
    return name if coming is not None and coming.start == when else f"{name} {when.year}"


def relative_day(when: date, now: datetime) -> str:
    """ "vandaag", "morgen" or "overmorgen"; else the date."""
    ahead = (when - now.date()).days
    return ("vandaag", "morgen", "overmorgen")[ahead] if 0 <= ahead <= 2 else day(when, now)


def moment(when: datetime, now: datetime, *, relative: bool = False) -> str:
    """ "donderdag 6 maart om 14:30", or "morgen om 14:30" where `relative`."""
    name = relative_day(when.date(), now) if relative else day(when.date(), now)
    return f"{name} om {clock(when)}"


def span(start: datetime, end: datetime, now: datetime, *, relative: bool = False) -> str:
    """ "donderdag 6 maart 14:30-15:30"; of more than a day "van vrijdag 7 maart 18:00 tot zondag 9 maart 12:00"."""
    name = relative_day(start.date(), now) if relative else day(start.date(), now)
    wall = end.replace(tzinfo=None) - start.replace(tzinfo=None)
    if timedelta(0) < wall < timedelta(days=1):
        return f"{name} {clock(start)}-{clock(end)}"
    return f"van {name} {clock(start)} tot {day(end.date(), now)} {clock(end)}"


def label(start: datetime, now: datetime, end: datetime | None = None, *, timed: bool = True) -> str:
    """For a button, at most 20 characters: "do 6 mrt 14:30", with its end where there is room."""
    name = f"{SHORT_DAYS[start.weekday()]} {start.day} {SHORT_MONTHS[start.month - 1]}"
    coming = calendar.settled(Day(month=start.month, day=start.day), now.date())
    if coming is None or coming.start != start.date():
        name += f" '{start.year % 100:02}"
    if not timed:
        return name
    whole = f"{name} {clock(start)}" + (f"-{clock(end)}" if end is not None else "")
    return whole if len(whole) <= LABEL else f"{name} {clock(start)}"


def short(expression: TimeExpression, now: datetime) -> str:
    """The label of an expression that has a start or end: "do 6 mrt 14:30", "do 6 mrt", "tot do 6 mrt"."""
    if expression.times and expression.start is None:
        return clock(expression.times[0])
    at = expression.start or expression.end
    if at is None:
        return length(expression.duration)[:LABEL] if expression.duration else ""
    timed = expression.has_clock or bool(expression.part)
    end = expression.end if timed and expression.start is not None else None
    return ("tot " if expression.start is None else "") + label(at, now, end, timed=timed)


def length(duration: timedelta) -> str:
    """ "3 dagen", "1 uur en 30 minuten"."""
    seconds = round(duration.total_seconds())
    for size, one, more in ((365, "jaar", "jaar"), (30, "maand", "maanden"), (7, "week", "weken")):
        count, rest = divmod(seconds, size * 86400)
        if count and not rest:
            return f"{count} {one if count == 1 else more}"
    pieces = []
    for size, one, more in (
        (86400, "dag", "dagen"),
        (3600, "uur", "uur"),
        (60, "minuut", "minuten"),
        (1, "seconde", "seconden"),
    ):
        count, seconds = divmod(seconds, size)
        if count:
            pieces.append(f"{count} {one if count == 1 else more}")
    if pieces == ["1 uur"]:
        return "een uur"
    if len(pieces) == 1 and pieces[0].endswith(" uur") and duration < timedelta(hours=24):
        return pieces[0].replace("uur", "uren")
    return and_list(pieces)


def spoken(expression: TimeExpression, now: datetime, *, relative: bool = False) -> str:
    """An expression in the words of people; `parse` reads it back to the same moments."""
    if expression.rule is not None:
        return _set(expression, now)
    start, end = expression.start, expression.end
    if start is None and end is None:
        return length(expression.duration) if expression.duration else ""
    if start is None:
        assert end is not None
        return "tot " + _edge(end, expression.has_clock, now, relative)
    if expression.kind in ("time", "datetime"):
        if expression.kind == "time" and timedelta(0) <= start - now < timedelta(days=1) and not relative:
            return f"om {clock(start)}"
        return moment(start, now, relative=relative)
    if end is None:
        return "vanaf " + _edge(start, expression.has_clock, now, relative)
    if expression.kind == "date":
        return relative_day(start.date(), now) if relative else day(start.date(), now)
    return _interval(expression, start, end, now, relative)


def _edge(at: datetime, timed: bool, now: datetime, relative: bool) -> str:
    if timed or at.hour or at.minute:
        return moment(at, now, relative=relative)
    return relative_day(at.date(), now) if relative else day(at.date(), now)


def _interval(expression: TimeExpression, start: datetime, end: datetime, now: datetime, relative: bool) -> str:
    if (start.hour, start.minute, end.hour, end.minute) != (0, 0, 0, 0) or expression.has_clock:
        bounds = BOUNDS.get(expression.part)
        if (
            bounds
            and not expression.has_clock
            and start.hour == bounds[0]
            and not start.minute
            and end.hour == bounds[1] % 24
            and (end.date() - start.date()).days == bounds[1] // 24
        ):
            name = relative_day(start.date(), now) if relative else day(start.date(), now)
            return f"{name} {PARTS[expression.part]}"
        return span(start, end, now, relative=relative)
    words = _days(start.date(), end.date(), expression.grain, now)
    return f"{words} {PARTS[expression.part]}" if expression.part in PARTS else words


def _days(first: date, until: date, grain: str, now: datetime) -> str:
    """Whole days: by the name of the week, month, season or year where they are one, else first and last day."""
    if grain == "week" and first.weekday() == 0 and until - first == timedelta(weeks=1):
        return f"de week van {day(first, now)}"
    if grain == "weekend" and first.weekday() == 5 and until - first == timedelta(days=2):
        return f"het weekend van {day(first, now)}"
    if first.day == until.day == 1:
        months = (until.year - first.year) * 12 + until.month - first.month
        if months == 1 and grain == "month":
            return f"{MONTHS[first.month - 1]} {first.year}"
        if months == 12 and first.month == 1 and grain == "year":
            return f"in {first.year}"
        if months == 3 and grain == "season":
            return f"de {SEASONS[first.month]} van {first.year}"
        if months == 3 and grain == "quarter":
            return f"het {ORDINALS[first.month // 3 + 1]} kwartaal van {first.year}"
    last = until - timedelta(days=1)
    if last <= first:
        return day(first, now)
    if last.year == first.year and timedelta(0) <= first - now.date() < timedelta(days=150):
        return f"van {_named(first)} t/m {_named(last)}"
    return f"van {_named(first)} {first.year} t/m {_named(last)} {last.year}"


def _named(when: date) -> str:
    return f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def _set(expression: TimeExpression, now: datetime) -> str:
    assert expression.rule is not None
    rule = dict(piece.split("=") for piece in expression.rule.split(";"))
    words = [_often(expression.often, rule) if expression.often else _frequency(rule)]
    if expression.often and "BYDAY" in rule:
        words.append("op " + and_list([WEEKDAYS[CODES.index(code[-2:])] for code in rule["BYDAY"].split(",")]))
    if expression.times:
        if expression.duration is not None and len(expression.times) == 1:
            finish = datetime.combine(date(2001, 1, 1), expression.times[0]) + expression.duration
            words.append(f"van {clock(expression.times[0])} tot {clock(finish)}")
        else:
            words.append("om " + and_list([clock(at) for at in expression.times]))
    elif expression.part in PARTS:
        words.append(PARTS[expression.part])
    if expression.duration is not None and len(expression.times) != 1:
        words.append(length(expression.duration))
    if "COUNT" in rule:
        words.append(f"{rule['COUNT']} keer")
    if expression.since is not None:
        words.append("vanaf " + _dated(expression.since.date(), now))
    if expression.until is not None:
        words.append("tot en met " + _dated(expression.until.date() - timedelta(days=1), now))
    words += [_exclusion(exclusion, now) for exclusion in expression.exclusions]
    return " ".join(words)


def _dated(when: date, now: datetime) -> str:
    return day(when, now) if now.year == when.year and when >= now.date() else f"{_named(when)} {when.year}"


def _exclusion(exclusion: Exclusion, now: datetime) -> str:
    if exclusion.kind == "weekdays":
        return "behalve op " + and_list([WEEKDAYS[CODES.index(code)] for code in exclusion.weekdays])
    if exclusion.kind == "public_holidays":
        return "behalve op feestdagen"
    if exclusion.kind == "feast":
        return f"behalve met {exclusion.name}"
    if exclusion.kind == "dates" and exclusion.start is not None and exclusion.end is not None:
        first, until = exclusion.start.date(), exclusion.end.date()
        if first.day == until.day == 1 and (until - first).days <= 31:
            return f"behalve in {MONTHS[first.month - 1]} {first.year}"
        return "behalve " + _days(exclusion.start.date(), exclusion.end.date(), "day", now)
    return f"behalve in {HOLIDAYS.get(exclusion.name, 'de vakantie')}"


def _often(often: int, rule: dict[str, str]) -> str:
    """ "3 keer per week", "1 keer in de 2 weken"."""
    one, more = UNITS[rule["FREQ"]]
    interval = int(rule.get("INTERVAL", 1))
    return f"{often} keer per {one}" if interval == 1 else f"{often} keer in de {interval} {more}"


def _frequency(rule: dict[str, str]) -> str:
    """ "elke dinsdag en zaterdag", "elke 2 weken op vrijdag", "elke eerste maandag van de maand"."""
    interval = int(rule.get("INTERVAL", 1))
    frequency = rule["FREQ"]
    one, more = UNITS[frequency]
    each = f"{'elk' if one in ('uur', 'jaar') else 'elke'} {one}" if interval == 1 else f"elke {interval} {more}"
    codes = rule["BYDAY"].split(",") if "BYDAY" in rule else []
    names = [WEEKDAYS[CODES.index(code[-2:])] for code in codes]
    if frequency == "WEEKLY" and codes:
        if interval == 1:
            if codes == list(CODES[:5]):
                return "elke werkdag"
            return "elk weekend" if codes == list(CODES[5:]) else "elke " + and_list(names)
        return f"{each} op {and_list(names)}"
    if frequency == "MONTHLY":
        if "BYSETPOS" in rule:
            return f"elke {ORDINALS[int(rule['BYSETPOS'])]} werkdag van de maand"
        if codes:
            which = and_list([ORDINALS[int(code[:-2])] for code in codes])
            return f"elke {which} {names[0]} van de maand" if interval == 1 else f"{each} op de {which} {names[0]}"
        if "BYMONTHDAY" in rule:
            numbers = rule["BYMONTHDAY"].split(",")
            if numbers == ["-1"]:
                return "elke laatste dag van de maand"
            which = and_list([f"{number}e" for number in numbers])
            return f"elke {which} van de maand" if interval == 1 else f"{each} op de {which}"
    if frequency == "YEARLY" and "BYMONTH" in rule:
        month = MONTHS[int(rule["BYMONTH"]) - 1]
        return f"elk jaar op {rule['BYMONTHDAY']} {month}" if "BYMONTHDAY" in rule else f"elke {month}"
    return each
