"""What somebody wants to plan, where it is on the roster already: taken, asked around or moved rather than doubled."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.dialogs.claim import do_claim
from bot.dialogs.expected import offered
from bot.members import names_on
from bot.plans.drafts import parts_of
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Answered, Place, Turn
from locales.nl import changing, kinds, moments, oneself, seeking
from locales.nl.time import parse
from scheduling.care import Staffed
from scheduling.people import Member
from scheduling.rights import Action, may

AHEAD = timedelta(days=56)
SHOWN = 4


def meet(turn: Turn, understood: Values, kept: Values) -> None:
    """End the turn with what is there already, where that is meant; `kept` is the plan, for who wants it anyway."""
    what, start = understood.get("what"), understood.get("start")
    if not isinstance(start, str) or understood.get("rrule") or understood.get("times"):
        return
    day, clock = parts_of(start)
    if not what:
        if seeking.asks_somebody(turn.text) and (found := [one for one in _there(turn, understood) if _is_open(one)]):
            _offer(turn, understood, found, kept)
        return
    if clock and changing.wants_other_time(turn.text):
        _move(turn, str(what), day, clock, kept)
    elif day and clock and not understood.get("people_needed"):
        same = [one for one in _there(turn, {"what": what, "start": start}) if _when(one)[:16] == start[:16]]
        if same:
            _offer(turn, understood, same, kept)
    elif day and not clock and not understood.get("end"):
        found = _there(turn, {"what": what, "start": day})
        if found:
            _offer(turn, understood, found, kept)


def _is_open(one: tuple[Staffed, Place]) -> bool:
    return bool(one[0].places_open)


def _there(turn: Turn, wanted: Values) -> list[tuple[Staffed, Place]]:
    """What is still to come of it, in any circle where this person may see all."""
    found: list[tuple[Staffed, Place]] = []
    for member, circle in turn.places:
        if not may(member, Action.PLAN, circle):
            continue
        begin, end = finding.window(wanted, circle.zone, turn.now, turn.now + AHEAD)
        roster = [s for s in turn.store.roster_between(circle.id, begin, end) if s.shift.start > turn.now]
        fits = finding.matching(roster, wanted, circle.zone, turn.now)
        if not fits and wanted.get("what"):  # "koken" where it is called "warm eten"
            dated = {name: said for name, said in wanted.items() if name != "what"}
            same = [one for one in roster if kinds.are_meals(str(wanted["what"]), one.shift.what)]
            fits = finding.matching(same, dated, circle.zone, turn.now)
        found += [(one, (member, circle)) for one in fits]
    return found


def asked_to_move(turn: Turn) -> bool:
    """ "Mag de kapper om 15 uur?", where nothing else was understood. False where it is none of that."""
    if not changing.wants_other_time(turn.text):
        return False
    times = [one for one in parse(turn.text, turn.local()) if one.kind in ("time", "datetime") and one.start]
    said = turn.text.casefold()
    named = [one for one in _there(turn, {}) if one[0].shift.what.casefold() in said]
    if len(times) != 1 or times[0].start is None or not named:
        return False
    start = times[0].start
    kept = {"what": named[0][0].shift.what, "title": named[0][0].shift.what, "time": f"{start:%H:%M}"}
    try:
        _move(turn, named[0][0].shift.what, turn.local().date().isoformat(), f"{start:%H:%M}", kept)
    except Answered as answer:
        turn.said.append(answer.say)
        return True
    return False


def _move(turn: Turn, what: str, day: str, clock: str, kept: Values) -> None:
    """ "Mogen de maaltijden om half 6?" is about those that are there."""
    there = _there(turn, {"what": what})
    on_day = [one for one in there if _when(one)[:10] == day]
    if not there or (day != turn.local().date().isoformat() and not on_day):
        return
    staffed, (_, circle) = (on_day or there)[0]
    start = staffed.shift.start.astimezone(ZoneInfo(circle.zone))
    if f"{start:%H:%M}" == clock:
        return
    options = (
        turn.option("button-yes-move", "edit_task", means="yes", shift=staffed.shift.id, new={"start": clock}),
        turn.option("button-something-new", "plan", means="no", kept=kept),
    )
    about = moments.begin(turn.about(staffed.shift, circle))
    raise Answered(Say(turn.word("already-move", about=about, clock=clock), options))


def _when(one: tuple[Staffed, Place]) -> str:
    return one[0].shift.start.astimezone(ZoneInfo(one[1][1].zone)).isoformat()


def _offer(turn: Turn, understood: Values, found: list[tuple[Staffed, Place]], kept: Values) -> None:
    """It is there that day: who wants it done by themselves has it, anybody else is asked what is meant."""
    staffed, (member, circle) = found[0]
    if oneself.will_do_it(turn.text) and may(member, Action.CLAIM, circle):
        said = {"shift": staffed.shift.id} if len(found) == 1 else {n: understood[n] for n in ("what", "start")}
        do_claim(turn, said)
        raise Answered(turn.said.pop())
    another = turn.option("button-one-more", "plan", kept=kept)
    if len(found) > 1 and all(map(_is_open, found)) and seeking.asks_somebody(turn.text):
        lines = [f"- {finding.line(one, place[1].zone)}" for one, place in found[:SHOWN]]
        ask = turn.option("button-ask-now", "ask_around", means="yes", circle=circle.id, quietly=True)
        raise Answered(Say("\n".join([turn.word("already-open-several"), *lines]), (ask, another)))
    if len(found) > 1:
        lines = [f"- {finding.line(one, place[1].zone)}: {_whose(turn, one)}" for one, place in found[:SHOWN]]
        leave = turn.option("button-leave-it", "fine", means="no")
        raise Answered(Say("\n".join([turn.word("already-several"), *lines]), (another, leave)))
    about = moments.begin(turn.about(staffed.shift, circle))
    if any(one.member == member.id for one in staffed.responsible):
        release = turn.option("button-find-other", "release", means="yes", shift=staffed.shift.id)
        leave = turn.option("button-leave-it", "fine", means="no")
        raise Answered(Say(turn.word("already-yours", about=about), (release, leave, another)))
    if not staffed.places_open:
        options = (_meaning(another, "yes"), turn.option("button-no", "fine", means="no"))
        raise Answered(Say(turn.word("already-taken", about=about, names=_whose(turn, staffed)), options))
    new = [str(name) for name in kept.get("new_who") or ()]
    if len(new) == 1:  # "Joke doet de fysio morgen", and nobody is called so
        asked = offered(turn, new[0], staffed, (member, circle), another)
        if asked is not None:
            raise Answered(asked)
    around: Values = {"circle": circle.id, "task": staffed.shift.task, "quietly": True}
    whom = [named for key in understood.get("who") or () if (named := _other(turn, str(key), member))]
    if len(whom) == 1:  # "kan Piet donderdag de dokter doen?"
        said = {"who": [str(whom[0].id)], "what": staffed.shift.what, "start": understood["start"], "circle": circle.id}
        one = turn.option("button-yes", "ask_person", means="yes", **said)
        every = turn.option("button-ask-all", "ask_around", **around)
        raise Answered(Say(turn.word("already-open-for", about=about, name=whom[0].name), (one, every, another)))
    ask = turn.option("button-ask-now", "ask_around", means="yes", **around)
    own = (turn.option("button-i-do-it", "claim", shift=staffed.shift.id),) if may(member, Action.CLAIM, circle) else ()
    raise Answered(Say(turn.word("already-open", about=about), (ask, *own, another)))


def _other(turn: Turn, key: str, speaker: Member) -> Member | None:
    """Who is named by this key, where that is another member of the circle."""
    found = turn.store.find(Member, int(key)) if key.isdigit() else None
    return found if found is not None and found.circle == speaker.circle and found.id != speaker.id else None


def _meaning(option: Option, means: str) -> Option:
    return Option(option.label, option.do, option.values, means)


def _whose(turn: Turn, staffed: Staffed) -> str:
    return names_on(turn.store, staffed) or turn.word("already-nobody")
