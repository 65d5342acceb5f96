"""What Twilio posts to us: messages and what became of ours; it may forget one only once it is committed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.channels import Receive, Report, whatsapp_updates
from bot.channels.whatsapp_errors import as_number, delivery_error
from bot.messages import Inbound, Receipt

SIGNATURE = "X-Twilio-Signature"
ANSWER_WITHIN = 10.0  # seconds; Twilio waits 15
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

_STATUSES = {"sent": "sent", "delivered": "delivered", "read": "read", "failed": "failed", "undelivered": "failed"}

log = structlog.get_logger()


class Arrivals:
    """Hands messages and receipts over, and answers Twilio when they are kept."""

    def __init__(
        self,
        *,
        account_sid: str,
        public_url: str,
        is_signed: Callable[[str, dict[str, str], str], bool],
        counts: Counter[str],
        clock: Callable[[], datetime],
    ) -> None:
        """`is_signed` takes the address that was called, the form and the signature that came with it."""
        self._account_sid = account_sid
        self._public_url = public_url
        self._is_signed = is_signed
        self._counts = counts
        self._clock = clock

    async def webhook(self, request: Request, receive: Receive) -> Response:
        """Answer one message: 200 once it is committed, 403 to strangers, 503 so that Twilio tries its fallback."""
        form = await self._signed(request)
        if form is None:
            return Response(status_code=403)
        inbound = whatsapp_updates.read(form, self._clock())
        if inbound is not None and not await self._hand_over(inbound, receive):
            return Response(status_code=503)
        return Response(TWIML, media_type="text/xml")

    async def status(self, request: Request, report: Report) -> Response:
        """Answer one status callback: 204, also where it tells nothing new; 403 to strangers."""
        form = await self._signed(request)
        if form is None:
            return Response(status_code=403)
        receipt = _receipt(form, request.query_params.get("owed", ""))
        if receipt is not None:
            try:
                async with asyncio.timeout(ANSWER_WITHIN):
                    await _told(receipt, report)
            except Exception as error:
                log.error("whatsapp_receipt_not_kept", error=type(error).__name__)
                return Response(status_code=503)
        return Response(status_code=204)

    async def _hand_over(self, inbound: Inbound, receive: Receive) -> bool:
        """Whether it is committed, within the time that Twilio waits; what takes longer is still done."""
        task = asyncio.ensure_future(receive(inbound))
        try:
            await asyncio.wait_for(asyncio.shield(task), ANSWER_WITHIN)
        except TimeoutError:
            self._counts["too_slow"] += 1
            task.add_done_callback(_heed)
            return False
        except Exception as error:  # whatever it is, the message stays Twilio's to give again
            self._counts["not_committed"] += 1
            log.error("whatsapp_not_committed", error=type(error).__name__)
            return False
        return True

    async def _signed(self, request: Request) -> dict[str, str] | None:
        """The form, where Twilio signed it for our public address; None for everybody else's."""
        given = request.headers.get(SIGNATURE, "")
        if not given or not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            self._counts["webhook_strangers"] += 1
            return None
        try:
            form = await request.form(max_files=0)
        except (ClientDisconnect, ValueError, HTTPException):
            return None
        # Behind a proxy the request knows neither the host nor the scheme that Twilio called and signed.
        url = f"{self._public_url}{request.url.path}" + (f"?{request.url.query}" if request.url.query else "")
        fields = {name: word for name, word in form.items() if isinstance(word, str)}
        right = len(fields) == len(form.multi_items()) and self._is_signed(url, fields, given)
        if not right or fields.get("AccountSid", self._account_sid) != self._account_sid:
            self._counts["webhook_strangers"] += 1
            log.warning("whatsapp_wrong_signature")
            return None
        return fields


def _receipt(form: Mapping[str, str], owed: str) -> Receipt | None:
    status, sid = _STATUSES.get(form.get("MessageStatus", "")), form.get("MessageSid", "")
    if status is None or not whatsapp_updates.is_sid(sid) or not owed.isdecimal() or len(owed) > 12:
        return None
    if status != "failed":
        return Receipt(int(owed), sid, status)
    code = as_number(form.get("ErrorCode", ""))
    log.warning("whatsapp_not_delivered", code=code)
    return Receipt(int(owed), sid, status, delivery_error(code))


async def _told(receipt: Receipt, report: Report) -> None:
    """Tell the program, again where it has not written down yet that the message went."""
    for wait in (0.2, 0.5, 1.0, 2.0, 0.0):
        if await report(receipt):
            return
        await asyncio.sleep(wait)


def _heed(task: asyncio.Future[None]) -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("whatsapp_not_committed", error=type(task.exception()).__name__)
