"""Training centres: an evening is going on at the first start and at every later one."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.incidents import Incident
from desktop.domain.reference import Role
from desktop.domain.units import Unit, UnitStatus
from desktop.operations.exercise.player import Player
from desktop.operations.packs import pack_folder, read_pack
from desktop.runtime import centres, training
from desktop.runtime.paths import Places
from desktop.runtime.services import TRAINING_LOGIN
from desktop.runtime.training import (
    ensure_training,
    evening_of,
    exercise_desk,
    play_on,
    playing_alone,
    resumed,
)
from desktop.store.accounts import all_operators, remove_operator, sign_in
from desktop.store.health import read_newest_act_at
from desktop.store.making import open_file
from desktop.store.queries import read_clock, read_records
from desktop.store.sqlite_store import SqliteStore


@pytest.fixture
def file(first_start: Path, tmp_path: Path) -> Path:
    """Give a copy of a training centre after its first start."""
    copy = tmp_path / first_start.name
    copy.write_bytes(first_start.read_bytes())
    return copy


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[SqliteStore]:
    store = open_file(file)
    try:
        yield store
    finally:
        await store.close()


async def now_in(store: SqliteStore) -> datetime:
    clock = await store.read(read_clock)
    assert clock is not None
    return clock.at(datetime.now(UTC))


async def test_the_first_start_has_an_evening_going_on(file: Path) -> None:
    evening = evening_of(read_pack(pack_folder("denpasar")))
    assert evening is not None
    async with opened(file) as store:
        assert store.centre.training
        author = await store.read(lambda connection: sign_in(connection, TRAINING_LOGIN, None))
        assert author.roles == {Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMINISTRATOR}
        assert {one.login for one in await store.read(all_operators)} == {TRAINING_LOGIN, "made"}
        found = await store.read(lambda connection: read_records(connection, Incident))
        assert len([one for one in found if one.is_open]) >= 5
        units = await store.read(lambda connection: read_records(connection, Unit))
        assert len({one.status for one in units}) >= 4
        assert UnitStatus.AVAILABLE in {one.status for one in units}
        local = (await now_in(store)).astimezone(store.centre.zone)
        since_start = timedelta(hours=local.hour, minutes=local.minute, seconds=local.second) - evening.start
        assert timedelta(seconds=-1) < since_start < timedelta(minutes=5)


def test_a_centre_that_is_there_is_left_as_it_is(file: Path) -> None:
    renamed = file.rename(file.with_name("training-makassar.sqlite"))
    before = renamed.read_bytes()
    assert ensure_training(file.parent, "makassar") == renamed
    assert renamed.read_bytes() == before


def test_another_desk_that_was_quicker_is_no_trouble(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    file.rename(tmp_path / "theirs")
    make = centres.make_centre

    def slow(path: Path, *arguments: object, **options: object) -> object:
        (tmp_path / "theirs").rename(path)
        return make(path, *arguments, **options)  # type: ignore[arg-type]  # - handed on as they came

    monkeypatch.setattr(training, "make_centre", slow)
    assert ensure_training(file.parent, "denpasar").read_bytes() == before


def test_a_city_without_an_evening_has_a_quiet_centre(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "evening_of", lambda _pack: None)

    async def look() -> None:
        path = Places(tmp_path).training_file("denpasar")
        async with opened(path) as store:
            assert await store.read(lambda connection: read_records(connection, Incident)) == []
            await play_on(store, path)

    ensure_training(tmp_path, "denpasar")
    asyncio.run(look())


async def test_no_time_passes_while_nobody_has_the_file_open(file: Path) -> None:
    async with opened(file) as store:
        await asyncio.sleep(0.3)
        left_at = await store.read(read_newest_act_at)
        assert left_at is not None
        before = len(await store.read(lambda connection: read_records(connection, Incident)))
        began = time.monotonic()
        playing = asyncio.ensure_future(play_on(store, file))
        await _until_clock_is_set(store, left_at)
        passed = await now_in(store) - left_at
        assert timedelta() <= passed <= timedelta(seconds=time.monotonic() - began)
        playing.cancel()
        await asyncio.wait({playing})
        after = len(await store.read(lambda connection: read_records(connection, Incident)))
        assert after == before


async def _until_clock_is_set(store: SqliteStore, left_at: datetime) -> None:
    for _ in range(200):
        newest = await store.read(read_newest_act_at)
        if newest is not None and newest > left_at:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nobody set the clock")


async def test_an_evening_that_is_over_begins_anew_a_day_later_with_a_clean_board(file: Path) -> None:
    evening = evening_of(read_pack(pack_folder("denpasar")))
    assert evening is not None
    async with opened(file) as store:
        desk = await exercise_desk(store)
        first = await resumed(desk, evening)
        await first.run_fast()
        assert first.done
        again = await resumed(desk, evening)
        assert again.first_day == first.first_day + timedelta(days=1)
        assert not again.done
        assert not again.report.refused
        assert again.report.cleared > 15
        incidents = await store.read(lambda connection: read_records(connection, Incident))
        still_open = [one for one in incidents if one.is_open]
        assert {one.day for one in still_open} == {first.first_day, again.first_day}
        assert len(still_open) == 17
        away = await now_in(store) - again.moment(evening.start)
        assert timedelta() <= away < timedelta(minutes=1)


async def test_of_two_desks_one_plays_and_the_other_takes_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "LOOK_AGAIN_S", 0.01)
    entered: list[bool] = []

    async def second() -> None:
        async with playing_alone(file) as at_once:
            entered.append(at_once)

    async with playing_alone(file) as at_once:
        assert at_once
        waiting = asyncio.ensure_future(second())
        await asyncio.sleep(0.05)
        assert entered == []
    await waiting
    assert entered == [False]


async def test_who_takes_over_does_not_set_the_clock_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "LOOK_AGAIN_S", 0.01)
    ran = asyncio.Event()

    async def run(self: Player) -> None:
        assert self.report.clock_set == 0
        ran.set()

    monkeypatch.setattr(Player, "run", run)
    async with opened(file) as store:
        async with playing_alone(file):
            second = asyncio.ensure_future(play_on(store, file))
            await asyncio.sleep(1.0)
        await second
    assert ran.is_set()


async def test_nobody_else_plays_before_the_last_player_has_ended(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "LOOK_AGAIN_S", 0.01)
    begun, others = asyncio.Event(), asyncio.Event()
    order: list[str] = []

    async def run(_player: Player) -> None:
        begun.set()
        try:
            await others.wait()
        finally:
            await asyncio.sleep(0.05)
            order.append("ended")

    monkeypatch.setattr(Player, "run", run)
    async with opened(file) as store:
        playing = asyncio.ensure_future(play_on(store, file))
        await begun.wait()
        playing.cancel()
        async with playing_alone(file):
            order.append("another plays")
        await asyncio.wait({playing})
    assert order == ["ended", "another plays"]


async def test_a_training_centre_without_the_colleague_stays_quiet(file: Path) -> None:
    async with opened(file) as store:
        await store.write(lambda connection: remove_operator(connection, "made"))
        newest = await store.read(read_newest_act_at)
        await play_on(store, file)
        assert await store.read(read_newest_act_at) == newest


async def test_an_evening_gives_over_to_whoever_plays_something_else(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "LOOK_AGAIN_S", 0.01)
    started = asyncio.Event()

    async def run(self: Player) -> None:
        started.set()
        await asyncio.sleep(60)

    monkeypatch.setattr(Player, "run", run)
    async with opened(file) as store:
        evening = asyncio.ensure_future(play_on(store, file))
        await started.wait()
        with training.asking_for(file):
            await asyncio.wait_for(evening, 10)
            async with playing_alone(file) as at_once:
                assert at_once
