"""Who else has the shown incident open, and what they edit; and telling them the same of this desk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.session import Session

_PART: Mapping[str, str] = {
    "address": "place",
    "landmark": "place",
    "area": "place",
    "kecamatan": "place",
    "rt_rw": "place",
    "point": "place",
    "caller": "caller",
    "number": "caller",
    "name": "caller",
    "channel": "caller",
}
"""What a field belongs to; the others are told by their own name."""


class Presence(QObject):
    """Follows the focus within some fields, and shows the others in a line."""

    def __init__(
        self, session: Session, line: QLabel, fields: Mapping[str, QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._line = line
        self._fields = fields
        self._incident: str | None = None
        self._stopped = False
        self._besides: Mapping[str, QWidget] = {}
        self._about: Callable[[], str | None] = lambda: None
        line.hide()
        session.pulse_changed.connect(self._show)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def stop(self) -> None:
        """Tell nothing more: the desk is being left."""
        self._stopped = True

    def turn_to(self, incident: str | None) -> None:
        """Another incident is shown, or none."""
        self._incident = incident
        self._tell(QApplication.focusWidget())
        self._show()

    def watch_also(self, fields: Mapping[str, QWidget], incident_of: Callable[[], str | None]) -> None:
        """Tell also what is typed into other fields, of the incident that they are about, if there is one."""
        self._besides, self._about = fields, incident_of

    def tell_again(self) -> None:
        """Other fields are about another incident now, though the cursor stayed."""
        self._tell(QApplication.focusWidget())

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._tell(new)

    def _tell(self, focus: QWidget | None) -> None:
        if self._stopped:
            return
        incident = self._about()
        part = None if incident is None else _part_of(focus, self._besides)
        if part is not None:
            self._session.look_at(incident, part)
        else:
            self._session.look_at(self._incident, _part_of(focus, self._fields))

    def _show(self) -> None:
        lookers = [] if self._incident is None else self._session.lookers(self._incident)
        text = " · ".join(self._words(name, part) for name, part in lookers)
        self._line.setText(text)
        self._line.setVisible(bool(text))

    def _words(self, name: str, part: str | None) -> str:
        match part:
            case "place":
                text = self.tr("{name} edits the place")
            case "category":
                text = self.tr("{name} edits the category")
            case "priority":
                text = self.tr("{name} edits the priority")
            case "people_hurt":
                text = self.tr("{name} edits the people hurt")
            case "caller":
                text = self.tr("{name} edits the caller")
            case "narrative":
                text = self.tr("{name} edits the narrative")
            case "note":
                text = self.tr("{name} writes a note")
            case _:
                text = self.tr("{name} has this open")
        return text.format(name=name)


def _part_of(focus: QWidget | None, fields: Mapping[str, QWidget]) -> str | None:
    for name, field in fields.items():
        if focus is not None and (field is focus or field.isAncestorOf(focus)):
            return _PART.get(name, name)
    return None
