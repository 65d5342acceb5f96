"""The stretches of time somebody is away: from what was said to UTC, and back to words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.turn import Turn
from locales.nl import moments

Stretch = tuple[datetime, datetime]  # in UTC, the end not included


def _stretch(turn: Turn, values: Values) -> Stretch:
    """The stretch in UTC; a day named last is part of it."""
    zone = ZoneInfo(turn.someone.zone)

    def moment(text: str, *, last: bool) -> datetime:
        if "T" in text:
            return datetime.fromisoformat(text).replace(tzinfo=zone)
        day = date.fromisoformat(text[:10])
        return datetime.combine(day + timedelta(days=1 if last else 0), time(), zone)

    start, end = moment(values["from"], last=False), moment(values["until"], last=True)
    if end <= start:
        end = start + timedelta(days=1)
    return start.astimezone(UTC), end.astimezone(UTC)


def stretches(turn: Turn, values: Values) -> list[Stretch]:
    """Each stretch in UTC: days that do not follow each other are a stretch each ("dinsdag en donderdag")."""
    if values.get("spans"):  # hours of several days
        return [_stretch(turn, {"from": span["start"], "until": span["end"]}) for span in values["spans"]]
    days = values.get("days")
    if days:
        return [_stretch(turn, {"from": day, "until": day}) for day in days]
    zone = ZoneInfo(turn.someone.zone)
    spans = [_stretch(turn, values)]
    for left_out in values.get("without") or ():  # "behalve het weekend van 10 mei"
        first, last = (date.fromisoformat(day) for day in left_out.split("/"))
        begin = datetime.combine(first, time(), zone).astimezone(UTC)
        end = datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)
        cut = [part for a, b in spans for part in ((a, min(b, begin)), (max(a, end), b))]
        spans = [(a, b) for a, b in cut if a < b]
    return spans or [_stretch(turn, values)]


def in_words(turn: Turn, spans: list[Stretch]) -> str:
    """ "Maandag 3 t/m woensdag 5 maart", each of them."""
    return moments.listed(_one(turn, start, end) for start, end in spans)


def _one(turn: Turn, start: datetime, end: datetime) -> str:
    here = turn.local()
    first, last = start.astimezone(here.tzinfo), end.astimezone(here.tzinfo)
    if last - first < timedelta(hours=23):
        return f"{moments.day(first.date(), here.date())} {moments.span(first, last)}"
    final = (last - timedelta(minutes=1)).date()
    if final == first.date():
        return moments.day(final, here.date())
    return turn.word(
        "absence-period", first=moments.day(first.date(), here.date()), last=moments.day(final, here.date())
    )
