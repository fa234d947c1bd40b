"""One xdotool for all keys of a display: to start it anew for each costs more than the key itself."""

import selectors
import subprocess
from collections.abc import Mapping

END = "getdisplaygeometry"
"""A word that always has an answer of one line: with it, all words before have been carried out. It names no
window, as others do: to one that was named, keys would be sent past the keyboard.
"""

LONGEST_SECONDS = 60


class Xdotool:
    """Carries out words as the program does that is given them on its command line."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            ["xdotool", "-"],
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def run(self, *words: str) -> None:
        """Give it these words. CalledProcessError when it has ended over them."""
        line = " ".join(map(_quoted, words))
        try:
            self._write(f"{line}\n{END}\n".encode())
            self._wait_answer()
        except OSError as error:
            raise subprocess.CalledProcessError(self._process.wait(timeout=10), words) from error

    def close(self) -> None:
        """End it."""
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.wait(timeout=10)

    def _write(self, line: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line)
        self._process.stdin.flush()

    def _wait_answer(self) -> None:
        assert self._process.stdout is not None
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._process.stdout, selectors.EVENT_READ)
            if not waiting.select(LONGEST_SECONDS):
                self._process.kill()
                raise TimeoutError("xdotool has not done it, for example since a window went away")
        if not self._process.stdout.readline():
            raise ConnectionError("xdotool has ended")


def _quoted(word: str) -> str:
    """A word as the program reads it from a line: as far as the next quote of the kind that began it."""
    quote = next(one for one in ('"', "'") if one not in word)
    assert "\n" not in word, "read as another line"
    assert not word.startswith("$"), "read as a variable"
    return f"{quote}{word}{quote}"
