"""The whole desk in one window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.domain.board import CaseDetail
from desktop.live.board import BoardChange
from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done
from desktop.operations.incidents import (
    add_note,
    close_incident,
    merge_incident,
    open_incident,
    reopen_incident,
)
from desktop.operations.reading import read_case, read_one_call
from desktop.runtime import i18n
from desktop.runtime.settings import Language
from tests.ui.cutting import cut_words
from tests.ui.driver import Driver, OpenDesk
from ui.arrangement import Arrangement
from ui.desk_view import DeskView
from ui.prompt import Ask
from ui.theme import SIZES


def test_every_command_does_something(view: DeskView) -> None:
    assert view.actions_table.unbound == set()


def test_everything_that_takes_the_focus_has_a_name(driver: Driver, view: DeskView) -> None:
    driver.press("F2")
    driver.settle(0.2)
    kinds = (QLineEdit, QPlainTextEdit, QPushButton, QAbstractScrollArea)
    nameless = [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in view.findChildren(QWidget)
        if isinstance(one, kinds)
        and one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (one.accessibleName() or (isinstance(one, QPushButton) and one.text()))
    ]
    assert nameless == []


def test_panels_take_their_ease_or_stack_by_the_room_there_is(driver: Driver, view: DeskView) -> None:
    assert view.intake.width() == 336
    view.window().resize(1284, 768)
    driver.press("Ctrl++")
    driver.press("Ctrl+-")
    driver.settle()
    assert view.columns.arrangement is Arrangement.THREE
    assert (view.intake.width(), view.list.width()) == (318, 654)
    for width, arrangement in ((1366, Arrangement.THREE), (1100, Arrangement.TWO), (700, Arrangement.ONE)):
        view.window().resize(width, 768)
        driver.settle()
        assert view.columns.arrangement is arrangement, width
        assert all(panel.isVisible() for panel in (view.intake, view.list, view.pane, view.units)), width


def test_larger_text_stacks_and_smaller_puts_back(driver: Driver, view: DeskView) -> None:
    driver.press("Ctrl++")
    driver.press("Ctrl++")
    assert _arrangement(view) != Arrangement.THREE
    driver.press("Ctrl+-")
    driver.press("Ctrl+-")
    assert _arrangement(view) == Arrangement.THREE


def test_no_column_is_cut_when_the_text_grows_under_the_operators_hands(
    driver: Driver, view: DeskView
) -> None:
    driver.show(view.window(), 1920, 1080)
    driver.press("F2")
    for _ in range(3):
        driver.press("Ctrl++")
    driver.settle(0.1)
    driver.until(lambda: not cut_words(view), "all words have room")
    assert (view.session.look.percent, view.columns.arrangement) == (150, Arrangement.THREE)
    assert _call_fits(view)


def test_the_call_is_not_cut_beside_what_is_stacked(driver: Driver, view: DeskView) -> None:
    driver.press("F2")
    for percent in (130, 150):
        _enlarge(driver, view, percent)
        driver.settle(0.1)
        driver.until(lambda: _call_fits(view), f"the call has room at {percent} %")
        assert (view.session.look.percent, view.columns.arrangement) == (percent, Arrangement.TWO)


def test_the_units_come_back_from_their_window_and_the_theme_and_the_window_are_remembered(
    driver: Driver, view: DeskView, state: QSettings
) -> None:
    driver.press("Ctrl+Shift+Y")
    assert view.units.window() is not view.window()
    view.units.window().close()
    driver.show(view.window(), 1366, 768)
    assert view.units.window() is view.window()
    assert view.units.isVisible()
    driver.press("Ctrl+Shift+D")
    driver.press("Ctrl+Shift+Y")
    assert view.units.window() is not view.window()
    view.end()
    assert state.value("window/theme") == "day"
    assert state.value("window/units_apart", False, bool) is True


def test_units_are_meant_for_the_incident_just_opened(driver: Driver, view: DeskView, desk: OpenDesk) -> None:
    for text in ("kebakaran", "banjir"):
        driver.press("F2")
        driver.type(text)
        driver.press("Ctrl+Return")
        driver.until(lambda: view.selected() is not None, "the new incident is selected")
    driver.until(lambda: len(desk.session.board.cases) == 2)
    driver.until(lambda: (case := view.selected()) is not None and case.incident.serial == 2)
    driver.press("Alt+U")
    driver.type("dam1")
    driver.press("Return")
    driver.until(lambda: desk.session.board.running_assignment(_unit(desk, "Damkar 1")) is not None)
    running = desk.session.board.running_assignment(_unit(desk, "Damkar 1"))
    assert running is not None
    assert running.incident is not None
    assert desk.session.board.cases[running.incident].incident.serial == 2


def test_units_entered_before_their_incident_is_on_the_board_go_to_it(
    driver: Driver, view: DeskView, desk: OpenDesk
) -> None:
    opened = _opened(driver, desk, "kebakaran")
    driver.until(lambda: opened in desk.session.board.cases)
    case = desk.session.board.cases.pop(opened)  # as if it were still on its way
    view.list.select_none()
    view.meant.follow(opened)
    driver.press("Alt+U")
    driver.type("dam1")
    driver.press("Return")
    assert view.units.assign_line.text() == "dam1"
    driver.type("a1")  # the next are typed before it comes: in place of those, which were entered
    assert view.units.assign_line.text() == "a1"
    driver.press("Return")
    desk.session.board.cases[opened] = case
    desk.session.board_changed.emit(BoardChange(cases=frozenset({opened})))
    driver.until(lambda: desk.session.board.running_assignment(_unit(desk, "Damkar 1")) is not None)
    running = desk.session.board.running_assignment(_unit(desk, "Damkar 1"))
    assert running is not None
    assert running.incident == opened
    driver.until(lambda: desk.session.board.running_assignment(_unit(desk, "A1")) is not None)
    driver.until(lambda: view.units.assign_line.text() == "")


def test_another_desks_call_is_seen(driver: Driver, view: DeskView, other_desk: OpenDesk) -> None:
    done = driver.run(take_call(other_desk.session.desk))
    assert isinstance(done, Done)
    driver.until(lambda: "Wayan" in view.intake.hint.text(), "who else speaks")


def test_going_back_to_a_caller_goes_back_to_his_incident(
    driver: Driver, view: DeskView, desk: OpenDesk
) -> None:
    for serial, text in enumerate(("kebakaran", "banjir"), start=1):
        driver.press("F2")
        driver.type(text)
        driver.press("Ctrl+Return")
        _selects(driver, view, serial)
    for key, serial in (("F3", 1), ("F3", 2), ("F2", 2), ("F3", 1)):
        driver.press(key)
        driver.settle(0.1)
        _selects(driver, view, serial)


def test_a_figure_that_grows_cuts_no_word_of_the_bar(driver: Driver, view: DeskView) -> None:
    bar = view.top_bar
    assert "Kulkul" in _words(bar)
    for digits in range(10, 60, 5):
        bar.free.setText("available " + "0" * digits)
        driver.settle(0.02)
        assert bar.sizeHint().width() <= bar.width(), digits
    assert "Kulkul" not in _words(bar), "the brand gave its room"


def _words(bar: QWidget) -> list[str]:
    return [one.text() for one in bar.findChildren(QLabel) if one.isVisible()]


def test_no_key_of_the_sheet_is_cut(driver: Driver, view: DeskView) -> None:
    view.session.look.apply(driver.app)
    for percent in (100, 130, 175):
        _enlarge(driver, view, percent)
        driver.press("F1")
        driver.settle()
        area = view.pages.key_sheet.findChild(QScrollArea)
        assert area is not None
        assert area.horizontalScrollBar().maximum() == 0, percent
        if percent == 100:
            assert area.verticalScrollBar().maximum() == 0
        driver.press("Escape")
        assert not view.pages.key_sheet.isVisible()


def test_the_key_sheet_needs_no_scrolling_in_indonesian_either(driver: Driver, view: DeskView) -> None:
    view.session.look.apply(driver.app)
    i18n.install(driver.app, Language.INDONESIAN)
    try:
        driver.press("F1")
        driver.settle()
        area = view.pages.key_sheet.findChild(QScrollArea)
        assert area is not None
        bars = (area.horizontalScrollBar().maximum(), area.verticalScrollBar().maximum())
        assert bars == (0, 0)
    finally:
        i18n.install(driver.app, Language.ENGLISH)


def test_the_question_of_closing_is_never_cut(driver: Driver, view: DeskView, desk: OpenDesk) -> None:
    shown = _opened(driver, desk, "banjir")
    driver.until(lambda: view.list.select(shown))
    driver.until(lambda: view.pane.detail is not None)
    for percent in (100, 150):
        _enlarge(driver, view, percent)
        driver.press("Ctrl+W")
        driver.until(view.prompt.isVisible)
        assert len(_lines_of_question(view)) >= 4
        driver.until(lambda: all(map(_is_high_enough, _lines_of_question(view))))
        driver.until(lambda: view.pane.rect().contains(view.prompt.geometry()))
        driver.press("Escape")
        driver.until(view.pane.timeline.isVisible)


def _enlarge(driver: Driver, view: DeskView, percent: int) -> None:
    """Enlarge the text to that size by one key: each step there dresses the whole desk."""
    if view.session.look.percent < percent:
        view.session.look.percent = SIZES[SIZES.index(percent) - 1]
        driver.press("Ctrl++")
    assert view.session.look.percent == percent


def _lines_of_question(view: DeskView) -> list[QLabel]:
    return [one for one in view.prompt.findChildren(QLabel) if one.isVisible()]


def _is_high_enough(one: QLabel) -> bool:
    return one.height() >= one.heightForWidth(one.width())


def _selects(driver: Driver, view: DeskView, serial: int) -> None:
    driver.until(lambda: (case := view.selected()) is not None and case.incident.serial == serial)


def _call_fits(view: DeskView) -> bool:
    viewport = view.intake.parentWidget()
    return viewport is not None and view.intake.width() <= viewport.width()


def _arrangement(view: DeskView) -> Arrangement | None:
    return view.columns.arrangement


def _unit(desk: OpenDesk, call_sign: str) -> str:
    return next(unit.id for unit in desk.session.board.units.values() if unit.call_sign == call_sign)


def test_keys_never_mean_another_incident_than_the_one_looked_up(
    driver: Driver, view: DeskView, desk: OpenDesk
) -> None:
    closed, shown = _of_last_week(driver, desk), _opened(driver, desk, "banjir")
    driver.until(lambda: view.list.select(shown))
    driver.until(lambda: view.pane.detail is not None)
    view.show_incident(closed)
    driver.until(lambda: (detail := view.pane.detail) is not None and detail.case.id == closed)
    assert view.selected() is None
    driver.press("Ctrl+T")
    driver.settle(0.1)
    assert desk.session.board.cases[shown].incident.holder is None
    driver.press("Ctrl+L")
    driver.until(lambda: (case := view.selected()) is not None and case.id == shown)
    driver.until(lambda: (detail := view.pane.detail) is not None and detail.case.id == shown)


def test_one_looked_up_and_opened_again_is_selected(driver: Driver, view: DeskView, desk: OpenDesk) -> None:
    closed = _of_last_week(driver, desk)
    view.show_incident(closed)
    driver.until(lambda: (detail := view.pane.detail) is not None and detail.case.id == closed)
    detail = view.pane.detail
    assert detail is not None
    assert isinstance(driver.run(reopen_incident(desk.session.desk, detail.case, "lagi")), Done)
    driver.until(lambda: (case := view.selected()) is not None and case.id == closed)


def test_one_that_never_comes_to_the_board_is_not_waited_for(
    driver: Driver, view: DeskView, desk: OpenDesk
) -> None:
    shown = _opened(driver, desk, "banjir")
    driver.until(lambda: view.list.select(shown))
    closed = _of_last_week(driver, desk)
    view.meant.follow(closed)
    assert view.selected() is None
    note = add_note(desk.session.desk, driver.run(_case(desk, closed)).case.incident, "sudah selesai")
    assert isinstance(driver.run(note), Done)
    driver.until(lambda: (case := view.selected()) is not None and case.id == shown)


@pytest.mark.parametrize("by_another", [False, True])
def test_the_cursor_goes_along_when_the_incident_is_merged(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk, view: DeskView, by_another: bool
) -> None:
    into, merged = _opened(driver, desk, "api besar"), _opened(driver, desk, "api")
    driver.until(lambda: view.list.select(merged))
    driver.until(lambda: view.pane.detail is not None)
    driver.press("Ctrl+N")
    if by_another:
        driver.type("nenek di dalam")
        found, target = driver.run(_case(desk, merged)), driver.run(_case(desk, into)).case
        assert isinstance(driver.run(merge_incident(other_desk.session.desk, found, target)), Done)
    else:
        driver.press("Ctrl+M")
        driver.type(str(desk.session.board.cases[into].incident.serial))
        driver.press("Return")
    driver.until(lambda: (detail := view.pane.detail) is not None and detail.case.id == into)
    driver.settle(0.1)
    assert view.pane.note.field.hasFocus()
    assert view.pane.note.field.text() == ("nenek di dalam" if by_another else "")


def _opened(driver: Driver, desk: OpenDesk, narrative: str, at: Desk | None = None) -> str:
    by = at or desk.session.desk
    taken = driver.run(take_call(by))
    assert isinstance(taken, Done)
    entry = driver.run(read_one_call(by, taken.row))
    assert entry is not None
    opened = driver.run(open_incident(by, entry, {"narrative": narrative}))
    assert isinstance(opened, Done)
    return opened.row


def _of_last_week(driver: Driver, desk: OpenDesk) -> str:
    """An incident that was closed a week ago, and is not on the board."""
    then = desk.session.desk.claiming(desk.session.clock.now() - timedelta(days=7))
    incident = _opened(driver, desk, "kebakaran", then)
    seen = driver.run(_case(desk, incident)).case.incident
    closed = driver.run(close_incident(then, seen, "handled"))
    assert isinstance(closed, Done)
    driver.until(lambda: desk.session.board.sequence >= closed.result.sequence)
    assert incident not in desk.session.board.cases
    return incident


async def _case(desk: OpenDesk, incident: str) -> CaseDetail:
    found = await read_case(desk.session.desk, incident)
    assert found is not None
    return found


def test_enter_in_the_list_goes_on_to_the_note_of_that_incident(
    driver: Driver, desk: OpenDesk, view: DeskView
) -> None:
    driver.press("F2")
    driver.type("api")
    driver.press("Ctrl+Return")
    driver.until(lambda: view.list.selected() is not None)
    driver.press("Ctrl+L")
    driver.press("Return")
    assert view.pane.note.field.hasFocus()
    driver.until(lambda: view.pane.detail is not None)
    driver.type("lewat pintu belakang")
    driver.press("Return")
    case = view.list.selected()
    assert case is not None

    def notes() -> list[str | None]:
        found = driver.run(read_case(desk.session.desk, case.id))
        return [] if found is None else [entry.note for entry in found.timeline]

    driver.until(lambda: "lewat pintu belakang" in notes())


def test_a_desk_that_is_unlocked_after_its_question_was_answered_goes_on(
    driver: Driver, view: DeskView
) -> None:
    view.prompt.ask("Why?", [Ask("reason", "Reason")], lambda _answers: None)
    assert isinstance(view.window().focusWidget(), QLineEdit)
    view.lock()
    view.prompt.done()
    driver.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    view.unlock()
    focus = view.window().focusWidget()
    assert focus is view.intake or view.intake.isAncestorOf(focus)
