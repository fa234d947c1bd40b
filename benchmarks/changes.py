"""Another desk, without a window, that changes open incidents and units at a rate until it is ended.

.venv/bin/python -m benchmarks.changes FILE RATE
"""

import asyncio
import sys
import time
from itertools import count
from pathlib import Path

from benchmarks.seed import signed_in
from benchmarks.stamps import say
from desktop.domain.incidents import Incident
from desktop.operations.desk import Done, advanced
from desktop.operations.incidents import add_note, describe_incident, release_incident, take_incident


async def change(path: Path, rate: float) -> None:
    """Change one incident after the other, each act at its moment; late ones follow at once."""
    async with signed_in(path) as (services, desk):
        board = services.follower.board
        seen: dict[str, Incident] = {case.id: case.incident for case in board.cases.values()}
        ids, held = list(seen), set[str]()
        began = time.monotonic()
        for at in count():
            await asyncio.sleep(max(0.0, began + at / rate - time.monotonic()))
            one = ids[at % len(ids)]
            if at % 3 == 0:
                done = await describe_incident(desk, seen[one], {"landmark": f"dekat warung {at}"})
            elif at % 3 == 1:
                done = await add_note(desk, seen[one], f"catatan {at}")
            elif one in held:
                done = await release_incident(desk, seen[one])
                held.discard(one)
            else:
                done = await take_incident(desk, seen[one])
                held.add(one)
            assert isinstance(done, Done), done
            seen[one] = advanced(seen[one], done)
            if at % int(rate) == 0:
                say("changed", count=at, late=(time.monotonic() - began - at / rate) * 1000)


if __name__ == "__main__":
    asyncio.run(change(Path(sys.argv[1]), float(sys.argv[2])))
