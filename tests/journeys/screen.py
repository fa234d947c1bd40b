"""One desk's window on a display: its keys, and what it shows."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.journeys.display import Display
from tests.journeys.picture import Node, Picture, UnreadError, focus_of
from tests.journeys.tree import CHECK_BOX

Held = TypeVar("Held", list[str], list[list[str]])

FIRST_IN_ALL = 3
"""At which look a wait reads lists and tables, too: most is waited for outside them."""
KEY_NAMES = {"Enter": "Return", "Ctrl": "ctrl", "Alt": "alt", "Shift": "shift", "Escape": "Escape"}


class Window:
    """One desk. `anew`: started by the command that operators start, not forked with everything imported."""

    def __init__(self, display: Display, data: Path, *arguments: str, anew: bool = False) -> None:
        self._display = display
        self._data = data
        self.log = data / f"output-{time.monotonic_ns()}.txt"
        data.mkdir(parents=True, exist_ok=True)
        self.process = display.start(["--data-dir", str(data), *arguments], self.log, anew=anew)
        self._id = ""

    def wait_open(self, seconds: float = 60) -> None:
        """Wait until the window stands and has the focus."""

        def found() -> bool:
            assert self.process.poll() is None, self.log.read_text()
            ids = self._display.windows(self.process.pid)
            self._id = ids[-1] if ids else ""
            return bool(self._id)

        self.until(found, "the window", seconds)
        self.focus()

    def focus(self) -> None:
        """Let keys come here."""
        self._display.xdotool("windowfocus", "--sync", self._id)

    def focus_other(self) -> None:
        """Let keys come to the program's second window."""
        (other,) = (one for one in self._display.windows(self.process.pid) if one != self._id)
        self._display.xdotool("windowfocus", "--sync", other)

    def keys(self, *combinations: str) -> None:
        """Press keys one after another: `F2`, `Ctrl+Enter`, `Down`."""
        self._display.xdotool(*_pressed(*combinations))

    def type(self, text: str) -> None:
        """Type text, a key each 2 ms: what a desk draws for a letter it then draws for several."""
        self._display.xdotool(*_typed(text))

    def enter(self, opens: str, text: str) -> None:
        """Press keys that open a line, type text into it, and press Enter, without a pause."""
        self._display.xdotool(*_pressed(opens), *_typed(text), *_pressed("Enter"))

    def answer(self, *texts: str) -> None:
        """Type an answer into each field of a question, Enter behind each, without a pause."""
        self._display.xdotool(*(word for text in texts for word in (*_typed(text), *_pressed("Enter"))))

    def look(self, *, closely: bool = False) -> Picture:
        """What the window shows now; `closely`: also what can take the focus."""
        return self._display.read(self.process.pid, closely=closely)

    def items(self, name: str) -> list[str]:
        """What stands in the list of that name now."""
        return self._look_in("list", name).items(name)

    def table(self, name: str) -> list[list[str]]:
        """The rows of the table of that name now."""
        return self._look_in("table", name).table(name)

    @property
    def tabs(self) -> int:
        """How many calls are open, at a tenth of the cost of a look."""
        return self._display.count(self.process.pid, CHECK_BOX)

    @property
    def focused(self) -> Node | None:
        """What has the focus, at a tenth of the cost of a look."""
        return focus_of(self._display.focused(self.process.pid))

    def wait_tabs(self, count: int) -> None:
        """Wait until so many calls are open."""
        self.until(lambda: self.tabs == count, f"{count} tabs", 15)

    def wait_focus(self, holds: Callable[[Node | None], bool], what: str) -> None:
        """Wait until something holds for what has the focus."""
        self.until(lambda: holds(self.focused), what, 15)

    def wait_for(self, *texts: str, seconds: float = 15) -> Picture:
        """Wait until each of the texts can be read somewhere."""
        return self.wait_until(lambda picture: picture.shows(*texts), f"{texts}", seconds)

    def wait_gone(self, text: str, seconds: float = 15) -> Picture:
        """Wait until a text can be read nowhere."""
        return self.wait_until(lambda picture: not picture.shows(text), f"{text!r} gone", seconds)

    def wait_said(self, text: str) -> Picture:
        """Wait until the line at the foot of the window says so."""
        return self.wait_until(lambda picture: text in picture.said, f"{text!r} said")

    def wait_until(self, holds: Callable[[Picture], bool], what: str, seconds: float = 15) -> Picture:
        """Wait until something holds for what is shown, and give that: without what stands in lists and
        tables where it holds whatever that is. Only the third look is at those, too.
        """
        pid, looks, surely = self.process.pid, 0, _surely(holds)

        def look() -> Picture:
            nonlocal looks
            looks += 1
            few = looks < FIRST_IN_ALL
            return self._display.read_worded(pid) if few else self._display.read_enough(pid, surely)

        return self._wait_picture(look, lambda now: _known(surely, now), what, seconds)

    def wait_items(self, name: str, holds: Callable[[list[str]], bool], what: str) -> list[str]:
        """Wait until something holds for what stands in one list; that."""
        return self._wait_in("list", name, lambda now: now.items(name), holds, what, 15)

    def wait_rows(
        self, name: str, holds: Callable[[list[list[str]]], bool], what: str, seconds: float = 15
    ) -> list[list[str]]:
        """Wait until something holds for the rows of one table; those."""
        return self._wait_in("table", name, lambda now: now.table(name), holds, what, seconds)

    def _wait_in(
        self,
        role: str,
        name: str,
        part: Callable[[Picture], Held],
        holds: Callable[[Held], bool],
        what: str,
        seconds: float,
    ) -> Held:
        """Only the part is handed on: whether anything else shows, a look at one thing does not know."""
        surely = _surely(lambda picture: holds(part(picture)))
        look = partial(self._look_in, role, name)
        return part(self._wait_picture(look, surely, f"{what} of the {role} {name!r}", seconds))

    def _look_in(self, role: str, name: str) -> Picture:
        return self._display.read_one(self.process.pid, role, name) or self.look()

    def _wait_picture(
        self, look: Callable[[], Picture], holds: Callable[[Picture], bool], what: str, seconds: float
    ) -> Picture:
        picture = Picture(())

        def held() -> bool:
            nonlocal picture
            picture = look()
            return holds(picture)

        self.until(held, what, seconds)
        return picture

    def until(self, condition: Callable[[], bool], what: str, seconds: float) -> None:
        """Wait for anything. AssertionError, with what is on the screen, when it does not hold in time.

        Between two looks at least as long as a look takes, and longer each time: the desk itself answers the
        many questions.
        """
        end = time.monotonic() + seconds
        pause = 0.1
        while True:
            began = time.monotonic()
            if condition():
                return
            looked = time.monotonic()
            if looked > end:
                raise AssertionError(f"never: {what}\n{self.log.read_text()[-2000:]}\nshown:\n{self.look()}")
            time.sleep(max(pause, looked - began))
            pause = min(pause * 1.5, 0.5)

    def kill(self) -> None:
        """End the desk as a power cut does."""
        self.process.kill()
        self.process.wait(timeout=10)

    def close(self) -> None:
        """Close the desk by its key, where it has not ended yet; one that no key reaches is killed.

        AssertionError when it does not end by itself with code 0, had something to warn of, or a fault.
        """
        if self.process.poll() is not None:
            return
        try:
            self.focus()
            self.keys("Ctrl+q")
            code = self.process.wait(timeout=30)
        finally:
            self.kill()
        output = self.log.read_text()
        assert (code, output) == (0, ""), output
        assert not [one.read_text() for one in (self._data / "crashes").iterdir() if one.stat().st_size]


def _pressed(*combinations: str) -> list[str]:
    names = ["+".join(KEY_NAMES.get(part, part) for part in one.split("+")) for one in combinations]
    return ["key", "--delay", "25", *names]


def _typed(text: str) -> list[str]:
    return ["type", "--delay", "2", "--args", "1", "--", text] if text else []


def _surely(holds: Callable[[Picture], bool]) -> Callable[[Picture], bool]:
    """UnreadError where that depends on what was left unread."""

    def surely(shown: Picture) -> bool:
        try:
            return holds(shown)
        except UnreadError:
            raise
        except (AssertionError, IndexError):  # what is looked at does not stand there yet
            return False

    return surely


def _known(holds: Callable[[Picture], bool], shown: Picture) -> bool:
    try:
        return holds(shown)
    except UnreadError:
        return False
