"""Reading the selected incident in the background, and again whenever it changed."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import Case, CaseDetail
from desktop.domain.incidents import IncidentPrivate
from desktop.live.board import BoardChange
from desktop.operations.desk import StoreError
from desktop.operations.reading import read_case
from desktop.runtime.tasks import Tasks
from ui.session import Session


def unread(case: Case) -> CaseDetail:
    """What the board knows of an incident, as long as the rest is being read."""
    return CaseDetail(case, IncidentPrivate(id=case.id), (), ())


class CaseFeed(QObject):
    """Keeps the detail of one incident fresh. One read runs at a time; answers about others are dropped."""

    arrived = Signal(object)
    """CaseDetail of the incident watched."""
    missing = Signal(str)
    """There is no incident with that id."""
    failed = Signal(object)
    """StoreError: it could not be read now; it is tried again when the database is back."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(self)
        self._incident: str | None = None
        self._others: frozenset[str] = frozenset()
        self._wanted = False
        self._reading = False
        session.board_changed.connect(self._board_changed)
        session.freshness_changed.connect(self._freshness_changed)
        session.roles_changed.connect(self.read_again)
        self._failed = False

    @property
    def incident(self) -> str | None:
        """The incident watched."""
        return self._incident

    def watch(self, incident: str | None) -> None:
        """Watch another incident, or none."""
        self._incident, self._others = incident, frozenset()
        self.read_again()

    def read_again(self) -> None:
        """Read once more, after what is being read now."""
        self._wanted = self._incident is not None
        if self._wanted and not self._reading:
            self._reading = True
            self._tasks.start(self._read(), "read the incident")

    async def _read(self) -> None:
        try:
            while self._wanted and self._incident is not None:
                self._wanted = False
                await self._read_one(self._incident)
        finally:
            self._reading = False

    async def _read_one(self, incident: str) -> None:
        try:
            detail = await read_case(self._session.desk, incident)
        except StoreError as error:
            self._failed = True
            self.failed.emit(error)
            return
        self._failed = False
        if incident != self._incident:
            return
        if detail is None:
            self.missing.emit(incident)
            return
        self._others = frozenset(one.id for one in (*detail.related, *detail.merged))
        self.arrived.emit(detail)

    def _board_changed(self, change: BoardChange) -> None:
        incident = self._incident
        if incident is None:
            return
        named = change.cases | change.named
        # What is not on the board may differ too.
        unseen = change.is_whole and incident not in self._session.board.cases
        if incident in named or self._others & named or unseen:
            self.read_again()

    def _freshness_changed(self) -> None:
        if self._failed:
            self.read_again()
