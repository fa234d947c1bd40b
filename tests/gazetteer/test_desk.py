"""The gazetteer of a desk, asked from the event loop."""

import asyncio
import gc

import pytest

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.desk import PlaceSearch
from tests.gazetteer.town import AREAS


async def test_areas_are_found_before_any_place_and_places_once_they_are_there() -> None:
    search = PlaceSearch(AREAS)
    assert [one.place.name for one in (await search.find("kel sesetan", 5)).places] == ["Sesetan"]
    had_places = search.has_places
    places = [Place(id=str(at), name=f"Gang {at}", kind=PlaceKind.ALLEY) for at in range(250)]
    await search.put(iter(places))
    assert (had_places, search.has_places) == (False, True)
    assert [one.place.id for one in (await search.find("gg 249", 1)).places] == ["249"]
    await search.drop(["249"])
    assert "249" not in [one.place.id for one in (await search.find("gg 249", 5)).places]
    search.close()


async def test_what_the_collector_does_not_look_through_is_its_own_again_when_the_desk_closes() -> None:
    before = gc.get_freeze_count()
    gc.unfreeze()
    try:
        search = PlaceSearch(AREAS)
        places = [Place(id=str(at), name=f"Gang {at}", kind=PlaceKind.ALLEY) for at in range(150)]
        await search.put(places[:1])
        assert gc.get_freeze_count() == 0
        await search.put(places)
        assert gc.get_freeze_count() > 0
        search.close()
        assert gc.get_freeze_count() == 0
    finally:
        if before:  # as the tests began
            gc.freeze()


async def test_nobody_waits_for_a_desk_that_closed() -> None:
    search = PlaceSearch(AREAS)
    search.close()
    with pytest.raises(asyncio.CancelledError):
        await search.find("sesetan", 5)
