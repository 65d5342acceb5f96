"""Twilio's error codes as our delivery errors. The texts that come with them may quote people, so they are dropped."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from bot.messages import DeliveryError

SOON, LATER, MUCH_LATER = 5.0, 60.0, 900.0  # seconds

_GONE = (
    21211,  # the number is not valid
    21217,
    21614,  # not a mobile number
    30005,  # unknown handset
    30006,  # a landline, or a carrier that cannot be reached
    63003,  # WhatsApp does not know this address
    63024,  # invalid recipient: not on WhatsApp
)
_BLOCKED = (
    30004,  # the person blocked us
    63014,  # so they did on WhatsApp
    63015,  # Twilio's sandbox: this number has not joined (any more)
    63032,  # Meta does not let this person have it, for a while
    63033,
    63049,  # nor this, which it takes for advertising
)
_STOPPED = (21610,)  # said STOP to Twilio itself
_WINDOW = (63016,)  # too long since the person wrote
_FLOOD = {20429: SOON, 30022: SOON, 63017: LATER, 63018: LATER, 63038: MUCH_LATER}  # seconds to wait
_TEMPLATE = (63027, 63040, 63041, 63042)  # not there (any more), rejected, paused, disabled
_TOKEN = (
    20003,
    20404,
    21606,
    21660,
    63001,
    63007,
    63020,
    63022,
    63051,
    63112,
)  # the host's to mend: keys, sender, account
_SERVER = (20500, 20503, 30003, 30008, 63005, 63008, 63009, 63010, 63011, 63012, 63019, 63023)

_CONTENT = (21654, 21655, 21656, 21658, 63013, 63021, 63028)  # something about the buttons: without them it may go


def delivery_error(code: int, status: int = 0) -> DeliveryError:
    """The error for a code, or for an HTTP status where the code says nothing."""
    if code in _GONE:
        return DeliveryError("gone", permanent=True)
    if code in _BLOCKED:
        return DeliveryError("blocked", permanent=True)
    if code in _STOPPED:
        return DeliveryError("stopped", permanent=True)
    if code in _WINDOW:
        return DeliveryError("window")
    if code in _FLOOD or status == 429:
        return DeliveryError("flood", retry_after=_FLOOD.get(code, SOON))
    if code in _TEMPLATE:
        return DeliveryError("template", retry_after=MUCH_LATER)
    if code in _CONTENT:
        return DeliveryError("content")
    if code in _TOKEN or status in (401, 403):
        return DeliveryError("token", retry_after=LATER)
    if code in _SERVER or status >= 500 or not 400 <= status < 500:
        return DeliveryError("server")
    return DeliveryError("refused", permanent=True)


def as_number(given: Any) -> int:
    """A code as Twilio gives it, 0 where it is none."""
    with suppress(TypeError, ValueError):
        return int(given)
    return 0
