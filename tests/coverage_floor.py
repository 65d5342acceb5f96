"""Says what the tests reached: `python -m tests.coverage_floor 90` fails below 90 % of branches or statements.

`--lines` shows which they did not reach.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import slipcover

KEPT = Path(__file__).parent.parent / ".reached.json"  # tests/reached.py wrote it


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("floor", type=float, nargs="?", default=0.0, help="per cent")
    parser.add_argument("--lines", action="store_true", help="which lines and branches were not reached")
    given = parser.parse_args()
    floor: float = given.floor
    reached = json.loads(KEPT.read_text("utf-8"))
    if given.lines:
        slipcover.print_coverage(reached, skip_covered=True)
    total = reached["summary"]
    branches, statements = (
        100 * total[f"covered_{kind}"] / (total[f"covered_{kind}"] + total[f"missing_{kind}"])
        for kind in ("branches", "lines")
    )
    print(f"Branch coverage {branches:.1f} %, statements {statements:.1f} % (at least {floor:g} % is asked of both)")
    return 1 if min(branches, statements) < floor else 0


if __name__ == "__main__":
    sys.exit(main())
