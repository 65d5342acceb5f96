"""Asking for help in somebody's place: people hear it privately, kindly, and a no needs no reason."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import finding
from bot.dialog import Capability, Values
from bot.dialogs.claim import do_claim
from bot.saying import Option, Say
from bot.showing import Showing
from bot.turn import Turn
from locales.nl import moments
from locales.nl.rings import named_ring
from scheduling.asking import ASK, ASK_FAILED, HORIZON, RINGS, Answer, Ask, AskRound, answered
from scheduling.care import Shift, ShiftState, Staffed
from scheduling.people import Circle, CircleState, Member, Ring, Role, Standing
from scheduling.reminders import out_of_quiet
from scheduling.rights import Action
from storage.turns import Owed

LATER = timedelta(hours=20)


def show_ask(showing: Showing, owed: Owed) -> Say | None:
    """One person is asked for what is open still: one shift by a yes, several by their days."""
    store = showing.store
    ask = store.find(Ask, owed.subject or 0)
    member = None if ask is None else store.find(Member, ask.member)
    if ask is None or member is None or member.standing != Standing.ACTIVE or ask.answer in (Answer.YES, Answer.NO):
        return None
    circle = store.get(Circle, member.circle)
    if circle.state != CircleState.ACTIVE:
        return None
    wanted = [s for id in ask.shifts if (s := store.staffed(id)) and _is_open(s, showing.now)]
    if not wanted:
        return None
    here = showing.local(showing.now, circle.zone)
    no = (
        showing.option("button-cannot", "ask_no", means="no", ask=ask.id),
        showing.option("button-later", "ask_later", ask=ask.id),
    )
    if len(wanted) == 1:
        shift = wanted[0].shift
        yes = showing.option("button-claim", "ask_yes", means="yes", ask=ask.id, shift=shift.id)
        start = shift.start.astimezone(here.tzinfo)
        return showing.say(
            "ask-one",
            (yes, *no),
            once=False,
            about=moments.label(start),
            name=member.name,
            recipient=circle.recipient,
            what=shift.what,
            when=moments.near_moment(start, here),
            length=moments.length(int(shift.duration.total_seconds() // 60)),
        )
    labels = finding.labels(wanted, circle.zone)
    yes_to = tuple(
        Option(label, "ask_yes", {"ask": ask.id, "shift": s.shift.id}) for label, s in zip(labels, wanted, strict=True)
    )
    lines = [finding.line(s, circle.zone) for s in wanted]
    text = showing.text("ask-several", name=member.name, recipient=circle.recipient)
    return Say("\n".join([text, *lines]), (*yes_to, *no), once=False, about=circle.recipient)


def _is_open(staffed: Staffed, now: datetime) -> bool:
    return staffed.shift.state == ShiftState.PLANNED and staffed.places_open > 0 and staffed.shift.start > now


def show_failed(showing: Showing, owed: Owed) -> Say | None:
    """Nobody is left to ask: the organiser hears it once, with ways out."""
    if "shifts" not in owed.payload:  # rendered before, and sent again
        return Say.from_json(owed.payload)
    found = [s for id in owed.payload["shifts"] if (s := showing.store.staffed(id)) and _is_open(s, showing.now)]
    if not found:
        return None
    shift = found[0].shift
    circle = showing.store.get(Circle, shift.circle)
    again = showing.option("button-ask-again", "ask_again", circle=circle.id, shifts=[s.shift.id for s in found])
    if len(found) > 1:
        lines = "\n".join(f"- {finding.line(staffed, circle.zone)}" for staffed in found)
        both = (showing.option("button-open", "show_open", circle=circle.id), again)
        return showing.say("ask-failed-several", both, once=False, lines=lines, recipient=circle.recipient)
    here = showing.local(showing.now, circle.zone)
    when = moments.near_moment(shift.start.astimezone(here.tzinfo), here)
    options = (
        showing.option("button-i-do-it", "claim", shift=shift.id),
        showing.option("button-other-time", "edit_task", shift=shift.id),
        again,
    )
    return showing.say("ask-failed", options, once=False, about=shift.what, when=when, recipient=circle.recipient)


def ask_yes(turn: Turn, values: Values) -> None:
    """[Ik doe het]."""
    _answer(turn, values, Answer.YES)
    do_claim(turn, {"shift": values["shift"]})


def ask_no(turn: Turn, values: Values) -> None:
    """[Lukt niet]: no reason is asked, and nobody is told."""
    _answer(turn, values, Answer.NO)
    turn.say("ask-no")


def ask_later(turn: Turn, values: Values) -> None:
    """[Vraag me later]: once more tomorrow, or sooner where it is near."""
    ask = _answer(turn, values, Answer.LATER)
    if ask is None:
        turn.say("ask-no")
        return
    first = min(
        (s.start for id in ask.shifts if (s := turn.store.find(Shift, id)) and s.start > turn.now), default=None
    )
    if first is None:
        turn.say("claim-past")
        return
    again = out_of_quiet(min(turn.now + LATER, turn.now + (first - turn.now) / 2), turn.someone)
    turn.store.owe(ASK, again, person=turn.someone.id, subject=ask.id, useful_until=first)
    here = turn.local()
    turn.say("ask-later", when=moments.near_moment(again.astimezone(here.tzinfo), here))


def _answer(turn: Turn, values: Values, answer: Answer) -> Ask | None:
    ask = turn.store.find(Ask, values["ask"])
    member = None if ask is None else turn.store.find(Member, ask.member)
    place = None if member is None else turn.member_of(member.circle)
    if ask is None or member is None or place is None or place[0].id != member.id:
        return None
    return answered(turn.store, ask.id, member, answer, turn.now)


def ask_around(turn: Turn, values: Values) -> None:
    """ "Vraag het rond", perhaps "eerst de buren": begin at once."""
    _, circle = turn.place(values, "ask_around", action=Action.ASSIGN_OTHERS)
    found = turn.store.ask_round_of(circle.id) or turn.store.add(AskRound(0, circle.id))
    rings = list(found.rings)
    first = values.get("ring") or named_ring(turn.text)
    if first:
        rings = [first, *(ring for ring in RINGS if ring != first)]
    wanted = turn.store.open_shifts_between(circle.id, turn.now, turn.now + HORIZON)
    if not wanted:
        turn.say("ask-nothing-open", recipient=circle.recipient)
        return
    others = [m for m in turn.store.members_of(circle.id, Standing.ACTIVE) if m.role in (Role.HELPER, Role.PAID)]
    if not others:
        turn.say("ask-nobody-there", (turn.option("button-invite", "invite"),), recipient=circle.recipient)
        return
    turn.store.change(found, on=True, rings=tuple(rings), next_at=turn.now)
    turn.say(
        "ask-begun",
        (turn.option("button-ask-stop", "ask_stop", circle=circle.id),),
        count=len(wanted),
        ring=turn.word(f"ring-{Ring(rings[0])}"),
        what=wanted[0].shift.what,
        when=moments.moment(wanted[0].shift.start.astimezone(ZoneInfo(circle.zone)), turn.local(circle)),
    )


def ask_stop(turn: Turn, values: Values) -> None:
    """ "Stop met vragen"."""
    _, circle = turn.place(values, "ask_stop", action=Action.ASSIGN_OTHERS)
    found = turn.store.ask_round_of(circle.id) or turn.store.add(AskRound(0, circle.id))
    turn.store.change(found, on=False, next_at=None)
    turn.say("ask-stopped", (turn.option("button-ask-around", "ask_around", circle=circle.id),))


def ask_again(turn: Turn, values: Values) -> None:
    """Ask everybody once more, those who said no included."""
    _, circle = turn.place(values, "ask_around", action=Action.ASSIGN_OTHERS)
    found = turn.store.ask_round_of(circle.id)
    once_more = set(values.get("shifts") or ())
    for ask in turn.store.asks_since(found.id, turn.now - HORIZON) if found else ():
        if once_more & set(ask.shifts) and ask.answer in (Answer.NO, Answer.NONE):
            turn.store.change(ask, answer=Answer.AGAIN)
    if found is not None:
        turn.store.change(found, given_up=tuple(shift for shift in found.given_up if shift not in once_more))
    ask_around(turn, {"circle": circle.id})


def help_me_ask(turn: Turn, values: Values) -> None:
    """ "Help me vragen": the request in words that can be forwarded, for who finds asking hard."""
    _, circle = turn.place(values, "help_me_ask", action=Action.SEE_ROSTER)
    wanted = turn.store.open_shifts_between(circle.id, turn.now, turn.now + HORIZON)
    if not wanted:
        turn.say("ask-nothing-open", recipient=circle.recipient)
        return
    options = (turn.option("button-ask-around", "ask_around", circle=circle.id),)
    turn.say("ask-draft-intro", options)
    lines = "\n".join(f"- {finding.line(s, circle.zone)}" for s in wanted[:8])
    turn.say("ask-draft", recipient=circle.recipient, lines=lines, name=turn.someone.name)


CAPABILITY = Capability(
    "ask",
    {
        "ask_yes": ask_yes,
        "ask_no": ask_no,
        "ask_later": ask_later,
        "ask_around": ask_around,
        "ask_again": ask_again,
        "ask_stop": ask_stop,
        "help_me_ask": help_me_ask,
    },
    shows={ASK: show_ask, ASK_FAILED: show_failed},
)
