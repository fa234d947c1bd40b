"""The panel of the units: the table, what is asked, the note, the two lines."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.recommendation import Recommendation
from desktop.domain.units import Unit
from desktop.live.board import BoardChange
from desktop.operations.unit_verbs import VERBS, UnitVerb, ends_unseen, likely
from ui.actions import BY_ID, Actions, key_text
from ui.meant import Meant
from ui.panel import Panel
from ui.place_warnings.reading import Reading
from ui.prompt import Prompt
from ui.session import Level, Session
from ui.units.alarm_level import AlarmLevel
from ui.units.assign_recommended import AssignRecommended
from ui.units.assigning import Assigning
from ui.units.line import Line, NoteBox
from ui.units.model import UnitsModel
from ui.units.next_up import NextUp
from ui.units.recommended import RecommendedStrip
from ui.units.recommending import Recommending
from ui.units.rows import RowMaker, free_count
from ui.units.speech import Note, options_text, stamps_text, unknown_letter, unseen_text
from ui.units.stamps import StampCorrection
from ui.units.status_acts import StatusActs
from ui.units.status_line import StatusLine
from ui.units.table import UnitsTable
from ui.unsaved import UNITS

_BESIDE_SCROLL_BAR = 2
"""Pixels of the design between scroll bar and edge: the bar stands in the margin."""
_BESIDE_ROWS = 100
"""Pixels of the design that the panel's head, lines and margins take from the rows' height."""


class UnitsPanel(Panel):
    """Units by station; sent and heard by typing parts of their call signs."""

    asks_to_tell = Signal(str, tuple)
    """An incident whose plan wants agencies told, and their codes."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        meant: Meant,
        parent: QWidget | None = None,
    ) -> None:
        selected = meant.selected
        super().__init__(session.look, QApplication.translate("Units", "Units"), parent)
        self._session = session
        self._maker = RowMaker(session)
        self._told = ""
        self._below = QVBoxLayout()
        self.model = UnitsModel(self)
        self.table = UnitsTable(session.look, self.model, session.turns)
        self.prompt = Prompt(session.look)
        self.notes = NoteBox(session.look)
        turns = session.turns
        self.status_line = Line(self.tr("Status of a unit"), self.tr("Status…  dam4 m ⏎"), turns)
        self.assign_line = Line(self.tr("Assign units"), self.tr("Units…  dam4 a3 ⏎"), turns)
        self._lines = {"status": self.status_line, "assign": self.assign_line}
        self.status_line.beside, self.assign_line.beside = (self.assign_line,), (self.status_line,)
        self._acts = StatusActs(session, self.prompt, self)
        self._status = StatusLine(session, self.status_line, self._acts)
        self._reading = Reading(session, selected, self)
        self._recommending = Recommending(session, selected, self)
        self.recommended = RecommendedStrip(session, self._recommending)
        self._assigning = Assigning(session, self.assign_line, meant, self._reading, self._recommending)
        self._at_once = AssignRecommended(
            session, meant, self._recommending, self.recommended, self._reading, self
        )
        self._at_once.asks_to_tell.connect(self.asks_to_tell)
        self._next_up = NextUp(session, self._reading, self)
        self._alarm = AlarmLevel(session, meant, self)
        self._stamps = StampCorrection(session, self.prompt, selected, self)
        self._lay_out()
        self._bind(actions)
        self._connect()
        self._show_rows()

    def recommended_for(self, incident: str) -> Recommendation | None:
        """What is recommended for an incident, where that is shown now."""
        return self._recommending.of(incident)

    def selection_changed(self, _incident: object = None) -> None:
        """Another incident was selected: the assign line speaks of that one."""
        self._recommending.renew()
        self._show_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height among the rows."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._below)
        for widget in (self.recommended, self.prompt, self.notes, self.status_line, self.assign_line):
            self._below.addWidget(widget)
        self._size()

    def _size(self) -> None:
        look = self._session.look
        margin, rest = look.px(6), look.px(_BESIDE_SCROLL_BAR)
        self.body.setContentsMargins(margin, look.px(7), rest, margin)
        self.body.setSpacing(look.px(4))
        for layout in (self._below, self.head):
            layout.setContentsMargins(0, 0, margin - rest, 0)
            layout.setSpacing(look.px(4))
        self._fit()

    def _bind(self, actions: Actions) -> None:
        actions.bind("units.assign", self.assign_line.go)
        actions.bind("units.assign_recommended", self._at_once.assign)
        actions.bind("units.swap", self._at_once.swap)
        actions.bind("units.next", self._next_up.begin)
        actions.bind("incident.alarm_up", lambda: self._alarm.step(1))
        actions.bind("incident.alarm_down", lambda: self._alarm.step(-1))
        actions.bind("units.status", self.status_line.go)
        actions.bind("units.correct_stamp", lambda: self._stamps.ask(self._unit_in_question()))
        actions.bind("units.go", self._go)
        actions.bind("incident.warnings_read", self._reading.read)

    def _connect(self) -> None:
        session = self._session
        session.board_changed.connect(self._board_changed)
        self.model.rowsInserted.connect(self._fit)
        self.model.rowsRemoved.connect(self._fit)
        session.ticked.connect(lambda: self.model.tick(session.clock.now()))
        session.look_changed.connect(self._dress)
        self.table.letter_typed.connect(self._letter)
        self.table.entered.connect(self._likely)
        self.table.left.connect(self.table.clearFocus)
        self.table.current_changed.connect(self._row_changed)
        for purpose, line in self._lines.items():
            line.textChanged.connect(partial(self._keep, purpose))
        session.unsaved.came_back.connect(self._came_back)
        self._status.noted.connect(self._line_noted)
        self._assigning.noted.connect(self._line_noted)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def _board_changed(self, change: BoardChange) -> None:
        if change.units or change.reference or change.cases & self._maker.waiting:
            self._show_rows()
        elif rows := self._maker.rows_of(change.cases):
            self.model.replace(rows, self._session.clock.now())
        self._show_note()

    def _show_rows(self) -> None:
        self.model.take(self._maker.rows(), self._session.clock.now())
        free = free_count(self._session.board.units.values())
        hint = self.tr("{free} available · {key} assign")
        told = hint.format(free=free, key=key_text(BY_ID["units.assign"]))
        self.hint.setText(self._next_up.hint or told)

    def _dress(self) -> None:
        self._size()
        self.table.viewport().update()

    def _fit(self) -> None:
        self.table.fit(self.height() - self._session.look.px(_BESIDE_ROWS))

    def _go(self) -> None:
        self.window().activateWindow()
        self.table.setFocus()

    def _unit_in_question(self) -> str:
        """The unit of which the keys speak now: that of the row, or of the status line."""
        if self.status_line.hasFocus() and self._status.named:
            return self._status.named[0]
        return self.table.current_unit

    def unit_under_cursor(self) -> str:
        """The unit on which the cursor rests, by id; empty where it rests on none."""
        if self.status_line.hasFocus():
            return self._status.named[0] if self._status.named else ""
        return self.table.current_unit if self.table.hasFocus() else ""

    def _letter(self, letter: str) -> None:
        verb = VERBS.letters.get(letter)
        if verb is None:
            self._refuse(self.table.unit_of_keys, unknown_letter(letter))
        else:
            self._begin(self.table.unit_of_keys, verb)

    def _likely(self) -> None:
        unit = self._session.board.units.get(self.table.unit_of_keys)
        verb = likely(unit, self._session.board.running_assignment(unit.id)) if unit else None
        if unit is not None and verb is not None:
            self._begin(unit.id, verb)

    def _begin(self, unit: str, verb: UnitVerb) -> None:
        self._acts.begin(unit, verb, "", self._accepted, partial(self._refuse, unit))

    def _accepted(self) -> None:
        self._told = ""
        self._show_note()

    def _refuse(self, unit: str, text: str) -> None:
        """Say it beside the row; who has gone on already reads it in the message line."""
        if self.table.current_unit != unit:
            self._session.said.emit(text, Level.PROBLEM)
            return
        self._told = text
        self._show_note()

    def _row_changed(self) -> None:
        self._told = ""
        self._show_note()

    def _line_noted(self) -> None:
        for line, names in (
            (self.status_line, self._status.named),
            (self.assign_line, self._assigning.named),
        ):
            if line.hasFocus():
                self.table.mark(names)
        self._show_note()

    def _keep(self, purpose: str, text: str) -> None:
        """What is typed outlives the desk until it is entered or wiped out."""
        self._session.unsaved.keep_line(UNITS, purpose, text)

    def _came_back(self, about: str) -> None:
        """Put what an earlier run of the desk left where it was typed."""
        if about == UNITS:
            for purpose, line in self._lines.items():
                text = self._session.unsaved.texts(UNITS, purpose).get("line", "")
                if not line.text():
                    line.setText(text)

    def _marked(self, note: Note, purpose: str) -> Note:
        """The note of a line, which says so when an earlier run left what stands there."""
        if not self._session.unsaved.was_restored(UNITS, purpose):
            return note
        mark = self.tr("Brought back, not entered yet")
        return Note("\n".join(one for one in (mark, note.preview) if one), note.problem)

    def _focus_changed(self) -> None:
        if not self.table.hasFocus():
            self.table.mark(())
        self._line_noted()

    def _show_note(self) -> None:
        note = Note()
        if self.assign_line.hasFocus():
            note = self._marked(self._assigning.note(), "assign")
        elif self.status_line.hasFocus():
            note = self._marked(self._status.note(), "status")
        elif self.table.hasFocus():
            note = self._row_note()
        self.notes.tell(note)

    def _row_note(self) -> Note:
        at = self.model.row_of(self.table.current_unit)
        row = self.model.unit_at(at)
        unit = self._session.board.units.get(row.id) if row else None
        if row is None or unit is None:
            return Note()
        running = self._session.board.running_assignment(unit.id)
        lines = [f"{row.call_sign}: {row.manned}", row.doing]
        if running is not None:
            lines.append(stamps_text(self._session, running))
        lines.append(options_text(unit, running))
        return Note("\n".join(lines), self._told or self._doubt(unit))

    def _doubt(self, unit: Unit) -> str:
        running = self._session.board.running_assignment(unit.id)
        verb = likely(unit, running)
        return unseen_text(unit, verb) if verb and ends_unseen(verb, unit, running) else ""
