"""Random evenings: tables in memory, SQLite and PostgreSQL agree on every act and on what it leaves."""

from collections import Counter

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from desktop.domain.acts import Refusal
from tests.domain.lawful import NOTE, two_incidents
from tests.domain.world import World, furnished, insert, named, refer, take
from tests.examples import examples
from tests.store.chance import Chance, without_clock
from tests.store.trio import Trio

ACTS = 14


def under_way() -> World:
    """An evening that has begun: two incidents, a unit and an agency on one, two calls waiting."""
    world = furnished()
    two_incidents(world)
    refer(world)
    take(world, "waiting")
    take(world, "without number", None)
    NOTE(world)
    world.must("ani", world.act("number.blocked", insert("block", "b", call=named("waiting"))))
    return world


@settings(max_examples=examples(10), suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_random_evenings(data: st.DataObject, trio: Trio) -> None:
    world = under_way()
    chance = Chance(data, world)
    codes: Counter[str] = Counter()
    trio.begin(world)
    for _ in range(ACTS):
        act, login = chance.act()
        act = without_clock(act)
        expected = world.submit(act, login)
        answer = trio.submit(act, login)
        if isinstance(expected, Refusal):
            assert answer == expected, act
            codes[expected.code] += 1
        else:
            assert not isinstance(answer, Refusal), (act, answer)
            codes["accepted"] += 1
    trio.same_as(world)
    for code in codes:
        event(code)
