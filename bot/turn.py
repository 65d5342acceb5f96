"""One turn as a capability sees it: who speaks, where, what is known, and what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.messages import Attachment, Inbound
from bot.saying import Drawing, Option, Say
from locales.nl import circles, moments, names, outsiders, tasks
from locales.nl.time import parse
from locales.words import Words
from scheduling.care import Shift
from scheduling.people import AMSTERDAM, Address, Circle, Member, Person, Role
from scheduling.reminders import hears, out_of_quiet
from scheduling.rights import Action, may
from storage.owing import lane_of
from storage.store import Store
from storage.turns import Change, Conversation

Place = tuple[Member, Circle]
"""Somebody's membership and its circle."""


OFFERED_FOR = timedelta(days=1)
FEW = 4  # times that are named one by one
_ABOUT_OTHERS = ("invite", "placeholder", "voice", "add_organiser")
"""Wishes that name people who are to help, not who is cared for."""


class Answered(Exception):
    """The turn ends here with this answer instead; what was written so far in it stays."""

    def __init__(self, say: Say) -> None:
        super().__init__("answered")
        self.say = say


class Instead(Exception):
    """Something else was meant than the intent that was heard: that is done, with these values."""

    def __init__(self, intent: str, values: Values) -> None:
        super().__init__(intent)
        self.intent, self.values = intent, values


@dataclass
class Doors:
    """Where people come in from outside, for invitations. The bot's name is learned from Telegram after the start."""

    telegram_bot: str = ""  # username of the bot, without @
    whatsapp_number: str = ""  # digits, international, without +
    public_url: str = ""

    @property
    def telegram_chat(self) -> str:
        """Where the private chat opens on Telegram; "" where there is no bot."""
        return f"https://t.me/{self.telegram_bot}" if self.telegram_bot else ""

    def whatsapp_chat(self, text: str) -> str:
        """Where a chat on WhatsApp opens with this text in it; "" where there is no number."""
        return f"https://wa.me/{self.whatsapp_number}?text={quote(text)}" if self.whatsapp_number else ""

    def links(self, code: str) -> list[str]:
        """Where this code opens the chat: t.me and wa.me, as far as they exist here."""
        on_telegram = f"{self.telegram_chat}?start={code}" if self.telegram_bot else ""
        return [link for link in (on_telegram, self.whatsapp_chat(code)) if link]


