"""The list of warnings: made, changed and withdrawn here, all by keys."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.board import Case
from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.reference import Role
from desktop.domain.warnings import WarningEntry, place_of, warns_of
from desktop.live.board import BoardChange
from desktop.operations.desk import Done, Outcome
from desktop.operations.warnings import change_warning, make_warning, withdraw_warning
from ui.asking import Topic, ask_and_act
from ui.basis import Basis
from ui.list_page import ListPage
from ui.listing import ListModel, ListRow, ListTable
from ui.panel import label
from ui.place_warnings.fields import Known, asks, changed, known_of_place, known_of_warning, values_of
from ui.place_warnings.texts import line_text, moment_text, place_text, until_text, weight_text
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session
from ui.words import word

ABOUT_NEW = "warning"
"""What words about a warning that does not exist yet are about."""


class WarningsPage(ListPage):
    """Warnings that hold, those of the selected incident first, then the critical ones."""

    def __init__(self, session: Session, selected: Callable[[], Case | None], over: QWidget) -> None:
        super().__init__(session.look, over, 1100, 560)
        self._session = session
        self._selected = selected
        self.model = ListModel(session.look, self._heads())
        self.table = ListTable(self.model, wide=3)
        self.table.setAccessibleName(self.tr("Warnings of places"))
        self.prompt = Prompt(session.look)
        self.nothing = label(self.tr("No place is warned of."), "muted")
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Warnings of places"), "title"))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.prompt)
        self._hint = label(
            self.tr("Insert: a new one · Enter: change · Delete: withdraw · Esc: back"), "hint"
        )
        column.addWidget(self._hint)
        self.table.inserted.connect(self._make)
        self.table.entered.connect(self._change)
        self.table.deleted.connect(self._withdraw)
        self.table.escaped.connect(self.leave)
        self.prompt.room_taken.connect(self._make_room)
        self.prompt.left.connect(self._answered)
        session.board_changed.connect(self._board_changed)

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Weight"),
            self.tr("Kind"),
            self.tr("Place"),
            self.tr("What the crew must know"),
            self.tr("Who says so"),
            self.tr("Until"),
            self.tr("Made by"),
        )

    def _board_changed(self, change: BoardChange) -> None:
        if self.isVisible() and (change.warnings or change.reference):
            self._show()

    def _make_room(self) -> None:
        """While something is asked the list gives way: the question has many fields."""
        for widget in (self.table, self._hint):
            widget.setVisible(not self.prompt.asking)
        self.nothing.setVisible(not self.prompt.asking and not self._session.board.warnings)

    def _answered(self) -> None:
        self._make_room()
        if self.isVisible():
            self.table.setFocus()

    def _show(self) -> None:
        entries = self._session.board.warnings.values()
        here = self._selected()
        place = None if here is None else place_of(here.incident)

        def rank(entry: WarningEntry) -> tuple[bool, bool, str]:
            is_here = place is not None and warns_of(place_of(entry.warning), place)
            return (not is_here, not entry.warning.critical, entry.id)

        self.model.show([self._row(one) for one in sorted(entries, key=rank)])
        self._make_room()

    def _row(self, entry: WarningEntry) -> ListRow:
        session, warning = self._session, entry.warning
        by = session.reference.operator_name(warning.made_by)
        at = moment_text(warning.made_at, session.clock.zone) if warning.made_at else ""
        cells = (
            weight_text(warning),
            word(warning.kind),
            place_text(warning, session.reference),
            entry.private.text or "",
            entry.private.source or "",
            until_text(warning, session.clock.zone),
            f"{by} {at}".strip(),
        )
        return ListRow(entry.id, cells, warning.critical)

    def _make(self) -> None:
        case = self._selected()
        known = known_of_place(None if case is None else case.incident)
        self._ask(
            ABOUT_NEW,
            self.tr("Warn of a place"),
            known,
            lambda answers: make_warning(self._session.desk, values_of(answers, self._session.around)),
        )

    def _change(self, warning: str) -> None:
        entry = self._entry(warning, SENDERS)
        if entry is None:
            return

        basis = Basis(entry, lambda: self._session.board.warnings.get(warning))

        def act(answers: Answers) -> Awaitable[Outcome] | None:
            values = changed(values_of(answers, self._session.around), entry)
            if not values:
                self.prompt.problem(self.tr("Nothing was changed."))
                return None
            return basis.upon(lambda entry: change_warning(self._session.desk, entry, values))

        self._ask(entry.id, self.tr("Change the warning"), known_of_warning(entry, self._session.around), act)

    def _withdraw(self, warning: str) -> None:
        entry = self._entry(warning, SENDERS)
        if entry is None:
            return
        title = self.tr("Withdraw: {warning}").format(warning=line_text(entry))
        basis = Basis(entry, lambda: self._session.board.warnings.get(warning))
        ask_and_act(
            self._session,
            self.prompt,
            Topic(entry.id, "withdraw"),
            title,
            [Ask("reason", self.tr("Reason, if any"))],
            lambda answers: basis.upon(
                lambda entry: withdraw_warning(self._session.desk, entry.warning, answers["reason"])
            ),
            lambda _done, _answers: self._tell(self.tr("The warning is withdrawn.")),
        )

    def _ask(
        self,
        about: str,
        title: str,
        known: Known,
        act: Callable[[Answers], Awaitable[Outcome] | None],
    ) -> None:
        if not self._may(TAKERS):
            return

        def done(_done: Done, answers: Answers) -> None:
            self._tell(self.tr("Warned: {text}").format(text=answers["text"]))

        fields = asks(known, self._session.around)
        ask_and_act(self._session, self.prompt, Topic(about, "warning"), title, fields, act, done)

    def _entry(self, warning: str, roles: frozenset[Role]) -> WarningEntry | None:
        return self._session.board.warnings.get(warning) if self._may(roles) else None

    def _may(self, roles: frozenset[Role]) -> bool:
        may = bool(roles & self._session.desk.author.roles)
        if not may:
            self._session.said.emit(self.tr("Your role does not allow this."), Level.PROBLEM)
        return may

    def _tell(self, text: str) -> None:
        self._session.said.emit(text, Level.DONE)
