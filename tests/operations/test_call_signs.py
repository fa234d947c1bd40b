"""Units named by part of their call sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.units import Unit, UnitStatus
from desktop.operations.call_signs import by_call_sign, free_first
from desktop.operations.typed_names import Named, find, heads, parts

DENPASAR = (
    *(f"Damkar {number}" for number in range(1, 11)),
    *("A1", "A2", "A3", "J1", "J2", "Sekoci 1"),
    *(f"Perahu {number}" for number in range(1, 6)),
)
MAKASSAR = (
    *(f"Damkar {number}" for number in range(1, 9)),
    *("Damkar 14", "Tangki 1", "Tangki 2", "Rescue 1", "Perahu 1", "PSC 1", "PSC 2", "PSC 3", "PSC Cepat"),
    *(
        "Jenazah 1",
        "HC Batua",
        "HC Bara",
        "HC Kaluku",
        "HC Kassi",
        "HC Dahlia",
        "HC Tamalate",
        "HC Tamangapa",
    ),
)


def _fleet(call_signs: tuple[str, ...]) -> tuple[Named, ...]:
    return by_call_sign(Unit(id=one, call_sign=one, acts={}) for one in call_signs)


@pytest.mark.parametrize(
    ("typed", "fleet", "expected"),
    [
        ("dam4", MAKASSAR, "Damkar 4"),
        ("d4", MAKASSAR, "Damkar 4"),
        ("DAM 4", MAKASSAR, "Damkar 4"),
        ("damkar 4", DENPASAR, "Damkar 4"),
        ("dam-04", DENPASAR, "Damkar 4"),
        ("dam1", DENPASAR, "Damkar 1"),
        ("dam10", DENPASAR, "Damkar 10"),
        ("10", DENPASAR, "Damkar 10"),
        ("14", MAKASSAR, "Damkar 14"),
        ("a3", DENPASAR, "A3"),
        ("a 3", DENPASAR, "A3"),
        ("p1", DENPASAR, "Perahu 1"),
        ("sekoci", DENPASAR, "Sekoci 1"),
        ("s", DENPASAR, "Sekoci 1"),
        ("psc1", MAKASSAR, "PSC 1"),
        ("cepat", MAKASSAR, "PSC Cepat"),
        ("psccep", MAKASSAR, "PSC Cepat"),
        ("hcbat", MAKASSAR, "HC Batua"),
        ("hc bat", MAKASSAR, "HC Batua"),
        ("batua", MAKASSAR, "HC Batua"),
        ("r1", MAKASSAR, "Rescue 1"),
        ("j1", MAKASSAR, "Jenazah 1"),
    ],
)
def test_one_unit_is_meant(typed: str, fleet: tuple[str, ...], expected: str) -> None:
    assert find(typed, _fleet(fleet)) == (expected,)


@pytest.mark.parametrize(
    ("typed", "fleet", "expected"),
    [
        ("4", DENPASAR, {"Damkar 4", "Perahu 4"}),
        ("1", DENPASAR, {"Damkar 1", "A1", "J1", "Sekoci 1", "Perahu 1"}),
        ("a", DENPASAR, {"A1", "A2", "A3"}),
        ("p1", MAKASSAR, {"Perahu 1", "PSC 1"}),
        ("psc", MAKASSAR, {"PSC 1", "PSC 2", "PSC 3", "PSC Cepat"}),
        ("hc ba", MAKASSAR, {"HC Batua", "HC Bara"}),
        ("hc tama", MAKASSAR, {"HC Tamalate", "HC Tamangapa"}),
    ],
)
def test_what_several_fit_is_not_guessed(typed: str, fleet: tuple[str, ...], expected: set[str]) -> None:
    assert set(find(typed, _fleet(fleet))) == expected


@pytest.mark.parametrize("typed", ["dam14", "dam0", "amkar", "4dam", "x", "", "  ", "!", "a33", "damkarr"])
def test_what_fits_none_names_none(typed: str) -> None:
    assert find(typed, _fleet(DENPASAR)) == ()


@pytest.mark.parametrize(
    ("text", "fleet", "expected"),
    [
        ("dam4 a3", DENPASAR, ["Damkar 4", "A3"]),
        ("dam4,a3", DENPASAR, ["Damkar 4", "A3"]),
        ("damkar 4 a 3", DENPASAR, ["Damkar 4", "A3"]),
        ("dam 4 dam 5 a3!", DENPASAR, ["Damkar 4", "Damkar 5", "A3"]),
        ("hc bat psc cepat d1", MAKASSAR, ["HC Batua", "PSC Cepat", "Damkar 1"]),
        ("psc 1 + psc2", MAKASSAR, ["PSC 1", "PSC 2"]),
        ("dam4 d4 damkar 4", DENPASAR, ["Damkar 4"]),
        ("", DENPASAR, []),
    ],
)
def test_a_list_is_read(text: str, fleet: tuple[str, ...], expected: list[str]) -> None:
    assert [part.id for part in parts(text, _fleet(fleet))] == expected


def test_what_is_not_clear_in_a_list_is_told_as_typed() -> None:
    found = parts("dam4 damkar 14 4 a3 zz", _fleet(DENPASAR))
    assert [(part.typed, len(part.ids)) for part in found] == [
        ("dam4", 1),
        ("damkar 14", 0),
        ("4", 2),
        ("a3", 1),
        ("zz", 0),
    ]


def test_a_comma_parts_what_would_be_one_name() -> None:
    assert [len(part.ids) for part in parts("psc, 1", _fleet(MAKASSAR))] == [4, 6]
    assert [part.id for part in parts("psc 1", _fleet(MAKASSAR))] == ["PSC 1"]


def test_the_beginning_of_a_line_is_read_in_every_way() -> None:
    found = [(head.part.typed, head.part.id, head.rest) for head in heads("a3l segera", _fleet(DENPASAR))]
    assert ("a3", "A3", "l segera") in found
    assert ("a3l", "", "segera") in found
    assert found[0][2] == ""


def test_free_units_are_suggested_first() -> None:
    units = [
        Unit(id="1", call_sign="A1", status=UnitStatus.ON_SCENE, acts={}),
        Unit(id="2", call_sign="A2", status=UnitStatus.AVAILABLE, acts={}),
        Unit(id="3", call_sign="A3", status=UnitStatus.RETURNING, acts={}),
    ]
    assert [unit.call_sign for unit in free_first(units)] == ["A2", "A3", "A1"]


def test_a_number_of_any_length_is_read() -> None:
    long = "7" * 5_000
    (part,) = parts(f"dam{long}", _fleet(MAKASSAR))
    assert (part.typed, part.id) == (f"dam{long}", "")
    assert find("damkar 0004", _fleet(MAKASSAR)) == find("damkar 4", _fleet(MAKASSAR)) == ("Damkar 4",)
    assert find("0" * 5_000, _fleet(MAKASSAR)) == ()


@given(st.text(max_size=20))
def test_any_text_is_read_and_every_part_was_typed(text: str) -> None:
    found = parts(text, _fleet(MAKASSAR))
    assert all(word in text for part in found for word in part.typed.split())
    ids = [part.id for part in found if part.id]
    assert len(ids) == len(set(ids))


@given(st.sampled_from(DENPASAR))
def test_a_whole_call_sign_always_names_its_unit(call_sign: str) -> None:
    for typed in (call_sign, call_sign.lower(), call_sign.replace(" ", "")):
        assert find(typed, _fleet(DENPASAR)) == (call_sign,)
