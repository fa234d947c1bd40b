"""An X display of a benchmark's own, what stands on it, and keys pressed on it."""

import json
import mmap
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

CHECKOUT = Path(__file__).parents[1]
GRID = 16
"""Rows and columns of points that are looked at on a display, to see whether anything was painted."""


class Screen:
    """A display, 1366×768 unless said otherwise, black while nothing is on it. Use it in a `with`."""

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        self._size = width, height
        self._stack = ExitStack()
        self.environment: dict[str, str] = {}

    def __enter__(self) -> "Screen":
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="kulkul-screen-")))
        read_end, write_end = os.pipe()
        geometry = "{}x{}x24".format(*self._size)
        command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", geometry, "-br", "-nolisten", "tcp"]
        command += ["-fbdir", str(folder)]
        self._stack.enter_context(_ended(command, pass_fds=[write_end], stderr=subprocess.DEVNULL))
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            self.environment = {"DISPLAY": f":{answer.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        file = self._stack.enter_context((folder / "Xvfb_screen0").open("rb"))
        self._memory = self._stack.enter_context(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    def look(self) -> bytes:
        """Some points of what the display shows, read from the X server's own memory."""
        width, height = self._size
        start = len(self._memory) - width * height * 4
        points = (
            (height * row // GRID * width + width * column // GRID) * 4
            for row in range(1, GRID)
            for column in range(1, GRID)
        )
        return b"".join(self._memory[start + one : start + one + 3] for one in points)

    def xdotool(self, *words: str) -> None:
        """Press keys and move the focus, as X itself does."""
        subprocess.run(["xdotool", *words], env=self._all(), check=True, capture_output=True, timeout=60)

    def _all(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


class Watched:
    """A process of `benchmarks.watched`, and the stamps that it prints (milliseconds of `time.monotonic`)."""

    def __init__(self, process: "subprocess.Popen[str]", began: float, errors: Path) -> None:
        self.process = process
        self.began = began
        self._errors = errors
        self._said: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def stamps(self, what: str, count: int = 1, seconds: float = 30.0) -> list[dict[str, Any]]:
        """The next stamps of a kind, as soon as there are that many; others are passed over."""
        end, found = time.monotonic() + seconds, list[dict[str, Any]]()
        while len(found) < count:
            try:
                one = self._said.get(timeout=max(0.0, end - time.monotonic()))
            except Empty:
                said = f"{len(found)} of {count} times {what} within {seconds} s"
                raise TimeoutError(f"{said}\n{self._errors.read_text()[-2000:]}") from None
            if one["what"] == what:
                found.append(one)
        return found

    def memory(self) -> dict[str, int]:
        """Kilobytes by name, of /proc/<pid>/smaps_rollup: Pss, Rss …"""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()[1:]
        return {name: int(rest.split()[0]) for name, rest in (line.split(":", 1) for line in lines)}

    def cpu_seconds(self) -> float:
        """Processor time that the process has taken, in all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("{"):
                self._said.put(json.loads(line))


@contextmanager
def watched(
    folder: Path, environment: Mapping[str, str], *arguments: str, module: str = "benchmarks.watched"
) -> Iterator[Watched]:
    """Start a watched program with a home of its own under `folder`; it is ended when the `with` is left.

    Bytecode goes under `folder` too: the checkout stays as it is, and all but the first start find it there.
    """
    home = folder / "home"
    home.mkdir(exist_ok=True)
    own = {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    everything = {**os.environ, **environment, **own}
    errors = folder / "errors.txt"
    command = [sys.executable, "-m", module, *arguments]
    with errors.open("w") as told:
        began = time.monotonic() * 1000
        with _ended(command, env=everything, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=told) as process:
            yield Watched(process, began, errors)


@contextmanager
def _ended(command: Sequence[str], **how: Any) -> "Iterator[subprocess.Popen[str]]":
    """A process that is ended when the `with` is left."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, text=True, **how)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=10)
