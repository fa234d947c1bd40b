"""What is decided of acts that the database refused is told to all."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import true

from desktop.domain.restores import PutAway
from desktop.store.kept.items import State
from desktop.store.kept.status import Reach
from desktop.store.making import open_file
from desktop.store.queries import read_records
from desktop.store.queries_board import read_detail
from tests.domain.world import World, named, open_incident, opened, send, take
from tests.live.followed import until
from tests.store.backends import author_of
from tests.store.kept.conftest import OpenDesk
from tests.store.kept.test_kept_store import is_clean, must, new_acts
from tests.store.kept.wire import KeptDesk


async def test_what_is_put_away_stays_with_its_reason(desk: KeptDesk, world: World, file: Path) -> None:
    await must(desk, new_acts(world, open_incident))
    await until(lambda: named("i1") in desk.follower.board.cases)
    desk.wire.cut()
    note = world.act("note.added", world.update("note.added", "incident", "i1"), note="Sudah padam")
    sent = new_acts(world, send, "E1", "i1")
    await must(desk, [*sent, note])
    there = open_file(file)
    await there.submit(replace(sent[0], id=named("taken")), author_of("citra"))
    await there.close()
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    (waiting,) = desk.store.waiting
    assert waiting.act.id == sent[0].id
    refusal = await desk.store.try_again(sent[0].id)
    assert refusal is not None
    assert await desk.store.put_away(sent[0].id, "Unit sudah dikirim orang lain") is None
    assert not desk.store.waiting
    (item,) = desk.outbox.items(State.PUT_AWAY)
    assert (item.decided_by, item.reason) == ("hana", "Unit sudah dikirim orang lain")
    (told,) = await decisions(file)
    assert told == PutAway(
        id=sent[0].id,
        kind="unit.assigned",
        author="hana",
        refusal=refusal.code,
        incident=named("i1"),
        decided_at=told.decided_at,
        decided_by="hana",
        last_act=told.last_act,
    )
    detail = await desk.store.read(lambda connection: read_detail(connection, named("i1")))
    assert detail is not None
    assert (detail.timeline[-1].kind, detail.timeline[-1].note) == ("kept.put_away", item.reason)
    assert await is_clean(file)


async def test_what_is_put_away_while_cut_off_is_told_on_return(
    open_desk: OpenDesk, world: World, file: Path
) -> None:
    """Here also of an act whose incident never came there, and by a colleague of its author."""
    first, other = await open_desk("ani"), await open_desk("citra", "other")
    await must(other, [*new_acts(world, take), *new_acts(world, take, "c2", None)])
    await until(lambda: named("c2") in first.follower.board.calls)
    first.wire.cut()
    await first.reaches(Reach.CUT_OFF)
    opens = opened(world)
    await must(first, [opens])
    await must(other, [world.must("citra", opened(world, "i2"))])
    await first.close()
    second = await open_desk("budi")
    second.store.start()
    await until(lambda: second.store.status.waiting == 2)  # its number, too, has no incident there
    (waits,) = [one for one in second.store.waiting if one.act.id == opens.id]
    second.wire.cut()
    await second.reaches(Reach.CUT_OFF)
    assert await second.store.put_away(opens.id, "sudah dibuka di meja lain") is None
    assert opens.id not in [one.act.id for one in second.store.waiting]
    assert await decisions(file) == []
    second.wire.mend()
    await second.reaches(Reach.ONLINE)
    (told,) = await decisions(file)
    assert waits.refusal is not None
    assert (told.id, told.kind, told.author) == (opens.id, "incident.opened", "ani")
    assert (told.decided_by, told.refusal) == ("budi", waits.refusal.code)
    assert told.incident is None
    assert [one.act.kind for one in second.store.waiting] == ["incident.numbered"]


async def decisions(file: Path) -> list[PutAway]:
    """What was put away, as the database has it."""
    store = open_file(file)
    try:
        return await store.read(lambda connection: read_records(connection, PutAway, true()))
    finally:
        await store.close()
