"""The page of handing over: how things stand, signed by who goes and by who comes, kept and printed."""

from asyncio import Task, wait
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.handover import in_hand_of, page_of
from desktop.domain.kinds_calls import TAKERS
from desktop.domain.kinds_shifts import OF_HANDOVERS
from desktop.domain.shifts import Handover, HandoverEntry
from desktop.live.board import BoardChange
from desktop.operations.desk import Outcome, StoreError
from desktop.operations.shifts import (
    blocked_numbers,
    give_handover,
    handovers,
    one_handover,
    take_handover,
)
from ui import problems
from ui.asking import Topic, ask_and_act
from ui.listing import ListModel, ListRow, ListTable
from ui.overlay import Overlay
from ui.panel import label
from ui.prompt import Ask, Prompt
from ui.session import Level, Session
from ui.shift.page_words import Line, Reader, page_lines, signer_text
from ui.shift.standing import Numbers, running_shift, standing_of
from ui.times import clock_text, date_text

NOW = "now"
"""The line of the page that nobody has signed yet."""


class HandOverPage(Overlay):
    """The list of pages, the one that is not signed yet first; below, what the one chosen says."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1180, 660)
        self._session = session
        self._entries: Sequence[HandoverEntry] = ()
        self._opened: dict[str, HandoverEntry] = {}
        self._blocked: Numbers = ()
        self._reads: Task[None] | None = None
        self.model = ListModel(session.look, self._heads())
        self.table = _Pages(self.model)
        self.table.setAccessibleName(self.tr("Hand-overs"))
        self.table.setFixedHeight(session.look.px(150))
        self.text = _PageText(self)
        self.text.setAccessibleName(self.tr("What the hand-over says"))
        self.prompt = Prompt(session.look)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Handing over"), "title"))
        column.addWidget(self.table)
        column.addWidget(self.text, 1)
        column.addWidget(self.prompt)
        hint = self.tr("Enter: sign · P: print · Tab: read, arrows roll · Esc: back")
        column.addWidget(label(hint, "hint"))
        self.table.entered.connect(self._sign)
        self.table.printed.connect(self.print_page)
        self.table.escaped.connect(self.leave)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_page())
        session.board_changed.connect(self._board_changed)

    def toggle(self) -> None:
        """Show how things stand, or put the page away."""
        if self.isVisible():
            self.leave()
            return
        self._opened.clear()
        self._show()
        self.lie_over(self.table)
        self.table.rest_on(None)
        self._reads = self._session.start(self._read(), "read hand-overs")

    def lines(self, key: str) -> list[Line]:
        """What a page says."""
        session = self._session
        clock = session.clock
        reader = Reader(session.reference, clock.zone, session.centre.name, clock.now())
        if key == NOW:
            shift = running_shift(session)
            handover = Handover(
                id="",
                given_at=None,
                given_by=session.desk.author.login,
                shift=shift.id if shift is not None else None,
            )
            page = page_of(standing_of(session, self._blocked))
            return page_lines(HandoverEntry(handover), page, None, reader)
        entry = self._opened.get(key) or next(one for one in self._entries if one.id == key)
        if entry.private is None:
            return []
        return page_lines(entry, entry.private.page, entry.private.watch, reader)

    def print_page(self, key: str) -> None:
        """Print a page on the usual printer; without one it goes into a file."""
        from ui.shift.printing import pdf_file, print_lines, printer_name, write_pdf

        lines = self.lines(key)
        if not lines:
            return
        title = self.tr("Handing over")
        printer = printer_name()
        if printer:
            print_lines(lines, title)
            self._tell(self.tr("Printed on {printer}").format(printer=printer))
            return
        entry = self._entry(key)
        signed = entry.handover.given_at if entry is not None else None
        file = pdf_file(signed or self._session.clock.now(), self._session.clock.zone)
        try:
            write_pdf(lines, file, title)
        except OSError as error:
            text = self.tr("{file} cannot be written: {why}")
            self._session.said.emit(text.format(file=file, why=error.strerror or error), Level.PROBLEM)
            return
        self._tell(self.tr("There is no printer: the page is in {file}").format(file=file))

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Signed"),
            self.tr("By"),
            self.tr("Shift"),
            self.tr("Received"),
            self.tr("Received by"),
        )

    async def _read(self) -> None:
        desk = self._session.desk
        try:
            self._entries = await handovers(desk)
            if self._may_sign():
                self._blocked = await blocked_numbers(desk, self._session.clock.now())
        except StoreError as error:
            self._session.said.emit(problems.of_store(error), Level.PROBLEM)
        if self.isVisible():
            self._show()

    def _board_changed(self, change: BoardChange) -> None:
        if not self.isVisible():
            return
        if any(kind in OF_HANDOVERS for _act, kind, _by in change.acts):
            self._opened.clear()
            self._session.start(self._read(), "read hand-overs")
        elif self.table.current == NOW:
            self._show_page()

    def _show(self) -> None:
        rows = [self._now_row()] if self._may_sign() else []
        self.model.show([*rows, *map(self._row, self._entries)])
        self._show_page()

    def _now_row(self) -> ListRow:
        shift = running_shift(self._session)
        name = self._session.reference.operator_name(self._session.desk.author.login)
        cells = (self.tr("now"), name, shift.name if shift is not None else "", self.tr("not signed yet"), "")
        return ListRow(NOW, cells)

    def _row(self, entry: HandoverEntry) -> ListRow:
        reference, zone, one = self._session.reference, self._session.clock.zone, entry.handover
        shift = reference.shifts.get(one.shift or "")
        lapsed = entry.has_lapsed(self._session.clock.now())

        def at(moment: datetime | None) -> str:
            return f"{date_text(moment, zone)} {clock_text(moment, zone)}" if moment is not None else ""

        cells = (
            at(one.given_at),
            signer_text(reference, entry.given_for, one.given_by),
            shift.name if shift is not None else "",
            at(one.taken_at) or (self.tr("lapsed") if lapsed else self.tr("waits")),
            signer_text(reference, entry.taken_for, one.taken_by),
        )
        return ListRow(entry.id, cells, loud=entry.waits and not lapsed)

    def _entry(self, key: str) -> HandoverEntry | None:
        return self._opened.get(key) or next((one for one in self._entries if one.id == key), None)

    def _show_page(self) -> None:
        key = self.table.current
        if key is None:
            self.text.setPlainText("")
            return
        entry = self._entry(key)
        if entry is not None and entry.private is None:
            self._session.start(self._open(key), "read a hand-over")
        self.text.tell(key, self.lines(key))

    async def _open(self, key: str) -> None:
        with suppress(StoreError):
            found = await one_handover(self._session.desk, key)
            if found is not None:
                self._opened[key] = found
        if self.isVisible() and self.table.current == key and key in self._opened:
            self.text.tell(key, self.lines(key))

    def _may_sign(self) -> bool:
        return bool(TAKERS & self._session.desk.author.roles)

    def _sign(self, key: str) -> None:
        if not self._may_sign():
            self._session.said.emit(self.tr("Your role does not allow this."), Level.PROBLEM)
        elif key == NOW:
            self._give()
        else:
            entry = self._entry(key)
            if entry is None:
                return
            if not entry.waits:
                self._tell(self.tr("Both have signed: P prints it."))
            elif entry.has_lapsed(self._session.clock.now()):
                self._tell(
                    self.tr("Signed more than 4 hours ago: who goes signs anew, or a supervisor takes over.")
                )
            elif entry.giver == self._session.desk.author.login:
                text = self.tr(
                    "You signed this: who comes next signs it, here (Ctrl+Shift+L) or at another desk."
                )
                self._tell(text)
            else:
                self._take(entry)

    def _give(self) -> None:
        session = self._session
        ask_and_act(
            session,
            self.prompt,
            Topic(NOW, "hand_over"),
            self.tr("Sign that this is handed over"),
            [Ask("watch", self.tr("What the next one is to watch, if anything"))],
            lambda answers: self._giving(answers["watch"]),
            lambda _done, _answers: self._tell(
                self.tr("Signed: who comes next signs it, here (Ctrl+Shift+L) or at another desk.")
            ),
        )

    async def _giving(self, watch: str) -> Outcome:
        """With the blocked numbers, which may have to be waited for."""
        if self._reads is not None:
            await wait((self._reads,))
        session = self._session
        return await give_handover(
            session.desk, standing_of(session, self._blocked), running_shift(session), watch
        )

    def _take(self, entry: HandoverEntry) -> None:
        session = self._session
        giver = entry.giver
        name = session.reference.operator_name(giver)
        passing = in_hand_of(session.board.cases.values(), giver)
        title = self.tr("Sign that you read it and take over from {name}").format(name=name)
        if passing:
            numbers = ", ".join(session.number(case) for case in passing)
            title += self.tr(" — into your hand: {numbers}").format(numbers=numbers)
        ask_and_act(
            session,
            self.prompt,
            Topic(entry.id, "take_over_shift"),
            title,
            [Ask("note", self.tr("What you add, if anything"))],
            lambda answers: take_handover(
                session.desk,
                entry.handover,
                in_hand_of(session.board.cases.values(), giver),
                answers["note"],
            ),
            lambda _done, _answers: self._tell(self.tr("You took over from {name}").format(name=name)),
        )

    def _tell(self, text: str) -> None:
        self._session.said.emit(text, Level.DONE)


class _Pages(ListTable):
    """The pages; P prints one."""

    printed = Signal(str)

    def __init__(self, model: ListModel) -> None:
        super().__init__(model, wide=1)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P prints, the rest is as in any list."""
        current = self.current
        if event.key() == Qt.Key.Key_P and not event.modifiers() and current is not None:
            self.printed.emit(current)
        else:
            super().keyPressEvent(event)


class _PageText(QPlainTextEdit):
    """What a page says, to be read."""

    def __init__(self, page: HandOverPage) -> None:
        super().__init__()
        self._page = page
        self._told = ""
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def tell(self, key: str, lines: Sequence[Line]) -> None:
        """Show a page's lines; heads in capitals. The same page stays where it was rolled to."""
        text = "\n".join(f"\n{line.text.upper()}" if line.head else line.text for line in lines).strip("\n")
        if text != self.toPlainText():
            bar, cursor = self.verticalScrollBar(), self.textCursor()
            rolled, at = bar.value(), cursor.position()
            self.setPlainText(text)
            if key == self._told:
                cursor.setPosition(min(at, len(text)))
                self.setTextCursor(cursor)
                bar.setValue(rolled)
        self._told = key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._page.leave()
        else:
            super().keyPressEvent(event)
