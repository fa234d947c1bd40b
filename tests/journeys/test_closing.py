"""What a failed journey leaves behind: no desk."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.journeys.display import Display
from tests.journeys.screen import Window


class Deaf(Display):
    """A display whose desks no key reaches."""

    def __init__(self) -> None:
        self.environment = {}

    def xdotool(self, *words: str) -> None:
        raise subprocess.CalledProcessError(1, words)

    def start(self, arguments: Sequence[str], log: Path, *, anew: bool) -> subprocess.Popen[bytes]:
        log.touch()
        return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


class Half(Display):
    """A display of which the second process does not start."""

    def __init__(self, begun: list[subprocess.Popen[str]]) -> None:
        self._begun = begun
        super().__init__(Path())

    def _start_x(self, width: int, height: int) -> None:
        self._begun.append(self._stack.enter_context(self._process(["sleep", "60"])))

    def _start_buses(self) -> None:
        raise FileNotFoundError


def test_a_display_that_does_not_come_up_ends_what_it_had_started() -> None:
    begun: list[subprocess.Popen[str]] = []
    try:
        with pytest.raises(FileNotFoundError):
            Half(begun)
        assert [one.poll() is None for one in begun] == [False]
    finally:
        for one in begun:
            one.kill()


def test_a_desk_that_no_key_reaches_is_not_left_running(tmp_path: Path) -> None:
    window = Window(Deaf(), tmp_path)
    try:
        with pytest.raises(subprocess.CalledProcessError):
            window.close()
        assert window.process.poll() is not None
    finally:
        window.process.kill()
