"""Random evenings: what is done while a desk is cut off leaves what it would have left with the server."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from desktop.domain.acts import Refusal
from desktop.store import tables
from desktop.store.kept.status import Reach
from desktop.store.making import open_file
from tests.domain.world import World
from tests.examples import examples
from tests.live.followed import until
from tests.store.backends import author_of, make_staffed_file
from tests.store.chance import Chance, without_clock
from tests.store.kept.test_kept_store import is_clean
from tests.store.kept.wire import KeptDesk, Wire
from tests.store.loops import Loop
from tests.store.test_random import under_way

ACTS = 12
NOT_KNOWN = frozenset({"row_missing", "reference", "struck_act_has_note", "changed", "call_has_number"})
"""What a desk that is cut off may say of what it does not know; never of what it was told."""


def state(connection: Connection) -> dict[str, Any]:
    """All rows of the domain's tables."""
    found: Any = {}
    for name, table in tables.TABLES.items():
        rows = connection.execute(select(table)).mappings()
        found[name] = {one["id"]: {key: one[key] for key in one if key != "id"} for one in rows}
    return dict(found)


def comparable(found: Any) -> Any:
    """Rows without what an outage adds, provisional numbers and their acts, and without serials: a judgement
    alone takes one in memory.
    """
    rows = {name: {key: dict(row) for key, row in table.items()} for name, table in found.items()}
    for alias in rows.pop("incident_alias").values():
        if alias["reason"] == "provisional":
            rows["incident"][str(alias["incident"])]["last_act"] = None
    for incident in rows["incident"].values():
        del incident["serial"]
    return rows


@pytest.fixture
def loop() -> Iterator[Loop]:
    """A loop apart from the test's."""
    made = Loop()
    yield made
    made.close()


# Each example opens files and runs a desk: making a failing one smaller would take minutes.
@settings(
    max_examples=examples(5), phases=[Phase.reuse, Phase.generate], suppress_health_check=[*HealthCheck]
)
@given(data=st.data())
def test_random_outages(data: st.DataObject, loop: Loop, tmp_path_factory: pytest.TempPathFactory) -> None:
    loop.run(evening(data, tmp_path_factory.mktemp("evening")))


async def evening(data: st.DataObject, folder: Path) -> None:
    """An evening with outages; the acts come to a world in memory as well."""
    path = folder / "centre.sqlite"
    make_staffed_file(path)
    world = under_way()
    store = open_file(path)
    for act, login in world.done[1:]:
        await store.submit(act, author_of(login))
    await store.close()
    desk = KeptDesk(Wire(open_file(path)), folder / "kept")
    await desk.start()
    try:
        codes = await acts(data, world, desk)
        desk.wire.mend()
        await desk.reaches(Reach.ONLINE)
        assert not desk.store.waiting
        assert desk.store.status.kept == 0
        found = comparable(await desk.store.read(state))
        expected = comparable(
            world.rows.tables | {"incident_alias": (await desk.store.read(state))["incident_alias"]}
        )
        for name, rows in expected.items():
            assert found[name] == rows, name
        assert await is_clean(path)
    finally:
        await desk.close()
    for code in codes:
        event(code)


async def acts(data: st.DataObject, world: World, desk: KeptDesk) -> Counter[str]:
    """Acts by chance, of one who may do all, now with the server and now without."""
    chance, codes = Chance(data, world), Counter[str]()
    for _ in range(ACTS):
        if desk.wire.problem is None and data.draw(st.integers(0, 3)) == 0:
            await until(lambda: desk.follower.freshness == "live")
            desk.wire.cut()
            await desk.reaches(Reach.CUT_OFF)
        elif desk.wire.problem is not None and data.draw(st.integers(0, 5)) == 0:
            desk.wire.mend()
            await desk.reaches(Reach.ONLINE)
        act = without_clock(chance.act()[0])
        judged = world.judge(act, "hana")
        answer = await desk.submit(act, "hana")
        if isinstance(answer, Refusal):
            alone = desk.store.status.partial and answer.code in NOT_KNOWN
            assert alone or answer.code == getattr(judged, "code", None), (act, answer, judged)
            codes[f"refused {answer.code}"] += 1
        else:
            assert not isinstance(judged, Refusal), (act, answer, judged)
            world.submit(act, "hana")
            codes["alone" if desk.store.status.partial else "together"] += 1
    return codes
