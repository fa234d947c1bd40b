"""Units that are free and waited for: who they are, and the key that sends them on."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from desktop.domain.board import Case
from desktop.domain.units import FREE, Assignment, Unit
from desktop.operations.units import assign_units
from ui.actions import BY_ID, key_text
from ui.place_warnings.reading import Reading
from ui.session import Level, Session


class NextUp(QObject):
    """One key sends the first unit that is free to the incident that waits for it."""

    def __init__(self, session: Session, warnings: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._warnings = warnings
        self._pressed = False
        """Whether the key was pressed, and what it sends is not written yet."""

    @property
    def hint(self) -> str:
        """Who can be sent on, and by which key; empty without any."""
        found = next(self._waited_for(), None)
        if found is None:
            return ""
        unit, _, case = found
        return self.tr("{key}: {unit} → {number}").format(
            key=key_text(BY_ID["units.next"]), unit=unit.call_sign, number=self._session.number(case)
        )

    def begin(self) -> None:
        """Send it, once what was entered before is written: that may be what frees it."""
        if not self._pressed:
            self._pressed = True
            self._session.turns.then(self._begin)

    def _begin(self) -> None:
        self._pressed = False
        found = next(self._waited_for(), None)
        if found is None:
            self._say(self.tr("No free unit is waited for. Behind a busy unit, + lets it come next (Alt+U)."))
            return
        unit, queued, case = found
        if self._warnings.unread(case):
            self._say(self._warnings.words(case))
            return
        self._pressed = True  # once more before it is written is not meant for the next unit
        text = self.tr("{number}: {units} assigned").format(
            number=self._session.number(case), units=unit.call_sign
        )

        def done(_done: object) -> None:
            self._pressed = False
            self._session.said.emit(text, Level.DONE)

        def refused(words: str) -> None:
            self._pressed = False
            self._say(words)

        act = assign_units(self._session.desk, case.incident, (unit,), queued=(queued,))
        self._session.perform(act, done=done, refused=refused)

    def _waited_for(self) -> Iterator[tuple[Unit, Assignment, Case]]:
        board = self._session.board
        for unit in self._session.units_by_call_sign():
            queued = board.queued_assignment(unit.id) if unit.status in FREE else None
            case = board.cases.get(queued.incident or "") if queued is not None else None
            if queued is not None and case is not None:
                yield unit, queued, case

    def _say(self, text: str) -> None:
        self._session.said.emit(text, Level.PROBLEM)
