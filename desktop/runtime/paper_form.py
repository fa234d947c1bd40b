"""The empty form on which calls are written down while telephones or power are out: a PDF to print."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

translate = QCoreApplication.translate

ROWS: tuple[tuple[tuple[str, int], ...], ...] = (
    (("took_at", 16), ("channel", 18), ("call_type", 30), ("number", 20), ("name", 16)),
    (("narrative", 100),),
    (("category", 46), ("priority", 14), ("people_hurt", 14), ("area", 26)),
    (("address", 56), ("landmark", 44)),
    (("units", 44), ("sent_at", 14), ("done_at", 14), ("outcome", 28)),
)
"""Fields of one report with their shares of the width in percent: those that are typed in later."""
_HEIGHTS = (1.0, 1.9, 1.0, 1.0, 1.0)
REPORTS_A_PAGE = 4
_MARGIN = 12.0
_TITLE, _LABEL = 12.0, 6.5
"""Sizes of type in points."""


def paper_caption(field: str) -> str:
    """What a field of a report on paper is called."""
    captions: Mapping[str, str] = {
        "took_at": translate("PaperForm", "Time of the call"),
        "channel": translate("PaperForm", "Channel"),
        "call_type": translate("PaperForm", "Call type, if no incident"),
        "narrative": translate("PaperForm", "What happens"),
        "category": translate("PaperForm", "Category"),
        "priority": translate("PaperForm", "Priority"),
        "people_hurt": translate("PaperForm", "People hurt"),
        "address": translate("PaperForm", "Address"),
        "landmark": translate("PaperForm", "Landmark"),
        "area": translate("PaperForm", "Kelurahan"),
        "number": translate("PaperForm", "Telephone"),
        "name": translate("PaperForm", "Caller"),
        "units": translate("PaperForm", "Units"),
        "sent_at": translate("PaperForm", "Sent at"),
        "done_at": translate("PaperForm", "Done at"),
        "outcome": translate("PaperForm", "Outcome"),
    }
    return captions[field]


def write_paper_form(file: Path, city: str) -> None:
    """Write one page (A4, upright) with room for `REPORTS_A_PAGE` calls. OSError where that cannot be done.

    Needs a QGuiApplication, for its fonts.
    """
    file.write_bytes(b"")  # says why when it cannot be written: the writer of PDF says nothing
    writer = QPdfWriter(str(file))
    writer.setTitle(translate("PaperForm", "Calls on paper"))
    writer.setCreator("Kulkul")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter(writer)
    try:
        _Page(painter, QRectF(painter.viewport()), writer.logicalDpiY()).draw(city)
    finally:
        painter.end()


class _Page:
    def __init__(self, painter: QPainter, room: QRectF, dots: int) -> None:
        self._painter = painter
        self._room = room
        self._point = dots / 72
        painter.setPen(QPen(Qt.GlobalColor.black, 0.5 * self._point))

    def draw(self, city: str) -> None:
        head = 30 * self._point
        title = translate("PaperForm", "112 {city} — calls on paper, to be entered later").format(city=city)
        self._write(QRectF(0, 0, self._room.width(), head), title, _TITLE, bold=True)
        told = translate("PaperForm", "Date: ____-____-________     Operator: ______________________")
        self._write(QRectF(0, head * 0.55, self._room.width(), head), told, _LABEL + 2)
        top, gap = head * 1.3, 7 * self._point
        height = (self._room.height() - top) / REPORTS_A_PAGE - gap
        for number in range(REPORTS_A_PAGE):
            self._report(QRectF(0, top + number * (height + gap), self._room.width(), height))

    def _report(self, room: QRectF) -> None:
        unit = room.height() / sum(_HEIGHTS)
        y = room.top()
        for fields, tall in zip(ROWS, _HEIGHTS, strict=True):
            x = room.left()
            for name, share in fields:
                cell = QRectF(x, y, room.width() * share / 100, unit * tall)
                self._painter.drawRect(cell)
                inside = cell.adjusted(2 * self._point, 1.5 * self._point, 0, 0)
                self._write(inside, paper_caption(name), _LABEL)
                x += cell.width()
            y += unit * tall

    def _write(self, room: QRectF, text: str, size: float, *, bold: bool = False) -> None:
        font = QFont(self._painter.font())
        font.setPointSizeF(size)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)
