"""The list of reminders and messages: settled, put off and read here, all by keys."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.board import case_of
from desktop.domain.kinds_calls import TAKERS
from desktop.domain.memos import MemoEntry, MemoKind, messages_of, reminders_of
from desktop.live.board import BoardChange
from desktop.operations.memos import finish, put_off, read_message
from desktop.operations.typed_times import ahead
from ui.asking import Topic, ask_and_act
from ui.basis import Basis
from ui.list_page import ListPage
from ui.listing import ListModel, ListRow, ListTable
from ui.once import Once
from ui.panel import label
from ui.prompt import Ask, Prompt
from ui.session import Level, Session
from ui.times import age_text, clock_text, date_text
from ui.units.order import time_units

PUT_OFF_BY = "+10m"
"""What stands in the field when a reminder is put off (our choice)."""


class MemosPage(ListPage):
    """Reminders, the one due first before the rest, then messages, the newest first."""

    asks_new = Signal()
    """Insert: a reminder is to be set."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1180, 460)
        self._session = session
        self._once = Once(session)
        self.model = ListModel(session.look, self._heads())
        self.table = _Table(self.model, wide=3)
        self.table.setAccessibleName(self.tr("Reminders and messages"))
        self.prompt = Prompt(session.look)
        self.nothing = label(self.tr("There is no reminder and no message."), "muted")
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Reminders and messages"), "title"))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.prompt)
        hint = self.tr("Enter: done, or read · +: put off · Insert: new reminder · Esc: back")
        column.addWidget(label(hint, "hint"))
        self.table.entered.connect(self._settle)
        self.table.put_off.connect(self._put_off)
        self.table.inserted.connect(self._new)
        self.table.escaped.connect(self.leave)
        self.prompt.left.connect(self._answered)
        session.board_changed.connect(self._board_changed)
        session.ticked.connect(self._refresh)

    def show_at(self, memo: str) -> None:
        """Show the list with the cursor on a reminder or message."""
        self._show()
        self.lie_over(self.table)
        self.table.rest_on(memo)

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Due or sent"),
            self.tr("In or since"),
            self.tr("Kind"),
            self.tr("What is said"),
            self.tr("Incident"),
            self.tr("From"),
            self.tr("For"),
            self.tr("Read by"),
        )

    def _board_changed(self, change: BoardChange) -> None:
        if change.memos:
            self._refresh()

    def _answered(self) -> None:
        if self.isVisible():
            self.table.setFocus()

    def _new(self) -> None:
        self.hide()
        self.asks_new.emit()

    def _show(self) -> None:
        session, login = self._session, self._session.desk.author.login
        memos, now = session.board.memos.values(), session.clock.now()
        entries = (*reminders_of(memos, login, now), *messages_of(memos, login))
        self.model.show([self._row(one, now) for one in entries])
        self.nothing.setVisible(not entries)

    def _row(self, entry: MemoEntry, now: datetime) -> ListRow:
        session, memo = self._session, entry.memo
        name = session.reference.operator_name
        case = case_of(session.board.cases, memo.incident)
        unread = entry.waits_for(session.desk.author.login)
        at = memo.due_at or memo.made_at
        cells = (
            self._moment(at, now) if at is not None else "",
            self._age(at, now) if at is not None else "",
            self._kind(entry, now, unread=unread),
            " ".join(entry.text.split()),
            session.number(case) if case is not None else "",
            name(memo.made_by),
            self.tr("all desks") if memo.recipient is None else name(memo.recipient),
            ", ".join(name(one.operator) for one in entry.reads),
        )
        return ListRow(entry.id, cells, warns=unread or memo.is_due(now))

    def _kind(self, entry: MemoEntry, now: datetime, *, unread: bool) -> str:
        if entry.memo.kind is MemoKind.REMINDER:
            return self.tr("Reminder, due") if entry.memo.is_due(now) else self.tr("Reminder")
        return self.tr("Message, new") if unread else self.tr("Message")

    def _moment(self, at: datetime, now: datetime) -> str:
        zone = self._session.clock.zone
        text = clock_text(at, zone, seconds=False)
        same_day = at.astimezone(zone).date() == now.astimezone(zone).date()
        return text if same_day else f"{date_text(at, zone)} {text}"

    def _age(self, at: datetime, now: datetime) -> str:
        if at > now:
            return self.tr("in {age}").format(age=age_text(at - now))
        return age_text(now - at)

    def _settle(self, memo: str) -> None:
        """Enter: a reminder is done, a message read; what was read already stays as it is."""
        entry = self._entry(memo)
        if entry is None:
            return
        session = self._session
        if entry.memo.kind is MemoKind.REMINDER:
            after = self.tr("Reminder done: {text}").format(text=entry.text)
            self._once.perform(
                memo,
                lambda: finish(session.desk, entry),
                lambda _done: session.said.emit(after, Level.DONE),
            )
        elif entry.waits_for(session.desk.author.login):
            self._once.perform(memo, lambda: read_message(session.desk, entry))

    def _put_off(self, memo: str) -> None:
        entry = self._entry(memo)
        if entry is None or entry.memo.kind is not MemoKind.REMINDER:
            return
        session = self._session
        wrong = self.tr("No time ahead. Type +10m, or 14:05")

        def read(text: str) -> datetime | None:
            return ahead(text, session.clock.now(), session.clock.zone, time_units())

        basis = Basis(entry, lambda: session.board.memos.get(memo))
        ask = Ask(
            "until",
            self.tr("Until (+10m, or 14:05)"),
            text=PUT_OFF_BY,
            needed=wrong,
            check=lambda text: wrong if read(text) is None else None,
            select=True,
        )
        ask_and_act(
            session,
            self.prompt,
            Topic(entry.id, "put_off"),
            self.tr("Put off: {text}").format(text=entry.text),
            [ask],
            lambda answers: (
                None
                if (until := read(answers["until"])) is None
                else basis.upon(lambda entry: put_off(session.desk, entry, until))
            ),
            lambda _done, _answers: session.said.emit(self.tr("The reminder is put off."), Level.DONE),
        )

    def _entry(self, memo: str) -> MemoEntry | None:
        session = self._session
        if not TAKERS & session.desk.author.roles:
            session.said.emit(self.tr("Your role does not allow this."), Level.PROBLEM)
            return None
        return session.board.memos.get(memo)


class _Table(ListTable):
    """The lines, with a key that puts a reminder off."""

    put_off = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ puts off, and asks first of which it is about; the rest as in any list."""
        if event.key() == Qt.Key.Key_Plus:
            self.step_on()
        if event.key() == Qt.Key.Key_Plus and self.current is not None:
            self.put_off.emit(self.current)
        else:
            super().keyPressEvent(event)
