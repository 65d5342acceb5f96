"""What people do on Telegram, as the program gets to hear it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_updates import ALLOWED, callback_id, read, update_id
from bot.messages import Inbound, Kind
from tests.fakes.bot_api import USERNAME, BotApi

NOW = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
SENT = datetime(2025, 3, 3, 8, 59, 50, tzinfo=UTC)


@pytest.fixture
def fake() -> BotApi:
    """People without a server: what they do is read straight from the update."""
    return BotApi(clock=SENT.timestamp)


def heard(update: Any) -> Inbound:
    inbound = read(update, username=USERNAME, now=NOW)
    assert inbound is not None
    return inbound


def test_a_text_has_all_that_an_answer_needs(fake: BotApi) -> None:
    update = fake.says("Piet", "maak een zorgkring voor mijn moeder Nel")
    assert heard(update) == Inbound(
        channel="telegram",
        chat="7001",
        sender="7001",
        name="Piet",
        external_id=str(update["update_id"]),
        at=SENT,
        text="maak een zorgkring voor mijn moeder Nel",
    )


def test_the_code_of_an_invitation_stays_in_the_text(fake: BotApi) -> None:
    assert heard(fake.says("Piet", "/start Ab3-x_9")).text == "/start Ab3-x_9"


@pytest.mark.parametrize(
    ("send", "kind"),
    [
        (lambda fake: fake.sends_voice("Piet"), Kind.VOICE),
        (lambda fake: fake.sends_sticker("Piet"), Kind.STICKER),
        (lambda fake: fake.sends_location("Piet"), Kind.LOCATION),
        (lambda fake: fake.sends_document("Piet"), Kind.OTHER),
        (lambda fake: fake.sends("Piet", contact={"phone_number": "+31612345678", "first_name": "Riet"}), Kind.OTHER),
        (lambda fake: fake.blocks("Piet"), Kind.BLOCKED),
        (lambda fake: fake.unblocks("Piet"), Kind.UNBLOCKED),
    ],
)
def test_what_has_no_words_of_their_own_arrives_as_its_kind(
    fake: BotApi, send: Callable[[BotApi], Any], kind: Kind
) -> None:
    inbound = heard(send(fake))
    assert (inbound.kind, inbound.text, inbound.chat, inbound.name) == (kind, "", "7001", "Piet")


def test_a_forwarded_message_and_a_photo_bring_the_words_that_go_with_them(fake: BotApi) -> None:
    forwarded = heard(fake.forwards("Piet", "Kun jij morgen?"))
    photo = heard(fake.sends_photo("Piet", "Nel in de tuin"))
    assert (forwarded.kind, forwarded.text) == (Kind.FORWARDED, "Kun jij morgen?")
    assert (photo.kind, photo.text) == (Kind.PHOTO, "Nel in de tuin")


def test_a_changed_message_brings_its_new_words_under_an_id_of_its_own(fake: BotApi) -> None:
    before = heard(fake.says("Piet", "donderdag"))
    after = heard(fake.edits("Piet", "vrijdag"))
    assert (after.kind, after.text) == (Kind.EDITED, "vrijdag")
    assert after.external_id != before.external_id


def test_a_walking_live_location_is_left_in_peace(fake: BotApi) -> None:
    update = fake.sends_location("Piet")
    assert read({"update_id": 1, "edited_message": update["message"]}, username=USERNAME, now=NOW) is None


def test_a_tap_brings_the_choice_its_label_and_the_message_that_bore_it(fake: BotApi) -> None:
    inbound = heard(_tap(fake))
    assert (inbound.kind, inbound.choice, inbound.text, inbound.message) == (Kind.TAP, "c1", "Ik ga", "31")
    assert inbound.at == NOW  # Telegram does not say when


def test_a_tap_on_a_message_of_long_ago_still_brings_the_choice(fake: BotApi) -> None:
    update = fake.taps_data("Piet", "c1", 17)
    inbound = heard(update)
    assert (inbound.choice, inbound.text, inbound.message, inbound.chat) == ("c1", "", "17", "7001")


def test_a_group_is_told_apart_from_its_people(fake: BotApi) -> None:
    inbound = heard(fake.says("Piet", "wie kan er?", group="Familie de Vries"))
    assert inbound.group == "Familie de Vries"
    assert inbound.chat == fake.chat_id("Familie de Vries")
    assert inbound.sender == fake.chat_id("Piet")


def test_who_writes_as_the_group_itself_is_nobody_in_it(fake: BotApi) -> None:
    inbound = heard(fake.says_as_the_group(f"/koppel@{USERNAME}", "Familie de Vries"))
    assert (inbound.kind, inbound.text, inbound.name) == (Kind.TEXT, "/koppel", "")
    assert inbound.sender == inbound.chat == fake.chat_id("Familie de Vries")


def test_a_group_that_nobody_or_another_bot_takes_the_bot_out_of_closes_its_door_too(fake: BotApi) -> None:
    update = fake.removes_bot("Piet", "Familie de Vries")
    update["my_chat_member"]["from"] = {"id": 99, "is_bot": True, "first_name": "Opruimer"}
    assert heard(update).kind is Kind.BLOCKED
    update["my_chat_member"]["chat"] = {"id": -1009, "type": "channel", "title": "Nieuws"}
    assert read(update, username=USERNAME, now=NOW) is None


def test_another_bot_in_a_group_is_not_heard(fake: BotApi) -> None:
    robot = {"id": 99, "is_bot": True, "first_name": "Robot"}
    update = fake.sends("Piet", group="Familie de Vries", text="/koppel", **{"from": robot})
    assert read(update, username=USERNAME, now=NOW) is None


def test_a_group_that_takes_the_bot_out_closes_its_door(fake: BotApi) -> None:
    inbound = heard(fake.removes_bot("Piet", "Familie de Vries"))
    assert (inbound.kind, inbound.group, inbound.chat) == (
        Kind.BLOCKED,
        "Familie de Vries",
        fake.chat_id("Familie de Vries"),
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (f"/rooster@{USERNAME} deze week", "/rooster deze week"),
        (f"/start@{USERNAME.upper()}", "/start"),
        (f"@{USERNAME} wie komt er vanavond?", "wie komt er vanavond?"),
        (f"@{USERNAME}: wie komt er?", "wie komt er?"),
        ("mail naar riet@buren.example", "mail naar riet@buren.example"),
    ],
)
def test_in_a_group_the_bots_own_name_is_not_part_of_the_words(fake: BotApi, typed: str, text: str) -> None:
    assert heard(fake.says("Piet", typed, group="Familie")).text == text


def test_a_command_for_another_bot_is_not_ours(fake: BotApi) -> None:
    assert read(fake.says("Piet", "/start@other_bot", group="Familie"), username=USERNAME, now=NOW) is None


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        ({"first_name": "Piet", "last_name": "de Vries"}, "Piet"),
        ({"first_name": "", "last_name": "de Vries"}, "de Vries"),
        ({"first_name": "  \n", "last_name": ""}, ""),
        ({"first_name": "Buurvrouw  Riet\n"}, "Buurvrouw Riet"),
        ({"first_name": "<b>Jan</b> & *co*"}, "<b>Jan</b> & *co*"),
        ({"first_name": "Ri\u202eet\u0000"}, "Ri et"),
        ({"first_name": "Fàtima 🌷"}, "Fàtima 🌷"),
    ],
)
def test_people_go_by_their_first_name_on_one_line(fake: BotApi, profile: dict[str, str], name: str) -> None:
    fake.person("Wie", **profile)
    assert heard(fake.says("Wie", "hoi")).name == name


def test_what_a_database_cannot_keep_is_taken_out(fake: BotApi) -> None:
    text = heard(fake.says("Piet", "hoi\x00 \ud83d daar 🙂")).text
    assert text == "hoi \ufffd daar 🙂"
    assert text.encode().decode() == text


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1}},
        {"new_chat_members": [{"id": 9, "is_bot": False, "first_name": "Anna"}]},
        {"new_chat_title": "Zorg voor Nel"},
    ],
)
def test_what_telegram_itself_says_in_a_chat_asks_no_answer(fake: BotApi, content: dict[str, Any]) -> None:
    assert read(fake.sends("Piet", group="Familie", **content), username=USERNAME, now=NOW) is None


def test_other_bots_and_channels_are_not_talked_to(fake: BotApi) -> None:
    fake.person("Robot", is_bot=True)
    assert read(fake.says("Robot", "hoi"), username=USERNAME, now=NOW) is None
    channel = fake.says("Piet", "hoi")
    channel["message"]["chat"] = {"id": -100, "type": "channel", "title": "Nieuws"}
    assert read(channel, username=USERNAME, now=NOW) is None


def test_a_promotion_in_a_group_is_no_open_door(fake: BotApi) -> None:
    update = fake.removes_bot("Piet", "Familie")
    update["my_chat_member"]["new_chat_member"]["status"] = "administrator"
    assert read(update, username=USERNAME, now=NOW) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_junk_is_never_a_stumbling_block(data: st.DataObject) -> None:
    """Any update with any part of it replaced or missing is read, or left, and never raises."""
    update = deepcopy(data.draw(st.sampled_from(_of_each_kind())))
    part: Any = update
    while isinstance(part, dict | list) and part:
        key = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        if not isinstance(part[key], dict | list) or data.draw(st.booleans()):
            part[key] = data.draw(json_values)
            break
        part = part[key]
    inbound = read(update, username=USERNAME, now=NOW)
    assert callback_id(update) is not None
    if inbound:
        assert inbound.external_id == str(update_id(update))
        assert inbound.at.tzinfo is UTC
        for value in (inbound.text, inbound.name, inbound.choice, inbound.message, inbound.group):
            assert isinstance(value, str)
            assert "\0" not in value
            assert value.encode().decode() == value


@given(json_values)
def test_what_is_no_update_at_all_is_left(value: Any) -> None:
    assert read(value, username=USERNAME, now=NOW) is None
    assert callback_id(value) == ""


def test_what_we_ask_for_is_what_we_read() -> None:
    assert set(ALLOWED) == {"message", "edited_message", "callback_query", "my_chat_member"}


def _tap(fake: BotApi) -> Any:
    update = fake.taps_data("Piet", "c1", 31)
    update["callback_query"]["message"] |= {
        "date": 1741000000,
        "text": "Donderdag om 14:30",
        "reply_markup": {
            "inline_keyboard": [
                [{"text": "Ik ga", "callback_data": "c1"}, {"text": "Lukt niet", "callback_data": "c2"}]
            ]
        },
    }
    return update


@cache
def _of_each_kind() -> list[Any]:
    fake = BotApi()
    return [
        fake.says("Piet", f"/rooster@{USERNAME}", group="Familie"),
        fake.says("Piet", "hoi"),
        fake.edits("Piet", "dag"),
        _tap(fake),
        fake.blocks("Piet"),
        fake.sends_photo("Piet"),
    ]
