"""Days as people name them: "overmorgen", "dinsdag over een week", "de 15e", "eind maart", "week 14"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, dates, daysoff, definite, ordinals, periods, portions, shifts, weekdays
from locales.nl.grammar.form import ONE_DAY, Day, Length, Moment, Reading
from locales.nl.grammar.lengths import length
from locales.nl.grammar.words import COUNTED, LISTS

Found = tuple[Day, int]


SHIFT_STEPS = {"next": 1, "coming": 1, "this": 0, "last": -1}


MOTHER_AFTER = LISTS["mother_after"]


LEADS_DAY = LISTS["leads_day"]


ORDINAL_NOUNS = LISTS["ordinal_nouns"]
BEEN = LISTS["been"]


FIRST_DAYS = {
    "begin": (1, 10),
    "midden": (11, 20),
    "medio": (11, 20),
    "half": (11, 20),
    "halverwege": (11, 20),
    "eind": (21, 32),
    "einde": (21, 32),
    "mid": (11, 20),
    "start": (1, 10),
}


def day(r: Reading, i: int, m: Moment) -> tuple[Day, int] | None:
    """The day named at `i`, with its other name in brackets; a part of the day inside the word goes to `m`."""
    found = _day(r, i, m)
    if found is not None and found[0].month and found[0].day and found[0].weekday is None:
        return found[0], _weekday_after(r, found[0], found[1])
    if found is not None and r.word(found[1]) == "(":
        settled = calendar.settled(found[0], r.today)
        if settled is not None and settled.grain == "day":
            return found[0], named_again(r, settled, found[1])
    return found


def _weekday_after(r: Reading, found: Day, j: int) -> int:
    """Where "12 december, zaterdag" or "12 december (za)" ends; the weekday goes to the day."""
    k = j + 1 if r.word(j) in (",", "(") else j
    weekday, after = r.at(k).means.get("weekday"), r.at(k + 1)
    if weekday is None or "inpart" in r.at(k).means or ("short" in r.at(k).means and r.word(j) != "("):
        return j
    if r.word(j) == "(":
        closed = after.word == ")"
    else:
        closed = after.kind in ("end", "stop", "clock") or after.word in ("om", "van", "vanaf", "rond", "tussen", ".")
    when = calendar.settled(found, r.today) if not closed and r.word(j) == "," else None
    same = when is not None and when.start is not None and when.start.weekday() == weekday
    if not closed and not same:
        return j
    found.weekday = int(weekday)
    return k + 1 + (r.word(j) == "(")


def _day(r: Reading, i: int, m: Moment) -> tuple[Day, int] | None:
    token = r.at(i)
    means, word = token.means, token.word
    if token.kind == "date":
        year, month, number = token.value
        return Day(year=year, month=month, day=number), i + 1
    if token.kind == "pair":
        return dates.pair(r, i)
    if word in daysoff.FIRST_WORDS and (found := daysoff.feast(r, i)):
        m.part = m.part or ("night" if word.endswith("nacht") else "")
        return found
    if word in daysoff.SCHOOL or word == "grote":
        return daysoff.school(r, i)
    if "day" in means:
        return _counted(r, i, m)
    if "weekday" in means:
        return weekdays.weekday(r, i, m)
    if "month" in means:
        return dates.month(r, i)
    if "shift" in means:
        return shifts.shifted(r, i, m)
    if word in FIRST_DAYS and (found := portions.part_of_period(r, i)):
        return found
    if word in periods.WEEK and (found := periods.week(r, i, m)):
        return found
    if "season" in means:
        return periods.season(r, i, 0)
    if word in ("later", "rest", "verder", "resterende", "restant") and (found := portions.rest(r, i)):
        return found
    if means.get("unit") == "weekend" and word in ("weekend", "weekeinde", "weekeind"):
        return periods.weekend(r, i)
    if word in ("de", "den", "het", "dit", "d'n"):
        return definite.definite(r, i, m)
    if "number" in means or "ordinal" in means or word in ("laatste", "voorlaatste"):
        return _numbered(r, i)
    if word == "van" and r.words(i + 1, "de", "week") and r.word(i - 1) not in OF_WEEK:
        return calendar.week(r.today), i + 3  # "komt er van de week iemand?"
    if word == "jaar" and (year := dates.year_at(r, i + 1)):
        return Day(year=year[0], grain="year"), year[1]
    if word in ("q1", "q2", "q3", "q4"):
        year = dates.year_at(r, i + 1)
        return periods.quarter(r, int(word[1]), year[0] if year else None), year[1] if year else i + 1
    if word == "maand" and "month" in r.at(i + 1).means:
        return dates.month(r, i + 1, sure=True)
    if word == "maand" and r.words(i + 1, "van") and "month" in r.at(i + 2).means:
        return dates.month(r, i + 2, sure=True)
    if word == "maand" and r.words(i + 1, "na", "de", "volgende"):
        first = calendar.add_months(r.today.replace(day=1), 2)
        return calendar.month(first.year, first.month), i + 4
    if word in ("dag", "daags") and r.word(i + 1) in ("voor", "na"):
        return beside(r, Length(delta=timedelta(days=1), grain="day"), i + 1)
    if word in ("hele", "heel", "ganse", "gehele", "volledige"):
        return _whole(r, i, m)
    return None


def _counted(r: Reading, i: int, m: Moment) -> Found | None:
    """Counted from today: "morgen", "overmorgenavond", "morgen over een week"."""
    means = r.at(i).means
    if r.word(i) in ("morgen", "heden") and r.word(i - 1) in ("goede", "goeie", "guten"):
        return None
    found = calendar.single(r.today + means["day"] * ONE_DAY)
    j = i + 1
    if "inpart" in means:
        m.part = means["inpart"]
        if m.part == "night" and means["day"] == 0 and (r.now.hour < 5 or _has_been(r)):
            found = calendar.single(r.today - ONE_DAY)
    elif r.word(j) == "vroeg" and r.word(j + 1) not in ("in", "op"):
        m.part, j = "morning", j + 1
    return _moved(r, found, named_again(r, found, j))


def _has_been(r: Reading) -> bool:
    """Whether a night is told of, by day: "mam had vannacht twee keer gebeld"."""
    words = {token.word for token in r.tokens}
    done = any(word.startswith("ge") and len(word) > 5 and word[-1] in "dtn" for word in words)
    told = not words.isdisjoint(BEEN) or (done and not words.isdisjoint(("heeft", "hebben", "heb", "is", "ben")))
    return told and 5 <= r.now.hour < 18


def named_again(r: Reading, found: Day, j: int) -> int:
    """Where "morgen, vrijdag 8 augustus" or "morgen (vrijdag)" ends: the same day by its other name is no second."""
    k = j + 1 if r.word(j) in (",", "(") else j
    token = r.at(k)
    if not ("weekday" in token.means or "number" in token.means or token.kind in ("pair", "date") or r.word(k) == "de"):
        return j
    inner = Moment()
    again = day(r, k, inner)
    if again is None or inner.part or (again[0].day is None and again[0].weekday is None):
        return j
    if again[0].day is None and r.word(again[1]) in (",", "en", "of", "t/m", "tot"):
        return j  # "morgen, vrijdag en zaterdag"
    same = calendar.settled(again[0], r.today)
    if same is not None and same.start != found.start and again[0].day is None and not same.others:
        return j
    starts = [option.start for option in (same, *same.others)] if same is not None else []
    if found.start not in starts or (r.word(j) == "(" and r.word(again[1]) != ")"):
        return j
    return again[1] + (r.word(j) == "(")


def _moved(r: Reading, found: Day, j: int) -> Found:
    """A day with "over een week" or "over veertien dagen" after it."""
    if r.word(j) == "over" and (counted := length(r, j + 1)) and counted[0].whole_days and found.start:
        start = plus(found.start, counted[0])
        return calendar.single(start), counted[1]
    return found, j


def plus(start: calendar.date, span: Length) -> calendar.date:
    """A day so much later; past the calendar's end it stays at its last year."""
    try:
        moved = calendar.add_months(start, span.months) + timedelta(days=span.delta.days)
    except OverflowError:
        return calendar.date(9998, 1, 1)
    return calendar.add_workdays(moved, span.workdays)


