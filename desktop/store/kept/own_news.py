"""News of what is done on this workstation itself, beside the server's."""

import asyncio
from collections.abc import Iterable

from desktop.store.store import Notice


class OwnNews:
    """What is to be told since it was last taken."""

    def __init__(self) -> None:
        self._there = asyncio.Event()
        self._everything = False
        self._acts: dict[str, None] = {}

    def is_there(self) -> bool:
        """Whether there is anything to be told."""
        return self._there.is_set()

    def tell(self, acts: Iterable[str]) -> None:
        """Have these acts told, by id."""
        self._acts.update(dict.fromkeys(acts))
        self._there.set()

    def tell_everything(self) -> None:
        """Have told that all may be otherwise."""
        self._everything = True
        self._there.set()

    def take(self) -> Notice:
        """What is to be told; from now on it is."""
        everything, acts = self._everything, tuple(self._acts)
        self._everything, self._acts = False, {}
        self._there.clear()
        return Notice(everything=True) if everything else Notice(acts=acts)

    async def wait(self, beside: asyncio.Task[Notice] | None) -> None:
        """Until there is something to be told here, or of the other news, which goes on in any case."""
        there = asyncio.ensure_future(self._there.wait())
        awaited = {there} if beside is None else {there, beside}
        try:
            await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
        finally:
            there.cancel()
