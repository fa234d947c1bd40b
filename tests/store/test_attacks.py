"""What an operator could try with psql and the own password: every way but a lawful act is shut."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NoReturn

import asyncpg
import pytest

from desktop.domain.acts import Act, Source, encode
from desktop.domain.records import Value
from desktop.store.postgres.meta import ACTS_A_MINUTE, CHANNEL, LARGE_ACTS_A_MINUTE
from desktop.store.postgres.views import READABLE
from tests.domain.shift_acts import given
from tests.domain.warning_acts import warned
from tests.domain.world import World, assigned, fleet, insert, named, open_incident, reference
from tests.store.denied import DENIED, EXECUTABLE
from tests.store.server import Server, connect

Connection = asyncpg.Connection
Login = Callable[[str], Any]


@pytest.fixture
async def login(server: Server, database: str) -> AsyncIterator[Login]:
    """Opens a connection as a login, to a centre with units."""
    opened: list[Any] = []

    async def open_as(name: str) -> Any:
        opened.append(await connect(server, database, name))
        return opened[-1]

    await submit(await open_as("dewa"), fleet())
    yield open_as
    for one in opened:
        await one.close()


async def submit(connection: Any, act: Act | dict[str, Any]) -> dict[str, Any]:
    """Give an act to the server as psql would."""
    data = encode(act) if isinstance(act, Act) else act
    answer = await connection.fetchval("select kulkul.submit($1::jsonb)", json.dumps(data))
    found: dict[str, Any] = json.loads(answer)
    return found


def ready() -> World:
    """The world as the fixture's centre has it."""
    world = World()
    world.submit(reference(), "installer")
    world.submit(fleet(), "dewa")
    return world


def taken(name: str = "c1", number: str = "0811") -> Act:
    """The act that takes a call."""
    return ready().act(
        "call.taken", insert("call", name), insert("call_private", name, number=number), name=name
    )


async def test_denied(login: Login) -> None:
    ani = await login("ani")
    allowed = []
    for name, statement in DENIED.items():
        trying = ani.transaction()
        await trying.start()
        try:
            await ani.execute(statement)
            allowed.append(name)
        except asyncpg.InsufficientPrivilegeError:
            pass
        await trying.rollback()
    assert allowed == []


async def test_operators_hold_exactly_what_they_need(login: Login) -> None:
    ani = await login("ani")
    await ani.execute("grant insert on kulkul_desk.act to public")  # grants nothing, with a warning
    functions = await ani.fetch(
        "select p.oid::regprocedure::text as name from pg_proc p"
        " where p.pronamespace = 'kulkul'::regnamespace and has_function_privilege(p.oid, 'execute')"
        " and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')"
    )
    assert {one["name"].removeprefix("kulkul.") for one in functions} == EXECUTABLE
    rows = await ani.fetch(
        "select c.oid::regclass::text as name, has_table_privilege(c.oid, 'select') as reads,"
        " has_table_privilege(c.oid, 'insert, update, delete, truncate, references, trigger') as writes"
        " from pg_class c"
        " where c.relnamespace::regnamespace::text ~ '^kulkul' and c.relkind in ('r', 'v', 'm', 'p')"
    )
    assert {one["name"] for one in rows if one["reads"]} == {f"kulkul_desk.{name}" for name in READABLE}
    assert not [one["name"] for one in rows if one["writes"]]


async def test_functions_with_the_owners_rights_fix_where_they_look(login: Login) -> None:
    ani = await login("ani")
    definers = await ani.fetch(
        "select p.proname as name, p.proconfig as config from pg_proc p"
        " where p.pronamespace = 'kulkul'::regnamespace and p.prosecdef"
    )
    assert {one["name"] for one in definers} >= {"submit", "personal_calls"}
    fixed = ("search_path=kulkul, pg_temp", "search_path=pg_catalog, pg_temp")
    assert all(any(path in (one["config"] or ()) for path in fixed) for one in definers)


async def test_the_author_is_who_signed_in(login: Login) -> None:
    ani = await login("ani")
    forged = {**encode(taken()), "author": "budi", "claimed_by": "budi", "recorded_by": "budi"}
    assert "refused" not in await submit(ani, forged)
    row = await ani.fetchrow("select author, claimed_by from kulkul_desk.act where id = $1", named("c1"))
    assert (row["author"], row["claimed_by"]) == ("ani", "budi")
    assert await ani.fetchval("select operator from kulkul_desk.call where id = $1", named("c1")) == "ani"


