"""Not being able to come after all: responsible until another has it, and the program finds that other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation.following import away_otherwise
from bot.dialog import Capability, Values
from bot.plans.lately import touched
from bot.saying import Option, Say
from bot.shifts import finding, gaps
from bot.shifts.gaps import Filled
from bot.shifts.own_day import comes_later
from bot.turn import Instead, Turn
from bot.voices import for_whom, is_other
from locales.nl import contrasts, follows, moments, organisers, tasks
from locales.nl.handing import names_stand_in
from locales.nl.people import SPEAKER
from scheduling.asking import said_no
from scheduling.care import SETTLED, Assignment, Part, Series, Staffed
from scheduling.claims import ShiftGone, ShiftPast, free, want_out
from scheduling.people import Circle, Member
from scheduling.rights import Action, may
from scheduling.wishes import WishKind
from storage.turns import Question

SOON = timedelta(minutes=90)
AHEAD = timedelta(days=70)
ASKED_SINCE = timedelta(days=3)
SHOWN = 10
DAWN = 5  # the hour before which "morgen" may be the day that has begun
NOD = "nod"  # of an offer in what is only told: a bare "ok" to it is a nod, and takes nothing
Own = tuple[Staffed, Member, Circle]


def _said_at_night(turn: Turn, values: Values) -> Values | None:
    """ "Morgenochtend" said after midnight, by who has not slept yet: the morning that comes."""
    now, start = turn.local(), values.get("start")
    tomorrow = (now.date() + timedelta(days=1)).isoformat()
    if now.hour >= DAWN or not isinstance(start, str) or start[:10] != tomorrow or not follows.says_tomorrow(turn.text):
        return None
    today = now.date().isoformat()
    return {
        k: v.replace(tomorrow, today) if k in ("start", "end") and isinstance(v, str) else v for k, v in values.items()
    }


def release(turn: Turn, values: Values) -> None:
    """ "Ik kan donderdag toch niet". `shifts` are several at once, from a button that says so."""
    if not turn.places:
        turn.place({}, "release")
    if "assignment" in values:
        assignment = turn.store.find(Assignment, values["assignment"])
        values = {"shift": 0} if assignment is None else {"shift": assignment.shift, "who": str(assignment.member)}
    if not values.keys() & {"shift", "shifts", "who"}:
        comes_later(turn)
    if values.get("who") and names_stand_in(turn.text):
        raise Instead("take_over_request", {k: v for k, v in values.items() if k != "shift"})
    found, ahead = own_shifts(turn, values)
    if not found and ahead and (tonight := _said_at_night(turn, values)):
        found, _ = own_shifts(turn, tonight)
    if values.get("shifts"):
        found = [one for one in found if one[0].shift.id in values["shifts"]]
        if found:
            let_go(turn, found)
            return
    if not found and (other_days := away_otherwise(turn)) is not None:
        raise Instead("correction", other_days)
    just = touched(turn)
    if found and not values.get("who") and contrasts.refused_alone(turn.text, turn.local()):
        if all(one[0].shift.id in just for one in found):  # "oeps, zondag niet", right after taking it
            raise Instead("take_back", {"shifts": [one[0].shift.id for one in found]})
        _declined(turn, found)
        let_go(turn, found)
        return
    if len(found) > 1 and not {"what", "start", "end", "rrule", "from"} & {name for name in values if values[name]}:
        # "toch niet", right after taking one
        found = [one for one in found if one[0].shift.id in just] or found
        soon = [one for one in found if turn.now <= one[0].shift.start <= turn.now + SOON]
        found = soon if len(soon) == 1 else found  # "toch niet, auto start niet", just before it begins
    if not found and values.get("what") and values.get("start"):
        # "I cannot tomorrow, I have the pedicure": what was named is the reason.
        found, _ = own_shifts(turn, {k: v for k, v in values.items() if k != "what"})
        if len(found) == 1:
            staffed = found[0][0]
            sure = (
                turn.option("button-yes", "release", means="yes", shift=staffed.shift.id),
                turn.option("button-no", "fine", means="no"),
            )
            turn.say("release-meant", sure, about=_about(turn, found))
            return
    if not found and organisers.hands_over(turn.text) and (led := _organised(turn)):
        second = turn.option("button-let-arrange", "add_organiser", means="yes", circle=led.id)
        turn.say("release-organiser", (second, turn.option("button-no", "fine", means="no")), recipient=led.recipient)
        return
    what = str(values.get("what") or "")
    about = values.get("task") or (what if tasks.names_known(what) else "")
    if not found and about and not {"start", "end", "rrule", "from", "shift", "who"} & {k for k in values if values[k]}:
        # "Boodschappen kan ik niet meer": of no day in particular, so it is what suits them.
        raise Instead("wish", {"kind": WishKind.RATHER_NOT.value, "about": about, "who": [SPEAKER]})
    if not found and not ahead and len(others := [m for m, _ in for_whom(turn, values) if is_other(turn, m)]) == 1:
        turn.say("release-none-other", (turn.option("button-roster", "show_roster"),), name=others[0].name)
    elif not found:
        turn.say("release-none" if not ahead else "release-none-fits", (turn.option("button-mine", "show_mine"),))
    elif len(found) == 1 or "shift" in values:
        let_go(turn, found[:1])
    else:
        shown = found[:SHOWN]
        labels = finding.labels([s for s, _, _ in shown], shown[0][2].zone)
        options = tuple(
            Option(label, "release", {"shift": s.shift.id, "who": str(m.id)})
            for label, (s, m, _) in zip(labels, shown, strict=True)
        )
        lines = [f"{i}. {finding.line(s, c.zone)}" for i, (s, _, c) in enumerate(shown, 1)]
        turn.said.append(Say("\n".join([turn.word("release-which"), *lines]), options))


def _organised(turn: Turn) -> Circle | None:
    """The circle that who speaks organises, where it is one."""
    led = [circle for member, circle in turn.places if may(member, Action.SET_ROLE, circle)]
    return led[0] if len(led) == 1 else None


def own_shifts(turn: Turn, values: Values) -> tuple[list[Own], list[Staffed]]:
    """Those of one's own that fit what was said, and all that lie ahead."""
    own = for_whom(turn, values)
    ahead = turn.store.shifts_of_members([member.id for member, _ in own], turn.now, turn.now + AHEAD)
    found = finding.of_each(ahead, own, values, turn.now)
    return [(staffed, *place) for staffed, mine, place in found if mine.part not in SETTLED], ahead


