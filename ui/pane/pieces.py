"""Text of several colours that wraps: laid out once, painted by delegates and by lines of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.hospitals import Triage
from desktop.domain.phase import Phase
from desktop.domain.reference import Priority
from desktop.domain.units import UnitStatus
from ui.glyphs import paint_priority, paint_triage
from ui.pane.telling import Tone
from ui.theme import Face, Look

_MOST_WIDTHS = 8
"""Layouts that a line keeps: Qt asks for its height in several widths by turns each time that it lays out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one colour. `struck`: a line through it; a glyph stands before a priority."""

    text: str
    tone: Tone = "text"
    bold: bool = False
    struck: bool = False


ROOM = "\u00a0" * 4
"""Room for the shape of a triage colour, before its text and never parted from it at the end of a line."""


Pieces = tuple[Piece, ...]


def plain(pieces: Sequence[Piece]) -> str:
    """The text of all pieces, as it is read aloud."""
    return _laid(pieces).replace(ROOM, "").replace("\u00a0", " ").replace("\u2028", " — ")


def _laid(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def kept_together(text: str) -> str:
    """A text that is not broken between lines, as a word with its time."""
    return text.replace(" ", "\u00a0")


def joined(parts: Sequence[Pieces], between: str = "\u00a0· ") -> Pieces:
    """Groups of pieces with something muted between them; empty groups are left out."""
    found: list[Piece] = []
    for part in parts:
        if not part:
            continue
        if found:
            found.append(Piece(between, "muted"))
        found.extend(part)
    return tuple(found)


def tone_color(look: Look, tone: Tone) -> str:
    """The colour of a tone in the theme in force, as #RRGGBB."""
    match tone:
        case Phase():
            return look.theme.phase(tone)
        case Priority():
            return look.theme.priorities[tone]
        case UnitStatus():
            return look.theme.status(tone)
        case Triage():
            return _triage(look, tone)
        case _:
            return str(getattr(look.theme, tone))


def _triage(look: Look, triage: Triage) -> str:
    theme = look.theme
    match triage:
        case Triage.RED:
            return theme.alarm
        case Triage.YELLOW:
            return theme.moving
        case Triage.GREEN:
            return theme.available
        case Triage.BLACK:
            return theme.text


class Layout:
    """Pieces laid out in a width. Heights in pixels."""

    def __init__(self, pieces: Sequence[Piece], look: Look, font: QFont, width: float) -> None:
        self._layout = QTextLayout(_laid(pieces), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(pieces, look))
        self._look, self._marks = look, _marks(pieces)
        self._layout.beginLayout()
        self.height = 0.0
        self.first_line_height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(20.0, width))
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
            self.first_line_height = self.first_line_height or line.height()
        self._layout.endLayout()

    def whole_lines(self, y: float, height: float) -> tuple[float, float]:
        """From where to where lines are seen whole in a view of that height, when the layout begins at y."""
        tops = [y + self._layout.lineAt(at).y() for at in range(self._layout.lineCount())]
        whole = [
            (top, bottom)
            for top, bottom in zip(tops, (*tops[1:], y + self.height), strict=True)
            if top >= 0 and bottom <= height
        ]
        return (whole[0][0], whole[-1][1]) if whole else (0.0, 0.0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner there."""
        self._layout.draw(painter, QPointF(x, y))
        for place, triage in self._marks:
            line = self._layout.lineForTextPosition(place)
            side = self._look.px(10)
            found = line.cursorToX(place)  # with the place itself, in PySide
            left = float(found[0] if isinstance(found, tuple) else str(found))
            top = y + line.y() + (line.height() - side) / 2
            color = self._look.color(_triage(self._look, triage))
            paint_triage(painter, QRectF(x + left, top, side, side), triage, color)


def _marks(pieces: Sequence[Piece]) -> list[tuple[int, Triage]]:
    """Where the shapes of triage colours stand, counted as Qt counts."""
    found, start = [], 0
    for piece in pieces:
        if isinstance(piece.tone, Triage) and piece.text.startswith(ROOM):
            found.append((start, piece.tone))
        start += len(piece.text.encode("utf-16-le")) // 2
    return found


def _formats(pieces: Sequence[Piece], look: Look) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for piece in pieces:
        one = QTextLayout.FormatRange()
        form = QTextCharFormat()
        form.setForeground(look.color(tone_color(look, piece.tone)))
        if piece.bold:
            form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontStrikeOut(piece.struck)
        # Qt counts in UTF-16.
        length = len(piece.text.encode("utf-16-le")) // 2
        one.start, one.length, one.format = start, length, form
        found.append(one)
        start += length
    return found


class PiecesLine(QWidget):
    """A line of pieces that wraps, as tall as it needs; a priority's shape may stand before it.

    Its accessible name is always the whole text.
    """

    def __init__(self, look: Look, face: Face = Face.BASE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face
        self._pieces: Pieces = ()
        self._priority: Priority | None = None
        self._laid_out: dict[float, Layout] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return plain(self._pieces)

    def show_pieces(self, pieces: Pieces, priority: Priority | None = None) -> None:
        """Show other pieces; nothing is painted anew when they are the same."""
        if (pieces, priority) == (self._pieces, self._priority):
            return
        self._pieces, self._priority = pieces, priority
        self.setAccessibleName(self.text)
        self.setVisible(bool(pieces))
        self.dress_anew()

    def dress_anew(self) -> None:
        """Theme or text size changed."""
        self._laid_out.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrower line is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the pieces take."""
        return round(self._layout_for(width).height + self._look.px(2))

    def sizeHint(self) -> QSize:
        """One line's worth when nobody asks about a width."""
        width = self.width() if self.width() > 0 else self._look.px(400)
        return QSize(self._look.px(120), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint glyph and pieces."""
        painter = QPainter(self)
        layout = self._layout_for(self.width())
        if self._priority is not None:
            side = self._look.px(10)
            top = (layout.first_line_height - side) / 2
            color = self._look.color(tone_color(self._look, self._priority))
            paint_priority(painter, QRectF(0, top, side, side), self._priority, color)
        layout.paint(painter, self._indent, 0)

    @property
    def _indent(self) -> int:
        return self._look.px(15) if self._priority is not None else 0

    def _layout_for(self, width: float) -> Layout:
        if width not in self._laid_out:
            if len(self._laid_out) >= _MOST_WIDTHS:
                self._laid_out.clear()
            font = self._look.font(self._face, bold=self._face is Face.TITLE)
            self._laid_out[width] = Layout(self._pieces, self._look, font, width - self._indent)
        return self._laid_out[width]
