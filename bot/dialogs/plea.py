"""The request in words of one's own, for who finds asking hard."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Say
from bot.shifts import finding
from bot.turn import Turn
from bot.understanding import Context, understand
from locales.nl import moments
from locales.nl.gives import gives_words
from locales.nl.rings import asked_for
from scheduling.asking import HORIZON
from scheduling.people import Circle
from scheduling.rights import Action

LINES = 8


def help_me_ask(turn: Turn, values: Values) -> None:
    """ "Help me vragen": a text to forward, about what was named or about all that is open."""
    _, circle = turn.place(values, "help_me_ask", action=Action.SEE_ROSTER)
    if wish := asked_for(turn.text):
        values = {**understand(wish, Context(turn.local(circle), recipients=(circle.recipient,))).values, **values}
    opened = turn.store.open_shifts_between(circle.id, turn.now, turn.now + HORIZON)
    named = {name: values[name] for name in ("what", "start", "end") if values.get(name)}
    wanted = finding.matching(opened, named, circle.zone, turn.now) if named else opened
    wanted = wanted or (opened if not values.get("what") else [])
    here = turn.local(circle)
    who = f"{turn.word('plea-my')} {circle.kinship} {circle.recipient}" if circle.kinship else circle.recipient
    if not wanted and not values.get("what"):
        turn.say("plea-nothing", (turn.option("button-plan", "plan", means="yes"),))
        return
    if len(wanted) == 1:
        shift = wanted[0].shift
        draft = turn.word(
            "plea-one",
            who=who,
            what=shift.what,
            when=moments.moment(shift.start.astimezone(here.tzinfo), here),
            length=moments.length(int(shift.duration.total_seconds() // 60)),
        )
    elif wanted:
        lines = "\n".join(f"- {finding.line(s, circle.zone)}" for s in wanted[:LINES])
        draft = turn.word("plea-several", who=who, lines=lines)
    else:
        draft = turn.word("plea-bare", who=who, what=str(values["what"]))
    options = (turn.option("button-ask-around", "ask_around", circle=circle.id, quietly=True),) if wanted else ()
    turn.say("plea-intro" if wanted else "plea-intro-bare", options)
    turn.said.append(Say("\n".join([draft, *_gives(turn, circle), turn.word("plea-end", name=turn.someone.name)])))


def _gives(turn: Turn, circle: Circle) -> list[str]:
    return [turn.word("ask-gives", **gives_words(circle.recipient, circle.gives))] if circle.gives else []


CAPABILITY = Capability("plea", {"help_me_ask": help_me_ask})
