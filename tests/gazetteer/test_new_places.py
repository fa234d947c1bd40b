"""What is kept of a place that was typed."""

import pytest

from desktop.domain.places import PlaceKind
from desktop.gazetteer.new_places import NewPlace, new_place


@pytest.mark.parametrize(
    ("address", "landmark", "name", "kind", "street"),
    [
        ("Jl. Kartini no 4", "dpn warung Bu Komang", "warung Bu Komang", PlaceKind.OTHER, "Jl. Kartini"),
        ("Jl. Mawar Gg. Melati II no 3 rt 2 rw 1", "", "Jl. Mawar Gg. Melati II", PlaceKind.ALLEY, ""),
        ("Jl. Baru 12", "", "Jl. Baru 12", PlaceKind.STREET, ""),
        ("br. Kaja kel Sesetan", "", "br. Kaja", PlaceKind.BANJAR, ""),
        ("simpang Buagan", "", "simpang Buagan", PlaceKind.JUNCTION, ""),
        ("", "dekat pasar Badung", "pasar Badung", PlaceKind.MARKET, ""),
    ],
)
def test_a_landmark_or_the_address_without_its_number_is_kept(
    address: str, landmark: str, name: str, kind: PlaceKind, street: str
) -> None:
    assert new_place(address, landmark, "51.71.03", -8.6, 115.2) == NewPlace(
        name=name, kind=kind, street=street, area="51.71.03", latitude=-8.6, longitude=115.2
    )


@pytest.mark.parametrize(
    ("address", "landmark"), [("", ""), ("no 4", ""), ("rt 3 rw 2", "depan"), ("jl", "")]
)
def test_without_a_name_there_is_nothing_to_keep(address: str, landmark: str) -> None:
    assert new_place(address, landmark, None, None, None) is None
