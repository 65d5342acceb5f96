"""Every message can be said, to je and to u, with the longest that may stand in it."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import fluent.syntax as ftl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_layout import split, units
from bot.messages import Reply
from bot.shifts.finding import labels
from locales.words import words
from scheduling.care import Shift, Staffed
from scheduling.people import Person
from scheduling.recurrence import occurrences
from scheduling.reminders import reminder_times

NL = Path(__file__).parent.parent / "locales" / "nl"
ZONE = ZoneInfo("Europe/Amsterdam")


ENTRIES = {
    entry.id.name: entry
    for path in sorted(NL.glob("*.ftl"))
    for entry in ftl.parse(path.read_text("utf-8")).body
    if isinstance(entry, ftl.ast.Message) and entry.value is not None
}


def variables(message: ftl.ast.Message) -> set[str]:
    """The names of what is filled in, in the messages that it holds too."""
    found: set[str] = set()

    class Look(ftl.visitor.Visitor):
        def visit_VariableReference(self, node: ftl.ast.VariableReference) -> None:  # noqa: N802
            found.add(node.id.name)

        def visit_MessageReference(self, node: ftl.ast.MessageReference) -> None:  # noqa: N802
            found.update(variables(ENTRIES[node.id.name]))

    Look().visit(message)
    return found - {"form"}


MESSAGES = {name: variables(entry) for name, entry in ENTRIES.items()}


@pytest.mark.parametrize("name", sorted(MESSAGES))
def test_a_message_reads_in_both_forms(name: str) -> None:
    for formal in (False, True):
        for filling in ("x", 1, 3, "y" * 200):
            text = words()(name, formal=formal, **dict.fromkeys(MESSAGES[name], filling))
            assert text.strip()
            assert "{" not in text
            assert units(text) <= 4096


def test_a_message_is_put_together_as_fluent_would() -> None:
    for name, known in MESSAGES.items():
        for formal in (False, True):
            for filling in ("Jan {x} d'Arc", 0, 999, 1000, True):
                values = dict.fromkeys(known, filling) or {"nobody": "asked"}
                fluently = words()._text(name, "u" if formal else "je", values)
                assert words()(name, formal=formal, **values) == fluently


def test_je_and_u_do_not_stand_in_one_message() -> None:
    mixed = []
    for name, needs in MESSAGES.items():
        text = words()(name, formal=True, **dict.fromkeys(needs, "x"))
        if re.search(r"\b(je|jij|jouw|jou)\b", text, re.IGNORECASE) and re.search(r"\b(u|uw)\b", text, re.IGNORECASE):
            mixed.append(f"{name}: {text}")
    assert not mixed, "\n".join(mixed)


@given(what=st.text(min_size=1, max_size=200), minutes=st.lists(st.integers(0, 5), min_size=1, max_size=10))
def test_no_label_of_a_shift_is_too_long(what: str, minutes: list[int]) -> None:
    start = datetime(2025, 12, 31, 22, 30, tzinfo=UTC)
    shifts = [
        Staffed(Shift(n, 1, 1, 1, start, start + timedelta(minutes=m), start + timedelta(hours=1), what))
        for n, m in enumerate(minutes)
    ]
    assert all(0 < len(label) <= 20 for label in labels(shifts, "Europe/Amsterdam"))


@given(text=st.text(min_size=1, max_size=12_000))
def test_a_long_text_goes_out_in_parts_that_telegram_takes(text: str) -> None:
    parts = split(text)
    assert all(0 < units(part) <= 4096 for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert Reply(text).choices == ()


quiet = st.tuples(st.integers(0, 1439), st.integers(0, 1439))
moments = st.integers(0, 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(start=moments, hours=quiet, before=st.lists(st.integers(5, 10_000), max_size=4))
def test_no_reminder_comes_in_quiet_hours_or_after_the_shift_began(
    start: datetime, hours: tuple[int, int], before: list[int]
) -> None:
    span = (hours[1] - hours[0]) % 1440
    person = Person(1, "Piet", start, quiet_from=hours[0], quiet_until=hours[1], remind_before=tuple(before))
    for moment in reminder_times(start, person):
        assert moment <= start
        if span <= 23 * 60:  # somebody who is quiet all day and night is reminded at the edge of it
            assert not person.is_quiet(moment.astimezone(ZONE).time())


@given(
    day=st.sampled_from((datetime(2025, 3, 28, tzinfo=ZONE), datetime(2025, 10, 24, tzinfo=ZONE))),
    hour=st.integers(0, 23).filter(lambda hour: hour != 2),  # that hour is missing on one of the nights
    minute=st.sampled_from((0, 15, 30)),
    rule=st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SA,SU,MO", "FREQ=DAILY;INTERVAL=2")),
)
def test_a_series_keeps_its_time_on_the_wall_when_the_clocks_change(
    day: datetime, hour: int, minute: int, rule: str
) -> None:
    start = day.replace(hour=hour, minute=minute).astimezone(UTC)
    found = list(occurrences(start, rule, "Europe/Amsterdam", start, start + timedelta(days=6)))
    assert len(found) >= 2
    assert {(m.astimezone(ZONE).hour, m.astimezone(ZONE).minute) for m in found} == {(hour, minute)}


KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")
SAYS = {"word", "say", "tell", "tell_member", "tell_organisers", "option", "text", "words"}


def test_every_message_that_is_said_is_written() -> None:
    """A way that is seldom gone says something, too."""
    missing = {
        (path.name, constant.value)
        for path in sorted((NL.parent.parent / "bot").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in SAYS
        for argument in call.args[:2]
        for constant in ((argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,))
        if isinstance(constant, ast.Constant) and KEY.fullmatch(str(constant.value)) and constant.value not in ENTRIES
    }
    assert not missing
