"""The key sheet, made from the command table: shown over the desk by one key, gone by the next."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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
        narrow: QWidget | None = None
        for count, face in _LAYOUTS:  # one after another: each has a label for every key and every command
            made = self._columns(count, face)
            size = made.sizeHint()
            if size.width() <= wide and size.height() <= high:
                break
            if narrow is None and size.width() <= wide - bar.width():
                narrow = made
        else:
            made = narrow or made
        self._area.setWidget(made)

    def _columns(self, count: int, face: str) -> QWidget:
        """The commands in columns of one length; a group goes on in the next column under its head."""
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(14))
        ordered = [one for group in Group for one in COMMANDS if one.group is group]
        length = ceil(len(ordered) / count)
        for part in (ordered[at : at + length] for at in range(0, len(ordered), length)):
            column = QVBoxLayout()
            column.setSpacing(self._look.px(2))
            for group in dict.fromkeys(one.group for one in part):
                column.addWidget(label(self._translated(GROUP_WORDS[group]).upper(), "head"))
                column.addLayout(self._table([one for one in part if one.group is group], face))
            column.addStretch(1)
            row.addLayout(column, 1)
        return inside

    def _table(self, commands: list[Command], face: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(8))
        grid.setVerticalSpacing(self._look.px(1))
        for at, command in enumerate(commands):
            text = words_of(command)
            if command.scope is not Scope.EVERYWHERE:
                text = f"{text} ({self._translated(SCOPE_WORDS[command.scope])})"
            grid.addWidget(label(key_text(command), "good" if face == "plain" else "small-good"), at, 0)
            grid.addWidget(label(text, face), at, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _translated(self, source: str) -> str:
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("Commands", source)
