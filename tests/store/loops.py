"""An event loop for tests that are written without one."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


class Loop:
    """An event loop for tests that are written without one."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do the work and give what it gives."""
        return self._runner.run(work)

    def close(self) -> None:
        """End the loop."""
        self._runner.close()


def apart(work: Coroutine[Any, Any, T]) -> T:
    """Do the work in a loop of its own, whether or not one runs here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
