"""The tables of lawful and guarded acts about places that operators keep."""

from desktop.domain.acts import Act
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, simple
from tests.domain.world import World, insert

_SHOP = {"name": "Warung Bu Made", "place_kind": "other"}


def kept(world: World) -> Act:
    """A shop that no map has."""
    row = insert("kept_place", "p1", **_SHOP, aliases="warung made\nbu made", area="51.71.02.1003")
    return world.act("place.kept", row)


def _corrected(row: str = "p2") -> Make:
    def make(world: World) -> Act:
        values = {"name": "Jalan Teuku Umar", "place_kind": "street", "aliases": "Tengku Umar"}
        return world.act("place.corrected", insert("kept_place", row, instead_of="w25120735", **values))

    return make


def _keep(world: World) -> object:
    return world.must("ani", kept(world))


def _correct(world: World) -> object:
    return world.must("budi", _corrected()(world))


_withdrawn = simple("place.withdrawn", "kept_place", "p1", "sudah tutup")
_changed = simple(
    "place.changed", "kept_place", "p1", latitude=-8.67, longitude=115.2, street="Jl. Gn. Agung"
)


def _withdraw(world: World) -> object:
    return world.must("citra", _withdrawn(world))


def _withdraw_correction(world: World) -> object:
    return world.must("citra", simple("place.withdrawn", "kept_place", "p2")(world))


def _blank(world: World) -> Act:
    return world.act("place.kept", insert("kept_place", "p1", name=" \u3000", place_kind="other"))


LAWFUL_PLACES = (
    Lawful("a place kept", (), "ani", kept),
    Lawful("a place corrected", (), "budi", _corrected()),
    Lawful("a place corrected again", (_correct, _withdraw_correction), "budi", _corrected("p3")),
    Lawful("a kept place changed", (_keep,), "budi", _changed),
    Lawful("a kept place withdrawn", (_keep,), "citra", _withdrawn),
)

_P = "kept_place"

GUARDED_PLACES = (
    Guarded("a place without a name", (), "ani", _blank, "kept_place_named", _P, "p1", "name"),
    Guarded(
        "a kept place loses its name",
        (_keep,),
        "budi",
        simple("place.changed", _P, "p1", name=""),
        "kept_place_named",
        _P,
        "p1",
        "name",
    ),
    Guarded("a withdrawn place changed", (_keep, _withdraw), "budi", _changed, "kept_place_stands", _P, "p1"),
    Guarded("a place withdrawn twice", (_keep, _withdraw), "budi", _withdrawn, "kept_place_stands", _P, "p1"),
    Guarded("a second correction", (_correct,), "budi", _corrected("p3"), "place_corrected_once", _P, "p3"),
)
