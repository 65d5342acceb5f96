"""Tests that are shared by processes are told of as if one had run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
OF_ANNA = """
import os, signal, warnings
import pytest

@pytest.fixture(scope="session", autouse=True)
def kitchen():
    yield
    open("tidied", "a").write(".")

@pytest.mark.parametrize("number", range(20))
def test_anna_does_the_dishes(number, tmp_path):
    (tmp_path / "dishes").touch()
    open("done", "a").write(".")

def test_piet_breaks_a_plate():
    print("oh dear")
    assert "plate" == "two halves"

def test_riet_warns():
    warnings.warn("the floor is wet")

@pytest.mark.skip(reason="on holiday")
def test_fatima_is_away():
    pass
"""
AND_DIES = """
def test_the_lights_go_out():
    os.kill(os.getpid(), signal.SIGKILL)
"""


def shared(folder: Path, tests: str, *more: str) -> str:
    """What pytest says of these tests, shared by three processes."""
    (folder / "test_house.py").write_text(tests, "utf-8")
    run = [sys.executable, "-m", "pytest", "-p", "tests.forked", "--processes", "3", "-p", "no:cacheprovider", *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run([*run, "-rsf", "--rootdir", "."], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_each_is_run_once_and_told_of(tmp_path: Path) -> None:
    said = shared(tmp_path, OF_ANNA)
    assert re.search(r"1 failed, 21 passed, 1 skipped, 1 warning in", said), said
    assert "assert 'plate' == 'two halves'" in said
    assert "oh dear" in said
    assert "UserWarning: the floor is wet" in said
    assert "on holiday" in said
    assert (tmp_path / "done").read_text() == "." * 20
    assert 1 <= len((tmp_path / "tidied").read_text()) <= 3


def test_where_a_process_dies_its_tests_have_failed(tmp_path: Path) -> None:
    said = shared(tmp_path, OF_ANNA + AND_DIES)
    assert "FAILED test_house.py::test_the_lights_go_out - Its process died" in said
    assert "failed, 21 passed, 1 skipped" in said


def test_the_first_that_fails_ends_it_where_that_was_asked(tmp_path: Path) -> None:
    said = shared(tmp_path, "def test_one():\n    assert False\n" + OF_ANNA.replace("range(20)", "range(2000)"), "-x")
    assert "stopping after 1 failures" in said
    assert len((tmp_path / "done").read_text()) < 1000
