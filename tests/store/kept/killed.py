"""A desk that goes on without its server until it is killed: says each act that it was told to be confirmed.

python -m tests.store.kept.killed CENTRE OUTBOX
"""

import asyncio
import sys
from itertools import count
from pathlib import Path

from desktop.domain.acts import Result
from desktop.store.making import open_file
from tests.domain.world import World, furnished, open_incident
from tests.store.kept.wire import KeptDesk, Wire


async def work(file: Path, folder: Path) -> None:
    """Take calls and open incidents, for ever."""
    desk = KeptDesk(Wire(open_file(file)), folder)
    await desk.start()
    desk.wire.cut()
    world: World = furnished()
    for number in count():
        before = len(world.done)
        open_incident(world, f"i{number}", f"c{number}")
        for act, _ in world.done[before:]:
            assert isinstance(await desk.submit(act), Result)
            print(act.id, flush=True)


if __name__ == "__main__":
    asyncio.run(work(Path(sys.argv[1]), Path(sys.argv[2])))