async def test_who_holds_no_role_that_writes_writes_nothing(login: Login) -> None:
    # gede was removed, nyoman is in no list of operators, eka audits, fitri is a wall.
    for name in ("gede", "nyoman", "eka", "fitri"):
        assert (await submit(await login(name), taken()))["refused"]["code"] == "role", name


async def test_times_are_the_servers(login: Login) -> None:
    ani = await login("ani")
    long_ago = datetime.now(UTC) - timedelta(days=400)
    assert (await submit(ani, replace(taken(), occurred_at=long_ago)))["refused"]["code"] == "time"
    for moment in ("infinity", "now", "yesterday", "2026-11-24 10:00", "2026-11-24T10:00:00"):
        answer = await submit(ani, {**encode(taken()), "occurred_at": moment})
        assert answer["refused"]["code"] == "form", moment
    answer = await submit(ani, {**encode(taken()), "recorded_at": long_ago.isoformat()})
    assert datetime.now(UTC) - datetime.fromisoformat(answer["recorded_at"]) < timedelta(minutes=1)


async def test_what_passes_for_a_claimed_outage_alone_is_kept_in_the_journal(login: Login) -> None:
    world = ready()
    since = len(world.done)
    warned()(world)
    open_incident(world)
    for act, author in world.done[since:]:
        assert "refused" not in await submit(await login(author), act)
    budi, sending = await login("budi"), assigned(world)
    assert (await submit(budi, sending))["refused"]["code"] == "warnings_read"
    claimed = replace(sending, source=Source.OUTAGE, occurred_at=datetime.now(UTC) - timedelta(minutes=9))
    assert "refused" not in await submit(budi, claimed)
    found = await (await login("citra")).fetch(
        "select author, excused from kulkul_desk.act where excused is not null"
    )
    assert [tuple(one) for one in found] == [("budi", '["warnings_read"]')]


HOSTILE = (
    "set timezone = 'America/New_York'",
    "set datestyle = 'SQL, DMY'",
    "set intervalstyle = 'sql_standard'",
    "set extra_float_digits = -15",
    "set standard_conforming_strings = off",
    "set transform_null_equals = on",
    "set search_path = pg_temp, public",
    "set bytea_output = 'escape'",
    "set xmloption = 'document'",
    "set role kulkul_operator",
    "set lock_timeout = 0",
)


async def test_the_sessions_settings_reach_nothing(login: Login) -> None:
    hostile, plain = await login("hana"), await login("hana")
    world = ready()
    open_incident(world)
    kind = "incident.described"
    moment = datetime.now(UTC)
    place: dict[str, Value] = {
        "latitude": -8.650000000000001,
        "longitude": 115.21666666666667,
        "planned_for": moment,
    }
    world.must("hana", world.act(kind, world.update(kind, "incident", "i1", **place), note="x"))
    for setting in HOSTILE:
        await hostile.execute(setting)
    for act, _ in world.done[2:]:
        first, again = await submit(hostile, act), await submit(plain, act)
        assert first == {**again, "again": False}
    wanted = "select latitude, longitude, planned_for from kulkul_desk.incident where id = $1"
    found = await plain.fetchrow(wanted, named("i1"))
    assert {name: found[name] for name in place} == place
    changes = json.loads(await plain.fetchval("select changes from kulkul_desk.act where kind = $1", kind))
    assert changes[0]["values"]["planned_for"] == moment.isoformat(timespec="microseconds")


async def test_a_waiting_act_gives_up_whatever_the_session_says(login: Login) -> None:
    holder, waiter = await login("ani"), await login("budi")
    await submit(holder, taken())
    holding = holder.transaction()
    await holding.start()
    await submit(holder, _described("held"))
    await waiter.execute("set lock_timeout = 0")
    begun = datetime.now(UTC)
    with pytest.raises(asyncpg.LockNotAvailableError):
        await submit(waiter, _described("waits"))
    assert timedelta(seconds=1.5) < datetime.now(UTC) - begun < timedelta(seconds=5)
    await holding.rollback()


