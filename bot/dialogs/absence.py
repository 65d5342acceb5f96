"""Being away for a while, and hours that never suit; what that means for the shifts one has."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import finding, gaps
from bot.dialog import Capability, Dialog, Slot, Values
from bot.members import named
from bot.saying import Option, Say
from bot.turn import Answered, Place, Turn
from locales.nl import moments
from locales.nl.rules import weekdays_words
from scheduling.availability import DAY, Absence, Never, does_not_suit
from scheduling.care import RESPONSIBLE, SETTLED, Assignment, Part, Staffed
from scheduling.claims import CannotClaim, want_out
from scheduling.people import Circle, Member, Standing
from scheduling.recurrence import weekdays_of
from scheduling.reserves import MovedUp
from scheduling.rights import Action, may_report_for
from scheduling.suited import mark, who_could
from scheduling.swaps import offer

SHOWN = 15
LONGEST = timedelta(days=400)
AHEAD = timedelta(weeks=10)
ASKABLE = 2  # people who are offered by name
_NOT_HIT = (*SETTLED, Part.WANTS_OUT)
Hit = tuple[Staffed, Member, Circle]


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """From when until when; a single day is both."""
    start, end = understood.get("from") or understood.get("start"), understood.get("until") or understood.get("end")
    if isinstance(start, list):
        start, end = start[0], end or start[-1]
    if start and ":" in str(start) and "T" not in str(start):
        start = f"{turn.local().date().isoformat()}T{start}"
    merged = dict(values)
    if end and not start and not values.get("from"):  # "weg tot 1 mei" is from today on
        start = turn.local().date().isoformat()
    if start:
        merged["from"] = str(start)
        merged.pop("until", None)
    if "T" in str(start) and not end:
        end = f"{date.fromisoformat(str(start)[:10]) + timedelta(days=1)}T00:00"
    if end or (start and not understood.get("from")):
        merged["until"] = str(end or start)
    if understood.get("without"):
        merged["without"] = list(understood["without"])
    if start and len(understood.get("days") or ()) > 1:
        merged["days"] = list(understood["days"])
    who = understood.get("who")
    if who:
        merged["who"] = [who] if isinstance(who, str) else list(who)
    return merged


def _span(turn: Turn, values: Values) -> tuple[datetime, datetime]:
    """The stretch in UTC; a day named last is part of it."""
    zone = ZoneInfo(turn.someone.zone)

    def moment(text: str, *, last: bool) -> datetime:
        if "T" in text:
            return datetime.fromisoformat(text).replace(tzinfo=zone)
        day = date.fromisoformat(text[:10])
        return datetime.combine(day + timedelta(days=1 if last else 0), time(), zone)

    start, end = moment(values["from"], last=False), moment(values["until"], last=True)
    if end <= start:
        end = start + timedelta(days=1)
    return start.astimezone(UTC), end.astimezone(UTC)


def _spans(turn: Turn, values: Values) -> list[tuple[datetime, datetime]]:
    """Each stretch in UTC: days that do not follow each other are a stretch each ("dinsdag en donderdag")."""
    days = values.get("days")
    if days:
        return [_span(turn, {"from": day, "until": day}) for day in days]
    zone = ZoneInfo(turn.someone.zone)
    spans = [_span(turn, values)]
    for stretch in values.get("without") or ():  # "behalve het weekend van 10 mei"
        first, last = (date.fromisoformat(day) for day in stretch.split("/"))
        begin = datetime.combine(first, time(), zone).astimezone(UTC)
        end = datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)
        cut = [part for a, b in spans for part in ((a, min(b, begin)), (max(a, end), b))]
        spans = [(a, b) for a, b in cut if a < b]
    return spans or [_span(turn, values)]


def _hits(turn: Turn, start: datetime, end: datetime) -> list[Hit]:
    own = {member.id: (member, circle) for member, circle in turn.places}
    found = []
    for staffed in turn.store.shifts_of_members(list(own), max(start, turn.now), end):
        for member, circle in own.values():
            mine = staffed.of(member.id)
            if mine is not None and mine.part in RESPONSIBLE and mine.part not in _NOT_HIT:
                found.append((staffed, member, circle))
    return found


def _note(turn: Turn, values: Values) -> None:
    """Note it, and where it hits shifts ask first what to do with those."""
    spans = _spans(turn, values)
    if spans[-1][1] <= turn.now or spans[-1][1] - spans[0][0] > LONGEST:
        turn.begin("absence", {}, "from")
        raise Answered(Say(turn.word("absence-which-days"), dialog="absence"))
    if other := _somebody_else(turn, values):
        _note_for(turn, values, *other, _period(turn, spans))
        return
    hits = [hit for span in spans for hit in _hits(turn, *span)]
    if hits:
        title = turn.word("absence-hits", period=_period(turn, spans), count=len(hits))
        _ask_about(turn, hits, {"span": values}, title)
        return
    _keep(turn, spans)
    turn.say("absence-noted", (turn.option("button-undo", "undo"),), period=_period(turn, spans))


def _ask_about(turn: Turn, hits: list[Hit], kept: Values, title: str) -> None:
    """The shifts that it hits, and at once what can be done: somebody in particular, everybody, or keep them."""
    lines = _lines(turn, [(staffed, circle) for staffed, _, circle in hits])
    ways = [turn.option("button-ask-circle", "absence_noted", means="yes", **kept, way="ask")]
    ways += [
        Option(turn.word("clash-ask", name=one.name)[:20], "absence_noted", {**kept, "way": "ask_one", "to": one.id})
        for one in _could_all(turn, hits)[:ASKABLE]
    ]
    ways.append(turn.option("button-keep-them", "absence_noted", **kept, way="keep"))
    ways.append(turn.option("button-never-mind", "absence_noted", means="no", **kept, way="drop"))
    turn.said.append(Say("\n".join([title, lines, turn.word("absence-what-now")]), tuple(ways), about=title[:60]))


def _lines(turn: Turn, shifts: list[tuple[Staffed, Circle]]) -> str:
    """Each on a line, no more than one reads."""
    lines = [finding.line(staffed, circle.zone) for staffed, circle in shifts[:SHOWN]]
    if len(shifts) > SHOWN:
        lines.append(turn.word("claim-and-more", count=len(shifts) - SHOWN))
    return "\n".join(lines)


def _could_all(turn: Turn, hits: list[Hit]) -> list[Member]:
    """Who could take all of these over, where they are of one circle."""
    if len({circle.id for _, _, circle in hits}) != 1:
        return []
    able: list[Member] | None = None
    for staffed, member, circle in hits[:SHOWN]:
        could = who_could(turn.store, staffed.shift, circle, turn.now, frozenset({member.id}))
        able = could if able is None else [one for one in able if one.id in {c.id for c in could}]
    return able or []


def _somebody_else(turn: Turn, values: Values) -> Place | None:
    """The one who is away, where that is not who speaks; only an organiser says it of another."""
    own = {member.id for member, _ in turn.places}
    for name in values.get("who") or ():
        for member, circle in turn.places:
            found = named(turn, circle, str(name), "absence", values)
            if found is None or found.id in own:
                continue
            if not may_report_for(member, found, circle):
                raise Answered(Say(turn.word("absence-say-it-self", name=found.name)))
            return found, circle
    return None


def _note_for(turn: Turn, values: Values, member: Member, circle: Circle, period: str) -> None:
    """Ask an organiser first: it is somebody else's time."""
    hits = [hit for span in _spans(turn, values) for hit in _hits_of(turn, member, *span)]
    lines = _lines(turn, [(staffed, circle) for staffed, _ in hits])
    options = (
        turn.option("button-yes", "absence_of", means="yes", span=values, member=member.id),
        turn.option("button-no", "fine", means="no"),
    )
    key = "absence-of-hits" if lines else "absence-of"
    turn.say(key, options, name=member.name, period=period, lines=lines)


