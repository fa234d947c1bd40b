"""Entering later what was written on paper while telephones, power or the desk itself were out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.domain.acts import Source
from desktop.domain.board import CallEntry, Case
from desktop.domain.calls import Call, CallPrivate, CallType, Channel
from desktop.domain.incidents import Incident
from desktop.domain.units import Assignment, Unit, UnitStatus
from desktop.operations.calls import Values, end_call, hang_up, take_call
from desktop.operations.desk import Desk, Done, Outcome, Refusal, advanced, made
from desktop.operations.incidents import close_incident, open_incident
from desktop.operations.reading import read_case, read_one_call, read_units_named
from desktop.operations.units import assign_units, set_status


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReport:
    """One report as it was read from paper. All times are aware and real, not those of typing.

    `told_at`: `took_at` as it was typed, for `-3h` is another moment with each reading. `call_type`: what the
    call was when no incident came of it. `values`: columns of the call and of the incident. `units` were
    sent at `sent_at`, or at once; `done_at`: when they were free and, with an `outcome`, the incident closed.
    """

    took_at: datetime
    told_at: str
    channel: Channel
    values: Values
    call_type: CallType | None = None
    units: Sequence[Unit] = ()
    sent_at: datetime | None = None
    done_at: datetime | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What an earlier run of the desk wrote of a report, by the id of its call."""

    call: str
    taken: CallEntry | None = None
    case: Case | None = None
    running: Sequence[tuple[Unit, Assignment]] = ()
    """The units that it sent and did not free, as they are in the database: a board may be behind."""

    @property
    def unopened(self) -> CallEntry | None:
        """Its call, when that runs and no incident came of it."""
        taken = self.taken
        return None if taken is None or taken.call.incident or taken.call.ended_at else taken

    @property
    def has_sent(self) -> bool:
        """Whether it sent units."""
        return self.case is not None and bool(self.case.assignments)

    @property
    def sent(self) -> Collection[str]:
        """The units that it sent and did not free."""
        return {unit.id for unit, _ in self.running}


async def read_progress(desk: Desk, call: str) -> Progress:
    """How far a report came whose call was to have that id. StoreError when the database is away."""
    taken = await read_one_call(desk, call)
    if taken is None or taken.call.incident is None:
        return Progress(call, taken)
    detail = await read_case(desk, taken.call.incident)
    if detail is None:
        return Progress(call, taken)
    units = await read_units_named(desk, [one.unit for one in detail.case.running])
    return Progress(call, taken, detail.case, [(units[one.unit], one) for one in detail.case.running])


_NOT_OURS = ("call_running", "call_without_incident")
"""Refusals of ending a call that somebody else ended or opened an incident of meanwhile."""