def let_go(turn: Turn, found: list[Own]) -> None:
    """Somebody wants out of these: who stood by moves up, else others are asked at once; the organisers know."""
    out: list[Own] = []
    stood_by = known = False
    for staffed, member, circle in found:
        if not is_other(turn, member):
            turn.require(member, circle, Action.CLAIM)
        mine = staffed.of(member.id)
        if mine is not None and mine.part == Part.WANTS_OUT:
            known = True
            continue
        try:
            left = want_out(turn.store, staffed.shift.id, member, turn.now)
        except (ShiftGone, ShiftPast):
            continue
        if left.assignment.part == Part.RELEASED:
            stood_by = True
        else:
            out.append((staffed, member, circle))
    staffed, member, circle = (out or found)[0]
    about = _about(turn, out or found[:1])
    options = (turn.option("button-undo", "undo"),)
    if not out:
        if stood_by:
            turn.changed("release", about, circle)
            turn.say("release-reserve", options, about=about)
        elif known:
            turn.say("release-known", (turn.option("button-after-all", "claim", shift=staffed.shift.id),), about=about)
        else:
            turn.say("claim-past")
        return
    turn.changed("release", about, circle)
    name = _name(turn, member)
    filled = gaps.fill(turn, circle, [s for s, _, _ in out], but=member.id, by=name)
    theirs = [one for one in out if one[0].shift.id in filled.taken]
    others = [one for one in out if one[0].shift.id not in filled.taken]
    if is_other(turn, member) and member.person is not None:  # it was said for them
        turn.tell(member.person, "release-told-self", by=turn.someone.name, about=about, urgent=True)
    said = [_say_moved(turn, filled, theirs), _say_left(turn, filled, others)]
    turn.said.append(Say("\n".join(filter(None, said)), options, about=about))


def _say_moved(turn: Turn, filled: Filled, theirs: list[Own]) -> str:
    """What the one who goes hears of shifts that somebody moved up to; the organisers hear it too."""
    if not theirs:
        return ""
    _, member, circle = theirs[0]
    words: dict[str, Any] = {"about": _about(turn, theirs), **_who(filled)}
    who: dict[str, Any] = {"name": _name(turn, member), "recipient": circle.recipient}
    turn.tell_organisers(circle, "release-told-moved", but=filled.persons, **words, **who)
    return turn.word("release-moved-other" if is_other(turn, member) else "release-moved", **words, **who)


