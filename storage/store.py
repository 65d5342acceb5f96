"""The store: one transaction, seen as the domain's dataclasses."""

from __future__ import annotations

from storage.asking import Asking
from storage.asks import Asks
from storage.circles import Circles
from storage.delivering import Delivering
from storage.erasing import Erasing
from storage.feeds import Feeds
from storage.groups import Groups
from storage.jobs import Jobs
from storage.knowing import Knowing
from storage.overviews import Overviews
from storage.owing import Owing
from storage.pacing import Pacing
from storage.pairings import Pairings
from storage.plans import Plans
from storage.recipients import Recipients
from storage.rosters import Rosters


class Store(
    Groups,
    Circles,
    Overviews,
    Rosters,
    Plans,
    Asks,
    Jobs,
    Asking,
    Owing,
    Delivering,
    Pacing,
    Erasing,
    Knowing,
    Feeds,
    Pairings,
    Recipients,
):
    """All queries together, on one connection inside one transaction."""
