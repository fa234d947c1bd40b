"""Who has what open in other windows on one embedded file: in a small file beside it.

Nothing depends on that: it is no part of the centre and may be removed at any time. What is told expires, and
is not forced to the disk.
"""

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from desktop.domain.presence import AT_WORK, DeskSeen, LooksAt

T = TypeVar("T")

SUFFIX = "-desks"
"""Beside a centre's file, so that who watches that notices what is told."""
BEAT_SECONDS = 5.0
"""So often a window tells that it is still there; several times before it is thought gone."""
_BUSY_SECONDS = 0.5
_GONE_SECONDS = 60.0
_TICK_NS = 50_000_000

_MAKE = (
    "CREATE TABLE IF NOT EXISTS desk (window TEXT PRIMARY KEY, login TEXT NOT NULL, seen_at REAL NOT NULL,"
    " incident TEXT, field TEXT)"
)
_TELL = "INSERT OR REPLACE INTO desk VALUES (?, ?, ?, ?, ?)"
_OTHERS = (
    "SELECT window, login, seen_at, incident, field FROM desk"
    " WHERE login <> ? AND seen_at BETWEEN ? AND ? ORDER BY login, window"
)


class PresenceFile:
    """What one window tells the others and hears of them.

    Its functions wait for the disk: not for the screen's thread. A file that cannot be read or written tells
    nobody, and is no trouble of the desk's.
    """

    def __init__(self, centre: Path, window: str) -> None:
        self.path = centre.with_name(centre.name + SUFFIX)
        self._window = window

    def tell(self, login: str, looks_at: LooksAt | None) -> None:
        """Tell that the window is there, and what is open in it."""
        looks = (None, None) if looks_at is None else (looks_at.incident, looks_at.field)

        def write(file: sqlite3.Connection) -> None:
            file.execute("DELETE FROM desk WHERE seen_at < ?", (time.time() - _GONE_SECONDS,))
            file.execute(_TELL, (self._window, login, time.time(), *looks))

        self._with_file(write)

    def leave(self) -> None:
        """Tell that the window is gone."""
        if self.path.exists():
            self._with_file(lambda file: file.execute("DELETE FROM desk WHERE window = ?", (self._window,)))

    def written_at(self) -> int:
        """When somebody last told anything, as the disk counts; 0 before."""
        try:
            return self.path.stat().st_mtime_ns
        except OSError:
            return 0

    def others(self, login: str) -> tuple[DeskSeen, ...]:
        """The windows of other operators that are at work."""
        if not self.path.exists():
            return ()
        now = time.time()
        given = (login, now - AT_WORK.total_seconds(), now + 1)
        rows = self._with_file(lambda file: file.execute(_OTHERS, given).fetchall())
        return tuple(_desk(row) for row in rows or ())

    def _with_file(self, task: Callable[[sqlite3.Connection], T]) -> T | None:
        try:
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL, 0o600))
            with closing(sqlite3.connect(self.path, timeout=_BUSY_SECONDS)) as file:
                file.execute("PRAGMA journal_mode=MEMORY")
                file.execute("PRAGMA synchronous=OFF")
                with file:
                    file.execute(_MAKE)
                    return task(file)
        except sqlite3.OperationalError:  # in use for long, or not to be written
            return None
        except sqlite3.DatabaseError:  # torn by a crash
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
            return None
        except OSError:
            return None


class OtherWindows:
    """Tells the others from now on, from the first thing that is told, and knows what they tell."""

    def __init__(self, centre: Path) -> None:
        self._file = PresenceFile(centre, str(uuid4()))
        self._looks_at: LooksAt | None = None
        self._changed = asyncio.Event()
        self._telling: asyncio.Task[None] | None = None
        self.login = ""
        """Who works here; nothing is told before that is known."""
        self._seen: tuple[DeskSeen, ...] = ()
        self._seen_at = 0

    def tell(self, looks_at: LooksAt | None) -> None:
        """Tell what is open here."""
        if not self.login or (self._telling is not None and looks_at == self._looks_at):
            return
        self._looks_at = looks_at
        self._changed.set()
        if self._telling is None:
            self._telling = asyncio.get_running_loop().create_task(self._tell_on(), name="tell who is here")

    @property
    def at_work(self) -> tuple[DeskSeen, ...]:
        """The others that were heard of lately."""
        now = datetime.now(UTC)
        return tuple(one for one in self._seen if now - one.seen_at < AT_WORK)

    async def look(self) -> None:
        """Read what the others tell, where anything was told since: each act at the centre comes by here."""
        written_at = self._file.written_at()
        if self.login and written_at != self._seen_at:
            # What is told within the same tick of the disk's clock bears the same time.
            settled = time.time_ns() - written_at > _TICK_NS
            self._seen_at = written_at if settled else 0
            self._seen = await asyncio.to_thread(self._file.others, self.login)

    async def close(self) -> None:
        """Tell that nobody is here any more."""
        if self._telling is not None:
            self._telling.cancel()
            with suppress(asyncio.CancelledError):
                await self._telling
            self._telling = None
            await asyncio.to_thread(self._file.leave)

    async def _tell_on(self) -> None:
        while True:
            self._changed.clear()
            await asyncio.to_thread(self._file.tell, self.login, self._looks_at)
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT_SECONDS):
                    await self._changed.wait()


def _desk(row: tuple[str, str, float, str | None, str | None]) -> DeskSeen:
    window, login, seen_at, incident, field = row
    return DeskSeen(
        workstation=window,
        login=login,
        number=0,
        version="",
        seen_at=datetime.fromtimestamp(seen_at, UTC),
        looks_at=None if incident is None else LooksAt(incident, field),
    )
