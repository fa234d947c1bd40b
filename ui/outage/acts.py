"""An act that waits for a decision, in a line."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Act
from desktop.operations.outage import Waiting
from ui.pane.telling import KIND_WORDS
from ui.session import Session
from ui.times import clock_text


def act_text(session: Session, waiting: Waiting) -> str:
    """`21:04:10 Made · Units assigned · 24-018, Damkar 1 — the note`."""
    act = waiting.act
    source, _tone = KIND_WORDS.get(act.kind, (act.kind, ""))
    time = clock_text(act.occurred_at or waiting.kept_at, session.clock.zone)
    parts = [
        f"{time} {waiting.author.name}",
        QCoreApplication.translate("Telling", source),
        ", ".join(_about(session, act)),
    ]
    text = " · ".join(part for part in parts if part)
    return f"{text} — {act.note}" if act.note else text


def _about(session: Session, act: Act) -> list[str]:
    """The incidents and units that an act is about, as the board names them."""
    board = session.board
    rows = dict.fromkeys(
        str(row)
        for change in act.changes
        for row in (change.row, change.values.get("incident"), change.values.get("unit"))
        if row
    )
    names = [session.number(board.cases[row]) for row in rows if row in board.cases]
    return names + [board.units[row].call_sign for row in rows if row in board.units]
