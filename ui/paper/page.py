"""The page on which reports from paper are entered, one row after the other, by keys alone."""

from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.operations.desk import StoreError
from desktop.operations.paper import PaperEntry, PaperReport, Progress, read_progress
from desktop.operations.paper_row import SENT_AS, Row, read_row
from desktop.runtime.paper_form import write_paper_form
from ui import problems
from ui.overlay import Overlay
from ui.panel import label
from ui.paper.row import DEFAULT_CHANNEL, PaperFields
from ui.paper.words import row_problem_words
from ui.session import Level, Session
from ui.times import clock_text
from ui.units.order import time_units
from ui.unsaved import PAPER
from ui.words import category_name, word

_BEGUN = "begun_"
_CALL, _TOLD, _SENT = f"{_BEGUN}call", f"{_BEGUN}told", f"{_BEGUN}sent_"
"""Kept beside the texts of the row."""

TELL_MS = 300
"""After how long it is said that a row is being written (ours): sooner it would only flicker."""


class PaperPage(Overlay):
    """Lies over the desk until Escape. What stands in the row is kept until it is entered."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1320, 520)
        self._session = session
        self._entry: PaperEntry | None = None
        self._progress: Progress | None = None
        self._begun: Mapping[str, str] = {}
        """The id of the call of the report that is half entered, and what the row told of it."""
        self._writing = False
        self._is_next = False
        """Whether a row is empty because the one before it was entered."""
        self.fields = PaperFields(session)
        self.problem = label("", "problem")
        self.problem.setWordWrap(True)
        self.done = QListWidget()
        self.done.setAccessibleName(self.tr("Entered"))
        self.done.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(session.look.px(12),) * 4)
        column.addWidget(label(self.tr("Calls on paper"), "title"))
        hint = self.tr(
            "Enter goes on · Ctrl+Enter enters the report · Ctrl+P writes an empty form · Esc: back"
        )
        column.addWidget(label(hint, "hint"))
        column.addWidget(self.fields)
        column.addWidget(self.problem)
        column.addWidget(self.done, 1)
        self.fields.edited.connect(self._keep)
        self.fields.entered.connect(self._enter)
        session.unsaved.came_back.connect(self._came_back)
        self._begin_row()
        if session.unsaved.texts(PAPER, "row"):
            self._came_back(PAPER)

    def toggle(self) -> None:
        """Show the page, or put it away; what was typed stays."""
        if self.isVisible():
            self.leave()
        else:
            self.lie_over(self.fields.first)
            self._type_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Ctrl+P writes an empty form."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_P and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._write_form()
        else:
            super().keyPressEvent(event)

    def _begin_row(self) -> None:
        channel = {"channel": DEFAULT_CHANNEL.value, "channel_text": word(DEFAULT_CHANNEL)}
        self.fields.show_texts(channel)
        self._entry = self._progress = None
        self._begun = {}

    def _keep(self) -> None:
        texts = self.fields.texts()
        typed = any(text for name, text in texts.items() if not name.startswith("channel"))
        self._session.unsaved.keep(PAPER, "row", {**texts, **self._begun} if typed else {})

    def _came_back(self, about: str) -> None:
        """Put what an earlier run of the desk left where it was typed, with what it wrote of it already."""
        if about == PAPER:
            texts = self._session.unsaved.texts(PAPER, "row")
            self.fields.show_texts(texts)
            self._begun = {name: text for name, text in texts.items() if name.startswith(_BEGUN)}

    def _enter(self) -> None:
        if self._writing:
            return
        if self._entry is None and self._begun and self._progress is None:
            self._write_soon(self._look_back(self._begun[_CALL]))
        else:
            self._enter_row()

    async def _look_back(self, call: str) -> None:
        """Ask how far the report came that was being entered when the desk ended, then go on."""
        try:
            self._progress = await read_progress(self._session.desk, call)
        except StoreError as error:
            self._written()
            if isValid(self):
                self.problem.setText(problems.of_store(error))
            return
        self._written()
        if isValid(self):
            self._enter_row()

    def _enter_row(self) -> None:
        session = self._session
        texts, units = self.fields.texts(), session.board.units
        same = self._begun.get(_TOLD) == _told(texts)
        begun = self._entry or self._progress
        left = self._progress if same else None
        ours = self._entry or left
        sent = ours.sent if ours is not None else ()
        sent_as = self._sent_as() if same and ours is not None and ours.has_sent else None
        row = read_row(texts, session.around, units.values(), time_units(), sent, sent_as)
        self._tell(row)
        if row.report is None:
            self.fields.go_to(next(iter(row.problems)))
            return
        if self._entry is None or not self._entry.goes_on_with(row.report):
            given_up = begun.unopened if begun is not None and left is None else None
            self._entry = PaperEntry(session.desk, row.report, given_up)
            if left is not None:
                self._entry.go_on_from(left)
        self._progress = None
        # On the disk before the first act: a desk that is killed then enters nothing twice.
        as_sent = {f"{_SENT}{name}": text for name, text in (sent_as or texts).items() if name in SENT_AS}
        self._begun = {_CALL: self._entry.call, _TOLD: _told(texts), **as_sent}
        self._keep()
        session.unsaved.flush()
        self._write_soon(self._write(self._entry, row.report))

    def _sent_as(self) -> Mapping[str, str]:
        """What stood in the row when units were sent."""
        known = {name: self._begun.get(f"{_SENT}{name}") for name in SENT_AS}
        return {name: text for name, text in known.items() if text is not None}

    def _write_soon(self, work: Coroutine[Any, Any, None]) -> None:
        self._writing = True
        self.fields.let_type(False)
        QTimer.singleShot(TELL_MS, self, self._tell_writing)
        self._session.services.writes.start(work, "enter a report from paper")

    def _tell_writing(self) -> None:
        """Where it takes a while, say what becomes of what is typed: it is not seen yet."""
        if self._writing:
            text = self.tr("It is being entered. What is typed now comes into the next row.")
            self.problem.setText(text)

    def _written(self) -> None:
        self._writing = False
        if isValid(self):
            self.fields.let_type(True)

    async def _write(self, entry: PaperEntry, report: PaperReport) -> None:
        try:
            refusal = await entry.write()
            why = "" if refusal is None else await problems.explain(self._session, refusal)
        except StoreError as error:
            why = problems.of_store(error)
        finally:
            self._written()
        if not isValid(self):  # the seat was left meanwhile; what was typed is kept for who comes back
            return
        if why:
            since = (
                self.tr("What was typed since then comes into the next row.") if self.fields.typed_on else ""
            )
            self.problem.setText(f"{self._half_done(entry, why)} {since}".rstrip())
            return
        self.done.insertItem(0, self._line(entry, report))
        self._session.unsaved.forget(PAPER, "row")
        self.problem.clear()
        self._begin_row()
        self._is_next = True
        self.turn_to(self.fields.first)
        self._type_on()

    def _type_on(self) -> None:
        """What was typed while a row was written belongs to the one after it."""
        if self._is_next and self.isVisible():
            self._is_next = False
            self.fields.play()

    def _half_done(self, entry: PaperEntry, why: str) -> str:
        number = self._number(entry)
        if not number:
            return why
        text = self.tr("{number} is open already. Not done: {why} Ctrl+Enter goes on from there.")
        return text.format(number=number, why=why)

    def _number(self, entry: PaperEntry) -> str:
        if entry.opened is None:
            return ""
        return self._session.centre.number(*entry.opened).short

    def _tell(self, row: Row) -> None:
        wrong = row.problems.items()
        lines = [row_problem_words(name, problem, row.words.get(name, "")) for name, problem in wrong]
        self.problem.setText("\n".join(lines))

    def _line(self, entry: PaperEntry, report: PaperReport) -> str:
        session = self._session
        what = [clock_text(report.took_at, session.clock.zone)]
        if entry.opened is not None:
            category = session.reference.categories.get(str(report.values.get("category", "")))
            what += [self._number(entry), category_name(category)]
        elif report.call_type is not None:
            what.append(word(report.call_type))
        what += [str(report.values[name]) for name in ("address", "narrative") if report.values.get(name)]
        return " · ".join(what)

    def _write_form(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        file = folder / self.tr("calls-on-paper.pdf")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_paper_form(file, self._session.centre.name)
        except OSError as error:
            self.problem.setText(f"{file}: {error.strerror}")
            return
        self._session.said.emit(self.tr("Written: {file}").format(file=file), Level.DONE)


def _told(texts: Mapping[str, str]) -> str:
    """What tells one report from another: all but what is done about it later."""
    later = ("units", "sent_at", "done_at", "outcome", "outcome_text")
    return "\n".join(f"{name} {texts[name]}" for name in sorted(texts) if name not in later)
