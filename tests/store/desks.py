"""Desks at one centre, for tests that go through the stores."""

from collections.abc import Awaitable, Callable

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.apply import Applied
from desktop.store.store import Store
from tests.domain.world import World, reference
from tests.store.backends import author_of

Open = Callable[[str], Awaitable[Store]]
"""Opens the centre's database as a login, once more each time."""


class Desks:
    """Desks at one centre, one a login, and the world as they left it."""

    def __init__(self, opening: Open) -> None:
        self._opening = opening
        self._stores: dict[str, Store] = {}
        self.world = World()
        assert isinstance(self.world.submit(reference(), "installer"), Applied)

    async def store(self, login: str) -> Store:
        """The store that a login opened."""
        if login not in self._stores:
            self._stores[login] = await self._opening(login)
        return self._stores[login]

    async def submit(self, act: Act, login: str) -> Result | Refusal:
        """Let a login write an act."""
        return await (await self.store(login)).submit(act, author_of(login))

    async def catch_up(self, since: int) -> None:
        """Let the desks do what the world did after its first acts."""
        for act, login in self.world.done[since:]:
            assert isinstance(await self.submit(act, login), Result)
