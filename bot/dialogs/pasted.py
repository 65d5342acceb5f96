"""A week from paper or from a group chat: shown as it was read, and accepted in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Dialog, Slot, Values
from bot.members import fits
from bot.plans.drafts import draft_of, take_in
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from bot.understanding import Context, understand
from locales.nl import moments
from locales.nl.people import SPEAKER
from locales.nl.rules import rule_words
from scheduling.care import Shift
from scheduling.people import Circle, Member
from scheduling.plans import CannotPlan, Draft, check, plan
from scheduling.rights import Action, may

MOST = 40  # lines that are read at once
SKIPPED = "-"  # the hour of what is to be left out


def propose(turn: Turn, items: list[Values], doubts: Sequence[Values] = (), unread: Sequence[str] = ()) -> None:
    """Show what was read, before it counts; a week or an hour in doubt is asked first, and so is one that is missing.

    `unread` are lines of which nothing could be made. Raises Answered with the proposal.
    """
    member, circle = turn.place({}, "plan", action=Action.PLAN)
    for at, doubt in enumerate(doubts):
        then = {"doubts": list(doubts[at + 1 :]), "left": list(unread)}
        _ask_week(turn, items, doubt, then)
        _ask_hour(turn, items, doubt, then)
    here = turn.local(circle)
    read = [take_in({}, item, here.date()) for item in items[:MOST]]
    _ask_missing_hour(turn, items, read, unread)
    good: list[Values] = []
    lines: list[str] = []
    left: list[str] = []
    gone: list[str] = []
    others = False  # whether a name is left out that this member may not put there
    for values in read:
        draft = _draft(values, circle, turn.now)
        if draft is None:
            (gone if _says_all(values) else left).append(_named(values))
            continue
        who = _who(turn, values, member, circle)
        others = others or len(who) < len(values.get("who") or ())
        good.append(values)
        lines.append(f"{len(good)}. {_line(draft, who, circle)}")
    left += [_named(take_in({}, item, here.date())) for item in items[MOST:]]
    turn.state = {}
    if not good and not left and not gone:
        raise Answered(Say(turn.word("pasted-none")))
    if not good:
        raise Answered(Say(turn.word("pasted-nothing", left=moments.listed([*left, *gone]))))
    series = any(values.get("rrule") for values in good)
    text = turn.word(
        "pasted-proposal-series" if series else "pasted-proposal", count=len(good), recipient=circle.recipient
    )
    new = list(dict.fromkeys(str(name) for item in items[:MOST] for name in item.get("new") or ()))
    rest = [turn.word("pasted-new", names=moments.listed(new), count=len(new))] if new else []
    rest += [turn.word("plan-not-others")] if others and not may(member, Action.ASSIGN_OTHERS, circle) else []
    rest += [turn.word("pasted-left", left=moments.listed(left), count=len(left))] if left else []
    rest += [turn.word("pasted-gone", gone=moments.listed(gone))] if gone else []
    rest += [turn.word("pasted-unread", lines=moments.listed(f"'{line}'" for line in unread))] if unread else []
    options = (
        turn.option("button-all-in", "pasted_in", means="yes", items=good, circle=circle.id),
        turn.option("button-no", "fine", means="no"),
    )
    raise Answered(Say("\n".join([text, *lines, *rest]), options))


def _says_all(values: Values) -> bool:
    return all(values.get(name) for name in ("what", "date", "time"))


def _named(values: Values) -> str:
    """What a line says as far as it is known: "koken (ma 5 okt)"."""
    what = str(values.get("title") or values.get("what") or "?")
    days = [moments.short_day(date.fromisoformat(str(values["date"])))] if values.get("date") else []
    when = " ".join([*days, *([str(values["time"])] if values.get("time") else [])])
    return f"{what} ({when})" if when else what


def _ask_week(turn: Turn, items: list[Values], doubt: Values, then: Values) -> None:
    """This week or the next, where it may be either. Raises Answered; goes on where that is not in doubt."""
    if doubt.get("reason") != "which_week" or doubt.get("options"):
        return
    sooner = [
        {**item, **{name: _week_before(item[name]) for name in ("start", "end") if item.get(name)}} for item in items
    ]
    options = (
        turn.option("pasted-this-week", "create_task", items=sooner, **then),
        turn.option("pasted-next-week", "create_task", items=items, **then),
    )
    raise Answered(Say(turn.word("pasted-which-week"), options))


def _week_before(moment: str) -> str:
    return f"{date.fromisoformat(moment[:10]) - timedelta(days=7)}{moment[10:]}"


def _ask_missing_hour(turn: Turn, items: list[Values], read: list[Values], unread: Sequence[str]) -> None:
    """The hour of what has a day and none, where that is no single line of many. Raises Answered."""
    without = [values for values in read if values.get("what") and values.get("date") and not values.get("time")]
    counted = Counter(str(values["what"]) for values in without)
    whole = any(map(_says_all, read))
    what = next((what for what, times in counted.items() if times > 1 or not whole), None)
    if what is None:
        return
    days = [
        moments.short_day(date.fromisoformat(day))
        for values in without
        if values["what"] == what
        for day in _days(values)
    ]
    kept: Values = {"items": items, "left": list(unread), "what": what, "days": moments.listed(days)}
    turn.store.close_questions(turn.address.id, "pasted", turn.now)
    turn.begin("pasted", kept, "time")
    text = turn.word("pasted-ask-time", what=what, days=kept["days"])
    raise Answered(Say(text, _without_it(turn, kept), dialog="pasted"))


def _days(values: Values) -> list[str]:
    return [str(day) for day in values.get("dates") or [values["date"]]]


def _without_it(turn: Turn, values: Values) -> tuple[Option, ...]:
    """The way out for who does not know the hour."""
    return (turn.option("button-leave-out", "pasted", kept=values, skip=True),)


def _read_hour(turn: Turn, values: Values, understood: Values) -> Values:
    """The hour that was asked, as it is meant of this: "6 uur" of cooking is in the evening."""
    if understood.get("skip"):
        return {**values, "time": SKIPPED}
    if not values.get("what"):
        return {**values, "time": SKIPPED}
    clock = _clock(understood) or str(understood.get("start") or "")
    meant = understand(f"{turn.text} {values['what']}", Context(turn.local())).values
    said = _clock(dict(meant)) or clock
    return {**values, "time": said[:5]} if ":" in said[:5] else values


def _with_hour(turn: Turn, values: Values) -> None:
    """All lines of what was asked at that hour, or without them; then what is still to be asked, or the proposal."""
    items: list[Values] = []
    left = list(values.get("left") or ())
    today = turn.local().date()
    for item in values.get("items") or ():
        read = take_in({}, item, today)
        if read.get("what") != values["what"] or read.get("time") or not read.get("date"):
            items.append(item)
        elif values["time"] == SKIPPED:
            left.append(_named(read))
        else:
            starts = [f"{day}T{values['time']}:00" for day in _days(read)]
            items.append({**item, "start": starts if len(starts) > 1 else starts[0], "end": None, "part": None})
    propose(turn, items, (), left)


def _ask_hour(turn: Turn, items: list[Values], doubt: Values, then: Values) -> None:
    """Morning or evening, where one of these may be either. Raises Answered; goes on where none is."""
    hours = [str(one)[-8:][:5] if "T" in str(one) else str(one) for one in doubt.get("options") or ()]
    said = [item for item in items if _clock(item) in hours]
    if doubt.get("reason") != "part_of_day" or len(hours) != 2 or len(said) != 1:
        return
    options = []
    for hour in sorted(hours):
        meant = [_at(item, hour, turn.local()) if item is said[0] else item for item in items]
        options.append(Option(hour, "create_task", {"items": meant, **then}))
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
    if not _says_all(values):
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


DIALOG = Dialog("pasted", (Slot("time", options=_without_it),), _with_hour, _read_hour)
CAPABILITY = Capability("pasted", {"pasted_in": pasted_in}, DIALOG)
