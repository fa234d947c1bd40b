"""The phone book over the desk: typing finds, Enter takes, one letter logs the try and offers the next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.board import Case, case_of
from desktop.domain.contacts import ContactEntry, ContactTry, Dial, TryResult, chain_of, due, next_after
from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.reference import Role
from desktop.live.board import BoardChange
from desktop.operations.contacts import RESULTS, log_try, look_for, yet_to_refer
from desktop.operations.desk import Done, made
from desktop.operations.referrals import refer
from ui.asking import Topic, ask_and_act
from ui.listing import WALKS, ListModel, ListTable
from ui.once import Once
from ui.overlay import Overlay
from ui.panel import label
from ui.phone_book.keeping import BookKeeping
from ui.phone_book.lines import about_text, dial_text, heads, results_text, row_of
from ui.prompt import Ask, Prompt
from ui.referrals.speech import agency_names
from ui.session import Level, Session
from ui.words import word


class PhoneBookPage(Overlay):
    """Whom to telephone for the incident selected when it was opened, or for none."""

    def __init__(self, session: Session, selected: Callable[[], Case | None], over: QWidget) -> None:
        super().__init__(session.look, over, 1200, 640)
        self._session = session
        self._selected = selected
        self._once = Once(session)
        self._incident: str | None = None
        self._alone: list[ContactTry] = []
        """Tries for no incident, of this desk."""
        self._offered: Dial | None = None
        self._dialled: Dial | None = None
        """What was tried last."""
        self.field = _Field()
        self.model = ListModel(session.look, heads())
        self.table = _Table(self.model)
        self.table.setAccessibleName(self.tr("Contacts"))
        self.about = label("", "hint")
        self.now = label("", "title")
        self.results = label("", "label")
        self.prompt = Prompt(session.look)
        self.keeping = BookKeeping(session, self.prompt, self)
        self._hint = label("", "hint")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(self._session.look.px(12),) * 4)
        head = QHBoxLayout()
        caption = label(self.tr("Phone book: name, agency, place or number"), "label")
        caption.setBuddy(self.field)
        self.field.setAccessibleName(caption.text())
        head.addWidget(caption)
        head.addStretch(1)
        head.addWidget(self.about)
        column.addLayout(head)
        for widget in (self.field, self.now, self.results):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.prompt)
        column.addStretch()  # while the table gives way to a question, the head stays where it is
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self.field.textEdited.connect(lambda _text: self._search())
        self.field.entered.connect(self._take)
        self.field.walked.connect(self._walk)
        self.field.escaped.connect(self.leave)
        self.table.escaped.connect(self._back_to_field)
        self.table.entered.connect(lambda _contact: self._log(TryResult.TOLD))
        self.table.lettered.connect(self._lettered)
        self.table.turned.connect(self._other_number)
        self.table.inserted.connect(self.keeping.add)
        self.table.deleted.connect(lambda contact: self._keep(contact, self.keeping.take_out))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._rests())
        self.prompt.room_taken.connect(self._make_room)
        self.prompt.left.connect(self._answered)
        self._session.board_changed.connect(self._board_changed)
        self._session.roles_changed.connect(self._tell_keys)

    def toggle(self) -> None:
        """Show it for the selected incident; put it away only where nothing was looked for."""
        if self.isVisible() and (self.field.text() or not self.field.hasFocus()):
            self._back_to_field()  # whoever looks for somebody else types on
            return
        if self.isVisible():
            self.leave()
            return
        case = self._selected()
        self._incident = case.id if case is not None else None
        self._offered = self._dialled = None
        self.field.clear()
        self.table.loosen()
        self._tell_keys()
        self._say_enter_first()
        self._search()
        self.lie_over(self.field)

    @property
    def case(self) -> Case | None:
        """The incident for which it is telephoned."""
        return self._session.board.cases.get(self._incident or "")

    def _tell_keys(self) -> None:
        text = self.tr("Enter: telephone · ← →: other number · letter: what came of it · Esc: back")
        if Role.ADMINISTRATOR in self._session.desk.author.roles:
            text += self.tr(" · Insert: add · U: change · Delete: take out · E: erase the person")
        self._hint.setText(text)

    def _tries(self) -> tuple[ContactTry, ...]:
        return self.case.tries if self.case is not None else tuple(self._alone)

    def _board_changed(self, change: BoardChange) -> None:
        if self.isVisible() and (change.reference or self._incident in change.cases):
            self._show_found()

    def _search(self) -> None:
        """Show what is looked for, with the cursor on the first where its own line is not found."""
        rest = self.table.current
        self._show_found()
        self.table.rest_on(rest if self.model.row_of(rest) is not None else None)
        self._rests()

    def _show_found(self) -> None:
        session, case = self._session, self.case
        found = look_for(self.field.text(), case, session.reference)
        zone = session.clock.zone
        self.model.show([row_of(one, session.reference, self._tries(), zone) for one in found])
        self.about.setText(about_text(case, session.number(case) if case is not None else ""))
        self._rests()

    def _rests(self) -> None:
        """Say whom Enter or a letter is about."""
        entry, dial = self._current()
        if entry is None:
            self.now.setText(self.tr("Nobody found"))
        elif dial is None:
            self.now.setText(self.tr("{name}: no number yet").format(name=entry.contact.name))
        else:
            text = self.tr("Next: {who}") if self._offered == dial else self.tr("Dial: {who}")
            if self._offered == dial == self._dialled:
                text = self.tr("Nobody comes next: {who} once more")
            self.now.setText(text.format(who=dial_text(entry, dial.number)))

    def _current(self) -> tuple[ContactEntry | None, Dial | None]:
        entry = self._session.reference.contacts.get(self.table.current or "")
        if entry is None:
            return None, None
        if self._offered is not None and self._offered.contact == entry.id:
            return entry, self._offered
        return entry, due((entry,), self._tries())

    def _take(self) -> None:
        if self.model.rowCount():
            self.results.setText(results_text())
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, rows: int) -> None:
        row = self.table.currentIndex().row() + rows
        self.table.setCurrentIndex(self.model.index(max(0, min(self.model.rowCount() - 1, row)), 0))

    def _back_to_field(self) -> None:
        self._say_enter_first()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _say_enter_first(self) -> None:
        """In the line letters are looked for."""
        self.results.setText(self.tr("Enter, then {results}").format(results=results_text()))

    def _other_number(self, step: int) -> None:
        entry, dial = self._current()
        if entry is not None and dial is not None:
            count = len(entry.numbers)
            self._offered = Dial(entry.id, (dial.number - 1 + step) % count + 1)
            self.now.setText(self.tr("Dial: {who}").format(who=dial_text(entry, self._offered.number)))

    def _lettered(self, letter: str) -> None:
        entry, _ = self._current()
        if letter in RESULTS.letters:
            self._log(RESULTS.letters[letter])
        elif letter == "u" and entry is not None:
            self._keep(entry.id, self.keeping.change)
        elif letter == "e" and entry is not None:
            self._keep(entry.id, self.keeping.erase)

    def _keep(self, contact: str, how: Callable[[ContactEntry], None]) -> None:
        entry = self._session.reference.contacts.get(contact)
        if entry is not None:
            how(entry)

    def _log(self, result: TryResult) -> None:
        entry, dial = self._current()
        if entry is None or dial is None:
            self._session.said.emit(self.tr("There is no number to dial."), Level.PROBLEM)
            return
        if not TAKERS & self._session.desk.author.roles:
            self._session.said.emit(self.tr("Your role does not allow this."), Level.PROBLEM)
            return
        if result is TryResult.TOLD:
            self._ask_told(entry, dial)
            return
        desk, incident = self._session.desk, self._incident
        begun = self._once.perform(
            (dial, incident),
            lambda: log_try(desk, dial, result, incident),
            lambda done: self._logged(entry, dial, incident, done),
        )
        if not begun:
            text = self.tr("{name}: what came of it is still being written.")
            self._session.said.emit(text.format(name=entry.contact.name), Level.PROBLEM)

    def _ask_told(self, entry: ContactEntry, dial: Dial) -> None:
        desk, incident = self._session.desk, self._incident
        title = self.tr("Told: {name}").format(name=entry.contact.name)
        ask_and_act(
            self._session,
            self.prompt,
            Topic(incident or entry.id, "phone_told"),
            title,
            [Ask("note", self.tr("Who took it, and what was said"))],
            lambda answers: log_try(desk, dial, TryResult.TOLD, incident, answers["note"] or None),
            lambda done, _answers: self._logged(entry, dial, incident, done),
        )

    def _logged(self, entry: ContactEntry, dial: Dial, incident: str | None, done: Done) -> None:
        """Offer the next at once, where nobody else was turned to meanwhile.

        An agency that was told counts as referred to, for the incident for which it was telephoned.
        """
        tried = made(ContactTry, done, done.row)
        if incident is None:
            self._alone.append(tried)
        session = self._session
        case = case_of(session.board.cases, incident)
        text = f"{entry.contact.name}: {word(tried.result)}"
        tellings = yet_to_refer(entry, tried.result, case, session.reference)
        if tellings and case is not None and SENDERS & session.desk.author.roles:
            told = agency_names(session.reference, (one.agency for one in tellings))
            text = self.tr("{tried} · {agency} referred").format(tried=text, agency=told)
            session.perform(
                refer(session.desk, case.incident, tellings),
                done=lambda _done: session.said.emit(text, Level.DONE),
            )
        else:
            session.said.emit(text, Level.DONE)
        if incident != self._incident:
            return
        if self.table.hasFocus() and self.table.current == entry.id:
            self._dialled = dial
            self._offer(entry)
        else:
            self._show_found()

    def _offer(self, entry: ContactEntry) -> None:
        chain = chain_of(self._session.reference.contacts.values(), entry.contact)
        self._offered = next_after(chain, self._tries())
        self._search()
        if self._offered is not None:
            if self.model.row_of(self._offered.contact) is None:
                self.field.clear()
                self._search()
            self.table.rest_on(self._offered.contact)
        self._rests()

    def _make_room(self) -> None:
        """While much is asked all else gives way."""
        much = self.prompt.asking and len(self.prompt.texts()) > _FEW
        for widget in (self.field, self.now, self.results, self.table, self._hint):
            widget.setVisible(not much)

    def _answered(self) -> None:
        """Whoever looks for somebody else by now types on."""
        self._make_room()
        if not self.field.hasFocus():
            self.turn_to(self.table)


_FEW = 2
"""Fields that leave room for the list."""


class _Field(QLineEdit):
    """Where it is typed what is looked for; arrows walk the lines without leaving it."""

    entered = Signal()
    escaped = Signal()
    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter takes the line, Escape leaves."""
        key = event.key()
        if step := WALKS.get(key):
            self.walked.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _Table(ListTable):
    """The contacts: a letter says what came of it."""

    lettered = Signal(str)
    turned = Signal(int)

    def __init__(self, model: ListModel) -> None:
        super().__init__(model, wide=5, steady=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter alone is a result; left and right are other numbers."""
        letter = event.text().casefold()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif letter.isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.lettered.emit(letter)
        else:
            super().keyPressEvent(event)
