"""The look-up, driven by keys."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.operations.calls import take_call
from desktop.operations.desk import Done, StoreError
from desktop.operations.incidents import open_incident
from tests.ui.driver import Driver, OpenDesk
from ui.look_up.model import HitModel
from ui.look_up.panel import LookUp


def _opened(driver: Driver, desk: OpenDesk, narrative: str, address: str) -> str:
    taken = driver.run(take_call(desk.session.desk, number="081200000001"))
    assert isinstance(taken, Done)
    driver.until(lambda: taken.row in desk.session.board.calls)
    entry = desk.session.board.calls[taken.row]
    values = {"address": address, "category": "flood", "narrative": narrative}
    opened = driver.run(open_incident(desk.session.desk, entry, values))
    assert isinstance(opened, Done), opened
    return opened.row


def test_words_of_the_narrative_find_the_incident(driver: Driver, desk: OpenDesk) -> None:
    wanted = _opened(driver, desk, "air sungai masuk rumah setinggi lutut", "Jl. Pura Demak")
    _opened(driver, desk, "pohon menutup jalan", "Jl. Gunung Agung")
    over = QWidget()
    panel = LookUp(desk.session, over)
    found: list[str] = []
    panel.found.connect(found.append)
    driver.show(over, 1000, 600)
    panel.ask()
    assert "Enter opens it, Esc leaves" in [one.text() for one in panel.findChildren(QLabel)]
    driver.type("sungai lutut", panel.field)
    driver.press("Return", panel.field)
    driver.until(lambda: found)
    assert found == [wanted]
    assert not panel.isVisible()


def test_the_focus_goes_back_into_the_words_of_the_caller(driver: Driver, desk: OpenDesk) -> None:
    _opened(driver, desk, "air sungai masuk rumah setinggi lutut", "Jl. Pura Demak")
    over = QWidget()
    words = QLineEdit(over)
    panel = LookUp(desk.session, over)
    found: list[str] = []
    panel.found.connect(found.append)
    driver.show(over, 1000, 600)
    words.setFocus()
    panel.ask()
    driver.type("sungai lutut", panel.field)
    driver.press("Return", panel.field)
    driver.until(lambda: found)
    assert words.hasFocus()


def test_a_line_says_all_that_is_known(driver: Driver, desk: OpenDesk) -> None:
    _opened(driver, desk, "air masuk rumah", "Jl. Pura Demak 5")
    over = QWidget()
    panel = LookUp(desk.session, over)
    driver.show(over, 1000, 600)
    panel.ask()
    driver.type("demak", panel.field)
    driver.until(lambda: panel.model.rowCount() == 1)
    line = str(panel.model.data(panel.model.index(0, 0)))
    assert "DP " in line
    assert "Flood" in line
    assert "Jl. Pura Demak 5" in line


def test_the_model_keeps_qts_rules(driver: Driver, desk: OpenDesk) -> None:
    model = HitModel(desk.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(())
    assert model.rowCount() == 0


def _slowly(panel: LookUp, driver: Driver, text: str) -> None:
    """Press Enter right behind the last letter, before the search has begun."""
    panel.ask()
    driver.type(text, panel.field)
    driver.press("Return", panel.field)


def test_escape_takes_an_early_enter_back(driver: Driver, desk: OpenDesk) -> None:
    _opened(driver, desk, "air masuk rumah", "Jl. Pura Demak 5")
    over = QWidget()
    panel = LookUp(desk.session, over)
    found: list[str] = []
    panel.found.connect(found.append)
    driver.show(over, 1000, 600)
    _slowly(panel, driver, "demak")
    driver.press("Escape", panel.field)
    driver.settle(0.4)
    assert found == []


def test_typing_on_takes_an_early_enter_back(driver: Driver, desk: OpenDesk) -> None:
    _opened(driver, desk, "air masuk rumah", "Jl. Pura Demak 5")
    over = QWidget()
    panel = LookUp(desk.session, over)
    found: list[str] = []
    panel.found.connect(found.append)
    driver.show(over, 1000, 600)
    _slowly(panel, driver, "dem")
    driver.type("ak", panel.field)
    driver.until(lambda: panel.model.rowCount() == 1)
    driver.settle(0.2)
    assert found == []
    assert panel.isVisible()


def test_the_log_that_cannot_be_written_is_an_outage_not_a_bug(
    driver: Driver, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = _opened(driver, desk, "air masuk rumah", "Jl. Pura Demak 5")
    over = QWidget()
    panel = LookUp(desk.session, over)
    found: list[str] = []
    said: list[str] = []
    panel.found.connect(found.append)
    desk.session.said.connect(lambda text, _level: said.append(text))

    async def full(_task: object) -> None:
        raise StoreError("full")

    monkeypatch.setattr(desk.services.store, "write", full)
    driver.show(over, 1000, 600)
    _slowly(panel, driver, "demak")
    driver.until(lambda: said)
    assert found == [wanted]
    assert "disk" in said[0]
