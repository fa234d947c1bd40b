"""The evenings that come with the desk: they play without a refusal and leave what they promise."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from desktop.domain.calls import CallType
from desktop.domain.phase import Phase
from desktop.domain.reference import Priority
from desktop.domain.units import UnitStatus
from desktop.operations.exercise import events as e
from desktop.operations.exercise.events import Exercise
from desktop.operations.exercise.load import exercise_folder, load_exercise
from desktop.operations.exercise.player import Player
from tests.operations.exercise.rig import CITIES, DAY, Rig, pack_of


@cache
def evening(city: str) -> Exercise:
    return load_exercise(exercise_folder() / f"{city}.toml", pack_of(city))


async def begun(rig: Rig, city: str) -> Player:
    player = Player(rig.desk, evening(city), DAY)
    assert not await player.prepare()
    await player.begin()
    return player


@pytest.mark.parametrize("city", CITIES)
async def test_an_evening_is_going_on_and_plays_to_its_end_without_a_refusal(
    city: str, rigs: Callable[..., Rig]
) -> None:
    rig = rigs(city)
    player = await begun(rig, city)
    assert not player.report.refused
    assert player.report.played.total() < len(evening(city).events)
    await is_going_on(rig)
    if city == "denpasar":
        await numbers_are_of_the_days_on_which_things_happened(rig)
    await player.run_fast()
    assert player.done
    assert not player.report.refused
    assert player.report.played.total() == len(evening(city).events)


async def is_going_on(rig: Rig) -> None:
    """What a trainee finds: incidents of all kinds, one serious one waiting, units free."""
    cases = await rig.open_cases()
    assert 12 <= len(cases) <= 20
    waiting = [case for case in cases if case.phase is Phase.WAITING]
    assert [case.incident.priority for case in waiting].count(Priority.P1) == 1
    assert any(case.incident.category is None for case in waiting)
    assert {case.incident.priority for case in cases} == set(Priority)
    assert any(case.phase >= Phase.TOLD for case in cases if not case.running)
    snapshot = await rig.snapshot()
    assert all(entry.call.ended_at is not None for entry in snapshot.calls)  # some wait for a call back
    statuses = Counter(unit.status for unit in snapshot.units)
    assert statuses[UnitStatus.AVAILABLE] * 2 > len(snapshot.units)
    assert statuses[UnitStatus.OUT_OF_SERVICE] == 1
    junk = sum(count for kind, count in snapshot.ended_today.items() if kind is not CallType.GENUINE)
    assert 35 <= junk <= 45


async def numbers_are_of_the_days_on_which_things_happened(rig: Rig) -> None:
    """Those of before midnight are of the day before."""
    days = Counter(case.incident.day for case in (await rig.snapshot()).cases)
    assert days == {DAY - timedelta(days=1): 4, DAY: 27}
    clock = datetime(2026, 11, 23, 13, 4, 37, tzinfo=UTC)
    fire = next(one for one in await rig.open_cases() if one.incident.category == "fire_building")
    assert fire.incident.opened_at == clock - timedelta(seconds=47)


@pytest.mark.parametrize("city", CITIES)
def test_numbers_belong_to_nobody(city: str) -> None:
    numbers = {one.number for one in evening(city).events if isinstance(one, e.CallTaken)} - {None}
    assert numbers
    assert all(number is not None and number.startswith("08120000") for number in numbers)
