"""A place that is imported again, also with other borders or drawn on, stays one and stays corrected."""

import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL

from desktop.domain.places import PlaceKind
from desktop.gazetteer.copying import Copying
from desktop.gazetteer.desk import PlaceSearch
from desktop.gazetteer.importing import Imported, import_file
from desktop.gazetteer.loading import PlaceLoading
from desktop.operations.desk import Desk, Done
from desktop.operations.places import add_name
from desktop.runtime.ids import new_id
from desktop.store.gazetteer import gazetteer_version, read_kept_places, read_places
from desktop.store.gazetteer_into import Into, into_file, into_server
from desktop.store.making import open_file
from desktop.store.postgres.engine import address_of
from desktop.store.postgres.making import open_postgres
from desktop.store.store import Store
from tests.gazetteer.town import AREAS
from tests.store.backends import author_of, make_staffed_file
from tests.store.server import Server
from tests.store.test_gazetteer import MAWAR, OWN, PEMECUTAN, UMAR, road, square, written

BESIDE = square(115.22, -8.68, 0.03, kode="51.71.02.1004", nama="Dauh Puri")
LONG = road("Jalan Diponegoro", (115.215, -8.67), (115.219, -8.67), (115.221, -8.67), (115.225, -8.67))
TYPO = "tengku omar"


class Ground:
    """A centre's gazetteer on one of the databases."""

    def __init__(self, folder: Path, url: Callable[[str], URL] | None) -> None:
        self.folder, self._url = folder, url
        self._file = folder / "centre.sqlite"
        if url is None:
            make_staffed_file(self._file)
            self.into = into_file(self._file)
        else:
            self.into = into_server(address_of(url("dewa")))

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Desk]:
        """A dispatcher's desk."""
        url = self._url
        store: Store = open_file(self._file) if url is None else await open_postgres(url("budi"))
        try:
            yield Desk(store, author_of("budi"), new_id)
        finally:
            await store.close()

    async def load(self, name: str, *features: dict[str, Any]) -> Imported:
        """Import a file of these."""
        return await import_file(self.into, written(self.folder / name, features), "Denpasar")

    async def correct(self, name: str, typo: str = TYPO) -> None:
        """Let the first place of a name be found by one more."""
        place = next(one for one in await self.into.ask(read_places) if one.name == name)
        async with self.desk() as desk:
            assert isinstance(await add_name(desk, place, typo), Done)

    async def found(self, text: str) -> list[tuple[str, bool]]:
        """What a desk finds, and whether that is as it was corrected."""
        search = PlaceSearch(AREAS)
        try:
            async with self.desk() as desk:
                copying = Copying(self.folder / new_id())
                await PlaceLoading(desk.store, search, (), copying, lambda: False).refresh()
            return [
                (one.place.name, one.place.kept_by is not None)
                for one in (await search.find(text, 9)).places
                if one.score > 0.8
            ]
        finally:
            search.close()


@pytest.fixture(params=["file", "server"])
def ground(request: pytest.FixtureRequest, tmp_path: Path) -> Ground:
    """An empty gazetteer in a file, and on a server."""
    if request.param == "file":
        return Ground(tmp_path, None)
    server: Server = request.getfixturevalue("server")
    database: str = request.getfixturevalue("database")
    return Ground(tmp_path, lambda login: server.url(database, login))


async def _old_ids(into: Into) -> None:
    """Name the places as an older program did, by kelurahan and street too."""
    places = await into.ask(read_places)
    await into.drop([one.id for one in places])
    await into.put(
        [(replace(one, id=hashlib.blake2b(repr(one).encode()).hexdigest()[:32]), "roads") for one in places]
    )


async def test_a_corrected_place_stays_one_when_borders_come(ground: Ground) -> None:
    await ground.load("roads.geojson", UMAR, LONG)
    await ground.correct("Jalan Teuku Umar")
    await ground.correct("Jalan Diponegoro", "jl dipo")
    await ground.load("borders.geojson", OWN, BESIDE)
    await ground.load("roads.geojson", UMAR, LONG)
    version = await ground.into.ask(gazetteer_version)
    assert (await ground.load("roads.geojson", UMAR, LONG)).unchanged
    assert await ground.into.ask(gazetteer_version) == version
    assert await ground.found("jalan teuku umar") == [("Jalan Teuku Umar", True)]
    assert await ground.found(TYPO) == [("Jalan Teuku Umar", True)]
    assert await ground.found("jl dipo") == [("Jalan Diponegoro", True)]
    names = [one.name for one in await ground.into.ask(read_places)]
    assert sorted(names) == ["Jalan Diponegoro"] * 3 + ["Jalan Teuku Umar"]


async def test_a_database_with_older_ids_keeps_them_and_what_was_corrected(ground: Ground) -> None:
    bends = [(115.200, -8.67), (115.203, -8.67), (115.206, -8.67), (115.208, -8.67)]
    await ground.load("roads-2025.geojson", MAWAR, road("Jalan Teuku Umar", *bends))
    await _old_ids(ground.into)
    before = {one.name: one.id for one in await ground.into.ask(read_places)}
    await ground.correct("Jalan Teuku Umar")
    longer = road("Jalan Teuku Umar", *bends, (115.210, -8.67))
    told = await ground.load("roads-2026.geojson", OWN, longer, MAWAR)
    assert {word: told.counts[word] for word in ("added", "removed")} == {"added": 0, "removed": 0}
    places = await ground.into.ask(read_places)
    assert {one.name: one.id for one in places} == before
    assert {one.area for one in places} == {PEMECUTAN}
    assert await ground.found(TYPO) == [("Jalan Teuku Umar", True)]
    assert await ground.found("jalan teuku umar") == [("Jalan Teuku Umar", True)]
    again = await ground.load("roads-2026.geojson", OWN, longer, MAWAR)
    assert again.unchanged


async def test_a_correction_that_names_no_place_any_more_gets_its_own_back(ground: Ground) -> None:
    await ground.load("roads.geojson", UMAR, MAWAR)
    await ground.correct("Gang Mawar")
    await ground.load("borders.geojson", OWN)
    await _old_ids(ground.into)
    assert len(await ground.found("gang mawar")) == 2
    await ground.load("roads.geojson", UMAR, MAWAR)
    (kept,) = await ground.into.ask(read_kept_places)
    assert [one.name for one in await ground.into.ask(read_places) if one.id == kept.instead_of] == [
        kept.name
    ]
    assert await ground.found("gang mawar") == [("Gang Mawar", True)]
    assert (await ground.load("roads.geojson", UMAR, MAWAR)).unchanged


async def test_another_place_of_that_name_does_not_take_the_correction(ground: Ground) -> None:
    await ground.load("roads-2025.geojson", MAWAR)
    await ground.correct("Gang Mawar", "gg mawar buntu")
    far = road("Gang Mawar", (115.25, -8.665), (115.251, -8.665))
    await ground.load("roads-2026.geojson", far)
    (place,) = await ground.into.ask(read_places)
    (kept,) = await ground.into.ask(read_kept_places)
    assert place.kind is PlaceKind.ALLEY
    assert place.id != kept.instead_of
