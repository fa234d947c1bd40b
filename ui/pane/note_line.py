"""The line in which a note is written: what is typed belongs to one incident and waits there for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.acts import NOTE_LIMIT
from desktop.domain.incidents import Incident
from desktop.operations.desk import Done
from desktop.operations.incidents import add_note
from ui.panel import label
from ui.session import Session


class NoteLine(QWidget):
    """Enter saves the note; the text goes only when it is on the disk."""

    saved = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._incident: Incident | None = None
        self._kept: dict[str, str] = {}
        self._saving: set[tuple[str, str]] = set()
        self.field = QLineEdit()
        self.field.setMaxLength(NOTE_LIMIT)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("Note …  Enter saves (Ctrl+N)"))
        self.field.returnPressed.connect(self._save)
        self.field.textEdited.connect(self._typed)
        self.problem = label("", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.look.px(2))
        column.addWidget(self.problem)
        column.addWidget(self.field)
        self.setEnabled(False)

    def show_for(self, incident: Incident | None) -> None:
        """Turn to an incident: its own text comes back, another's is kept."""
        before = self._incident.id if self._incident else None
        self._incident = incident
        self.setEnabled(incident is not None)
        now = incident.id if incident else None
        if now != before:
            self.field.setText(self._kept.get(now, "") if now else "")
            self.problem.hide()

    def move_text(self, source: str, target: str, more: str = "") -> None:
        """Let what was typed for a merged incident go on with the one it went into."""
        texts = (self._kept.get(target), self._kept.pop(source, ""), more)
        text = " ".join(part for part in texts if part)
        if text:
            self._kept[target] = text
        if self._incident is not None and self._incident.id == target:
            self.field.setText(text)

    def _typed(self, text: str) -> None:
        self.problem.hide()
        if self._incident is not None:
            self._kept[self._incident.id] = text

    def _save(self) -> None:
        incident, text = self._incident, self.field.text()
        if incident is None or not text.strip() or (incident.id, text) in self._saving:
            return
        self._saving.add((incident.id, text))
        self._session.perform(
            add_note(self._session.desk, incident, text),
            done=lambda _done: self._saved(incident.id, text, _done),
            refused=lambda words: self._refused(incident.id, text, words),
        )

    def _saved(self, incident: str, text: str, _done: Done) -> None:
        """What was typed on meanwhile stays."""
        self._saving.discard((incident, text))
        rest = self._kept.get(incident, "").removeprefix(text)
        self._kept[incident] = rest
        if self._incident is not None and self._incident.id == incident:
            self.field.setText(rest)
            self.problem.hide()
        self.saved.emit()

    def _refused(self, incident: str, text: str, words: str) -> None:
        self._saving.discard((incident, text))
        if self._incident is not None and self._incident.id == incident:
            self.problem.setText(words)
            self.problem.show()
