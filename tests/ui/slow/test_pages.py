"""Pages on which it goes on while something is still being written or read."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop.domain.handover import Standing
from desktop.domain.units import Unit
from desktop.operations.cards import Cards
from desktop.operations.desk import StoreError
from tests.ui.driver import OpenDesk
from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate, held_back
from tests.ui.test_place_keeping import KARTINI, WARUNG
from ui.place_keeping import OtherName, PlaceKeeping
from ui.shift import hand_over


@pytest.fixture
def unit(seat: Seat) -> Unit:
    """A unit at the fire."""
    seat.scene.assign(seat.fire, "Damkar 1")
    return seat.scene.unit("Damkar 1")


def test_a_plan_changed_meanwhile_is_not_in_force(seat: Seat, gate: Gate) -> None:
    driver, page = seat.driver, seat.view.pages.plans
    plans = {one.id: one for one in seat.view.session.reference.plans}
    driver.press("Alt+Shift+P")
    page._edit(replace(plans["fire-building-2"], minutes=33))
    driver.press("T")
    driver.until(lambda: page.told.text().startswith("Tried on the last"))
    driver.press("P")
    gate.shut()
    driver.press("Return")
    driver.until(lambda: gate.begun)
    driver.press("Escape")
    page._edit(replace(plans["fire-building-1"], minutes=44))
    gate.open()
    driver.until(lambda: any("in force" in one for one in seat.said))
    assert [one.minutes for _, one in page.change.changed] == [44]


def test_a_card_is_approved_once(seat: Seat, gate: Gate, cards: Cards) -> None:
    driver, page = seat.driver, seat.view.pages.cards
    seat.view.session.cards = cards
    page.toggle()
    driver.press("Return")
    driver.type("dr. Sari")
    gate.shut()
    for _ in range(2):
        driver.press("Return")
        driver.settle()
    gate.open()
    driver.until(lambda: "✓" in page.list.item(0).text())
    driver.settle()
    assert gate.begun == ["card.approved"]
    assert not seat.said


def test_a_page_is_signed_with_the_numbers_that_are_blocked(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, go_on, given = seat.driver, asyncio.Event(), list[Standing]()

    async def blocked(*_given: object) -> Sequence[tuple[str | None, None]]:
        return [("081234567890", None)]

    async def give(_desk: object, standing: Standing, *_given: object) -> None:
        given.append(standing)
        raise StoreError("busy")

    monkeypatch.setattr(hand_over, "blocked_numbers", held_back(blocked, go_on))
    monkeypatch.setattr(hand_over, "give_handover", give)
    seat.view.pages.hand_over.toggle()
    driver.press("Return")
    driver.press("Return")
    driver.settle()
    go_on.set()
    driver.until(lambda: given)
    assert "081234567890" in str(given[0])


def test_the_page_of_handing_over_stays_where_it_is_read(seat: Seat) -> None:
    driver, page = seat.driver, seat.view.pages.hand_over
    page.toggle()
    page.text.setMaximumHeight(80)
    driver.press("Tab")
    driver.settle()
    bar = page.text.verticalScrollBar()
    bar.setValue(5)
    seat.scene.open(3, category="flood", address="Jl. Sudirman 3")
    driver.until(lambda: "Sudirman 3" in page.text.toPlainText())
    assert (page.text.hasFocus(), bar.value()) == (True, 5)


def test_a_distress_is_raised_once_and_taken_at_once(seat: Seat, gate: Gate, unit: Unit) -> None:
    driver, session = seat.driver, seat.view.session
    gate.shut()
    for _ in range(2):
        driver.press("Pause")
        driver.type("dam1")
        driver.press("Return")
    driver.settle()
    driver.press("Shift+Pause")
    gate.open()
    driver.until(lambda: session.board.distress and not session.board.distress[unit.id].waits)
    assert gate.begun == ["distress.raised"]


def test_help_is_sent_at_once(seat: Seat, gate: Gate, unit: Unit) -> None:
    driver = seat.driver
    gate.shut()
    driver.press("Pause")
    driver.type("dam1")
    driver.press("Return")
    driver.press("Alt+Pause")
    gate.open()
    driver.until(lambda: len(seat.scene.case(seat.fire.id).running) > 1, str(seat.said))


def test_help_is_sent_while_a_note_is_typed(seat: Seat, unit: Unit, gate: Gate) -> None:
    driver, view = seat.driver, seat.view
    driver.press("Pause")
    driver.type("dam1")
    driver.press("Return")
    driver.until(lambda: view.session.board.distress)
    driver.until(lambda: "min" in view.distress.strip.help.text())
    gate.shut()
    driver.press("Alt+Pause")
    driver.press("Ctrl+N")
    driver.type("suara ")
    gate.open()
    driver.until(lambda: len(seat.scene.case(seat.fire.id).running) > 1)
    driver.settle()
    number = view.session.number(seat.fire)
    assert f"To be told of {number}: Polisi (Ctrl+R)" in seat.said
    driver.type("minta tolong")
    assert view.pane.note.field.text() == "suara minta tolong"


def test_another_place_is_kept_while_one_is_being_written(desk: OpenDesk, gate: Gate) -> None:
    keeping, said = PlaceKeeping(desk.session), list[str]()
    desk.session.said.connect(lambda text, _level: said.append(text))
    gate.shut()
    for one in (WARUNG, WARUNG, OtherName(KARTINI, "jl kartina")):
        keeping.toggle(one)
    gate.open()
    desk.driver.until(lambda: len(said) == 2)
    assert ["“warung Bu Komang”" in said[0], "“jl kartina”" in said[1]] == [True, True]
