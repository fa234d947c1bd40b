"""A desk's places from a server: more than a page of them, what a newer import changed, and its copy."""

from pathlib import Path

from desktop.gazetteer.copying import Copying
from desktop.gazetteer.desk import PlaceSearch
from desktop.gazetteer.importing import import_file
from desktop.gazetteer.loading import PlaceLoading
from desktop.store.gazetteer import PAGE
from desktop.store.gazetteer_into import into_server
from desktop.store.postgres.engine import address_of
from desktop.store.postgres.making import open_postgres
from tests.gazetteer.town import AREAS
from tests.store.server import Server


def _table(file: Path, *names: str) -> Path:
    lines = [f"{at},{name},alley,-8.65,115.21" for at, name in enumerate(names)]
    file.write_text("\n".join(["id,name,kind,lat,lon", *lines]), "utf-8")
    return file


async def test_a_desk_loads_over_the_server_what_was_imported(
    server: Server, database: str, tmp_path: Path
) -> None:
    into = into_server(address_of(server.url(database, "dewa")))
    many = [f"Gang Nomor {at}" for at in range(PAGE)]
    await import_file(into, _table(tmp_path / "town-2025.csv", *many, "Gang Mawar"), "Denpasar")
    store = await open_postgres(server.url(database, "ani"))
    away = [False]
    copying = Copying(tmp_path / "copy.json.gz")

    async def first_named(loading: PlaceLoading, search: PlaceSearch, text: str) -> list[str]:
        await loading.refresh()
        return [one.place.name for one in (await search.find(text, 1)).places]

    try:
        search = PlaceSearch(AREAS)
        loading = PlaceLoading(store, search, (), copying, lambda: away[0])
        assert await first_named(loading, search, "gg mawar") == ["Gang Mawar"]
        await import_file(into, _table(tmp_path / "town-2026.csv", *many, "Gang Melati"), "Denpasar")
        assert await first_named(loading, search, "gg melati") == ["Gang Melati"]
        away[0] = True
        later = PlaceSearch(AREAS)
        from_copy = PlaceLoading(store, later, (), copying, lambda: away[0])
        assert await first_named(from_copy, later, "gg melati") == ["Gang Melati"]
    finally:
        await store.close()
