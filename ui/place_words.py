"""A place in words: its name, what it is, and where."""

from collections.abc import Mapping

from desktop.domain.board import Reference
from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.filling import shown_name
from ui.words import word

_SAID_BY_NAME = (PlaceKind.STREET, PlaceKind.ALLEY, PlaceKind.JUNCTION, PlaceKind.OTHER)
"""Kinds whose names say what they are, or that say nothing."""


def place_text(place: Place, reference: Reference) -> str:
    """`RS Balimed — hospital · Pemecutan Kelod, Denpasar Barat · Jl. Mahendradatta No.57`."""
    parts = [] if place.kind in _SAID_BY_NAME else [word(place.kind)]
    if place.kind is PlaceKind.AREA:
        area = reference.areas.get(place.id)
        parts = [word(area.level)] if area is not None else []
    parts += [_area_text(place, reference), place.street]
    rest = " · ".join(part for part in parts if part)
    name = shown_name(place)
    return f"{name} — {rest}" if rest else name


def not_located(texts: Mapping[str, str]) -> bool:
    """Whether a draft's place has words but no point."""
    return bool(texts["address"] or texts["landmark"]) and not texts["point"]


def _area_text(place: Place, reference: Reference) -> str:
    area = reference.areas.get(place.area or "")
    kecamatan = reference.kecamatan_of(place.area or "")
    names = [one.name for one in (area, kecamatan) if one is not None and one.id != place.id]
    return ", ".join(dict.fromkeys(names))
