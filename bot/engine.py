"""One turn from start to finish: understood as a pure step, then done and committed in one short transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

import structlog

from bot.acting import Acting
from bot.arriving import arrive, scene_at
from bot.conversation.following import noted
from bot.conversation.hearing import hear
from bot.conversation.scene import Heard, Scene
from bot.conversation.waiting import WAITING, to_do_next
from bot.delivery.reach import WHOSE, lost
from bot.dialog import Capability
from bot.dialogs.optout import remind
from bot.faults import place_of
from bot.groups import chat as groups
from bot.groups.boards import keep_boards
from bot.messages import VIEW, Inbound, Kind
from bot.replies import owe_reply
from bot.saying import Say
from bot.shifts.marks import keep_marks
from bot.turn import Answered, Doors, Turn
from locales.words import Words
from scheduling.people import Address
from storage.base import Stale
from storage.database import Database, DatabaseUnavailable
from storage.owing import lane_of
from storage.store import Store
from storage.turns import Conversation, Owed

log = structlog.get_logger()

TRIES = 5


@dataclass(frozen=True)
class Engine:
    """The brain behind every channel."""

    database: Database
    capabilities: Mapping[str, Capability]
    words: Words
    doors: Doors = field(default_factory=Doors)
    strict: bool = False  # in tests: a fault is raised, not survived

    @cached_property
    def _acting(self) -> Acting:
        return Acting(self.capabilities)

    def handle(self, inbound: Inbound, now: datetime) -> list[Owed]:
        """Do one turn and return the replies, committed and claimed for the caller. A repeated message gives [].

        Raises DatabaseUnavailable, with nothing changed.
        """
        for _ in range(TRIES):
            try:
                return self._in_group(inbound, now) if inbound.group else self._turn(inbound, now)
            except Stale:
                continue
            except DatabaseUnavailable:
                raise
            except Exception as error:
                if self.strict:
                    raise
                # What somebody wrote may stand in the error's text: its kind and place are enough.
                log.error("turn_failed", error=type(error).__name__, at=place_of(error))
                break
        else:
            log.error("turn_failed", error="Stale")
        return self._apologise(inbound, now)

    def _in_group(self, inbound: Inbound, now: datetime) -> list[Owed]:
        """Quiet but for a few lines; what a tap on the list leads to is said to that person alone."""
        if inbound.kind != Kind.TAP:
            with self.database.writing() as store:
                return groups.happened(store, self.words, self.doors, inbound, now)
        with self.database.reading() as store:
            tap = groups.tapped(store, inbound)
        replies = []
        if tap is not None and tap.member is not None:
            own = replace(inbound, chat=inbound.sender, group="", choice="", message="")
            replies = self._turn(own, now, Heard("claim", {"shift": tap.shift}))
            if not replies:  # heard before
                return []
        with self.database.writing() as store:
            if not replies and not store.is_new(inbound.channel, inbound.external_id, now):
                return []
            return [*groups.answer(store, self.words, self.doors, inbound, tap, now), *replies]

    def _apologise(self, inbound: Inbound, now: datetime) -> list[Owed]:
        """Nothing of the turn was kept; say so, rather than nothing."""
        with self.database.writing() as store:
            if not store.is_new(inbound.channel, inbound.external_id, now) or inbound.kind in _DOOR:
                return []
            if inbound.group:
                return groups.apologise(store, self.words, inbound, now)
            address, _ = arrive(store, self.words, inbound, now)
            lane = lane_of(address.person, address.id)
            return [owe_reply(store, address.id, Say(self.words("fault")), now, lane)]

    def _turn(self, inbound: Inbound, now: datetime, given: Heard | None = None) -> list[Owed]:
        """`given` is what is meant where that is known already."""
        with self.database.reading() as store:
            scene = scene_at(store, inbound, now)
        heard = given or hear(inbound, scene, now)
        with self.database.writing() as store:
            if not store.is_new(inbound.channel, inbound.external_id, now):
                return []
            if inbound.kind == Kind.BLOCKED:
                left = store.address_of(inbound.channel, inbound.chat)
                if left is not None:
                    lost(store, self.words, left, "blocked", now)
                return []
            address, conversation = arrive(store, self.words, inbound, now)
            if scene.conversation is None or scene.conversation.version != conversation.version:
                scene = scene_at(store, inbound, now)
                heard = given or hear(inbound, scene, now)
            owed, waiting = self._done(store, inbound, now, scene, heard, (address, conversation))
            while waiting:  # what was wished besides is a turn of its own
                inbound = replace(inbound, kind=Kind.TEXT, text=waiting.pop(0), choice="")
                address, conversation = arrive(store, self.words, inbound, now)
                scene = scene_at(store, inbound, now)
                heard = hear(inbound, scene, now)
                more, held = self._done(store, inbound, now, scene, heard, (address, conversation), waiting)
                owed, waiting = owed + more, held
            return owed

    def _done(
        self,
        store: Store,
        inbound: Inbound,
        now: datetime,
        scene: Scene,
        heard: Heard,
        here: tuple[Address, Conversation],
        besides: Sequence[str] = (),
    ) -> tuple[list[Owed], list[str]]:
        """Do what was heard: the replies, and what was wished besides (some of it before) that can be done now."""
        address, conversation = here
        store.images = []
        person = None if address.person is None else store.person(address.person)
        # Who chose from a question of long ago answers it still, and an invitation waits for its answer.
        asked = scene.conversation if person is not None and heard.question is None else None
        state = dict((asked or conversation).state)
        turn = Turn(store, self.words, now, inbound, address, conversation, person, self.doors, heard.text, state=state)
        turn.newest = max((question.id for question in scene.questions), default=0)
        try:
            self._acting.act(turn, heard)
        except Answered as answer:
            turn.said.append(answer.say)
        if person is not None and not (scene.conversation or conversation).state and turn.state == conversation.state:
            turn.state = {}  # what was asked long ago waits for nothing
        if heard.intent != "emergency":  # then that alone is read
            remind(turn)
        if person is None and turn.person is not None:
            label = "" if heard.question is None else str(heard.question.options[heard.index]["label"])
            store.consent(address.id, now, given=True, text=label or turn.text)
        # What could only be announced follows, save what was answered just now; and once it is clear whose this is.
        if turn.address.unreachable != WHOSE:
            store.bring(address.id, now, but=None if heard.question is None else heard.question.outbox)
        waiting = to_do_next(turn, heard, besides or state.get(WAITING, ()))
        return self._keep(turn), waiting

    def _keep(self, turn: Turn) -> list[Owed]:
        store, now = turn.store, turn.now
        keep_marks(store, store.images, now)
        change = turn.change_to_keep()
        undo = {} if change is None else {"change": store.add(change).id}
        # `place` may have noted the circle on a copy: the row itself has changed nowhere else in this turn.
        # Who only looks has not spoken: a bare "ja" still answers what was asked before.
        talk, looks = turn.conversation, turn.inbound.choice == VIEW
        spoke, lately = (talk.last_in_at, talk.lately) if looks else (now, noted(turn))
        store.change(talk, state=turn.state, circle=talk.circle, last_in_at=spoke, lately=lately)
        keep_boards(store, store.images, now)
        replies = []
        for say in turn.said:
            if any(option.do == "undo" for option in say.options):
                options = (replace(o, values={**o.values, **undo}) if o.do == "undo" else o for o in say.options)
                say = replace(say, options=tuple(options))
            replies.append(owe_reply(store, turn.address.id, say, now, turn.lane))
        return replies


_DOOR = (Kind.BLOCKED, Kind.UNBLOCKED, Kind.MOVED)
