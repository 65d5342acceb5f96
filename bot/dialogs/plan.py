"""Planning a task, once or as a series: in one sentence or step by step."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from bot.dialog import Capability, Dialog, Slot, Values
from bot.dialogs.around import not_asked, plans_to_ask
from bot.dialogs.crew import take as take_crew
from bot.dialogs.outsider import none_of_ours
from bot.dialogs.pasted import propose as propose_week
from bot.dialogs.shared import by_turns, propose_shares
from bot.dialogs.volunteers import coordinates_alone
from bot.plans import dividing, doers, doubts, for_good
from bot.plans.already import meet
from bot.plans.choosing_day import on_one_of_them
from bot.plans.drafts import (
    each_its_own,
    has_clock,
    in_that_part,
    near_the_hour_known,
    on_the_day_known,
    one_of,
    take_in,
    tidy,
)
from bot.plans.lately import at_its_hour, left_open, named_in_full, on_its_days, on_that_day_too, with_that_day
from bot.plans.overlapping import found_in_the_way, said_who, say_in_the_way, tell_what_overlaps
from bot.plans.summary import so_far, summary
from bot.saying import Option, Say
from bot.turn import Answered, Instead, Turn
from locales.nl import circles, impossible, moments, outsiders, phrases, professionals, taking
from locales.nl.crews import crew_in
from locales.nl.critical import cannot_be_missed, without
from locales.nl.words import fold
from scheduling.care import Shift
from scheduling.people import Circle, Member
from scheduling.plans import plan
from scheduling.reminders import hears
from scheduling.rights import Action, may

_NAMES = ("what", "title")
_HOURS = {
    "morning": (8, 9, 10, 11),
    "afternoon": (13, 14, 15, 16),
    "evening": (18, 19, 20, 21),
    "night": (22, 23),
    "any": (9, 10, 14, 16, 19),
}


def _circle_named(turn: Turn) -> int | None:
    """The circle that a few words name in the middle of a plan: "nee, voor Nel"; "Nel" to what waits for a yes."""
    name = circles.only_for(turn.text)
    if not name and turn.state.get("asked") == "confirm":
        name = circles.corrected_to(turn.text)
    named = [
        circle.id for _, circle in turn.places if circles.plainly_named(name, circle.recipient, circle.kinship) > 0
    ]
    return named[0] if len(named) == 1 else None


def _in_their_circles(turn: Turn, items: list[Values]) -> list[Values]:
    """The plans of one message with the circle of each, where it names who more than one of these circles is for:
    "boodschappen voor Nel en lunch voor Henk". What names nobody goes with the one before it."""
    found: list[int | None] = []
    for item in items:
        said = str(item.get("recipient") or "")
        named = [c.id for _, c in turn.places if circles.plainly_named(said, c.recipient, c.kinship)]
        found.append(named[0] if len(named) == 1 else found[-1] if found else None)
    if len(set(filter(None, found))) < 2:
        return items
    first = next(filter(None, found))
    return [{**item, "circle": circle or first} for item, circle in zip(items, found, strict=True)]


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """Take in what was understood; what is in doubt is asked before anything else."""
    if values:  # "nee, voor Gerrit"
        none_of_ours(turn, "plan", values)
    elif not understood.get("then") and (left := left_open(turn, understood)):
        # What was said together is asked on by itself; what was begun before, when they want it still.
        understood = {**understood, **({"then": [{"kept": left}]} if left.get("beside") else {"set_aside": left})}
    if coordinates_alone(turn):  # they plan nothing: "Sociaal Tuinieren, 6 mensen, zaterdag" is a group that comes
        if int(understood.get("people_needed") or crew_in(turn.text).people or 0) < 2:
            turn.place({}, "plan", action=Action.PLAN)
        take_crew(turn, understood)
        raise Answered(turn.said.pop())
    if cannot_be_missed(turn.text):
        understood = {**understood, "critical": True}
        if understood.get("what"):
            understood["what"] = tidy(without(str(understood["what"])))
            understood["title"] = tidy(without(str(understood.get("title") or understood["what"])))
    understood |= {name: outsiders.in_full(str(understood[name]), turn.text) for name in _NAMES if understood.get(name)}
    if professionals.comes(turn.text):
        understood = {**understood, "by_itself": True}
    if items := understood.get("items") or each_its_own(understood):
        items = _in_their_circles(turn, items)
        together = len({item.get("circle") for item in items}) == 1
        if together and (not understood.get("one_by_one") or all(has_clock(item) for item in items)):
            propose_week(turn, items, list(understood.get("doubts") or ()), list(understood.get("left") or ()))
        understood = {**items[0], "doubts": understood.get("doubts") or (), "then": items[1:]}
    if not turn.places:  # before anything is asked that would be lost
        turn.place(values, "plan")
    if not values:
        too = None if understood.get("what") else on_that_day_too(turn)
        if too is not None and too[0] == "plan":  # "en vrijdag om 2 uur ook": what was planned before
            raise Instead(*too)
        understood = at_its_hour(turn, named_in_full(turn, on_its_days(turn, understood)))
    if values and understood.get("task") and not {"what", "start", "rrule"} & understood.keys():  # "nee, douchen"
        understood = {**understood, "what": understood["task"], "title": understood["task"]}
    understood = doers.with_strangers(turn, understood)
    odd = impossible.odd_length(turn.text)
    understood = understood if odd is None else {**understood, "duration_min": odd, "end": None}
    either = [str(one) for one in values.pop("either", ())] if values else []
    understood = one_of(either, understood) if either else on_one_of_them(values, understood)
    understood = doubts.by_its_task(values, understood)
    understood = near_the_hour_known(values, understood, turn.text, turn.local())
    understood = in_that_part(values, understood, turn.local().date())
    understood = on_the_day_known(values, understood, turn.text, turn.local().date())
    if values:
        understood = with_that_day(turn, values, understood)
    merged = take_in(values, understood, turn.local().date())
    if merged.get("rrule") and len(merged.get("who") or ()) > 1 and taking.by_turns(turn.text):
        merged["turns"] = merged.pop("who")  # "Piet en Fatima om de beurt": never both at once
    if values and (meant := _circle_named(turn)) is not None:
        merged["circle"] = meant
    if merged.get("circle") not in (None, values.get("circle")) and values.get("title"):
        merged["title"] = merged["what"]  # "boodschappen doen voor Nel"
    if values and turn.state.get("dialog") == "plan":  # that was said with what was asked
        merged.pop("unplanned", None)
    if either and not {"start", "what", "rrule"} & understood.keys():  # "ja" chooses neither
        agrees = phrases.answer(tuple(fold(turn.text).split())) is True
        doubts.ask(turn, merged, {"slot": "start", "options": either, "agrees": agrees})
    if (strange := impossible.no_such_day(turn.text)) and (
        not values or turn.state.get("asked") in ("date", "confirm")
    ):
        doubts.ask_another_day(turn, merged, strange)
    if not values:
        meet(turn, understood, merged)
    named = not understood.get("what") and phrases.answer(tuple(fold(turn.text).split())) is None  # "ja" names nothing
    if turn.state.get("asked") == "what" and named and "what" not in values:
        merged["what"] = merged["title"] = tidy(turn.text)
        merged = {name: value for name, value in merged.items() if value}
    for doubt in doubts.still_open(values, understood.get("doubts") or (), merged):
        doubts.ask(turn, merged, doubt)
    asked = turn.state.get("asked")
    if asked == "confirm" and _agrees_and_says_who(turn, values, merged):
        merged["agreed"] = True
    if understood.get("skip") and asked in ("what", "date", "time"):
        turn.begin("plan", merged, str(asked))
        options = _clocks(turn, {"part": "any", **merged}) if asked == "time" else ()
        options = _days(turn, merged) if asked == "date" else options
        raise Answered(Say(turn.word(f"plan-unsure-{asked}"), options, dialog="plan"))
    return merged


def _agrees_and_says_who(turn: Turn, before: Values, after: Values) -> bool:
    """Whether they say yes to what was read back, and who does it besides: "ja, ik doe het zelf"."""
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return changed == {"who"} and phrases.opens_with(tuple(re.findall(r"\w+", fold(turn.text)))) is True


def _propose(turn: Turn, values: Values) -> None:
    """Say what was understood, before it counts."""
    member, circle = turn.place(values, "plan", action=Action.PLAN)
    values = {**values, "circle": circle.id}
    agreed = values.pop("agreed", False)
    draft, oddity = doubts.checked(turn, values, circle)
    who, alone = doers.named_in(turn, values, member, circle)
    alone = bool(dividing.parts_of(turn, values, (member, circle), "plan")[1]) or alone
    turn.store.close_questions(turn.address.id, "plan", turn.now)
    turn.begin("plan", values, "confirm")
    if met := found_in_the_way(turn, draft, circle, who):
        say_in_the_way(turn, values, met, circle, summary(turn, values, draft, circle, who))
        return
    if agreed and who and not alone:
        plan_it(turn, {"plan": values})
        return
    unplanned = [turn.word("plan-unplanned")] if values.pop("unplanned", None) else []
    lines = [*unplanned, summary(turn, values, draft, circle, who)]
    if values.get("turns"):
        takers, _ = doers.named_in(turn, {"who": values["turns"]}, member, circle)
        lines.append(turn.word("plan-by-turns", names=moments.listed(one.name for one in takers)))
    if oddity:
        lines.append(turn.word(f"plan-clock-{oddity}", clock=values.get("time", "")))
    if alone:
        lines.append(turn.word("plan-not-others"))
    text = turn.word("plan-confirm", summary=" ".join(lines))
    options = (
        turn.option("button-yes", "plan_it", means="yes", plan=values),
        turn.option("button-no", "plan_change", means="no", plan=values),
    )
    turn.said.append(Say(text, options, dialog="plan", about=draft.what))


def plan_it(turn: Turn, values: Values) -> None:
    """The person said yes to what was understood; what was said with it comes next."""
    _plan_it(turn, values)
    then, before = list(values["plan"].get("then") or ()), values["plan"].get("set_aside")
    if before:
        go_on = turn.option("button-go-on", "plan", means="yes", kept=before)
        turn.say("plan-set-aside", (go_on, turn.option("button-not-needed", "fine", means="no")), what=before["what"])
    if then:
        turn.text = ""
        raise Instead("create_task", {**then[0], "then": then[1:], "beside": True})


def _plan_it(turn: Turn, values: Values) -> None:
    anyway = bool(values.get("anyway"))
    values = dict(values["plan"])
    member, circle = turn.place(values, "plan", action=Action.PLAN)
    draft, _ = doubts.checked(turn, values, circle)
    who, _ = doers.named_in(turn, values, member, circle)
    turn.state = {}
    new = doers.expected(turn, values, circle)
    who = (*who, *new)
    shifts = plan(turn.store, circle, member, draft, who, turn.now, anyway=anyway)
    if not shifts:
        turn.say("plan-nothing-made")
        return
    zone = turn.local(circle).tzinfo
    about = f"{draft.what}, {moments.moment(shifts[0].start.astimezone(zone), turn.local(circle))}"
    turn.changed("plan", about if len(shifts) == 1 else f"{draft.what} ({len(shifts)}x)", circle)
    if values.get("turns"):
        turn.say("plan-done-turns", (turn.option("button-undo", "undo"),), about=about, count=len(shifts))
        staffed = [one for shift in shifts if (one := turn.store.staffed(shift.id)) is not None]
        propose_shares(turn, by_turns({"who": values["turns"]}, staffed, circle), (member, circle), staffed)
        return
    shares, _ = dividing.parts_of(turn, values, (member, circle), "plan")
    if shares and draft.rule:
        _share_out(turn, circle, shifts, shares, about)
        return
    done = said_who(turn, who, shifts)
    doers.tell(turn, circle, done.who, shifts, draft)
    tell_what_overlaps(turn, done, circle, about)
    names: dict[str, Any] = {"about": about, "count": len(shifts)}
    undo = turn.option("button-undo", "undo")
    if done.who:
        absent = moments.listed(m.name for m in done.who if hears(turn.store, m) is None)
        open_too = (turn.option("button-open", "show_open"),) if done.left_open else ()
        codes = [turn.option("button-code-of", "invite", member=m.id, circle=circle.id) for m in new]
        options = (*codes[:1], undo, *open_too)
        by = doers.spoken(turn, done.who)
        turn.say("plan-done-who", options, **names, **by, absent=absent or "none", left=done.left_open)
        return
    first = shifts[0]
    if values.get("by_itself"):
        not_asked(turn, first.task)
        after = turn.option("button-ask-after-all", "ask_around", circle=circle.id, task=first.task, quietly=True)
        turn.say("plan-done-by-itself", (after, undo), **names)
        return
    follows, ways = plans_to_ask(turn, member, circle, first)
    own = _own_step(turn, member, circle, shifts)
    options = (*ways[:1], *(() if own is None else (own,)), *ways[1:], undo)
    turn.say("plan-done", options, **names, follows=follows)


def _share_out(turn: Turn, circle: Circle, shifts: list[Shift], shares: list[dividing.Part], about: str) -> None:
    """A series that is divided as it is planned: everybody hears their own part."""
    given = dividing.divide(turn, circle, dict.fromkeys(shift.series for shift in shifts), shares)
    for part, theirs in given:
        dividing.tell(turn, circle, part, theirs)
    left = len(shifts) - sum(len(theirs) for _, theirs in given)
    options = (turn.option("button-undo", "undo"), *((turn.option("button-open", "show_open"),) if left else ()))
    turn.say("plan-done-shares", options, about=about, count=len(shifts), left=left,
             shares=dividing.listed(turn, [part for part, theirs in given if theirs]) or "-")  # fmt: skip


def _own_step(turn: Turn, member: Member, circle: Circle, shifts: list[Shift]) -> Option | None:
    if not may(member, Action.CLAIM, circle):
        return None
    if len(shifts) > 1:
        made = [one for shift in shifts if (one := turn.store.staffed(shift.id)) is not None]
        onward = for_good.of_days(turn, made, frozenset(range(7)), circle)
        kept: Values = {"onward": onward} if onward else {}
        return turn.option("button-i-do-all", "claim_these", shifts=[s.id for s in shifts], circle=circle.id, **kept)
    return turn.option("button-i-do-it", "claim", shift=shifts[0].id)


def plan_change(turn: Turn, values: Values) -> None:
    """The person said no: what should be different?"""
    kept = dict(values["plan"])
    turn.begin("plan", kept, "confirm")

    def without(*names: str) -> Values:
        return {k: v for k, v in kept.items() if k not in names}

    options = (
        turn.option("button-other-when", "plan", kept=without("date", "time", "dates", "times", "rrule")),
        turn.option("button-other-what", "plan", kept=without("what", "title")),
        turn.option("button-stop", "stop_dialog", means="no"),
    )
    turn.said.append(Say(turn.word("plan-what-differs"), options, dialog="plan"))


def _days(turn: Turn, values: Values) -> tuple[Option, ...]:
    today = turn.local().date()
    between = [date.fromisoformat(str(day)) for day in values.get("between") or ()]
    if between:
        return tuple(
            Option(moments.short_day(day), "plan", {"kept": values, "start": day.isoformat()})
            for day in between
            if day >= today
        )
    ahead = [today + timedelta(days=n) for n in (0, 1, 2)]
    return tuple(
        Option(moments.near_day(day, today).capitalize(), "plan", {"kept": values, "start": day.isoformat()})
        for day in ahead
    )


def _clocks(turn: Turn, values: Values) -> tuple[Option, ...]:
    """Times to choose from, where the part of the day is known."""
    here = turn.local()
    today = values.get("date") == here.date().isoformat() and not values.get("rrule")
    hours = [hour for hour in _HOURS.get(str(values.get("part")), ()) if not today or hour > here.hour]
    clocks = [f"{hour:02d}:00" for hour in hours]
    return tuple(Option(clock, "plan", {"kept": values, "start": clock}) for clock in clocks)


DIALOG = Dialog(
    "plan", (Slot("what"), Slot("date", options=_days), Slot("time", options=_clocks)), _propose, _read, so_far
)
CAPABILITY = Capability(
    "plan",
    {"plan_it": plan_it, "plan_change": plan_change},
    DIALOG,
    starts=("create_task", "create_series"),
)
