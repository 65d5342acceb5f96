"""What is known where a message arrives, and what came of hearing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation import offers
from bot.understanding import Context, Person
from scheduling.people import AMSTERDAM, Circle, Member, Role
from storage.turns import Conversation, Question

JUST_NOW, A_DAY = timedelta(minutes=30), timedelta(days=1)


@dataclass(frozen=True)
class Scene:
    """What is known where a message arrives."""

    conversation: Conversation | None = None
    questions: tuple[Question, ...] = ()  # that can be chosen from, the newest first
    by_others: tuple[Question, ...] = ()  # what another organiser answered: found by the whole label of a button alone
    settled: int = 0  # the newest question that was answered: a bare yes is for what was asked after it
    tapped: Question | None = None  # the question of the button that was tapped
    places: tuple[tuple[Member, Circle], ...] = ()
    members: tuple[Member, ...] = ()  # of all these circles
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """An intent with its values, or an option that was chosen."""

    intent: str
    values: dict[str, Any] = field(default_factory=dict)
    question: Question | None = None
    index: int = 0
    text: str = ""
    then: str = ""  # the rest of a message that holds more than one wish


def local(scene: Scene, now: datetime) -> datetime:
    """Now, on the clock of the first circle."""
    return now.astimezone(ZoneInfo(scene.places[0][1].zone if scene.places else AMSTERDAM))


def context_of(scene: Scene, asked: str, now: datetime) -> Context:
    """The conversation as understanding needs it."""
    organises = any(member.role == Role.ORGANISER for member, _ in scene.places)
    newest = scene.questions[0] if scene.questions else None
    spoken_of = scene.conversation.circle if scene.conversation else None
    regions = [circle.region for _, circle in scene.places if circle.id == spoken_of or len(scene.places) == 1]
    return Context(
        now=local(scene, now),
        speaker="organiser" if organises else "helper",
        members=tuple(Person(member.name, str(member.id)) for member in scene.members),
        recipients=tuple(dict.fromkeys(circle.recipient for _, circle in scene.places)),
        asked=asked or None,
        choices=tuple(option["label"] for option in newest.options) if newest else (),
        tasks=scene.tasks,
        region=regions[0] if regions else "",
        offered=bool(offered_by(scene)),
    )


def newest_of(scene: Scene) -> Question | None:
    """The newest question, where nothing was answered since."""
    newest = scene.questions[0] if scene.questions else None
    return None if newest is None or newest.id <= scene.settled else newest


def on_the_table(questions: Iterable[Question], now: datetime) -> tuple[Question, ...]:
    """The newest first; but what waits for an answer stays in front of the ways that were only shown beside it.

    Who asks for help in the middle of a list still answers the list with "de tweede".
    """
    every = list(questions)
    ways = next((place for place, question in enumerate(every) if not _only_ways(question)), 0)
    asked = every[ways] if ways else None
    if asked is None or asked.answered_at is not None or now - asked.asked_at > A_DAY:
        return tuple(every)
    return (asked, *every[:ways], *every[ways + 1 :])


def _only_ways(question: Question) -> bool:
    """Whether it asks nothing: it shows what one may say here."""
    return not question.once and not any(option["values"] or option.get("means") for option in question.options)


def asked_lately(scene: Scene, now: datetime) -> bool:
    """Whether something that was asked just now waits for its answer."""
    newest = newest_of(scene)
    return newest is not None and not _only_ways(newest) and now - newest.asked_at <= JUST_NOW


def just_asked(scene: Scene, now: datetime) -> Question | None:
    """What this person was asked in answer to their last message: which of several, or yes or no."""
    newest = newest_of(scene)
    spoke = scene.conversation.last_in_at if scene.conversation else None
    if newest is None or newest.dialog or spoke is None or newest.asked_at < spoke or now - spoke > JUST_NOW:
        return None
    which = len(newest.options) > 1 and len({option["do"] for option in newest.options}) == 1
    both = {"yes", "no"} <= {option.get("means") for option in newest.options}
    return newest if (newest.once and both) or which else None


def choice_of(scene: Scene, now: datetime) -> Question | None:
    """What was asked just now that a yes does not answer: a choice that can be declined too."""
    newest = newest_of(scene)
    means = set() if newest is None else {option.get("means") for option in newest.options}
    return newest if "no" in means and "yes" not in means and asked_lately(scene, now) else None


def asks_which(question: Question, scene: Scene, now: datetime) -> bool:
    """Whether it asked just now which of several shifts is to be changed."""
    several = {option["do"] for option in question.options}
    return len(question.options) > 1 and several <= {"edit_task", "cancel_task"} and asked_lately(scene, now)


def choose(question: Question, index: int, text: str) -> Heard:
    """This option of this question, chosen by these words."""
    return Heard(question.options[index]["do"], question=question, index=index, text=text)


def offered_by(scene: Scene) -> dict[str, Any]:
    """What the newest question asks somebody to do: `shifts`, and the `ask` where it is one; {} where it is none."""
    newest, found = newest_of(scene), dict[str, Any]()
    for option in () if newest is None else newest.options:
        if option["do"] in offers.OFFERS:
            values = option.get("values", {})
            ids = values.get("shifts") or [values.get("shift")]
            found["shifts"] = list(dict.fromkeys([*found.get("shifts", ()), *(id for id in ids if id)]))
            found["ask"] = values.get("ask") or found.get("ask")
    return found
