"""Days that change everything: somebody goes to hospital, comes home, or dies."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.consent import asked_first
from bot.messages import Attachment
from bot.saying import Option, Say
from bot.showing import Showing
from bot.turn import Turn
from locales.nl import alarms, moments, near
from locales.nl.time import parse
from scheduling.asking import keep_asking
from scheduling.people import Circle, CircleState, Member, Role, Standing
from scheduling.plans import FARTHEST
from scheduling.reminders import keep_all_reminders, let_go, out_of_quiet
from scheduling.rights import Action, may
from storage.turns import Owed

KEPT_LOG = timedelta(days=3650)
OVER = "pause_over"  # the kind of outbox row that asks whether it goes on
MORNING = time(9)


def pause(turn: Turn, values: Values) -> None:
    """ "Mama ligt in het ziekenhuis": offered, as everybody hears it."""
    if (near.says_taken_in(turn.text) or alarms.help_was_called(turn.text)) and _passed_on(turn, values):
        return
    if (circle := _in_state(turn, values, CircleState.ACTIVE)) is not None:
        end = _until(turn)
        until = {} if end is None else {"until": end.isoformat()}
        _sure(turn, circle, "pause", "button-not-pause", cannot_wait=near.says_taken_in(turn.text), **until)


def _passed_on(turn: Turn, values: Values) -> bool:
    """A helper says that who is cared for was taken to hospital: whoever arranges hears it, and can stop everything."""
    if not turn.places:
        return False
    member, circle = turn.place(values, "pause_circle")
    if may(member, Action.PAUSE, circle) or circle.state != CircleState.ACTIVE:
        return False
    options = (
        turn.option("button-pause", "pause_now", means="yes", circle=circle.id, cannot_wait=True),
        turn.option("button-not-pause", "fine", means="no"),
    )
    turn.tell_organisers(
        circle,
        "pause-reported",
        options,
        urgent=True,
        name=member.name,
        recipient=circle.recipient,
        about=circle.recipient,
    )
    names = moments.listed(m.name for m in turn.store.organisers_of(circle.id))
    turn.say("pause-passed-on", names=names)
    return True


def pause_now(turn: Turn, values: Values) -> None:
    """Everything stands still: nobody is asked or reminded, and everybody knows."""
    if (circle := _in_state(turn, values, CircleState.ACTIVE)) is not None:
        place = turn.place(values, "pause_circle", action=Action.PAUSE)
        if not values.get("cannot_wait") and asked_first(turn, place, "pause_now", values):
            return
        _move(
            turn, circle, CircleState.PAUSED, "pause", turn.option("button-resume", "resume_circle", circle=circle.id)
        )
        if values.get("until"):
            _ask_then(turn, circle, date.fromisoformat(str(values["until"])))


def resume(turn: Turn, values: Values) -> None:
    """ "Nel is weer thuis": everybody goes on where they were."""
    if (circle := _in_state(turn, values, CircleState.PAUSED)) is None:
        return
    if (back := _back_on(turn)) is not None:  # "Nel komt maandag thuis", said on Friday
        _ask_then(turn, circle, back)
        return
    _sure(turn, circle, "resume", "button-not-yet")


def _until(turn: Turn) -> date | None:
    """The day after what was said: "tot en met vrijdag", "tot maandag"; None where no end is."""
    here = turn.local()
    ends = [one.end.date() for one in parse(turn.text, here) if one.end and one.start is None and not one.rule]
    return ends[0] if ends and ends[0] > here.date() else None


def _back_on(turn: Turn) -> date | None:
    """The day to come on which who is cared for is home again: "maandag"; None where it is today, or none is said."""
    here = turn.local()
    days = [one.start.date() for one in parse(turn.text, here) if one.start and one.has_date and not one.rule]
    return days[0] if days and days[0] > here.date() else None


def _ask_then(turn: Turn, circle: Circle, day: date) -> None:
    """On that day the organisers are asked whether it goes on; until then everything stands still."""
    turn.store.unowe((OVER,), circle.id)
    at = datetime.combine(day, MORNING, ZoneInfo(circle.zone)).astimezone(UTC)
    for member in turn.store.organisers_of(circle.id):
        if member.person is not None:
            due = out_of_quiet(at, turn.store.person(member.person))
            turn.store.owe(OVER, due, person=member.person, subject=circle.id)
    turn.say("pause-until", recipient=circle.recipient, day=moments.day(day, turn.local(circle).date()))


def show_over(showing: Showing, owed: Owed) -> Say | None:
    """ "Is Nel weer thuis?": asked on the day that was said."""
    circle = showing.store.find(Circle, owed.subject or 0)
    mine = None if circle is None else showing.store.member_in(circle.id, showing.person.id)
    if circle is None or mine is None or circle.state != CircleState.PAUSED or not may(mine, Action.PAUSE, circle):
        return None
    options = (
        showing.option("button-resume", "resume_now", means="yes", circle=circle.id),
        showing.option("button-not-yet", "fine", means="no"),
    )
    return showing.say("pause-over", options, about=circle.recipient, recipient=circle.recipient)


def resume_now(turn: Turn, values: Values) -> None:
    """Reminders and asking go on."""
    if (circle := _in_state(turn, values, CircleState.PAUSED)) is not None:
        members = turn.store.members_of(circle.id)
        turn.store.unowe((OVER,), circle.id)
        keep = turn.option("button-roster", "show_roster", circle=circle.id)
        _move(turn, circle, CircleState.ACTIVE, "resume", keep)
        keep_all_reminders(turn.store, [member.id for member in members], turn.now)
        let_go(turn.store, [member.id for member in members], turn.now)
        for staffed in turn.store.roster_between(circle.id, turn.now, turn.now + FARTHEST):
            if staffed.shift.goes_on:  # the next time that all stands still, this does too
                turn.store.change(staffed.shift, goes_on=False)
        keep_asking(turn.store, circle.id, turn.now)


def _in_state(turn: Turn, values: Values, state: CircleState) -> Circle | None:
    """The circle, where it is in the state that this begins with; else that is said."""
    begins = state == CircleState.ACTIVE
    _, circle = turn.place(values, "pause_circle" if begins else "resume_circle", action=Action.PAUSE)
    if circle.state == state:
        return circle
    resume_it = (turn.option("button-resume", "resume_circle", circle=circle.id),)
    turn.say("pause-already" if begins else "pause-not-paused", resume_it if begins else (), recipient=circle.recipient)
    return None


def _sure(turn: Turn, circle: Circle, what: str, no: str, *, cannot_wait: bool = False, **kept: str) -> None:
    """`cannot_wait`: who is cared for is in hospital, and is told of it rather than asked."""
    at_once = {**kept, **({"cannot_wait": True} if cannot_wait else {})}
    options = (
        turn.option(f"button-{what}", f"{what}_now", means="yes", circle=circle.id, **at_once),
        turn.option(no, "fine", means="no"),
    )
    turn.say(f"{what}-confirm", options, recipient=circle.recipient)


def _move(turn: Turn, circle: Circle, state: CircleState, what: str, way: Option) -> None:
    turn.store.change(circle, state=state)
    turn.changed(what, circle.recipient, circle)
    _tell_all(turn, circle, f"{what}-told")
    turn.say(f"{what}-done", (way,), recipient=circle.recipient)


def close(turn: Turn, values: Values) -> None:
    """Somebody has died, or the circle is no longer needed."""
    _, circle = turn.place(values, "close_circle", action=Action.PAUSE)
    died = near.says_who_died(turn.text)  # then nobody is asked any more
    options = (
        turn.option("button-close", "close_now", means="yes", circle=circle.id, died=died),
        turn.option("button-not-close", "fine", means="no"),
    )
    turn.say("close-confirm", options, recipient=circle.recipient)


def close_now(turn: Turn, values: Values) -> None:
    """The circle ends gently: one last message, the log to keep, and then silence."""
    place = turn.place(values, "close_circle", action=Action.PAUSE)
    if not values.get("died") and asked_first(turn, place, "close_now", values):
        return
    circle = place[1]
    log = _log(turn, circle)
    files = (Attachment(turn.word("close-file"), "text/plain", log.encode()),) if log else ()
    turn.store.change(circle, state=CircleState.CLOSED)
    _tell_all(turn, circle, "close-told", died=bool(values.get("died")))
    turn.say("close-done-log" if files else "close-done", recipient=circle.recipient, attachments=files, secret=True)


def _log(turn: Turn, circle: Circle) -> str:
    lines = []
    for entry in turn.store.log_between(circle.id, turn.now - KEPT_LOG, turn.now + timedelta(minutes=1)):
        author = None if entry.author is None else turn.store.find(Member, entry.author)
        day = moments.day(entry.at.astimezone(turn.local(circle).tzinfo).date(), turn.local(circle).date())
        lines.append(f"{day}, {author.name if author else turn.word('roster-somebody')}: {entry.text}")
    return "\n".join(lines)


def _tell_all(turn: Turn, circle: Circle, key: str, *, died: bool = False) -> None:
    for member in turn.store.members_of(circle.id, Standing.ACTIVE):
        if member.person is None or member.person == turn.someone.id or (died and member.role == Role.RECIPIENT):
            continue
        own = f"{key}-recipient" if member.role == Role.RECIPIENT else key
        turn.tell(member.person, own, name=turn.someone.name, recipient=circle.recipient)


CAPABILITY = Capability(
    "pause",
    {
        "pause_circle": pause,
        "pause_now": pause_now,
        "resume_circle": resume,
        "resume_now": resume_now,
        "close_circle": close,
        "close_now": close_now,
    },
    shows={OVER: show_over},
)
