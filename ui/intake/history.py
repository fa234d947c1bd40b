"""What the caller's number and the place have been: looked up once complete, shown below the form."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.calls import CallType
from desktop.domain.lookup import EarlierCall, Hit, NumberHistory
from desktop.domain.reference import PRANKS_BEFORE_BLOCK
from desktop.operations.desk import StoreError
from desktop.operations.history import CallerHistory, caller_history, place_history
from ui.intake.strips import Strip
from ui.intake.work import CallWork
from ui.panel import dress, label
from ui.problems import of_store
from ui.session import Level, Session
from ui.times import clock_text, date_text
from ui.words import category_name, word

ROWS = 3
"""Earlier calls, and earlier incidents of a place, that are shown, the latest first."""
_LEAST_PLACE = 4
"""Letters of a place that are looked up."""


class Histories(QObject):
    """Looks up the numbers of calls, each once as long as it stays the same."""

    found = Signal(object)
    """The CallWork whose history came."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._behind: set[str] = set()
        """Calls whose number has another block than the history says that was found last."""

    def consider(self, work: CallWork) -> None:
        """Look the call's number up when it is complete and another than the last."""
        number = work.read().values.get("number")
        known = self._asked.get(work.call.id)
        history = work.call.history
        if history is not None and history.number.number != number:
            # Another's pranks and block, as long as the answer takes: a key would lift that block.
            work.call.history = None
            self.found.emit(work)
        if number is None:
            self._asked.pop(work.call.id, None)
        elif number != known:
            self._asked[work.call.id] = str(number)
            self._session.start(self._look(work, str(number)), "history of a number")

    def consider_place(self, work: CallWork) -> None:
        """Look up what was at the place before, when it is another than the last."""
        texts, call = work.call.texts, work.call
        place = " ".join((texts["address"] or texts["landmark"]).split())
        if place == self._places.get(call.id, ""):
            return
        self._places[call.id] = place
        if call.place_history:
            call.place_history = ()
            self.found.emit(work)
        if len(place) >= _LEAST_PLACE:
            self._session.start(self._look_at_place(work, place), "history of a place")

    def again(self, work: CallWork) -> None:
        """Look the number up anew: its block changed."""
        self._asked.pop(work.call.id, None)
        self._behind.add(work.call.id)
        self.consider(work)

    def is_behind(self, work: CallWork) -> bool:
        """Whether the number's block changed, and what was found says the one before."""
        return work.call.id in self._behind and work.call.id in self._asked

    async def _look(self, work: CallWork, number: str) -> None:
        session, call = self._session, work.call
        try:
            history = await caller_history(session.desk, number, call.id, session.clock.now())
        except StoreError as error:
            if self._asked.get(call.id) == number:
                del self._asked[call.id]
            session.said.emit(of_store(error), Level.PROBLEM)
            return
        if self._asked.get(call.id) == number:
            self._behind.discard(call.id)
            call.history = history
            self.found.emit(work)

    async def _look_at_place(self, work: CallWork, place: str) -> None:
        session, call = self._session, work.call
        seen = {one for one, case in session.board.cases.items() if case.incident.is_open}
        try:
            found = await place_history(
                session.desk, place, call.id, session.clock.now(), session.reference, seen
            )
        except StoreError as error:
            if self._places.get(call.id) == place:
                del self._places[call.id]
            session.said.emit(of_store(error), Level.PROBLEM)
            return
        if self._places.get(call.id) == place:
            call.place_history = found
            self.found.emit(work)


def proposes_block(session: Session, pranks: int) -> bool:
    """Whether the city's rule proposes to block a number after so many pranks."""
    rule = session.reference.rule(PRANKS_BEFORE_BLOCK)
    return 0 < rule <= pranks


