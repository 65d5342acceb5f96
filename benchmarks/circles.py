"""A claim costs the same among 10 circles and among 10,000. `python -m benchmarks.circles`

Each of the others has six people and twenty shifts with somebody on them. CPU, the mean of the best of several rounds.
"""

from __future__ import annotations

import tempfile

from sqlalchemy import Connection, insert, select

from benchmarks.turn import Stage
from storage.tables import assignments, circles, members, metadata, persons, series, shifts, tasks

SHIFTS = 20
TABLES = (persons, circles, members, tasks, series, shifts, assignments)


def main() -> None:
    """Print the cost of the turns that read a roster, by the number of circles."""
    base = 0.0
    for count in (10, 1_000, 10_000):
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
    """So many more circles: copies of the first, with numbers of their own."""
    samples = {table.name: [dict(row) for row in connection.execute(select(table)).mappings()] for table in TABLES}
    samples["shift"] = samples["shift"][:SHIFTS]
    kept = {row["id"] for row in samples["shift"]}
    samples["assignment"] = [row for row in samples["assignment"] if row["shift"] in kept]
    for start in range(1, count + 1, 500):
        for table in metadata.sorted_tables:
            references = {column.name for column in table.c if column.foreign_keys} | {"id"}
            copies = [
                {k: v + n * 10_000 if k in references and v is not None else v for k, v in row.items()}
                for n in range(start, min(start + 500, count + 1))
                for row in samples.get(table.name, ())
            ]
            if copies:
                connection.execute(insert(table), copies)


if __name__ == "__main__":
    main()
