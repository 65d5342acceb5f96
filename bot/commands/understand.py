"""`python -m bot understand`: JSON lines with messages in, JSON lines with their meaning out. Touches no store."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from bot.understanding import PUBLIC, Context, Person, Understanding, understand
from locales.nl.manners import plain
from locales.nl.slips import mended

ZONE = "Europe/Amsterdam"
# What other programs may count on; the rest of the values is the program's own.
VALUES = (
    "what", "start", "end", "duration_min", "people_needed", "who", "rrule", "from", "until", "option",
    "minutes_before", "quiet_from", "quiet_to", "format", "items",
)  # fmt: skip

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"\d\d:\d\d")
Clock = Callable[[], datetime]  # the time for lines that bring none


def context_of(record: dict[str, Any], clock: Clock | None) -> Context:
    """The context that one input line describes. ValueError where its time is missing or cannot be read."""
    if record.get("now"):
        now = datetime.fromisoformat(str(record["now"]))
    elif clock is not None:
        now = clock()
    else:
        raise ValueError("now is missing")
    if now.tzinfo is None:
        now = now.replace(tzinfo=ZoneInfo(ZONE))
    elif now.utcoffset() == now.astimezone(ZoneInfo(ZONE)).utcoffset():
        now = now.astimezone(
            ZoneInfo(ZONE)
        )  # a zone rather than an offset: the clock may change before the day that is meant
    members = record.get("members") or ()
    if isinstance(members, str):
        members = (members,)
    return Context(
        now=now,
        speaker=str(record.get("speaker") or "organiser"),
        members=tuple(Person(str(name)) for name in members if str(name).strip()),
        recipients=tuple(str(name) for name in record.get("recipients") or ()),
        asked=str(record["asked"]) if record.get("asked") else None,
        choices=tuple(str(label) for label in record.get("choices") or ()),
        tasks=tuple(str(name) for name in record.get("tasks") or ()),
    )


def public(understood: Understanding) -> dict[str, Any]:
    """An understanding in the form that `python -m bot understand` writes."""
    return {
        "intent": PUBLIC.get(understood.intent, understood.intent.value),
        "values": _public_values(dict(understood.values) | _in_doubt(understood)),
        "doubts": list(dict.fromkeys(doubt.slot for doubt in understood.doubts)),
    }


def _in_doubt(understood: Understanding) -> dict[str, Any]:
    """Whom a name may mean where there are two: nobody has been chosen, so both stand there."""
    named = [str(key) for doubt in understood.doubts if doubt.slot == "who" for key in doubt.alternatives]
    return {"who": [*named, *understood.values.get("who", ())]} if named else {}


def _public_values(values: dict[str, Any]) -> dict[str, Any]:
    kept = as_written({key: values[key] for key in VALUES if key in values})
    if isinstance(kept.get("who"), list) and len(kept["who"]) == 1:
        kept["who"] = kept["who"][0]
    if "items" in kept:
        kept["items"] = [_public_values(item) for item in kept["items"]]
    return kept


def as_written(values: dict[str, Any]) -> dict[str, Any]:
    """The values as one writes them down: whole days as `from` and `until`, the new hour of a day as one moment.

    In the program a stretch of days is `start` and an exclusive `end`, and what moves to another hour is a clock time
    in `start` beside the day in `from`.
    """
    start, end, day = values.get("start"), values.get("end"), values.get("from")
    if isinstance(end, str) and _DAY.fullmatch(end) and (start is None or _DAY.fullmatch(str(start))):
        last = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
        rest = {key: value for key, value in values.items() if key not in ("start", "end")}
        return {**rest, **({"from": start} if start else {}), "until": last}
    if isinstance(start, str) and _CLOCK.fullmatch(start) and isinstance(day, str) and "rrule" not in values:
        ends = {"end": f"{day[:10]}T{end}:00"} if isinstance(end, str) and _CLOCK.fullmatch(end) else {}
        rest = {key: value for key, value in values.items() if key != "from"}
        return {**rest, "start": f"{day[:10]}T{start}:00", **ends}
    return values


def answer(line: str, clock: Clock | None = None) -> dict[str, Any]:
    """What one input line means; {"error": ...} where the line is none."""
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            return {"error": "not an object"}
        context = context_of(record, clock)
    except (ValueError, TypeError, KeyError) as problem:
        return {"error": f"not understood as input: {type(problem).__name__}"}
    names = (*(person.name for person in context.members), *context.recipients)
    return public(understand(mended(plain(str(record.get("text") or "")), names), context))


def run(lines: TextIO, out: TextIO, clock: Clock | None = None) -> None:
    """One answer for each line that is not empty, written at once."""
    for line in lines:
        if line.strip():
            out.write(json.dumps(answer(line, clock), ensure_ascii=False) + "\n")
            out.flush()


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """The command; 0 always, since a bad line is answered as such."""
    parser = argparse.ArgumentParser(prog="python -m bot understand", description=__doc__)
    parser.parse_args(argv)
    run(sys.stdin, sys.stdout, clock)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
