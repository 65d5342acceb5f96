"""One turn from start to finish: understood as a pure step, then done and committed in one short transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

import structlog

from bot import choices
from bot.both_asked import SETTLED, settle_for_others
from bot.delivery.reach import KEPT, WHOSE, back, lost
from bot.dialog import Capability, Dialog, Handler, Values, missing, step_back
from bot.dialogs.optout import comes_first, remind
from bot.faults import place_of
from bot.following import note, noted
from bot.groups import chat as groups
from bot.groups.boards import keep_boards
from bot.hearing import hear, read
from bot.marks import keep_marks
from bot.members import tell_apart
from bot.messages import VIEW, Inbound, Kind
from bot.replies import owe_reply
from bot.saying import Option, Say
from bot.scene import Heard, Scene, on_the_table
from bot.talks import move_here, talk_at
from bot.turn import Answered, Doors, Instead, Turn
from locales.words import Words
from scheduling.people import Address, Role
from storage.base import Stale
from storage.database import Database, DatabaseUnavailable
from storage.erasing import FORGOTTEN
from storage.owing import lane_of
from storage.store import Store
from storage.turns import Conversation, Owed, Question

log = structlog.get_logger()

TRIES = 5
INSTEAD = 3  # so often something else may turn out to be meant
ONE_MINUTE = timedelta(minutes=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
OPEN_FOR = timedelta(days=14)  # a question can be answered so long


@dataclass(frozen=True)
class Engine:
    """The brain behind every channel."""

    database: Database
    capabilities: Mapping[str, Capability]
    words: Words
    doors: Doors = field(default_factory=Doors)
    strict: bool = False  # in tests: a fault is raised, not survived

    @cached_property
    def _handlers(self) -> dict[str, Handler]:
        """What does each intent. Of two capabilities the first has it."""
        every = (capability.does.items() for capability in reversed(tuple(self.capabilities.values())))
        return {intent: handler for handlers in every for intent, handler in handlers}

    @cached_property
    def _beginnings(self) -> dict[str, Dialog]:
        """Which dialog each intent begins."""
        found: dict[str, Dialog] = {}
        for capability in reversed(tuple(self.capabilities.values())):
            if capability.dialog is not None:
                found |= dict.fromkeys((capability.name, *capability.starts), capability.dialog)
        return found

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
            address, _ = self._arrive(store, inbound, now)
            lane = lane_of(address.person, address.id)
            return [owe_reply(store, address.id, Say(self.words("fault")), now, lane)]

    def _turn(self, inbound: Inbound, now: datetime, given: Heard | None = None) -> list[Owed]:
        """`given` is what is meant where that is known already."""
        with self.database.reading() as store:
            scene = self._scene(store, inbound, now)
        heard = given or hear(inbound, scene, now)
        with self.database.writing() as store:
            if not store.is_new(inbound.channel, inbound.external_id, now):
                return []
            if inbound.kind == Kind.BLOCKED:
                left = store.address_of(inbound.channel, inbound.chat)
                if left is not None:
                    lost(store, self.words, left, "blocked", now)
                return []
            address, conversation = self._arrive(store, inbound, now)
            if scene.conversation is None or scene.conversation.version != conversation.version:
                scene = self._scene(store, inbound, now)
                heard = given or hear(inbound, scene, now)
            person = None if address.person is None else store.person(address.person)
            # Who chose from a question of long ago answers it still, and an invitation waits for its answer.
            asked = scene.conversation if person is not None and heard.question is None else None
            state = dict((asked or conversation).state)
            turn = Turn(
                store, self.words, now, inbound, address, conversation, person, self.doors, heard.text, state=state
            )
            try:
                self._act(turn, heard)
            except Answered as answer:
                turn.said.append(answer.say)
            if (
                person is not None
                and not (scene.conversation or conversation).state
                and turn.state == conversation.state
            ):
                turn.state = {}  # what was asked long ago waits for nothing
            if heard.intent != "emergency":  # then that alone is read
                remind(turn)
            if person is None and turn.person is not None:
                label = "" if heard.question is None else str(heard.question.options[heard.index]["label"])
                store.consent(address.id, now, given=True, text=label or turn.text)
            # What could only be announced follows, save what was answered just now; and once it is clear whose this is.
            if turn.address.unreachable != WHOSE:
                store.bring(address.id, now, but=None if heard.question is None else heard.question.outbox)
            return self._keep(turn)

    # Before.

    def _scene(self, store: Store, inbound: Inbound, now: datetime) -> Scene:
        address = store.address_of(inbound.channel, inbound.chat)
        if address is None:
            return Scene()
        talk = talk_at(store, address)
        conversation = talk.going_on(address.id, now, heard=True)
        asked = store.questions_since(talk.addresses, now - OPEN_FOR)
        places = [] if address.person is None else store.memberships_of(address.person)
        # Words alone need the names, and a coordinator of many circles knows nobody by name.
        near = [circle.id for member, circle in places if member.role != Role.COORDINATOR]
        circles = [] if inbound.kind == Kind.TAP else near
        return Scene(
            conversation,
            on_the_table((question for question in asked if question.answered_at is None or not question.once), now),
            by_others=tuple(question for question in asked if question.once and question.dialog == SETTLED),
            settled=max((question.id for question in asked if question.answered_at is not None), default=0),
            tapped=_tapped(store, inbound, address.id),
            places=tuple(places),
            members=tuple(member for circle in circles for member in store.members_of(circle)),
            tasks=tuple(dict.fromkeys(what for circle in circles for what in store.whats_of(circle))),
        )

    def _arrive(self, store: Store, inbound: Inbound, now: datetime) -> tuple[Address, Conversation]:
        address = store.address_of(inbound.channel, inbound.chat, lock=True)
        if address is None:
            address = store.add(Address(0, inbound.channel, inbound.chat, last_in_at=now))
        elif address.unreachable or now - (address.last_in_at or LONG_AGO) >= ONE_MINUTE:  # noted to the minute
            kept = address.unreachable if address.unreachable in (*KEPT, FORGOTTEN) else ""
            if not kept:
                back(store, self.words, address, now)
            address = store.change(address, last_in_at=now, unreachable=kept)
        talk = talk_at(store, address)
        if talk.here is None:
            talk = replace(talk, here=store.add(Conversation(0, address.id)))
        conversation = talk.going_on(address.id, now)
        assert conversation is not None
        move_here(store, talk, conversation)
        return address, conversation

    # During.

    def _act(self, turn: Turn, heard: Heard) -> None:
        if turn.inbound.kind == Kind.UNBLOCKED:
            return
        if first := comes_first(turn, heard.intent, asked=bool(heard.values.get("question"))):
            self._do(turn, first, {})
            return
        if turn.person is None:
            chosen = {}
            if heard.question is not None:
                chosen = heard.question.options[heard.index]["values"]
                self._mark(turn, heard, heard.question)
            self._do(turn, "welcome", {"heard": heard.intent, **heard.values, **chosen})
        elif heard.question is not None:
            self._answer(turn, heard, heard.question)
        elif heard.intent in _ENGINE:
            _ENGINE[heard.intent](self, turn, heard)
        elif heard.intent in _ASIDES:  # leaves everything as it was
            self._do(turn, heard.intent, {})
            dialog = self._dialog(turn.state.get("dialog", "")) if heard.intent == "small_talk" else None
            asked = turn.state.get("asked")
            if dialog is not None and asked != "note" and any(slot.name == asked for slot in dialog.slots):
                self._ask(turn, dialog, turn.state["values"], str(asked))
        elif turn.state and heard.intent == "answer_no":  # a no to an open question ends what is being asked
            self._stop(turn, heard)
        elif "dialog" in turn.state and heard.intent in _ANSWERS:
            before = turn.state
            self._fill(turn, self._dialog(turn.state["dialog"]), turn.state["values"], heard)
            if heard.intent == "unknown" and _known(turn.state) == _known(before) and turn.said:  # asked again: say why
                turn.said[-1] = replace(turn.said[-1], text=turn.word("not-that", question=turn.said[-1].text))
        else:
            note = turn.state.get("asked") == "note" and heard.intent not in _BESIDE_NOTE
            if note or turn.state.get("dialog") == heard.intent:
                turn.state = {}  # a line for the log is asked for once; what begins anew holds nothing yet
            self._do(turn, heard.intent, dict(heard.values))

    def _answer(self, turn: Turn, heard: Heard, question: Question) -> None:
        """Somebody chose one of the options of a message."""
        again = question.options[heard.index]["do"] in _AGAIN
        if question.once and question.answered_at is not None and not again and question.dialog != SETTLED:
            turn.say("answered-already")
            return
        option = Option(**question.options[heard.index])
        if option.do in _ENGINE:
            _ENGINE[option.do](self, turn, heard)
            return
        if question.dialog and turn.state.get("dialog") == question.dialog:
            turn.state = {}
        self._mark(turn, heard, question)
        if option.do == "reread":
            self._reread(turn, str(option.values["text"]))
            return
        turn.text = str(option.values.get("said") or turn.text)
        self._do(turn, option.do, {**option.values, **heard.values, "heard": heard.intent})
        settle_for_others(turn, question, heard.index)
        if option.values.get("again"):  # what was said before is understood better now
            self._reread(turn, str(option.values["again"]))

    def _answer_that(self, turn: Turn, heard: Heard) -> None:
        """Somebody said which of two open questions their yes was for."""
        if heard.question is None:
            return
        self._mark(turn, heard, heard.question)
        meant = heard.question.options[heard.index]["values"]
        question = turn.store.find(Question, int(meant["question"]))
        if question is None or int(meant["index"]) >= len(question.options):
            turn.say("answered-already")
            return
        self._answer(turn, replace(heard, question=question, index=int(meant["index"])), question)

    def _mark(self, turn: Turn, heard: Heard, question: Question) -> None:
        """Note that it is answered, and show on a tapped message what was chosen."""
        if question.answered_at is None:
            turn.store.change(question, answered_at=turn.now)
        if turn.inbound.kind == Kind.TAP and question.once and question.outbox is not None:
            chosen = turn.word("chosen", label=question.options[heard.index]["label"])
            turn.store.owe(
                "edit",
                turn.now,
                address=turn.address.id,
                lane=turn.lane,
                edits=question.outbox,
                payload={"chosen": chosen, "closed": question.once},
                useful_until=turn.now + timedelta(minutes=5),
            )

    def _reread(self, turn: Turn, text: str) -> None:
        """A forwarded or edited text counts as said now."""
        scene = self._scene(turn.store, turn.inbound, turn.now)
        if scene.conversation is not None:  # as it is by now
            scene = replace(scene, conversation=replace(scene.conversation, state=turn.state))
        turn.text = text
        self._act(turn, read(text, scene, turn.now))

    def _do(self, turn: Turn, intent: str, values: Values) -> None:
        for _ in range(INSTEAD):
            try:
                self._do_this(turn, intent, values)
            except Instead as other:
                intent, values = other.intent, other.values
            else:
                return
        self._do_this(turn, intent, values)

    def _do_this(self, turn: Turn, intent: str, values: Values) -> None:
        note(turn, intent, values)
        if intent in self._handlers:
            tell_apart(turn, intent, values)
            self._handlers[intent](turn, values)
        elif intent in self._beginnings:
            dialog = self._beginnings[intent]
            if dialog.name != "plan":  # which asks about all its doubts in its own order
                tell_apart(turn, intent, values)
            # A button carries what was known when it was shown.
            self._run(turn, dialog, values.pop("kept", {}), values)
        else:
            self._handlers["unknown"](turn, values)

    def _fill(self, turn: Turn, dialog: Dialog | None, values: Values, heard: Heard) -> None:
        if dialog is None:  # a dialog of an earlier release
            turn.state = {}
            turn.say("dialog-gone")
            return
        self._run(turn, dialog, values, dict(heard.values))

    def _run(self, turn: Turn, dialog: Dialog, values: Values, understood: Values) -> None:
        """Take in what was understood, then ask for what is missing or do it."""
        values = dialog.read(turn, values, understood)
        slot = missing(dialog, values)
        if slot is None:
            turn.state = {}
            dialog.done(turn, values)
            return
        self._ask(turn, dialog, values, slot.name)

    def _ask(self, turn: Turn, dialog: Dialog, values: Values, asked: str) -> None:
        slot = next(slot for slot in dialog.slots if slot.name == asked)
        options = () if slot.options is None else slot.options(turn, values)
        turn.store.close_questions(turn.address.id, dialog.name, turn.now)
        turn.begin(dialog.name, values, asked)
        text = turn.word(f"{dialog.name.replace('_', '-')}-ask-{asked.replace('_', '-')}", **_wording(values))
        if dialog.told is not None and (known := dialog.told(turn, values)):
            text = f"{known} {text}"
        turn.said.append(Say(text, options, dialog=dialog.name))

    def _dialog(self, name: str) -> Dialog | None:
        capability = self.capabilities.get(name)
        return None if capability is None else capability.dialog

    # What works everywhere.

    def _stop(self, turn: Turn, heard: Heard) -> None:
        if heard.values.get("question"):  # "welke beurt?"
            turn.store.change(turn.store.get(Question, heard.values["question"]), answered_at=turn.now)
            turn.state = {}
            turn.say("stopped")
        elif turn.state:
            turn.store.close_questions(turn.address.id, turn.state["dialog"], turn.now)
            turn.state = {}
            turn.say("stopped")
        else:
            self._do(turn, "stop_what", dict(heard.values))

    def _back(self, turn: Turn, heard: Heard) -> None:  # noqa: ARG002
        dialog = self._dialog(turn.state["dialog"]) if turn.state else None
        if dialog is None:
            turn.say("nothing-to-go-back-to")
            return
        step = step_back(dialog, turn.state["values"], turn.state["asked"])
        if step is None:
            turn.say("at-the-beginning")
            return
        self._ask(turn, dialog, *step)

    # After.

    def _keep(self, turn: Turn) -> list[Owed]:
        store, now = turn.store, turn.now
        keep_marks(store, store.images, now)
        change = turn.change_to_keep()
        undo = {} if change is None else {"change": store.add(change).id}
        # `place` may have noted the circle on a copy: the row itself has changed nowhere else in this turn.
        # Who only looks has not spoken: a bare "ja" still answers what was asked before.
        spoke = turn.conversation.last_in_at if turn.inbound.choice == VIEW else now
        talk = turn.conversation
        store.change(talk, state=turn.state, circle=talk.circle, last_in_at=spoke, lately=noted(turn))
        keep_boards(store, store.images, now)
        replies = []
        for say in turn.said:
            if any(option.do == "undo" for option in say.options):
                options = (replace(o, values={**o.values, **undo}) if o.do == "undo" else o for o in say.options)
                say = replace(say, options=tuple(options))
            replies.append(owe_reply(store, turn.address.id, say, now, turn.lane))
        return replies


_DOOR = (Kind.BLOCKED, Kind.UNBLOCKED, Kind.MOVED)
_BESIDE_NOTE = ("help", "thanks")  # after these one can still write it
_ASIDES = ("wait", "small_talk", "content")
_ANSWERS = ("answer_slot", "correction", "answer_yes", "answer_no", "unknown")  # go to the dialog that asked
_AGAIN = ("plan", "invite", "show_open", "show_roster", "show_mine", "help")
"""What a button of an answered question may still begin: it only leads somewhere."""

_ENGINE = {"stop_dialog": Engine._stop, "back": Engine._back, "answer_that": Engine._answer_that}


def _tapped(store: Store, inbound: Inbound, address: int) -> Question | None:
    tapped = choices.tapped(inbound.choice)
    if inbound.kind != Kind.TAP or tapped is None:
        return None
    found = store.find(Question, tapped[0])
    return found if found is not None and found.address == address else None


def _known(state: Values) -> Values:
    """What is asked, and all that is known by now."""
    values = {name: value for name, value in (state.get("values") or {}).items() if value}
    return {"asked": state.get("asked"), **values}


def _wording(values: Values) -> dict[str, Any]:
    return {key: value for key, value in values.items() if isinstance(value, str | int)}
