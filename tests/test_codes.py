"""Whatever code was drawn, it is found again in every sentence that the conversations bring one in."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime

import pytest

from bot.meaning.commands import code_in
from bot.understanding import Context, understand
from locales.nl.manners import plain
from locales.nl.slips import mended
from tests.metamorphic import CHATS
from tests.soak import share

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
NOW = datetime(2025, 3, 3, 10, tzinfo=UTC)
BROUGHT = sorted(
    {
        found[1]
        for chat in CHATS
        for found in re.finditer(r"^\w[^:<\n]*: (.*\{uitnodiging\}.*)$", chat.read_text("utf-8"), re.M)
    }
)


@pytest.mark.soak
@pytest.mark.parametrize("said", BROUGHT)
def test_a_code_is_found_again(said: str) -> None:
    draw = random.Random(said)
    for _ in range(share(4, 1500)):
        code = "".join(draw.choice(SIGNS) for _ in range(12))
        text = mended(plain(said.replace("{uitnodiging}", f"{code[:4]}-{code[4:8]}-{code[8:]}")), ("Anna", "Nel"))
        assert code_in(text) == code
        assert understand(text, Context(NOW, speaker="helper")).values.get("code") == code
