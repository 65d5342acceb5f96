"""Who is cared for and takes part decides along: asked first about who comes in, who goes,
who arranges along, a pause, and the end of it all.
"""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.turn import Place, Turn
from scheduling.people import Circle, Member, Role, Standing

LABELS = {
    "invite": "button-new-code",
    "invite_wall": "button-new-code",
    "remove_now": "button-remove",
    "close_now": "button-close",
    "make_organiser": "button-make-them-so",
    "pause_now": "button-pause",
}
"""What is asked first -> what the organiser then taps."""


def asked_first(turn: Turn, place: Place, do: str, values: Values, *, name: str = "", about: str = "") -> bool:
    """Whether the one cared for is asked before `do` is done with these values; then the turn is done.

    `name` is who comes or goes, "" where that was not said. Nobody is asked of whom we have no way to reach.
    """
    member, circle = place
    decides = _decides(turn, circle)
    if decides is None or decides.id in (member.id, values.get("agreed"), values.get("member")):
        return False
    assert decides.person is not None
    kept = {**{k: v for k, v in values.items() if k != "heard"}, "circle": circle.id}
    options = (
        turn.option("button-yes", "consent", means="yes", do=do, asker=member.id, values=kept, name=name),
        turn.option("button-rather-not", "consent", means="no", do="", asker=member.id, values={}, name=name),
    )
    key = f"consent-ask-{do.split('_')[0]}"
    turn.tell(decides.person, key, options, by=member.name, name=name or "none", about=about or name)
    turn.say("consent-asked", recipient=decides.name)
    return True


def _decides(turn: Turn, circle: Circle) -> Member | None:
    """The one cared for, where they joined and can be reached."""
    for member in turn.store.members_of(circle.id, Standing.ACTIVE):
        if member.role == Role.RECIPIENT and member.person is not None:
            ways = turn.store.addresses_of(member.person)
            return member if any(not way.unreachable for way in ways) else None
    return None


def answer(turn: Turn, values: Values) -> None:
    """They said yes or no: the organiser hears it, and does it then."""
    asker = turn.store.find(Member, int(values.get("asker") or 0))
    place = None if asker is None else turn.member_of(asker.circle)
    if asker is None or place is None or place[0].role != Role.RECIPIENT or asker.standing != Standing.ACTIVE:
        turn.say("consent-gone")
        return
    do, own = str(values.get("do") or ""), place[0]
    words = {"recipient": own.name, "name": str(values.get("name") or "none")}
    if not do:
        turn.say("consent-no-said", by=asker.name)
        turn.tell_member(asker, "consent-no", name=words["name"], recipient=words["recipient"])
        return
    go = turn.option(LABELS[do], do, means="yes", **{**dict(values["values"]), "agreed": own.id})
    turn.say("consent-yes-said", by=asker.name)
    if asker.person is not None:
        turn.tell(asker.person, "consent-yes", (go,), name=words["name"], recipient=words["recipient"])


CAPABILITY = Capability("consent", {"consent": answer})
