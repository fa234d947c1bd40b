"""A small centre and a hand to write acts in it: the pure `apply` over tables in memory.

Rows have names ("c1", "i1") from which their ids follow, so that every database can be given the same acts.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from desktop.domain.acts import Act, Change, Op, Refusal, Result
from desktop.domain.apply import Applied, Context, apply
from desktop.domain.centre import Centre
from desktop.domain.clock import CLOCK_ID, TrainingClock
from desktop.domain.kinds_erasure import ERASED, NOTE
from desktop.domain.records import Kind, Row, Value
from desktop.domain.reference import Role
from desktop.domain.registry import KINDS
from desktop.domain.rows import MemoryRows
from desktop.domain.schema import SIDE_TABLES, TABLES

NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
"""The exercise's clock stands still at this moment: 22.30 in Denpasar."""

LOGINS: Mapping[str, frozenset[Role]] = {
    "ani": frozenset({Role.CALL_TAKER}),
    "budi": frozenset({Role.DISPATCHER}),
    "citra": frozenset({Role.SUPERVISOR}),
    "dewa": frozenset({Role.ADMINISTRATOR}),
    "eka": frozenset({Role.AUDITOR}),
    "fitri": frozenset({Role.WALL}),
    "gede": frozenset(),
    "hana": frozenset(set(Role)),
}

CENTRE = Centre(
    id="00000000-0000-4000-8000-000000000001",
    city="denpasar",
    name="Damamaya",
    letters="DP",
    zone_name="Asia/Makassar",
    area_code="0361",
    local_number=None,
    training=True,
    epoch=1,
    made_at=datetime(2026, 11, 1, tzinfo=UTC),
)


def named(name: str) -> str:
    """The id of the row of that name."""
    return str(uuid5(NAMESPACE_OID, name))


def row_id(table: str, name: str) -> str:
    """The id of a row: its name, where the table's ids are codes."""
    return named(name) if TABLES[table].id_kind is Kind.UUID else name


def insert(table: str, name: str, /, **values: Value) -> Change:
    """A new row."""
    return Change(table, Op.INSERT, row_id(table, name), values)


class World:
    """Tables in memory, and the acts so far."""

    def __init__(self, centre: Centre = CENTRE) -> None:
        self.rows = MemoryRows()
        self.centre = centre
        self.done: list[tuple[Act, str]] = []
        self._about: dict[str, set[tuple[str, str]]] = {}
        self.known: dict[str, tuple[Act, str, Result]] = {}

    def act(self, kind: str, *changes: Change, note: str | None = None, name: str = "") -> Act:
        """An act whose id follows from its name, or from how many were before it."""
        return Act(named(name or f"act {len(self.done)} {kind}"), kind, changes, note)

    def update(self, kind: str, table: str, name: str, /, **values: Value) -> Change:
        """A change to a row as it is now: with the bases that an act of that kind needs."""
        row = row_id(table, name)
        allowed = KINDS[kind].allowed(table, Op.UPDATE)
        assert allowed is not None
        current = self.rows.get(table, row) or {}
        base: dict[str, str | None] = {}
        for group in allowed.groups(set(values)):
            found = current.get(f"{group}_act")
            base[group] = None if found is None else str(found)
        return Change(table, Op.UPDATE, row, values, base)

    def now(self) -> datetime:
        """The centre's time."""
        clock = self.rows.get("clock", CLOCK_ID)
        real = datetime.now(UTC)
        return real if clock is None else TrainingClock.from_row(CLOCK_ID, clock).at(real)

    def judge(self, act: Act, login: str) -> Applied | Refusal:
        """What `apply` says of an act, written by nobody yet."""
        zone = ZoneInfo(self.centre.zone_name)
        roles = LOGINS.get(login, frozenset({Role.ADMINISTRATOR}))
        return apply(self.rows, act, Context(login, roles, self.now(), zone, self.centre.training))

    def submit(self, act: Act, login: str) -> Refusal | Applied:
        """Judge an act and write it."""
        outcome = self.judge(act, login)
        if isinstance(outcome, Applied):
            for table, row, values, _ in outcome.writes:
                self.rows.put(table, row, values)
            if act.note is not None:
                about = (row for table, row in outcome.subjects if table == "incident")
                self.rows.remember_note(act.id, about)
            if act.claimed_by is not None:
                self.rows.claims[act.id] = act.claimed_by
            self._about[act.id] = set() if act.kind == ERASED else set(outcome.subjects)
            if act.kind == ERASED:
                self.rows.reasons.add(act.id)
                erased = {(SIDE_TABLES.get(one.table), one.row) for one in act.changes}
                notes = {one.row for one in act.changes if one.table == NOTE}
                for other in [one for one, about in self._about.items() if about & erased or one in notes]:
                    self.rows.forget_note(other)
            self.done.append((act, login))
        return outcome

    def must(self, login: str, act: Act) -> Act:
        """Write an act that is lawful."""
        outcome = self.submit(act, login)
        assert isinstance(outcome, Applied), (act, outcome)
        return act

    def copy(self) -> "World":
        """Another that goes on from here."""
        made = World(self.centre)
        for mine, other in ((vars(self), vars(made)), (vars(self.rows), vars(made.rows))):
            other.update({name: _apart(value) for name, value in mine.items() if name != "rows"})
        return made

    def row(self, table: str, name: str) -> Row:
        """A row as it is now."""
        return self.rows.tables[table][row_id(table, name)]


