"""The window: empty at first, then signing in, then the desk."""

import asyncio

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.panel import label

DESIGN_WIDTH, DESIGN_HEIGHT = 1366, 768


class MainWindow(QMainWindow):
    """One window a workstation. Closing it asks the desk to end; the desk closes it when all is saved."""

    def __init__(self, state: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("Kulkul")
        self.setMinimumSize(640, 480)
        self._state = state
        self.painted = asyncio.Event()
        self.asked_to_close = asyncio.Event()
        self._may_close = False
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        geometry = state.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(DESIGN_WIDTH, DESIGN_HEIGHT)
        self.show_text(self.tr("Opening the desk …"))

    def show_text(self, text: str) -> None:
        """Show nothing but a text, as while the desk opens or when it cannot."""
        page = QWidget()
        page.setProperty("dress", "ground")
        column = QVBoxLayout(page)
        line = label(text, "title")
        line.setWordWrap(True)
        line.setContentsMargins(40, 40, 40, 40)
        column.addWidget(line)
        column.addStretch(1)
        self.show_page(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of all that was there."""
        while self._pages.count():
            self._remove_top()
        self.cover(page)

    def cover(self, page: QWidget) -> None:
        """Show a page over what is shown, until `uncover`."""
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def uncover(self) -> None:
        """Take the page away that covers the one below."""
        self._remove_top()

    def drop_covered(self) -> None:
        """Let go of all that the page on top covers: nobody goes back to it."""
        while self._pages.count() > 1:
            below = self._pages.widget(0)
            assert below is not None
            self._pages.removeWidget(below)
            below.deleteLater()

    def _remove_top(self) -> None:
        top = self._pages.widget(self._pages.count() - 1)
        if top is not None:
            self._pages.removeWidget(top)
            top.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint lets the rest of the program be loaded."""
        super().paintEvent(event)
        self.painted.set()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the desk to end; writes are finished first."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.asked_to_close.set()

    def finish(self) -> None:
        """Remember where the window stood, and close it for good."""
        self._state.setValue("window/geometry", self.saveGeometry())
        self._state.sync()
        self._may_close = True
        self.close()
