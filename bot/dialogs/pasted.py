"""A week from paper or from a group chat: shown as it was read, and accepted in one go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.members import fits
from bot.plans.drafts import draft_of, take_in
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from locales.nl.rules import rule_words
from scheduling.care import Shift
from scheduling.people import Circle, Member
from scheduling.plans import CannotPlan, Draft, check, plan
from scheduling.rights import Action, may

MOST = 40  # lines that are read at once


def propose(turn: Turn, items: list[Values], doubts: Sequence[Values] = ()) -> None:
    """Show what was read, before it counts; an hour in doubt is asked first. Raises Answered with the proposal."""
    member, circle = turn.place({}, "plan", action=Action.PLAN)
    for at, doubt in enumerate(doubts):
        _ask_hour(turn, items, doubt, list(doubts[at + 1 :]))
    here = turn.local(circle)
    good: list[Values] = []
    lines: list[str] = []
    left: list[str] = []
    for item in items[:MOST]:
        values = take_in({}, item, here.date())
        draft = _draft(values, circle, turn.now)
        if draft is None:
            left.append(str(values.get("title") or values.get("what") or "?"))
            continue
        who = _who(turn, values, member, circle)
        good.append(values)
        lines.append(f"{len(good)}. {_line(draft, who, circle)}")
    turn.state = {}
    if not good:
        raise Answered(Say(turn.word("pasted-nothing", left=moments.listed(left))))
    series = any(values.get("rrule") for values in good)
    text = turn.word(
        "pasted-proposal-series" if series else "pasted-proposal", count=len(good), recipient=circle.recipient
    )
    rest = [turn.word("pasted-left", left=moments.listed(left), count=len(left))] if left else []
    options = (
        turn.option("button-all-in", "pasted_in", means="yes", items=good, circle=circle.id),
        turn.option("button-no", "fine", means="no"),
    )
    raise Answered(Say("\n".join([text, *lines, *rest]), options))


def _ask_hour(turn: Turn, items: list[Values], doubt: Values, rest: list[Values]) -> None:
    """Morning or evening, where one of these may be either. Raises Answered; goes on where none is."""
    hours = [str(one)[-8:][:5] if "T" in str(one) else str(one) for one in doubt.get("options") or ()]
    said = [item for item in items if _clock(item) in hours]
    if doubt.get("reason") != "part_of_day" or len(hours) != 2 or len(said) != 1:
        return
    options = []
    for hour in sorted(hours):
        meant = [_at(item, hour, turn.local()) if item is said[0] else item for item in items]
        options.append(Option(hour, "create_task", {"items": meant, "doubts": rest}))
    raise Answered(Say(turn.word("pasted-which-hour", what=said[0].get("title") or said[0]["what"]), tuple(options)))


def _clock(item: Values) -> str:
    return str(item.get("start") or "").partition("T")[2][:5]


def _at(item: Values, hour: str, here: datetime) -> Values:
    """The same at another hour of the day; what recurs begins tomorrow where that has gone by."""
    times = {"times": [hour]} if item.get("times") else {}
    length = {name: item[name] for name in item if name != "end"}
    start = datetime.fromisoformat(f"{str(item['start'])[:10]}T{hour}:00").replace(tzinfo=here.tzinfo)
    if item.get("rrule") and start < here:
        start += timedelta(days=1)
    return {**length, **times, "start": start.replace(tzinfo=None).isoformat()}


def _draft(values: Values, circle: Circle, now: datetime) -> Draft | None:
    if not all(values.get(name) for name in ("what", "date", "time")):
        return None
    draft, _ = draft_of(values, circle.zone)
    try:
        check(draft, now)
    except CannotPlan:
        return None
    return draft


def _who(turn: Turn, values: Values, member: Member, circle: Circle) -> tuple[Member, ...]:
    """Who is named on the line; a name that fits two people puts nobody there."""
    members = turn.store.members_of(circle.id)
    found = []
    for name in values.get("who") or ():
        fitting = [m for m in members if str(m.id) == name] or ([member] if name == SPEAKER else fits(members, name))
        if len(fitting) == 1 and (fitting[0].id == member.id or may(member, Action.ASSIGN_OTHERS, circle)):
            found.append(fitting[0])
    return tuple(found)


def _line(draft: Draft, who: tuple[Member, ...], circle: Circle) -> str:
    start = draft.start.astimezone(ZoneInfo(circle.zone))
    when = rule_words(draft.rule, start) if draft.rule else moments.label(start)
    names = moments.listed(m.name for m in who)
    return f"{when}{':' if draft.rule else ''} {draft.what}{': ' + names if names else ''}"


def pasted_in(turn: Turn, values: Values) -> None:
    """All of it goes on the roster; what has become impossible meanwhile is left out."""
    member, circle = turn.place({"circle": values["circle"]}, "plan", action=Action.PLAN)
    made = 0
    theirs: dict[int, list[Shift]] = {}
    for item in values["items"]:
        draft = _draft(item, circle, turn.now)
        if draft is None:
            continue
        who = _who(turn, item, member, circle)
        shifts = plan(turn.store, circle, member, draft, who, turn.now)
        made += len(shifts)
        for one in who:
            if one.person is not None and one.person != turn.someone.id:
                theirs.setdefault(one.person, []).extend(shifts)
    if not made:
        turn.say("plan-nothing-made")
        return
    about = turn.word("pasted-about", count=made)
    turn.changed("pasted", about, circle)
    for person, shifts in theirs.items():
        options = (turn.option("button-mine", "show_mine"), turn.option("button-cannot", "release", means="no"))
        words: Values = {"name": turn.someone.name, "recipient": circle.recipient}
        turn.tell(person, "pasted-told", options, about=turn.about_all(shifts, circle), **words)
    options = (turn.option("button-open", "show_open"), turn.option("button-undo", "undo"))
    turn.say("pasted-done", options, count=made, recipient=circle.recipient)


CAPABILITY = Capability("pasted", {"pasted_in": pasted_in})
