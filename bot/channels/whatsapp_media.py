"""Addresses of files that only we can make, and that stop working after a while."""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable
from datetime import datetime
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from bot.messages import Attachment

Files = Callable[[int, int], Awaitable[Attachment | None]]
"""The attachment with this number of an outbox row, where both still exist."""


def token(key: bytes, owed: int, index: int, until: datetime) -> str:
    """What an address holds: which file, until when, and proof that we said so."""
    what = f"{owed}.{index}.{int(until.timestamp())}"
    return f"{what}.{_proof(key, what)}"


def opened(key: bytes, given: str, now: datetime) -> tuple[int, int] | None:
    """The outbox row and the number of its file; None where the token is not ours or too old."""
    what, _, proof = given.rpartition(".")
    if not hmac.compare_digest(proof.encode(), _proof(key, what).encode()):
        return None
    owed, index, until = map(int, what.split("."))
    return (owed, index) if now.timestamp() <= until else None


def address(public_url: str, made: str, name: str) -> str:
    """The whole address; the name at its end is what WhatsApp shows."""
    return f"{public_url.rstrip('/')}/media/{made}/{quote(name, safe='')}"


async def answer(key: bytes, request: Request, files: Files, now: datetime) -> Response:
    """Answer for one file: 403 where the address is not ours or too old, 404 where the file is gone."""
    meant = opened(key, request.path_params["token"], now)
    if meant is None:
        return Response(status_code=403)
    file = await files(*meant)
    if file is None or file.name != request.path_params["name"]:
        return Response(status_code=404)
    name = re.sub(r"[^\w.-]", "_", file.name, flags=re.ASCII)
    return Response(file.data, media_type=file.mime, headers={"content-disposition": f'inline; filename="{name}"'})


def _proof(key: bytes, what: str) -> str:
    return urlsafe_b64encode(hmac.digest(key, what.encode(), hashlib.sha256)[:18]).decode()
