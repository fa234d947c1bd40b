"""Whom to call about what happens beyond the border."""

import pytest

from desktop.domain.places import Border, BorderLevel
from desktop.gazetteer.borders import Borders
from desktop.gazetteer.neighbours import Neighbour, neighbours_of
from desktop.operations.packs import available_packs

BADUNG = Neighbour("51.03", "Pusdalops Badung", "0361-413417")
GIANYAR = Neighbour("51.04", "Gianyar", "112")


def square(code: str, name: str, west: float) -> Border:
    """A kelurahan of a hundredth of a degree."""
    ring = [(west, -8.6), (west + 0.01, -8.6), (west + 0.01, -8.61), (west, -8.61), (west, -8.6)]
    return Border(id=code, name=name, level=BorderLevel.KELURAHAN, shape=[[ring]])


@pytest.mark.parametrize(
    ("code", "neighbours", "told"),
    [
        ("51.03.01.2001", (BADUNG, GIANYAR), "0361-413417"),
        ("51.04.01.2001", (BADUNG, GIANYAR), "112"),
        ("relation 7", (BADUNG,), "0361-413417"),  # no code, and only one it can be
        ("relation 7", (BADUNG, GIANYAR), ""),
        ("51.08.01.2001", (), ""),
    ],
)
def test_the_neighbours_centre_is_told_with_its_number(
    code: str, neighbours: tuple[Neighbour, ...], told: str
) -> None:
    own, other = square("51.71.01.1001", "Serangan", 115.20), square(code, "Dalung", 115.21)
    found = Borders([own, other], {"51.71.01.1001"}, neighbours).locate(-8.605, 115.215)
    assert found is not None
    assert (found.area, found.outside.split(",")[0], found.telephone) == (None, "Dalung", told)


@pytest.mark.parametrize("city", available_packs())
def test_each_pack_names_a_centre_around_with_a_published_number(city: str) -> None:
    assert neighbours_of(city)
    assert all(one.name and one.telephone[:1] == "0" for one in neighbours_of(city))
    assert neighbours_of("nowhere") == ()
