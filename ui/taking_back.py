"""One key takes the last act of this desk back, within some seconds, or says what stands in the way."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.operations.acted import HAVE_WAY_BACK, Acted
from ui.actions import BY_ID, key_text
from ui.naming import SEPARATOR
from ui.session import Level, Session

if TYPE_CHECKING:
    from desktop.operations.orders.picture import Picture
    from desktop.operations.orders.plan import Intended

SECONDS = 15.0
"""How long an act can be taken back."""

LONGEST = 5.0
"""Seconds that the key waits for what is being written; lines wait behind it (our choice)."""

PASSED_OVER = frozenset(
    {"incident.copied", "incident.glass_broken", "text.told", "warning.read", "message.read"}
)
"""Kinds of act that say what somebody saw or heard: the key reaches what was done before them."""


@dataclass(frozen=True, slots=True)
class _Written:
    """An act, when it was written (monotonic seconds), and what is left where taking it back began."""

    at: float
    acted: Acted
    left: "tuple[Intended, ...]" = ()


class TakingBack(QObject):
    """Remembers what this desk wrote lately. Pressed again, the key takes back what was before that.

    What could not be taken back comes again with the next key: that key was not meant for an earlier act.
    """

    changed = Signal()
    """There is something to take back, or no more."""

    def __init__(
        self, session: Session, parent: QObject, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._monotonic = monotonic
        self._written: list[_Written] = []
        self._undoes = self._waits = False
        self._accepted = 0
        """How many acts of this desk were accepted."""
        self._forgets = QTimer(self)
        self._forgets.setSingleShot(True)
        self._forgets.timeout.connect(self._forget)
        session.wrote.connect(self._remember)

    @property
    def hint(self) -> str:
        """What the key does now; empty when there is nothing to take back, or no way back."""
        if not self._written or self._written[-1].acted.act.kind not in HAVE_WAY_BACK:
            return ""
        return self.tr("{key} takes it back").format(key=key_text(BY_ID["desk.take_back"]))

    @property
    def _reason(self) -> str:
        return self.tr("Taken back")

    def take_back(self) -> None:
        """The key. What is still being written is meant before all that was written."""
        if self._waits:
            return
        accepted, turns = self._accepted, self._session.turns
        if turns.writing or self._session.unanswered:
            self._waits = True
            turns.then(lambda: self._take_turn(accepted))
        else:
            self._take_back()

    def _take_turn(self, accepted: int) -> None:
        """What was entered in lines and questions is written; of calls and corrections more may come."""
        if self._session.unanswered:
            self._session.turns.begin()  # what was entered behind the key waits too
            self._session.start(self._take_back_then(accepted), "take back what is being written")
        else:
            self._take_back_what_came(accepted)

    async def _take_back_then(self, accepted: int) -> None:
        then: Callable[[], None] = partial(self._take_back_what_came, accepted)
        try:
            async with asyncio.timeout(LONGEST):
                await self._session.services.writes.wait_all()
        except TimeoutError:  # of several calls one may always be trying again, as long as a server is away
            then = self._wait_no_longer
        self._session.turns.end(then)

    def _wait_no_longer(self) -> None:
        self._waits = False
        text = self.tr("Not taken back: it is still being written.")
        self._session.said.emit(text, Level.PROBLEM)

    def _take_back_what_came(self, accepted: int) -> None:
        """Of what was refused nothing is to be taken back, and nothing before it instead."""
        self._waits = False
        if self._accepted > accepted:
            self._take_back()

    def _take_back(self) -> None:
        from desktop.operations.orders.taking_back import take_back  # the first act taken back brings it
        from desktop.runtime.undo_words import in_the_way

        self._forget()
        if self._undoes:
            return
        if not self._written:
            text = self.tr("Nothing was written in the last {count} seconds.").format(count=int(SECONDS))
            self._session.said.emit(text, Level.PROBLEM)
            return
        written = self._written.pop()
        self.changed.emit()
        if written.left:
            self._begin(written, written.left)
            return
        picture = self._picture()
        undoing = take_back(written.acted, picture, self._reason)
        if undoing.in_the_way is not None:
            self._session.said.emit(in_the_way(undoing, written.acted, picture), Level.PROBLEM)
            return
        self._begin(written, undoing.intended)

    def _begin(self, written: _Written, intended: "tuple[Intended, ...]") -> None:
        self._undoes = True
        self._next(written, intended, 0)

    def _next(self, written: _Written, intended: "tuple[Intended, ...]", at: int) -> None:
        from desktop.operations.orders.carrying import carry_out

        if at == len(intended):
            self._undoes = False
            self._session.said.emit(self._taken_back(intended), Level.DONE)
            return
        self._session.perform(
            carry_out(self._session.desk, intended[at]),
            done=lambda _done: self._next(written, intended, at + 1),
            refused=lambda text: self._refused(written, intended, at, text),
            undoes=True,
        )

    def _refused(self, written: _Written, intended: "tuple[Intended, ...]", at: int, text: str) -> None:
        """What was taken back before stays so, and is said; the rest waits for the key."""
        self._undoes = False
        again = replace(written, left=intended[at:] if at else written.left)
        self._written = sorted((*self._written, again), key=lambda one: one.at)
        self._forget()
        self.changed.emit()
        told = self.tr("Not taken back: {problem}").format(problem=text)
        if at:
            told = f"{self._taken_back(intended[:at])}{SEPARATOR}{told}"
        self._session.said.emit(told, Level.PROBLEM)

    def _taken_back(self, intended: "tuple[Intended, ...]") -> str:
        from desktop.runtime.order_words import summary_text

        plain = [replace(one, note="") if one.note == self._reason else one for one in intended]
        what = summary_text(plain, self._picture())
        return self.tr("Taken back: {what}").format(what=what)

    def _picture(self) -> "Picture":
        from ui.orders.picture import Pictures

        return Pictures(self._session).take()

    def _remember(self, acted: Acted) -> None:
        self._accepted += 1
        if acted.act.kind in PASSED_OVER:
            return
        self._written.append(_Written(self._monotonic(), acted))
        self._forget()
        self.changed.emit()

    def _forget(self) -> None:
        """Let go of what is older than the key reaches, and come again for the oldest that is kept."""
        now = self._monotonic()
        kept = [one for one in self._written if one.at >= now - SECONDS]
        if kept:  # a timer may be early
            self._forgets.start(max(1, ceil((kept[0].at + SECONDS - now) * 1000)))
        if len(kept) != len(self._written):
            self._written = kept
            self.changed.emit()
