"""Being away for a while, and hours that never suit; what that means for the shifts one has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.dialog import Capability, Dialog, Slot, Values
from bot.dialogs.unanswered import settle_away, watch_away
from bot.members import named
from bot.plans.lately import touched
from bot.saying import Option, Say
from bot.shifts import gaps
from bot.shifts.hits import Hit, ask_about, ask_circle, ask_one, keep_all, listed, shifts_hit
from bot.shifts.own_day import comes_later
from bot.shifts.stretches import in_words, stretches
from bot.turn import Answered, Instead, Place, Turn
from locales.nl import absences, bystanders, moments, strangers
from locales.nl.rules import weekdays_words
from scheduling.availability import DAY, Absence, Never, does_not_suit
from scheduling.care import HOLDS, Assignment, Part, Series, Shift, Staffed
from scheduling.claims import want_out
from scheduling.people import Circle, Member
from scheduling.recurrence import weekdays_of
from scheduling.rights import Action, may_report_for

LONGEST = timedelta(days=400)
AHEAD = timedelta(weeks=10)
NEXT = timedelta(hours=12)


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """From when until when; a single day is both."""
    if not values and not understood.get("who"):
        comes_later(turn)
    if not values and turn.organises and absences.leaves_out(turn.text):
        _leave_out(turn, understood)
    if not values and not understood.get("who") and bystanders.says_ill(turn.text):
        _ill_for_what_is_next(turn)
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
    if understood.get("spans"):
        merged["spans"] = list(understood["spans"])
    if start and len(understood.get("days") or ()) > 1:
        merged["days"] = list(understood["days"])
    who = understood.get("who")
    if who:
        merged["who"] = [who] if isinstance(who, str) else list(who)
    return merged


def _ill_for_what_is_next(turn: Turn) -> None:
    """ "Ben ziek!", by who has a shift in the hours to come: that one is given back, and no day is asked. Raises
    Instead; goes on where there is none."""
    own = [member.id for member, _ in turn.places]
    near = turn.store.shifts_of_members(own, turn.now, turn.now + NEXT)
    held = [one.shift.id for one in near if any(a.member in own and a.part in HOLDS for a in one.assignments)]
    if held:
        raise Instead("release", {"shift": held[0]})


def _leave_out(turn: Turn, understood: Values) -> None:
    """A day without what was planned just now. Raises Instead; goes on where nothing that recurs was."""
    ids = touched(turn)
    shift = turn.store.get(Shift, ids[0]) if ids else None
    if shift is not None and turn.store.get(Series, shift.series).rule:
        raise Instead("cancel_task", {"what": shift.what, "start": str(understood.get("from") or "")[:10]})


def _note(turn: Turn, values: Values) -> None:
    """Note it, and where it hits shifts ask first what to do with those."""
    spans = stretches(turn, values)
    if spans[-1][1] <= turn.now or spans[-1][1] - spans[0][0] > LONGEST:
        turn.begin("absence", {}, "from")
        raise Answered(Say(turn.word("absence-which-days"), dialog="absence"))
    if other := _somebody_else(turn, values):
        _note_for(turn, values, *other, in_words(turn, spans))
        return
    if not values.get("who") and (stranger := strangers.who_is_away(turn.text)):
        mine = moments.listed(circle.recipient for _, circle in turn.places)
        raise Answered(Say(turn.word("absence-stranger", name=stranger, mine=mine)))
    hits = [hit for span in spans for hit in shifts_hit(turn, *span)]
    if hits:
        title = turn.word("absence-hits", period=in_words(turn, spans), count=len(hits))
        ask_about(turn, hits, {"span": values}, title)
        watch_away(turn, hits, values, in_words(turn, spans))
        return
    _keep(turn, spans)
    turn.say("absence-noted", (turn.option("button-undo", "undo"),), period=in_words(turn, spans))


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
    hits = [hit for span in stretches(turn, values) for hit in _hits_of(turn, member, *span)]
    lines = listed(turn, [(staffed, circle) for staffed, _ in hits])
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
    spans = stretches(turn, values["span"])
    hits = [staffed for span in spans for staffed, _ in _hits_of(turn, member, *span)]
    for staffed in hits:
        want_out(turn.store, staffed.shift.id, member, turn.now)
    gaps.tell_filled(turn, circle, gaps.fill(turn, circle, hits, but=member.id, by=member.name))
    period = in_words(turn, spans)
    if member.person is not None:
        for start, end in spans:
            turn.store.add(Absence(0, member.person, start, end))
        turn.tell(member.person, "absence-of-told", name=turn.someone.name, period=period, recipient=circle.recipient)
    turn.changed("absence-of", f"{member.name}, {period}", circle)
    undo = turn.option("button-undo", "undo")
    options = (turn.option("button-open", "show_open", circle=circle.id), undo) if hits else (undo,)
    turn.say("absence-of-noted", options, name=member.name, period=period, count=len(hits))


def _keep(turn: Turn, spans: list[tuple[datetime, datetime]]) -> None:
    for start, end in spans:
        known = turn.store.absences_of(turn.someone.id, start, end)
        if all((one.starts, one.ends) != (start, end) for one in known):  # else it is said once more
            turn.store.add(Absence(0, turn.someone.id, start, end))
    turn.changed("absence", in_words(turn, spans))


def absence_noted(turn: Turn, values: Values) -> None:
    """What to do with the shifts that an absence hits."""
    turn.state = {}
    settle_away(turn)
    if values["way"] == "drop":
        turn.say("absence-dropped")
        return
    if "never" in values:
        kept = Never(0, turn.someone.id, **{**values["never"], "weekdays": tuple(values["never"]["weekdays"])})
        _keep_never(turn, kept)
        period = weekdays_words(kept.weekdays, kept.from_minute, kept.until_minute)
        turn.changed("never", period)
        hits = _hits_never(turn, kept)
    else:
        spans = stretches(turn, values["span"])
        _keep(turn, spans)
        period = in_words(turn, spans)
        hits = [hit for span in spans for hit in shifts_hit(turn, *span)]
    undo = (turn.option("button-undo", "undo"),)
    if values["way"] == "keep":
        keep_all(turn, hits, period)
        turn.say("absence-noted-kept", undo, period=period)
        return
    to = turn.store.find(Member, int(values.get("to") or 0)) if values["way"] == "ask_one" else None
    asked = ask_one(turn, hits, to, period) if to is not None else []
    moved = ask_circle(turn, [hit for hit in hits if hit[0].shift.id not in asked], period)
    left = len(hits) - len(asked) - len(moved)
    if to is not None and asked:
        turn.say("absence-noted-one", undo, period=period, name=to.name, count=len(asked))
    else:
        names = moments.listed(dict.fromkeys(one.member.name for one in moved)) or "none"
        turn.say("absence-noted-asked", undo, period=period, count=left, moved=len(moved), names=names)


def _hits_never(turn: Turn, hours: Never) -> list[Hit]:
    """One's shifts in the weeks to come that begin or run on in these hours."""
    found = shifts_hit(turn, turn.now, turn.now + AHEAD)
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
        ask_about(turn, hits, {"never": kept}, turn.word("absence-never-hits", about=about, count=len(hits)))
        return
    _keep_never(turn, hours)
    turn.changed("never", about)
    turn.say("absence-never-noted", (turn.option("button-undo", "undo"),), about=about)


def _keep_never(turn: Turn, hours: Never) -> None:
    """Once, however often it is said."""
    if all(replace(one, id=0, version=1) != hours for one in turn.store.nevers_of(turn.someone.id)):
        turn.store.add(hours)


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
