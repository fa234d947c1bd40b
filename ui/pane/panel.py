"""The pane: one incident whole, its timeline, and the keys that act on it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.board import CallEntry, CaseDetail
from desktop.domain.disclosure import looks_hidden, may_see_numbers, may_tell
from desktop.domain.incidents import Incident
from desktop.domain.to_tell import Recipient, Stand
from desktop.gazetteer.new_places import NewPlace, new_place
from desktop.live.board import BoardChange
from desktop.operations.desk import StoreError
from ui import problems
from ui.actions import BY_ID, Actions, key_text
from ui.early_acts import HoldsBack
from ui.pane.correct_area import CorrectArea
from ui.pane.correcting import Correcting
from ui.pane.feed import CaseFeed, unread
from ui.pane.names import Names, full_number, names_for
from ui.pane.note_line import NoteLine
from ui.pane.particulars import particular_rows
from ui.pane.pieces import PiecesLine
from ui.pane.place_text import fact_pieces, head_text, title_pieces
from ui.pane.presence import Presence
from ui.pane.questions import Questions
from ui.pane.room import make_room
from ui.pane.row_view import RowView
from ui.pane.rows import Row, RowKind
from ui.pane.timeline import timeline_rows
from ui.panel import Panel, label
from ui.place_warnings.at_incident import shown_for
from ui.place_warnings.strip import WarningStrip
from ui.prompt import Prompt
from ui.session import Level, Session
from ui.telling.copying import copy_only
from ui.telling.stands import again_text, recipients_of, stand_piece
from ui.theme import Face
from ui.unsaved import CORRECTION

SIDE_BY_SIDE = 560
"""Width, in pixels of the design, from which callers and units stand beside the timeline."""

Act = Callable[[CaseDetail], None]


class IncidentPane(Panel):
    """Shows the selected incident. A prompt that stands nowhere yet is taken into the pane."""

    asks_select = Signal(str)
    """Another incident is to be selected: this one was merged into it, or it was chosen here."""
    asks_to_tell = Signal(object)
    """CaseDetail of the incident of which somebody at work is to be told."""

    def __init__(
        self, session: Session, actions: Actions, prompt: Prompt, parent: QWidget | None = None
    ) -> None:
        super().__init__(session.look, "", parent)
        self._session = session
        self._incident: str | None = None
        self._detail: CaseDetail | None = None
        self._waiting: Act | None = None
        self.holds_back: HoldsBack = lambda _act: False
        self._prompt = prompt
        self._back: QWidget | None = None
        self._left: QWidget | None = None
        """What had the focus when nothing was left to show; keys must not fall to whatever comes next."""
        look = session.look
        self.headline, self.facts = PiecesLine(look, Face.TITLE), PiecesLine(look)
        self.warnings = WarningStrip(session)
        self.empty = label(self._nothing(), "muted")
        self.trouble = label("", "problem")
        self.timeline = RowView(look, self.tr("Timeline"), columns=True, follows_end=True)
        self.particulars = RowView(
            look, self.tr("Callers, units, agencies"), columns=False, follows_end=False
        )
        self.form_area = CorrectArea(session)
        self.note = NoteLine(session)
        self.feed = CaseFeed(session, self)
        self.questions = Questions(session, prompt, self)
        self.correcting = Correcting(session, self.form_area, self)
        self.others = label("", "warning-line")
        self._typed_in: dict[str, QWidget] = {"note": self.note.field}
        self.presence = Presence(session, self.others, self._typed_in, self)
        self.both = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.both)
        self._lay_out(prompt)
        self._connect()
        self._bind(actions)
        self.show_case(None)

    @property
    def incident(self) -> str | None:
        """The id of the incident that the pane is about."""
        return self._incident

    @property
    def detail(self) -> CaseDetail | None:
        """What is shown: while the selected incident is being read, still the one before."""
        return self._detail

    @property
    def place_to_keep(self) -> NewPlace | None:
        """What of the incident's place can be kept for all desks; None without an incident or a name."""
        if self._detail is None or looks_hidden(self._detail.case.incident):
            return None
        one = self._detail.case.incident
        return new_place(one.address or "", one.landmark or "", one.area, one.latitude, one.longitude)

    def show_case(self, incident: str | None) -> None:
        """Turn to an incident, on the board or not; what is shown stays until the new one has been read."""
        if incident == self._incident and incident is not None:
            return
        self._incident, self._waiting = incident, None
        if incident is None:
            self._let_go_of_focus()
        self.presence.turn_to(incident)
        self.trouble.hide()
        case = self._session.board.cases.get(incident or "")
        self.note.show_for(case.incident if case is not None else None)
        if incident is None:
            self._detail = None
            self._show_nothing()
        self.feed.watch(incident)

    def chosen_caller(self) -> tuple[CallEntry, Incident] | None:
        """The caller on whom the cursor rests among callers, units and agencies."""
        row, detail = self.particulars.current_row(), self._detail
        if row is None or detail is None or not self.particulars.hasFocus():
            return None
        entry = next((one for one in detail.calls if one.id == row.id), None)
        return None if entry is None else (entry, detail.case.incident)

    def write_note(self) -> None:
        """Put the cursor into the note line of the selected incident."""
        if self._incident is None:
            self._session.said.emit(self.tr("Select an incident first."), Level.PROBLEM)
        else:
            self.note.show()
            self.note.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the particulars above the timeline where they do not fit beside it."""
        super().resizeEvent(event)
        self._arrange()
        self._make_room()

    def _lay_out(self, prompt: Prompt) -> None:
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.timeline, 8)
        self._columns.addWidget(self.particulars, 5)
        self._columns.setSpacing(self._session.look.px(12))
        for line in (self.trouble, self.empty):
            line.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for widget in (self.headline, self.facts, self.warnings, self.others, self.trouble):
            self.body.addWidget(widget)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.both, 1)
        self.body.addWidget(self.form_area, 1)
        if prompt.parentWidget() is None:
            self.body.addWidget(prompt)
        self.body.addStretch()  # while all else gives way to a question, the headline stays where it is
        self.body.addWidget(self.note)

    def _connect(self) -> None:
        self.feed.arrived.connect(self._arrived)
        self.feed.missing.connect(self._missing)
        self.feed.failed.connect(self._failed)
        self.questions.merged.connect(self._follow)
        self.form_area.made.connect(lambda: self._typed_in.update(self.form_area.form.fields))
        self.correcting.left.connect(self._form_left)
        self.correcting.came_back.connect(self._came_back)
        self._session.unsaved.came_back.connect(self._came_back)
        self._prompt.room_taken.connect(self._room_taken)
        self.particulars.activated.connect(self._activated)
        self._session.board_changed.connect(self._board_changed)
        self._session.look_changed.connect(self._dress_anew)

    def _bind(self, actions: Actions) -> None:
        bind = actions.bind
        bind("incident.note", self.write_note)
        bind("incident.correct", self._correct_at_once)
        for name, act in self.questions.by_command.items():
            bind(name, partial(self._when_read, act, at_once=True))
        bind("incident.tell", lambda: self._when_read(self._tell))
        bind("incident.timeline", self._go_to_timeline)
        bind("note.strike", lambda: self._when_read(self._strike), self.timeline)

    def _when_read(self, act: Act, *, at_once: bool = False) -> None:
        """Act on the selected incident, never on the one that is still shown while it is being read.

        `at_once`: the board knows enough, and keys behind it would go elsewhere while the rest is read.
        """
        if self.holds_back(lambda: self._when_read(act, at_once=at_once)):
            return
        case = self._session.board.cases.get(self._incident or "") if at_once else None
        if self._incident is None:
            self._session.said.emit(self.tr("Select an incident first."), Level.PROBLEM)
        elif self._detail is not None and self._detail.case.id == self._incident:
            act(self._detail)
        elif case is not None:
            act(unread(case))
        else:
            self._waiting = act

    def _arrived(self, detail: CaseDetail) -> None:
        target = detail.case.incident.merged_into
        if target is not None:
            self._follow(detail.case.id, target)
            return
        self._detail = detail
        self._show(detail)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting(detail)

    def _follow(self, source: str, target: str) -> None:
        """A merged incident goes on in another, and so does what was being typed about it."""
        self.note.move_text(source, target, self.correcting.give_up(source))
        if self._incident == source:  # else the operator has gone on to another
            self.show_case(target)
            self.asks_select.emit(target)

    def _missing(self, _incident: str) -> None:
        self._detail = None
        self._show_nothing()
        self.empty.setText(self.tr("There is no such incident."))

    def _failed(self, error: StoreError) -> None:
        self.trouble.setText(problems.of_store(error))
        self.trouble.show()

    def _show(self, detail: CaseDetail) -> None:
        session, incident = self._session, detail.case.incident
        roles, now = session.desk.author.roles, session.clock.now()
        names = names_for(
            detail, session.board, session.centre, roles, now, has_places=session.places.has_places
        )
        self.title.setText(full_number(incident, session.centre))
        recipients = recipients_of(session, detail.case)
        again = again_text(sum(one.stand is Stand.AGAIN for one in recipients))
        self.hint.setText(head_text(detail, names))
        self.headline.show_pieces(title_pieces(incident, names))
        self.facts.show_pieces(fact_pieces(detail, names, again), incident.priority)
        self.warnings.show_warnings(shown_for(session, detail.case))
        self.timeline.show_rows(incident.id, timeline_rows(detail, names))
        self.particulars.show_rows(incident.id, self._particulars(detail, names, recipients))
        self.trouble.hide()
        self.empty.hide()
        self.note.show_for(incident)
        self._show_form(self.correcting.show_for(detail))
        left, self._left = self._left, None
        if left is not None and QApplication.focusWidget() is None:
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _particulars(
        self, detail: CaseDetail, names: Names, recipients: Sequence[Recipient]
    ) -> tuple[Row, ...]:
        stands = {one.id: stand_piece(one, self._session) for one in recipients}
        return particular_rows(detail, names, self._session.board.units, stands)

    def _let_go_of_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and (self.both.isAncestorOf(focus) or self.note.isAncestorOf(focus)):
            self._left = focus
            focus.clearFocus()

    def _show_nothing(self) -> None:
        self.title.setText("")
        self.hint.setText("")
        for line in (self.headline, self.facts):
            line.show_pieces(())
        self.warnings.show_warnings(())
        for view in (self.timeline, self.particulars):
            view.show_rows("", ())
        self.both.hide()
        self.form_area.hide()
        self.empty.setText(self._nothing())
        self.empty.show()
        self.note.show_for(None)
        self.note.hide()

    def _nothing(self) -> str:
        nothing = self.tr("No incident is selected.")
        how = self.tr("{key} selects the first of the list, arrows another, Enter writes a note.")
        return f"{nothing}\n\n{how.format(key=key_text(BY_ID['list.go']))}"

    def _show_form(self, correcting: bool) -> None:
        """The form takes the place of everything but the head: its fields say the rest."""
        if correcting:
            self.hint.setText(self.tr("Correcting — Enter saves, Esc leaves"))
        self.form_area.setVisible(correcting)
        for widget in (self.both, self.note):
            widget.setVisible(not correcting)
        for line in (self.headline, self.facts, self.warnings):
            line.setVisible(not correcting and bool(line.text))
        self._make_room()

    def _room_taken(self) -> None:
        """While a question stands, the list above gives way first, as far as it can."""
        if self._prompt.asking:
            QTimer.singleShot(0, self, self._make_room)
        else:
            self._make_room()

    def _make_room(self) -> None:
        if self._detail is not None and self.form_area.isHidden():
            parts = (self.headline, self.facts, self.warnings, self.note, self.both)
            make_room(self, self.title.sizeHint().height(), self._prompt, parts)

    def _form_left(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.form_area.isAncestorOf(focus)
        if self._detail is not None:
            self._show(self._detail)
        if inside:
            back = self._back if self._back is not None and isValid(self._back) else self.timeline
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _came_back(self, incident: str) -> None:
        """What was being typed about an incident goes on, where that is shown."""
        if self._detail is not None and self._detail.case.id == incident == self._incident:
            self._show(self._detail)

    def _activated(self, index: QModelIndex) -> None:
        row = self.particulars.rows_model.row(index)
        if row is not None and row.target:
            self.asks_select.emit(row.target)

    def _go_to_timeline(self) -> None:
        if self.timeline.isVisible():
            self.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _correct_at_once(self) -> None:
        """But where a caller's words are to be brought back: only what is being read has the caller."""
        waits = self._session.unsaved.texts(self._incident or "", CORRECTION)
        self._when_read(self._correct, at_once=not waits)

    def _correct(self, detail: CaseDetail) -> None:
        if not may_see_numbers(self._session.desk.author.roles):
            self._session.said.emit(self.tr("Your role does not allow corrections."), Level.PROBLEM)
            return
        chosen = self.particulars.current_row()
        self.title.setText(full_number(detail.case.incident, self._session.centre))
        if not self.form_area.isVisible():
            self._back = QApplication.focusWidget()
        self._show_form(True)
        self.correcting.begin(detail, chosen.id if chosen is not None else None)

    def _strike(self, detail: CaseDetail) -> None:
        row: Row | None = self.timeline.current_row()
        self.questions.strike(detail, row if row is not None and row.kind is RowKind.ENTRY else None)

    def _tell(self, detail: CaseDetail) -> None:
        """Ask whom, where somebody is at work and this operator sends; else only copy the text."""
        session, case = self._session, detail.case
        if session.texts is None:
            session.said.emit(self.tr("The templates of dispatch texts cannot be used."), Level.PROBLEM)
        elif (case.running or case.running_referrals) and may_tell(session.desk.author.roles):
            self.asks_to_tell.emit(detail)
        else:
            copy_only(session, detail, session.texts)

    def _board_changed(self, change: BoardChange) -> None:
        if change.reference:
            self.form_area.dress_anew()
            if self._detail is not None:
                self._show(self._detail)
        elif change.warnings and self._detail is not None and self.form_area.isHidden():
            self._show(self._detail)  # who is to be told again may be others now
            self._make_room()

    def _arrange(self) -> None:
        beside = self.width() >= self._session.look.px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)

    def _dress_anew(self) -> None:
        look = self._session.look
        margin = look.px(10)
        self.body.setContentsMargins(margin, look.px(7), margin, margin)
        self.body.setSpacing(look.px(4))
        self._columns.setSpacing(look.px(12))
        for line in (self.headline, self.facts):
            line.dress_anew()
        self.warnings.fit()
        for view in (self.timeline, self.particulars):
            view.dress_anew()
        self.form_area.dress_anew()
        self._arrange()
