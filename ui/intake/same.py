"""Incidents that the current call may be about: found with each key, shown below the form, joined by key."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.board import Case, Reference
from desktop.matching.events import Fit, Likely, Report, SameEvent
from desktop.matching.spots import Spot, hear_spot, make_spot
from ui.actions import BY_ID, key_text
from ui.intake.calls import Calls
from ui.intake.strips import Strip
from ui.intake.work import CallWork
from ui.panel import label
from ui.session import Session
from ui.times import age_text
from ui.words import category_name

AFTER_MS = 20
"""Pause after a key, so that the letter is painted first."""
_SHOWN = 48
"""Letters of kind and place that are shown: more would take a second line."""
_LINE = 15
"""Pixels of the design of a line in small letters."""


class SameEvents(QObject):
    """Compares the current call with the board. Joins nothing by itself."""

    changed = Signal()
    """Other incidents are likely now, or another of them is chosen."""

    def __init__(self, session: Session, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._calls = calls
        self._finder = SameEvent()
        self._found: tuple[Likely, ...] = ()
        self._chosen = ""
        self._heard: tuple[str | None, Reference, Spot] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self.look)

    @property
    def likely(self) -> tuple[Likely, ...]:
        """What is likely for the current call, the chosen one first."""
        return tuple(sorted(self._found, key=lambda one: one.incident != self._chosen))

    def look_soon(self) -> None:
        """Look again: something was typed, or the board changed."""
        if not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Compare the current call with what is on the board now."""
        self._soon.stop()
        work = self._calls.current
        report = None if work is None or work.call.has_incident or work.call.done else self._report(work)
        board = self._session.board
        found = () if report is None else self._finder.find(report, board.cases, board.reference)
        if found != self._found:
            self._found = found
            if self._chosen not in {one.incident for one in found}:
                self._chosen = ""
            self.changed.emit()

    def choose_next(self) -> bool:
        """Choose the next likely incident; whether there is another."""
        ids = [one.incident for one in self._found]
        if len(ids) > 1:
            at = ids.index(self._chosen) if self._chosen in ids else 0
            self._chosen = ids[(at + 1) % len(ids)]
            self.changed.emit()
        return len(ids) > 1

    def chosen(self) -> Case | None:
        """The likely incident that a key joins, as the board has it now; what is typed counts already."""
        self.look()
        first = next(iter(self.likely), None)
        return None if first is None else self._session.board.cases.get(first.incident)

    def _report(self, work: CallWork) -> Report:
        values = work.read().values
        spot = make_spot(
            _text(values.get("address")),
            _text(values.get("landmark")),
            _text(values.get("area")),
            (_degrees(values.get("latitude")), _degrees(values.get("longitude"))),
            self._session.reference,
        )
        if not spot.known:
            spot = self._told(_text(values.get("narrative")))
        return Report(
            spot,
            _text(values.get("category")),
            self._session.clock.now(),
            self._called_about(work, values.get("number")),
        )

    def _told(self, narrative: str | None) -> Spot:
        """What the narrative says of the place; in a surge the board changes oftener than the narrative."""
        reference = self._session.reference
        known = self._heard
        if known is None or known[0] != narrative or known[1] is not reference:
            known = self._heard = (narrative, reference, hear_spot(narrative, reference))
        return known[2]

    def _called_about(self, work: CallWork, number: object) -> frozenset[str]:
        if number is None:
            return frozenset()
        running = {
            entry.call.incident
            for entry in self._session.board.calls.values()
            if entry.private.number == number and entry.id != work.call.id
        }
        history = work.call.history
        if history is not None and history.number.number == number:
            running |= {one.incident for one in history.number.calls}
        return frozenset(one for one in running if one is not None)


class SameStrip(Strip):
    """What may be the same event: the one that a key joins, why, and the others below."""

    def __init__(self, session: Session, events: SameEvents) -> None:
        self._session = session
        self._events = events
        self._head = label("", "strip-head")
        self._why = label("", "hint")
        self._others = _Others(session)
        super().__init__(session.look, (self._head, self._why), self._others)
        events.changed.connect(self.show_likely)

    def show_likely(self) -> None:
        """Show what is likely now, or nothing."""
        likely = self._events.likely
        cases = [self._session.board.cases.get(one.incident) for one in likely]
        shown = [(one, case) for one, case in zip(likely, cases, strict=True) if case is not None]
        if not shown:
            self.hide()
            return
        first, case = shown[0]
        self._head.setText(self._title(first, case))
        self._why.setText(self._reasons(first, case))
        self._others.show_lines([self._what(case), *(self._short(one, case) for one, case in shown[1:])])
        self.bound()
        self.show()

    def _title(self, one: Likely, case: Case) -> str:
        number, key = self._session.number(case), key_text(BY_ID["call.join_likely"])
        if one.closed:
            return self.tr("Maybe the same, closed: {number}").format(number=number)
        text = self.tr("Maybe the same: {number}, {score} — {key} joins")
        return text.format(number=number, score=f"{one.score:.0%}", key=key)

    def _what(self, case: Case) -> str:
        incident, reference = case.incident, self._session.reference
        category = category_name(reference.categories.get(incident.category or ""))
        where = incident.address or incident.landmark or ""
        text = f"{category} · {where}" if where else category
        return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"

    def _reasons(self, one: Likely, case: Case) -> str:
        parts = [self.tr("same number") if one.same_number else "", self._where(one)]
        parts.append(age_text(timedelta(minutes=one.minutes)))
        if one.fit is Fit.SAME:
            parts.append(self.tr("same category"))
        elif one.fit is Fit.RELATED:
            parts.append(self.tr("related category"))
        if case.callers > 1:
            parts.append(self.tr("{count} callers").format(count=case.callers))
        return " · ".join(part for part in parts if part)

    def _short(self, one: Likely, case: Case) -> str:
        key = key_text(BY_ID["call.other_likely"])
        parts = (self._session.number(case), self._where(one), f"{one.score:.0%}", key)
        return " · ".join(part for part in parts if part)

    def _where(self, one: Likely) -> str:
        near = one.near
        if near.metres is not None and near.value:
            return f"{near.metres:.0f} m"
        if near.shared:
            return self.tr("same: {words}").format(words=" ".join(near.shared))
        return self.tr("same kelurahan") if near.same_area else ""


class _Others(QWidget):
    """A line about the likely incident and one for each other, as many as there is room for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines = [label("", "hint", self) for _ in range(3)]
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_lines(self, texts: Sequence[str]) -> None:
        """Show these lines."""
        self._count = min(len(texts), len(self._lines))
        for line, text in zip(self._lines, texts, strict=False):
            line.setText(text)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """All lines."""
        return QSize(1, self._height() * self._count)

    def minimumSizeHint(self) -> QSize:
        """None of them."""
        return QSize(1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only whole lines."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        height = self._height()
        fitting = min(self._count, self.height() // height)
        for at, line in enumerate(self._lines):
            line.setVisible(at < fitting)
            line.setGeometry(0, at * height, self.width(), height)

    def _height(self) -> int:
        return self._session.look.px(_LINE)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _degrees(value: object) -> float | None:
    return value if isinstance(value, float) else None
