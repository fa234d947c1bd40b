"""Hints below the form about the caller and the place, under each other, the most pressing first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.panel import dress
from ui.theme import Look

GAP = 4
"""Pixels of the design between two strips."""


class Strip(QFrame):
    """One hint: lines that are always whole, and below them a part that gives way where there is little room.

    Lines wrap; one without a text takes no room. Hidden until it has something to say.
    """

    def __init__(self, look: Look, lines: Sequence[QLabel], spare: QWidget | None = None) -> None:
        super().__init__()
        self.pressing = False
        """Whether it stands above those that are not, whatever their order."""
        self._look = look
        self._lines = lines
        self._spare = spare
        self._layout = QVBoxLayout(self)
        for one in lines:
            one.setWordWrap(True)
            self._layout.addWidget(one)
        if spare is not None:
            self._layout.addWidget(spare, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        dress(self, "strip")
        self.fit()
        self.hide()

    def fit(self) -> None:
        """Take the present text size."""
        px = self._look.px
        self._layout.setContentsMargins(px(8), px(4), px(6), px(4))
        self._layout.setSpacing(px(2))
        self.bound()

    def bound(self) -> None:
        """Take the height that the present lines need: to be called when they changed."""
        margins, spacing = self._layout.contentsMargins(), self._layout.spacing()
        width = max(1, self.width() - margins.left() - margins.right())
        for one in self._lines:
            one.setVisible(bool(one.text()))
        needed = sum(one.heightForWidth(width) + spacing for one in self._lines if one.text())
        needed += margins.top() + margins.bottom()
        self.setMinimumHeight(needed)
        self.setMaximumHeight(needed + (self._spare.sizeHint().height() if self._spare is not None else 0))

    def hasHeightForWidth(self) -> bool:
        """Its bounds are set outright: a layout that asks for height by width never lets it shrink."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap differently at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.bound()


class Strips(QWidget):
    """Strips under each other. Room that none of them must have goes to the first, then to the next."""

    def __init__(self, look: Look, strips: Sequence[Strip]) -> None:
        super().__init__()
        self._look = look
        self._strips = strips
        for one in strips:
            one.setParent(self)
            one.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._settle()

    def fit(self) -> None:
        """Take the present text size."""
        for one in self._strips:
            one.fit()
        self._settle()

    def minimumSizeHint(self) -> QSize:
        """What must be seen of all of them."""
        return QSize(1, self._height([one.minimumHeight() for one in self._shown()]))

    def sizeHint(self) -> QSize:
        """No more: a panel whose words wrap is made as high as it would like to be, and would scroll."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """A strip came, went, or has more or less to say."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out."""
        super().resizeEvent(event)
        self._arrange()

    def _settle(self) -> None:
        self.setMaximumHeight(self._height([one.maximumHeight() for one in self._shown()]))
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        shown = self._shown()
        spare = self.height() - self._height([one.minimumHeight() for one in shown])
        top = 0
        for one in shown:
            more = max(0, min(spare, one.maximumHeight() - one.minimumHeight()))
            spare -= more
            one.setGeometry(0, top, self.width(), one.minimumHeight() + more)
            top += one.height() + self._look.px(GAP)

    def _shown(self) -> list[Strip]:
        shown = [one for one in self._strips if not one.isHidden()]
        return sorted(shown, key=lambda one: not one.pressing)

    def _height(self, heights: Sequence[int]) -> int:
        return sum(heights) + self._look.px(GAP) * max(0, len(heights) - 1)