def _say_left(turn: Turn, filled: Filled, left: list[Own]) -> str:
    """The same of those that somebody is sought for."""
    if not left:
        return ""
    staffed, member, circle = left[0]
    about, asked = _about(turn, left), moments.listed(filled.asked) or "none"
    offer = turn.option("button-open", "show_open")
    if len(left) == 1:
        offer = turn.option("button-i-do-it", "claim", means=NOD, shift=staffed.shift.id)
    told: dict[str, Any] = {"name": _name(turn, member), "about": about, "recipient": circle.recipient, "asked": asked}
    turn.tell_organisers(circle, "release-told", (offer,), urgent=True, **told)
    key = "release-done-other" if is_other(turn, member) else "release-done"
    return turn.word(key, about=about, count=len(left), asked=asked, name=member.name)


def _who(filled: Filled) -> dict[str, Any]:
    """Who moved up, for the messages that say so."""
    return {"by": moments.listed(member.name for member in filled.members), "count": len(filled.members)}


def decline(turn: Turn, values: Values) -> None:
    """No to what somebody else put on one's name: never agreed to, so free at once; others are asked."""
    found, _ = own_shifts(turn, {"who": values.get("who") or ()})
    found = [one for one in found if one[0].shift.id in values["shifts"]]
    if not found:
        turn.say("own-visit-off")
        return
    for staffed, member, _ in found:
        mine = staffed.of(member.id)
        if mine is not None:
            free(turn.store, staffed, mine, turn.now)
    _end_habits(turn, found)
    staffed, member, circle = found[0]
    said_no(turn.store, circle.id, member, tuple(one[0].shift.id for one in found), turn.now)
    about = _about(turn, found)
    turn.changed("release", about, circle)
    filled = gaps.fill(turn, circle, [s for s, _, _ in found], but=member.id, by=_name(turn, member))
    turn.say("release-declined", (turn.option("button-undo", "undo"),), about=about)
    names: dict[str, Any] = {"name": _name(turn, member), "about": about, "recipient": circle.recipient}
    if len(filled.taken) == len(found):
        turn.tell_organisers(circle, "release-told-moved", but=filled.persons, **_who(filled), **names)
        return
    gaps.tell_filled(turn, circle, filled)
    offer = turn.option("button-open", "show_open")
    if len(found) == 1:
        offer = turn.option("button-i-do-it", "claim", means=NOD, shift=staffed.shift.id)
    asked = moments.listed(filled.asked) or "none"
    turn.tell_organisers(circle, "release-declined-told", (offer,), urgent=True, asked=asked, **names)


def _declined(turn: Turn, found: list[Own]) -> None:
    """A no to what somebody else put on one's name, and asks about still. Raises Instead; goes on where none is."""
    ids = {one[0].shift.id for one in found}
    for question in turn.store.questions_since((turn.address.id,), turn.now - ASKED_SINCE):
        for option in question.options if question.answered_at is None else ():
            if option["do"] == "decline" and ids <= set(option["values"]["shifts"]):
                raise Instead("decline", {**option["values"], "shifts": sorted(ids)})


def keep_some(turn: Turn, values: Values) -> None:
    """ "Ik kan alleen de 6e en de 13e": of what was put on one's name those days stay, and no to the others."""
    question = turn.store.find(Question, values["question"])
    options = question.options if question else []
    declined: Values = next((one["values"] for one in options if one["do"] == "decline"), {})
    found, _ = own_shifts(turn, {"who": declined.get("who") or ()})
    found = [one for one in found if one[0].shift.id in declined.get("shifts", ())]
    days = [one[0].shift.start.astimezone(ZoneInfo(one[2].zone)).date().isoformat() for one in found]
    left = [one for one, day in zip(found, days, strict=True) if day not in values["days"]]
    if question is None or not left or len(left) == len(found):
        raise Instead("unknown", {})
    turn.store.change(question, answered_at=turn.now)
    kept = [one for one in found if one not in left]
    turn.say("release-kept", about=_about(turn, kept))
    decline(turn, {**declined, "shifts": [one[0].shift.id for one in left]})


def _name(turn: Turn, member: Member) -> str:
    """Who cannot come, by name."""
    return member.name if is_other(turn, member) else turn.someone.name


def _end_habits(turn: Turn, found: list[Own]) -> None:
    """Who says no to a series that somebody put on their name does not get its new weeks either."""
    of_series: dict[int, list[Own]] = {}
    for one in found:
        of_series.setdefault(one[0].shift.series, []).append(one)
    for id, theirs in of_series.items():
        series = turn.store.get(Series, id)
        if len(theirs) > 1 and series.habit == theirs[0][1].id:
            turn.store.change(series, habit=None)


def _about(turn: Turn, found: list[Own]) -> str:
    return turn.about_all([staffed.shift for staffed, _, _ in found], found[0][2])


CAPABILITY = Capability("release", {"release": release, "decline": decline, "keep_some": keep_some})
