"""What was said of a plan that means two things, or cannot be: asked before anything counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.dialogs import region
from bot.members import apart
from bot.plans.drafts import draft_of, joined, parts_of, tidy, within_part
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from bot.understanding import Context, Intent, understand
from locales.nl import impossible, moments, tasks
from locales.nl.words import fold
from scheduling.people import Circle, Member
from scheduling.plans import Draft, InThePast, OddDuration, check

DAY = ("07:00", "19:00")  # what is done by day begins in it


def ask(turn: Turn, values: Values, doubt: Values) -> None:
    """A question with buttons that spell the alternatives out."""
    alternatives = [str(one) for one in doubt.get("options", ())][:4]
    if len(alternatives) < 2:
        return
    if doubt.get("slot") == "start":
        alternatives = sorted(alternatives)
        kept = {k: v for k, v in values.items() if k not in ("date", "time")}
        both = [parts_of(one) for one in alternatives]
        whole = [(day or values.get("date", ""), clock or values.get("time", "")) for day, clock in both]
        several = bool(values.get("rrule") or values.get("dates"))
        hour_alone = several and len({day for day, _ in whole}) == 1 and all(clock for _, clock in whole)
        if hour_alone:
            kept = {**kept, "date": values["date"]} if values.get("date") else kept
            whole = [("", clock) for _, clock in whole]
        labels = [clock if hour_alone else _label(day, clock) for day, clock in whole]
        starts = [_with_the_others(values, whole, one) for one in whole]
        options = tuple(
            Option(label, "plan", {"kept": kept, "start": start}) for label, start in zip(labels, starts, strict=True)
        )
        key = "plan-doubt-weekday" if doubt.get("reason") == "weekday_date" else "plan-doubt"
        text = turn.word(key, alternatives=moments.either(_spoken(turn, whole)))
        text = turn.word("which-of-these", question=text) if doubt.get("agrees") else text
    elif doubt.get("slot") == "who":
        kept = {k: v for k, v in values.items() if k != "who"}
        rest = [one for one in values.get("who", ()) if one not in alternatives]
        known = [turn.store.find(Member, int(one)) for one in alternatives if one.isdigit()]
        members = [member for member in known if member is not None]
        labels = apart(turn, members)
        options = tuple(
            Option(label, "plan", {"kept": kept, "who": [*rest, str(member.id)]})
            for label, member in zip(labels, members, strict=True)
        )
        either = doubt.get("reason") == "either"
        text = turn.word("which-of-them", names=moments.either(labels)) if either else turn.word("plan-doubt-who")
    elif doubt.get("slot") == "region":
        kept = values
        unsure = turn.option("button-region-none", "plan", means="no", kept=values)
        options = (*region.ways(turn, {"again": turn.text}), unsure)
        text = turn.word("plan-doubt-region")
    else:
        return
    if len(options) > 1:
        options = (*options, turn.option("button-neither", "plan", means="no", kept=kept))
        turn.store.close_questions(turn.address.id, "plan", turn.now)
        again = {"either": [joined(*one) for one in whole]} if doubt["slot"] == "start" else {}
        turn.begin("plan", {**kept, **again}, "date" if again else "confirm")
        raise Answered(Say(text, options, dialog="plan"))


def _with_the_others(values: Values, either: list[tuple[str, str]], one: tuple[str, str]) -> str | list[str]:
    """The start that one of two readings comes to, with the other days of a row: "ma, wo en vr", on a Monday."""
    meant = {day for day, _ in either}
    days = [str(day) for day in values.get("dates") or ()]
    if not one[0] or not meant & set(days):
        return joined(*one)
    row = sorted({one[0] if day in meant else day for day in days})
    return [joined(day, one[1]) for day in row]


def _spoken(turn: Turn, alternatives: list[tuple[str, str]]) -> list[str]:
    """Moments to choose from, as a sentence names them: what they share is left out."""
    days = {day for day, _ in alternatives}
    clocks = {clock for _, clock in alternatives}
    today = turn.local().date()
    spoken = []
    for day, clock in alternatives:
        named_day = moments.day(date.fromisoformat(day), today) if day and len(days) > 1 else ""
        named_clock = turn.word("plan-at", clock=clock) if clock and (len(clocks) > 1 or not named_day) else ""
        spoken.append(f"{named_day} {named_clock}".strip())
    return spoken


def _label(day: str, clock: str) -> str:
    if day and clock:
        return moments.label(datetime.fromisoformat(f"{day}T{clock}:00+00:00"))
    return moments.short_day(date.fromisoformat(day)) if day else clock


def ask_another_day(turn: Turn, values: Values, said: str) -> None:
    """ "31 februari": the rest is kept, and the day asked."""
    kept = {name: value for name, value in values.items() if name not in ("date", "dates", "rrule")}
    for name in ("what", "title"):
        if kept.get(name):
            kept[name] = tidy(str(kept[name]).casefold().replace(said, ""))
    turn.begin("plan", {name: value for name, value in kept.items() if value}, "date")
    raise Answered(Say(turn.word("plan-no-such-day", day=said), dialog="plan"))


def checked(turn: Turn, values: Values, circle: Circle) -> tuple[Draft, str]:
    """The draft, with "skipped" or "twice" where the clock change touches it; ends the turn where it cannot be."""
    draft, oddity = draft_of(values, circle.zone)
    try:
        check(draft, turn.now)
    except InThePast:
        kept = {k: v for k, v in values.items() if k not in ("date", "time", "dates", "times")}
        turn.store.close_questions(turn.address.id, "plan", turn.now)  # a yes is none to what was shown before
        turn.begin("plan", kept, "date")
        when = moments.moment(draft.start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
        raise Answered(Say(turn.word("plan-past", when=moments.begin(when)), dialog="plan")) from None
    except OddDuration:
        kept = {k: v for k, v in values.items() if k != "minutes"}
        turn.begin("plan", kept, "duration")
        raise Answered(Say(turn.word("plan-odd-duration"), dialog="plan")) from None
    return draft, oddity


def of_the_past(turn: Turn) -> bool:
    """Help that is asked for yesterday: said, and asked for another day. False where it is none of that."""
    found = impossible.in_the_past(turn.text, turn.local()) if turn.places else None
    if found is None:
        return False
    start, clock, tomorrow = found
    meant = understand(tomorrow, Context(turn.local(), recipients=tuple(c.recipient for _, c in turn.places)))
    if meant.intent not in (Intent.CREATE_TASK, Intent.CREATE_SERIES) or not meant.values.get("what"):
        return False
    what = {"what": tidy(str(meant.values["what"])), "title": tidy(str(meant.values.get("title") or ""))}
    turn.begin("plan", {name: said for name, said in what.items() if said}, "date")
    here = turn.local()
    when = moments.moment(start, here) if clock else moments.day(start.date(), here.date())
    turn.said.append(Say(turn.word("plan-past", when=moments.begin(when)), dialog="plan"))
    return True


def by_its_task(values: Values, understood: Values) -> Values:
    """What was understood, where its hour is in the morning or the evening and the task is known to be by day: a
    quarter to nine at the hospital."""
    said = list(understood.get("doubts") or ())
    doubts = [one for one in said if one.get("slot") == "start"]
    if len(doubts) != 1 or not tasks.is_by_day(f" {fold(str(values.get('what') or ''))} "):
        return understood
    by_day = [one for one in map(str, doubts[0]["options"]) if DAY[0] <= parts_of(one)[1] < DAY[1]]
    if len(by_day) != 1:
        return understood
    return {**understood, "start": by_day[0], "doubts": [one for one in said if one not in doubts]}


def still_open(values: Values, doubts: Sequence[Values], merged: Values) -> list[Values]:
    """What is in doubt still: "half 8" after "'s avonds" is not, and is taken in."""
    part, left = values.get("part"), []
    for doubt in doubts:
        chosen = within_part([str(one) for one in doubt.get("options", ())], str(part)) if part else ""
        if doubt.get("slot") == "start" and chosen:
            merged["time"] = parts_of(chosen)[1]
        else:
            left.append(doubt)
    return left
