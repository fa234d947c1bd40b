"""Crews, the page of handing over and the loads, by keys: one desk gives, the other takes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop.domain.board import Reference
from desktop.domain.reference import Hospital
from desktop.domain.shifts import Handover, HandoverEntry
from desktop.operations.calls import take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import open_incident, take_incident
from tests.ui.driver import Driver, OpenDesk
from ui.listing import ListModel
from ui.overlay import Overlay
from ui.shift.crews import CrewsPage
from ui.shift.hand_over import HandOverPage
from ui.shift.load import LoadPage
from ui.shift.page_words import Reader, page_lines, signer_text


@pytest.fixture
def over(driver: Driver) -> Iterator[QWidget]:
    """What the pages lie over."""
    made = QWidget()
    driver.show(made, 1366, 768)
    yield made
    made.hide()
    made.deleteLater()


def _rows(model: ListModel) -> list[str]:
    columns = range(model.columnCount())
    return [
        " | ".join(str(model.data(model.index(row, one))) for one in columns)
        for row in range(model.rowCount())
    ]


def _held(driver: Driver, desk: OpenDesk) -> str:
    """An incident in the desk's hand, with a caller's number."""
    session = desk.session
    taken = driver.run(take_call(session.desk, number="081234567890"))
    assert isinstance(taken, Done)
    driver.until(lambda: taken.row in session.board.calls)
    entry = session.board.calls[taken.row]
    values = {"address": "Gg. Mawar 5", "category": "fire_building", "priority": "P1"}
    opened = driver.run(open_incident(session.desk, entry, values))
    assert isinstance(opened, Done)
    driver.until(lambda: opened.row in session.board.cases)
    driver.run(take_incident(session.desk, session.board.cases[opened.row].incident))
    driver.until(lambda: session.board.cases[opened.row].incident.holder == "made")
    return opened.row


def _open(driver: Driver, page: Overlay) -> None:
    page.toggle()  # type: ignore[attr-defined]  # - each of the pages has it
    driver.settle()


def test_a_crew_signs_on_and_its_own_time_begins(driver: Driver, desk: OpenDesk, over: QWidget) -> None:
    page = CrewsPage(desk.session, over)
    _open(driver, page)
    unit = page.table.current or ""
    counted = page._row(replace(desk.session.board.units[unit], head_count=3)).cells
    assert counted[3] == "3", "as the units' list counts them, also before they signed on"
    assert "not signed on" in counted
    driver.press("Return")
    driver.type("0")
    driver.press("Return")
    assert page.prompt.asking, "nobody is no crew"
    driver.press("Backspace")
    driver.type("3 made, wayan")
    driver.press("Return")
    driver.until(lambda: desk.session.board.units[unit].duty_since is not None, "signed on")
    driver.until(lambda: "made, wayan" in _rows(page.model)[0], "the names are read")
    assert "3 of 8" in page.summary.text()
    driver.press("Delete")
    driver.press("Return")
    driver.until(lambda: "not signed on" in _rows(page.model)[0], "signed off")


def test_one_hands_over_another_takes_and_it_stays_as_it_was(
    driver: Driver,
    desk: OpenDesk,
    other_desk: OpenDesk,
    over: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = _held(driver, desk)
    number = desk.session.number(desk.session.board.cases[case])
    giving = HandOverPage(desk.session, over)
    _open(driver, giving)
    assert "\n\nCALLS BEING SPOKEN: 1" in giving.text.toPlainText(), "apart from the units before it"
    (line,) = (one for one in giving.text.toPlainText().splitlines() if one.startswith(f"{number} P1"))
    driver.press("Return")
    driver.type("Pak Rai menelepon lagi")
    driver.press("Return")
    driver.until(lambda: len(_rows(giving.model)) == 2, "signed by who goes")
    giving.leave()

    taking = HandOverPage(other_desk.session, over)
    _open(driver, taking)
    driver.until(lambda: len(_rows(taking.model)) == 2, "it waits there too")
    driver.press("Down")
    assert "Pak Rai menelepon lagi" in taking.text.toPlainText()
    assert line in taking.text.toPlainText().splitlines(), "it was signed as it was read"
    assert "0812" not in taking.text.toPlainText()
    driver.press("Return")
    driver.press("Return")
    driver.until(lambda: other_desk.session.board.cases[case].incident.holder == "wayan", "passed on")
    driver.until(lambda: "Wayan P." in _rows(taking.model)[1], "signed by who comes")
    driver.until(lambda: "Received by Wayan P." in taking.text.toPlainText(), "both names stand on it")

    where = str(tmp_path / "Documents")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: where)
    monkeypatch.setattr("ui.shift.printing.printer_name", lambda: "")
    driver.press("P", taking.table)
    (file,) = (tmp_path / "Documents").glob("serah-terima-*.pdf")
    assert file.read_bytes().startswith(b"%PDF")


def test_a_supervisor_sees_who_has_what_and_takes_it_over(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk, over: QWidget
) -> None:
    case = _held(driver, desk)
    shown = other_desk.session.board.cases
    driver.until(lambda: case in shown and shown[case].incident.holder == "made")
    page = LoadPage(other_desk.session, over)
    _open(driver, page)
    made = next(at for at, row in enumerate(_rows(page.model)) if row.startswith("Made S."))
    assert _rows(page.model)[made].endswith("| 1 | 0 | 1 | 1")
    page.table.rest_on("made")
    driver.press("Return")
    driver.press("Return")
    driver.type("operator sakit")
    driver.press("Return")
    driver.until(lambda: other_desk.session.board.cases[case].incident.holder == "wayan", "taken over")


def test_a_page_names_who_signed_it_and_who_delivered_that() -> None:
    reference = Reference(operators={"made": "Made S.", "wayan": "Wayan P."})
    assert signer_text(reference, "made", "wayan") == "Made S. (delivered by Wayan P.)"
    assert signer_text(reference, None, "wayan") == signer_text(reference, "wayan", "wayan") == "Wayan P."


def test_a_page_says_which_hospital_is_full_since_when() -> None:
    now = datetime(2026, 11, 24, 6, tzinfo=UTC)
    reference = Reference(hospitals={"w": Hospital(id="w", name="RSUD Wangaya")})
    page = {"full": [{"hospital": "w", "since": now.isoformat()}]}
    lines = page_lines(HandoverEntry(Handover(id="h")), page, None, Reader(reference, UTC, "", now))
    assert [one.text for one in lines[-2:]] == [
        "Hospitals full, end not known (1)",
        "RSUD Wangaya · since 06:00",
    ]
