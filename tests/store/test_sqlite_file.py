"""The embedded file and what can happen to it: each trouble has its code, and nothing confirmed is lost."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, func, select, text, update
from sqlalchemy.exc import DBAPIError

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.reference import Role
from desktop.store import sqlite_engine
from desktop.store.accounts import remove_operator
from desktop.store.making import make_file, open_file
from desktop.store.problems import StoreError
from desktop.store.sqlite_rows import SqliteRows
from desktop.store.sqlite_store import SqliteStore
from desktop.store.store import LookUp
from desktop.store.submit_sqlite import Author
from desktop.store.tables import act as act_table
from desktop.store.tables import operator
from desktop.store.verify import verify
from tests.domain.world import CENTRE, World, insert, named, open_incident, reference, take
from tests.store.backends import author_of, make_staffed_file
from tests.store.server import server_user

ROOT = Path(__file__).parents[2]
ANI = author_of("ani")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A centre's file."""
    made = tmp_path / "centre.sqlite"
    make_staffed_file(made)
    return made


def taken(name: str, number: str | None = None) -> World:
    """A world in which that call was just taken."""
    world = World()
    world.must("installer", reference())
    take(world, name, number)
    return world


async def submit_call(store: SqliteStore, name: str) -> Result:
    """Take a call."""
    call = (insert("call", name), insert("call_private", name))
    outcome = await store.submit(Act(named(f"take {name}"), "call.taken", call), ANI)
    assert isinstance(outcome, Result), outcome
    return outcome


def counted(connection: Connection) -> int:
    """How many acts there are."""
    return connection.execute(select(func.count()).select_from(act_table)).scalar_one()


@contextmanager
def code(expected: str) -> Iterator[None]:
    """Expect a `StoreError` with that code."""
    with pytest.raises(StoreError) as caught:
        yield
    assert caught.value.code == expected, caught.value


async def test_every_connection_writes_through_to_the_disk(path: Path) -> None:
    store = open_file(path)

    def settings(connection: Connection) -> list[object]:
        names = ("synchronous", "journal_mode", "foreign_keys")
        return [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in names]

    assert await store.read(settings) == [2, "wal", 1]
    assert await store.write(settings) == [2, "wal", 1]
    await store.close()


def test_a_file_that_cannot_be_written_through_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Weak(sqlite3.Connection):
        def execute(self, sql: str, *args: object) -> sqlite3.Cursor:
            return super().execute(sql.replace("synchronous=FULL", "synchronous=OFF"), *args)  # type: ignore[arg-type]  # - passed on

    real = sqlite3.connect
    monkeypatch.setattr(
        sqlite3.dbapi2, "connect", lambda *args, **options: real(*args, factory=Weak, **options)
    )
    engine = sqlite_engine.engine_for(path, writes=True)
    with pytest.raises(DBAPIError, match="written through"):
        engine.connect()
    engine.dispose()


