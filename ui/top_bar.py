"""The bar on top: whose desk, how much is open, whether the board can be trusted, and the clock."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.domain.alarm_dues import Stage
from desktop.domain.calling_back import asking_calls
from desktop.domain.holding import Waiting, held, waiting
from desktop.domain.memos import due_of, unread_of
from desktop.domain.phase import Phase
from desktop.domain.reference import Priority, Role
from desktop.domain.units import UnitStatus
from desktop.live.board import BoardChange
from desktop.live.follow import Freshness
from ui.glyphs import paint_priority
from ui.incidents.pace import Pace
from ui.outage.telling import lamp_text
from ui.panel import dress, label
from ui.session import Session
from ui.theme import Face
from ui.times import age_text, clock_text
from ui.units.rows import free_count

COUNT_MS = 200
"""Five times a second, for each time all incidents of the board are counted (ours)."""


class TopBar(QWidget):
    """One line: city, operator, open by priority, waiting, free units, the database's lamp, the clock."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counts = {priority: label("", f"count-{priority}") for priority in Priority}
        self._marks = [_PriorityMark(session, priority) for priority in Priority]
        self.waiting = label("", "muted")
        self.alarms = label("", "alarm")
        self.held = label("", "warning")
        self.lost = label("", "warning")
        self.memos = label("", "warning")
        self.free = label("", "good")
        self.lamp = label("", "good")
        self.clock = label("", "clock")
        self.menu_button = QPushButton(self.tr("Menu"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._pace = Pace(self, COUNT_MS, COUNT_MS)
        self._pace.due.connect(self._count)
        session.board_changed.connect(self._board_changed)
        session.ticked.connect(self._tick)
        session.alarms_changed.connect(self._show_alarms)
        session.freshness_changed.connect(self._show_lamp)
        session.kept_changed.connect(self._show_lamp)
        session.roles_changed.connect(self._show_roles)
        session.look_changed.connect(self._dress)
        self._dress()
        self._count()
        self._tick()
        self._show_alarms()

    def _lay_out(self) -> None:
        session, px = self._session, self._session.look.px
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(8), px(2), px(8), px(2))
        row.setSpacing(px(12))
        self._brand = label("Kulkul", "title")
        row.addWidget(self._brand)
        self._city = label(session.centre.name, "plain")
        row.addWidget(self._city)
        if session.centre.training:
            row.addWidget(label(self.tr("TRAINING"), "warning"))
        author = session.desk.author
        self._operator = label(f"{author.name} · {self._role_words(author.roles)}", "muted")
        row.addWidget(self._operator)
        row.addStretch(1)
        for priority, mark in zip(Priority, self._marks, strict=True):
            pair = QHBoxLayout()
            pair.setSpacing(px(4))
            pair.addWidget(mark)
            pair.addWidget(self._counts[priority])
            row.addLayout(pair)
        figures = (self.alarms, self.memos, self.held, self.lost, self.waiting)
        for one in (*figures, self.free, self.lamp, self.clock):
            row.addWidget(one)
        row.addWidget(self.menu_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the bar is too short, the brand, the operator and the city go; no figure does."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """A figure with more digits needs room as a narrower window does."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return handled

    def _make_room(self) -> None:
        optional = (self._brand, self._operator, self._city)
        gap = self._row.spacing()
        widths = [one.sizeHint().width() + gap for one in optional]
        now = sum(width for one, width in zip(optional, widths, strict=True) if not one.isHidden())
        over = self._row.sizeHint().width() - now + sum(widths) - self.width()
        for one, width in zip(optional, widths, strict=True):
            one.setVisible(over <= 0)
            over -= width if over > 0 else 0

    def minimumSizeHint(self) -> QSize:
        """As narrow as may be: what does not fit goes."""
        return QSize(0, super().minimumSizeHint().height())

    def _show_roles(self) -> None:
        author = self._session.desk.author
        _set(self._operator, f"{author.name} · {self._role_words(author.roles)}")

    def _role_words(self, roles: frozenset[Role]) -> str:
        if {Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR} <= roles:
            return self.tr("all roles")
        words = {
            Role.CALL_TAKER: self.tr("call taker"),
            Role.DISPATCHER: self.tr("dispatcher"),
            Role.SUPERVISOR: self.tr("supervisor"),
            Role.ADMINISTRATOR: self.tr("administrator"),
            Role.AUDITOR: self.tr("auditor"),
            Role.WALL: self.tr("wall"),
        }
        return ", ".join(text for role, text in words.items() if role in roles)

    def _dress(self) -> None:
        look = self._session.look
        self.setFixedHeight(look.px(34))
        self.clock.setFont(look.font(Face.CLOCK, bold=True))
        for mark in self._marks:
            mark.resize_to_look()

    def _board_changed(self, change: BoardChange) -> None:
        self._pace.add(change.cases | change.units)
        if change.lost or change.calls or change.memos:
            self._show_callers()

    def _show_alarms(self) -> None:
        """How many alarms nobody has taken; nothing where there is none."""
        loud = [one for one in self._session.alarms if not one.quiet]
        text = self.tr("alarms {count}").format(count=len(loud)) if loud else ""
        dress(self.alarms, "alarm" if any(one.stage is not Stage.WARNING for one in loud) else "warning")
        _set(self.alarms, text)
        self.alarms.setVisible(bool(text))

    def _show_callers(self) -> None:
        """Who waits on hold for long, and how many are to be called back; nothing where there is nobody."""
        session, board = self._session, self._session.board
        now = session.clock.now()
        lines = held(board.calls.values())
        how = waiting(lines[0].call.held_at, now) if lines else Waiting.NOT_YET
        text = ""
        if how is not Waiting.NOT_YET and lines[0].call.held_at is not None:
            text = self.tr("on hold {age}").format(age=age_text(session.clock.age(lines[0].call.held_at)))
        count = len(asking_calls(board.lost.values(), now))
        lost = self.tr("call back {count}").format(count=count) if count else ""
        shown = (text, lost, self._memo_text(now))
        labels = (self.held, self.lost, self.memos)
        for one, said in zip(labels, shown, strict=True):
            _set(one, said)
        dress(self.held, "alarm" if how is Waiting.LONG else "warning")
        for one in labels:
            one.setVisible(bool(one.text()))

    def _memo_text(self, now: datetime) -> str:
        """How many reminders are due and messages unread; empty where there is none."""
        memos, login = self._session.memos, self._session.desk.author.login
        counts = len(due_of(memos, login, now)), len(unread_of(memos, login))
        texts = self.tr("reminders due {count}"), self.tr("messages {count}")
        told = zip(texts, counts, strict=True)
        return " · ".join(text.format(count=count) for text, count in told if count)

    def _count(self) -> None:
        by_priority = dict.fromkeys(Priority, 0)
        waiting = 0
        for case in self._session.board.cases.values():
            if case.incident.is_open:
                by_priority[case.incident.priority] += 1
                waiting += case.phase is Phase.WAITING
        for priority, count in self._counts.items():
            _set(count, f"{priority.value} {by_priority[priority]}")
        _set(self.waiting, self.tr("waiting {count}").format(count=waiting))
        dress(self.waiting, "alarm" if waiting else "muted")
        units = self._session.board.units.values()
        on_duty = sum(unit.status is not UnitStatus.OFF_DUTY for unit in units)
        free = free_count(units)
        _set(self.free, self.tr("available {free} of {all}").format(free=free, all=on_duty))
        self._show_lamp()

    def _tick(self) -> None:
        clock = self._session.clock
        now = clock.local(clock.now())
        _set(self.clock, f"{now:%H:%M:%S} {now.tzname()}")
        self._show_callers()

    def _show_lamp(self) -> None:
        follower, outage = self._session.services.follower, self._session.outage
        if outage is not None and (text := lamp_text(outage, self._session.clock.zone)):
            _set(self.lamp, text)
            dress(self.lamp, "alarm")
            return
        since = clock_text(follower.fresh_at, self._session.clock.zone)
        match follower.freshness:
            case Freshness.LIVE if follower.slow:
                _set(self.lamp, self.tr("● live, by a slow network"))
                dress(self.lamp, "warning")
            case Freshness.LIVE:
                _set(self.lamp, self.tr("● live"))
                dress(self.lamp, "good")
            case Freshness.STALE:
                _set(self.lamp, self.tr("▲ not read since {time}").format(time=since))
                dress(self.lamp, "alarm")
            case Freshness.CUT_OFF:
                _set(self.lamp, self.tr("✕ cut off since {time}").format(time=since))
                dress(self.lamp, "alarm")


class _PriorityMark(QWidget):
    """The painted shape of a priority; the label beside it says the same in words."""

    def __init__(self, session: Session, priority: Priority) -> None:
        super().__init__()
        self._session = session
        self._priority = priority

    def resize_to_look(self) -> None:
        """Take the size that the text size asks for."""
        side = self._session.look.px(11)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = QPainter(self)
        color = QColor(self._session.look.theme.priorities[self._priority])
        paint_priority(painter, QRectF(self.rect()), self._priority, color)
        painter.end()


def _set(target: QLabel, text: str) -> None:
    if target.text() != text:
        target.setText(text)