def _hits_of(turn: Turn, member: Member, start: datetime, end: datetime) -> list[tuple[Staffed, Assignment]]:
    found = turn.store.shifts_of_members([member.id], max(start, turn.now), end)
    return [(s, mine) for s in found if (mine := s.of(member.id)) and mine.part in (Part.CLAIMED, Part.CONFIRMED)]


def absence_of(turn: Turn, values: Values) -> None:
    """An organiser said yes: noted for the other, whose shifts are wanted, and who hears it."""
    member = turn.store.find(Member, values["member"])
    place = None if member is None else turn.member_of(member.circle)
    if member is None or place is None:
        turn.say("claim-gone")
        return
    if not may_report_for(place[0], member, place[1]):
        turn.require(*place, Action.ASSIGN_OTHERS)
    circle = place[1]
    spans = _spans(turn, values["span"])
    hits = [staffed for span in spans for staffed, _ in _hits_of(turn, member, *span)]
    for staffed in hits:
        want_out(turn.store, staffed.shift.id, member, turn.now)
    gaps.tell_filled(turn, circle, gaps.fill(turn, circle, hits, but=member.id, by=member.name))
    period = _period(turn, spans)
    if member.person is not None:
        for start, end in spans:
            turn.store.add(Absence(0, member.person, start, end))
        turn.tell(member.person, "absence-of-told", name=turn.someone.name, period=period, recipient=circle.recipient)
    turn.changed("absence-of", f"{member.name}, {period}", circle)
    options = (turn.option("button-open", "show_open", circle=circle.id), turn.option("button-undo", "undo"))
    turn.say("absence-of-noted", options, name=member.name, period=period)


