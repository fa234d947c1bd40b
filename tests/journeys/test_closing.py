"""What a failed journey leaves behind: no desk."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.journeys.screen import Display, Window


class Deaf(Display):
    """A display whose desks no key reaches."""

    def __init__(self) -> None:
        self.environment = {}

    def xdotool(self, *words: str) -> str:
        raise subprocess.CalledProcessError(1, words)

    def start(self, arguments: Sequence[str], log: Path, *, anew: bool) -> subprocess.Popen[bytes]:
        log.touch()
        return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


def test_a_desk_that_no_key_reaches_is_not_left_running(tmp_path: Path) -> None:
    window = Window(Deaf(), tmp_path)
    try:
        with pytest.raises(subprocess.CalledProcessError):
            window.close()
        assert window.process.poll() is not None
    finally:
        window.process.kill()
