"""The warnings of a place as a strip: beside the call while the place is typed, and at the incident."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from ui.glyphs import paint_warning
from ui.intake.strips import Strip
from ui.panel import dress, label
from ui.session import Session

SHOWN = 3
"""Warnings that the strip has room for (our choice); of more it says how many there are."""

_MARK, _BESIDE = 15, 6
"""Pixels of the design: the side of a warning's shape, and the gap to its words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the strip. `critical` decides its shape; the text says it too. `read`: who read it."""

    text: str
    critical: bool
    read: str = ""

    @property
    def line(self) -> str:
        """All that the line says."""
        return f"{self.text} {self.read}".strip()


class WarningStrip(Strip):
    """Up to three warnings, each by a shape and words. Hidden where there is none."""

    def __init__(self, session: Session) -> None:
        self._shown: tuple[Shown, ...] = ()
        self._texts = [label("", "plain") for _ in range(SHOWN)]
        self._more = label("", "hint")
        super().__init__(session.look, (*self._texts, self._more))

    @property
    def text(self) -> str:
        """All that the strip says."""
        return "\n".join(one.line for one in self._shown)

    def fit(self) -> None:
        """Take the present text size."""
        for one in self._texts:
            one.setContentsMargins(self._look.px(_MARK + _BESIDE), 0, 0, 0)
        super().fit()

    def show_warnings(self, warnings: Sequence[Shown]) -> None:
        """Show warnings, the gravest first, or nothing."""
        shown = tuple(warnings)
        if shown == self._shown:
            return
        self._shown = shown
        for at, text in enumerate(self._texts):
            text.setText(shown[at].line if at < len(shown) else "")
            dress(text, "alarm" if at < len(shown) and shown[at].critical else "warning-line")
        more = len(shown) - SHOWN
        self._more.setText(self.tr("{count} more").format(count=more) if more > 0 else "")
        dress(self, "banner" if any(one.critical for one in shown) else "strip")
        self.bound()
        self.setVisible(bool(shown))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shapes, each before its words."""
        super().paintEvent(event)
        theme, side = self._look.theme, self._look.px(_MARK)
        painter = QPainter(self)
        for one, text in zip(self._shown, self._texts, strict=False):
            color = self._look.color(theme.alarm if one.critical else theme.warning)
            place = QRectF(text.x(), text.y() + 1, side, side)
            paint_warning(painter, place, color, critical=one.critical)
        painter.end()
