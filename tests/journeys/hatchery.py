"""Desks that need not import anything: each is forked from one process that has all modules of a desk.

Half of what a short-lived desk costs is importing, and a good part of the rest is reading the words of its
city, by which categories are proposed. What is forked has no thread, no Qt application and no database open;
from there on it runs the program's own door with its own words, environment, log and session.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, Protocol

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES = (
    "main",
    "asyncinotify",
    "desktop.gazetteer.loading",
    "desktop.operations.packs",
    "desktop.proposals.hearing",
    "desktop.proposals.leaning",
    "desktop.proposals.stems",
    "desktop.runtime.arguments",
    "desktop.runtime.display",
    "desktop.runtime.settings_check",
    "desktop.store.postgres.engine",
    "ui.desk_app",
    "ui.opening",
)
"""What brings in all that a desk imports until its operator can work."""
CITY = "denpasar"
"""Where most journeys are: its words are read before desks are forked."""


class Started(Protocol):
    """A program that was started, as `subprocess` has it."""

    @property
    def pid(self) -> int:
        """Its id."""

    def poll(self) -> int | None:
        """Its exit code, or None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code once it has ended. TimeoutExpired after so many seconds."""

    def kill(self) -> None:
        """End it as a power cut does."""


class Hatchery:
    """The process from which desks are forked."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.hatchery"],
            # Threads of a library would not be forked, and what they hold would stay locked.
            env={**environment, "OPENBLAS_NUM_THREADS": "1"},
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def start(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> Started:
        """Start a desk with these words after the program's name; what it says is added to the log."""
        words = {"arguments": list(arguments), "environment": dict(environment), "log": str(log)}
        pid = self._ask("start", words)
        assert pid is not None
        return Hatched(self, pid)

    def code(self, pid: int) -> int | None:
        """The exit code of a desk, negative for a signal; None while it runs."""
        return self._ask("code", pid)

    def close(self) -> None:
        """End it; desks that are open stay."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def _ask(self, what: str, words: object) -> int | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([what, words]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the process from which desks are forked has ended"
        found: int | None = json.loads(answer)
        return found


@dataclass
class Hatched:
    """A desk that was forked."""

    hatchery: Hatchery
    pid: int
    _code: int | None = None

    def poll(self) -> int | None:
        """Its exit code, or None while it runs."""
        if self._code is None:
            self._code = self.hatchery.code(self.pid)
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code once it has ended. TimeoutExpired after so many seconds."""
        end = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if timeout is not None and end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired("a desk", timeout)
            time.sleep(0.02)
        return code

    def kill(self) -> None:
        """End it as a power cut does."""
        if self.poll() is None:  # until it was asked for its code, no other process has its id
            os.kill(self.pid, signal.SIGKILL)


def hatch() -> None:
    """Import what desks need, and fork one whenever standard input asks for it, until that ends."""
    _import_all()
    for line in sys.stdin:
        what, words = json.loads(line)
        if what == "code":
            answer = _code(words)
        else:
            answer = os.fork()
            if answer == 0:
                _be_a_desk(**words)
        print(json.dumps(answer), flush=True)


def _import_all() -> None:
    leaving = import_module("ui.lean_imports")
    leaving.leave_sources_unread()
    for name in MODULES:
        import_module(name)
    import_module("desktop.proposals.desk").lexicon_of(CITY)
    threads = list(Path("/proc/self/task").iterdir())
    assert len(threads) == 1, "a thread is lost when its process is forked"
    gc.collect()
    gc.freeze()


def _code(pid: int) -> int | None:
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def _be_a_desk(arguments: list[str], environment: dict[str, str], log: str) -> None:
    """Become what `python main.py` with these words would be. Does not return."""
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    _put(os.open(os.devnull, os.O_RDONLY), sys.stdin)
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    _put(os.dup(said), sys.stdout)
    _put(said, sys.stderr)
    sys.argv = ["main.py", *arguments]
    sys.exit(import_module("main").main())


def _put(descriptor: int, stream: IO[str]) -> None:
    os.dup2(descriptor, stream.fileno())
    os.close(descriptor)


if __name__ == "__main__":
    hatch()
