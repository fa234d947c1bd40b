"""Which places of a file are those that the gazetteer has already, under an id that was given before.

A road that was drawn on has its middle elsewhere, a node became a building, and ids were once made of the
kelurahan too. What operators corrected is tied to the id, so the place keeps the one it has.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from desktop.domain.places import Place
from desktop.gazetteer.files.identity import plain
from desktop.gazetteer.files.roads import APART, metres
from desktop.store.gazetteer import Present

Key = Callable[[Place], Hashable]


def with_known_ids(places: Mapping[str, Place], before: Present, source: str) -> dict[str, Place]:
    """The places, each under the id by which it is known already; of another source only at the same point.

    An id that a correction names and nothing has any more goes to the place that the correction is of.
    """
    of = before.source_of
    gone = {key: one for key, one in before.places.items() if key not in places and of[key] == source}
    ids = _paired(_new(places, before.places), gone, near=True)
    others = {key: one for key, one in before.places.items() if of[key] != source}
    ids |= _paired(_new(places, {*before.places, *ids}), _new(others, places), near=False)
    known = {ids.get(key, key): one for key, one in places.items()}
    corrected = {one.id: one for one in before.corrections}
    lost = {key: one for key, one in corrected.items() if key not in known and key not in before.places}
    again = _paired(_new(known, {*corrected, *others}), lost, near=True)
    final = ((again.get(key, key), one) for key, one in known.items())
    return {key: one if one.id == key else replace(one, id=key) for key, one in final}


def lost_corrections(before: Present) -> bool:
    """Whether there are corrections of places that no import has left."""
    return any(one.id not in before.places for one in before.corrections)


def _new(places: Mapping[str, Place], known: Collection[str]) -> dict[str, Place]:
    return {key: one for key, one in places.items() if key not in known}


def _paired(new: Mapping[str, Place], old: Mapping[str, Place], *, near: bool) -> dict[str, str]:
    """For ids of `new` those of `old` that are the same place, each once: at the same point, else near."""
    names = {_named(one) for one in old.values()}
    new = {key: one for key, one in new.items() if names and _named(one) in names}
    old = dict(old)
    found: dict[str, str] = {}
    for key in (_exactly, _at_point):
        for one, other in _matching(new, old, key):
            found[one] = other
            del new[one], old[other]
    if near:
        found.update(_nearest(new, old))
    return found


def _matching(new: Mapping[str, Place], old: Mapping[str, Place], key: Key) -> list[tuple[str, str]]:
    olds, news = _grouped(old, key), _grouped(new, key)
    return [pair for known, ids in news.items() for pair in zip(ids, olds.get(known, ()), strict=False)]


def _nearest(new: Mapping[str, Place], old: Mapping[str, Place]) -> Iterator[tuple[str, str]]:
    olds = _grouped(old, _named)
    for named, ids in _grouped(new, _named).items():
        pairs = sorted(
            _distances(((key, new[key]) for key in ids), [old[key] for key in olds.get(named, ())])
        )
        taken: set[str] = set()
        for _, _, one, other in pairs:
            if one not in taken and other not in taken:
                taken |= {one, other}
                yield one, other


def _distances(
    new: Iterable[tuple[str, Place]], old: Collection[Place]
) -> Iterator[tuple[float, bool, str, str]]:
    for key, one in new:
        for other in old:
            if None in (one.latitude, one.longitude, other.latitude, other.longitude):
                continue
            apart = metres(_point(one), _point(other))
            if apart <= APART:
                yield apart, one.area != other.area, key, other.id


def _grouped(places: Mapping[str, Place], key: Key) -> Mapping[Hashable, list[str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for one in sorted(places):
        groups[key(places[one])].append(one)
    return groups


def _named(place: Place) -> Hashable:
    return place.kind, plain(place.name)


def _at_point(place: Place) -> Hashable:
    return _named(place), place.latitude, place.longitude


def _exactly(place: Place) -> Hashable:
    return _at_point(place), place.area


def _point(place: Place) -> tuple[float, float]:
    return (place.longitude or 0.0, place.latitude or 0.0)
