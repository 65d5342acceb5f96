"""Says what the tests reached: `python -m tests.coverage_floor 90` fails below 90 % of branches or statements."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import coverage


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("floor", type=float, help="per cent")
    floor: float = parser.parse_args().floor
    measured = coverage.Coverage()
    measured.load()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        measured.json_report(outfile=str(report))
        totals = json.loads(report.read_text("utf-8"))["totals"]
    branches, statements = totals["percent_branches_covered"], totals["percent_statements_covered"]
    print(f"Branch coverage {branches:.1f} %, statements {statements:.1f} % (at least {floor:g} % is asked of both)")
    return 1 if min(branches, statements) < floor else 0


if __name__ == "__main__":
    sys.exit(main())
