"""The list in a window, for tests that use it as an operator does."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.board import Case
from tests.ui.driver import Driver, OpenDesk
from tests.ui.incidents.boards import case, incident, news
from ui.actions import Actions
from ui.incidents.panel import IncidentListPanel
from ui.incidents.sound import Sound, Speaker


class Ear(Speaker):
    """A speaker that only remembers."""

    def __init__(self) -> None:
        super().__init__(None, [])
        self.sounds: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.sounds.append(sound)


@dataclass
class Shown:
    """The panel in a window, with a clock for keys and sounds that the test moves."""

    desk: OpenDesk
    panel: IncidentListPanel
    actions: Actions
    ear: Ear
    time: list[float]
    selections: list[str | None]

    def bring(self, *cases: Case, gone: tuple[str, ...] = ()) -> None:
        """Let the board take cases, and the list follow."""
        self.desk.session.board.take(news(cases, gone))
        self.panel.pace.flush()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.desk.driver.press(key)

    def pass_time(self, seconds: float) -> None:
        self.time[0] += seconds
        self.panel.hold.look()
        self.desk.session.ticked.emit()

    @property
    def numbers(self) -> str:
        """Serials from above; `>` before the selected one."""
        model = self.panel.model
        rows = [model.row_at(row) for row in range(model.rowCount())]
        cursor = self.panel.table.currentIndex().row()
        marked = [row.row() for row in self.panel.table.selectionModel().selectedRows()]
        assert marked == ([cursor] if cursor >= 0 else [])
        return " ".join((">" if at == cursor else "") + str(row.serial[1]) for at, row in enumerate(rows))


@pytest.fixture
def shown(driver: Driver, desk: OpenDesk) -> Iterator[Shown]:
    window = QWidget()
    actions, ear, time = Actions(window), Ear(), [1000.0]
    panel = IncidentListPanel(desk.session, actions, window, speaker=ear, monotonic=lambda: time[0])
    panel.setGeometry(0, 0, 698, 380)
    selections: list[str | None] = []
    panel.selected_changed.connect(selections.append)
    driver.show(window, 698, 380)
    made = Shown(desk, panel, actions, ear, time, selections)
    made.bring(*(case(incident(n, minute=n)) for n in (1, 2, 3, 4)))
    ear.sounds.clear()
    yield made
    window.close()
    window.deleteLater()
    driver.settle()
