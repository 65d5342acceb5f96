"""A yes at another time: "ik kan wel, maar pas na 4 uur". Whoever organises hears it, and can move the shift to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.ask import ask_yes
from bot.dialogs.claim import ask_whole, do_claim, meant
from bot.dialogs.open import FAR
from bot.dialogs.suits import suits
from bot.plans.drafts import parts_of
from bot.saying import Option
from bot.shifts import finding
from bot.shifts.own_visit import mine_near
from bot.shifts.targets import fitting, may_change
from bot.turn import Instead, Place, Turn
from locales.nl import changing, conditions, moments
from locales.nl.time import parse
from locales.nl.written import clocks_of
from scheduling.asking import Answer, Ask, answered
from scheduling.care import RESPONSIBLE, Shift, Staffed
from scheduling.people import Circle, Role
from scheduling.rights import Action, may

SOON = timedelta(days=7)
MOST = 8  # shifts to choose from
_HALF_A_DAY = 12 * 60  # minutes: "voor 4" may be 16:00


def other_time(turn: Turn, values: Values) -> None:
    """Pass it on to the organisers, with a button that moves the shift and puts this person on it."""
    asked = [s for id in values.get("shifts") or () if (s := turn.store.staffed(int(id))) is not None]
    own = [id for id in (values.get("assignments"), values.get("shift")) if id]
    asked = asked or ([staffed for staffed, _, _ in mine_near(turn, values)] if own else [])  # what one does already
    asked = asked or (_open(turn) if conditions.takes_it(turn.text) else []) or _of_oneself(turn)
    ahead = [s for s in asked if s.shift.start > turn.now and turn.member_of(s.shift.circle)]
    place = turn.member_of(ahead[0].shift.circle) if ahead else None
    if place is None:
        suits(turn, {"available": True})
        return
    if len(ahead) > 1 and values.get("day"):  # of several that are asked, the one of that day
        on_day = finding.matching(ahead, {"start": values["day"]}, place[1].zone, turn.now)
        ahead = on_day if len(on_day) == 1 else ahead
    if len(ahead) > 1:
        labels = finding.labels(ahead, place[1].zone)
        kept = {name: values[name] for name in ("start", "shift_min", "ask", "clocks") if values.get(name)}
        options = tuple(
            Option(label, "other_time", {**kept, "shifts": [s.shift.id]})
            for label, s in zip(labels, ahead, strict=True)
        )
        turn.say("other-time-which", options)
        return
    if clocks := values.get("clocks"):
        day = values.get("day") or ahead[0].shift.start.astimezone(ZoneInfo(place[1].zone)).date().isoformat()
        values = {**values, "start": f"{day}T{_nearest(clocks, ahead[0].shift, place[1].zone)}"}
    _pass_on(turn, values, ahead[0], place)


def _open(turn: Turn) -> list[Staffed]:
    """What wants somebody in the next days: "ik doe het maar dan wel om 2 uur"."""
    allowed = [circle for member, circle in turn.places if may(member, Action.CLAIM, circle)]
    return [one for circle in allowed for one in turn.store.open_shifts_between(circle.id, turn.now, turn.now + SOON)][
        :MOST
    ]


def _of_oneself(turn: Turn) -> list[Staffed]:
    """What somebody does in the next days, or what is done for them: "kan het om half 7?"."""
    soon = turn.now + SOON
    own = turn.store.shifts_of_members([member.id for member, _ in turn.places], turn.now, soon)
    held = [s for s in own if any(a.part in RESPONSIBLE for m, _ in turn.places if (a := s.of(m.id)) is not None)]
    cared = [circle.id for member, circle in turn.places if member.role == Role.RECIPIENT]
    held += [one for circle in cared for one in turn.store.roster_between(circle, turn.now, soon)]
    return sorted(held, key=lambda one: one.shift.start)[:MOST]


def _pass_on(turn: Turn, values: Values, staffed: Staffed, place: Place) -> None:
    member, circle = place
    shift, zone = staffed.shift, ZoneInfo(circle.zone)
    then = _moment(values, shift, zone)
    start = shift.start.astimezone(zone)
    if then is None or then == start:
        do_claim(turn, {"shift": shift.id})
        return
    others = [m for m in turn.store.organisers_of(circle.id) if m.person not in (None, turn.someone.id)]
    if not others:
        suits(turn, {"available": True})
        return
    if values.get("ask") and (ask := turn.store.find(Ask, int(values["ask"]))) is not None:
        answered(turn.store, ask.id, member, Answer.NO, turn.now)
    here = turn.local(circle)
    same_day = then.date() == start.date()
    when = turn.word("other-time-at", clock=moments.clock(then)) if same_day else moments.moment(then, here)
    leave = turn.option("button-leave-it", "fine", means="no")
    options: tuple[Option, ...] = (leave,)
    on_it = any(one.member == member.id for one in staffed.responsible)
    cared = {"shift": shift.id, "new": {"start": moments.clock(then) if same_day else f"{then:%Y-%m-%dT%H:%M}"}}
    if then > here and (same_day or on_it):
        minutes = int((then - start).total_seconds() // 60)
        move = {"shift": shift.id, "minutes": minutes, "who": [str(member.id)]}
        do, what = ("edit_it", {**cared, "scope": "one"}) if on_it else ("move_and_take", move)
        do, what = ("edit_task", cared) if member.role == Role.RECIPIENT else (do, what)
        label = turn.word("button-move-to", clock=moments.clock(then) if same_day else moments.short_day(then.date()))
        options = (Option(label, do, what, "yes"), leave)
    about = turn.about(shift, circle)
    if member.role == Role.RECIPIENT:
        turn.tell_organisers(circle, "other-time-told-cared", options, name=member.name, about=about, when=when)
        turn.say("other-time-passed-on-cared", names=moments.listed(m.name for m in others), about=about, when=when)
        return
    key = "other-time-told-own" if on_it else "other-time-told"
    turn.tell_organisers(
        circle, key, options, name=turn.someone.name, about=about, when=when, recipient=circle.recipient
    )
    key = "other-time-passed-on-own" if on_it else "other-time-passed-on"
    turn.say(key, names=moments.listed(m.name for m in others), about=about, when=when)


def ask_who_arranges(turn: Turn, wanted: Values, values: Values) -> None:
    """Ends the turn with it passed on, where somebody asks another time for what they do and may not move themselves.

    `wanted` says which shift, `values` what its time is to be.
    """
    new = {name: values[name] for name in ("start", "shift_min") if values.get(name)}
    fits = fitting(turn, wanted) if new else []
    own = [staffed for staffed, (member, _) in fits if staffed.counts_on(member.id)]
    if not own or any(may_change(turn, staffed, place) for staffed, place in fits):
        return
    day = parts_of(str(new.get("start") or ""))[0]
    dated = [s for s in own if day and finding.matching([s], {"start": day}, turn.someone.zone, turn.now)]
    doubts = [one for one in values.get("doubts") or () if one["slot"] == "start"]
    if doubts and not new.get("shift_min"):
        new["start"] = _nearest(doubts[0]["options"], (dated or own)[0].shift, turn.someone.zone)
    raise Instead("other_time", {**new, "shifts": [staffed.shift.id for staffed in dated or own][:MOST]})


def _nearest(moments_said: Sequence[str], shift: Shift, zone: str) -> str:
    """The hour that is meant of two: the one nearest to when it is now."""
    start = shift.start.astimezone(ZoneInfo(zone))
    now = start.hour * 60 + start.minute

    def away(said: str) -> int:
        clock = parts_of(said)[1] or f"{start:%H:%M}"
        return abs(int(clock[:2]) * 60 + int(clock[3:5]) - now)

    return min(moments_said, key=away)


def own_at_another_hour(turn: Turn, own: tuple[Staffed, Circle]) -> None:
    """Ends the turn where an hour is asked for that the one shift of that day has not: "kan het woensdag om 7 uur?"."""
    staffed, circle = own
    times = [one for one in parse(turn.text, turn.local(circle)) if one.has_clock and one.start and not one.rule]
    if len(times) != 1 or not changing.asks_for_hour(turn.text):
        return
    start = {"start": _nearest(clocks_of(times[0]), staffed.shift, circle.zone)}
    place = turn.member_of(circle.id)
    if place is not None and may_change(turn, staffed, place):
        raise Instead("edit_task", {"shift": staffed.shift.id, "new": start})
    raise Instead("other_time", {**start, "shifts": [staffed.shift.id]})


def _moment(values: Values, shift: Shift, zone: ZoneInfo) -> datetime | None:
    """When it suits, on the circle's clock; on the day of the shift where no other was said."""
    start = shift.start.astimezone(zone)
    if values.get("shift_min"):
        return (start.replace(tzinfo=None) + timedelta(minutes=int(values["shift_min"]))).replace(tzinfo=zone)
    said = values.get("start") or ""
    several = [parts_of(str(one)) for one in (said if isinstance(said, list) else [said])]
    # Of several days that are named, what is asked is about its own: "vrijdag kan ik, dan neemt Fatima zondag".
    day, clock = min(several, key=lambda one: (one[0] != str(start.date()), one), default=("", ""))
    if len(several) > 1 and day and day != str(start.date()):
        return None
    if not day and not clock:
        return None
    return datetime.fromisoformat(f"{day or start.date()}T{clock or f'{start:%H:%M}'}").replace(tzinfo=zone)


