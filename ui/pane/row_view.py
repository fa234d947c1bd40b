"""A list of rows that wrap, painted; it keeps what the operator looks at where it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.glyphs import paint_status
from ui.pane.pieces import Layout, Piece, Pieces, tone_color
from ui.pane.rows import Index, Role, Row, RowKind, RowsModel
from ui.theme import Face, Look

_MOST_LAYOUTS = 2000


class RowDelegate(QStyledItemDelegate):
    """Paints a row: its time and what happened in columns where `columns`, then its pieces."""

    def __init__(self, look: Look, view: "RowView", *, columns: bool) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._columns = columns
        self._layouts: dict[tuple[Pieces, int], Layout] = {}
        self._what_width = 0
        self.dress_anew()

    def dress_anew(self) -> None:
        """Theme or text size changed: lay everything out again."""
        self._layouts.clear()
        self._base, self._head = self._look.font(), self._look.font(Face.SMALL, bold=True)
        self._time_width = QFontMetrics(self._base).horizontalAdvance("00:00:00") + self._look.px(10)
        self._bold_metrics = QFontMetrics(self._look.font(bold=True))
        self.measure()

    def measure(self) -> None:
        """Make the column that says what happened as wide as the rows need."""
        words = {row.what for row in self._view.rows_model.rows}
        widths = [self._bold_metrics.horizontalAdvance(what) for what in words]
        self._what_width = min(max(widths, default=0), self._look.px(124)) + self._look.px(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the text needs in the view's width."""
        row: Row = index.data(Role.ROW)
        width = self._view.room
        height = self._text(row, width).height
        if row.what:
            height = max(height, self._what(row).height)
        return QSize(width, max(round(height) + self._look.px(8), self._least(row)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, focus, columns and text."""
        row: Row = index.data(Role.ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, rect, row, state)
        top = rect.top() + self._top(row, rect.height())
        painter.save()
        self._leave_out_cut_lines(painter, rect, row, top)
        left = rect.left() + self._look.px(6)
        if row.kind is RowKind.ENTRY and self._columns:
            painter.setFont(self._base)
            painter.setPen(self._look.color(self._look.theme.muted))
            time_rect = QRect(left, top, self._time_width, rect.height())
            painter.drawText(time_rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, row.time)
            self._what(row).paint(painter, left + self._time_width, top)
        if row.status is not None:
            side = self._look.px(11)
            color = self._look.color(tone_color(self._look, row.status))
            paint_status(painter, QRectF(left, top + self._look.px(3), side, side), row.status, color)
        self._text(row, self._view.room).paint(painter, rect.left() + self._indent(row), top)
        painter.restore()

    def _leave_out_cut_lines(self, painter: QPainter, rect: QRect, row: Row, top: int) -> None:
        """Let the view's edges show whole lines only: half a line misleads."""
        height = self._view.viewport().height()
        if rect.top() >= 0 and rect.bottom() < height:
            return
        longest = max((self._text(row, self._view.room), self._what(row)), key=lambda one: one.height)
        first, last = longest.whole_lines(top, height)
        painter.setClipRect(QRectF(rect.left(), first, rect.width(), last - first))

    def _paint_ground(self, painter: QPainter, rect: QRect, row: Row, state: QStyle.StateFlag) -> None:
        theme, px = self._look.theme, self._look.px
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.color(theme.selection))
            if self._view.hasFocus():
                painter.fillRect(
                    QRect(rect.left(), rect.top(), px(3), rect.height()), self._look.color(theme.accent)
                )
        if row.kind is RowKind.ENTRY and self._columns:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.color(theme.line))

    def _top(self, row: Row, height: int) -> int:
        if row.kind is RowKind.HEAD:
            return height - self._look.px(3) - round(self._text(row, self._view.room).height)
        return self._look.px(4)

    def _least(self, row: Row) -> int:
        return self._look.px(22 if row.kind is RowKind.HEAD or not self._columns else 25)

    def _indent(self, row: Row) -> int:
        left = self._look.px(6)
        if row.kind is RowKind.ENTRY and self._columns:
            return left + self._time_width + self._what_width
        return left + (self._look.px(16) if row.status is not None else 0)

    def _font(self, row: Row) -> QFont:
        return self._head if row.kind is RowKind.HEAD else self._base

    def _text(self, row: Row, width: int) -> Layout:
        room = width - self._indent(row) - self._look.px(6)
        return self._laid_out(row.pieces, room, self._font(row))

    def _what(self, row: Row) -> Layout:
        pieces = (Piece(row.what, row.tone, bold=True),)
        return self._laid_out(pieces, self._what_width - self._look.px(8), self._base)

    def _laid_out(self, pieces: Pieces, width: int, font: QFont) -> Layout:
        key = (pieces, width)
        if key not in self._layouts:
            if len(self._layouts) > _MOST_LAYOUTS:
                self._layouts.clear()
            self._layouts[key] = Layout(pieces, self._look, font, width)
        return self._layouts[key]


