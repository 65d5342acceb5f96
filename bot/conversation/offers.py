"""Free words while somebody is asked for help: not now, a no with its reason, or an answer for who has no phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bot.conversation import choices
from locales.nl import offered
from scheduling.people import Member
from storage.turns import Question

ASKS_HELP = "ask_yes"
OFFERS = (ASKS_HELP, "going")  # what these options would have somebody do has a time of its own
ASKED = (*OFFERS, "offer_accept", "give_to")  # what asks for a yes or a no of one person
LATER = "ask_later"
Meant = Callable[[str, Question | None], str]  # what a text says to a question: "yes", "no" or ""
Answer = tuple[Question, int]


def asks(question: Question | None) -> bool:
    """Whether this question asks one person for a yes or a no."""
    return question is not None and any(option["do"] in ASKED for option in question.options)


def asks_help(question: Question | None) -> bool:
    """Whether this question asks somebody to help."""
    return question is not None and any(option["do"] == ASKS_HELP for option in question.options)


def put_off(text: str, question: Question | None) -> Answer | None:
    """ "Ik weet het nog niet" to who asks for help: that is no no."""
    if question is None or not offered.puts_off(text):
        return None
    at = next((i for i, option in enumerate(question.options) if option["do"] == LATER), None)
    return None if at is None else (question, at)


def answered(text: str, question: Question | None, *, no: bool = False) -> Answer | None:
    """A no by its reason, or a yes in other words, where nothing else was understood; `no` where it is known to be."""
    if question is None or not asks(question):
        return None
    at = choices.by_meaning("no" if no else _means(text), question.options)
    return None if at is None else (question, at)


def _means(text: str) -> str:
    return "no" if offered.declines(text) else "yes" if offered.agrees(text) else ""


def in_more_words(text: str, question: Question | None) -> Answer | None:
    """A yes or a no with words around it, to whatever can be said yes and no to: "ja hij mag erbij"."""
    if question is None or not {"yes", "no"} <= {option.get("means") for option in question.options}:
        return None
    means = offered.leads(text)
    if not means and any(option["do"] == "let_in" for option in question.options):
        means = offered.lets_in(text)
    at = choices.by_meaning(means, question.options)
    return None if at is None else (question, at)


def of_own_visit(question: Question | None) -> dict[str, Any] | None:
    """The visit of one's own that a question is about, as values; None where it is about something else."""
    for option in () if question is None else question.options:
        if option["do"] == "going":
            return {
                name: option["values"][name] for name in ("assignments", "shift", "who") if name in option["values"]
            }
    return None


def in_their_stead(text: str, questions: Sequence[Question], members: Iterable[Member], meant: Meant) -> Answer | None:
    """ "Jan kan niet", by who speaks for Jan: the answer to what was asked for Jan. None where that is not it."""
    member, said = _without_phone(text, members)
    asked = next((one for one in questions if member and whose(one) == member.id and one.answered_at is None), None)
    if asked is None:
        return None
    if any(offered.puts_off(one) for one in said):
        later = put_off(said[0], asked)
        if later is not None:
            return later
    means = next((means for one in said if (means := meant(one, asked) or _means(one))), "")
    at = choices.by_meaning(means, asked.options)
    return None if at is None else (asked, at)


def cannot_for(text: str, members: Iterable[Member], meant: Meant) -> Member | None:
    """ "Jan kan niet" where nothing was asked for Jan: whose part this is about."""
    member, said = _without_phone(text, members)
    return member if any(meant(one, None) == "no" for one in said) else None


def _without_phone(text: str, members: Iterable[Member]) -> tuple[Member | None, tuple[str, ...]]:
    """The one member without a phone who is named, and the text as they would say it."""
    told = offered.Told(text)
    named = [(member, said) for member in members if (said := told.by(member.name))]
    if len(named) != 1 or named[0][0].person is not None:
        return None, ()
    return named[0]


def whose(question: Question) -> int | None:
    """The member without a phone whom a question is about."""
    of: int | None = next((one["values"]["of"] for one in question.options if one.get("values", {}).get("of")), None)
    return of


def own_instead(text: str, question: Question, index: int) -> int | None:
    """The shift that somebody takes on themselves, where it was asked for another: "ik doe het zelf wel"."""
    option = question.options[index]
    takes = option["do"] == "ask_yes" and option.get("means") == "yes" and whose(question) is not None
    shift: int | None = option["values"].get("shift") if takes and offered.speaks_of_self(text) else None
    return shift
