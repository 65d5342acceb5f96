"""Calling off what was planned: confirmed where others count on it, who hear it at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.dialog import Capability, Values
from bot.dialogs.drop_part import drop_part, left_of
from bot.dialogs.instead import kept_on_another_day
from bot.dialogs.skip import days_meant, offer
from bot.dialogs.skip_all import everything_off
from bot.plans.lately import just_spoken_of, on_that_day
from bot.saying import Option, Say
from bot.shifts.targets import Target, about, by_series, find, fitting, following, scopes, told
from bot.turn import Instead, Turn
from locales.nl import oneself, skipping
from scheduling.care import Staffed
from scheduling.changes import cancel_from
from scheduling.plans import cancel


def cancel_task(turn: Turn, values: Values) -> None:
    """ "De huisarts gaat niet door", "geen koffie van 10 t/m 20 april", "de koffie stopt na 1 mei"."""
    if everything_off(turn, values):
        return
    values = _of_it(turn, on_that_day(turn, values))
    meant = days_meant(turn, values)
    if meant:
        said = {k: v for k, v in values.items() if k in ("shift", "what", "task")}
        named = {**said, "what": said.get("task") or said["what"]} if said.get("what") else said
        target = find(turn, {**named, **meant}, "cancel_task", whole=True)
        if target.series.rule:
            offer(turn, target, meant)
            return
    target = find(turn, values, "cancel_task")
    takes_it = oneself.will_do_it(turn.text) and not target.series.rule and len(target.staffed.responsible) == 1
    if takes_it and target.others and not values.get("sure"):  # "morgen kan ik zelf, dus Piet hoeft niet"
        raise Instead("take_from", {"of": [str(target.others[0])], "shift": target.shift.id})
    gone, left = left_of(target, str(values.get("what") or "")) if values.get("what") else ("", "")
    if left:
        drop_part(turn, target, gone, left)
        return
    stays = kept_on_another_day(turn, target)
    if stays is None:
        return
    _ask_or_do(turn, target, values)
    if stays:
        turn.said[-1] = replace(turn.said[-1], text=f"{turn.said[-1].text} {stays}")


def _of_it(turn: Turn, values: Values) -> Values:
    """ "Zeg het maar af", right after it was planned or looked at: that, where it is one."""
    if not skipping.names_it_only(turn.text) or not turn.places:
        return values
    ahead = fitting(turn, {})
    just = just_spoken_of(turn, values, [one for one, _ in ahead], turn.places[0][1].zone)
    meant = [one.shift for one, _ in ahead if one.shift.id in just]
    return {**values, "shift": meant[0].id} if len({shift.series for shift in meant}) == 1 else values


def _ask_or_do(turn: Turn, target: Target, values: Values) -> None:
    """Called off, after a yes where others count on it."""
    own = target.staffed.of(target.member.id)
    names = told(turn, target.others)[1] or "none"
    options: tuple[Option, ...]
    every = following(turn, target, all_of_it=True) if target.series.rule and skipping.says_all(turn.text) else []
    if len(every) > 1:
        options = (
            turn.option("button-yes", "cancel_it", means="yes", shift=target.shift.id, scope="all"),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("cancel-all", options, about=about(turn, target), names=names, count=len(every))
    elif target.series.rule:
        options = scopes(turn, target, "cancel_it", {})
        turn.said.append(Say(turn.word("cancel-scope", about=about(turn, target), names=names), options))
    elif own is not None and own in target.staffed.responsible and not values.get("sure"):
        options = (
            turn.option("button-call-it-off", "cancel_it", shift=target.shift.id, scope="one"),
            turn.option("button-only-i-cannot", "release", shift=target.shift.id),
            turn.option("button-leave-it", "fine", means="no"),
        )
        turn.say("cancel-or-release", options, about=about(turn, target), names=names)
    elif target.others:
        options = (
            turn.option("button-yes", "cancel_it", means="yes", shift=target.shift.id, scope="one"),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("cancel-confirm", options, about=about(turn, target), names=names, count=len(target.others))
    else:
        _call_off(turn, target, [target.staffed], whole=False)


def cancel_it(turn: Turn, values: Values) -> None:
    """It was confirmed: this one, this and what follows, or all that is to come."""
    target = find(turn, {"shift": values["shift"]}, "cancel_task")
    scope = values.get("scope", "one")
    if scope == "one" or not target.series.rule:
        _call_off(turn, target, [target.staffed], whole=False)
    else:
        _call_off(turn, target, following(turn, target, all_of_it=scope == "all"), whole=True)


def _call_off(turn: Turn, target: Target, shifts: list[Staffed], *, whole: bool) -> None:
    on_it = [a.member for s in shifts for a in (*s.responsible, *s.reserves) if a.member != target.member.id]
    if whole:
        for series, theirs in by_series(turn, target, shifts):
            cancel_from(turn.store, target.circle, series, theirs, turn.now)
    else:
        cancel(turn.store, target.staffed, turn.now)
    first = Target(shifts[0], target.series, target.member, target.circle)
    said = about(turn, first)
    if whole:
        said = turn.word("cancel-series", about=said, count=len(shifts))
    turn.changed("cancel", said, target.circle)
    persons, names, absent = told(turn, on_it)
    turn.say("cancel-done", (turn.option("button-undo", "undo"),), about=said, names=names or "none", absent=absent)
    told_so: dict[str, Any] = {"about": said, "recipient": target.circle.recipient, "name": turn.someone.name}
    for person in persons:
        turn.tell(person, "cancel-told", urgent=_is_near(turn, shifts[0]), **told_so)


def _is_near(turn: Turn, staffed: Staffed) -> bool:
    """Whether it would have begun before a message that waits for the morning is read."""
    return (staffed.shift.start - turn.now).total_seconds() < 12 * 3600


CAPABILITY = Capability("cancel", {"cancel_task": cancel_task, "cancel_it": cancel_it})
