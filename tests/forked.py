"""A pytest plugin: the tests are read once, and run in processes forked from there (`--processes 4`).

Where each process reads all of them for itself, as in pytest-xdist, reading takes a sixth of the time on two cores.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import warnings
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

import pytest

FORK = multiprocessing.get_context("fork")
Told = tuple[int, list[tuple[str, dict[str, Any]]]]
"""The number of a test that was run, and the hooks to call for it in the main process."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--processes", type=int, default=0, help="how many processes share the tests; 0: this one alone")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("processes") and not config.getoption("collectonly"):
        config.pluginmanager.register(Forked(config.getoption("processes")))


def in_groups(items: list[pytest.Item]) -> list[list[int]]:
    """The numbers of the tests by what one process takes at once: a module that shares a browser, or one other test.

    Those begin first that take long, and wait for much: what begins last has one core working, and the other idle.
    """
    groups: dict[Any, list[int]] = {}
    for number, item in enumerate(items):
        module = item.getparent(pytest.Module) if item.get_closest_marker("browser") else None
        groups.setdefault(module or item, []).append(number)

    def place(group: list[int]) -> tuple[bool, ...]:
        return tuple(items[group[0]].get_closest_marker(name) is None for name in ("browser", "soak"))

    return sorted(groups.values(), key=place)


class Forked:
    """Runs the session's tests in processes of its own, and hears of each as if it was run here."""

    def __init__(self, processes: int) -> None:
        self.processes = processes

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        if session.testsfailed or not session.items:
            return None  # what could not be read is told by pytest's own loop
        groups = in_groups(session.items)
        taken = FORK.Value("i", 0)
        gc.collect()
        gc.freeze()  # what is here already is not looked through again, so that the processes go on sharing it
        heard: dict[Connection, Any] = {}
        for number in range(min(self.processes, len(groups))):
            mine, theirs = FORK.Pipe(duplex=False)
            process = FORK.Process(target=_work, args=(session, groups, taken, number, theirs))
            process.start()
            theirs.close()
            heard[mine] = process
        waiting = set(range(len(session.items)))
        try:
            for number, calls in _told(list(heard)):
                waiting.discard(number)
                for name, told in calls:
                    _hear(session.config, name, told)
                if session.shouldfail or session.shouldstop:
                    taken.value = len(groups)
        except BaseException:
            for process in heard.values():
                process.terminate()
            raise
        finally:
            for process in heard.values():
                process.join()
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
        for number in sorted(waiting):
            _mourn(session.items[number])
        return True


def _told(connections: list[Connection]) -> Iterator[Told]:
    """What the processes tell, until all of them have ended."""
    while connections:
        for one in wait(connections):
            assert isinstance(one, Connection)
            try:
                yield one.recv()
            except EOFError:
                connections.remove(one)


def _hear(config: pytest.Config, name: str, told: dict[str, Any]) -> None:
    if name == "pytest_warning_recorded":
        config.hook.pytest_warning_recorded.call_historic(kwargs=told)
        return
    report = config.hook.pytest_report_from_serializable(config=config, data=told["report"])
    config.hook.pytest_runtest_logreport(report=report)


def _mourn(item: pytest.Item) -> None:
    """A test that nothing was heard of has failed."""
    words = "Its process died, in this test or in the one before it."
    report = pytest.TestReport(item.nodeid, item.location, {}, "failed", words, "call")
    item.ihook.pytest_runtest_logreport(report=report)


class _Teller:
    """Keeps what the main process has to hear of the test that is run."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        data = self.config.hook.pytest_report_to_serializable(config=self.config, report=report)
        self.calls.append(("pytest_runtest_logreport", {"report": data}))

    def pytest_warning_recorded(
        self, warning_message: warnings.WarningMessage, when: str, nodeid: str, location: tuple[str, int, str] | None
    ) -> None:
        said = warnings.WarningMessage(  # in words alone: what a warning holds may be of no use to another process
            str(warning_message.message), warning_message.category, warning_message.filename, warning_message.lineno
        )
        told = {"warning_message": said, "when": when, "nodeid": nodeid, "location": location}
        self.calls.append(("pytest_warning_recorded", told))


def _work(session: pytest.Session, groups: list[list[int]], taken: Any, number: int, to: Connection) -> None:
    """Run what nobody has taken yet, until all is taken."""
    config = session.config
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    teller = _Teller(config)
    config.pluginmanager.unregister(name="terminalreporter")
    config.pluginmanager.register(teller)
    teller.calls.clear()  # the warnings of reading, told there already
    capture = config.pluginmanager.getplugin("capturemanager")
    capture.stop_global_capturing()  # into files that all processes would share
    capture.start_global_capturing()
    capture.suspend_global_capture()
    folders: Any = config._tmp_path_factory  # type: ignore[attr-defined]
    folders._basetemp = folders.mktemp(f"process-{number}", numbered=False)
    try:
        following = _numbers(groups, taken)
        this = next(following, None)
        while this is not None:
            then = next(following, None)  # known before: what both of them use stays
            item, after = session.items[this], None if then is None else session.items[then]
            config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            to.send((this, teller.calls))
            teller.calls = []
            this = then
        config.hook.pytest_process_ends(config=config)
    except KeyboardInterrupt:
        session._setupstate.teardown_exact(None)  # no server is left behind


def _numbers(groups: list[list[int]], taken: Any) -> Iterator[int]:
    while True:
        with taken.get_lock():
            mine = taken.value
            taken.value += 1
        if mine >= len(groups):
            return
        yield from groups[mine]


class _Hooks:
    @staticmethod
    def pytest_process_ends(config: pytest.Config) -> None:
        """A process that ran a share of the tests ends."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.add_hookspecs(_Hooks)
