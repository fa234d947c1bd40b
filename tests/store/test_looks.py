"""What a server writes down of who looked, also past the desk."""

import json
from typing import Any

import asyncpg
import pytest

from tests.domain.memo_acts import sent
from tests.domain.shift_acts import PAGE
from tests.domain.world import insert, named
from tests.store.test_attacks import Login, login, ready, submit, taken

__all__ = ["login"]

WRITTEN = "select operator, what, subject from kulkul.access_log order by at"


async def written(owner: Any) -> list[tuple[str, ...]]:
    """What the log has."""
    return [tuple(one) for one in await owner.fetch(WRITTEN)]


async def end_call(connection: Any, call_type: str) -> None:
    """Take the call `c1` and end it, without an incident."""
    world = ready()
    world.submit(taken(), "ani")
    await submit(connection, taken())
    ended = world.act("call.ended", world.update("call.ended", "call", "c1", call_type=call_type), name="end")
    assert "refused" not in await submit(connection, ended)


async def test_the_journal_of_a_call_that_is_over(login: Login) -> None:
    ani, owner = await login("ani"), await login("postgres")
    await submit(ani, taken())
    read = "select changes::text from kulkul.personal_acts($1)"
    assert "0811" in await ani.fetchval(read, [taken().id])
    assert await written(owner) == []
    await end_call(ani, "prank")
    assert "0811" in await ani.fetchval(read, [taken().id])
    assert await written(owner) == [("ani", "acts", named("c1"))]


async def test_what_was_handed_over_and_said_is_work_only_as_long_as_it_waits(login: Login) -> None:
    ani, budi, owner = await login("ani"), await login("budi"), await login("postgres")
    world, begun = ready(), len(ready().done)
    given = world.act("handover.given", insert("handover", "h1"), insert("handover_private", "h1", page=PAGE))
    world.must("ani", given)
    sent(world)
    for act, author in world.done[begun:]:
        await submit(ani if author == "ani" else budi, act)
    acts = [act.id for act, _ in world.done[begun:]]
    read = "select changes::text from kulkul.personal_acts($1)"
    memo = "select text from kulkul.personal_memos($1)"
    await budi.fetch(read, acts)
    await budi.fetch(memo, [named("m1")])
    assert await written(owner) == []
    kind = "handover.taken"
    await submit(budi, world.act(kind, world.update(kind, "handover", "h1")))
    await owner.execute("update kulkul.memo set made_at = made_at - interval '2 days'")
    assert "Mawar" in repr(await budi.fetch(read, acts))
    await budi.fetch(memo, [named("m1")])
    looked = {("budi", "acts", named("h1")), ("budi", "acts", named("m1")), ("budi", "memo", named("m1"))}
    assert set(await written(owner)) == looked


async def test_a_lost_call_is_no_work_any_more_once_it_left_the_board(login: Login) -> None:
    ani, owner = await login("ani"), await login("postgres")
    await end_call(ani, "dropped")
    read = "select number from kulkul.personal_calls($1)"
    assert await ani.fetchval(read, [named("c1")]) == "0811"
    assert await written(owner) == []
    await owner.execute("update kulkul.call set answered_at = answered_at - interval '37 hours'")
    assert await ani.fetchval(read, [named("c1")]) == "0811"
    assert await written(owner) == [("ani", "call", named("c1"))]


async def test_a_number_that_a_colleague_looked_at_in_the_same_call(login: Login) -> None:
    ani, budi, owner = await login("ani"), await login("budi"), await login("postgres")
    await submit(ani, taken())
    for one in (ani, budi, ani, budi):
        await one.fetch("select * from kulkul.calls_of_number('0811', $1)", named("c1"))
    expected = [("ani", "number_history", "0811"), ("budi", "number_history", "0811")]
    assert await written(owner) == expected


async def test_who_was_removed_writes_no_looks(login: Login) -> None:
    ani, owner = await login("ani"), await login("postgres")
    await owner.execute("update kulkul.operator set removed_at = now() where login = 'ani'")
    await ani.execute("select kulkul.log_own_look('look_up', 'x', null)")
    assert await written(owner) == []


async def test_who_looks_without_end_is_stopped(login: Login) -> None:
    ani, budi, owner = await login("ani"), await login("budi"), await login("postgres")
    for who, claimed in (("ani", "null"), ("budi", "now()")):  # he tells what was kept while cut off
        await owner.execute(
            "insert into kulkul.access_log (id, at, operator, what, subject, claimed_at)"
            f" select gen_random_uuid(), now(), '{who}', 'look_up', n::text, {claimed}"
            " from generate_series(1, 1000) n"
        )
    for look in ("log_own_look('look_up', 'x', null)", "search_page(array['x'], null, 10)"):
        with pytest.raises(asyncpg.LockNotAvailableError):
            await ani.execute(f"select kulkul.{look}")
        await budi.execute(f"select kulkul.{look}")


KEPT = "select kulkul.log_kept_looks($1::jsonb)"


def kept_look(operator: str) -> str:
    """A look made while cut off, as a desk tells it on return."""
    call, at = named("c1"), "2026-11-24T14:00:00+00:00"
    look = {"id": named(f"look of {operator}"), "at": at, "operator": operator, "call": call}
    return json.dumps([{**look, "what": "number_history", "subject": "0811"}])


async def test_a_kept_look_at_what_a_colleague_looked_at_in_the_same_call(login: Login) -> None:
    ani, budi, owner = await login("ani"), await login("budi"), await login("postgres")
    await submit(ani, taken())
    await ani.fetch("select * from kulkul.calls_of_number('0811', $1)", named("c1"))
    for _ in range(2):
        await ani.execute(KEPT, kept_look("ani"))
        await budi.execute(KEPT, kept_look("budi"))
    expected = [("ani", "number_history", "0811"), ("budi", "number_history", "0811")]
    assert await written(owner) == expected


async def test_who_was_removed_tells_no_kept_looks(login: Login) -> None:
    ani, owner = await login("ani"), await login("postgres")
    await owner.execute("update kulkul.operator set removed_at = now() where login = 'ani'")
    await ani.execute(KEPT, kept_look("ani"))
    assert await written(owner) == []
