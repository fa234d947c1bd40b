"""Any order of what operators can do leaves units, assignments, phases and numbers that fit together."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from desktop.domain.board import CallEntry, Case, Snapshot
from desktop.domain.calls import JUNK_TYPES
from desktop.domain.phase import phase_of
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import REFERRAL_MOVES, ReferralState
from desktop.domain.units import BUSY, FREE, Assignment, Unit, UnitStatus
from desktop.operations import calls, incidents, referrals, units
from desktop.operations.desk import Desk, Done, Outcome
from desktop.operations.reading import read_case
from desktop.runtime.ids import new_id
from desktop.store.making import open_file
from desktop.store.postgres.making import open_postgres
from desktop.store.queries import read_records
from desktop.store.queries_board import read_snapshot
from desktop.store.store import Store
from tests.domain.world import fleet
from tests.examples import examples
from tests.store.backends import author_of, make_staffed_file
from tests.store.conftest import copied
from tests.store.loops import Loop
from tests.store.server import Server

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
WHO = st.sampled_from(["hana", "hana", "hana", "citra", "budi", "ani"])
PLACE = st.integers(0, 11)
SET = [one for one in UnitStatus if one not in (UnitStatus.OUT_OF_SERVICE, UnitStatus.ASSIGNED)]

Opened = Callable[[str], Awaitable[Store]]


class Evening(RuleBasedStateMachine):
    """Rules are operations on what one desk saw last; a desk may be behind, as desks are."""

    opening: ClassVar[Callable[[], Any]]
    refused: ClassVar[Counter[str]] = Counter()
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self._loop = Loop()
        self._context = type(self).opening()
        self._open: Opened = self._context.__enter__()
        self._stores: dict[str, Store] = {}
        self._numbers: dict[str, object] = {}
        self._run(lambda desk: desk.store.submit(fleet(), desk.author), "dewa")
        self._behind = False
        self._seen = self._now = self._look()
        for place in range(3):
            self.take("hana")
            if place:
                self.open("hana", 0)

    def teardown(self) -> None:
        """Let go of the database."""
        for store in self._stores.values():
            self._loop.run(store.close())
        self._context.__exit__(None, None, None)
        self._loop.close()

    def _desk(self, login: str) -> Desk:
        if login not in self._stores:
            self._stores[login] = self._loop.run(_coroutine(self._open(login)))
        return Desk(self._stores[login], author_of(login), new_id)

    def _run(self, work: Callable[[Desk], Awaitable[Any]], login: str) -> Any:
        desk = self._desk(login)
        return self._loop.run(_coroutine(work(desk)))

    def _look(self) -> Snapshot:
        query = lambda desk: desk.store.read(lambda one: read_snapshot(one, LONG_AGO))  # noqa: E731 - typed by its use
        found: Snapshot = self._run(query, "hana")
        return found

    def _try(self, login: str, work: Callable[[Desk], Awaitable[Outcome]]) -> None:
        outcome = self._run(work, login)
        if not isinstance(outcome, Done):
            type(self).refused[outcome.code] += 1
            return
        type(self).done[outcome.act.kind] += 1
        for incident, number in outcome.result.numbers.items():
            assert number not in self._numbers.values(), "a number was given twice"
            self._numbers[incident] = number
        self._now = self._look()
        if not self._behind:
            self._seen = self._now

    def _case(self, place: int) -> Case | None:
        return self._seen.cases[place % len(self._seen.cases)] if self._seen.cases else None

    def _call(self, place: int) -> CallEntry | None:
        return self._seen.calls[place % len(self._seen.calls)] if self._seen.calls else None

    def _unit(self, place: int) -> tuple[Unit, Assignment | None]:
        unit = self._seen.units[place % len(self._seen.units)]
        running = [
            one
            for one in (*(each for case in self._seen.cases for each in case.running), *self._seen.occupied)
            if one.unit == unit.id
        ]
        return unit, running[0] if running else None

    @initialize()
    def open_one(self) -> None:
        """There is an incident to work on."""
        self.take("hana")
        self.open("hana", 0)

    @rule(for_long=st.sampled_from([False, False, True]))
    def fall_behind(self, for_long: bool) -> None:
        """The desk's board shows what was, or what is."""
        self._behind = for_long
        if not for_long:
            self._seen = self._now

    @rule(who=WHO)
    def take(self, who: str) -> None:
        """A call is answered."""
        self._try(who, lambda desk: calls.take_call(desk, number="0812345678"))

    @rule(who=WHO, place=PLACE)
    def open(self, who: str, place: int) -> None:
        """An incident is opened from a call, perhaps twice."""
        call = self._call(place)
        if call is not None:
            values = {"category": "fire", "address": "Gg. Mawar 5"}
            self._try(who, lambda desk: incidents.open_incident(desk, call, values))

    @rule(who=WHO, place=PLACE, other=PLACE)
    def end_or_join(self, who: str, place: int, other: int) -> None:
        """A call comes to an end or to an incident."""
        call, case = self._call(place), self._case(other)
        if call is None:
            return
        if case is not None and other % 3 == 0:
            self._try(who, lambda desk: calls.join_call(desk, call, case.incident, {"narrative": "Asap"}))
        elif other % 3 == 1:
            self._try(who, lambda desk: calls.hang_up(desk, call.call))
        else:
            self._try(who, lambda desk: calls.end_call(desk, call, JUNK_TYPES[0]))

    @rule(who=WHO, place=PLACE, wanted=st.lists(PLACE, min_size=1, max_size=3, unique_by=lambda one: one % 4))
    def assign(self, who: str, place: int, wanted: list[int]) -> None:
        """Units are sent, whatever they are busy with."""
        case = self._case(place)
        if case is not None:
            sent = [self._unit(one)[0] for one in wanted]
            self._try(who, lambda desk: units.assign_units(desk, case.incident, sent))

    @rule(who=WHO, place=PLACE, wanted=PLACE)
    def divert(self, who: str, place: int, wanted: int) -> None:
        """A busy unit is sent elsewhere."""
        case, (unit, running) = self._case(place), self._unit(wanted)
        if case is not None and running is not None:
            self._try(who, lambda desk: units.divert_unit(desk, case.incident, unit, running))

    @rule(who=WHO, wanted=PLACE, status=st.sampled_from(SET))
    def status(self, who: str, wanted: int, status: UnitStatus) -> None:
        """A unit says something, legal or not."""
        unit, running = self._unit(wanted)
        self._try(who, lambda desk: units.set_status(desk, unit, status, running))

    @rule(who=WHO, wanted=PLACE, how=st.integers(0, 2))
    def withdraw(self, who: str, wanted: int, how: int) -> None:
        """A unit is called back, put out of service, or busy with something else."""
        unit, running = self._unit(wanted)
        if how == 0 and running is not None:
            self._try(who, lambda desk: units.cancel_unit(desk, unit, running, "Batal"))
        elif how == 1:
            self._try(who, lambda desk: units.put_out_of_service(desk, unit, running, "Ban", None))
        else:
            self._try(who, lambda desk: units.occupy_unit(desk, unit, "Isi BBM"))

    @rule(who=WHO, place=PLACE, agency=st.sampled_from(["DAMKAR", "PLN", "POLRES"]), lead=st.booleans())
    def refer(self, who: str, place: int, agency: str, lead: bool) -> None:
        """An agency is told."""
        case = self._case(place)
        if case is not None:
            telling = referrals.Telling(agency, AgencyPart.LEAD if lead else AgencyPart.SUPPORT)
            self._try(who, lambda desk: referrals.refer(desk, case.incident, [telling]))

    @rule(who=WHO, place=PLACE, other=PLACE, state=st.sampled_from(sorted(REFERRAL_MOVES)))
    def answer(self, who: str, place: int, other: int, state: ReferralState) -> None:
        """An agency says how far it is."""
        case = self._case(place)
        if case is None or not case.referrals or state is ReferralState.TOLD:
            return
        seen = case.referrals[other % len(case.referrals)]
        self._try(who, lambda desk: referrals.answer_referral(desk, seen, state, "Jawab"))

    @rule(who=WHO, place=PLACE, words=st.sampled_from([None, "Selesai"]), again=st.booleans())
    def close(self, who: str, place: int, words: str | None, again: bool) -> None:
        """An incident is closed, or opened again."""
        case = self._case(place)
        if case is None:
            return
        if again:
            self._try(who, lambda desk: incidents.reopen_incident(desk, case, "Menyala lagi"))
        else:
            self._try(who, lambda desk: incidents.close_incident(desk, case.incident, "handled", words))

    @rule(who=WHO, place=PLACE, other=PLACE)
    def merge(self, who: str, place: int, other: int) -> None:
        """Two incidents turn out to be one."""
        source, target = self._case(place), self._case(other)
        if source is None or target is None:
            return
        detail = self._run(lambda desk: read_case(desk, source.id), who)
        if detail is not None:
            self._try(who, lambda desk: incidents.merge_incident(desk, detail, target))

    @rule(who=WHO, place=PLACE, words=st.sampled_from(["Jl. Melati", "Jl. Kenanga"]))
    def describe(self, who: str, place: int, words: str) -> None:
        """The place is corrected."""
        case = self._case(place)
        if case is not None:
            self._try(who, lambda desk: incidents.describe_incident(desk, case.incident, {"address": words}))

    @invariant()
    def a_busy_unit_has_one_running_assignment_and_another_none(self) -> None:
        """Whatever incident it is of, also one that was closed."""
        found = self._run(lambda desk: desk.store.read(lambda one: read_records(one, Assignment)), "hana")
        running = Counter(one.unit for one in found if one.state == "running")
        for unit in self._now.units:
            assert running[unit.id] == (1 if unit.status in BUSY else 0), unit
            assert not (unit.status in FREE and running[unit.id])

    @invariant()
    def phases_follow_from_the_rows(self) -> None:
        """And what is derived has its reason."""
        for case in self._now.cases:
            assert case.phase is phase_of(case.incident, case.assignments, case.referrals)
            assert bool(case.running) <= (case.phase.value not in ("waiting", "handled"))

    @invariant()
    def numbers_are_unique_and_stay(self) -> None:
        """Every incident keeps the one that was said."""
        given = {one.id: (one.incident.day, one.incident.serial) for one in self._now.cases}
        assert len(set(given.values())) == len(given)
        assert all(self._numbers[one] == number for one, number in given.items())


async def _coroutine(work: Awaitable[Any]) -> Any:
    return await work


@contextmanager
def _on_file() -> Iterator[Opened]:
    with TemporaryDirectory(prefix="kulkul-stateful-") as folder:
        file = Path(folder) / "centre.sqlite"
        make_staffed_file(file)

        async def open_one(_login: str) -> Store:
            return open_file(file)

        yield open_one


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_any_evening(kind: str, request: pytest.FixtureRequest) -> None:
    if kind == "sqlite":
        opening: Callable[[], Any] = _on_file
    else:
        started: Server = request.getfixturevalue("server")

        @contextmanager
        def on_server() -> Iterator[Opened]:
            with copied(started) as database:

                async def open_one(login: str) -> Store:
                    return await open_postgres(started.url(database, login))

                yield open_one

        opening = on_server

    class Here(Evening):
        pass

    Here.opening = staticmethod(opening)
    Here.refused, Here.done = Counter(), Counter()
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=examples(4), stateful_step_count=50, suppress_health_check=[*HealthCheck]
        ),
    )
    assert "incident.opened" in Here.done
    assert Here.refused
