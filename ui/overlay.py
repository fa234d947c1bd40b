"""What lies over the desk for a while: the look-up, what waits for a decision, the list of desks."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from ui.theme import Look


class Overlay(QFrame):
    """Lies over a widget until it is left; then the focus goes back to where it was.

    `width`, `height`: pixels of the design, at most; less where there is less room.
    """

    def __init__(self, look: Look, over: QWidget, width: int, height: int) -> None:
        super().__init__(over)
        self.setProperty("dress", "panel")
        self._look = look
        self._over = over
        self._size = (width, height)
        self._before: QWidget | None = None
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def lie_over(self, focus: QWidget) -> None:
        """Show it, with the cursor in one of its fields."""
        px = self._look.px
        width = min(px(self._size[0]), self._over.width() - px(40))
        height = min(px(self._size[1]), self._over.height() - px(80))
        self.setGeometry((self._over.width() - width) // 2, px(44), width, height)
        before = self._over.window().focusWidget()
        if not self.isAncestorOf(before):
            self._before = before
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to where the focus was."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_changed(self) -> None:
        """A key may have led elsewhere, as F2 into a call: what is typed there must be seen.

        Looked at once the key is done: while a question makes room the focus may wander.
        """
        QTimer.singleShot(0, self, self._give_way)

    def _give_way(self) -> None:
        focus = self.window().focusWidget()
        if self.isVisible() and not self.isAncestorOf(focus):
            self.hide()
