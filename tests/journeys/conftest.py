"""A display and desks on it, for journeys."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.display import Display, missing
from tests.journeys.screen import Window
from tests.once import shared_by_workers
from tests.passwords import cheap_passwords

__all__ = ["cheap_passwords"]


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """An X display of this worker's own, at the size for which the desk is designed."""
    lacking = missing()
    if lacking:
        pytest.skip(f"journeys need {', '.join(lacking)}")
    made = Display(shared_by_workers(tmp_path_factory))
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
