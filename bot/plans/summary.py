"""A plan as it is read back before it counts."""

from __future__ import annotations

from datetime import date, timedelta

from bot.dialog import Values
from bot.plans import dividing, doers
from bot.turn import Turn
from locales.nl import moments
from locales.nl.rules import recurs_words, rule_words
from scheduling.people import Circle, CircleState, Member
from scheduling.plans import Draft
from scheduling.recurrence import occurrences, stretches

FAR = timedelta(days=800)  # where the first occurrence of a series is looked for


def summary(turn: Turn, values: Values, draft: Draft, circle: Circle, who: tuple[Member, ...]) -> str:
    """What, for whom, when, how long, with how many and by whom: "Koken voor Nel, elke dinsdag om 17:00, een uur." """
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
        days = moments.each_day([date.fromisoformat(day) for day in values["dates"]], here.date())
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
        sentences.append(without_days(turn, draft.without))
    if values.get("critical"):
        sentences.append(turn.word("plan-critical"))
    if who:
        sentences.append(turn.word("plan-who", **doers.spoken(turn, who)))
    if new := values.get("new_who"):
        sentences.append(turn.word(doers.new_key(turn, circle), who=moments.listed(new), doers=len(new)))
    shares, _ = dividing.parts_of(turn, values, (_own(turn, circle), circle), "plan")
    if shares:
        sentences.append(turn.word("plan-shares", shares=dividing.listed(turn, shares)))
    if circle.state == CircleState.PAUSED:
        sentences.append(turn.word("plan-goes-on", recipient=circle.recipient))
    return " ".join(sentences)


def _own(turn: Turn, circle: Circle) -> Member:
    place = turn.member_of(circle.id)
    assert place is not None
    return place[0]


def without_days(turn: Turn, without: str) -> str:
    """The first days that a series leaves out, so that a wrong holiday is seen before it counts."""
    ahead = [(first, last) for first, last in stretches(without) if last >= turn.local().date()]
    if not ahead:
        return turn.word("plan-without-none")
    named = moments.listed(moments.days(first, last) for first, last in ahead[:3])
    return turn.word("plan-without-more" if len(ahead) > 3 else "plan-without", days=named)


def so_far(turn: Turn, values: Values) -> str:
    """What is known of the plan: "Koken, zaterdag 8 maart." """
    days = values.get("dates") or ([values["date"]] if values.get("date") and not values.get("rrule") else [])
    spoken = moments.listed(moments.day(date.fromisoformat(str(day)), turn.local().date()) for day in days)
    title = str(values.get("title") or values["what"]) if values.get("what") else ""
    if values.get("rrule") and not spoken:
        spoken = recurs_words(str(values["rrule"]), turn.local())
    known = ", ".join(part for part in (title, spoken) if part)
    said = "plan-unplanned-first" if values.get("then") else "plan-unplanned"
    unplanned = f"{turn.word(said)} " if values.get("unplanned") else ""
    if values.get("then") and known and not unplanned:  # what was said with it comes next
        return turn.word("plan-first", what=known)
    return f"{unplanned}{moments.begin(known)}." if known else ""
