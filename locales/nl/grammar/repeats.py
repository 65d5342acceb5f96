"""Inside a phrase: how often, and its further clock times."""

from __future__ import annotations

from locales.nl.grammar import hours, parts
from locales.nl.grammar.form import Clock, Moment, Phrase, Reading, Recurrence
from locales.nl.grammar.lengths import length
from locales.nl.grammar.moments import moment
from locales.nl.grammar.named import JOIN
from locales.nl.grammar.recurrences import recurrence
from locales.nl.grammar.rows import as_weekdays, has_hours
from locales.nl.grammar.sets import days_of_month

MOST_A_DAY = 6  # "elke dag tien keer" is so often in all


def repeat(r: Reading, k: int, p: Phrase) -> int | None:
    if p.recurrence is not None:
        return _another_part(r, k, p) or _more_clocks(r, k, p)
    if p.length is not None and r.word(k) == "lang" and p.length.whole_days and (found := recurrence(r, k + 1)):
        p.recurrence, p.within, p.within_from, p.length = found[0], p.length, "now", None
        return found[1]  # "zes weken lang elke dinsdag"
    if p.moment.clock is not None and r.word(k) in JOIN:
        return _clocks_first(r, k, p)
    if p.span is not None and p.span.first and p.span.first.day and not (_habit(r, k) and not has_hours(p.span)):
        return None
    day = p.moment.day
    timed = p.moment.clock is not None or (p.span is not None and has_hours(p.span))
    if day is not None and timed and r.word(k - 1) == ",":
        return None  # "morgen om 10 uur, elke vrijdag om 9 uur": two things
    long = day is not None and ((day.month and not day.day) or day.grain in ("month", "season"))
    if day is not None and not ("every" in r.at(k).means or "adverb" in r.at(k).means or (long and _habit(r, k))):
        return None
    found = recurrence(r, k)
    if found is None:
        return None
    p.recurrence = found[0]
    p.span = days_of_month(p.span)  # "1 t/m 5 maart dagelijks om 9 uur"
    if p.moment.day is not None:
        day = p.moment.day
        if (
            day.weekday is not None
            and day.month is None
            and day.day is None
            and p.recurrence.frequency in ("WEEKLY", "DAILY")
        ):
            p.recurrence.weekdays = p.recurrence.weekdays or [day.weekday]
            p.recurrence.by_weeks()
            p.moment.day = None
    return found[1]


def _habit(r: Reading, k: int) -> bool:
    """Whether what stands at `k` can only be a habit: "elke", "dagelijks", "maandags", "doordeweeks", "om de dag"."""
    j = k + (r.word(k) in ("op", "'s", "s"))
    return (
        bool({"every", "adverb", "weekdays", "workweek"} & r.at(j).means.keys())
        or r.words(k, "om", "de")
        or (
            r.word(k) in ("in", "de", "even", "oneven")
            and {r.word(k), r.word(k + 1), r.word(k + 2)} & {"even", "oneven"} != set()
        )
    )


def _clocks_first(r: Reading, k: int, p: Phrase) -> int | None:
    """ "om 8 en 20 uur elke dag": several clock times, and only then how often."""
    if p.moment.day is not None or p.span is not None or p.before is not None or p.after is not None:
        return None
    ahead = r.tokens[k : k + 20]
    if not any("every" in token.means or "adverb" in token.means for token in ahead):
        return None
    clocks: list[Clock] = []
    j = k
    while len(clocks) < 12 and r.word(j) in JOIN and (more := moment(r, j + 1 + (r.word(j + 1) == "om"), bare=True)):
        said = _as_clock(more[0])
        if said is None or more[0].day is not None or bool(more[0].part) != bool(p.moment.part):
            return None
        clocks.append(hours.fixed(said, more[0].part) if more[0].part else said)
        j = more[1]
    token = r.at(j)
    found = recurrence(r, j) if clocks and ("every" in token.means or "adverb" in token.means) else None
    if found is None:
        return None
    if p.moment.part and p.moment.clock is not None:  # "'s ochtends om 7 en 's avonds om 7 elke dag"
        p.moment.clock, p.moment.part = hours.fixed(p.moment.clock, p.moment.part), ""
    p.recurrence = found[0]
    p.recurrence.clocks = clocks
    return found[1]


def _as_clock(said: Moment) -> Clock | None:
    if said.clock is not None:
        return said.clock
    return Clock(said.number, 0, said.number > 12) if said.number is not None and said.number <= 24 else None


