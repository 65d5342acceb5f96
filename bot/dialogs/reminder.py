"""Reminding people of a visit, and hearing whether they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation.choices import plain
from bot.dialog import Capability, Values
from bot.dialogs.relay import pass_on_added
from bot.dialogs.release import let_go
from bot.messages import Kind
from bot.saying import Say
from bot.shifts.own_visit import SOON, mine_near, name_of, none_near, own_visit, without_phone
from bot.showing import Showing
from bot.turn import Instead, Turn
from bot.voices import everybody
from locales.nl import moments
from locales.nl.minutes import arrives_in
from scheduling.care import Assignment, Part, Shift, ShiftState
from scheduling.claims import report
from scheduling.people import Circle, Member
from scheduling.reminders import REMINDER, keep_reminders
from scheduling.rights import Action, may
from scheduling.visits import Visit
from scheduling.watching import follow_up, needs_yes
from storage.turns import Owed

MOST_LATE = 4 * 60  # minutes
LABEL = 20  # characters on a button


def show_reminder(showing: Showing, owed: Owed) -> Say | None:
    """The one reminder of a visit: it goes with its first shift."""
    found = own_visit(showing.store, owed)
    if found is None:
        return None
    visit, parts, circle = found
    if visit.shifts[0].id != showing.store.get(Assignment, owed.subject or 0).shift or visit.end <= showing.now:
        return None
    here = showing.local(showing.now, circle.zone)
    start = visit.start.astimezone(here.tzinfo)
    minutes = round((visit.start - showing.now).total_seconds() / 60)
    when = (
        showing.text("reminder-now")
        if minutes <= 0
        else showing.text("reminder-in", length=moments.length(minutes))
        if minutes <= 120
        else moments.near_moment(start, here)
    )
    other = without_phone(showing.store, parts[0])
    going = showing.option("button-going", "going", means="yes", assignments=[p.id for p in parts])
    if other:
        goes = showing.text("button-goes", name=other)
        going = replace(going, label=goes if len(goes) <= LABEL else showing.text("button-comes"))
    of = {"of": parts[0].member} if other else {}  # so that a typed answer finds whose it is
    options = (going, showing.option("button-cannot", "cannot", means="no", assignments=[p.id for p in parts], **of))
    text = showing.text(
        "reminder-text",
        when=when,
        what=moments.listed(dict.fromkeys(s.what for s in visit.shifts)),
        recipient=circle.recipient,
        clock=moments.clock(start),
        far="no" if minutes <= 120 else "yes",
    )
    text = showing.text("reminder-for-other", name=other, text=text) if other else moments.begin(text)
    if needs_yes(visit.shifts[0], parts[0], showing.person, showing.now):
        text = f"{text} {showing.text('reminder-please')}"
    if parts[0].part == Part.WANTS_OUT:
        text = f"{text} {showing.text('reminder-nobody-yet')}"
    follow_up(showing.store, visit.shifts[0], parts[0], showing.person, showing.now)
    note = _handover(showing, circle, visit)
    return Say(f"{text}\n{note}" if note else text, options, once=False, about=moments.label(start))


def _handover(showing: Showing, circle: Circle, visit: Visit) -> str:
    """The last line that somebody left, where it is fresh and this person may read it."""
    member = showing.store.member_in(circle.id, showing.person.id)
    if member is None or not may(member, Action.READ_LOG, circle):
        return ""
    lines = showing.store.log_between(circle.id, showing.now - timedelta(days=2), showing.now)
    shared = [entry for entry in lines if not entry.private and entry.author != member.id]  # their own they know
    if not shared or visit.start - showing.now > SOON:
        return ""
    author = None if shared[-1].author is None else showing.store.find(Member, shared[-1].author)
    return showing.text(
        "reminder-handover", text=shared[-1].text, who=author.name if author else showing.text("roster-somebody")
    )


def going(turn: Turn, values: Values) -> None:
    """[Ik ga]."""
    found = [one for one in mine_near(turn, values) if one[0].shift.state == ShiftState.PLANNED]
    if not found and not values.get("shift") and not values.get("assignments"):  # "ben onderweg", of no button
        none_near(turn, values)
        return
    if not found:
        turn.say("own-visit-off")
        return
    if all(staffed.shift.end <= turn.now for staffed, _, _ in found):  # the button of a reminder of long ago
        ids = [assignment.id for _, assignment, _ in found]
        options = (
            turn.option("button-done", "done", means="yes", assignments=ids),
            turn.option("button-not-done", "not_done", means="no", assignments=ids),
        )
        about = moments.begin(turn.about(found[0][0].shift, found[0][2]))
        turn.say("reminder-over", options, once=False, about=about)
        return
    shift, mine, circle = found[0]
    if mine.part == Part.WANTS_OUT:
        plainly = turn.inbound.kind == Kind.TAP or plain(turn.text) == plain(turn.word("button-going"))
        if not plainly:  # a kind word to who thanked them for saying so is no going
            back = turn.option("button-after-all", "claim", shift=shift.shift.id)
            turn.say("release-known", (back,), about=turn.about(shift.shift, circle))
            return
        raise Instead("claim", {"shift": shift.shift.id, "who": [str(mine.member)]})
    for _, assignment, _ in found:
        if assignment.part == Part.CLAIMED:
            report(turn.store, assignment.id, Part.CONFIRMED, turn.now)
    if values.get("by"):  # who put it on their name hears that it suits
        about = turn.about(shift.shift, circle)
        turn.tell(int(values["by"]), "plan-accepted", name=name_of(turn, mine), recipient=circle.recipient, about=about)
    start = shift.shift.start.astimezone(ZoneInfo(circle.zone))
    here = turn.local(circle)
    today = "yes" if start.date() == here.date() else "no"
    if other := without_phone(turn.store, mine):
        turn.say("reminder-goes", name=other, recipient=circle.recipient)
        return
    turn.say("reminder-going", when=moments.near_moment(start, here), name=turn.someone.name, today=today)
    pass_on_added(turn, circle, turn.about(shift.shift, circle))


def cannot(turn: Turn, values: Values) -> None:
    """[Lukt niet] on a reminder: every shift of the visit is wanted."""
    found = mine_near(turn, values)
    if not found:
        turn.say("own-visit-off")
        return
    members = {member.id: member for member, _ in everybody(turn)}
    let_go(turn, [(staffed, members[mine.member], circle) for staffed, mine, circle in found])


def late(turn: Turn, values: Values) -> None:
    """ "Ben tien minuten later": whoever waits is told."""
    found = mine_near(turn, values, past=timedelta(hours=3))
    if not found:
        none_near(turn, values)
        return
    arrives = arrives_in(turn.text)
    start = found[0][0].shift.start
    if arrives is not None and turn.now < start and turn.now + timedelta(minutes=arrives) <= start:
        going(turn, {"assignments": [assignment.id for _, assignment, _ in found]})  # in time
        return
    minutes = int(values.get("minutes") or values.get("duration_min") or _until(values, found[0][0].shift, found[0][2]))
    if arrives is not None:
        minutes = max(5, round((turn.now + timedelta(minutes=arrives) - start).total_seconds() / 60))
    for staffed, assignment, _ in found:
        changed = turn.store.change(assignment, late_minutes=minutes)
        keep_reminders(turn.store, staffed.shift, changed, turn.now)
    staffed, _, circle = found[0]
    length = moments.length(minutes) if minutes else turn.word("reminder-a-little")
    turn.say("reminder-late" if minutes else "reminder-late-some", length=length)
    today = start.astimezone(ZoneInfo(circle.zone)).date() == turn.local(circle).date()
    what = staffed.shift.what if today else turn.about(staffed.shift, circle)
    names: dict[str, Any] = {"name": name_of(turn, found[0][1]), "length": length, "what": what}
    names["recipient"] = circle.recipient
    turn.tell_organisers(circle, "reminder-late-told", urgent=today, **names)
    for member in turn.store.members_of(circle.id):
        if member.role == "recipient" and member.person and member.person not in turn.told:
            turn.tell(member.person, "reminder-late-told", urgent=today, **names)


def _until(values: Values, shift: Shift, circle: Circle) -> int:
    """How many minutes after its beginning the clock time is that was said, 0 where it is none of that visit."""
    said = values.get("start")
    if not isinstance(said, str) or "T" not in said:
        return 0
    comes = datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(circle.zone))
    minutes = int((comes - shift.start).total_seconds() // 60)
    return minutes if 0 < minutes <= MOST_LATE else 0


CAPABILITY = Capability("reminder", {"going": going, "cannot": cannot, "late": late}, shows={REMINDER: show_reminder})
