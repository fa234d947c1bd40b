"""The pace of the list and of the figures above it."""

import time

import pytest

from tests.ui.driver import Driver
from ui.incidents.pace import FLOOD, LONGEST, Pace

EVERY_MS = 40


class Heard:
    """A pace, and the lots that it passed on."""

    def __init__(self) -> None:
        self.pace = Pace(every_ms=EVERY_MS)
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


def test_the_pause_grows_with_the_flood(heard: Heard, driver: Driver) -> None:
    heard.pace.add(str(at) for at in range(FLOOD * LONGEST))
    began = time.monotonic()
    heard.pace.add("after")
    driver.until(lambda: len(heard.lots) == 2)
    assert time.monotonic() - began > 0.9 * LONGEST * EVERY_MS / 1000
