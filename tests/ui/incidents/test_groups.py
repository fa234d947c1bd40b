"""Groups of the list: what belongs together stands together, the most dangerous group first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.board import CallEntry, Case, News, Reference, make_case
from desktop.domain.calls import Call, CallPrivate, CallType, Direction
from desktop.domain.incidents import Incident
from desktop.domain.reference import Area, Category, Priority
from desktop.live.board import Board
from tests.ui.incidents import boards
from tests.ui.incidents.conftest import Shown
from ui.incidents.model import CaseModel
from ui.incidents.rows import RowMaker
from ui.incidents.sorting import Sorting
from ui.incidents.surge import MANY, Surge

NOW = datetime(2026, 11, 29, 13, 0, tzinfo=UTC)
REFERENCE = Reference(
    areas={one: Area(id=one, name=one) for one in ("Renon", "Panjer")},
    categories={one: Category(id=one, name_en=one) for one in ("flood", "fire")},
)


def _case(name: str, area: str, category: str, minutes: int, hurt: int = 0, callers: int = 1) -> Case:
    incident = Incident(
        id=name,
        category=category,
        area=area,
        people_hurt=hurt or None,
        opened_at=NOW - timedelta(minutes=minutes),
        priority=Priority.P2,
    )
    return make_case(incident, (), (), callers)


def _order(model: CaseModel) -> str:
    return " ".join(str(model.id_at(row)) for row in range(model.rowCount()))


def test_groups_stand_together_and_follow_what_gets_worse() -> None:
    board, centre = Board(REFERENCE), boards.centre()
    for case in (
        _case("f1", "Renon", "flood", 30),
        _case("b1", "Panjer", "fire", 20),
        _case("f2", "Renon", "flood", 10),
        _case("b2", "Panjer", "fire", 5),
        _case("g1", "Panjer", "flood", 25),
    ):
        board.cases[case.id] = case
    model = CaseModel(board, RowMaker(board, centre), lambda: NOW)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert _order(model) == "f1 g1 b1 f2 b2"
    model.sort_by(Sorting(grouped=True))
    assert _order(model) == "f1 f2 g1 b1 b2"
    assert [model.group_size(model.row_at(row)) for row in range(5)] == [2, 2, 1, 2, 2]

    board.cases["b2"] = _case("b2", "Panjer", "fire", 5, hurt=3)
    model.apply({"b2"})
    assert _order(model) == "b2 b1 f1 f2 g1"
    board.cases["g1"] = _case("g1", "Panjer", "flood", 25, callers=40)
    model.apply({"g1"})
    assert _order(model) == "b2 b1 g1 f1 f2"
    gone = board.cases["b2"]
    board.cases["b2"] = replace(gone, incident=replace(gone.incident, closed_at=NOW))
    model.apply({"b2"})
    assert _order(model) == "g1 f1 f2 b1"
    model.sort_by(Sorting())
    assert _order(model) == "f1 g1 b1 f2"
    assert model.group_size(model.row_at(0)) == 0


def _answered(name: str, at: datetime, direction: Direction = Direction.IN) -> CallEntry:
    return CallEntry(Call(id=name, answered_at=at, direction=direction), CallPrivate(id=name))


def test_a_surge_is_told_while_it_lasts() -> None:
    clock = [NOW]
    surge = Surge(lambda: clock[0])
    for at in range(MANY):
        assert not surge.on
        call = _answered(f"c{at}", clock[0])
        surge.see([call, call])
        clock[0] += timedelta(seconds=4)
    assert surge.on
    clock[0] += timedelta(seconds=20)
    assert not surge.on


def test_calls_of_an_outage_and_calls_out_make_no_surge() -> None:
    surge = Surge(lambda: NOW)
    surge.see(_answered(f"late{at}", NOW - timedelta(minutes=30)) for at in range(2 * MANY))
    surge.see(_answered(f"out{at}", NOW, Direction.OUT) for at in range(2 * MANY))
    assert not surge.on


def test_calls_delivered_after_an_outage_offer_no_groups(shown: Shown) -> None:
    session = shown.desk.session
    now = session.clock.now()

    def bring(name: str, age: timedelta) -> None:
        calls = [_answered(f"{name}{at}", now - age) for at in range(MANY)]
        over = tuple(
            replace(one, call=replace(one.call, ended_at=now, call_type=CallType.DROPPED)) for one in calls
        )
        acts = tuple((f"act of {one.id}", "call.taken", "ani") for one in over)
        session.board.take(
            News(sequence=1, acts=acts, call_ids=frozenset(one.id for one in over), calls=over)
        )

    bring("kept while cut off", timedelta(minutes=20))
    assert not shown.panel.surge.on
    bring("taken now", timedelta(seconds=2))
    assert shown.panel.surge.on
