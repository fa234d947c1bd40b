"""Where the fields of a call stand, each with its caption, and room below for what is said about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.intake.words import caption
from ui.panel import dress, label
from ui.theme import Look
from ui.words import category_name

ROWS: tuple[tuple[tuple[str, int], ...], ...] = (
    (("category", 68), ("priority", 32)),
    (("address", 100),),
    (("landmark", 68), ("rt_rw", 32)),
    (("area", 54), ("kecamatan", 46)),
    (("point", 68), ("people_hurt", 32)),
    (("number", 54), ("name", 46)),
    (("rang_at", 32), ("recording", 68)),
)
"""Fields below the narrative, with their shares of the width in percent. The last row is shown by key."""
MORE = ("rang_at", "recording")
SHORT = ("category", "landmark", "area")
"""First fields of the rows that the short form leaves out: place, number and people hurt stay."""
DRAFT_FIELD = {"kecamatan": "area"}
"""Fields on the screen that are part of another field of the draft."""
_FIRST = ("narrative", "channel")


@dataclass(frozen=True, slots=True)
class Said:
    """What stands below a field. `loud`: something is wrong; else it is only told."""

    text: str
    loud: bool = True


class FormLayout(QWidget):
    """Lays out fields that others made, by name."""

    def __init__(self, look: Look, fields: Mapping[str, QWidget], below_narrative: QWidget) -> None:
        super().__init__()
        self._below_narrative = below_narrative
        self.fields = fields
        self._look = look
        self._captions: dict[str, QLabel] = {}
        self._notes: dict[tuple[str, ...], tuple[QLabel, QLabel]] = {}
        self._columns: list[QVBoxLayout] = []
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._add_narrative()
        rows = [self._row(cells) for cells in ROWS]
        self._left_out = [row for row, cells in zip(rows, ROWS, strict=True) if cells[0][0] in SHORT]
        self._more = rows[-1]
        self._more.hide()
        order = [*reversed(_FIRST), *(name for row in ROWS for name, _ in row)]
        for before, after in pairwise(order):
            QWidget.setTabOrder(fields[before], fields[after])
        self.fit()

    def fit(self) -> None:
        """Take the present text size."""
        px = self._look.px
        self.fields["channel"].setFixedWidth(px(122))
        self._outer.setSpacing(px(3))
        for column in self._columns:
            column.setSpacing(px(1))

    def tell(self, said: Mapping[str, Said]) -> None:
        """Write below the rows what is to be said about fields, and only that."""
        for names, notes in self._notes.items():
            for note, loud in zip(notes, (True, False), strict=True):
                lines = [
                    f"{caption(name)}: {said[name].text}"
                    for name in names
                    if name in said and said[name].loud is loud
                ]
                _write(note, "\n".join(lines))
        for name, field in self.fields.items():
            found = said.get(DRAFT_FIELD.get(name, name))
            _mark(field, found is not None and found.loud)
        if any(name in said for name in MORE):
            self.show_more(True)

    def show_unsettled(self, unsettled: bool) -> None:
        """Flag that it is not clear yet what kind of incident this is."""
        self._remark("category", category_name(None) if unsettled else "")

    def show_not_located(self, not_located: bool) -> None:
        """Flag that the place has words but no point on the map."""
        self._remark("address", self.tr("no point yet") if not_located else "")

    def _remark(self, field: str, remark: str) -> None:
        text = caption(field)
        self._captions[field].setText(f"{text} — {remark}" if remark else text)
        dress(self._captions[field], "warning-line" if remark else "label")

    def show_more(self, shown: bool) -> None:
        """Show the row of what is rarely needed, or put it away."""
        self._more.setVisible(shown)

    @property
    def is_short(self) -> bool:
        """Whether only place, number and people hurt are asked for."""
        return any(row.isHidden() for row in self._left_out)

    def show_short(self, short: bool) -> None:
        """Ask for place, number and people hurt only, or for everything. What stands in fields stays."""
        for row in self._left_out:
            row.setVisible(not short)

    def go_to(self, field: str) -> None:
        """Put the cursor into a field, whether the short form leaves it out or not."""
        if any(row.isHidden() and row.isAncestorOf(self.fields[field]) for row in self._left_out):
            self.show_short(False)
        self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> str | None:
        """The field in which the cursor is, or None."""
        return next((name for name, field in self.fields.items() if field.hasFocus()), None)

    def _add_narrative(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(self._look.px(5))
        head.addWidget(self._caption("narrative"), 1)
        head.addWidget(self._caption("channel"))
        head.addWidget(self.fields["channel"])
        self._outer.addLayout(head)
        self._outer.addWidget(self.fields["narrative"])
        self._outer.addWidget(self._below_narrative)
        self._add_notes(_FIRST, self._outer)

    def _row(self, cells: tuple[tuple[str, int], ...]) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.setSpacing(self._look.px(5))
        for name, share in cells:
            cell = QVBoxLayout()
            cell.addWidget(self._caption(name))
            cell.addWidget(self.fields[name])
            across.addLayout(cell, share)
            self._columns.append(cell)
        column.addLayout(across)
        self._add_notes(tuple(name for name, _ in cells), column)
        self._columns.append(column)
        self._outer.addWidget(row)
        return row

    def _caption(self, name: str) -> QLabel:
        made = label(caption(name), "label")
        field = self.fields[name]
        made.setBuddy(field)
        field.setAccessibleName(caption(name))
        field.setMinimumWidth(1)
        self._captions[name] = made
        return made

    def _add_notes(self, names: tuple[str, ...], column: QVBoxLayout) -> None:
        self._notes[names] = (label("", "problem"), label("", "hint"))
        for note in self._notes[names]:
            note.setWordWrap(True)
            note.hide()
            column.addWidget(note)


def _write(note: QLabel, text: str) -> None:
    if note.text() != text:
        note.setText(text)
        note.setVisible(bool(text))


def _mark(field: QWidget, wrong: bool) -> None:
    if bool(field.property("problem")) != wrong and isinstance(field, QLineEdit | QPlainTextEdit):
        field.setProperty("problem", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
