"""The board as one picture: what a desk goes on with when its server is gone."""

from desktop.domain.board import Snapshot
from desktop.live.board import Board
from desktop.live.clock import CentreClock
from desktop.store.kept.known import Picture


def picture_of(board: Board, clock: CentreClock) -> Picture:
    """All that the board shows now."""
    snapshot = Snapshot(
        sequence=board.sequence,
        cases=tuple(board.cases.values()),
        units=tuple(board.units.values()),
        calls=(*board.calls.values(), *board.lost.values()),
        occupied=tuple(board.occupied.values()),
        ended_today=board.ended_today,
        warnings=tuple(board.warnings.values()),
        memos=tuple(board.memos.values()),
        distress=tuple(board.distress.values()),
        answers=tuple(board.answers.values()),
    )
    return Picture(
        reference=board.reference,
        snapshot=snapshot,
        clock=clock.training,
        taken_at=clock.now(),
        recent=board.recent,
    )
