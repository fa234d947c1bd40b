"""Which words of a desk are wider or taller than the room they have."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from ui.desk_view import DeskView
from ui.incidents.columns import Column
from ui.incidents.delegate import GLYPH, GLYPH_GAP, LINE, PRIORITY_GAP
from ui.incidents.fitting import FontRuler, fit_name
from ui.intake.ends import KeyButton
from ui.intake.tabs import TabStrip
from ui.theme import LIST_PAD, Face


def cut_words(view: DeskView) -> list[str]:
    """Words of labels, buttons and empty fields that are cut, and of both tables."""
    shown = (one for one in view.findChildren(QWidget) if one.isVisible())
    return [*filter(None, map(_cut, shown)), *_cut_in_list(view), *_cut_in_units(view)]


def _cut(one: QWidget) -> str:
    if isinstance(one, QLabel):
        return "" if not one.text() or _holds(one) else one.text()
    if isinstance(one, KeyButton):
        return "" if one.width_needed(Face.SMALL) <= one.width() else one.text()
    if isinstance(one, QPushButton) and not isinstance(one.parentWidget(), TabStrip):
        return (
            "" if one.sizeHint().width() <= one.width() else one.text()
        )  # a tab leaves out what has no room
    if isinstance(one, QLineEdit) and not one.text():
        margins = one.textMargins()
        room = one.contentsRect().width() - margins.left() - margins.right()
        return (
            ""
            if one.fontMetrics().horizontalAdvance(one.placeholderText()) <= room
            else one.placeholderText()
        )
    return ""


def _holds(one: QLabel) -> bool:
    """Whether a label has room for its words, and what stands around it for the label."""
    metrics, room, lines = one.fontMetrics(), one.contentsRect(), one.text().split("\n")
    if one.wordWrap():
        fits = one.heightForWidth(one.width()) <= one.height()
    else:
        wide = max(map(metrics.horizontalAdvance, lines)) <= room.width()
        fits = wide and metrics.height() * len(lines) <= room.height() + 1
    return fits and _is_whole(one)


def _is_whole(one: QWidget) -> bool:
    """Whether no edge of what stands around a widget cuts it; what can be scrolled to is not cut."""
    around = one.parentWidget()
    while around is not None and not around.isWindow() and not isinstance(around.parentWidget(), QScrollArea):
        if not around.rect().contains(one.rect().translated(one.mapTo(around, one.rect().topLeft()))):
            return False
        around = around.parentWidget()
    return True


def _cut_in_list(view: DeskView) -> list[str]:
    """Numbers, ages, phases and heads of columns: never cut, whatever the place needs."""
    look, table, model = view.session.look, view.list.table, view.list.model
    bold, small = QFontMetrics(look.font(bold=True)), QFontMetrics(look.font(Face.SMALL))
    shape = look.px(GLYPH) + look.px(GLYPH_GAP) + look.px(PRIORITY_GAP)
    found = []
    for row in range(model.rowCount()):
        for column in (Column.NUMBER, Column.AGE, Column.PHASE):
            words = str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole))
            needed = (
                look.px(LIST_PAD) + bold.horizontalAdvance(words) + (shape if column is Column.NUMBER else 0)
            )
            if needed > table.columnWidth(column):
                found.append(words)
        found += _cut_category(view, model.row_at(row).category)
    for column in Column:
        words = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        if small.horizontalAdvance(words) + 2 * look.px(LIST_PAD) > table.columnWidth(column):
            found.append(words)
    hidden = table.horizontalScrollBar().maximum()
    return [*found, f"{hidden} pixels of the list"] if hidden else found


def _cut_category(view: DeskView, category: str) -> list[str]:
    """A category that neither one line nor two small ones hold."""
    look, room = view.session.look, view.list.table.columnWidth(Column.CATEGORY)
    room -= 2 * look.px(LIST_PAD)
    small = FontRuler(QFontMetrics(look.font(Face.SMALL)))
    if QFontMetrics(look.font()).horizontalAdvance(category) <= room:
        return []
    tall = look.px(LINE) + QFontMetrics(look.font(Face.SMALL)).height() > look.row_height
    lines = fit_name(category, room, small)
    return [category] if tall or "…" in "".join(lines) else []


def cut_categories(view: DeskView, categories: Iterable[str]) -> list[str]:
    """Those of these categories that the list would cut."""
    return [one for category in categories for one in _cut_category(view, category)]


def _cut_in_units(view: DeskView) -> list[str]:
    """Call signs, statuses, numbers and ages of the units; all or none is said to be cut."""
    table = view.units.table
    return ["units"] if table._delegate.widths.needed > table.viewport().width() else []
