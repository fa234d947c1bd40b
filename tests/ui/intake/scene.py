"""A call panel in a window of its own, driven by keys."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPlainTextEdit
from sqlalchemy import Connection, func, select

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.board import Case, CaseDetail
from desktop.operations.desk import Author, Done, Outcome
from desktop.operations.reading import read_case
from desktop.runtime.drafts import DraftStore
from desktop.store.tables import act as act_table
from desktop.store.tables import act_private
from tests.ui.driver import Driver, OpenDesk
from ui.actions import Actions
from ui.intake.panel import IntakePanel
from ui.intake.work import CallWork

WIDTH, HEIGHT = 352, 690


@dataclass
class Intake:
    """The panel, its desk, and what was heard from it."""

    driver: Driver
    desk: OpenDesk
    folder: Path
    window: QMainWindow = field(init=False)
    panel: IntakePanel = field(init=False)
    drafts: DraftStore = field(init=False)
    chosen: Case | None = None
    opened: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    closed: bool = False

    def __post_init__(self) -> None:
        """Build and show it."""
        session = self.desk.session
        self.window = QMainWindow()
        self.drafts = DraftStore(self.folder / "drafts", self.folder / "spare")
        self.panel = IntakePanel(session, Actions(self.window), self.drafts, lambda: self.chosen)
        self.panel.calls.opened.connect(self.opened.append)
        session.said.connect(lambda text, _level: self.said.append(text))
        self.window.setCentralWidget(self.panel)
        self.driver.show(self.window, WIDTH, HEIGHT)
        self.panel.setFocus()

    @property
    def works(self) -> list[CallWork]:
        """The open calls."""
        return self.panel.calls.works

    @property
    def current(self) -> CallWork:
        """The call that is shown."""
        assert self.panel.calls.current is not None
        return self.panel.calls.current

    def answer(self, narrative: str = "") -> CallWork:
        """Take a call and type what is told."""
        known = len(self.works)
        self.driver.press("F2")
        assert len(self.works) == known + 1
        self.driver.type(narrative)
        work = self.current
        self.until(lambda: work.call.entry is not None, "the call is recorded")
        return work

    def fill(self, name: str, text: str) -> None:
        """Go to a field, type over what stands there, and leave it."""
        self.panel.form.go_to(name)
        self.driver.press("Ctrl+A")
        self.driver.type(text)
        self.driver.press("Tab")

    def open(self) -> Case:
        """Open the incident and wait until the board has it."""
        known = len(self.opened)
        self.driver.press("Ctrl+Return")
        self.until(lambda: len(self.opened) > known, "the incident is opened")
        return self.case(self.opened[-1])

    def case(self, incident: str) -> Case:
        """An incident as the board has it."""
        board = self.desk.session.board
        self.until(lambda: incident in board.cases, "the board has the incident")
        return board.cases[incident]

    def detail(self, incident: str) -> CaseDetail:
        """All of an incident, from the database."""
        found = self.driver.run(read_case(self.desk.session.desk, incident))
        assert found is not None
        return found

    def text(self, name: str) -> str:
        """What stands in a field."""
        found = self.panel.form.fields[name]
        if isinstance(found, QPlainTextEdit):
            return found.toPlainText()
        assert isinstance(found, QLineEdit)
        return found.text()

    def read(self) -> str:
        """All that the panel's labels say."""
        self.driver.settle(0.02)
        labels = self.panel.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible() and one.text())

    def until(self, condition: Callable[[], object], what: str = "", seconds: float = 10.0) -> None:
        """Wait for something."""
        self.driver.until(condition, what, seconds)

    def until_read(self, text: str) -> None:
        """Wait until the panel says something."""
        self.until(lambda: text in self.read(), f"{text!r} is read")

    def idle(self) -> None:
        """Wait until nothing more is to be written."""
        self.until(lambda: not any(work.chain.busy for work in self.works), "all is written")

    def do(self, outcome: Outcome) -> Done:
        """What came of an act; it must have been accepted."""
        assert isinstance(outcome, Done), outcome
        return outcome

    def count(self, kind: str) -> int:
        """How many acts of a kind the journal has."""

        def query(connection: Connection) -> int:
            return connection.execute(select(func.count()).where(act_table.c.kind == kind)).scalar_one()

        return self.driver.run(self.desk.services.store.read(query))

    def last_note(self, kind: str) -> str | None:
        """The note of the last act of a kind."""

        def query(connection: Connection) -> str | None:
            return connection.execute(
                select(act_private.c.note)
                .join(act_table, act_table.c.id == act_private.c.act)
                .where(act_table.c.kind == kind)
                .order_by(act_table.c.sequence.desc())
            ).scalar()

        return self.driver.run(self.desk.services.store.read(query))

    def die(self) -> None:
        """End as a killed desk does: drafts stay, nothing is told to the database."""
        self.closed = True
        self.panel.calls.drafts.flush()
        self.drafts.close()
        self.desk.close()
        self.window.deleteLater()

    def close(self) -> None:
        """Close the window and the drafts, once."""
        if self.closed:
            return
        self.closed = True
        self.panel.end()
        self.window.hide()
        self.desk.close()
        self.drafts.close()
        self.window.deleteLater()


class Outage:
    """A database that takes nothing until it is told to."""

    def __init__(self, desk: OpenDesk, error: Exception, *, after_writing: bool = False) -> None:
        self._store = desk.services.store
        self._error = error
        self._after_writing = after_writing
        self._submit = self._store.submit
        self.refused = 0
        self._store.submit = self._refuse  # type: ignore[method-assign]  # - the outage of this test

    async def _refuse(self, act: Act, author: Author) -> Result | Refusal:
        self.refused += 1
        if self._after_writing:
            await self._submit(act, author)
        raise self._error

    def end(self) -> None:
        """Take everything again."""
        self._store.submit = self._submit  # type: ignore[method-assign]  # - as it was


@dataclass
class Gate:
    """Lets nothing be written until it is opened."""

    opened: asyncio.Event = field(default_factory=asyncio.Event)
    begun: list[Act] = field(default_factory=list)

    async def passed(self, act: Act) -> None:
        """Wait before an act is written."""
        self.begun.append(act)
        await self.opened.wait()

    def open(self) -> None:
        """From now on acts are written."""
        self.opened.set()

    def shut(self) -> None:
        """From now on they wait again."""
        self.opened.clear()
