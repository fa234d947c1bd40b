"""A pane in a window of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.domain.board import CaseDetail
from tests.ui.driver import Driver, OpenDesk
from tests.ui.pane.scene import Scene
from ui.actions import Actions
from ui.pane.panel import IncidentPane
from ui.prompt import Prompt


@dataclass
class OpenPane:
    """A pane that stands in a window, with what it said and asked for."""

    pane: IncidentPane
    prompt: Prompt
    actions: Actions
    driver: Driver
    said: list[str]
    asked: list[str]

    def show(self, incident: str) -> None:
        """Select an incident and wait until it is shown."""
        self.pane.show_case(incident)
        self.driver.until(lambda: self.pane.detail is not None and self.detail.case.id == incident)

    @property
    def detail(self) -> CaseDetail:
        """What is shown."""
        assert self.pane.detail is not None
        return self.pane.detail

    @property
    def timeline(self) -> list[str]:
        """The timeline as it is read aloud, without times."""
        return [row.text.removeprefix(row.time).strip() for row in self.pane.timeline.rows_model.rows]

    @property
    def particulars(self) -> list[str]:
        """What stands beside it."""
        return [row.text for row in self.pane.particulars.rows_model.rows]

    def field(self, name: str) -> QLineEdit:
        """A field of the form."""
        found = self.pane.form_area.form.fields[name]
        assert isinstance(found, QLineEdit)
        return found

    def retype(self, name: str, text: str) -> None:
        """Type a text over what stands in a field of the form."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        self.driver.type(text)


@pytest.fixture
def scene(desk: OpenDesk) -> Scene:
    """Acts at Made's desk."""
    return Scene(desk)


@pytest.fixture
def other_scene(other_desk: OpenDesk) -> Scene:
    """Acts at Wayan's desk."""
    return Scene(other_desk)


@pytest.fixture
def opened(qtbot: QtBot, driver: Driver, desk: OpenDesk) -> Iterator[OpenPane]:
    """Made's pane."""
    window = QMainWindow()
    qtbot.addWidget(window)
    actions, prompt = Actions(window), Prompt(desk.session.look)
    pane = IncidentPane(desk.session, actions, prompt)
    window.setCentralWidget(pane)
    made = OpenPane(pane, prompt, actions, driver, [], [])
    desk.session.said.connect(lambda text, _level: made.said.append(text))
    pane.asks_select.connect(made.asked.append)
    driver.run(desk.session.read_texts(Path("none")))
    driver.show(window, 700, 420)
    yield made
    window.hide()