def _words(turn: Turn, start: datetime, end: datetime) -> str:
    here = turn.local()
    first, last = start.astimezone(here.tzinfo), end.astimezone(here.tzinfo)
    if last - first < timedelta(hours=23):
        return f"{moments.day(first.date(), here.date())} {moments.span(first, last)}"
    final = (last - timedelta(minutes=1)).date()
    if final == first.date():
        return moments.day(final, here.date())
    return turn.word(
        "absence-period", first=moments.day(first.date(), here.date()), last=moments.day(final, here.date())
    )


def _period(turn: Turn, spans: list[tuple[datetime, datetime]]) -> str:
    return moments.listed(_words(turn, start, end) for start, end in spans)


def _keep(turn: Turn, spans: list[tuple[datetime, datetime]]) -> None:
    for start, end in spans:
        turn.store.add(Absence(0, turn.someone.id, start, end))
    turn.changed("absence", _period(turn, spans))


def absence_noted(turn: Turn, values: Values) -> None:
    """What to do with the shifts that an absence hits."""
    turn.state = {}
    if values["way"] == "drop":
        turn.say("absence-dropped")
        return
    if "never" in values:
        kept = Never(0, turn.someone.id, **{**values["never"], "weekdays": tuple(values["never"]["weekdays"])})
        turn.store.add(kept)
        period = weekdays_words(kept.weekdays, kept.from_minute, kept.until_minute)
        turn.changed("never", period)
        hits = _hits_never(turn, kept)
    else:
        spans = _spans(turn, values["span"])
        _keep(turn, spans)
        period = _period(turn, spans)
        hits = [hit for span in spans for hit in _hits(turn, *span)]
    undo = (turn.option("button-undo", "undo"),)
    if values["way"] == "keep":
        _keep_shifts(turn, hits, period)
        turn.say("absence-noted-kept", undo, period=period)
        return
    to = turn.store.find(Member, int(values.get("to") or 0)) if values["way"] == "ask_one" else None
    asked = _ask_one(turn, hits, to, period) if to is not None else []
    moved = _ask_circle(turn, [hit for hit in hits if hit[0].shift.id not in asked], period)
    left = len(hits) - len(asked) - len(moved)
    if to is not None and asked:
        turn.say("absence-noted-one", undo, period=period, name=to.name, count=len(asked))
    else:
        names = moments.listed(dict.fromkeys(one.member.name for one in moved)) or "none"
        turn.say("absence-noted-asked", undo, period=period, count=left, moved=len(moved), names=names)


def _keep_shifts(turn: Turn, hits: list[Hit], period: str) -> None:
    """They come all the same: marked, and the organiser sees it."""
    for circle in {circle.id: circle for _, _, circle in hits}.values():
        mark(turn.store, [staffed.shift.id for staffed, _, of in hits if of.id == circle.id], circle.zone)
        lines = _lines(turn, [(staffed, of) for staffed, _, of in hits if of.id == circle.id])
        names: Values = {"name": turn.someone.name, "period": period, "recipient": circle.recipient, "lines": lines}
        turn.tell_organisers(circle, "absence-kept-told", **names)


