"""Erasing what is personal: nothing of it is left or can come back, and `verify` still holds the rest."""

import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, Connection, select, text, true

from desktop.domain.acts import Refusal, Result
from desktop.operations.desk import Desk, Done
from desktop.operations.erasure import Erasure, calls_from, erase, memos_made_until
from desktop.operations.look_up import look_up
from desktop.operations.memos import finish
from desktop.runtime.ids import new_id
from desktop.store.erasure import wipe
from desktop.store.making import open_file
from desktop.store.queries import read_memos
from desktop.store.queries_board import read_detail
from desktop.store.queries_erasure import number_form
from desktop.store.queries_history import log_look
from desktop.store.sqlite_store import SqliteStore
from desktop.store.tables import TABLES, access_log, act_private
from desktop.store.verify import verify
from tests.domain.erasing import ERASE, over
from tests.domain.memo_acts import memos
from tests.domain.world import NOW, World, furnished, insert, named, take
from tests.store.backends import author_of, make_staffed_file
from tests.store.desks import Desks
from tests.store.test_verify import Tampered
from tests.store.trio import Trio

NUMBER = "081234567890"
PERSONAL = (
    NUMBER,
    "Ni Luh",
    "Asap di dapur",
    "Api sudah padam",
    "Laki-laki, 40 tahun",
    "pelapor tak menjawab",
)
OTHER = "081299999999"
REASON = "UU 27/2022 ps. 8"


async def played(path: Path, world: World) -> SqliteStore:
    """A new centre in which all of a world was done, open."""
    make_staffed_file(path)
    store = open_file(path)
    for act, login in world.done[1:]:
        assert isinstance(await store.submit(act, author_of(login)), Result)
    return store


def all_over() -> World:
    """A world in which a caller's incident is over."""
    world = furnished()
    over(world)
    return world


def look_outside(subject: str, connection: Connection) -> None:
    """Write down a look that belongs to no call."""
    log_look(connection, "ani", "number_history", subject, None, new_id(), NOW)


def contents(path: Path) -> str:
    """Every byte of a centre's file and of what lies beside it."""
    files = (one for one in path.parent.iterdir() if one.name.startswith(path.name))
    return "".join(one.read_bytes().decode("utf-8", "replace") for one in files)


async def test_nothing_is_left_of_a_caller_and_the_rest_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "centre.sqlite"
    store = await played(path, all_over())
    desk = Desk(store, author_of("citra"), new_id)
    call = named("c1")
    await store.write(
        lambda connection: log_look(connection, "ani", "number_history", NUMBER, call, new_id(), NOW)
    )
    for outside in (NUMBER, f"{NUMBER} dapur", OTHER):  # of no call: looked up and looked for
        await store.write(partial(look_outside, outside))
    detail = await store.read(lambda connection: read_detail(connection, named("i1")))
    assert detail is not None
    assert all(value in contents(path) for value in PERSONAL)

    calls = await calls_from(desk, NUMBER)
    assert list(calls) == [call]
    assert await erase(desk, calls, REASON) == Erasure(1, 1, 0)

    after = await store.read(lambda connection: read_detail(connection, named("i1")))
    assert after is not None
    assert after.case.incident == replace(detail.case.incident, last_act=after.case.incident.last_act)
    assert after.private.patient is None
    assert after.private.erased_at == after.timeline[-1].recorded_at
    assert [one.kind for one in after.timeline] == [
        *(one.kind for one in detail.timeline),
        "personal.erased",
    ]
    assert {one.note for one in after.timeline} == {None, REASON}
    assert {one.private.number for one in after.calls} == {None, OTHER}
    assert await calls_from(desk, NUMBER) == ()
    for words in (NUMBER, "Ni Luh", "asap dapur", "padam"):
        assert await look_up(desk, words) == (), words
    assert await look_up(desk, OTHER)
    looked = await store.read(lambda connection: connection.execute(select(access_log)).all())
    assert sorted(str(one.call) for one in looked) == sorted([call, *["None"] * 3])
    assert [one.subject for one in looked if one.subject != one.id] == [OTHER]
    assert {(one.operator, one.what, one.at) for one in looked} == {("ani", "number_history", NOW)}

    report = await store.read(verify)
    assert report.problems == []
    assert report.erased["call_private"] == report.erased["incident_private"] == 1
    assert report.erased["act"] == 6, "taken, described, noted, closed, joined by another, and the erasure"
    await store.close()
    wipe(path)
    left = contents(path)
    assert not [value for value in PERSONAL if value in left]
    assert OTHER in left
    assert REASON in left


