"""Figures: quantiles, a floor beside them, and one way to print both."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


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


def report(figure: Figure, floor: Figure | None = None, target: str = "") -> None:
    """Print a figure, its floor, their ratio, and what was aimed at."""
    line = f"{figure.name}: p50 {figure.median:.2f} {figure.unit}, p95 {figure.quantile(0.95):.2f}"
    if floor is not None:
        ratio = figure.median / floor.median if floor.median else float("inf")
        line += f" | floor {floor.name}: p50 {floor.median:.2f}, p95 {floor.quantile(0.95):.2f}"
        line += f" | ratio {ratio:.1f}"
    print(f"{line}{f' | target {target}' if target else ''}  (n={len(figure.values)})", flush=True)


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds that each of several runs took."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return found


def machine() -> str:
    """What the figures were measured on."""
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}"
