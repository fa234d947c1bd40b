"""What a narrative tells of the place, and when it tells nothing."""

import pytest

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.filling import filled
from desktop.gazetteer.hearing import SEARCHES, hear_place
from desktop.gazetteer.search import Found
from tests.gazetteer.town import AREAS, KELOD, PEMECUTAN, SESETAN, town

TOWN = town()


def _heard(narrative: str) -> tuple[str, str] | None:
    found = hear_place(narrative, TOWN.find)
    if found is None:
        return None
    return found.spoken.text, found.places[0].place.name if found.places else ""


@pytest.mark.parametrize(
    ("narrative", "text", "place"),
    [
        ("kebakaran di jl teuku umar no 5 api besar", "jl teuku umar no 5", "Jalan Teuku Umar"),
        ("ibu saya jatuh dekat rs wangaya cepat", "dekat rs wangaya", "RS Umum Daerah Wangaya"),
        ("tolong ada tabrakan di simpang imam bonjol - gunung agung, orangnya kejepit", None, None),
        ("banjir di pemecutan kelod sudah selutut", "pemecutan kelod", "Pemecutan Kelod"),
        ("ada ular di rumah saya. gg kenanga, eh gg kenanga no 7, sesetan", "gg kenanga no 7, sesetan", None),
        ("niki ring banjar tegal wenten lelipi", "banjar tegal", "Banjar Tegal"),
        ("Jalan Tukad Banyusari nomor 12 orang pingsan", "Jalan Tukad Banyusari nomor 12", None),
        ("kebakaran di gang manggis biru no 4 tolong", "gang manggis biru no 4", ""),
        ("kebakaran di gang manggis biru nomor lima tolong", "gang manggis biru nomor lima", ""),
        ("pingsan di jl teuku umar dua belas depan warung", "jl teuku umar dua belas", "Jalan Teuku Umar"),
        (
            "api di jl teuku umar no 5 pemecutan kelod ada nenek",
            "jl teuku umar no 5, pemecutan kelod",
            "Jalan Teuku Umar",
        ),
        (
            "api di gang manggis biru nomor lima, masuk dari hayam wuruk. ada nenek",
            "gang manggis biru nomor lima, masuk dari hayam wuruk",
            "",
        ),
        (
            "api di gang manggis biru no 5 masuk dr imam bonjol pemecutan kelod cepat pak",
            "gang manggis biru no 5, pemecutan kelod, masuk dr imam bonjol",
            "Pemecutan Kelod",
        ),
        (
            "ular di gang kenanga no 7, masuk dari jalan tukad banyusari",
            "gang kenanga no 7, masuk dari jalan tukad banyusari",
            "Gang Kenanga",
        ),
        (
            "banjirmi di sesetan, sudah selutut. di BTN Kodam blok A9 nomor 8. ada orang tua",
            "sesetan, BTN Kodam blok A9 nomor 8",
            "Sesetan",
        ),
        ("masuk dari jalan teuku umar, cepat", "masuk dari jalan teuku umar", "Jalan Teuku Umar"),
    ],
)
def test_the_place_is_heard_in_the_callers_words(narrative: str, text: str | None, place: str | None) -> None:
    found = _heard(narrative)
    assert found is not None
    assert text is None or found[0] == text
    assert place is None or found[1] == place


