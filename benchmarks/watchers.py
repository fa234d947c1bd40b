"""Desks without a window that follow a server's centre, several in a process: when acts came to each.

    python -m benchmarks.watchers URL COUNT

Says `ready` on a line once all follow. When its input ends it says in one line of JSON when acts came, in
seconds of `time.monotonic`, and what part of a core the process took meanwhile.
"""

import asyncio
import json
import sys
import time

from desktop.live.board import BoardChange
from desktop.runtime.services import Services, follow_store
from desktop.store.postgres.making import open_postgres


async def _watch(url: str, count: int) -> None:
    came: list[tuple[str, float]] = []

    def take(change: BoardChange) -> None:
        at = time.monotonic()
        came.extend((act, at) for act, _kind, _author in change.acts)

    desks: list[Services] = []
    for _ in range(count):
        desks.append(await follow_store(await open_postgres(url)))
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
    asyncio.run(_watch(sys.argv[1], int(sys.argv[2])))
