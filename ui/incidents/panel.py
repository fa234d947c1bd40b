"""The panel with the incident list: what is shown, what is selected, and what wants to be heard."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.board import Case
from desktop.live.board import BoardChange
from ui.actions import Actions
from ui.early_acts import HoldsBack
from ui.incidents.columns import Column
from ui.incidents.filter_line import FilterLine
from ui.incidents.filters import View
from ui.incidents.heading import Heading, show
from ui.incidents.hold import Hold
from ui.incidents.model import CaseModel
from ui.incidents.p1_alarm import P1Alarm
from ui.incidents.pace import Pace
from ui.incidents.rows import RowMaker
from ui.incidents.sorting import Sorting
from ui.incidents.sound import Speaker
from ui.incidents.surge import Surge
from ui.incidents.table import CaseTable
from ui.incidents.taking import take_or_let_go
from ui.panel import Panel
from ui.session import Session


class IncidentListPanel(Panel):
    """The list of incidents. One row is selected at most; the rest of the desk follows `selected_changed`."""

    selected_changed = Signal(object)
    """The incident's id, or None."""
    chosen = Signal()
    """The operator rests on a row by hand, or looks for one; comes before `selected_changed`."""
    activated = Signal(str)
    """Enter: on to the incident of that id."""
    asks_take_over = Signal(object)
    """The Case in another's hand that a supervisor takes over, for a reason."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        parent: QWidget | None = None,
        *,
        speaker: Speaker | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(session.look, "", parent)
        self.title.setText(self.tr("Incidents").upper())
        self.setAccessibleName(self.tr("Incidents"))
        self._session = session
        self._selected: str | None = None
        self._before_typing: str | None = None
        self._following = False
        self.holds_back: HoldsBack = lambda _act: False
        self._maker = RowMaker(session.board, session.centre)
        self.model = CaseModel(session.board, self._maker, session.clock.now, self)
        self.table = CaseTable(self.model, self._maker, session.look, self)
        self.filter = FilterLine(session.look, self.table)
        self.hold = Hold(self, monotonic)
        self.pace = Pace(self)
        self.surge = Surge(session.clock.now)
        self.surge.see(session.board.calls.values())
        self.speaker = speaker or Speaker(self)
        self.alarm = P1Alarm(session, self.model, self.speaker, monotonic, self)
        self._lay_out()
        self._connect()
        self._bind(actions)
        self.table.use(session.reference)
        self._tell()

    def _lay_out(self) -> None:
        self.head.insertWidget(1, self.filter)
        self.heading = Heading(self.head, self.hint, self)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._dress()

    def _connect(self) -> None:
        session, table = self._session, self.table
        session.board_changed.connect(self._board_changed)
        session.ticked.connect(self._tick)
        session.pulse_changed.connect(self._show_editors)
        session.look_changed.connect(self._dress)
        table.selectionModel().currentChanged.connect(self._walked)
        table.touched.connect(self._touched)
        table.entered.connect(self._enter)
        table.clicked.connect(lambda _index: self.chosen.emit())
        table.doubleClicked.connect(lambda _index: self._enter())
        table.escaped.connect(self.clear_filter)
        table.verticalScrollBar().valueChanged.connect(self._tell)
        table.typed.connect(self._begin_typing)
        table.horizontalHeader().sectionClicked.connect(lambda section: self.sort_by(Column(section)))
        self.filter.textEdited.connect(self._typed)
        self.filter.entered.connect(self._leave_filter)
        self.filter.escaped.connect(self.clear_filter)
        self.hold.ended.connect(self._hold_ended)
        self.pace.due.connect(self._cases_changed)
        self.speaker.heard_changed.connect(self._tell)

    def _bind(self, actions: Actions) -> None:
        actions.bind("list.go", self.go)
        actions.bind("list.filter", lambda: self._begin_typing(""), self)
        for view in View:
            actions.bind(f"list.{view.value}", partial(self.show_view, view))
        for column in Column:
            actions.bind(f"list.sort_{column.name.lower()}", partial(self.sort_by, column), self.table)
        actions.bind("list.sort_urgency", partial(self.sort_by, None), self.table)
        actions.bind("list.group", self.group)
        actions.bind("incident.take", self.take)

    # What others ask of the list

    def selected(self) -> Case | None:
        """The selected incident."""
        return self._session.board.cases.get(self._selected) if self._selected else None

    def select(self, incident_id: str) -> bool:
        """Select an incident, letting go of a filter that hides it; whether the board has it."""
        case = self._session.board.cases.get(incident_id)
        if case is None:
            return False
        self.pace.flush()
        if self.model.waits(incident_id):
            self._follow(self.model.release)
        if not self.model.shows(incident_id):
            self._show_all(View.OPEN if case.incident.is_open else View.CLOSED, incident_id)
            words = self.tr("Filter cleared to show {number}")
            show(self.heading.notice, words.format(number=self._session.number(case)))
        self._put_cursor(incident_id)
        return True

    def select_none(self) -> None:
        """Rest on no row: what is looked at is not in the list."""
        self._put_cursor(None)

    def go(self) -> None:
        """Put the focus into the list; without a selection on its first row."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._selected is None and self.model.rowCount():
            self._put_cursor(self.model.id_at(0))

    def show_view(self, view: View) -> None:
        """Show one of the five views; what is selected stays there until the selection moves on."""
        self._touched()
        self._follow(lambda: self.model.show_view(view))

    def sort_by(self, column: Column | None) -> None:
        """Sort by a column, the other way round when it is so sorted already; None: by urgency."""
        self._touched()
        sorting = Sorting() if column is None else self.model.sorting.pressed(column)
        self._follow(lambda: self.model.sort_by(sorting))

    def group(self) -> None:
        """Group the list by place and category, the most dangerous first, or sort it by urgency again."""
        self._touched()
        self._follow(lambda: self.model.sort_by(Sorting(grouped=not self.model.sorting.grouped)))

    def filter_by(self, text: str) -> None:
        """Filter by these words as if they had been typed; without words show all of the view again."""
        self.filter.finish()
        if text:
            self._begin_typing(text)
        else:
            self.clear_filter()

    def clear_filter(self) -> None:
        """Show all of the view again and, unless a hit was entered, what was selected before typing."""
        back, self._before_typing = self._before_typing, None
        self.filter.finish()
        self._follow(lambda: self.model.clear_words(back))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Take the selected incident in hand, or let it go when it is in one's own already."""
        if self.holds_back(self.take):
            return
        self._touched()
        take_or_let_go(self._session, self.selected(), self.asks_take_over.emit)

    # The selection

    def _walked(self) -> None:
        """The cursor moved: by the operator, unless the list itself is at work."""
        if not self._following:
            self.chosen.emit()
            self._now_selected(self.model.id_at(self.table.currentIndex().row()))

    def _now_selected(self, one: str | None) -> None:
        self.model.anchor = one
        if one != self._selected:
            self._selected = one
            if self.model.has_left_over:  # not within the view's own signal
                QTimer.singleShot(0, self, lambda: self._follow(self.model.clear_left_over))
            self.selected_changed.emit(one)
        self._tell()

    def _put_cursor(self, one: str | None) -> None:
        row = self.model.row_of(one)
        self._following = True
        index = self.model.index(row, max(0, self.table.currentIndex().column())) if row is not None else None
        if index is None:
            self.table.selectionModel().clear()
        else:
            self.table.setCurrentIndex(index)
            self.table.show_cursor()
        self._following = False
        self._now_selected(one if row is not None else None)

    def _follow(self, work: Callable[[], None]) -> None:
        """Let the list change, then put the cursor back to the anchor, in view if it was so before."""
        seen = self._cursor_is_seen()
        place = self.table.verticalScrollBar().value()
        self._following = True
        work()
        self._following = False
        self.table.fit_columns()
        anchor = self.model.anchor
        under_cursor = self.model.id_at(self.table.currentIndex().row())
        if anchor != under_cursor or anchor != self._selected:
            self._put_cursor(anchor)
        if not seen:
            self.table.verticalScrollBar().setValue(place)
        elif anchor is not None:
            self.table.show_cursor()
        self._tell()

    def _cursor_is_seen(self) -> bool:
        index = self.table.currentIndex()
        return not index.isValid() or self.table.viewport().rect().intersects(self.table.visualRect(index))

    # What the board and time bring

    def _board_changed(self, change: BoardChange) -> None:
        if change.reference or self._maker.renamed(change.units):
            self._follow(self.model.rebuild)
            self.table.use(self._session.reference)
        board = self._session.board
        known = (board.calls.get(one, board.lost.get(one)) for one in change.calls | change.lost)
        self.surge.see(one for one in known if one is not None)
        if change.cases:
            own = self._session.desk.author.login
            self.pace.add(change.cases, urgent=any(author == own for _, _, author in change.acts))

    def _show_editors(self) -> None:
        before, now = self._maker.editors, self._session.editors()
        self._maker.editors = now
        differing = frozenset(one for one in before.keys() | now.keys() if before.get(one) != now.get(one))
        if differing:
            self._follow(partial(self.model.apply, differing))

    def _cases_changed(self, ids: frozenset[str]) -> None:
        self._follow(partial(self.model.apply, ids))
        self.alarm.look(ids)
        self._tell()

    def _tick(self) -> None:
        self.model.tick(*self.table.rows_in_view())
        self._tell()

    def _touched(self) -> None:
        self.model.hold()
        self.hold.touch()
        show(self.heading.notice, "")

    def _hold_ended(self) -> None:
        self._follow(self.model.release)

    # The filter line

    def _begin_typing(self, letters: str) -> None:
        self.chosen.emit()  # who looks for another is not to be led away
        if self._before_typing is None:
            self._before_typing = self._selected
        self.filter.begin(letters)

    def _typed(self, text: str) -> None:
        self._touched()
        self._follow(lambda: self.model.set_words(text))

    def _show_all(self, view: View, incident_id: str) -> None:
        self._before_typing = None
        self.filter.finish()
        self._follow(lambda: self.model.show_all(view, incident_id))

    def _enter(self) -> None:
        if self._selected is not None:
            self.chosen.emit()
            self.activated.emit(self._selected)

    def _leave_filter(self) -> None:
        self._before_typing = None
        if self._selected is None:
            self._put_cursor(self.model.id_at(0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enter()

    # Words above the list

    def _tell(self) -> None:
        laid_out = self.table.isVisible()  # before that no row has its place
        rows = self.table.rows_in_view() if laid_out else (0, self.model.rowCount())
        hidden = self.alarm.unseen(*rows)
        self.heading.tell(self.model, hidden=hidden, heard=self.speaker.heard, surge=self.surge.on)

    def _dress(self) -> None:
        look = self._session.look
        self.head.setSpacing(look.px(10))
        margin = look.px(10)
        self.body.setContentsMargins(margin, look.px(7), margin, look.px(6))
        self.table.dress()
