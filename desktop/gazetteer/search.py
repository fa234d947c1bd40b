"""The places that a text may mean, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.places import JOINT, Place, PlaceKind
from desktop.domain.reference import Area
from desktop.gazetteer.index import Index, Unit
from desktop.gazetteer.scoring import Heard, Scored, hear, score
from desktop.gazetteer.spoken import SaidArea, Spoken, listen, name_words

_STREET_LENGTH = 0.06
"""Degrees, some 6 km: so far from a street's middle its parts are looked for (Jalan Imam Bonjol: 5 km)."""
LONGEST = 500
"""Letters of a text that are looked at: as many as an address may have. Of 30,000 the answer took seconds."""
LEAST = 0.3
"""What fits less is not offered."""
_IN_AREA = 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """What was heard in a text, and the places that fit, the best first.

    `area`: the area in which the place lies as the caller said, where that was heard.
    """

    spoken: Spoken
    places: tuple[Scored, ...]
    area: SaidArea | None = None


class Gazetteer:
    """A centre's places and areas, ready to be asked for."""

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        self.index = Index()
        self._areas = {area.id: area for area in areas}
        self._inside: dict[str, list[str]] = defaultdict(list)
        self._area_words: dict[str, Sequence[Sequence[int]]] = {}
        self._with_word: dict[int, list[str]] = defaultdict(list)
        self._streets: dict[str, dict[str, None]] = defaultdict(dict)
        """For each name of a road, the roads that it meets, each once; what met once is not forgotten."""
        for area in self._areas.values():
            self._put_area(area)

    def put(self, place: Place) -> None:
        """Add a place, or take what changed of one."""
        self.index.put(place)
        if place.kind is PlaceKind.JUNCTION and JOINT in place.name:
            streets = place.name.split(JOINT)
            for street in streets:
                self._streets[street].update(dict.fromkeys(one for one in streets if one != street))

    def drop(self, place: str) -> None:
        """Forget a place."""
        self.index.drop(place)

    def find(self, text: str, limit: int = 8) -> Found:
        """The places that a text may mean, also while it is being typed."""
        spoken = listen(text[:LONGEST])
        if not spoken.words:
            return Found(spoken, ())
        heard = hear(self.index, spoken)
        areas = self._areas_said(heard)
        in_area = {
            area: _IN_AREA * sum(heard.weights[at] * fit for at, fit in fits.items())
            for area, fits in areas.items()
        }
        streets: dict[str, Mapping[int, float]] = {}
        best: dict[tuple[object, PlaceKind, str | None], Scored] = {}
        for number in self.index.candidates(heard.units, heard.weights, in_area):
            name = self.index.names[number]
            if name is None:
                continue
            place = self.index.places[name.place]
            context = [areas.get(place.area or "", {}), *self._street_context(heard, place, streets)]
            placed = bool(place.street or self._streets.get(place.name))
            one = score(self.index, heard, name, context, placed=placed)
            key = (name.words, place.kind, place.area)
            if one.score >= LEAST and (key not in best or one.score > best[key].score):
                best[key] = one
        kept = _without_parts(best.values())
        ranked = sorted(kept, key=_rank)
        once = {one.place.id: one for one in reversed(ranked)}
        return Found(spoken, tuple(one for one in ranked if once[one.place.id] is one)[:limit])

    def _put_area(self, area: Area) -> None:
        self.index.put(
            Place(
                id=area.id,
                name=area.name,
                kind=PlaceKind.AREA,
                area=area.id,
                latitude=area.latitude,
                longitude=area.longitude,
            )
        )
        if area.parent is not None:
            self._inside[area.parent].append(area.id)
        words = [[self.index.lexicon.add(form) for form in forms] for forms in name_words(area.name)]
        self._area_words[area.id] = words
        for term in {term for terms in words for term in terms}:
            self._with_word[term].append(area.id)

    def _areas_said(self, heard: Heard) -> dict[str, dict[int, float]]:
        """For each area that may be named, the words that do, and how well; a kecamatan in all inside it."""
        found: dict[str, dict[int, float]] = {}
        touched = {
            area for unit in heard.units for term in unit.fits for area in self._with_word.get(term, ())
        }
        for area in touched:
            fits = self._area_fits(heard.units, self._area_words[area])
            for one in (area, *self._inside.get(area, ())):
                known = found.setdefault(one, {})
                for at, fit in fits.items():
                    known[at] = max(fit, known.get(at, 0.0))
        return found

    @staticmethod
    def _area_fits(units: Sequence[Unit], words: Sequence[Sequence[int]]) -> dict[int, float]:
        fits: dict[int, float] = {}
        said = 0
        for terms in words:
            best = max(
                ((unit.fits.get(term, 0.0), unit) for unit in units for term in terms),
                key=lambda one: one[0],
                default=None,
            )
            if best is not None and best[0]:
                said += 1
                for at in range(best[1].first, best[1].last):
                    fits[at] = best[0]
        share = said / len(words) if words else 0.0
        return {at: fit * share for at, fit in fits.items()}

    def _street_context(
        self, heard: Heard, place: Place, known: dict[str, Mapping[int, float]]
    ) -> Iterator[Mapping[int, float]]:
        """What the streets at which it lies, or which it meets, explain. `known`: those asked for before."""
        streets = [place.street] if place.street else []
        if place.kind in (PlaceKind.ALLEY, PlaceKind.STREET):
            streets += self._streets.get(place.name, ())
        for street in streets:
            fits = known.get(street)
            if fits is None:
                fits = known[street] = self._street_fits(heard, street)
            if fits:
                yield fits

    def _street_fits(self, heard: Heard, street: str) -> Mapping[int, float]:
        terms = {term for forms in name_words(street) for form in forms for term in self._terms(form)}
        fits: dict[int, float] = {}
        for unit in heard.units:
            fit = max((unit.fits.get(term, 0.0) for term in terms), default=0.0)
            fits.update(dict.fromkeys(range(unit.first, unit.last), fit))
        return {at: fit for at, fit in fits.items() if fit}

    def _terms(self, form: str) -> Iterator[int]:
        number = self.index.lexicon.number(form)
        if number is not None:
            yield number


def _rank(one: Scored) -> tuple[float, bool, int, str]:
    """The best first; of those that fit alike what tells where it is, then the shorter name."""
    return round(-one.score, 6), one.place.latitude is None, len(one.place.name), one.place.name


def _without_parts(found: Iterable[Scored]) -> list[Scored]:
    """Leave out the parts of a street in single kelurahan, but those whose kelurahan was said."""
    every = list(found)
    wholes = [one for one in every if one.place.kind is PlaceKind.STREET and one.place.area is None]
    return [one for one in every if not any(_is_part(one, whole) for whole in wholes)]


def _is_part(one: Scored, whole: Scored) -> bool:
    part, street = one.place, whole.place
    if part.area is None or (part.name, part.kind) != (street.name, street.kind) or one.score > whole.score:
        return False
    if None in (part.latitude, part.longitude, street.latitude, street.longitude):
        return True
    return (
        abs((part.latitude or 0) - (street.latitude or 0)) < _STREET_LENGTH
        and abs((part.longitude or 0) - (street.longitude or 0)) < _STREET_LENGTH
    )
