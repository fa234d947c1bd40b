"""The list as the operator uses it: keys, selection, filter, taking, and what is heard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics

from desktop.domain.board import Snapshot
from desktop.domain.reference import Role
from desktop.runtime import i18n
from desktop.runtime.settings import Language
from tests.ui.incidents.boards import case, incident
from tests.ui.incidents.conftest import Shown
from ui.incidents import p1_alarm
from ui.incidents.columns import Column
from ui.incidents.filters import View
from ui.incidents.sound import Sound, Speaker
from ui.session import Level
from ui.theme import LIST_PAD, Face


def test_arrows_home_and_end_walk_and_enter_goes_on(shown: Shown) -> None:
    entered: list[str] = []
    shown.panel.activated.connect(entered.append)
    shown.actions.trigger("list.go")
    assert shown.numbers == ">1 2 3 4"
    shown.press("Down", "Down")
    assert shown.numbers == "1 2 >3 4"
    shown.press("End")
    assert shown.numbers == "1 2 3 >4"
    shown.press("Home", "Down", "Return")
    assert entered == ["i002"]
    selected = shown.panel.selected()
    assert selected is not None
    assert selected.id == "i002"
    assert shown.selections == ["i001", "i002", "i003", "i004", "i001", "i002"]


def test_the_selection_stays_when_rows_come_change_and_go(shown: Shown) -> None:
    shown.panel.select("i002")
    shown.bring(case(incident(9, "P1")))
    assert shown.numbers == "9 1 >2 3 4"
    shown.bring(case(incident(2, minute=2), "a1"))
    assert shown.numbers == "9 1 3 4 >2"
    shown.bring(gone=("i001", "i004"))
    assert shown.numbers == "9 3 >2"
    assert shown.selections == ["i002"]
    shown.bring(gone=("i002",))
    assert shown.numbers == "9 3"
    assert shown.selections == ["i002", None]
    assert shown.panel.selected() is None


def test_keys_never_mean_the_neighbour_of_an_incident_just_closed(shown: Shown) -> None:
    shown.panel.select("i002")
    shown.bring(case(incident(2, minute=2, closed=9)))
    assert (selected := shown.panel.selected()) is not None
    assert selected.id == "i002"
    assert "3 open" in shown.panel.hint.text()
    shown.panel.go()
    shown.press("Up")
    shown.desk.driver.settle()
    assert "2" not in shown.numbers
    assert shown.selections[0] == "i002"


def test_the_selected_row_stays_in_view_in_a_long_list(shown: Shown) -> None:
    table = shown.panel.table
    shown.bring(*(case(incident(n, minute=n)) for n in range(10, 60)))
    shown.panel.select("i040")
    for serial in range(60, 90):
        shown.bring(case(incident(serial, "P1", minute=serial)))
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    first, last = table.rows_in_view()
    assert first <= table.currentIndex().row() <= last
    assert last - first < 15


def test_a_list_scrolled_away_from_the_selection_stays_there(shown: Shown) -> None:
    table = shown.panel.table
    shown.bring(*(case(incident(n, minute=n)) for n in range(10, 60)))
    shown.panel.select("i040")
    table.verticalScrollBar().setValue(0)
    shown.bring(case(incident(60, "P1")))
    assert table.verticalScrollBar().value() == 0
    assert shown.selections == ["i040"]


def test_for_two_seconds_after_a_key_nothing_comes_in_above(shown: Shown) -> None:
    strip = shown.panel.heading.strip
    shown.panel.go()
    shown.press("Down")
    shown.bring(case(incident(8, "P1")), case(incident(9, "P1")), case(incident(7, minute=7)))
    assert shown.numbers == "1 >2 3 4 7"
    assert strip.isVisible()
    assert strip.text() == "2 new above"
    shown.pass_time(1.5)
    shown.press("Down")
    shown.pass_time(1.5)
    assert shown.numbers == "1 2 >3 4 7"
    shown.pass_time(0.5)
    assert shown.numbers == "8 9 1 2 >3 4 7"
    assert not strip.isVisible()


def test_letters_go_to_the_filter_and_escape_clears_it(shown: Shown) -> None:
    panel = shown.panel
    shown.bring(case(incident(5, address="Jl. Kecubung", where="Sumerta", minute=5), "damkar-1"))
    shown.bring(case(incident(6, address="Jl. Kecubung 8", where="Sumerta", minute=6)))
    panel.select("i002")
    panel.go()
    shown.desk.driver.type("kec")
    assert panel.filter.text() == "kec"
    assert shown.numbers == ">6 5"
    assert panel.hint.text() == "2 of 6 open · Esc clears"
    shown.press("Down")
    assert shown.numbers == "6 >5"
    shown.desk.driver.type(" 1/")
    assert shown.numbers == ""
    shown.press("Escape")
    assert not panel.filter.isVisible()
    assert panel.table.hasFocus()
    assert shown.numbers == "1 >2 3 4 6 5"


def test_the_slash_opens_the_filter_and_enter_goes_to_the_incident_found(shown: Shown) -> None:
    entered: list[str] = []
    shown.panel.activated.connect(entered.append)
    shown.panel.go()
    shown.press("/")
    assert shown.panel.filter.hasFocus()
    shown.desk.driver.type("003")
    shown.press("Return")
    assert entered == ["i003"]
    assert shown.numbers == ">3"
    shown.press("Escape")
    assert shown.numbers == "1 2 >3 4"


def test_views_have_keys_and_are_named_with_their_count(shown: Shown) -> None:
    shown.bring(case(incident(5, minute=5), "a1"), case(incident(6, closed=1)))
    for command, numbers, words in (
        ("list.waiting", "1 2 3 4", "4 waiting"),
        ("list.closed", "6", "1 closed today"),
        ("list.civic", "", "0 civic work"),
        ("list.emergencies", "1 2 3 4 5", "5 emergencies"),
        ("list.open", "1 2 3 4 5", "5 open"),
    ):
        shown.actions.trigger(command)
        assert shown.numbers == numbers
        assert shown.panel.hint.text().split(" · ")[:2] == [words, "by urgency"]


def test_digits_sort_and_a_column_pressed_again_reverses(shown: Shown) -> None:
    shown.bring(case(incident(5, "P1")))
    shown.panel.go()
    shown.press("1")
    assert shown.numbers == "1 2 3 4 >5"
    shown.press("1")
    assert shown.numbers == ">5 4 3 2 1"
    assert "by number, reversed" in shown.panel.hint.text()
    shown.press("4")
    assert shown.panel.model.sorting.column is Column.AGE
    shown.press("0")
    assert shown.numbers == ">5 1 2 3 4"
    shown.panel.table.horizontalHeader().sectionClicked.emit(Column.NUMBER)
    assert shown.numbers == "1 2 3 4 >5"


def test_the_arrow_of_the_order_has_room(shown: Shown) -> None:
    """It takes room only above the column by which the list is sorted."""
    table, look = shown.panel.table, shown.panel._session.look
    shown.panel.go()
    before = table.columnWidth(Column.HOLDER)
    for column in Column:
        shown.press(str(column + 1))
        title = str(table.model().headerData(column, Qt.Orientation.Horizontal))
        assert title.endswith("↓"), column
        needed = QFontMetrics(look.font(Face.SMALL)).horizontalAdvance(title) + 2 * look.px(LIST_PAD)
        assert table.columnWidth(column) >= needed, column
        assert (table.columnWidth(Column.HOLDER) > before) == (column is Column.HOLDER)


def test_selecting_what_the_filter_hides_clears_the_filter_and_says_so(shown: Shown) -> None:
    shown.bring(case(incident(6, minute=6, closed=7)))
    shown.panel.show_view(View.CIVIC)
    assert shown.panel.select("i003")
    assert shown.numbers == "1 2 >3 4"
    assert shown.panel.heading.notice.text() == "Filter cleared to show 24-003"
    assert shown.panel.select("i006")
    assert shown.panel.model.view is View.CLOSED
    assert not shown.panel.select("not on the board")
    assert shown.numbers == ">6"


def test_another_view_leaves_the_selected_incident_selected(shown: Shown) -> None:
    chosen: list[object] = []
    shown.bring(case(incident(6, minute=6, closed=7)))
    shown.panel.select("i003")
    shown.panel.selected_changed.connect(chosen.append)
    shown.panel.show_view(View.CLOSED)
    assert sorted(shown.numbers.split()) == ["6", ">3"]
    assert chosen == []
    shown.panel.select("i006")
    shown.desk.driver.settle()
    assert shown.numbers == ">6"


def test_escape_leads_back_to_what_was_selected_before_typing(shown: Shown) -> None:
    shown.panel.go()
    shown.panel.select("i003")
    shown.desk.driver.type("24-001")
    assert shown.numbers == ">1"
    shown.press("Escape")
    assert shown.numbers == "1 2 >3 4"


def test_escape_stays_with_the_hit_that_was_entered(shown: Shown) -> None:
    shown.panel.go()
    shown.panel.select("i003")
    shown.desk.driver.type("24-001")
    shown.press("Return", "Escape")
    assert shown.numbers == ">1 2 3 4"


def test_what_is_held_back_comes_in_when_it_is_selected(shown: Shown) -> None:
    shown.panel.go()
    shown.press("Down")
    shown.bring(case(incident(9, "P1")))
    assert shown.panel.select("i009")
    assert shown.numbers == ">9 1 2 3 4"


def test_the_selected_row_stays_until_the_selection_moves_on(shown: Shown) -> None:
    shown.actions.trigger("list.waiting")
    shown.panel.select("i002")
    shown.panel.go()
    shown.bring(case(incident(2, minute=2), "a1"))
    shown.pass_time(3)
    assert shown.numbers == "1 3 4 >2"
    shown.press("1")
    assert shown.numbers == "1 >2 3 4"
    shown.press("Down")
    shown.desk.driver.settle()
    assert shown.numbers == "1 >3 4"


def test_a_new_p1_is_heard_and_lit_for_three_seconds(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    assert p1_alarm.LIT_MS == 3_000
    monkeypatch.setattr(p1_alarm, "LIT_MS", 150)
    model, sounds = shown.panel.model, shown.ear.sounds
    shown.bring(case(incident(9, "P1")), case(incident(8, "P2")))
    assert sounds == [Sound.NEW_P1]
    assert model.is_lit("i009")
    assert not model.is_lit("i008")
    shown.desk.driver.until(lambda: not model.is_lit("i009"), "the row went out")


@pytest.mark.parametrize(
    ("role", "heard"), [(role, role not in (Role.AUDITOR, Role.ADMINISTRATOR)) for role in Role]
)
def test_a_new_p1_is_heard_by_those_who_wait_for_it(shown: Shown, role: Role, heard: bool) -> None:
    session = shown.desk.session
    session.desk = replace(session.desk, author=replace(session.desk.author, roles=frozenset({role})))
    shown.bring(case(incident(1, "P1")))
    assert bool(shown.ear.sounds) is heard


def test_a_new_picture_of_everything_keeps_selection_scroll_and_the_rows_themselves(shown: Shown) -> None:
    cases = [case(incident(serial)) for serial in range(1, 60)]
    shown.bring(*cases)
    shown.press("Home", *["Down"] * 40)
    selected, place = shown.panel.selected(), shown.panel.table.verticalScrollBar().value()
    heard: list[str] = []
    shown.panel.model.modelReset.connect(lambda: heard.append("reset"))
    board = shown.desk.session.board
    kept = tuple(cases[:3] + cases[5:])
    board.replace(Snapshot(board.sequence, kept, tuple(board.units.values()), (), (), {}))
    shown.panel.pace.flush()
    assert (shown.panel.selected(), heard) == (selected, [])
    assert shown.panel.table.verticalScrollBar().value() <= place
    assert len(shown.numbers.split()) == len(kept)


def test_who_edits_an_incident_elsewhere_is_named_in_its_row(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = case(incident(1))
    shown.bring(one)
    monkeypatch.setattr(shown.desk.session, "editors", lambda: {one.id: "Wayan P."})
    shown.desk.session.pulse_changed.emit()
    row = shown.panel.model.row_at(0)
    assert row.holder.endswith("Wayan P. edits")
    monkeypatch.setattr(shown.desk.session, "editors", dict)
    shown.desk.session.pulse_changed.emit()
    assert "Wayan" not in shown.panel.model.row_at(0).holder


def test_a_p1_is_heard_again_until_somebody_has_taken_it(shown: Shown) -> None:
    sounds = shown.ear.sounds
    fire = incident(9, "P1")
    shown.bring(case(fire))
    for _ in range(31):
        shown.pass_time(1)
    assert sounds == [Sound.NEW_P1, Sound.P1_WAITS, Sound.P1_WAITS]
    held = replace(fire, holder="wayan", held_since=shown.desk.session.clock.now())
    shown.bring(case(held))
    shown.pass_time(60)
    assert Sound.P1_WAITS not in sounds[3:]


def test_a_p1_that_the_filter_hides_is_named_above_the_list(shown: Shown) -> None:
    hidden = shown.panel.heading.hidden
    shown.panel.show_view(View.CIVIC)
    shown.bring(*(case(incident(n, "P1")) for n in (7, 8, 9)))
    assert hidden.isVisible()
    assert hidden.text() == "P1 hidden: 24-007, 24-008 +1"
    shown.panel.show_view(View.OPEN)
    assert not hidden.isVisible()


def test_a_p1_from_which_the_list_is_scrolled_away_is_named_above_it(shown: Shown) -> None:
    hidden = shown.panel.heading.hidden
    shown.bring(*(case(incident(n, minute=n)) for n in range(5, 30)))
    shown.panel.go()
    shown.press("End")
    shown.pass_time(3)
    shown.bring(case(incident(40, "P1")))
    assert hidden.text() == "P1 hidden: 24-040"
    shown.press("Home")
    assert not hidden.isVisible()


def test_a_desk_without_sound_says_so(shown: Shown) -> None:
    Speaker.play(shown.ear, Sound.SILENCE)
    shown.desk.driver.until(lambda: shown.panel.hint.text().endswith(" · no sound"))


@pytest.mark.parametrize("language", Language)
def test_nothing_in_the_head_widens_the_panel(shown: Shown, language: Language) -> None:
    app = shown.desk.driver.app
    shown.desk.session.look.apply(app)
    i18n.install(app, language)
    shown.panel.go()
    shown.bring(*(case(incident(n, "P1")) for n in (7, 8, 9)))
    shown.desk.driver.type("xy")
    Speaker.play(shown.ear, Sound.SILENCE)
    shown.desk.driver.settle()
    i18n.install(app, Language.ENGLISH)
    assert shown.panel.heading.hidden.isVisible()
    assert shown.panel.minimumSizeHint().width() <= 480


def test_every_cell_can_be_read_through_the_accessibility_interface(shown: Shown) -> None:
    shown.bring(case(incident(9, "P1", holder="made"), "a2"))
    table = QAccessible.queryAccessibleInterface(shown.panel.table)
    assert table.text(QAccessible.Text.Name) == "Incidents"
    texts = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    line = len(Column) + 1  # Qt counts the heads of the rows, though they are hidden
    heads, first = texts[1:line], texts[line + 1 : 2 * line]
    assert heads == ["Number", "Category", "Place", "Age", "Phase", "At work", "Held by"]
    assert first[0] == "P1 24-009, new"
    assert first[4:] == ["assigned", "A2", "held by Made S."]
    assert QAccessible.queryAccessibleInterface(shown.panel.filter).text(QAccessible.Text.Name)


def test_ages_move_on_each_second(shown: Shown) -> None:
    shown.bring(case(replace(incident(9, "P1"), opened_at=shown.desk.session.clock.now())))
    said: list[str] = []
    shown.panel.model.dataChanged.connect(lambda first, last: said.append(first.data()))
    shown.desk.driver.until(lambda: {"1 s", "2 s"} & set(said))


def test_larger_text_makes_larger_rows_and_still_fills_the_width(shown: Shown) -> None:
    session, table = shown.desk.session, shown.panel.table
    session.look.percent = 150
    session.look_changed.emit()
    assert table.rowHeight(0) == session.look.row_height
    widths = [table.columnWidth(column) for column in Column]
    assert sum(widths) >= table.viewport().width()
    assert widths[Column.PLACE] >= session.look.px(96)


def test_taking_needs_a_selection(shown: Shown) -> None:
    said: list[tuple[str, Level]] = []
    shown.desk.session.said.connect(lambda text, level: said.append((text, level)))
    shown.actions.trigger("incident.take")
    assert said == [("No incident is selected.", Level.PROBLEM)]
