"""A claim costs the same among 10 circles and among 100,000. `python -m benchmarks.circles`

Each of the others has six people and twenty shifts with somebody on them. CPU, the mean of the best of several rounds.
"""

from __future__ import annotations

import tempfile

from sqlalchemy import Connection, insert, literal, select, true

from benchmarks.turn import Stage
from storage.tables import assignments, circles, members, metadata, persons, series, shifts, tasks

SHIFTS = 20
APART = 10_000  # between the ids of one circle and the next
TABLES = (persons, circles, members, tasks, series, shifts, assignments)


def main() -> None:
    """Print the cost of the turns that read a roster, by the number of circles."""
    base = 0.0
    for count in (10, 1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(folder)
            with stage.database.writing() as store:
                crowd(store.connection, count - 1)
            stage.play(3)
            rounds = [stage.play(3) for _ in range(6)]
            claim = min(sum(costs["claim by sentence"].cpu) / len(costs["claim by sentence"].cpu) for costs in rounds)
            mix = min(sum(sum(cost.cpu) for cost in costs.values()) for costs in rounds) / 3 / 14
            base = base or claim
            stage.database.close()
        print(f"{count:7,} circles: a claim {claim * 1e6:6.0f} us ({claim / base:.2f} x), the mix {mix * 1e6:6.0f} us")


def crowd(connection: Connection, count: int) -> None:
    """So many more circles: copies of the first, with numbers of their own, made by the database itself."""
    last = connection.execute(select(shifts.c.id).order_by(shifts.c.id).offset(SHIFTS).limit(1)).scalar_one()
    numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < count))
    first = {shifts.name: shifts.c.id < last, assignments.name: assignments.c.shift < last}
    for table in metadata.sorted_tables if count else ():
        if table not in TABLES:
            continue
        references = {column.name for column in table.c if column.foreign_keys} | {"id"}
        copied = [column + numbers.c.n * APART if column.name in references else column for column in table.c]
        of_first = (
            select(*copied)
            .select_from(table.join(numbers, true()))
            .where((table.c.id < APART) & first.get(table.name, true()))
        )
        connection.execute(insert(table).from_select([column.name for column in table.c], of_first))


if __name__ == "__main__":
    main()