@pytest.mark.parametrize(
    ("narrative", "fields"),
    [
        (
            "pingsan di jl pulau misol dua belas sesetan depan warung",
            {"address": "Jalan Pulau Misol dua belas", "area": SESETAN},
        ),
        (
            "pingsan di jalan hasanuddin no 4 sesetan depan warung bu kadek, napasnya sesak",
            {"address": "Jalan Hasanuddin no 4", "area": SESETAN, "landmark": "depan warung bu kadek"},
        ),
        (
            "api di jl pulau misol depan rumah saya, besar",
            {"address": "Jalan Pulau Misol"},
        ),
        ("banjir di jalan hasanuddin sesetan, dalam", {"address": "Jalan Hasanuddin", "area": SESETAN}),
        (
            "banjir di jalan hasanuddin pemecutan, dalam",
            {"address": "Jalan Hasanuddin", "area": PEMECUTAN, "point": "-8.660000, 115.200000"},
        ),
        (
            "banjir di jalan hasanuddin denpasar barat",
            {"address": "Jalan Hasanuddin", "area": PEMECUTAN, "point": "-8.660000, 115.200000"},
        ),
        (
            "dekat rs wangaya sesetan, cepat",
            {"landmark": "dekat RS Umum Daerah Wangaya", "address": "sesetan", "area": PEMECUTAN},
        ),
    ],
)
def test_a_road_lies_where_the_caller_said_and_its_point_elsewhere_is_not_taken(
    narrative: str, fields: dict[str, str]
) -> None:
    gazetteer = town()
    gazetteer.put(Place(id="misol", name="Jalan Pulau Misol", kind=PlaceKind.STREET))
    gazetteer.put(
        Place(
            id="Jalan Hasanuddin",
            name="Jalan Hasanuddin",
            kind=PlaceKind.STREET,
            area=PEMECUTAN,
            latitude=-8.66,
            longitude=115.2,
        )
    )
    found = hear_place(narrative, gazetteer.find)
    assert found is not None
    best = found.places[0]
    inside = [area.id for area in AREAS if found.area is not None and area.parent == found.area.id]
    assert filled(found.spoken, best.place, best.words, (), found.area, inside) == fields


def test_an_alley_is_heard_with_its_street_and_one_of_another_street_is_not_taken_for_it() -> None:
    assert _heard("ular di jalan teuku umar barat gang kenanga, hitam") == (
        "jalan teuku umar barat gang kenanga",
        "Gang Kenanga",
    )
    gazetteer = town()
    gazetteer.drop("Gang Kenanga")
    found = hear_place("ular di jalan raya sesetan gang kenanga sesetan, hitam", gazetteer.find)
    assert found is not None
    assert found.spoken.text == "jalan raya sesetan gang kenanga"
    assert found.places == ()
    assert found.area is not None
    assert found.area.id == SESETAN


def test_a_junction_is_heard_with_both_roads() -> None:
    found = _heard("ada tabrakan di simpang imam bonjol - gunung agung, orangnya kejepit")
    assert found == ("simpang imam bonjol - gunung agung", "Jalan Imam Bonjol – Jalan Gunung Agung")


def test_a_junction_is_heard_without_its_word() -> None:
    found = _heard("tabrakan di imam bonjol sama teuku umar yang dekat apotek, mobil sama motor")
    assert found == ("imam bonjol sama teuku umar, dekat apotek", "Jalan Imam Bonjol – Jalan Teuku Umar")


@pytest.mark.parametrize(
    ("way", "area"), [("tukad banyusari", SESETAN), ("teuku umar barat", KELOD), ("mahendradatta", None)]
)
def test_of_alleys_of_one_name_that_at_the_street_one_comes_from_is_heard(way: str, area: str | None) -> None:
    found = hear_place(f"ular di gang kenanga no 7, masuk dari {way}", TOWN.find)
    assert found is not None
    assert [one.place.area for one in found.places] == ([area] if area else [])


@pytest.mark.parametrize(
    "narrative",
    [
        "",
        "bapak saya tidak bisa jalan, napasnya sesak",
        "ada ular di dapur dekat kompor",
        "api di rumah tetangga",
        "jalan rusak di depan rumah",
        "orang pingsan di pasar",
        "banjir di perumahan warga, minta perahu",
        "dua motor tabrakan di jalan raya",
        "mau tanya nomor pln",
        "halo halo tolong pak",
    ],
)
def test_no_place_is_made_up(narrative: str) -> None:
    assert _heard(narrative) is None


def test_a_long_narrative_asks_for_few_searches_and_is_heard_to_its_end_when_heard_again() -> None:
    told = ". ".join(f"kebakaran di gudang nomor {at} dekat pasar {at}" for at in range(30))
    narrative = f"{told}. orangnya di jl teuku umar no 5"
    known: dict[str, Found] = {}
    asked: list[int] = []
    found: Found | None = None

    def find(text: str, limit: int) -> Found:
        if text not in known:
            known[text] = TOWN.find(text, limit)
        return known[text]

    for _ in range(30):
        before = len(known)
        found = hear_place(narrative, find, is_known=known.__contains__)
        asked.append(len(known) - before)
    assert 0 < max(asked) <= SEARCHES + 4
    assert asked[-1] == 0
    assert found is not None
    assert found.places[0].place.name == "Jalan Teuku Umar"
