"""A pytest plugin: which lines and branches of the packages the tests reach, kept for coverage_floor.

Slipcover writes its marks into the code itself and takes out those that were passed: where Python tells of every line
(coverage.py before Python 3.12), the tests take half as long again.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
import slipcover
from slipcover.importer import wrap_spec_from_file_location

ROOT = Path(__file__).parent.parent
PACKAGES = [str(ROOT / name) for name in ("bot", "scheduling", "storage", "locales")]
KEPT = ROOT / ".reached.json"
NOT_ASKED = ["if TYPE_CHECKING:", "if __name__ == .__main__.:", "@overload", r"^\s+\.\.\.$"]

_slip = slipcover.Slipcover(branch=True, immediate=True, source=PACKAGES, exclude_also=NOT_ASKED)
_ours = slipcover.FileMatcher(sources=PACKAGES)
slipcover.ImportManager(_slip, _ours).__enter__()
wrap_spec_from_file_location(_slip, _ours)
os.register_at_fork(after_in_child=_slip.signal_child_process)
_shares = Path(tempfile.mkdtemp(prefix="zorgkring-reached-"))


@pytest.hookimpl(optionalhook=True)
def pytest_process_ends() -> None:
    (_shares / f"{os.getpid()}.json").write_text(json.dumps(_slip.get_coverage()), "utf-8")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reached = _slip.get_coverage()
    for share in _shares.glob("*.json"):
        slipcover.merge_coverage(reached, json.loads(share.read_text("utf-8")))
        share.unlink()
    _shares.rmdir()
    KEPT.write_text(json.dumps(reached), "utf-8")