def _numbered(r: Reading, i: int) -> Found | None:
    """What begins with a number: a date, "tweede zaterdag", "eerste week van mei", "laatste drie maanden van 2025"."""
    number = dates.number_at(r, i, 1, 31)
    if number is not None and (dated := dates.dated(r, i, number)):
        return dated
    token = r.at(i)
    if token.kind == "number" and len(token.word) == 4 and 1900 <= token.value <= 2200:
        j = i + 2 if r.word(i + 1) == "," else i + 1
        if "month" in r.at(j).means:
            return Day(year=token.value, month=r.at(j).means["month"]), j + 1
        led = r.word(i - 1) in ("van", "vanaf", "voor", "tot", "t/m", "na") and 0 <= token.value - r.today.year <= 10
        led = led or (r.word(i - 1) in ("voor", "na", "vanaf") and token.value < r.today.year)
        said = (
            r.word(i - 1) in ("in", "jaar", "sinds", "heel", "eind", "begin")
            or (i == 0 and r.at(i + 1).kind == "end")
            or (led and token.value % 5 != 0)  # "tot 2030" may be half past eight
            or _between_years(r, i)
        )
        return (
            (Day(year=token.value), i + 1)
            if said and r.word(i + 1) not in ("uur", "u") and r.word(i + 1) not in COUNTED
            else None
        )
    return ordinals.nth(r, i)