class HistoryStrip(Strip):
    """Earlier calls, pranks and block of the current caller's number. Hidden without a complete number.

    Where there is little room, the block and the counts stay and earlier calls give way.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._head = label("", "strip-head")
        self._block = label("", "problem")
        self._earlier = _EarlierCalls(session)
        super().__init__(session.look, (self._head, self._block), self._earlier)

    def show_history(self, history: CallerHistory | None) -> None:
        """Show a history, or nothing."""
        if history is None:
            self.hide()
            return
        number = history.number
        self._head.setText(self._summary(number))
        self._block.setText(self._block_words(history))
        blocked = number.block is not None
        asks = proposes_block(self._session, number.counts.get(CallType.PRANK, 0))
        dress(self._block, "problem" if blocked or asks else "hint")
        dress(self, "banner" if blocked else "strip")
        self.pressing = blocked  # a prankster's house can burn
        self._earlier.show_calls(number.calls)
        self.bound()
        self.updateGeometry()
        self.show()

    def _summary(self, number: NumberHistory) -> str:
        if not number.calls and not number.hidden:
            return self.tr("This number has not called before.")
        counts = [f"{count} {word(kind).lower()}" for kind in CallType if (count := number.counts.get(kind))]
        if number.hidden:
            counts.append(self.tr("{count} not shown").format(count=number.hidden))
        if not counts:
            return self.tr("This number called before.")
        return self.tr("This number: {counts}").format(counts=", ".join(counts))

    def _block_words(self, history: CallerHistory) -> str:
        block, clock = history.number.block, self._session.clock
        if block is None or block.ends_at is None:
            pranks = history.number.counts.get(CallType.PRANK, 0)
            if proposes_block(self._session, pranks):
                text = self.tr("{count} pranks: block it by the rule? Ctrl+B blocks it for 24 hours")
                return text.format(count=pranks)
            return self.tr("Ctrl+B blocks it for 24 hours") if pranks else ""
        at = f"{date_text(block.ends_at, clock.zone)} {clock_text(block.ends_at, clock.zone, seconds=False)}"
        if history.blocked_by is None:
            text = self.tr("Blocked until {at}. Alt+B: this call is real. Ctrl+B lifts the block.")
            return text.format(at=at)
        text = self.tr("Blocked by {who} until {at}. Alt+B: this call is real. Ctrl+B lifts the block.")
        return text.format(who=history.blocked_by.name, at=at)


class PlaceStrip(Strip):
    """Earlier incidents at the place that was typed. Hidden where there were none."""

    def __init__(self, session: Session) -> None:
        self._head = label("", "strip-head")
        self._earlier = _EarlierCalls(session)
        super().__init__(session.look, (self._head,), self._earlier)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show earlier incidents, or nothing."""
        if not hits:
            self.hide()
            return
        self._head.setText(self.tr("Earlier at this place: {count}").format(count=len(hits)))
        self._earlier.show_calls(
            [EarlierCall(one.row, one.at, None, one.incident, one.number, one.category) for one in hits]
        )
        self.bound()
        self.show()


class _EarlierCalls(QWidget):
    """One line a call, as many as there is room for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._count = 0
        self._lines = [(label("", "hint", self), label("", "small", self)) for _ in range(ROWS)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_calls(self, calls: Sequence[EarlierCall]) -> None:
        """Show the latest calls."""
        self._count = min(ROWS, len(calls))
        for call, (when, what) in zip(calls, self._lines, strict=False):
            when.setText(self._when(call))
            what.setText(self._what(call))
            what.setAccessibleName(what.text())
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """All lines."""
        return QSize(1, self._line_height() * self._count)

    def minimumSizeHint(self) -> QSize:
        """None of them."""
        return QSize(1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only whole lines."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        height, column = self._line_height(), self._session.look.px(112)
        fitting = min(self._count, self.height() // height)
        for at, (when, what) in enumerate(self._lines):
            for cell in (when, what):
                cell.setVisible(at < fitting)
            when.setGeometry(0, at * height, column, height)
            width = max(1, self.width() - column)
            what.setGeometry(column, at * height, width, height)
            what.setText(
                what.fontMetrics().elidedText(what.accessibleName(), Qt.TextElideMode.ElideRight, width)
            )

    def _line_height(self) -> int:
        return self._session.look.px(15)

    def _when(self, call: EarlierCall) -> str:
        if call.at is None:
            return ""
        zone = self._session.clock.zone
        return f"{date_text(call.at, zone)} {clock_text(call.at, zone, seconds=False)}"

    def _what(self, call: EarlierCall) -> str:
        if call.number is not None:
            category = self._session.reference.categories.get(call.category or "")
            return f"{call.number.short} {category_name(category)}"
        return word(call.call_type) if call.call_type is not None else self.tr("not ended")
