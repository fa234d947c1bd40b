"""The desk, or a bare window, with stamps of what it does printed as JSON lines.

The desk is the product as it is: what is watched is added here from outside, by a window that tells when it
has painted and by filters on single widgets. Times are milliseconds of `time.monotonic`, the clock of the X
server's stamps too.

    python -m benchmarks.watched desk <arguments of the desk>
    python -m benchmarks.watched bare
"""

import sys
from collections.abc import Callable
from functools import cache
from itertools import count, islice
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget

from benchmarks.stamps import now, say

Ready = Callable[[Any], None]
"""Called with the view of the desk, once it can be used."""


class Watch(QObject):
    """Says when keys came and when what they changed was painted; `window` tells it when painting is done."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[float] = []
        self._painted = False
        self._edited: QWidget | None = None
        self.after_paint: list[Callable[[], None]] = []

    def follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch the widget in which is typed."""
        if self._edited is not None:
            for one in _parts(self._edited):
                one.removeEventFilter(self)
        self._edited = new
        if new is not None:
            for one in _parts(new):
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keys as they come, with the X server's own stamp, and paints of what is typed into."""
        kind = event.type()
        if kind == QEvent.Type.Paint:
            self._painted = True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().isprintable():
            self._keys.append(float(event.timestamp()))
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asks_to_open(event):
            say("asked", float(event.timestamp()))
        return super().eventFilter(watched, event)

    def painted(self) -> None:
        """The window has painted what was due."""
        if self._painted and self._keys:
            at = now()
            for key in self._keys:
                say("typed", at, key=key, into=type(self._edited).__name__)
            self._keys.clear()
        self._painted = False
        for one in self.after_paint:
            one()


def run_desk(arguments: list[str], on_ready: Ready) -> int:
    """Run the desk until it is closed; its exit code."""
    import main
    from ui import main_window

    watch = watch_here()

    class Window(main_window.MainWindow):
        """The desk's window, which tells when it has painted and when the desk stands in it."""

        def event(self, event: QEvent) -> bool:
            """See `Watch.painted`."""
            done = super().event(event)
            if event.type() == QEvent.Type.UpdateRequest:
                watch.painted()
            elif event.type() == QEvent.Type.Paint:
                _say_once("first paint")
            return done

        def show_page(self, page: QWidget) -> None:
            """The desk itself is what comes as a `DeskView`."""
            super().show_page(page)
            if type(page).__name__ == "DeskView":
                QApplication.instance().focusChanged.connect(watch.follow_focus)  # type: ignore[union-attr] # - it runs
                _when_usable(self, page, lambda: on_ready(page))

    setattr(main_window, "MainWindow", Window)  # noqa: B010 - mypy takes no assignment to a class
    return main.main(arguments)


def run_bare() -> int:
    """A window with nothing but a field for text."""
    app = QApplication(sys.argv[:1])
    watch = watch_here()

    class Window(QMainWindow):
        """Tells when it has painted."""

        def event(self, event: QEvent) -> bool:
            """See `Watch.painted`."""
            done = super().event(event)
            if event.type() == QEvent.Type.UpdateRequest:
                watch.painted()
            elif event.type() == QEvent.Type.Paint:
                _say_once("first paint")
            return done

    app.focusChanged.connect(watch.follow_focus)
    window, field = Window(), QPlainTextEdit()
    window.setCentralWidget(field)
    window.resize(1366, 768)
    window.show()
    field.setFocus()
    _when_usable(window, field, lambda: say("ready", window=int(window.winId())))
    return app.exec()


@cache
def watch_here() -> Watch:
    """The watch of this process."""
    return Watch()


_said: set[str] = set()


def _say_once(what: str) -> None:
    """Say it in the next turn of the loop, when what was painted has been handed to the screen."""
    if what not in _said:
        _said.add(what)
        QTimer.singleShot(0, lambda: say(what))


def _asks_to_open(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Return and bool(control)


def _when_usable(window: QMainWindow, widget: QWidget, then: Callable[[], None]) -> None:
    """Call `then` as soon as the widget is seen and holds the focus of its window."""

    def look() -> None:
        focus = window.focusWidget()
        if widget.isVisible() and (focus is widget or widget.isAncestorOf(focus)):
            then()
        else:
            QTimer.singleShot(1, look)

    class FirstPaint(QObject):
        """Looks once the widget has been painted for the first time."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """See the class."""
            if event.type() == QEvent.Type.Paint:
                widget.removeEventFilter(self)
                QTimer.singleShot(0, look)
            return super().eventFilter(watched, event)

    widget.installEventFilter(FirstPaint(widget))


def _parts(widget: QWidget) -> list[QWidget]:
    viewport = getattr(widget, "viewport", None)
    return [widget] if viewport is None else [widget, viewport()]


def tell_acts(view: Any) -> None:
    """Say with every hundredth act of others how many have come to the board."""
    come = count(1)

    def took(change: Any) -> None:
        for at in islice(come, len(change.acts)):
            if at % 100 == 0:
                say("followed", acts=at)

    view.session.board_changed.connect(took)


def main_of_watched() -> int:
    """See the module."""
    if sys.argv[1] == "bare":
        return run_bare()

    def ready(view: Any) -> None:
        tell_acts(view)
        say("ready", window=int(view.window().winId()))

    return run_desk(sys.argv[2:], ready)


if __name__ == "__main__":
    sys.exit(main_of_watched())
