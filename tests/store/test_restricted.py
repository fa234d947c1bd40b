"""Restricted incidents: what each may read of them on a server, through the desk's queries and past them."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from desktop.domain.acts import encode
from desktop.domain.board import CaseDetail
from desktop.domain.phase import Phase
from desktop.operations.calls import take_call
from desktop.operations.desk import Author, Desk, Done
from desktop.operations.incidents import break_glass, describe_incident, merge_incident, open_incident
from desktop.runtime.ids import new_id
from desktop.store.postgres.accounts import scram_verifier
from desktop.store.postgres.making import open_postgres
from desktop.store.queries import read_call
from desktop.store.queries_board import read_detail, read_snapshot
from desktop.store.store import Store
from tests.domain.world import World, fleet, insert, named, refer, reference, send, take
from tests.store.backends import author_of
from tests.store.conftest import copied
from tests.store.desks import Desks
from tests.store.loops import apart
from tests.store.server import Server, connect

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
SECRETS = ("Gg. Mawar", "violence", "Ayahnya", "0812", "6 tahun", "Tetangga", "POLRES", "Bu Desi", "sanglah")
_logins = count()

Opens = Callable[[str], Awaitable[Store]]


def restricted() -> World:
    """A world in which ani opened a restricted incident, with a unit, an agency and a note."""
    world = World()
    world.must("installer", reference())
    world.must("dewa", fleet())
    take(world)
    world.must(
        "ani",
        world.act(
            "incident.opened",
            insert(
                "incident",
                "i1",
                category="violence",
                address="Gg. Mawar 5",
                area="51.71.02.1003",
                restricted=True,
            ),
            insert("incident_private", "i1", patient="Anak, 6 tahun"),
            world.update("incident.opened", "call", "c1", incident=named("i1")),
            world.update("incident.opened", "call_private", "c1", narrative="Ayahnya memukul"),
        ),
    )
    send(world)
    refer(world, "POLRES")
    told = world.update("referral.told_again", "referral", "r1", told_to="Bu Desi")
    world.must("budi", world.act("referral.told_again", told))
    to = world.update("destination.set", "assignment", "a1", destination="sanglah")
    world.must("budi", world.act("destination.set", to))
    brought = insert(
        "transport", "a1", assignment=named("a1"), unit="E1", incident=named("i1"), told="sanglah"
    )
    world.must("budi", world.act("hospital.told", brought))
    kind = "note.added"
    world.must("ani", world.act(kind, world.update(kind, "incident", "i1"), note="Tetangga dengar"))
    return world


async def _open_restricted(server: Server, name: str) -> None:
    for act, login in restricted().done[1:]:
        connection = await connect(server, name, login)
        answer = await connection.fetchval("select kulkul.submit($1::jsonb)", json.dumps(encode(act)))
        assert "refused" not in json.loads(answer), answer
        await connection.close()


@pytest.fixture(scope="module")
def restricted_database(server: Server) -> Iterator[str]:
    """A centre in which the restricted incident was opened; nobody is in it."""
    with copied(server) as name:
        apart(_open_restricted(server, name))
        yield name


@pytest.fixture
def there(server: Server, restricted_database: str) -> Iterator[str]:
    """A copy of that centre."""
    with copied(server, restricted_database) as name:
        yield name


@pytest.fixture
async def kadek(server: Server, there: str) -> str:
    """A call taker who had nothing to do with it."""
    login = f"kadek.{next(_logins)}"
    owner = await connect(server, there)
    add = "select kulkul.add_operator($1, 'Kadek', '{call_taker}', $2)"
    await owner.execute(add, login, scram_verifier("a password"))
    await owner.close()
    return login


@pytest.fixture
async def opens(server: Server, there: str) -> AsyncIterator[Opens]:
    """Opens the centre, in which the restricted incident was opened, as a login."""
    stores: list[Store] = []

    async def open_as(login: str) -> Store:
        stores.append(await open_postgres(server.url(there, login)))
        return stores[-1]

    yield open_as
    for store in stores:
        await store.close()


async def detail_of(store: Store) -> CaseDetail:
    """All that a desk reads of the incident."""
    found = await store.read(lambda connection: read_detail(connection, named("i1")))
    assert found is not None
    return found


@pytest.mark.parametrize("login", ["ani", "budi", "citra", "eka"])
async def test_who_may_reads_all_of_it(opens: Opens, login: str) -> None:
    text = repr(await detail_of(await opens(login)))
    assert [one for one in SECRETS if one not in text] == []


@pytest.mark.parametrize("login", ["kadek", "dewa", "fitri"])
async def test_others_read_number_area_and_units(opens: Opens, kadek: str, login: str) -> None:
    store = await opens(kadek if login == "kadek" else login)
    detail = await detail_of(store)
    board = await store.read(lambda connection: read_snapshot(connection, LONG_AGO))
    call = await store.read(lambda connection: read_call(connection, named("c1")))
    assert [one for one in SECRETS if one in repr((detail, board, call))] == []
    incident = board.cases[0].incident
    assert incident == detail.case.incident
    assert (incident.serial, incident.area, incident.restricted) == (1, "51.71.02.1003", True)
    assert [one.unit for one in detail.case.assignments] == ["E1"]
    assert board.cases[0].phase is Phase.ASSIGNED
    assert [one.kind for one in detail.timeline if one.kind == "note.added"] == ["note.added"]


async def test_nothing_an_operator_can_select_or_call_tells_more(
    opens: Opens, server: Server, there: str, kadek: str
) -> None:
    await opens("budi")
    connection = await connect(server, there, kadek)
    views = await connection.fetch(
        "select relname from pg_class where relnamespace = 'kulkul_desk'::regnamespace"
    )
    told: dict[str, Any] = {}
    for view in (one["relname"] for one in views):
        if view not in ("category", "agency", "hospital"):
            told[view] = await connection.fetch(f"select to_jsonb(t) from kulkul_desk.{view} t where true")
    everything = [one for one in told.pop("act") if '"reference.loaded"' not in one[0]]
    ids = await connection.fetchval("select array_agg(id) from kulkul_desk.act")
    told["act"] = everything
    told["acts"] = await connection.fetch("select to_jsonb(t) from kulkul.personal_acts($1) t", ids)
    told["call"] = await connection.fetch(
        "select to_jsonb(t) from kulkul.personal_calls($1) t", [named("c1")]
    )
    told["one"] = await connection.fetch(
        "select to_jsonb(t) from kulkul.personal_incidents($1) t", [named("i1")]
    )
    masked = await connection.fetch("select id from kulkul_desk.incident where address like '%Mawar%'")
    await connection.close()
    assert masked == []
    assert [one for one in SECRETS if one in repr(told)] == []
    assert len(everything) > 5


async def test_breaking_the_glass_needs_a_reason_and_is_seen(opens: Opens, kadek: str) -> None:
    store = await opens(kadek)
    author = Author(kadek, "Kadek", author_of("ani").roles)
    desk = Desk(store, author, new_id)
    refused = await break_glass(desk, named("i1"), " ")
    assert not isinstance(refused, Done)
    assert refused.code == "note"
    assert isinstance(await break_glass(desk, named("i1"), "Ibunya menelepon lagi"), Done)
    text = repr(await detail_of(store))
    assert [one for one in SECRETS if one not in text] == []
    seen = [
        one for one in (await detail_of(await opens("citra"))).timeline if one.kind == "incident.glass_broken"
    ]
    assert [(one.author, one.note) for one in seen] == [(kadek, "Ibunya menelepon lagi")]


async def test_nobody_breaks_the_glass_for_another_or_without_the_role(
    opens: Opens, server: Server, there: str, kadek: str
) -> None:
    await opens("budi")
    act = World().act(
        "incident.glass_broken", insert("glass", "g1", incident=named("i1")), note="x", name="g"
    )
    named_other = encode(act)
    named_other["changes"][0]["values"]["operator"] = kadek
    for login, sent, code in (
        ("ani", named_other, "field"),
        ("fitri", encode(act), "role"),
        ("dewa", encode(act), "role"),
    ):
        connection = await connect(server, there, login)
        answer = json.loads(await connection.fetchval("select kulkul.submit($1::jsonb)", json.dumps(sent)))
        assert answer["refused"]["code"] == code
        await connection.close()


async def test_who_takes_a_call_of_it_reads_it(opens: Opens, server: Server, there: str, kadek: str) -> None:
    store = await opens(kadek)
    owner = await connect(server, there)
    await owner.execute("update kulkul.call set operator = $1", kadek)
    await owner.close()
    text = repr(await detail_of(store))
    assert [one for one in SECRETS if one not in text] == []


async def test_the_category_restricts(desks: Desks) -> None:
    store = await desks.store("ani")
    desk = Desk(store, author_of("ani"), new_id)

    async def opened(**values: str) -> Done:
        taken = await take_call(desk)
        assert isinstance(taken, Done)
        entry = await store.read(lambda connection: read_call(connection, taken.row))
        assert entry is not None
        done = await open_incident(desk, entry, values)
        assert isinstance(done, Done)
        return done

    async def is_restricted(row: str) -> bool:
        found = await store.read(lambda connection: read_detail(connection, row))
        assert found is not None
        return found.case.incident.restricted

    assert await is_restricted((await opened(category="violence")).row)
    plain = await opened(category="fire")
    assert not await is_restricted(plain.row)
    seen = await store.read(lambda connection: read_detail(connection, plain.row))
    assert seen is not None
    assert isinstance(await describe_incident(desk, seen.case.incident, {"category": "violence"}), Done)
    assert await is_restricted(plain.row)
    seen = await store.read(lambda connection: read_detail(connection, plain.row))
    assert seen is not None
    assert isinstance(await describe_incident(desk, seen.case.incident, {"category": "fire"}), Done)
    assert await is_restricted(plain.row)


async def test_a_restricted_incident_takes_its_restriction_along_into_another(desks: Desks) -> None:
    store = await desks.store("hana")
    desk = Desk(store, author_of("hana"), new_id)

    async def opened(category: str) -> CaseDetail:
        taken = await take_call(desk)
        assert isinstance(taken, Done)
        entry = await store.read(lambda connection: read_call(connection, taken.row))
        assert entry is not None
        done = await open_incident(desk, entry, {"category": category, "narrative": "Ayahnya memukul"})
        assert isinstance(done, Done)
        return await detail(done.row)

    async def detail(row: str) -> CaseDetail:
        found = await store.read(lambda connection: read_detail(connection, row))
        assert found is not None
        return found

    target = await opened("fire")
    plain, secret = await opened("fire"), await opened("violence")
    assert isinstance(await merge_incident(desk, plain, target.case), Done)
    target = await detail(target.case.id)
    assert not target.case.incident.restricted
    assert isinstance(await merge_incident(desk, secret, target.case), Done)
    target = await detail(target.case.id)
    assert (target.case.incident.restricted, len(target.calls)) == (True, 3)