def test_no_file_none_of_ours_and_one_too_many(tmp_path: Path, path: Path) -> None:
    with code("not_found"):
        open_file(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()
    with code("exists"):
        make_file(path, CENTRE, reference())
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as file:
        file.execute("create table recipes (id)")
    with code("not_a_centre"):
        open_file(other)
    (tmp_path / "empty.sqlite").touch()
    with code("not_a_centre"):
        open_file(tmp_path / "empty.sqlite")


def test_a_file_of_rubbish(tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.sqlite"
    rubbish.write_bytes(b"rubbish " * 4096)
    with code("damaged"):
        open_file(rubbish)
    assert rubbish.read_bytes() == b"rubbish " * 4096


async def test_a_file_with_a_damaged_page(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("pragma wal_checkpoint(truncate)")
        (root,) = file.execute("select rootpage from sqlite_master where name = 'act'").fetchone()
        (size,) = file.execute("pragma page_size").fetchone()
    with path.open("r+b") as raw:
        raw.seek((root - 1) * size)
        raw.write(b"\xff" * size)
    store = open_file(path)
    with code("damaged"):
        await store.submit(taken("c1").done[-1][0], ANI)
    with code("damaged"):
        await store.read(verify)
    await store.close()


async def test_roles_are_those_that_the_centre_gives_at_each_act(path: Path) -> None:
    desk, office = open_file(path), open_file(path)
    assert isinstance(await submit_call(desk, "c1"), Result)
    await office.write(
        lambda connection: connection.execute(
            update(operator).where(operator.c.login == "ani").values(roles=["wall"])
        )
    )
    again = Act(named("take c1"), "call.taken", (insert("call", "c1"), insert("call_private", "c1")))
    new = Act(named("take c2"), "call.taken", (insert("call", "c2"), insert("call_private", "c2")))
    assert await desk.submit(new, ANI) == Refusal("role")
    kept = await desk.submit(again, ANI)
    assert isinstance(kept, Result)
    assert kept.again
    await office.write(lambda connection: remove_operator(connection, "citra"))
    assert await desk.submit(new, author_of("citra")) == Refusal("role")
    assert await desk.submit(new, Author("nobody", "Nobody", frozenset(Role))) == Refusal("role")
    assert isinstance(await desk.submit(new, replace(author_of("budi"), roles=frozenset())), Result)
    assert await desk.read(counted) == 3
    for store in (desk, office):
        await store.close()


async def test_the_board_does_not_wait_for_a_look_up(path: Path) -> None:
    store = open_file(path)
    begun, enough = threading.Event(), threading.Event()

    def search(connection: Connection) -> int:
        found = counted(connection)
        begun.set()
        assert enough.wait(10)
        return found

    looking = asyncio.create_task(store.read(LookUp(search)))
    assert await asyncio.to_thread(begun.wait, 10)
    await submit_call(store, "c1")
    assert await store.read(counted) == 2
    assert not looking.done()
    enough.set()
    assert await looking == 1
    await store.close()


@contextmanager
def without_root() -> Iterator[Path]:
    """A folder, and this process's rights those of a user whom permissions hold."""
    user = server_user()
    with tempfile.TemporaryDirectory(prefix="kulkul-file-") as name:
        folder = Path(name)
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
            os.seteuid(user.pw_uid)
        try:
            yield folder
        finally:
            folder.chmod(0o700)
            if user is not None:
                os.seteuid(0)


@pytest.mark.usefixtures("path")  # made first by root: the folder that tests share may be closed to others
async def test_a_file_that_may_not_be_written() -> None:
    with without_root() as folder:
        path = folder / "centre.sqlite"
        make_staffed_file(path)
        path.chmod(0o444)
        with code("read_only"):
            open_file(path)
        path.chmod(0o644)
        folder.chmod(0o555)
        with code("read_only"):
            open_file(path)
        folder.chmod(0o755)
        store = open_file(path)
        await submit_call(store, "c1")
        await store.close()


async def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(path: Path) -> None:
    store = open_file(path)
    await submit_call(store, "c0")
    limit = await store.write(lambda connection: connection.execute(text("PRAGMA page_count")).scalar_one())

    @event.listens_for(store._write_engine, "begin")
    def fill(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={limit}")

    confirmed = ["c0"]
    with code("full"):
        for place in range(1, 5000):
            await submit_call(store, f"c{place}")
            confirmed.append(f"c{place}")
    assert await store.read(counted) == len(confirmed) + 1
    event.remove(store._write_engine, "begin", fill)
    await store.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1000000"))
    await submit_call(store, f"c{len(confirmed)}")
    report = await store.read(verify)
    assert report.clean
    assert report.acts == len(confirmed) + 2
    await store.close()


async def test_a_file_that_another_program_holds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_engine, "BUSY_SECONDS", 0.1)
    store = open_file(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with code("busy"):
            await submit_call(store, "c1")
        other.execute("rollback")
    await submit_call(store, "c1")
    await store.close()


OTHER_DESK = """
import asyncio, sys
from pathlib import Path
from desktop.domain.acts import Act, Result
from desktop.store.making import open_file
from tests.store.test_sqlite_file import submit_call

async def main():
    store = open_file(Path(sys.argv[1]))
    for place in range(int(sys.argv[2]), int(sys.argv[3])):
        await submit_call(store, f"c{place}")
        print(place, flush=True)
    await store.close()

asyncio.run(main())
"""


@contextmanager
def other_desk(path: Path, first: int, last: int) -> Iterator["subprocess.Popen[str]"]:
    """Another process that takes calls at the same centre, and says each that was confirmed."""
    command = [sys.executable, "-c", OTHER_DESK, str(path), str(first), str(last)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


async def test_two_processes_on_one_file(path: Path) -> None:
    store = open_file(path)
    with other_desk(path, 0, 60) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "0\n"
        await store.wait_for_news()
        for place in range(100, 160):
            await submit_call(store, f"c{place}")
        assert len(process.stdout.read().split()) == 59
        assert process.wait(timeout=60) == 0
    await store.wait_for_news()
    again = await submit_call(store, "c5")
    assert again.again
    report = await store.read(verify)
    assert report.clean
    assert report.acts == 121
    await store.close()


async def test_a_killed_desk_loses_nothing_that_was_confirmed(path: Path) -> None:
    with other_desk(path, 0, 100_000) as process:
        assert process.stdout is not None
        confirmed = [int(process.stdout.readline()) for _ in range(40)]
        process.send_signal(signal.SIGKILL)
        confirmed += [int(line) for line in process.stdout.read().split()]
        assert process.wait(timeout=60) == -signal.SIGKILL
    store = open_file(path)
    report = await store.read(verify)
    assert report.clean
    for place in confirmed[:3] + confirmed[-3:]:
        assert (await submit_call(store, f"c{place}")).again
    assert report.acts - 1 in (
        len(confirmed),
        len(confirmed) + 1,
    )  # the last may have been killed before it said so
    await store.close()


async def test_a_units_past_is_not_read(path: Path) -> None:
    """Its running assignment is found by the small index, however many there were."""
    store = open_file(path)

    def plan(connection: Connection) -> str:
        statements: list[str] = []

        @event.listens_for(connection, "before_cursor_execute")
        def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            statements.append(statement)

        SqliteRows(connection).find("assignment", "unit", "E1", "running")
        found = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statements[0]}", ("E1",))
        return " ".join(str(one[-1]) for one in found)

    assert "ix_assignment_one_running" in await store.read(plan)
    await store.close()


async def test_an_act_refused_leaves_no_trace_of_its_serial(path: Path) -> None:
    world = taken("c1")
    open_incident(world, "i1", "c2")
    store = open_file(path)
    for act, _ in world.done[1:]:
        assert isinstance(await store.submit(act, ANI), Result)
    stray = world.act("incident.opened", insert("incident", "i2"), insert("incident_private", "i3"))
    assert not isinstance(await store.submit(stray, ANI), Result)
    take(world, "c3")
    open_incident(world, "i2", "c4")
    outcomes = [await store.submit(act, ANI) for act, _ in world.done[-3:]]
    assert [one.numbers.get(named("i2"), (None, None))[1] for one in outcomes if isinstance(one, Result)] == [
        None,
        None,
        2,
    ]
    await store.close()
