"""What Twilio refuses, and what then becomes of a message."""

from __future__ import annotations

import pytest

from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_errors import delivery_error
from bot.messages import Choice, Outgoing, Reply
from tests.fakes.twilio import Twilio
from tests.whatsapp.echo import PIET, refused, whatsapp

JA_NEE = (Choice("Ja", "7.0"), Choice("Nee", "7.1"))


@pytest.mark.parametrize("chat", ["banana", "0612345678", "+0612345678", "31612345678", "+316", "", "whatsapp:+316123"])
async def test_a_number_with_a_wrong_country_code_is_nobody(fake: Twilio, channel: WhatsApp, chat: str) -> None:
    error = await refused(channel, Outgoing(chat, Reply("hoi")))
    assert (error.reason, error.permanent) == ("gone", True)
    assert fake.calls == []


@pytest.mark.parametrize(
    ("status", "code", "reason", "permanent"),
    [
        (400, 21211, "gone", True),
        (400, 21614, "gone", True),
        (400, 21610, "stopped", True),
        (400, 63003, "gone", True),
        (400, 63016, "window", False),
        (429, 20429, "flood", False),
        (400, 63018, "flood", False),
        (401, 20003, "token", False),
        (500, 20500, "server", False),
        (503, 503, "server", False),
        (400, 12345, "refused", True),
    ],
)
async def test_what_twilio_refuses_is_translated(
    fake: Twilio, channel: WhatsApp, status: int, code: int, reason: str, permanent: bool
) -> None:
    fake.faults.append(("/Messages.json", status, code))
    error = await refused(channel, Outgoing(PIET, Reply("hoi")))
    assert (error.reason, error.permanent) == (reason, permanent)
    assert (error.retry_after is not None) == (reason in ("flood", "token"))


@pytest.mark.parametrize("code", [63014, 63032, 63033, 63049, 30004])
def test_what_this_person_may_not_have_goes_another_way(code: int) -> None:
    assert (delivery_error(code).reason, delivery_error(code).permanent) == ("blocked", True)


@pytest.mark.parametrize(
    ("code", "reason"), [(63019, "server"), (63038, "flood"), (63112, "token"), (63041, "template")]
)
def test_what_passes_is_tried_again(code: int, reason: str) -> None:
    assert (delivery_error(code).reason, delivery_error(code).permanent) == (reason, False)


@pytest.mark.parametrize("code", [63024, 30006, 30005])
def test_nobody_behind_a_number_is_for_good(code: int) -> None:
    assert (delivery_error(code).reason, delivery_error(code).permanent) == ("gone", True)


async def test_a_wrong_key_is_the_hosts_to_mend_and_nothing_is_given_up(fake: Twilio) -> None:
    channel = whatsapp(fake, token="another-token")
    error = await refused(channel, Outgoing(PIET, Reply("hoi")))
    channel.close()
    assert (error.reason, error.permanent) == ("token", False)


async def test_where_twilio_is_out_of_reach_it_is_tried_again(fake: Twilio) -> None:
    channel = whatsapp(fake)
    channel.client.http_client._base_url = "http://127.0.0.1:9"
    error = await refused(channel, Outgoing(PIET, Reply("hoi")))
    channel.close()
    assert (error.reason, error.permanent) == ("server", False)


async def test_an_error_of_twilio_is_not_quoted(
    fake: Twilio, channel: WhatsApp, capsys: pytest.CaptureFixture[str]
) -> None:
    error = await refused(channel, Outgoing("+31600000000", Reply("", (Choice("geheim", "1"),)), in_window=False))
    assert error.reason == "template"
    fake.faults.append(("/Messages.json", 400, 21211))
    error = await refused(channel, Outgoing(PIET, Reply("mijn geheim")))
    assert error.__cause__ is None
    said = capsys.readouterr()
    assert "geheim" not in said.out + said.err
    assert PIET not in said.out + said.err
