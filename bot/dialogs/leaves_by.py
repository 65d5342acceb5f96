"""A yes of somebody who must be gone by an hour: "maar alleen als ik voor 4 weg kan"."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.ask import ask_yes
from bot.dialogs.claim import ask_whole, do_claim, meant
from bot.dialogs.open import FAR
from bot.shifts import finding
from bot.turn import Instead, Turn
from scheduling.care import Shift
from scheduling.rights import Action, may

_HALF_A_DAY = 12 * 60  # minutes: "voor 4" may be 16:00


def leaves_by(turn: Turn, values: Values) -> None:
    """Theirs where it is over by then; else it is asked whether they can stay that long."""
    allowed = [place for place in turn.places if may(place[0], Action.CLAIM, place[1])]
    asked = [s for id in values.get("shifts") or () if (s := turn.store.staffed(int(id))) is not None]
    wanted = {name: values[name] for name in ("start",) if values.get(name)}
    asked = finding.matching(asked, wanted, turn.someone.zone, turn.now)
    if len(asked) != 1:
        asked = [staffed for staffed, _ in meant(turn, wanted, allowed, turn.now + FAR)[0]]
    if not asked:
        raise Instead("claim", wanted)
    place = turn.member_of(asked[0].shift.circle)
    in_time = [one for one in asked if place and _over_by(one.shift, str(values["hour"]), place[1].zone)]
    if place is None or (len(asked) > 1 and len(in_time) != 1):
        raise Instead("show_open", wanted)
    if not any(one.places_open for one in asked):
        do_claim(turn, {"shift": asked[0].shift.id})  # somebody else has it: that is said
    elif not in_time:
        ask_whole(turn, asked[0], place)
    elif values.get("ask"):
        ask_yes(turn, {"ask": values["ask"], "shift": in_time[0].shift.id})
    else:
        do_claim(turn, {"shift": in_time[0].shift.id})


def _over_by(shift: Shift, hour: str, zone: str) -> bool:
    """Whether it ends by this hour, which may be one of twelve; what begins after it does not."""
    start, end = shift.start.astimezone(ZoneInfo(zone)), shift.end.astimezone(ZoneInfo(zone))
    begins = start.hour * 60 + start.minute
    said = int(hour[:2]) * 60 + int(hour[3:])
    by = said + _HALF_A_DAY if said <= min(begins, _HALF_A_DAY - 1) else said
    return begins + (end - start).total_seconds() / 60 <= by


CAPABILITY = Capability("leaves_by", {"leaves_by": leaves_by})
