"""What comes back about messages."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import DeliveryError, Receipt
from locales.words import words
from storage.delivering import ANNOUNCED, PLAIN
from storage.turns import Owed
from tests.whatsapp.family import Family


def test_a_message_moves_on_and_never_back(family: Family) -> None:
    owed = family.owe("Anna")
    family.tick()
    for status, then in (("sent", "sent"), ("read", "read"), ("delivered", "read"), ("sent", "read")):
        assert family.reports(owed, status)
        assert family.row(owed).status == then


def test_a_replayed_failure_changes_nothing(family: Family) -> None:
    owed = family.owe("Anna")
    family.tick()
    sid = str(family.row(owed).provider_id)
    gone = DeliveryError("gone", permanent=True)
    family.reports(owed, "failed", DeliveryError("server"))
    family.now += timedelta(minutes=2)
    family.tick()
    assert len(family.texts("Anna")) == 2
    for _ in range(3):
        assert family.reports(owed, "failed", gone, sid=sid)  # of the first try
    assert family.address("Anna").unreachable == ""
    assert family.row(owed).error == ""


def test_a_receipt_about_nothing_of_ours_changes_nothing(family: Family) -> None:
    owed = family.owe("Anna")
    family.tick()
    before = family.row(owed)
    assert family.sender.report(
        Receipt(99999, "SM" + "0" * 32, "failed", DeliveryError("gone", permanent=True)), family.now
    )
    assert family.reports(owed, "failed", DeliveryError("gone", permanent=True), sid="SM" + "f" * 32)
    assert family.row(owed) == before


def test_a_receipt_that_comes_before_we_know_that_it_went_is_told_again(family: Family) -> None:
    owed = family.owe("Anna")
    with family.database.writing() as store:
        store.claim_due(family.now, 10)
    assert not family.reports(owed, "sent", sid="SM" + "0" * 32)


def test_outside_the_window_after_all_it_goes_again_by_template(family: Family) -> None:
    owed = family.owe("Anna")
    family.tick()
    family.reports(owed, "failed", DeliveryError("window"))
    family.tick()
    assert [one.in_window for one in family.number.given] == [True, False]
    assert family.row(owed).status == ANNOUNCED
    assert [reply.text for reply in family.views("Anna")] == ["Piet kan toch niet."]


def test_refused_buttons_go_again_without(family: Family) -> None:
    owed = family.owe("Anna")
    family.tick()
    family.reports(owed, "failed", DeliveryError("content"))
    assert family.row(owed).status == PLAIN
    family.tick()
    assert [one.plain for one in family.number.given] == [False, True]
    family.reports(owed, "failed", DeliveryError("content"))
    family.tick()
    assert family.texts("Anna") == ["Piet kan toch niet.", "Piet kan toch niet.", words()("message-lost", formal=False)]


def test_nobody_behind_the_number_is_told_to_the_organiser_once(family: Family) -> None:
    for _ in range(2):
        owed = family.owe("Piet", "Morgen om tien uur.")
        family.tick()
        if family.row(owed).provider_id:
            family.reports(owed, "failed", DeliveryError("gone", permanent=True))
    family.tick()
    assert family.address("Piet").unreachable == "gone"
    assert [text for text in family.texts("Anna") if "Piet" in text] == [
        "Berichten aan Piet komen niet meer aan. Misschien wil je even bellen."
    ]


def test_it_goes_by_another_channel_where_there_is_one(family: Family) -> None:
    family.also_on_telegram("Piet")
    owed = family.owe("Piet", "Morgen om tien uur.")
    family.tick()
    family.reports(owed, "failed", DeliveryError("blocked", permanent=True))
    family.tick()
    assert [one.reply.text for one in family.telegram.given] == ["Morgen om tien uur."]
    assert family.texts("Anna") == []


def test_what_keeps_failing_is_given_up(family: Family) -> None:
    owed = family.owe("Anna")
    for _ in range(6):
        family.tick()
        if family.row(owed).sent_at is not None and not family.row(owed).error:
            family.reports(owed, "failed", DeliveryError("server"))
        family.now += timedelta(minutes=15)
    *tried, told = family.texts("Anna")
    assert (len(tried), told, family.row(owed).error) == (3, words()("message-lost", formal=False), "server")


def test_an_invitation_code_is_forgotten_once_it_is_there(family: Family) -> None:
    family.says("Anna", "nodig iemand uit")
    with family.database.reading() as store:
        owed = max(one.owed for one in family.number.given)
        assert store.get(Owed, owed).payload["text"]
    family.reports(owed, "delivered")
    assert family.row(owed).payload == {"text": ""}
