"""Tying a family's group to a circle, and taking it apart again; always in private."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.groups.boards import refresh, untie
from bot.saying import Option, Say
from bot.turn import Answered, Place, Turn
from locales.nl import moments
from scheduling.groups import Group
from scheduling.people import Circle
from scheduling.rights import Action, may


def tie(turn: Turn, values: Values) -> None:
    """The organiser's yes to what was asked after /koppel; without such a question, how it is done."""
    group = turn.store.find(Group, int(values.get("group") or 0), lock=True)
    if group is None:
        _how(turn)
        return
    member, circle = turn.place(values, "tie_group", action=Action.INVITE)
    if group.circle == circle.id:
        turn.say("groups-tied-already", (_unbind(turn, circle),), group=group.title, recipient=circle.recipient)
        return
    if group.circle is not None and not _organises(turn, group.circle):
        turn.say("groups-taken", group=group.title)
        return
    if group.circle is not None:
        untie(turn.store, group, turn.now)
        group = turn.store.get(Group, group.id)
    tied = turn.store.change(group, circle=circle.id, tied_by=member.id)
    refresh(turn.store, tied, turn.now)
    turn.say("groups-tied", (_unbind(turn, circle),), once=False, group=group.title, recipient=circle.recipient)
    turn.tell_organisers(circle, "groups-told", name=member.name, group=group.title, recipient=circle.recipient)


def _how(turn: Turn) -> None:
    turn.place({}, "tie_group", action=Action.INVITE)
    bot = turn.doors.telegram_chat
    turn.say("groups-how" if bot else "groups-no-telegram", link=f"{bot}?startgroup={turn.word('groups-command')}")


def loosen(turn: Turn, values: Values) -> None:
    """ "Ontkoppel de groep": the list there loses its buttons, nobody else notices."""
    _, circle = _where(turn, values)
    groups = turn.store.groups_of(circle.id)
    if not groups:
        turn.say("groups-none", recipient=circle.recipient)
        return
    for group in groups:
        untie(turn.store, group, turn.now)
    titles = moments.listed(f'"{group.title}"' for group in groups)
    turn.say("groups-untied", group=titles, count=len(groups), recipient=circle.recipient)


def _where(turn: Turn, values: Values) -> Place:
    """The circle meant: where several could be, those that have a group."""
    if values.get("circle") is None:
        tied = [p for p in turn.places if may(p[0], Action.INVITE, p[1]) and turn.store.groups_of(p[1].id)]
        if len(tied) == 1:
            return tied[0]
        if tied:
            options = tuple(Option(c.recipient[:20], "untie_group", {"circle": c.id}) for _, c in tied[:10])
            raise Answered(Say(turn.word("which-circle"), options))
    return turn.place(values, "untie_group", action=Action.INVITE)


def _organises(turn: Turn, circle: int) -> bool:
    place = turn.member_of(circle)
    return place is not None and may(place[0], Action.INVITE, place[1])


def _unbind(turn: Turn, circle: Circle) -> Option:
    return turn.option("button-untie", "untie_group", circle=circle.id)


CAPABILITY = Capability("groups", {"tie_group": tie, "untie_group": loosen})
