"""The list of alarms: what is late or in danger, the most dangerous first; all by keys."""

from collections.abc import Awaitable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.alarm_dues import Stage
from desktop.domain.alarm_reminders import REMINDER
from desktop.domain.alarms import Alarm
from desktop.domain.board import case_of
from desktop.domain.disclosure import looks_hidden
from desktop.domain.distress import DISTRESS
from desktop.operations.alarms import take_alarm
from desktop.operations.desk import Outcome
from desktop.operations.distress import take_distress
from desktop.runtime.alarm_words import kind_text, stage_word, what_text, who_text
from ui.glyphs import paint_marks
from ui.list_page import ListPage
from ui.listing import ListModel, ListRow, ListTable, Shape
from ui.once import Once
from ui.panel import label
from ui.session import Level, Session
from ui.times import age_text
from ui.words import category_name

LINES = 60
"""Lines shown at once, the most dangerous (ours): nobody reads further while these stand."""

STAGE_SHAPES: Mapping[Stage, Shape] = {stage: partial(paint_marks, count=stage.value) for stage in Stage}


class AlarmsPage(ListPage):
    """Enter takes an alarm that nobody has in hand, and goes to its incident."""

    chosen = Signal(str)
    """The incident to go to."""
    asks_memo = Signal(str)
    """The reminder to go to: it is done or put off there, never only taken."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1180, 460)
        self._session = session
        self._once = Once(session)
        self.model = ListModel(session.look, self._heads())
        self.table = ListTable(self.model, wide=5)
        self.table.setAccessibleName(self.tr("Alarms"))
        self.more = label("", "muted")
        self.nothing = label(self.tr("Nothing is late, and no crew is in danger."), "muted")
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Alarms"), "title"))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.more)
        column.addWidget(label(self.tr("Enter: take it and go to the incident · Esc: back"), "hint"))
        self.table.entered.connect(self._enter)
        self.table.escaped.connect(self.leave)
        session.alarms_changed.connect(self._refresh)
        session.ticked.connect(self._refresh)

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Stage"),
            self.tr("Since"),
            self.tr("Alarm"),
            self.tr("Unit or agency"),
            self.tr("Incident"),
            self.tr("What and where"),
            self.tr("In hand"),
        )

    def _show(self) -> None:
        found = self._session.alarms
        self.model.show([self._row(one) for one in found[:LINES]])
        left = len(found) - LINES
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("and {count} more, less dangerous").format(count=left) if left > 0 else "")
        self.nothing.setVisible(not found)

    def _row(self, alarm: Alarm) -> ListRow:
        session = self._session
        case = case_of(session.board.cases, alarm.due.incident)
        is_late = alarm.stage is not Stage.WARNING
        cells = (
            f"{alarm.due.priority.value} {stage_word(alarm.stage)}",
            age_text(session.clock.age(alarm.due.since)),
            kind_text(alarm.due.kind, alarm.stage) if alarm.due.kind == REMINDER else what_text(alarm),
            who_text(alarm, session.board.units, session.reference),
            session.number(case) if case is not None else "",
            self._where(alarm),
            self._in_hand(alarm),
        )
        loud = not alarm.quiet
        return ListRow(
            alarm.id, cells, loud and is_late, warns=loud and not is_late, shape=STAGE_SHAPES[alarm.stage]
        )

    def _where(self, alarm: Alarm) -> str:
        place = self._place(alarm)
        if alarm.due.kind != REMINDER:
            return place
        return " · ".join(one for one in (" ".join(alarm.due.text.split()), place) if one)

    def _place(self, alarm: Alarm) -> str:
        case = case_of(self._session.board.cases, alarm.due.incident)
        if case is None:
            return ""
        if looks_hidden(case.incident):
            return self.tr("restricted")
        incident = case.incident
        category = category_name(self._session.reference.categories.get(incident.category or ""))
        place = incident.address or incident.landmark or ""
        return ", ".join(one for one in (category, place) if one)

    def _in_hand(self, alarm: Alarm) -> str:
        if not alarm.quiet or alarm.taken is None:
            return ""
        text = self.tr("{name}, {age}")
        name = self._session.reference.operator_name(alarm.taken.by)
        return text.format(name=name, age=age_text(self._session.clock.age(alarm.taken.at)))

    def _taking(self, alarm: Alarm) -> Awaitable[Outcome]:
        session = self._session
        distress = session.board.distress.get(alarm.due.unit or "")
        if alarm.due.kind == DISTRESS and distress is not None:
            return take_distress(session.desk, distress)
        return take_alarm(session.desk, alarm, session.board.answers.get(alarm.id))

    def _enter(self, key: str) -> None:
        session = self._session
        alarm = next((one for one in session.alarms if one.id == key), None)
        if alarm is None:
            return
        if alarm.due.kind == REMINDER:
            self.hide()
            case = case_of(session.board.cases, alarm.due.incident)
            if case is not None:
                self.chosen.emit(case.id)  # who is to be telephoned stands in its pane
            self.asks_memo.emit(alarm.due.about)
            return
        if not alarm.quiet:
            text = self.tr("You have the alarm in hand: {what}").format(what=what_text(alarm))
            self._once.perform(
                alarm.id, lambda: self._taking(alarm), lambda _done: session.said.emit(text, Level.DONE)
            )
        if alarm.due.incident is not None:
            case = case_of(session.board.cases, alarm.due.incident)
            self.hide()
            self.chosen.emit(alarm.due.incident if case is None else case.id)
