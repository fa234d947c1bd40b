"""What lies at the foot of the window while an order is typed: what will happen, the line, the cure, help."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import BY_ID, key_text
from ui.orders.line import OrderField
from ui.panel import label
from ui.theme import Look
from ui.turns import Turns


class OrderBar(QFrame):
    """Lies over the foot of a widget; nothing below it moves. It goes when the line is left."""

    def __init__(self, look: Look, turns: Turns, over: QWidget, offered: Callable[[], bool]) -> None:
        super().__init__(over)
        self.setProperty("dress", "panel")
        self._look = look
        self._over = over
        self.line = OrderField(
            look, self.tr("Order"), self.tr("send dam4, a3 to 003; mind the cable"), turns, offered
        )
        self.preview = label("", "plain")
        self.problem = label("", "problem")
        self.offered = label("", "label")
        self.help = label("", "hint")
        self._lay_out()
        self.hide()
        over.installEventFilter(self)
        self.line.left.connect(self.hide)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def open(self) -> None:
        """Show it, with the cursor in the line."""
        self.show()
        self.raise_()
        self.fit()
        self.line.go()

    def put_away(self) -> None:
        """Empty the line and hide, without giving the focus back: it goes elsewhere."""
        self.line.clear()
        self.hide()

    def tell(
        self, preview: str, problem: str, wrong: tuple[int, int] | None, offered: str, help_: str
    ) -> None:
        """Show what is understood; the problem stands where it is in the text, in place of what is offered.

        Each has its line also while it is empty: nothing moves with each key, and little is painted anew.
        """
        self.line.mark(wrong)
        self._put_below(problem, self.line.wrong_at if wrong is not None else 0)
        told = (
            (self.preview, preview),
            (self.problem, problem),
            (self.offered, "" if problem else offered),
            (self.help, help_),
        )
        changed = [one for one, text in told if one.text() != text]
        for one, text in told:
            if one in changed:
                one.setText(text)
        self.problem.setVisible(bool(problem))
        self.offered.setVisible(not problem)
        if changed:
            self.fit()

    def fit(self) -> None:
        """Take as much of the foot as the words need."""
        if not self.isVisible():
            return
        for one in (self.preview, self.problem, self.offered, self.help):
            one.setMinimumHeight(one.fontMetrics().height())
        width = self._over.width()
        self._column.activate()  # or words that are gone would still have their room
        height = max(self._column.totalHeightForWidth(width), self._column.totalMinimumSize().height())
        if (wanted := QRect(0, self._over.height() - height, width, height)) != self.geometry():
            self.setGeometry(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of what it lies over."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def _put_below(self, problem: str, place: int) -> None:
        """Let the problem begin below the mistake, or as far left as its words need."""
        room = self.line.width() - self.problem.fontMetrics().horizontalAdvance(problem) - self._look.px(8)
        indent = max(0, min(place, room))
        if indent != self.problem.indent():
            self.problem.setIndent(indent)

    def _lay_out(self) -> None:
        px = self._look.px
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(6), px(10), px(6))
        column.setSpacing(px(3))
        for one in (self.preview, self.problem, self.offered, self.help):
            one.setWordWrap(True)
        self.help.setAlignment(Qt.AlignmentFlag.AlignLeft)
        caption = label(self.tr("ORDER {key}").format(key=key_text(BY_ID["desk.order"])), "head")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(caption)
        below = QVBoxLayout()
        below.setSpacing(px(2))
        below.addWidget(self.preview)
        below.addWidget(self.line)
        for one in (self.problem, self.offered, self.help):
            below.addWidget(one)
        row.addLayout(below, 1)
        row.setAlignment(caption, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A key may have led elsewhere: what is typed there must be seen. Another program does not count."""
        if new is not None and self.isVisible() and new is not self.line:
            self.hide()
