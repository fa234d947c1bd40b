"""Words too short for the index of the look-up, on both databases."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from desktop.domain.calls import CallType
from tests.store.looked_up import Run, furnished_database, furnished_file, in_file, look, on_server
from tests.store.two_years import NOW, key, put_call

__all__ = ["furnished_database", "furnished_file"]

PLACES = (
    "Jl. Kawi 42",
    "jl. kawi 421",
    "Jl. Kawi no.42",
    "Jl. Kawi blok-42",
    "jl. kawi (42)",
    "jl. kawi 4/42",
    "jl. kawi\n42",
    "jl. kawi \u00a042a",
    "42 jl. kawi",
    "42. jl. kawi",
    "jl. kawi 4",
    "jl. kawi 142",
    "jl. kawi x42",
    "jl. kawi_42",
    "jl. pulau 42",
)
NEAR = 200
"""Texts of the same street that are newer: more than a page of them."""


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Callers who named a place long ago, and many who named the street since."""

    def furnish_street(connection: Connection) -> None:
        for n in range(len(PLACES) + NEAR):
            said = PLACES[n] if n < len(PLACES) else f"jl. kawi {500 + n}"
            put_call(connection, f"place {n}", None, None, said, NOW, CallType.INFORMATION)
            if n in (len(PLACES), NEAR // 2) and connection.dialect.name == "postgresql":
                # Further back than a server looks at first, and than it looks next.
                connection.execute(text("select setval('search_row_id_seq', 60000 * :n)"), {"n": n})

    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("places") / "centre.sqlite"
        with in_file(path, request.getfixturevalue("furnished_file")) as made:
            made(furnish_street)
            yield made
    else:
        name = request.getfixturevalue("furnished_database")
        with on_server(request.getfixturevalue("server"), name) as made:
            made(furnish_street)
            yield made


@pytest.mark.parametrize(
    "asked", ["kawi 42", "Jl. Kawi no. 42", "kawi 4", "kawi 42 4", "pulau 42", "kawi 50 5", "kawi 9"]
)
def test_a_short_word_is_found_wherever_it_begins_a_word(places: Run, asked: str) -> None:
    """As going through all texts finds it, though the index knows words of three letters only."""
    words = [one for one in asked.lower().split() if one not in ("jl.", "no.")]
    said = {n: PLACES[n] if n < len(PLACES) else f"jl. kawi {500 + n}" for n in range(len(PLACES) + NEAR)}
    fitting = {
        key(f"place {n}")
        for n, one in said.items()
        if all(re.search(rf"(?<!\w){word}", one.lower()) for word in words)
    }
    assert {hit.row for hit in look(places, asked, limit=500)} == fitting