def _ask_one(turn: Turn, hits: list[Hit], to: Member, period: str) -> list[int]:
    """Ask one person to take these over; who asks stays responsible, marked, and the organiser sees it.

    Returns the shifts that they were asked for.
    """
    asked = []
    for staffed, member, circle in hits:
        mine = staffed.of(member.id)
        if to.circle != circle.id or to.person is None or to.standing != Standing.ACTIVE or mine is None:
            continue
        try:
            made = offer(turn.store, mine, member, turn.now, to=to)
        except CannotClaim:
            continue
        options = (
            turn.option("button-is-fine", "offer_accept", means="yes", offer=made.id),
            turn.option("button-cannot", "offer_refuse", means="no", offer=made.id),
        )
        start = staffed.shift.start.astimezone(ZoneInfo(circle.zone))
        about = f"{staffed.shift.what}, {moments.moment(start, turn.local(circle))}"
        words: Values = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
        turn.tell(to.person, "swap-asked-to-take", options, **words)
        turn.store.owe("offer_lapsed", made.until, person=turn.someone.id, subject=made.id)
        asked.append(staffed.shift.id)
    for circle in {circle.id: circle for staffed, _, circle in hits if staffed.shift.id in asked}.values():
        mark(turn.store, asked, circle.zone)
        lines = _lines(turn, [(staffed, of) for staffed, _, of in hits if staffed.shift.id in asked])
        names: Values = {"name": turn.someone.name, "period": period, "recipient": circle.recipient, "lines": lines}
        turn.tell_organisers(circle, "absence-asks-one-told", but=(to.person or 0,), other=to.name, **names)
    return asked


def _ask_circle(turn: Turn, hits: list[Hit], period: str) -> list[MovedUp]:
    """They want out of these: who stood by moves up, others are asked, the organisers know. Returns who moved up."""
    for staffed, member, _ in hits:
        with suppress(CannotClaim):
            want_out(turn.store, staffed.shift.id, member, turn.now)
    moved: list[MovedUp] = []
    for circle in {circle.id: circle for _, _, circle in hits}.values():
        of_circle = [staffed for staffed, _, of in hits if of.id == circle.id]
        filled = gaps.fill(turn, circle, of_circle, by=turn.someone.name)
        gaps.tell_filled(turn, circle, filled)
        moved += filled.moved
        if not filled.left:
            continue
        turn.tell_organisers(
            circle,
            "absence-told",
            (turn.option("button-open", "show_open", circle=circle.id),),
            urgent=filled.left[0].shift.start - turn.now < timedelta(days=1),
            name=turn.someone.name,
            period=period,
            recipient=circle.recipient,
            lines=_lines(turn, [(staffed, circle) for staffed in filled.left]),
        )
    return moved


def _hits_never(turn: Turn, hours: Never) -> list[Hit]:
    """One's shifts in the weeks to come that begin or run on in these hours."""
    found = _hits(turn, turn.now, turn.now + AHEAD)
    return [hit for hit in found if does_not_suit(hit[0].shift.start, hit[0].shift.end, (hours,), hit[2].zone)]


def never(turn: Turn, values: Values) -> None:
    """ "Ik kan nooit op dinsdag", "na negenen kan ik niet"."""
    days = weekdays_of(str(values.get("rrule") or ""))
    if not days and not values.get("from") and not values.get("until"):
        turn.say("absence-thanks-for-telling")
        return
    first, last = minute_of(values.get("from"), 0), minute_of(values.get("until"), DAY)
    if last <= first:  # over midnight
        last += DAY
    hours = Never(0, turn.someone.id, days or tuple(range(7)), first, last)
    about = weekdays_words(days, first, last)
    if hits := _hits_never(turn, hours):
        kept = {"weekdays": list(hours.weekdays), "from_minute": first, "until_minute": last}
        _ask_about(turn, hits, {"never": kept}, turn.word("absence-never-hits", about=about, count=len(hits)))
        return
    turn.store.add(hours)
    turn.changed("never", about)
    turn.say("absence-never-noted", (turn.option("button-undo", "undo"),), about=about)


def minute_of(text: object, default: int) -> int:
    """Minutes from midnight of a local clock time or moment."""
    if not isinstance(text, str) or ":" not in text:
        return default
    hour, minute = text.split("T")[-1].split(":")[:2]
    return int(hour) * 60 + int(minute)


def _days(turn: Turn, values: Values) -> tuple[Option, ...]:
    today = turn.local().date()
    return tuple(
        Option(
            moments.near_day(today + timedelta(days=n), today).capitalize(),
            "absence",
            {"kept": values, "from": day, "until": day},
        )
        for n in (0, 1)
        for day in [(today + timedelta(days=n)).isoformat()]
    )


CAPABILITY = Capability(
    "absence",
    {"absence_noted": absence_noted, "absence_of": absence_of},
    Dialog("absence", (Slot("from", options=_days), Slot("until")), _note, _read),
)
