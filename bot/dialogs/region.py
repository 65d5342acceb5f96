"""The region of a circle's school holidays: told once, asked where a plan depends on it."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Option
from bot.turn import Turn
from locales.nl.regions import REGIONS, region_in
from scheduling.rights import Action, may


def set_region(turn: Turn, values: Values) -> None:
    """ "Wij zitten in regio zuid": for every plan from now on."""
    member, circle = turn.place(values, "set_region")
    if not may(member, Action.CHANGE_ANY_PLAN, circle):
        turn.say("region-may-not")
        return
    region = str(values.get("region") or region_in(turn.text))
    if not region:
        turn.say("region-which", ways(turn, {"circle": circle.id}), recipient=circle.recipient)
        return
    if region != circle.region:
        turn.store.change(circle, region=region)
    turn.say("region-kept", region=region)


def ways(turn: Turn, carried: Values) -> tuple[Option, ...]:
    """A button for each region."""
    return tuple(turn.option(f"button-region-{region}", "set_region", region=region, **carried) for region in REGIONS)


CAPABILITY = Capability("region", {"set_region": set_region})
