"""Texts about places, taken apart."""

import pytest

from desktop.domain.places import PlaceKind
from desktop.gazetteer.spoken import listen, name_words
from desktop.gazetteer.vocabulary import Mark
from desktop.gazetteer.words import spelled


def _said(text: str) -> str:
    """The words, each behind the first letter of what announces it."""
    return " ".join(
        f"{word.part.name[0] if word.part else '-'}:{word.forms[0]}" for word in listen(text).words
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jl. Gn. Kalimutu Gg. III No. 4", "S:gunung S:kalimutu A:gg3"),
        ("jln teuku umar no 45 A", "S:teuku S:umar"),
        ("Jl. Bonto Duri 7 Lrn. 3", "S:bonto S:duri S:7 A:gg3"),
        ("Lrg. 306 No. 12", "A:gg306"),
        ("stp 2 kel tamamaung", "A:gg2 A:tamamaung"),
        ("Btn Antara Blok A9 No.8", "-:btn -:antara"),
        ("KM.9 depan Kantor PLN RT 1 RW 9", "B:kantor B:pln"),
        ("dpn Br. Tegal", "B:banjar B:tegal"),
        ("smp RS Wangaya", "B:rs B:wangaya"),
        ("dkt smp 10", "B:smp B:10"),
        ("jl x di kel. renon kec densel", "S:x A:renon D:denpasar D:selatan"),
        ("Jl. P.B. Sudirman", "S:pb S:sudirman"),
        ("jl ib oka", "S:ib S:oka"),
        ("jl gunung karang IIB", "S:gunung S:karang S:2b"),
        ("depan rumah sakit", "B:rs"),
        ("kantor lurah renon", "-:kantor -:kelurahan -:renon"),
        ("jl tukad badung dua belas", "S:tukad S:badung S:12"),
        ("gang dua puluh lima", "A:gg25"),
        ("jl pulau misol sebelas", "S:pulau S:misol S:11"),
        ("gang mawar nomor lima", "A:mawar"),
        ("gg mawar no 5 masuk dr jl hayam wuruk", "A:mawar E:hayam E:wuruk"),
        ("jl noja no tiga puluh satu", "S:noja"),
    ],
)
def test_words_are_found_behind_what_announces_them(text: str, said: str) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "junction"),
    [
        ("simpang teuku umar", True),
        ("perempatan gatsu", True),
        ("perempatn gatsu", True),
        ("lampu merah ubung", True),
        ("Teuku Umar – Imam Bonjol", True),
        ("jl setiabudi x jl wahidin", True),
        ("jl yos sudarso dan jl diponegoro", True),
        ("jl sumatera", False),
        ("dekat RS Wangaya - jl kartini", False),
        ("Kassi-Kassi", False),
    ],
)
def test_a_junction_is_heard(text: str, junction: bool) -> None:
    assert listen(text).junction is junction


@pytest.mark.parametrize(
    ("text", "crossing"),
    [
        ("gatsu sama nangka", True),
        ("jl teuku umar ketemu jl imam bonjol", True),
        ("jl teuku umar dekat alfamart dan apotek", False),
        ("gang kenanga dan sekitarnya", False),
        ("sama teuku umar", False),
        ("jl sumatera", False),
    ],
)
def test_two_names_with_and_between_may_be_a_crossing(text: str, crossing: bool) -> None:
    assert listen(text).crossing is crossing


@pytest.mark.parametrize(
    ("text", "rt", "rw"),
    [
        ("jl a rt 3 rw 12", "3", "12"),
        ("RT08/09", "8", "9"),
        ("rt08rw04", "8", "4"),
        ("RT.001 RW.009", "1", "9"),
        ("rt 2", "2", ""),
        ("jl a no 3", "", ""),
    ],
)
def test_rt_and_rw_are_heard(text: str, rt: str, rw: str) -> None:
    spoken = listen(text)
    assert (spoken.rt, spoken.rw) == (rt, rw)


def test_the_number_of_a_house_and_the_kind_of_a_landmark_are_heard() -> None:
    spoken = listen("Jl. Kartini No. 133 dpn puskesmas")
    first, behind = spoken.spans[Mark.HOUSE]
    assert spoken.text[first:behind] == "No. 133"
    assert spoken.kinds == {PlaceKind.PUSKESMAS}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thamrin", "tamrin"),
        ("kertha", "kerta"),
        ("sanghyang", "sanghiang"),
        ("rappocini", "rapocini"),
        ("semeroe", "semeru"),
        ("hasanuddin", "hasanudin"),
    ],
)
def test_spellings_that_vary_are_one(one: str, other: str) -> None:
    assert spelled(one) == spelled(other)


def test_names_lose_what_only_announces_them() -> None:
    assert name_words("Jl Welirang Gg Pura Sandat 1") == (("welirang",), ("pura",), ("sandat",), ("1",))
    assert name_words("Gg. 158") == (("gg158",),)


def test_no_text_is_too_odd_to_be_taken_apart() -> None:
    for text in ("", " ", "no", "rt rw km", "gg", "–", "\x00", "jl " * 400, "١٢ gg", "🔥 jl x"):
        listen(text)