def _between_years(r: Reading, i: int) -> bool:
    """ "tussen 2027 en 2029": either of them."""
    first = i if r.word(i - 1) == "tussen" else i - 2
    years = [r.at(k) for k in (first, first + 2)]
    joined = r.word(first - 1) == "tussen" and r.word(first + 1) == "en"
    return joined and all(t.kind == "number" and len(t.word) == 4 and 1900 <= t.value <= 2200 for t in years)


ALONE = LISTS["alone"]
OF_WEEK = (
    "dag",
    "dagen",
    "avond",
    "moment",
    "rest",
    "keer",
    "einde",
    "eind",
    "begin",
    "midden",
    "helft",
    "week",
)


def _whole(r: Reading, i: int, m: Moment) -> Found | None:
    """ "hele volgende week", "heel maart", "hele maandag"; a bare "hele week" is a length and read elsewhere."""
    j = i + 1
    if r.word(j) in ("de", "het"):
        j += 1
    token = r.at(j)
    if (
        "shift" in token.means
        or "month" in token.means
        or "weekday" in token.means
        or "season" in token.means
        or "day" in token.means
    ):
        return day(r, j, m)
    if r.at(j).means.get("unit") == "weekend":
        return periods.weekend(r, j)
    return periods.week(r, j) if r.word(j) in periods.WEEK else None


def beside(r: Reading, span: Length, j: int) -> Found | None:
    """So long before or after a day: "de dag na pasen", "twee dagen voor kerst", "2 weken na morgen"."""
    back = r.word(j) in ("voor", "eerder")
    k = j + 1
    inner_moment = Moment()
    inner = day(r, k, inner_moment)
    if inner is None or inner_moment.part:
        return None
    base = calendar.settled(inner[0], r.today)
    if base is None or base.start is None or base.end is None or (base.grain not in ("day", "weekend")):
        return None
    if back:
        return calendar.single(plus(base.start, Length(-span.months, -span.delta, span.grain, -span.workdays))), inner[
            1
        ]
    return calendar.single(plus(base.end - ONE_DAY, span)), inner[1]
