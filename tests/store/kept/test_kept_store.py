"""A desk that is cut off goes on, and brings everything to the database once."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.units import UnitStatus
from desktop.store import tables
from desktop.store.kept.items import State
from desktop.store.kept.known import Picture
from desktop.store.kept.status import Reach
from desktop.store.making import open_file
from desktop.store.problems import StoreError
from desktop.store.queries_board import read_detail, read_snapshot
from desktop.store.queries_search import search
from desktop.store.verify import verify
from tests.domain.memo_acts import alone, done, told
from tests.domain.world import CENTRE, World, named, open_incident, send
from tests.live.followed import until
from tests.store.kept.conftest import OpenDesk
from tests.store.kept.wire import KeptDesk, holder_of, readers

EVENING = datetime(2026, 11, 24, 16, tzinfo=UTC)


def new_acts(world: World, do: Any, *given: Any) -> list[Act]:
    """The acts that something did in the world."""
    before = len(world.done)
    do(world, *given)
    return [act for act, _ in world.done[before:]]


async def must(desk: KeptDesk, acts: list[Act]) -> list[Result]:
    """Let a desk write acts."""
    answers = [await desk.submit(act) for act in acts]
    assert all(isinstance(one, Result) for one in answers), answers
    return [one for one in answers if isinstance(one, Result)]


async def there(file: Path, *columns: Any) -> list[Any]:
    """What is in the database, besides what desks say."""
    store = open_file(file)
    try:
        return await store.read(lambda connection: list(connection.execute(select(*columns))))
    finally:
        await store.close()


async def journal(file: Path) -> list[Any]:
    """The acts in the database, in order."""
    at = tables.act.c
    columns = (at.id, at.kind, at.source, at.author, at.claimed_by, at.occurred_at)
    return sorted(await there(file, at.sequence, *columns))


async def is_clean(file: Path) -> bool:
    """Whether the database is what its journal says."""
    store = open_file(file)
    try:
        return (await store.read(verify)).clean
    finally:
        await store.close()


async def test_what_is_done_while_cut_off_comes_to_the_database_in_order(
    desk: KeptDesk, world: World, file: Path
) -> None:
    await must(desk, new_acts(world, open_incident))
    await until(lambda: named("i1") in desk.follower.board.cases)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    assert desk.store.status.since is not None
    assert desk.store.status.partial
    acts = new_acts(world, open_incident, "i2", "c2") + new_acts(world, send, "E1", "i1")
    answers = await must(desk, acts)
    await until(lambda: named("i2") in desk.follower.board.cases)
    shown = desk.follower.board.cases[named("i2")].incident
    assert shown.day is not None
    assert CENTRE.number(shown.day, shown.serial).full == "DP 261124-S3-01"
    assert answers[1].numbers == {named("i2"): (shown.day, shown.serial)}
    await until(lambda: desk.follower.board.units["E1"].status == "assigned")
    assert (desk.store.status.kept, desk.store.status.waiting) == (4, 0)
    assert [one.id for one in await journal(file)][-2:] == [act.id for act, _ in world.done[3:5]]
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    told = await journal(file)
    assert [one.id for one in told if one.kind != "incident.numbered"] == [act.id for act, _ in world.done]
    assert {one.source for one in told[-4:]} == {"outage"}
    assert all(one.occurred_at is not None for one in told[-4:])
    assert desk.store.status.kept == 0
    await until(lambda: desk.follower.board.cases[named("i2")].incident.serial == 2)
    hits = await desk.store.read(lambda connection: search(connection, "24-s3-01", CENTRE))
    assert [(one.incident, one.asked) for one in hits] == [(named("i2"), "DP 261124-S3-01")]
    assert desk.wire.kept[-1] == 0
    assert max(desk.wire.kept) == 4
    assert await is_clean(file)


async def test_what_is_confirmed_once_the_desk_is_cut_off_can_be_gone_on_with(
    desk: KeptDesk, world: World, file: Path
) -> None:
    first, *more = new_acts(world, open_incident)

    async def cut() -> None:
        desk.wire.cut()
        await desk.reaches(Reach.CUT_OFF)

    desk.wire.before_answer = cut
    await must(desk, [first])
    desk.wire.before_answer = None
    await until(lambda: named("c1") in desk.follower.board.calls)
    await must(desk, more)
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    told = [one.id for one in await journal(file) if one.kind != "incident.numbered"]
    assert told == [act.id for act, _ in world.done]
    assert desk.store.status.waiting == 0


async def test_the_board_of_a_desk_that_is_cut_off_is_the_one_before(desk: KeptDesk, world: World) -> None:
    await must(desk, new_acts(world, open_incident) + new_acts(world, send, "E1", "i1"))
    finish = world.act("call.finished", world.update("call.finished", "call", "c1"))
    await must(desk, new_acts(world, lambda w: w.must("ani", finish)))
    await until(lambda: not desk.follower.board.calls)
    before = await desk.store.read(lambda connection: read_snapshot(connection, EVENING.replace(hour=0)))
    detail = await desk.store.read(lambda connection: read_detail(connection, named("i1")))
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    after = await desk.store.read(lambda connection: read_snapshot(connection, EVENING.replace(hour=0)))
    assert after == before
    assert after.cases[0].callers == 1
    assert await desk.store.read(lambda connection: read_detail(connection, named("i1"))) == detail
    assert detail is not None
    assert [entry.kind for entry in detail.timeline][-1] == "call.finished"


async def test_reminders_and_messages_go_on_while_cut_off(desk: KeptDesk, world: World, file: Path) -> None:
    await must(desk, new_acts(world, alone))
    await until(lambda: named("m1") in desk.follower.board.memos)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    assert desk.follower.board.memos[named("m1")].text == "Telepon balik"
    await must(desk, new_acts(world, done) + new_acts(world, told))
    await until(lambda: set(desk.follower.board.memos) == {named("m3")})
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert [one.kind for one in await journal(file)][-2:] == ["reminder.done", "message.sent"]
    assert desk.follower.board.memos[named("m3")].text == "Jalan banjir"
    assert await is_clean(file)


async def test_callers_of_whom_nothing_was_read_are_counted(desk: KeptDesk, world: World) -> None:
    await must(desk, new_acts(world, open_incident))
    finish = world.act("call.finished", world.update("call.finished", "call", "c1"))
    await must(desk, [world.must("ani", finish)])
    await until(lambda: not desk.follower.board.calls)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    detail = await desk.store.read(lambda connection: read_detail(connection, named("i1")))
    assert detail is not None
    assert detail.case.callers == 1
    assert detail.calls[0].private.number is None
    described = world.update("call.described", "call", "c1", line="2")
    unknown = Act(named("x"), "call.described", (described,))
    answer = await desk.submit(unknown)
    assert isinstance(answer, Refusal)
    assert answer.code == "row_missing"


@pytest.mark.parametrize("code", ["full", "read_only", "too_many_connections", "certificate_expired"])
async def test_a_server_that_takes_nothing_is_no_server(
    code: str, desk: KeptDesk, world: World, file: Path
) -> None:
    desk.wire.cut(code)
    await must(desk, new_acts(world, open_incident))
    assert desk.store.status.problem == code
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert len(await journal(file)) == len(world.done) + 1


async def test_what_is_refused_for_another_reason_is_an_error(desk: KeptDesk, world: World) -> None:
    desk.wire.cut("busy")
    with pytest.raises(StoreError, match="busy"):
        await must(desk, new_acts(world, open_incident))
    assert desk.store.status.reach is Reach.ONLINE
    desk.wire.mend()


@pytest.mark.parametrize("arrives", [True, False])
async def test_an_act_whose_answer_is_lost_is_there_once(
    arrives: bool, desk: KeptDesk, world: World, file: Path
) -> None:
    await must(desk, new_acts(world, open_incident))
    note = world.act("note.added", world.update("note.added", "incident", "i1"), note="Warga ramai")
    world.must("ani", note)
    if arrives:
        desk.wire.loses = True
    else:
        desk.wire.cut()
    (answer,) = await must(desk, [note])
    assert answer.act == note.id
    (again,) = await must(desk, [note])
    assert again.again
    items = desk.outbox.items(State.KEPT)
    assert all(item.sent for item in items)
    assert arrives or len(items) == 1
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    told = await journal(file)
    assert [one.id for one in told] == [act.id for act, _ in world.done]
    assert told[-1].source == ("typed" if arrives else "outage")
    assert desk.wire.seen.count(note.id) == 1


async def test_an_act_that_came_there_is_never_told_as_refused(
    desk: KeptDesk, world: World, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await must(desk, new_acts(world, open_incident))
    (sending,) = new_acts(world, send)
    seen = desk.store._picture

    def read_anew() -> Picture | None:
        picture = seen()
        return None if picture is None else replace(picture, recent=())

    async def shown() -> None:
        await until(lambda: desk.follower.board.units["E1"].status is UnitStatus.ASSIGNED)

    monkeypatch.setattr(desk.store, "_picture", read_anew)
    desk.wire.loses, desk.wire.before_loss = True, shown
    for _ in range(2):  # the second time it was not sent, but may be there all the same
        with pytest.raises(StoreError, match="unreachable"):
            await desk.submit(sending)
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    (again,) = await must(desk, [sending])
    assert again.again
    assert [one.id for one in await journal(file)] == [act.id for act, _ in world.done]


async def test_an_answer_that_is_lost_while_delivering(desk: KeptDesk, world: World, file: Path) -> None:
    desk.wire.cut()
    await must(desk, new_acts(world, open_incident))
    desk.wire.mend()
    desk.wire.loses = True
    await until(lambda: len(desk.wire.seen) == 1)
    await until(lambda: desk.wire.problem is not None)
    assert desk.store.status.kept == 3
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert len(await journal(file)) == len(world.done) + 1
    assert await is_clean(file)


async def test_what_no_longer_fits_waits_for_a_decision(
    open_desk: OpenDesk, world: World, file: Path
) -> None:
    desk, other = await open_desk(), await open_desk("citra", "other")
    await must(desk, new_acts(world, open_incident) + new_acts(world, open_incident, "i2", "c2"))
    await until(lambda: len(other.follower.board.cases) == 2)
    kind = "incident.described"
    place = world.act(kind, world.update(kind, "incident", "i1", address="Gg. Mawar 7"), name="mine")
    sent = new_acts(world, send, "E1", "i1")
    desk.wire.cut()
    await must(desk, [place, *sent])
    theirs = world.act(kind, Act(named("x"), kind, place.changes).changes[0], name="theirs")
    assert isinstance(await other.submit(theirs), Result)
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    (waiting,) = desk.store.waiting
    assert waiting.act.id == place.id
    assert waiting.refusal is not None
    assert (waiting.refusal.code, waiting.refusal.act) == ("changed", theirs.id)
    assert (desk.store.status.kept, desk.store.status.waiting) == (1, 1)
    with pytest.raises(ValueError, match="reason"):
        await desk.store.put_away(place.id, "  ")
    assert await desk.store.try_again(place.id) is None
    assert not desk.store.waiting
    told = await journal(file)
    assert told[-1].id == place.id
    with pytest.raises(KeyError):
        await desk.store.try_again(place.id)
    assert await is_clean(file)


async def test_a_colleague_delivers_and_the_author_is_claimed(
    open_desk: OpenDesk, world: World, file: Path, tmp_path: Path
) -> None:
    first = await open_desk("ani")
    first.wire.cut()
    await must(first, new_acts(world, open_incident))
    await first.close()
    second = await open_desk("budi")
    second.store.start()
    await until(lambda: second.store.status.kept == 0)
    told = [one for one in await journal(file) if one.kind != "incident.numbered"][-2:]
    assert [(one.author, one.claimed_by) for one in told] == [("budi", "ani")] * 2


async def test_who_takes_the_seat_delivers_what_the_one_before_kept(
    open_desk: OpenDesk, world: World, file: Path
) -> None:
    first = await open_desk("ani")
    first.wire.cut()
    await must(first, new_acts(world, open_incident))
    # Nothing is encrypted for Hana yet.
    second = await open_desk("hana")
    assert second.store.status.kept == 0
    await first.store.admit(readers("hana"))
    await first.close()
    await second.store.take_over(holder_of("hana").secret)
    await until(lambda: second.store.status.kept == 0 and not second.store.status.locked)
    told = [one for one in await journal(file) if one.kind != "incident.numbered"][-2:]
    assert [(one.author, one.claimed_by) for one in told] == [("hana", "ani")] * 2


async def test_a_second_outage_counts_on(desk: KeptDesk, world: World) -> None:
    for count in (1, 2):
        desk.wire.cut()
        await must(desk, new_acts(world, open_incident, f"i{count}", f"c{count}"))
        desk.wire.mend()
        await desk.reaches(Reach.ONLINE)

    def aliases(connection: Connection) -> list[str]:
        return sorted(connection.execute(select(tables.TABLES["incident_alias"].c.number)).scalars())

    assert await desk.store.read(aliases) == ["DP 261124-S3-01", "DP 261124-S3-02"]


async def test_a_desk_that_starts_again_while_cut_off_goes_on_with_what_it_kept(
    open_desk: OpenDesk, world: World, file: Path
) -> None:
    desk = await open_desk()
    await must(desk, new_acts(world, open_incident))
    await until(lambda: named("i1") in desk.follower.board.cases)
    desk.wire.cut()
    await must(desk, new_acts(world, open_incident, "i2", "c2"))
    await desk.close()
    second = await open_desk()
    second.wire.cut()
    await second.reaches(Reach.CUT_OFF)
    await until(lambda: named("i2") in second.follower.board.cases)
    assert second.follower.board.cases[named("i2")].incident.serial < 0
    await must(second, new_acts(world, send, "E1", "i2") + new_acts(world, open_incident, "i3", "c3"))
    second.wire.mend()
    await second.reaches(Reach.ONLINE)
    told = [one.id for one in await journal(file) if one.kind != "incident.numbered"]
    assert told == [act.id for act, _ in world.done]
    assert await is_clean(file)


async def test_only_what_was_put_on_the_disk_is_confirmed(
    desk: KeptDesk, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("desktop.store.kept.boxes.write_whole", full)
        with pytest.raises(StoreError, match="full"):
            await must(desk, new_acts(world, open_incident))
    assert desk.store.status.kept == 0
    assert not desk.follower.board.calls
    await must(desk, [act for act, _ in world.done[3:]])
    assert desk.store.status.kept == 3


async def test_what_needs_the_server_says_so(desk: KeptDesk) -> None:
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)

    def only_there(connection: Connection) -> None:
        connection.exec_driver_sql("select kulkul.add_operator()")

    with pytest.raises(StoreError, match="unreachable"):
        await desk.store.write(only_there)
    with pytest.raises(StoreError, match="unreachable"):
        await desk.store.try_again(named("x"))


async def test_a_desk_that_never_read_the_board_says_that_it_cannot(
    open_desk: OpenDesk, world: World
) -> None:
    desk = await open_desk()
    desk._started = False
    desk.wire.cut()
    with pytest.raises(StoreError, match="unreachable"):
        await must(desk, new_acts(world, open_incident))
    desk.wire.mend()
