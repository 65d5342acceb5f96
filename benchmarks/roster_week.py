"""One week's roster of a circle with 200 shifts, as somebody reads it in the chat. `python -m benchmarks.roster_week`

The whole turn: understood, read, put into words, committed and rendered. CPU, the best of some rounds.
"""

from __future__ import annotations

import tempfile
import time
from datetime import timedelta

from benchmarks.turn import Stage
from scheduling.people import Circle
from scheduling.plans import Draft, plan

SHIFTS, ROUNDS, AIM = 200, 40, 0.020


def main() -> None:
    """Print what it costs, and whether it is below the aim."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(folder)
        with stage.database.writing() as store:
            circle = store.get(Circle, 1)
            members = store.members_of(1)
            end = stage.now + timedelta(days=6)
            for n in range(SHIFTS - len(store.roster_between(1, stage.now, end))):
                start = stage.now + timedelta(hours=1, minutes=40 * n)
                who = (members[n % len(members)],) if n % 3 else ()
                plan(store, circle, members[0], Draft(f"taak {n}", start, 10), who, stage.now, anyway=True)
            count = len(store.roster_between(1, stage.now, end))
        costs, walls = [], []
        for _ in range(ROUNDS):
            update = stage.update("Karin", "rooster van deze week")
            wall, cpu = time.perf_counter(), time.process_time()
            [row] = stage.turn(update)
            costs.append(time.process_time() - cpu)
            walls.append(time.perf_counter() - wall)
        stage.database.close()
    assert "rooster" in row.payload["text"]
    best, middle = min(costs), sorted(costs)[ROUNDS // 2]
    print(
        f"{count} shifts: {best * 1e3:.1f} ms CPU ({middle * 1e3:.1f} in the middle), {min(walls) * 1e3:.1f} ms of time"
    )
    print(f"aim: below {AIM * 1e3:.0f} ms: {'yes' if best < AIM else 'NO'}")


if __name__ == "__main__":
    main()
