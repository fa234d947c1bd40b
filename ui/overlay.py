"""What lies over the desk for a while: the look-up, what waits for a decision, the list of desks."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from ui.theme import Look

IN_SIGHT = "in_sight"
"""Property of a widget at the top of what is covered: no page lies over it, however late it comes."""
_TOP = 44
"""Pixels of the design above a page."""


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
        children = over.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._in_sight = [one for one in children if one.property(IN_SIGHT)]
        for one in self._in_sight:
            one.installEventFilter(self)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def lie_over(self, focus: QWidget) -> None:
        """Show it, with the cursor in one of its fields."""
        self._take_room()
        before = self._over.window().focusWidget()
        if not self.isAncestorOf(before):
            self._before = before
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to(self, field: QWidget) -> None:
        """Put the cursor into one of its fields; not where it was left: the cursor is elsewhere by now."""
        if self.isVisible():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to where the focus was. Left already, it takes the focus from nobody."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep below what stays in sight."""
        moved = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move)
        if self.isVisible() and event.type() in moved and watched in self._in_sight:
            QTimer.singleShot(0, self, self._take_room)
        return super().eventFilter(watched, event)

    def _take_room(self) -> None:
        px, over = self._look.px, self._over
        below = [one.geometry().bottom() + px(4) for one in self._in_sight if one.isVisible()]
        top = max(px(_TOP), *below, 0)
        width = min(px(self._size[0]), over.width() - px(40))
        height = min(px(self._size[1]), over.height() - px(80 - _TOP) - top)
        self.setGeometry((over.width() - width) // 2, top, width, height)

    def _focus_changed(self) -> None:
        """A key may have led elsewhere, as F2 into a call: what is typed there must be seen.

        Looked at once the key is done: while a question makes room the focus may wander.
        """
        QTimer.singleShot(0, self, self._give_way)

    def _give_way(self) -> None:
        focus = self.window().focusWidget()
        if self.isVisible() and not self.isAncestorOf(focus):
            self.hide()
