"""The page of loads: what each operator has to do, and what a supervisor takes out of another's hand."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.board import Case
from desktop.domain.disclosure import may_take_over
from desktop.domain.handover import in_hand_of
from desktop.domain.loads import Load, loads
from desktop.domain.reference import Role
from desktop.live.board import BoardChange
from ui.list_page import ListPage
from ui.listing import ListModel, ListRow, ListTable
from ui.panel import label
from ui.prompt import Prompt
from ui.session import Level, Session
from ui.shift.taking_over import ask_take_over
from ui.times import age_text
from ui.words import category_name, word

WATCHERS = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR})
"""Who watches over a centre."""


class LoadPage(ListPage):
    """Operators above, the heaviest load first; below, what the one chosen has in hand."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1080, 620)
        self._session = session
        self.model = ListModel(session.look, self._heads())
        self.table = ListTable(self.model, wide=0)
        self.table.setAccessibleName(self.tr("Load of each desk"))
        self.cases_model = ListModel(session.look, self._case_heads())
        self.cases = ListTable(self.cases_model, wide=4)
        self.cases.setAccessibleName(self.tr("Incidents in this hand"))
        self.prompt = Prompt(session.look)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Load of each desk"), "title"))
        column.addWidget(self.table, 1)
        column.addWidget(label(self.tr("Incidents in this hand"), "label"))
        column.addWidget(self.cases, 1)
        column.addWidget(self.prompt)
        hint = self.tr("Enter: to the incidents, then take one over for a reason · Esc: back")
        column.addWidget(label(hint, "hint"))
        self.table.entered.connect(lambda _login: self._to_cases())
        self.table.escaped.connect(self.leave)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_cases())
        self.cases.entered.connect(self._take_over)
        self.cases.escaped.connect(self.table.setFocus)
        session.board_changed.connect(self._board_changed)
        session.ticked.connect(self._refresh)
        session.roles_changed.connect(self._roles_changed)

    def _may_be_seen(self) -> bool:
        if not self._may_see():
            text = self.tr("Only a supervisor, administrator or auditor sees the loads.")
            self._session.said.emit(text, Level.PROBLEM)
        return self._may_see()

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Operator"),
            self.tr("Desk"),
            self.tr("Calls spoken"),
            self.tr("On hold"),
            self.tr("In hand"),
            self.tr("Waiting"),
        )

    def _case_heads(self) -> tuple[str, ...]:
        return (
            self.tr("Number"),
            self.tr("Priority"),
            self.tr("Phase"),
            self.tr("Category"),
            self.tr("Place"),
            self.tr("Held for"),
        )

    def _may_see(self) -> bool:
        return bool(WATCHERS & self._session.desk.author.roles)

    def _roles_changed(self) -> None:
        if self.isVisible() and not self._may_see():
            self.leave()

    def _board_changed(self, change: BoardChange) -> None:
        if change.cases or change.calls:
            self._refresh()

    def _show(self) -> None:
        board, follower = self._session.board, self._session.services.follower
        there = {self._session.desk.author.login, *(one.login for one in follower.at_work())}
        found = loads(board.cases.values(), board.calls.values(), there)
        self.model.show([self._row(one) for one in found])
        self._show_cases()

    def _row(self, load: Load) -> ListRow:
        at = self.tr("signed in") if load.at_desk else self.tr("not signed in")
        counts = (load.spoken, load.on_hold, load.in_hand, load.waiting)
        name = self._session.reference.operator_name(load.login)
        return ListRow(load.login, (name, at, *map(str, counts)), loud=load.weight[0])

    def _show_cases(self) -> None:
        mine = in_hand_of(self._session.board.cases.values(), self.table.current)
        self.cases_model.show([self._case_row(one) for one in mine])

    def _case_row(self, case: Case) -> ListRow:
        session, incident = self._session, case.incident
        since = incident.held_since
        cells = (
            session.number(case),
            incident.priority.value,
            word(case.phase),
            category_name(session.reference.categories.get(incident.category or "")),
            incident.address or incident.landmark or "",
            age_text(session.clock.age(since)) if since is not None else "",
        )
        return ListRow(case.id, cells)

    def _to_cases(self) -> None:
        if self.cases_model.rowCount():
            self.cases.setFocus()
            self.cases.rest_on(None)

    def _take_over(self, incident: str) -> None:
        case = self._session.board.cases.get(incident)
        if case is None:
            return
        if not may_take_over(self._session.desk.author.roles):
            self._session.said.emit(self.tr("Your role does not allow this."), Level.PROBLEM)
        elif case.incident.holder == self._session.desk.author.login:
            self._session.said.emit(self.tr("It is in your own hand already."), Level.PROBLEM)
        else:
            ask_take_over(self._session, self.prompt, case)