def _described(name: str, base: str | None = None) -> Act:
    world = ready()
    world.submit(taken(), "ani")
    change = world.update("call.described", "call", "c1", line=name)
    if base is not None:
        change = replace(change, base={"line": named(base)})
    return world.act("call.described", change, name=name)


async def test_reading_a_table_stops_no_act(login: Login) -> None:
    reader, writer = await login("ani"), await login("budi")
    async with reader.transaction():
        await reader.execute("lock table kulkul_desk.call, kulkul_desk.act in access share mode")
        assert "refused" not in await submit(writer, taken())


async def test_confirmed_is_on_the_disk_whatever_the_session_says(login: Login) -> None:
    ani = await login("ani")
    await ani.execute("set synchronous_commit = off")
    async with ani.transaction():
        await submit(ani, taken())
        assert await ani.fetchval("show synchronous_commit") == "on"


async def test_an_act_sees_what_others_committed(login: Login) -> None:
    ani = await login("ani")
    for isolation in ("repeatable_read", "serializable"):
        with pytest.raises(asyncpg.InvalidTransactionStateError):
            async with ani.transaction(isolation=isolation):
                await submit(ani, taken())


async def test_two_acts_in_one_transaction_are_judged_alike(login: Login) -> None:
    ani = await login("ani")
    async with ani.transaction():
        assert "refused" not in await submit(ani, taken())
        assert "refused" not in await submit(ani, _described("one", base="c1"))
    assert await ani.fetchval("select line from kulkul_desk.call") == "one"


async def test_an_id_belongs_to_its_author_and_content(login: Login) -> None:
    ani, budi = await login("ani"), await login("budi")
    act = taken()
    await submit(ani, act)
    for connection, again in ((budi, act), (ani, replace(act, note="x")), (ani, taken(number="0812"))):
        other = replace(again, id=act.id)
        assert (await submit(connection, other))["refused"]["code"] == "id_used"
    assert (await submit(ani, act))["again"]


async def test_what_an_act_is_about_is_derived_not_claimed(login: Login) -> None:
    budi = await login("hana")
    world = ready()
    open_incident(world)
    for act, _ in world.done[2:]:
        await submit(budi, act)
    made = insert("assignment", "a1", incident=named("i1"), unit="E1")
    alone = {**encode(world.act("unit.assigned", made)), "subjects": []}
    assert (await submit(budi, alone))["refused"]["code"] == "count"
    whole = world.act("unit.assigned", made, world.update("unit.assigned", "unit", "E1"))
    await submit(budi, {**encode(whole), "subjects": []})
    about = await budi.fetch(
        "select table_name, row_id from kulkul_desk.act_subject where act = $1", whole.id
    )
    assert {tuple(one) for one in about} == {("incident", named("i1")), ("unit", "E1")}


async def test_what_is_no_act_is_refused(login: Login) -> None:
    ani = await login("ani")
    for data in ("null", "[]", "1", '"x"', "{}", '{"format": 1}', '{"format": 1, "id": {}}'):
        answer = json.loads(await ani.fetchval("select kulkul.submit($1::jsonb)", data))
        assert answer["refused"]["code"] in ("form", "format"), data
    assert json.loads(await ani.fetchval("select kulkul.submit(null)"))["refused"]["code"] == "form"


async def test_an_act_is_bounded(login: Login) -> None:
    ani = await login("ani")
    big = {**encode(taken()), "junk": "x" * 70_000}
    assert (await submit(ani, big))["refused"]["code"] == "too_big"


async def test_personal_values_are_for_those_whose_role_may_read_them(login: Login) -> None:
    ani, wall = await login("ani"), await login("fitri")
    await submit(ani, taken())
    read = "select number from kulkul.personal_calls($1)"
    assert await ani.fetchval(read, [named("c1")]) == "0811"
    for reader in (wall, await login("dewa"), await login("gede")):
        for name in ("personal_calls", "personal_incidents", "personal_acts"):
            assert await reader.fetch(f"select * from kulkul.{name}($1)", [named("c1")]) == []


