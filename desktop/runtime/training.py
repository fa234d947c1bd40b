"""Training centres: a city's own file, in which nobody needs a password and an evening is going on."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from filelock import FileLock, Timeout

from desktop.domain.reference import Role
from desktop.operations.desk import Desk
from desktop.operations.exercise.events import Exercise
from desktop.operations.exercise.player import Player, open_exercise, opening_moment
from desktop.operations.exercise.reader import read_evening
from desktop.operations.packs import CityPack, pack_folder, read_pack
from desktop.runtime.centres import NewOperator, make_centre
from desktop.runtime.ids import new_id
from desktop.runtime.paths import Places
from desktop.runtime.services import TRAINING_LOGIN
from desktop.store.accounts import sign_in
from desktop.store.health import read_newest_act_at
from desktop.store.making import open_file
from desktop.store.problems import StoreError
from desktop.store.store import Store

EVERY_PART = frozenset({Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMINISTRATOR})
"""At night one person is all of them."""

_COLLEAGUES: Mapping[str, tuple[str, str]] = {
    "denpasar": ("made", "Made Sudiana"),
    "makassar": ("andi", "Andi Rahmat"),
}
"""By city, login and name of the invented colleague who does what an exercise does."""

LOOK_AGAIN_S = 2.0
"""How often a desk looks whether the one that plays the evening has closed."""

_OTHER_COLLEAGUE = ("rekan", "Rekan")


def ensure_training(data_dir: Path, city: str) -> Path:
    """The file of the city's training centre, made with its evening under way if it is not there.

    Takes seconds the first time and works with an event loop of its own: call it in a thread. StoreError when
    the file cannot be made; PackError and ExerciseError for faulty files of the city.
    """
    path = Places(data_dir).training_file(city)
    if path.exists() and path.stat().st_size:
        return path
    pack = read_pack(pack_folder(city))
    exercise = evening_of(pack)
    zone = ZoneInfo(pack.centre.zone_name)
    try:
        make_centre(
            path,
            city,
            training=True,
            operators=[NewOperator(TRAINING_LOGIN, "Latihan", EVERY_PART), colleague_of(city)],
            opened_at=None if exercise is None else opening_moment(exercise, datetime.now(UTC), zone),
            prepare=None if exercise is None else partial(_begin, exercise),
        )
    except StoreError as error:
        if error.code != "exists":  # another desk was quicker
            raise
    return path


def evening_of(pack: CityPack) -> Exercise | None:
    """The evening written for a city, or None when nobody wrote one."""
    path = Path(str(files("resources"))) / "exercises" / f"{pack.city}.toml"
    return read_evening(path, pack) if path.exists() else None


def colleague_of(city: str) -> NewOperator:
    """The invented colleague by whom everything in an exercise is done."""
    login, name = _COLLEAGUES.get(city, _OTHER_COLLEAGUE)
    return NewOperator(login, name, EVERY_PART)


async def play_on(store: Store, file: Path) -> None:
    """Play the evening on from where it was left, as its clock comes to each event, until it is over.

    Of all desks on one file, one plays; when it closes another takes over. While nobody had the file open no
    time passed in it: the clock is set back to the newest act. An evening that is over begins anew, a day
    later. Whoever plays something else into the file has it given over, for as long as this desk is open.
    Cancel to stop. A training centre that has no such colleague, made otherwise, stays quiet.
    """
    evening = evening_of(read_pack(pack_folder(store.centre.city)))
    if evening is None:
        return
    try:
        desk = await exercise_desk(store)
    except StoreError as error:
        if error.code == "sign_in":
            return
        raise
    async with playing_alone(file) as was_alone:
        player = await (resumed(desk, evening) if was_alone else open_exercise(desk, evening))
        playing = asyncio.ensure_future(player.run())
        try:
            while not playing.done() and not _is_asked_for(file):
                await asyncio.wait({playing}, timeout=LOOK_AGAIN_S)
        finally:
            playing.cancel()
            await asyncio.wait({playing})  # nobody else may play before it has ended
        if not playing.cancelled():
            playing.result()


@contextmanager
def asking_for(file: Path) -> Iterator[None]:
    """Ask the desk that plays its evening into that file to give over."""
    with FileLock(_lock_file(file, "asked"), thread_local=False):
        yield


def _is_asked_for(file: Path) -> bool:
    lock = FileLock(_lock_file(file, "asked"), thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return True
    lock.release()
    return False


def _lock_file(file: Path, what: str) -> Path:
    return file.with_name(f".{file.name}.{what}")


@asynccontextmanager
async def playing_alone(file: Path) -> AsyncIterator[bool]:
    """Wait until no other process plays into that file; whether none did at once.

    Where the file's folder takes no lock, nobody can write into the file either.
    """
    lock = FileLock(_lock_file(file, "playing"), thread_local=False)
    at_once = True
    while True:
        try:
            lock.acquire(blocking=False)
            break
        except Timeout:
            at_once = False
            await asyncio.sleep(LOOK_AGAIN_S)
    try:
        yield at_once
    finally:
        lock.release()


async def resumed(desk: Desk, exercise: Exercise, rate: float = 1.0) -> Player:
    """The exercise, gone on with at the moment of the newest act, or begun; a day later if it was over."""
    newest = await desk.store.read(read_newest_act_at)
    player = await open_exercise(desk, exercise, rate)
    if player.done:
        player = Player(desk, exercise, player.first_day + timedelta(days=1))
        await player.prepare()
        await player.begin(rate)
    elif player.report.clock_set == 0 and newest is not None:
        await player.set_clock(newest - player.moment(timedelta()), rate)
    return player


async def exercise_desk(store: Store) -> Desk:
    """The desk of the colleague who does what an exercise does. StoreError `sign_in` without the account."""
    login = colleague_of(store.centre.city).login
    return Desk(store, await store.read(lambda connection: sign_in(connection, login, None)), new_id)


def _begin(exercise: Exercise, file: Path) -> None:
    async def begin() -> None:
        store = open_file(file)
        try:
            await open_exercise(await exercise_desk(store), exercise)
        finally:
            await store.close()

    asyncio.run(begin())