@dataclass
class Turn:
    """Collects what is said and changed; the engine commits it all together."""

    store: Store
    words: Words
    now: datetime
    inbound: Inbound
    address: Address
    conversation: Conversation
    person: Person | None
    doors: Doors = field(default_factory=Doors)
    text: str = ""  # what was written, as it is understood now
    said: list[Say] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    state: Values = field(default_factory=dict)  # becomes the conversation's state
    change: tuple[str, str, Circle | None] | None = None
    newest: int = 0  # the newest question that was on the table before
    wish: Values | None = None  # what is done, where what is said next may lean on it: {"do", "values"}
    whole: bool = True  # False: the dialog waits for an answer

    @property
    def someone(self) -> Person:
        """The person, who agreed. Raises LookupError before that (the engine asks agreement first)."""
        if self.person is None:
            raise LookupError("nobody agreed yet")
        return self.person

    @property
    def lane(self) -> int | None:
        """The order that messages to this person go in."""
        return lane_of(self.address.person, self.address.id)

    @property
    def formal(self) -> bool:
        """Whether this person is addressed with u."""
        return self.person is not None and self.person.formal

    @cached_property
    def places(self) -> list[Place]:
        """Every circle that the person is active in."""
        return [] if self.person is None else self.store.memberships_of(self.person.id)

    # Saying.

    def word(self, key: str, /, **values: Any) -> str:
        """A message as text, in this person's form of address."""
        return self.words(key, formal=self.formal, **values)

    def option(self, key: str, do: str, /, means: str = "", **values: Any) -> Option:
        """A button whose label is the message `key`."""
        return Option(self.words(key), do, values, means)

    def say(
        self,
        key: str,
        /,
        options: tuple[Option, ...] = (),
        *,
        once: bool = True,
        about: str = "",
        attachments: tuple[Attachment | Drawing, ...] = (),
        secret: bool = False,
        **values: Any,
    ) -> None:
        """Answer with a message."""
        text = self.word(key, about=about, **values)
        self.said.append(Say(text, options, once, about, attachments, secret=secret))

    def tell(
        self,
        person: int,
        key: str,
        /,
        options: tuple[Option, ...] = (),
        *,
        urgent: bool = False,
        of: Circle | None = None,
        whose: str = "",
        **values: Any,
    ) -> None:
        """Tell somebody else at their own address: now, or after their quiet hours where it is not urgent.

        What is of a circle goes to nobody who left it meanwhile, and not once it is closed. `whose` names for whom it
        is, where that is not who reads it.
        """
        other = self.store.find(Person, person)
        if other is None:  # forgotten since
            return
        due = self.now if urgent else out_of_quiet(self.now, other)
        text = self.words(key, formal=other.formal, **values)
        if whose:
            text = self.words("told-for", name=whose, text=text)
        say = Say(text, options, about=values.get("about", ""))
        self.store.owe("notice", due, person=person, subject=None if of is None else of.id, payload=say.as_json())
        self.told.append(person)

    def tell_member(self, member: Member, key: str, /, *, urgent: bool = False, **values: Any) -> None:
        """Tell a member, or who speaks for them; nobody where that is who says it, or was forgotten."""
        to = hears(self.store, member)
        if to is not None and to != self.someone.id:
            whose = "" if to == member.person else member.name
            self.tell(to, key, urgent=urgent, whose=whose, **values)

    def tell_organisers(
        self,
        circle: Circle,
        key: str,
        /,
        options: tuple[Option, ...] = (),
        *,
        urgent: bool = False,
        but: tuple[int, ...] = (),
        **values: Any,
    ) -> None:
        """Tell every organiser of a circle but the one who speaks and the persons of `but`."""
        known = (*but, 0 if self.person is None else self.person.id)
        for member in self.store.organisers_of(circle.id):
            if member.person is not None and member.person not in known:
                self.tell(member.person, key, options, urgent=urgent, of=circle, **values)

    # Where and when.

    def place(self, values: Values, do: str, *, action: Action | None = None) -> Place:
        """The circle meant: said, named, the only one, or asked for (`do` goes on then)."""
        places = self.places
        if not places:
            raise Answered(self._no_circle(do))
        if values.get("circle") is not None:  # a button of one circle never acts on another
            return self._the_very(int(values["circle"]), action)
        if action is not None:
            allowed = [place for place in places if may(place[0], action, place[1])]
            places = allowed or places
        named = self._named(places)
        places = named or self._not_of_another(places)
        spoken_of = [place for place in places if place[1].id == self.conversation.circle]
        found = places if len(places) == 1 else []
        found = found or self._of_whom(places, values.get("who") or ()) or spoken_of
        if not found:
            options = tuple(
                Option(circle.recipient[:20], do, {**values, "circle": circle.id}) for _, circle in places[:10]
            )
            raise Answered(Say(self.word("which-circle"), options))
        member, circle = found[0]
        if action is not None:
            self.require(member, circle, action)
        self.conversation = replace(self.conversation, circle=circle.id)
        return member, circle

    def _named(self, places: list[Place]) -> list[Place]:
        """Those of these places whose circle is for who is named, the most plainly."""
        how = [circles.plainly_named(self.text, circle.recipient, circle.kinship) for _, circle in places]
        return [place for place, plainly in zip(places, how, strict=True) if plainly and plainly == max(how)]

    def _not_of_another(self, places: list[Place]) -> list[Place]:
        """Those that may be for who is named by kinship, or all: "oma" is no father."""
        said = outsiders.kin_named(self.text, anywhere=False) if len(places) > 1 else []
        kin = [one.kinship for one in said]
        left = [p for p in places if not p[1].kinship or not all(outsiders.are_others(k, [p[1].kinship]) for k in kin)]
        return left if kin and left else places

    def _of_whom(self, places: list[Place], who: object) -> list[Place]:
        """The one of these places whose circle has the members that are named."""
        said = [who] if isinstance(who, str) else who if isinstance(who, list | tuple) else ()
        members = [self.store.find(Member, int(one)) for one in said if str(one).isdigit()]
        circles = {member.circle for member in members if member is not None}
        found = [place for place in places if place[1].id in circles]
        return found if len(found) == 1 else []

    def _the_very(self, circle: int, action: Action | None) -> Place:
        place = self.member_of(circle)
        if place is None:
            raise Answered(Say(self.word("circle-gone")))
        if action is not None:
            self.require(*place, action)
        self.conversation = replace(self.conversation, circle=circle)
        return place

    def _no_circle(self, do: str) -> Say:
        """The way to a circle; where the person said for whom, a yes makes it. What they wanted is kept until then."""
        if names.is_self(self.text) and self.person is not None and "circle" not in self.state.get("dialog", ""):
            raise Instead("make_circle", {"recipient": self.person.name})
        found = names.recipient_in(self.text if do not in _ABOUT_OTHERS else "")
        offered = self._circle_offered()
        if not found.name and offered is not None:  # "voor mijn vader Henk", said a moment ago
            found = names.Recipient(str(offered["recipient"]), str(offered.get("kinship") or ""))
        wish = self.text if len(self.text.split()) > 2 and self._can_be_taken_up(do) else ""
        volunteers_for = [] if self.person is None else self.store.organisations_of(self.person.id)
        if volunteers_for and not found.name:
            own, organisation = volunteers_for[0]
            key = "no-circle-coordinator" if own.role == Role.ORGANISER else "no-circle-volunteer"
            return Say(self.word(key, organisation=organisation.recipient), self.circle_ways())
        if not found.name and wish:
            self.begin("circle", {"wish": wish, "kin": "no"}, "recipient")
            code = (self.option("button-have-code", "join"),)
            return Say(self.word("no-circle-wish"), code, dialog="circle")
        if not found.name:
            return Say(self.word("no-circle"), self.circle_ways(), dialog="circle")
        make = self.option(
            "button-make-circle", "make_circle", means="yes", recipient=found.name, kinship=found.kinship, wish=wish
        )
        return Say(self.word("no-circle-for", recipient=found.name), (make, self.circle_ways()[1]), dialog="circle")

    def _can_be_taken_up(self, do: str) -> bool:
        """Whether what was said can be done once there is a circle: "ik wil hulp regelen" is that circle itself."""
        taking = do in ("claim", "claim_many") and self.state.get("dialog") == "circle"  # to be planned for oneself
        plans = (do == "plan" or taking) and (tasks.names_known(self.text) or bool(parse(self.text, self.local())))
        return plans or do in _ABOUT_OTHERS

    def _circle_offered(self) -> Values | None:
        """For whom a circle was offered to be made, where that stands open; None where it is not known."""
        for question in self.store.questions_since((self.address.id,), self.now - OFFERED_FOR):
            for option in question.options if question.answered_at is None else ():
                if option["do"] == "make_circle" and option["values"].get("recipient"):
                    return dict(option["values"])
        return None

    def circle_ways(self) -> tuple[Option, Option]:
        """What somebody without a circle can do."""
        return (
            self.option("button-make-circle", "make_circle", means="yes", **(self._circle_offered() or {})),
            self.option("button-have-code", "join"),
        )

    @property
    def organises(self) -> bool:
        """Whether this person organises any circle."""
        return any(member.role == Role.ORGANISER for member, _ in self.places)

    def require(self, member: Member, circle: Circle, action: Action) -> None:
        """Ends the turn with a kind word where this member may not do this."""
        if not may(member, action, circle):
            raise Answered(Say(self.word(f"may-not-{action.value.replace('_', '-')}", recipient=circle.recipient)))

    def member_of(self, circle: int) -> Place | None:
        """This person's own place in a circle, or None where they have none (any more)."""
        return next((place for place in self.places if place[1].id == circle), None)

    def about(self, shift: Shift, circle: Circle) -> str:
        """What and when, in words that stay true: for what others read later, and for undo."""
        start = shift.start.astimezone(ZoneInfo(circle.zone))
        return f"{shift.what}, {moments.moment(start, self.local(circle))}"

    def about_all(self, shifts: Sequence[Shift], circle: Circle) -> str:
        """The same of several: when each is where they are few, else how many and from when on; of different things on
        one day when the first is."""
        names = dict.fromkeys(shift.what for shift in shifts)
        starts = sorted(shift.start.astimezone(ZoneInfo(circle.zone)) for shift in shifts)
        what, when = moments.listed(names), moments.moment(starts[0], self.local(circle))
        if len(names) == len(shifts) and len({start.date() for start in starts}) == 1:
            return f"{what}, {when}"
        if 1 < len(names) == len(shifts) <= FEW:
            ordered = sorted(shifts, key=lambda shift: shift.start)
            labels = (moments.label(shift.start.astimezone(ZoneInfo(circle.zone))) for shift in ordered)
            return moments.listed(f"{shift.what} {at}" for shift, at in zip(ordered, labels, strict=True))
        each = self.each_time(shifts, circle)
        return f"{what}, {each}" if each else self.word("about-several", what=what, count=len(shifts), when=when)

    def each_time(self, shifts: Sequence[Shift], circle: Circle) -> str:
        """When each of these is, where they are few and of one thing; else ""."""
        starts = sorted(shift.start.astimezone(ZoneInfo(circle.zone)) for shift in shifts)
        if len(starts) > FEW or len({shift.what for shift in shifts}) > 1:
            return ""
        return (
            moments.listed(map(moments.label, starts))
            if len(starts) > 1
            else moments.moment(starts[0], self.local(circle))
        )

    def local(self, circle: Circle | None = None) -> datetime:
        """Now, on the circle's clock."""
        zone = circle.zone if circle else self.person.zone if self.person else AMSTERDAM
        return self.now.astimezone(ZoneInfo(zone))

    def speaks_of(self, circle: Circle) -> bool:
        """Whether what was written names who this circle is for."""
        return bool(circles.plainly_named(self.text, circle.recipient, circle.kinship))

    # Remembering.

    def begin(self, dialog: str, values: Values, asked: str, *, until: datetime | None = None) -> None:
        """Wait for an answer to this question of this dialog, no longer than `until`."""
        self.state = {"dialog": dialog, "values": values, "asked": asked}
        if until is not None:
            self.state["until"] = until.isoformat()

    def changed(self, what: str, about: str, circle: Circle | None = None) -> None:
        """Offer this turn's changes for undo; `what` names them (message `undo-<what>`), `about` says of what."""
        self.change = (what, about, circle)

    def change_to_keep(self) -> Change | None:
        """The change row of this turn."""
        if self.change is None or self.person is None or not self.store.images:
            return None
        what, about, circle = self.change
        told = sorted(set(self.told) - {self.person.id})
        return Change(
            0, self.person.id, self.now, what, self.store.images, told, about, None if circle is None else circle.id
        )
