"""Who may reach the chat page: only a browser on this same machine, and only from the page itself."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.page.words import words

PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class LoopbackOnly:
    """Refuses whatever comes from another machine, through a proxy, under a foreign name or from another site.

    A foreign Host header is what DNS rebinding looks like: a web site that made its own name point at this machine.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or allowed(scope):
            await self.app(scope, receive, send)
        else:
            await PlainTextResponse(words()["only-here"], status_code=403)(scope, receive, send)


def allowed(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    client = scope.get("client")
    if client is None or not is_loopback(client[0]) or any(name in headers for name in PROXIED):
        return False
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not is_own_name(hosts[0]):
        return False
    if scope["method"] in ("GET", "HEAD"):
        return True
    # A browser says where a write comes from; what is no browser (curl, a test) says nothing and may write.
    origin = headers.get("origin")
    if origin is not None and origin != f"{scope['scheme']}://{hosts[0]}":
        return False
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    # A form of another site cannot send this type without asking first, which is never granted.
    return headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"


def is_loopback(address: str) -> bool:
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        return ip.ipv4_mapped.is_loopback
    return ip.is_loopback


def is_own_name(host: str) -> bool:
    """Whether a Host header ("localhost:8000", "[::1]") names this machine by a name no other site can have."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name == "localhost" or is_loopback(name)
