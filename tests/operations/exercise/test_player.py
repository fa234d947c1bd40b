"""The player: in training only, on the training clock, going on where it was, and giving way to operators."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from desktop.domain.incidents import Place
from desktop.domain.reference import UnitType
from desktop.domain.units import Unit, UnitStatus
from desktop.operations.desk import Done
from desktop.operations.exercise import events as e
from desktop.operations.exercise.player import BEHIND, Player, open_exercise, opening_moment
from desktop.operations.exercise.problems import ExerciseError
from desktop.operations.exercise.scene import Scene
from desktop.operations.incidents import close_incident, merge_incident
from desktop.operations.units import divert_unit
from desktop.store.queries import read_clock
from desktop.store.queries_board import read_detail
from desktop.store.tables import act
from tests.operations.exercise.rig import DAY, Rig

START = timedelta(hours=20)


def at(seconds: float) -> timedelta:
    return START + timedelta(seconds=seconds)


def opened(name: str, seconds: float) -> list[e.Event]:
    return [
        e.CallTaken(after=at(seconds), call=name, number="081200000001"),
        e.IncidentOpened(
            after=at(seconds), call=name, incident=name, category="animal", place=Place(address=name)
        ),
        e.CallFinished(after=at(seconds), call=name),
    ]


def speaks(seconds: float, status: UnitStatus, incident: str = "ular") -> e.UnitSpoke:
    return e.UnitSpoke(after=at(seconds), unit="damkar-1", status=status, incident=incident)


def exercise_of(events: Sequence[e.Event], start: float = 0) -> e.Exercise:
    return e.Exercise("latihan", b"digest", tuple(events), at(start), START)


ULAR = exercise_of(
    [
        *opened("ular", 0),
        e.UnitsAssigned(after=at(1), incident="ular", units=("damkar-1",)),
        speaks(2, UnitStatus.UNDER_WAY),
        speaks(3, UnitStatus.ON_SCENE),
        speaks(4, UnitStatus.AVAILABLE),
        e.IncidentClosed(after=at(5), incident="ular", outcome="handled"),
    ],
    start=1.5,
)


async def unit(rig: Rig, name: str = "damkar-1") -> Unit:
    return next(one for one in (await rig.snapshot()).units if one.id == name)


async def test_a_real_centre_is_left_alone(rigs: Callable[..., Rig]) -> None:
    rig = rigs("denpasar", training=False)
    with pytest.raises(ExerciseError, match="not_training"):
        Player(rig.desk, ULAR, DAY)
    with pytest.raises(ExerciseError, match="not_training"):
        await open_exercise(rig.desk, ULAR)
    assert (await rig.snapshot()).sequence == 1


async def test_what_lies_before_the_start_happens_at_once_and_the_rest_in_its_time(
    rigs: Callable[..., Rig],
) -> None:
    rig = rigs("denpasar")
    player = Player(rig.desk, ULAR, DAY)
    await player.prepare()
    await player.begin(rate=10)
    assert (await unit(rig)).status is UnitStatus.ASSIGNED
    started = asyncio.get_running_loop().time()
    await player.run()
    took = asyncio.get_running_loop().time() - started
    assert took >= 0.2, "3.5 s of the exercise at ten times the speed, begun a moment ago"
    assert player.done
    assert not await rig.open_cases()
    assert (await unit(rig)).status_at == player.moment(at(4))


async def test_a_clock_that_stands_stops_the_player(rigs: Callable[..., Rig]) -> None:
    rig = rigs("denpasar")
    player = Player(rig.desk, ULAR, DAY)
    await player.prepare()
    await player.begin(rate=0)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(player.run(), 0.2)
    assert not player.done


async def test_a_second_start_goes_on_where_the_first_stopped(rigs: Callable[..., Rig]) -> None:
    rig = rigs("denpasar")
    first = await open_exercise(rig.desk, ULAR, rate=0)
    acts = (await rig.snapshot()).sequence
    second = await open_exercise(rig.desk, ULAR)
    assert second.first_day == first.first_day
    assert (await rig.snapshot()).sequence == acts
    await second.run_fast()
    assert second.report.played.total() == 4
    assert not second.report.refused
    third = await open_exercise(rig.desk, ULAR)
    assert third.done


async def test_played_fast_nothing_looks_older_than_it_is(rigs: Callable[..., Rig]) -> None:
    rig = rigs("denpasar")
    minutes = [0, 0.2, 0.4, 0.6, 1.2, 3.9, 7, 7.1]
    events = [
        event for number, minute in enumerate(minutes) for event in opened(f"nomor {number}", 60 * minute)
    ]
    player = Player(rig.desk, exercise_of(events), DAY)
    await player.prepare()
    await player.begin()
    await player.run_fast()
    assert not player.report.refused
    times = select(act.c.occurred_at, act.c.recorded_at).where(act.c.kind == "incident.opened")
    found = await rig.store.read(lambda connection: connection.execute(times).all())
    ages = [recorded - occurred for occurred, recorded in found]
    assert len(ages) == len(minutes)
    assert all(-BEHIND <= age < timedelta(seconds=20) for age in ages), ages
    clock = await rig.store.read(read_clock)
    assert clock is not None
    now = clock.at(datetime.now(UTC))
    last = player.moment(player.exercise.events[-1].after)
    assert timedelta() <= now - last < timedelta(seconds=20)


async def test_the_same_file_gives_the_same_state(rigs: Callable[..., Rig]) -> None:
    seen = []
    for _ in range(2):
        rig = rigs("denpasar")
        player = Player(rig.desk, ULAR, DAY)
        await player.prepare()
        await player.begin()
        await player.run_fast()
        seen.append(((await rig.snapshot()).cases, (await unit(rig)).last_act))
    assert seen[0] == seen[1]


async def test_a_unit_that_an_operator_sent_elsewhere_does_not_speak_any_more(
    rigs: Callable[..., Rig],
) -> None:
    rig = rigs("denpasar")
    exercise = replace(ULAR, events=(*opened("tawon", -60), *ULAR.events))
    player = Player(rig.desk, exercise, DAY)
    await player.prepare()
    await player.begin()
    cases = {case.incident.address: case for case in await rig.open_cases()}
    (running,) = cases["ular"].running
    diverted = await divert_unit(rig.desk, cases["tawon"].incident, await unit(rig), running)
    assert isinstance(diverted, Done)
    await player.run_fast()
    assert player.report.refused == {("UnitSpoke", "missing assignment"): 3}
    assert (await unit(rig)).status is UnitStatus.ASSIGNED


async def test_what_an_operator_closed_stays_closed(rigs: Callable[..., Rig]) -> None:
    rig = rigs("denpasar")
    player = Player(rig.desk, exercise_of([*opened("ular", -5), ULAR.events[-1]]), DAY)
    await player.prepare()
    await player.begin()
    (case,) = await rig.open_cases()
    assert isinstance(await close_incident(rig.desk, case.incident, "not_found"), Done)
    await player.run_fast()
    assert player.report.refused == {("IncidentClosed", "was_open"): 1}
    assert player.report.examples == [(3, "IncidentClosed", "was_open")]
    assert [one.incident.outcome for one in (await rig.snapshot()).cases] == ["not_found"]


async def test_a_merged_incident_goes_on_in_the_other(rigs: Callable[..., Rig]) -> None:
    rig = rigs("denpasar")
    exercise = replace(ULAR, events=(*opened("tawon", -60), *ULAR.events))
    player = Player(rig.desk, exercise, DAY)
    await player.prepare()
    await player.begin()
    cases = {case.incident.address: case for case in await rig.open_cases()}
    source = await rig.store.read(lambda connection: read_detail(connection, cases["ular"].id))
    assert source is not None
    assert isinstance(await merge_incident(rig.desk, source, cases["tawon"]), Done)
    await player.run_fast()
    assert not player.report.refused
    (case,) = [one for one in (await rig.snapshot()).cases if one.incident.merged_into is None]
    assert (case.incident.address, case.incident.outcome) == ("tawon", "handled")


async def test_units_come_along_and_stand_at_the_posts_in_turn(rigs: Callable[..., Rig]) -> None:
    rig = rigs("denpasar")
    extra = tuple(e.ExtraUnit(f"x-{n}", f"X{n}", UnitType.RESCUE, n) for n in range(5))
    player = Player(rig.desk, replace(ULAR, extra_units=extra), DAY)
    await player.prepare()
    await player.begin()
    posts = await Scene(rig.store).stations()
    assert [(await unit(rig, one.unit)).station for one in extra] == [*posts, posts[0]]
    assert (await unit(rig, "x-0")).status_at == player.moment(START)


def test_an_evening_lies_on_the_latest_day_on_which_it_could_have_begun() -> None:
    zone = ZoneInfo("Asia/Makassar")
    before = datetime(2026, 11, 24, 11, 59, tzinfo=UTC)
    assert opening_moment(ULAR, before, zone) == datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    after = datetime(2026, 11, 24, 12, 1, tzinfo=UTC)
    assert opening_moment(ULAR, after, zone) == datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
