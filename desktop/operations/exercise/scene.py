"""What the player sees of the centre before each event, as an operator would: the rows as they are now."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.board import CallEntry
from desktop.domain.calls import Call
from desktop.domain.clock import TrainingClock
from desktop.domain.incidents import Incident
from desktop.domain.records import Record
from desktop.domain.reference import Category, Station
from desktop.domain.referrals import Referral
from desktop.domain.units import Assignment, AssignmentState, Unit
from desktop.operations.exercise.events import CallTaken, Event, IncidentOpened
from desktop.operations.exercise.ids import ExerciseIds
from desktop.store.queries import read_calls, read_clock, read_records, read_units
from desktop.store.store import Store
from desktop.store.tables import TABLES


class MissingError(Exception):
    """The centre lacks what an event is about; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Crewed:
    """A unit and its running assignment, if it has one."""

    unit: Unit
    running: Assignment | None


class Scene:
    """Reads rows by the names that an exercise gives to calls and incidents."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.calls: dict[str, str] = {}
        self.incidents: dict[str, str] = {}
        self.categories: dict[str, Category] = {}

    async def start(self) -> None:
        """Read what does not change while the exercise runs."""
        found = await self._store.read(lambda connection: read_records(connection, Category))
        self.categories = {one.id: one for one in found}

    async def clock(self) -> TrainingClock | None:
        """The training clock, where one is set."""
        return await self._store.read(read_clock)

    async def stations(self) -> list[str]:
        """Codes of the posts, in the city's order."""
        found = await self._store.read(lambda connection: read_records(connection, Station))
        return [one.id for one in sorted(found, key=lambda one: (one.rank, one.id))]

    async def unit_ids(self) -> frozenset[str]:
        """Codes of all units."""
        return frozenset(one.id for one in await self._store.read(read_units))

    async def call(self, name: str) -> CallEntry:
        """A call of the exercise. MissingError when there is none."""
        row = self.calls.get(name)
        found = await self._store.read(
            lambda connection: read_calls(connection, TABLES["call"].c.id == row) if row else ()
        )
        if not found:
            raise MissingError("call")
        return found[0]

    async def incident(self, name: str) -> Incident:
        """An incident of the exercise; the one into which it was merged. MissingError when there is none."""
        row = self.incidents.get(name)
        while row is not None:
            wanted = row
            found = await self._store.read(
                lambda connection, wanted=wanted: read_records(  # type: ignore[misc]  # - bound now
                    connection, Incident, TABLES["incident"].c.id == wanted
                )
            )
            if not found:
                break
            if found[0].merged_into is None:
                return found[0]
            row = found[0].merged_into
        raise MissingError("incident")

    async def crewed(self, units: Sequence[str]) -> list[Crewed]:
        """Units with their running assignments, in the order named. MissingError when one is not there."""
        table = TABLES["assignment"].c

        found, running = await self._store.read(
            lambda connection: (
                read_units(connection, units),
                read_records(
                    connection,
                    Assignment,
                    table.unit.in_(units) & (table.state == AssignmentState.RUNNING),
                ),
            )
        )
        by_id = {unit.id: unit for unit in found}
        at_work = {one.unit: one for one in running}
        if any(unit not in by_id for unit in units):
            raise MissingError("unit")
        return [Crewed(by_id[unit], at_work.get(unit)) for unit in units]

    async def referral(self, incident: Incident, agency: str) -> Referral:
        """The latest referral of an incident to an agency. MissingError when there is none."""
        table = TABLES["referral"].c
        found = await self._store.read(
            lambda connection: read_records(
                connection, Referral, (table.incident == incident.id) & (table.agency == agency)
            )
        )
        if not found:
            raise MissingError("referral")
        return found[-1]

    async def traces(self) -> list[Record]:
        """Every row that an exercise may have written."""
        return await self._store.read(
            lambda connection: [
                *read_records(connection, Call),
                *read_records(connection, Incident),
                *read_records(connection, Assignment),
                *read_records(connection, Referral),
                *read_records(connection, Unit),
            ]
        )

    def resume(self, traces: Sequence[Record], events: Sequence[Event], ids: ExerciseIds) -> int:
        """Take up an exercise that was begun before; returns how many of its events were played.

        The rows name the acts that wrote them, and those ids name the events. An event whose every trace
        was overwritten by an operator seems not played: its act is refused then, for its id exists.
        """
        played = 0
        for row in traces:
            for act in (row.last_act, *row.acts.values()):
                event = ids.event_of(act)
                played = played if event is None else max(played, event + 1)
            made = ids.event_of(row.id)
            if made is None or made >= len(events):
                continue
            event_made = events[made]
            if isinstance(row, Call) and isinstance(event_made, CallTaken):
                self.calls[event_made.call] = row.id
            elif isinstance(row, Incident) and isinstance(event_made, IncidentOpened):
                self.incidents[event_made.incident] = row.id
        return played
