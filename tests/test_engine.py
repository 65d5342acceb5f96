"""One turn, and what can go wrong with it: twice, at once, late, by the wrong person, in the middle of a fault."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.dialog import Capability
from bot.messages import Inbound, Kind, Reply
from bot.turn import Turn
from scheduling.care import Part
from scheduling.people import Address, Standing
from storage.database import Database
from tests.talking import MONDAY, Cast

KIND_ENOUGH = 3  # letters: an answer says something


@pytest.fixture
def cast(database: Database) -> Cast:
    return Cast(database)


def claimed(cast: Cast, shift: int) -> list[int]:
    """The members who have it."""
    with cast.database.reading() as store:
        staffed = store.staffed(shift)
        assert staffed
        return [a.member for a in staffed.responsible]


# Twice, out of order, at once.


def test_a_message_delivered_twice_is_answered_once(cast: Cast) -> None:
    cast.circle()
    message = cast.inbound("Piet", "help")
    assert len(cast.handles(message)) == 1
    assert cast.handles(message) == []
    assert cast.count("inbound") == 1


def test_a_message_delivered_twenty_times_at_once_is_handled_once(cast: Cast) -> None:
    circle = cast.circle()
    shift = cast.planned(circle)
    message = cast.inbound("Piet", "ik doe de huisarts")
    with ThreadPoolExecutor(20) as crowd:
        replies = list(crowd.map(lambda _: cast.engine.handle(message, cast.now), range(20)))
    assert sum(1 for owed in replies if owed) == 1
    assert len(claimed(cast, shift.id)) == 1
    assert cast.count("assignment") == 1


def test_the_first_messages_of_somebody_new_at_once_make_one_address(cast: Cast) -> None:
    messages = [cast.inbound("Karin", f"hallo {n}") for n in range(8)]
    with ThreadPoolExecutor(8) as crowd:
        replies = list(crowd.map(lambda one: cast.engine.handle(one, cast.now), messages))
    assert all(len(owed) == 1 for owed in replies)
    assert cast.count("address") == 1
    assert cast.count("inbound") == 8


def test_an_older_message_that_comes_after_a_newer_one_is_answered_too(cast: Cast) -> None:
    cast.circle()
    first, second = cast.inbound("Piet", "help"), cast.inbound("Piet", "dank je wel")
    assert cast.handles(second)
    assert cast.handles(first)


def test_two_taps_at_once_count_once(cast: Cast) -> None:
    circle = cast.circle()
    shift = cast.planned(circle)
    cast.says("Piet", "wat staat er open?")
    choice = cast.choice("Piet", "Ik doe het").id
    taps = [cast.inbound("Piet", kind=Kind.TAP, choice=choice) for _ in range(2)]
    ready = threading.Barrier(2)

    def tap(inbound: Inbound) -> int:
        ready.wait()
        return len(cast.engine.handle(inbound, cast.now))

    with ThreadPoolExecutor(2) as fingers:
        assert list(fingers.map(tap, taps)) == [1, 1]
    assert len(claimed(cast, shift.id)) == 1
    assert cast.count("assignment") == 1


# Buttons that are old, another's, or made up.


def test_a_button_of_last_week_is_recognised_as_old_or_does_what_it_says(cast: Cast) -> None:
    circle = cast.circle()
    cast.planned(circle, hours=48)
    cast.says("Piet", "wat staat er open?")
    cast.now += timedelta(days=7)
    [reply] = cast.taps("Piet", "Ik doe het")
    assert "al geweest" in reply.text or "niet meer" in reply.text
    assert cast.count("assignment") == 0


def test_a_button_whose_question_was_tidied_away_gets_a_kind_word_and_ways_on(cast: Cast) -> None:
    cast.circle()
    cast.says("Piet", "help")
    choice = next(one for outgoing in cast.post.given for one in outgoing.reply.choices)
    cast.now += timedelta(days=90)
    with cast.database.writing() as store:
        store.tidy(cast.now - timedelta(days=60))
    [reply] = cast.handles(cast.inbound("Piet", kind=Kind.TAP, choice=choice.id))
    assert "oud bericht" in reply.text
    assert reply.choices


def test_a_button_of_somebody_else_does_nothing(cast: Cast) -> None:
    circle = cast.circle()
    shift = cast.planned(circle)
    cast.says("Piet", "wat staat er open?")
    stolen = cast.choice("Piet", "Ik doe het").id
    [reply] = cast.handles(cast.inbound("Fatima", kind=Kind.TAP, choice=stolen))
    assert "oud bericht" in reply.text
    assert claimed(cast, shift.id) == []


@pytest.mark.parametrize(
    "choice",
    ["", ".", "1", "1.99", "-1.0", "999999999999999999999.0", "1.0.0", "²", "x.y", "1.²", "' OR 1=1 --", "0.0"],
)
def test_a_forged_button_is_answered_kindly(cast: Cast, choice: str) -> None:
    cast.circle()
    cast.says("Piet", "help")
    [reply] = cast.handles(cast.inbound("Piet", kind=Kind.TAP, choice=choice))
    assert "oud bericht" in reply.text


def test_a_second_answer_to_an_answered_question_says_so(cast: Cast) -> None:
    circle = cast.circle()
    cast.planned(circle)
    cast.says("Piet", "ik doe de huisarts")
    undo = cast.choice("Piet", "Ongedaan maken").id
    cast.handles(cast.inbound("Piet", kind=Kind.TAP, choice=undo))
    [again] = cast.handles(cast.inbound("Piet", kind=Kind.TAP, choice=undo))
    assert "al op geantwoord" in again.text


# People who are gone.


def test_a_button_of_a_circle_that_one_left_does_nothing(cast: Cast) -> None:
    circle = cast.circle()
    shift = cast.planned(circle)
    cast.says("Piet", "wat staat er open?")
    with cast.database.writing() as store:
        member = store.member_in(circle.id, cast.persons["Piet"])
        assert member
        store.change(member, standing=Standing.LEFT, left_at=cast.now)
    [reply] = cast.taps("Piet", "Ik doe het")
    assert len(reply.text) > KIND_ENOUGH
    assert claimed(cast, shift.id) == []
    [reply] = cast.says("Piet", "wie komt er donderdag?")
    assert "huisarts" not in reply.text


def test_who_blocks_the_bot_gets_nothing_more_and_the_organiser_hears_it_once(cast: Cast) -> None:
    circle = cast.circle()
    cast.planned(circle)
    cast.says("Piet", "ik doe de huisarts")
    cast.tick()
    cast.handles(cast.inbound("Piet", kind=Kind.BLOCKED))
    cast.handles(cast.inbound("Piet", kind=Kind.BLOCKED))
    cast.tick()
    told = [text for text in cast.heard("Anna") if "komen niet meer aan" in text]
    assert len(told) == 1
    assert "Piet" in told[0]
    before = len(cast.post.tried)
    cast.tick(after=5 * 24 * 3600)  # the reminders and the question afterwards fall due
    assert [one for one in cast.post.tried[before:] if one.chat == "Piet"] == []


def test_who_comes_back_after_blocking_is_reached_again(cast: Cast) -> None:
    cast.circle()
    cast.handles(cast.inbound("Piet", kind=Kind.BLOCKED))
    cast.handles(cast.inbound("Piet", kind=Kind.UNBLOCKED))
    with cast.database.reading() as store:
        assert [a.unreachable for a in store.addresses_of(cast.persons["Piet"])] == [""]
    cast.handles(cast.inbound("Piet", kind=Kind.BLOCKED))
    assert cast.says("Piet", "hoi")
    with cast.database.reading() as store:
        assert [a.unreachable for a in store.addresses_of(cast.persons["Piet"])] == [""]


def test_a_stranger_who_blocks_leaves_no_trace(cast: Cast) -> None:
    assert cast.handles(cast.inbound("Niemand", kind=Kind.BLOCKED)) == []
    assert cast.count("address") == 0


# Groups.


def in_group(cast: Cast, name: str, text: str = "", **more: Any) -> list[Reply]:
    return cast.handles(cast.inbound(name, text, chat="-100", group="familie", **more))


def test_who_speaks_to_it_in_a_group_gets_one_kind_line_and_talk_among_people_none(cast: Cast) -> None:
    cast.circle()
    assert in_group(cast, "Fatima", "ik doe dinsdag") == []
    assert in_group(cast, "Onbekend", "hoi allemaal") == []
    assert cast.count("address") == 4
    [line] = in_group(cast, "Piet", "wie komt er vanavond?", addressed=True)
    assert "privé" in line.text
    assert line.choices == ()
    assert in_group(cast, "Piet", "/start@zorgkring_bot") == []
    assert cast.count("conversation") == 0
    assert cast.count("question") == 0


def test_a_command_in_a_group_is_answered_again_after_an_hour(cast: Cast) -> None:
    in_group(cast, "Piet", "/help")
    cast.now += timedelta(minutes=61)
    assert in_group(cast, "Piet", "hoe gaat het?") == []
    assert len(in_group(cast, "Piet", "/help")) == 1


@pytest.mark.parametrize("kind", [Kind.BLOCKED, Kind.VOICE, Kind.PHOTO, Kind.EDITED])
def test_a_group_is_not_answered_what_are_no_words(cast: Cast, kind: Kind) -> None:
    cast.circle()
    assert in_group(cast, "Piet", kind=kind) == []
    assert cast.count("address") == 4


def test_a_bot_that_was_thrown_out_of_a_group_still_reaches_who_did_it(cast: Cast) -> None:
    cast.circle()
    in_group(cast, "Piet", kind=Kind.BLOCKED)
    with cast.database.reading() as store:
        assert all(not a.unreachable for name in cast.persons for a in store.addresses_of(cast.persons[name]))
    assert cast.says("Piet", "hoi")


# Odd words.

ODD = {
    "ten thousand letters": "a" * 10_000,
    "ten thousand letters of sense": "kun je donderdag om half drie naar de huisarts? " * 209,
    "nothing but emoji": "🧦🚿👵🏽👩‍❤️‍👩🇳🇱",
    "nothing": "",
    "spaces": " \n\t ",
    "html": "<b>plan</b> <script>alert(1)</script> morgen om 10 uur",
    "markdown": "*plan* _koffie_ [link](http://example.com) `morgen` om 10 uur",
    "fluent": "plan { $name } { -term } morgen om 10 uur",
    "percent and braces": "%s %(name)s {0} {name} morgen 10:00",
    "right to left": "\u202eplan koffie morgen om 10 uur",
    "zero width": "pl\u200ban kof\u200dfie",
    "a command nobody has": "/nietbestaand",
    "sql": "'; DROP TABLE person; --",
    "a number too long": "plan koffie om " + "9" * 400,
    "a date that does not exist": "plan koffie op 31 februari om 10 uur",
    "a date in the past": "plan koffie op 3 maart 2019 om 10 uur",
    "no time at all": "plan een beurt van 0 uur morgen om 10 uur koffie",
    "forty hours": "plan morgen om 10 uur waken, 40 uur lang",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("name", ["Anna", "Nieuw"])
def test_odd_words_get_an_answer(sqlite_database: Database, text: str, name: str) -> None:
    cast = Cast(sqlite_database)
    cast.circle()
    answer = cast.says(name, text)
    assert len(answer) == 1
    assert len(answer[0].text) > KIND_ENOUGH


@pytest.mark.parametrize("what", ["<b>huis</b>", "*arts* _x_", "{ $form }", "a & b", "100% [ja](x)"])
def test_markup_in_a_task_and_a_name_comes_back_as_it_was_written(sqlite_database: Database, what: str) -> None:
    cast = Cast(sqlite_database)
    circle = cast.circle("<i>Anna</i> & co", "Piet *_`[")
    cast.planned(circle, what)
    assert any(what in reply.text for reply in cast.says("Piet *_`[", "wat staat er open?"))
    cast.taps("Piet *_`[", "Ik doe het")
    cast.tick()
    assert any("Piet *_`[" in text and what in text for text in cast.heard("<i>Anna</i> & co"))


# Faults in the middle.


def breaking(cast: Cast, does: Callable[[Turn, Any], None]) -> Cast:
    """The same cast, with a fault where help should be."""
    broken = Capability("help", {**cast.engine.capabilities["help"].does, "help": does})
    cast.engine = replace(cast.engine, capabilities={**cast.engine.capabilities, "help": broken}, strict=False)
    return cast


def writes_then_breaks(turn: Turn, _: Any) -> None:
    turn.store.add(Address(0, "telegram", "half"))
    turn.tell(turn.someone.id, "help-thanks")
    raise RuntimeError(f"Piet zei: {turn.inbound.text}")


def test_a_fault_keeps_nothing_of_the_turn_and_is_said_kindly(cast: Cast) -> None:
    cast.circle()
    breaking(cast, writes_then_breaks)
    message = cast.inbound("Piet", "help, mijn geheime woorden")
    message = replace(message, text="help")
    with capture_logs() as logs:
        [reply] = cast.handles(message)
    assert "niet bij" in reply.text
    assert cast.count("address") == 4
    assert [row.kind for row in cast.owed()] == ["reply"]
    [line] = [one for one in logs if one["event"] == "turn_failed"]
    assert line["error"] == "RuntimeError"
    assert line["at"].startswith("test_engine.py:")
    assert not any(word in str(logs) for word in ("Piet", "zei", "help-"))


def test_a_message_that_met_a_fault_is_not_handled_again(cast: Cast) -> None:
    cast.circle()
    breaking(cast, writes_then_breaks)
    message = cast.inbound("Piet", "help")
    assert len(cast.handles(message)) == 1
    assert cast.handles(message) == []


def test_after_a_fault_the_conversation_goes_on(cast: Cast) -> None:
    cast.circle()
    cast.says("Anna", "plan")
    breaking(cast, writes_then_breaks)
    with cast.database.reading() as store:
        address = store.address_of("telegram", "Anna")
        assert address
        before = store.conversation_at(address.id)
    cast.says("Anna", "help")
    with cast.database.reading() as store:
        after = store.conversation_at(address.id)
    assert before
    assert after
    assert after.state == before.state
    assert cast.says("Anna", "stop")


# Claims, as far as one turn goes.


def test_who_comes_second_hears_that_another_has_it(cast: Cast) -> None:
    circle = cast.circle()
    shift = cast.planned(circle)
    cast.says("Piet", "ik doe de huisarts")
    [reply] = cast.says("Fatima", "ik doe de huisarts")
    assert "Piet" in reply.text
    with cast.database.reading() as store:
        staffed = store.staffed(shift.id)
        assert staffed
        assert [a.part for a in staffed.assignments] == [Part.CLAIMED]


@pytest.mark.parametrize("year_day", [(2025, 3, 28), (2025, 10, 24)])
def test_a_night_when_the_clocks_change_is_planned_and_reminded_on_the_wall_clock(
    cast: Cast, year_day: tuple[int, int, int]
) -> None:
    cast.now = MONDAY.replace(year=year_day[0], month=year_day[1], day=year_day[2])
    cast.circle()
    cast.says("Anna", "plan zondag om 09:00 koffie bij ma, een uur")
    cast.taps("Anna", "Ja")
    with cast.database.reading() as store:
        [staffed] = store.roster_between(1, cast.now, cast.now + timedelta(days=4))
    from zoneinfo import ZoneInfo

    local = staffed.shift.start.astimezone(ZoneInfo("Europe/Amsterdam"))
    assert (local.weekday(), local.hour, local.minute) == (6, 9, 0)
