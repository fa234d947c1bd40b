"""Choosing by typing: names of both cities, spelled as people spell them."""

import csv
import time
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.choosing import AREA_FILLERS, EXACT, Choice, Chooser

CITIES = ("denpasar", "makassar")


def _rows(city: str, name: str) -> list[dict[str, str]]:
    text = files("resources").joinpath("cities", city, name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def areas(city: str) -> Chooser:
    return Chooser(_areas(city), AREA_FILLERS)


def _areas(city: str) -> list[Choice]:
    return [Choice(row["code"], row["name"], (), row["parent"] or None) for row in _rows(city, "areas.csv")]


@cache
def categories(city: str) -> Chooser:
    return Chooser(
        [
            Choice(row["code"], row["name_id"], (row["name_en"], *row["words"].split(",")), row["group"])
            for row in _rows(city, "categories.csv")
        ]
    )


def labels(chooser: Chooser, text: str, within: str | None = None) -> list[str]:
    return [match.choice.label for match in chooser.find(text, within)]


@pytest.mark.parametrize("city", CITIES)
def test_every_name_of_a_city_is_found_first_however_it_is_written(city: str) -> None:
    chooser = areas(city)
    for choice in _areas(city):
        name = choice.label
        ways = {name, name.upper(), name.replace("'", ""), name.replace("-", " "), name.replace(" ", "")}
        for way in (*ways, f"Kel. {name}", name.replace("'", "’"), f"  {name} "):
            first = chooser.find(way)[0]
            assert (first.choice.label, first.score) == (name, EXACT), way


@pytest.mark.parametrize("city", CITIES)
def test_every_name_is_found_by_a_doubled_or_lost_letter(city: str) -> None:
    chooser = areas(city)
    for choice in _areas(city):
        name = choice.label
        for letter in "ptklsrngc":
            for way in (name.replace(letter * 2, letter), name.replace(letter, letter * 2, 1)):
                assert name in labels(chooser, way)[:2], (name, way)
        if len(name) > 7 and name.isalpha():
            lost = name[:4] + name[5:]
            assert name in labels(chooser, lost), (name, lost)


@pytest.mark.parametrize(
    ("city", "typed", "meant"),
    [
        ("denpasar", "pemecutan klod", "Pemecutan Kelod"),
        ("denpasar", "Klod Pemecutan", "Pemecutan Kelod"),
        ("denpasar", "pemecut klo", "Pemecutan Kelod"),
        ("denpasar", "dangri kaja", "Dangin Puri Kaja"),
        ("denpasar", "kesiman kertalngu", "Kesiman Kertalangu"),
        ("denpasar", "padangsambian kaja", "Padang Sambian Kaja"),
        ("denpasar", "dentim", "Denpasar Timur"),
        ("denpasar", "cutan", "Pemecutan"),
        ("denpasar", "ubung denpasar utara", "Ubung"),
        ("makassar", "rapocini", "Rappocini"),
        ("makassar", "RAPOCCINI", "Rappocini"),
        ("makassar", "pabaeng", "Pa'baeng-Baeng"),
        ("makassar", "pa baeng baeng", "Pa'baeng-Baeng"),
        ("makassar", "panakukang", "Panakkukang"),
        ("makassar", "bontoduri", "Bonto Duri"),
        # Spellings of the city's own 112 application beside the state's.
        ("makassar", "MARION", "Mario"),
        ("makassar", "PATTINGALLOANG", "Patingalloang"),
        ("makassar", "PATTINGALLOANG BARU", "Patingalloang Baru"),
        ("makassar", "RAPOKALLING", "Rappokalling"),
        ("makassar", "SUWANGGA", "Suangga"),
        ("makassar", "BITOWO", "Bitowa"),
        ("makassar", "LA'LATANG", "La'latang"),
        ("makassar", "sudiang raja", "Sudiang Raya"),
    ],
)
def test_areas_are_found_as_people_say_them(city: str, typed: str, meant: str) -> None:
    assert labels(areas(city), typed)[0] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kebak", "Kebakaran rumah/bangunan"),
        ("bangunan terbakar", "Kebakaran rumah/bangunan"),
        ("krb", "Kebakaran rumah/bangunan"),
        ("rumah terbakar", "Kebakaran rumah/bangunan"),
        ("terbakar rumah", "Kebakaran rumah/bangunan"),
        ("building fire", "Kebakaran rumah/bangunan"),
        ("kebkaran rmah", "Kebakaran rumah/bangunan"),
        ("fire_building", "Kebakaran rumah/bangunan"),
        ("laka", "Kecelakaan lalu lintas"),
        ("lintas", "Kecelakaan lalu lintas"),
        ("gas", "Kebocoran gas"),
        ("tumbang", "Pohon tumbang"),
        ("tidak bernapas", "Tidak sadar / pingsan"),
        ("tidak bernafas", "Tidak sadar / pingsan"),
    ],
)
def test_categories_are_found_by_any_part_and_by_other_words(typed: str, meant: str) -> None:
    assert labels(categories("denpasar"), typed)[0] == meant


