"""Whether the right place is offered for what callers say, over real names of Denpasar and Makassar.

.venv/bin/python -m benchmarks.addresses FOLDER

FOLDER holds the …_wilayah.csv of both cities, and in geo/ roads, health facilities, hospitals and bus stops.
Right is what tests/gazetteer/addresses.csv and said.csv name so. Floor: the names in the order of rapidfuzz's
WRatio, which is made for such texts and knows nothing of addresses.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rapidfuzz import process

from benchmarks.figures import Figure, Measured, Target, tell
from desktop.domain.places import JOINT, Place, PlaceKind
from desktop.domain.reference import Area, AreaLevel
from desktop.gazetteer.files.features import Point
from desktop.gazetteer.files.gather import City, gather, read_features
from desktop.gazetteer.search import Gazetteer
from desktop.gazetteer.words import tokens

HEALTH = ("faskes_denpasar_makassar_2019.csv", "hospitals_denpasar_makassar_2021.csv")
FILES: Mapping[str, tuple[str, ...]] = {
    "denpasar": ("denpasar_barat_roads_osm.geojson.gz", "bali_bus_stops.csv.gz", *HEALTH),
    "makassar": HEALTH,
}
MIDDLES: Mapping[str, Point] = {"denpasar": (115.22, -8.66), "makassar": (119.44, -5.15)}
LISTS = Path(__file__).parents[1] / "tests" / "gazetteer"
OFFERED = 3
TARGET = Target(10)
"""Per cent at most that are not among the first three, asked for."""


class Town:
    """A city's names, and how a floor would find them."""

    def __init__(self, folder: Path, city: str) -> None:
        self.gazetteer = Gazetteer(_areas(folder, city))
        self.names: list[str] = []
        self._keys: list[set[str]] = []
        for file in FILES[city]:
            gathered = gather(
                read_features(folder / "geo" / file), City(city.title(), MIDDLES[city], _nowhere)
            )
            for place in gathered.places.values():
                self.gazetteer.put(place)
        for place in self.gazetteer.index.places.values():
            self.names.append(place.name)
            self._keys.append(keys_of(place))

    def rank(self, text: str, right: set[str]) -> int | None:
        """The row in which the right place is offered, from 0."""
        found = self.gazetteer.find(text, limit=8).places
        return next((row for row, one in enumerate(found) if keys_of(one.place) & right), None)

    def floor_rank(self, text: str, right: set[str]) -> int | None:
        """The same by rapidfuzz alone."""
        found = process.extract(text, self.names, limit=8)
        return next((row for row, (_, _, at) in enumerate(found) if self._keys[at] & right), None)


def measure(folder: Path) -> Iterator[Measured]:
    """Both lists; what was not offered is printed."""
    towns = {city: Town(folder, city) for city in FILES}
    for name in ("addresses", "said"):
        with (LISTS / f"{name}.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        ranks = [towns[row["city"]].rank(row["text"], _right(row)) for row in rows]
        floors = [towns[row["city"]].floor_rank(row["text"], _right(row)) for row in rows]
        _tell_by_pattern(rows, ranks)
        for offered, target in ((OFFERED, TARGET), (1, None)):
            place = f"among the first {offered}" if offered > 1 else "first"
            figure = Figure(f"{name}: of {len(rows)} not {place}", "%", [_missed(ranks, offered)])
            yield Measured(figure, Figure("rapidfuzz alone", "%", [_missed(floors, offered)]), target)


def keys_of(place: Place) -> set[str]:
    """What the lists may call a place."""
    if place.kind is PlaceKind.AREA:
        return {_key(f"{'kec' if place.id.count('.') == 2 else 'kel'} {place.name}")}
    if place.kind is PlaceKind.JUNCTION:
        one, other = place.name.split(JOINT)
        return {_key(f"{one} + {other}"), _key(f"{other} + {one}")}
    return {_key(name) for name in (place.name, *place.aliases)}


def _key(text: str) -> str:
    return " ".join(token.word for token in tokens(text))


def _right(row: Mapping[str, str]) -> set[str]:
    return {_key(one) for one in row["right"].split("|")}


def _missed(ranks: Sequence[int | None], offered: int) -> float:
    return 100 * sum(rank is None or rank >= offered for rank in ranks) / len(ranks)


def _tell_by_pattern(rows: Sequence[Mapping[str, str]], ranks: Sequence[int | None]) -> None:
    every, right = Counter(row["pattern"] for row in rows), Counter[str]()
    for row, rank in zip(rows, ranks, strict=True):
        if rank is not None and rank < OFFERED:
            right[row["pattern"]] += 1
        else:
            print(f"not offered: {row['text']} ({row['right']})", file=sys.stderr)
    print(", ".join(f"{name} {right[name]}/{count}" for name, count in every.items()), file=sys.stderr)


def _areas(folder: Path, city: str) -> Iterator[Area]:
    with (folder / f"{city}_wilayah.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for code, name in dict.fromkeys((row["kode_kecamatan"], row["kecamatan"]) for row in rows):
        yield Area(id=code, name=name, level=AreaLevel.KECAMATAN)
    for row in rows:
        level = AreaLevel(row["jenis"])
        yield Area(id=row["kode"], name=row["nama"], level=level, parent=row["kode_kecamatan"])


def _nowhere(_point: Point) -> None:
    """No borders are looked up: what is measured is names."""


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("benchmarks.addresses: name the folder with the map data")
    tell(measure(Path(sys.argv[1])))
