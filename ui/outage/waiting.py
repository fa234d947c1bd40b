"""The list of what was kept during an outage and did not fit any more: each waits for a decision."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.acts import Refusal
from desktop.operations.desk import StoreError
from desktop.operations.outage import Waiting
from ui import problems
from ui.listing import STEPS_ON_MS
from ui.outage.acts import act_text
from ui.outage.restored import held_words
from ui.overlay import Overlay
from ui.panel import label
from ui.session import Level, Session

ACT = Qt.ItemDataRole.UserRole


class WaitingActs(Overlay):
    """Lies over the desk. Enter delivers an act on top of what is there now, Delete puts it away.

    Of what is from before a restore is decided otherwise: once for all of it.
    """

    asks_of_restore = Signal()
    """Somebody wants to decide of that."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 900, 420)
        self._session = session
        self._deciding = False
        self._gone_row = 0
        self._steps_on = QTimer(self)
        self._steps_on.setSingleShot(True)
        self._steps_on.setInterval(STEPS_ON_MS)
        self._steps_on.timeout.connect(self.step_on)
        self._shown: list[str] = []
        """Ids of the acts in the list, in its order."""
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Waiting for a decision"))
        self.list.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason for putting it away"))
        self.reason.setPlaceholderText(self.tr("Reason, then Enter"))
        self.reason.returnPressed.connect(self._put_away)
        self.problem: QLabel = label("", "problem")
        self.problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Kept while cut off, and not accepted"), "title"))
        hint = self.tr("Enter: deliver on top of what is there now · Del: put away · Esc: back")
        column.addWidget(label(hint, "hint"))
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        column.addWidget(self.reason)
        session.kept_changed.connect(self._refresh)

    def toggle(self) -> None:
        """Show what waits, or put the list away."""
        if self.isVisible():
            self.leave()
            return
        kept = self._session.services.kept
        if kept is None or not kept.waiting:
            self._session.said.emit(self.tr("Nothing waits for a decision."), Level.DONE)
            return
        self.reason.hide()
        self.problem.clear()
        self._shown.clear()
        self._gone_row = 0
        self._refresh(shown=True)
        self.lie_over(self.list)

    def again(self) -> None:
        """Deliver the chosen act on top of what is there now."""
        if not self._is_held():
            self._decide(self._try)

    def ask_reason(self) -> None:
        """Ask why the chosen act is put away."""
        self.step_on()
        if self._chosen() and not self._is_held():
            self.reason.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the reason, then the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.reason.isVisible():
            self.reason.hide()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leave()

    def _is_held(self) -> bool:
        """Whether the chosen act is from before a restore: then it is asked what becomes of all of them."""
        kept, chosen = self._session.services.kept, self._chosen()
        waiting = () if kept is None else kept.waiting
        if not any(one.act.id == chosen and one.refusal is None for one in waiting):
            return False
        self.leave()
        self.asks_of_restore.emit()
        return True

    def _chosen(self) -> str:
        row = self.list.currentRow()
        return "" if row < 0 else str(self.list.item(row).data(ACT))

    async def _try(self, act: str) -> None:
        kept = self._session.services.kept
        assert kept is not None
        self.problem.clear()
        try:
            refusal: Refusal | None = await kept.try_again(act)
        except StoreError as error:
            self.problem.setText(problems.of_store(error))
            return
        if refusal is not None:
            self.problem.setText(await problems.explain(self._session, refusal))

    def _put_away(self) -> None:
        if reason := self.reason.text().strip():
            self._decide(lambda act: self._put(act, reason))
        else:
            self.problem.setText(self.tr("A reason is needed."))

    def _decide(self, how: Callable[[str], Awaitable[None]]) -> None:
        """Decide of the chosen act; a second Enter while that is being written does nothing."""
        act = self._chosen()
        if act and not self._deciding:
            self._deciding = True
            self._session.services.writes.start(self._decided(how, act), "decide of a kept act")

    async def _decided(self, how: Callable[[str], Awaitable[None]], act: str) -> None:
        try:
            await how(act)
        finally:
            self._deciding = False

    async def _put(self, act: str, reason: str) -> None:
        kept = self._session.services.kept
        assert kept is not None
        try:
            refusal = await kept.put_away(act, reason)
        except StoreError as error:
            self.problem.setText(problems.of_store(error))
            return
        if refusal is not None:
            self.problem.setText(await problems.explain(self._session, refusal))
            return
        self.problem.clear()
        if self.reason.text().strip() == reason:  # else it is typed about the next already
            self.reason.clear()
            self.reason.hide()
            self.turn_to(self.list)

    def _refresh(self, *, shown: bool = False) -> None:
        kept = self._session.services.kept
        if kept is None or not (shown or self.isVisible()):
            return
        waiting = kept.waiting
        if [one.act.id for one in waiting] == self._shown:
            return
        chosen, row = self._chosen(), max(0, self.list.currentRow())
        self._shown = [one.act.id for one in waiting]
        self.list.clear()
        for one in waiting:
            self._add(one)
        if chosen in self._shown:
            self.list.setCurrentRow(self._shown.index(chosen))
        elif chosen:  # what is pressed now may be meant for the act that is gone, as the reason was
            self.reason.hide()
            self._gone_row = row
            self.list.setCurrentRow(-1)
            self._steps_on.start()
        elif not self._steps_on.isActive():
            self.step_on()
        if not self._shown and self.isVisible():
            self.leave()

    def step_on(self) -> None:
        """Go to the act that stands now where the one that is gone stood; nowhere while one is chosen."""
        self._steps_on.stop()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(min(self._gone_row, self.list.count() - 1))

    def _add(self, one: Waiting) -> None:
        refusal = one.refusal
        words = held_words(self._session)
        if refusal is not None:
            words = problems.in_words(self._session, refusal, None)
            self._session.start(self._explain(one, refusal), "say why an act was refused")
        item = QListWidgetItem(self._text(one, words))
        item.setData(ACT, one.act.id)
        self.list.addItem(item)

    async def _explain(self, one: Waiting, refusal: Refusal) -> None:
        """Say who stands in the way, and since when: that has to be asked."""
        words = await problems.explain(self._session, refusal)
        if one.act.id in self._shown:
            self.list.item(self._shown.index(one.act.id)).setText(self._text(one, words))

    def _text(self, one: Waiting, words: str) -> str:
        return f"{act_text(self._session, one)}\n{words}"


class _List(QListWidget):
    def __init__(self, waiting: WaitingActs) -> None:
        super().__init__()
        self._waiting = waiting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter delivers, Delete puts away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._waiting.again()
        elif event.key() == Qt.Key.Key_Delete:
            self._waiting.ask_reason()
        elif event.key() == Qt.Key.Key_Escape:
            self._waiting.leave()
        else:
            super().keyPressEvent(event)
