"""Saying that the critical warnings of an incident's place were read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import Case
from desktop.domain.warnings import WarningEntry, place_of, unread, warnings_for
from desktop.operations.warnings import acknowledge
from ui.once import Once
from ui.place_warnings.texts import line_text
from ui.session import Level, Session


def warnings_of(session: Session, case: Case) -> tuple[WarningEntry, ...]:
    """The warnings that hold now for an incident's place."""
    return warnings_for(session.board.warnings.values(), place_of(case.incident), session.clock.now())


class Reading(QObject):
    """One key says that who sends units read the warnings of the selected incident."""

    was_read = Signal(str)
    """The id of the incident whose warnings were read."""

    def __init__(self, session: Session, selected: Callable[[], Case | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._selected = selected
        self._once = Once(session)

    def unread(self, case: Case) -> tuple[WarningEntry, ...]:
        """The critical warnings that nobody read for this incident as they are now."""
        return unread(warnings_of(self._session, case), case.reads)

    def words(self, case: Case) -> str:
        """What has to be read, in words; empty when nothing has to."""
        texts = [line_text(one) for one in self.unread(case)]
        if not texts:
            return ""
        return self.tr("{warnings}. Alt+A: read").format(warnings=" · ".join(texts))

    def read(self) -> None:
        """Say that the warnings of the selected incident were read."""
        case = self._selected()
        if case is None:
            self._session.said.emit(self.tr("Select an incident first (Ctrl+L)."), Level.PROBLEM)
            return
        entries = self.unread(case)
        if not entries:
            self._session.said.emit(self.tr("No warning of this place waits to be read."), Level.PROBLEM)
            return
        words = self.tr("Read: {warnings}").format(warnings=" · ".join(line_text(one) for one in entries))

        def done(_done: object) -> None:
            self._session.said.emit(words, Level.DONE)
            self.was_read.emit(case.id)

        self._once.perform(case.id, lambda: acknowledge(self._session.desk, case, entries), done)
