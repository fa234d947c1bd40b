"""Print the places that a text may mean, as the place field offers them."""

import json
from typing import Any

from desktop.domain.places import KeptPlace, Place
from desktop.domain.reference import Area
from desktop.gazetteer.filling import filled, shown_name
from desktop.gazetteer.search import Gazetteer
from desktop.runtime import terminal
from desktop.runtime.commands.gazetteer_reading import read_centre
from desktop.runtime.settings import Settings
from desktop.store.gazetteer import read_all_places, read_kept_places
from desktop.store.queries import read_records

_SCORE_DIGITS = 3


def run(settings: Settings, text: str, limit: int = 8, as_login: str | None = None) -> int:
    """JSON lines, the likeliest place first: what it is, where, and what taking it would fill in."""
    _, (areas, places, kept) = read_centre(settings, as_login, _read)
    names = {one.id: one.name for one in areas}
    gazetteer = Gazetteer(areas)
    for place in (*places, *(one.place for one in kept)):
        gazetteer.put(place)
    found = gazetteer.find(text, limit)
    for one in found.places:
        place = one.place
        told = {
            "name": shown_name(place),
            "kind": place.kind.value,
            "area": place.area,
            "area_name": names.get(place.area or ""),
            "street": place.street or None,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "kept_by": place.kept_by,
            "score": round(one.score, _SCORE_DIGITS),
            "fills": filled(found.spoken, place, one.words),
            "id": place.id,
        }
        terminal.say(json.dumps(told, ensure_ascii=False))
    return terminal.DONE


def _read(connection: Any) -> tuple[list[Area], tuple[Place, ...], tuple[KeptPlace, ...]]:
    return read_records(connection, Area), read_all_places(connection), read_kept_places(connection)
