"""An operator who was added while the desk runs is shown by name."""

import asyncio
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from desktop.domain.board import News, Reference
from desktop.domain.reference import Role
from desktop.live import names
from desktop.live.board import Board
from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done
from desktop.runtime.ids import new_id
from desktop.runtime.services import open_services
from desktop.store.accounts import add_operator, all_operators, sign_in
from desktop.store.making import open_file
from desktop.store.problems import StoreError
from desktop.store.store import Store
from desktop.store.submit_sqlite import Author
from tests.store.backends import make_staffed_file


async def test_who_is_new_has_a_name_after_the_first_act(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "centre.sqlite"
    make_staffed_file(path)
    services, office = await open_services(path), open_file(path)
    board = services.follower.board
    told = asyncio.Event()
    board.listen(lambda change: told.set() if change.reference else None)
    tries: list[object] = []

    def away_at_first(connection: object) -> object:
        tries.append(connection)
        if len(tries) == 1:
            raise StoreError("busy")
        return all_operators(connection)  # type: ignore[arg-type]  # - passed on

    monkeypatch.setattr(names, "RETRY_SECONDS", 0.01)
    monkeypatch.setattr(names, "all_operators", away_at_first)
    roles = frozenset({Role.CALL_TAKER})
    account = partial(add_operator, login="komang", name="Komang Ayu", roles=roles, password=None)
    await office.write(account)
    author = await office.read(lambda connection: sign_in(connection, "komang", None))
    assert board.reference.operator_name("komang") == "komang"
    calls = board.sequence
    assert isinstance(await take_call(Desk(office, author, new_id)), Done)
    await asyncio.wait_for(told.wait(), 5)
    assert board.reference.operator_name("komang") == "Komang Ayu"
    assert board.sequence == calls + 1
    assert len(tries) == 2
    await services.close()
    await office.close()


async def test_who_acts_while_names_are_read_has_one_too() -> None:
    board = Board(Reference())
    knows = [Author("komang", "Komang Ayu", frozenset())]
    reads, may_answer = asyncio.Event(), asyncio.Event()

    class Slow:
        async def read(self, _query: object) -> tuple[Author, ...]:
            found = tuple(knows)
            reads.set()
            await may_answer.wait()
            return found

    learning = asyncio.ensure_future(names.learn_names(cast(Store, Slow()), board))
    await asyncio.sleep(0)
    board.take(News(1, (("a1", "note.added", "komang"),)))
    await reads.wait()
    knows.append(Author("luh", "Luh Sari", frozenset()))
    board.take(News(2, (("a2", "note.added", "luh"),)))
    may_answer.set()
    async with asyncio.timeout(5):
        while "luh" not in board.reference.operators:  # noqa: ASYNC110 - what is waited for is told by nobody
            await asyncio.sleep(0.01)
    learning.cancel()
    assert board.reference.operator_name("luh") == "Luh Sari"