async def test_what_was_erased_cannot_be_brought_back(tmp_path: Path) -> None:
    world = all_over()
    kind = "call.described"
    waiting = world.act(kind, world.update(kind, "call_private", "c1", name="Ni Luh"), name="waiting")
    store = await played(tmp_path / "centre.sqlite", world)
    assert isinstance(await store.submit(ERASE(world), author_of("dewa")), Result)
    for act, login in world.done[1:]:
        answer = await store.submit(act, author_of(login))
        assert isinstance(answer, Result)
        assert answer.again
    late = await store.submit(waiting, author_of("ani"))
    assert isinstance(late, Refusal)
    assert (late.code, late.column) == ("changed", "caller")
    detail = await store.read(lambda connection: read_detail(connection, named("i1")))
    assert detail is not None
    assert "Ni Luh" not in repr(detail)
    assert NUMBER not in repr(detail)
    assert (await store.read(verify)).clean
    await store.close()


async def test_only_what_is_over_is_erased_and_of_the_rest_it_is_said(tmp_path: Path) -> None:
    world = all_over()
    take(world, "c3", NUMBER)
    store = await played(tmp_path / "centre.sqlite", world)
    desk = Desk(store, author_of("citra"), new_id)
    calls = await calls_from(desk, NUMBER)
    assert await erase(desk, calls, REASON) == Erasure(1, 1, 1)
    assert await calls_from(desk, NUMBER) == (named("c3"),)
    refused = await erase(Desk(store, author_of("budi"), new_id), [named("c1")], REASON)
    assert (refused.calls, refused.refusal) == (0, Refusal("role"))
    refused = await erase(desk, [named("c1")], "  ")
    assert refused.refusal == Refusal("note")
    await store.close()


async def test_a_caller_of_hundreds_of_calls_is_erased(tmp_path: Path) -> None:
    world = furnished()
    kind = "call.ended"
    for place in range(170):
        rows = (insert("call", f"m{place}"), insert("call_private", f"m{place}", number=NUMBER))
        world.must("ani", world.act("call.taken", *rows))
        world.must("ani", world.act(kind, world.update(kind, "call", f"m{place}", call_type="prank")))
    store = await played(tmp_path / "centre.sqlite", world)
    desk = Desk(store, author_of("citra"), new_id)
    reason = "\U0001f525" * 7990
    assert await erase(desk, await calls_from(desk, NUMBER), reason) == Erasure(170, 0, 0)
    assert (await store.read(verify)).clean
    await store.close()


async def test_a_value_that_was_kept_back_is_found(tmp_path: Path) -> None:
    path = tmp_path / "centre.sqlite"
    world = all_over()
    world.must("citra", ERASE(world))
    await (await played(path, world)).close()
    centre = Tampered("sqlite", path, None, "")
    assert (await centre.verify()).clean
    await centre.tamper(f"update call_private set name = 'Ni Luh' where id = '{named('c1')}'")
    found = {(one.code, one.table, one.columns) for one in (await centre.verify()).problems}
    assert ("differs", "call_private", ("name",)) in found


async def test_nobody_reads_what_was_erased_from_either_database(desks: Desks) -> None:
    over(desks.world)
    desks.world.must("dewa", ERASE(desks.world))
    await desks.catch_up(2)
    store = await desks.store("ani")
    detail = await store.read(lambda connection: read_detail(connection, named("i1")))
    assert detail is not None
    assert not [value for value in PERSONAL if value in repr(detail)]
    assert OTHER in repr(detail)


async def test_what_reminders_and_messages_said_goes_with_the_call_or_by_day(desks: Desks) -> None:
    over(desks.world)
    memos(desks.world)
    await desks.catch_up(2)
    store = await desks.store("citra")
    desk = Desk(store, author_of("citra"), new_id)
    calls = await calls_from(desk, NUMBER)
    assert await erase(desk, calls, REASON) == Erasure(1, 1, 1), "the reminder about it is not done"
    entry = (await store.read(lambda connection: read_memos(connection, reminders_open())))[0]
    assert isinstance(await finish(desk, entry), Done)
    assert await memos_made_until(desk, date(2020, 1, 1)) == ()
    rows = await memos_made_until(desk, date(2100, 1, 1))
    assert (await erase(desk, rows, REASON)).memos == 3
    left = await store.read(lambda connection: read_memos(connection, true()))
    assert {one.text for one in left} == {""}
    detail = await store.read(lambda connection: read_detail(connection, named("i1")))
    assert "Telepon balik" not in repr(detail)


