"""Exercises on a training centre's server, and erasing there."""

import asyncio
import json
from pathlib import Path

import pytest

from desktop.operations.calls import hang_up, take_call
from desktop.operations.desk import Desk, Done
from desktop.operations.incidents import close_incident, open_incident
from desktop.operations.reading import read_case, read_one_call
from desktop.runtime import terminal
from desktop.runtime.ids import new_id
from desktop.store.accounts import account
from desktop.store.postgres.entering import open_as
from tests.operations.exercise.samples import WHOLE_CALLS, WHOLE_CALLS_MAPPING
from tests.runtime.on_server.commands import ADMIN, OPERATOR, Run, add_made, ask
from tests.store.loops import apart
from tests.store.server import Server


def test_an_exercise_is_played_into_a_training_centre(run: Run, cluster: Server, place: Path) -> None:
    file = place / "kota.csv"
    file.write_text(WHOLE_CALLS, encoding="utf-8")
    (place / "kota.toml").write_text(WHOLE_CALLS_MAPPING, encoding="utf-8")
    make = ("centre", "new", "--city", "makassar", "--admin-name", "Ketut", "--training")
    assert run(*make, admin=ADMIN)[::2] == (0, "")
    play = ("exercise", str(file), "--mapping", str(place / "kota.toml"), "--speed", "max")
    code, said, complaints = run(*play, operator=ADMIN)
    assert (code, complaints) == (0, "")
    assert "not possible" not in said
    assert (
        apart(ask(cluster, "kulkul", "select count(*) from kulkul.incident where closed_at is not null")) == 4
    )
    assert run("verify")[0] == 0
    add_made(run)
    code, _, complaints = run(*play, "--operator", "made", operator=OPERATOR)
    assert (code, "must have the roles" in complaints) == (terminal.MISUSED, True)


def test_an_exercise_is_not_played_where_calls_are_real(run: Run, centre: None, place: Path) -> None:
    file = place / "evening.toml"
    file.write_text("", encoding="utf-8")
    code, _, complaints = run("exercise", str(file), operator=ADMIN)
    assert (code, "training" in complaints) == (terminal.MISUSED, True)


@pytest.mark.usefixtures("centre")
def test_an_administrator_erases_a_caller_whom_he_cannot_read(
    run: Run, database: str, cluster: Server
) -> None:
    add_made(run)
    running = asyncio.run(_two_calls(database))
    erase = ("erase", "--number", "0812-3456-7890", "--reason", "UU 27/2022 ps. 8, surat 12/XI")
    code, _, complaints = run(*erase, "--operator", "made", operator=OPERATOR)
    assert (code, "may do this" in complaints) == (terminal.NO_DATABASE, True)
    code, said, complaints = run(*erase, "--operator", "admin", operator=ADMIN)
    assert (code, said) == (
        terminal.WRONG,
        "Personal values erased: 1 calls, 1 incidents, 0 reminders or messages, "
        "0 other texts in which the number stood\n",
    )
    assert "1 texts or calls with the number are not over" in complaints
    left = "select count(*) || ' ' || min(id::text) from kulkul.call_private where number is not null"
    assert apart(ask(cluster, "kulkul", left)) == f"1 {running}"
    logged = "select count(distinct subject) from kulkul.access_log where what = 'erasure'"
    assert apart(ask(cluster, "kulkul", logged)) == 2
    assert run("verify")[0] == 0
    told = apart(ask(cluster, "kulkul", f"select kulkul.erasable(array['{running}'::uuid])::text"))
    found = json.loads(str(told))
    assert found.pop("running") == [running]
    assert not any(found.values()), found


async def _two_calls(database: str) -> str:
    """Made has spoken with a caller, whose incident is over, and speaks with him again; that call's id."""
    store = await open_as(database, "made", OPERATOR)
    desk = Desk(store, await store.read(lambda connection: account(connection, "made")), new_id)
    entries = []
    for _ in range(2):
        taken = await take_call(desk, number="081234567890")
        assert isinstance(taken, Done)
        entry = await read_one_call(desk, taken.row)
        assert entry is not None
        entries.append(entry)
    done = await open_incident(desk, entries[0], {"name": "Ni Luh"})
    assert isinstance(done, Done)
    detail = await read_case(desk, done.row)
    assert detail is not None
    assert isinstance(await hang_up(desk, detail.calls[0].call), Done)
    detail = await read_case(desk, done.row)
    assert detail is not None
    assert isinstance(await close_incident(desk, detail.case.incident, "handled"), Done)
    await store.close()
    return entries[1].call.id
