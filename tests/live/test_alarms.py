"""The list that a desk keeps is the one that the board alone would give, at every moment."""

from dataclasses import replace

from desktop.domain.alarms import alarms_of
from desktop.domain.board import Case, News, Reference, Snapshot
from desktop.live.alarms import Alarms, shown_of
from desktop.live.board import Board
from tests.domain.test_alarms import GONE, OUT, TARGETS_OF, THERE, answer, case
from tests.domain.world import at


def _bring(board: Board, *cases: Case, **more: object) -> None:
    ids = frozenset(one.id for one in cases)
    board.take(News(1, (), ids, cases=cases, **more))  # type: ignore[arg-type]  # - fields of news


def test_what_is_kept_is_what_the_board_gives() -> None:
    reference = Reference(targets=TARGETS_OF)
    board = Board(reference)
    board.replace(Snapshot(1, (case(name="i1"), case(THERE, name="i2")), (), (), (), {}), reference)
    kept = Alarms(board)
    board.listen(kept.take)
    well = answer("welfare", "a1", taken_by=None, incident="old", well_at=at(30))
    held = answer("waiting", "i1", incident="i1", stage=2, taken_at=at(50))
    steps = {
        10: lambda: _bring(board, case(OUT, name="i3", category="sick")),
        30: lambda: _bring(board, answers=(well,)),
        50: lambda: _bring(board, answers=(held,)),
        60: lambda: _bring(board, replace(case(name="i1"), callers=2)),
        70: lambda: board.take(News(2, (), frozenset({"i3"}))),
        80: lambda: _bring(board, case(GONE, name="i2")),
    }
    seen = set()
    for minute in range(100):
        if minute in steps:
            steps[minute]()
        found = kept.at(at(minute))
        assert found == alarms_of(shown_of(board), at(minute)), minute
        assert kept.at(at(minute)) is found
        seen.add(found)
    assert len(seen) == 8
    assert kept.at(at(2)) == alarms_of(shown_of(board), at(2)), "a clock that was set back"
    board.replace(Snapshot(3, tuple(board.cases.values()), (), (), (), {}), Reference())
    assert [one.due.kind for one in kept.at(at(99))] == ["waiting"], "a P1 waits without any target"