def reminders_open() -> ColumnElement[bool]:
    """The condition for reminders that are not done."""
    return TABLES["memo"].c.state == "open"


NUMBER_TEXTS = (
    "+62 812-3456-7890",
    "hub. 0812 3456 7890",
    "wa 081234567890!",
    "62.812.3456.7890",
    "81234567890",
)
OTHERS_NUMBERS = ("0812345678901", "10812345678", "+6281234567", "081234 Pak 567890")


@pytest.mark.parametrize("number", ["081234567890", "0361223344", "+61412345678"])
def test_a_number_is_found_however_it_is_spelt(number: str, trio: Trio) -> None:
    form = number_form(number)
    assert trio.postgres.ask("select number_form($1)", number) == form
    texts = (*NUMBER_TEXTS, *OTHERS_NUMBERS, "(0361) 22-33-44", "+61 412 345 678")
    expected = [re.search(form, one) is not None for one in texts]
    assert [trio.postgres.ask("select $1::text ~ $2", one, form) for one in texts] == expected
    if number == NUMBER:
        assert expected == [True] * len(NUMBER_TEXTS) + [False] * (len(texts) - len(NUMBER_TEXTS))
    else:
        assert sum(expected) == 1


def _scattered(world: World) -> None:
    """A number wherever an operator can write one, in things that are over; and a reminder that is not."""
    for act in (
        world.act(
            "handover.given",
            insert("handover", "h1"),
            insert("handover_private", "h1", page={"reminders": [{"text": f"telp {NUMBER}"}]}),
        ),
        world.act(
            "message.sent", insert("memo", "m1"), insert("memo_private", "m1", text="Bu Ayu 0812-3456-7890")
        ),
        world.act(
            "reminder.set",
            insert("memo", "m2", due_at=NOW),
            insert("memo_private", "m2", text=f"telepon {NUMBER}"),
        ),
        world.act(
            "unit.out_of_service",
            world.update("unit.out_of_service", "unit", "E2", out_reason=f"sopir {NUMBER}"),
        ),
        world.act("distress.raised", insert("distress", "d1", unit="E1"), note=f"saksi +62 {NUMBER[1:]}"),
    ):
        world.must("budi", act)
    take(world, "c9", OTHER)
    kind = "call.described"
    told = world.update(kind, "call_private", "c9", narrative=f"tetangganya {NUMBER}")
    world.must("ani", world.act(kind, told))
    kind = "call.ended"
    world.must("ani", world.act(kind, world.update(kind, "call", "c9", call_type="prank")))


async def test_a_number_is_erased_wherever_an_operator_wrote_it(desks: Desks) -> None:
    _scattered(desks.world)
    await desks.catch_up(1)
    desk = Desk(await desks.store("citra"), author_of("citra"), new_id)
    calls = await calls_from(desk, NUMBER)
    assert calls in ((), [])
    first = await erase(desk, calls, REASON, NUMBER)
    expected = Erasure(1, 0, 1, memos=1, others=1, notes=1, standing=1)
    assert first == expected, "the reminder is not done, and why a unit is out is nothing personal"
    assert await erase(desk, (), REASON, NUMBER) == Erasure(0, 0, 1, standing=1)
    assert await erase(desk, (), REASON, NUMBER[:5]) == Erasure(0, 0, 0)
    if isinstance(desk.store, SqliteStore):
        halves = await desk.store.read(lambda connection: connection.execute(select(act_private)).all())
        assert [NUMBER[2:] in repr(one) for one in halves].count(True) == 1, "the reminder's"
        assert (await desk.store.read(verify)).clean


LOOKS = "select what, subject from read_looks('infinity', 100) order by at"


async def test_looks_outside_a_call_keep_who_looked_and_lose_the_number(desks: Desks) -> None:
    over(desks.world)
    await desks.catch_up(2)
    ani, citra = await desks.store("ani"), await desks.store("citra")
    for subject in (NUMBER, f"{NUMBER} dapur", OTHER):
        await ani.write(partial(look_outside, subject))
    desks.world.must("dewa", ERASE(desks.world))
    assert isinstance(await desks.submit(desks.world.done[-1][0], "dewa"), Result)

    def read(connection: Connection) -> list[tuple[str, str]]:
        if connection.dialect.name == "postgresql":
            return [tuple(one) for one in connection.execute(text(LOOKS))]
        log = access_log.c
        return [tuple(one) for one in connection.execute(select(log.what, log.subject))]

    found = [one[1] for one in await citra.read(read) if one[0] == "number_history"]
    assert len(found) == 3
    assert [one for one in found if one == OTHER or NUMBER in one] == [OTHER]
