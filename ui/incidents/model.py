"""The incidents of the board as sorted rows: which of them are shown, and how they come, change and go."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Qt

from desktop.live.board import Board
from ui.incidents.columns import Column
from ui.incidents.filters import View, in_view, matches
from ui.incidents.groups import Groups
from ui.incidents.rows import CaseRow, RowMaker
from ui.incidents.sorting import Key, Sorting
from ui.incidents.table_model import NO_PARENT, RowsModel


class CaseModel(RowsModel):
    """Rows of the board's cases. It learns of changes only through `apply` and `rebuild`.

    `anchor` is the id of the selected row. While the list is held, nothing comes in above it. Where it is
    closed or no longer fits the view, it stays until the selection moves on: who sends a second engine, or
    writes a last note, must not find another incident selected. Where it leaves the board, nothing is.
    """

    def __init__(
        self, board: Board, maker: RowMaker, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(now, parent)
        self._board = board
        self._maker = maker
        self._held = False
        self._kept: set[str] = set()
        self.anchor: str | None = None
        self.view = View.OPEN
        self.words: tuple[str, ...] = ()
        self._key = self.sorting.key
        self._groups = Groups()
        self.rebuild()

    @property
    def in_view(self) -> int:
        """How many incidents the view holds, whatever has been typed."""
        return sum(in_view(row, self.view) for row in self._rows.values())

    @property
    def fitting(self) -> int:
        """How many rows fit the view and the words; a row kept only for the selection's sake does not."""
        return len(self._order) - len(self._kept)

    @property
    def waiting_above(self) -> frozenset[str]:
        """What is not yet shown at its place above the selected row."""
        return frozenset(self._waiting - {self.anchor})

    # What the operator chooses

    def show_view(self, view: View) -> None:
        """Show another view; the anchor stays, whether it fits or not."""
        self._arrange(lambda: setattr(self, "view", view), self.anchor)

    def set_words(self, text: str) -> None:
        """Show only what matches each word typed; an anchor that does not gives way to the first hit."""
        self._arrange(lambda: setattr(self, "words", tuple(text.casefold().split())), None)

    def clear_words(self, back: str | None) -> None:
        """Show all of the view again, and go back to that row where the board still has it."""
        if back in self._rows:
            self.anchor = back
        self._arrange(lambda: setattr(self, "words", ()), self.anchor)

    def show_all(self, view: View, anchor: str) -> None:
        """Show all of a view, the cursor on one of its rows."""
        self.anchor, self.words = anchor, ()
        self._arrange(lambda: setattr(self, "view", view), None)

    def sort_by(self, sorting: Sorting) -> None:
        """Sort the list otherwise."""
        self._arrange(lambda: setattr(self, "sorting", sorting), self.anchor)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _arrange(self, choose: Callable[[], None], keep: str | None) -> None:
        """Choose what is shown and how, and one row that stays; another anchor may give way to the first."""
        self.beginResetModel()
        choose()
        kept = self._rows.get(keep) if keep is not None else None
        self._kept = {kept.id} if kept is not None and not self._passes(kept) else set()
        self._key = self._groups.key if self.sorting.grouped else self.sorting.key
        self._waiting.clear()
        shown = [row for row in self._rows.values() if self._passes(row) or row.id in self._kept]
        self._groups.fill(shown if self.sorting.grouped else ())
        self._order.fill((self._key(row), row.id) for row in shown)
        self.endResetModel()
        if self.anchor is not None and self.anchor not in self._order:
            self.anchor = self.id_at(0)
        self._light = {one: lit for one, lit in self._light.items() if one in self._order}
        self._light_up(self._light)

    def _passes(self, row: CaseRow) -> bool:
        return in_view(row, self.view) and matches(row, self.words)

    # What the board brings

    def rebuild(self) -> None:
        """Make all rows anew: at the start, and when reference data changed."""
        self._maker.forget()
        self._rows = {case.id: self._maker.make(case) for case in self._board.cases.values()}
        self._arrange(lambda: None, self.anchor)

    def apply(self, changed: Iterable[str]) -> None:
        """Take what the board now says of these cases."""
        for one in changed:
            self._take(one)
        for one in self._groups.moved():
            self._take(one)

    def group_size(self, row: CaseRow) -> int:
        """How many rows stand together with a row, itself included; 0 while the list is not grouped."""
        return self._groups.size(row)

    def hold(self) -> None:
        """From now on nothing comes in above the anchor."""
        self._held = True

    @property
    def has_left_over(self) -> bool:
        """Whether a row is still shown that was kept only while it was the anchor."""
        return bool(self._kept - {self.anchor})

    def clear_left_over(self) -> None:
        """Take rows off the list that were kept only while they were the anchor."""
        self.apply(sorted(self._kept - {self.anchor}))

    def release(self) -> None:
        """Put what was held to its place."""
        self._held = False
        waiting, self._waiting = self._waiting, set()
        for one in sorted(waiting):
            self._take(one)

    def _take(self, one: str) -> None:
        case, old = self._board.cases.get(one), self._rows.get(one)
        if case is None:
            self._remove(one)
            self._rows.pop(one, None)
            self._light.pop(one, None)
            return
        row = self._maker.make(case)
        self._rows[one] = row
        if not self._stays(row):
            self._remove(one)
            return
        if self.sorting.grouped:
            self._groups.put(row)
        key, at = self._key(row), self._order.row(one)
        if at is not None and self._order.key(one) == key:
            self._waiting.discard(one)
            self._changed(at, old, row)
        elif self._must_wait(one, key):
            self._waiting.add(one)
            if at is not None:
                self._changed(at, old, row)
        else:
            if at is not None:
                self._take_out(at)
            self._insert(one, key)

    def _stays(self, row: CaseRow) -> bool:
        """Whether a row belongs on the list: it fits the view, or it is the anchor."""
        if self._passes(row):
            self._kept.discard(row.id)
            return True
        if row.id == self.anchor and row.id in self._order:
            self._kept.add(row.id)
            return True
        return False

    def _must_wait(self, one: str, key: Key) -> bool:
        if not self._held or self.anchor is None or self.anchor not in self._order:
            return False
        return one == self.anchor or bool(key < self._order.key(self.anchor))

    def _insert(self, one: str, key: Key) -> None:
        row = self._order.row_for(key)
        self.beginInsertRows(NO_PARENT, row, row)
        self._order.put(row, key, one)
        self.endInsertRows()
        self._waiting.discard(one)
        self._light_up((one,))

    def _remove(self, one: str) -> None:
        self._groups.drop(one)
        self._waiting.discard(one)
        self._kept.discard(one)
        row = self._order.row(one)
        if row is None:
            return
        self._take_out(row)
        if one == self.anchor:
            self.anchor = None

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(NO_PARENT, row, row)
        self._order.take(row)
        self.endRemoveRows()

    def _changed(self, at: int, old: CaseRow | None, row: CaseRow) -> None:
        """Say which cells of a row differ, and no more."""
        before, now = old.cells if old is not None else (), row.cells
        columns = [column for column in Column if before[column : column + 1] != now[column : column + 1]]
        if columns:
            self.dataChanged.emit(self.createIndex(at, columns[0]), self.createIndex(at, columns[-1]))
