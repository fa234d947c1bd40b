"""Texts made to fit a width so that what tells most stays."""

import re
from collections.abc import Iterator, Sequence
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


def place_text(street: str, area: str) -> str:
    """A place in one line, whole."""
    return SEPARATOR.join(part for part in (street, area) if part) or NOTHING


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


def fit_name(name: str, width: int, ruler: Ruler) -> tuple[str, str]:
    """A name in two lines, of like width: `Orang sakit /`, `evakuasi pasien`.

    A slash is a place to break only where no space will do; what is still too wide is cut at the end.
    """
    lines = _halves(name, _SPACES, ruler)
    if max(map(ruler.width, lines)) > width:
        lines = _halves(name, _SLASHES, ruler)
    return ruler.cut(lines[0], width), ruler.cut(lines[1], width)


def name_width(name: str, ruler: Ruler) -> int:
    """The least width in which two lines hold a name."""
    return max(map(ruler.width, _halves(name, _SLASHES, ruler)))


_SPACES, _SLASHES = re.compile(r"(?<=\s)(?=[^\s/])"), re.compile(r"(?<=[\s/])(?=[^\s/])")


def _halves(text: str, breaks: re.Pattern[str], ruler: Ruler) -> tuple[str, str]:
    return min(_broken(text, breaks), key=lambda halves: max(map(ruler.width, halves)))


def _broken(text: str, breaks: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    yield text, ""
    for at in breaks.finditer(text):
        yield text[: at.start()].rstrip(), text[at.start() :]


def fit_place_lines(street: str, area: str, width: int, ruler: Ruler) -> tuple[str, str]:
    """Street and kelurahan in two lines, for where one does not hold them.

    The kelurahan ends the second; a street that is longer than the first runs on before it, as long as the
    kelurahan stays whole.
    """
    if not street or not area:
        return fit_name(street or area, width, ruler)
    if ruler.width(street) <= width:
        return street, ruler.cut_inside(area, width)
    fitting = [halves for halves in _broken(street, _SPACES) if ruler.width(halves[0]) <= width]
    if not fitting:
        return ruler.cut(street, width), ruler.cut_inside(area, width)
    first, rest = fitting[-1]
    second = fit_place(rest, area, width, ruler)
    if not second.endswith(area):
        return ruler.cut(street, width), ruler.cut_inside(area, width)
    return first, second


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


def fit_items_lines(items: Sequence[str], width: int, ruler: Ruler) -> tuple[str, str]:
    """Items in two lines, for where one does not hold them all: `A2 · Damkar 3`, `PLN +2`."""
    shown = 1
    while shown < len(items) and ruler.width(SEPARATOR.join(items[: shown + 1])) <= width:
        shown += 1
    first, rest = ruler.cut(SEPARATOR.join(items[:shown]), width), items[shown:]
    return first, fit_items(rest, width, ruler) if rest else ""
