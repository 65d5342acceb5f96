"""What happens in a group chat. It is quiet there: a list that changes in its place, and a word to who speaks to us.

Everything else is said in private. Of who has not agreed nothing is kept, whatever they tap or type in a group.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import choices
from bot.delivery.reach import GONE, lost
from bot.groups.boards import refresh, untie
from bot.messages import Inbound, Kind
from bot.replies import owe_on_screen, owe_reply
from bot.saying import Option, Say
from bot.turn import Doors
from locales.nl.words import data
from locales.words import Words
from scheduling.care import FIRM
from scheduling.codes import hashed
from scheduling.groups import Group
from scheduling.memberships import CannotJoin, invite, lookup
from scheduling.people import Address, Circle, Member, Person, Standing
from scheduling.rights import Action, may
from storage.owing import lane_of
from storage.store import Store
from storage.turns import Owed, Question

QUIET = timedelta(hours=1)  # after a pointer to the private chat
BRIEFLY = timedelta(minutes=1)  # after an answer to a command that is meant for groups
ON_SCREEN = timedelta(seconds=30)  # so long an answer to a tap is waited for
TITLE = 60


@dataclass(frozen=True)
class Tap:
    """What somebody tapped in a group, as far as it still means something."""

    address: Address
    group: Group
    shift: int
    member: Member | None  # their active membership of the circle
    asked: bool = False  # they asked to come in and wait for an answer


def happened(store: Store, words: Words, doors: Doors, inbound: Inbound, now: datetime) -> list[Owed]:
    """Everything but a tap: commands, being added, being thrown out, another id."""
    if not store.is_new(inbound.channel, inbound.external_id, now):
        return []
    if inbound.kind == Kind.MOVED:
        moved = store.move_chat(inbound.channel, inbound.chat, inbound.text)
        if moved is not None and moved.circle is not None:
            refresh(store, moved, now)
        return []
    address = store.address_of(inbound.channel, inbound.chat)
    if inbound.kind == Kind.BLOCKED:
        if address is not None:
            lost(store, words, address, GONE, now)
        return []
    command = _command(inbound)
    if command is None:
        return []
    if address is None:
        address = store.add(Address(0, inbound.channel, inbound.chat))
    elif address.unreachable:
        address = store.change(address, unreachable="")
    return _Said(store, words, doors, inbound, now, address).to(command)


def _command(inbound: Inbound) -> str | None:
    """What is asked of us: "tie_group", "untie_group", or anything else that is meant for us; None for what is not."""
    if inbound.kind == Kind.UNBLOCKED:
        return "tie_group"
    if inbound.kind != Kind.TEXT or not (inbound.text.startswith("/") or inbound.addressed):
        return None
    word, _, rest = inbound.text.removeprefix("/").partition(" ")
    name = word.partition("@")[0].casefold()
    if name == "start" and rest.strip():  # as when we are added by a link of our own
        name = rest.strip().casefold()
    return str(data("intents")["commands"].get(name, ""))


@dataclass(frozen=True)
class _Said:
    """One thing that was said to us in a group."""

    store: Store
    words: Words
    doors: Doors
    inbound: Inbound
    now: datetime
    address: Address

    def to(self, command: str) -> list[Owed]:
        group = self.store.group_at(self.address.id)
        private, person = self._speaker()
        circles = [] if person is None else self._organised(person)
        tied = next((circle for circle in circles if group is not None and group.circle == circle.id), None)
        if command in ("tie_group", "untie_group") and self._nobody():
            return self._aloud("groups-anonymous", BRIEFLY)
        if command == "untie_group" and private and person and group and tied:
            untie(self.store, group, self.now)
            told = self.words(
                "groups-untied", formal=person.formal, group=f'"{group.title}"', count=1, recipient=tied.recipient
            )
            return [self._privately(private, person, Say(told))]
        if command != "tie_group":
            return self._aloud("groups-in-private", QUIET)
        if group is not None and group.circle is not None and tied is None:
            if private is not None and person is not None and circles:
                return [self._privately(private, person, Say(self._told(person, "groups-taken", group, circles[0])))]
            return self._aloud("groups-in-private", QUIET)
        if private is None or person is None or not circles:
            if self.inbound.kind == Kind.UNBLOCKED:
                return [owe_reply(self.store, self.address.id, Say(self.words("groups-hello")), self.now)]
            return self._aloud("groups-who-may", BRIEFLY)
        if tied is not None and group is not None:
            refresh(self.store, group, self.now)
            unbind = Option(self.words("button-untie"), "untie_group", {"circle": tied.id})
            say = Say(self._told(person, "groups-tied-already", group, tied), (unbind,), once=False)
            return [self._privately(private, person, say)]
        group = self._named(group)
        aloud = self._aloud("groups-asked", BRIEFLY, name=person.name)
        return [self._privately(private, person, self._confirm(person, group, circles)), *aloud]

    def _nobody(self) -> bool:
        """Whether an administrator writes as the group itself: it may be anybody."""
        return self.inbound.kind == Kind.TEXT and self.inbound.sender == self.inbound.chat

    def _speaker(self) -> tuple[Address | None, Person | None]:
        """The private chat of who speaks, and who that is, where they agreed."""
        private = self.store.address_of(self.inbound.channel, self.inbound.sender)
        if private is None or private.person is None:
            return None, None
        return private, self.store.person(private.person)

    def _organised(self, person: Person) -> list[Circle]:
        return [c for m, c in self.store.memberships_of(person.id) if may(m, Action.INVITE, c)]

    def _named(self, group: Group | None) -> Group:
        """The group by the name that it has now."""
        title = self.inbound.group[:TITLE]
        if group is None:
            return self.store.add(Group(0, self.address.id, title))
        return group if group.title == title else self.store.change(group, title=title)

    def _confirm(self, person: Person, group: Group, circles: list[Circle]) -> Say:
        key = "groups-confirm" if len(circles) == 1 else "groups-confirm-which"
        text = self._told(person, key, group, circles[0])
        if len(circles) == 1:
            yes = Option(self.words("button-tie"), "tie_group", {"group": group.id, "circle": circles[0].id}, "yes")
            options = [yes]
        else:
            options = [
                Option(circle.recipient[:20], "tie_group", {"group": group.id, "circle": circle.id})
                for circle in circles[:9]
            ]
        return Say(text, (*options, Option(self.words("button-no"), "fine", means="no")), about=group.title)

    def _told(self, person: Person, key: str, group: Group, circle: Circle) -> str:
        return self.words(key, formal=person.formal, group=group.title, recipient=circle.recipient)

    def _privately(self, private: Address, person: Person, say: Say) -> Owed:
        return owe_reply(self.store, private.id, say, self.now, lane_of(person.id, private.id))

    def _aloud(self, key: str, quiet: timedelta, **values: Any) -> list[Owed]:
        """A line in the group, where the last one is not too fresh."""
        spoken = self.address.last_in_at
        if spoken is not None and self.now - spoken < quiet:
            return []
        self.store.change(self.address, last_in_at=self.now)
        text = self.words(key, link=self.doors.telegram_chat or "none", **values)
        return [owe_reply(self.store, self.address.id, Say(text), self.now)]


# A tap on the list.


def tapped(store: Store, inbound: Inbound) -> Tap | None:
    """What was tapped and by whom; None where that list is no more."""
    address = store.address_of(inbound.channel, inbound.chat)
    group = None if address is None else store.group_at(address.id)
    option = None if address is None else _option(store, address, inbound.choice)
    if address is None or group is None or group.circle is None or option is None:
        return None
    private = store.address_of(inbound.channel, inbound.sender)
    person = None if private is None else private.person
    member = None if person is None else store.member_in(group.circle, person)
    standing = None if member is None else member.standing
    inside = member if standing == Standing.ACTIVE else None
    return Tap(address, group, int(option["values"]["shift"]), inside, standing == Standing.ASKING)


def _option(store: Store, address: Address, choice: str) -> dict[str, Any] | None:
    chosen = choices.tapped(choice)
    question = None if chosen is None else store.find(Question, chosen[0])
    if chosen is None or question is None or question.address != address.id or chosen[1] >= len(question.options):
        return None
    return question.options[chosen[1]]


def answer(store: Store, words: Words, doors: Doors, inbound: Inbound, tap: Tap | None, now: datetime) -> list[Owed]:
    """What the one who tapped sees on their own screen; nobody else does."""
    if tap is None:  # a list of a group that was let go, or of before it moved
        address = store.address_of(inbound.channel, inbound.chat)
        address = address or store.add(Address(0, inbound.channel, inbound.chat))
        return [on_screen(store, address, inbound, words("groups-tap-gone"), now)]
    if tap.member is not None:
        staffed = store.staffed(tap.shift)
        mine = None if staffed is None else staffed.of(tap.member.id)
        done = mine is not None and mine.part in FIRM
        text = words("groups-tap-done", name=tap.member.name) if done else words("groups-tap-private")
        return [on_screen(store, tap.address, inbound, text, now, alert=not done)]
    if tap.asked:
        return [on_screen(store, tap.address, inbound, words("groups-tap-wait"), now, alert=True)]
    link = f"{doors.telegram_chat}?start={_code(store, tap.group, now)}" if doors.telegram_bot else ""
    return [on_screen(store, tap.address, inbound, words("groups-tap-join"), now, alert=True, link=link)]


def apologise(store: Store, words: Words, inbound: Inbound, now: datetime) -> list[Owed]:
    """Something went wrong: a tap is answered, anything else in a group is not worth a line."""
    address = store.address_of(inbound.channel, inbound.chat) if inbound.tap else None
    return [] if address is None else [on_screen(store, address, inbound, words("fault"), now, alert=True)]


def _code(store: Store, group: Group, now: datetime) -> str:
    """The code with which people of this group ask to come in: an organiser lets them in, as with one on a wall."""
    try:
        lookup(store, group.code, now)
    except CannotJoin:
        organisers = store.organisers_of(group.circle or 0)
        if not organisers:
            return ""
        code = invite(store, organisers[0], now, on_wall=True)
        store.change(group, code=code)
        return code
    return group.code


def of_a_group(store: Store, code: str) -> bool:
    """Whether this is the code that people of a group get who tap there."""
    invited = store.invite_with(hashed(code)) if code else None
    return invited is not None and any(
        bool(group.code) and hashed(group.code) == invited.code_hash for group in store.groups_of(invited.circle)
    )


def on_screen(
    store: Store, address: Address, inbound: Inbound, text: str, now: datetime, *, alert: bool = False, link: str = ""
) -> Owed:
    """Owe an answer to a tap, to be shown over the chat for a moment; with `link` a private chat opens instead."""
    say = Say(text, secret=True)
    return owe_on_screen(store, address.id, say, now, ON_SCREEN, tap=inbound.tap, alert=alert, link=link)
