"""The program on WhatsApp: its window, what comes back about messages, STOP, new holders of a number, the costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.commands.whatsapp import costs
from bot.messages import VIEW, DeliveryError, Kind, Outgoing, Receipt, Reply
from locales.words import words
from scheduling.asking import Ask, AskRound
from scheduling.claims import claim
from scheduling.people import Address, Circle, Standing
from storage.database import Database
from storage.delivering import ANNOUNCED, PLAIN, WAITING
from storage.turns import Owed
from tests.talking import NAMES, Cast, Post

DAY = timedelta(days=1)
PIET = "+31612345678"


@dataclass
class Number(Post):
    """WhatsApp, as the program sees it."""

    name: str = "whatsapp"
    edits: bool = False
    window: timedelta = timedelta(hours=24)
    approved: bool = True

    def may_open(self, template: str) -> bool:
        assert template
        return self.approved

    async def send(self, outgoing: Outgoing) -> str:
        return f"SM{int(await super().send(outgoing)):032x}"


class Family(Cast):
    """Everybody on WhatsApp, and on Telegram too where they say so."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, channel="whatsapp")
        self.post = self.number = Number()
        self.telegram = Post()
        self.channels: dict[str, Any] = {"whatsapp": self.number, "telegram": self.telegram}
        self.sender = replace(self.sender, channels=self.channels)

    def also_on_telegram(self, name: str) -> None:
        with self.database.writing() as store:
            store.add(Address(0, "telegram", name, self.persons[name], last_in_at=self.now))

    def owe(self, name: str, text: str = "Piet kan toch niet.", **more: Any) -> int:
        with self.database.writing() as store:
            owed = store.owe("notice", self.now, person=self.persons[name], payload={"text": text}, **more)
        assert owed is not None
        return owed

    def row(self, owed: int) -> Owed:
        with self.database.reading() as store:
            return store.get(Owed, owed)

    def address(self, name: str) -> Address:
        with self.database.reading() as store:
            found = store.address_of("whatsapp", name)
        assert found is not None
        return found

    def reports(self, owed: int, status: str, error: DeliveryError | None = None, *, sid: str = "") -> bool:
        receipt = Receipt(owed, sid or str(self.row(owed).provider_id), status, error)
        return self.sender.report(receipt, self.now)

    def texts(self, name: str) -> list[str]:
        return [one.reply.text for one in self.number.given if one.chat == name]

    def views(self, name: str) -> list[Reply]:
        """Somebody taps [Bekijk]; what follows is what waited."""
        before = len(self.number.given)
        self.handles(self.inbound(name, kind=Kind.TAP, choice=VIEW))
        self.tick()
        return [one.reply for one in self.number.given[before:]]


@pytest.fixture
def family(database: Database) -> Family:
    family = Family(database)
    family.circle()
    for name in NAMES:
        family.says(name, "bedankt")
    family.number.given.clear()
    return family


def reminded(family: Family) -> None:
    """A visit of Piet's, and the clock at its reminder, three days after he last spoke."""
    with family.database.reading() as store:
        circle = store.get(Circle, 1)
    shift = family.planned(circle, hours=72)
    with family.database.writing() as store:
        piet = next(member for member in store.members_of(circle.id) if member.name == "Piet")
        claim(store, shift.id, piet, family.now)
    with family.database.writing() as store:
        store.unowe(("checkout",), 1)
    for hours in (48, 23):  # a day before, and an hour before
        family.now += timedelta(hours=hours)
        family.tick()


# The window


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


# What comes back


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


# What it costs


def test_messages_are_counted_by_month_and_circle(family: Family, capsys: pytest.CaptureFixture[str]) -> None:
    reminded(family)
    family.views("Piet")
    family.says("Piet", "help")
    family.owe("Anna")
    family.tick()
    with family.database.reading() as store:
        counts = {(row["month"], row["circle"], row["kind"]): row["count"] for row in store.message_counts()}
    templates = counts["2025-03", 1, "template"]
    assert templates == sum(not one.in_window for one in family.number.given)
    before = len(NAMES)  # the answers to their first words
    assert counts["2025-03", 1, "session"] == before + sum(one.in_window for one in family.number.given)
    assert costs([], family.database) == 0
    assert f"2025-03         1{templates:>10}" in capsys.readouterr().out


def test_a_message_is_counted_for_the_circle_that_it_is_about(family: Family) -> None:
    second = family.circle("Anna", "Piet", recipient="Joop")
    family.now += 2 * DAY
    family.owe("Piet", "Joop is jarig.", subject=second.id)
    family.tick()
    with family.database.reading() as store:
        by_template = [row for row in store.message_counts() if row["kind"] == "template"]
    assert [(row["circle"], row["count"]) for row in by_template] == [(second.id, 1)]


def test_an_ask_is_counted_for_the_circle_that_asks(family: Family) -> None:
    second = family.circle("Anna", "Piet", recipient="Joop")
    shift = family.planned(second, "koffie", hours=96)
    family.now += 2 * DAY
    with family.database.writing() as store:
        piet = next(member for member in store.members_of(second.id) if member.name == "Piet")
        asks = store.ask_round_of(second.id) or store.add(AskRound(0, second.id))
        ask = store.add(Ask(0, asks.id, piet.id, (shift.id,), 1, family.now))
        store.owe("ask", family.now, person=family.persons["Piet"], subject=ask.id)
    family.tick()
    assert family.number.given[-1].reply.template == "ask"
    with family.database.reading() as store:
        by_template = [row for row in store.message_counts() if row["kind"] == "template"]
    assert [(row["circle"], row["count"]) for row in by_template] == [(second.id, 1)]