def leaves_by(turn: Turn, values: Values) -> None:
    """Theirs where it is over by then; else it is asked whether they can stay that long."""
    allowed = [place for place in turn.places if may(place[0], Action.CLAIM, place[1])]
    asked = [s for id in values.get("shifts") or () if (s := turn.store.staffed(int(id))) is not None]
    wanted = {name: values[name] for name in ("start",) if values.get(name)}
    asked = finding.matching(asked, wanted, turn.someone.zone, turn.now)
    if len(asked) != 1:
        asked = [staffed for staffed, _ in meant(turn, wanted, allowed, turn.now + FAR)[0]]
    if not asked:
        raise Instead("claim", wanted)
    place = turn.member_of(asked[0].shift.circle)
    in_time = [one for one in asked if place and _over_by(one.shift, str(values["hour"]), place[1].zone)]
    if place is None or (len(asked) > 1 and len(in_time) != 1):
        raise Instead("show_open", wanted)
    if not any(one.places_open for one in asked):
        do_claim(turn, {"shift": asked[0].shift.id})  # somebody else has it: that is said
    elif not in_time:
        ask_whole(turn, asked[0], place)
    elif values.get("ask"):
        ask_yes(turn, {"ask": values["ask"], "shift": in_time[0].shift.id})
    else:
        do_claim(turn, {"shift": in_time[0].shift.id})


def _over_by(shift: Shift, hour: str, zone: str) -> bool:
    """Whether it ends by this hour, which may be one of twelve; what begins after it does not."""
    start, end = shift.start.astimezone(ZoneInfo(zone)), shift.end.astimezone(ZoneInfo(zone))
    begins = start.hour * 60 + start.minute
    said = int(hour[:2]) * 60 + int(hour[3:])
    by = said + _HALF_A_DAY if said <= min(begins, _HALF_A_DAY - 1) else said
    return begins + (end - start).total_seconds() / 60 <= by


CAPABILITY = Capability("other_time", {"other_time": other_time, "leaves_by": leaves_by})
