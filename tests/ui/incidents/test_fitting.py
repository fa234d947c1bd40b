"""Texts cut so that what tells most stays, and the widths of the columns. One letter is one wide."""

from dataclasses import asdict

import pytest

from ui.incidents.columns import Column, Sizes, share
from ui.incidents.fitting import fit_items, fit_items_lines, fit_name, fit_place, fit_place_lines, name_width


class Letters:
    """A ruler for letters of width one."""

    def width(self, text: str) -> int:
        return len(text)

    def cut(self, text: str, width: int) -> str:
        return text if len(text) <= width else text[: max(0, width - 1)] + "…" if width > 0 else ""

    def cut_inside(self, text: str, width: int) -> str:
        half = (width - 1) // 2
        return text if len(text) <= width else text[: width - 1 - half] + "…" + text[len(text) - half :]


@pytest.mark.parametrize(
    ("street", "area", "width", "text"),
    [
        ("Jl. Tukad Badung 12", "Renon", 40, "Jl. Tukad Badung 12 · Renon"),
        ("Jl. Tukad Badung 12", "Renon", 27, "Jl. Tukad Badung 12 · Renon"),
        ("Jl. Tukad Badung 12", "Renon", 20, "Jl. Tukad B… · Renon"),
        ("Jl. Sudirman", "Dauh Puri Kangin", 24, "Jl. Sudi… · Dauh P…angin"),
        ("Gg. 2", "Dauh Puri Kangin", 20, "Gg. 2 · Dauh P…angin"),
        ("Jl. Tukad Badung 12", "", 10, "Jl. Tukad…"),
        ("", "Dauh Puri Kangin", 10, "Dauh Puri…"),
        ("", "", 10, ""),
    ],
)
def test_a_place_keeps_street_and_kelurahan(street: str, area: str, width: int, text: str) -> None:
    fitted = fit_place(street, area, width, Letters())
    assert fitted == text
    assert len(fitted) <= width


@pytest.mark.parametrize(
    ("items", "width", "text"),
    [
        ((), 9, "—"),
        (("A2",), 9, "A2"),
        (("A2", "Damkar 3", "PLN"), 30, "A2 · Damkar 3 · PLN"),
        (("A2", "Damkar 3", "PLN"), 17, "A2 · Damkar 3 +1"),
        (("A2", "Damkar 3", "PLN"), 10, "A2 +2"),
        (("Damkar 3", "PLN"), 9, "Damka… +1"),
        (("Puskesmas",), 6, "Puske…"),
    ],
)
def test_units_are_counted_where_they_do_not_fit(items: tuple[str, ...], width: int, text: str) -> None:
    fitted = fit_items(items, width, Letters())
    assert fitted == text
    assert len(fitted) <= width


@pytest.mark.parametrize(
    ("name", "width", "lines"),
    [
        ("Orang sakit / evakuasi pasien", 15, ("Orang sakit /", "evakuasi pasien")),
        ("Kemacetan / parkir liar", 11, ("Kemacetan /", "parkir liar")),
        ("Kebakaran rumah/bangunan", 15, ("Kebakaran", "rumah/bangunan")),
        ("Jenazah pengantaran/Pantastis", 20, ("Jenazah pengantaran/", "Pantastis")),
        ("Jenazah pengantaran/Pantastis", 12, ("Jenazah pen…", "Pantastis")),
        ("Kriminalitas", 8, ("Krimina…", "")),
        ("", 8, ("", "")),
    ],
)
def test_a_category_takes_two_lines(name: str, width: int, lines: tuple[str, str]) -> None:
    assert fit_name(name, width, Letters()) == lines


def test_how_wide_a_category_is_in_two_lines() -> None:
    assert name_width("Kekerasan perempuan/anak, KDRT", Letters()) == 20
    assert name_width("Kriminalitas", Letters()) == 12


@pytest.mark.parametrize(
    ("street", "area", "width", "lines"),
    [
        ("Jl. Tukad Badung 12", "Dauh Puri Kangin", 20, ("Jl. Tukad Badung 12", "Dauh Puri Kangin")),
        ("Jl. Tukad Badung 12 Gg. 5", "Renon", 20, ("Jl. Tukad Badung 12", "Gg. 5 · Renon")),
        ("Jl. Tukad Badung 12 Gg. Mawar 5", "Renon", 16, ("Jl. Tukad Badung", "12 Gg. … · Renon")),
        ("Gg. Mawar 5, Jl. Hayam Wuruk", "Sumerta Kelod", 14, ("Gg. Mawar 5, …", "Sumerta Kelod")),
        ("Jl. Sudirman", "Dauh Puri Kangin", 14, ("Jl. Sudirman", "Dauh Pu…Kangin")),
        ("Jl.Tukadbadungindah 12", "Renon", 10, ("Jl.Tukadb…", "Renon")),
        ("Simpang Gatsu Nangka", "", 12, ("Simpang", "Gatsu Nangka")),
        ("", "Dauh Puri Kangin", 10, ("Dauh Puri", "Kangin")),
    ],
)
def test_a_place_takes_two_lines_and_keeps_the_kelurahan(
    street: str, area: str, width: int, lines: tuple[str, str]
) -> None:
    assert fit_place_lines(street, area, width, Letters()) == lines


@pytest.mark.parametrize(
    ("items", "width", "lines"),
    [
        (("Damkar 10", "PLN"), 9, ("Damkar 10", "PLN")),
        (("A2", "Damkar 3", "PLN"), 13, ("A2 · Damkar 3", "PLN")),
        (("Damkar 10", "PLN", "Polisi", "DLHK"), 9, ("Damkar 10", "PLN +2")),
        (("Puskesmas",), 6, ("Puske…", "")),
    ],
)
def test_units_take_two_lines(items: tuple[str, ...], width: int, lines: tuple[str, str]) -> None:
    assert fit_items_lines(items, width, Letters()) == lines


SIZES = Sizes(
    number=96, age=66, phase=84, holder=60, category=330, least_category=130, place=290, work=190, percent=100
)


@pytest.mark.parametrize("width", [660, 700, 900, 1240, 1900])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_columns_fill_the_width_and_place_gets_the_most(width: int, percent: int) -> None:
    asked = {name: value * percent // 100 for name, value in asdict(SIZES).items()}
    scaled = Sizes(**asked)
    widths = share(width * percent // 100, scaled)
    assert sum(widths) == width * percent // 100
    assert widths[Column.PLACE] == max(widths)
    never_cut = (Column.NUMBER, Column.AGE, Column.PHASE, Column.HOLDER)
    wanted = (scaled.number, scaled.age, scaled.phase, scaled.holder)
    assert tuple(widths[column] for column in never_cut) == wanted


def test_where_there_is_no_room_the_table_scrolls_sideways_rather_than_cut_what_must_stay() -> None:
    widths = share(400, SIZES)
    assert sum(widths) > 400
    assert widths[Column.NUMBER] == SIZES.number
    assert widths[Column.PLACE] >= 96
