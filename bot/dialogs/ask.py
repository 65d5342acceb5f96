"""Being asked for help: privately, kindly, and a no needs no reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialog import Capability, Values
from bot.dialogs.claim import do_claim
from bot.dialogs.claim_many import claim_these
from bot.dialogs.relay import pass_on_added
from bot.saying import Option, Say
from bot.shifts import finding
from bot.showing import Showing
from bot.turn import Turn
from bot.voices import is_other
from locales.nl import moments
from locales.nl.gives import gives_words
from scheduling.asking import ASK, Answer, Ask, answered, wants_to_be_asked
from scheduling.care import Shift, ShiftState, Staffed, Task
from scheduling.people import Circle, Member
from scheduling.plans import happens
from scheduling.reminders import hears, out_of_quiet
from scheduling.rights import speaks_for
from storage.turns import Owed, Question

LATER = timedelta(hours=20)
LABEL = 20  # characters on a button


def show_ask(showing: Showing, owed: Owed) -> Say | None:
    """One person is asked for what is open still: one shift by a yes, several by their days."""
    store = showing.store
    ask = store.find(Ask, owed.subject or 0)
    member = None if ask is None else store.find(Member, ask.member)
    if ask is None or member is None or ask.answer in (Answer.YES, Answer.NO):
        return None
    if not member.present or hears(store, member) != owed.person:  # they left, or somebody else speaks for them now
        return None
    circle = store.get(Circle, member.circle)
    meant = "meant" in owed.payload or "text" in owed.payload  # somebody said to ask this, or it is sent once more
    wanted = [s for id in ask.shifts if (s := store.staffed(id)) and is_open(s, showing.now)]
    wanted = [s for s in wanted if happens(circle, s.shift)]
    wanted = [s for s in wanted if meant or store.get(Task, s.shift.task).ask]
    wanted = [s for s in wanted if wants_to_be_asked(showing.person, s.shift.what)]
    wanted = [s for s in wanted if not any(a.member == member.id for a in s.responsible)]
    if not wanted:
        return None
    of = {} if member.person is not None else {"of": member.id}  # so that a typed answer finds whose it is
    no = (
        showing.option("button-cannot", "ask_no", means="no", ask=ask.id, **of),
        showing.option("button-later", "ask_later", ask=ask.id),
    )
    gives = showing.text("ask-gives", **gives_words(circle.recipient, circle.gives)) if circle.gives else ""
    if len(wanted) == 1:
        return _one(showing, ask, member, circle, wanted[0].shift, no, gives)
    text = _several(showing, member, circle, wanted)
    labels = finding.labels(wanted, circle.zone)
    yes_to = tuple(
        Option(label, "ask_yes", {"ask": ask.id, "shift": s.shift.id}) for label, s in zip(labels, wanted, strict=True)
    )
    every = [s.shift.id for s in wanted]
    key = "button-both" if len(every) == 2 else "button-every-time"
    both = () if member.person is None else (showing.option(key, "ask_yes", means="all", ask=ask.id, shifts=every),)
    return Say(
        "\n".join([text, gives]).strip(), (*yes_to, *both, *no), once=False, about=_whose(member, circle.recipient)
    )


def _one(
    showing: Showing, ask: Ask, member: Member, circle: Circle, shift: Shift, no: tuple[Option, ...], gives: str
) -> Say:
    here = showing.local(showing.now, circle.zone)
    start = shift.start.astimezone(here.tzinfo)
    yes = showing.option("button-claim", "ask_yes", means="yes", ask=ask.id, shift=shift.id)
    if member.person is None:
        goes = showing.text("button-does", name=member.name)
        yes = replace(yes, label=goes if len(goes) <= LABEL else showing.text("button-can"))
    text = showing.text(
        "ask-one" if member.person is not None else "ask-one-other",
        **_names(showing, member),
        recipient=circle.recipient,
        what=shift.what,
        when=moments.near_moment(start, here),
        length=moments.length(int(shift.duration.total_seconds() // 60)),
    )
    return Say("\n".join([text, gives]).strip(), (yes, *no), once=False, about=_whose(member, moments.label(start)))


def _several(showing: Showing, member: Member, circle: Circle, wanted: list[Staffed]) -> str:
    """A series is one question: "welke dinsdagen kun jij?". Else the shifts on lines of their own."""
    starts = [s.shift.start.astimezone(showing.local(s.shift.start, circle.zone).tzinfo) for s in wanted]
    lengths = {int(s.shift.duration.total_seconds() // 60) for s in wanted}
    names = {**_names(showing, member), "recipient": circle.recipient}
    if member.person is None:
        return "\n".join([showing.text("ask-several-other", **names), *(finding.line(s, circle.zone) for s in wanted)])
    if len({s.shift.what for s in wanted}) == len({moments.clock(start) for start in starts}) == len(lengths) == 1:
        days = list(dict.fromkeys(moments.weekday(start.date()) for start in starts))
        return showing.text(
            "ask-series",
            what=wanted[0].shift.what,
            day=days[0] if len(days) == 1 else "several",
            clock=moments.clock(starts[0]),
            length=moments.length(lengths.pop()),
            **names,
        )
    return "\n".join([showing.text("ask-several", **names), *(finding.line(s, circle.zone) for s in wanted)])


def _whose(member: Member, about: str) -> str:
    """What two open questions are told apart by: somebody may be asked for who has no phone, and for themselves."""
    return about if member.person is not None else f"{member.name}, {about}"


def _names(showing: Showing, member: Member) -> dict[str, str]:
    """Who is spoken to, and for whom where that is somebody without a phone."""
    if member.person is not None:
        return {"name": member.name}
    voice = showing.store.find(Member, member.voice or 0)
    return {"name": showing.person.name if voice is None else voice.name, "other": member.name}


def is_open(staffed: Staffed, now: datetime) -> bool:
    """Whether it wants somebody still."""
    return staffed.shift.state == ShiftState.PLANNED and staffed.places_open > 0 and staffed.shift.start > now


def ask_yes(turn: Turn, values: Values) -> None:
    """[Ik doe het], to one of what was asked or to all of it; [Jan doet het] of who has no phone."""
    ask = _answer(turn, values, Answer.YES)
    member = None if ask is None else turn.store.get(Member, ask.member)
    if member is not None and member.person is None:
        do_claim(turn, {"shift": values.get("shift", 0), "who": [str(member.id)]})
    elif values.get("shifts") and member is not None:
        claim_these(turn, {"shifts": list(values["shifts"]), "circle": member.circle})
    else:
        do_claim(turn, {"shift": values.get("shift", 0)})
    if member is not None and values.get("shift") and (shift := turn.store.find(Shift, values["shift"])):
        circle = turn.store.get(Circle, member.circle)
        pass_on_added(turn, circle, turn.about(shift, circle))
    if values.get("unsure"):
        turn.say("ask-unsure", when=moments.begin(moments.listed(values["unsure"])))


def ask_which(turn: Turn, values: Values) -> None:
    """A bare yes to several at once: all of them, or which?"""
    asked = turn.store.get(Question, values["question"])
    options = [
        Option(**option) for option in asked.options if option["do"] == "ask_yes" and _still(turn, option["values"])
    ]
    ways = [replace(one, means="yes") if one.means == "all" else one for one in options]
    every_first = tuple(sorted(ways, key=lambda one: one.means != "yes"))
    turn.say("ask-which", every_first, name=turn.someone.name, count=len(ways) - 1)


def ask_others(turn: Turn, values: Values) -> None:
    """ "Het weekend niet": the other times are asked for, as nothing was said of those."""
    asked = turn.store.get(Question, values["question"])
    left = [Option(**asked.options[at]) for at in values["left"]]
    still = tuple(option for option in left if _still(turn, dict(option.values)))
    no = tuple(Option(**option) for option in asked.options if option["do"] in ("ask_no", "ask_later"))
    if not still:
        ask_no(turn, dict(no[0].values)) if no else turn.say("ask-no")
        return
    turn.store.change(asked, answered_at=turn.now)
    if len(still) == 1:
        still = (replace(still[0], means="yes"),)
    else:
        every = {"ask": still[0].values["ask"], "shifts": [option.values["shift"] for option in still]}
        key = "button-both" if len(still) == 2 else "button-every-time"
        still = (*still, turn.option(key, "ask_yes", means="all", **every))
    turn.said.append(Say(turn.word("ask-others", count=len(still)), (*still, *no), once=False, about=asked.about))


def _still(turn: Turn, values: Values) -> bool:
    """Whether what a button takes is open still; a button for all of it stays."""
    staffed = turn.store.staffed(values["shift"]) if values.get("shift") else None
    return staffed is None or is_open(staffed, turn.now)


def ask_no(turn: Turn, values: Values) -> None:
    """[Lukt niet]: no reason is asked, and nobody is told."""
    ask = _answer(turn, values, Answer.NO)
    member = None if ask is None else turn.store.get(Member, ask.member)
    if member is not None and is_other(turn, member):
        turn.say("ask-no-other", name=member.name)
    else:
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
    if ask is None or member is None or place is None or not speaks_for(place[0], member):
        return None
    return answered(turn.store, ask.id, member, answer, turn.now)


CAPABILITY = Capability(
    "ask",
    {"ask_yes": ask_yes, "ask_which": ask_which, "ask_others": ask_others, "ask_no": ask_no, "ask_later": ask_later},
    shows={ASK: show_ask},
)
