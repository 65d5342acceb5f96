"""Taking the roster along: paper for the fridge, a calendar, a sheet, or text that can be forwarded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot import feed
from bot.dialog import Capability, Values
from bot.dialogs import share
from bot.dialogs.overview import export_all
from bot.dialogs.roster import period_words, roster_lines
from bot.dialogs.volunteers import coordinates_alone
from bot.messages import Attachment
from bot.papers import fridge, sheet
from bot.papers.roster import Contact, Roster, lines_of
from bot.saying import Drawing, Option, Say
from bot.turn import Answered, Turn
from locales.nl import exports, moments
from scheduling.care import Staffed
from scheduling.feeds import close_all, open_feed
from scheduling.memberships import invite
from scheduling.people import Circle, Member, Ring, Role, Standing
from scheduling.rights import Action, may, may_report_for

AHEAD = timedelta(weeks=8)
LONGEST = {"pdf": 35, "png": 14, "text": 14}  # days
LONGEST_FILE = 366


@dataclass(frozen=True)
class Order:
    """What is to be made, and for whom: what the role allows is settled here."""

    member: Member
    circle: Circle
    form: str  # "pdf", "png", "ics", "xlsx", "csv", "text", or "" where that was not said
    first: date
    last: date  # included
    said: bool  # whether the days were said
    own: int | None
    named: bool
    whose: str = ""  # the name of somebody else whose shifts these are
    opens: bool = False  # only what is open, of a circle that shows no more

    @property
    def kind(self) -> str:
        """Whose it is, as the words tell it apart: "-open", "-of" somebody, "-own", or "" for the whole roster."""
        return "-open" if self.opens else "" if self.own is None else "-of" if self.whose else "-own"

    @property
    def values(self) -> dict[str, Any]:
        """For a button that makes the same in another form."""
        days = {"start": self.first.isoformat(), "end": (self.last + timedelta(days=1)).isoformat()}
        own = self.own is not None
        whose = {"whose": self.own} if self.whose else {}
        return {"circle": self.circle.id, "mine": own, "named": self.named, **whose, **(days if self.said else {})}


def export(turn: Turn, values: Values) -> None:
    """The form and days that were asked for; without a form, the calendar file and the week as text, and the choice."""
    no_stranger(turn)
    if coordinates_alone(turn) and _for_many(turn, values):
        export_all(turn, values)
        return
    order = _order(turn, values)
    to = share.meant(turn, order.circle, values) if "mine" not in values else []
    if to and may(order.member, Action.INVITE, order.circle):
        share.offer(turn, order.circle, to, *_days(values, turn.local(order.circle), "text"))
        return
    if to:
        share.not_yours(turn)
    make = {"pdf": _paper, "png": _paper, "xlsx": _sheet, "csv": _sheet, "ics": _calendar}.get(order.form, _text)
    make(turn, order)


def no_stranger(turn: Turn) -> None:
    """Ends the turn where a circle is named that who speaks is not in (any more): another is not what was asked."""
    name = exports.circle_of(turn.text)
    if name and turn.places and not any(exports.is_named(name, circle.recipient) for _, circle in turn.places):
        mine = moments.listed(circle.recipient for _, circle in turn.places[:9])
        raise Answered(Say(turn.word("export-no-such-circle", name=name, mine=mine)))


def _for_many(turn: Turn, values: Values) -> bool:
    """Whether a coordinator wants a workbook: of all circles, or of one where it is asked for as a sheet."""
    of_one = "circle" in values or len(turn.places) == 1 or any(turn.speaks_of(circle) for _, circle in turn.places)
    return not of_one or values.get("format") == "xlsx"


def _order(turn: Turn, values: Values) -> Order:
    member, circle = turn.place(values, "export", action=Action.EXPORT)
    wish = exports.wish("" if "mine" in values else turn.text)
    form = "png" if wish.picture else str(values.get("format") or ("xlsx" if wish.hours else ""))
    mine = values.get("mine", wish.mine)
    if mine is None:
        mine = form == "ics" and not values.get("who")  # "zet het in mijn agenda"
    named = values.get("named", wish.named if wish.named is not None else True)
    if not may(member, Action.SEE_ROSTER, circle):
        # A coordinator sees what is open and how many hours, never who; paid help their own shifts.
        mine, named = member.role != Role.COORDINATOR, named and member.role != Role.COORDINATOR
        if not mine:
            turn.require(member, circle, Action.SEE_OPEN)
    first, last = _days(values, turn.local(circle), form)
    other = _other(turn, values, member, circle)
    own = other.id if other is not None else member.id if mine else None
    whose = "" if other is None else other.name
    opens = own is None and not may(member, Action.SEE_ROSTER, circle)
    return Order(member, circle, form, first, last, bool(values.get("start")), own, bool(named), whose, opens)


def _other(turn: Turn, values: Values, member: Member, circle: Circle) -> Member | None:
    """ "Print voor Jan": the one whose shifts are meant, who has no phone perhaps. None: nobody in particular."""
    said = [str(name) for name in values.get("who") or ()]
    known = {str(one.id): one for one in turn.store.members_of(circle.id)}
    if values.get("whose"):
        found = known.get(str(values["whose"]))
    else:
        meant = (known[key] for key in said if key in known)
        found = next((one for one in meant if exports.is_for(turn.text, one.name)), None)
    if found is None and not said and "circle" not in values:
        stranger = exports.for_whom(turn.text)
        if stranger and stranger.casefold() != circle.recipient.casefold():
            options = (turn.option("button-members", "show_members"),)
            raise Answered(Say(turn.word("member-unknown", name=stranger), options))
    if found is None or found.id == member.id:
        return None
    if not may(member, Action.SEE_ROSTER, circle) and not may_report_for(member, found, circle):
        raise Answered(Say(turn.word("export-not-of-others", name=found.name)))
    return found


def _days(values: Values, here: datetime, form: str) -> tuple[date, date]:
    """The first and last day: what was said, else what fits the form."""
    today = here.date()
    monday = moments.monday(today)
    said = values.get("start")
    said = str(said[0] if isinstance(said, list) and said else said or "")
    if len(said) >= 10:
        first = date.fromisoformat(said[:10])
        end = values.get("end")
        last = first
        if isinstance(end, str) and len(end) >= 10:
            until = datetime.fromisoformat(end)
            last = max(first, until.date() - timedelta(days=1) if until.time() == time() else until.date())
        first, last = exports.nearest(first, last, today)
        if form == "pdf" and (last - first).days < 6:  # paper is for whole weeks
            first = moments.monday(first)
            last = max(last, first + timedelta(days=6))
    elif form in ("pdf", "png", "text"):
        first = monday if today.weekday() < 5 else monday + timedelta(days=7)
        last = first + timedelta(days=6)
    elif form in ("xlsx", "csv"):
        first, last = today.replace(day=1), today + AHEAD
    else:
        first, last = monday, today + AHEAD
    return first, min(last, first + timedelta(days=LONGEST.get(form, LONGEST_FILE) - 1))


def _shifts(turn: Turn, order: Order) -> list[Staffed]:
    zone = turn.local(order.circle).tzinfo
    start = datetime.combine(order.first, time(), zone)
    end = datetime.combine(order.last + timedelta(days=1), time(), zone)
    found = turn.store.roster_between(order.circle.id, start.astimezone(UTC), end.astimezone(UTC))
    if order.opens:
        return [staffed for staffed in found if staffed.places_open]
    return found


def roster_of(turn: Turn, order: Order) -> Roster:
    """What is to be printed: no more than the one who asks may see."""
    standings = tuple(Standing)  # those who left did what they did
    names = {member.id: member.name for member in turn.store.members_of(order.circle.id, *standings)}
    lines = lines_of(order.circle, _shifts(turn, order), names, named=order.named, own=order.own)
    sees_load = may(order.member, Action.SEE_LOAD, order.circle)
    return Roster(
        order.circle.recipient,
        order.circle.zone,
        order.first,
        order.last,
        turn.local(order.circle),
        lines,
        order.named,
        order.own,
        None if sees_load else frozenset({order.member.id}),
        whose=order.whose,
        opens=order.opens,
    )


def _empty(turn: Turn, order: Order) -> None:
    here = turn.local(order.circle)
    start = datetime.combine(order.first, time(), here.tzinfo)
    end = datetime.combine(order.last + timedelta(days=1), time(), here.tzinfo)
    period = period_words(start, end, here)
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
    shifts = [staffed for staffed in _shifts(turn, order) if staffed.shift.id in wanted]
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
    if not roster.lines and (order.own is not None or order.opens) and not order.said:
        order = _first_week(turn, order)
        roster = roster_of(turn, order)
    if not roster.lines and (order.own is not None or order.opens):
        _empty(turn, order)
        return
    roster = replace(
        roster, contacts=tuple(Contact(one.label, one.number) for one in turn.store.contacts_of(order.circle.id)
                               if one.label.casefold() not in _gone(turn, order.circle))
        if may(order.member, Action.SEE_ROSTER, order.circle) else ()
    )  # fmt: skip
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
    """The first week in which there is something, where nobody said which is meant; else the one it was."""
    ahead = roster_of(turn, replace(order, last=order.first + AHEAD)).lines
    if not ahead:
        return order
    monday = moments.monday(min(line.start.date() for line in ahead))
    return replace(order, first=monday, last=monday + timedelta(days=6))


def _gone(turn: Turn, circle: Circle) -> set[str]:
    """The names of who left, whose numbers are no longer shown."""
    here = {one.name.casefold() for one in turn.store.members_of(circle.id)}
    return {one.name.casefold() for one in turn.store.members_of(circle.id, Standing.LEFT)} - here


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
        wanted = None if may(order.member, Action.SEE_ROSTER, order.circle) else _shifts(turn, order)
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
