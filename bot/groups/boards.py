"""The list of what is open in a family's group: one message that is brought up to date in its place.

It holds what, when and who does it, and nothing else: no reasons, no notes, no sums. Whatever a tap on it leads to
is said to that person alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.saying import Option, Say
from bot.shifts import finding
from locales.nl import moments
from locales.words import Words
from scheduling.care import FIRM, Staffed
from scheduling.codes import hashed
from scheduling.groups import Group
from scheduling.people import Circle, CircleState, Member
from storage.groups import BOARD
from storage.store import Store
from storage.turns import Owed

AHEAD = timedelta(days=15)
SHOWN = 10
STALE = timedelta(hours=12)  # further up in the group than people look
DAY = (8, 21)  # hours in which something new may make a sound
A_MINUTE, AT_MOST = timedelta(minutes=1), 15  # Telegram takes 20 a minute in a group; some are kept for words


@dataclass(frozen=True)
class Posting:
    """What goes to a group: a new message, or `edits` in its place."""

    say: Say
    edits: str = ""
    or_nothing: bool = False  # where it cannot be edited any more, nothing is said instead


def keep_boards(store: Store, images: Iterable[dict[str, Any]], now: datetime) -> None:
    """Bring the lists up to date that these changes are about."""
    for group in store.groups_touched(images):
        refresh(store, group, now)


def refresh(store: Store, group: Group, now: datetime) -> None:
    """Owe a group its list; a little later where it had many already, so that the newest state is what goes."""
    recent = store.sent_there_since(group.address, now - A_MINUTE)
    store.owe_board(group, now if len(recent) < AT_MOST else recent[-AT_MOST] + A_MINUTE)


def refresh_in_the_morning(store: Store, now: datetime) -> None:
    """Days go by: what is past leaves each list, and what comes nearer joins it."""
    for group in store.tied_groups():
        circle = store.find(Circle, group.circle or 0)
        if circle is not None:
            store.owe_board(group, _morning(now, circle.zone))


def posting(store: Store, words: Words, row: Owed, now: datetime) -> Posting | None:
    """What this row says now; None where the list stands as it should."""
    if "close" in row.payload:
        return Posting(Say(words(row.payload["why"])), row.payload["close"], or_nothing=True)
    group = store.find(Group, row.subject or 0)
    circle = None if group is None or group.circle is None else store.find(Circle, group.circle)
    if group is None or circle is None:
        return None
    if circle.state == CircleState.CLOSED:
        untie(store, group, now)
        return None
    roster = store.roster_between(circle.id, now, now + AHEAD) if circle.state == CircleState.ACTIVE else []
    wanted = [staffed for staffed in roster if staffed.places_open]
    rung = set(group.board.get("rung", ()))
    news = {staffed.shift.id for staffed in wanted} - rung
    by_day = DAY[0] <= now.astimezone(ZoneInfo(circle.zone)).hour < DAY[1]
    old = group.posted_at is None or now - group.posted_at >= STALE
    anew = not group.message or (bool(news) and old and by_day)
    before = set() if anew and group.message else set(group.board.get("shown", ()))  # a group that moved goes on
    listed = [s for s in roster if s in wanted[:SHOWN] or (not s.places_open and s.shift.id in before)]
    say = _say(store, words, circle, listed, len(wanted) - SHOWN)
    looks = hashlib.sha256(repr((say.text, say.options)).encode()).hexdigest()
    if not anew and looks == group.board.get("looks"):
        return None
    heard = rung | news if anew or by_day else rung
    board = {
        "shown": [s.shift.id for s in listed],
        "rung": [s.shift.id for s in wanted if s.shift.id in heard],  # taken and free again is news once more
        "looks": looks,
        "waits": bool(news - heard),
    }
    store.rendered([(row.id, {"board": board}, row.address or 0)])
    return Posting(say, "" if anew else group.message)


def posted(store: Store, row_id: int, message: str, now: datetime) -> None:
    """It stands there. An earlier list of the group loses its buttons."""
    row = store.find(Owed, row_id)
    group = None if row is None or "board" not in row.payload else store.find(Group, row.subject or 0, lock=True)
    if row is None or group is None or group.circle is None:
        return
    circle = store.get(Circle, group.circle)
    is_new = group.message != message
    if group.message and is_new:
        _close(store, group, "groups-board-old", row.due_at)
    kept = {key: value for key, value in row.payload["board"].items() if key != "waits"}
    store.change(group, message=message, board=kept, posted_at=now if is_new else group.posted_at)
    if row.payload["board"]["waits"]:  # what came open at night is heard of in the morning
        store.owe_board(group, _morning(now, circle.zone))


def untie(store: Store, group: Group, now: datetime, *, inside: bool = True) -> None:
    """The group and its circle part. `inside`: we are in the group still, and take the buttons away."""
    store.unowe_board(group)
    if inside and group.message:
        _close(store, group, "groups-board-untied", now)
    invite = store.invite_with(hashed(group.code)) if group.code else None
    if invite is not None:
        store.change(invite, withdrawn_at=now)
    store.change(group, circle=None, tied_by=None, code="", message="", board={}, posted_at=None)


def abandon(store: Store, circle: int, now: datetime) -> None:
    """The circle is about to be erased: its lists say that they are no more, and nothing is kept of the groups."""
    for group in store.groups_of(circle):
        untie(store, group, now)
        store.change(store.get(Group, group.id), title="")


def _close(store: Store, group: Group, why: str, now: datetime) -> None:
    payload = {"close": group.message, "why": why}
    store.owe(BOARD, now, address=group.address, subject=group.id, payload=payload, edits=0)


def _say(store: Store, words: Words, circle: Circle, listed: list[Staffed], more: int) -> Say:
    wanted = [staffed for staffed in listed if staffed.places_open]
    key = "groups-open" if wanted else "groups-all-done" if listed else "groups-nothing-open"
    lines = [words(key, recipient=circle.recipient)]
    options = []
    for number, staffed in enumerate(listed, 1):
        lines.append(f"{number}. {finding.line(staffed, circle.zone)}{_who(store, words, staffed)}")
        if staffed.places_open:
            label = words("groups-take", number=number) if len(wanted) > 1 else words("button-claim")
            options.append(Option(label, "claim", {"shift": staffed.shift.id}))
    if more > 0:
        lines.append(words("claim-and-more", count=more))
    return Say("\n".join(lines), tuple(options), once=False)


def _who(store: Store, words: Words, staffed: Staffed) -> str:
    """Who does it, and how many more are wanted. Who wants out stands there no more, and why is nobody's business."""
    names = [store.get(Member, a.member).name for a in staffed.assignments if a.part in FIRM]
    said = words("groups-by", names=moments.listed(names)) if names else ""
    missing = staffed.places_open and (names or staffed.shift.people_needed > 1)
    return said + (" " + words("claim-places", count=staffed.places_open) if missing else "")


def _morning(now: datetime, zone: str) -> datetime:
    here = now.astimezone(ZoneInfo(zone))
    eight = here.replace(hour=DAY[0], minute=0, second=0, microsecond=0)
    return (eight if eight > here else eight + timedelta(days=1)).astimezone(now.tzinfo)
