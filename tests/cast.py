"""The cast in a store: Anna organises the care for Nel; Piet, Fatima and buurvrouw Riet help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduling.care import Shift
from scheduling.people import Circle, Member, Person, Ring, Role, Standing
from scheduling.plans import Draft, plan
from storage.store import Store

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2025, 3, 3, 10, 0, tzinfo=AMSTERDAM)


def at(day: int, clock: str, month: int = 3) -> datetime:
    """A moment in 2025 on the clock in Amsterdam: at(6, "14:30") is Thursday 6 March."""
    hour, minute = clock.split(":")
    return datetime(2025, month, day, int(hour), int(minute), tzinfo=AMSTERDAM).astimezone(UTC)


@dataclass(frozen=True)
class Family:
    """A circle with its people."""

    circle: Circle
    anna: Member
    piet: Member
    fatima: Member
    riet: Member


def family(store: Store, recipient: str = "Nel") -> Family:
    """Anna's circle with three helpers: Piet and Fatima of the family, Riet of the neighbours."""
    circle = store.add(Circle(0, recipient, MONDAY))

    def join(name: str, role: Role, ring: Ring) -> Member:
        person = store.add(Person(0, name, MONDAY))
        return store.add(Member(0, circle.id, name, person.id, role, ring, Standing.ACTIVE, MONDAY))

    return Family(
        circle,
        join("Anna", Role.ORGANISER, Ring.FAMILY),
        join("Piet", Role.HELPER, Ring.FAMILY),
        join("Fatima", Role.HELPER, Ring.FAMILY),
        join("Riet", Role.HELPER, Ring.NEIGHBOURS),
    )


def planned(
    store: Store, of: Family, what: str, start: datetime, minutes: int = 60, *, home: bool = True, people: int = 1
) -> Shift:
    """One shift on the roster that nobody does yet."""
    draft = Draft(what, start, minutes, people_needed=people, at_home=home)
    return plan(store, of.circle, of.anna, draft, (), min(MONDAY, start - timedelta(hours=1)))[0]
