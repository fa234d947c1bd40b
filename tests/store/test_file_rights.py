"""An embedded file at the screen: a desk reads no more of it than its operator's roles would on a server."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.acts import Result
from desktop.domain.calls import CallPrivate
from desktop.domain.reference import Role
from desktop.operations.desk import Desk, Done
from desktop.operations.incidents import break_glass
from desktop.runtime.ids import new_id
from desktop.runtime.services import open_services
from desktop.store.accounts import add_operator
from desktop.store.making import open_file
from desktop.store.personal import read_personal
from desktop.store.queries import read_call
from desktop.store.queries_board import read_detail, read_snapshot
from desktop.store.queries_history import number_history
from desktop.store.queries_search import search
from desktop.store.sqlite_store import SqliteStore
from desktop.store.submit_sqlite import Author
from tests.domain.world import CENTRE, named
from tests.store.backends import author_of, make_staffed_file
from tests.store.test_restricted import LONG_AGO, SECRETS, restricted

KADEK = Author("kadek", "Kadek", frozenset({Role.CALL_TAKER}))
NUMBER = "081234567890"
Opens = Callable[[str], Awaitable[SqliteStore]]


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A centre in which ani opened a restricted incident; Kadek had nothing to do with it."""
    path = tmp_path / "centre.sqlite"
    make_staffed_file(path)
    store = open_file(path)
    for act, login in restricted().done[1:]:
        assert isinstance(await store.submit(act, author_of(login)), Result)
    await store.write(lambda c: add_operator(c, KADEK.login, KADEK.name, KADEK.roles, None))
    await store.close()
    return path


async def all_that_is_read(store: SqliteStore) -> str:
    """What desks read about the incident, by every way."""
    detail = await store.read(lambda c: read_detail(c, named("i1")))
    board = await store.read(lambda c: read_snapshot(c, LONG_AGO))
    call = await store.read(lambda c: read_call(c, named("c1")))
    private = await store.read(lambda c: read_personal(c, CallPrivate, [named("c1")]))
    said = await store.read(lambda c: search(c, "memukul", CENTRE))
    place = await store.read(lambda c: search(c, "mawar", CENTRE))
    return repr((detail, board, call, private, said, place))


@pytest.mark.parametrize("login", ["ani", "budi", "citra", "eka"])
async def test_who_may_reads_all_of_it(file: Path, login: str) -> None:
    store = open_file(file)
    await store.read_as(author_of(login))
    text = await all_that_is_read(store)
    await store.close()
    assert [one for one in SECRETS if one not in text] == []


@pytest.mark.parametrize("login", ["kadek", "dewa", "fitri"])
async def test_others_read_number_area_and_units(file: Path, login: str) -> None:
    services = await open_services(file)
    store = services.store
    assert isinstance(store, SqliteStore)
    await services.sign_in(login, None)
    text = await all_that_is_read(store)
    shown = repr(services.follower.board.cases)
    assert [one for one in SECRETS if one in text + shown] == []
    assert "51.71.02.1003" in shown
    incident = services.follower.board.cases[named("i1")].incident
    assert incident.day is not None
    asked = CENTRE.number(incident.day, incident.serial).full
    (hit,) = await store.read(lambda c: search(c, asked, CENTRE))
    assert (hit.incident, hit.place, hit.category) == (named("i1"), "Pemecutan", None)
    await services.close()


async def test_the_glass_opens_it_and_nothing_else_of_the_file_is_lost(file: Path) -> None:
    store = open_file(file)
    await store.read_as(KADEK)
    history = await store.read(lambda c: number_history(c, NUMBER, CENTRE, datetime.now(UTC)))
    assert (history.calls, history.total, history.hidden) == ((), 0, 1)
    assert isinstance(await break_glass(Desk(store, KADEK, new_id), named("i1"), "Ibunya lagi"), Done)
    text = await all_that_is_read(store)
    assert [one for one in SECRETS if one not in text] == []
    await store.close()
