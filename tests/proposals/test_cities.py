"""The lexicons of our cities: everything in them can be used, and they propose what callers mean."""

import csv
from functools import cache
from pathlib import Path

import pytest

from desktop.operations.packs import pack_folder, read_pack
from desktop.proposals.lexicon import Lexicon
from desktop.proposals.reading import lexicon_files, read_lexicon

HERE = Path(__file__).parent
CITIES = ("denpasar", "makassar")


@cache
def _lexicon(city: str) -> Lexicon:
    categories = {one.id for one in read_pack(pack_folder(city)).categories}
    return read_lexicon(lexicon_files(city), categories)


@pytest.mark.parametrize("city", CITIES)
def test_every_category_of_a_city_can_be_proposed(city: str) -> None:
    assert set(_lexicon(city).categories) == {one.id for one in read_pack(pack_folder(city)).categories}


@pytest.mark.parametrize("city", CITIES)
def test_nothing_is_proposed_for_what_is_nothing_of_ours(city: str) -> None:
    lines = (HERE / "nothing.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if _lexicon(city).propose(line)] == []


@pytest.mark.parametrize("city", CITIES)
def test_names_of_kelurahan_speak_for_nothing(city: str) -> None:
    # Parang is a machete too, and must be heard as one.
    names = {area.name for area in read_pack(pack_folder(city)).areas} - {"Parang"}
    assert {name: found for name in names if (found := _lexicon(city).propose(f"di {name}"))} == {}


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("kebakran rumah tetangga api sdh sampai atap gg mawar no 5 masuk dr hayam wuruk", "fire_building"),
        ("banjir pura demak gang dua, selutut", "flood"),
        ("ring br kaja sesetan wenten lelipi ageng ngranjing ka paon, ular besar di dapur", "animal"),
    ],
)
def test_streets_and_kelurahan_bring_no_proposal_of_their_own(text: str, only: str) -> None:
    assert [one.category for one in _lexicon("denpasar").propose(text)] == [only]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hello my husband he was swimming he is not breathing Sanur beach", "unconscious"),
        ("my wife had an accident with the motorbike, her leg is bleeding", "traffic_accident"),
        ("my wife hit by motorbike, she is awake", "traffic_accident"),
        ("a motorbike hit her in front of the hotel", "traffic_accident"),
        ("please help the hotel is on fire", "fire_building"),
        ("we are stuck in the elevator", "trapped"),
        ("my friend is drowning", "drowning"),
        ("I think he has a heart attack, chest pain", "sick"),
        ("there is a snake in my villa", "animal"),
        ("someone stole my bag", "crime"),
        ("we cut his leg, bleeding a lot", "bleeding"),
    ],
)
@pytest.mark.parametrize("city", CITIES)
def test_what_visitors_say_in_english_is_heard(city: str, text: str, first: str) -> None:
    assert [one.category for one in _lexicon(city).propose(text)][:1] == [first]


@pytest.mark.parametrize(
    "text",
    [
        "hello do you speak english",
        "I lost my way, where is my hotel",
        "sorry wrong number, not an emergency",
        "we are in the house of my friend, can I rent a motorbike",
    ],
)
def test_small_talk_in_english_speaks_for_nothing(text: str) -> None:
    assert _lexicon("denpasar").propose(text) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("what should i do my husband is not breathing", "unconscious"),
        ("is there an ambulance, my friend is unconscious", "unconscious"),
        ("kenapa ambulans belum datang, bapak saya pingsan ini", "unconscious"),
        ("kebakaran di bioskop, banyak orang terjebak", "trapped"),
        ("he took pills by mistake and he is unconscious", "unconscious"),
        ("my mouth is bleeding", "bleeding"),
        ("motor tabrakan waktu ambulans lewat, satu luka", "traffic_accident"),
        ("anak lahir di mobil, nama saya putu", "childbirth"),
        ("pinjaman online, adik saya mau bunuh diri", "mental"),
        ("ternyata bukan kabut, gudang terbakar", "fire_building"),
        ("undian di balai banjar rusuh, ada yang dipukul", "brawl"),
    ],
)
def test_somebody_in_danger_is_heard_beside_what_is_mostly_nothing(text: str, first: str) -> None:
    assert [one.category for one in _lexicon("denpasar").propose(text)][:1] == [first]


def test_what_callers_say_is_proposed_first() -> None:
    with (HERE / "spoken.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    missed = []
    for row in rows:
        for city in [row["city"]] if row["city"] else CITIES:
            found = _lexicon(city).propose(row["text"])
            if [one.category for one in found[:1]] != [row["category"]]:
                missed.append((city, row["text"], found))
    assert missed == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bukan kebakaran, cuma orang bakar sampah", "fire_land"),
        ("ular masuk rumah", "animal"),
        ("tidak ada korban, motor tabrakan", "traffic_accident"),
        ("lampu jalan mati", "street_light"),
        ("mati lampu", "power"),
        ("lampu merah mati", "congestion"),
        ("air mati", "water"),
        ("air masuk rumah", "flood"),
    ],
)
def test_words_mean_what_stands_beside_them(text: str, first: str) -> None:
    for city in CITIES:
        assert _lexicon(city).propose(text)[0].category == first


def test_a_proposal_names_the_words_that_spoke_for_it_as_they_were_typed() -> None:
    found = _lexicon("denpasar").propose("Ada KEBAKARAN di rumah tetangga")[0]
    assert found.words == ("KEBAKARAN", "rumah")
    assert 0 < found.score <= 1
