"""The page of desks: who is signed in where, with which version, and what waits there to be delivered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.domain.presence import Pulse
from desktop.domain.reference import Role
from desktop.runtime.version import VERSION
from ui.desks.model import DesksModel
from ui.desks.rows import OwnDesk, desk_rows, summary
from ui.overlay import Overlay
from ui.panel import label
from ui.session import Level, Session

WATCHERS = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR})
"""Who watches over a centre; the server tells its whole list to the same."""


class DesksPage(Overlay):
    """Lies over the desk until Escape, or its key again; each second it is looked at anew."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 940, 460)
        self._session = session
        self.summary = label("", "plain")
        self.model = DesksModel(session)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setMinimumSectionSize(session.look.px(96))
        self.table.setAccessibleName(self.tr("Desks signed in"))
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Desks signed in"), "title"))
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(label(self.tr("Esc: back"), "hint"))
        session.pulse_changed.connect(self._refresh)
        session.kept_changed.connect(self._refresh)
        session.ticked.connect(self._refresh)
        session.roles_changed.connect(self._roles_changed)

    def toggle(self) -> None:
        """Show the desks, or put the page away; say why where there is none to show."""
        if self.isVisible():
            self.leave()
            return
        if not self._may_see():
            text = self.tr("Only a supervisor, administrator or auditor sees the desks.")
            self._session.said.emit(text, Level.PROBLEM)
            return
        pulse = self._session.services.follower.pulse
        if pulse is None:
            text = self.tr("Which desks are signed in is known on a server only.")
            self._session.said.emit(text, Level.PROBLEM)
            return
        self._show(pulse)
        self.lie_over(self.table)

    def _may_see(self) -> bool:
        return bool(WATCHERS & self._session.desk.author.roles)

    def _roles_changed(self) -> None:
        if self.isVisible() and not self._may_see():
            self.leave()

    def _refresh(self) -> None:
        pulse = self._session.services.follower.pulse
        if pulse is not None and self.isVisible():
            self._show(pulse)

    def _show(self, pulse: Pulse) -> None:
        session = self._session
        outage = session.outage
        own = OwnDesk(session.desk.author.login, VERSION, outage)
        self.model.show(desk_rows(pulse, own, session.reference.operator_name, session.clock.zone))
        if outage is not None and outage.partial:
            self.summary.setText(self.tr("Cut off: what the other desks do is not known."))
        else:
            self.summary.setText(summary(pulse, own))


class _Table(QTableView):
    """The rows, walked by arrows."""

    def __init__(self, page: DesksPage) -> None:
        super().__init__()
        self._page = page
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._page.leave()
        else:
            super().keyPressEvent(event)
