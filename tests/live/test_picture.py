"""The picture with which a desk goes on without its server."""

from dataclasses import fields
from datetime import UTC

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.board import CallEntry, Reference, Snapshot, make_case
from desktop.domain.calls import Call, CallPrivate, CallType
from desktop.domain.distress import Distress
from desktop.domain.incidents import Incident
from desktop.domain.memos import Memo, MemoEntry, MemoPrivate
from desktop.domain.units import Assignment, Unit
from desktop.domain.warnings import PlaceWarning, PlaceWarningPrivate, WarningEntry
from desktop.live.board import Board
from desktop.live.clock import CentreClock
from desktop.live.picture import picture_of


def test_a_desk_goes_on_with_all_that_its_board_shows() -> None:
    shown = Snapshot(
        sequence=7,
        cases=(make_case(Incident(id="i"), (), (), 1),),
        units=(Unit(id="E1"),),
        calls=(CallEntry(Call(id="c"), CallPrivate(id="c")),),
        occupied=(Assignment(id="a", unit="E1"),),
        ended_today={CallType.PRANK: 2},
        warnings=(WarningEntry(PlaceWarning(id="w"), PlaceWarningPrivate(id="w")),),
        distress=(Distress(id="d", unit="E1"),),
        memos=(MemoEntry(Memo(id="m"), MemoPrivate(id="m")),),
        answers=(AlarmAnswer(id="crew.a"),),
    )
    assert all(getattr(shown, one.name) for one in fields(Snapshot)), "nothing is left out here"
    board = Board(Reference())
    board.replace(shown)
    assert picture_of(board, CentreClock(UTC)).snapshot == shown
