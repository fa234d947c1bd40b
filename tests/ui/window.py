"""A whole desk in this process: what is pressed, typed and read on it."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QTableView, QWidget

from tests.ui.driver import Driver
from ui.desk_view import DeskView

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole

BETWEEN_LOOKS = 0.1
"""Seconds."""


class Window:
    """A whole desk in this process: what is pressed, typed and read on it, with no program between."""

    def __init__(self, driver: Driver, view: DeskView) -> None:
        self._driver = driver
        self._view = view
        self.said = ""
        view.session.said.connect(self._told)

    @property
    def calls(self) -> int:
        """How many calls have a tab."""
        return len(self._view.intake.calls.works)

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for one in keys:
            self._driver.press(one.replace("Enter", "Return"))
            self._driver.settle(0.02)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self._driver.type(text)

    def order(self, text: str, key: str = "Return") -> None:
        """Type an order into the command line, enter it, and wait until it is written."""
        line = self._view.pages.orders.bar.line
        assert line.hasFocus(), "what is typed is typed there"
        line.insert(text)  # at once: the line is read anew with each letter
        self._driver.press(key)
        try:
            self._driver.until(lambda: not line.text())
        except AssertionError as error:
            told = [one.text() for one in self._view.pages.orders.bar.findChildren(QLabel)]
            raise AssertionError(f"never {text!r}; said {self.said!r}; {told}") from error

    def paint(self) -> None:
        """Paint all of it once, where that is left out otherwise."""
        window = self._view.window()
        window.setUpdatesEnabled(True)
        window.repaint()
        window.setUpdatesEnabled(False)

    def wait_for(self, text: str, gone: str | None = None) -> None:
        """Wait until a text can be read somewhere, and another nowhere."""
        looked = 0.0

        def holds() -> bool:
            nonlocal looked
            if time.monotonic() - looked < BETWEEN_LOOKS:  # all texts of a desk are many
                return False
            looked = time.monotonic()
            texts = list(self._texts())
            return any(text in one for one in texts) and not (
                gone is not None and any(gone in one for one in texts)
            )

        try:
            self._driver.until(holds)
        except AssertionError as error:
            raise AssertionError(f"never {text!r}; said {self.said!r}; {list(self._texts())}") from error

    def wait_said(self, text: str) -> None:
        """Wait until the line at the foot of the window says so."""
        self._driver.until(lambda: text in self.said, f"{text!r}; shown: {list(self._texts())}")

    def wait_selected(self, number: str) -> None:
        """Wait until the incident of that number is the selected one."""

        def stands() -> bool:
            case = self._view.selected()
            return case is not None and self._view.session.number(case).endswith(number)

        self._driver.until(stands, number)

    def wait_calls(self, count: int) -> None:
        """Wait until so many calls have a tab."""
        self._driver.until(lambda: self.calls == count, f"{count} calls")

    def _told(self, text: str, _level: object) -> None:
        self.said = text

    def _texts(self) -> Iterator[str]:
        for one in self._view.window().findChildren(QWidget):
            if not one.isVisible():
                continue
            if isinstance(one, QLabel | QAbstractButton):
                yield one.text()
            elif isinstance(one, QLineEdit):
                yield one.text() or one.placeholderText()
            elif isinstance(one, QTableView | QListView) and one.model() is not None:
                columns = one.horizontalHeader().count() if isinstance(one, QTableView) else 1
                for row in range(one.model().rowCount(QModelIndex())):
                    cells = (one.model().index(row, column) for column in range(columns))
                    yield " ".join(str(cell.data(ACCESSIBLE) or cell.data() or "") for cell in cells)
