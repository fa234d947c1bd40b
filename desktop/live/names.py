"""Names of operators: accounts are no acts, so that the feed does not tell of new ones."""

import asyncio

from desktop.live.board import Board, BoardChange
from desktop.store.accounts import all_operators
from desktop.store.problems import StoreError
from desktop.store.store import Store

RETRY_SECONDS = 1.0
"""How long to wait after the names could not be read before the next try."""


async def learn_names(store: Store, board: Board) -> None:
    """Read the operators' names anew whenever somebody acts whom the board cannot name. Until cancelled."""
    unknown = asyncio.Event()

    def look(change: BoardChange) -> None:
        if any(author not in board.reference.operators for _, _, author in change.acts):
            unknown.set()

    end = board.listen(look)
    try:
        while True:
            await unknown.wait()
            unknown.clear()  # before the names are read: who acts meanwhile may be newer than they are
            try:
                found = await store.read(all_operators)
            except StoreError:
                await asyncio.sleep(RETRY_SECONDS)
                unknown.set()
                continue
            board.name_operators({one.login: one.name for one in found})
    finally:
        end()
