"""What the circle did together, for whoever wants to know whether it helps: in words, as a page and as a sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from bot.dialog import Capability, Values
from bot.messages import Attachment
from bot.papers import impact as paper
from bot.saying import Drawing, Say
from bot.turn import Turn
from locales.nl import kinds, moments
from scheduling.impact import Impact, impact
from scheduling.people import Role, Standing
from scheduling.rights import Action

MONTHS = 3  # that are looked back on where nothing was said
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_impact(turn: Turn, values: Values) -> None:
    """Sums without names, of the days that were asked for or of three months."""
    member, circle = turn.place(values, "impact")
    turn.require(member, circle, Action.SEE_HOURS)
    here = turn.local(circle)
    first, last = _days(values, here.date())
    start = datetime.combine(first, time(), here.tzinfo).astimezone(UTC)
    end = datetime.combine(last + timedelta(days=1), time(), here.tzinfo).astimezone(UTC)
    everybody = turn.store.members_of(circle.id, *Standing)
    paid = {one.id for one in everybody if one.role == Role.PAID}
    shifts = turn.store.roster_between(circle.id, start, end)
    found = impact(shifts, paid, kinds.kind_of, circle.zone, turn.now)
    period = moments.days(first, last)
    if not found.total:
        turn.say("impact-nothing", recipient=circle.recipient, period=period)
        return
    lines = _lines(turn, found)
    values_of_page = paper.page(found, circle.recipient, lines, period, here, turn.words)
    files = (
        Drawing(turn.word("impact-file-png"), "impact", values_of_page, "png"),
        Attachment(turn.word("impact-file-xlsx"), SHEET, paper.excel(found, circle.recipient, turn.words)),
    )
    title = turn.word("impact-said", recipient=circle.recipient, period=period)
    by_kind = [f"- {turn.word(f'kind-{kind}')}: {moments.hours(found.of_kind(kind))}" for kind in found.kinds]
    turn.said.append(Say("\n".join([title, *lines, *by_kind]), attachments=files))


def _days(values: Values, today: date) -> tuple[date, date]:
    said = values.get("start")
    said = str(said[0] if isinstance(said, list) and said else said or "")
    end = values.get("end")
    if len(said) >= 10:
        first = date.fromisoformat(said[:10])
        last = date.fromisoformat(str(end)[:10]) - timedelta(days=1) if end and len(str(end)) >= 10 else first
        if first > today:  # "februari", said in March, is the last one: this looks back
            first, last = (day - relativedelta(years=1) for day in (first, last))
        return first, max(first, min(last, today))
    month = today.replace(day=1)
    for _ in range(MONTHS - 1):
        month = (month - timedelta(days=1)).replace(day=1)
    return month, today


def _lines(turn: Turn, found: Impact) -> list[str]:
    share = round(100 * found.covered / found.shifts)
    return [
        turn.word("impact-hours", hours=moments.hours(found.total), people=found.people),
        turn.word("impact-share", covered=found.covered, shifts=found.shifts, share=share),
        *([turn.word("impact-spread", half=found.half, people=found.people)] if found.people > 2 else []),
    ]


CAPABILITY = Capability("impact", {"impact": show_impact})
