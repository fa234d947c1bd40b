"""The list of calls to call back, the most dangerous first; all by keys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.board import CallEntry
from desktop.domain.calling_back import in_mid_sentence, lost_calls, near_in_time
from desktop.domain.incidents import Incident
from desktop.live.board import BoardChange
from desktop.operations.calling_back import give_up
from desktop.operations.telephone import read_number
from ui.asking import Topic, ask_and_act
from ui.list_page import ListPage
from ui.listing import ListModel, ListRow, ListTable
from ui.panel import label
from ui.prompt import Ask, Prompt
from ui.session import Level, Session
from ui.times import age_text, clock_text
from ui.words import category_name, word


class CallBackPage(ListPage):
    """Enter begins to call back, Delete gives it up; without a number a call can only be settled."""

    asks_call = Signal(object)
    """The CallEntry whose caller is to be called back."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1180, 460)
        self._session = session
        self.model = ListModel(session.look, self._heads())
        self.table = ListTable(self.model, wide=5)
        self.table.setAccessibleName(self.tr("Calls to call back"))
        self.prompt = Prompt(session.look)
        self.nothing = label(self.tr("Nobody is to be called back."), "muted")
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Calls to call back"), "title"))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.prompt)
        column.addWidget(
            label(self.tr("Enter: call back, without a number settle · Delete: give up · Esc: back"), "hint")
        )
        self.table.entered.connect(self._call)
        self.table.deleted.connect(self._give_up)
        self.table.escaped.connect(self.leave)
        session.board_changed.connect(self._board_changed)
        session.ticked.connect(self._refresh)

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Answered"),
            self.tr("Age"),
            self.tr("Was"),
            self.tr("Telephone"),
            self.tr("Caller"),
            self.tr("What was said"),
            self.tr("Incident (≈ near in time)"),
            self.tr("Tries"),
        )

    def _board_changed(self, change: BoardChange) -> None:
        if change.lost or change.calls or change.cases:
            self._refresh()

    def _show(self) -> None:
        entries = lost_calls(self._session.board.lost.values())
        self.model.show([self._row(one) for one in entries])
        self.nothing.setVisible(not entries)

    def _row(self, entry: CallEntry) -> ListRow:
        clock, call = self._session.clock, entry.call
        at = call.answered_at
        cells = (
            clock_text(at, clock.zone) if at is not None else "",
            age_text(clock.age(at)) if at is not None else "",
            self._was(entry),
            self._number(entry),
            entry.private.name or "",
            " ".join((entry.private.narrative or "").split()),
            self._near(entry),
            self._tries(entry),
        )
        return ListRow(entry.id, cells, loud=in_mid_sentence(entry))

    def _was(self, entry: CallEntry) -> str:
        kind = word(entry.call.call_type) if entry.call.call_type is not None else ""
        if entry.silence is not None:
            text = self.tr("{kind}, listened {seconds} s")
            return text.format(kind=kind, seconds=entry.silence.seconds)
        return self.tr("{kind} in mid-sentence").format(kind=kind) if in_mid_sentence(entry) else kind

    def _number(self, entry: CallEntry) -> str:
        number = entry.private.number
        if number is None:
            return self.tr("no number")
        read = read_number(number, self._session.centre.area_code)
        return number if read is None else read.display

    def _near(self, entry: CallEntry) -> str:
        """The incident that the call belongs to, or that was opened about when it was answered."""
        session = self._session
        near = near_in_time(entry, (case.incident for case in session.board.cases.values()))
        if near is None:
            return ""
        said = f"{session.number(session.board.cases[near.id])} {self._what(near)}"
        if near.id == entry.call.incident or near.opened_at is None:
            return said
        at = clock_text(near.opened_at, session.clock.zone)
        return f"≈ {at} {said}"

    def _what(self, incident: Incident) -> str:
        return category_name(self._session.reference.categories.get(incident.category or ""))

    def _tries(self, entry: CallEntry) -> str:
        running = [one for one in entry.call_backs if one.by_call in self._session.board.calls]
        if running:
            who = self._session.reference.operator_name(running[0].operator)
            return self.tr("{who} is calling").format(who=who)
        return str(len(entry.call_backs))

    def _call(self, call: str) -> None:
        entry = self._session.board.lost.get(call)
        if entry is not None and entry.private.number is None:
            self._give_up(call)
        elif entry is not None:
            self.hide()
            self.asks_call.emit(entry)

    def _give_up(self, call: str) -> None:
        entry = self._session.board.lost.get(call)
        if entry is None:
            return
        if entry.private.number is None:
            self._ask_end(
                entry,
                self.tr("Settle the call of {time}").format(time=self._row(entry).cells[0]),
                Ask("reason", self.tr("Outcome"), needed=self.tr("Write what became of it.")),
                self.tr("The call is settled."),
            )
            return
        number = self._number(entry)
        self._ask_end(
            entry,
            self.tr("Call {number} back no more").format(number=number),
            Ask("reason", self.tr("Reason, if any")),
            self.tr("{number} is called back no more.").format(number=number),
        )

    def _ask_end(self, entry: CallEntry, title: str, ask: Ask, after: str) -> None:
        ask_and_act(
            self._session,
            self.prompt,
            Topic(entry.id, "give_up"),
            title,
            [ask],
            lambda answers: give_up(self._session.desk, entry, answers["reason"]),
            lambda _done, _answers: self._session.said.emit(after, Level.DONE),
        )
