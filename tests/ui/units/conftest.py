"""A scene and a window with the panel for tests of the units."""

from collections.abc import Callable, Iterator

import pytest

from desktop.domain.board import Case
from tests.ui.driver import Driver, OpenDesk
from tests.ui.units.scene import Scene, Window


@pytest.fixture
def scene(driver: Driver, desk: OpenDesk) -> Scene:
    """Made's desk."""
    return Scene(driver, desk)


@pytest.fixture
def open_window() -> Iterator[Callable[[Scene, Case | None], Window]]:
    """Opens windows with the panel; they are closed at the end."""
    opened: list[Window] = []

    def make(scene: Scene, selected: Case | None = None) -> Window:
        opened.append(Window(scene, selected))
        return opened[-1]

    yield make
    for window in opened:
        window.close()
