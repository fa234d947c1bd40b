"""An operator without a screen, who does by chance what operators do, from what the desk's board shows."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from random import Random

from desktop.domain.board import CallEntry, Case
from desktop.domain.calls import JUNK_TYPES, Call
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import REFERRAL_MOVES, ReferralState
from desktop.domain.units import BUSY, FREE, MOVES, Assignment, Unit, UnitStatus
from desktop.live.board import Board
from desktop.live.follow import Follower
from desktop.operations import calls, incidents, referrals, units
from desktop.operations.desk import Desk, Done, Outcome, advanced
from desktop.operations.reading import read_case

Tried = Outcome | None
"""None: there was nothing to do it to."""

MOST_OPEN = 25
"""Open incidents above which operators rather close than open."""


class Operator:
    """Acts through the operations alone; everything that it writes in words is said nowhere else."""

    def __init__(self, desk: Desk, follower: Follower, chance: Random) -> None:
        self._desk = desk
        self._follower = follower
        self._chance = chance
        self._said = 0
        self._ended: Call | None = None
        self._intentions: Mapping[Callable[[], Awaitable[Tried]], int] = {
            self._take_call: 6,
            self._describe_call: 4,
            self._hold_or_resume: 2,
            self._hang_up: 4,
            self._end_as_junk: 2,
            self._undo_end: 1,
            self._open_incident: 8,
            self._join: 2,
            self._describe: 6,
            self._take_or_release: 2,
            self._note: 6,
            self._strike: 1,
            self._relate: 1,
            self._assign: 12,
            self._divert: 5,
            self._status: 14,
            self._cancel: 2,
            self._move: 1,
            self._out_and_back: 2,
            self._correct: 2,
            self._refer: 5,
            self._answer: 5,
            self._lead: 1,
            self._close: 6,
            self._reopen: 1,
            self._merge: 2,
        }

    async def act(self) -> tuple[str, Tried]:
        """Do something: its name and what came of it. StoreError when the database could not be reached."""
        (intention,) = self._chance.choices(list(self._intentions), list(self._intentions.values()))
        return intention.__name__.strip("_"), await intention()

    @property
    def _board(self) -> Board:
        return self._follower.board

    def _words(self, what: str) -> str:
        self._said += 1
        return f"{what} {self._desk.new_id()}"

    def _case(self, *, waiting: bool = False) -> Case | None:
        found = [one for one in self._board.cases.values() if one.incident.is_open]
        if waiting:
            found = [one for one in found if not one.running] or found
        return self._chance.choice(found) if found else None

    def _closed(self) -> Case | None:
        found = [one for one in self._board.cases.values() if one.incident.closed_at is not None]
        return self._chance.choice(found) if found else None

    def _unit(self, statuses: frozenset[UnitStatus]) -> Unit | None:
        found = [one for one in self._board.units.values() if one.status in statuses]
        return self._chance.choice(found) if found else None

    def _call(self, *, own: bool = True, free: bool = False) -> CallEntry | None:
        found = [
            one
            for one in self._board.calls.values()
            if (not own or one.call.operator == self._desk.author.login)
            and not (free and one.call.incident is not None)
        ]
        return self._chance.choice(found) if found else None

    def _busy(self) -> tuple[Unit, Assignment] | None:
        unit = self._unit(BUSY)
        running = None if unit is None else self._board.running_assignment(unit.id)
        return None if unit is None or running is None else (unit, running)

    async def _take_call(self) -> Tried:
        number = f"0812{self._chance.randrange(10**7):07d}"
        return await calls.take_call(self._desk, number=number)

    async def _describe_call(self) -> Tried:
        seen = self._call(own=self._chance.random() < 0.7)
        if seen is None:
            return None
        values = {"name": self._words("Ibu"), "narrative": self._words("Asap")}
        return await calls.describe_call(self._desk, seen, values)

    async def _hold_or_resume(self) -> Tried:
        seen = self._call()
        if seen is None:
            return None
        verb = calls.resume_call if seen.call.held_at is not None else calls.hold_call
        return await verb(self._desk, seen.call)

    async def _hang_up(self) -> Tried:
        seen = self._call()
        return None if seen is None else await calls.hang_up(self._desk, seen.call)

    async def _end_as_junk(self) -> Tried:
        seen = self._call(free=True)
        if seen is None:
            return None
        done = await calls.end_call(self._desk, seen, self._chance.choice(JUNK_TYPES))
        self._ended = advanced(seen.call, done) if isinstance(done, Done) else None
        return done

    async def _undo_end(self) -> Tried:
        seen, self._ended = self._ended, None
        return None if seen is None else await calls.undo_end(self._desk, seen)

    async def _open_incident(self) -> Tried:
        seen = self._call(free=True)
        if seen is None or len(self._board.cases) > MOST_OPEN * 4:
            return None
        values = {"category": "fire", "address": self._words("Jl."), "area": "51.71.02.1003"}
        return await incidents.open_incident(self._desk, seen, values)

    async def _join(self) -> Tried:
        seen, case = self._call(free=True), self._case()
        if seen is None or case is None:
            return None
        return await calls.join_call(
            self._desk, seen, case.incident, {"narrative": self._words("Juga lihat")}
        )

    async def _describe(self) -> Tried:
        case = self._case()
        if case is None:
            return None
        values = self._chance.choice(
            (
                {"address": self._words("Gg."), "landmark": "dekat pura"},
                {"people_hurt": self._chance.randrange(4)},
                {"category": "fire"},
                {"rt": None, "rw": "03"},
            )
        )
        return await incidents.describe_incident(self._desk, case.incident, values)

    async def _take_or_release(self) -> Tried:
        case = self._case()
        if case is None:
            return None
        mine = case.incident.holder == self._desk.author.login
        verb = incidents.release_incident if mine else incidents.take_incident
        return await verb(self._desk, case.incident)

    async def _note(self) -> Tried:
        case = self._case()
        if case is None:
            return None
        return await incidents.add_note(self._desk, case.incident, self._words("Catatan"))

    async def _strike(self) -> Tried:
        case = self._case()
        detail = None if case is None else await read_case(self._desk, case.id)
        notes = [] if detail is None else [one for one in detail.timeline if one.kind == "note.added"]
        if detail is None or not notes:
            return None
        return await incidents.strike_note(
            self._desk, detail.case.incident, self._chance.choice(notes).id, self._words("Salah")
        )

    async def _relate(self) -> Tried:
        one, other = self._case(), self._case()
        if one is None or other is None or one.id == other.id:
            return None
        return await incidents.relate_incidents(self._desk, one.incident, other.incident)

    async def _assign(self) -> Tried:
        case, unit = self._case(waiting=True), self._unit(FREE)
        if case is None or unit is None:
            return None
        other = self._unit(FREE)
        wanted = [unit] if other is None or other.id == unit.id else [unit, other]
        return await units.assign_units(self._desk, case.incident, wanted[: self._chance.randint(1, 2)])

    async def _divert(self) -> Tried:
        busy, case = self._busy(), self._case(waiting=True)
        if busy is None or case is None or busy[1].incident == case.id:
            return None
        return await units.divert_unit(self._desk, case.incident, *busy)

    async def _status(self) -> Tried:
        busy = self._busy()
        if busy is None:
            return None
        unit, running = busy
        legal = MOVES[unit.status] - {UnitStatus.OUT_OF_SERVICE, UnitStatus.OFF_DUTY, UnitStatus.ASSIGNED}
        return await units.set_status(self._desk, unit, self._chance.choice(sorted(legal)), running)

    async def _cancel(self) -> Tried:
        busy = self._busy()
        return None if busy is None else await units.cancel_unit(self._desk, *busy, self._words("Batal"))

    async def _move(self) -> Tried:
        unit = self._unit(frozenset(UnitStatus))
        if unit is None:
            return None
        station = "induk" if unit.station == "juanda" else "juanda"
        return await units.move_unit(self._desk, unit, station)

    async def _out_and_back(self) -> Tried:
        unit = self._unit(frozenset({UnitStatus.OUT_OF_SERVICE, UnitStatus.RETURNING, UnitStatus.OFF_DUTY}))
        if unit is not None:
            return await units.set_status(self._desk, unit, UnitStatus.AVAILABLE, None)
        unit = self._unit(frozenset(UnitStatus))
        if unit is None:
            return None
        running = self._board.running_assignment(unit.id)
        return await units.put_out_of_service(self._desk, unit, running, self._words("Ban"), None)

    async def _correct(self) -> Tried:
        busy = self._busy()
        if busy is None or busy[1].assigned_at is None:
            return None
        unit, running = busy
        moment = busy[1].assigned_at - timedelta(seconds=self._chance.randint(1, 30))
        return await units.correct_stamp(
            self._desk, running, "assigned", moment, self._words("Terlambat"), unit
        )

    async def _refer(self) -> Tried:
        case = self._case()
        if case is None:
            return None
        has_lead = any(one.part is AgencyPart.LEAD for one in case.running_referrals)
        at_work = {one.agency for one in case.running_referrals}
        free = sorted(self._board.reference.agencies.keys() - at_work)
        if not free:
            return None
        part = AgencyPart.SUPPORT if has_lead else AgencyPart.LEAD
        telling = referrals.Telling(self._chance.choice(free), part)
        return await referrals.refer(self._desk, case.incident, [telling], told_to=self._words("Pak"))

    async def _answer(self) -> Tried:
        case = self._case()
        if case is None or not case.running_referrals:
            return None
        seen = self._chance.choice(case.running_referrals)
        states = REFERRAL_MOVES[seen.state] - {ReferralState.TOLD}
        state = self._chance.choice(sorted(states))
        return await referrals.answer_referral(self._desk, seen, state, self._words("Jawab"))

    async def _lead(self) -> Tried:
        case = self._case()
        if case is None:
            return None
        support = [one for one in case.running_referrals if one.part is AgencyPart.SUPPORT]
        leading = [one for one in case.running_referrals if one.part is AgencyPart.LEAD]
        if not support:
            return None
        return await referrals.let_lead(
            self._desk, self._chance.choice(support), leading[0] if leading else None
        )

    async def _close(self) -> Tried:
        case = self._case()
        if case is None:
            return None
        busy = case.running or case.running_referrals
        if busy and len(self._board.cases) < MOST_OPEN:
            return None
        words = self._words("Selesai") if busy else None
        return await incidents.close_incident(self._desk, case.incident, "handled", words)

    async def _reopen(self) -> Tried:
        case = self._closed()
        if case is None:
            return None
        return await incidents.reopen_incident(self._desk, case, self._words("Menyala lagi"))

    async def _merge(self) -> Tried:
        source, target = self._case(), self._case()
        if source is None or target is None or source.id == target.id:
            return None
        detail = await read_case(self._desk, source.id)
        return None if detail is None else await incidents.merge_incident(self._desk, detail, target)
