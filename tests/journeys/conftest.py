"""A display and desks on it, for journeys."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.screen import Display, Window, missing


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """An X display of this worker's own, at the size for which the desk is designed."""
    lacking = missing()
    if lacking:
        pytest.skip(f"journeys need {', '.join(lacking)}")
    made = Display()
    yield made
    made.close()


StartDesk = Callable[..., Window]


@pytest.fixture
def start_desk(display: Display, tmp_path: Path) -> Iterator[StartDesk]:
    """Start desks on one data folder; each is closed by its key at the end."""
    with ExitStack() as windows:

        def start(*arguments: str, data: Path | None = None, anew: bool = False) -> Window:
            window = Window(display, data or tmp_path, *arguments, anew=anew)
            windows.callback(window.close)
            window.wait_open()
            return window

        yield start
