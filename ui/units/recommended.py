"""What is recommended, below the units: lines that can be swapped, and what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.domain.plans import FIRST_LEVEL
from desktop.domain.recommendation import Pick, Slot
from ui.actions import BY_ID, key_text
from ui.panel import label
from ui.session import Session
from ui.theme import Face
from ui.units.recommended_words import (
    lacking_text,
    pick_text,
    reckoned_text,
    tell_text,
    uncovered_text,
)
from ui.units.recommending import Recommending

_SLOT = Qt.ItemDataRole.UserRole
_LEAST_LINES = 40
"""Pixels of the design that the lines keep where there is little room: two of them."""


class PickList(QListWidget):
    """One line a pick. Right and left swap it, Delete leaves it out, Enter sends all, Escape leaves."""

    swapped = Signal(object, int)
    dropped = Signal(object)
    entered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._look = session.look
        self._back: QWidget | None = None
        self.setAccessibleName(self.tr("Recommended"))
        self.setProperty("dress", "picks")
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._needed = 0

    def show_lines(self, lines: Sequence[tuple[Slot, str]]) -> None:
        """Show these lines; the cursor stays where it is, a line that says the same is left alone."""
        for at, (slot, text) in enumerate(lines):
            item = self.item(at) if at < self.count() else QListWidgetItem(self)
            if item.text() != text:
                item.setText(text)
            item.setData(_SLOT, (slot.need, slot.at))
        if not lines:
            self.leave()  # hidden with the cursor in it, it would hand that to whatever comes next
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        self.fit()

    def fit(self) -> None:
        """Be as high as the lines need at the present width and text size."""
        self.setFont(self._look.font(Face.SMALL))
        metrics, px = QFontMetrics(self.font()), self._look.px
        width = max(1, self.viewport().width() - px(6))
        total = 0
        for at in range(self.count()):
            item = self.item(at)
            wrapped = metrics.boundingRect(
                QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), item.text()
            )
            height = wrapped.height() + px(4)
            item.setSizeHint(QSize(width, height))
            total += height
        self._needed = total + 2 if total else 0
        self.setMaximumHeight(self._needed)
        self.updateGeometry()
        self.setVisible(self.count() > 0)

    def sizeHint(self) -> QSize:
        """All lines."""
        return QSize(self._look.px(100), self._needed)

    def minimumSizeHint(self) -> QSize:
        """Where there is little room, some lines: the others are scrolled to."""
        return QSize(self._look.px(100), min(self._needed, self._look.px(_LEAST_LINES)))

    def go(self) -> None:
        """Take the cursor; the place from which it came gets it back."""
        if not self.hasFocus():
            self._back = QApplication.focusWidget()
        self.window().activateWindow()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Give the cursor back to where it was, if it is here."""
        back, self._back = self._back, None
        if not self.hasFocus():
            return
        if back is not None and isValid(back) and back.isVisible():
            back.window().activateWindow()
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        row = self.currentRow()
        slot = Slot(*self.item(row).data(_SLOT)) if row >= 0 else None
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left if slot is not None:
                self.swapped.emit(slot, 1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Delete if slot is not None:
                self.dropped.emit(slot)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line of which keys speak is shown as chosen."""
        super().focusInEvent(event)
        self.setCurrentRow(max(0, self.currentRow()))
        self.item(self.currentRow()).setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the cursor no line is chosen."""
        super().focusOutEvent(event)
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap differently at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class RecommendedStrip(QFrame):
    """Head, picks, gaps, what is left uncovered, whom to tell; hidden where nothing is recommended."""

    def __init__(self, session: Session, recommending: Recommending) -> None:
        super().__init__()
        self._session = session
        self._recommending = recommending
        self.setProperty("dress", "strip")
        self._head = label("", "strip-head")
        self.picks = PickList(session)
        self._lacking = label("", "problem")
        self._left = label("", "warning-line")
        self._tell = label("", "small")
        self._foot = label("", "hint")
        self._layout = QVBoxLayout(self)
        for one in (self._head, self.picks, self._lacking, self._left, self._tell, self._foot):
            self._layout.addWidget(one)
        self._texts = (self._head, self._lacking, self._left, self._tell, self._foot)
        for text in self._texts:
            text.setWordWrap(True)
        self.picks.swapped.connect(recommending.swap)
        self.picks.dropped.connect(recommending.drop)
        recommending.changed.connect(self.show_it)
        session.look_changed.connect(self.fit)
        self.fit()
        self.show_it()

    @property
    def said(self) -> str:
        """All that the strip says, line by line."""
        lines = [self.picks.item(row).text() for row in range(self.picks.count())]
        head, *around = (one.text() for one in self._texts)
        return "\n".join(one for one in (head, *lines, *around) if one)

    def fit(self) -> None:
        """Take the present text size."""
        px = self._session.look.px
        self._layout.setContentsMargins(px(8), px(4), px(6), px(4))
        self._layout.setSpacing(px(2))
        self.picks.fit()
        self._bound()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap differently at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._bound()

    def event(self, event: QEvent) -> bool:
        """Words need another height in another text size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._bound()
        return super().event(event)

    def _bound(self) -> None:
        """Keep the height that the words need; of the lines some may be scrolled to."""
        margins, spacing = self._layout.contentsMargins(), self._layout.spacing()
        width = max(1, self.contentsRect().width() - margins.left() - margins.right())
        words = margins.top() + margins.bottom()
        for one in (one for one in self._texts if one.text()):
            one.setMinimumHeight(one.heightForWidth(width))
            words += one.minimumHeight() + spacing
        self.setMinimumHeight(words + self.picks.minimumSizeHint().height())
        self.setMaximumHeight(words + self.picks.sizeHint().height() + spacing)

    def hasHeightForWidth(self) -> bool:
        """Its bounds are set outright: a layout that asks for height by width never lets it shrink."""
        return False

    def show_it(self) -> None:
        """Say what is recommended now."""
        found = self._recommending.left
        case = self._session.board.cases.get(found.incident) if found is not None else None
        if found is None or case is None or not (found.picks or found.gaps or found.tell):
            self.picks.leave()
            self.hide()
            return
        session, picks = self._session, self._recommending.picks
        number = session.number(case)
        head = self.tr("Recommended for {number}")
        if found.level > FIRST_LEVEL:
            head = self.tr("Recommended for {number}, alarm {level}")
        lines = [(pick.slot, self._line(pick.slot, picks)) for pick in found.picks]
        _say(self._head, head.format(number=number, level=found.level))
        self.picks.show_lines(lines)
        _say(self._lacking, lacking_text(found))
        _say(self._left, "\n".join(uncovered_text(session, one) for one in found.uncovered))
        _say(self._tell, tell_text(session.reference, found.tell, sends=bool(found.picks)))
        _say(self._foot, self._keys(bool(picks), reckoned_text(session, found) if lines else ""))
        self._bound()
        self.show()

    def _line(self, slot: Slot, picks: Sequence[Pick]) -> str:
        pick = next((one for one in picks if one.slot == slot), None)
        return pick_text(self._session, pick) if pick is not None else self.tr("nobody (Del takes back)")

    def _keys(self, sends: bool, reckoned: str) -> str:
        keys = ""
        if sends:
            keys = self.tr("{assign} assigns · {swap} swaps (← →, Del)").format(
                assign=key_text(BY_ID["units.assign_recommended"]), swap=key_text(BY_ID["units.swap"])
            )
        return "\n".join(one for one in (keys, reckoned) if one)


def _say(widget: QLabel, text: str) -> None:
    if widget.text() != text:
        widget.setText(text)
    widget.setVisible(bool(text))
