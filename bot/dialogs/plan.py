"""Planning a task, once or as a series: in one sentence or step by step."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import dividing
from bot.already import meet
from bot.choosing_day import on_one_of_them
from bot.dialog import Capability, Dialog, Slot, Values
from bot.dialogs import region
from bot.dialogs.around import plans_to_ask
from bot.dialogs.assign import tell_planned
from bot.dialogs.crew import take as take_crew
from bot.dialogs.pasted import propose as propose_week
from bot.dialogs.volunteers import coordinates_alone
from bot.drafts import draft_of, each_its_own, joined, on_the_day_known, one_of, parts_of, take_in, tidy
from bot.lately import on_its_days
from bot.members import apart, named
from bot.overlapping import found_in_the_way, said_who, say_in_the_way, tell_what_overlaps
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from bot.understanding import Context, Intent, understand
from locales.nl import impossible, moments, strangers
from locales.nl.crews import crew_in
from locales.nl.critical import cannot_be_missed, without
from locales.nl.rules import rule_words
from scheduling.care import Shift
from scheduling.memberships import expect
from scheduling.people import Circle, Member, Ring
from scheduling.plans import Draft, InThePast, OddDuration, check, plan
from scheduling.recurrence import occurrences, stretches
from scheduling.reminders import hears
from scheduling.rights import Action, may

FAR = timedelta(days=800)  # where the first occurrence of a series is looked for
_HOURS = {
    "morning": (8, 9, 10, 11),
    "afternoon": (13, 14, 15, 16),
    "evening": (18, 19, 20, 21),
    "night": (22, 23),
    "any": (9, 10, 14, 16, 19),
}


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """Take in what was understood; what is in doubt is asked before anything else."""
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
    if items := understood.get("items") or each_its_own(understood):
        propose_week(turn, items)
    if not turn.places:  # before anything is asked that would be lost
        turn.place(values, "plan")
    if not values:
        understood = on_its_days(turn, understood)
    if values and understood.get("task") and not {"what", "start", "rrule"} & understood.keys():  # "nee, douchen"
        understood = {**understood, "what": understood["task"], "title": understood["task"]}
    understood = _with_strangers(turn, understood)
    odd = impossible.odd_length(turn.text)
    understood = understood if odd is None else {**understood, "duration_min": odd, "end": None}
    either = [str(one) for one in values.pop("either", ())] if values else []
    understood = one_of(either, understood) if either else on_one_of_them(values, understood)
    understood = on_the_day_known(values, understood, turn.text, turn.local().date())
    merged = take_in(values, understood, turn.local().date())
    if either and not {"start", "what", "rrule"} & understood.keys():  # "ja" chooses neither
        _ask_doubt(turn, merged, {"slot": "start", "options": either})
    if (strange := impossible.no_such_day(turn.text)) and (
        not values or turn.state.get("asked") in ("date", "confirm")
    ):
        _no_such_day(turn, merged, strange)
    if not values:
        meet(turn, understood, merged)
    if turn.state.get("asked") == "what" and not understood.get("what") and "what" not in values:
        merged["what"] = merged["title"] = tidy(turn.text)
        merged = {name: value for name, value in merged.items() if value}
    for doubt in understood.get("doubts") or ():
        _ask_doubt(turn, merged, doubt)
    asked = turn.state.get("asked")
    if understood.get("skip") and asked in ("what", "date", "time"):
        turn.begin("plan", merged, str(asked))
        options = _clocks(turn, {"part": "any", **merged}) if asked == "time" else ()
        options = _days(turn, merged) if asked == "date" else options
        raise Answered(Say(turn.word(f"plan-unsure-{asked}"), options, dialog="plan"))
    return merged


def _no_such_day(turn: Turn, values: Values, said: str) -> None:
    """ "31 februari": the rest is kept, and the day asked."""
    kept = {name: value for name, value in values.items() if name not in ("date", "dates", "rrule")}
    for name in ("what", "title"):
        if kept.get(name):
            kept[name] = tidy(str(kept[name]).casefold().replace(said, ""))
    turn.begin("plan", {name: value for name, value in kept.items() if value}, "date")
    raise Answered(Say(turn.word("plan-no-such-day", day=said), dialog="plan"))


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


def _with_strangers(turn: Turn, understood: Values) -> Values:
    """Who is said to do it, and is not in the circle: they are put on the roster with it."""
    if not any(understood.get(name) for name in ("what", "start", "rrule")) and not turn.state.get("dialog"):
        return understood
    known = [m.name for _, circle in turn.places for m in turn.store.members_of(circle.id)]
    new = strangers.doers(turn.text, [*known, *(circle.recipient for _, circle in turn.places)])
    if not new:
        return understood
    bare = {n: strangers.without(str(understood[n]), new) for n in ("what", "title") if understood.get(n)}
    return {**understood, **{name: text for name, text in bare.items() if text}, "new_who": new}


def _ask_doubt(turn: Turn, values: Values, doubt: Values) -> None:
    """A question with buttons that spell the alternatives out."""
    alternatives = [str(one) for one in doubt.get("options", ())][:4]
    if len(alternatives) < 2:
        return
    if doubt.get("slot") == "start":
        kept = {k: v for k, v in values.items() if k not in ("date", "time")}
        both = [parts_of(one) for one in alternatives]
        whole = [(day or values.get("date", ""), clock or values.get("time", "")) for day, clock in both]
        series = bool(values.get("rrule")) and len({day for day, _ in whole}) == 1  # which day is not what is asked
        labels = [clock if series and clock else _label(day, clock) for day, clock in whole]
        options = tuple(
            Option(label, "plan", {"kept": kept, "start": joined(*one)})
            for label, one in zip(labels, whole, strict=True)
        )
        key = "plan-doubt-weekday" if doubt.get("reason") == "weekday_date" else "plan-doubt"
        text = turn.word(key, alternatives=moments.either(_spoken(turn, whole)))
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
        text = turn.word("plan-doubt-who")
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


def _checked(turn: Turn, values: Values, circle: Circle) -> tuple[Draft, str]:
    draft, oddity = draft_of(values, circle.zone)
    try:
        check(draft, turn.now)
    except InThePast:
        kept = {k: v for k, v in values.items() if k not in ("date", "time", "dates", "times")}
        turn.begin("plan", kept, "date")
        when = moments.moment(draft.start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
        raise Answered(Say(turn.word("plan-past", when=moments.begin(when)), dialog="plan")) from None
    except OddDuration:
        kept = {k: v for k, v in values.items() if k != "minutes"}
        turn.begin("plan", kept, "duration")
        raise Answered(Say(turn.word("plan-odd-duration"), dialog="plan")) from None
    return draft, oddity


def _propose(turn: Turn, values: Values) -> None:
    """Say what was understood, before it counts."""
    member, circle = turn.place(values, "plan", action=Action.PLAN)
    values = {**values, "circle": circle.id}
    draft, oddity = _checked(turn, values, circle)
    who, alone = _who(turn, values, member, circle)
    alone = bool(dividing.parts_of(turn, values, (member, circle), "plan")[1]) or alone
    turn.store.close_questions(turn.address.id, "plan", turn.now)
    turn.begin("plan", values, "confirm")
    if met := found_in_the_way(turn, draft, circle, who):
        say_in_the_way(turn, values, met, circle, _summary(turn, values, draft, circle, who))
        return
    lines = [_summary(turn, values, draft, circle, who)]
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


def _who(turn: Turn, values: Values, member: Member, circle: Circle) -> tuple[tuple[Member, ...], bool]:
    """Whose shift it becomes, and whether others were left out: those are put on it by an organiser alone."""
    found: list[Member] = []
    left_out = False
    for name in values.get("who") or ():
        one = named(turn, circle, name, "plan", values)
        if one is None or one.id in [f.id for f in found]:
            continue
        if one.id != member.id and not may(member, Action.ASSIGN_OTHERS, circle):
            left_out = True
            continue
        found.append(one)
    return tuple(found), left_out


def _new_key(turn: Turn, circle: Circle) -> str:
    place = turn.member_of(circle.id)
    return "plan-new-who" if place and may(place[0], Action.INVITE, circle) else "plan-new-who-helper"


def _expected(turn: Turn, values: Values, circle: Circle) -> tuple[Member, ...]:
    """Those who are not in the circle yet, put on the roster."""
    if _new_key(turn, circle) != "plan-new-who":
        return ()
    return tuple(expect(turn.store, circle, str(name), Ring.FAMILY, turn.now) for name in values.get("new_who") or ())


def _summary(turn: Turn, values: Values, draft: Draft, circle: Circle, who: tuple[Member, ...]) -> str:
    here = turn.local(circle)
    start = draft.start.astimezone(here.tzinfo)
    title = str(values.get("title") or draft.what)
    spoken = moments.begin(title)
    if circle.recipient.casefold() not in title.casefold():
        spoken = turn.word("plan-for", recipient=circle.recipient, what=title)
    clocks = moments.listed(values.get("times") or [moments.clock(start)])
    if draft.rule:
        rounds = (
            occurrences(one, draft.rule, circle.zone, turn.now, turn.now + FAR, draft.without)
            for one in (draft.start, *draft.also)
        )
        first = min(next(each, draft.start) for each in rounds)
        when = rule_words(draft.rule, first.astimezone(here.tzinfo), clocks)
    elif values.get("dates"):
        days = moments.listed(moments.day(date.fromisoformat(day), here.date()) for day in values["dates"])
        when = f"{days} {turn.word('plan-at', clock=clocks)}"
    elif values.get("times"):
        when = f"{moments.day(start.date(), here.date())} {turn.word('plan-at', clock=clocks)}"
    else:
        when = moments.soon(start, here)
    key = "plan-length" if "minutes" in values else "plan-length-guessed"
    sentences = [f"{spoken}, {when}, {turn.word(key, length=moments.length(draft.minutes))}."]
    people = max(draft.people_needed, len(who))
    if people > 1 and people != len(who):
        sentences.append(turn.word("plan-people", count=people))
    if draft.without:
        sentences.append(_without(turn, draft.without))
    if values.get("critical"):
        sentences.append(turn.word("plan-critical"))
    if who:
        sentences.append(turn.word("plan-who", **_doers(turn, who)))
    if new := values.get("new_who"):
        sentences.append(turn.word(_new_key(turn, circle), who=moments.listed(new), doers=len(new)))
    shares, _ = dividing.parts_of(turn, values, (_own(turn, circle), circle), "plan")
    if shares:
        sentences.append(turn.word("plan-shares", shares=dividing.listed(turn, shares)))
    return " ".join(sentences)


def _own(turn: Turn, circle: Circle) -> Member:
    place = turn.member_of(circle.id)
    assert place is not None
    return place[0]


def _without(turn: Turn, without: str) -> str:
    """The first days that a series leaves out, so that a wrong holiday is seen before it counts."""
    ahead = [(first, last) for first, last in stretches(without) if last >= turn.local().date()]
    if not ahead:
        return turn.word("plan-without-none")
    named = moments.listed(moments.days(first, last) for first, last in ahead[:3])
    return turn.word("plan-without-more" if len(ahead) > 3 else "plan-without", days=named)


def _doers(turn: Turn, who: tuple[Member, ...]) -> Values:
    own = [m for m in who if m.person == turn.someone.id]
    others = moments.listed(m.name for m in who if m.person != turn.someone.id)
    return {"who": others or "-", "mix": "both" if own and others else "own" if own else "others", "doers": len(who)}


def plan_it(turn: Turn, values: Values) -> None:
    """The person said yes to what was understood."""
    anyway = bool(values.get("anyway"))
    values = dict(values["plan"])
    member, circle = turn.place(values, "plan", action=Action.PLAN)
    draft, _ = _checked(turn, values, circle)
    who, _ = _who(turn, values, member, circle)
    turn.state = {}
    new = _expected(turn, values, circle)
    who = (*who, *new)
    shifts = plan(turn.store, circle, member, draft, who, turn.now, anyway=anyway)
    if not shifts:
        turn.say("plan-nothing-made")
        return
    zone = turn.local(circle).tzinfo
    about = f"{draft.what}, {moments.moment(shifts[0].start.astimezone(zone), turn.local(circle))}"
    turn.changed("plan", about if len(shifts) == 1 else f"{draft.what} ({len(shifts)}x)", circle)
    shares, _ = dividing.parts_of(turn, values, (member, circle), "plan")
    if shares and draft.rule:
        _share_out(turn, circle, shifts, shares, about)
        return
    done = said_who(turn, who, shifts)
    _tell(turn, circle, done.who, shifts, draft)
    tell_what_overlaps(turn, done, circle, about)
    names: dict[str, Any] = {"about": about, "count": len(shifts)}
    undo = turn.option("button-undo", "undo")
    if done.who:
        absent = moments.listed(m.name for m in done.who if hears(turn.store, m) is None)
        open_too = (turn.option("button-open", "show_open"),) if done.left_open else ()
        doers = _doers(turn, done.who)
        codes = [turn.option("button-code-of", "invite", member=m.id, circle=circle.id) for m in new]
        options = (*codes[:1], undo, *open_too)
        turn.say("plan-done-who", options, **names, **doers, absent=absent or "none", left=done.left_open)
        return
    first = turn.store.staffed(shifts[0].id)
    assert first is not None
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
        return turn.option("button-i-do-all", "claim_these", shifts=[s.id for s in shifts], circle=circle.id)
    return turn.option("button-i-do-it", "claim", shift=shifts[0].id)


def _tell(turn: Turn, circle: Circle, who: tuple[Member, ...], shifts: list[Shift], draft: Draft) -> None:
    here = turn.local(circle)
    for member in who:
        own = [s for s in shifts if (found := turn.store.staffed(s.id)) is not None and found.of(member.id)]
        if own:
            start = own[0].start.astimezone(here.tzinfo)
            when = rule_words(draft.rule, start) if draft.rule else moments.moment(start, here)
            tell_planned(turn, member, tuple(shift.id for shift in own), own[0], when, circle)


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
    today = values.get("date") == here.date().isoformat()
    hours = [hour for hour in _HOURS.get(str(values.get("part")), ()) if not today or hour > here.hour]
    clocks = [f"{hour:02d}:00" for hour in hours]
    return tuple(Option(clock, "plan", {"kept": values, "start": clock}) for clock in clocks)


def _so_far(turn: Turn, values: Values) -> str:
    """What is known of the plan: "Koken, zaterdag 8 maart." """
    days = values.get("dates") or ([values["date"]] if values.get("date") and not values.get("rrule") else [])
    spoken = moments.listed(moments.day(date.fromisoformat(str(day)), turn.local().date()) for day in days)
    title = str(values.get("title") or values["what"]) if values.get("what") else ""
    known = ", ".join(part for part in (title, spoken) if part)
    return f"{moments.begin(known)}." if known else ""


DIALOG = Dialog(
    "plan", (Slot("what"), Slot("date", options=_days), Slot("time", options=_clocks)), _propose, _read, _so_far
)
CAPABILITY = Capability(
    "plan",
    {"plan_it": plan_it, "plan_change": plan_change},
    DIALOG,
    starts=("create_task", "create_series"),
)
