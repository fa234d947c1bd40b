"""Acts that were sent and may be there: nobody was told what came of them."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from desktop.store.store import Store


@runtime_checkable
class EndsFormer(Protocol):
    """A store over whose lost connections an act may still be on its way."""

    @property
    def ways(self) -> tuple[str, ...]:
        """What these connections are known by."""

    async def end_ways(self, ways: Sequence[str]) -> None:
        """Let nothing more come there over them. StoreError when that is not certain."""


class Unanswered:
    """Such acts, each with the connections over which it may still come."""

    def __init__(self) -> None:
        self._ways: dict[str, tuple[str, ...]] = {}

    def add(self, act: str, store: Store) -> None:
        """Remember one that was sent to a store."""
        ways = store.ways if isinstance(store, EndsFormer) else ()
        self._ways[act] = tuple(dict.fromkeys((*self._ways.get(act, ()), *ways)))

    def ways(self, act: str) -> tuple[str, ...] | None:
        """Its connections; None for one that is not known to have been sent."""
        return self._ways.get(act)

    def discard(self, act: str) -> None:
        """Forget one of which more is known."""
        self._ways.pop(act, None)


async def end_ways(store: Store, ways: Sequence[str]) -> None:
    """See `EndsFormer`: once this returns, a store can be asked whether an act is there."""
    if ways and isinstance(store, EndsFormer):
        await store.end_ways(ways)
