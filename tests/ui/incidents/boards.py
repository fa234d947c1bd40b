"""Boards for tests of the list, and the list as a picture in lines of text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.board import Case, News, Reference, make_case
from desktop.domain.centre import Centre
from desktop.domain.incidents import Incident
from desktop.domain.reference import AgencyPart, Priority
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.units import Assignment, AssignmentState, Unit
from desktop.live.board import Board
from desktop.operations.packs import pack_centre, pack_folder, read_pack
from tests.ui.driver import OPERATORS
from ui.incidents.columns import Column
from ui.incidents.model import CaseModel
from ui.incidents.rows import RowMaker

BEGIN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""20:00 on a November evening in Denpasar."""

RENON, SUMERTA_KELOD = "51.71.01.1006", "51.71.02.1004"


@cache
def reference() -> Reference:
    """Denpasar's reference data, as a database would give them."""
    pack = read_pack(pack_folder("denpasar"))
    return Reference(
        areas={one.id: one for one in pack.areas},
        agencies={one.id: one for one in pack.agencies},
        categories={one.id: one for one in pack.categories},
        stations={one.id: one for one in pack.stations},
        targets=pack.targets,
        operators=OPERATORS,
    )


@cache
def centre() -> Centre:
    """Denpasar's centre."""
    return pack_centre(read_pack(pack_folder("denpasar")), centre_id="c", training=True, made_at=BEGIN)


def area(name: str) -> str:
    """The id of an area by its name."""
    return next(one.id for one in reference().areas.values() if one.name == name)


def units() -> dict[str, Unit]:
    """Denpasar's units."""
    return {unit.id: unit for unit in read_pack(pack_folder("denpasar")).units}


def incident(
    serial: int,
    priority: str = "P2",
    *,
    category: str | None = "sick",
    address: str | None = "Jl. Gatot Subroto 7",
    where: str | None = "Tonja",
    minute: float = 0,
    holder: str | None = None,
    closed: float | None = None,
) -> Incident:
    """An incident that was opened, and perhaps closed, so many minutes after the beginning."""
    return Incident(
        id=f"i{serial:03d}",
        day=date(2026, 11, 24),
        serial=serial,
        opened_at=BEGIN + timedelta(minutes=minute),
        category=category,
        urgency=reference().categories[category].urgency if category else None,
        priority=Priority(priority),
        address=address,
        area=area(where) if where else None,
        holder=holder,
        closed_at=None if closed is None else BEGIN + timedelta(minutes=closed),
    )


def case(of: Incident, *sent: str, told: Sequence[str] = (), scene: bool = False) -> Case:
    """A case with units sent to it (on scene with `scene`) and agencies told of it, the first one leading."""
    there = BEGIN if scene else None
    assignments = tuple(
        Assignment(id=f"{of.id}-{unit}", unit=unit, incident=of.id, assigned_at=BEGIN, on_scene_at=there)
        for unit in sent
    )
    referrals = tuple(
        Referral(
            id=f"{of.id}-{code}",
            incident=of.id,
            agency=code,
            part=AgencyPart.SUPPORT if at else AgencyPart.LEAD,
            state=ReferralState.TOLD,
        )
        for at, code in enumerate(told)
    )
    return make_case(of, assignments, referrals, 1)


def called_back(one: Case) -> Case:
    """The same case, all its assignments ended as cancelled."""
    ended = tuple(replace(sent, state=AssignmentState.ENDED, ended_at=BEGIN) for sent in one.assignments)
    return make_case(one.incident, ended, one.referrals, one.callers)


class Evening:
    """A board, the list over it and the clock of both, all moved by the test."""

    def __init__(self, *cases: Case, parent: QObject | None = None) -> None:
        self.now = BEGIN
        self.board = Board(reference())
        self.board.units.update(units())
        self.board.cases.update({one.id: one for one in cases})
        maker = RowMaker(self.board, centre())
        self.model = CaseModel(self.board, maker, lambda: self.now, parent)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.model
        )
        self.changes: list[tuple[int, str, str]] = []
        self.model.dataChanged.connect(
            lambda first, last: self.changes.append(
                (first.row(), Column(first.column()).name, Column(last.column()).name)
            )
        )

    def bring(self, *cases: Case, gone: Sequence[str] = ()) -> None:
        """Let the board and then the list take cases."""
        ids = [*(one.id for one in cases), *gone]
        self.board.take(news(cases, gone))
        self.model.apply(ids)

    def after(self, **passed: float) -> None:
        """Let time pass and the list tick, all of it seen."""
        self.now += timedelta(**passed)
        self.model.tick(0, self.model.rowCount())

    @property
    def picture(self) -> list[str]:
        """The list as lines."""
        return picture(self.model)

    @property
    def numbers(self) -> str:
        """The serials of the list from above, `>` before the anchor."""
        rows = [self.model.row_at(row) for row in range(self.model.rowCount())]
        return " ".join((">" if row.id == self.model.anchor else "") + str(row.serial[1]) for row in rows)


def news(cases: Sequence[Case], gone: Sequence[str] = ()) -> News:
    """News that bring these cases and take away those."""
    named = frozenset([*(one.id for one in cases), *gone])
    return News(sequence=1, acts=(), case_ids=named, cases=tuple(cases))


def picture(model: CaseModel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    """The list as lines, its cells parted by bars."""
    return [
        " | ".join(str(model.index(row, column).data(role)) for column in Column)
        for row in range(model.rowCount())
    ]
