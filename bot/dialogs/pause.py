"""Days that change everything: somebody goes to hospital, comes home, or dies."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.messages import Attachment
from bot.turn import Turn
from locales.nl import moments
from scheduling.asking import keep_asking
from scheduling.people import Circle, CircleState, Member, Standing
from scheduling.reminders import keep_all_reminders
from scheduling.rights import Action

KEPT_LOG = timedelta(days=3650)


def pause(turn: Turn, values: Values) -> None:
    """ "Mama ligt in het ziekenhuis": offered, as everybody hears it."""
    _, circle = turn.place(values, "pause_circle", action=Action.PAUSE)
    if circle.state == CircleState.PAUSED:
        turn.say(
            "pause-already",
            (turn.option("button-resume", "resume_circle", circle=circle.id),),
            recipient=circle.recipient,
        )
        return
    options = (
        turn.option("button-pause", "pause_now", means="yes", circle=circle.id),
        turn.option("button-not-pause", "fine", means="no"),
    )
    turn.say("pause-confirm", options, recipient=circle.recipient)


def pause_now(turn: Turn, values: Values) -> None:
    """Everything stands still: nobody is asked or reminded, and everybody knows."""
    _, circle = turn.place(values, "pause_circle", action=Action.PAUSE)
    if circle.state != CircleState.ACTIVE:
        turn.say("pause-already", recipient=circle.recipient)
        return
    turn.store.change(circle, state=CircleState.PAUSED)
    turn.changed("pause", circle.recipient, circle)
    _tell_all(turn, circle, "pause-told")
    options = (turn.option("button-resume", "resume_circle", circle=circle.id),)
    turn.say("pause-done", options, recipient=circle.recipient)


def resume(turn: Turn, values: Values) -> None:
    """ "Nel is weer thuis": everybody goes on where they were."""
    _, circle = turn.place(values, "resume_circle", action=Action.PAUSE)
    if circle.state != CircleState.PAUSED:
        turn.say("pause-not-paused", recipient=circle.recipient)
        return
    options = (
        turn.option("button-resume", "resume_now", means="yes", circle=circle.id),
        turn.option("button-not-yet", "fine", means="no"),
    )
    turn.say("resume-confirm", options, recipient=circle.recipient)


def resume_now(turn: Turn, values: Values) -> None:
    """Reminders and asking go on."""
    _, circle = turn.place(values, "resume_circle", action=Action.PAUSE)
    if circle.state != CircleState.PAUSED:
        turn.say("pause-not-paused", recipient=circle.recipient)
        return
    turn.store.change(circle, state=CircleState.ACTIVE)
    members = turn.store.members_of(circle.id, Standing.ACTIVE)
    keep_all_reminders(turn.store, [member.id for member in members], turn.now)
    keep_asking(turn.store, circle.id, turn.now)
    turn.changed("resume", circle.recipient, circle)
    _tell_all(turn, circle, "resume-told")
    turn.say(
        "resume-done", (turn.option("button-roster", "show_roster", circle=circle.id),), recipient=circle.recipient
    )


def close(turn: Turn, values: Values) -> None:
    """Somebody has died, or the circle is no longer needed."""
    _, circle = turn.place(values, "close_circle", action=Action.PAUSE)
    options = (
        turn.option("button-close", "close_now", means="yes", circle=circle.id),
        turn.option("button-not-close", "fine", means="no"),
    )
    turn.say("close-confirm", options, recipient=circle.recipient)


def close_now(turn: Turn, values: Values) -> None:
    """The circle ends gently: one last message, the log to keep, and then silence."""
    _, circle = turn.place(values, "close_circle", action=Action.PAUSE)
    log = _log(turn, circle)
    files = (Attachment(turn.word("close-file"), "text/plain", log.encode()),) if log else ()
    turn.store.change(circle, state=CircleState.CLOSED)
    _tell_all(turn, circle, "close-told")
    turn.say("close-done-log" if files else "close-done", recipient=circle.recipient, attachments=files)


def _log(turn: Turn, circle: Circle) -> str:
    lines = []
    for entry in turn.store.log_between(circle.id, turn.now - KEPT_LOG, turn.now + timedelta(minutes=1)):
        author = None if entry.author is None else turn.store.find(Member, entry.author)
        day = moments.day(entry.at.astimezone(turn.local(circle).tzinfo).date(), turn.local(circle).date())
        lines.append(f"{day}, {author.name if author else turn.word('roster-somebody')}: {entry.text}")
    return "\n".join(lines)


def _tell_all(turn: Turn, circle: Circle, key: str) -> None:
    for member in turn.store.members_of(circle.id, Standing.ACTIVE):
        if member.person is not None and member.person != turn.someone.id:
            turn.tell(member.person, key, name=turn.someone.name, recipient=circle.recipient)


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
)
