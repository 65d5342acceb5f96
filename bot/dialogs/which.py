"""A bare yes where two questions came in: which of them it answers."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.turn import Turn


def which(turn: Turn, values: Values) -> None:
    """Ask, with what each is about; the choice is then answered as if it had been tapped itself."""
    answers = values.get("answers") or ()
    lines = [f"{i}. {one['about']}" for i, one in enumerate(answers, 1)]
    options = tuple(
        Option(
            f"{i}. {one['about']}"[:20].rstrip(" ,"),
            "answer_that",
            {"question": one["question"], "index": one["index"]},
        )
        for i, one in enumerate(answers, 1)
    )
    turn.said.append(Say("\n".join([turn.word("which-question"), *lines]), options))


CAPABILITY = Capability("which", {"which_question": which})
