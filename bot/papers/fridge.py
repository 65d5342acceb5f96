"""The week for the fridge: one template, as PDF and as pictures."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import segno

from bot.papers import typeset
from bot.papers.roster import Line, Roster
from locales.nl import moments
from locales.words import Words


def pdf(roster: Roster, words: Words) -> bytes:
    """A4, with a second page rather than small print."""
    return typeset.pdf("fridge", sheet(roster, words))


def pictures(roster: Roster, words: Words) -> list[bytes]:
    """The same pages as PNG."""
    return typeset.pictures("fridge", sheet(roster, words))


def sheet(roster: Roster, words: Words) -> dict[str, Any]:
    """What stands on it, in words."""
    return {
        "at": roster.made_at.isoformat(),
        "title": words(_title(roster), recipient=typeset.plain(roster.recipient), name=typeset.plain(roster.whose)),
        "period": moments.days(roster.first, roster.last),
        "made": words("fridge-made", when=moments.dated(roster.made_at)),
        "page": words("fridge-page"),
        "empty": words("fridge-nothing-open" if roster.opens else "fridge-nothing"),
        "numbers": words("fridge-numbers"),
        "help": words("fridge-help"),
        "join": words("fridge-join" if roster.link else "fridge-join-code", recipient=typeset.plain(roster.recipient)),
        "code": roster.code,
        "qr": _qr(roster.link or roster.code) if roster.code else "",
        "contacts": [
            {"label": typeset.plain(one.label), "number": typeset.plain(one.number)} for one in roster.contacts
        ],
        "days": [
            {"name": _day(day), "rows": [_row(line, roster, words) for line in roster.on(day)]} for day in roster.days
        ],
    }


def _title(roster: Roster) -> str:
    if roster.opens:
        return "fridge-title-open"
    if roster.own is not None:
        return "fridge-title-of" if roster.whose else "fridge-title-own"
    return "fridge-title" if len(roster.days) == 7 else "fridge-title-longer"


def _day(day: date) -> str:
    name = moments.weekday_and_date(day)
    return name[0].upper() + name[1:]


def _row(line: Line, roster: Roster, words: Words) -> dict[str, Any]:
    if roster.named:
        who = [typeset.plain(name) or words("fridge-somebody") for name in line.names]
    else:
        who = [words("fridge-taken")] * (len(line.who) > 0)
    return {
        "time": moments.span(line.start, line.end).replace("-", "–"),
        "what": typeset.plain(line.what),
        "who": who,
        "open": [words("fridge-one-more" if who else "fridge-open")] * line.places_open,
    }


def _qr(target: str) -> str:
    picture = io.BytesIO()
    segno.make(target, error="m").save(picture, kind="svg", scale=4, border=2)
    return picture.getvalue().decode()
