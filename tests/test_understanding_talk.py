"""What a message means within its conversation: choices, people, tasks on the roster, and the command."""

from __future__ import annotations

import io
import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.commands.understand import run
from bot.understanding import Context, Intent, Person, Understanding, understand
from locales.nl import patterns
from locales.nl.tasks import resembles

NOW = datetime(2025, 3, 3, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def said(text: str, **context: Any) -> Understanding:
    members = context.pop("members", ("Anna", "Piet", "Fatima", "Riet"))
    people = tuple(Person(name) if isinstance(name, str) else name for name in members)
    return understand(text, Context(now=NOW, members=people, **context))


def test_a_choice_is_recognised_by_its_label_its_place_and_its_number() -> None:
    choices = ("vr 7 maart", "vr 14 maart")
    for text, option in {
        "vr 7 maart": 1, "VR 14 MAART": 2, "de tweede": 2, "2": 2, "optie 1": 1, "de eerste maar": 1, "14 maart": 2,
        "de 7e": 1, "vrijdag 14": 2, "de laatste": 2,
    }.items():  # fmt: skip
        assert said(text, choices=choices).values.get("option") == option, text


def test_yes_and_no_find_the_choice_that_means_it() -> None:
    choices = ("Ik doe het", "Lukt niet", "Vraag me later")
    assert said("ja hoor", choices=choices).values == {"option": 1}
    assert said("nee helaas", choices=choices).values == {"option": 2}
    assert said("later", choices=("Ja", "Nee", "Vraag me later")).values == {"option": 3}


def test_an_emergency_comes_before_whatever_was_asked() -> None:
    assert said("ma ademt niet", asked="what").intent is Intent.EMERGENCY
    assert said("ze ligt op de grond", asked="yes_no", choices=("Ja", "Nee")).intent is Intent.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        *("hij schokt over zijn hele lijf", "ze heeft een doos slaappillen geslikt", "Nel heeft chloor gedronken"),
        *("ze is blauw aangelopen", "hij valt steeds weg", "pa hapt naar adem", "ik hoor gekreun achter de deur"),
        *(
            "brand!!",
            "vlam in de pan",
            "haar heup is gebroken",
            "ze kan ineens niet meer praten",
            "mijn arm is ineens slap",
        ),
    ],
)
def test_an_emergency_is_heard_in_many_words(text: str) -> None:
    assert said(text, recipients=("Nel",)).intent is Intent.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        *("mijn been was vorig jaar gebroken", "hij is niet meer zo benauwd", "alle medicijnen zijn ingenomen"),
        *("ze heeft een glas wijn gedronken", "zaterdag 10 uur brandhout halen", "de oogarts van maandag valt weg"),
    ],
)
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert said(text, recipients=("Nel",)).intent is not Intent.EMERGENCY


def test_a_new_wish_may_come_in_the_middle_of_a_dialog() -> None:
    assert said("wie komt er vanavond?", asked="what").intent is Intent.WHO_IS_COMING
    assert said("rooster", asked="when").intent is Intent.SHOW_ROSTER
    assert said("stop", asked="who").intent is Intent.STOP_DIALOG


@pytest.mark.parametrize("text", ["pietje", "Pieter", "piett", "PIET", "buurman Piet"])
def test_people_are_known_by_nickname_and_with_a_typo(text: str) -> None:
    assert said(text, asked="who").values["who"] == ["Piet"]


def test_ordinary_words_are_nobody() -> None:
    assert "who" not in said("dat kan ik niet doen", asked="who").values
    assert "who" not in said("ik wil wel koken zaterdag", members=("Wil", "Dirk")).values


def test_a_circle_has_nicknames_of_its_own() -> None:
    family = (Person("Wilhelmina", "7", ("Mientje",)), Person("Piet", "8"))
    assert said("kan mientje morgen om 3 uur koken?", members=family).values["who"] == ["7"]


def test_two_of_the_same_name_are_asked_apart_and_nobody_is_chosen() -> None:
    understood = said("Kan Piet vrijdag om 3 uur koken?", members=("Piet Jansen", "Piet de Boer"))
    assert [doubt.slot for doubt in understood.doubts] == ["who"]
    assert understood.doubts[0].alternatives == ("Piet Jansen", "Piet de Boer")
    assert "who" not in understood.values
    assert said("Kan Piet J vrijdag om 3 uur koken?", members=("Piet Jansen", "Piet de Boer")).values["who"] == [
        "Piet Jansen"
    ]


def test_ma_is_monday_and_mother_in_one_sentence() -> None:
    understood = said("elke ma koffie bij ma om 10:30", recipients=("Nel",))
    assert understood.values["rrule"] == "FREQ=WEEKLY;BYDAY=MO"
    assert understood.values["recipient"] == "Nel"
    assert understood.values["title"] == "koffie bij Nel"


