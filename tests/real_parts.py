"""Counts the tests that ran on real parts (a marker each), and fails the run where REQUIRE names one that did not."""

from __future__ import annotations

import os
from collections import Counter

import pytest

MARKERS = ("postgres", "browser")


class RealParts:
    """A pytest plugin of the main process. REQUIRE="postgres browser" makes their absence, or one skip, a failure."""

    def __init__(self, config: pytest.Config) -> None:
        self.passed: Counter[str] = Counter()
        self.skipped: Counter[str] = Counter()
        self.required = os.environ.get("REQUIRE", "").split()
        unknown = set(self.required) - set(MARKERS)
        if unknown:
            raise pytest.UsageError(f"REQUIRE names no marker of real parts: {sorted(unknown)}")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for marker in MARKERS:
            if marker not in report.keywords:
                continue
            if report.skipped:  # in its set-up or in the test itself
                self.skipped[marker] += 1
            elif report.when == "call" and report.passed:
                self.passed[marker] += 1

    def missing(self) -> list[str]:
        """What was required and did not take part fully."""
        return [marker for marker in self.required if not self.passed[marker] or self.skipped[marker]]

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.missing() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(trylast=True)  # below the table of coverage, where it is seen
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        counts = (f"{marker} {self.passed[marker]} passed, {self.skipped[marker]} skipped" for marker in MARKERS)
        terminalreporter.write_line(f"Real parts: {'; '.join(counts)}")
        for marker in self.missing():
            terminalreporter.write_line(f"Required, but not all of it ran: the tests marked {marker}", red=True)
