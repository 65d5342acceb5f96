"""What somebody planned a moment ago, where the next message goes on from it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.conversation.following import LATELY, LOOKS
from bot.conversation.following import before as lately
from bot.dialog import Values
from bot.plans.drafts import joined, parts_of
from bot.shifts import finding
from bot.shifts.finding import is_like
from bot.turn import Instead, Turn
from locales.nl import follows, oneself
from locales.nl.grammar.expression import CODES
from locales.nl.people import SPEAKER
from locales.nl.time import TimeExpression, parse
from locales.nl.written import is_day
from scheduling.care import Assignment, Shift, Staffed
from storage.rows import from_json
from storage.turns import Change

WEEK = timedelta(days=7)
_BYDAY = re.compile(r"BYDAY=([A-Z,]+)")


def left_open(turn: Turn, understood: Values) -> Values:
    """The plan that is being asked about, where something else is planned meanwhile; {} where there is none."""
    state = turn.state if turn.state.get("dialog") == "plan" else {}
    before = {name: said for name, said in state.get("values", {}).items() if name not in ("set_aside", "unplanned")}
    if not before.get("what") or not understood.get("what") or understood.get("items"):
        return {}
    same_day = before.get("date") and str(understood.get("start") or "").startswith(str(before["date"]))
    said_anew = same_day or is_like(str(before["what"]), str(understood["what"]))
    put_off = before.get("beside") and state["asked"] == "confirm"
    return {} if said_anew or put_off else before


def on_its_days(turn: Turn, understood: Values) -> Values:
    """What is to be planned, on the days of the plan before: "en om half 4 weer ophalen"."""
    start = understood.get("start")
    if not isinstance(start, str) or understood.get("rrule") or not follows.adds_to_it(turn.text, turn.local()):
        return understood
    before, clock = _plan(turn), parts_of(start)[1]
    days = before.get("dates") or [before.get("date")]
    if not clock or not all(days):
        return understood
    starts = [joined(day, clock) for day in days]
    also = {"rrule": before["rrule"]} if before.get("rrule") else {}
    return {**understood, "start": starts if len(starts) > 1 else starts[0], **also}


def named_in_full(turn: Turn, understood: Values) -> Values:
    """What is to be planned, where only its end is named: "en 's avonds weer uit", after the stockings."""
    end, before = str(understood.get("what") or ""), _plan(turn)
    what = str(before.get("what") or "")
    if not follows.is_end_alone(end) or not what or what.split()[-1] == end:
        return understood
    first = what.removesuffix(" aan")
    return {**understood, "what": f"{first} {end}", "title": f"{first} {end}"}


def at_its_hour(turn: Turn, understood: Values) -> Values:
    """What is to be planned once more, at the hour that it always has: "de fysio ook volgende week donderdag"."""
    day, what = understood.get("start"), understood.get("what")
    if (
        not what
        or not is_day(day)
        or understood.get("rrule")
        or understood.get("part")
        or not follows.one_more(turn.text)
    ):
        return understood
    for _, circle in turn.places:
        near = turn.store.roster_between(circle.id, turn.now - 2 * WEEK, turn.now + WEEK)
        same = [one.shift for one in near if is_like(one.shift.what, str(what))]
        clocks = {f"{shift.start.astimezone(turn.local(circle).tzinfo):%H:%M}" for shift in same}
        if len(clocks) == 1:
            length = {"duration_min": int(same[-1].duration.total_seconds() // 60), **understood}
            return length | {"start": joined(str(day), clocks.pop())}
    return understood


def on_that_day(turn: Turn, values: Values) -> Values:
    """What is to be changed or called off, on the day of the plan before: "dan gaat de koffie niet door"."""
    if any(values.get(name) for name in ("start", "end", "from", "shift")):
        return values
    day = _plan(turn).get("date") if follows.means_that_day(turn.text, turn.local()) else None
    return {**values, "start": day} if day else values


def of_it(turn: Turn, values: Values) -> Values:
    """What is to be changed, where it is what was changed just before: "zet hem toch maar op donderdag". Raises Instead
    where that takes the change before back: "zet hem maar weer op donderdag", from which it was moved."""
    if any(values.get(name) for name in ("what", "shift", "from", "who")) or not follows.means_it(turn.text):
        return values
    change = turn.store.newest_change(turn.someone.id, turn.now - LATELY)
    shifts = [] if change is None else touched(turn, change)
    if change is None or not shifts:
        return values
    moved = [turn.store.get(Shift, id) for id in shifts]
    if len({shift.series for shift in moved}) > 1:
        return values
    day, clock = parts_of(str(values.get("start") or ""))
    if change.what == "edit" and day and not clock and follows.says_again(turn.text):
        zone = turn.local().tzinfo
        before = [from_json(row["before"])["start"] for row in change.rows if "start" in (row["before"] or {})]
        if any(start.astimezone(zone).date().isoformat() == day for start in before):
            raise Instead("undo", {"change": change.id})
    return {**values, "shift": moved[0].id}


def on_that_day_too(turn: Turn) -> tuple[str, Values] | None:
    """ "Dinsdag ook": the plan before on this day too, else what is open then; None where no day is added."""
    days = parse(turn.text, turn.local()) if follows.says_day_too(turn.text) and turn.places else []
    if len(days) != 1 or days[0].start is None:
        return None
    day = days[0].start.date()
    before = _plan(turn)
    if not before:
        return "claim", {"start": day.isoformat()}
    kept = {name: value for name, value in before.items() if name not in ("date", "dates", "rrule", "new_who")}
    weekly = "FREQ=WEEKLY" in str(before.get("rrule") or "")
    rule = {"rrule": f"FREQ=WEEKLY;BYDAY={CODES[day.weekday()]}"} if weekly else {}
    at = {"start": f"{days[0].start:%Y-%m-%dT%H:%M:00}"} if days[0].has_clock else {"start": day.isoformat()}
    return "plan", {"kept": kept, **at, **rule}


def with_that_day(turn: Turn, values: Values, understood: Values) -> Values:
    """What was understood of "en ook woensdag", said of a plan that is on the table: that day beside what stands, and
    after it where it has an hour of its own."""
    said, known = understood.get("start"), [str(day) for day in values.get("dates") or [values.get("date")] if day]
    if not isinstance(said, str) or not known or not follows.says_day_too(turn.text):
        return understood
    day, clock = parts_of(said)
    if clock and clock != values.get("time") and not values.get("rrule"):
        other = {name: value for name, value in values.items() if name not in ("dates", "then", "set_aside")}
        then = [*(values.get("then") or ()), {"kept": {**other, "date": day, "time": clock}}]
        return {name: value for name, value in understood.items() if name not in ("start", "end")} | {"then": then}
    rule = str(values.get("rrule") or "")
    if (days := _BYDAY.search(rule)) is not None:
        codes = {*days[1].split(","), CODES[date.fromisoformat(day).weekday()]}
        listed = ",".join(sorted(codes, key=CODES.index))
        return understood | {"start": min(*known, day), "rrule": rule.replace(days[0], f"BYDAY={listed}")}
    return understood | {"start": sorted({*known, day})}


def once_more(turn: Turn) -> tuple[str, Values] | None:
    """ "Morgen weer", "volgende week hetzelfde": the plan before once more; all of a week where none was just made."""
    times = parse(turn.text, turn.local()) if follows.says_again(turn.text) and turn.places else []
    if len(times) > 1 and (before := _plan(turn)) and not before.get("rrule"):
        return _on_these_days(before, times)
    if len(times) != 1 or times[0].start is None:
        return None
    start, before = times[0].start, _plan(turn)
    whole_week = times[0].end is not None and (times[0].end - start).days >= 2
    if (named := _done_before(turn, start, named_alone=bool(before))) is not None:
        return named
    last = lately(turn)
    looked = last is not None and last["do"] in LOOKS and follows.says_the_same(turn.text)
    if looked or not before or (before.get("rrule") and whole_week):
        return ("copy_week", {"start": start.date().isoformat()}) if follows.says_the_same(turn.text) else None
    kept = {name: value for name, value in before.items() if name not in ("date", "dates", "rrule", "circle")}
    kept |= _who_comes(turn)
    days = [date.fromisoformat(str(day)) for day in before.get("dates") or [before.get("date")] if day]
    if whole_week and days:  # the same weekdays of that week
        monday = start.date() - timedelta(days=start.weekday())
        on = [(monday + timedelta(days=day.weekday())).isoformat() for day in days]
        return "plan", {"kept": kept, "start": on if len(on) > 1 else on[0]}
    clock = f"T{start:%H:%M}" if times[0].kind in ("time", "datetime") else ""
    return "plan", {"kept": kept, "start": f"{start.date()}{clock}"}


def _on_these_days(before: Values, times: list[TimeExpression]) -> tuple[str, Values] | None:
    """ "Ook zaterdag- en zondagnacht, zelfde tijd": the plan before on each of these days."""
    days: list[date] = []
    for one in times:
        if one.start is None or one.has_clock or not one.has_date:
            return None
        day = one.start.date()
        late = bool(days) and day < days[-1] and (days[-1] - day) < WEEK  # "maandag en dinsdag", said on a Monday
        days.append(day + WEEK if late else day)
    kept = {name: value for name, value in before.items() if name not in ("date", "dates", "new_who", "who")}
    return "plan", {"kept": kept, "start": [day.isoformat() for day in dict.fromkeys(days)]}


def touched(turn: Turn, change: Change | None = None) -> list[int]:
    """The shifts of a change, the earliest first; of what this person changed last, a moment ago."""
    change = change or turn.store.newest_change(turn.someone.id, turn.now - LATELY)
    rows = () if change is None else change.rows
    found = {int(row["id"]) for row in rows if row["table"] == "shift"}
    for row in rows:
        one = turn.store.find(Assignment, row["id"]) if row["table"] == "assignment" else None
        found |= set() if one is None else {one.shift}
    known = [shift for id in found if (shift := turn.store.find(Shift, id)) is not None]
    return [shift.id for shift in sorted(known, key=lambda shift: shift.start)]


def just_spoken_of(turn: Turn, values: Values, ahead: list[Staffed], zone: str) -> set[int]:
    """The shifts of these that were just planned or changed, or just looked at, where a message names none itself:
    "vraag Piet maar", "dan doe ik het zelf"."""
    if any(values.get(name) for name in ("what", "start", "end", "rrule", "from", "until", "shift")):
        return set()
    last = lately(turn)
    looked = last is not None and last["do"] in LOOKS and turn.change is None and not last.get("changed")
    if last is None or not looked:
        return set(touched(turn))
    shown = {name: said for name, said in last["values"].items() if name in ("what", "start", "end")}
    return {one.shift.id for one in finding.matching(ahead, shown, zone, turn.now)} if shown else set()


def _done_before(turn: Turn, start: datetime, *, named_alone: bool) -> tuple[str, Values] | None:
    """ "Volgende week weer koffie": what is on the roster these weeks, or was done today where none is named."""
    said = turn.text.casefold()
    for _, circle in turn.places:
        near = turn.store.roster_between(circle.id, turn.now - 2 * WEEK, turn.now + WEEK)
        fits = [staffed for staffed in near if staffed.shift.what.casefold() in said]
        if not fits and not named_alone:
            ended = [one for one in near if turn.now - timedelta(days=1) <= one.shift.end <= turn.now]
            fits = ended if len(ended) == 1 else []
        if not fits or not fits[-1].shift.what:
            continue
        shift = fits[-1].shift
        begin = shift.start.astimezone(turn.local(circle).tzinfo)
        monday = start.date() - timedelta(days=start.weekday())
        ahead = start.date() - turn.local(circle).date()
        week_alone = timedelta(days=7) <= ahead or start.weekday() == 0
        day = monday + timedelta(days=begin.weekday()) if week_alone else start.date()
        kept = {"what": shift.what, "title": shift.what, "time": f"{begin:%H:%M}", **_who_comes(turn)}
        minutes = int(shift.duration.total_seconds() // 60)
        return "plan", {"kept": {**kept, "minutes": minutes, "circle": circle.id}, "start": day.isoformat()}
    return None


def _who_comes(turn: Turn) -> Values:
    """ "Zal ik volgende week weer komen?": who says so."""
    return {"who": [SPEAKER]} if oneself.offers_to_come(turn.text) else {}


def _plan(turn: Turn) -> Values:
    """The newest plan that was shown here, whether it was agreed to yet or not."""
    for question in turn.store.questions_since((turn.address.id,), turn.now - LATELY):
        for option in question.options:
            if plan := option.get("values", {}).get("plan"):
                return dict(plan)
    return {}
