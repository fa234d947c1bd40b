"""Paints the rows of the list."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.phase import Phase
from desktop.domain.reference import Priority
from desktop.domain.targets import Lateness
from ui.glyphs import paint_priority, picture_of
from ui.incidents.columns import Column
from ui.incidents.fitting import (
    NOTHING,
    SEPARATOR,
    FontRuler,
    fit_items_lines,
    fit_name,
    fit_place_lines,
    place_text,
)
from ui.incidents.model import CaseModel
from ui.incidents.rows import CaseRow
from ui.theme import LIST_PAD, Face, Look

GLYPH, GLYPH_GAP = 11, 5
PRIORITY_GAP = 5
LINE = 12
"""From one line to the next where a cell has two, in small letters."""
BAR = 3
"""Width of the bar that marks the selected row."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_AGE_COLORS = {Lateness.ALARM: "alarm", Lateness.LATE: "warning", Lateness.IN_TIME: "text"}

_COLUMNS = tuple(Column)

Paint = Callable[[QPainter, QRect, CaseRow], None]


class RowDelegate(QStyledItemDelegate):
    """Each cell: ground, hairline, then its text, cut so that what tells most stays."""

    def __init__(self, model: CaseModel, look: Look, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._table = parent
        self._cells: dict[Column, Paint] = {
            Column.NUMBER: self._number,
            Column.CATEGORY: self._category,
            Column.PLACE: self._place,
            Column.AGE: self._age,
            Column.PHASE: self._phase,
            Column.WORK: self._work,
            Column.HOLDER: self._holder,
        }
        self.dress()

    def dress(self) -> None:
        """Take fonts and colours from the look."""
        look, theme = self._look, self._look.theme
        self._plain, self._bold = look.font(), look.font(bold=True)
        self._small = look.font(Face.SMALL)
        self._ruler = FontRuler(QFontMetrics(self._plain))
        self._small_ruler = FontRuler(QFontMetrics(self._small))
        self._pad = look.px(LIST_PAD)
        self._color = {
            name: QColor(getattr(theme, name))
            for name in ("text", "muted", "line", "selection", "fresh", "accent", "warning", "alarm")
        }
        self._priority = {priority: QColor(value) for priority, value in theme.priorities.items()}
        self._phases = {phase: QColor(theme.phase(phase)) for phase in Phase}
        self._priority_width = QFontMetrics(self._bold).horizontalAdvance("P4")
        self._glyphs: dict[tuple[Priority, float], QPixmap] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row, column = self._model.row_at(index.row()), _COLUMNS[index.column()]
        rect: QRect = option.rect
        if rect.bottom() >= self._table.viewport().height():
            return  # only whole rows: half a number or half a status misleads
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self._color["selection"])
        elif self._model.is_lit(row.id):
            painter.fillRect(rect, self._color["fresh"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._color["line"])
        if chosen and column is Column.NUMBER:
            mark = "accent" if self._table.hasFocus() else "muted"
            painter.fillRect(rect.left(), rect.top(), self._look.px(BAR), rect.height(), self._color[mark])
        if column is Column.CATEGORY and self._model.group_size(row) > 1:
            painter.fillRect(rect.left(), rect.top() + 2, 2, rect.height() - 4, self._color["accent"])
        self._cells[column](painter, rect.adjusted(self._pad, 0, -self._pad, -1), row)

    def _text(
        self, painter: QPainter, rect: QRect, text: str, color: QColor, font: QFont | None = None
    ) -> None:
        painter.setFont(font or self._plain)
        painter.setPen(color)
        painter.drawText(rect, _LEFT, text)

    def _lines(self, painter: QPainter, rect: QRect, lines: tuple[str, str], color: QColor) -> None:
        """Two lines of small letters, for what one line does not hold."""
        if not lines[1]:
            self._text(painter, rect, lines[0], color, self._small)
            return
        step = self._look.px(LINE)
        upper = rect.translated(0, -(step // 2))
        self._text(painter, upper, lines[0], color, self._small)
        self._text(painter, upper.translated(0, step), lines[1], color, self._small)

    def _number(self, painter: QPainter, rect: QRect, row: CaseRow) -> None:
        look, color = self._look, self._priority[row.priority]
        side = look.px(GLYPH)
        painter.drawPixmap(
            rect.left(), rect.top() + (rect.height() - side + 1) // 2, self._glyph(painter, row)
        )
        left = rect.left() + side + look.px(GLYPH_GAP)
        name = row.priority.value
        self._text(painter, rect.adjusted(left - rect.left(), 0, 0, 0), name, color, self._bold)
        left += self._priority_width + look.px(PRIORITY_GAP)
        self._text(painter, rect.adjusted(left - rect.left(), 0, self._pad, 0), row.number, color, self._bold)

    def _glyph(self, painter: QPainter, row: CaseRow) -> QPixmap:
        """The shape of a priority, drawn once."""
        ratio, priority = painter.device().devicePixelRatioF(), row.priority
        found = self._glyphs.get((priority, ratio))
        if found is None:
            side, color = self._look.px(GLYPH), self._priority[priority]
            found = self._glyphs[priority, ratio] = picture_of(
                side, side, ratio, lambda brush, box: paint_priority(brush, box, priority, color)
            )
        return found

    def _category(self, painter: QPainter, rect: QRect, row: CaseRow) -> None:
        color = self._color["text"] if row.settled else self._color["warning"]
        if row.times:
            painter.setFont(self._bold)
            painter.setPen(self._color["accent"])
            painter.drawText(rect, _RIGHT, row.times)
            taken = QFontMetrics(self._bold).horizontalAdvance(row.times) + self._pad
            rect = rect.adjusted(0, 0, -taken, 0)
        if self._ruler.width(row.category) <= rect.width():
            self._text(painter, rect, row.category, color)
        else:
            self._lines(painter, rect, fit_name(row.category, rect.width(), self._small_ruler), color)

    def _place(self, painter: QPainter, rect: QRect, row: CaseRow) -> None:
        whole, color = (
            place_text(row.street, row.area),
            self._color["text" if row.street or row.area else "muted"],
        )
        if self._ruler.width(whole) <= rect.width():
            self._text(painter, rect, whole, color)
        else:
            lines = fit_place_lines(row.street, row.area, rect.width(), self._small_ruler)
            self._lines(painter, rect, lines, color)

    def _age(self, painter: QPainter, rect: QRect, row: CaseRow) -> None:
        text, lateness = self._model.age(row)
        late = lateness is not Lateness.IN_TIME
        name = _AGE_COLORS[lateness]
        painter.setFont(self._bold if late else self._plain)
        painter.setPen(self._color[name])
        painter.drawText(rect, _RIGHT, text)

    def _phase(self, painter: QPainter, rect: QRect, row: CaseRow) -> None:
        self._text(
            painter, rect.adjusted(0, 0, self._pad, 0), row.phase_text, self._phases[row.phase], self._bold
        )

    def _work(self, painter: QPainter, rect: QRect, row: CaseRow) -> None:
        color, whole = self._color["text" if row.work else "muted"], SEPARATOR.join(row.work) or NOTHING
        if self._ruler.width(whole) <= rect.width():
            self._text(painter, rect, whole, color)
        else:
            self._lines(painter, rect, fit_items_lines(row.work, rect.width(), self._small_ruler), color)

    def _holder(self, painter: QPainter, rect: QRect, row: CaseRow) -> None:
        name = row.holder
        if self._ruler.cut(name, rect.width()) != name:
            name = self._ruler.cut(name.split()[0], rect.width())
        self._text(painter, rect, name, self._color["muted"])
