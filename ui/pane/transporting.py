"""Who a unit brings to a hospital, and what that hospital knows, as pieces of its row."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.hospitals import Transport
from desktop.domain.units import Assignment
from ui.pane.names import Names
from ui.pane.pieces import ROOM, Piece, Pieces, kept_together
from ui.words import word

translate = QCoreApplication.translate


def transport_pieces(one: Assignment, transport: Transport | None, names: Names) -> Iterator[Pieces]:
    """Groups of pieces: patients by colour, told, agreed, handed over."""
    if transport is None:
        return
    patients = (
        Piece(kept_together(f"{ROOM}{count} {word(colour)} "), colour, bold=True)
        for colour, count in transport.patients.items()
    )
    yield tuple(patients)
    stamps = (
        (translate("Pane", "hospital told {time}"), transport.told_time(one.destination)),
        (translate("Pane", "agreed {time}"), transport.confirmed_time(one.destination)),
        (translate("Pane", "handed over {time}"), transport.handed_over_at),
    )
    for text, moment in stamps:
        if moment is not None:
            yield (Piece(kept_together(text.format(time=names.time(moment))), "muted"),)
