"""The line in which a note is written: what is typed belongs to one incident and waits there for it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.acts import NOTE_LIMIT
from desktop.domain.incidents import Incident
from desktop.operations.incidents import add_note
from ui.panel import label
from ui.session import Level, Session
from ui.unsaved import NOTE


@dataclass(eq=False, slots=True)
class _Entered:
    """A note that is not written yet, and the incident that it is about by now."""

    incident: Incident
    text: str


class NoteLine(QWidget):
    """Enter saves the note; the text goes only when it is on the disk. The next may be typed behind it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._incident: Incident | None = None
        self._shown: Incident | None = None
        self._coming: Incident | None = None
        self._entered: list[_Entered] = []
        """What was entered and still stands in the line, in the order of the keys."""
        self.holds_back: Callable[[Incident, str], bool] = lambda _incident, _text: False
        """Asked before a note is saved: whether it waits."""
        self.field = QLineEdit()
        self.field.setMaxLength(NOTE_LIMIT)
        self.field.setAccessibleName(self.tr("Note"))
        self._say_whose()
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
        self._shown = incident
        self._turn()

    def turn_to(self, coming: Incident | None) -> None:
        """Belong to an incident that is to come, whichever is shown meanwhile; None: to the one shown."""
        self._coming = coming
        self._turn()

    def _turn(self) -> None:
        incident = self._shown if self._coming is None else self._coming
        before = self._incident.id if self._incident else None
        self._incident = incident
        self.setEnabled(incident is not None)
        now = incident.id if incident else None
        if now != before:
            self._say_whose()
            self._show_kept()
            self.problem.hide()

    def _say_whose(self) -> None:
        """The line names an incident that is to come: another is shown above it."""
        whose = self.tr("Note on the incident that is being opened …")
        plain = self.tr("Note …  Enter saves (Ctrl+N)")
        self.field.setPlaceholderText(plain if self._coming is None else whose)

    def move_text(self, source: str, target: str, more: str = "") -> None:
        """Let what was typed for a merged incident go on with the one it went into."""
        texts = (self._kept(target), self._kept(source), more)
        self._keep(target, " ".join(part for part in texts if part))
        self._keep(source, "")
        if (into := self._session.board.cases.get(target)) is not None:
            for one in self._entered:
                if one.incident.id == source:
                    one.incident = into.incident
        if self._incident is not None and self._incident.id == target:
            self._show_kept()

    def take_text(self, incident: str) -> str:
        """What was typed for an incident, which is kept for it no more."""
        text = self._kept(incident)
        self._keep(incident, "")
        if self._incident is not None and self._incident.id == incident:
            self._show_kept()
        return text

    def tell(self, words: str) -> None:
        """Say what became of the note."""
        self.problem.setText(words)
        self.problem.show()

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
        """Show what is kept; who types behind what went stays where he is."""
        text = self._kept(self._incident.id) if self._incident is not None else ""
        if self.field.text() != text:
            behind = len(self.field.text()) - self.field.cursorPosition()
            self.field.setText(text)
            self.field.setCursorPosition(max(0, len(text) - behind))
        self._show_mark()

    def _show_mark(self) -> None:
        incident, unsaved = self._incident, self._session.unsaved
        self.mark.setVisible(incident is not None and unsaved.was_restored(incident.id, NOTE))

    def _save(self) -> None:
        incident, text = self._incident, self.field.text()
        if incident is None:
            return
        for one in self._entered:
            if one.incident.id == incident.id:
                text = text.removeprefix(one.text)
        if text.strip() and not self.holds_back(incident, text):
            self.save(incident, text)

    def save(self, incident: Incident, text: str) -> None:
        """Write a note down, behind what was entered before."""
        entered = _Entered(incident, text)
        self._entered.append(entered)
        self._session.turns.then(lambda: self._write(entered))

    def _write(self, entered: _Entered) -> None:
        self._session.perform(
            add_note(self._session.desk, entered.incident, entered.text),
            done=lambda _done: self._saved(entered),
            refused=lambda words: self._refused(entered, words),
        )

    def _saved(self, entered: _Entered) -> None:
        """What was typed on meanwhile stays."""
        self._entered.remove(entered)
        incident = entered.incident.id
        before, _, behind = self._kept(incident).partition(entered.text)
        self._keep(incident, f"{before}{behind}")
        if self._is_at(incident):
            self._show_kept()
            if not before:
                self.problem.hide()

    def _refused(self, entered: _Entered, words: str) -> None:
        """The text stays; what was typed behind it does not run into it."""
        self._entered.remove(entered)
        incident = entered.incident.id
        before, _, behind = self._kept(incident).partition(entered.text)
        if behind.strip() and not behind.startswith(" "):
            self._keep(incident, f"{before}{entered.text} {behind}")
        if self._is_at(incident):
            self._show_kept()
            self.tell(words)
        if not self._is_at(incident) or not self.field.hasFocus():  # beside the line nobody would read it
            self._session.said.emit(f"“{entered.text}”: {words}", Level.PROBLEM)

    def _is_at(self, incident: str) -> bool:
        return self._incident is not None and self._incident.id == incident
