"""A note that is typed while its incident is still being opened."""

from PySide6.QtCore import QObject

from desktop.domain.incidents import Incident
from ui.meant import Meant
from ui.pane.note_line import NoteLine
from ui.session import Level, Session


class EarlyNote(QObject):
    """Lets the note line belong to the incident that is being opened: it is written once that came."""

    def __init__(self, session: Session, meant: Meant, note: NoteLine) -> None:
        super().__init__(note)
        self._session = session
        self._meant = meant
        self._note = note
        self._entered: dict[str, str] = {}
        note.holds_back = self._holds_back
        meant.changed.connect(self._turn)
        meant.came.connect(self._came)
        meant.failed.connect(self._failed)

    def _turn(self) -> None:
        coming = self._meant.to_come()
        self._note.turn_to(None if coming is None else coming.incident)

    def _holds_back(self, incident: Incident, text: str) -> bool:
        if not self._meant.is_coming(incident.id):
            return False
        self._entered[incident.id] = text
        self._note.tell(self._meant.waits())
        return True

    def _came(self, awaited: str, incident: str) -> None:
        self._turn()
        self._note.move_text(awaited, incident)
        entered, case = self._entered.pop(awaited, None), self._session.board.cases.get(incident)
        if entered is not None and case is not None:
            self._note.save(case.incident, entered)
        elif entered is not None:
            self._say(entered, self._meant.why_gone(incident))

    def _failed(self, awaited: str) -> None:
        self._entered.pop(awaited, None)
        text = self._note.take_text(awaited)
        if text:
            self._say(text, self._meant.not_opened())

    def _say(self, text: str, why: str) -> None:
        self._session.said.emit(f"“{text}”: {why}", Level.PROBLEM)
