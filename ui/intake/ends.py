"""One key each to end a call without an incident, with today's counts in sight."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from desktop.domain.calls import UNCOUNTED_TYPES, CallType
from ui.actions import BY_ID, key_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.theme import Face, Look

COMMANDS: Mapping[CallType, str] = {
    CallType.PRANK: "call.prank",
    CallType.SILENT: "call.silent",
    CallType.DROPPED: "call.dropped",
    CallType.INFORMATION: "call.information",
    CallType.WRONG_NUMBER: "call.wrong_number",
    CallType.OUTSIDE_AREA: "call.outside_area",
    CallType.MISTAKE: "call.mistake",
}
"""The command that ends a call as each type."""
UNDO = "call.undo_end"
_SHORT: Mapping[CallType, str] = {
    CallType.PRANK: QT_TRANSLATE_NOOP("Ends", "Prank"),
    CallType.SILENT: QT_TRANSLATE_NOOP("Ends", "Silent"),
    CallType.DROPPED: QT_TRANSLATE_NOOP("Ends", "Dropped"),
    CallType.INFORMATION: QT_TRANSLATE_NOOP("Ends", "Information"),
    CallType.WRONG_NUMBER: QT_TRANSLATE_NOOP("Ends", "Wrong number"),
    CallType.OUTSIDE_AREA: QT_TRANSLATE_NOOP("Ends", "Outside area"),
    CallType.MISTAKE: QT_TRANSLATE_NOOP("Ends", "Mistake or test"),
}
"""Words short enough for a button with a count of four digits."""


_BETWEEN = 2
"""Pixels of the design between rows."""
_HIGH = 20
"""Pixels of the design that a row is high."""
_MARGIN, _GAP = 7, 5
"""Pixels of the design beside and between the parts of a button's text."""


class Ends(QWidget):
    """The keys F6 to F12 and what takes the last one back, as buttons that show them."""

    asked = Signal(str)
    """The id of the command of the button that was clicked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._buttons = {call_type: self._button(command) for call_type, command in COMMANDS.items()}
        self._undo = self._button(UNDO)
        self._all = (*self._buttons.values(), self._undo)
        for at, button in enumerate(self._all):
            self._grid.addWidget(button, at // 2, at % 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._undo.show_parts(self.tr("take back"), "")
        self.show_counts({})
        self.show_last(None)
        self.fit()

    def fit(self) -> None:
        """Take the present text size."""
        self._grid.setHorizontalSpacing(self._look.px(4))
        self._grid.setVerticalSpacing(self._look.px(_BETWEEN))
        for button in self._all:
            button.updateGeometry()
        self.updateGeometry()

    def show_counts(self, counts: Mapping[CallType, int]) -> None:
        """Show how many calls ended as each type today; mistakes and tests are counted nowhere."""
        for call_type, button in self._buttons.items():
            count = "" if call_type in UNCOUNTED_TYPES else str(counts.get(call_type, 0))
            button.show_parts(QCoreApplication.translate("Ends", _SHORT[call_type]), count)

    def show_last(self, call_type: CallType | None) -> None:
        """Show whether an end can be taken back."""
        self._undo.setEnabled(call_type is not None)

    def _button(self, command: str) -> "KeyButton":
        button = KeyButton(self._look, key_text(BY_ID[command]))
        button.clicked.connect(partial(self.asked.emit, command))
        return button


class KeyButton(QPushButton):
    """A key, what it does, and something muted behind it. All of it is the button's text."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self._words = self._behind = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_parts(self, words: str, behind: str) -> None:
        """Show what the key does, and what stands behind it."""
        text = " ".join(part for part in (self._key, words, behind) if part)
        if text != self.text():
            self._words, self._behind = words, behind
            self.setText(text)

    def sizeHint(self) -> QSize:
        """One line, a little lower than a field."""
        return QSize(self._look.px(120), self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(1, self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The key bold, the words plain, the rest muted; all smaller where there is little room."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setPen(look.color(theme.line))
        painter.setBrush(look.color(theme.selection if self.isDown() else theme.raised))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        inner = self.rect().adjusted(look.px(_MARGIN), 0, -look.px(_MARGIN), 0)
        ink = theme.text if self.isEnabled() else theme.muted
        face = Face.BASE if self.width_needed(Face.BASE) <= self.width() else Face.SMALL
        for (text, font), color in zip(self._parts(face), (ink, ink, theme.muted), strict=True):
            painter.setFont(font)
            painter.setPen(look.color(color))
            painter.drawText(QRect(inner), Qt.AlignmentFlag.AlignVCenter, text)
            inner.setLeft(inner.left() + QFontMetrics(font).horizontalAdvance(text) + look.px(_GAP))
        painter.end()

    def width_needed(self, face: Face) -> int:
        """Pixels that the whole text takes in that face."""
        parts = [(text, font) for text, font in self._parts(face) if text]
        texts = sum(QFontMetrics(font).horizontalAdvance(text) for text, font in parts)
        return texts + self._look.px(_GAP) * (len(parts) - 1) + 2 * self._look.px(_MARGIN)

    def _parts(self, face: Face) -> list[tuple[str, QFont]]:
        look = self._look
        return [
            (self._key, look.font(face, bold=True)),
            (self._words, look.font(face)),
            (self._behind, look.font(face)),
        ]
