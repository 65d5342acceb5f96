"""Slips of the thumb: what Dutch does not have is read as what was meant, and what it has is let be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.nl.slips import mended
from tests.understanding_scores import SETS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ik ben van 20 t/m 25 marat weg", "ik ben van 20 t/m 25 maart weg"),
        ("elke dag om 13:00 de hond uitlatrn", "elke dag om 13:00 de hond uitlaten"),
        ("Kpffie om 10 uur", "Koffie om 10 uur"),
        ("ik doe ook woennsdag", "ik doe ook woensdag"),
        ("ik doe de dinsdgaen en Fatima de ochteenden", "ik doe de dinsdagen en Fatima de ochtenden"),
        ("op koniingsdag niet", "op koningsdag niet"),
        ("kring voor mijn moeer Nel", "kring voor mijn moeder Nel"),
        ("mogen om 17:30 warm eten", "morgen om 17:30 warm eten"),
        ("twee mnesen nodig", "twee mensen nodig"),
        ("veaag het rond", "vraag het rond"),
        ("ik wil een kribg beginnen", "ik wil een kring beginnen"),
        ("omgedaan", "ongedaan"),
        ("buurman Jan heft geen telefoon", "buurman Jan heeft geen telefoon"),
    ],
)
def test_a_slip_is_read_as_what_was_meant(written: str, meant: str) -> None:
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("Mogen we om 5 uur?", "de konijnen voeren", "naar de huidarts", "Qorban doet de hond", "jitske komt"),
        *("lorazepam en metoprolol halen", "naar Appelscha", "HGTR-4K2P-7XQB", "kijk op www.zorgkrig.nl", "valys"),
        *("ikke wel", "kunde gij koken", "effe wachten", "tgaat ni", "fatma"),
    ],
)
def test_what_is_no_slip_is_let_be(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("vrijdag om 10 uur bood schappen", "vrijdag om 10 uur boodschappen"),
        ("met Nel naar de huis arts", "met Nel naar de huisarts"),
        ("wie kan de hond uit laten", "wie kan de hond uitlaten"),
        ("ik wil iemand uit nodigen", "ik wil iemand uitnodigen"),
        ("we hadden het over morgen", "we hadden het over morgen"),
        ("Piet moet mee naar huis", "Piet moet mee naar huis"),
    ],
)
def test_a_word_that_was_split_is_made_whole(written: str, meant: str) -> None:
    assert mended(written) == meant


def test_a_name_of_the_circle_is_no_slip() -> None:
    assert mended("maartt doet de hond") == "maart doet de hond"
    assert mended("maartt doet de hond", ("Maartt de Wit",)) == "maartt doet de hond"


def test_hardly_a_word_of_whole_messages_is_touched() -> None:
    """Of all words of four letters or more that were written down as people write, slips included."""
    texts = [json.loads(line)["text"] for path in sorted(SETS.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    touched = [text for text in texts if mended(text) != text]
    assert len(touched) < len(texts) / 40


@given(st.text(st.sampled_from("aeinrstdkopmg -'.1A"), max_size=40))
def test_once_is_enough_and_only_letters_change(text: str) -> None:
    once = mended(text)
    assert mended(once) == once
    signs = [sign for sign in text if not sign.isalpha() and sign != " "]  # what was split is made whole
    assert [sign for sign in once if not sign.isalpha() and sign != " "] == signs
