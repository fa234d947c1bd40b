"""Painting the rows of the units' table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.targets import Lateness
from desktop.domain.units import BUSY, UnitStatus
from ui.glyphs import paint_status, picture_of
from ui.theme import Face, Look, Theme
from ui.times import age_text
from ui.units.model import Column, UnitsModel
from ui.units.rows import Row, StationRow, UnitRow
from ui.words import word

Index = QModelIndex | QPersistentModelIndex

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_SIZES = (13, 12, 11)
"""Sizes of text in pixels of the design: the largest in which nothing is cut is taken."""
_GLYPH, _GAP, _EDGE = 12, 3, 2
"""Pixels of the design: a status's shape, what parts things, and room at the row's left edge."""
_BEFORE_GLYPH = 5
"""Pixels of the design by which a call sign stands further from its shape where there is room: closer, the
shape would read as a part of it."""
_WIDEST = (timedelta(minutes=59, seconds=59), timedelta(hours=23, minutes=59), timedelta(days=88, hours=23))
"""The widest age of each form; figures are all of one width."""
_NUMBER = "88-888"
_WIDE = 250
"""Width of the middle column, in pixels of the design, from which on it tells what the incident is."""


@dataclass(frozen=True, slots=True)
class Widths:
    """How the width of a row is shared out, in pixels, and the size of text with which that is possible."""

    text: int = _SIZES[0]
    """In pixels of the design."""
    unit: int = 0
    word: int = 0
    number: int = 0
    age: int = 0

    @property
    def needed(self) -> int:
        """The least width of a row in which nothing is cut."""
        return self.unit + self.word + self.number + self.age


def share(look: Look, rows: Iterable[Row], width: int) -> Widths:
    """Share a row's width: in the largest text in which no call sign, number, time or status is cut.

    What is measured does not change with the statuses: columns stand still.
    """
    units = [row for row in rows if isinstance(row, UnitRow)]
    found = Widths()
    for size in _SIZES:
        found = _share(look, units, size)
        if found.needed <= width:
            break
    room = max(0, min(look.px(_BEFORE_GLYPH), width - found.needed))
    return replace(found, unit=found.unit + room)


def _share(look: Look, units: Iterable[UnitRow], size: int) -> Widths:
    metrics = QFontMetrics(look.font_of(size))
    bold = QFontMetrics(look.font_of(size, bold=True))
    gap = look.px(_GAP)
    call_sign = max((metrics.horizontalAdvance(row.call_sign) for row in units), default=0)
    busy = max(bold.horizontalAdvance(word(status)) for status in BUSY)
    age = max(bold.horizontalAdvance(age_text(one)) for one in _WIDEST)
    return Widths(
        text=size,
        unit=look.px(_EDGE) + call_sign + gap,
        word=look.px(_GLYPH) + gap + busy + gap,
        number=metrics.horizontalAdvance(_NUMBER) + gap,
        age=age + look.px(_EDGE),
    )


class _Letters(NamedTuple):
    """A font and what measures it."""

    font: QFont
    metrics: QFontMetrics


class _Dress:
    """What rows are painted with: made once for a look and a size of text, not for each cell."""

    def __init__(self, look: Look, size: int) -> None:
        self.plain, self.bold = _letters(look.font_of(size)), _letters(look.font_of(size, bold=True))
        self.small = _letters(look.font(Face.SMALL))
        self.head = _letters(look.font(Face.SMALL, bold=True))
        self._look = look
        self._colors: dict[str, QColor] = {}
        self._shapes: dict[tuple[UnitStatus, int, float], QPixmap] = {}

    def color(self, value: str) -> QColor:
        """A token as a colour."""
        found = self._colors.get(value)
        if found is None:
            found = self._colors[value] = self._look.color(value)
        return found

    def shape(self, status: UnitStatus, height: int, ratio: float) -> QPixmap:
        """The shape of a status, drawn once."""
        found = self._shapes.get((status, height, ratio))
        if found is None:
            color = self.color(self._look.theme.status(status))
            found = self._shapes[status, height, ratio] = picture_of(
                self._look.px(_GLYPH),
                height,
                ratio,
                lambda brush, box: paint_status(brush, box, status, color),
            )
        return found


def _letters(font: QFont) -> _Letters:
    return _Letters(font, QFontMetrics(font))


class UnitsDelegate(QStyledItemDelegate):
    """Paints a station's head across, and a unit in three cells."""

    def __init__(self, look: Look, model: UnitsModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._model = model
        self._view = view
        self.widths = Widths()
        self._dressed_for: tuple[str, int, int] | None = None
        self._dress = _Dress(look, self.widths.text)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        if rect.bottom() >= self._view.viewport().height():
            return  # only whole rows, as in the incident list
        state: QStyle.StateFlag = option.state
        theme = self._look.theme
        wanted = (theme.name, self._look.percent, self.widths.text)
        if wanted != self._dressed_for:
            self._dressed_for, self._dress = wanted, _Dress(self._look, self.widths.text)
        painter.save()
        if isinstance(row, StationRow):
            self._head(painter, rect, row, theme)
        elif isinstance(row, UnitRow):
            if state & QStyle.StateFlag.State_Selected:
                self._select(painter, rect, index.column(), theme)
            painter.setPen(self._dress.color(theme.line))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            match index.column():
                case Column.UNIT:
                    self._text(
                        painter, rect.adjusted(self._look.px(_EDGE), 0, 0, 0), row.call_sign, theme.text
                    )
                case Column.DOING:
                    self._doing(painter, rect, row, theme)
                case _:
                    self._age(painter, rect, index.row(), theme)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, row: StationRow, theme: Theme) -> None:
        gap = self._look.px(_GAP)
        small, name = self._dress.small, self._dress.head
        used = small.metrics.horizontalAdvance(row.people) + gap
        left = rect.adjusted(self._look.px(_EDGE), 0, -used, 0)
        text = name.metrics.elidedText(row.name.upper(), Qt.TextElideMode.ElideRight, left.width())
        self._text(painter, left, text, theme.muted, name)
        right = rect.adjusted(0, 0, -self._look.px(_EDGE), 0)
        self._text(painter, right, row.people, theme.muted, small, _RIGHT)

    def _select(self, painter: QPainter, rect: QRect, column: int, theme: Theme) -> None:
        painter.fillRect(rect, self._dress.color(theme.selection))
        if column == Column.UNIT:
            bar = QRect(rect.left(), rect.top(), self._look.px(2), rect.height())
            painter.fillRect(bar, self._dress.color(theme.accent))

    def _doing(self, painter: QPainter, rect: QRect, row: UnitRow, theme: Theme) -> None:
        px, bold = self._look.px, self._dress.bold
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self._dress.shape(row.status, rect.height(), ratio))
        left = rect.adjusted(px(_GLYPH) + px(_GAP), 0, 0, 0)
        self._text(painter, left, row.status_text, theme.status(row.status), bold)
        used = bold.metrics.horizontalAdvance(row.status_text) + px(_GAP + 2)
        behind = left.adjusted(used, 0, -px(_GAP), 0)
        if row.following:
            self._two(painter, behind, row, theme)
        elif row.number:
            self._number(painter, rect.adjusted(self.widths.word, 0, -px(_GAP), 0), row, theme)
        elif row.purpose:
            self._cut(painter, behind, row.purpose, theme.text)
        elif row.status is not UnitStatus.OFF_DUTY:
            self._crew(painter, behind, row, theme)

    def _two(self, painter: QPainter, rect: QRect, row: UnitRow, theme: Theme) -> None:
        """The incident for which it works and the one that waits for it, as far as both fit whole."""
        plain, small = self._dress.plain, self._dress.small
        serial = row.following.rpartition("-")[2]
        both = [
            (plain, row.number, f"→ {row.following}"),
            (plain, row.number, f"→{serial}"),
            (small, row.number.rpartition("-")[2], f"→{serial}"),
            (small, "", f"→{serial}"),
        ]
        gap = self._look.px(_GAP)
        for letters, number, following in both:
            used = letters.metrics.horizontalAdvance(following)
            if used + gap + letters.metrics.horizontalAdvance(number) <= rect.width() or not number:
                self._text(painter, rect, following, theme.accent, letters, _RIGHT)
                self._text(painter, rect.adjusted(0, 0, -used - gap, 0), number, theme.text, letters, _RIGHT)
                return

    def _number(self, painter: QPainter, rect: QRect, row: UnitRow, theme: Theme) -> None:
        """The number at the right edge; where there is room, at the left with what it is."""
        if rect.width() < self._look.px(_WIDE):
            self._text(painter, rect, row.number, theme.text, align=_RIGHT)
            return
        self._text(painter, rect, row.number, theme.text)
        used = self._dress.plain.metrics.horizontalAdvance(row.number)
        self._cut(painter, rect.adjusted(used + 2 * self._look.px(_GAP), 0, 0, 0), row.about, theme.muted)

    def _crew(self, painter: QPainter, rect: QRect, row: UnitRow, theme: Theme) -> None:
        """Head count and crew as far as they fit whole."""
        small = self._dress.small
        whole = " · ".join(one for one in (row.people, row.crew) if one)
        text = next(
            (one for one in (whole, row.people) if small.metrics.horizontalAdvance(one) <= rect.width()), ""
        )
        self._text(painter, rect, text, theme.muted, small)

    def _age(self, painter: QPainter, rect: QRect, at: int, theme: Theme) -> None:
        text, late = self._model.age(at)
        color = {Lateness.ALARM: theme.alarm, Lateness.LATE: theme.warning}.get(late, theme.text)
        letters = self._dress.plain if late is Lateness.IN_TIME else self._dress.bold
        self._text(painter, rect.adjusted(0, 0, -self._look.px(_EDGE), 0), text, color, letters, _RIGHT)

    def _cut(self, painter: QPainter, rect: QRect, text: str, color: str) -> None:
        small = self._dress.small
        cut = small.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        self._text(painter, rect, cut, color, small)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        color: str,
        letters: _Letters | None = None,
        align: int = _LEFT,
    ) -> None:
        painter.setFont((letters or self._dress.plain).font)
        painter.setPen(self._dress.color(color))
        painter.drawText(rect, align, text)
