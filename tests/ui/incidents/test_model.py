"""The list as a table: what it shows, in which order, and what it says has changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.reference import Priority
from tests.ui.incidents.boards import Evening, called_back, case, incident, picture
from ui.incidents.columns import Column
from ui.incidents.filters import View
from ui.incidents.sorting import Sorting

pytestmark = pytest.mark.usefixtures("qtbot")


def _evening() -> Evening:
    fire = case(
        incident(18, "P1", category="fire_building", address="Gg. Mawar 5", where="Sumerta Kelod", minute=9)
    )
    crash = case(
        incident(17, "P1", category="traffic_accident", address="Simpang Gatsu", minute=4, holder="made"),
        "a2",
        "damkar-3",
        told=("POLRI",),
        scene=True,
    )
    snake = case(incident(16, "P2", category=None, address="Jl. Tukad Badung 12, Renon", where="Renon"), "a1")
    lamp = case(incident(12, "P4", category="street_light", address=None, where=None), told=("DISHUB",))
    done = case(incident(9, "P3", category="flood", closed=5))
    evening = Evening(snake, done, lamp, fire, crash)
    evening.after(minutes=10)
    return evening


def test_the_list_by_urgency() -> None:
    assert _evening().picture == [
        "P1 24-018 | Building fire | Gg. Mawar 5 · Sumerta Kelod | 1 m 00 | waiting | — | ",
        "P1 24-017 | Traffic accident | Simpang Gatsu · Tonja | 6 m 00 | on scene "
        "| A2 · Damkar 3 · Polisi | Made S.",
        "P2 24-016 | not clear yet | Jl. Tukad Badung 12 · Renon | 10 m 00 | assigned | A1 | ",
        "P4 24-012 | Street light out | — | 10 m 00 | referred | Dishub | ",
    ]


def test_what_is_spoken_says_also_what_colours_tell() -> None:
    evening = _evening()
    evening.model.light(["i018"])
    assert picture(evening.model, Qt.ItemDataRole.AccessibleTextRole) == [
        "P1 24-018, new | Building fire | Gg. Mawar 5 · Sumerta Kelod | 1 m 00, late | waiting "
        "| nobody at work | held by nobody",
        "P1 24-017 | Traffic accident | Simpang Gatsu · Tonja | 6 m 00 | on scene "
        "| A2 · Damkar 3 · Polisi | held by Made S.",
        "P2 24-016 | not clear yet | Jl. Tukad Badung 12 · Renon | 10 m 00 | assigned | A1 | held by nobody",
        "P4 24-012 | Street light out | place not clear yet | 10 m 00 | referred | Dishub | held by nobody",
    ]


def test_closed_incidents_keep_their_age() -> None:
    evening = _evening()
    evening.model.show_view(View.CLOSED)
    evening.after(minutes=50)
    assert evening.picture == ["P3 24-009 | Flood | Jl. Gatot Subroto 7 · Tonja | 5 m 00 | closed | — | "]


def test_rows_come_change_and_go_at_their_places() -> None:
    one, two, three = (case(incident(n, minute=n)) for n in (1, 2, 3))
    evening = Evening(one, three)
    assert evening.numbers == "1 3"
    evening.bring(two)
    assert evening.numbers == "1 2 3"
    evening.bring(case(one.incident, "a1"))
    assert evening.numbers == "2 3 1"  # what waits stands before the rest
    evening.bring(case(replace(three.incident, priority=Priority.P1)))
    assert evening.numbers == "3 2 1"
    evening.bring(called_back(case(one.incident, "a1")))
    assert evening.numbers == "3 1 2"
    evening.bring(gone=["i001"])
    assert evening.numbers == "3 2"


def test_only_the_cells_that_differ_are_said_to_have_changed() -> None:
    one, two = case(incident(1), "a1"), case(incident(2), "a2")
    evening = Evening(one, two)
    evening.bring(case(replace(one.incident, address="Jl. Teuku Umar 3"), "a1"))
    assert evening.changes == [(0, "PLACE", "PLACE")]
    evening.bring(case(replace(one.incident, address="Jl. Teuku Umar 3", holder="made"), "a1"))
    assert evening.changes[1:] == [(0, "HOLDER", "HOLDER")]
    evening.bring(case(two.incident, "a2", "a3"))
    assert evening.changes[2:] == [(1, "WORK", "WORK")]
    evening.bring(case(two.incident, "a2", "a3"))
    assert len(evening.changes) == 3


def test_ages_move_only_where_they_are_seen_and_only_when_they_read_otherwise() -> None:
    evening = Evening(*(case(incident(n, minute=-n)) for n in range(1, 6)))
    evening.model.tick(1, 2)
    evening.changes.clear()
    evening.model.tick(1, 2)
    assert evening.changes == []
    evening.now = evening.now.replace(second=1)
    evening.model.tick(1, 2)
    assert evening.changes == [(1, "AGE", "AGE"), (2, "AGE", "AGE")]


def test_an_age_is_repainted_when_its_colour_turns() -> None:
    old = incident(1, "P4", category="street_light", minute=-240)
    evening = Evening(case(old))
    evening.after(seconds=0)
    assert picture(evening.model, Qt.ItemDataRole.AccessibleTextRole)[0].split(" | ")[3] == "4 h 00, late"


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (View.OPEN, "18 17 16 12"),
        (View.WAITING, "18"),
        (View.EMERGENCIES, "18 17 16"),
        (View.CIVIC, "12"),
        (View.CLOSED, "9"),
    ],
)
def test_views(view: View, shown: str) -> None:
    evening = _evening()
    evening.model.show_view(view)
    assert evening.numbers == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", "18 17 16 12"),
        ("017", "17"),
        ("DP 261124-016", "16"),
        ("p1", "18 17"),
        ("FIRE", "18"),
        ("mawar", "18"),
        ("renon", "16"),
        ("kelod gg", "18"),
        ("denpasar timur", "18"),
        ("damkar3", "17"),
        ("Damkar 3", "17"),
        ("polisi", "17"),
        ("made", "17"),
        ("waiting", "18"),
        ("not clear", "16"),
        ("mawar renon", ""),
    ],
)
def test_words_narrow_the_list(typed: str, shown: str) -> None:
    evening = _evening()
    evening.model.set_words(typed)
    assert evening.numbers == shown


def test_what_no_longer_matches_leaves_and_what_now_does_comes() -> None:
    one, two = case(incident(1)), case(incident(2, minute=1), "a1")
    evening = Evening(one, two)
    evening.model.show_view(View.WAITING)
    evening.bring(case(one.incident, "a2"), called_back(two))
    assert evening.numbers == "2"


@pytest.mark.parametrize(
    ("column", "forwards", "backwards"),
    [
        (Column.NUMBER, "12 16 17 18", "18 17 16 12"),
        (Column.CATEGORY, "18 16 12 17", "17 12 16 18"),
        (Column.PLACE, "16 18 17 12", "12 17 18 16"),
        (Column.AGE, "16 12 17 18", "18 17 16 12"),
        (Column.PHASE, "18 12 16 17", "17 16 12 18"),
        (Column.WORK, "16 17 12 18", "18 12 17 16"),
        (Column.HOLDER, "17 18 16 12", "18 16 12 17"),
    ],
)
def test_sorted_by_each_column(column: Column, forwards: str, backwards: str) -> None:
    evening = _evening()
    sorting = Sorting().pressed(column)
    evening.model.sort_by(sorting)
    assert evening.numbers == forwards
    evening.model.sort_by(sorting.pressed(column))
    assert evening.numbers == backwards
    heads = [evening.model.headerData(one, Qt.Orientation.Horizontal) for one in Column]
    assert [one for one in Column if heads[one].endswith("↑")] == [column]


def test_reference_data_may_change() -> None:
    evening = _evening()
    sick = evening.board.units["a1"]
    evening.board.units["a1"] = replace(sick, call_sign="Ambulans 1")
    evening.model.rebuild()
    assert " | Ambulans 1 | " in evening.picture[2]


def test_a_lit_row_goes_out_again(qtbot: QtBot) -> None:
    evening = Evening(case(incident(1, "P1")))
    with qtbot.waitSignal(evening.model.lit) as lit:
        evening.model.light(["i001", "nowhere"])
    assert lit.args == ["i001"]
    assert evening.model.is_lit("i001")
    evening.model.unlight("i001")
    assert not evening.model.is_lit("i001")
    assert evening.changes == [(0, "NUMBER", "HOLDER"), (0, "NUMBER", "HOLDER")]
