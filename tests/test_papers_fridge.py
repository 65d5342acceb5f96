"""The page for the fridge, as a printer and a telephone see it."""

from __future__ import annotations

import ctypes
import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from bot.papers import fridge, typeset
from bot.papers.roster import Contact, Helper, Line, Roster
from locales.words import words
from scheduling.care import Part
from tests.cast import AMSTERDAM

KEPT = Path(__file__).parent / "pictures" / "fridge.png"
LINK = "https://t.me/zorgkring_bot?start=K7QF-M2XD-9TPA"
TASKS = (
    "medicijnen aanreiken",
    "wassen en aankleden",
    "hond uitlaten",
    "naar de oogarts in het ziekenhuis",
    "warm eten",
)
NAMES = (
    "Piet",
    "Buurvrouw Riet van der Heijden-Schoonhoven",
    "Świętosława Grzegżółkowska",
    "Şükrü Çağlayanoğlu",
    "فاطمة الزهراء",
    "陈美玲",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Олена",
)


def week(per_day: int, *, own: int | None = None, named: bool = True) -> Roster:
    """A week of so many shifts a day: every fifth is open, every seventh wants one more."""
    lines = []
    for n in range(7 * per_day):
        start = datetime(2025, 3, 3, 7, tzinfo=AMSTERDAM) + timedelta(days=n // per_day, minutes=80 * (n % per_day))
        name = NAMES[(n + n // per_day) % len(NAMES)] if named else ""
        who = () if n % 5 == 4 else (Helper(1, name, Part.CLAIMED),)
        wanted = 1 if n % 5 == 4 or n % 7 == 6 else 0
        lines.append(Line(n, n, start, start, start + timedelta(minutes=45), TASKS[n % len(TASKS)], who, wanted))
    numbers = (Contact("huisarts De Linde", "010-123 45 67"), Contact("apotheek", "010-765 43 21"))
    made = datetime(2025, 3, 2, 10, tzinfo=AMSTERDAM)
    first, last = date(2025, 3, 3), date(2025, 3, 9)
    return Roster("Nel", "Europe/Amsterdam", first, last, made, tuple(lines), named, own,
                  contacts=numbers, code="K7QF-M2XD-9TPA", link=LINK)  # fmt: skip


def pages(roster: Roster, scale: float = 1.0) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(fridge.pdf(roster, words()))
    return [page.render(scale=scale).to_pil().convert("L") for page in document]


def texts(roster: Roster) -> str:
    document = pypdfium2.PdfDocument(fridge.pdf(roster, words()))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_it_looks_as_it_did(request: pytest.FixtureRequest) -> None:
    """Rendered by another program, beside the picture that was looked at and kept."""
    now = pages(week(3))[0]
    kept = Image.open(KEPT).convert("L")
    assert now.size == kept.size
    difference = ImageStat.Stat(ImageChops.difference(now, kept)).mean[0]
    assert difference < 1.0, f"differs by {difference:.2f} of 255 on average"


def test_the_eye_for_pictures_sees_one_name_changed() -> None:
    kept = Image.open(KEPT).convert("L")
    assert ImageStat.Stat(ImageChops.difference(pages(week(4))[0], kept)).mean[0] > 1.0


@pytest.mark.parametrize("per_day", [0, 1, 3, 12, 24])
def test_nothing_touches_the_edge_of_the_paper(per_day: int) -> None:
    for page in pages(week(per_day)):
        width, height = page.size
        for strip in (
            (0, 0, 25, height),
            (width - 25, 0, width, height),
            (0, 0, width, 20),
            (0, height - 15, width, height),
        ):
            assert min(page.crop(strip).tobytes()) > 250, "ink at the edge"


def test_every_shift_of_a_full_week_is_on_it() -> None:
    said = texts(week(12))
    assert said.count("medicijnen aanreiken") == sum(1 for n in range(84) if n % 5 == 0)
    # An open place is a frame with room for a name.
    open_places = sum(line.places_open for line in week(12).lines)
    assert said.count("Nog niemand:") + said.count("Nog iemand:") == open_places
    for name in ("Świętosława", "Şükrü Çağlayanoğlu", "陈美玲", "Олена", "Schoonhoven"):
        assert name in said


def test_letters_of_every_script_we_met_are_drawn() -> None:
    """A sign that no font has would be an empty frame, the same for each."""
    fonts = {font.family for font in typeset._fonts().fonts() if font.path and "papers" in font.path}
    assert fonts == {"Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC"}
    drawn = [
        typeset.pictures("fridge", {**fridge.sheet(week(0), words()), "title": sign})[0]
        for sign in ("Ł", "ş", "ف", "陳", "Ж")
    ]
    assert len(set(drawn)) == len(drawn)


def test_names_and_times_are_large_enough_for_somebody_of_78() -> None:
    sizes = set()
    for page in pypdfium2.PdfDocument(fridge.pdf(week(12), words())):
        for thing in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            size = ctypes.c_float()
            pypdfium2.raw.FPDFTextObj_GetFontSize(thing.raw, size)
            sizes.add(round(size.value * thing.get_matrix().d, 1))
    assert min(sizes - {11.0}) >= 16, "all but the line at the foot"


def test_the_code_on_the_paper_is_read_by_a_telephone() -> None:
    last = pages(week(3), scale=2)[-1]
    assert [code.text for code in zxingcpp.read_barcodes(last)] == [LINK]


def test_without_a_code_there_is_none_on_it() -> None:
    roster = replace(week(3), code="", link="")
    assert not any(zxingcpp.read_barcodes(page) for page in pages(roster, scale=2))
    assert "Ook helpen" not in texts(roster)


def test_it_is_black_on_white() -> None:
    for page in pypdfium2.PdfDocument(fridge.pdf(week(3), words())):
        red, green, blue = page.render(scale=0.5).to_pil().convert("RGB").split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_the_picture_for_the_chat_shows_the_same_pages() -> None:
    shown = [Image.open(io.BytesIO(page)).convert("L") for page in fridge.pictures(week(3), words())]
    printed = pages(week(3), scale=typeset.PPI / 72)
    assert len(shown) == len(printed)
    for a, b in zip(shown, printed, strict=True):
        assert ImageStat.Stat(ImageChops.difference(a, b.resize(a.size))).mean[0] < 8


def test_without_names_nobody_is_named() -> None:
    said = texts(week(3, named=False))
    assert "geregeld" in said
    assert not any(name.split()[0] in said for name in NAMES)


def test_markup_and_emoji_in_names_are_only_text() -> None:
    line = replace(week(1).lines[0], what='#panic("x") *a* $x$ <b>', who=(Helper(1, "Piet 🌷 #let", Part.CLAIMED),))
    said = texts(replace(week(0), lines=(line,)))
    assert '#panic("x") *a* $x$ <b>' in said
    assert "Piet #let" in said
