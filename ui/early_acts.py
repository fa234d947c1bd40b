"""What is to be done with an incident that is still being opened: never to the one selected before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from ui.meant import Meant
from ui.session import Level, Session

HoldsBack = Callable[[Callable[[], None]], bool]
"""Says whether what a key does has to wait; it is done later then."""


class EarlyActs(QObject):
    """Lets keys wait, in their order, for the incident that is meant. A row chosen meanwhile is not meant."""

    def __init__(self, session: Session, meant: Meant, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._meant = meant
        self._waiting: list[tuple[str, Callable[[], None]]] = []
        """What is awaited, and what is to be done then."""
        meant.came.connect(self._came)
        meant.failed.connect(self._failed)

    def holds_back(self, act: Callable[[], None]) -> bool:
        """Whether the incident that is meant is still to come: it is done then, if it is meant still."""
        awaited = self._meant.awaited
        if awaited is None:
            return False
        if (awaited, act) not in self._waiting[-1:]:  # taken and let go by who was impatient
            self._waiting.append((awaited, act))
        self._session.said.emit(self._meant.waits(), Level.DONE)
        return True

    def _came(self, awaited: str, incident: str) -> None:
        acts = self._let_go(awaited)
        if acts and self._meant.known_as() == incident:
            for act in acts:
                act()
        elif acts and incident in self._session.board.cases:
            self._say(self.tr("Not done: another incident was selected meanwhile"))
        elif acts:
            self._say(self._meant.why_gone(incident))

    def _failed(self, awaited: str) -> None:
        if self._let_go(awaited):
            self._say(self._meant.not_opened())

    def _say(self, text: str) -> None:
        self._session.said.emit(text, Level.PROBLEM)

    def _let_go(self, awaited: str) -> Sequence[Callable[[], None]]:
        acts = [act for waits, act in self._waiting if waits == awaited]
        self._waiting = [one for one in self._waiting if one[0] != awaited]
        if acts:
            self._session.unsaid.emit(self._meant.waits())
        return acts