def test_the_task_on_the_roster_that_is_meant_is_named() -> None:
    tasks = ("Naar de huisarts", "Hond uitlaten", "Boodschappen doen")
    assert said("ik doe de hond dinsdag", tasks=tasks).values["task"] == "Hond uitlaten"
    assert said("ik doe de huisarts wel", tasks=tasks).values["task"] == "Naar de huisarts"
    assert said("ik doe de boodschapen", tasks=tasks).values["task"] == "Boodschappen doen"
    assert resembles("hond", "tuin") == 0


def test_what_was_understood_can_be_read_back() -> None:
    understood = said("Kan iemand donderdag om 14:30 met Nel naar de huisarts?", recipients=("Nel",))
    assert understood.values["title"] == "naar de huisarts met Nel"


def test_a_circle_is_made_for_somebody() -> None:
    understood = said("maak een zorgkring voor mijn moeder Nel")
    assert understood.intent is Intent.MAKE_CIRCLE
    assert understood.values == {"relation": "moeder", "recipient": "Nel"}
    assert said("Ik wil een kring beginnen voor tante Toos").values["recipient"] == "Toos"


@pytest.mark.parametrize("text", ["/start k7qf-m2xd-9tpa", "k7qf m2xd 9tpa", "mijn code is K7QFM2XD9TPA"])
def test_an_invitation_code_is_taken_as_it_is_typed(text: str) -> None:
    understood = said(text)
    assert (understood.intent, understood.values) == (Intent.JOIN, {"code": "K7QFM2XD9TPA"})


@pytest.mark.parametrize("text", ["QRWC-TXHZ-KZQX", "ik kreeg een link van Anna QRWC-TXHZ-KZQX"])
def test_one_code_in_thirty_has_no_digit(text: str) -> None:
    assert said(text).values == {"code": "QRWCTXHZKZQX"}


@pytest.mark.parametrize("text", ["maar heel even wachten", "Deze week veel gedaan", "0612345678 en 0687654321"])
def test_ordinary_words_and_numbers_are_no_code(text: str) -> None:
    assert said(text).intent is not Intent.JOIN


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ben tien minuten later", Intent.LATE),
        ("heb ik al gedaan", Intent.ALREADY_DONE),
        ("ik ben er", Intent.ARRIVED),
        ("wie deed wat deze week?", Intent.SHOW_DONE),
        ("maak Piet ook organisator", Intent.ADD_ORGANISER),
        ("verwijder Piet uit de kring", Intent.REMOVE_MEMBER),
        ("ik wil uit de kring", Intent.LEAVE_CIRCLE),
        ("instellingen", Intent.SETTINGS),
        ("zeg maar u", Intent.ADDRESS_FORM),
        ("terug", Intent.BACK),
        ("pauzeer alles", Intent.PAUSE_CIRCLE),
        ("trek de uitnodiging in", Intent.WITHDRAW_INVITE),
        ("zet Els alvast op het rooster", Intent.ADD_PLACEHOLDER),
        ("/help", Intent.HELP),
    ],
)
def test_the_programs_own_wishes(text: str, intent: Intent) -> None:
    assert said(text).intent is intent


def test_late_says_how_much() -> None:
    assert said("ben tien minuten later").values["minutes"] == 10


def test_a_sentence_about_the_past_does_not_hide_a_request() -> None:
    understood = said("Gisteren was ik bij de dokter. Kan iemand morgen om 3 uur boodschappen doen?")
    assert understood.intent is Intent.CREATE_TASK
    assert understood.values["start"] == "2025-03-04T15:00:00"


def test_the_command_answers_each_line_and_goes_on_after_a_bad_one() -> None:
    lines = [
        json.dumps({"now": "2025-03-03T10:00:00+01:00", "members": ["Piet"], "asked": None, "text": "pietje doet het"}),
        "no json",
        "[1]",
        json.dumps({"text": "hallo"}),
        json.dumps({"now": "2025-03-03 10:00", "text": "kan iemand morgen om half 3 boodschappen doen"}),
        json.dumps({"now": "2025-03-03 10:00"}),
    ]
    out = io.StringIO()
    run(io.StringIO("\n".join(lines)), out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(answers) == len(lines)
    assert answers[0] == {"intent": "claim", "values": {"who": "Piet"}, "doubts": []}
    assert all("error" in answer for answer in answers[1:4])
    assert answers[4]["values"]["start"] == "2025-03-04T14:30:00"
    assert answers[5]["intent"] == "unknown"


@pytest.mark.parametrize("source", ["(ik doe", "ik doe)", "ik [doe", "@nobody doet"])
def test_a_phrase_that_cannot_be_read_says_so(source: str) -> None:
    with pytest.raises(ValueError, match="this phrase"):
        patterns.read(source)
