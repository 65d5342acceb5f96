"""Taking several shifts at once: said back before they count; what clashes is left, unless they say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.assign import may_be_taken
from bot.dialogs.claim import do_claim, meant, of_others, take
from bot.dialogs.open import FAR, SHOWN, takes
from bot.dialogs.shared import by_turns, propose_shares, standing_lines
from bot.plans import for_good
from bot.saying import Say
from bot.shifts import finding
from bot.turn import Answered, Instead, Place, Turn
from locales.nl import moments, taking
from locales.nl.written import is_day
from scheduling.care import Shift, Staffed
from scheduling.claims import CannotClaim, claim
from scheduling.people import Circle, Member
from scheduling.rights import Action
from scheduling.suited import hindrances
from storage.turns import Question


def _bundled(turn: Turn, found: list[Staffed], circle: Circle) -> list[str]:
    """A line for what comes again at the same hour, instead of one for each time."""
    zone = ZoneInfo(circle.zone)
    series: dict[tuple[str, str], list[datetime]] = {}
    for shift in (staffed.shift for staffed in found):
        start = shift.start.astimezone(zone)
        series.setdefault((shift.what, moments.span(start, shift.end.astimezone(zone))), []).append(start)
    return [
        turn.word(
            "claim-bundle",
            what=what,
            hours=hours,
            count=len(starts),
            days=moments.listed(_weekdays(starts)),
            daily="yes" if len(_weekdays(starts)) == 7 else "no",
            first=moments.short_day(starts[0].date()),
            last=moments.short_day(starts[-1].date()),
        )
        for (what, hours), starts in series.items()
    ]


def _weekdays(starts: list[datetime]) -> list[str]:
    return [
        moments.weekday(day)
        for day in {start.weekday(): start for start in sorted(starts, key=datetime.weekday)}.values()
    ]


def claim_many(turn: Turn, values: Values) -> None:
    """ "Ik doe de hele week de hond": several at once, said back before they count."""
    member, circle = turn.place(values, "claim_many", action=Action.CLAIM)
    wanted = turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)
    if values.get("items"):
        propose_shares(turn, values["items"], (member, circle), wanted)
        return
    roster = cache(lambda: turn.store.roster_between(circle.id, turn.now, turn.now + FAR))
    values = {**values, **finding.where_something_is(values, roster, turn.local(circle), turn.text)}
    found = finding.matching(wanted, values, circle.zone, turn.now)
    standing = _standing(turn, values, (member, circle))
    others = of_others(turn, values)
    _claim(turn, values, (member, circle), found, standing, wanted, others=others)
    if (found or standing) and (empty := _empty_days(values, roster, circle)) and turn.said:
        none = turn.word("claim-nothing-then", days=moments.listed(moments.weekday(day) for day in empty))
        turn.said[-1] = replace(turn.said[-1], text=f"{turn.said[-1].text}\n{moments.begin(none)}")


def _empty_days(values: Values, roster: Callable[[], list[Staffed]], circle: Circle) -> list[date]:
    """The days that were named one by one on which nothing is planned at all."""
    said = values.get("start")
    if values.get("what") or not isinstance(said, list) or not all(map(is_day, said)):
        return []
    taken = {one.shift.start.astimezone(ZoneInfo(circle.zone)).date() for one in roster()}
    return [day for day in map(date.fromisoformat, said) if day not in taken]


def _claim(
    turn: Turn, values: Values, place: Place, found: list[Staffed], standing: list[Staffed],
    wanted: list[Staffed], *, others: bool,
) -> None:  # fmt: skip
    member, circle = place
    if not found and len(standing) > 1:
        lines = [turn.word("claim-all-taken"), *standing_lines(turn, standing[:SHOWN], circle)]
        turn.said.append(Say("\n".join(lines), (turn.option("button-roster", "show_roster"),)))
    elif not found or (others and len(found) == 1 and not standing):
        do_claim(turn, values)  # another has them, or they are not on the roster
    elif others and len(values["who"]) > 1 and taking.by_turns(turn.text):
        propose_shares(turn, by_turns(values, found, circle), (member, circle), wanted, standing)
    elif others:
        propose_shares(turn, [values], (member, circle), wanted, standing)
    elif len(found) == 1 and not standing:
        take(turn, found[0], (member, circle))
    else:
        _propose(turn, found, circle, standing, for_good.onward(turn, values, found, circle))


def _propose(
    turn: Turn, found: list[Staffed], circle: Circle, standing: Sequence[Staffed] = (), onward: Values | None = None
) -> None:
    """Say back what would be taken, before it counts; `onward`: what comes after it too."""
    lines = [finding.line(s, circle.zone) for s in found] if len(found) <= SHOWN else _bundled(turn, found, circle)
    kept: Values = {"shifts": [s.shift.id for s in found], "circle": circle.id}
    if onward:
        kept["onward"] = onward
        lines.append(turn.word("claim-onward"))
    options = (
        turn.option("button-yes", "claim_these", means="yes", **kept),
        turn.option("button-no", "fine", means="no"),
    )
    text = turn.word("claim-many", count=len(found))
    turn.said.append(Say("\n".join([text, *lines, *standing_lines(turn, standing, circle)]), options))


def all_but(turn: Turn, values: Values) -> None:
    """ "Nee wacht, behalve de 25e": what was to be taken is said back once more, without those days."""
    question = turn.store.find(Question, values["question"])
    offered = [] if question is None else [o["values"] for o in question.options if o["do"] == "claim_these"]
    place = turn.member_of(offered[0]["circle"]) if offered else None
    if question is None or place is None:
        raise Instead("unknown", {})
    turn.store.change(question, answered_at=turn.now)
    zone = ZoneInfo(place[1].zone)
    known = [staffed for id in offered[0]["shifts"] if (staffed := turn.store.staffed(id)) is not None]
    left = [one for one in known if one.shift.start.astimezone(zone).date().isoformat() not in values["days"]]
    if not left:
        raise Instead("fine", {})
    onward = offered[0].get("onward")
    if onward:
        onward = {**onward, "but": [*onward["but"], *(f"{day}/{day}" for day in values["days"])]}
    _propose(turn, left, place[1], onward=onward)


def _standing(turn: Turn, values: Values, place: Place) -> list[Staffed]:
    """What was named day by day and has somebody else already."""
    if not isinstance(values.get("start"), list):
        return []
    whose = {str(one) for one in values.get("who") or (place[0].id,)}
    others = [staffed for staffed, _ in meant(turn, values, [place], turn.now + FAR)[1]]
    return [staffed for staffed in others if not any(str(one.member) in whose for one in staffed.responsible)]


def claim_these(turn: Turn, values: Values) -> None:
    """Take all that was shown, as far as it is open still."""
    by_circle: dict[int, list[int]] = {}
    for id in values["shifts"]:
        by_circle.setdefault(turn.store.get(Shift, id).circle, []).append(id)
    if len(by_circle) > 1:  # "allebei", of a list over two circles
        taken: list[str] = []
        for of, ids in by_circle.items():
            claim_these(turn, {**values, "shifts": ids, "circle": of})
            if turn.change is not None and turn.change[1] not in taken:
                taken.append(turn.change[1])
        if len(taken) > 1:  # one undo takes back all of it
            turn.changed("claim", moments.listed(taken))
        return
    first = turn.store.find(Shift, min(values["shifts"], default=0))
    place = turn.member_of(values.get("circle") or (0 if first is None else first.circle))
    if place is None:
        raise Answered(Say(turn.word("claim-gone")))
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    done: list[Shift] = []
    relieved: dict[int, list[Shift]] = {}  # by member: what they need not come for any more
    clashing: list[Staffed] = []
    for shift in sorted(values["shifts"]):  # locked in one order by everybody: nobody waits in a ring
        wanted = turn.store.staffed(shift)
        met = bool(wanted and takes(wanted, member) and hindrances(turn.store, wanted.shift, member, circle.zone))
        if wanted is not None and met and not values.get("anyway"):
            if may_be_taken(wanted, turn.now):
                clashing.append(wanted)
            continue
        try:
            claimed = claim(turn.store, shift, member, turn.now)
        except CannotClaim:
            continue
        if met:
            turn.store.change(claimed.assignment, overridden=True)
        done.append(claimed.shift)
        if claimed.relieved is not None:
            relieved.setdefault(claimed.relieved.member, []).append(claimed.shift)
    if not done:
        if clashing:
            _say_left(turn, clashing, circle)
            return
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    about = turn.about_all(done, circle)
    missed = len(values["shifts"]) - len(done) - len(clashing)
    if values.get("onward"):
        for_good.take(turn, circle, member, values["onward"])
    turn.changed("habit" if values.get("onward") else "claim", about, circle)
    undo = (turn.option("button-undo", "undo"),)
    said = [turn.word("claim-many-done", missed=missed, count=len(done), about=moments.begin(about))]
    said += [turn.word("shared-onward")] if values.get("onward") else []
    turn.said.append(Say(" ".join(said), undo))
    if clashing:
        _say_left(turn, clashing, circle)
    told: dict[str, Any] = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
    key = "claim-told-onward" if values.get("onward") else "claim-told"
    turn.tell_organisers(circle, "claim-told-anyway" if values.get("anyway") else key, **told)
    for id, shifts in relieved.items():
        theirs = turn.about_all(shifts, circle)
        turn.tell_member(
            turn.store.get(Member, id), "claim-relieved", name=turn.someone.name, about=theirs, urgent=True
        )


def _say_left(turn: Turn, clashing: list[Staffed], circle: Circle) -> None:
    """What was left out, because something else is in the way; it can be done all the same."""
    lines = "\n".join(finding.line(staffed, circle.zone) for staffed in clashing[:SHOWN])
    shifts = [staffed.shift.id for staffed in clashing]
    options = (
        turn.option("button-anyway", "claim_these", shifts=shifts, circle=circle.id, anyway=True),
        turn.option("button-leave-them", "fine", means="no"),
    )
    turn.say("claim-many-clash", options, lines=lines, count=len(clashing))


CAPABILITY = Capability("claim_many", {"claim_many": claim_many, "claim_these": claim_these, "all_but": all_but})
