"""A centre in memory, in a time of its own: acts are judged as a database does it, and shown on a board."""

from datetime import datetime
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from desktop.domain.acts import Act, Change, Refusal
from desktop.domain.apply import Applied, Context, apply
from desktop.domain.board import News, Reference, make_case
from desktop.domain.calls import Call
from desktop.domain.incidents import Incident
from desktop.domain.reference import Role
from desktop.domain.rows import MemoryRows
from desktop.domain.units import Assignment, Unit
from desktop.live.board import Board
from desktop.operations.desk import change, new_row
from desktop.operations.packs import CityPack, pack_act

AUTHOR = "replay"


def reference_of(pack: CityPack) -> Reference:
    """A pack's reference data, as far as sending needs it."""
    return Reference(
        areas={one.id: one for one in pack.areas},
        agencies={one.id: one for one in pack.agencies},
        categories={one.id: one for one in pack.categories},
        stations={one.id: one for one in pack.stations},
        outcomes={one.id: one for one in pack.outcomes},
        plans=pack.plans,
    )


class RefusedError(Exception):
    """The domain did not take an act: `str` says which, and why."""


class MemoryCentre:
    """A city's centre whose rows lie in memory; ids follow one another, so that two runs are alike."""

    def __init__(self, pack: CityPack, now: datetime) -> None:
        self.zone = ZoneInfo(pack.centre.zone_name)
        self.board = Board(reference_of(pack))
        self._rows = MemoryRows()
        self._count = 0
        self._write(pack_act(pack, self.new_id()), now)
        units = tuple(Unit.from_row(key, row) for key, row in self._rows.tables["unit"].items())
        self._show((), units)

    def new_id(self) -> str:
        """The next id."""
        self._count += 1
        return str(uuid5(NAMESPACE_OID, str(self._count)))

    def act(self, kind: str, now: datetime, *changes: Change, note: str | None = None) -> None:
        """Write an act at `now` (aware). RefusedError when the domain refuses it."""
        applied = self._write(Act(self.new_id(), kind, changes, note), now)
        of = {table: [row for name, row, *_ in applied.writes if name == table] for table in _SHOWN}
        incidents = {*of["incident"], *(self._incident_of(one) for one in of["assignment"])}
        units = tuple(Unit.from_row(one, self._rows.tables["unit"][one]) for one in of["unit"])
        self._show(tuple(sorted(incidents)), units)

    def open_incident(self, now: datetime, **values: str | float | None) -> str:
        """Take a call and open an incident from it: its id."""
        call, incident = self.new_id(), self.new_id()
        self.act("call.taken", now, new_row("call", call), new_row("call_private", call))
        seen = Call.from_row(call, self._rows.tables["call"][call])
        changes = (
            new_row("incident", incident, **values),
            new_row("incident_private", incident),
            change("incident.opened", seen, incident=incident),
        )
        self.act("incident.opened", now, *changes)
        return incident

    def send(self, now: datetime, incident: str, unit: str) -> None:
        """Assign a free unit."""
        kind, seen = "unit.assigned", self.board.units[unit]
        row = new_row("assignment", self.new_id(), incident=incident, unit=unit)
        self.act(kind, now, row, change(kind, seen))

    def says(self, now: datetime, unit: str, kind: str) -> None:
        """A unit reports: `kind` as `unit.on_scene`."""
        seen = self.board.units[unit]
        running = (one for case in self.board.cases.values() for one in case.running if one.unit == unit)
        self.act(kind, now, *(change(kind, one) for one in running), change(kind, seen))

    def close(self, now: datetime, incident: str, outcome: str) -> None:
        """Close an incident, and take off the board what was closed before the city's midnight."""
        kind, seen = "incident.closed", self.board.cases[incident].incident
        self.act(kind, now, change(kind, seen, outcome=outcome), note=AUTHOR)
        today = now.astimezone(self.zone).date()
        cases = self.board.cases.items()
        closed = ((key, case.incident.closed_at) for key, case in cases)
        gone = (key for key, at in closed if at is not None and at.astimezone(self.zone).date() < today)
        self.board.take(News(self._count, (), case_ids=frozenset(gone)))

    def _write(self, act: Act, now: datetime) -> Applied:
        applied = apply(self._rows, act, Context(AUTHOR, frozenset(Role), now, self.zone, training=True))
        if isinstance(applied, Refusal):
            raise RefusedError(f"{act.kind}: {applied}")
        for table, row, values, _ in applied.writes:
            self._rows.put(table, row, values)
        return applied

    def _incident_of(self, assignment: str) -> str:
        return str(self._rows.tables["assignment"][assignment]["incident"])

    def _show(self, incidents: tuple[str, ...], units: tuple[Unit, ...]) -> None:
        cases = []
        for one in incidents:
            rows = self._rows.find("assignment", "incident", one).items()
            sent = tuple(Assignment.from_row(key, row) for key, row in rows)
            cases.append(make_case(Incident.from_row(one, self._rows.tables["incident"][one]), sent, (), 1))
        named = frozenset(one.id for one in units)
        self.board.take(News(self._count, (), frozenset(incidents), named, cases=tuple(cases), units=units))


_SHOWN = ("incident", "assignment", "unit")
