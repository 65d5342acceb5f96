"""The mark of doing two things at once goes when the other goes, whichever way it went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from scheduling.care import Shift
from scheduling.people import Circle, Member
from scheduling.suited import hindrances
from storage.store import Store

_MAY_CLEAR = {
    "assignment": {"part", "member"},
    "shift": {"state", "start", "end"},
    "absence": {"ended"},
    "never": {"ended"},
}
"""What has to change for something to be out of somebody's way."""


def keep_marks(store: Store, images: Iterable[dict[str, Any]], now: datetime) -> None:
    """Take the mark from those in whose way these changes left nothing. To be called before the turn is kept."""
    changed: dict[str, list[int]] = defaultdict(list)
    for image in images:
        if _MAY_CLEAR.get(image["table"], set()) & (image["before"] or {}).keys():
            changed[image["table"]].append(int(image["id"]))
    for assignment in store.marked_of_those(changed, now) if changed else ():
        shift, member = store.get(Shift, assignment.shift), store.get(Member, assignment.member)
        if not hindrances(store, shift, member, store.get(Circle, shift.circle).zone):
            store.unmark(assignment)
