"""Taking the roster along: paper for the fridge, a calendar, a sheet, or text that can be forwarded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.calendars import feed
from bot.dialog import Capability, Values
from bot.dialogs import share
from bot.dialogs.overview import export_all
from bot.dialogs.roster import of_several, period_words, roster_lines
from bot.dialogs.volunteers import coordinates_alone
from bot.messages import Attachment
from bot.orders import AHEAD, Order, days_of, no_stranger, ordered, roster_of, shifts_of, span_of
from bot.papers import fridge, sheet
from bot.papers.roster import Contact, Roster
from bot.saying import Drawing, Option, Say
from bot.turn import Turn
from locales.nl import exports, moments
from scheduling.care import Staffed
from scheduling.feeds import close_all, open_feed
from scheduling.memberships import invite
from scheduling.people import Circle, Member, Ring, Role, Standing
from scheduling.rights import Action, may


def export(turn: Turn, values: Values) -> None:
    """The form and days that were asked for; without a form, the calendar file and the week as text, and the choice."""
    no_stranger(turn)
    if coordinates_alone(turn) and _for_many(turn, values):
        export_all(turn, values)
        return
    if of_several(turn, values, export):
        return
    order = ordered(turn, values)
    to = share.meant(turn, order.circle, values) if "mine" not in values else []
    if to and may(order.member, Action.INVITE, order.circle):
        share.offer(turn, order.circle, to, *days_of(values, turn.local(order.circle), "text"))
        return
    if to:
        share.not_yours(turn)
    if exports.by_mail(turn.text):
        turn.say("export-no-mail")
    make = {"pdf": _paper, "png": _paper, "xlsx": _sheet, "csv": _sheet, "ics": _calendar}.get(order.form, _text)
    make(turn, order)


def _for_many(turn: Turn, values: Values) -> bool:
    """Whether a coordinator wants a workbook: of all circles, or of one where it is asked for as a sheet."""
    of_one = "circle" in values or len(turn.places) == 1 or any(turn.speaks_of(circle) for _, circle in turn.places)
    return not of_one or values.get("format") == "xlsx"


def _empty(turn: Turn, order: Order) -> None:
    period = period_words(*span_of(turn, order), turn.local(order.circle))
    turn.say(f"export-empty{order.kind}", recipient=order.circle.recipient, period=period, name=order.whose)


def _others(turn: Turn, order: Order, *but: str) -> tuple[Option, ...]:
    """The other forms, at most three."""
    forms = {
        "pdf": "button-export-pdf",
        "ics": "button-export-ics",
        "xlsx": "button-export-xlsx",
    }
    chosen = {form: key for form, key in forms.items() if form not in but}
    return tuple(turn.option(key, "export", **order.values, format=form) for form, key in chosen.items())


def _text(turn: Turn, order: Order) -> None:
    """The calendar file with the week as text."""
    roster = roster_of(turn, order)
    if not roster.lines:
        _empty(turn, order)
        return
    wanted = {line.shift for line in roster.lines}
    shifts = [staffed for staffed in shifts_of(turn, order) if staffed.shift.id in wanted]
    week = shifts if order.said else _this_week(shifts, turn.local(order.circle))
    if order.named and order.own is None:
        lines = list(roster_lines(turn, order.circle, week or shifts[:10]))
    else:
        shown = {staffed.shift.id for staffed in week or shifts[:10]}
        lines = _plain_lines(turn, replace(roster, lines=tuple(one for one in roster.lines if one.shift in shown)))
    title = turn.word(f"export-here{order.kind}", recipient=order.circle.recipient, name=order.whose)
    options = _others(turn, order)
    if order.own is None and order.member.role != Role.ORGANISER and any(s.of(order.member.id) for s in shifts):
        mine = turn.option("button-export-own", "export", **{**order.values, "mine": True})
        options = (*_others(turn, order, "xlsx"), mine)
    file = Attachment(turn.word("export-file"), "text/calendar", _calendar_file(turn, order))
    turn.said.append(Say("\n".join([title, *lines]), options, False, attachments=(file,)))


def _plain_lines(turn: Turn, roster: Roster) -> list[str]:
    """The shifts by day, without who is on them."""
    lines: list[str] = []
    for day in roster.days:
        for line in roster.on(day):
            wanted = "" if not line.places_open else turn.word("export-wanted", count=line.places_open)
            lines.append(f"{moments.short_day(day)} {moments.span(line.start, line.end)} {line.what}{wanted}")
    return lines


def _this_week(shifts: list[Staffed], here: datetime) -> list[Staffed]:
    sunday = moments.monday(here.date()) + timedelta(days=7)
    return [staffed for staffed in shifts if staffed.shift.start.astimezone(here.tzinfo).date() < sunday]


def _paper(turn: Turn, order: Order) -> None:
    """The week for the fridge, as PDF and as a picture to look at here."""
    roster = roster_of(turn, order)
    today = turn.local(order.circle).date()
    if not order.said and not any(line.start.date() >= today for line in roster.lines):
        order = _first_week(turn, order)
        roster = roster_of(turn, order)
    if not roster.lines and (order.own is not None or order.opens):
        _empty(turn, order)
        return
    if may(order.member, Action.SEE_ROSTER, order.circle):
        roster = replace(roster, contacts=_contacts(turn, order.circle))
    if order.form == "pdf" and may(order.member, Action.INVITE, order.circle) and order.own is None:
        code = invite(turn.store, order.member, turn.now, ring=Ring.NEIGHBOURS, on_wall=True)
        roster = replace(roster, code=code, link=(turn.doors.links(code) or [""])[0])
    values = fridge.sheet(roster, turn.words)
    period = moments.days(order.first, order.last)
    files: list[Drawing] = []
    if order.form == "pdf":
        files.append(Drawing(turn.word("export-file-pdf"), "fridge", values))
    if order.form == "png" or len(roster.days) <= 7:
        files.append(Drawing(turn.word("export-file-png"), "fridge", values, "png"))
    wanted = sum(line.places_open for line in roster.lines)
    key = "export-paper-of" if order.whose else "export-paper" if order.form == "pdf" else "export-picture"
    key = "export-paper-open" if order.opens else key
    text = turn.word(key, recipient=roster.recipient, name=order.whose,
                     period=period, count=wanted, code="yes" if roster.code else "no")  # fmt: skip
    options = _others(turn, order, "pdf") if order.form == "pdf" else _others(turn, order, "ics")
    turn.said.append(Say(text, options, False, attachments=tuple(files)))


def _first_week(turn: Turn, order: Order) -> Order:
    """The first week in which there is something to come, where nobody said which is meant; else the one it was."""
    today = turn.local(order.circle).date()
    lines = roster_of(turn, replace(order, last=order.first + AHEAD)).lines
    ahead = [line for line in lines if line.start.date() >= today]
    if not ahead:
        return order
    monday = moments.monday(min(line.start.date() for line in ahead))
    return replace(order, first=monday, last=monday + timedelta(days=6))


def _contacts(turn: Turn, circle: Circle) -> tuple[Contact, ...]:
    """The numbers to print, without those of who left."""
    here = {one.name.casefold() for one in turn.store.members_of(circle.id)}
    gone = {one.name.casefold() for one in turn.store.members_of(circle.id, Standing.LEFT)} - here
    known = turn.store.contacts_of(circle.id)
    return tuple(Contact(one.label, one.number) for one in known if one.label.casefold() not in gone)


def _sheet(turn: Turn, order: Order) -> None:
    """One row a shift, and the hours by person and month."""
    roster = roster_of(turn, order)
    if not roster.lines:
        _empty(turn, order)
        return
    if order.form == "csv":
        file = Attachment(turn.word("export-file-csv"), "text/csv", sheet.comma_separated(roster, turn.words))
    else:
        mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        file = Attachment(turn.word("export-file-xlsx"), mime, sheet.excel(roster, turn.words))
    turn.say(
        "export-sheet",
        _others(turn, order, "xlsx"),
        once=False,
        attachments=(file,),
        recipient=roster.recipient,
        period=moments.days(order.first, order.last),
        count=len(roster.lines),
    )


def _calendar(turn: Turn, order: Order) -> None:
    """An address that the diary on a phone follows by itself where we have one, and the file for once."""
    roster = roster_of(turn, order)
    file = (Attachment(turn.word("export-file"), "text/calendar", _calendar_file(turn, order)),) if roster.lines else ()
    whose = order.kind.removeprefix("-") or "all"
    other = {**order.values, "mine": order.own is None, "format": "ics"}
    options: tuple[Option, ...] = ()
    if may(order.member, Action.SEE_ROSTER, order.circle):
        options = (turn.option("button-export-own" if order.own is None else "button-export-all", "export", **other),)
    if not turn.doors.public_url or not order.named or order.whose:
        if not file:
            _empty(turn, order)
            return
        turn.say("export-once", options, once=False, attachments=file, recipient=roster.recipient, whose=whose,
                 name=order.whose)  # fmt: skip
        return
    token = open_feed(turn.store, turn.someone.id, None if order.own is not None else order.circle.id, turn.now)
    host = turn.doors.public_url.removesuffix("/").split("://", 1)[-1]
    turn.say(
        "export-live",
        (*options, turn.option("button-export-reset", "reset_calendar")),
        once=False,
        attachments=file,
        recipient=roster.recipient,
        whose=whose,
        address=turn.word("calendar-address", host=host, token=token),
    )


def _calendar_file(turn: Turn, order: Order) -> bytes:
    place = ((order.member, order.circle),)
    if order.own is None and not order.named:
        wanted = None if may(order.member, Action.SEE_ROSTER, order.circle) else shifts_of(turn, order)
        return feed.nameless(turn.store, turn.words, order.circle, order.first, order.last + timedelta(days=1), wanted)
    if order.whose and order.own is not None:
        place = ((turn.store.get(Member, order.own), order.circle),)
    wants = feed.Wanted(place, None if order.own is not None else order.circle)
    return feed.file(turn.store, turn.words, wants, order.first, order.last + timedelta(days=1))


def reset_calendar(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Whoever has an old address of this person sees nothing any more."""
    count = close_all(turn.store, turn.someone.id)
    key = "export-reset" if count else "export-reset-none"
    options = tuple(
        turn.option("button-export-ics", "export", format="ics", mine=True, circle=circle.id)
        for _, circle in turn.places[:1]
    )
    turn.say(key, options)


CAPABILITY = Capability("export", {"export": export, "reset_calendar": reset_calendar})
