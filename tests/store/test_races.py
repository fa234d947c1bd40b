"""Two desks press at the same moment: one of them is told what happened, and nothing is half done."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from desktop.domain.acts import Act, Change, Refusal, Result
from desktop.store.store import Store
from desktop.store.tables import TABLES, act
from tests.domain.world import World, assigned, insert, named, open_incident, opened, take
from tests.examples import examples
from tests.store.backends import author_of
from tests.store.desks import Desks, Open

RACES = examples(10)
_UNITS = ("E1", "E2", "E3", "A1")


async def _both(
    stores: Sequence[Store], acts: Sequence[Act], logins: Sequence[str]
) -> list[Result | Refusal]:
    return await asyncio.gather(
        *(store.submit(one, author_of(login)) for store, one, login in zip(stores, acts, logins, strict=True))
    )


def _release(world: World, unit: str, assignment: str) -> None:
    kind = "unit.available"
    changes = (world.update(kind, "assignment", assignment), world.update(kind, "unit", unit))
    world.must("budi", world.act(kind, *changes))


async def test_an_incident_is_closed_or_gets_a_unit_never_both(desks: Desks) -> None:
    stores = [await desks.store("budi"), await desks.store("citra")]
    won = {"incident.closed": 0, "unit.assigned": 0}
    for place in range(RACES):
        world, had = desks.world, len(desks.world.done)
        open_incident(world, f"i{place}", f"c{place}")
        await desks.catch_up(had)
        closing = world.update("incident.closed", "incident", f"i{place}", outcome="handled")
        close = world.act("incident.closed", closing, name=f"close {place}")
        send = replace(assigned(world, "E1", f"i{place}", f"a{place}"), id=named(f"send {place}"))
        answers = await _both(stores, (close, send), ("budi", "citra"))
        accepted = [
            one for one, answer in zip((close, send), answers, strict=True) if isinstance(answer, Result)
        ]
        assert len(accepted) == 1, answers
        refusal = next(answer for answer in answers if isinstance(answer, Refusal))
        assert refusal.code in ("incident_open", "nothing_runs_without_reason"), refusal
        won[accepted[0].kind] += 1
        world.must("citra" if accepted[0] is send else "budi", accepted[0])
        if accepted[0] is send:
            had = len(world.done)
            _release(world, "E1", f"a{place}")
            await desks.catch_up(had)
    assert sum(won.values()) == RACES


async def test_a_unit_is_never_sent_twice(desks: Desks) -> None:
    logins = ("budi", "citra", "hana", "budi", "citra", "hana")
    stores = [await desks.store(login) for login in logins]
    for place in range(6):
        open_incident(desks.world, f"i{place}", f"c{place}")
    await desks.catch_up(2)
    for race in range(RACES // 4):
        world = desks.world
        acts = [
            replace(assigned(world, "E1", f"i{place}", f"a{race} {place}"), id=named(f"{race} {place}"))
            for place in range(len(logins))
        ]
        answers = await _both(stores, acts, logins)
        accepted = [one for one, answer in zip(acts, answers, strict=True) if isinstance(answer, Result)]
        assert len(accepted) == 1, answers
        refusals = {answer for answer in answers if isinstance(answer, Refusal)}
        assert {(one.code, one.row, one.act) for one in refusals} == {("changed", "E1", accepted[0].id)}
        had = len(world.done)
        world.must("hana", accepted[0])
        _release(world, "E1", f"a{race} {acts.index(accepted[0])}")
        await desks.catch_up(had + 1)


async def test_one_id_at_the_same_moment_is_one_act(desks: Desks, opening: Open) -> None:
    take(desks.world)
    one, two = await desks.store("ani"), await opening("ani")
    act_of_call = desks.world.done[-1][0]
    answers = await _both((one, two, one, two), (act_of_call,) * 4, ("ani",) * 4)
    assert sorted(isinstance(answer, Result) and answer.again for answer in answers) == [
        False,
        True,
        True,
        True,
    ]
    others = [replace(act_of_call, id=named("x"), changes=_call(name)) for name in ("c2", "c3")]
    answers = await _both((one, two), others, ("ani", "ani"))
    assert sorted(type(answer).__name__ for answer in answers) == ["Refusal", "Result"]
    refusal = next(answer for answer in answers if isinstance(answer, Refusal))
    assert refusal == Refusal("id_used", act=named("x"))


def _call(name: str) -> tuple[Change, ...]:
    return (insert("call", name), insert("call_private", name))


async def test_one_row_made_by_two_acts_is_made_once(desks: Desks, opening: Open) -> None:
    one, two = await desks.store("ani"), await opening("ani")
    acts = [Act(named(f"act {place}"), "call.taken", _call("c1")) for place in range(2)]
    answers = await _both((one, two), acts, ("ani", "ani"))
    accepted = next(answer for answer in answers if isinstance(answer, Result))
    refusal = next(answer for answer in answers if isinstance(answer, Refusal))
    assert refusal == Refusal("row_exists", "call", named("c1"), act=accepted.act)


async def test_numbers_and_sequence_have_no_twins(desks: Desks, opening: Open) -> None:
    stores = [await opening("ani") for _ in range(4)]
    for place in range(24):
        take(desks.world, f"c{place}")
    await desks.catch_up(2)
    acts = [
        replace(opened(desks.world, f"i{place}", f"c{place}"), id=named(f"open {place}"))
        for place in range(24)
    ]
    answers = await asyncio.gather(
        *(stores[place % 4].submit(one, author_of("ani")) for place, one in enumerate(acts))
    )
    numbers = [
        answer.numbers[named(f"i{place}")]
        for place, answer in enumerate(answers)
        if isinstance(answer, Result)
    ]
    assert sorted(number for _, number in numbers) == list(range(1, 25))

    def counted(connection: Connection) -> tuple[int, int]:
        sequences = connection.execute(select(func.count(act.c.sequence.distinct()))).scalar_one()
        return sequences, connection.execute(select(func.count()).select_from(act)).scalar_one()

    sequences, count = await stores[0].read(counted)
    assert sequences == count


async def test_many_desks_and_units_without_a_deadlock(desks: Desks, opening: Open) -> None:
    """Acts that name the same rows in other orders: all are answered, none has to wait for ever."""
    for place in range(2):
        open_incident(desks.world, f"i{place}", f"c{place}")
    await desks.catch_up(2)
    stores = [await opening("budi") for _ in range(4)]
    for race in range(6):
        acts = []
        for place in range(4):
            units = _UNITS[place:] + _UNITS[:place]
            kind, incident = "unit.assigned", named(f"i{place % 2}")
            changes = [
                *(
                    insert("assignment", f"{race} {place} {unit}", incident=incident, unit=unit)
                    for unit in units
                ),
                *(desks.world.update(kind, "unit", unit) for unit in units),
            ]
            acts.append(desks.world.act(kind, *changes, name=f"{race} {place}"))
        answers = await _both(stores, acts, ("budi",) * 4)
        accepted = [one for one, answer in zip(acts, answers, strict=True) if isinstance(answer, Result)]
        assert len(accepted) == 1
        had = len(desks.world.done)
        desks.world.must("budi", accepted[0])
        for change in accepted[0].changes[:4]:
            kind = "unit.available"
            ended = desks.world.update(kind, "unit", str(change.values["unit"]))
            current = desks.world.rows.tables["assignment"][change.row]
            base = {"state": str(current["state_act"])}
            assignment = replace(desks.world.update(kind, "assignment", "none"), row=change.row, base=base)
            desks.world.must("budi", desks.world.act(kind, assignment, ended))
        await desks.catch_up(had + 1)

    def running(connection: Connection) -> int:
        table = TABLES["assignment"]
        return connection.execute(select(func.count()).where(table.c.state == "running")).scalar_one()

    assert await stores[0].read(running) == 0
