"""The desks' own delay in the worst minutes of a surge: 100 calls a minute, played at the speed of the clock.

.venv/bin/python -m benchmarks.surge [--city=denpasar] [--desks=12] [--processes=3] [--seconds=120]

One desk plays the exercise on a private server with fsync, as one who trains would; the others follow without
a window, several in a process. An act is timed from its being asked for to another's board. What came before
the worst minutes is there already. The floor is the act's own confirmation.
"""

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy.engine import URL

from benchmarks.figures import AS_JSON, Figure, Measured, Target, tell
from desktop.domain.acts import Change
from desktop.domain.reference import Role
from desktop.operations.desk import Desk, Done, Outcome
from desktop.operations.exercise.events import CallTaken, Exercise
from desktop.operations.exercise.load import exercise_folder, load_exercise
from desktop.operations.exercise.player import Player
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.store.postgres.making import make_postgres, open_postgres
from desktop.store.submit_sqlite import Author
from tests.store.server import Server, administer, binaries, running

LOGIN = "made"
FILES = {"denpasar": "denpasar-gempa.toml", "makassar": "makassar-banjir.toml"}


@dataclass(frozen=True)
class _TimedDesk(Desk):
    """Notes when each act was asked for (seconds of `time.monotonic`) and how long it took (ms)."""

    began: dict[str, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)

    async def act(
        self, kind: str, changes: Sequence[Change], note: str | None = None, row: str = ""
    ) -> Outcome:
        """See `Desk`."""
        at = time.monotonic()
        outcome = await super().act(kind, changes, note, row)
        if isinstance(outcome, Done):
            self.began[outcome.act.id] = at
        self.took.append((time.monotonic() - at) * 1000)
        return outcome


def worst_minute(exercise: Exercise) -> timedelta:
    """When the minute with the most calls begins."""
    minutes = Counter(
        event.after // timedelta(minutes=1) for event in exercise.events if isinstance(event, CallTaken)
    )
    return timedelta(minutes=minutes.most_common(1)[0][0])


async def _make(server: Server, city: str) -> None:
    await administer(server, "postgres", "create database centre")
    pack = read_pack(pack_folder(city))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    await make_postgres(server.url("centre"), centre, pack_act(pack, new_id()))
    roles = json.dumps(sorted(Role))
    await administer(
        server,
        "centre",
        f'create role "{LOGIN}" login in role kulkul_operator',
        "insert into kulkul.operator (login, name, roles, made_at)"
        f" values ('{LOGIN}', 'Made', '{roles}', now())",
    )


async def _followers(url: URL, desks: int, processes: int) -> list[asyncio.subprocess.Process]:
    started = []
    pipe = asyncio.subprocess.PIPE
    for place in range(processes):
        count = desks // processes + (place < desks % processes)
        text = url.render_as_string(hide_password=False)
        command = (sys.executable, "-m", "benchmarks.watchers", text, str(count))
        one = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=1 << 26)
        assert one.stdout is not None
        assert (await one.stdout.readline()).strip() == b"ready"
        started.append(one)
    return started


async def _measure(server: Server, asked: argparse.Namespace) -> list[Measured]:
    await _make(server, asked.city)
    url = server.url("centre", LOGIN)
    store = await open_postgres(url)
    exercise = load_exercise(exercise_folder() / FILES[asked.city], read_pack(pack_folder(asked.city)))
    desk = _TimedDesk(store, Author(LOGIN, "Made", frozenset(Role)), new_id)
    player = Player(desk, exercise, datetime.now(UTC).date() - timedelta(days=1))
    await player.prepare()
    await player.begin()
    worst = worst_minute(exercise)
    await player.play_until(worst, stepping=True)
    followers = await _followers(url, asked.desks - 1, asked.processes)
    desk.began.clear()
    desk.took.clear()
    await player.set_clock(worst, 1.0)
    with suppress(TimeoutError):
        async with asyncio.timeout(asked.seconds):
            await player.run()
    await asyncio.sleep(1)
    came: list[tuple[str, float]] = []
    for one in followers:
        out, _ = await one.communicate(b"")
        came += [(act, at) for act, at in json.loads(out)["came"]]
    await store.close()
    delays = [(at - desk.began[act]) * 1000 for act, at in came if act in desk.began]
    name = f"{asked.city}: act → another of {asked.desks} boards, {len(desk.began)} acts in {asked.seconds} s"
    floor = Figure("the act confirmed", "ms", desk.took)
    late = Figure(
        f"{asked.city}: exercise behind its clock", "ms", [player.report.late.total_seconds() * 1000]
    )
    return [Measured(Figure(name, "ms", delays), floor, Target(50, 0.95)), Measured(late)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--city", choices=sorted(FILES), default="denpasar")
    for name, usual in {"desks": 12, "processes": 3, "seconds": 120}.items():
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument(AS_JSON, action="store_true")
    asked = parser.parse_args(arguments)
    found = binaries()
    if found is None:
        return 1
    with running(found, durable=True) as server:
        tell(asyncio.run(_measure(server, asked)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
