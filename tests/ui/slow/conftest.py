"""A whole desk whose server is slow: what is written waits for the test."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.operations.desk import Author
from tests.ui.driver import OpenDesk
from tests.ui.orders.conftest import seat
from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate
from ui.telling.page import TellingPage

__all__ = ["seat"]


@pytest.fixture
def gate(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """What this desk writes goes through it. It is open until the test shuts it."""
    submit, made = desk.services.store.submit, Gate(asyncio.Event())
    made.open()

    async def slowly(act: Act, author: Author) -> Result | Refusal:
        await made.passed(act)
        return await submit(act, author)

    monkeypatch.setattr(desk.services.store, "submit", slowly)
    yield made
    made.open()  # or a test that fails is followed by a desk that waits to be closed


@pytest.fixture
def telling(seat: Seat) -> TellingPage:
    """It is asked whom to tell of the fire, of two units that were sent."""
    driver, view = seat.driver, seat.view
    driver.run(view.session.read_texts(Path("none")))
    seat.scene.assign(seat.fire, "Damkar 1", "A1")
    view.list.go()
    driver.until(lambda: view.pane.incident == seat.fire.id)
    driver.settle()
    driver.press("Ctrl+Shift+C")
    driver.until(view.pages.telling.isVisible)
    return view.pages.telling
