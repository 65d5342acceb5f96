"""The hours of paid help by month: a sheet that the organiser agrees with; what changes later opens it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.dialog import Capability, Values
from bot.members import named
from bot.messages import Attachment
from bot.papers import hours as paper
from bot.saying import Drawing, Option, Say
from bot.turn import Answered, Turn
from locales.nl import moments
from scheduling.people import Circle, Member, Role
from scheduling.rights import Action, may
from scheduling.timesheets import Timesheet, Worked, holds, worked

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EARLY = 10  # so many days into a month, the last one is meant where none is named
LINES = 12


@dataclass(frozen=True)
class Month:
    """What one helper did in one month, and the agreement there is."""

    member: Member
    circle: Circle
    first: date
    found: tuple[Worked, ...]
    agreed: Timesheet | None  # perhaps with other hours than these

    @property
    def key(self) -> str:
        """ "2025-03"."""
        return f"{self.first:%Y-%m}"

    @property
    def minutes(self) -> int:
        """In all."""
        return sum(one.minutes for one in self.found)

    @property
    def holds(self) -> bool:
        """Whether it is agreed with as it is."""
        return holds(self.agreed, self.found)


def show(turn: Turn, values: Values) -> None:
    """The hours of a month, as text and as a sheet."""
    month = _month(turn, values, "timesheet")
    if month is not None:
        _say(turn, month)


def sign(turn: Turn, values: Values) -> None:
    """ "Akkoord met de uren van Samira in maart": the hours are read back before that counts."""
    if turn.places and not any(may(member, Action.SIGN_HOURS, circle) for member, circle in turn.places):
        raise Answered(Say(turn.word("may-not-sign-hours")))
    month = _month(turn, values, "sign_hours")
    if month is not None:
        _say(turn, month)


def _month(turn: Turn, values: Values, do: str) -> Month | None:
    """Whose hours and of which month; None where that is asked."""
    values = {**values, **values.get("kept", {})}
    member, circle = turn.place(values, do)
    first = _first(values, turn.local(circle).date())
    said = [str(name) for name in values.get("who") or ()]
    if not may(member, Action.SIGN_HOURS, circle):
        if any(name != str(member.id) for name in said):
            raise Answered(Say(turn.word("timesheet-may-not")))
        return _of(turn, member, circle, first)
    if said:
        chosen = named(turn, circle, said[0], do, {**values, "circle": circle.id})
        if chosen is None:
            raise Answered(Say(turn.word("member-unknown", name=said[0])))
        return _of(turn, chosen, circle, first)
    paid = [one for one in turn.store.members_of(circle.id) if one.role == Role.PAID]
    if not paid:
        raise Answered(Say(turn.word("timesheet-nobody-paid", recipient=circle.recipient)))
    if len(paid) == 1:
        return _of(turn, paid[0], circle, first)
    kept = {"start": first.isoformat(), "circle": circle.id}
    options = tuple(Option(one.name[:20], do, {**kept, "who": [str(one.id)]}) for one in paid[:9])
    turn.say("timesheet-whose", options, month=moments.month(first))
    return None


def _first(values: Values, today: date) -> date:
    """The first day of the month that is meant: one that has begun."""
    said = values.get("start")
    said = str(said[0] if isinstance(said, list) and said else said or "")
    if len(said) < 10:
        this = today.replace(day=1)
        return this - relativedelta(months=1) if today.day <= EARLY else this
    first = date.fromisoformat(said[:10]).replace(day=1)
    while first > today:
        first -= relativedelta(years=1)
    return first


def _of(turn: Turn, member: Member, circle: Circle, first: date) -> Month:
    zone = ZoneInfo(circle.zone)
    after = first + relativedelta(months=1)
    start, end = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, after))
    roster = turn.store.roster_between(circle.id, start, end)
    found = worked(roster, member.id, circle.zone, turn.now)
    return Month(member, circle, first, found, turn.store.timesheet_of(member.id, f"{first:%Y-%m}"))


def _say(turn: Turn, month: Month) -> None:
    own = month.member.person == turn.someone.id
    words: dict[str, Any] = {
        "name": month.member.name,
        "whose": "own" if own else "other",
        "month": moments.month(month.first),
        "hours": moments.hours(month.minutes),
        "count": len(month.found),
        "recipient": month.circle.recipient,
    }
    if not month.found:
        turn.say("timesheet-nothing", _other_months(turn, month), **words)
        return
    lines = [turn.word("timesheet-title", **words)]
    lines += [
        f"- {moments.short_day(one.start.date())} {moments.span(one.start, one.end)} {one.what}"
        for one in month.found[:LINES]
    ]
    if len(month.found) > LINES:
        lines.append(turn.word("claim-and-more", count=len(month.found) - LINES))
    lines.append(_agreement(turn, month))
    signs = turn.member_of(month.circle.id)
    options: tuple[Option, ...] = ()
    if signs is not None and may(signs[0], Action.SIGN_HOURS, signs[1]) and not month.holds and _over(turn, month):
        kept = {"member": month.member.id, "month": month.key, "hours": [one.line for one in month.found]}
        options = (turn.option("button-sign", "sign_yes", means="yes", **kept),)
    files = _files(turn, month)
    turn.said.append(Say("\n".join(lines), (*options, *_other_months(turn, month)), once=False, attachments=files))


def _files(turn: Turn, month: Month) -> tuple[Attachment | Drawing, ...]:
    """The paper to sign and hand in, and the sheet."""
    name, recipient = month.member.name, month.circle.recipient
    title = turn.word("timesheet-sheet", name=name, recipient=recipient, month=moments.month(month.first))
    agreed = _agreement(turn, month)
    by = turn.store.find(Member, month.agreed.signed_by) if month.agreed is not None and month.holds else None
    sheet = paper.Sheet(
        name,
        recipient,
        month.first,
        month.found,
        "" if month.agreed is None and _over(turn, month) else agreed,
        by.name if by is not None else "",
        month.member.role == Role.PAID,
        turn.local(month.circle),
    )
    return (
        Drawing(turn.word("timesheet-file-pdf"), "hours", paper.page(sheet, turn.words)),
        Attachment(turn.word("timesheet-file"), SHEET, paper.excel(title, month.found, agreed, turn.words)),
    )


def _over(turn: Turn, month: Month) -> bool:
    return month.first + relativedelta(months=1) <= turn.local(month.circle).date()


def _agreement(turn: Turn, month: Month) -> str:
    if month.agreed is None:
        key = "timesheet-open" if _over(turn, month) else "timesheet-not-over"
        return turn.word(key, month=moments.begin(moments.month(month.first)))
    by = turn.store.find(Member, month.agreed.signed_by)
    when = month.agreed.signed_at.astimezone(ZoneInfo(month.circle.zone)).date()
    key = "timesheet-agreed" if month.holds else "timesheet-changed"
    name = by.name if by is not None else turn.word("roster-somebody")
    return turn.word(key, name=name, when=moments.day(when, turn.local().date()))


def _other_months(turn: Turn, month: Month) -> tuple[Option, ...]:
    before = (month.first - timedelta(days=1)).replace(day=1)
    who = [str(month.member.id)]
    return (
        turn.option("button-month-before", "timesheet", start=before.isoformat(), who=who, circle=month.circle.id),
    )  # fmt: skip


def sign_yes(turn: Turn, values: Values) -> None:
    """[Akkoord], with exactly the hours that were shown."""
    member = turn.store.find(Member, int(values.get("member") or 0))
    place = None if member is None else turn.member_of(member.circle)
    if member is None or place is None:
        raise Answered(Say(turn.word("claim-gone")))
    turn.require(*place, Action.SIGN_HOURS)
    month = _of(turn, member, place[1], date.fromisoformat(f"{values['month']}-01"))
    if month.holds:
        raise Answered(Say(_agreement(turn, month)))
    if [one.line for one in month.found] != list(values.get("hours") or ()) or not _over(turn, month):
        _say(turn, month)
        return
    turn.store.add(
        Timesheet(0, place[1].id, member.id, month.key, tuple(one.line for one in month.found), place[0].id, turn.now)
    )
    words: dict[str, Any] = {"month": moments.month(month.first), "hours": moments.hours(month.minutes)}
    signed = _of(turn, member, place[1], month.first)
    turn.say("timesheet-signed", attachments=_files(turn, signed), name=member.name, **words)
    turn.tell_member(member, "timesheet-told", name=turn.someone.name, recipient=place[1].recipient, **words)


CAPABILITY = Capability("timesheet", {"timesheet": show, "sign_hours": sign, "sign_yes": sign_yes})
