"""Sets of times that were written before the grammar saw them keep their scores (`tests/time_talk/README.md`)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from locales.nl.spoken import spoken
from locales.nl.time import parse
from tests.time_talk_scores import SETS, lines, score


@pytest.mark.parametrize("path", sorted(SETS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_set_is_read_as_it_was_meant(path: Path) -> None:
    count, exact, wrong = score(path)
    assert exact >= 0.98 * count
    assert wrong <= 0.01 * count


@pytest.mark.parametrize("path", sorted(SETS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_said_back_means_the_same(path: Path) -> None:
    for line in lines(path):
        for said in parse(line.text, line.now):
            if said.part and said.start and said.end and said.end - said.start > timedelta(days=1):
                continue  # "begin volgende week in de middag": on one of these days
            words = spoken(said, line.now)
            (again,) = parse(words, line.now)
            assert (again.start, again.end, again.rule, again.times, again.until) == (
                (said.start, said.end, said.rule, said.times, said.until)
            ), f"{line.text!r} is said back as {words!r}"