class PaperEntry:
    """Writes one report, act by act, each with its real time; after a refusal it goes on there."""

    def __init__(self, desk: Desk, report: PaperReport, instead_of: CallEntry | None = None) -> None:
        """`instead_of`: the call of a report that was begun before and is given up for this one."""
        self._desk = desk
        self._instead_of = instead_of
        self._report = report
        self.call = desk.new_id()
        """The id that its call has, or shall have."""
        self._call: CallEntry | None = None
        self._incident: Incident | None = None
        self._call_over = False
        self._running: list[tuple[Unit, Assignment]] | None = None
        self.opened: tuple[date, int] | None = None
        """Day and serial of the incident, once it was opened."""

    def go_on_from(self, progress: Progress) -> None:
        """Go on where an earlier run ended."""
        self.call, self._call = progress.call, progress.taken
        if self._call is None:
            return
        self._call_over = self._call.call.ended_at is not None
        self._report = replace(self._report, took_at=self._call.call.answered_at or self._report.took_at)
        if progress.case is None:
            return
        self._incident = progress.case.incident
        if self._incident.day is not None and self._incident.serial is not None:
            self.opened = self._incident.day, self._incident.serial
        if progress.case.assignments:
            self._running = list(progress.running)

    @property
    def unopened(self) -> CallEntry | None:
        """Its call, when that runs and no incident came of it; else the one that it is to end."""
        if self._call is None:
            return self._instead_of
        return None if self._call_over or self._incident is not None else self._call

    @property
    def has_sent(self) -> bool:
        """Whether it sent units: others, or another time, are too late then."""
        return self._running is not None

    @property
    def sent(self) -> Collection[str]:
        """The units that it sent and did not free."""
        return {unit.id for unit, _ in self._running or ()}

    def goes_on_with(self, report: PaperReport) -> bool:
        """Take a corrected report to go on with; not one of another call and incident than those written.

        Taken for the same, another report would be lost behind the first; taken for another, a corrected one
        would be there twice.
        """
        known = self._report
        if self._call is not None:
            if (known.told_at, known.channel) != (report.told_at, report.channel):
                return False
            told = (known.call_type, known.values) == (report.call_type, report.values)
            if not told and (self._incident is not None or self._call_over):
                return False
            report = replace(report, took_at=known.took_at)
        self._report = report
        return True

    async def write(self) -> Refusal | None:
        """Write what is not written yet; why not all of it was. StoreError when the database is away."""
        for step in (self._give_up, self._take, self._settle, self._finish_call, self._send):
            refusal = await step()
            if refusal is not None:
                return refusal
        return await self._end()

    async def _give_up(self) -> Refusal | None:
        """End the call for which this one came: it would run on every board until somebody wonders."""
        given_up = self._instead_of
        if given_up is None:
            return None
        at = given_up.call.answered_at or self._report.took_at
        refusal = _refusal(await end_call(self._at(at), given_up, CallType.MISTAKE))
        if refusal is not None and refusal.code not in _NOT_OURS:
            return refusal
        self._instead_of = None
        return None

    async def _take(self) -> Refusal | None:
        if self._call is not None:
            return None
        outcome = await take_call(self._at(self._report.took_at), self._report.channel, call=self.call)
        if isinstance(outcome, Done):
            call = made(Call, outcome, outcome.row)
            self._call = CallEntry(call, made(CallPrivate, outcome, outcome.row))
        return _refusal(outcome)

    async def _settle(self) -> Refusal | None:
        """End the call as what it was, or open its incident."""
        assert self._call is not None
        if self._incident is not None or self._call_over:
            return None
        report, desk = self._report, self._at(self._report.took_at)
        if report.call_type is not None:
            outcome = await end_call(desk, self._call, report.call_type, report.values)
            self._call_over = isinstance(outcome, Done)
            return _refusal(outcome)
        outcome = await open_incident(desk, self._call, report.values)
        if isinstance(outcome, Done):
            ((day, serial),) = outcome.result.numbers.values()
            self.opened = day, serial
            self._incident = made(Incident, outcome, outcome.row)
            self._call = CallEntry(advanced(self._call.call, outcome), advanced(self._call.private, outcome))
        return _refusal(outcome)

    async def _finish_call(self) -> Refusal | None:
        if self._call_over or self._call is None:
            return None
        outcome = await hang_up(self._at(self._report.took_at), self._call.call)
        self._call_over = isinstance(outcome, Done)
        return _refusal(outcome)

    async def _send(self) -> Refusal | None:
        report, incident = self._report, self._incident
        if not report.units or self._running is not None or incident is None:
            return None
        desk = self._at(report.sent_at or report.took_at)
        outcome = await assign_units(desk, incident, report.units)
        if isinstance(outcome, Done):
            rows = {one.values["unit"]: one.row for one in outcome.act.changes if one.table == "assignment"}
            self._running = [
                (advanced(unit, outcome), made(Assignment, outcome, rows[unit.id])) for unit in report.units
            ]
            self._incident = advanced(incident, outcome)
        return _refusal(outcome)

    async def _end(self) -> Refusal | None:
        """Free the units and close the incident, where the paper says when."""
        report, incident = self._report, self._incident
        if report.done_at is None or incident is None:
            return None
        desk = self._at(report.done_at)
        while self._running:
            unit, running = self._running[-1]
            outcome = await set_status(desk, unit, UnitStatus.AVAILABLE, running)
            if isinstance(outcome, Refusal):
                return outcome
            self._running.pop()
        if report.outcome is None or not incident.is_open:
            return None
        return _refusal(await close_incident(desk, incident, report.outcome))

    def _at(self, moment: datetime) -> Desk:
        return self._desk.claiming(moment, Source.PAPER)


def _refusal(outcome: Outcome) -> Refusal | None:
    return outcome if isinstance(outcome, Refusal) else None
