"""What is to be done with an incident that is still being opened: never to the one selected before."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.meant import Meant
from ui.session import Level, Session

HoldsBack = Callable[[Callable[[], None]], bool]
"""Says whether what a key does has to wait; it is done later then."""


class EarlyActs(QObject):
    """Lets the last key wait for the incident that is meant. A row chosen meanwhile is not meant by it."""

    def __init__(self, session: Session, meant: Meant, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._meant = meant
        self._waiting: tuple[str, Callable[[], None]] | None = None
        meant.came.connect(self._came)
        meant.failed.connect(self._failed)

    def holds_back(self, act: Callable[[], None]) -> bool:
        """Whether the incident that is meant is still to come: it is done then, if it is meant still."""
        awaited = self._meant.awaited
        if awaited is None:
            return False
        self._waiting = (awaited, act)
        self._session.said.emit(self._meant.waits(), Level.DONE)
        return True

    def _came(self, awaited: str, incident: str) -> None:
        act = self._let_go(awaited)
        case = self._meant.selected()
        if act is None:
            return
        if case is not None and case.id == incident:
            act()
        elif incident in self._session.board.cases:
            self._say(self.tr("Not done: another incident was selected meanwhile"))
        else:
            self._say(self._meant.why_gone(incident))

    def _failed(self, awaited: str) -> None:
        if self._let_go(awaited) is not None:
            self._say(self._meant.not_opened())

    def _say(self, text: str) -> None:
        self._session.said.emit(text, Level.PROBLEM)

    def _let_go(self, awaited: str) -> Callable[[], None] | None:
        if self._waiting is None or self._waiting[0] != awaited:
            return None
        (_, act), self._waiting = self._waiting, None
        self._session.unsaid.emit(self._meant.waits())
        return act
