"""What every test gets: an offscreen screen, a home of its own, and no skip or warning that goes unseen."""

import gc
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from tests.examples import examples
from tests.store.server import Server, needed, running
from ui.lean_imports import leave_sources_unread

REQUIRE_ALL = os.environ.get("KULKUL_REQUIRE_ALL") == "1"
UNCOMPILED = os.environ.get("UNCOMPILED_TESTS") == "1"
"""Whether nothing was compiled yet, as in a fresh checkout."""
_OWN_VARIABLES = ("KULKUL_REQUIRE_ALL", "KULKUL_FAILED_CHECKS", "KULKUL_LONG_SEARCH")
_XDG_FOLDERS = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
}

# No deadline: a slow example on a busy machine with two cores says nothing about the code.
settings.register_profile(
    "kulkul",
    max_examples=examples(40),
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("kulkul")

FIRST_SECONDS = 90
"""Longest that others wait for the first worker."""

_session = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # what collecting makes stays: to look through it again and again costs seconds
    leave_sources_unread()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in [name for name in os.environ if name.startswith("KULKUL_") and name not in _OWN_VARIABLES]:
        del os.environ[name]
    home = Path(_session.enter_context(tempfile.TemporaryDirectory(prefix="kulkul-tests-")))
    for variable, folder in _XDG_FOLDERS.items():
        os.environ[variable] = str(home / folder)
    if hasattr(config, "workerinput") and shutil.which("Xvfb"):
        os.environ["DISPLAY"] = _session.enter_context(_display())


def pytest_collection_finish() -> None:
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    _session.close()


@contextmanager
def _display() -> Iterator[str]:
    """Give one worker a display of its own: two windows driven on one display take each other's keys."""
    read_end, write_end = os.pipe()
    ends_with_us = ["setpriv", "--pdeathsig", "TERM"]  # a worker whose test takes too long is ended at once
    display = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [*ends_with_us, *display],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Let the first worker compile tests and program for all: side by side each would do it by itself."""
    worker: dict[str, str] | None = getattr(session.config, "workerinput", None)
    if worker is None or not UNCOMPILED:
        return (yield)
    compiled = Path(session.config.option.basetemp).with_name("compiled")
    if worker["workerid"] != "gw0":
        end = time.monotonic() + FIRST_SECONDS
        while not compiled.exists() and time.monotonic() < end:
            time.sleep(0.05)
        return (yield)
    try:
        return (yield)
    finally:
        compiled.touch()


Item = TypeVar("Item")

JOURNEYS = ("tests/journeys/",)
WAITING = (
    "tests/live/",
    "tests/runtime/on_server/",
    "tests/setup/",
    "tests/store/kept/test_late_copies.py",
    "tests/store/test_failover.py",
)
"""Most of their time they leave the processor to others."""
LONGEST = (
    "tests/operations/test_stateful.py",
    "tests/store/kept/test_random.py",
    "tests/store/test_random.py",
    "tests/ui/test_fits.py",
    "tests/ui/test_keys_counted.py",
)
QUICKEST = (
    "tests/domain/",
    "tests/gazetteer/",
    "tests/matching/",
    "tests/operations/orders/",
    "tests/proposals/",
    "tests/translations/",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let one worker begin with the journeys, one with what waits, the others with the rest: processors that
    all wait at once are lost. Who began a long one last would run alone: the quickest come last.
    """
    groups: dict[tuple[str, ...], list[pytest.Item]] = {
        JOURNEYS: [],
        WAITING: [],
        LONGEST: [],
        (): [],
        QUICKEST: [],
    }
    for item in items:
        groups[next((group for group in groups if item.nodeid.startswith(group)), ())].append(item)
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    rest = groups[LONGEST] + groups[()]
    items[:] = dealt((groups[JOURNEYS], groups[WAITING]), rest, groups[QUICKEST], workers)


def dealt(begins: Sequence[list[Item]], rest: list[Item], last: list[Item], workers: int) -> list[Item]:
    """All in one row, of which each worker is given an equal part."""
    count, row, left = sum(map(len, (*begins, rest, last))), list[Item](), iter(last)
    for at in range(workers):
        part = [*chain(*begins[at::workers]), *rest[at::workers]]
        size = (count - len(row)) // (workers - at)
        row += part
        row += islice(left, max(0, size - len(part)))
    return [*row, *left]


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped where every test must run: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    failed = os.environ.get("KULKUL_FAILED_CHECKS")
    if failed:
        terminalreporter.section("checks that failed before the tests (see above)", red=True)
        terminalreporter.line(failed)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for all tests that stop none; each makes databases of its own on it."""
    with running(needed()) as started:
        yield started


GARBAGE = 500_000
"""Objects made since the last collection from which one is worth its time."""


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Collect garbage in the tests' thread only: a worker that frees what a window left ends the process.

    What outlives a test, such as modules and caches, is left out from then on: looking at all of it costs up
    to a second each time.
    """
    yield
    if gc.get_count()[0] > GARBAGE:
        gc.collect()
        gc.freeze()
