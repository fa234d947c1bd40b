"""Holds back what a desk writes or reads, as a slow server does."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from desktop.domain.acts import Act

T = TypeVar("T")


@dataclass
class Gate:
    """`begun`: the kinds of acts that came while it was shut."""

    _opened: asyncio.Event
    begun: list[str] = field(default_factory=list)

    async def passed(self, act: Act) -> None:
        """Wait before an act is written."""
        if not self._opened.is_set():
            self.begun.append(act.kind)
        await self._opened.wait()

    def shut(self) -> None:
        """Nothing is written from now on."""
        self._opened.clear()

    def open(self) -> None:
        """All that waits is written, and whatever comes."""
        self._opened.set()


def held_back(work: Callable[..., Awaitable[T]], until: asyncio.Event) -> Callable[..., Awaitable[T]]:
    """The same, but not before something happened."""

    async def slowly(*given: Any) -> T:
        await until.wait()
        return await work(*given)

    return slowly
