"""An operator who was added while the desk runs is shown by name."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from desktop.domain.reference import Role
from desktop.live import names
from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done
from desktop.runtime.ids import new_id
from desktop.runtime.services import open_services
from desktop.store.accounts import add_operator, all_operators, sign_in
from desktop.store.making import open_file
from desktop.store.problems import StoreError
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