def _apart(value: Any) -> Any:
    """The same with containers of its own."""
    if isinstance(value, dict):
        made = value.copy()  # of its own type
        for key, one in value.items():
            if isinstance(one, (dict, set, list)):
                made[key] = _apart(one)
        return made
    return value.copy() if isinstance(value, (set, list)) else value


def reference() -> Act:
    """The reference data of the small centre, without its units."""
    changes = (
        insert("area", "51.71.02", name="Denpasar Barat", level="kecamatan"),
        insert("area", "51.71.02.1003", name="Pemecutan", level="kelurahan", parent="51.71.02"),
        insert("agency", "DAMKAR", name="Pemadam Kebakaran", short_name="Damkar"),
        insert("agency", "PLN", name="Perusahaan Listrik Negara", short_name="PLN", telephone="123"),
        insert("agency", "POLRES", name="Polresta Denpasar", short_name="Polresta"),
        insert("category", "fire", name_id="Kebakaran", urgency="emergency", priority="P1", lead="DAMKAR"),
        insert("category", "violence", name_id="KDRT", priority="P1", restricted=True),
        insert("station", "induk", name="Pos Induk"),
        insert("station", "juanda", name="Pos Juanda"),
        insert("hospital", "sanglah", name="RSUP Prof. Ngoerah", short_name="Sanglah"),
        insert("outcome", "handled", name_id="Tertangani", key="t"),
    )
    return Act(named("reference"), "reference.loaded", changes)


def fleet() -> Act:
    """The units of the small centre, free since the clock stands still."""
    changes = (
        *(insert("unit", code, call_sign=code, home_station="induk", station="induk") for code in UNITS),
        insert("unit", "A1", call_sign="A1", unit_type="ambulance", home_station="juanda", station="juanda"),
    )
    return Act(named("fleet"), "reference.loaded", changes)


UNITS = ("E1", "E2", "E3")


def stopped_clock() -> Act:
    """The act that stops the exercise's clock."""
    change = insert("clock", CLOCK_ID, anchor_real=NOW, anchor_training=NOW, rate=0.0)
    return Act(named("clock"), "clock.set", (change,))


def furnished() -> World:
    """A world with its reference data and units, its clock stopped."""
    return _furnished().copy()


@cache
def _furnished() -> World:
    world = World()
    world.must("installer", reference())
    world.must("citra", stopped_clock())
    world.must("dewa", fleet())
    return world


Given = Callable[[World], None]


def take(world: World, call: str = "c1", number: str | None = "081234567890") -> None:
    """Answer a call."""
    rows = (insert("call", call), insert("call_private", call, number=number))
    world.must("ani", world.act("call.taken", *rows))


def open_incident(world: World, incident: str = "i1", call: str = "c1") -> None:
    """Answer a call and open an incident from it."""
    take(world, call)
    world.must("ani", opened(world, incident, call))


def opened(world: World, incident: str = "i1", call: str = "c1") -> Act:
    """The act that opens an incident from a call."""
    return world.act(
        "incident.opened",
        insert("incident", incident, category="fire", address="Gg. Mawar 5", area="51.71.02.1003"),
        insert("incident_private", incident),
        world.update("incident.opened", "call", call, incident=named(incident)),
    )


def assigned(world: World, unit: str = "E1", incident: str = "i1", assignment: str = "a1") -> Act:
    """The act that sends a unit."""
    return world.act(
        "unit.assigned",
        insert("assignment", assignment, incident=named(incident), unit=unit),
        world.update("unit.assigned", "unit", unit),
    )


def send(world: World, unit: str = "E1", incident: str = "i1", assignment: str = "a1") -> None:
    """Open an incident where there is none, and send a unit to it."""
    if world.rows.get("incident", named(incident)) is None:
        open_incident(world, incident, f"call of {incident}")
    world.must("budi", assigned(world, unit, incident, assignment))


def stage(world: World, kind: str, unit: str = "E1", assignment: str = "a1") -> None:
    """Let a unit and its assignment reach a stage, as in `unit.on_scene`."""
    changes = (world.update(kind, "assignment", assignment), world.update(kind, "unit", unit))
    world.must("budi", world.act(kind, *changes))


def refer(world: World, agency: str = "DAMKAR", referral: str = "r1", part: str = "lead") -> None:
    """Open an incident where there is none, and tell an agency of it."""
    if world.rows.get("incident", named("i1")) is None:
        open_incident(world)
    row = insert("referral", referral, incident=named("i1"), agency=agency, part=part)
    world.must("budi", world.act("referral.made", row))


def close(world: World, incident: str = "i1", note: str | None = None) -> None:
    """Close an incident."""
    change = world.update("incident.closed", "incident", incident, outcome="handled")
    world.must("budi", world.act("incident.closed", change, note=note))


def at(minutes: float) -> datetime:
    """A moment that lies so many minutes after the stopped clock."""
    return NOW + timedelta(minutes=minutes)


def again(act: Act, name: str = "again", **changes: object) -> Act:
    """The act under another id."""
    return replace(act, id=named(f"{act.id} {name}"), **changes)  # type: ignore[arg-type]  # - fields of the same class
