"""Desks without a window that follow a server's centre, several in a process: when acts came to each.

    python -m benchmarks.watchers URL COUNT [kept]

`kept`: each has an outbox on the disk and goes on without its server, as a desk with a window does.
Says `ready` on a line once all follow. When its input ends it says in one line of JSON when acts came, in
seconds of `time.monotonic`, and what part of a core the process took meanwhile.
"""

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy.engine import make_url

from desktop.live.board import BoardChange
from desktop.runtime.paths import Places
from desktop.runtime.server_door import ServerDoor
from desktop.runtime.services import Services, follow_store
from desktop.store.postgres.making import open_postgres


async def _opened(url: str, folder: Path | None) -> Services:
    if folder is None:
        return await follow_store(await open_postgres(url))
    login = make_url(url).username or ""
    entered = await ServerDoor(url, Places(folder)).enter(login, "of no use on a private server")
    return entered.services


async def _watch(url: str, count: int, folder: Path | None) -> None:
    came: list[tuple[str, float]] = []

    def take(change: BoardChange) -> None:
        at = time.monotonic()
        came.extend((act, at) for act, _kind, _author in change.acts)

    desks: list[Services] = []
    for at in range(count):
        desks.append(await _opened(url, folder and folder / str(at)))
        desks[-1].follower.board.listen(take)
    await asyncio.sleep(1)
    began, used = time.monotonic(), time.process_time()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    part = (time.process_time() - used) / (time.monotonic() - began)
    for one in desks:
        await one.close()
    print(json.dumps({"came": came, "core": part}), flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="kulkul-watchers-") as name:
        kept = Path(name) if "kept" in sys.argv[3:] else None
        asyncio.run(_watch(sys.argv[1], int(sys.argv[2]), kept))
