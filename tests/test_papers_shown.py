"""The pictures in docs/ are what the program makes now."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageStat

from tests.papers_shown import DOCS, beside, shown


def test_the_pictures_in_the_docs_are_what_is_made_now() -> None:
    for name, pages in shown().items():
        kept, made = Image.open(DOCS / f"{name}.png").convert("L"), beside(pages)
        assert kept.size == made.size, name
        difference = ImageStat.Stat(ImageChops.difference(made, kept)).mean[0]
        assert difference < 1.5, f"{name} differs by {difference:.2f} of 255: python -m tests.papers_shown, and look"
