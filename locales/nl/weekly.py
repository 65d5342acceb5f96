"""Weekdays in a row until a day far ahead come every week: "maandag en donderdag om 9 uur medicijnen tot 1 juni"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from locales.nl.spoken import SHORT_DAYS, WEEKDAYS
from locales.nl.time import Hint, TimeExpression, parse

FAR = timedelta(days=9)  # until then each of these days comes once
_EVERY = "elke "
_DAY = re.compile(rf"(?i)(?:op )?(?:{'|'.join((*WEEKDAYS, *SHORT_DAYS))})(?:ochtend|middag|avond|nacht)?s?\b")
_AND = frozenset({",", "en", ", en", "&", "+", "/"})


def each_week(text: str, times: list[TimeExpression], now: datetime, hint: Hint) -> list[TimeExpression]:
    """The times of a text, with such a row of days as the series that it is."""
    ends = [t for t in times if t.kind == "interval" and t.start is None and t.end is not None and t.has_date]
    row = [t for t in times if t.start is not None and not t.rule and _DAY.match(text, *t.span)]
    if len(ends) != 1 or ends[0].end is None or ends[0].end - now < FAR or len(row) < 2:
        return times
    between = {text[one.span[1] : other.span[0]].strip() for one, other in pairwise(row)}
    if not between <= _AND or any(t.rule for t in times):
        return times
    begin, end = row[0].span[0], row[-1].span[1]
    led = 3 if text[begin:end].lower().startswith("op ") else 0
    series = parse(_EVERY + text[begin + led : end], now, hint=hint)
    if len(series) != 1 or not series[0].rule:
        return times
    whole = replace(series[0], span=(begin, end), also=())
    return [whole if t is row[0] else t for t in times if t is row[0] or t not in row]
