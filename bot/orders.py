"""What is ordered of the roster: whose shifts, in which form, over which days, and what the one who asks may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.dialog import Values
from bot.papers.roster import Roster, lines_of
from bot.saying import Say
from bot.turn import Answered, Turn
from locales.nl import circles, exports, moments
from scheduling.care import Staffed
from scheduling.people import Circle, Member, Role, Standing
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


def no_stranger(turn: Turn) -> None:
    """Ends the turn where a circle is named that who speaks is not in (any more): another is not what was asked."""
    name = exports.circle_of(turn.text)
    known = [circle.recipient for _, circle in turn.places]
    known += [member.name for _, circle in turn.places for member in turn.store.members_of(circle.id)] if name else []
    if name and turn.places and not any(exports.is_named(name, one) for one in known):
        raise Answered(not_in(turn, name))


def not_in(turn: Turn, name: str) -> Say:
    """That who speaks is in no circle of this name, and in which they are."""
    mine = moments.listed(circle.recipient for _, circle in turn.places[:9])
    return Say(turn.word("export-no-such-circle", name=name, mine=mine), (turn.option("button-have-code", "join"),))


def ordered(turn: Turn, values: Values) -> Order:
    """What the words and buttons ask for; ends the turn where it is not theirs to have."""
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
    first, last = days_of(values, turn.local(circle), form)
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
        if stranger and not circles.is_of(stranger, circle.recipient):
            options = (turn.option("button-members", "show_members"),)
            raise Answered(Say(turn.word("member-unknown", name=stranger), options))
    if found is None or found.id == member.id:
        return None
    if not may(member, Action.SEE_ROSTER, circle) and not may_report_for(member, found, circle):
        raise Answered(Say(turn.word("export-not-of-others", name=found.name)))
    return found


def days_of(values: Values, here: datetime, form: str) -> tuple[date, date]:
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


def span_of(turn: Turn, order: Order) -> tuple[datetime, datetime]:
    """From the first midnight to the one after the last day, on the circle's clock."""
    zone = turn.local(order.circle).tzinfo
    return datetime.combine(order.first, time(), zone), datetime.combine(order.last + timedelta(days=1), time(), zone)


def shifts_of(turn: Turn, order: Order) -> list[Staffed]:
    """The shifts of those days, only the open ones where no more may be seen."""
    start, end = span_of(turn, order)
    found = turn.store.roster_between(order.circle.id, start.astimezone(UTC), end.astimezone(UTC))
    if order.opens:
        return [staffed for staffed in found if staffed.places_open]
    return found


def roster_of(turn: Turn, order: Order) -> Roster:
    """What is to be printed: no more than the one who asks may see."""
    standings = tuple(Standing)  # those who left did what they did
    names = {member.id: member.name for member in turn.store.members_of(order.circle.id, *standings)}
    lines = lines_of(order.circle, shifts_of(turn, order), names, named=order.named, own=order.own)
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
