"""What a place that was taken puts into the form."""

import pytest

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.filling import filled, said_name
from tests.gazetteer.town import KELOD, PEMECUTAN, SESETAN, town

TOWN = town()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("jl gn agung no 12", {"address": "Jalan Gunung Agung no 12", "area": PEMECUTAN}),
        ("jl tnk umar 4", {"address": "Jalan Teuku Umar 4", "area": PEMECUTAN}),
        ("Jl. Imam Bonjol 332 X", {"address": "Jalan Imam Bonjol 332 X", "area": PEMECUTAN}),
        (
            "jl imam bonjol no 4 rt 3 rw 12 kel pemecutan",
            {"address": "Jalan Imam Bonjol no 4", "rt_rw": "3/12", "area": PEMECUTAN},
        ),
        (
            "jl tkd banyusari gg kenanga no 2",
            {"address": "jl tkd banyusari Gang Kenanga no 2", "area": SESETAN},
        ),
        (
            "jl teuku umar dkt warung bu komang",
            {"address": "Jalan Teuku Umar", "landmark": "dkt warung bu komang", "area": PEMECUTAN},
        ),
        (
            "pertigaan imam bonjol teuku umar",
            {"address": "Simpang Imam Bonjol – Teuku Umar", "area": PEMECUTAN},
        ),
        (
            "dpn rs balimed",
            {"landmark": "dpn RS UMUM BALIMED", "address": "Jl. Mahendradatta No.57", "area": KELOD},
        ),
        (
            "smp rs balimed jl mahendradatta no 3",
            {"landmark": "smp RS UMUM BALIMED", "address": "jl mahendradatta no 3", "area": KELOD},
        ),
        ("RSUD Wangaya", {"address": "RS Umum Daerah Wangaya, Jl. Kartini No.133", "area": PEMECUTAN}),
        ("br tegal", {"address": "Banjar Tegal", "area": KELOD}),
        ("rumah pak ketut kel. sesetan", {"address": "rumah pak ketut", "area": SESETAN}),
        ("gg mawar no 5, sesetan", {"address": "gg mawar no 5", "area": SESETAN}),
        ("gg mawar no 5 dkt sesetan", {"address": "gg mawar no 5", "area": SESETAN}),
        ("jl raya sesetan gg delima sari", {"address": "jl raya sesetan gg delima sari", "area": SESETAN}),
        (
            "gang kenanga no 7 masuk dari jl tukad banyusari",
            {"address": "Gang Kenanga no 7 masuk dari jl tukad banyusari", "area": SESETAN},
        ),
        ("gg mawar, sesetan, masuk dari gatsu", {"address": "gg mawar, masuk dari gatsu", "area": SESETAN}),
        ("gg mawar no 5, di sesetan", {"address": "gg mawar no 5", "area": SESETAN}),
        ("jl sesetan no 4", {"address": "jl sesetan no 4", "area": SESETAN}),
        ("sesetan raya", {"address": "sesetan raya", "area": SESETAN}),
        ("pasar sesetan", {"address": "pasar sesetan", "area": SESETAN}),
    ],
)
def test_a_place_fills_the_fields_and_leaves_what_else_was_typed(text: str, fields: dict[str, str]) -> None:
    found = TOWN.find(text)
    best = found.places[0]
    assert filled(found.spoken, best.place, best.words) == fields


@pytest.mark.parametrize(("area", "point"), [(None, None), (PEMECUTAN, "-8.650000, 115.210000")])
def test_the_middle_of_a_street_through_several_kelurahan_is_no_point(
    area: str | None, point: str | None
) -> None:
    gazetteer = town()
    name = "Jalan Panjang"
    street = Place(id="p", name=name, kind=PlaceKind.STREET, area=area, latitude=-8.65, longitude=115.21)
    gazetteer.put(street)
    found = gazetteer.find("jl panjang no 4")
    assert filled(found.spoken, street, found.places[0].words).get("point") == point


def test_what_has_no_room_elsewhere_stays_in_the_address() -> None:
    found = TOWN.find("jl teuku umar rt 3 rw 2 dkt warung komang")
    texts = filled(found.spoken, found.places[0].place, found.places[0].words, kept=("landmark", "rt_rw"))
    assert texts["address"] == "Jalan Teuku Umar rt 3 rw 2 dkt warung komang"
    found = TOWN.find("dpn rs balimed")
    texts = filled(found.spoken, found.places[0].place, found.places[0].words, kept=("landmark",))
    assert texts["address"] == "dpn RS UMUM BALIMED, Jl. Mahendradatta No.57"
    assert "landmark" not in texts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jl teuku umar no 4", ""),
        ("umar", ""),
        ("jl tnk umar no 4", "jl tnk umar"),
        ("dpn rs bali med", "rs bali med"),
        ("RSUD Wangaya", ""),
    ],
)
def test_another_name_is_what_the_place_is_not_called(text: str, said: str) -> None:
    found = TOWN.find(text)
    assert said_name(found.spoken, found.places[0].place, found.places[0].words) == said
