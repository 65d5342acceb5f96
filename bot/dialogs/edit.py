"""Giving a planned task another time, length or number of people: confirmed where others count on it, who are asked."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Dialog, Slot, Values
from bot.dialogs.claim import do_claim
from bot.dialogs.hand_on import third_named
from bot.dialogs.other_time import ask_who_arranges
from bot.plans.drafts import joined, parts_of
from bot.plans.lately import of_it, on_that_day
from bot.saying import Option, Say
from bot.shifts import gaps
from bot.shifts.clashing import time_label, two_moments
from bot.shifts.moves import as_json, described, from_json, in_its_week, move_of
from bot.shifts.targets import Target, about, by_series, find, fitting, following, scopes, told
from bot.turn import Answered, Instead, Turn
from bot.understanding import Context, understand
from locales.nl import follows, moments
from scheduling.care import Assignment, Shift, Staffed
from scheduling.changes import Move, OneByOne, change_from, change_shift
from scheduling.claims import free
from scheduling.people import Circle, Member
from scheduling.plans import InThePast, OddDuration
from scheduling.suited import clashing

_NEW = ("start", "end", "duration_min", "people_needed", "shift_min", "part")


def edit(turn: Turn, values: Values) -> None:
    """ "Zet de huisarts een uur later"."""
    if values.get("named"):
        raise Instead("name_task", {name: values[name] for name in ("what", "named") if values.get(name)})
    values = of_it(turn, {k: v for k, v in values.items() if k not in ("heard", "title", "option")})
    if turn.state.get("dialog") == "edit" and not values.get("what") and not values.get("shift"):
        values = {**values, "shift": turn.state["values"]["shift"]}
    third_named(turn, values)
    if values.get("who") and not any(values.get(name) for name in _NEW):
        do_claim(turn, values)
        return
    meant = {k: v for k, v in values.items() if k in ("shift", "what", "since")}
    if values.get("from"):
        meant["start"] = values["from"]
    meant = on_that_day(turn, meant)
    change = _new(values)
    if not values.get("shift") and values.get("duration_min") and values.get("what") and _whole(values):
        there = fitting(turn, {"what": values["what"], "start": values["start"]})
        if not there:  # "donderdag om 14:30 huisarts, duurt een uur" is about nothing that is there then
            raise Instead("plan", values)
        if len(there) == 1:
            meant = {"shift": there[0][0].shift.id}
            values = {name: said for name, said in values.items() if name not in ("start", "end")}
            change = _new(values)
    if turn.organises and values.get("what") and _whole(values) and not fitting(turn, {"what": values["what"]}):
        raise Instead("plan", {**values, "unplanned": True})  # "de kapper komt morgen om 11 uur"
    ask_who_arranges(turn, meant, {**change, "doubts": values.get("doubts")})
    target = find(turn, {**meant, "new": change, "doubts": values.get("doubts")}, "edit_task")
    if not change:
        _ask(turn, target)
        return
    change = _in_its_week(turn, target, change, str(values.get("since") or ""))
    _ask_doubts(turn, target, values, change)
    _confirm_or_do(turn, target, change, since=str(values.get("since") or ""))


def _in_its_week(turn: Turn, target: Target, change: Values, since: str) -> Values:
    """ "Naar vrijdag", of what is on the Wednesday after: the Friday of that week, not the one before it; where it is
    to be so from some day on, none before that.
    """
    start, here = change.get("start"), turn.local(target.circle)
    if not isinstance(start, str) or not (since or follows.says_weekday_alone(turn.text)):
        return change
    meant = in_its_week(start, target.shift.start.astimezone(here.tzinfo).date(), here.date())
    day, clock = parts_of(meant)
    if day and since and day < since:
        meant = joined((date.fromisoformat(day) + timedelta(weeks=1)).isoformat(), clock)
    return {**change, "start": meant}


def _whole(values: Values) -> bool:
    return all(parts_of(str(values.get("start") or "")))


def _new(values: Values) -> Values:
    """What becomes different, as far as it was said."""
    kept = values.get("new") or {}
    return {**kept, **{name: values[name] for name in _NEW if values.get(name)}}


def _ask(turn: Turn, target: Target) -> None:
    turn.begin("edit", {"shift": target.shift.id}, "when")
    turn.said.append(Say(turn.word("edit-ask-when", about=about(turn, target)), dialog="edit"))


def _ask_doubts(turn: Turn, target: Target, values: Values, change: Values) -> None:
    """A day or an hour that can be read in two ways is asked, with buttons."""
    for doubt in values.get("doubts") or ():
        alternatives = [str(one) for one in doubt.get("options", ())][:4]
        if doubt.get("slot") != "start" or len(alternatives) < 2:
            continue
        start = target.shift.start.astimezone(ZoneInfo(target.circle.zone))
        options = []
        for one in alternatives:
            day, clock = parts_of(one)
            moment = datetime.fromisoformat(f"{day or start.date()}T{clock or f'{start:%H:%M}'}:00+00:00")
            kept = {**change, "start": joined(day, clock)}
            options.append(Option(moments.label(moment), "edit_task", {"shift": target.shift.id, "new": kept}))
        raise Answered(Say(turn.word("edit-which-moment"), tuple(options)))


def _confirm_or_do(turn: Turn, target: Target, change: Values, since: str = "") -> None:
    start = target.shift.start.astimezone(ZoneInfo(target.circle.zone))
    move = move_of(change, start)
    if move == Move():
        turn.state = {}
        turn.say("edit-same", about=about(turn, target))
        return
    names = told(turn, target.others)[1] or "none"
    text = described(turn, target, move)
    if target.series.rule and since:
        turn.state = {}
        yes = turn.option("button-yes", "edit_it", means="yes", shift=target.shift.id, new=change, scope="following")
        turn.say("edit-since", (yes, turn.option("button-no", "fine", means="no")), change=text, names=names)
    elif target.series.rule:
        turn.state = {}
        options = scopes(turn, target, "edit_it", {"new": change})
        turn.said.append(Say(turn.word("edit-scope", change=text, names=names), options))
    elif target.others:
        turn.state = {}
        options = (
            turn.option("button-yes", "edit_it", means="yes", shift=target.shift.id, new=change, scope="one"),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("edit-confirm", options, change=text, names=names, count=len(target.others))
    else:
        _do(turn, target, move, "one")


def edit_it(turn: Turn, values: Values) -> None:
    """It was confirmed; `clash` says what to do with who has something else then: "anyway" or "free"."""
    target = find(turn, {"shift": values["shift"]}, "edit_task")
    start = target.shift.start.astimezone(ZoneInfo(target.circle.zone))
    move = from_json(values["move"]) if values.get("move") else move_of(values["new"], start)
    _do(turn, target, move, values.get("scope", "one"), str(values.get("clash", "")))


def move_and_take(turn: Turn, values: Values) -> None:
    """[Een uur later]: the way out of a clash, so whoever it was for has it then."""
    target = find(turn, {"shift": values["shift"]}, "edit_task")
    new = target.shift.start.astimezone(ZoneInfo(target.circle.zone)) + timedelta(minutes=int(values["minutes"]))
    if _do(turn, target, Move(clock=new.time()), "one", undo=False):
        do_claim(turn, {"shift": values["shift"], "who": values["who"]})


class _Clashing(Exception):
    """Somebody who is on it has something else then."""

    def __init__(self, found: list[tuple[Shift, Assignment, Member]]) -> None:
        super().__init__("clashing")
        self.found = found


def _do(turn: Turn, target: Target, move: Move, scope: str, clash: str = "", *, undo: bool = True) -> bool:
    """Change it and tell whom it concerns; False where something was asked or said instead."""
    text = described(turn, target, move)
    shifts: list[Staffed] = [target.staffed]
    if scope != "one" and target.series.rule:
        shifts = following(turn, target, all_of_it=scope == "all")
    try:
        with turn.store.attempt():
            moved = _changed(turn, target, move, shifts, scope)
            timed = [shift.id for shift in moved] if move.when or move.minutes else []
            met = clashing(turn.store, timed, target.circle.zone)
            fresh = [one for one in met if not one[1].overridden]
            if fresh and not clash:
                raise _Clashing(fresh)
    except _Clashing as asked:
        _ask_what_then(turn, target, move, scope, asked.found)
        return False
    except InThePast:
        _again(turn, target, "edit-past")
        return False
    except OddDuration:
        _again(turn, target, "plan-odd-duration", "duration")
        return False
    except OneByOne:
        turn.say("edit-one-by-one")
        return False
    turn.state = {}
    freed, joined = _settle(turn, moved, fresh, clash)
    ids = {shift.id for shift in moved}
    touched = [s for s in shifts if s.shift.id in ids]
    on_it = [a.member for s in touched for a in (*s.responsible, *s.reserves) if a.member != target.member.id]
    persons, names, absent = told(turn, on_it)
    if move.people is not None:  # who stood by for a full shift may have a place now
        more = gaps.fill(turn, target.circle, [Staffed(shift) for shift in moved])
        gaps.tell_filled(turn, target.circle, more)
        joined += more.members
    turn.changed("edit", about(turn, target), target.circle)
    options = (turn.option("button-undo", "undo"),) if undo else ()
    turn.say("edit-done", options, change=text, count=len(moved), names=names or "none", absent=absent)
    if joined:
        turn.say("edit-joined", names=moments.listed(member.name for member in joined), count=len(joined))
    known = {member.person for member in joined}
    for person in persons:
        if person not in known:  # who moved up has heard it with that
            _tell(turn, target, person, touched, text, freed, asks=bool(move.when or move.minutes))
    _tell_organisers(turn, target, fresh, text, clash)
    return True


def _changed(turn: Turn, target: Target, move: Move, shifts: list[Staffed], scope: str) -> list[Shift]:
    if len(shifts) > 1 or (scope != "one" and target.series.rule):
        moved: list[Shift] = []
        for series, theirs in by_series(turn, target, shifts):
            if series.id == target.series.id or not move.days:  # another day is for the shifts of that weekday alone
                of = moved[0].task if moved else None
                moved += change_from(turn.store, target.circle, series, theirs, target.shift, move, turn.now, task=of)
        return moved
    return [change_shift(turn.store, target.circle, target.staffed, move, turn.now)]


def _ask_what_then(
    turn: Turn, target: Target, move: Move, scope: str, found: list[tuple[Shift, Assignment, Member]]
) -> None:
    """Say whom it does not suit, with times that do, somebody else, or all the same."""
    circle = target.circle
    own = [one for one in found if one[2].id == target.member.id]
    names = moments.listed(dict.fromkeys(m.name for _, _, m in found if m.id != target.member.id)) or "none"
    dates = moments.listed(
        dict.fromkeys(moments.short_day(s.start.astimezone(ZoneInfo(circle.zone)).date()) for s, _, _ in found[:6])
    )
    options: list[Option] = []
    kept: Values = {"shift": target.shift.id, "move": as_json(move), "scope": scope}
    if scope == "one" or not target.series.rule:
        everybody = [turn.store.get(Member, a.member) for a in target.staffed.responsible]
        for minutes, other in two_moments(turn, found[0][0], everybody, circle):
            clock = f"{other.start.astimezone(ZoneInfo(circle.zone)):%H:%M}"
            later = {**kept, "move": {**as_json(move), "clock": clock}}
            options.append(Option(time_label(turn, minutes), "edit_it", later))
    options.append(turn.option("button-someone-else", "edit_it", **kept, clash="free"))
    options.append(turn.option("button-anyway", "edit_it", **kept, clash="anyway"))
    options.append(turn.option("button-leave-it", "fine", means="no"))
    text = described(turn, target, move)
    key = "edit-clash" if len(found) == 1 else "edit-clash-some"
    turn.state = {}
    turn.say(key, tuple(options), change=text, own="yes" if own else "no", names=names, dates=dates, count=len(found))


def _settle(
    turn: Turn, moved: list[Shift], met: list[tuple[Shift, Assignment, Member]], clash: str
) -> tuple[set[int], list[Member]]:
    """Mark who does it all the same, or take them off and ask others. Who need not come, and who moved up."""
    if clash != "free":
        for _, assignment, _ in met:
            turn.store.change(assignment, overridden=True)
        return set(), []
    for shift, assignment, _ in met:
        free(turn.store, Staffed(shift), assignment, turn.now)
    if met:
        circle = turn.store.get(Circle, moved[0].circle)
        shifts = {shift.id: Staffed(shift) for shift, _, _ in met}
        more = gaps.fill(turn, circle, list(shifts.values()))
        gaps.tell_filled(turn, circle, more)
        return {member.id for _, _, member in met}, more.members
    return set(), []


def _tell_organisers(
    turn: Turn, target: Target, met: list[tuple[Shift, Assignment, Member]], text: str, clash: str
) -> None:
    """They see who does two things at a time, and what is open again."""
    names = moments.listed(dict.fromkeys(member.name for _, _, member in met))
    if met:
        key = "edit-freed-organiser" if clash == "free" else "edit-anyway-organiser"
        turn.tell_organisers(target.circle, key, change=text, names=names, recipient=target.circle.recipient)


def _again(turn: Turn, target: Target, key: str, asked: str = "when") -> None:
    turn.begin("edit", {"shift": target.shift.id}, asked)
    turn.said.append(Say(turn.word(key), dialog="edit"))


def _tell(
    turn: Turn, target: Target, person: int, shifts: list[Staffed], text: str, freed: set[int], *, asks: bool
) -> None:
    """Who counted on it hears what becomes different, and can say that it does not suit where it may not."""
    members = {m.id for m in turn.store.members_of(target.circle.id) if m.person == person}
    own = [s.shift.id for s in shifts if any(a.member in members for a in s.responsible)]
    if members & freed:
        freed_words: dict[str, Any] = {"name": turn.someone.name, "recipient": target.circle.recipient, "change": text}
        turn.tell(person, "edit-freed-told", (), urgent=True, **freed_words)
        return
    options: tuple[Option, ...] = ()
    if own and asks:
        options = (
            turn.option("button-is-fine", "going", means="yes", shift=own[0]),
            turn.option("button-cannot", "decline", means="no", shifts=own),
        )
    names: dict[str, Any] = {"name": turn.someone.name, "recipient": target.circle.recipient, "change": text}
    near = (shifts[0].shift.start - turn.now).total_seconds() < 12 * 3600
    may_answer = "yes" if options else "no"
    names |= {"count": len(own), "asks": may_answer}
    turn.tell(person, "edit-told", options, urgent=near, about=about(turn, target), **names)


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """What was said when asked what it becomes: "half an hour earlier" moves it, and is no length."""
    wish = understand(turn.text, Context(turn.local())) if turn.text else None
    if wish is not None and wish.values.get("shift_min"):
        understood = dict(wish.values)
    new = _new({**understood, "new": values.get("new")})
    return {**values, "new": new, "when": True if new else None, "doubts": understood.get("doubts")}


CAPABILITY = Capability(
    "edit",
    {"edit_task": edit, "edit_it": edit_it, "move_and_take": move_and_take},
    Dialog("edit", (Slot("shift"), Slot("when")), edit, _read),
)
