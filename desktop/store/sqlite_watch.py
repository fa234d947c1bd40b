"""Notice when another process writes the embedded file.

On Linux the kernel tells (0.3 ms at the median, measured); elsewhere SQLite's own counter of foreign commits
is asked every 50 ms.
"""

import asyncio
import os
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

POLL_SECONDS = 0.05


class FileWatch:
    """Waits for writes to a database file and its write-ahead log."""

    def __init__(
        self, path: Path, *, poll: bool = sys.platform != "linux", beside: Path | None = None
    ) -> None:
        """`beside`: another file, whose name begins as this one's, that is watched as well."""
        self._path = path
        self._beside = beside
        self._poll = poll
        self._news = asyncio.Event()
        self._writes_here = False
        self._task: asyncio.Task[None] | None = None

    async def wait(self) -> None:
        """Return at once when there were writes since the last call, else at the next one."""
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(
                self._follow(), name="watch the database file"
            )
        await self._news.wait()
        self._news.clear()

    def nudge(self) -> None:
        """Say that this process wrote."""
        self._news.set()

    def write_begins(self) -> None:
        """From now on this process writes: until it has told the others, no write to the log is another's."""
        self._writes_here = True

    def tell_others(self) -> None:
        """Let the kernel tell the other processes that a commit is there to be read.

        The last write to the log comes before the commit can be seen (one in seven was looked for too early,
        measured, and so found only with the next): what is touched after it comes in time.
        """
        self._writes_here = False
        with suppress(OSError):
            os.utime(self._path)

    def close(self) -> None:
        """Stop watching."""
        if self._task is not None:
            self._task.cancel()

    async def _follow(self) -> None:
        if not self._poll:
            # The kernel gives each user a limited number of watches.
            with suppress(OSError):
                await self._follow_kernel()
        await self._poll_counter()

    async def _follow_kernel(self) -> None:
        from asyncinotify import Inotify, Mask

        with Inotify() as inotify:
            inotify.add_watch(self._path.parent, Mask.MODIFY | Mask.ATTRIB | Mask.CREATE | Mask.MOVED_TO)
            self._news.set()
            async for event in inotify:
                if event.name is not None and str(event.name).startswith(self._path.name):
                    if self._writes_here and not event.mask & Mask.ATTRIB:
                        continue  # looked at now, this process's own commit would not yet be there
                    self._news.set()

    async def _poll_counter(self) -> None:
        # Asked on the screen's thread: it must not wait for a lock.
        connection = sqlite3.connect(self._path, isolation_level=None, timeout=0)
        last = None
        try:
            while True:
                with suppress(sqlite3.OperationalError):
                    version = (connection.execute("PRAGMA data_version").fetchone(), self._beside_written())
                    if version != last:
                        last = version
                        self._news.set()
                await asyncio.sleep(POLL_SECONDS)
        finally:
            connection.close()

    def _beside_written(self) -> int:
        try:
            return 0 if self._beside is None else self._beside.stat().st_mtime_ns
        except OSError:
            return 0
