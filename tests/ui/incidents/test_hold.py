"""The selected row and its quiet: the anchor, and what is held back above it."""

from dataclasses import replace

import pytest

from desktop.domain.reference import Priority
from tests.ui.incidents.boards import Evening, case, incident
from ui.incidents.filters import View
from ui.incidents.hold import Hold

pytestmark = pytest.mark.usefixtures("qtbot")


def _held(*serials: int, anchor: str) -> Evening:
    evening = Evening(*(case(incident(n, minute=n)) for n in serials))
    evening.model.anchor = anchor
    evening.model.hold()
    return evening


def test_nothing_comes_in_above_the_anchor_while_held() -> None:
    evening = _held(3, 5, 7, anchor="i005")
    evening.bring(case(incident(1, "P1")), case(incident(4, minute=4)), case(incident(6, minute=6)))
    assert evening.numbers == "3 >5 6 7"
    assert evening.model.waiting_above == {"i001", "i004"}
    evening.model.release()
    assert evening.numbers == "1 3 4 >5 6 7"
    assert not evening.model.waiting_above


def test_without_a_hold_rows_come_in_anywhere() -> None:
    evening = _held(3, 5, anchor="i005")
    evening.model.release()
    evening.bring(case(incident(4, minute=4)))
    assert evening.numbers == "3 4 >5"


def test_a_row_that_rises_shows_its_news_below_and_waits_for_its_place() -> None:
    evening = _held(3, 5, 7, anchor="i005")
    evening.bring(case(replace(incident(7, minute=7), priority=Priority.P1)))
    assert evening.numbers == "3 >5 7"
    assert evening.picture[2].startswith("P1 ")
    assert evening.model.waiting_above == {"i007"}
    evening.model.release()
    assert evening.numbers == "7 3 >5"


def test_the_anchor_itself_stays_where_it_is_while_held() -> None:
    evening = _held(3, 5, 7, anchor="i005")
    evening.bring(case(incident(5, minute=5), "a1"))
    assert evening.numbers == "3 >5 7"
    assert " assigned " in evening.picture[1]
    assert not evening.model.waiting_above
    evening.model.release()
    assert evening.numbers == "3 7 >5"


def test_what_was_held_and_changed_its_mind_is_forgotten() -> None:
    evening = _held(3, 5, anchor="i005")
    evening.bring(case(incident(4, minute=4)))
    evening.bring(case(incident(4, minute=4, closed=5)))
    assert not evening.model.waiting_above
    evening.bring(case(incident(3, "P3", minute=3)))
    assert evening.numbers == ">5 3"  # going down is not coming in above
    evening.bring(case(incident(3, "P1", minute=3)))
    evening.bring(case(incident(3, "P3", minute=3)))
    assert not evening.model.waiting_above
    evening.model.release()
    assert evening.numbers == ">5 3"


def test_a_new_row_is_lit_only_once_it_has_come_in() -> None:
    evening = _held(3, 5, anchor="i005")
    lit: list[str] = []
    evening.model.lit.connect(lit.append)
    evening.bring(case(incident(1, "P1")))
    evening.model.light(["i001"])
    assert lit == []
    evening.model.release()
    assert lit == ["i001"]


def test_choosing_another_view_puts_everything_to_its_place() -> None:
    evening = _held(3, 5, anchor="i005")
    evening.bring(case(incident(1, "P1")))
    evening.model.show_view(View.WAITING)
    assert evening.numbers == "1 3 >5"


@pytest.mark.parametrize(
    ("gone", "left"), [(["i005"], "3 7"), (["i007"], "3 >5"), (["i003", "i005", "i007"], "")]
)
def test_where_the_anchor_leaves_the_board_no_other_takes_its_part(gone: list[str], left: str) -> None:
    evening = _held(3, 5, 7, anchor="i005")
    evening.bring(gone=gone)
    assert evening.numbers == left


def test_the_anchor_moves_with_its_row() -> None:
    evening = Evening(*(case(incident(n, minute=n)) for n in (1, 2, 3)))
    evening.model.anchor = "i001"
    evening.bring(case(incident(1, minute=1), "a1"))
    assert evening.numbers == "2 3 >1"


def test_a_filter_that_hides_the_anchor_takes_the_first_row() -> None:
    evening = Evening(*(case(incident(n, minute=n, address=("Gang", "Jalan")[n % 2])) for n in (1, 2, 3, 4)))
    evening.model.anchor = "i003"
    evening.model.set_words("gang")
    assert evening.numbers == ">2 4"
    evening.model.set_words("nowhere")
    assert evening.model.anchor is None


def test_an_anchor_of_another_view_stays_until_the_selection_moves_on() -> None:
    evening = Evening(*(case(incident(n, minute=n, closed=9 if n == 2 else None)) for n in (1, 2, 3)))
    evening.model.anchor = "i001"
    evening.model.show_view(View.CLOSED)
    assert (evening.model.anchor, evening.model.fitting) == ("i001", 1)
    assert sorted(evening.numbers.split()) == ["2", ">1"]
    evening.model.show_view(View.OPEN)
    assert evening.numbers == ">1 3"
    evening.model.show_view(View.CLOSED)
    evening.model.anchor = "i002"
    assert evening.model.has_left_over
    evening.model.clear_left_over()
    assert evening.numbers == ">2"


def test_cleared_words_lead_back_to_the_row_before_them_even_of_another_view() -> None:
    evening = Evening(*(case(incident(n, minute=n, closed=9 if n == 2 else None)) for n in (1, 2, 3)))
    evening.model.set_words("24-003")
    evening.model.anchor = "i003"
    evening.model.clear_words("i002")
    assert evening.model.anchor == "i002"
    assert "2" in evening.numbers.replace(">", "").split()
    evening.model.clear_words("i009")
    assert evening.model.anchor == "i002"


def test_the_anchor_stays_though_it_no_longer_fits_the_view_until_the_selection_moves_on() -> None:
    evening = Evening(*(case(incident(n, minute=n)) for n in (1, 2, 3)))
    evening.model.show_view(View.WAITING)
    evening.model.anchor = "i002"
    evening.bring(case(incident(2, minute=2), "a1"), case(incident(3, minute=3), "a2"))
    assert evening.numbers == "1 >2"
    assert not evening.model.has_left_over
    evening.model.clear_left_over()
    assert evening.numbers == "1 >2"
    evening.model.anchor = "i001"
    evening.model.clear_left_over()
    assert evening.numbers == ">1"


def test_an_anchor_that_is_closed_stays_until_the_selection_moves_on() -> None:
    evening = Evening(*(case(incident(n, minute=n)) for n in (1, 2, 3)))
    evening.model.anchor = "i002"
    evening.bring(case(incident(2, minute=2, closed=9)))
    assert ">2" in evening.numbers
    evening.model.anchor = "i003"
    evening.model.clear_left_over()
    assert evening.numbers == "1 >3"


def test_the_hold_ends_two_seconds_after_the_last_key() -> None:
    now, ended = [100.0], []
    hold = Hold(now=lambda: now[0])
    hold.ended.connect(lambda: ended.append(now[0]))
    running = {}
    hold.touch()
    now[0] = 101.5
    hold.touch()
    for now[0] in (102.5, 103.4, 103.5, 110.0):
        hold.look()
        running[now[0]] = hold.running
    assert running == {102.5: True, 103.4: True, 103.5: False, 110.0: False}
    assert ended == [103.5]
