"""The page of response plans: changed here by an administrator, tried on what happened, then put in force."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.plans import ResponsePlan
from desktop.domain.reference import Role
from desktop.live.board import BoardChange
from desktop.operations.desk import Outcome, StoreError
from desktop.operations.packs_plans import scope
from desktop.operations.plans import Difference, bring_plans, difference
from desktop.operations.plans_tried import try_on_past, versions_of
from ui.asking import Topic, ask_and_act
from ui.list_page import ListPage
from ui.listing import ListModel, ListRow, ListTable
from ui.panel import label
from ui.plans.fields import asks, plan_of
from ui.plans.kept import kept_texts, plans_kept
from ui.plans.texts import cells, tried_text, versions_text
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session

T = TypeVar("T")

ABOUT = "plans"
"""What words about the plans as a whole are about."""
EDITED = "edited"
"""The purpose of plans that are edited and not in force yet."""


class _Table(ListTable):
    """Also heard: the letters by which plans are tried, put in force, and told of."""

    lettered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T, P and V are for the page."""
        letter = event.text().casefold()
        if letter in ("t", "p", "v") and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.lettered.emit(letter)
        else:
            super().keyPressEvent(event)


class PlansPage(ListPage):
    """What is changed here counts for nobody until it was tried and put in force."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1300, 680)
        self._session = session
        self._edited: dict[str, ResponsePlan] = {}
        """Plans that are to become other than they are, by code; withdrawn ones ask for nothing."""
        self._tried: Mapping[str, ResponsePlan] | None = None
        """What was edited when it was tried last."""
        self.model = ListModel(session.look, self._heads())
        self.table = _Table(self.model, wide=3)
        self.table.setAccessibleName(self.tr("Response plans"))
        self.prompt = Prompt(session.look)
        self.told = label("", "label")
        self.told.setWordWrap(True)
        self._hint = label(
            self.tr(
                "Enter: change · Insert: new · Delete: take out · T: try on past incidents · P: put in force"
                " · V: versions · Esc: back"
            ),
            "hint",
        )
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Response plans"), "title"))
        column.addWidget(self.table, 1)
        column.addWidget(self.prompt)
        column.addStretch()  # while the table gives way to a question, the title stays where it is
        column.addWidget(self.told)
        column.addWidget(self._hint)
        self.table.inserted.connect(lambda: self._ask(ResponsePlan(id="")))
        self.table.entered.connect(lambda plan: self._ask(self._plans()[plan]))
        self.table.deleted.connect(self._withdraw)
        self.table.escaped.connect(self.leave)
        self.table.lettered.connect(self._letter)
        self.prompt.room_taken.connect(self._make_room)
        self.prompt.left.connect(self._answered)
        session.board_changed.connect(self._board_changed)
        session.unsaved.came_back.connect(self._came_back)
        self._came_back(ABOUT)

    def _may_be_seen(self) -> bool:
        may = Role.ADMINISTRATOR in self._session.desk.author.roles
        if not may:
            self._say(self.tr("Only an administrator may change response plans."), Level.PROBLEM)
        return may

    @property
    def change(self) -> Difference:
        """What would change if it were put in force."""
        return difference(self._session.reference.plans, self._wanted())

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Becomes"),
            self.tr("Category"),
            self.tr("Level"),
            self.tr("Where"),
            self.tr("Time of day"),
            self.tr("Units"),
            self.tr("Told"),
            self.tr("Minutes"),
            self.tr("Code"),
        )

    def _plans(self) -> dict[str, ResponsePlan]:
        """Those in force, with what is edited over them."""
        return {one.id: one for one in self._session.reference.plans} | self._edited

    def _wanted(self) -> tuple[ResponsePlan, ...]:
        return tuple(one for one in self._plans().values() if not one.is_withdrawn)

    def _show(self) -> None:
        reference = self._session.reference
        present = {one.id: one for one in reference.plans}
        order = {code: rank for rank, code in enumerate(reference.categories)}
        shown = [
            one for one in self._plans().values() if not (one.is_withdrawn and one.id not in self._edited)
        ]
        shown.sort(key=lambda one: (order.get(one.category, len(order)), one.level, one.id))
        self.model.show(
            [
                ListRow(one.id, cells(one, reference, self._mark(one, present)), one.id in self._edited)
                for one in shown
            ]
        )

    def _mark(self, plan: ResponsePlan, present: Mapping[str, ResponsePlan]) -> str:
        if plan.id not in self._edited:
            return ""
        if plan.is_withdrawn:
            return self.tr("taken out")
        return self.tr("changed") if plan.id in present else self.tr("new")

    def _ask(self, before: ResponsePlan) -> None:
        taken = frozenset(self._plans()) - {before.id}
        title = self.tr("Change {plan}").format(plan=before.id) if before.id else self.tr("A new plan")
        self.prompt.ask(
            title,
            asks(before, self._session.around, taken),
            lambda answers: self._take(answers, before),
        )

    def _take(self, answers: Answers, before: ResponsePlan) -> None:
        plan = plan_of(answers, before, self._session.around)
        if plan.is_withdrawn:
            self.prompt.problem(self.tr("Fill units or agencies: it sends nobody and tells nobody."), "needs")
            return
        others = (one for one in self._wanted() if one.id != plan.id)
        same = next((one.id for one in others if scope(one) == scope(plan)), None)
        if same is not None:
            text = self.tr("{plan} holds for the same already: change that one.").format(plan=same)
            self.prompt.problem(text, "scope")
            return
        self.prompt.done()
        self._edit(plan)

    def _withdraw(self, code: str) -> None:
        plan = self._plans()[code]
        known = any(one.id == code for one in self._session.reference.plans)
        if code in self._edited and (not known or plan.is_withdrawn):  # once more: it is as it was
            del self._edited[code]
            self._edited_anew()
        else:
            self._edit(replace(plan, needs="", tell=""))

    def _edit(self, plan: ResponsePlan) -> None:
        self._edited[plan.id] = plan
        self._edited_anew()
        self.table.rest_on(plan.id)

    def _came_back(self, about: str) -> None:
        """Go on with what an earlier run of the desk left; what was edited since stays."""
        texts = self._session.unsaved.texts(ABOUT, EDITED) if about == ABOUT else {}
        left = plans_kept(texts)
        if left.keys() - self._edited.keys():
            self._edited = left | self._edited
            self._edited_anew()

    def _edited_anew(self) -> None:
        self._tried = None
        self._session.unsaved.keep(ABOUT, EDITED, kept_texts(self._edited))
        self._show()
        count = len(self._edited)
        text = self.tr("{count} edited, not in force yet: T tries them on past incidents.").format(
            count=count
        )
        self.told.setText(text if count else "")

    def _letter(self, letter: str) -> None:
        if letter == "v":
            if self.table.current is not None:
                self._session.start(self._tell_versions(self.table.current), "versions of a plan")
        elif not self.change:
            self.told.setText(self.tr("Nothing was changed."))
        elif letter == "t":
            self.told.setText(self.tr("Trying …"))
            self._session.start(self._try(), "plans tried")
        elif self._tried != self._edited:
            self.told.setText(self.tr("Try them first (T): they were changed since."))
        else:
            self._put_in_force()

    async def _try(self) -> None:
        edited = dict(self._edited)
        session = self._session
        found = await self._reading(lambda: try_on_past(session.desk, self._wanted(), session.reference))
        if found is not None:
            self._tried = edited
            self.told.setText(tried_text(*found, session.reference))

    async def _tell_versions(self, plan: str) -> None:
        session = self._session
        found = await self._reading(lambda: versions_of(session.desk, plan))
        if found is not None:
            self.told.setText(versions_text(plan, found, session.reference, session.clock.zone))

    def _put_in_force(self) -> None:
        entered: dict[str, ResponsePlan] = {}

        def act(answers: Answers) -> Awaitable[Outcome]:
            entered.clear()
            entered.update(self._edited)
            return bring_plans(self._session.desk, self.change, answers["why"])

        def done(_done: object, _answers: Answers) -> None:
            for code, plan in entered.items():
                if self._edited.get(code) == plan:  # what was changed since is not in force yet
                    del self._edited[code]
            self._edited_anew()
            self._say(self.tr("The plans are in force at all desks."), Level.DONE)

        ask_and_act(
            self._session,
            self.prompt,
            Topic(ABOUT, "force"),
            self.tr("Put in force: {plans}").format(plans=", ".join(sorted(self._edited))),
            [Ask("why", self.tr("Why, if it is to be remembered"))],
            act,
            done,
        )

    async def _reading(self, read: Callable[[], Awaitable[T]]) -> T | None:
        try:
            return await read()
        except StoreError:
            self.told.setText(self.tr("The database cannot be read now."))
            return None

    def _board_changed(self, change: BoardChange) -> None:
        if self.isVisible() and change.reference:
            self._show()

    def _make_room(self) -> None:
        for widget in (self.table, self._hint, self.told):
            widget.setVisible(not self.prompt.asking)

    def _answered(self) -> None:
        self._make_room()
        if self.isVisible():
            self.table.setFocus()

    def _say(self, text: str, level: Level) -> None:
        self._session.said.emit(text, level)
