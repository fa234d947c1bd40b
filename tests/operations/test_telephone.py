"""Numbers as people write them, and what they become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.telephone import SHORT_CODES, NumberKind, read_number

DENPASAR = "0361"
MAKASSAR = "0411"

MOBILE_WRITTEN = (
    "081238112204",
    "0812-3811-2204",
    "0812.3811.2204",
    "0812 3811 2204",
    "(0812) 38112204",
    "+62 812 3811 2204",
    "+62 (0)812-3811-2204",
    "+620812 3811 2204",
    "62 812-3811-2204",
    "0062 812 3811 2204",
    "81238112204",
    "wa.me/6281238112204",
    "https://wa.me/+6281238112204?text=tolong",
    "https://api.whatsapp.com/send?phone=6281238112204&text=a",
    "https://api.whatsapp.com/send/?text=a&phone=%2B6281238112204",
    "whatsapp://send?phone=6281238112204",
    "tel:+62-812-3811-2204",
    "sip:+6281238112204@10.0.0.4",
    "HP: 0812 3811 2204",
    "No. WA 0812 3811 2204",
    "\u202a+62 812\u20113811\u20112204\u202c",
    "\u00a00812\u00a03811\u20132204 ",
)


@pytest.mark.parametrize("text", MOBILE_WRITTEN)
def test_every_way_of_writing_a_mobile_number_gives_one(text: str) -> None:
    number = read_number(text, DENPASAR)
    assert number is not None
    assert (number.normal, number.display, number.kind, number.complete) == (
        "081238112204",
        "0812 3811 2204",
        NumberKind.MOBILE,
        True,
    )


@pytest.mark.parametrize(
    ("text", "area", "normal", "display"),
    [
        ("223333", DENPASAR, "0361223333", "0361 223333"),
        ("223333", MAKASSAR, "0411223333", "0411 223333"),
        ("847-1234", DENPASAR, "03618471234", "0361 8471234"),
        ("0361-223333", MAKASSAR, "0361223333", "0361 223333"),
        ("(0411) 223333", MAKASSAR, "0411223333", "0411 223333"),
        ("+62 361 223333", DENPASAR, "0361223333", "0361 223333"),
        ("361223333", DENPASAR, "0361223333", "0361 223333"),
        ("021 5292 0000", DENPASAR, "02152920000", "021 52920000"),
        ("0800 1234567", DENPASAR, "08001234567", "0800 1234567"),
    ],
)
def test_fixed_numbers_get_the_area_code_they_lack(text: str, area: str, normal: str, display: str) -> None:
    number = read_number(text, area)
    assert number is not None
    assert (number.normal, number.display) == (normal, display)
    assert number.kind is NumberKind.FIXED
    assert number.complete


@pytest.mark.parametrize(
    ("text", "normal", "display"),
    [
        ("+61412345678", "+61412345678", "+61 412 345 678"),
        ("0061 412 345 678", "+61412345678", "+61 412 345 678"),
        ("61412345678", "+61412345678", "+61 412 345 678"),
        ("wa.me/61412345678", "+61412345678", "+61 412 345 678"),
        ("+65 9123 4567", "+6591234567", "+65 9123 4567"),
        ("+1 (415) 555-2671", "+14155552671", "+1 415-555-2671"),
        ("14155552671", "+14155552671", "+1 415-555-2671"),
        ("86 138 1234 5678", "+8613812345678", "+86 138 1234 5678"),
    ],
)
def test_foreign_numbers_keep_their_country(text: str, normal: str, display: str) -> None:
    number = read_number(text, DENPASAR)
    assert number is not None
    assert (number.normal, number.display, number.complete) == (normal, display, True)
    assert number.kind is NumberKind.FOREIGN


@pytest.mark.parametrize("code", sorted(SHORT_CODES | {"14045", "1500123"}))
def test_short_codes_stay_as_they_are(code: str) -> None:
    number = read_number(code, DENPASAR)
    assert number is not None
    assert (number.normal, number.display, number.kind, number.complete) == (
        code,
        code,
        NumberKind.SHORT,
        True,
    )


@pytest.mark.parametrize(
    "whole",
    [
        "081238112204",
        "+6281238112204",
        "006281238112204",
        "0361223333",
        "223333",
        "+61412345678",
        "112",
        "+1 415 555 2671",
    ],
)
def test_no_error_while_typing(whole: str) -> None:
    for end in range(1, len(whole)):
        begun = read_number(whole[:end], DENPASAR)
        assert begun is not None, whole[:end]
    assert not read_number(whole[:2], DENPASAR).complete  # type: ignore[union-attr]  # - seen above


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "Pak Made",
        "0812381122041234",
        "0361 2233334444",
        "0361 223333 / 224444",
        "0812381122O4",
        "114",
        "+999 12345",
        "+0361 223333",
        "+61 412 345 678 901 234",
        "1" * 1000,
    ],
)
def test_what_can_never_be_a_number(text: str) -> None:
    assert read_number(text, DENPASAR) is None


@given(st.text(max_size=60) | st.text("0123456789+ -().", max_size=30))
def test_no_text_raises_and_what_is_complete_reads_the_same_again(text: str) -> None:
    number = read_number(text, DENPASAR)
    if number is not None and number.complete:
        assert read_number(number.normal, MAKASSAR) == number
        assert read_number(number.display, MAKASSAR) == number
        assert len(number.normal) <= 40
