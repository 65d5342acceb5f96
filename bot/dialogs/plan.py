"""Planning a task, once or as a series: in one sentence or step by step."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Dialog, Slot, Values
from bot.members import named
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from locales.nl import moments
from locales.nl.habits import habit_of
from locales.nl.rules import rule_words
from scheduling.care import Shift
from scheduling.people import Circle, Member
from scheduling.plans import Draft, InThePast, OddDuration, check, plan
from scheduling.rights import Action, may

LONGEST_WHAT, MOST_PEOPLE = 80, 20
_KEPT = ("what", "people_needed", "circle", "rrule", "note")


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """Take over what was understood: `date` and `time` apart, as a sentence may give one without the other."""
    merged = {**values, **{name: understood[name] for name in _KEPT if understood.get(name)}}
    if turn.state.get("asked") == "what" and not understood.get("what") and "what" not in values:
        merged["what"] = turn.text.strip()
    if merged.get("what"):
        merged["what"] = _tidy(str(merged["what"]))
    start = understood.get("start")
    if isinstance(start, list):
        start = start[0] if start else None
    if start:
        day, clock = _parts(str(start))
        merged.update({k: v for k, v in (("date", day), ("time", clock)) if v})
    if understood.get("until") and merged.get("rrule") and "UNTIL" not in merged["rrule"]:
        merged["rrule"] += f";UNTIL={understood['until'][:10].replace('-', '')}T235959"
    minutes = understood.get("duration_min") or _length(str(start or ""), understood.get("end"))
    if minutes:
        merged["minutes"] = int(minutes)
    who = understood.get("who")
    if who:
        merged["who"] = [who] if isinstance(who, str) else list(who)
    if not merged.get("date") and merged.get("rrule") and merged.get("time"):
        merged["date"] = turn.local().date().isoformat()
    _settle_doubts(turn, merged, understood)
    return merged


def _parts(start: str) -> tuple[str, str]:
    if "T" in start:
        day, clock = start.split("T", 1)
        return day, clock[:5]
    return ("", start[:5]) if ":" in start else (start[:10], "")


def _length(start: str, end: object) -> int | None:
    if not isinstance(end, str) or ":" not in start or ":" not in end:
        return None
    begins, ends = (time.fromisoformat(part.split("T")[-1][:5]) for part in (start, end))
    minutes = (ends.hour * 60 + ends.minute) - (begins.hour * 60 + begins.minute)
    return minutes if minutes > 0 else minutes + 24 * 60


def _tidy(what: str) -> str:
    return " ".join(what.split())[:LONGEST_WHAT].strip(" .,!?")


def _settle_doubts(turn: Turn, values: Values, understood: Values) -> None:
    """A doubt becomes a question with buttons that spell the alternatives out."""
    for doubt in understood.get("doubts") or ():
        if doubt.get("slot") != "start":
            continue
        kept = {k: v for k, v in values.items() if k not in ("date", "time")}
        options = []
        for alternative in doubt.get("options", ())[:3]:
            day, clock = _parts(str(alternative))
            day, clock = day or values.get("date", ""), clock or values.get("time", "")
            options.append(Option(_label(day, clock), "plan", {"kept": kept, "start": _joined(day, clock)}))
        if len(options) > 1:
            turn.begin("plan", kept, "date")
            raise Answered(Say(turn.word("plan-which-moment"), tuple(options), dialog="plan"))


def _joined(day: str, clock: str) -> str:
    return f"{day}T{clock}" if day and clock else day or clock


def _label(day: str, clock: str) -> str:
    if day and clock:
        return moments.label(datetime.fromisoformat(f"{day}T{clock}:00+00:00"))
    return moments.short_day(date.fromisoformat(day)) if day else clock


def _draft(values: Values, circle: Circle) -> Draft:
    start = datetime.fromisoformat(f"{values['date']}T{values['time']}").replace(tzinfo=ZoneInfo(circle.zone))
    usual = habit_of(values["what"])
    people = min(int(values.get("people_needed") or 1), MOST_PEOPLE)
    return Draft(
        values["what"],
        start.astimezone(UTC),
        int(values.get("minutes") or usual.minutes),
        values.get("rrule") or "",
        people,
        values.get("note") or "",
        usual.at_home,
    )


def _checked(turn: Turn, values: Values, circle: Circle) -> Draft:
    draft = _draft(values, circle)
    try:
        check(draft, turn.now)
    except InThePast:
        kept = {k: v for k, v in values.items() if k not in ("date", "time")}
        turn.begin("plan", kept, "date")
        when = moments.moment(draft.start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
        raise Answered(Say(turn.word("plan-past", when=when), dialog="plan")) from None
    except OddDuration:
        kept = {k: v for k, v in values.items() if k != "minutes"}
        turn.begin("plan", kept, "minutes")
        raise Answered(Say(turn.word("plan-odd-duration"), dialog="plan")) from None
    return draft


def _propose(turn: Turn, values: Values) -> None:
    """Say what was understood, before it counts."""
    member, circle = turn.place(values, "plan", action=Action.PLAN)
    values = {**values, "circle": circle.id}
    draft = _checked(turn, values, circle)
    who = _who(turn, values, member, circle)
    turn.store.close_questions(turn.address.id, "plan", turn.now)
    turn.begin("plan", values, "confirm")
    text = turn.word("plan-confirm", summary=_summary(turn, draft, circle, who))
    options = (
        turn.option("button-yes", "plan_it", means="yes", plan=values),
        turn.option("button-no", "plan_change", means="no", plan=values),
    )
    turn.said.append(Say(text, options, dialog="plan", about=draft.what))


def _who(turn: Turn, values: Values, member: Member, circle: Circle) -> tuple[Member, ...]:
    """Whose shift it becomes; somebody else is put on it by an organiser alone."""
    found = []
    for name in values.get("who") or ():
        one = named(turn, circle, name, "plan", values)
        if one is not None and one.id not in [f.id for f in found]:
            if one.id != member.id:
                turn.require(member, circle, Action.ASSIGN_OTHERS)
            found.append(one)
    return tuple(found)


def _summary(turn: Turn, draft: Draft, circle: Circle, who: tuple[Member, ...]) -> str:
    here = turn.local(circle)
    start = draft.start.astimezone(here.tzinfo)
    parts = {
        "what": draft.what,
        "recipient": circle.recipient,
        "length": moments.length(draft.minutes),
        "people": max(draft.people_needed, len(who)),
        "who": moments.listed(m.name for m in who) or "-",
        "named": "yes" if who else "no",
    }
    if draft.rule:
        return turn.word("plan-summary-series", rule=rule_words(draft.rule, start), **parts)
    return turn.word("plan-summary", when=moments.moment(start, here), **parts)


def plan_it(turn: Turn, values: Values) -> None:
    """The person said yes to what was understood."""
    values = dict(values["plan"])
    member, circle = turn.place(values, "plan", action=Action.PLAN)
    draft = _checked(turn, values, circle)
    who = _who(turn, values, member, circle)
    turn.state = {}
    shifts = plan(turn.store, circle, member, draft, who, turn.now)
    if not shifts:
        turn.say("plan-nothing-made")
        return
    about = f"{draft.what}, {moments.label(shifts[0].start.astimezone(turn.local(circle).tzinfo))}"
    turn.changed("plan", about, circle)
    _tell(turn, circle, who, shifts)
    options = [turn.option("button-undo", "undo")]
    if not who and may(member, Action.INVITE, circle) and len(turn.store.members_of(circle.id)) == 1:
        options.insert(0, turn.option("button-invite", "invite"))
    elif not who:
        options.insert(0, turn.option("button-i-do-it", "claim", shift=shifts[0].id))
    names = moments.listed(m.name for m in who) or "-"
    turn.say("plan-done", tuple(options), about=about, count=len(shifts), who=names, named="yes" if who else "no")


def _tell(turn: Turn, circle: Circle, who: tuple[Member, ...], shifts: list[Shift]) -> None:
    first = shifts[0]
    when = moments.moment(first.start.astimezone(turn.local(circle).tzinfo), turn.local(circle))
    for member in who:
        if member.person is not None and member.person != turn.someone.id:
            options = (
                turn.option("button-is-fine", "going", means="yes", shift=first.id),
                turn.option("button-cannot", "release", means="no", shift=first.id),
            )
            turn.tell(
                member.person,
                "plan-told",
                options,
                name=turn.someone.name,
                what=first.what,
                when=when,
                recipient=circle.recipient,
                about=first.what,
            )


def plan_change(turn: Turn, values: Values) -> None:
    """The person said no: what should be different?"""
    kept = dict(values["plan"])
    turn.begin("plan", kept, "confirm")

    def without(*names: str) -> Values:
        return {k: v for k, v in kept.items() if k not in names}

    options = (
        turn.option("button-other-when", "plan", kept=without("date", "time")),
        turn.option("button-other-what", "plan", kept=without("what")),
        turn.option("button-stop", "stop_dialog", means="no"),
    )
    turn.said.append(Say(turn.word("plan-what-differs"), options, dialog="plan"))


def _days(turn: Turn, values: Values) -> tuple[Option, ...]:
    today = turn.local().date()
    ahead = [today + timedelta(days=n) for n in (0, 1, 2)]
    return tuple(
        Option(moments.near_day(day, today).capitalize(), "plan", {"kept": values, "start": day.isoformat()})
        for day in ahead
    )


DIALOG = Dialog("plan", (Slot("what"), Slot("date", options=_days), Slot("time")), _propose, _read)
CAPABILITY = Capability(
    "plan",
    {"plan_it": plan_it, "plan_change": plan_change},
    DIALOG,
    starts=("create_task", "create_series"),
)
