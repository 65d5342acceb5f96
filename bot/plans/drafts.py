"""What was said about a plan, gathered over several messages, and the draft that it makes. Pure; values are JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from bot.dialog import Values
from bot.plans.choosing_day import days_between
from locales.nl.follows import names_today
from locales.nl.grammar.expression import CODES
from locales.nl.habits import habit_of
from locales.nl.halves import is_either
from scheduling.plans import Draft
from scheduling.recurrence import on_clock

LONGEST_WHAT, MOST_PEOPLE = 80, 20
_TAKEN = (
    "critical",
    "people_needed",
    "circle",
    "rrule",
    "without",
    "note",
    "shares",
    "new_who",
    "unplanned",
    "then",
    "beside",
    "set_aside",
    "by_itself",
)
_PARTS = {
    "morning": {("06:00", "12:00"), ("09:00", "12:00"), ("06:00", "09:00")},
    "afternoon": {("12:00", "18:00"), ("12:00", "14:00"), ("15:00", "18:00"), ("09:00", "17:00")},
    "evening": {("18:00", "00:00"), ("21:00", "00:00"), ("16:00", "00:00")},
    "night": {("22:00", "06:00")},
}


def take_in(values: Values, understood: Values, today: date) -> Values:
    """What is known once this is understood too. Keys: what, title, date, time, dates, times, part, minutes, who."""
    merged = {**values, **{name: understood[name] for name in _TAKEN if understood.get(name)}}
    if understood.get("what"):
        merged["what"] = tidy(str(understood["what"]))
        merged["title"] = tidy(str(understood.get("title") or understood["what"]))
    _take_moment(merged, understood)
    _take_rule(merged, understood, today)
    minutes = understood.get("duration_min")
    if minutes is None:
        minutes = _length(understood.get("start"), understood.get("end"), understood.get("part"))
    if minutes is not None:
        merged["minutes"] = int(minutes)
    who = understood.get("who")
    if who:
        merged["who"] = [who] if isinstance(who, str) else list(who)
    return {name: value for name, value in merged.items() if value not in (None, "", [])}


def tidy(what: str) -> str:
    """The name of a task without stray spaces and punctuation, at most 80 characters."""
    return " ".join(what.split())[:LONGEST_WHAT].strip(" .,!?;:")


def parts_of(start: str) -> tuple[str, str]:
    """The day and the clock time of a local ISO moment, "" for the one that it lacks."""
    if "T" in start:
        day, clock = start.split("T", 1)
        return day, clock[:5]
    return ("", start[:5]) if ":" in start else (start[:10], "")


def has_clock(understood: Values) -> bool:
    """Whether what was understood says at what time it is; a part of a day is no time."""
    starts = understood.get("start")
    if understood.get("part") and _is_part(starts, understood.get("end"), understood["part"]):
        return False
    every = starts if isinstance(starts, list) else [starts]
    return bool(understood.get("times")) or all(":" in str(start) for start in every)


def each_its_own(understood: Values) -> list[Values]:
    """The plans of one task on days that each have an hour of their own; none where they share it."""
    said = understood.get("start")
    starts = [str(one) for one in said] if isinstance(said, list) else []
    if len({parts_of(start)[1] for start in starts}) < 2:
        return []
    return [{**understood, "start": start} for start in starts]


def one_of(either: list[str], understood: Values) -> Values:
    """What was understood, as the one of these moments that it chooses: "'s ochtends" of 07:30 and 19:30."""
    part, said = understood.get("part"), understood.get("start")
    if part and _is_part(said, understood.get("end"), part):
        fits = [one for one in either if _in_part(parts_of(one)[1], str(part))]
        if len(fits) == 1:
            return {**{k: v for k, v in understood.items() if k not in ("end", "part")}, "start": fits[0]}
    if isinstance(said, str) and said:  # "de tweede vrijdag": a day alone keeps the hour that they share
        day, clock = parts_of(said)
        clocks = {parts_of(one)[1] for one in either}
        days = {parts_of(one)[0] for one in either}
        return {
            **understood,
            "start": joined(
                day or (days.pop() if len(days) == 1 else ""), clock or (clocks.pop() if len(clocks) == 1 else "")
            ),
        }
    return understood


def near_the_hour_known(values: Values, understood: Values, text: str, here: datetime) -> Values:
    """An hour that puts another right is in the half of the day where that was, and one that answers in the part that
    was said: after 20:00 "nee, 9 uur" is 21:00, and "van 11 tot 7" of a night begins at 23:00."""
    said, known, part = understood.get("start"), values.get("time"), values.get("part")
    if not isinstance(said, str) or "part" in understood or understood.get("times") or not is_either(text):
        return understood
    day, clock = parts_of(said)
    if day or not clock or not (known or part):
        return understood
    other = _other_half(clock)
    doubts = tuple(one for one in understood.get("doubts") or () if one.get("slot") != "start")
    unsure = len(doubts) < len(understood.get("doubts") or ())
    if not known:
        meant = other if _in_part(other, str(part)) and not _in_part(clock, str(part)) else clock
        sure = _in_part(meant, str(part))
    else:
        far, near = (abs(_minutes(one) - _minutes(str(known))) for one in (clock, other))
        gone = values.get("date") == here.date().isoformat() and not values.get("rrule") and clock <= f"{here:%H:%M}"
        meant = other if (near < far and (other > clock or unsure)) or (gone and other > clock) else clock
        sure = meant == other or near != far
    if meant == clock:
        return {**understood, "doubts": doubts} if sure and unsure else understood
    end = {"end": _other_half(parts_of(str(understood["end"]))[1])} if understood.get("end") else {}
    return {**understood, "start": meant, "doubts": doubts, **end}


def in_that_part(values: Values, understood: Values, today: date) -> Values:
    """A part of the day that puts the hour known right: after 08:00 "nee, 's avonds" is 20:00; after 15:00 "nee, 's
    ochtends" leaves the hour to be asked."""
    start, end, part = understood.get("start"), understood.get("end"), str(understood.get("part") or "")
    known = str(values.get("time") or "")
    if not known or values.get("times") or not _is_part(start, end, part) or _in_part(known, part):
        return understood
    if parts_of(str(start))[0] not in ("", today.isoformat(), values.get("date")):
        return understood
    other = _other_half(known)
    if _in_part(other, part):
        return {name: said for name, said in understood.items() if name not in ("end", "part")} | {"start": other}
    return understood | {"start": parts_of(str(start))[1], "end": parts_of(str(end))[1]}


