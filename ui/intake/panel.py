"""The call panel: tabs of open calls, the form of the current one, the keys that end it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.board import CallEntry, Case
from desktop.runtime.drafts import DraftStore
from ui.actions import BY_ID, Actions, key_text, words_of
from ui.arrangement import Scrolling
from ui.intake.blocking import Blocking
from ui.intake.calls import Calls
from ui.intake.empty import EmptyPage
from ui.intake.ends import Ends
from ui.intake.form import Form
from ui.intake.history import Histories, HistoryStrip, PlaceStrip
from ui.intake.keys import ChosenCaller, Keys
from ui.intake.restoring import restore
from ui.intake.same import SameEvents, SameStrip
from ui.intake.saying import said_of
from ui.intake.status import line_of, next_command, speaking_elsewhere, tab_of
from ui.intake.strips import Strips
from ui.intake.tabs import TabStrip
from ui.intake.work import CallWork
from ui.panel import Panel, dress, label
from ui.place_keeping import OtherName, ToKeep, place_to_keep
from ui.place_warnings.at_incident import shown_at
from ui.place_warnings.strip import WarningStrip
from ui.place_words import not_located
from ui.prompt import Prompt
from ui.session import Session

HISTORY_MS = 40
"""Pause in typing after which a complete number is looked up: the answer shall stand there within 100 ms."""
PLACE_MS = 700
"""Pause in typing after which a place is looked up; the key that leaves its field looks it up at once."""


class IntakePanel(Panel):
    """Calls are taken, described, opened as incidents and ended here, by keys from anywhere."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        drafts: DraftStore,
        selected: Callable[[], Case | None],
        chosen_caller: ChosenCaller = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session.look, "", parent)
        self.title.setText(self.tr("Calls").upper())
        self.setAccessibleName(self.tr("Calls"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._session = session
        self._actions = actions
        self.calls = Calls(session, drafts, self)
        self._histories = Histories(session, self)
        self.tabs = TabStrip(session.look)
        self.status = label("", "hint")
        self.status.setWordWrap(True)
        self.form = Form(session)
        self.warnings = WarningStrip(session)
        self.strip = HistoryStrip(session)
        self.place_strip = PlaceStrip(session)
        self.same = SameEvents(session, self.calls, self)
        hints = (self.warnings, SameStrip(session, self.same), self.strip, self.place_strip)
        self.strips = Strips(session.look, hints)
        self.empty = EmptyPage(session)
        self.prompt = Prompt(session.look)
        self.ends = Ends(session.look)
        self.next = QPushButton()
        self.next.setProperty("dress", "next")
        self.next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._blocking = Blocking(session, self.prompt, self._histories, self)
        self._keys = Keys(
            session, self.calls, self.form, self._blocking, self.same, selected, chosen_caller, self
        )
        self._keys.bind(actions)
        self._refreshing = _once(self, 0, self._refresh)
        self._looking_up = _once(self, HISTORY_MS, self._look_up_number)
        self._looking_at_place = _once(self, PLACE_MS, self._look_up_place)
        self._lay_out()
        self._connect()
        self._show_current()
        session.start(restore(self.calls), "bring calls back")

    def incident_of_call(self) -> str | None:
        """The incident to which the call that is shown belongs; None without one."""
        work = self.calls.current
        seen = None if work is None else work.call.incident
        return None if seen is None else seen.record.id

    @property
    def place_to_keep(self) -> ToKeep | None:
        """What of the current call's place can be kept for all desks; None without a call or a name."""
        work = self.calls.current
        if work is None:
            return None
        if self.form.other_name is not None:
            return OtherName(*self.form.other_name)
        values, texts = work.read().values, work.call.texts
        return place_to_keep(texts["address"], texts["landmark"], values)

    def end(self) -> None:
        """The desk closes: what was typed in the last moment goes to the disk."""
        self._keys.leave_field()
        self.calls.drafts.stop()

    def call_back(self, lost: CallEntry) -> None:
        """Call the caller of a lost call back."""
        self._keys.call_back(lost)

    def begin_call(self, said: str) -> None:
        """Take a new call, and write down what its caller says."""
        before = self.calls.current
        self._actions.trigger("call.new")
        if said and self.calls.current is not before:
            self.form.say(said)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the cursor to the current call."""
        super().focusInEvent(event)
        self._keys.go()

    def _lay_out(self) -> None:
        told = QWidget()
        self._told = QVBoxLayout(told)
        self._told.setContentsMargins(0, 0, 0, 0)
        above: tuple[QWidget, ...] = (self.tabs, self.status, self.form)
        for widget in above:
            self._told.addWidget(widget)
        self._told.addWidget(self.strips, 1000)
        self._told.addWidget(self.empty, 1)
        self._told.addStretch(1)
        # However much is to be said of a call, the keys that end it stay in sight: what is said scrolls.
        area = Scrolling(told)
        told.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.prompt)
        self.body.addWidget(self.ends)
        self.body.addWidget(self.next)

    def _connect(self) -> None:
        calls, form, session = self.calls, self.form, self._session
        calls.changed.connect(self._refreshing.start)
        calls.changed.connect(self.same.look_soon)
        calls.current_changed.connect(self._show_current)
        calls.texts_changed.connect(self._show_texts)
        calls.blocked.connect(self._blocking.blocked)
        calls.overruled.connect(self._blocking.overruled)
        form.edited.connect(self._edited)
        form.left.connect(self._left)
        form.escaped.connect(self._escaped)
        self._histories.found.connect(self._history_found)
        self.tabs.picked.connect(self._keys.pick)
        session.board_changed.connect(self.same.look_soon)
        session.ticked.connect(self._refresh)
        session.look_changed.connect(self._fit)
        self.ends.asked.connect(self._actions.trigger)
        self.next.clicked.connect(lambda _checked=False: self._actions.trigger(self._next_command()))

    def _edited(self, field: str) -> None:
        work = self.calls.current
        if work is None:
            return
        work.type(field, self.form.texts())
        self.calls.drafts.changed(work.call)
        if field == "number":
            self._looking_up.start()
        elif field in ("address", "landmark"):
            self._looking_at_place.start()
        self.same.look_soon()
        self._refreshing.start()

    def _left(self, field: str) -> None:
        work = self.calls.current
        if work is None:
            return
        work.call.field = field
        work.leave(field)
        if field == "number":
            self._look_up_number()
        elif field in ("address", "landmark"):
            self._look_up_place()

    def _escaped(self, field: str) -> None:
        work = self.calls.current
        if work is None:
            return
        waits = next((one for one in (field, "answers") if one in work.call.conflicts), None)
        if waits is not None:
            work.give_way(waits)

    def _look_up_number(self) -> None:
        self._looking_up.stop()
        if self.calls.current is not None:
            self._histories.consider(self.calls.current)

    def _look_up_place(self) -> None:
        self._looking_at_place.stop()
        if self.calls.current is not None:
            self._histories.consider_place(self.calls.current)

    def _history_found(self, work: CallWork) -> None:
        if work is self.calls.current:
            self.strip.show_history(work.call.history)
            self.place_strip.show_hits(work.call.place_history)
            self.same.look_soon()

    def _show_current(self) -> None:
        """Show the call that is current now; the cursor follows only if it was in this panel."""
        work = self.calls.current
        there = work is not None
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is self or self.isAncestorOf(focus))
        for widget in (self.tabs, self.status, self.form):
            widget.setVisible(there)
        self.empty.setVisible(not there)
        self.strip.show_history(work.call.history if work is not None else None)
        self.place_strip.show_hits(work.call.place_history if work is not None else ())
        if work is not None:
            self.form.show_more(False)
            self.form.turn_to_another_call()
            self.form.show_texts(work.call.texts)
            self._histories.consider(work)
        if inside:
            self._keys.go()
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
        elsewhere = speaking_elsewhere(session, [one.call.id for one in works])
        _set_text(self.hint, " · ".join(part for part in (elsewhere, self.tr("F2 new")) if part))
        command = BY_ID[self._next_command()]
        text = f"{key_text(command)}  {words_of(command)}"
        if self.next.text() != text:
            self.next.setText(text)
        self.warnings.show_warnings(shown_at(session, work.read().values) if work is not None else ())
        if work is None:
            self.empty.refresh()
            return
        waits = work.chain.waits_for
        line, name = line_of(session, work.call, busy=waits("save"), opening=waits("open"))
        _set_text(self.status, line)
        dress(self.status, name)
        said, of_area = said_of(work), self.form.area_said()
        if of_area is not None:
            said.setdefault("area", of_area)
        self.form.tell(said)
        self.form.show_unsettled(work.call.has_incident and not work.call.texts["category"])
        self.form.show_not_located(session.places.has_places and not_located(work.call.texts))

    def _fit(self) -> None:
        for part in (self.tabs, self.form, self.strips, self.ends, self.empty):
            part.fit()
        for layout in (self.body, self._told):
            layout.setSpacing(self._session.look.px(4))

    def _next_command(self) -> str:
        work = self.calls.current
        return next_command(work.call if work is not None else None)


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
