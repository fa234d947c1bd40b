"""The command line on a whole desk: what is said before Enter is what Enter does."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.drafts import Words
from desktop.domain.units import UnitStatus
from desktop.operations.desk import Author
from desktop.runtime.draft_files import read_drafts
from desktop.store.problems import StoreError
from tests.ui.orders.seat import Seat
from ui.unsaved import ORDER


def test_several_units_go_and_report_by_one_line_each(seat: Seat) -> None:
    number = seat.view.session.number(seat.tree)
    seat.type("send dam1, a1 to 002; mind the cable")
    preview, problem = seat.shown
    what = f"Damkar 1, A1: assigned to {number} Fallen tree, Jl. Sudirman · “mind the cable”"
    assert (preview, problem) == (f"Enter: {what}", "")
    before = seat.view.session.board.sequence
    seat.driver.press("Return")
    seat.driver.until(lambda: not seat.orders.bar.isVisible(), "the line left")
    assert seat.view.session.board.sequence == before + 1
    assert {one.unit for one in seat.scene.case(seat.tree.id).running} == {"damkar-1", "a1"}
    assert seat.said == [what]

    seat.type("under way dam1, a1 -1m")
    assert seat.shown[1].startswith("Damkar 1 is assigned since")
    assert seat.orders.bar.line._wrong == (10, 14)
    seat.driver.press("Ctrl+K")
    seat.driver.type("under way dam1, a1")
    seat.driver.press("Return")
    seat.driver.until(lambda: seat.scene.unit("A1").status is UnitStatus.UNDER_WAY)
    seat.driver.until(lambda: not seat.orders.bar.isVisible(), "the line left")
    assert seat.scene.unit("Damkar 1").status is UnitStatus.UNDER_WAY

    seat.type("note .; tree is off the road")
    assert seat.shown[0].startswith(f"Enter: {number} ")
    seat.driver.press("Escape")
    assert not seat.orders.bar.isVisible()


def test_what_is_typed_while_an_order_is_written_speaks_of_that_order(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, goes_on = seat.view.session.services.store, asyncio.Event()
    submit = store.submit

    async def slow(act: Act, author: Author) -> Result | Refusal:
        await goes_on.wait()
        return await submit(act, author)

    monkeypatch.setattr(store, "submit", slow)
    seat.type("send dam1 to 002")
    seat.driver.press("Return")
    seat.type("note .; tree is off the road")
    tree = seat.view.session.number(seat.tree)
    assert seat.shown[0].startswith(f"Enter: {tree} "), seat.shown
    seat.driver.press("Return")
    goes_on.set()
    seat.driver.until(lambda: len(seat.said) == 2, "two orders")
    assert seat.said[1].startswith(f"{tree} "), seat.said

    goes_on.clear()
    seat.type("dam1 m")
    seat.driver.press("Shift+Return")
    seat.driver.type("note .; on its way")
    assert seat.orders.bar.line.text() == "note .; on its way"
    seat.driver.press("Return")
    goes_on.set()
    seat.driver.until(lambda: len(seat.said) == 4, "four orders")
    assert seat.said[3].endswith("“on its way”"), seat.said


def test_what_was_entered_before_the_line_was_left_is_done_or_said(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, goes_on = seat.view.session.services.store, asyncio.Event()
    submit = store.submit

    async def slow(act: Act, author: Author) -> Result | Refusal:
        await goes_on.wait()
        return await submit(act, author)

    monkeypatch.setattr(store, "submit", slow)
    for text in ("send dam1 to 001", "under way dam1", "under way dam99"):
        seat.type(text)
        seat.driver.press("Return")
    seat.view.list.table.setFocus()
    seat.driver.until(lambda: not seat.orders.bar.isVisible(), "the line left")
    goes_on.set()
    seat.driver.until(lambda: len(seat.said) == 3, "three answers")
    assert seat.scene.unit("Damkar 1").status is UnitStatus.UNDER_WAY
    assert seat.said[2] == "There is no unit “dam99”."


def test_an_order_is_on_the_disk_until_it_is_given_and_comes_back(seat: Seat, tmp_path: Path) -> None:
    def lines() -> list[str]:
        found = [one for place in (tmp_path / "drafts").glob("*") for one in read_drafts(place)]
        return [one.texts["line"] for one in found if isinstance(one, Words)]

    unsaved = seat.view.session.unsaved
    left = Words(
        about=ORDER,
        purpose="line",
        operator="made",
        saved_at=datetime(2026, 11, 24, 12, tzinfo=UTC),
        texts={"line": "note 001; gas"},
    )
    unsaved.bring_back(left)
    seat.driver.press("Ctrl+K")
    assert seat.shown[0].startswith("Brought back, not entered yet\nEnter: ")
    seat.driver.type("note 001; gas inside")
    assert seat.shown[0].startswith("Enter: ")
    seat.driver.until(lambda: lines() == ["note 001; gas inside"], "the words on the disk", seconds=2)
    seat.driver.press("Return")
    seat.driver.until(lambda: not seat.orders.bar.isVisible() and not lines(), "nothing on the disk")


def test_enter_twice_gives_what_was_left_of_an_order_once_more_and_not_all_of_it(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat.type("send dam1, dam2 to 001")
    seat.driver.press("Return")
    seat.driver.until(lambda: not seat.orders.bar.isVisible(), "the line left")
    store, goes_on, written = seat.view.session.services.store, asyncio.Event(), []
    submit = store.submit

    async def lost_after_one(act: Act, author: Author) -> Result | Refusal:
        await goes_on.wait()
        written.append(act)
        if len(written) == 2:
            raise StoreError("unreachable")
        return await submit(act, author)

    monkeypatch.setattr(store, "submit", lost_after_one)
    seat.type("under way dam1, dam2")
    seat.driver.press("Return")
    seat.driver.press("Return")
    goes_on.set()
    seat.driver.until(lambda: any("Not done: " in one for one in seat.said), "the refusal")
    seat.driver.until(lambda: seat.shown[1].startswith("Damkar 1 is under way"), "what stands now")
    assert len(written) == 2


def test_the_next_order_takes_the_place_of_one_that_could_not_be_done(seat: Seat) -> None:
    seat.type("note .; road is wet")
    seat.driver.press("Home")
    seat.driver.type("send dam99 ")
    seat.driver.press("Shift+Return")
    seat.driver.type("099")
    line = seat.orders.bar.line
    assert line.text() == "099"  # not a mixture of both
    seat.driver.press("Tab")  # nothing is offered there
    assert line.hasFocus()
    seat.driver.press("Up")
    assert line.text() == "send dam99 note .; road is wet"


def test_a_mistake_is_pointed_at_completed_and_brought_back(seat: Seat) -> None:
    seat.type("send dam99 to 001")
    seat.driver.press("Return")
    line = seat.orders.bar.line
    assert line.selectedText() == "dam99"
    assert seat.shown[1] == "There is no unit “dam99”."
    seat.driver.type("perahu")
    seat.driver.settle()
    assert "perahu" in line.text()
    seat.driver.press("Ctrl+K")
    seat.driver.type("sel")
    assert seat.orders.bar.offered.text().startswith("Tab: select")
    seat.driver.press("Tab")
    assert line.text() == "select "
    seat.driver.type("sudir")
    seat.driver.press("Return")
    seat.driver.until(lambda: seat.view.list.selected() is not None)
    selected = seat.view.list.selected()
    assert selected is not None
    assert selected.id == seat.tree.id
    seat.driver.press("Ctrl+K")
    seat.driver.press("Up")
    assert line.text() == "select sudir"
    seat.type("099")
    assert seat.shown[1] == "“099” is no order. To go there: select 099"
    seat.type("release 001")
    assert seat.shown[1].startswith("Nobody has "), "said before Enter: more of the number mends nothing"


def test_orders_of_the_screen_lead_where_they_say(seat: Seat) -> None:
    seat.type("filter mawar")
    seat.driver.press("Return")
    assert seat.view.list.filter.text() == "mawar"
    assert not seat.orders.bar.isVisible()
    seat.type("call kitchen on fire")
    seat.driver.press("Return")
    seat.driver.until(lambda: len(seat.view.intake.calls.works) == 1)
    assert seat.view.intake.form.texts()["narrative"] == "kitchen on fire"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert seat.view.intake.isAncestorOf(focus)
    seat.driver.settle(0.2)
