"""What a turn does: the handler of an intent, or a dialog that asks for what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import Any

from bot.arriving import scene_at
from bot.conversation.both_asked import SETTLED, settle_for_others
from bot.conversation.following import note
from bot.conversation.hearing import read
from bot.conversation.scene import Heard
from bot.dialog import Capability, Dialog, Handler, Values, missing, step_back
from bot.dialogs.optout import comes_first
from bot.dialogs.outsider import none_of_ours
from bot.members import tell_apart
from bot.messages import Kind
from bot.saying import Option, Say
from bot.turn import Instead, Turn
from storage.turns import Question

INSTEAD = 6  # so often something else may turn out to be meant


@dataclass(frozen=True)
class Acting:
    """Does what somebody means, by what the capabilities declare."""

    capabilities: Mapping[str, Capability]

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

    def act(self, turn: Turn, heard: Heard) -> None:
        """Do what was heard: an option that was chosen, an answer to a dialog, or a wish."""
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
        elif heard.intent in _EVERYWHERE:
            _EVERYWHERE[heard.intent](self, turn, heard)
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
        if option.do in _EVERYWHERE:
            _EVERYWHERE[option.do](self, turn, heard)
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
        scene = scene_at(turn.store, turn.inbound, turn.now)
        if scene.conversation is not None:  # as it is by now
            scene = replace(scene, conversation=replace(scene.conversation, state=turn.state))
        turn.text = text
        self.act(turn, read(text, scene, turn.now))

    def _do(self, turn: Turn, intent: str, values: Values) -> None:
        tried: list[tuple[str, Values]] = []
        while (intent, values) not in tried and len(tried) < INSTEAD:
            tried.append((intent, dict(values)))
            try:
                self._do_this(turn, intent, values)
            except Instead as other:
                intent, values = other.intent, other.values
            else:
                return
        # Each left it to the other: it is asked rather than guessed.
        turn.say("help-unknown", (turn.option("button-open", "show_open"), turn.option("button-roster", "show_roster")))

    def _do_this(self, turn: Turn, intent: str, values: Values) -> None:
        note(turn, intent, values)
        none_of_ours(turn, intent, values)
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
        try:
            self._run(turn, dialog, values, dict(heard.values))
        except Instead as other:  # what was said before it comes next
            self._do(turn, other.intent, other.values)

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


_BESIDE_NOTE = ("help", "thanks")  # after these one can still write it
_ASIDES = ("wait", "small_talk", "content")
_ANSWERS = ("answer_slot", "correction", "answer_yes", "answer_no", "unknown")  # go to the dialog that asked
_AGAIN = ("plan", "invite", "show_open", "show_roster", "show_mine", "help")
"""What a button of an answered question may still begin: it only leads somewhere."""

_EVERYWHERE = {"stop_dialog": Acting._stop, "back": Acting._back, "answer_that": Acting._answer_that}


def _known(state: Values) -> Values:
    """What is asked, and all that is known by now."""
    values = {name: value for name, value in (state.get("values") or {}).items() if value}
    return {"asked": state.get("asked"), **values}


def _wording(values: Values) -> dict[str, Any]:
    return {key: value for key, value in values.items() if isinstance(value, str | int)}
