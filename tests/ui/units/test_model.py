"""The model of the units' table: pictures of it, and what it tells when something changes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.targets import Lateness
from desktop.domain.units import UnitStatus
from desktop.operations import units
from tests.ui.units.scene import Scene, evening
from ui.units.model import Column, UnitsModel
from ui.units.rows import Row, RowMaker


@pytest.fixture
def model(scene: Scene) -> Iterator[UnitsModel]:
    """A model under Qt's own tester."""
    made = UnitsModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()
    made.deleteLater()


def _take(model: UnitsModel, scene: Scene) -> None:
    model.take(RowMaker(scene.session).rows(), scene.now)


def _picture(model: UnitsModel) -> list[str]:
    rows = range(model.rowCount())
    cells = [[str(model.index(row, column).data() or "") for column in (0, 1)] for row in rows]
    return [" | ".join(cell for cell in line if cell) for line in cells]


def test_a_picture_of_an_evening(scene: Scene, model: UnitsModel) -> None:
    numbers = {name: scene.session.number(case) for name, case in evening(scene).items()}
    _take(model, scene)
    assert _picture(model) == [
        "Pos Induk · Imam Bonjol — 8 people",
        "Damkar 1 | available",
        "Damkar 2 | available",
        "Damkar 8 | available",
        "A1 | available",
        "J2 | available",
        "Perahu 3 | available",
        "Pos Juanda · Renon — 8 people",
        f"Damkar 3 | on scene {numbers['crash']}",
        "Damkar 9 | available",
        f"A2 | to hospital {numbers['crash']}",
        "Perahu 1 | available",
        "Perahu 2 | available",
        "Sekoci 1 | available",
        "Pos Mahendradata — 8 people",
        "Damkar 4 | available",
        f"Damkar 5 | assigned {numbers['snake']}",
        "J1 | busy isi BBM",
        "Perahu 4 | off duty",
        "Pos Cokroaminoto · Ubung — 8 people",
        "Damkar 6 | available",
        "Damkar 7 | out of service pompa bocor",
        "Damkar 10 | available",
        "A3 | available",
        "Perahu 5 | available",
    ]


def test_what_is_painted_short_is_told_whole(scene: Scene, model: UnitsModel) -> None:
    evening(scene)
    _take(model, scene)

    def told(call_sign: str, column: Column) -> str:
        row = model.row_of(scene.unit(call_sign).id)
        return str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert told("Damkar 3", Column.UNIT) == "Damkar 3: Regu Juanda · 3 people · fire engine"
    doing = told("A2", Column.DOING)
    assert doing.startswith("to hospital · ")
    assert "Simpang Gatsu–Nangka" in doing
    assert "RS Wangaya" in doing
    assert "Regu Ambulans 2 · 2 people · ambulance" in doing
    assert "pompa bocor · back at " in told("Damkar 7", Column.DOING)
    assert told("Damkar 10", Column.UNIT) == "Damkar 10: no crew · fire engine"


def test_a_crew_off_duty_is_not_counted(scene: Scene, model: UnitsModel) -> None:
    scene.say("Damkar 1", UnitStatus.OFF_DUTY)
    _take(model, scene)
    assert _picture(model)[0] == "Pos Induk · Imam Bonjol — 5 people"


def test_a_unit_that_moves_is_removed_and_inserted(scene: Scene, model: UnitsModel) -> None:
    _take(model, scene)
    before = model.rowCount()
    told: list[str] = []
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.rowsInserted.connect(lambda *_: told.append("inserted"))
    model.modelReset.connect(lambda: told.append("reset"))
    moved = units.move_unit(scene.session.desk, scene.unit("Damkar 1"), "cokroaminoto")
    scene.done(scene.driver.run(moved))
    _take(model, scene)
    assert sorted(told) == ["inserted", "removed"]
    assert model.rowCount() == before
    picture = _picture(model)
    head = next(row for row, line in enumerate(picture) if line.startswith("Pos Cokroaminoto"))
    assert picture[head] == "Pos Cokroaminoto · Ubung — 11 people"
    assert picture[head + 1] == "Damkar 1 | available"
    row = model.row_of("damkar-1")
    assert "from Pos Induk" in model.index(row, Column.UNIT).data(Qt.ItemDataRole.AccessibleTextRole)


def test_only_cells_that_changed_are_told(scene: Scene, model: UnitsModel) -> None:
    _take(model, scene)
    case = scene.open(category="animal", priority="P3")
    scene.assign(case, "A1")
    told: list[tuple[int, int]] = []

    def changed(first: QModelIndex, last: QModelIndex) -> None:
        assert first == last
        told.append((first.row(), first.column()))

    model.dataChanged.connect(changed)
    _take(model, scene)
    own = model.row_of("a1")
    assert (own, Column.DOING) in told
    assert {row for row, column in told if column != Column.AGE} == {own}


def test_a_tick_tells_only_ages_that_read_differently(scene: Scene, model: UnitsModel) -> None:
    rows: list[Row] = list(RowMaker(scene.session).rows())
    model.take(rows, scene.now)
    now = scene.now + timedelta(hours=5)
    model.tick(now)
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.column()))
    model.tick(now)
    assert told == []
    model.tick(now + timedelta(minutes=1))
    assert set(told) == {Column.AGE}
    assert len(told) == 21


def test_what_takes_as_long_as_the_clock_allows_is_late(scene: Scene, model: UnitsModel) -> None:
    fire = scene.open(5, category="fire_building", priority="P1")
    scene.assign(fire, "Damkar 1", minutes=1.5)
    _take(model, scene)
    cell = model.index(model.row_of("damkar-1"), Column.AGE)
    assert model.age(cell.row())[1] is Lateness.LATE
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).endswith("· late")
    model.tick(scene.now + timedelta(minutes=1))
    assert model.age(cell.row())[1] is Lateness.ALARM
    scene.say("Damkar 1", UnitStatus.UNDER_WAY)
    _take(model, scene)
    assert model.age(cell.row())[1] is Lateness.IN_TIME
