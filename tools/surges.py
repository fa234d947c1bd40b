"""Writes the two exercises of a surge: an earthquake in Denpasar, a flood in Makassar.

    python -m tools.surges

Half an hour each, at its worst 100 calls a minute: the surge for which the desk is planned. What callers say
is put together from sentences of ours; nobody in it exists, and the numbers 0812-0001-… are nobody's.
The same program writes the same files. Shares of calls that come to nothing are those of an ordinary day
turned to questions, as after an earthquake that all have felt (our choice; no centre publishes them).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tools.surge_words import EARTHQUAKE, FLOOD, Kind, Surge

FOLDER = Path(__file__).parent.parent / "resources" / "exercises"
MINUTES = 30


@dataclass
class _Written:
    incidents: list[str] = field(default_factory=list)
    junk: list[tuple[int, str]] = field(default_factory=list)
    numbers: int = 0

    def number(self) -> str:
        self.numbers += 1
        return f"0812-0001-{self.numbers:04d}"


def clock(second: int) -> str:
    """A second of the day as the exercise writes it."""
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def write(surge: Surge) -> str:
    """The whole file."""
    chance = Random(surge.file)
    done = _Written()
    seconds = sorted(
        surge.shake + 60 * minute + chance.randrange(60)
        for minute, count in enumerate(surge.calls)
        for _ in range(count)
    )
    real: list[int] = []
    nothing: list[int] = []
    for one in seconds:
        (real if chance.random() < surge.real else nothing).append(one)
    _incidents(surge, real, chance, done)
    for one in nothing:
        done.junk.append((one, _nothing(surge, one, chance, done)))
    head = (
        f"# {surge.title}: half an hour in which up to {max(surge.calls)} calls a minute come.",
        "# Written by tools/surges.py; nobody in it exists, and the numbers 0812-0001-… are nobody's.",
        "",
        f'title = "{surge.title}"',
        f'city = "{surge.city}"',
        f'opening = "{clock(surge.shake - 7200)}"',
        f'start = "{clock(surge.shake)}"',
        "",
        "junk = [",
        *(f'  "{line}",' for _, line in sorted(done.junk)),
        "]",
        "",
    )
    return "\n".join([*head, *done.incidents])


def _nothing(surge: Surge, second: int, chance: Random, done: _Written) -> str:
    drawn = chance.random()
    if drawn < 0.55:
        asks = chance.choice(surge.asks)
        return f"{clock(second)} information {done.number()} {chance.randrange(20, 50)}s: {asks}"
    if drawn < 0.85:
        return (
            f"{clock(second)} dropped {done.number()} {chance.randrange(3, 12)}s: {chance.choice(surge.junk)}"
        )
    if drawn < 0.95:
        return f"{clock(second)} silent - {chance.randrange(8, 20)}s"
    return f"{clock(second)} prank {done.number()} {chance.randrange(5, 15)}s: tertawa"


def _incidents(surge: Surge, real: Sequence[int], chance: Random, done: _Written) -> None:
    """Share the calls out among incidents: one place and category draws many, others one."""
    left = list(real)
    drawn = _drawn(surge, chance)
    while left:
        kind, place = next(drawn)
        first = left.pop(0)
        more = min(len(left), chance.randrange(kind.callers))
        near = [one for one in left if one - first < 900]
        calls = sorted(chance.sample(near, min(more, len(near))))
        for one in calls:
            left.remove(one)
        done.incidents.append(_incident(len(done.incidents), kind, place, [first, *calls], chance, done))


def _drawn(surge: Surge, chance: Random) -> Iterator[tuple[Kind, tuple[str, str]]]:
    kinds = [kind for kind in surge.kinds for _ in range(kind.share)]
    while True:
        kind = chance.choice(kinds)
        yield kind, chance.choice(surge.places)


def _incident(
    at: int, kind: Kind, place: tuple[str, str], calls: Sequence[int], chance: Random, done: _Written
) -> str:
    address, area = place
    lines = []
    opened = calls[0] + chance.randrange(12, 30)
    for number, second in enumerate(calls):
        words = chance.choice(kind.says)
        joins = clock(max(second, opened) + chance.randrange(8, 25))
        joined = f', joined = "{joins}"' if number else ""
        until = max(second, opened) + chance.randrange(30, 70)
        lines.append(
            f'  {{ at = "{clock(second)}", ring = {chance.randrange(1, 9)}, number = "{done.number()}",'
            f' says = "{words}"{joined}, until = "{clock(until)}" }},'
        )
    noted = clock(opened + chance.randrange(300, 900))
    hurt = [f"hurt = {chance.randrange(1, kind.hurt + 1)}"] if kind.hurt else []
    return "\n".join(
        [
            "[[incident]]",
            f'name = "{kind.category}-{at}"',
            f'category = "{kind.category}"',
            f'address = "{address}"',
            f'area = "{area}"',
            *hurt,
            "calls = [",
            *lines,
            "]",
            f'opened = "{clock(opened)}"',
            f'timeline = ["{noted} note: menunggu, armada terdekat habis"]',
            "",
        ]
    )


def main() -> None:
    """Write both files."""
    for surge in (EARTHQUAKE, FLOOD):
        (FOLDER / surge.file).write_text(write(surge), encoding="utf-8")


if __name__ == "__main__":
    main()
