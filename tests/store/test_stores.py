"""Both stores as a desk uses them: one suite for an embedded file and for a server."""

import asyncio
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.acts import Refusal, Result
from desktop.store.making import open_file
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import StoreError
from desktop.store.queries import read_reference
from desktop.store.queries_board import read_act, read_detail, read_news, read_snapshot
from tests.domain.world import CENTRE, furnished, insert, named, open_incident, send, take
from tests.store.backends import author_of, make_staffed_file
from tests.store.desks import Desks, Open

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


async def test_an_act_is_answered_with_its_number_and_again_with_the_same(desks: Desks) -> None:
    open_incident(desks.world)
    await desks.catch_up(2)
    act, login = desks.world.done[-1]
    first = await desks.submit(act, login)
    assert isinstance(first, Result)
    assert first.again
    day, serial = first.numbers[named("i1")]
    assert (day, serial) == (first.recorded_at.astimezone(CENTRE.zone).date(), 1)
    assert abs((datetime.now(UTC) - first.recorded_at).total_seconds()) < 60
    assert await desks.submit(act, login) == first
    assert await desks.submit(act, "budi") == Refusal("id_used", act=act.id)
    assert await desks.submit(replace(act, note="anders"), login) == Refusal("id_used", act=act.id)


async def test_a_refusal_leaves_nothing(desks: Desks) -> None:
    take(desks.world)
    await desks.catch_up(2)
    store = await desks.store("ani")
    before = await store.read(lambda connection: read_snapshot(connection, LONG_AGO))
    stray = insert("call_private", "c2")
    refused = await desks.submit(desks.world.act("call.taken", insert("call", "c3"), stray), "ani")
    assert refused == Refusal("side_rows", "call_private")
    assert await store.read(lambda connection: read_snapshot(connection, LONG_AGO)) == before


async def test_what_nobody_can_write_down_is_refused_alike(desks: Desks) -> None:
    take(desks.world)
    act = replace(desks.world.done[-1][0], note="\x00")
    assert await desks.submit(act, "ani") == Refusal("form", column="note")


async def test_a_desk_reads_the_board_and_all_of_an_incident(desks: Desks) -> None:
    send(desks.world)
    kind = "note.added"
    desks.world.must("ani", desks.world.act(kind, desks.world.update(kind, "incident", "i1"), note="Ramai"))
    take(desks.world, "c2")
    await desks.catch_up(2)
    store = await desks.store("ani")
    board = await store.read(lambda connection: read_snapshot(connection, LONG_AGO))
    assert [one.incident.id for one in board.cases] == [named("i1")]
    assert {one.id: one.status for one in board.units}["E1"] == "assigned"
    assert [(one.call.id, one.private.number) for one in board.calls][-1] == (named("c2"), "081234567890")
    detail = await store.read(lambda connection: read_detail(connection, named("i1")))
    assert detail is not None
    assert [(one.kind, one.note) for one in detail.timeline] == [
        ("incident.opened", None),
        ("unit.assigned", None),
        ("note.added", "Ramai"),
    ]
    assert detail.private.id == named("i1")
    news = await store.read(lambda connection: read_news(connection, board.sequence - 1, LONG_AGO))
    assert news is not None
    assert news.call_ids == {named("c2")}
    names = await store.read(read_reference)
    assert names.operators.get("ani", "Ani") == "Ani"
    found = await store.read(lambda connection: read_act(connection, desks.world.done[-1][0].id))
    assert found is not None
    assert found[0] in ("Ani", "ani")


async def test_news_of_another_desk(desks: Desks) -> None:
    listening = await desks.store("budi")
    await listening.wait_for_news()  # the first call says at once that there may have been news before
    waiting = asyncio.create_task(listening.wait_for_news())
    await asyncio.sleep(0.05)
    take(desks.world)
    await desks.catch_up(2)
    await asyncio.wait_for(waiting, 5)


async def test_closing_finishes_what_is_being_written(desks: Desks, opening: Open) -> None:
    store = await opening("ani")
    acts = []
    for place in range(20):
        take(desks.world, f"c{place}")
        acts.append(desks.world.done[-1][0])
    writing = [asyncio.create_task(store.submit(act, author_of("ani"))) for act in acts]
    await asyncio.sleep(0)
    await store.close()
    assert all(isinstance(result, Result) for result in await asyncio.gather(*writing))
    again = await desks.submit(acts[-1], "ani")
    assert isinstance(again, Result)
    assert again.again


async def test_a_server_takes_only_acts_of_who_signed_in(desks: Desks) -> None:
    store = await desks.store("ani")
    if not isinstance(store, PostgresStore):
        return
    take(desks.world)
    with pytest.raises(StoreError) as caught:
        await store.submit(desks.world.done[-1][0], author_of("budi"))
    assert caught.value.code == "sign_in"


async def test_what_a_later_program_wrote_is_left_out_of_a_timeline(tmp_path: Path) -> None:
    world, file = furnished(), tmp_path / "centre.sqlite"
    make_staffed_file(file)
    store = open_file(file)
    send(world)
    for act, login in world.done[1:]:
        assert isinstance(await store.submit(act, author_of(login)), Result)
    with closing(sqlite3.connect(file)) as connection, connection:
        (known,) = connection.execute("select changes from act where kind = 'unit.assigned'").fetchone()
        (before,) = connection.execute("select before from act where kind = 'unit.assigned'").fetchone()
        later = {"at": 9, "op": "insert", "table": "drone", "row": named("i1"), "values": {"height": 30}}
        changes = [*json.loads(known), later]
        changes[0]["values"]["colour"] = "red"
        replaced = [*json.loads(before), {"at": 9, "table": "drone", "values": {}}]
        connection.execute(
            "update act set changes = ?, before = ? where kind = 'unit.assigned'",
            (json.dumps(changes), json.dumps(replaced)),
        )
    detail = await store.read(lambda connection: read_detail(connection, named("i1")))
    await store.close()
    assert detail is not None
    sent = next(one for one in detail.timeline if one.kind == "unit.assigned")
    assert [one.table for one in sent.changes] == [item["table"] for item in json.loads(known)]
    assert len(sent.before) == len(sent.changes)
    assert "colour" not in sent.changes[0].values
