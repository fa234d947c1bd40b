"""Texts made to fit a width so that what tells most stays."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

SEPARATOR = " · "
NOTHING = "—"
STREET_SHARE = 0.38
"""Part of the width that the street keeps when a long kelurahan has to be cut as well (ours)."""


class Ruler(Protocol):
    """Measures texts and cuts them to a width."""

    def width(self, text: str) -> int:
        """The width of a text."""

    def cut(self, text: str, width: int) -> str:
        """The text, its end cut off where it is wider."""

    def cut_inside(self, text: str, width: int) -> str:
        """The text, cut in its middle where it is wider."""


class FontRuler:
    """A ruler for one font, in pixels."""

    def __init__(self, metrics: QFontMetrics) -> None:
        self._metrics = metrics

    def width(self, text: str) -> int:
        """See `Ruler`."""
        return self._metrics.horizontalAdvance(text)

    def cut(self, text: str, width: int) -> str:
        """See `Ruler`."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))

    def cut_inside(self, text: str, width: int) -> str:
        """See `Ruler`."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(0, width))


def fit_place(street: str, area: str, width: int, ruler: Ruler) -> str:
    """Street and kelurahan in one line: `Jl. Tukad Ba… · Renon`. The street is cut before the kelurahan.

    A kelurahan is cut inside: Dauh Puri Kaja, Kangin, Kauh and Kelod differ at the end.
    """
    if not street or not area:
        return ruler.cut(street or area, width)
    whole = street + SEPARATOR + area
    if ruler.width(whole) <= width:
        return whole
    least = min(ruler.width(street), int(width * STREET_SHARE))
    tail = SEPARATOR + area
    if width - ruler.width(tail) < least:
        tail = SEPARATOR + ruler.cut_inside(area, width - least - ruler.width(SEPARATOR))
    return ruler.cut(street, width - ruler.width(tail)) + tail


def fit_items(items: Sequence[str], width: int, ruler: Ruler) -> str:
    """As many items as fit, then how many more there are: `A2 · Damkar 3 +1`."""
    if not items:
        return NOTHING
    for shown in range(len(items), 0, -1):
        more = f" +{len(items) - shown}" if shown < len(items) else ""
        text = SEPARATOR.join(items[:shown]) + more
        if ruler.width(text) <= width:
            return text
    more = f" +{len(items) - 1}" if len(items) > 1 else ""
    return ruler.cut(items[0], width - ruler.width(more)) + more
