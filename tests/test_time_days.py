"""Days and periods, as people name them on Wednesday 5 March 2025."""

from __future__ import annotations

import pytest

from locales.nl.time import Hint, parse
from tests.time_cases import NOW, one, said, span


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("today", "vandaag", "2025-03-05"),
        ("tomorrow", "morgen", "2025-03-06"),
        ("the day after", "overmorgen", "2025-03-07"),
        ("a weekday is the coming one", "vrijdag", "2025-03-07"),
        ("short, before a clock", "vr 14u", "2025-03-07 14:00"),
        ("aanstaande", "aanstaande vrijdag", "2025-03-07"),
        ("a.s. behind", "vrijdag a.s.", "2025-03-07"),
        ("komende", "komende zondag", "2025-03-09"),
        ("this week's", "deze vrijdag", "2025-03-07"),
        ("next week's, before", "volgende week dinsdag", "2025-03-11"),
        ("next week's, behind", "dinsdag volgende week", "2025-03-11"),
        ("a week later", "dinsdag over een week", "2025-03-18"),
        ("a fortnight later", "vrijdag over 14 dagen", "2025-03-21"),
        ("in so many weeks, on a weekday", "over twee weken op dinsdag", "2025-03-18"),
        ("last", "afgelopen zondag", "2025-03-02"),
        ("day of the month", "de 15e", "2025-03-15"),
        ("day of the month that has passed", "op de 3e", "2025-04-03"),
        ("weekday with its number", "zaterdag de 8e", "2025-03-08"),
        ("day and month", "3 dec", "2025-12-03"),
        ("day and month in figures", "3-12", "2025-12-03"),
        ("with slashes and a year", "8/3/2025", "2025-03-08"),
        ("ordinal with van", "4e van juli", "2025-07-04"),
        ("in words", "tweeëntwintig juni", "2025-06-22"),
        ("the month that has passed is next year's", "3 januari", "2026-01-03"),
        ("a short year", "8 maart '26", "2026-03-08"),
        ("the nth weekday of a month", "derde woensdag in mei", "2025-05-21"),
        ("the last weekday of the month", "laatste vrijdag van de maand", "2025-03-28"),
        ("in so many days", "over 10 dagen", "2025-03-15"),
        ("in so many months", "over drie maanden", "2025-06-05"),
        ("working days", "over vier werkdagen", "2025-03-11"),
        ("counted from another day", "twee dagen na morgen", "2025-03-08"),
        ("ago", "een week geleden", "2025-02-26"),
        ("Easter moves", "tweede paasdag", "2025-04-21"),
        ("Christmas does not", "met kerst", "2025-12-25"),
        ("the King's day is a day early when it falls on a Sunday", "Koningsdag", "2025-04-26"),
        ("beside a feast", "de dag na pasen", "2025-04-21"),
        ("a weekday beside a feast", "de vrijdag voor pasen", "2025-04-18"),
        ("a day of next month", "volgende maand de 5e", "2025-04-05"),
        ("about a date", "rond 5 mei", "2025-05-05"),
        ("a date in next year", "5 mei volgend jaar", "2026-05-05"),
        ("next year, on a date", "volgend jaar op 5 mei", "2026-05-05"),
        ("mother's day", "moederdag", "2025-05-11"),
        ("a slip of the finger", "dinsag", "2025-03-11"),
        ("two letters swapped", "woesndag om 11 uur", "2025-03-12 11:00"),
        ("a slip in tomorrow", "morge om 9 uur 's avonds", "2025-03-06 21:00"),
        ("Flemish tomorrow morning", "morgenvroeg om 9u", "2025-03-06 09:00"),
        ("counted from the end", "de op één na laatste vrijdag van april", "2025-04-18"),
        ("the nearest weekday before a feast", "de laatste zaterdag voor pasen", "2025-04-19"),
        ("a short weekday with a dot before an hour", "don. om 16 uur", "2025-03-06 16:00"),
        ("a slip in the part of a day", "zaterdagmidag om 3 uur", "2025-03-08 15:00"),
        ("in so long, alone", "in twee weken", "2025-03-19"),
        ("in so long, of coming", "ik kom in 20 minuten", "2025-03-05 10:20"),
        ("in so long, being there", "we zijn er in een half uur", "2025-03-05 10:30"),
        ("the same day by its other name", "morgen, donderdag 6 maart om 14 uur", "2025-03-06 14:00"),
        ("its other name in brackets", "dinsdag (11 maart) om 14 uur", "2025-03-11 14:00"),
        ("mother tomorrow", "kan iemand ma morgen om 14 uur halen", "2025-03-06 14:00"),
        ("mother in the evening", "wie belt ma morgenavond om 8 uur", "2025-03-06 20:00"),
        ("Monday morning", "op ma morgen 10 uur", "2025-03-10 10:00"),
        ("a short weekday with a dot after the hour", "om 14 uur zo. 16 mrt.", "2025-03-16 14:00"),
        ("this very Saturday, after the hour", "om 14 uur nu zaterdag", "2025-03-08 14:00"),
        ("the day and an hour after a comma", "over twee weken, 14 uur", "2025-03-19 14:00"),
        ("om before a length's company", "ze gaat om negen uur weg", "2025-03-06 09:00"),
        ("a slip inside a compound", "zaterdagocthend om 9 uur", "2025-03-08 09:00"),
        ("glued to the next word", "maandagom 14 uur", "2025-03-10 14:00"),
        ("Flemish binnen after a weekday", "dinsdag binnen twee weken", "2025-03-25"),
        ("eight days are a week", "vrijdag over 8 dagen", "2025-03-14"),
        ("days that are weeks, on a weekday", "over veertien dagen op vrijdag", "2025-03-21"),
        ("an apostrophe astray", "morgen half 11 'savonds", "2025-03-06 22:30"),
        ("the evening of an eve", "kerstavond om 8 uur", "2025-12-24 20:00"),
        ("a day of this month that has gone", "de tweede werkdag van de maand", "2025-04-02"),
        ("of the new year", "de eerste maandag van het nieuwe jaar", "2026-01-05"),
    ],
)
def test_a_day(pattern: str, text: str, expected: str) -> None:
    assert span(text) == expected, pattern


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("part of a day", "vanavond", "2025-03-05 18:00 > 2025-03-06"),
        ("part inside the word", "overmorgenavond", "2025-03-07 18:00 > 2025-03-08"),
        ("weekday and part", "dinsdagochtend", "2025-03-11 06:00 > 2025-03-11 12:00"),
        ("part apart, as dictated", "dinsdag avond", "2025-03-11 18:00 > 2025-03-12"),
        ("Flemish forenoon", "morgen in de voormiddag", "2025-03-06 09:00 > 2025-03-06 12:00"),
        ("a night crosses midnight", "vrijdagnacht", "2025-03-07 22:00 > 2025-03-08 06:00"),
        ("the night between two days", "in de nacht van vrijdag op zaterdag", "2025-03-07 22:00 > 2025-03-08 06:00"),
        ("the night between two dates", "van 7 op 8 maart", "2025-03-07 22:00 > 2025-03-08 06:00"),
        ("week", "volgende week", "2025-03-10 > 2025-03-17"),
        ("week by its number", "week 14", "2025-03-31 > 2025-04-07"),
        ("week of a date", "de week van 10 april", "2025-04-07 > 2025-04-14"),
        ("week of a month", "eerste week van mei", "2025-04-28 > 2025-05-05"),
        ("weekend", "komend weekend", "2025-03-08 > 2025-03-10"),
        ("month", "in mei", "2025-05-01 > 2025-06-01"),
        ("next month", "volgende maand", "2025-04-01 > 2025-05-01"),
        ("the beginning of a month", "begin april", "2025-04-01 > 2025-04-11"),
        ("the end of a month", "eind volgende maand", "2025-04-21 > 2025-05-01"),
        ("the middle", "medio mei", "2025-05-11 > 2025-05-21"),
        ("quarter", "eerste kwartaal van 2026", "2026-01-01 > 2026-04-01"),
        ("the last months of a year", "laatste drie maanden van 2025", "2025-10-01 > 2026-01-01"),
        ("season", "deze zomer", "2025-06-01 > 2025-09-01"),
        ("year", "volgend jaar", "2026-01-01 > 2027-01-01"),
        ("the coming days", "komende 3 dagen", "2025-03-05 > 2025-03-08"),
        ("within", "binnen 5 dagen", "2025-03-05 > 2025-03-10"),
        ("what is left of the week", "later deze week", "2025-03-05 > 2025-03-10"),
        ("a month of next year", "januari van volgend jaar", "2026-01-01 > 2026-02-01"),
        ("the whole week", "ik doe de hele week de hond", "2025-03-03 > 2025-03-10"),
        ("the weekend after a feast", "het weekend na pasen", "2025-04-26 > 2025-04-28"),
        ("the weekend before a date", "het weekend voor 20 april", "2025-04-12 > 2025-04-14"),
        ("the whole of a week that is named", "de hele week van 17 maart ben ik weg", "2025-03-17 > 2025-03-24"),
        ("the beginning of a year by its number", "begin 2026", "2026-01-01 > 2026-05-01"),
        ("until the end of a year", "tot het eind van het jaar", "- > 2026-01-01"),
        ("years from and until", "van 2027 tot 2029", "2027-01-01 > 2029-01-01"),
        ("at the latest", "op z'n laatst vrijdag", "- > 2025-03-08"),
        ("at the earliest", "op zijn vroegst vrijdag", "2025-03-07 > -"),
        ("two days with a slash", "5/6 april", "2025-04-05 > 2025-04-07"),
        ("a word between a day and its part", "zondag alleen 's ochtends", "2025-03-09 06:00 > 2025-03-09 12:00"),
        ("counted in weekends", "over twee weekenden", "2025-03-15 > 2025-03-17"),
        ("the weekend of two dates", "het weekend van 12 op 13 april", "2025-04-12 > 2025-04-14"),
    ],
)
def test_a_period(pattern: str, text: str, expected: str) -> None:
    assert span(text) == expected, pattern


