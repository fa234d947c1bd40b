"""Where the panels stand: side by side while they fit, stacked where they do not."""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.theme import Look

INTAKE_WIDTH, MIDDLE_WIDTH, UNITS_WIDTH = 318, 658, 284
"""Widths, in pixels of the design, that the three columns need for their texts."""

_INTAKE_EASE = 18
"""What the call takes more where there is room, so that all its keys stand in one size."""


class Arrangement(StrEnum):
    """How many columns there are."""

    THREE = "three"
    TWO = "two"
    ONE = "one"


class Columns(QWidget):
    """Intake, list over pane, units. The splits of each arrangement are remembered on their own."""

    def __init__(self, look: Look, intake: QWidget, middle: list[QWidget], units: QWidget) -> None:
        super().__init__()
        self._look = look
        self._intake = Scrolling(intake)
        self._units = units
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._down = QSplitter(Qt.Orientation.Vertical)
        for splitter in (self._across, self._down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(look.px(6))
        for widget in middle:
            self._down.addWidget(widget)
        self._across.addWidget(self._intake)
        self._across.addWidget(self._down)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(look.px(8), 0, look.px(8), look.px(2))
        self._layout.addWidget(self._across)
        self.setMinimumWidth(1)  # the columns ask for their own: what is narrower than they are stacks
        self._detached = False
        self.arrangement: Arrangement | None = None
        self._percent = look.percent
        self._states: dict[str, QByteArray] = {}
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack what no longer fits side by side."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Choose the arrangement for the present width and text size."""
        width = self.width()
        px = self._look.px
        if width >= px(INTAKE_WIDTH + MIDDLE_WIDTH + UNITS_WIDTH):
            wanted = Arrangement.THREE
        elif width >= px(INTAKE_WIDTH + MIDDLE_WIDTH - 100):
            wanted = Arrangement.TWO
        else:
            wanted = Arrangement.ONE
        rescaled, self._percent = self._percent != self._look.percent, self._look.percent
        if wanted is not self.arrangement:
            self._keep()
            self.arrangement = wanted
            self._place()
        if rescaled:
            self._require()
            self._size()

    def detach(self, units_away: bool) -> None:
        """Leave the units out, while they have a window of their own, or take them in again."""
        self._keep()
        self._detached = units_away
        self._place()

    def save(self, settings: QSettings) -> None:
        """Remember the splits."""
        self._keep()
        for name, state in self._states.items():
            settings.setValue(f"splits/{name}", state)

    def restore(self, settings: QSettings) -> None:
        """Take the remembered splits."""
        settings.beginGroup("splits")
        for name in settings.childKeys():
            state = settings.value(name)
            if isinstance(state, QByteArray):
                self._states[name] = state
        settings.endGroup()
        self._take()

    def _place(self) -> None:
        one = self.arrangement is Arrangement.ONE
        if one:
            self._down.insertWidget(0, self._intake)
        else:
            self._across.insertWidget(0, self._intake)
        if not self._detached:
            if self.arrangement is Arrangement.THREE:
                self._across.addWidget(self._units)
            else:
                self._down.addWidget(self._units)
            self._units.show()
        self._require()
        self._size()
        self._take()

    def _require(self) -> None:
        """Let no split, nor one remembered from another text size, cut what a column needs."""
        px = self._look.px
        self._intake.setMinimumWidth(0 if self.arrangement is Arrangement.ONE else px(INTAKE_WIDTH))
        self._units.setMinimumWidth(px(UNITS_WIDTH) if self.arrangement is Arrangement.THREE else 0)

    def _size(self) -> None:
        px = self._look.px
        if self.arrangement is Arrangement.THREE:
            margins = self._layout.contentsMargins()
            room = self.width() - margins.left() - margins.right() - 2 * self._across.handleWidth()
            spare = max(0, room - px(INTAKE_WIDTH + MIDDLE_WIDTH + UNITS_WIDTH))
            intake = px(INTAKE_WIDTH) + min(px(_INTAKE_EASE), spare // 2)
            rest = max(1, room - intake - px(UNITS_WIDTH))
            self._across.setSizes([intake, rest, px(UNITS_WIDTH)])
        elif self.arrangement is Arrangement.TWO:
            self._across.setSizes([px(INTAKE_WIDTH), max(1, self.width() - px(INTAKE_WIDTH))])
        self._across.setStretchFactor(self._across.indexOf(self._down), 1)
        self._down.setSizes([px(380), px(300), px(240)][: self._down.count()])

    def _name(self) -> str:
        return f"{self.arrangement}{'-apart' if self._detached else ''}"

    def _keep(self) -> None:
        if self.arrangement is not None and self.isVisible():
            self._states[f"{self._name()}-across"] = self._across.saveState()
            self._states[f"{self._name()}-down"] = self._down.saveState()

    def _take(self) -> None:
        for way, splitter in (("across", self._across), ("down", self._down)):
            state = self._states.get(f"{self._name()}-{way}")
            if state is not None:
                splitter.restoreState(state)


class Scrolling(QScrollArea):
    """A panel that may be taller than its place; the field with the focus is always in view."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = self.widget()
        if new is not None and inside is not None and inside.isAncestorOf(new):
            self.ensureWidgetVisible(new)
