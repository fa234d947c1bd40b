"""Who is at work where: each desk is told what changed, and all of it now and then."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from desktop.domain.presence import LooksAt
from desktop.store.postgres.line import WHOLE_BEATS
from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore
from tests.domain.world import named
from tests.live.followed import until
from tests.store.server import Server, administer, connect


class Beats:
    """A desk that beats by hand."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._desk = {"workstation": str(uuid4()), "version": "1"}

    async def beat(self, **words: object) -> dict[str, Any]:
        """The answer to a heartbeat that tells this."""
        told = json.dumps({**self._desk, **words})
        found: dict[str, Any] = json.loads(
            await self._connection.fetchval("select kulkul.heartbeat($1::jsonb)", told)
        )
        return found


def logins(answer: dict[str, Any]) -> list[str]:
    """Of whom an answer tells."""
    return [one["login"] for one in answer["desks"]]


@pytest.fixture
async def beats(server: Server, database: str) -> AsyncIterator[dict[str, Beats]]:
    """Three desks."""
    opened = {login: await connect(server, database, login) for login in ("ani", "budi", "citra")}
    yield {login: Beats(connection) for login, connection in opened.items()}
    for connection in opened.values():
        await connection.close()


async def test_what_was_told_is_not_told_again(beats: dict[str, Beats]) -> None:
    for one in beats.values():
        await one.beat()
    ani = beats["ani"]
    whole = await ani.beat()
    assert (logins(whole), whole["whole"]) == (["budi", "citra"], True)
    after = {"desks_after": whole["desks_at"]}
    assert (await ani.beat(**after))["desks"] == []
    for _ in range(2):
        await beats["citra"].beat(looks_at={"incident": named("i1"), "field": "place"})
    changed = await ani.beat(**after)
    assert (logins(changed), changed["whole"]) == (["citra"], False)
    assert changed["desks"][0]["looks_at"]["field"] == "place"
    assert (await ani.beat(desks_after=changed["desks_at"]))["desks"] == []
    assert logins(await ani.beat()) == ["budi", "citra"]


@pytest.mark.parametrize("after", ["x", "1", -1, 10**30, None, {}, True])
async def test_who_asks_for_nonsense_is_told_all(beats: dict[str, Beats], after: object) -> None:
    await beats["budi"].beat()
    assert logins(await beats["ani"].beat(desks_after=after)) == ["budi"]


@pytest.mark.parametrize(("kept", "days", "named"), [(0, 2, False), (3, 29, True), (3, 31, False)])
async def test_a_desk_that_is_gone_is_named_while_acts_wait_there(
    beats: dict[str, Beats], server: Server, database: str, kept: int, days: int, named: bool
) -> None:
    await beats["budi"].beat(kept=kept)
    passed = f"update kulkul.desk_presence set seen_at = seen_at - interval '{days} days'"
    await administer(server, database, passed)
    await beats["ani"].beat()
    assert logins(await beats["citra"].beat()) == [*(["budi"] if named else []), "ani"]


async def test_a_desk_knows_the_others_all_the_time(server: Server, database: str) -> None:
    stores = [await open_postgres(server.url(database, login)) for login in ("ani", "budi")]
    ani, budi = stores
    for store in stores:
        await store.begin(datetime.now(UTC))
    await until(lambda: looks_of(ani) == [None])
    budi.look_at(LooksAt(named("i1"), "place"))
    await until(lambda: looks_of(ani) == [LooksAt(named("i1"), "place")])
    for place in range(WHOLE_BEATS + 2):  # more beats than come between two whole lists
        before = ani.pulse
        ani.tell_kept(place, None)  # with a beat at once
        await until(partial(differs, ani, before))
        assert looks_of(ani) == [LooksAt(named("i1"), "place")]
    for store in stores:
        await store.close()


def differs(store: PostgresStore, before: object) -> bool:
    """Whether another beat was answered."""
    return store.pulse is not before


def looks_of(store: PostgresStore) -> list[LooksAt | None]:
    """What the others have open, as a desk knows it."""
    return [] if store.pulse is None else [one.looks_at for one in store.pulse.desks]
