"""An intention that is repeated after its answer was lost is the same act."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done, Outcome, StoreError
from desktop.operations.incidents import add_note, open_incident
from desktop.runtime.ids import new_id
from desktop.store.making import open_file
from desktop.store.queries import read_call, read_cases
from desktop.store.sqlite_store import SqliteStore
from desktop.store.submit_sqlite import Author
from desktop.store.tables import TABLES
from tests.store.backends import author_of, make_staffed_file


class Forgetful(SqliteStore):
    """Writes acts, and now and then loses the answer or the act."""

    loses: str | None = None

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """See `Store`."""
        if self.loses == "act":
            raise StoreError("unreachable")
        answer = await super().submit(act, author)
        if self.loses == "answer":
            raise StoreError("unreachable")
        return answer


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Forgetful]:
    """A centre that can lose answers."""
    path = tmp_path / "centre.sqlite"
    make_staffed_file(path)
    opened = open_file(path)
    made = Forgetful(path, opened.centre)
    await opened.close()
    yield made
    await made.close()


def done(outcome: Outcome) -> Done:
    """An intention that was carried out."""
    assert isinstance(outcome, Done), outcome
    return outcome


@pytest.mark.parametrize("loses", ["act", "answer"])
async def test_what_is_said_again_is_there_once(store: Forgetful, loses: str) -> None:
    desk = Desk(store, author_of("hana"), new_id)
    call = done(await take_call(desk, number="081234567890")).row
    seen = await store.read(lambda connection: read_call(connection, call))
    assert seen is not None
    store.loses = loses
    with pytest.raises(StoreError):
        await open_incident(desk, seen, {"address": "Gg. Mawar 5"})
    store.loses = None
    opened = done(await open_incident(desk, seen, {"address": "Gg. Mawar 5"}))
    assert opened.result.again is (loses == "answer")
    table = TABLES["incident"]
    (case,) = await store.read(lambda connection: read_cases(connection, table.c.id == opened.row))
    store.loses = loses
    with pytest.raises(StoreError):
        await add_note(desk, case.incident, "Warga ramai")
    store.loses = None
    first = done(await add_note(desk, case.incident, "Warga ramai"))
    assert first.result.again is (loses == "answer")
    second = done(await add_note(desk, case.incident, "Warga ramai"))
    assert second.act.id != first.act.id, "what was answered and is said again is meant again"


async def test_what_means_something_else_is_another_act(store: Forgetful) -> None:
    desk = Desk(store, author_of("hana"), new_id)
    store.loses = "act"
    with pytest.raises(StoreError):
        await take_call(desk, number="081234567890")
    store.loses = None
    first = done(await take_call(desk, number="081999000111"))
    second = done(await take_call(desk, number="081234567890"))
    assert first.row != second.row
