"""The gazetteer of a desk, asked from the event loop."""

import asyncio
import gc

import pytest

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.desk import PlaceSearch
from desktop.gazetteer.search import LONGEST, Found, Gazetteer
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


async def test_of_a_narrative_only_what_is_new_is_looked_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, find = list[str](), Gazetteer.find

    def counted(gazetteer: Gazetteer, text: str, limit: int = 8) -> Found:
        asked.append(text)
        return find(gazetteer, text, limit)

    monkeypatch.setattr(Gazetteer, "find", counted)
    search = PlaceSearch(AREAS)
    told = "rumah terbakar di kel sesetan, tolong pak"
    first = await search.hear(told)
    assert first is not None
    assert [one.place.name for one in first.places] == ["Sesetan"]
    known = set(asked)
    asked.clear()
    again = await search.hear(f"{told}, banyak asap di rumah")
    assert again is not None
    assert again.places == first.places
    assert known.isdisjoint(asked)
    await search.put([Place(id="s", name="Jalan Sesetan", kind=PlaceKind.STREET)])
    await search.hear(told)
    assert known & set(asked)
    search.close()


async def test_nobody_waits_for_a_desk_that_closed() -> None:
    search = PlaceSearch(AREAS)
    search.close()
    with pytest.raises(asyncio.CancelledError):
        await search.find("sesetan", 5)


async def test_of_a_text_without_end_as_much_is_looked_at_as_an_address_may_have() -> None:
    search = PlaceSearch(AREAS)
    found = await search.find("kel sesetan " + "dan lagi " * 4_000, 5)
    assert len(found.spoken.text) == LONGEST
    assert [one.place.name for one in found.places][:1] == ["Sesetan"]
    search.close()
