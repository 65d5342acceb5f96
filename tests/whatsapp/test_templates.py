"""The templates that Meta approves, outside the window."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.channels import Channel, Windowed
from bot.channels.whatsapp import WhatsApp
from bot.messages import VIEW, Choice, Kind, Outgoing, Reply
from locales.templates import template_for, templates
from tests.fakes.twilio import Twilio
from tests.whatsapp.echo import NOW, PIET, Echo, refused

JA_NEE = (Choice("Ja", "7.0"), Choice("Nee", "7.1"))


async def test_syncing_makes_and_submits_each_template_once(fake: Twilio, channel: WhatsApp) -> None:
    states = await channel.sync()
    assert set(states) == {"reminder", "ask", "overview", "invitation", "alert"}
    assert {state.status for state in states.values()} == {"approved"}
    made = len(fake.made())
    await channel.sync()
    assert len(fake.made()) == made == 5
    assert fake.refused == []


async def test_the_host_sees_what_is_pending_or_rejected_and_why(fake: Twilio, channel: WhatsApp) -> None:
    fake.approves = False
    states = await channel.sync()
    assert {state.status for state in states.values()} == {"pending"}
    fake.decide("rejected", "It looks like marketing.")
    states = await channel.refresh()
    assert (states["alert"].status, states["alert"].reason) == ("rejected", "It looks like marketing.")
    assert not channel.may_open("alert")


async def test_after_a_day_of_silence_only_the_template_goes(fake: Twilio, channel: WhatsApp, echo: Echo) -> None:
    await channel.sync()
    fake.last_in[PIET] = NOW - timedelta(days=3)
    reply = Reply(
        "Over een uur: huisarts.", JA_NEE, template="reminder", variables=("Piet", "Over een uur:\nhuisarts.")
    )
    await channel.send(Outgoing(PIET, reply, in_window=False, owed=12))
    await fake.deliver()
    [seen] = fake.phones[PIET]
    assert seen.text.startswith("Hoi Piet, een herinnering uit de zorgkring:\n\nOver een uur: huisarts.")
    assert seen.buttons == [("Bekijk", VIEW)]
    assert seen.template
    assert [receipt.status for receipt in echo.receipts] == ["sent", "delivered", "read"]
    await fake.taps("Piet", "Bekijk")
    assert (echo.got[-1].kind, echo.got[-1].choice) == (Kind.TAP, VIEW)


async def test_a_template_that_is_not_approved_waits(fake: Twilio, channel: WhatsApp) -> None:
    fake.approves = False
    await channel.sync()
    reply = Reply("Over een uur.", template="reminder", variables=("Piet", "Over een uur."))
    error = await refused(channel, Outgoing(PIET, reply, in_window=False))
    assert (error.reason, error.permanent) == ("template", False)
    assert not channel.may_open("reminder")


@pytest.mark.parametrize("name", ["reminder", "ask", "overview", "invitation", "alert"])
def test_a_template_reads_as_its_samples_say(name: str) -> None:
    template = templates()[name]
    text = template.filled(template.samples)
    assert "{{" not in text
    assert len(text) <= 1024
    assert template.category == "UTILITY"
    assert len(template.button) <= 20


def test_every_proactive_message_has_a_template() -> None:
    assert template_for("reminder") == "reminder"
    assert template_for("checkout") == "reminder"
    assert template_for("ask") == "ask"
    assert template_for("notice") == "alert"


def test_it_is_a_channel_with_a_window_of_less_than_a_day(channel: WhatsApp) -> None:
    plain: Channel = channel
    assert isinstance(plain, Windowed)
    assert timedelta(hours=23) < plain.window < timedelta(hours=24)