@pytest.mark.parametrize("ahead, name", list(enumerate("donderdag vrijdag zaterdag zondag maandag dinsdag".split(), 1)))  # noqa: SIM905
def test_every_weekday_is_the_coming_one(ahead: int, name: str) -> None:
    assert span(name) == f"2025-03-{5 + ahead:02}"
    assert span(f"{name}avond") == f"2025-03-{5 + ahead:02} 18:00 > 2025-03-{6 + ahead:02}"


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("noord", "2029-07-21 > 2029-09-03"),
        ("midden", "2029-07-07 > 2029-08-20"),
        ("zuid", "2029-07-14 > 2029-08-27"),
    ],
)
def test_school_holidays_are_known_years_ahead(region: str, expected: str) -> None:
    summer = one("in de zomervakantie", NOW.replace(year=2029), Hint(region=region))
    assert f"{said(summer.start)} > {said(summer.end)}" == expected


@pytest.mark.parametrize(
    ("pattern", "text", "first", "second"),
    [
        ("the day after", "zaterdag kan ik niet, de dag erna wel", "2025-03-08", "2025-03-09"),
        ("the day before, with its hour", "zondag feest, de dag ervoor om 14 uur", "2025-03-09", "2025-03-08 14:00"),
        ("the same weekday again", "komende donderdag en de donderdag erna", "2025-03-06", "2025-03-13"),
        ("the week after some days", "dinsdag t/m donderdag en de week erna", "2025-03-11", "2025-03-17"),
        ("the week after", "volgende week niet, de week erna wel", "2025-03-10", "2025-03-17"),
        ("weeks later", "dinsdag kom ik en twee weken later weer", "2025-03-11", "2025-03-25"),
        ("an hour later", "morgen om 14 uur en een uur later weer", "2025-03-06 14:00", "2025-03-06 15:00"),
        (
            "half an hour earlier",
            "morgen 14 uur arts, een half uur eerder taxi",
            "2025-03-06 14:00",
            "2025-03-06 13:30",
        ),
    ],
)
def test_counted_from_what_was_said_before(pattern: str, text: str, first: str, second: str) -> None:
    assert [said(e.start) for e in parse(text, NOW)][:2] == [first, second], pattern


def test_hours_are_of_the_day_their_sentence_named() -> None:
    days = [said(e.start) for e in parse("zaterdag lukt niet, zondag kan ik na twaalven", NOW)]
    assert days == ["2025-03-08", "2025-03-09", "2025-03-09 12:00"]
    two = [said(e.start) for e in parse("vrijdag is de thuiszorg er om 8 uur 's ochtends en om 20 uur", NOW)]
    assert two == ["2025-03-07", "2025-03-07 08:00", "2025-03-07 20:00"]


def test_a_bound_after_a_list_of_days_is_of_each() -> None:
    found = parse("vrijdag- en zaterdagavond vanaf acht uur", NOW)
    assert [(said(e.start), e.end) for e in found] == [("2025-03-07 20:00", None), ("2025-03-08 20:00", None)]
