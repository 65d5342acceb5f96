"""What the scoring of the shared corpus expects from our parser."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from locales.nl.time import TimeExpression
from locales.nl.time import parse as understand

PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def parse(text: str, now: datetime) -> list[tuple[datetime | None, datetime | None, dict[str, Any]]]:
    return [answer(expression) for expression in understand(text, now)]


def answer(expression: TimeExpression) -> tuple[datetime | None, datetime | None, dict[str, Any]]:
    if expression.rule is not None:
        rule = dict(part.split("=") for part in expression.rule.split(";"))
        recur = {
            "freq": rule["FREQ"],
            "interval": int(rule.get("INTERVAL", 1)),
            "byday": [re.sub(r"[-+\d]", "", day) for day in rule["BYDAY"].split(",")] if "BYDAY" in rule else [],
            "time": expression.times[0].strftime("%H:%M") if expression.times else None,
            "part": PARTS.get(expression.part) if not expression.times else None,
        }
        return expression.start, expression.end, {"recur": recur}
    meta = {"duration": expression.duration.total_seconds()} if expression.duration else {}
    return expression.start, expression.end, meta
