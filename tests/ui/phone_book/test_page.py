"""The phone book at the desk: found by any part, tried by a letter, the next offered, kept by who may."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.board import Case
from desktop.domain.reference import Role
from desktop.operations.calls import take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import open_incident
from tests.ui.driver import Driver, OpenDesk
from ui.phone_book.page import PhoneBookPage


@pytest.fixture
def case(driver: Driver, desk: OpenDesk) -> Case:
    """A fire of which nobody was told yet."""
    taken = driver.run(take_call(desk.session.desk))
    assert isinstance(taken, Done)
    board = desk.session.board
    driver.until(lambda: taken.row in board.calls)
    opened = driver.run(
        open_incident(desk.session.desk, board.calls[taken.row], {"category": "fire_building"})
    )
    assert isinstance(opened, Done)
    driver.until(lambda: opened.row in board.cases)
    return board.cases[opened.row]


@pytest.fixture
def page(driver: Driver, desk: OpenDesk, case: Case) -> Iterator[PhoneBookPage]:
    """The phone book over an empty desk, for the fire."""
    over = QWidget()
    made = PhoneBookPage(desk.session, lambda: case, over)
    driver.show(over, 1366, 768)
    made.toggle()
    driver.settle()
    yield made
    over.hide()
    over.deleteLater()


def _add(driver: Driver, page: PhoneBookPage, *fields: str) -> None:
    """Insert, and what is typed into the fields one after the other; an empty one stays as it is."""
    driver.press("Insert")
    for text in fields:
        driver.type(text)
        driver.press("Return")
    driver.until(lambda: not (page.prompt.asking or page._session.turns.writing))


def test_tries_are_logged_by_a_letter_and_the_next_is_offered_until_somebody_is_told(
    driver: Driver, desk: OpenDesk, page: PhoneBookPage, case: Case
) -> None:
    board = desk.session.board
    driver.type("pln")
    driver.press("Return")
    assert page.now.text() == "Dial: PLN  123"
    driver.press("s")
    driver.until(lambda: page.now.text() == "Nobody comes next: PLN  123 once more")
    page.toggle()
    assert page.field.selectedText() == "pln", "the key looks for somebody else"
    driver.press("Return")
    _add(driver, page, "Piket PLN", "duty", "pln", "", "", "", "", "2", "Made Sari", "0812-3400-0001")
    driver.until(lambda: "pln" in page.field.text() and page.model.rowCount() == 2)
    page.table.rest_on("pln")
    driver.press("t")
    driver.until(lambda: page.now.text() == "Next: Piket PLN  0812-3400-0001")
    driver.press("d")
    driver.type("Made, listrik padam")
    driver.press("Return")
    driver.until(lambda: board.cases[case.id].referrals, "who was told counts as told of it")
    assert page.now.text() == "Dial: Piket PLN  0812-3400-0001", "nobody is offered, he is reached there"
    tries = sorted(board.cases[case.id].tries, key=lambda one: str(one.tried_at))
    assert [(one.contact, one.result) for one in tries[1:]] == [("pln", "no_answer"), ("piket-pln", "told")]
    (told,) = board.cases[case.id].referrals
    assert (told.agency, told.state) == ("PLN", "told")

    driver.press("e")
    driver.type("pindah tugas")
    driver.press("Return")
    driver.until(lambda: desk.session.reference.contacts["piket-pln"].private.numbers is None)
    assert page.now.text() == "Piket PLN: no number yet"


def test_it_is_found_by_any_part_and_the_incidents_agencies_come_first(
    driver: Driver, page: PhoneBookPage
) -> None:
    found = {"": "pln", "kartini": "rs-wangaya", "413417": "pusat-51.03", "polisi": "polri", "xyz": None}
    for typed, first in found.items():
        page.field.selectAll()
        driver.type(typed)
        assert page.model.key_at(0) == first, typed


def test_who_is_no_administrator_changes_nothing(driver: Driver, desk: OpenDesk, page: PhoneBookPage) -> None:
    desk.session.desk = replace(
        desk.session.desk, author=replace(desk.session.desk.author, roles=frozenset({Role.DISPATCHER}))
    )
    desk.session.roles_changed.emit()
    driver.press("Return")
    for key in ("Insert", "u", "e", "Delete"):
        driver.press(key)
        assert not page.prompt.asking


def test_columns_stand_still_while_it_is_typed(driver: Driver, page: PhoneBookPage) -> None:
    def widths() -> list[int]:
        return [page.table.columnWidth(column) for column in range(page.model.columnCount())]

    before, rows = widths(), page.model.rowCount()
    driver.type("pln")
    driver.settle()
    assert page.model.rowCount() < rows
    assert widths() == before
    assert min(before) > 0
