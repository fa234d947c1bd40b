"""Figures: quantiles, a floor beside them, what was aimed at, and one way to tell all three."""

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

AS_JSON = "--json"
"""The argument with which a benchmark prints one JSON object a line, for `python -m benchmarks`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A series of measurements of one thing, in one unit."""

    name: str
    unit: str
    values: Sequence[float]

    def quantile(self, part: float) -> float:
        """The value below which that part of the measurements lies."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)


@dataclass(frozen=True, slots=True)
class Target:
    """The most that a figure may be, at its median or another part of its measurements."""

    at_most: float
    part: float = 0.5

    def reached(self, figure: Figure) -> bool:
        """Whether a figure is within it."""
        value = figure.median if self.part == 0.5 else figure.quantile(self.part)
        return value <= self.at_most

    def words(self, unit: str) -> str:
        """As it stands in a table."""
        return f"p{self.part * 100:.0f} ≤ {self.at_most:g} {unit}"


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure beside the floor that was measured in the same run."""

    figure: Figure
    floor: Figure | None = None
    target: Target | None = None

    def cells(self) -> dict[str, str]:
        """The columns of the table."""
        figure, floor, target = self.figure, self.floor, self.target
        ratio = figure.median / floor.median if floor is not None and floor.median else None
        return {
            "figure": figure.name,
            "p50": f"{_short(figure.median)} {figure.unit}",
            "p95": f"{_short(figure.quantile(0.95))} {figure.unit}",
            "floor": "" if floor is None else f"{floor.name}: {_short(floor.median)} {floor.unit}",
            "floor p95": "" if floor is None else f"{_short(floor.quantile(0.95))} {floor.unit}",
            "ratio": "" if ratio is None else f"{ratio:.1f}",
            "target": "" if target is None else target.words(figure.unit),
            "reached": "" if target is None else ("yes" if target.reached(figure) else "NO"),
            "n": str(len(figure.values)),
        }


def numbers_asked(about: str | None, usual: Mapping[str, int]) -> dict[str, int]:
    """The numbers given as `--name=N`, by name; `usual`: what they are otherwise."""
    parser = argparse.ArgumentParser(description=about)
    for name, number in usual.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument(AS_JSON, action="store_true", dest="as_json")
    found = vars(parser.parse_args())
    return {name: found[name] for name in usual}


def tell(measured: Iterable[Measured]) -> None:
    """Print each as it comes: a line for people, or JSON when the program was asked for it."""
    if AS_JSON not in sys.argv:
        print(machine(), flush=True)
    for one in measured:
        cells = one.cells()
        if AS_JSON in sys.argv:
            print(json.dumps(cells, ensure_ascii=False), flush=True)
        else:
            said = (f"{name} {text}" for name, text in cells.items() if text and name != "figure")
            print(f"{one.figure.name}: {' | '.join(said)}", flush=True)


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds that each of several runs took."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return found


def machine() -> str:
    """What the figures are measured on, and how busy it was during the last minute."""
    system = f"{platform.system()} {platform.machine()}"
    cores, load = os.cpu_count(), os.getloadavg()[0]
    return f"{system}, {cores} cores, Python {platform.python_version()}, load {load:.1f}"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