async def test_a_look_at_what_is_over_is_written_down(login: Login, server: Server, database: str) -> None:
    ani, owner = await login("ani"), await login("postgres")
    await submit(ani, taken())
    read, looks = (
        "select number from kulkul.personal_calls($1)",
        "select operator, what, subject from kulkul.access_log",
    )
    await ani.fetchval(read, [named("c1")])
    assert await owner.fetch(looks) == []
    world = ready()
    world.submit(taken(), "ani")
    await submit(
        ani, world.act("call.ended", world.update("call.ended", "call", "c1", call_type="prank"), name="end")
    )
    await ani.fetchval(read, [named("c1")])
    assert [tuple(one) for one in await owner.fetch(looks)] == [("ani", "call", named("c1"))]


async def test_a_stray_running_assignment_is_found_by_the_table_itself(login: Login) -> None:
    """The backstop: with the guards out of the way, the table still holds one running assignment a unit."""
    owner = await login("postgres")
    row = (
        "insert into kulkul.assignment (id, unit, state, last_act)"
        " values (gen_random_uuid(), 'E1', 'running', $1)"
    )
    await owner.execute(row, named("x"))

    async def again() -> NoReturn:
        async with owner.transaction():
            await owner.execute(row, named("x"))
        raise AssertionError

    with pytest.raises(asyncpg.ExclusionViolationError):
        await again()


async def test_a_flood_of_acts_is_refused(login: Login) -> None:
    """More in a minute than a person and his desk write; what was written is answered again all the same."""
    ani, budi, owner = await login("ani"), await login("budi"), await login("postgres")
    await owner.execute("update kulkul.centre set training = false")
    assert "refused" not in await submit(ani, taken())
    await owner.execute(
        "insert into kulkul.act (id, sequence, kind, format, source, author, recorded_at, changes, before,"
        " numbers, digest) select gen_random_uuid(), nextval('kulkul.act_sequence'), a.kind, a.format,"
        " a.source, a.author, clock_timestamp(), a.changes, a.before, a.numbers, a.digest"
        " from kulkul.act a, generate_series(1, $1) where a.id = $2",
        ACTS_A_MINUTE - 2,
        named("c1"),
    )
    assert "refused" not in await submit(ani, taken("c2"))
    assert (await submit(ani, taken("c3")))["refused"]["code"] == "too_many"
    assert (await submit(ani, taken()))["again"]
    assert "refused" not in await submit(budi, taken("c4"))
    await owner.execute("update kulkul.act set recorded_at = recorded_at - interval '61 seconds'")
    assert "refused" not in await submit(ani, taken("c3"))
    await owner.execute(
        "update kulkul.act set recorded_at = clock_timestamp(), kind = 'handover.given'"
        " where id in (select id from kulkul.act where author = 'ani' order by sequence limit $1)",
        LARGE_ACTS_A_MINUTE,
    )
    assert (await submit(ani, given(ready())))["refused"]["code"] == "too_many"
    assert "refused" not in await submit(ani, taken("c5"))
    plan = await owner.fetch(
        "explain select from kulkul.act where author = 'ani' and recorded_at > now() - interval '1 minute'"
    )
    assert "ix_act_author" in repr(plan)


async def test_a_forged_notification_changes_nothing(login: Login) -> None:
    """Channels have no grants: whoever is signed in tells and hears. Told are ids; rows are fetched."""
    ani, budi = await login("ani"), await login("fitri")
    heard: list[str] = []
    await budi.add_listener(CHANNEL, lambda *about: heard.append(about[-1]))
    before = await budi.fetch("select * from kulkul_desk.act order by id")
    await ani.execute(f"select pg_notify('{CHANNEL}', '{named('forged')}')")
    await submit(ani, taken())
    after = await budi.fetch("select * from kulkul_desk.act order by id")
    assert len(after) == len(before) + 1
    assert heard == [named("forged"), named("c1")]
    assert await budi.fetch("select * from kulkul_desk.act where id = $1", named("forged")) == []


async def test_wall_and_auditor_change_nothing(login: Login) -> None:
    world = ready()
    open_incident(world)
    for name in ("fitri", "eka", "gede", "nyoman"):
        connection = await login(name)
        for act, _ in world.done[1:]:
            assert (await submit(connection, act))["refused"]["code"] in ("role", "id_used"), name
