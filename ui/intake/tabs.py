"""The strip of open calls: one tab a call, with its clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ui.theme import Face, Look

_IN_A_ROW = 3
_SEPARATOR = " · "
_CIRCLED = ord("①")
_CIRCLED_UP_TO = 20


def circled(place: int) -> str:
    """A tab's number: ① to ⑳, (21) from there on."""
    return chr(_CIRCLED + place - 1) if place <= _CIRCLED_UP_TO else f"({place})"


@dataclass(frozen=True, slots=True)
class Tab:
    """What one tab shows. Below the clock `parts` tell how the call stands and who calls, as many as fit."""

    call: str
    place: int
    age: str
    parts: tuple[str, ...]
    current: bool
    waiting: bool
    """Whether the caller is on hold."""


class TabStrip(QWidget):
    """Tabs side by side, three in a row. Keys switch them; a click does too."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._buttons: dict[str, _TabButton] = {}
        self._tabs: Sequence[Tab] = ()
        self.fit()

    def fit(self) -> None:
        """Take the present text size."""
        self._grid.setSpacing(self._look.px(5))
        for button in self._buttons.values():
            button.updateGeometry()

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show these tabs, painting only what differs."""
        if [tab.call for tab in tabs] != [tab.call for tab in self._tabs]:
            self._arrange(tabs)
        self._tabs = tabs
        for tab in tabs:
            self._buttons[tab.call].show_tab(tab)

    def _arrange(self, tabs: Sequence[Tab]) -> None:
        wanted = {tab.call for tab in tabs}
        for call in [call for call in self._buttons if call not in wanted]:
            button = self._buttons.pop(call)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        for at, tab in enumerate(tabs):
            if tab.call not in self._buttons:
                self._buttons[tab.call] = button = _TabButton(self._look)
                button.clicked.connect(partial(self.picked.emit, tab.call))
            self._grid.addWidget(self._buttons[tab.call], at // _IN_A_ROW, at % _IN_A_ROW)


class _TabButton(QPushButton):
    """A tab. Its whole text is the button's text, so that it can be read aloud."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tab: Tab | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_tab(self, tab: Tab) -> None:
        """Show a tab."""
        if tab == self._tab:
            return
        self._tab = tab
        self.setChecked(tab.current)
        self.setText(" ".join((circled(tab.place), tab.age, _SEPARATOR.join(tab.parts))))
        self.update()

    def nextCheckState(self) -> None:
        """Only the panel decides which tab is current."""

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(self._look.px(100), self._look.px(37))

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(1, self._look.px(37))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number and clock above, how the call stands below; the current tab on the accent."""
        tab, look, theme = self._tab, self._look, self._look.theme
        if tab is None:
            return
        painter = QPainter(self)
        area = self.rect()
        painter.fillRect(area, look.color(theme.selection if tab.current else theme.raised))
        if tab.current:
            bar = look.px(2)
            painter.fillRect(QRect(0, area.height() - bar, area.width(), bar), look.color(theme.accent))
        inner = area.adjusted(look.px(7), look.px(2), -look.px(5), -look.px(4))
        painter.setFont(look.font(bold=tab.current))
        painter.setPen(look.color(theme.warning if tab.waiting else theme.text))
        top = QRect(inner.left(), inner.top(), inner.width(), look.px(17))
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, f"{circled(tab.place)} {tab.age}")
        painter.setFont(look.font(Face.SMALL))
        painter.setPen(look.color(theme.warning if tab.waiting else theme.muted))
        below = QRect(inner.left(), top.bottom(), inner.width(), inner.bottom() - top.bottom())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, _fitting(tab.parts, painter, below.width()))
        painter.end()


def _fitting(parts: Sequence[str], painter: QPainter, width: int) -> str:
    """As many parts as fit, each whole: half a number is worse than none."""
    for count in range(len(parts), 1, -1):
        text = _SEPARATOR.join(parts[:count])
        if painter.fontMetrics().horizontalAdvance(text) <= width:
            return text
    return parts[0] if parts else ""
