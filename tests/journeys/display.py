"""A real X display: keys go in by the server, words are read as a screen reader does."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

from tests.journeys.hatchery import CHECKOUT, Hatchery, Started
from tests.journeys.picture import Node, Picture
from tests.journeys.tree import Tree
from tests.journeys.xdotool import Xdotool

BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class Display:
    """An X display with a session bus and an accessibility bus of its own."""

    def __init__(self, shared: Path, width: int = 1366, height: int = 768) -> None:
        """`shared`: a folder of all workers, for what one of them makes and each uses."""
        self._shared = shared
        self.environment = dict(os.environ)
        self._stack = ExitStack()
        with ExitStack() as unfinished:  # what stands already ends where the next does not start
            unfinished.callback(self.close)
            self._start_x(width, height)
            self._start_buses()
            self._tree = Tree(self.environment["DBUS_SESSION_BUS_ADDRESS"])
            self._stack.callback(self._tree.close)
            unfinished.pop_all()

    def close(self) -> None:
        """End everything that was started."""
        self._stack.close()

    def read(self, process: int, *, closely: bool = False) -> Picture:
        """Everything that a process shows, from the top down; `closely`: also what can take the focus."""
        return self._tree.read(process, closely=closely)

    def read_enough(self, process: int, enough: Callable[[Picture], bool]) -> Picture:
        """What a process shows; what stands in lists and tables where it needs to be known for `enough`."""
        return self._tree.read_enough(process, enough)

    def read_worded(self, process: int) -> Picture:
        """What a process shows, but nothing in lists and tables."""
        return self._tree.read_worded(process)

    def read_one(self, process: int, role: str, name: str) -> Picture | None:
        """A list or a table that was shown before, with what stands in it; None where it is not there now."""
        return self._tree.read_one(process, role, name)

    def count(self, process: int, role: int) -> int:
        """How many things of a role a process shows."""
        return self._tree.count(process, role)

    def focused(self, process: int) -> list[Node]:
        """What has the focus in a process, with what stands around it."""
        return self._tree.focused(process)

    def xdotool(self, *words: str) -> None:
        """Let xdotool carry out these words on this display."""
        try:
            self._hands.run(*words)
        except subprocess.CalledProcessError:
            del self._hands  # it has ended over them
            raise

    def windows(self, process: int) -> list[str]:
        """The ids of the windows that a process shows.

        Asked by a program of its own: one that has looked for windows sends keys to these from then on, past
        the keyboard.
        """
        words = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
        found = subprocess.run(
            words, env=self.environment, check=False, capture_output=True, text=True, timeout=60
        )
        return found.stdout.split()

    def start(self, arguments: Sequence[str], log: Path, *, anew: bool) -> Started:
        """Start a desk on this display; `anew`: by the command that operators start."""
        if not anew:
            return self._hatchery.start(arguments, self.environment, log)
        with log.open("ab") as out:
            return subprocess.Popen(
                [sys.executable, "main.py", *arguments],
                env=self.environment,
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    @cached_property
    def _hands(self) -> Xdotool:
        made = Xdotool(self.environment)
        self._stack.callback(made.close)
        return made

    @cached_property
    def _hatchery(self) -> Hatchery:
        made = Hatchery(self.environment, self._shared)
        self._stack.callback(made.close)
        return made

    def screenshot(self, file: Path) -> None:
        """Save what the whole display shows."""
        shot = subprocess.run(
            ["xwd", "-root", "-silent"], env=self.environment, check=True, capture_output=True, timeout=30
        )
        file.with_suffix(".xwd").write_bytes(shot.stdout)

    def _start_x(self, width: int, height: int) -> None:
        read_end, write_end = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(write_end),
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-nolisten",
            "tcp",
            "-noreset",  # when a desk closes and no other is there, the next must find the display standing
        ]
        self._stack.enter_context(self._process(command, pass_fds=[write_end]))
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            self.environment["DISPLAY"] = f":{answer.readline().strip()}"

    def _start_buses(self) -> None:
        bus = self._stack.enter_context(
            self._process(["dbus-daemon", "--session", "--nofork", "--print-address"], pipes=True)
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.environment["QT_QPA_PLATFORM"] = "xcb"
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        # Newer readers ask for a bus of the program's own, which Qt does not have, and Qt warns of it.
        self.environment["QT_LOGGING_RULES"] = "qt.accessibility.atspi.warning=false"
        self._stack.enter_context(self._process([BUS_LAUNCHER, "--launch-immediately"]))

    @contextmanager
    def _process(
        self, command: list[str], *, pipes: bool = False, pass_fds: list[int] | None = None
    ) -> Iterator[subprocess.Popen[str]]:
        end = subprocess.PIPE if pipes else subprocess.DEVNULL
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=end,
            stdout=end,
            stderr=subprocess.DEVNULL,
            pass_fds=pass_fds or [],
            text=True,
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=10)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()


def missing() -> list[str]:
    """Programs that journeys need and that are not here."""
    needed = ("/usr/bin/Xvfb", "/usr/bin/xdotool", "/usr/bin/dbus-daemon", BUS_LAUNCHER)
    return [name for name in needed if not Path(name).exists()]
