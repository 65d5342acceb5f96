"""Sets of times that were written before the grammar saw them keep their scores (`tests/time_talk/README.md`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.time_talk_scores import SETS, score


@pytest.mark.parametrize("path", sorted(SETS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_set_is_read_as_it_was_meant(path: Path) -> None:
    count, exact, wrong = score(path)
    assert exact >= 0.98 * count
    assert wrong <= 0.01 * count
