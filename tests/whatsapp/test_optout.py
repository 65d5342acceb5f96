"""Who wants messages, and whose number it is by now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.messages import VIEW, DeliveryError, Kind
from scheduling.people import Circle, Standing
from tests.whatsapp.family import DAY, Family

# Who wants messages


def test_agreeing_is_kept_with_its_time_and_words(family: Family) -> None:
    family.says("Joost", "hoi")
    family.taps("Joost", "Ja")
    with family.database.reading() as store:
        assert store.consents_of(family.address("Joost").id) == [(family.now, True, "Ja")]


def test_stop_is_obeyed_at_once_and_start_undoes_it(family: Family) -> None:
    family.says("Piet", "STOP")
    family.owe("Piet", "Morgen om tien uur.")
    family.tick()
    assert "Morgen om tien uur." not in family.texts("Piet")
    family.now += timedelta(hours=1)
    family.says("Piet", "Start")
    assert family.address("Piet").unreachable == ""
    family.owe("Piet", "Overmorgen om tien uur.")
    family.tick()
    assert family.texts("Piet")[-1] == "Overmorgen om tien uur."
    with family.database.reading() as store:
        kept = store.consents_of(family.address("Piet").id)
    assert [(given, text) for _, given, text in kept] == [(False, "STOP"), (True, "Start")]


@pytest.mark.parametrize(
    "word",
    ["stop", "Stop.", "STOP!", "/stop", "STOP 🛑", "Stoppen", "stop aub", "geen appjes meer", "Stop alle berichten"],
)
def test_however_stop_is_written(family: Family, word: str) -> None:
    family.says("Piet", word)
    assert family.address("Piet").unreachable == "stopped"


@pytest.mark.parametrize(
    "text",
    [
        "stop maar met dinsdag",
        "kun je stoppen bij de apotheek",
        "bushalte stop",
        "geen berichten meer na 21 uur",
        "ik kreeg geen bericht",
        "ik krijg geen berichten meer",
        "stuur de berichten voortaan naar Telegram",
    ],
)
def test_a_sentence_with_stop_is_no_opt_out(family: Family, text: str) -> None:
    family.says("Piet", text)
    assert family.address("Piet").unreachable == ""


def test_who_said_stop_to_twilio_itself_is_left_alone(family: Family) -> None:
    owed = family.owe("Piet", "Morgen om tien uur.")
    family.number.fails(DeliveryError("stopped", permanent=True))
    family.tick()
    assert family.row(owed).error == "stopped"
    assert family.address("Piet").unreachable == "stopped"


# Whose number it is


def test_a_number_that_changed_hands_lets_nobody_in(family: Family) -> None:
    family.now += 90 * DAY
    family.owe("Piet", "Geheim van Nel.")
    family.tick()
    before = len(family.number.given)
    asked = family.handles(_from(family, "rooster"))
    assert asked[0].text.endswith("Met wie spreek ik?")
    welcome = family.handles(_from(family, "Met Kevin, hoezo?"))
    assert welcome[0].text.startswith("Hoi Kevin!")
    family.handles(_from(family, "rooster"))
    family.tick()
    said = [one.reply.text for one in family.number.given[before:] if one.chat == "Piet"]
    assert not any("Nel" in text for text in said)
    assert family.address("Piet").person is None
    assert "Berichten aan Piet komen niet meer aan. Misschien wil je even bellen." in family.texts("Anna")
    with family.database.reading() as store:
        assert [member.name for member in store.members_of(1, Standing.ACTIVE)] == ["Anna", "Piet", "Fatima", "Riet"]


def test_nor_does_the_button_of_what_was_meant_for_another(family: Family) -> None:
    family.now += 90 * DAY
    family.owe("Piet", "Eerste regel.\nGeheim van Nel.")
    family.tick()
    before = len(family.number.given)
    family.handles(replace(family.inbound("Piet", kind=Kind.TAP, choice=VIEW), name="Kevin"))
    family.tick()
    assert [one.reply.text.split("? ")[-1] for one in family.number.given[before:]] == [
        "We hebben elkaar lang niet gesproken, en een nummer kan van iemand anders worden. Met wie spreek ik?"
    ]
    family.handles(_from(family, "met Piet natuurlijk"))
    family.tick()
    assert family.texts("Piet")[-1] == "Eerste regel.\nGeheim van Nel."  # it was his, and is not lost


def test_piet_himself_comes_back_by_his_name(family: Family) -> None:
    family.now += 90 * DAY
    family.handles(_from(family, "rooster", name="🎸"))
    assert family.handles(_from(family, "ik ben piet", name="🎸"))[0].text.startswith("Dank je wel, Piet.")
    assert "Nel" in family.handles(_from(family, "rooster", name="🎸"))[0].text


def test_an_old_friend_with_the_same_name_is_not_asked(family: Family) -> None:
    family.now += 90 * DAY
    assert "Met wie" not in family.handles(_from(family, "rooster", name="Piet Jansen"))[0].text


def _from(family: Family, text: str, name: str = "Kevin") -> Any:
    return replace(family.inbound("Piet", text), name=name)


def test_a_couple_on_one_number_is_one_person_who_speaks_for_the_other(family: Family) -> None:
    """What Truus types from it is Piet's; she is a member without a phone, whom he speaks for."""
    with family.database.reading() as store:
        circle = store.get(Circle, 1)
    family.planned(circle, "tuin", hours=72)
    family.handles(_from(family, "wat staat er open?", name="Piet & Truus"))
    family.says("Anna", "Truus heeft geen telefoon")
    with family.database.writing() as store:
        people = {member.name: member for member in store.members_of(circle.id)}
        assert people["Truus"].person is None
        store.change(people["Truus"], voice=people["Piet"].id)
    family.handles(_from(family, "Truus doet donderdag de tuin", name="Piet & Truus"))
    with family.database.reading() as store:
        [shift] = store.roster_between(circle.id, family.now, family.now + 4 * DAY)
        assert [assignment.member for assignment in shift.assignments] == [people["Truus"].id]
        assert len(store.addresses_of(family.persons["Piet"])) == 1
        assert sorted(member.name for member in store.members_of(circle.id)) == [
            "Anna",
            "Fatima",
            "Piet",
            "Riet",
            "Truus",
        ]
    family.now += timedelta(hours=71)
    family.tick()
    assert "Voor Truus" in family.number.given[-1].reply.text
    assert family.number.given[-1].chat == "Piet"
