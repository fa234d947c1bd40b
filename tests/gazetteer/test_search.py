"""Places found by what callers say."""

import pytest

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.search import Gazetteer
from tests.gazetteer.town import KELOD, PEMECUTAN, town

TOWN = town()


def _found(text: str) -> list[str]:
    return [one.place.name for one in TOWN.find(text).places]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("jl teuku umar no 45", "Jalan Teuku Umar"),
        ("jl tengku umar barat", "Jalan Teuku Umar Barat"),
        ("tk umar", "Jalan Teuku Umar"),
        ("jl imambonjol", "Jalan Imam Bonjol"),
        ("jl imam bnojol", "Jalan Imam Bonjol"),
        ("jl watu rengong", "Jl. Waturenggong"),
        ("Jl. Mahendra Data", "Jalan Mahendradatta"),
        ("jl tkd banyu sari", "Jalan Tukad Banyusari"),
        ("jl gunung karang 1", "Jl. Gn Karang I"),
        ("jl marlboro 7", "Jalan Marlboro VII"),
        ("jl marlboro no 7", "Jalan Marlboro"),
        ("gn kalimutu gg 5", "Jalan Gunung Kalimutu Gang V"),
        ("gn kalimutu", "Jalan Gunung Kalimutu"),
        ("simpang teuku umar - imam bonjol", "Jalan Imam Bonjol – Jalan Teuku Umar"),
        ("pertigaan jl imam bonjol dgn hasanudin", "Jalan Imam Bonjol – Jalan Hasanuddin"),
        ("dpn rs balimed", "RS UMUM BALIMED"),
        ("rs bali med mahendradata", "RS UMUM BALIMED"),
        ("RSUD Wangaya", "RS Umum Daerah Wangaya"),
        ("pkm IV densel", "Puskesmas Denpasar Selatan IV"),
        ("dkt smp 10", "SMPN 10 Denpasar"),
        ("br tegal", "Banjar Tegal"),
        ("Kel. Pemecutan Kec. Denpasar Barat", "Pemecutan"),
        ("pemecutan klod", "Pemecutan Kelod"),
        ("pabaeng baeng", "Pa'baeng-Baeng"),
        ("jl entah apa kel tegal kerta", "Tegal Kertha"),
        ("jl gunung agung kel pemecutan", "Jalan Gunung Agung"),
    ],
)
def test_the_place_meant_comes_first(text: str, first: str) -> None:
    assert _found(text)[:1] == [first]


@pytest.mark.parametrize(
    ("text", "first"),
    [("jl teu", "Jalan Teuku Umar"), ("imam bo", "Jalan Imam Bonjol"), ("mahend", "Jalan Mahendradatta")],
)
def test_beginnings_are_enough(text: str, first: str) -> None:
    assert _found(text)[:1] == [first]


def test_of_places_with_one_name_that_comes_first_which_lies_where_was_said() -> None:
    by_area = TOWN.find("gg kenanga pemecutan kelod").places[0].place
    by_street = TOWN.find("jl teuku umar barat gg kenanga").places[0].place
    assert (by_area.area, by_street.id) == (KELOD, "other kenanga")


def test_an_alley_known_to_lie_at_another_street_comes_behind_the_street_that_was_said() -> None:
    names = [one.place.name for one in TOWN.find("jl waturenggong gang kenanga").places]
    assert names[0] == "Jl. Waturenggong"
    assert TOWN.find("jl tukad banyusari gang kenanga").places[0].place.name == "Gang Kenanga"


def test_of_a_long_street_the_parts_are_offered_only_where_a_kelurahan_was_said() -> None:
    gazetteer = town()
    for area in (None, PEMECUTAN, KELOD):
        street = Place(id=f"long {area}", name="Jalan Panjang", kind=PlaceKind.STREET, area=area)
        gazetteer.put(street)
    assert [one.place.id for one in gazetteer.find("jl panjang").places] == ["long None"]
    said = gazetteer.find("jl panjang kel pemecutan").places
    assert [one.place.id for one in said][:1] == [f"long {PEMECUTAN}"]


def test_of_places_that_fit_alike_the_one_with_a_point_comes_first() -> None:
    gazetteer = town()
    gazetteer.put(Place(id="street", name="Jalan Belimbing", kind=PlaceKind.STREET))
    stop = Place(
        id="stop",
        name="Simpang Belimbing",
        kind=PlaceKind.OTHER,
        area=PEMECUTAN,
        latitude=-8.6354,
        longitude=115.22385,
    )
    gazetteer.put(stop)
    assert gazetteer.find("simpang gatsu sama belimbing").places[0].place.id == "stop"


def test_a_place_is_found_by_its_other_names_and_told_once() -> None:
    gazetteer = town()
    names = ("RSUP Prof. Ngoerah", "RS Sanglah")
    gazetteer.put(Place(id="s", name="RSUP Sanglah", kind=PlaceKind.HOSPITAL, aliases=names))
    for text in ("rs ngoerah", "rsup sanglah", "rs sanglah"):
        assert [one.place.id for one in gazetteer.find(text).places][:1] == ["s"]
        assert [one.place.id for one in gazetteer.find(text).places].count("s") == 1


def test_what_means_no_place_finds_none() -> None:
    assert _found("") == _found("no 5") == _found("xyzzy plugh") == []


def test_what_was_kept_or_withdrawn_is_known_at_once() -> None:
    gazetteer = town()
    kept = Place(id="k", name="Warung Bu Komang", kind=PlaceKind.OTHER, area=KELOD, kept_by="wayan")
    gazetteer.put(kept)
    assert [one.place for one in gazetteer.find("depan warung bu komang").places] == [kept]
    gazetteer.drop("k")
    assert gazetteer.find("depan warung bu komang").places == ()


def test_what_came_again_or_went_takes_no_room_from_what_is_there() -> None:
    gazetteer = Gazetteer()
    for _ in range(3):
        for at in range(150):
            gazetteer.put(Place(id=str(at), name=f"Warung Mawar {at}", kind=PlaceKind.OTHER))
    assert len(gazetteer.find("warung mawar").places) == 8
    for at in range(140):
        gazetteer.drop(str(at))
    found = {one.place.id for one in gazetteer.find("warung mawar").places}
    assert found <= {str(at) for at in range(140, 150)}
    assert len(found) == 8
