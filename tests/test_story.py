"""Long messages: people tell how it is, and want one thing in one sentence of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import ACTING, Context, Intent, Person, understand
from locales.nl.manners import plain

HERE = Context(
    datetime(2026, 4, 14, 10, tzinfo=ZoneInfo("Europe/Amsterdam")),
    members=tuple(Person(name) for name in ("Anna", "Piet", "Fatima", "Riet")),
    recipients=("Nel",),
    tasks=("medicijnen", "warm eten", "hond uitlaten", "boodschappen", "koffie", "huisarts"),
)
HELPER = Context(HERE.now, "helper", HERE.members, HERE.recipients, tasks=HERE.tasks)

WANTS: tuple[tuple[Context, str, Intent, dict[str, Any]], ...] = (
    (  # what does not come is told; who comes instead is sought, at the hour and on the day that were said
        HERE,
        "Hoi allemaal, de thuiszorg komt volgende week maandag niet door ziekte dus dan moet iemand anders ma "
        "om half 9 helpen met douchen, wie wil dat op zich nemen?",
        Intent.CREATE_TASK,
        {"what": "helpen met douchen", "start": "2026-04-20T08:30:00"},
    ),
    (  # who is called by name at the beginning is asked, for the hour and the day that were said
        HELPER,
        "Fatima lieverd ik moet morgen zelf onverwacht naar de tandarts want er is een kies afgebroken, kun jij "
        "mijn boodschappen van 2 uur overnemen",
        Intent.TAKE_OVER_REQUEST,
        {"what": "boodschappen", "start": "2026-04-15T14:00:00", "who": ["Fatima"]},
    ),
    (
        HELPER,
        "Ik heb zaterdag een bruiloft en ben vergeten dat ik dan ook zou koken, kan iemand met mij ruilen met "
        "zondag? Ik zou het echt heel fijn vinden",
        Intent.SWAP_REQUEST,
        {"start": "2026-04-19"},
    ),
    (
        HERE,
        "De familie vraagt om hulp: elke dinsdag om 14.00 uur een uurtje post openen en sorteren, wie voelt zich "
        "geroepen? Ervaring met computers is niet nodig",
        Intent.CREATE_SERIES,
        {"rrule": "FREQ=WEEKLY;BYDAY=TU"},
    ),
    (
        HELPER,
        "Vanaf 6 juli heb ik vakantie van school, dan kan ik doordeweeks wel elke ochtend wat doen voor haar, ik "
        "slaap toch niet uit dus zeg maar wat er nodig is",
        Intent.AVAILABILITY,
        {"until": "12:00"},
    ),
    (
        HERE,
        "Met Pinksteren zijn wij er niet, van 22 tot en met 25 mei gaan we met de scouts naar de Ardennen, telt "
        "dan dus niet op ons voor het eten",
        Intent.ABSENCE,
        {"from": "2026-05-22", "until": "2026-05-25"},
    ),
    (
        HERE,
        "Wie kan er volgende week dinsdag om half drie met ma mee naar de huisarts? Het duurt een uur en "
        "daarna moeten de medicijnen nog opgehaald worden. Ik kan zelf niet want ik moet werken en Piet is op"
        " vakantie",
        Intent.CREATE_TASK,
        {"what": "huisarts", "start": "2026-04-21T14:30:00", "duration_min": 60, "who": None},
    ),
    (
        HERE,
        "Ik heb vanmiddag de fysiotherapeut aan de lijn gehad. Pa moet voorlopig veel oefenen en mag niet "
        "zelf rijden. Wie kan hem woensdag 22 april om 11 uur brengen? Het duurt een half uur",
        Intent.CREATE_TASK,
        {"start": "2026-04-22T11:00:00", "duration_min": 30},
    ),
    (
        HERE,
        "Overmorgen van 13 tot 17 uur ben ik op een uitvaart in Groningen. Kan iemand in die tijd bij haar "
        "zitten? Ze is de laatste dagen zo onrustig als ze alleen is",
        Intent.CREATE_TASK,
        {"start": "2026-04-16T13:00:00", "end": "2026-04-16T17:00:00"},
    ),
    (
        HERE,
        "De huisarts van aanstaande vrijdag gaat niet door want de dokter is zelf ziek. De assistente belde "
        "net. Ze zoeken een nieuwe datum en dan hoor ik het wel. Haal hem maar van het rooster",
        Intent.CANCEL_TASK,
        {"what": "huisarts", "start": "2026-04-17"},
    ),
    (
        HELPER,
        "Ik heb net met mijn dochter gebeld en die komt vrijdag pas om vijf uur. Dus ik kan vrijdag gewoon om"
        " half drie de boodschappen doen, ik neem dan haar lege flessen mee. Zet mij er maar op",
        Intent.CLAIM,
        {"what": "boodschappen", "start": "2026-04-17T14:30:00"},
    ),
    (
        HELPER,
        "hallo met toos ik heb het briefje gezien en ik wil best wel eens koffie drinken bij mevrouw nel ik "
        "woon hier om de hoek en ben toch vaak alleen zaterdag om half elf kan ik wel komen dan neem ik "
        "appeltaart mee",
        Intent.CLAIM,
        {"what": "koffie", "start": "2026-04-18T10:30:00"},
    ),
    (
        HELPER,
        "vannacht weer slecht geslapen van mijn rug. de dokter zegt dat ik een paar weken niet mag tillen. ik"
        " kan dus donderdag de boodschappen niet doen, die tassen zijn te zwaar. koffie drinken op maandag "
        "blijf ik gewoon doen",
        Intent.RELEASE,
        {"what": "boodschappen", "start": "2026-04-16"},
    ),
    (
        HELPER,
        "Ik zou vanavond om zes uur warm eten brengen maar mijn fietsband is lek en de fietsenmaker is al "
        "dicht. Lopen is te ver met mijn heup. Kan iemand anders vanavond het eten brengen?",
        Intent.TAKE_OVER_REQUEST,
        {"what": "warm eten", "start": "2026-04-14T18:00:00"},
    ),
    (
        HELPER,
        "hoi ik moet vrijdag onverwacht naar het ziekenhuis met mijn man en dat kan lang duren zeiden ze. ik "
        "zou vrijdag om 12 uur warm eten brengen. wil iemand met mij ruilen? ik kan wel zaterdag of zondag",
        Intent.SWAP_REQUEST,
        {"what": "warm eten", "start": "2026-04-17T12:00:00"},
    ),
    (
        HELPER,
        "mijn vrouw en ik gaan van 12 tot en met 18 mei naar Texel. De dinsdag koken kan ik in die week dus "
        "niet doen. Daarna ben ik er gewoon weer hoor. Wie wil het van me overnemen",
        Intent.ABSENCE,
        {"from": "2026-05-12", "until": "2026-05-18"},
    ),
    (
        HERE,
        "kun je me even zeggen wie er dit weekend bij ma langsgaat? ik zit zelf in limburg bij de kinderen "
        "van mijn zus. vorige week ging het mis en zat ze de hele dag alleen, dat wil ik niet nog een keer",
        Intent.WHO_IS_COMING,
        {"start": "2026-04-18"},
    ),
)


@pytest.mark.parametrize(("here", "text", "intent", "values"), WANTS)
def test_it_is_the_one_sentence_that_counts(here: Context, text: str, intent: Intent, values: dict[str, Any]) -> None:
    found = understand(plain(text), here)
    assert found.intent is intent
    assert {name: found.values.get(name) for name in values} == values


@pytest.mark.parametrize(
    "text",
    [
        "weet je nog die buurvrouw van nummer 12 met dat hondje? die is verhuisd naar haar dochter in zwolle."
        " nel vroeg er gisteren naar. ik vond het wel sneu want ze dronken altijd samen koffie op woensdag. "
        "zo gaat dat",
        "Was vanmiddag bij Nel. Ze was eerst wat verdrietig omdat het de verjaardag van haar man was maar na "
        "de koffie ging het beter en hebben we oude foto's gekeken. Ze heeft goed gegeten en de was heb ik "
        "opgevouwen",
        "Lieverds, het was een zware week en ik wil jullie allemaal bedanken voor de hulp. Zonder jullie had "
        "ik het niet gered. De crematie was mooi en mam heeft het goed doorstaan",
        "Karin, jij zou donderdag toch koken? ik hoorde van Joost dat je dan een feestje hebt van je werk. "
        "geen probleem hoor, dan vraag ik het wel aan Fatima maar laat het me even weten voor woensdag",
    ],
)
def test_who_only_tells_how_it_is_changes_nothing(text: str) -> None:
    assert understand(plain(text), HELPER).intent not in ACTING | {Intent.SETTINGS_REMINDER}


def test_a_bare_weekday_is_the_one_that_was_spoken_of() -> None:
    text = (
        "Mijn moeder wordt volgende week vrijdag om 7 uur opgehaald voor haar staaroperatie en mag niet bukken. "
        "Kan er iemand vrijdagmiddag vanaf 1 uur bij haar blijven?"
    )
    assert understand(text, HERE).values["start"] == "2026-04-24T13:00:00"


def test_time_from_an_hour_on_is_no_length() -> None:
    found = understand("Wie heeft er zaterdag vanaf 10 uur tijd om te snoeien?", HERE)
    assert (found.values["start"], found.values.get("duration_min")) == ("2026-04-18T10:00:00", None)


def test_why_something_is_asked_says_nothing_of_the_hour() -> None:
    text = "Kan iemand donderdag om 3 uur een uurtje bij haar zitten zodat ik even kan slapen?"
    assert understand(text, HERE).values["start"] == "2026-04-16T15:00:00"
