"""The list of alarms: taken by Enter, and quiet then; the most dangerous that nobody took is heard."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.domain.alarm_dues import Stage
from desktop.domain.distress import DISTRESS
from desktop.domain.reference import Role
from desktop.operations.calls import take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import open_incident
from desktop.operations.reading import read_one_call
from tests.ui.driver import Driver, OpenDesk
from tests.ui.incidents.conftest import Ear
from ui.alarms.page import AlarmsPage
from ui.alarms.sounding import AlarmSound
from ui.banner import MessageLine
from ui.incidents.sound import Sound
from ui.session import Level
from ui.taking_back import TakingBack


@pytest.fixture
def page(driver: Driver, desk: OpenDesk) -> Iterator[AlarmsPage]:
    """The list over an empty desk."""
    over = QWidget()
    made = AlarmsPage(desk.session, over)
    driver.show(over, 1366, 768)
    yield made
    over.hide()
    over.deleteLater()


def _opened(driver: Driver, desk: OpenDesk, category: str, priority: str) -> str:
    """An incident that nobody is sent to."""
    taken = driver.run(take_call(desk.session.desk))
    assert isinstance(taken, Done)
    entry = driver.run(read_one_call(desk.session.desk, taken.row))
    assert entry is not None
    values = {"category": category, "priority": priority}
    opened = driver.run(open_incident(desk.session.desk, entry, values))
    assert isinstance(opened, Done)
    driver.until(lambda: opened.row in desk.session.board.cases, "the incident is on the board")
    return opened.row


def _rows(page: AlarmsPage) -> list[str]:
    model = page.model
    columns = [0, 2, 6]
    return [
        " | ".join(str(model.data(model.index(row, one))) for one in columns)
        for row in range(model.rowCount())
    ]


def test_a_selected_alarm_keeps_its_colour_in_shape_and_text(
    driver: Driver, desk: OpenDesk, page: AlarmsPage
) -> None:
    _opened(driver, desk, "fire_building", "P1")
    _opened(driver, desk, "traffic_accident", "P1")
    page.toggle()
    driver.settle()
    first = page.model.index(0, 0)
    assert page.table.currentIndex() == first
    warning = desk.session.look.theme.warning
    assert _paints(page, first, warning)
    second = page.model.index(1, 0)
    assert _paints(page, second, warning)
    rows = page.table.visualRect(second).center().y()
    page.table.setFixedHeight(page.table.horizontalHeader().height() + rows)
    driver.settle()
    assert not _paints(page, second, warning), "half a line misleads"


def _near(one: QColor, other: QColor) -> bool:
    """Edges are blended with the ground."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 30 for a, b in pairs)


def _paints(page: AlarmsPage, index: QModelIndex, color: str) -> bool:
    """Whether shape and text of a cell are painted in a colour."""
    cell = page.table.visualRect(index)
    image = page.table.viewport().grab(cell).toImage()
    wanted, side = QColor(color), cell.height()
    at = {
        x
        for x in range(image.width())
        for y in range(image.height())
        if _near(image.pixelColor(x, y), wanted)
    }
    return bool(at) and min(at) < side < max(at)


def test_an_alarm_is_heard_until_enter_takes_it_and_goes_to_its_incident(
    driver: Driver, desk: OpenDesk, page: AlarmsPage
) -> None:
    session, ear, time, went = desk.session, Ear(), [0.0], list[str]()
    sound = AlarmSound(session, ear, lambda: time[0], page)
    session.ticked.disconnect(sound.look)
    page.chosen.connect(went.append)
    page.toggle()
    assert page.nothing.isVisibleTo(page)
    fire = _opened(driver, desk, "fire_building", "P1")
    _opened(driver, desk, "waste", "P4")
    assert _rows(page) == ["P1 caution | nobody sent yet | "]
    assert not page.nothing.isVisibleTo(page)

    for second in range(31):
        time[0] = second
        sound.look()
    assert ear.sounds == [Sound.P1_WAITS] * 3, "while nobody takes it"
    page.table.setFocus()
    driver.press("Return")
    driver.until(lambda: session.alarms[0].quiet, "it is in hand")
    assert went == [fire]
    time[0] += 600
    sound.look()
    assert len(ear.sounds) == 3, "who took it is left in peace"
    page.toggle()
    assert _rows(page) == ["P1 caution | nobody sent yet | Made S., 0 s"]
    driver.press("Return")
    driver.settle()
    assert session.board.answers[session.alarms[0].id].taken_by == "made", "taken once"


def test_in_an_office_only_a_crew_in_danger_is_heard(driver: Driver, desk: OpenDesk) -> None:
    session, ear = desk.session, Ear()
    _opened(driver, desk, "fire_building", "P1")
    author = replace(session.desk.author, roles=frozenset({Role.AUDITOR}))
    session.desk = replace(session.desk, author=author)
    sound = AlarmSound(session, ear, lambda: 100.0, session)
    sound.look()
    assert ear.sounds == []
    crew = replace(
        session.alarms[0], due=replace(session.alarms[0].due, kind="welfare"), stage=Stage.CRITICAL
    )
    session.alarms = (*session.alarms, crew)
    sound.look()
    assert ear.sounds == [Sound.CREW_SILENT]
    said = list[str]()
    session.said.connect(lambda text, _level: said.append(text))
    session.alarms = (replace(crew, due=replace(crew.due, kind=DISTRESS)),)
    sound.look()
    assert "Shift+Pause" in said[-1], "the key that stands above everything too"
    line = MessageLine(session, TakingBack(session, sound))
    session.said.emit(said[-1], Level.PROBLEM)
    session.alarms = (replace(session.alarms[0], quiet_until=session.clock.now()),)
    sound.look()
    assert line.text.text() == "", "nobody is asked to take what somebody has in hand"
