"""Speaking freely for a day, and by template after it."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import DeliveryError
from storage.delivering import ANNOUNCED, WAITING
from tests.whatsapp.family import DAY, Family, reminded


def test_within_a_day_a_message_goes_in_full(family: Family) -> None:
    family.now += timedelta(hours=23)
    family.owe("Anna")
    family.tick()
    [sent] = family.number.given
    assert (sent.in_window, sent.reply.text) == (True, "Piet kan toch niet.")


def test_after_a_day_only_the_template_goes_and_the_rest_comes_with_bekijk(family: Family) -> None:
    reminded(family)
    sent = family.number.given[-1]
    assert (sent.in_window, sent.reply.template, sent.reply.variables[0]) == (False, "reminder", "Piet")
    assert "huisarts" in sent.reply.variables[1]
    count = len(family.number.given)
    [full] = family.views("Piet")
    assert len(family.number.given) == count + 1
    assert [choice.label for choice in full.choices] == ["Ik ga", "Lukt niet"]
    assert family.taps("Piet", "Ik ga")[0].text.startswith("Fijn, Piet.")


def test_a_reminder_that_was_said_twice_in_short_is_brought_once(family: Family) -> None:
    reminded(family)
    assert [one.in_window for one in family.number.given[-2:]] == [False, False]
    assert len(family.views("Piet")) == 1
    assert family.views("Piet")[0].text.startswith("Er staat verder niets")


def test_a_typed_answer_to_the_template_counts_and_the_rest_need_not_come(family: Family) -> None:
    reminded(family)
    assert family.says("Piet", "ja")[0].text.startswith("Fijn, Piet.")
    count = len(family.number.given)
    family.tick()
    assert len(family.number.given) == count


def test_anything_that_is_said_opens_the_window_and_brings_the_rest(family: Family) -> None:
    reminded(family)
    family.says("Piet", "help")
    family.tick()
    assert "huisarts" in family.texts("Piet")[-1]
    assert family.number.given[-1].in_window


def test_bekijk_may_be_typed(family: Family) -> None:
    reminded(family)
    count = len(family.number.given)
    family.says("Piet", "Bekijk.")
    family.tick()
    assert [choice.label for choice in family.number.given[count].reply.choices] == ["Ik ga", "Lukt niet"]
    assert len(family.number.given) == count + 1


def test_bekijk_with_nothing_waiting_is_answered_kindly(family: Family) -> None:
    assert family.views("Piet")[0].text == "Er staat verder niets meer klaar voor je."


def test_what_waited_too_long_to_be_useful_is_not_brought(family: Family) -> None:
    family.now += 3 * DAY
    family.owe("Anna", useful_until=family.now + timedelta(hours=1))
    family.tick()
    family.now += timedelta(hours=2)
    assert family.views("Anna") == []


def test_without_an_approved_template_it_goes_by_another_channel(family: Family) -> None:
    family.also_on_telegram("Anna")
    family.number.approved = False
    family.now += 3 * DAY
    family.owe("Anna")
    family.tick()
    assert [one.reply.text for one in family.telegram.given] == ["Piet kan toch niet."]


def test_or_it_waits_and_the_host_sees_it_and_nothing_else_waits_with_it(family: Family) -> None:
    family.number.approved = False
    family.now += 3 * DAY
    owed = family.owe("Anna")
    family.tick()
    assert family.number.given == []
    assert family.row(owed).status == WAITING
    with family.database.reading() as store:
        assert store.held() == 1
    family.says("Anna", "help")  # her own questions are answered meanwhile
    assert len(family.number.given) == 1
    family.now += 2 * DAY
    family.number.approved = True
    family.tick()
    assert family.number.given[-1].reply.template == "alert"


def test_a_template_that_was_taken_away_waits_too(family: Family) -> None:
    family.now += 3 * DAY
    owed = family.owe("Anna")
    family.number.fails(DeliveryError("template"))
    family.tick()
    assert family.row(owed).status == WAITING
    family.now += timedelta(minutes=16)
    family.tick()
    assert family.row(owed).status == ANNOUNCED
