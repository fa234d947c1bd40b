"""Who looked at whose history while cut off stands in the access log on return."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import Connection, select

from desktop.runtime.ids import new_id
from desktop.store.kept.status import Reach
from desktop.store.making import open_file
from desktop.store.postgres.making import open_postgres
from desktop.store.queries_history import log_look
from desktop.store.tables import access_log
from tests.domain.erasing import ERASE, over
from tests.domain.world import NOW, World, named, open_incident
from tests.live.followed import until
from tests.store.backends import author_of
from tests.store.kept.conftest import OpenDesk
from tests.store.kept.test_kept_store import must, new_acts
from tests.store.kept.test_server import far_desk, furnish
from tests.store.kept.wire import KeptDesk
from tests.store.server import Server, connect

NUMBER = "081234567890"


def a_look(call: str | None, subject: str = NUMBER, login: str = "hana") -> Callable[[Connection], None]:
    """A look at a number's history."""
    return lambda connection: log_look(connection, login, "number_history", subject, call, new_id(), NOW)


async def in_log(file: Path) -> list[Any]:
    """The looks that the database knows."""
    store = open_file(file)
    try:
        rows = await store.read(lambda connection: connection.execute(select(access_log)).all())
    finally:
        await store.close()
    return sorted(rows, key=lambda one: str(one.subject))


async def test_looks_made_while_cut_off_are_told_once(desk: KeptDesk, world: World, file: Path) -> None:
    await must(desk, new_acts(world, open_incident))
    await desk.store.write(a_look(named("c1"), "0811"))
    await until(lambda: named("c1") in desk.follower.board.calls)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    for call in (named("c1"), named("c1"), None):
        await desk.store.write(a_look(call))
    await desk.store.write(a_look(named("c1"), "0811"))
    assert len(await in_log(file)) == 1
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    before, *after = await in_log(file)
    assert (before.subject, before.claimed_at) == ("0811", None)
    assert [(one.call, one.operator, one.subject) for one in after] in (
        [(named("c1"), "hana", NUMBER), (None, "hana", NUMBER)],
        [(None, "hana", NUMBER), (named("c1"), "hana", NUMBER)],
    )
    assert {(one.claimed_at, one.claimed_by) for one in after} == {(NOW, None)}
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert len(await in_log(file)) == 3


async def test_a_colleague_tells_the_looks_of_a_desk_that_died(
    open_desk: OpenDesk, world: World, file: Path
) -> None:
    first = await open_desk("ani")
    await must(first, new_acts(world, open_incident))
    await until(lambda: named("c1") in first.follower.board.calls)
    first.wire.cut()
    await first.reaches(Reach.CUT_OFF)
    await first.store.write(a_look(named("c1"), login="ani"))
    await first.close()
    second = await open_desk("budi")
    second.store.start()
    while not (found := await in_log(file)):
        pass
    (look,) = found
    assert (look.operator, look.claimed_by, look.claimed_at) == ("budi", "ani", NOW)
    assert (look.what, look.subject, look.call) == ("number_history", NUMBER, named("c1"))


async def test_a_server_writes_down_who_tells_and_what_was_claimed(
    server: Server, database: str, tmp_path: Path
) -> None:
    world = await furnish(server, database)
    async with far_desk(server, database, tmp_path) as (desk, way):
        await must(desk, new_acts(world, open_incident))
        await until(lambda: named("c1") in desk.follower.board.calls)
        await way.cut()
        await desk.reaches(Reach.CUT_OFF)
        await desk.store.write(a_look(named("c1")))
        await way.listen()
        await desk.reaches(Reach.ONLINE)
        connection = await connect(server, database)
        found = await connection.fetch("select * from kulkul.access_log where what = 'number_history'")
        await connection.close()
        assert [(one["operator"], one["claimed_by"], one["subject"]) for one in found] == [
            ("hana", None, NUMBER)
        ]
        assert found[0]["claimed_at"] == NOW
        assert found[0]["at"] > NOW


async def test_a_look_at_what_was_erased_meanwhile_does_not_bring_it_back(
    server: Server, database: str, tmp_path: Path
) -> None:
    world = await furnish(server, database)
    store = await open_postgres(server.url(database, "hana"))
    over(world)
    world.must("dewa", ERASE(world))
    for act, _ in world.done[3:]:
        await store.submit(act, author_of("hana"))
    await store.close()
    look = {"id": new_id(), "at": NOW.isoformat(), "what": "number_history", "operator": "ani"}
    told = {**look, "call": named("c1"), "subject": NUMBER}
    ani = await connect(server, database, "ani")
    await ani.execute("select kulkul.log_kept_looks($1)", json.dumps([told]))
    await ani.close()
    connection = await connect(server, database)
    found = await connection.fetchval("select subject from kulkul.access_log where what = 'number_history'")
    await connection.close()
    assert found == told["id"]


@pytest.mark.parametrize(
    "claims",
    [
        {"at": "2999-01-01T00:00:00+00:00"},
        {"at": "1999-01-01T00:00:00+00:00"},
        {"at": "infinity"},
        {"operator": "x" * 1000, "what": "x" * 1000, "subject": "x" * 1000},
    ],
)
async def test_claims_are_bounded_and_the_teller_is_who_signed_in(
    server: Server, database: str, claims: dict[str, str]
) -> None:
    look = {"id": new_id(), "at": datetime.now(UTC).isoformat(), "operator": "budi", "what": "look_up"}
    ani = await connect(server, database, "ani")
    await ani.execute(
        "select kulkul.log_kept_looks($1)", json.dumps([{**look, "subject": "x", **claims}] * 2)
    )
    await ani.close()
    connection = await connect(server, database)
    (found,) = await connection.fetch("select * from kulkul.access_log")
    await connection.close()
    assert found["operator"] == "ani"
    assert found["claimed_by"] == claims.get("operator", "budi")[:64]
    now = datetime.now(UTC)
    assert now - timedelta(days=60) < found["claimed_at"] <= now
    assert len(found["subject"]) <= 200


async def test_who_tells_without_end_is_stopped(server: Server, database: str) -> None:
    def looks(many: int) -> str:
        look = {"at": NOW.isoformat(), "operator": "ani", "what": "look_up", "subject": "x"}
        return json.dumps([{**look, "id": new_id()} for _ in range(many)])

    ani = await connect(server, database, "ani")
    for _ in range(5):
        await ani.execute("select kulkul.log_kept_looks($1)", looks(200))
    for many in (201, 1):
        with pytest.raises(asyncpg.LockNotAvailableError):
            await ani.execute("select kulkul.log_kept_looks($1)", looks(many))
    await ani.close()
