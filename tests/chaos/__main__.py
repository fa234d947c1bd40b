"""python -m tests.chaos [--minutes 3] [--seed N]: exit 0 when everything held."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from random import Random, randrange

from tests.chaos.faults import Faults
from tests.chaos.judge import Told, judge
from tests.chaos.town import Servers, places
from tests.store.server import binaries
from tests.store.standby import pair

MOST_SAID = 20


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--minutes", type=float, default=3.0, help="for how long there is trouble")
    parser.add_argument("--hours", type=float, default=0.0, help="the same in hours, added")
    parser.add_argument("--seed", type=int, default=None, help="what happens by chance follows from it")
    parser.add_argument("--places", type=int, default=3, help="processes")
    parser.add_argument("--desks", type=int, default=4, help="operators in each process")
    parser.add_argument("--pause", type=float, default=0.6, help="seconds between two acts of one, at most")
    parser.add_argument(
        "--one-disk",
        action="store_true",
        help="acts are confirmed before the standby has them: the last are lost with the primary",
    )
    return parser.parse_args()


async def _run(asked: argparse.Namespace, seed: int, servers: Servers, folder: Path) -> list[str]:
    logins = [[f"op{place}{desk}" for desk in range(asked.desks)] for place in range(asked.places)]
    everybody = [login for own in logins for login in own]
    seconds = asked.minutes * 60 + asked.hours * 3600
    began = time.monotonic()

    def tell(what: str) -> None:
        print(f"{time.monotonic() - began:7.1f} s  {what}", flush=True)

    await servers.furnish(everybody)
    await servers.wait_for_both()
    async with places(servers, folder, logins, seed, asked.pause) as made:
        for place in made:
            await place.start()
        tell(f"{len(everybody)} desks in {len(made)} processes are at work")
        faults = Faults(servers, made, Random(seed), tell)
        await faults.run(seconds)
        tell("all is whole again: " + ", ".join(f"{name} {count}" for name, count in faults.made.items()))
        for order, answer, within in (("end", "quiet", 60.0), ("compare", "compared", 60.0)):
            await asyncio.gather(*(place.tell(order, answer, within) for place in made))
        for place in made:
            await place.end()
        tell("all desks have ended")
        told = Told(Path(place.told.folder) / "record.jsonl" for place in made)
        wrong = [one for place in made for one in place.faults]
    wrong += await judge(servers.primary, told, everybody)
    tell(
        f"{len(told.confirmed)} acts confirmed; "
        + ", ".join(f"{k} {n}" for k, n in sorted(told.counts.items()))
    )
    return wrong


def main() -> int:
    """Run, and say what was wrong."""
    asked = _arguments()
    seed = randrange(10**6) if asked.seed is None else asked.seed
    bin_folder = binaries()
    if bin_folder is None:
        print("no PostgreSQL from 15 on in /usr/lib/postgresql (apt install postgresql)")
        return 1
    print(f"chaos: seed {seed}", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="kulkul-chaos-") as folder,
        pair(bin_folder) as (primary, standby),
    ):
        wrong = asyncio.run(_run(asked, seed, Servers(primary, standby, not asked.one_disk), Path(folder)))
    for one in wrong[:MOST_SAID]:
        print(f"WRONG: {one}")
    print(f"chaos: seed {seed}: {'held' if not wrong else f'{len(wrong)} wrong'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
