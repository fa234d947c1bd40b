"""Categories proposed for narratives: how often the right one is first or among three, or rightly none.

.venv/bin/python -m benchmarks.proposals [--reports=FILE] [--table] [--wrong=SET]

Sets: those of `OUR_SETS` and `NOTHING_SETS` are sentences of ours (`tests/proposals/README.md`). With
--reports, a CSV file with the columns text, label_source, label, source, beside which a `labels.csv` says
which categories count as right for a label: parted by source into what the lexicon was tuned on and what
was left out, and into labels that the source gave and weak ones. A figure over labels is the mean of its
labels with at least ten rows, so that a frequent one does not decide alone. --table prints which
categories were proposed first for which label; --wrong prints the misses of a set.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

from benchmarks.figures import Figure, Measured, Target, tell, timed
from desktop.proposals.lexicon import Lexicon
from desktop.proposals.reading import lexicon_files, read_lexicon

OURS = Path(__file__).parents[1] / "tests" / "proposals"
CITIES = ("denpasar", "makassar")
LEFT_OUT = ("cc112", "banjir_denpasar_2025")
"""Sources that were not read while the lexicon was written."""
OUR_SETS = (
    "spoken",
    "later",
    "hurried",
    "fresh",
    "last",
    "callers",
    "later_callers",
    "last_callers",
    "final",
)
NOTHING_SETS = (
    "nothing",
    "nothing_later",
    "nothing_hurried",
    "nothing_fresh",
    "nothing_last",
    "nothing_end",
    "nothing_callers",
    "nothing_later_callers",
    "nothing_last_callers",
    "nothing_final",
    "nothing_unseen",
    "nothing_blind",
)
ENOUGH_ROWS = 10
KEY = Target(5, part=0.95)
"""Milliseconds a key may cost (ours): a third of a picture at 60 a second."""


@dataclass(frozen=True, slots=True)
class Row:
    """A text, its label, and the categories that count as right for it."""

    text: str
    label: str
    right: frozenset[str]
    source: str = ""
    city: str = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A row and what was proposed for it."""

    row: Row
    proposed: tuple[str, ...]

    def hit(self, among: int) -> bool:
        """Whether a right one is among the first so many."""
        return bool(self.row.right & set(self.proposed[:among]))


def spoken(name: str = "spoken") -> list[Row]:
    """Our sentences by category."""
    with (OURS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return [Row(one["text"], one["category"], frozenset({one["category"]}), city=one["city"]) for one in rows]


def reports(path: Path) -> list[Row]:
    """Reports of others whose label says what is right."""
    with (path.parent / "labels.csv").open(encoding="utf-8", newline="") as file:
        right = {
            one["label"]: frozenset(one["categories_that_count_as_right"].split())
            for one in csv.DictReader(file)
        }
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                one["text"],
                one["label"],
                right[one["label"]],
                source=one["source"].split(":")[0],
                weak="lemah" in one["label_source"],
            )
            for one in csv.DictReader(file)
            if right.get(one["label"])
        ]


def score(lexicons: dict[str, Lexicon], rows: Iterable[Row]) -> list[Scored]:
    """Ask for each row, in its city; where it is of none, in the first."""
    return [
        Scored(row, tuple(one.category for one in lexicons[row.city or CITIES[0]].propose(row.text)))
        for row in rows
    ]


def by_label(scored: Iterable[Scored]) -> dict[str, list[Scored]]:
    """Rows by label."""
    found: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        found[one.row.label].append(one)
    return found


def figures(name: str, scored: Sequence[Scored], least: int = ENOUGH_ROWS) -> Iterator[str]:
    """Lines that tell top 1 and top 3, over the labels and one by one."""
    labels = {label: rows for label, rows in sorted(by_label(scored).items()) if len(rows) >= least}
    if not labels:
        return
    for among in (1, 3):
        parts = {label: sum(one.hit(among) for one in rows) / len(rows) for label, rows in labels.items()}
        mean = sum(parts.values()) / len(parts)
        each = ", ".join(f"{label} {part:.0%} of {len(labels[label])}" for label, part in parts.items())
        said = f" ({each})" if len(parts) <= 12 else ""
        count = sum(len(rows) for rows in labels.values())
        yield f"{name}: top {among}: {mean:.1%} over {len(parts)} labels, {count} rows{said}"


def table(scored: Iterable[Scored]) -> Iterator[str]:
    """For each label, what was proposed first and how often."""
    for label, rows in sorted(by_label(scored).items()):
        first = Counter(one.proposed[0] if one.proposed else "-" for one in rows)
        yield f"  {label:18} " + ", ".join(f"{code} {count}" for code, count in first.most_common())


def main() -> None:
    """Print all figures."""
    options = dict(one.removeprefix("--").partition("=")[::2] for one in sys.argv[1:] if one.startswith("--"))
    lexicons = {city: read_lexicon(lexicon_files(city)) for city in CITIES}
    sets = {name: score(lexicons, spoken(name)) for name in OUR_SETS}
    if options.get("reports"):
        scored = score(lexicons, reports(Path(options["reports"])))
        sure = [one for one in scored if not one.row.weak]
        sets["source's labels"] = sure
        sets["source's labels, left out"] = [one for one in sure if one.row.source in LEFT_OUT]
        sets["source's labels, tuned on"] = [one for one in sure if one.row.source not in LEFT_OUT]
        sets["weak labels"] = [one for one in scored if one.row.weak]
    for name, scored in sets.items():
        for line in figures(name, scored, 1 if name in OUR_SETS else ENOUGH_ROWS):
            print(line)
        if "table" in options:
            print("\n".join(table(scored)))
        if options.get("wrong") == name:
            for one in scored:
                if not one.hit(1):
                    print(f"  {one.row.label} | {one.row.text} | {', '.join(one.proposed)}")
    _tell_nothing(lexicons, "wrong" in options)
    tell(speed(lexicons[CITIES[0]]))


def speed(lexicon: Lexicon) -> Iterator[Measured]:
    """A key in a narrative: all of it is read again, with a word that has just become another."""
    keys: list[float] = []
    words: list[float] = []
    for row in spoken():
        for end in range(1, len(row.text) + 1):
            typed = row.text[:end]
            keys += timed(partial(lexicon.propose, typed), 1)
            words += timed(partial(_parted, typed), 1)
    yield Measured(Figure("proposals after a key", "ms", keys), Figure("parting the words", "ms", words), KEY)


def _parted(text: str) -> list[str]:
    return text.lower().split()


def _tell_nothing(lexicons: dict[str, Lexicon], wrong: bool) -> None:
    for name, (city, lexicon) in product(NOTHING_SETS, lexicons.items()):
        lines = (OURS / f"{name}.txt").read_text("utf-8").splitlines()
        found = {line: lexicon.propose(line) for line in lines}
        silent = sum(not proposals for proposals in found.values())
        print(f"{name}, {city}: no proposal for {silent / len(lines):.1%} of {len(lines)}")
        for line, proposals in found.items():
            if wrong and proposals:
                print(f"  {line} | {[(one.category, one.score, one.words) for one in proposals]}")


if __name__ == "__main__":
    main()
