"""One search over all years: incidents and calls by number, telephone, place or words."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.domain.lookup import Hit
from desktop.operations.desk import StoreError
from desktop.operations.look_up import log_opened, look_up
from ui.listing import WALKS
from ui.look_up.model import HitModel
from ui.overlay import Overlay
from ui.panel import label
from ui.problems import of_store
from ui.session import Level, Session

PAUSE_MS = 120
"""How long typing must rest before the search begins."""


class LookUp(Overlay):
    """Lies over the desk while something is looked up. Enter shows the incident, Escape does not.

    Either way the focus goes back to where it was: into the words of a caller, if one is spoken with.
    """

    found = Signal(str)
    """The id of the incident chosen."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 900, 460)
        self._session = session
        self._asked = ""
        self._wants_first = False
        self._walked = False
        """Whether a hit was walked to since it was typed: that one is meant, whatever comes late."""
        self.field = _Field(self)
        self.model = HitModel(session)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setWordWrap(True)
        self.view.setSpacing(session.look.px(2))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Found"))
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self.state: QLabel = label("", "hint")
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field.textEdited.connect(self._typed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(self._session.look.px(12),) * 4)
        caption = label(self.tr("Look up: number, telephone, place or words — all years"), "label")
        caption.setBuddy(self.field)
        self.field.setAccessibleName(caption.text())
        head = QHBoxLayout()
        head.addWidget(caption)
        head.addStretch(1)
        head.addWidget(label(self.tr("Enter opens it, Esc leaves"), "hint"))
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.state)
        column.addWidget(self.view, 1)

    def ask(self) -> None:
        """Open the look-up; what was asked last is selected, ready to be typed over."""
        self._walked = False
        self.field.selectAll()
        self.lie_over(self.field)

    def ask_for(self, text: str) -> None:
        """Open the look-up and search for a text at once."""
        self.field.setText(text)
        self.ask()
        self._search()

    def leave(self) -> None:
        """Go back to where the focus was."""
        self._wants_first = False
        self._pause.stop()
        super().leave()

    def enter(self) -> None:
        """Show the hit that the arrows rest on; while the search still runs, the first when it comes."""
        if self._walked:
            self._open(self.view.currentIndex())
        elif self._pause.isActive() or self.field.text().strip() != self._asked:
            self._wants_first = True
            self._pause.stop()
            self._search()
        else:
            self._open(self.view.currentIndex())

    def walk(self, rows: int) -> None:
        """Move down the hits, or up."""
        last = self.model.rowCount() - 1
        row = max(0, min(last, self.view.currentIndex().row() + rows))
        self.view.setCurrentIndex(self.model.index(row, 0))
        self._walked = last >= 0

    def _typed(self) -> None:
        # An Enter before this letter was meant for what was typed until then.
        self._wants_first = self._walked = False
        self._pause.start()

    def _search(self) -> None:
        self._session.start(self._find(self.field.text().strip()), "look up")

    async def _find(self, text: str) -> None:
        try:
            hits = await look_up(self._session.desk, text) if text else ()
        except StoreError as error:
            self._wants_first = False
            self.state.setText(of_store(error))
            return
        if text != self.field.text().strip() or self._walked:
            return
        self._asked = text
        self.model.show(hits)
        self.state.setText(self.tr("{count} found").format(count=len(hits)) if text else "")
        self.view.setCurrentIndex(self.model.index(0, 0))
        wants_first, self._wants_first = self._wants_first, False
        if wants_first and self.isVisible():  # who was led away by a key works elsewhere by now
            self._open(self.view.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid() or index.row() >= len(self.model.hits):
            return
        hit = self.model.hits[index.row()]
        self._session.services.writes.start(self._log(hit), "log a look-up")
        if hit.incident is None:
            self.state.setText(
                self.tr("This call belongs to no incident: all that is known stands in its line.")
            )
            return
        self.leave()
        self.found.emit(hit.incident)

    async def _log(self, hit: Hit) -> None:
        try:
            await log_opened(self._session.desk, hit, self._session.clock.now())
        except StoreError as error:
            self._session.said.emit(of_store(error), Level.PROBLEM)


class _Field(QLineEdit):
    """The line of the look-up: arrows walk the hits without leaving it."""

    def __init__(self, panel: LookUp) -> None:
        super().__init__()
        self._panel = panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages walk, Enter shows, Escape leaves."""
        key = event.key()
        if step := WALKS.get(key):
            self._panel.walk(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._panel.enter()
        elif key == Qt.Key.Key_Escape:
            self._panel.leave()
        else:
            super().keyPressEvent(event)
