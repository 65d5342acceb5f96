"""Looking: the week's roster, one's own shifts, who is coming, who did what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.conversation.following import before
from bot.dialog import Capability, Handler, Values
from bot.dialogs.handover import tells
from bot.dialogs.open import show_open
from bot.members import spoken_of
from bot.orders import no_stranger
from bot.plans.lately import just_spoken_of, touched
from bot.saying import Option, Say
from bot.shifts import finding
from bot.shifts.standstill import standstill, waiting
from bot.turn import Instead, Turn
from bot.voices import everybody, for_whom, is_other
from locales.nl import circles, coming, follows, moments, recalling
from scheduling.care import HOLDS, SETTLED, Part, Shift, Staffed
from scheduling.people import Circle, CircleState, Member
from scheduling.plans import happens, reach
from scheduling.rights import Action, may

WEEK = timedelta(days=7)
OWN_AHEAD = timedelta(days=70)
LONGEST_SHIFT = timedelta(hours=24)
SHOWN = 5  # circles, one after the other
LONGEST = 40  # lines; a phone is small
SOONEST = 14  # of one's own, where no days were said
MOST_WAYS = 2  # to other circles
LONGEST_LABEL = 20  # characters of a button


def show_roster(turn: Turn, values: Values) -> None:
    """The roster of the days asked for, else of this week (from Friday on, of the next days too)."""
    if turn.places and not _sees_any(turn):  # paid help: what is their own
        show_mine(turn, values)
        return
    if of_several(turn, values, show_roster):
        return
    _show(turn, values, Action.SEE_ROSTER, "show_roster")


def of_several(turn: Turn, values: Values, show: Handler) -> bool:
    """Whether more than one circle is named, or all ("van allebei"): each is then shown, one after the other."""
    if "circle" in values or len(turn.places) < 2:
        return False
    named = [circle for _, circle in turn.places if turn.speaks_of(circle)]
    meant = named if len(named) > 1 else [circle for _, circle in turn.places] if circles.says_both(turn.text) else []
    kept = turn.conversation
    for circle in meant[:SHOWN]:
        show(turn, {**values, "circle": circle.id})
    if meant:
        turn.conversation = kept
    return bool(meant)


def _sees_any(turn: Turn) -> bool:
    return any(may(m, Action.SEE_ROSTER, c) or not may(m, Action.CLAIM, c) for m, c in turn.places)


def _show(turn: Turn, values: Values, action: Action, do: str) -> None:
    no_stranger(turn)
    member, circle = turn.place(values, do, action=action)
    here = turn.local(circle)
    start, end = period(values, here)
    reach(turn.store, circle, end, turn.now)
    shifts = turn.store.roster_between(circle.id, start.astimezone(UTC), end.astimezone(UTC))
    shifts = finding.matching(shifts, {"what": values["what"]}, circle.zone, turn.now) if values.get("what") else shifts
    if not shifts:
        later = turn.store.roster_between(circle.id, turn.now, turn.now + OWN_AHEAD)
        options = (turn.option("button-plan", "plan"),)
        if later and not values.get("start"):
            when = moments.moment(later[0].shift.start.astimezone(here.tzinfo), here)
            turn.say(
                "roster-empty-first-later", options, recipient=circle.recipient, first=later[0].shift.what, when=when
            )
        else:
            turn.say("roster-empty", options, recipient=circle.recipient, period=period_words(start, end, here))
        return
    title = turn.word("roster-title", recipient=circle.recipient, period=period_words(start, end, here))
    lines = roster_lines(turn, circle, shifts, marks=may(member, Action.ASSIGN_OTHERS, circle))
    open_count = sum(1 for s in shifts if s.places_open and s.shift.end > turn.now)
    ways: tuple[Option, ...] = (turn.option("button-open", "show_open"),) if open_count else ()
    ways += _of_others(turn, circle, values)
    title = "\n".join([*standstill(turn, circle, shifts), title])
    turn.said.append(Say("\n".join([title, *lines]), ways, once=False))


def _of_others(turn: Turn, shown: Circle, values: Values) -> tuple[Option, ...]:
    """A way to the roster of each other circle, where none was named."""
    if len(turn.places) > MOST_WAYS + 1 or "circle" in values or any(turn.speaks_of(c) for _, c in turn.places):
        return ()
    when = {name: values[name] for name in ("start", "end") if values.get(name)}
    return tuple(
        Option(
            turn.word("button-roster-of", recipient=circle.recipient)[:LONGEST_LABEL],
            "show_roster",
            {**when, "circle": circle.id},
        )
        for _, circle in turn.places
        if circle.id != shown.id
    )


def period(values: Values, here: datetime) -> tuple[datetime, datetime]:
    """The local span that was asked for; this calendar week where nothing was said, with the next from Friday on."""
    zone = here.tzinfo
    said, last = values.get("start"), None
    if isinstance(said, list) and said:  # from the first of several days until the last
        said, last = min(said), max(said)
    if said and "T" not in str(said) and ":" in str(said):
        said = None
    if said:
        start = datetime.combine(date.fromisoformat(str(said)[:10]), time(), zone)
        end = values.get("end")
        if last:
            end = (date.fromisoformat(str(last)[:10]) + timedelta(days=1)).isoformat()
        if isinstance(end, str) and "T" in str(said) and "T" in end:
            return datetime.fromisoformat(str(said)).replace(tzinfo=zone), datetime.fromisoformat(end).replace(
                tzinfo=zone
            )
        if isinstance(end, str) and len(end) >= 10:
            last = datetime.combine(date.fromisoformat(end[:10]), time(), zone)
            return start, max(last, start + timedelta(days=1))
        return start, start + timedelta(days=1)
    monday = moments.monday(here.date())
    days = 7 if here.weekday() < 4 else 14
    return datetime.combine(monday, time(), zone), datetime.combine(monday + timedelta(days=days), time(), zone)


def period_words(start: datetime, end: datetime, here: datetime) -> str:
    """ "maandag 3 tot en met zondag 9 maart"."""
    first, last = start.date(), (end - timedelta(microseconds=1)).date()
    if first == last:
        return moments.near_day(first, here.date())
    return f"{moments.short_day(first)} - {moments.short_day(last)}"


def roster_lines(turn: Turn, circle: Circle, shifts: Iterable[Staffed], *, marks: bool = False) -> list[str]:
    """The shifts by day: time, what, who; with `marks` who does something else at the time, too."""
    zone = ZoneInfo(circle.zone)
    names = {m.id: m.name for m in turn.store.members_of(circle.id)}
    lines: list[str] = []
    shifts = list(shifts)
    still = waiting((staffed.shift, circle) for staffed in shifts)
    for day, of_day in groupby(shifts, key=lambda s: s.shift.start.astimezone(zone).date()):
        lines.append("")
        lines.append(moments.begin(moments.day(day, turn.local(circle).date())))
        for staffed in of_day:
            line = _line(turn, staffed, names, zone) + _mark(turn, staffed, marks=marks)
            lines.append(turn.word("roster-stands-still", line=line) if staffed.shift.id in still else line)
    if len(lines) > LONGEST:
        rest = len(lines) - LONGEST
        lines = [*lines[:LONGEST], turn.word("roster-more", count=rest)]
    return lines


def _line(turn: Turn, staffed: Staffed, names: dict[int, str], zone: tzinfo) -> str:
    shift = staffed.shift
    each = [(names.get(a.member, turn.word("roster-somebody")), a.part) for a in staffed.responsible]
    who, parts = moments.listed(name for name, _ in each), {part for _, part in each}
    if len(parts) > 1 and parts & set(SETTLED):  # one of two was there: whose is whose
        who = moments.listed(_with_mark(turn, name, part) for name, part in each)
    elif staffed.places_open and not who:
        who = turn.word("roster-was-open" if shift.end <= turn.now else "roster-open")
    elif any(a.part == Part.WANTS_OUT for a in staffed.assignments):
        who = turn.word("roster-wanted", who=who)
    elif staffed.places_open:
        who = turn.word("roster-some", who=who, count=staffed.places_open)
    elif len(parts) == 1 and parts <= set(SETTLED):
        who = _with_mark(turn, who, *parts)
    clock = moments.span(shift.start.astimezone(zone), shift.end.astimezone(zone))
    return f"{clock} {shift.what}: {who}"


def _with_mark(turn: Turn, who: str, part: Part) -> str:
    if part == Part.NOT_DONE:
        return turn.word("roster-not-done", who=who)
    return f"{who} ✓" if part == Part.DONE else turn.word("roster-not-told", who=who)


def _mark(turn: Turn, staffed: Staffed, *, marks: bool) -> str:
    """That somebody has something else then and comes all the same, for who organises."""
    twice = any(a.overridden and a.part in HOLDS for a in staffed.assignments)
    return " " + turn.word("roster-twice") if marks and twice and staffed.shift.end > turn.now else ""


def show_mine(turn: Turn, values: Values) -> None:
    """What this person is on, in all circles."""
    if not turn.places:
        turn.place(values, "show_mine")
    if (asks_where := recalling.asks_where_to_go(turn.text)) and any(tells(turn, place) for place in turn.places):
        return
    meant = for_whom(turn, values) if values.get("who") else everybody(turn)
    circles = {circle.id for _, circle in meant}
    far = max([turn.now + OWN_AHEAD, *(period(values, turn.local(c))[1] for _, c in meant if values.get("start"))])
    if values.get("start"):
        for _, circle in meant:
            reach(turn.store, circle, far, turn.now)
    shifts = turn.store.shifts_of_members([member.id for member, _ in meant], turn.now, far)
    lines = []
    every = finding.of_each(shifts, meant, values, turn.now)
    found = every[: LONGEST if values.get("start") else SOONEST]
    still_ones = waiting((staffed.shift, circle) for staffed, _, (_, circle) in found)
    for staffed, mine, (member, circle) in found:
        text = finding.line(staffed, circle.zone)
        if len(circles) > 1:
            text += f" ({circle.recipient})"
        if is_other(turn, member):
            text = f"{member.name}: {text}"
        if staffed.shift.id in still_ones:
            text = turn.word("roster-stands-still", line=text)
        if mine.part == Part.RESERVE:
            text = turn.word("roster-as-reserve", line=text)
        elif mine.part == Part.WANTS_OUT:
            text = turn.word("roster-still-yours", line=text)
        lines.append(text)
    others = moments.listed(member.name for member, _ in meant if is_other(turn, member)) if values.get("who") else ""
    still = [circle.recipient for _, circle in turn.places if circle.state == CircleState.PAUSED]
    waits = (
        turn.word("roster-all-paused", recipients=moments.listed(still))
        if still and not any(happens(c, s.shift) for s, _, (_, c) in found)
        else ""
    )
    if not lines and still and len(still) == len(turn.places):
        turn.said.append(Say(waits))
        return
    if not lines:
        key = "roster-none-of-theirs" if others else "roster-none-of-yours"
        turn.say(key, (turn.option("button-open", "show_open"),), name=others)
        return
    title = turn.word("roster-theirs" if others else "roster-yours")
    rest = [turn.word("claim-and-more", count=len(every) - len(found))] if len(every) > len(found) else []
    rest += [turn.word("handover-no-address")] if asks_where else []
    turn.said.append(Say("\n".join([*([waits] if waits else []), title, *lines, *rest])))


def how_long(turn: Turn, values: Values) -> None:
    """ "Hoe lang duurt dat?": of what is named, or was just planned, taken or looked at; else of one's own next."""
    no_stranger(turn)
    member, circle = turn.place(values, "how_long")
    sees = may(member, Action.SEE_ROSTER, circle)
    ahead = turn.store.roster_between(circle.id, turn.now - LONGEST_SHIFT, turn.now + OWN_AHEAD) if sees else []
    own = turn.store.shifts_of_members([member.id], turn.now - LONGEST_SHIFT, turn.now + OWN_AHEAD)
    known = [one for one in ahead or own if one.shift.end > turn.now]
    lately = just_spoken_of(turn, values, known, circle.zone)
    named = values.get("what") or values.get("start")
    meant = finding.matching(known, values, circle.zone, turn.now) if named else []
    meant = meant or [one for one in known if one.shift.id in lately] or [one for one in own if one in known]
    if not meant and len(opened := [one for one in known if one.places_open]) == 1:
        meant = opened
    if not meant:
        show_open(turn, {})
        return
    shift = meant[0].shift
    minutes = int(shift.duration.total_seconds() // 60)
    turn.say("roster-how-long", about=moments.begin(turn.about(shift, circle)), length=moments.length(minutes),
             until=moments.clock(shift.end.astimezone(ZoneInfo(circle.zone))))  # fmt: skip


def who_is_coming(turn: Turn, values: Values) -> None:
    """Who comes in a stretch of time: the one asked about, else the rest of today; who is there already included."""
    if not values.keys() & {"what", "who"} and (
        coming.asks_who_is_away(turn.text) or coming.asks_who_is_free(turn.text)
    ):
        raise Instead("presence", values)
    no_stranger(turn)
    if of_several(turn, values, who_is_coming) or _of_any(turn, values):
        return
    member, circle = turn.place(values, "who_is_coming", action=Action.SEE_ROSTER)
    here = turn.local(circle)
    if follows.says_reserve(turn.text):
        _stand_by(turn, values, circle)
        return
    if not values.keys() & {"start", "what"} and coming.of_all_days(turn.text):  # "wie komt wanneer"
        _show(turn, values, Action.SEE_ROSTER, "who_is_coming")
        return
    if not values.get("start") and not values.get("what") and coming.goes_along(turn.text):
        values = {**values, **_last_named(turn)}
    shifts, spoken = _coming(turn, values, circle)
    if not shifts:
        roster = (turn.option("button-roster", "show_roster"),)
        turn.say("roster-nobody", roster, recipient=circle.recipient, when=spoken)
        return
    days = {s.shift.start.astimezone(here.tzinfo).date() for s in shifts}
    lines = [line for line in roster_lines(turn, circle, shifts) if line]
    if len(days) == 1:
        day = moments.day(days.pop(), here.date())
        title, lines = turn.word("roster-coming-on", recipient=circle.recipient, day=day), lines[1:]
    else:
        title = turn.word("roster-coming", recipient=circle.recipient)
    wanted = [s for s in shifts if s.places_open and s.shift.end > turn.now and s.of(member.id) is None]
    options: tuple[Option, ...] = ()
    title = "\n".join([*standstill(turn, circle, shifts), title])
    if len(wanted) == 1 and happens(circle, wanted[0].shift) and may(member, Action.CLAIM, circle):
        options = (turn.option("button-claim", "claim", shift=wanted[0].shift.id),)
    turn.said.append(Say("\n".join([title, *lines]), options, once=False))


def _of_any(turn: Turn, values: Values) -> bool:
    """Whether this asks of several circles of which none is named: each in which somebody comes is then shown."""
    if "circle" in values or values.get("who") or not 1 < len(turn.places) <= SHOWN:
        return False
    every = [circle for member, circle in turn.places if may(member, Action.SEE_ROSTER, circle)]
    if any(turn.speaks_of(circle) for circle in every) or coming.of_all_days(turn.text) or len(every) < 2:
        return False
    found = [circle for circle in every if _coming(turn, values, circle)[0]]
    kept = turn.conversation
    for circle in found:
        who_is_coming(turn, {**values, "circle": circle.id})
    turn.conversation = kept
    if not found:
        names = moments.listed(circle.recipient for circle in every)
        when = _coming(turn, values, every[0])[1]
        turn.say("roster-nobody", (turn.option("button-roster", "show_roster"),), recipient=names, when=when)
    return True


def _coming(turn: Turn, values: Values, circle: Circle) -> tuple[list[Staffed], str]:
    """What is on the roster of a circle then, and when that is in words; "none" where it is the next few of a task."""
    here = turn.local(circle)
    if not values.get("start") and values.get("what"):
        found = turn.store.roster_between(circle.id, turn.now - timedelta(hours=6), turn.now + OWN_AHEAD)
        return finding.matching(found, values, circle.zone, turn.now)[:3], "none"
    start, end = period(values, here) if values.get("start") else (here, _midnight_after(here))
    reach(turn.store, circle, end, turn.now)
    found = turn.store.roster_between(circle.id, start.astimezone(UTC) - LONGEST_SHIFT, end.astimezone(UTC))
    there = [s for s in found if s.shift.start >= start or (s.shift.end > start and start <= here)]
    shifts = [s for s in there if not values.get("what") or finding.is_like(s.shift.what, values["what"])]
    return shifts, period_words(start, end, here)


def _midnight_after(here: datetime) -> datetime:
    return datetime.combine(here.date() + timedelta(days=1), time(), here.tzinfo)


def show_done(turn: Turn, values: Values) -> None:
    """Who did what: by day, without sums or ranking."""
    member, circle = turn.place(values, "show_done", action=Action.SEE_ROSTER)
    here = turn.local(circle)
    came = recalling.asks_who_came(turn.text)  # then what was to be and of which nothing was heard is told too
    start, end = period(values, here) if values.get("start") else _today(here) if came else _this_week(here)
    shifts = turn.store.roster_between(circle.id, start.astimezone(UTC), end.astimezone(UTC))
    members = turn.store.members_of(circle.id)
    named = [one for said in spoken_of(turn, circle) for one in members if str(one.id) == said] if came else []
    whom = [one.id for one in named]
    if came:
        shifts = [s for s in shifts if s.shift.start <= turn.now and may(member, Action.SEE_ROSTER, circle)]
        shifts = [s for s in shifts if not whom or any(a.member in whom for a in s.assignments)]
    told = [s for s in shifts if any(a.part in SETTLED and _sees(a.member, member, circle) for a in s.assignments)]
    seen = shifts if came else told
    done = [s for s in seen if _done_by(s)]
    minutes = sum(int(s.shift.duration.total_seconds() // 60) * _done_by(s) for s in done)
    title = turn.word("roster-nothing-done", recipient=circle.recipient)
    if came:
        key = "roster-came" if done else "roster-nobody-came" if seen else "roster-nobody-was-to"
        who = named[0].name if named else "none"
        title = turn.word(key, recipient=circle.recipient, when=period_words(start, end, here), who=who)
    elif done:
        title = turn.word("roster-done", recipient=circle.recipient, hours=moments.about_hours(minutes))
    turn.said.append(Say("\n".join([title, *roster_lines(turn, circle, seen)])))


def _last_named(turn: Turn) -> Values:
    """The task that was looked at or changed just before."""
    last = before(turn)
    if last is not None and last["values"].get("what"):
        return {"what": last["values"]["what"]}
    shifts = touched(turn)
    return {"what": turn.store.get(Shift, shifts[0]).what} if shifts else {}


def _stand_by(turn: Turn, values: Values, circle: Circle) -> None:
    """Who stands by, and for what."""
    names = {m.id: m.name for m in turn.store.members_of(circle.id)}
    ahead = turn.store.roster_between(circle.id, turn.now, turn.now + OWN_AHEAD)
    wanted = {name: values[name] for name in ("start", "what") if values.get(name)}
    lines = [
        f"{finding.line(staffed, circle.zone)}: {moments.listed(by)}"
        for staffed in finding.matching(ahead, wanted, circle.zone, turn.now)
        if (by := [names[one.member] for one in staffed.assignments if one.part == Part.RESERVE])
    ]
    key = "roster-reserves" if lines else "roster-reserves-none"
    turn.said.append(Say("\n".join([turn.word(key, recipient=circle.recipient), *lines[:LONGEST]])))


def _done_by(staffed: Staffed) -> int:
    return sum(1 for a in staffed.assignments if a.part == Part.DONE)


def _sees(other: int, member: Member, circle: Circle) -> bool:
    return other == member.id or may(member, Action.SEE_ROSTER, circle)


def _today(here: datetime) -> tuple[datetime, datetime]:
    midnight = datetime.combine(here.date(), time(), here.tzinfo)
    return midnight, _midnight_after(here)


def _this_week(here: datetime) -> tuple[datetime, datetime]:
    monday = datetime.combine(moments.monday(here.date()), time(), here.tzinfo)
    return monday, datetime.combine(monday.date() + WEEK, time(), here.tzinfo)


CAPABILITY = Capability(
    "roster",
    {
        "show_roster": show_roster,
        "show_mine": show_mine,
        "how_long": how_long,
        "who_is_coming": who_is_coming,
        "show_done": show_done,
    },
)
