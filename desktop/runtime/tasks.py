"""Starting coroutines so that somebody owns them: kept, named, watched, and ended with their owner."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T")


class Tasks:
    """The running tasks of one owner: a widget, a service.

    The event loop itself keeps only weak references to tasks, and a task that a slot started can be
    cancelled by nobody. An owner that is a QObject takes its tasks along when it is destroyed; who can wait
    calls `cancel_all`.
    """

    def __init__(self, owner: QObject | str) -> None:
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False
        if isinstance(owner, str):
            self.owner = owner
        else:
            self.owner = owner.objectName() or type(owner).__name__
            owner.destroyed.connect(self._close)

    def start(self, work: Coroutine[Any, Any, T], name: str) -> asyncio.Task[T]:
        """Run the coroutine; what it raises goes to the loop's exception handler, which makes a crash report.

        Once the owner has closed, the task is cancelled before its first step: a late signal does no harm.
        """
        task = asyncio.get_running_loop().create_task(work, name=f"{self.owner}: {name}")
        self._running.add(task)
        task.add_done_callback(self._ended)
        if self._closed:
            task.cancel()
        return task

    @property
    def closed(self) -> bool:
        """Whether nothing starts any more."""
        return self._closed

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the tasks that run, in alphabetical order."""
        return tuple(sorted(task.get_name() for task in self._running))

    async def wait_all(self) -> None:
        """Wait until everything that runs now, and what it starts meanwhile, has ended."""
        while waited_for := {task for task in self._running if task is not _current_task()}:
            await asyncio.wait(waited_for)

    async def cancel_all(self) -> None:
        """Cancel what runs and wait until it has ended; from now on nothing starts."""
        waited_for = self._close()
        if waited_for:
            await asyncio.wait(waited_for)

    def _close(self) -> set[asyncio.Task[Any]]:
        self._closed = True
        current = _current_task()
        others = {task for task in self._running if task is not current}
        for task in others:
            task.cancel()
        return others

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            task.get_loop().call_exception_handler(
                {"message": "a task failed", "exception": error, "task": task}
            )


def _current_task() -> asyncio.Task[Any] | None:
    try:
        return asyncio.current_task()
    except RuntimeError:  # called by Qt while no loop runs
        return None