class RowView(QListView):
    """Shows rows. `follows_end`: the newest row, at the end, stays in view while the end was in view."""

    def __init__(
        self, look: Look, name: str, *, columns: bool, follows_end: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._look = look
        self._follows_end = follows_end
        self._subject = ""
        self.rows_model = RowsModel(self)
        self.setModel(self.rows_model)
        self.row_delegate = RowDelegate(look, self, columns=columns)
        self.setItemDelegate(self.row_delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMinimumHeight(look.px(40))

    @property
    def room(self) -> int:
        """The width for rows, in pixels: beside the bar, whether it shows or not, so that none overlap."""
        return self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()

    def show_rows(self, subject: str, rows: Sequence[Row]) -> None:
        """Show rows about a subject; what is looked at stays where it is while the subject is the same."""
        same, self._subject = subject == self._subject, subject
        anchor, top = self._anchor() if same else (QPersistentModelIndex(), 0)
        chosen = self._chosen_in_view() if same else QPersistentModelIndex()
        self.rows_model.show_rows(subject, rows)
        self.row_delegate.measure()
        self.scheduleDelayedItemsLayout()
        if not same:
            self.scrollToBottom() if self._follows_end else self.scrollToTop()
        elif anchor.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(anchor).top() - top)
        if chosen.isValid():
            self.scrollTo(chosen)

    def current_row(self) -> Row | None:
        """The row that the operator chose."""
        chosen = self.selectedIndexes()
        return self.rows_model.row(chosen[0]) if chosen else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Rest on a row: the one chosen before, else the last or the first."""
        rows = self.rows_model.rows
        entries = [at for at, row in enumerate(rows) if row.kind is RowKind.ENTRY]
        if entries and not self.selectedIndexes():
            self.setCurrentIndex(self.rows_model.index(entries[-1 if self._follows_end else 0], 0))
        super().focusInEvent(event)

    def dress_anew(self) -> None:
        """Theme or text size changed."""
        self.row_delegate.dress_anew()
        self.setMinimumHeight(self._look.px(40))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Stay at the end when the end was in view."""
        bar = self.verticalScrollBar()
        at_end = self._follows_end and bar.value() >= bar.maximum() and not self._reading()
        super().updateGeometries()
        if at_end:
            bar.setValue(bar.maximum())

    def _reading(self) -> bool:
        """Whether the operator rests on a row that is not the last."""
        last = self.rows_model.rowCount() - 1
        return self.hasFocus() and self.currentIndex().isValid() and self.currentIndex().row() < last

    def _chosen_in_view(self) -> QPersistentModelIndex:
        """The row that the operator chose, when all of it can be seen: that stays so."""
        chosen = self.selectedIndexes()
        if not chosen or not self.viewport().rect().contains(self.visualRect(chosen[0])):
            return QPersistentModelIndex()
        return QPersistentModelIndex(chosen[0])

    def _anchor(self) -> tuple[QPersistentModelIndex, int]:
        """The row at the top, and where it is; none when the end is being followed."""
        bar = self.verticalScrollBar()
        if self._follows_end and bar.value() >= bar.maximum() and not self._reading():
            return QPersistentModelIndex(), 0
        index = self.indexAt(QPoint(self._look.px(8), 1))
        return QPersistentModelIndex(index), self.visualRect(index).top()
