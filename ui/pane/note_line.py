"""The line in which a note is written: what is typed belongs to one incident and waits there for it."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.acts import NOTE_LIMIT
from desktop.domain.incidents import Incident
from desktop.operations.desk import Done
from desktop.operations.incidents import add_note
from ui.panel import label
from ui.session import Session
from ui.unsaved import NOTE


class NoteLine(QWidget):
    """Enter saves the note; the text goes only when it is on the disk."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._incident: Incident | None = None
        self._saving: set[tuple[str, str]] = set()
        self.field = QLineEdit()
        self.field.setMaxLength(NOTE_LIMIT)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("Note …  Enter saves (Ctrl+N)"))
        self.field.returnPressed.connect(self._save)
        self.field.textEdited.connect(self._typed)
        self.mark = label(self.tr("Brought back, not saved yet"), "warning-line")
        self.mark.hide()
        self.problem = label("", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.look.px(2))
        column.addWidget(self.mark)
        column.addWidget(self.problem)
        column.addWidget(self.field)
        self.setEnabled(False)
        session.unsaved.came_back.connect(self._came_back)

    def show_for(self, incident: Incident | None) -> None:
        """Turn to an incident: its own text comes back, another's is kept."""
        before = self._incident.id if self._incident else None
        self._incident = incident
        self.setEnabled(incident is not None)
        now = incident.id if incident else None
        if now != before:
            self._show_kept()
            self.problem.hide()

    def move_text(self, source: str, target: str, more: str = "") -> None:
        """Let what was typed for a merged incident go on with the one it went into."""
        texts = (self._kept(target), self._kept(source), more)
        self._keep(target, " ".join(part for part in texts if part))
        self._keep(source, "")
        if self._incident is not None and self._incident.id == target:
            self._show_kept()

    def _typed(self, text: str) -> None:
        self.problem.hide()
        if self._incident is not None:
            self._keep(self._incident.id, text)
            self._show_mark()

    def _kept(self, incident: str) -> str:
        return self._session.unsaved.texts(incident, NOTE).get(NOTE, "")

    def _keep(self, incident: str, text: str) -> None:
        self._session.unsaved.keep(incident, NOTE, {NOTE: text})

    def _came_back(self, incident: str) -> None:
        if self._incident is not None and self._incident.id == incident:
            self._show_kept()

    def _show_kept(self) -> None:
        text = self._kept(self._incident.id) if self._incident is not None else ""
        if self.field.text() != text:
            self.field.setText(text)
        self._show_mark()

    def _show_mark(self) -> None:
        incident, unsaved = self._incident, self._session.unsaved
        self.mark.setVisible(incident is not None and unsaved.was_restored(incident.id, NOTE))

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
        self._keep(incident, self._kept(incident).removeprefix(text))
        if self._incident is not None and self._incident.id == incident:
            self._show_kept()
            self.problem.hide()

    def _refused(self, incident: str, text: str, words: str) -> None:
        self._saving.discard((incident, text))
        if self._incident is not None and self._incident.id == incident:
            self.problem.setText(words)
            self.problem.show()
