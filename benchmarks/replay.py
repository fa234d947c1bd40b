"""Real calls of another city, laid onto Denpasar and replayed: is it covered by the recommendation alone?

.venv/bin/python -m benchmarks.replay --calls=FILE [--mapping=FILE] [--day=YYYY-MM-DD|all] [--seed=N]
    [--edges=FILE --nodes=FILE | --line] [--share=0.05]

CALLS are dispatch records as `./run exercise` takes them; a mapping says what their words mean here (usual:
San Francisco's, whose table of call types is the one of `resources/exercises/mappings/sffd.toml`). It leaves
out: "Other" (opened without a category, no plan speaks of it), what a medical call was about (all are `sick`,
one ambulance; their engines at such calls are not sent), fire alarms that are none (all are `fire_building`),
alarm levels (their records have one level), and units of kinds that Denpasar has not.

Each address becomes a place drawn by the seed: a kelurahan of the pack, each as likely as another, and a
point within 600 m of its middle. The day (usual: the one with most calls) runs from call to call, in
simulated time and as fast as it goes, which comes to the same as 20 times speed: nothing in it asks the
wall's clock. Every act is judged by the domain, every recommendation made from the board as a desk makes it;
it is sent as it stands, and asked again for what is missing whenever a unit is on its way back or home, for
an hour.

A unit leaves after the turnout, and stays as long, as the unit of its kind at that call did (to the hospital
and there included), else as the file's middle says. Its way is reckoned over the roads, without them over a
grid of as many nodes, or with --line in a straight line. It drives home from the scene, and can be sent from
the way.

Twice each, with the plans and without (then the nearest in a straight line, as many as planned): all calls,
and so many of them, drawn by the seed, that the kind of unit asked for most is out for 30 % of the time
(--share: another part of the calls).
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path

from benchmarks.figures import AS_JSON, Figure, Measured, machine, tell
from benchmarks.laid_calls import LaidCall, Usual, at_work, lay, read_records, thinned
from benchmarks.recommend import CITY, CITY_NODES, grid
from benchmarks.replayed import Found, Replay, Ways
from desktop.operations.exercise.mapping import read_mapping
from desktop.operations.packs import CityPack, pack_folder, read_pack
from desktop.roads.building import build
from desktop.roads.files import read_ways
from desktop.roads.graph import RoadGraph
from desktop.roads.travel import Travel

MAPPING = Path(str(files("resources"))) / "exercises" / "mappings" / "sffd.toml"
CORNER, STEP = (-8.745, 115.15), 280.0
"""Where the grid begins, and metres between its streets: as large as Denpasar."""
BUSY = 0.3
"""Part of the time for which a fleet can be out before it lacks units at many a call (ours)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; the exit code."""
    asked = _asked(arguments)
    pack, mapping = read_pack(pack_folder("denpasar")), read_mapping(asked.mapping)
    records = read_records(asked.calls, mapping)
    days = sorted({one.received.date() for one in records})
    busiest = max(days, key=lambda day: sum(one.received.date() == day for one in records))
    calls, usual = lay(records, mapping, pack, asked.seed)
    if asked.day != "all":
        chosen = busiest if asked.day is None else datetime.fromisoformat(asked.day).date()
        calls = [one for one in calls if one.at.date() == chosen]
        days = [chosen]
    ways, roads = _ways(asked)
    busy = at_work(calls, usual, pack, len(days))
    share = asked.share or min(1.0, BUSY / max(busy.values()))
    print(f"{machine()}; {roads}; {days[0]} to {days[-1]}; seed {asked.seed}")
    print(
        "all calls would have units out: "
        + ", ".join(f"{kind.value} {part:.0%} of the time" for kind, part in sorted(busy.items()))
    )
    few = thinned(calls, share, asked.seed)
    took = Found()
    for name, some in ((f"all {len(calls)} calls", calls), (f"{len(few)} calls ({share:.1%})", few)):
        for plans_on in (True, False):
            found = run(some, usual, pack, ways, plans_on=plans_on)
            say(f"{name}, {'as recommended' if plans_on else 'plans off'}", found, plans_on=plans_on)
            took = found if plans_on and some is calls else took
    floor = Figure("the search alone", "ms", took.search_ms)
    tell(
        [
            Measured(Figure("recommendation for a call, of the processor", "ms", took.cpu_ms), floor, CITY),
            Measured(Figure("the same by the clock", "ms", took.clock_ms), floor, CITY),
        ]
    )
    return 0


def run(calls: Sequence[LaidCall], usual: Usual, pack: CityPack, ways: Ways, *, plans_on: bool) -> Found:
    """Replay these calls in a centre of its own."""
    begun = calls[0].at - timedelta(hours=1)
    return Replay(pack, ways, usual, begun, plans_on=plans_on).run(calls)


def say(name: str, found: Found, *, plans_on: bool) -> None:
    """Print what came of one run."""
    asked = found.calls - found.unplanned - found.telling
    print(f"\n{name}: no plan for {found.unplanned}, agencies only {found.telling}, units asked for {asked}")
    short = asked - found.covered
    print(
        f"  all found at once {found.covered} ({_part(found.covered, asked)}), some {found.partly},"
        f" none {short - found.partly}"
    )
    waited = f", after {statistics.median(found.late):.0f} min (p50)" if found.late else ""
    print(
        f"  later the rest {len(found.late)}{waited};"
        f" never {found.never}, of these nobody came {found.nobody}"
    )
    for (need, lack), units in found.gaps.most_common():
        print(f"  gap: {need} {lack}: {units} units")
    print(f"  way: {_way(found.chosen)}")
    if plans_on:
        print(f"  plainly nearest, same moments: {_way(found.plain)}; ruled out {found.plain_ruled_out}")
        print(f"  really first of those allowed: {_way(found.fastest)}; as was said: {_way(found.told)}")
    print(f"  crew smaller than planned {found.small_crews}, way longer than planned {found.beyond}")


def _way(seconds: Sequence[float]) -> str:
    if not seconds:
        return "nobody"
    p90 = Figure("", "s", seconds).quantile(0.9)
    return f"n {len(seconds)}, mean {statistics.fmean(seconds) / 60:.2f} min, p90 {p90 / 60:.2f} min"


def _part(some: int, of: int) -> str:
    return f"{some / of:.1%}" if of else "none asked"


def _ways(asked: argparse.Namespace) -> tuple[Ways, str]:
    if asked.line:
        return Ways(None), "straight lines"
    if asked.edges is None:
        graph, name = grid(CITY_NODES, STEP, CORNER), "a grid"
    else:
        graph, name = _roads(asked.edges, asked.nodes), asked.edges.name
    return Ways(Travel(graph)), f"{name}, {graph.nodes:,} nodes"


def _roads(edges: Path, nodes: Path | None) -> RoadGraph:
    """Nodes that are not called as their edges are stand beside them under another name."""
    if nodes is None:
        return build(read_ways(edges)).graph
    with tempfile.TemporaryDirectory(prefix="kulkul-replay-") as name:
        folder = Path(name)
        for role, file in (("edges", edges), ("nodes", nodes)):
            zipped = ".gz" if edges.suffix == ".gz" else ""
            (folder / f"{role}.csv{zipped}").symlink_to(file.resolve())
        return build(read_ways(next(folder.glob("edges.*")))).graph


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("calls", "mapping", "edges", "nodes"):
        usual = MAPPING if name == "mapping" else None
        parser.add_argument(f"--{name}", type=Path, default=usual, required=name == "calls")
    parser.add_argument("--day")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float)
    parser.add_argument("--line", action="store_true")
    parser.add_argument(AS_JSON, action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
