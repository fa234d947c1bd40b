"""A desk's places in step with its database: imported ones, kept ones, and what was taken back."""

import gzip
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.copying import Copying
from desktop.gazetteer.desk import PlaceSearch
from desktop.gazetteer.loading import PlaceLoading
from desktop.operations.desk import Desk, Done
from desktop.operations.places import add_name, keep_place, withdraw_place
from desktop.runtime.services import Services, open_services
from desktop.store.gazetteer import place_row
from desktop.store.tables import gazetteer_import, place
from tests.gazetteer.town import AREAS
from tests.ui.driver import make_centre

MAWAR = Place(id="a" * 32, name="Gang Mawar", kind=PlaceKind.ALLEY, latitude=-8.65, longitude=115.21)
MELATI = Place(id="b" * 32, name="Gang Melati", kind=PlaceKind.ALLEY)


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    """Denpasar's training centre on a file."""
    make_centre(tmp_path / "centre.sqlite")
    opened = await open_services(tmp_path / "centre.sqlite")
    yield opened
    await opened.close()


async def _imported(services: Services, number: int, *places: Place) -> None:
    """An import that leaves these places and no others."""

    def write(connection: Connection) -> None:
        connection.execute(delete(place))
        connection.execute(insert(place), [place_row(one, "town") for one in places])
        at = services.follower.clock.now()
        row = {"number": number, "at": at, "by": "made", "source": "town", "file": "t", "digest": str(number)}
        connection.execute(insert(gazetteer_import), [{**row, "finished_at": at, "counts": {}}])

    await services.store.write(write)


async def _names(search: PlaceSearch, text: str) -> list[str]:
    return [one.place.name for one in (await search.find(text, 5)).places]


def _loading(services: Services, search: PlaceSearch, folder: Path, *, away: bool = False) -> PlaceLoading:
    copying = Copying(folder / "gazetteer" / "copy.json.gz")
    return PlaceLoading(services.store, search, (), copying, lambda: away)


async def test_what_was_imported_kept_and_taken_back_is_known_at_the_desk(
    services: Services, tmp_path: Path
) -> None:
    search = PlaceSearch(AREAS)
    loading = _loading(services, search, tmp_path)
    desk: Desk = await services.sign_in("made", None)
    await loading.refresh()
    assert await _names(search, "gg mawar") == []
    await _imported(services, 1, MAWAR, MELATI)
    await loading.refresh()
    assert await _names(search, "gg mawar") == ["Gang Mawar"]

    kept = await keep_place(desk, name="Warung Bu Komang", kind=PlaceKind.OTHER, area="51.71.03")
    named = await add_name(desk, MAWAR, "gang buntu sari")
    assert isinstance(kept, Done)
    assert isinstance(named, Done)
    await loading.refresh()
    assert await _names(search, "warung bu komang") == ["Warung Bu Komang"]
    assert await _names(search, "gg buntu sari") == ["Gang Mawar"]

    await _imported(services, 2, MAWAR)
    await loading.refresh()
    assert await _names(search, "gg melati") == []
    assert await _names(search, "gg buntu sari") == ["Gang Mawar"]

    for row in (kept.row, named.row):
        assert isinstance(await withdraw_place(desk, row), Done)
    await loading.refresh()
    assert await _names(search, "warung bu komang") == await _names(search, "gg buntu sari") == []
    assert await _names(search, "gg mawar") == ["Gang Mawar"]
    search.close()


async def test_another_import_brings_only_what_differs_to_a_desk(services: Services, tmp_path: Path) -> None:
    search, put = PlaceSearch(AREAS), list[str]()
    take = search.put

    async def counted(places: Iterable[Place]) -> None:
        known = list(places)
        put.extend(one.name for one in known)
        await take(known)

    search.put = counted  # type: ignore[method-assign]  # - what this test counts
    loading = _loading(services, search, tmp_path)
    await _imported(services, 1, MAWAR, MELATI)
    await loading.refresh()
    await _imported(services, 2, MAWAR, replace(MELATI, name="Gang Melati Baru"))
    await loading.refresh()
    assert put == ["Gang Mawar", "Gang Melati", "Gang Melati Baru"]
    assert await _names(search, "gg melati baru") == ["Gang Melati Baru"]
    search.close()


async def test_without_the_server_the_copy_on_the_workstation_is_taken(
    services: Services, tmp_path: Path
) -> None:
    first, again, none = PlaceSearch(AREAS), PlaceSearch(AREAS), PlaceSearch(AREAS)
    await _imported(services, 1, MAWAR)
    await _loading(services, first, tmp_path).refresh()
    await services.store.write(lambda connection: connection.execute(delete(place)))
    await _loading(services, again, tmp_path, away=True).refresh()
    await _loading(services, none, tmp_path / "other", away=True).refresh()
    assert await _names(first, "gg mawar") == await _names(again, "gg mawar") == ["Gang Mawar"]
    assert await _names(none, "gg mawar") == []
    for search in (first, again, none):
        search.close()


async def test_what_was_kept_stays_when_the_server_comes_back_in_the_middle(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, away = PlaceSearch(AREAS), list[str]()
    copying = Copying(tmp_path / "copy.json.gz")
    loading = PlaceLoading(services.store, search, (), copying, lambda: bool(away))
    desk: Desk = await services.sign_in("made", None)
    assert isinstance(await keep_place(desk, name="Warung Bu Komang", kind=PlaceKind.OTHER), Done)
    await loading.refresh()
    assert await _names(search, "warung bu komang") == ["Warung Bu Komang"]

    def back(_connection: Connection) -> tuple[()]:
        away.clear()
        return ()

    with monkeypatch.context() as patch:  # the part of the database that is here knows nothing of it
        patch.setattr("desktop.gazetteer.loading.read_kept_marks", lambda _connection: {})
        patch.setattr("desktop.gazetteer.loading.read_kept_places", back)
        away.append("away")
        await loading.refresh()
    assert await _names(search, "warung bu komang") == ["Warung Bu Komang"]
    search.close()


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"no gzip", gzip.compress(b"{}"), gzip.compress(b'{"form": 9}')),
        gzip.compress(b'{"form": 1}')[:10] + b"\xff" * 20,
    ],
    ids=("empty", "no gzip", "no copy", "another form", "broken inside"),
)
async def test_a_copy_that_cannot_be_read_is_none(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "copy.json.gz"
    file.write_bytes(content)
    assert await Copying(file).read() is None
