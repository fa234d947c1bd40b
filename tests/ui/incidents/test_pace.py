"""The pace of the list and of the figures above it."""

import pytest

from tests.ui.driver import Driver
from ui.incidents.pace import FLOOD, LONGEST, Pace

EVERY_MS = 40
ALONE_MS = 1


class Heard:
    """A pace, and the lots that it passed on."""

    def __init__(self) -> None:
        self.pace = Pace(every_ms=EVERY_MS, alone_ms=ALONE_MS)
        self.lots: list[frozenset[str]] = []
        self.pace.due.connect(self.lots.append)


@pytest.fixture
def heard(driver: Driver) -> Heard:
    """See `Heard`."""
    return Heard()


def test_the_first_change_is_passed_on_at_once_and_what_follows_together(
    heard: Heard, driver: Driver
) -> None:
    for one in "abc":
        heard.pace.add(one)
    assert heard.lots == [{"a"}]
    driver.until(lambda: len(heard.lots) == 2)
    assert heard.lots[1] == {"b", "c"}


def test_what_is_urgent_takes_along_what_waits(heard: Heard) -> None:
    heard.pace.add("a")
    heard.pace.add("b")
    heard.pace.add("c", urgent=True)
    assert heard.lots == [{"a"}, {"b", "c"}]


def test_the_pause_grows_with_what_came_together(heard: Heard, driver: Driver) -> None:
    pauses = []
    for lot in (1, 2, FLOOD, FLOOD * LONGEST, FLOOD * LONGEST * 9):
        heard.pace.add(str(at) for at in range(lot))
        pauses.append(heard.pace.pause_ms)
        driver.until(lambda: heard.pace.pause_ms == 0)
    assert pauses == [ALONE_MS, EVERY_MS, EVERY_MS * 2, EVERY_MS * LONGEST, EVERY_MS * LONGEST]
