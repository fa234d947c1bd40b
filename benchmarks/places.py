"""Places offered after a key, over 100,000 names, each text typed key by key; with slips; in narratives.

.venv/bin/python -m benchmarks.places [NAMES]

The names are made up of syllables, like streets, alleys, junctions and landmarks, many of them in several
kelurahan. Floor: one pass over the same names by rapidfuzz alone, which knows neither gang nor kelurahan.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz, process

from benchmarks.figures import Figure, Measured, Target, tell
from desktop.domain.places import JOINT, Place, PlaceKind
from desktop.domain.reference import Area, AreaLevel
from desktop.gazetteer.hearing import hear_place
from desktop.gazetteer.search import Gazetteer

NAMES = 100_000
TEXTS = 40
AREAS = 43
"""Kelurahan and desa of Denpasar."""
KEY = Target(50, part=0.95)
SLIPS = Target(150, part=0.95)
"""Milliseconds, asked for at p95."""
HEARD = Target(150, part=1)
"""The same of the slowest narrative: the next text that is typed waits for it."""
SHORTEST = 3
"""Letters from which on the field asks."""
_SYLLABLES = tuple("bakasuramawitanadulepurisigolatemodikeangyo"[at : at + 2] for at in range(0, 42, 2))
_COMMON = ("Gunung", "Pulau", "Tukad", "Danau", "Merta", "Sari", "Indah", "Raya", "Barat", "Timur", "Selatan")
_BEFORE = ("kebakaran di", "tolong pak ada tabrakan di", "banjir sudah selutut di", "ibu saya jatuh dekat")
_BEHIND = (
    "api besar tolong cepat",
    "orangnya kejepit, ada dua motor, yang satu lari ke arah pasar",
    "dekat masjid, di sebelah sekolah, masuk gang sempit",
    "saya lagi di rumah, tidak bisa jalan. cepat pak",
)


def measure(names: int = NAMES) -> Iterator[Measured]:
    """Every key of some texts; the same texts with two slips; how long reading the names takes."""
    chance = random.Random(names)
    places = list(made_up(names, chance))
    gazetteer, read = _read(places)
    texts = [_typed(place, chance) for place in chance.sample(places, TEXTS)]
    all_names = [place.name for place in places]
    keys = [text[:end] for text in texts for end in range(SHORTEST, len(text) + 1)]
    slipped = [_with_slips(text, chance) for text in texts]
    for text in texts:  # the first search orders what was read
        gazetteer.find(text)
    areas = Gazetteer(_areas())

    def hear(narrative: str) -> object:
        return hear_place(narrative, gazetteer.find, areas.find)

    floor = Figure("one pass of rapidfuzz", "ms", _timed(lambda text: _pass(text, all_names), texts))
    yield Measured(
        Figure(f"places after a key, {names:,} names", "ms", _timed(gazetteer.find, keys)), floor, KEY
    )
    yield Measured(Figure("the same, two slips", "ms", _timed(gazetteer.find, slipped)), floor, SLIPS)
    for name, clauses in (("a narrative", 1), ("a long one, all at once", 12)):
        told = [_told(places, chance, clauses) for _ in range(TEXTS)]
        yield Measured(Figure(f"a place heard in {name}", "ms", _timed(hear, told)), floor, HEARD)
    yield Measured(Figure(f"names read into memory, {names:,}", "s", [read]))


def made_up(count: int, chance: random.Random) -> Iterator[Place]:
    """Places of all kinds in made-up kelurahan."""
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(15_000)]

    def name() -> str:
        # As with real ones, a few names are everywhere: Mawar, Melati.
        return " ".join(
            [*chance.sample(_COMMON, chance.randint(0, 1)), words[int(len(words) * chance.random() ** 3)]]
        )

    for at in range(count):
        kind = chance.choices(
            (PlaceKind.ALLEY, PlaceKind.STREET, PlaceKind.JUNCTION, PlaceKind.BANJAR, PlaceKind.TEMPLE),
            (40, 30, 15, 8, 7),
        )[0]
        number = f" {chance.randint(1, 20)}" if chance.random() < 0.3 else ""
        text = {
            PlaceKind.ALLEY: f"Gang {name()}{number}",
            PlaceKind.STREET: f"Jalan {name()}{number}",
            PlaceKind.JUNCTION: f"Jalan {name()}{JOINT}Jalan {name()}",
            PlaceKind.BANJAR: f"Banjar {name()}",
        }.get(kind, f"Pura {name()}")
        yield Place(id=str(at), name=text, kind=kind, area=f"51.71.01.{1000 + chance.randrange(AREAS)}")


def _read(places: Sequence[Place]) -> tuple[Gazetteer, float]:
    """The names in memory, and the seconds that took."""
    began = time.process_time()
    gazetteer = Gazetteer(_areas())
    for place in places:
        gazetteer.put(place)
    return gazetteer, time.process_time() - began


def _areas() -> list[Area]:
    return [
        Area(id=f"51.71.01.{1000 + at}", name=f"Kelurahan {at}", level=AreaLevel.DESA) for at in range(AREAS)
    ]


def _told(places: Sequence[Place], chance: random.Random, clauses: int) -> str:
    """What a caller tells: in each part a place, and words around it that may announce others."""
    return ". ".join(
        f"{chance.choice(_BEFORE)} {_typed(chance.choice(places), chance)} {chance.choice(_BEHIND)}"
        for _ in range(clauses)
    )


def _typed(place: Place, chance: random.Random) -> str:
    """A place as a caller says it."""
    text = place.name.replace("Jalan", "jl").replace("Gang", "gg").replace("Gunung", "gn").lower()
    if place.kind is PlaceKind.JUNCTION:
        return f"simpang {text}"
    return f"{text} no {chance.randint(1, 99)}" if chance.random() < 0.5 else text


def _with_slips(text: str, chance: random.Random) -> str:
    """A text with two letters swapped, left out or struck for others."""
    for _ in range(2):
        at = chance.randrange(3, max(4, len(text) - 1))
        wrong = chance.choice((text[at : at + 2][::-1], "", chance.choice("abcdefghijklmnop")))
        text = text[:at] + wrong + text[at + (2 if len(wrong) == 2 else 1) :]
    return text


def _pass(text: str, names: Sequence[str]) -> object:
    return process.extract(text, names, scorer=fuzz.ratio, limit=5)


def _timed(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Milliseconds for each text."""
    found = []
    for text in texts:
        began = time.perf_counter()
        work(text)
        found.append((time.perf_counter() - began) * 1000)
    return found


if __name__ == "__main__":
    tell(measure(int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdigit() else NAMES))
