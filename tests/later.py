"""A conversation some weeks later: what is said then is the same but for its dates."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.play import ZONE, Line, parse
from tests.metamorphic import Difference
from tests.renamed import played

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november"),
    *("december", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
)
_A_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(_MONTHS)})\b")
# In one month the first day of a span tells no month of its own.
_A_SPAN = re.compile(r"\b(?:\d{1,2}|DATE) (?:t/m|-) (?:\w+ )?DATE")
_A_YEAR = re.compile(r"\b20\d\d(?:-\d\d-\d\d)?\b")
_TELLS_A_DATE = re.compile(
    rf"\d[-/]\d|\b(?:{'|'.join(_MONTHS)})\b|\b\d+e\b|\bde \d|kerst|pasen|vakantie|zomer|winter|week \d|koning",
    re.IGNORECASE,
)


def tells_no_date(chat: Path) -> bool:
    """Whether nobody in it names a date, so that it can be said in any week."""
    lines = parse(chat.read_text("utf-8"))
    clocks = [line for line in lines if line.kind == "clock"]
    return bool(clocks) and not any(_TELLS_A_DATE.search(line.text) for line in lines if line.kind == "say")


def weeks_later(chat: Path, weeks: int) -> Difference | None:
    """The first line of a file after which something else is said so many weeks later."""
    lines = [line for line in parse(chat.read_text("utf-8")) if line.kind != "comment"]
    if lines[0].kind != "clock":
        return None
    was, now = played(lines), played([_later(line, weeks) for line in lines])
    for (line, before), (otherwise, after) in zip(was, now, strict=True):
        if sorted(map(_undated, before)) != sorted(map(_undated, after)):
            return Difference(chat.stem, f"{weeks} weeks later", line, otherwise, tuple(before), tuple(after))
    return None


def _later(line: Line, weeks: int) -> Line:
    if line.moment is None:
        return line
    moment = (line.moment.replace(tzinfo=None) + timedelta(weeks=weeks)).replace(tzinfo=ZONE)
    return replace(line, moment=moment, raw=f"@ {moment:%Y-%m-%d %H:%M}")


def _undated(said: str) -> str:
    return _A_YEAR.sub("YEAR", _A_SPAN.sub("DATE", _A_DATE.sub("DATE", said)))
