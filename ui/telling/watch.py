"""Says at once that somebody was told what is no longer so, also of an incident that is not looked at."""

from PySide6.QtCore import QObject, QTimer

from desktop.domain.board import Case
from desktop.domain.disclosure import may_tell
from desktop.domain.to_tell import Stand
from desktop.live.board import BoardChange
from ui.actions import BY_ID, key_text
from ui.session import Level, Session
from ui.telling.stands import recipient_name, recipients_of


class ToldWatch(QObject):
    """Tells whoever may mend it, once for each who becomes one to be told again."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._again: dict[str, frozenset[str]] = {}
        """By incident, who was to be told again when it was looked at last."""
        self._said: dict[str, str] = {}
        """By incident, what was said of those; until each was told."""
        for case in session.board.cases.values():
            self._look(case)
        session.board_changed.connect(self._board_changed)

    def _board_changed(self, change: BoardChange) -> None:
        cases = self._session.board.cases
        named = cases.keys() if change.warnings else change.cases & cases.keys()
        for gone in change.cases - cases.keys():
            self._again.pop(gone, None)
            self._withdraw(gone)
        for incident in named:
            self._tell(cases[incident], self._look(cases[incident]))
            if not self._again[incident]:
                self._withdraw(incident)

    def _look(self, case: Case) -> tuple[str, ...]:
        """The names of those who are to be told again since it was looked at before."""
        found = (
            [one for one in recipients_of(self._session, case) if one.stand is Stand.AGAIN]
            if case.told
            else []
        )
        before, self._again[case.id] = (
            self._again.get(case.id, frozenset()),
            frozenset(one.id for one in found),
        )
        return tuple(recipient_name(self._session, one) for one in found if one.id not in before)

    def _tell(self, case: Case, names: tuple[str, ...]) -> None:
        """After what the key that did it says: that would stand above it."""
        if not names or not may_tell(self._session.desk.author.roles):
            return
        text = self.tr("{number}: tell again {names} ({key})").format(
            number=self._session.number(case), names=", ".join(names), key=key_text(BY_ID["incident.tell"])
        )
        self._said[case.id] = text
        QTimer.singleShot(0, self, lambda: self._session.said.emit(text, Level.PROBLEM))

    def _withdraw(self, incident: str) -> None:
        if incident in self._said:
            self._session.unsaid.emit(self._said.pop(incident))
