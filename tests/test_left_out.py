"""What somebody leaves out of a stretch of days: the other days are meant, those are not."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import Context, understand

MONDAY = datetime(2026, 3, 9, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("ik doe de hele week, behalve woensdag", ["2026-03-11/2026-03-11"]),
        ("ik doe volgende week de hond, behalve in het weekend", ["2026-03-21/2026-03-22"]),
        (
            "ik neem volgende week alle beurten, behalve dinsdag en donderdag",
            ["2026-03-17/2026-03-17", "2026-03-19/2026-03-19"],
        ),
        ("ik ben volgende week weg, behalve dinsdag", ["2026-03-17/2026-03-17"]),
        ("weg van 3 tot 20 mei, behalve het weekend van 10", ["2026-05-09/2026-05-10"]),
        ("ik ben van 1 tot en met 14 mei weg, behalve de 5e", ["2026-05-05/2026-05-05"]),
        ("ik ben in mei weg behalve met hemelvaart", ["2026-05-14/2026-05-14"]),
        ("ik ben volgende week weg", None),
    ],
)
def test_what_is_left_out_of_a_stretch_is_said_in_days(text: str, left_out: list[str] | None) -> None:
    assert understand(text, Context(MONDAY, "helper")).values.get("without") == left_out