def test_initials_find_all_that_have_them() -> None:
    found = labels(areas("denpasar"), "dpk")
    assert {"Dangin Puri Kaja", "Dangin Puri Kelod", "Dauh Puri Kauh"} <= set(found)
    assert all([word[0] for word in label.split()] == ["D", "P", "K"] for label in found)


def test_a_kecamatan_narrows_to_its_kelurahan() -> None:
    found = areas("denpasar").find("kaja", within="51.71.02")
    assert [match.choice.label for match in found] == ["Sumerta Kaja"]
    everything = areas("denpasar").find("", within="51.71.02")
    assert [match.choice.parent for match in everything] == ["51.71.02"] * 11
    assert areas("denpasar").find("", within="nowhere") == ()


def test_a_kecamatan_typed_brings_its_kelurahan_after_it() -> None:
    found = areas("denpasar").find("denpasar utara")
    assert found[0].choice.label == "Denpasar Utara"
    assert {match.choice.parent for match in found[1:]} == {"51.71.04"}
    assert len(found) == 12
    assert labels(areas("makassar"), "rapocini")[:4] == ["Rappocini", "Rappocini", "Tidung", "Kassi - Kassi"]


def test_exact_stands_before_beginnings_and_these_before_parts_and_typos() -> None:
    chooser = Chooser([Choice(name, name) for name in ("Bantar Baru", "Baruga", "Sembarut", "Baru")])
    assert labels(chooser, "baru") == ["Baru", "Baruga", "Bantar Baru", "Sembarut"]
    chooser = Chooser([Choice(name, name) for name in ("Balut", "Kubarut")])
    assert labels(chooser, "barut") == ["Kubarut", "Balut"]


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("lampu", {"Lampu jalan padam", "Kemacetan / parkir liar", "Gangguan listrik / kabel putus"}),
        ("lamp", {"Lampu jalan padam", "Kemacetan / parkir liar", "Gangguan listrik / kabel putus"}),
        ("banjir", {"Banjir / genangan"}),
        ("tinja", {"Sedot tinja"}),
        ("kebak", {"Kebakaran rumah/bangunan", "Kebakaran kendaraan", "Kebakaran lahan/sampah"}),
    ],
)
def test_what_begins_a_word_is_no_typo_of_another(city: str, typed: str, offered: set[str]) -> None:
    assert set(labels(categories(city), typed)) == offered


def test_a_word_known_elsewhere_may_still_be_a_typo_among_others() -> None:
    chooser = Chooser([Choice(name, name) for name in ("Sudiang Raya", "Raja Lama", "Maharaja")])
    assert labels(chooser, "sudiang raja") == ["Sudiang Raya"]
    assert labels(chooser, "raja") == ["Raja Lama", "Maharaja"]


def test_call_signs_are_found_by_letter_and_figure() -> None:
    chooser = Chooser([Choice(f"u{n}", f"Damkar {n}") for n in (1, 2, 11, 12)] + [Choice("a1", "A1")])
    assert labels(chooser, "d2") == ["Damkar 2"]
    assert labels(chooser, "damkar1")[0] == "Damkar 1"
    assert labels(chooser, "1")[0] == "Damkar 1"
    assert labels(chooser, "a1") == ["A1"]


def test_nothing_typed_gives_all_in_order_and_nonsense_gives_nothing() -> None:
    chooser = areas("denpasar")
    assert [match.choice for match in chooser.find(" -", limit=100)] == _areas("denpasar")
    assert chooser.find("xqzw") == ()
    assert Chooser([]).find("a") == ()


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    for match in areas("makassar").find(text):
        assert 0 <= match.score <= EXACT


def test_two_hundred_choices_answer_within_two_milliseconds() -> None:
    chooser = areas("makassar")
    for typed in ("rapocini", "baru utara tim", "a", "pamecutan klod kaja"):
        best = min(_seconds(chooser, typed) for _ in range(20))
        assert best < 0.002, typed


def _seconds(chooser: Chooser, typed: str) -> float:
    begun = time.perf_counter()
    chooser.find(typed)
    return time.perf_counter() - begun
