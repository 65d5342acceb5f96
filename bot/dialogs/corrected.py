"""A change to what was just done: "nee wacht, de vrijdag" takes it back and does it anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.conversation.following import LATELY, LOOKS, before
from bot.dialog import Capability, Values
from bot.dialogs.claim import do_claim
from bot.dialogs.claim_many import claim_these
from bot.dialogs.release import own_shifts
from bot.dialogs.undo import undo
from bot.plans.drafts import joined, parts_of
from bot.plans.lately import touched
from bot.saying import Option
from bot.shifts import finding
from bot.shifts.moves import in_its_week
from bot.shifts.targets import fitting
from bot.turn import Answered, Instead, Turn
from locales.nl import contrasts, follows, moments, oneself
from locales.nl.time import parse
from locales.nl.written import ISO_DAY
from scheduling.care import Series, Shift, Staffed
from scheduling.people import Circle
from scheduling.rights import Action, may
from storage.turns import Change

_NEW = ("start", "end", "rrule", "who", "what", "duration_min")
FAR = timedelta(days=70)
AWAY = timedelta(days=400)
_ANEW = ("release", "cancel_task")


def corrected(turn: Turn, values: Values) -> None:
    """Something else than what was just done, or looked at, was meant; where that is not clear, it is asked."""
    last, new = before(turn), {name: values[name] for name in _NEW if values.get(name)}
    if values.get("of_those"):
        _of_those_asked(turn, new)
    named = {name: values[name] for name in ("what", "start") if values.get(name)}
    alone = isinstance(named.get("start"), str)
    if (
        turn.places and values.get("task") and alone and len(named) == len(new) == 2
    ):  # "wacht, de opticien is donderdag"
        raise Instead("edit_task", _in_its_week(turn, named))
    if values.get("from") and not _just_taken(turn, str(values["from"])):
        _another_day(turn, values)
    if last is None or not new or not turn.places:
        raise Instead("unknown", values)
    if last["do"] in LOOKS and "start" in new:
        raise Instead(str(last["do"]), {**last["values"], **new})
    change = turn.store.newest_change(turn.someone.id, turn.now - LATELY)
    told_of_others = oneself.speaks_of_others(turn.text)  # "nee, hij komt pas om twee uur" is nobody's absence
    if last["do"] == "absence" and not told_of_others:
        new = _one_stretch(new)
        begun = new.get("start") or _away_since(turn, change, str(last["at"]), str(new.get("end") or ""))
        if isinstance(begun, str):
            who = {"who": last["values"]["who"]} if last["values"].get("who") else {}
            _away_then(turn, change, str(last["at"]), {**values, **new, "start": begun, **who})
    if change is None or change.at.isoformat() < str(last["at"]):
        raise Instead("unknown", values)
    shifts = touched(turn, change)
    if change.what in ("plan", "edit") and shifts:
        do = "claim" if "who" in new and "start" not in new else "edit_task"
        raise Instead(do, {"shift": shifts[0], **new})
    if change.what in ("claim", "assign") and len(shifts) > 1 and "who" in new and "start" in new:
        _another_there(turn, shifts, new)
    if change.what == "claim" and len(shifts) > 1 and "start" in new and "who" not in new:
        _only_those(turn, change, shifts, new)
    if change.what in ("claim", "assign") and len(shifts) == 1 and not isinstance(new.get("start"), list):
        _to_another(turn, change, shifts[0], {**last["values"], **new}, new)
        return
    if last["do"] in _ANEW and change.what == {"release": "release", "cancel_task": "cancel"}[last["do"]]:
        what = {"what": turn.store.get(Shift, shifts[0]).what} if shifts else {}
        if _taken_back(turn, change):
            raise Instead(str(last["do"]), {**what, **new})
        return
    raise Instead("unknown", values)


def _one_stretch(new: Values) -> Values:
    """Days that follow each other as one stretch: "29 en 30 oktober"."""
    days = new.get("start")
    if not isinstance(days, list) or any(len(day) > ISO_DAY for day in days):
        return new
    dates = sorted(date.fromisoformat(day) for day in days)
    if (dates[-1] - dates[0]).days != len(dates) - 1:
        return new
    return {**new, "start": dates[0].isoformat(), "end": (dates[-1] + timedelta(days=1)).isoformat()}


def _just_taken(turn: Turn, day: str) -> bool:
    """Whether the last change was of something on this day."""
    known = [turn.store.get(Shift, id) for id in touched(turn)]
    return any(shift.start.astimezone(turn.local().tzinfo).date().isoformat() == day for shift in known)


def _another_day(turn: Turn, values: Values) -> None:
    """ "Toch niet woensdag maar donderdag", of what one has then: the Thursday is taken, and somebody sought for the
    other. Raises Instead; goes on where one has nothing then."""
    if own_shifts(turn, {"start": values["from"]})[0]:
        do_claim(turn, {"start": values["start"]})
        raise Instead("release", {"start": values["from"]})


def _of_those_asked(turn: Turn, new: Values) -> None:
    """ "Nee, zondag ga ik naar de kerk, doe zaterdag maar", where several are shown to be taken: the days of which that
    is said alone. Raises Instead; goes on where that is none of them, or all."""
    newest = next(iter(turn.store.questions_since((turn.address.id,), turn.now - LATELY)), None)
    offered = [] if newest is None or newest.answered_at is not None else newest.options
    ids: list[int] = next((one["values"]["shifts"] for one in offered if one["do"] == "claim_these"), [])
    if len(ids) < 2 or "start" not in new:
        return
    known = [staffed for id in ids if (staffed := turn.store.staffed(id)) is not None]
    here = turn.local()
    not_then = contrasts.days_refused(turn.text, here)
    wanted = finding.matching(known, {"start": new["start"]}, turn.someone.zone, turn.now)
    zone = here.tzinfo
    wanted = [one for one in wanted if one.shift.start.astimezone(zone).date() not in not_then]
    if not wanted:
        wanted = [one for one in known if one.shift.start.astimezone(zone).date() not in not_then]
    if wanted and len(wanted) < len(known):
        circle = wanted[0].shift.circle
        raise Instead("claim_these", {"shifts": [one.shift.id for one in wanted], "circle": circle})


def _away_since(turn: Turn, change: Change | None, since: str, end: str) -> str | None:
    """The first day of the absence that was just noted: "nee wacht, tot en met de 22e" says another end of it."""
    if change is None or change.what != "absence" or change.at.isoformat() < since or not end:
        return None
    known = turn.store.absences_of(turn.someone.id, turn.now, turn.now + AWAY)
    newest = max(known, key=lambda one: one.id, default=None)
    begun = "" if newest is None else newest.starts.astimezone(turn.local().tzinfo).date().isoformat()
    return begun if begun and begun < end[:10] else None


def _away_then(turn: Turn, change: Change | None, since: str, values: Values) -> None:
    """ "Nee sorry, 16 t/m 20 maart", after an absence that was noted, or is being asked about. Raises Instead."""
    noted = change is not None and change.what in ("absence", "absence-of") and change.at.isoformat() >= since
    if noted and change is not None and not _taken_back(turn, change):
        raise Answered(turn.said.pop())
    turn.said.clear()
    for question in turn.store.questions_since((turn.address.id,), turn.now - LATELY):  # what was asked about it
        if question.answered_at is None and any("span" in option["values"] for option in question.options):
            turn.store.change(question, answered_at=turn.now)
    last = str(values["end"]) if values.get("end") else None
    until = str(date.fromisoformat(last[:10]) - timedelta(days=1)) if last and "T" not in last else last
    who = {"who": values["who"]} if values.get("who") else {}
    raise Instead("absence", {"from": values["start"], **({"until": until} if until else {}), **who})


def _in_its_week(turn: Turn, named: Values) -> Values:
    """A bare weekday in the week in which the task is: one of next week that "is donderdag" is so that week."""
    found = fitting(turn, {"what": named["what"]})
    said = " ".join(turn.text[slice(*one.span)] for one in parse(turn.text, turn.local()))
    if len({staffed.shift.series for staffed, _ in found}) != 1 or not follows.says_weekday_alone(said):
        return named
    on = found[0][0].shift.start.astimezone(ZoneInfo(found[0][1][1].zone)).date()
    return {**named, "start": in_its_week(str(named["start"]), on, turn.local().date())}


def _another_there(turn: Turn, shifts: list[int], new: Values) -> None:
    """ "Nee, Teun doet vrijdag": somebody else on the one of these that was then. Goes on where that is not clear."""
    who = str(new["who"][0])
    zone = turn.someone.zone
    known = [staffed for id in shifts if (staffed := turn.store.staffed(id)) is not None]
    fits = finding.matching(known, {"start": new["start"]}, zone, turn.now)
    if len(fits) == 1 and who.isdigit():
        raise Instead("assign_instead", {"shift": fits[0].shift.id, "member": int(who)})


def _only_those(turn: Turn, change: Change, shifts: list[int], new: Values) -> None:
    """ "Nee, alleen dinsdag", of several that were taken. Raises Answered; goes on where that is none of them."""
    known = [staffed for id in shifts if (staffed := turn.store.staffed(id)) is not None]
    kept = finding.matching(known, {"start": new["start"]}, turn.someone.zone, turn.now)
    if not kept or len(kept) == len(known):
        return
    _keep(turn, change, kept)


def take_back(turn: Turn, values: Values) -> None:
    """ "Oeps, zondag niet", right after taking it: these are taken back, the others of the same message stay."""
    change = turn.store.newest_change(turn.someone.id, turn.now - LATELY)
    shifts = [] if change is None else touched(turn, change)
    if change is None or change.what != "claim" or not set(values["shifts"]) <= set(shifts):
        raise Instead("release", values)
    left = [staffed for id in shifts if id not in values["shifts"] and (staffed := turn.store.staffed(id)) is not None]
    if left:
        _keep(turn, change, left)
    _taken_back(turn, change)


def _keep(turn: Turn, change: Change, kept: list[Staffed]) -> None:
    """What was taken is taken back but for these, in one message. Raises Answered."""
    if not _taken_back(turn, change):
        raise Answered(turn.said.pop())
    before = turn.said.pop()
    claim_these(turn, {"shifts": [staffed.shift.id for staffed in kept], "circle": kept[0].shift.circle})
    last = turn.said.pop()
    raise Answered(replace(last, text=f"{before.text}\n{last.text}"))


def _taken_back(turn: Turn, change: Change) -> bool:
    undo(turn, {"change": change.id})
    return turn.store.get(Change, change.id).undone_at is not None


def _to_another(turn: Turn, change: Change, shift: int, wanted: Values, new: Values) -> None:
    """Somebody was put on the wrong shift, or the wrong person on this one."""
    staffed = turn.store.staffed(shift)
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None:
        raise Instead("unknown", new)
    member, circle = place
    who = {"who": wanted["who"]} if wanted.get("who") else {}
    if "start" not in new:
        other = _another_task(turn, staffed, new, circle)
        if other is not None:
            shift = other.shift.id
        elif "who" not in new:  # a task that is nowhere: nothing is taken back for that
            raise Instead("unknown", new)
        if _taken_back(turn, change):
            _claim_instead(turn, {"shift": shift, **who})
        return
    there = _there(turn, staffed, new, circle)
    if there:
        if _taken_back(turn, change):
            _claim_instead(turn, {"shift": there[0].shift.id, **who})
        return
    here = turn.local(circle)
    day, clock = parts_of(str(new["start"]))
    when = " ".join(
        (moments.near_day(date.fromisoformat(day), here.date()) if day else "", f"om {clock}" if clock else "")
    ).strip()
    at = moments.moment(staffed.shift.start.astimezone(here.tzinfo), here)
    words: Values = {"what": staffed.shift.what, "before": at, "when": when, "begin": moments.begin(when)}
    if not may(member, Action.CHANGE_ANY_PLAN, circle):
        turn.say("corrected-nothing-then", (turn.option("button-roster", "show_roster"),), **words)
        return
    once = not turn.store.get(Series, staffed.shift.series).rule
    change_to = {"new": {"start": str(new["start"])}, **({"scope": "one"} if once else {})}
    options: tuple[Option, ...] = (
        turn.option("button-yes", "edit_it" if once else "edit_task", means="yes", shift=shift, **change_to),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("corrected-move", options, **words)


def _claim_instead(turn: Turn, values: Values) -> None:
    """Do the right one, and say it with what was taken back, in one message."""
    before = turn.said.pop()
    said = len(turn.said)
    do_claim(turn, values)
    if len(turn.said) > said:
        turn.said[said] = replace(turn.said[said], text=f"{before.text}\n{turn.said[said].text}")


def _another_task(turn: Turn, staffed: Staffed, new: Values, circle: Circle) -> Staffed | None:
    """The next of another task that was meant: "nee, de boodschappen"."""
    if not new.get("what") or finding.is_like(staffed.shift.what, str(new["what"])):
        return None
    ahead = turn.store.roster_between(circle.id, turn.now, turn.now + FAR)
    found = finding.matching(ahead, {"what": new["what"]}, circle.zone, turn.now)
    return next((one for one in found if one.places_open), found[0] if found else None)


def _there(turn: Turn, staffed: Staffed, new: Values, circle: Circle) -> list[Staffed]:
    """What is like it at the moment that was meant."""
    day, clock = parts_of(str(new["start"]))
    if not day:
        day = staffed.shift.start.astimezone(ZoneInfo(circle.zone)).date().isoformat()
    said = {"what": staffed.shift.what, "start": joined(day, clock)}
    begin, end = finding.window(said, circle.zone, turn.now, turn.now + FAR)
    roster = turn.store.roster_between(circle.id, begin, end)
    fits = finding.matching(roster, said, circle.zone, turn.now)
    return [one for one in fits if one.shift.id != staffed.shift.id and one.shift.end > turn.now]


CAPABILITY = Capability("corrected", {"correction": corrected, "take_back": take_back})
