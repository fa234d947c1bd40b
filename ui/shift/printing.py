"""A page on paper: by the workstation's printer, else as a PDF that can be printed anywhere."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QMarginsF, QStandardPaths
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ui.shift.page_words import Line

_POINTS = 10.0
_MARGIN = 15.0
"""Size of type in points, margins in millimetres."""


def document_of(lines: Iterable[Line]) -> QTextDocument:
    """The lines as a document, heads in bold."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    plain, bold = QTextCharFormat(), QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    for at, line in enumerate(lines):
        if at:
            cursor.insertBlock()
        cursor.insertText(f"\n{line.text}" if line.head and at else line.text, bold if line.head else plain)
    return document


def printer_name() -> str:
    """The workstation's usual printer; empty where there is none."""
    return str(QPrinterInfo.defaultPrinter().printerName())


def print_lines(lines: Iterable[Line], title: str) -> None:
    """Print on the usual printer."""
    printer = QPrinter(QPrinterInfo.defaultPrinter())
    printer.setDocName(title)
    document_of(lines).print_(printer)


def write_pdf(lines: Iterable[Line], file: Path, title: str) -> None:
    """Write the page as a PDF (A4, upright). OSError where that cannot be done."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"")  # says why when it cannot be written: the writer of PDF says nothing
    writer = QPdfWriter(str(file))
    writer.setTitle(title)
    writer.setCreator("Kulkul")
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )
    writer.setPageLayout(layout)
    document_of(lines).print_(writer)


def pdf_file(signed_at: datetime, zone: tzinfo) -> Path:
    """Where the PDF of a hand-over goes: into the operator's documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder or str(Path.home())) / f"serah-terima-{signed_at.astimezone(zone):%Y%m%d-%H%M%S}.pdf"
