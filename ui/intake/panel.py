"""The call panel: tabs of open calls, the form of the current one, the keys that end it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.board import Case
from desktop.domain.calls import CallType
from desktop.runtime.drafts import DraftStore
from ui.actions import BY_ID, Actions, key_text, words_of
from ui.intake.blocking import Blocking
from ui.intake.calls import Calls
from ui.intake.empty import EmptyPage
from ui.intake.ends import COMMANDS, Ends
from ui.intake.form import Form
from ui.intake.history import Histories, HistoryStrip
from ui.intake.restoring import restore
from ui.intake.saying import said_of
from ui.intake.status import line_of, next_command, speaking_elsewhere, tab_of
from ui.intake.tabs import TabStrip
from ui.intake.work import CallWork
from ui.panel import Panel, dress, label
from ui.prompt import Prompt
from ui.session import Level, Session

HISTORY_MS = 700
"""Pause in typing after which a complete number is looked up."""


class IntakePanel(Panel):
    """Calls are taken, described, opened as incidents and ended here, by keys from anywhere."""

    incident_opened = Signal(str)
    """The id of an incident that a call was opened as, or joined."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        drafts: DraftStore,
        selected: Callable[[], Case | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session.look, "", parent)
        self.title.setText(self.tr("Calls").upper())
        self.setAccessibleName(self.tr("Calls"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._session = session
        self._actions = actions
        self._selected = selected
        self.calls = Calls(session, drafts, self)
        self._histories = Histories(session, self)
        self.tabs = TabStrip(session.look)
        self.status = label("", "hint")
        self.status.setWordWrap(True)
        self.form = Form(session)
        self.strip = HistoryStrip(session)
        self.empty = EmptyPage(session)
        self.prompt = Prompt(session.look)
        self.ends = Ends(session.look)
        self.next = QPushButton()
        self.next.setProperty("dress", "next")
        self.next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._blocking = Blocking(session, self.prompt, self._histories, self)
        self._refreshing = _once(self, 0, self._refresh)
        self._looking_up = _once(self, HISTORY_MS, self._look_up_number)
        self._lay_out()
        self._bind()
        self._connect()
        self._show_current()
        session.start(restore(self.calls), "bring calls back")

    def end(self) -> None:
        """The desk closes: what was typed in the last moment goes to the disk."""
        self._leave_field()
        self.calls.drafts.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the cursor to the current call."""
        super().focusInEvent(event)
        self._go()

    def _lay_out(self) -> None:
        above: tuple[QWidget, ...] = (self.tabs, self.status, self.form)
        for widget in above:
            self.body.addWidget(widget)
        self.body.addWidget(self.strip, 1000)
        self.body.addWidget(self.empty, 1)
        self.body.addStretch(1)
        below: tuple[QWidget, ...] = (self.prompt, self.ends, self.next)
        for widget in below:
            self.body.addWidget(widget)

    def _bind(self) -> None:
        bind = self._actions.bind
        bind("call.new", self._answer)
        bind("call.open_incident", self._open_incident)
        bind("call.next", self._next)
        bind("call.hold", self.calls.hold_or_resume)
        bind("call.hang_up", self._hang_up)
        for call_type, command in COMMANDS.items():
            bind(command, partial(self._end, call_type))
        bind("call.undo_end", self._undo_end)
        bind("call.join", self._join)
        bind("call.block", self._block)
        bind("call.go", self._go)
        bind("call.more", self._more, self)
        bind("call.write_over", self._write_over, self)
        self.ends.asked.connect(self._actions.trigger)
        self.next.clicked.connect(lambda _checked=False: self._actions.trigger(self._next_command()))

    def _connect(self) -> None:
        calls, form, session = self.calls, self.form, self._session
        calls.changed.connect(self._refreshing.start)
        calls.current_changed.connect(self._show_current)
        calls.texts_changed.connect(self._show_texts)
        calls.opened.connect(self.incident_opened)
        calls.block_changed.connect(self._blocking.changed)
        form.edited.connect(self._edited)
        form.left.connect(self._left)
        form.escaped.connect(self._escaped)
        self._histories.found.connect(self._history_found)
        self.tabs.picked.connect(self._pick)
        session.ticked.connect(self._refresh)
        session.look_changed.connect(self._fit)
        session.board_changed.connect(self._refreshing.start)

    def _answer(self) -> None:
        self._leave_field()
        self.calls.answer()

    def _next(self) -> None:
        self._leave_field()
        self.calls.next()
        self._go()

    def _pick(self, call: str) -> None:
        self._leave_field()
        self.calls.pick(call)
        self._go()

    def _open_incident(self) -> None:
        if self._there_is_a_call():
            self.form.finish_choices()
            self._current().open_incident()

    def _hang_up(self) -> None:
        if self._there_is_a_call():
            self._leave_field()
            self.calls.hang_up()

    def _end(self, call_type: CallType) -> None:
        if not self._there_is_a_call():
            return
        call = self._current().call
        if call.has_incident or call.done:
            self._say(self.tr("The call is not without an incident: F4 when the caller hung up."))
            return
        self.form.finish_choices()
        self._current().end(call_type)

    def _undo_end(self) -> None:
        if self.calls.last_end is None:
            self._say(self.tr("No end of a call can be taken back."))
            return
        self._leave_field()
        self.calls.undo_end()

    def _join(self) -> None:
        if not self._there_is_a_call():
            return
        case = self._selected()
        if case is None:
            self._say(self.tr("First select the incident in the list."))
            return
        self.form.finish_choices()
        self._current().join(case)

    def _block(self) -> None:
        self._leave_field()
        self._blocking.toggle(self.calls.current or self.calls.last_ended)

    def _more(self) -> None:
        if self._there_is_a_call():
            self.form.show_more(True)
            self.form.go_to("rang_at")

    def _write_over(self) -> None:
        if self._there_is_a_call():
            self._current().write_over()

    def _go(self) -> None:
        work = self.calls.current
        if work is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.go_to(work.call.field)

    def _edited(self, field: str) -> None:
        work = self.calls.current
        if work is None:
            return
        work.type(field, self.form.texts())
        self.calls.drafts.changed(work.call)
        if field == "number":
            self._looking_up.start()
        self._refreshing.start()

    def _left(self, field: str) -> None:
        work = self.calls.current
        if work is None:
            return
        work.leave(field)
        if field == "number":
            self._look_up_number()

    def _escaped(self, field: str) -> None:
        work = self.calls.current
        if work is not None and field in work.call.conflicts:
            work.give_way(field)

    def _leave_field(self) -> None:
        """Keys act on what stands in the field, as if the cursor had left it."""
        field = self.form.focused()
        work = self.calls.current
        if work is not None and field is not None:
            self.form.finish_choices()
            work.call.field = field
            work.leave("area" if field == "kecamatan" else field)

    def _look_up_number(self) -> None:
        self._looking_up.stop()
        if self.calls.current is not None:
            self._histories.consider(self.calls.current)

    def _history_found(self, work: CallWork) -> None:
        if work is self.calls.current:
            self.strip.show_history(work.call.history)

    def _show_current(self) -> None:
        work = self.calls.current
        there = work is not None
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        for widget in (self.tabs, self.status, self.form):
            widget.setVisible(there)
        self.empty.setVisible(not there)
        self.strip.show_history(work.call.history if work is not None else None)
        if work is not None:
            self.form.show_more(False)
            self.form.show_texts(work.call.texts)
            self.form.go_to(work.call.field)
            self._histories.consider(work)
        elif focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _show_texts(self) -> None:
        work = self.calls.current
        if work is not None:
            self.form.show_texts(work.call.texts)
            self._histories.consider(work)

    def _refresh(self) -> None:
        """Show how things stand; only what differs is painted."""
        session, works, work = self._session, self.calls.works, self.calls.current
        self.tabs.show_tabs([tab_of(session, one.call, current=one is work) for one in works])
        self.ends.show_counts(session.board.ended_today)
        self.ends.show_last(self.calls.last_end)
        elsewhere = speaking_elsewhere(session)
        _set_text(self.hint, " · ".join(part for part in (elsewhere, self.tr("F2 new")) if part))
        command = BY_ID[self._next_command()]
        text = f"{key_text(command)}  {words_of(command)}"
        if self.next.text() != text:
            self.next.setText(text)
        if work is None:
            self.empty.refresh()
            return
        line, name = line_of(session, work.call, busy=work.chain.waits_for("save"))
        _set_text(self.status, line)
        dress(self.status, name)
        self.form.tell(said_of(work))
        self.form.show_unsettled(work.call.has_incident and not work.call.texts["category"])

    def _fit(self) -> None:
        for part in (self.tabs, self.form, self.strip, self.ends, self.empty):
            part.fit()
        self.body.setSpacing(self._session.look.px(4))

    def _next_command(self) -> str:
        work = self.calls.current
        return next_command(work.call if work is not None else None)

    def _current(self) -> CallWork:
        assert self.calls.current is not None
        return self.calls.current

    def _there_is_a_call(self) -> bool:
        if self.calls.current is None:
            self._say(self.tr("No call is open: F2 takes one."))
        return self.calls.current is not None

    def _say(self, text: str) -> None:
        self._session.said.emit(text, Level.PROBLEM)


def _once(parent: QWidget, milliseconds: int, handler: Callable[[], None]) -> QTimer:
    """A timer that runs a handler once, that long after its last start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(handler)
    return timer


def _set_text(where: QLabel, text: str) -> None:
    if where.text() != text:
        where.setText(text)
