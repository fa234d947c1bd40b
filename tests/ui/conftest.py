"""A desk for tests of the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driver import Driver, OpenDesk, make_centre, open_desk


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    """An event loop in which widgets can be driven; at the end no task may have failed."""
    made = Driver()
    yield made
    made.close()


@pytest.fixture
def centre_file(tmp_path: Path) -> Path:
    """Denpasar's training centre on a file of its own."""
    path = tmp_path / "denpasar.sqlite"
    make_centre(path)
    return path


@pytest.fixture
def desk(driver: Driver, centre_file: Path) -> Iterator[OpenDesk]:
    """Made's desk at that centre."""
    made = open_desk(driver, centre_file)
    yield made
    made.close()


@pytest.fixture
def other_desk(driver: Driver, centre_file: Path) -> Iterator[OpenDesk]:
    """Wayan's desk at the same centre."""
    made = open_desk(driver, centre_file, "wayan")
    yield made
    made.close()
