"""A time means the same in another order, with another sentence around it, and beside another time."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from locales.nl.time import TimeExpression, parse

NOW = datetime(2026, 6, 16, 10, 20, tzinfo=ZoneInfo("Europe/Amsterdam"))  # a Tuesday
DAYS = [
    *("morgen", "overmorgen", "vrijdag", "za", "a.s. donderdag", "volgende week dinsdag", "vrijdag over een week"),
    *("de 20e", "vrijdag de 26e", "26 juni", "vr 26 juni", "26-6", "26/6", "26 juni 2027", "tweede kerstdag"),
    *("de laatste vrijdag van de maand", "over drie dagen"),
]
CLOCKS = ["half acht", "8 uur", "14.30 uur", "14u30", "kwart voor drie", "tien over half vijf", "8 uur 's avonds"]
HOURS = ["van 9 tot 12", "9-12", "tussen 9 en 12 uur", "9:00-12:00", "van half twee tot vier uur"]
SERIES = [
    *("elke maandag", "elke ma wo vr", "maandags en donderdags", "doordeweeks", "elke dag", "om de week op vrijdag"),
    *("iedere eerste maandag van de maand", "elke zat", "wekelijks op dinsdag"),
]
TIMES = ["om 9 uur", "van 9 tot 12", "om 8 uur 's avonds", "9u"]
BOUNDS = ["vanaf 1 juli", "tot 1 september", "t/m 31 augustus", "behalve in de vakantie", "m.u.v. de 21e"]
WHOLE = [
    "morgen om 10 uur",
    "vr 14u30",
    "za 9-12",
    "26-6 om 13.15",
    "de 23e om 11u",
    "komende donderdag om kwart over 4",
]
AROUND = [
    "Kan iemand {} met ma naar de huisarts?",
    "de kapper, {}",
    "- {}: soep brengen",
    "ik ben {} bij pa",
    "Mijn moeder heeft {} een afspraak",
    "hoi {} moet oma naar de dokter wie kan",
]
BESIDE = ["{} kapper en {} tandarts", "{}: kapper\n{}: tandarts", "{} kan ik niet maar {} wel", "eerst {} en daarna {}"]


def meaning(found: list[TimeExpression]) -> list[object]:
    """What was found, without where it stands."""
    return [(e.start, e.end, e.rule, e.times, e.since, e.until, len(e.exclusions), e.reason) for e in found]


def same(texts: list[str]) -> None:
    read = {text: meaning(parse(text, NOW)) for text in texts}
    first = read[texts[0]]
    assert len(first) == 1, texts[0]
    assert {text: one for text, one in read.items() if one != first} == {}


@pytest.mark.parametrize(("day", "clock"), list(product(DAYS, CLOCKS)))
def test_a_day_and_its_hour_mean_the_same_in_any_order(day: str, clock: str) -> None:
    same([f"{day} om {clock}", f"om {clock} {day}", f"{day}, om {clock}"])


@pytest.mark.parametrize(("day", "hours"), list(product(DAYS, HOURS)))
def test_a_day_and_its_hours_mean_the_same_in_any_order(day: str, hours: str) -> None:
    same([f"{day} {hours}", f"{hours} {day}", f"{day}, {hours}"])


@pytest.mark.parametrize(("series", "when", "bound"), list(product(SERIES, TIMES, BOUNDS)))
def test_a_series_means_the_same_in_any_order(series: str, when: str, bound: str) -> None:
    same([f"{series} {when} {bound}", f"{series} {when}, {bound}", f"{series} {bound} {when}"])


@pytest.mark.parametrize(
    ("sentence", "text"), list(product(AROUND, [*WHOLE, "elke maandag om 9 uur", "zaterdag", "1 juli"]))
)
def test_a_sentence_around_a_time_leaves_it_as_it_is(sentence: str, text: str) -> None:
    assert meaning(parse(sentence.format(text), NOW)) == meaning(parse(text, NOW))


@pytest.mark.parametrize(("sentence", "one", "other"), list(product(BESIDE, WHOLE, WHOLE)))
def test_two_times_in_one_message_stay_what_they_are(sentence: str, one: str, other: str) -> None:
    if one != other:
        both = meaning(parse(one, NOW)) + meaning(parse(other, NOW))
        assert meaning(parse(sentence.format(one, other), NOW)) == both


@pytest.mark.parametrize("day", ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"])
def test_a_slip_of_one_letter_leaves_a_weekday_as_it_is(day: str) -> None:
    swaps = {day[:k] + day[k + 1] + day[k] + day[k + 2 :] for k in range(len(day) - 1)}
    slips = (
        swaps | {day[:k] + day[k + 1 :] for k in range(len(day))} | {day[: k + 1] + day[k:] for k in range(len(day))}
    )
    same([f"{day} om 10 uur", *(f"{slip} om 10 uur" for slip in sorted(slips - {day}))])


def test_a_week_with_an_hour_and_no_day_is_never_tomorrow() -> None:
    for hour in ("om half 6", "om 9 uur", "van 9 tot 12", "'s ochtends om 9 uur"):
        (found,) = parse(f"volgende week {hour}", NOW)
        assert found.start is not None
        assert found.start.date() == NOW.date() + timedelta(days=7)


def test_weekdays_under_a_week_are_of_that_week() -> None:
    found = parse("Rooster week 40: ma An, di Bea, do 14.30 Cor", NOW)
    assert [e.start.strftime("%d-%m") for e in found if e.start] == ["28-09", "28-09", "29-09", "01-10"]
    (_, friday) = parse("volgende week kan ik vrijdag niet", NOW)
    assert friday.start is not None
    assert friday.start.strftime("%d-%m") == "26-06"