def _another_part(r: Reading, k: int, p: Phrase) -> int | None:
    """ "elke ochtend en avond", "elke dag 's ochtends en 's avonds": which hours is not said, so it stays open."""
    rec = p.recurrence
    assert rec is not None
    if not (rec.part or p.moment.part) or p.moment.clock is not None or r.word(k) not in JOIN:
        return None
    j = k + 1 + (r.word(k + 1) in ("elke", "iedere", "in", "de"))
    other = Moment()
    bare = r.at(j).means.get("part") if "day" not in r.at(j).means or r.word(j) == "morgen" else None
    end = j + 1 if bare else parts.part(r, j, other)
    if (
        end is None
        or "part" in r.at(end).means
        or (r.at(end).kind == "word" and r.word(end) in ("om", "van", "tussen"))
    ):
        return None
    rec.part = p.moment.part = ""
    return end


def _put_times(rec: Recurrence, times: int) -> None:
    """ "elke dag drie keer" is so often each day, "elke maandag zes keer" in all; "elke dag een keer" says no more."""
    if times == 1:
        return
    if rec.weekdays or rec.monthdays or times > MOST_A_DAY:
        rec.count = times or None
    else:
        rec.times = times


def _more_clocks(r: Reading, k: int, p: Phrase) -> int | None:
    """ "om 8, 12.30 en 18 uur": the further clock times of a recurrence; and its number of times."""
    rec = p.recurrence
    assert rec is not None
    if p.moment.clock is not None and (r.word(k) in ("en", "&", "+", ",") or r.word(k - 1) == ","):
        n = k + 1 if r.word(k) in ("en", "&", "+", ",") else k
        if r.word(n) in ("om", "en"):
            n += 1
        further = moment(r, n, bare=True)
        counted = further and further[0].number is not None and "unit" in r.at(further[1]).means
        if further and further[0].day is None and not counted:
            return _another_clock(p, rec, further[0], further[1])
    if "number" in r.at(k).means and r.word(k + 1) in ("keer", "maal", "x") and r.word(k + 2) not in ("per", "in"):
        _put_times(rec, int(r.at(k).means["number"]))
        return k + 2
    if (
        "number" in r.at(k).means
        and "unit" in r.at(k + 1).means
        and r.word(k + 2) == "lang"
        and (found_length := length(r, k))
    ):
        if found_length[0].whole_days:
            p.within, p.within_from = found_length[0], "now"
        else:
            p.length = found_length[0]  # "elke vrijdag om 9 uur, 2 uur lang"
        return found_length[1] + 1
    if (
        r.word(k) in ("voor", "gedurende")
        and (r.at(k + 2).means.get("unit") in ("week", "month", "year"))
        and (found_length := length(r, k + 1))
    ):
        p.within, p.within_from = found_length[0], "now"
        return found_length[1]
    other = (
        recurrence(r, k)
        if "number" not in r.at(k).means
        and ("every" in r.at(k).means or r.word(k) in ("even", "oneven", "in", "de", "om", "doordeweeks", "'s", "op"))
        else None
    )
    if other and other[0].parity is not None and rec.parity is None and rec.frequency in ("WEEKLY", "DAILY"):
        rec.interval, rec.parity, rec.frequency = 2, other[0].parity, "WEEKLY"
        return other[1]
    weekly = other and other[0].frequency == "WEEKLY" and not other[0].weekdays and other[0].parity is None
    if other and weekly and as_weekdays(p):
        rec.interval = other[0].interval  # "om 8 uur ma t/m vr elke week"
        return other[1]
    if other and other[0].part and not other[0].weekdays and other[0].frequency == "DAILY":
        p.moment.part = other[0].part
        return other[1]
    if (
        other
        and other[0].frequency == "WEEKLY"
        and other[0].weekdays
        and (rec.frequency == "DAILY" or not rec.weekdays)
    ):
        rec.frequency, rec.weekdays = "WEEKLY", other[0].weekdays
        rec.interval = max(rec.interval, other[0].interval)
        return other[1]
    return None


def _another_clock(p: Phrase, rec: Recurrence, more: Moment, end: int) -> int | None:
    """A further clock time; where it has a part of the day of its own, the first keeps its own too."""
    more.clock = _as_clock(more)
    if more.clock is None or p.moment.clock is None:
        return None
    if more.part:
        own = p.moment.part or rec.part
        if own:
            p.moment.clock, p.moment.part, rec.part = hours.fixed(p.moment.clock, own), "", ""
        more.clock = hours.fixed(more.clock, more.part)
    rec.clocks.append(more.clock)
    return end
