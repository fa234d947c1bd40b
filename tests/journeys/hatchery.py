"""Desks that need not import anything: each is forked from one process that has all modules of a desk.

Half of what a short-lived desk costs is importing, and a good part of the rest is reading the words of its
city, by which categories are proposed. What is forked has no thread, no Qt application and no database open;
from there on it runs the program's own door with its own words, environment, log and session.
"""

import atexit
import gc
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, Protocol

from filelock import FileLock

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

LONGEST_SECONDS = 60
"""For the process to come into being, and for each of its answers."""


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
    """The process from which desks are forked: one for all workers that name the same folder.

    It ends when none of them needs it any more; desks that are open stay.
    """

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        door = folder / "hatchery"
        with FileLock(folder / "hatchery.lock", timeout=LONGEST_SECONDS):
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.settimeout(LONGEST_SECONDS)
            try:
                self._socket.connect(str(door))
            except OSError:
                door.unlink(missing_ok=True)
                _found(environment, door)
                self._socket.connect(str(door))
        self._answers = self._socket.makefile("r")

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
        """Need it no more."""
        self._answers.close()
        self._socket.close()

    def _ask(self, what: str, words: object) -> int | None:
        self._socket.sendall(json.dumps([what, words]).encode() + b"\n")
        answer = self._answers.readline()
        assert answer, "the process from which desks are forked has ended"
        found: int | None = json.loads(answer)
        return found


def _found(environment: Mapping[str, str], door: Path) -> None:
    """Let the process come into being that listens at a door."""
    subprocess.run(
        [sys.executable, "-m", "tests.journeys.hatchery", str(door)],
        # Threads of a library would not be forked, and what they hold would stay locked.
        env={**environment, "OPENBLAS_NUM_THREADS": "1"},
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        check=True,
        timeout=LONGEST_SECONDS,
    )


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


def hatch(door: str) -> None:
    """Import what desks need, listen, and fork one for whoever asks, until nobody is there any more.

    Who had this started has it back once it listens.
    """
    _import_all()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(door)
        listening.listen()
        if os.fork():
            os._exit(0)
        _serve(listening)


def _serve(listening: socket.socket) -> None:
    with selectors.DefaultSelector() as waiting:
        waiting.register(listening, selectors.EVENT_READ)
        clients, began = 0, False
        while clients or not began:
            for key, _ in waiting.select():
                if key.fileobj is listening:
                    one, _ = listening.accept()
                    waiting.register(one, selectors.EVENT_READ, one.makefile("r"))
                    clients, began = clients + 1, True
                elif line := key.data.readline():
                    what, words = json.loads(line)
                    answer = _code(words) if what == "code" else os.fork()
                    if what == "start" and answer == 0:
                        _leave(waiting)
                        _be_a_desk(**words)
                    os.write(key.fd, json.dumps(answer).encode() + b"\n")
                else:
                    waiting.unregister(key.fileobj)
                    clients -= 1


def _leave(waiting: selectors.BaseSelector) -> None:
    """A desk that outlives the process must not hold its door open."""
    for key in list(waiting.get_map().values()):
        os.close(key.fd)
    waiting.close()


def _import_all() -> None:
    leaving = import_module("ui.lean_imports")
    leaving.leave_sources_unread()
    for name in MODULES:
        import_module(name)
    import_module("desktop.proposals.desk").lexicon_of(CITY)
    import_module("tests.passwords").hash_cheaply(setattr)
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
    code = import_module("main").main()
    atexit._run_exitfuncs()  # Qt's application ends here; to take modules apart would copy all that is shared
    os._exit(code)


def _put(descriptor: int, stream: IO[str]) -> None:
    os.dup2(descriptor, stream.fileno())
    os.close(descriptor)


if __name__ == "__main__":
    hatch(sys.argv[1])
