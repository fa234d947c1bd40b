"""What desks were told of their acts, on the disk before anything else happens: it outlives a killed desk."""

import asyncio
import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.centre import Centre
from desktop.domain.presence import LooksAt, Pulse
from desktop.store.problems import StoreError
from desktop.store.store import Notice, Store
from desktop.store.submit_sqlite import Author

T = TypeVar("T")

TRIES = 12
"""How often an act whose answer did not come is sent."""


class Record:
    """Lines of JSON in a file."""

    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def write(self, **line: Any) -> None:
        """Add a line and wait until it is on the disk."""
        os.write(self._file, json.dumps(line).encode() + b"\n")
        os.fdatasync(self._file)


def lines(file: Path) -> Iterator[dict[str, Any]]:
    """The lines of a record; the last may have been cut off by a kill."""
    for line in file.read_bytes().split(b"\n")[:-1]:
        yield json.loads(line)


class Recorded:
    """A store, and a record of every answer to an act. What was not answered is sometimes sent again."""

    def __init__(self, store: Store, record: Record, chance: Random) -> None:
        self._store = store
        self._record = record
        self._chance = chance

    @property
    def centre(self) -> Centre:
        """See `Store`."""
        return self._store.centre

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """See `Store`."""
        for left in reversed(range(TRIES)):
            try:
                answer = await self._store.submit(act, author)
            except StoreError as error:
                self._record.write(unanswered=act.id, code=error.code)
                if not left or self._chance.random() < 0.1:
                    raise
                await asyncio.sleep(self._chance.uniform(0.1, 1.5))
                continue
            break
        else:
            raise AssertionError(TRIES)
        if isinstance(answer, Refusal):
            self._record.write(refused=act.id, kind=act.kind, code=answer.code)
        else:
            numbers = {row: [day.isoformat(), serial] for row, (day, serial) in answer.numbers.items()}
            self._record.write(
                confirmed=act.id,
                kind=act.kind,
                author=author.login,
                note=act.note,
                numbers=numbers,
                again=answer.again,
            )
        return answer

    async def read(self, query: Callable[[Connection], T]) -> T:
        """See `Store`."""
        return await self._store.read(query)

    async def write(self, task: Callable[[Connection], T]) -> T:
        """See `Store`."""
        return await self._store.write(task)

    async def change_password(self, author: Author, password: str) -> None:
        """See `Store`."""
        await self._store.change_password(author, password)

    async def wait_for_news(self) -> Notice:
        """See `Store`."""
        return await self._store.wait_for_news()

    @property
    def pulse(self) -> Pulse | None:
        """See `Store`."""
        return self._store.pulse

    def look_at(self, looks_at: LooksAt | None) -> None:
        """See `Store`."""
        self._store.look_at(looks_at)

    def tell_kept(self, kept: int, since: datetime | None) -> None:
        """See `Store`."""
        self._store.tell_kept(kept, since)

    async def close(self) -> None:
        """See `Store`."""
        await self._store.close()
