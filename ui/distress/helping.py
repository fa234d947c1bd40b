"""Who can help a crew in distress, reckoned as recommendations are, beside the screen's thread."""

from asyncio import Task

from PySide6.QtCore import QObject, Signal

from desktop.domain.distress import Distress
from desktop.domain.recommendation import Recommendation
from desktop.domain.rescue import rescue_setting
from desktop.live.board import BoardChange
from ui.session import Session


class Helping(QObject):
    """Follows one distress at a time. `changed` tells when there is something else to show."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._about: Distress | None = None
        self._found: Recommendation | None = None
        self._again = False
        self._asking: Task[None] | None = None
        session.board_changed.connect(self._board_changed)

    @property
    def found(self) -> Recommendation | None:
        """Who is proposed; None before it was reckoned, or where nobody is in distress."""
        return self._found

    def follow(self, about: Distress | None) -> None:
        """Reckon for this distress from now on."""
        if about is None or self._about is None or about.id != self._about.id:
            self._found = None
            self._about = about
            self._renew()

    def _renew(self) -> None:
        self._again = self._about is not None
        if self._again and (self._asking is None or self._asking.done()):
            self._asking = self._session.start(self._ask(), "who can help a crew")

    async def _ask(self) -> None:
        while self._again and self._about is not None:
            self._again = False
            about, board = self._about, self._session.board
            setting = rescue_setting(
                about, board.cases, board.units, board.reference, self._session.clock.now()
            )
            _, found = await self._session.roads.decide(setting)
            if self._about is about and found != self._found:
                self._found = found
                self.changed.emit()

    def _board_changed(self, change: BoardChange) -> None:
        if self._about is not None and (
            change.units or change.reference or self._about.incident in change.cases
        ):
            self._renew()
