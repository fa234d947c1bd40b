"""One key takes the last act of this desk back, within some seconds, or says what stands in the way."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.board import Case
from desktop.operations.acted import Acted
from ui.actions import BY_ID, key_text
from ui.session import Level, Session

if TYPE_CHECKING:
    from desktop.operations.orders.plan import Intended

SECONDS = 15.0
"""How long an act can be taken back."""

PASSED_OVER = frozenset({"incident.copied", "incident.glass_broken", "warning.read"})
"""Kinds of act that say what somebody saw: the key reaches what was done before them."""


class TakingBack(QObject):
    """Remembers what this desk wrote lately. Pressed again, the key takes back what was before that."""

    changed = Signal()
    """There is something to take back, or no more."""

    def __init__(
        self,
        session: Session,
        selected: Callable[[], Case | None],
        parent: QObject,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._selected = selected
        self._monotonic = monotonic
        self._written: list[tuple[float, Acted]] = []
        self._undoes = False
        self._forgets = QTimer(self)
        self._forgets.setSingleShot(True)
        self._forgets.timeout.connect(self._forget)
        session.wrote.connect(self._remember)

    @property
    def hint(self) -> str:
        """What the key does now; empty when there is nothing to take back."""
        if not self._written:
            return ""
        return self.tr("{key} takes it back").format(key=key_text(BY_ID["desk.take_back"]))

    def take_back(self) -> None:
        """The key."""
        from desktop.operations.orders.taking_back import take_back  # the first act taken back brings it
        from desktop.runtime.undo_words import in_the_way
        from ui.orders.picture import Pictures

        self._forget()
        if self._undoes:
            return
        if not self._written:
            text = self.tr("Nothing was written in the last {count} seconds.").format(count=int(SECONDS))
            self._session.said.emit(text, Level.PROBLEM)
            return
        _, written = self._written.pop()
        picture = Pictures(self._session, self._selected).take()
        undoing = take_back(written, picture, self.tr("Taken back"))
        self.changed.emit()
        if undoing.in_the_way is not None:
            self._session.said.emit(in_the_way(undoing, written, picture), Level.PROBLEM)
            return
        self._undoes = True
        self._next(undoing.intended, 0)

    def _next(self, intended: "tuple[Intended, ...]", at: int) -> None:
        from desktop.operations.orders.carrying import carry_out
        from desktop.runtime.order_words import preview_lines
        from ui.orders.picture import Pictures

        if at == len(intended):
            self._undoes = False
            told = " · ".join(preview_lines(intended, Pictures(self._session, self._selected).take()))
            self._session.said.emit(self.tr("Taken back: {what}").format(what=told), Level.DONE)
            return
        self._session.perform(
            carry_out(self._session.desk, intended[at]),
            done=lambda _done: self._next(intended, at + 1),
            refused=self._refused,
            undoes=True,
        )

    def _refused(self, text: str) -> None:
        self._undoes = False
        self._session.said.emit(self.tr("Not taken back: {problem}").format(problem=text), Level.PROBLEM)

    def _remember(self, written: Acted) -> None:
        if written.act.kind in PASSED_OVER:
            return
        self._written.append((self._monotonic(), written))
        self._forgets.start(int(SECONDS * 1000))
        self.changed.emit()

    def _forget(self) -> None:
        """Let go of what is older than the key reaches."""
        since = self._monotonic() - SECONDS
        kept = [one for one in self._written if one[0] >= since]
        if len(kept) != len(self._written):
            self._written = kept
            self.changed.emit()
