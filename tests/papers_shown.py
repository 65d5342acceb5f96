"""The pictures of our papers in docs/. `python -m tests.papers_shown` makes them anew; a test holds them to what is."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from pathlib import Path

from PIL import Image

from bot.papers import fridge, hours, impact, typeset
from locales.words import words
from scheduling.impact import Impact
from scheduling.timesheets import Worked
from tests.cast import AMSTERDAM
from tests.test_papers_fridge import week

DOCS = Path(__file__).parents[1] / "docs"
MADE = datetime(2025, 4, 1, 10, tzinfo=AMSTERDAM)
KINDS = (
    ("night", 2925), ("house", 2565), ("body", 2145), ("company", 1785), ("away", 1455), ("papers", 615), ("other", 405)
)  # fmt: skip
LINES = (
    "198,2 uur hulp, door 9 mensen (betaalde hulp niet meegeteld).",
    "187 van de 214 beurten waren geregeld (87 %).",
    "36 beurten stonden eerst open; 21 daarvan waren binnen een dag ingevuld, 30 binnen drie dagen.",
    "3 van de 9 deden samen de helft van de uren.",
)


def quarter() -> dict[str, object]:
    """What a circle did in three months."""
    parts = {date(2025, 1, 1): 0.289, date(2025, 2, 1): 0.3335, date(2025, 3, 1): 0.3775}
    made = {(month, kind): round(minutes * part) for month, part in parts.items() for kind, minutes in KINDS}
    title = words()("impact-title", recipient="Nel")
    return impact.page(Impact(made), title, list(LINES), "1 januari t/m 31 maart 2025", MADE, words())


def timesheet() -> dict[str, object]:
    """A month of paid help."""
    starts = [datetime(2025, 3, day, 8, 30, tzinfo=AMSTERDAM) for day in range(3, 32, 4)]
    what = ("wassen en aankleden", "douchen")
    found = tuple(
        Worked(n, start, start + timedelta(minutes=90), what[n % 2], n != 2) for n, start in enumerate(starts)
    )
    sheet = hours.Sheet("Samira", "Nel", date(2025, 3, 1), found, "", "", True, MADE)
    return hours.page(sheet, words())


def shown() -> dict[str, list[Image.Image]]:
    """Every paper's pages by the name of its picture."""
    pages = {
        "fridge": fridge.pictures(week(3), words())[:1],
        "fridge-full": fridge.pictures(week(12), words()),
        "impact": typeset.pictures("impact", quarter()),
        "hours": typeset.pictures("hours", timesheet()),
    }
    return {name: [Image.open(io.BytesIO(page)).convert("L") for page in found] for name, found in pages.items()}


def beside(pages: list[Image.Image]) -> Image.Image:
    """The pages next to each other, at half their size where there are more than one."""
    if len(pages) == 1:
        return pages[0]
    small = [page.resize((page.width // 2, page.height // 2)) for page in pages]
    whole = Image.new("L", (sum(page.width + 8 for page in small) - 8, small[0].height), 160)
    at = 0
    for page in small:
        whole.paste(page, (at, 0))
        at += page.width + 8
    return whole


if __name__ == "__main__":
    for name, pages in shown().items():
        beside(pages).quantize(16).save(DOCS / f"{name}.png", optimize=True)
