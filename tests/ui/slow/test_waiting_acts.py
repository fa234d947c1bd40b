"""Deciding of acts that were kept, while the decision before is still being written."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.acts import Act, Refusal
from tests.ui.driver import OpenDesk
from ui.outage.waiting import WaitingActs


@dataclass
class Kept:
    """Two acts that wait; what is decided of them is written once that may go on."""

    waiting: list[Any]
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    done: list[tuple[str, str]] = field(default_factory=list)

    async def put_away(self, act: str, reason: str) -> None:
        """Put one away."""
        await self.go_on.wait()
        self.done.append((act, reason))

    async def try_again(self, act: str) -> None:
        """Deliver one."""
        self.done.append((act, "delivered"))


@pytest.fixture
def kept(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """What waits at the desk."""
    session = desk.session
    made = Kept(
        [
            SimpleNamespace(
                act=Act(id=one, kind="call.taken", changes=()),
                refusal=Refusal("changed"),
                kept_at=session.clock.now(),
                author=session.desk.author,
            )
            for one in ("first", "second", "third")
        ]
    )
    monkeypatch.setattr(session, "services", replace(desk.services, kept=cast(Any, made)))
    return made


@pytest.fixture
def page(desk: OpenDesk, kept: Kept) -> Iterator[WaitingActs]:
    """The list of them."""
    over = QWidget()
    made = WaitingActs(desk.session, over)
    desk.driver.show(over, 1000, 600)
    made.toggle()
    yield made
    over.hide()
    over.deleteLater()


def _goes(desk: OpenDesk, kept: Kept, act: str) -> None:
    kept.waiting = [one for one in kept.waiting if one.act.id != act]
    desk.session.kept_changed.emit()


def test_what_is_typed_of_the_next_stays(desk: OpenDesk, kept: Kept, page: WaitingActs) -> None:
    driver = desk.driver
    driver.press("Delete")
    driver.type("sudah")
    for key in ("Return", "Escape", "Down", "Delete", "Ctrl+A"):
        driver.press(key)
    driver.type("salah")
    kept.go_on.set()
    driver.until(lambda: kept.done == [("first", "sudah")])
    _goes(desk, kept, "first")
    driver.type(" unit")
    assert page.reason.text() == "salah unit"
    driver.press("Return")
    driver.until(lambda: kept.done[1:] == [("second", "salah unit")])


def test_a_key_for_what_is_gone_decides_of_no_other(desk: OpenDesk, kept: Kept, page: WaitingActs) -> None:
    driver = desk.driver
    driver.press("Down")
    _goes(desk, kept, "second")
    driver.press("Return")
    driver.until(lambda: page.list.currentRow() == 1, "it goes on below")
    assert not kept.done
    driver.press("Return")
    driver.until(lambda: kept.done == [("third", "delivered")])


def test_nor_where_another_goes_at_once(desk: OpenDesk, kept: Kept, page: WaitingActs) -> None:
    driver = desk.driver
    driver.press("Down")
    _goes(desk, kept, "second")
    _goes(desk, kept, "third")
    driver.press("Return")
    driver.until(lambda: page.list.currentRow() == 0, "it goes on to who is left")
    driver.settle()
    assert not kept.done