def _other_half(clock: str) -> str:
    minutes = (_minutes(clock) + 12 * 60) % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def within_part(alternatives: list[str], part: str) -> str:
    """The one of these moments that is in this part of the day; "" where it is none, or several."""
    fits = [one for one in alternatives if _in_part(parts_of(one)[1], part)]
    return fits[0] if len(fits) == 1 else ""


def _in_part(clock: str, part: str) -> bool:
    hour = int(clock[:2]) if clock else -1
    spans = {"morning": (4, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (21, 31)}
    first, end = spans.get(part, (0, 0))
    return first <= hour < end or first <= hour + 24 < end


def on_the_day_known(values: Values, understood: Values, text: str, today: date) -> Values:
    """A part of the day alone leaves the day that is known as it is: "'s ochtends" is not today's morning."""
    start, part = understood.get("start"), understood.get("part")
    if not values.get("date") or not _is_part(start, understood.get("end"), part) or names_today(text):
        return understood
    if parts_of(str(start))[0] != today.isoformat():
        return understood
    return {name: value for name, value in understood.items() if name not in ("start", "end")}


def joined(day: str, clock: str) -> str:
    """The inverse of `parts_of`."""
    return f"{day}T{clock}" if day and clock else day or clock


def _take_moment(merged: Values, understood: Values) -> None:
    said = understood.get("start")
    several = [parts_of(str(one)) for one in (said if isinstance(said, list) else [said] if said else [])]
    whole_part = _is_part(said, understood.get("end"), understood.get("part"))
    if understood.get("part"):
        merged["part"] = understood["part"]
    days = list(dict.fromkeys(day for day, _ in several if day))
    if not days and not said and "T" in str(understood.get("end") or "") and not merged.get("date"):
        days = [parts_of(str(understood["end"]))[0]]  # "morgen, voor 5 uur"
    if between := days_between(understood):
        merged["between"] = [day.isoformat() for day in between]
        merged["date"] = merged["dates"] = None
        return
    if days:
        merged["between"] = None
    clocks = [] if whole_part else list(dict.fromkeys(clock for _, clock in several if clock))
    if days:
        merged["date"] = days[0]
        merged["dates"] = days if len(days) > 1 else None
        if merged.get("rrule") and not understood.get("rrule"):  # another day for the series on the table
            merged["rrule"] = _on_weekday(str(merged["rrule"]), date.fromisoformat(days[0]))
    if clocks:
        merged["time"] = clocks[0]
        merged["times"] = None
    elif whole_part:
        merged["time"] = merged["times"] = None
    times = understood.get("times")
    if isinstance(times, list) and times:
        merged["time"] = str(times[0])[:5]
        merged["times"] = [str(one)[:5] for one in times] if len(times) > 1 else None


def _is_part(start: object, end: object, part: object) -> bool:
    """Whether only a part of the day was said: it runs from its own beginning until its own end."""
    if not isinstance(start, str) or not isinstance(end, str):
        return False
    return (parts_of(start)[1], parts_of(end)[1]) in _PARTS.get(str(part), set())


def _take_rule(merged: Values, understood: Values, today: date) -> None:
    rule = merged.get("rrule")
    if not rule:
        return
    until = understood.get("until")
    if until and "UNTIL" not in rule:
        merged["rrule"] = f"{rule};UNTIL={str(until)[:10].replace('-', '')}T235959"
    since = understood.get("from")
    if since and not merged.get("date"):
        merged["date"] = str(since)[:10]
    if not merged.get("date"):
        merged["date"] = today.isoformat()


def _on_weekday(rule: str, day: date) -> str:
    parts = [part for part in rule.split(";") if not part.startswith("BYDAY")]
    return ";".join([*parts, f"BYDAY={CODES[day.weekday()]}"]) if "FREQ=WEEKLY" in rule else rule


def _length(start: object, end: object, part: object) -> int | None:
    """Minutes between two local ISO moments of the same kind."""
    if not isinstance(start, str) or not isinstance(end, str) or ":" not in start or ":" not in end:
        return None
    if _is_part(start, end, part):
        return None
    if "T" in start and "T" in end:
        return int((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() // 60)
    begins, ends = (time.fromisoformat(parts_of(one)[1]) for one in (start, end))
    minutes = (ends.hour * 60 + ends.minute) - (begins.hour * 60 + begins.minute)
    return minutes if minutes > 0 else minutes + 24 * 60


def draft_of(values: Values, zone: str) -> tuple[Draft, str]:
    """The draft, and "skipped" or "twice" where the clock change touches its first start."""
    days = values.get("dates") or [values["date"]]
    clocks = values.get("times") or [values["time"]]
    walls = [datetime.fromisoformat(f"{day}T{clock}") for day in days for clock in clocks]
    starts, oddities = zip(*(on_clock(wall, zone) for wall in walls), strict=True)
    usual = habit_of(values["what"])
    minutes = values.get("minutes")
    people = min(max(int(values.get("people_needed") or 1), 1), MOST_PEOPLE)
    first, *also = [start.astimezone(UTC) for start in starts]
    return (
        Draft(
            values["what"],
            first,
            int(usual.minutes if minutes is None else minutes),
            values.get("rrule") or "",
            people,
            values.get("note") or "",
            usual.at_home,
            tuple(also),
            " ".join(values.get("without") or ()) if values.get("rrule") else "",
            usual.critical or bool(values.get("critical")),
        ),
        next((oddity for oddity in oddities if oddity), ""),
    )
