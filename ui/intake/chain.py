"""The acts of one call, one after the other: each is built on what the last one left."""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.operations.acted import Acted
from desktop.operations.desk import Done, Outcome, Refusal, StoreError
from desktop.operations.reading import Writer, who_wrote
from ui import problems
from ui.session import Session

RETRY_MS = 2000
"""Pause before an act that the database could not take is tried again (our choice)."""

ASKED_FOR = frozenset({"open", "join", "part", "end", "block", "overrule"})
"""Steps that a key asked for by themselves: who wants the last thing taken back may mean them."""

Make = Callable[[int], Awaitable[Outcome] | None]
"""Makes the act when its turn has come, given how often it has failed; None when there is nothing to do."""
Refused = Callable[[Refusal, Writer | None], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One act to come. Steps of the same `name` that directly follow each other are one."""

    name: str
    make: Make
    done: Callable[[Done], None]
    refused: Refused
    nothing: Callable[[], None] = lambda: None
    """Told when no act was to be made, or a fault prevented it."""
    ready: Callable[[], bool] = lambda: True
    """Whether its turn may come: what it builds on may be written by another call's chain."""


class Chain(QObject):
    """Carries out the acts of one call in order; while the database is away the first is tried again."""

    idle = Signal()
    """Nothing more is to be written."""
    troubled = Signal(str)
    """Words about why the database takes nothing; empty when it does again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: deque[Step] = deque()
        self._running = False
        self._failures = 0
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._go)

    @property
    def busy(self) -> bool:
        """Whether something is being written or waits for it."""
        return bool(self._steps)

    @property
    def names(self) -> Sequence[str]:
        """The names of all acts to come, in their order; the first may be being written."""
        return [step.name for step in self._steps]

    def waits_for(self, name: str) -> bool:
        """Whether an act of that name is to come."""
        return any(step.name == name for step in self._steps)

    def go_on(self) -> None:
        """What the next act waited for may have come."""
        if not self._retry.isActive():
            self._go()

    def add(self, step: Step) -> None:
        """Carry out an act when those before it are done."""
        waiting = list(self._steps)[1:] if self._running else list(self._steps)
        if waiting and waiting[-1].name == step.name:
            return
        self._steps.append(step)
        if not self._running:
            self.go_on()

    def _go(self) -> None:
        closed = self._session.services.writes.closed
        if self._steps and not self._running and not closed and self._steps[0].ready():
            self._running = True
            self._session.unanswered += self._steps[0].name in ASKED_FOR
            self._session.services.writes.start(self._attempt(self._steps[0]), self._steps[0].name)

    async def _attempt(self, step: Step) -> None:
        outcome: Outcome | None = None
        writer: Writer | None = None
        try:
            work = step.make(self._failures)
            if work is not None:
                outcome = await work
            if isinstance(outcome, Refusal) and outcome.act is not None:
                writer = await who_wrote(self._session.desk, outcome.act)
        except StoreError as error:
            self._running = False
            self._failures += 1
            self.troubled.emit(problems.of_store(error))
            self._retry.start(RETRY_MS)
            return
        except Exception:
            self._pop()
            step.nothing()
            self._go()  # a bug in one act keeps those behind it from nothing
            raise
        finally:
            self._session.unanswered -= step.name in ASKED_FOR
        self._pop()
        try:
            if isinstance(outcome, Done):
                if step.name in ASKED_FOR:
                    self._session.wrote.emit(Acted(outcome.act, {}, {}))
                step.done(outcome)
            elif isinstance(outcome, Refusal):
                step.refused(outcome, writer)
            else:
                step.nothing()
        finally:
            self._go()
        if not self._steps:
            self.idle.emit()

    def _pop(self) -> None:
        self._running = False
        self._steps.popleft()
        if self._failures:
            self._failures = 0
            self.troubled.emit("")
