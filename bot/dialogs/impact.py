"""What the circle did together, for whoever wants to know whether it helps: in words, as a page and as a sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from bot.dialog import Capability, Values
from bot.dialogs.volunteers import coordinates_alone
from bot.messages import Attachment
from bot.orders import no_stranger
from bot.papers import impact as paper
from bot.saying import Drawing, Say
from bot.turn import Turn
from locales.nl import exports, kinds, moments
from scheduling.impact import Impact, impact
from scheduling.jobs import IMPACT, Job
from scheduling.people import Role, Standing
from scheduling.rights import Action

MONTHS = 3  # that are looked back on where nothing was said
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_impact(turn: Turn, values: Values) -> None:
    """Sums without names, of the days that were asked for or of three months."""
    no_stranger(turn)
    if coordinates_alone(turn) and (exports.wish(turn.text).every or _of_many(turn, values)):
        weigh_all(turn, values)
        return
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
    title = turn.word("impact-title", recipient=circle.recipient)
    values_of_page = paper.page(found, title, lines, period, here, turn.words)
    counts = {"shifts": found.shifts, "covered": found.covered, "people": found.people}
    counts |= {"opened": len(found.waits), "soon": found.within[0], "later": found.within[1]} if found.waits else {}
    files = (
        Drawing(turn.word("impact-file-png"), "impact", values_of_page, "png"),
        Attachment(turn.word("impact-file-xlsx"), SHEET, paper.excel(found, title, counts, turn.words)),
    )
    said = turn.word("impact-said", recipient=circle.recipient, period=period)
    by_kind = [f"- {turn.word(f'kind-{kind}')}: {moments.hours(found.of_kind(kind))}" for kind in found.kinds]
    turn.said.append(Say("\n".join([said, *lines, *by_kind]), attachments=files))


def _of_many(turn: Turn, values: Values) -> bool:
    named = any(turn.speaks_of(circle) for _, circle in turn.places)
    return len(turn.places) > 1 and "circle" not in values and not named


def weigh_all(turn: Turn, values: Values) -> None:
    """Over all circles, whole months that are over: worked out beside the chat."""
    circles = list(dict.fromkeys(member.circle for member in turn.store.coordinated(turn.someone.id)))
    today = turn.local().date()
    last = today.replace(day=1) - timedelta(days=1)
    first = last.replace(day=1) - relativedelta(months=MONTHS - 1)
    if values.get("start"):
        first, last = (day.replace(day=1) for day in _days(values, today))
        last = min(last + relativedelta(months=1), today.replace(day=1)) - timedelta(days=1)
    if first > last:
        turn.say("impact-not-over")
        return
    if any(not job.done_at for job in turn.store.jobs_since(circles[0], IMPACT, turn.now - timedelta(minutes=10))):
        turn.say("overview-busy-already")
        return
    payload = {"circles": circles, "first": first.isoformat(), "last": last.isoformat()}
    turn.store.add(Job(0, IMPACT, circles[0], turn.someone.id, payload, turn.now))
    turn.say("impact-begun", period=moments.days(first, last))


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
        *(
            [turn.word("impact-fast", count=len(found.waits), soon=found.within[0], later=found.within[1])]
            if found.waits
            else []
        ),
        *([turn.word("impact-spread", half=found.half, people=found.people)] if found.people > 2 else []),
    ]


CAPABILITY = Capability("impact", {"impact": show_impact})
