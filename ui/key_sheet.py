"""The key sheet, made from the command table: shown over the desk by one key, gone by the next."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import delete

from ui.actions import COMMANDS, GROUP_WORDS, SCOPE_WORDS, Command, Group, Scope, key_text, words_of
from ui.panel import label
from ui.theme import Look

_LAYOUTS = ((3, "plain"), (4, "plain"), (3, "small"), (4, "small"), (2, "plain"), (1, "plain"))
"""Columns and the face of the words: the first in which nothing scrolls, else the first not too wide."""
_MARGIN = 16


class KeySheet(QFrame):
    """Every command with its key, by group, in as many columns as fit side by side."""

    def __init__(self, look: Look, parent: QWidget, more: Callable[[], str] = lambda: "") -> None:
        """`more`: what is told below the title, such as the operator's own abbreviations."""
        super().__init__(parent)
        self.setProperty("dress", "panel")
        self.setAccessibleName(self.tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._over = parent
        self._before: QWidget | None = None
        self._outer = outer = QVBoxLayout(self)
        self._title = label(self.tr("Keys — Escape closes"), "title")
        outer.addWidget(self._title)
        self._more = more
        self.more = label("", "hint")
        self.more.setWordWrap(True)
        outer.addWidget(self.more)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        outer.addWidget(area)
        self.hide()

    def toggle(self) -> None:
        """Show the sheet over the window, or put it away."""
        if self.isVisible():
            self._leave()
            return
        window = self._over
        margin = self._look.px(_MARGIN)
        self.setGeometry(window.rect().adjusted(margin, margin, -margin, -margin))
        self._before = window.window().focusWidget()
        self.more.setText(self._more())
        self.more.setVisible(bool(self.more.text()))
        self._fill()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the sheet away; arrows and pages scroll it."""
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 3,
            Qt.Key.Key_Up: -bar.singleStep() * 3,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        """Lay the columns out for this width and text size: nobody scrolls sideways by key."""
        margins, bar = self._outer.contentsMargins(), self._area.verticalScrollBar().sizeHint()
        wide = self.width() - margins.left() - margins.right()
        head = self._title.sizeHint().height() + self._outer.spacing()
        if self.more.text():
            head += self.more.heightForWidth(wide) + self._outer.spacing()
        high = self.height() - margins.top() - margins.bottom() - head
        self._area.setWidget(self._fitting(wide, high, bar.width()))

    def _fitting(self, wide: int, high: int, bar: int) -> "_Commands":
        """The commands so that nothing scrolls, else so that nothing scrolls sideways beside a bar."""
        made: dict[str, _Commands] = {}

        def in_columns(count: int, face: str) -> _Commands:
            found = made.get(face) or made.setdefault(face, _Commands(self._look, face))
            found.lay_out(count)
            return found

        narrow = _LAYOUTS[-1]
        for layout in _LAYOUTS:  # one after another: each face has labels for every key and command
            size = (shown := in_columns(*layout)).sizeHint()
            if size.width() <= wide and size.height() <= high:
                return shown
            if narrow is _LAYOUTS[-1] and size.width() <= wide - bar:
                narrow = layout
        return in_columns(*narrow)


class _Commands(QWidget):
    """Every command with its key in one face, in as many columns as are asked for."""

    def __init__(self, look: Look, face: str) -> None:
        super().__init__()
        self._look = look
        keys = "good" if face == "plain" else "small-good"
        self._labels = {
            one.id: (label(key_text(one), keys, self), label(_words(one), face, self)) for one in COMMANDS
        }
        self._heads: list[QLabel] = []

    def lay_out(self, count: int) -> None:
        """Columns of one length; a group goes on in the next column under its head."""
        for one in (self.layout(), *self._heads):
            if one is not None:
                delete(one)  # what it laid out stays, and knows its size
        self._heads = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(14))
        ordered = [one for group in Group for one in COMMANDS if one.group is group]
        length = ceil(len(ordered) / count)
        for part in (ordered[at : at + length] for at in range(0, len(ordered), length)):
            column = QVBoxLayout()
            column.setSpacing(self._look.px(2))
            for group in dict.fromkeys(one.group for one in part):
                self._heads.append(label(_translated(GROUP_WORDS[group]).upper(), "head", self))
                column.addWidget(self._heads[-1])
                column.addLayout(self._table([one for one in part if one.group is group]))
            column.addStretch(1)
            row.addLayout(column, 1)

    def _table(self, commands: list[Command]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(8))
        grid.setVerticalSpacing(self._look.px(1))
        for at, command in enumerate(commands):
            for column, one in enumerate(self._labels[command.id]):
                grid.addWidget(one, at, column)
        grid.setColumnStretch(1, 1)
        return grid


def _words(command: Command) -> str:
    """A command's words, with the panel in which its key works where that is one only."""
    if command.scope is Scope.EVERYWHERE:
        return words_of(command)
    return f"{words_of(command)} ({_translated(SCOPE_WORDS[command.scope])})"


def _translated(source: str) -> str:
    return QCoreApplication.translate("Commands", source)
