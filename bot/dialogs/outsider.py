"""A wish for somebody who has no circle here: nothing is done for who does have one before that is asked."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.dialog import Capability, Values
from bot.members import NEAR
from bot.saying import Option, Say
from bot.turn import Answered, Place, Turn
from bot.understanding import Intent
from locales.nl import moments, near, outsiders
from locales.nl.outsiders import Named
from scheduling.people import Role

SHOWN = 7
LONGEST = 20  # characters of a button
_PLANS = ("plan", Intent.CREATE_TASK, Intent.CREATE_SERIES, Intent.ASK_PERSON)
_ASKED = (
    *(*_PLANS, Intent.INVITE, Intent.ADD_PLACEHOLDER, Intent.CLAIM, Intent.CLAIM_MANY, Intent.CANCEL_TASK),
    *(Intent.EDIT_TASK, Intent.ASK_AROUND, Intent.ADD_ORGANISER),
)
_REFUSED = (
    *(Intent.CLOSE_CIRCLE, Intent.PAUSE_CIRCLE, Intent.RESUME_CIRCLE, Intent.LEAVE_CIRCLE, Intent.REMOVE_MEMBER),
    *(Intent.SHOW_ROSTER, Intent.SHOW_OPEN, Intent.WHO_IS_COMING, Intent.SHOW_LOG, Intent.SHOW_MEMBERS),
    *(Intent.SHOW_LOAD, Intent.SHOW_DONE, Intent.PROPOSE_ROSTER, Intent.IMPACT),
)

_WHOLE = (Intent.CLOSE_CIRCLE, Intent.PAUSE_CIRCLE, Intent.RESUME_CIRCLE)
"""What becomes of a whole circle, by the name of who it is for."""


def none_of_ours(turn: Turn, intent: str, values: Values) -> None:
    """Ends the turn where this is wished for somebody who has no circle here, asking for whom it is."""
    if intent not in (*_ASKED, *_REFUSED) or "circle" in values or not turn.places or not turn.text:
        return
    named = outsiders.cared_for(turn.text)
    known = _known(turn, whole=intent in _WHOLE) if named else []
    if any(outsiders.is_known(one.name, known) or _is_slip(one.name, known) for one in named):
        return
    one = named[0] if named else _other_kin(turn, intent)
    if one is None:
        return
    if intent in _REFUSED:
        mine = moments.listed(circle.recipient for _, circle in turn.places[:SHOWN])
        key = "outsider-died" if near.says_who_died(turn.text) else "outsider-none"
        raise Answered(Say(turn.word(key, name=_called(turn, one), mine=mine)))
    raise Answered(_for_whom(turn, intent, one))


def _other_kin(turn: Turn, intent: str) -> Named | None:
    """A father, where the circles are around a mother alone, and she is not named."""
    circles = [circle for _, circle in turn.places]
    if not all(circle.kinship for circle in circles) or any(turn.speaks_of(circle) for circle in circles):
        return None
    said = outsiders.kin_named(turn.text, anywhere=intent in _WHOLE)
    kinships = [circle.kinship for circle in circles]
    return said[0] if said and all(outsiders.are_others(one.kinship, kinships) for one in said) else None


def _called(turn: Turn, one: Named) -> str:
    """By name, or "je vader"."""
    return turn.word("outsider-kin", kinship=one.kinship) if one.name == one.kinship else one.name


def _for_whom(turn: Turn, intent: str, one: Named) -> Say:
    """The same wish said of who does have a circle, or a circle for this one."""
    places = [place for place in turn.places if place[0].role != Role.COORDINATOR][:SHOWN] or turn.places[:SHOWN]
    options = [_instead(turn, place, one, only=len(places) == 1) for place in places]
    if intent in _PLANS or intent == Intent.INVITE:
        label = turn.word("button-circle-for", name=_called(turn, one))
        label = label if len(label) <= LONGEST else turn.word("button-make-circle")
        wish = turn.text if len(turn.text.split()) > 3 else ""
        make = {"recipient": "" if one.name == one.kinship else one.name, "kinship": one.kinship, "wish": wish}
        options.append(Option(label, "make_circle", make))
    options.append(turn.option("button-no", "fine", means="no"))
    text = turn.word("outsider-which", name=_called(turn, one), count=len(places), mine=places[0][1].recipient)
    return Say(text, tuple(options))


def _instead(turn: Turn, place: Place, one: Named, *, only: bool) -> Option:
    recipient = place[1].recipient
    text = f"{turn.text[: one.begin]}{recipient}{turn.text[one.end :]}"
    return Option(turn.word("button-for", name=recipient)[:LONGEST], "reread", {"text": text}, "yes" if only else "")


def _known(turn: Turn, *, whole: bool) -> list[str]:
    """Whom and what the circles know by name; `whole`: who they are for alone."""
    circles = [circle for _, circle in turn.places]
    cared_for = [*(circle.recipient for circle in circles), *(c.kinship for c in circles if c.kinship)]
    if whole:
        return cared_for
    near = [circle.id for member, circle in turn.places if member.role != Role.COORDINATOR]
    members = [member.name for circle in near for member in turn.store.members_of(circle)]
    whats = [what for circle in near for what in turn.store.whats_of(circle)]
    return [*cared_for, *members, *whats]


def _is_slip(name: str, known: list[str]) -> bool:
    """Whether a name is nearly one that is known: "Fatma" is Fatima."""
    parts = {part.casefold() for one in known for part in one.split()}
    return any(fuzz.ratio(said.casefold(), part) >= NEAR for said in name.split() for part in parts)


CAPABILITY = Capability("outsider", {})
