"""Taking calls: the cursor, the other desks, several at once, a database that is slow or away."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.domain.calls import Channel
from desktop.operations.calls import hang_up, take_call
from desktop.operations.desk import Refusal, StoreError
from tests.ui.driver import Driver, OpenDesk
from tests.ui.intake.scene import Intake, Outage
from ui.intake.status import speaking_elsewhere


def test_one_key_takes_a_call_and_the_cursor_is_in_the_narrative(intake: Intake) -> None:
    assert "F2" in intake.read()
    intake.driver.press("F2")
    intake.driver.type("kebakaran")
    assert intake.text("narrative") == "kebakaran"
    work = intake.current
    intake.until(lambda: work.call.id in intake.desk.session.board.calls)
    entry = intake.desk.session.board.calls[work.call.id]
    assert (entry.call.operator, entry.call.channel) == ("made", Channel.TRUNK_112)
    assert entry.private.narrative is None


def test_other_desks_see_that_someone_is_speaking(intake: Intake, other_desk: OpenDesk) -> None:
    assert speaking_elsewhere(other_desk.session) == ""
    work = intake.answer()
    intake.until(lambda: speaking_elsewhere(other_desk.session) == "Made S. is speaking")
    assert "speaking" not in intake.panel.hint.text()
    answered = intake.driver.run(take_call(other_desk.session.desk))
    intake.until(lambda: "Wayan P. is speaking" in intake.panel.hint.text())
    assert not isinstance(answered, Refusal)
    intake.driver.press("Shift+F3")
    intake.until(lambda: work.call.held_at is not None)
    board = other_desk.session.board
    intake.until(lambda: answered.row in board.calls)
    intake.do(intake.driver.run(hang_up(other_desk.session.desk, board.calls[answered.row].call)))
    intake.until(lambda: speaking_elsewhere(other_desk.session) == "")


def test_answering_holds_the_caller_that_is_spoken_with(intake: Intake) -> None:
    first = intake.answer("satu")
    second = intake.answer("dua")
    intake.until(lambda: first.call.held_at is not None, "the first is held")
    assert second.call.speaking
    assert intake.text("narrative") == "dua"
    intake.driver.press("F3")
    intake.until(lambda: first.call.held_at is None and second.call.held_at is not None, "they changed")
    assert intake.text("narrative") == "satu"
    intake.driver.press("F3")
    intake.driver.press("F3")
    intake.idle()
    assert [one.call.speaking for one in (first, second)] == [True, False]
    intake.until(lambda: intake.desk.session.board.calls[second.call.id].call.held_at is not None)


def test_the_cursor_comes_back_to_the_field_it_left(intake: Intake) -> None:
    intake.answer("satu")
    intake.panel.form.go_to("address")
    intake.answer("dua")
    intake.driver.press("F3")
    assert intake.panel.form.focused() == "address"
    intake.driver.press("F3")
    assert intake.panel.form.focused() == "narrative"


def test_the_cursor_comes_back_from_elsewhere_to_where_it_was(intake: Intake) -> None:
    elsewhere = QLineEdit(intake.window)
    elsewhere.show()
    first, second = intake.answer("satu"), intake.answer("dua")
    intake.panel.form.go_to("name")
    elsewhere.setFocus()
    intake.driver.press("Ctrl+P")
    assert intake.panel.form.focused() == "name"
    intake.driver.press("F3")
    assert (intake.panel.form.focused(), first.call.field, second.call.field) == (
        "narrative",
        "narrative",
        "name",
    )


def test_a_cursor_elsewhere_stays_there_when_a_call_goes(intake: Intake) -> None:
    elsewhere = QLineEdit(intake.window)
    elsewhere.show()
    intake.answer("satu")
    intake.answer("dua")
    elsewhere.setFocus()
    intake.driver.press("F6")
    intake.until(lambda: len(intake.works) == 1)
    intake.driver.settle()
    assert elsewhere.hasFocus()
    intake.answer("tiga")
    assert intake.text("narrative") == "tiga"


def test_hold_and_speak_again(intake: Intake) -> None:
    work = intake.answer()
    intake.driver.press("Shift+F3")
    intake.until(lambda: work.call.held_at is not None)
    intake.until(lambda: "Shift+F3" in intake.panel.next.text())
    assert "on hold" in _tab_texts(intake)[0]
    intake.driver.press("Shift+F3")
    intake.until(lambda: work.call.held_at is None)
    assert intake.count("call.held") == intake.count("call.resumed") == 1


def test_tabs_tell_number_clock_and_caller(intake: Intake) -> None:
    intake.answer()
    intake.fill("number", "081238112204")
    intake.answer()
    texts = _tab_texts(intake)
    assert texts[0].startswith("① ")
    assert "0812 3811 2204" in texts[0]
    assert texts[1].startswith("② 0 ")


def test_a_database_that_is_away_keeps_nobody_from_typing(intake: Intake, quick_retry: None) -> None:
    outage = Outage(intake.desk, StoreError("busy"))
    before = intake.desk.session.clock.now()
    intake.driver.press("F2")
    intake.driver.type("gempa")
    intake.until(lambda: outage.refused > 1)
    intake.until_read("tried again")
    work = intake.current
    assert intake.text("narrative") == "gempa"
    outage.end()
    intake.until(lambda: work.call.entry is not None, "the call was taken in the end")
    answered = work.call.answered_at
    assert before <= answered <= before + timedelta(seconds=2)
    intake.until(lambda: "tried again" not in intake.read())


def test_a_call_whose_answer_was_lost_is_not_taken_twice(intake: Intake, quick_retry: None) -> None:
    outage = Outage(intake.desk, StoreError("unreachable"), after_writing=True)
    intake.driver.press("F2")
    intake.until(lambda: outage.refused == 1)
    outage.end()
    work = intake.current
    intake.until(lambda: work.call.entry is not None)
    assert intake.count("call.taken") == 1
    assert intake.open().callers == 1


def test_what_is_pressed_while_the_database_is_away_is_done_when_it_is_back(
    intake: Intake, quick_retry: None
) -> None:
    outage = Outage(intake.desk, StoreError("unreachable"))
    intake.driver.press("F2")
    intake.driver.type("pohon tumbang")
    intake.driver.press("Ctrl+Return")
    intake.until(lambda: outage.refused > 1)
    outage.end()
    intake.until(lambda: intake.opened, "opened at last")
    assert intake.detail(intake.opened[0]).calls[0].private.narrative == "pohon tumbang"


@pytest.mark.parametrize("others", [1, 4])
def test_tabs_of_several_calls_stay_readable(intake: Intake, driver: Driver, others: int) -> None:
    for _ in range(others + 1):
        intake.answer()
    driver.settle(0.1)
    assert len(_tab_texts(intake)) == others + 1
    assert [work.call.place for work in intake.works] == list(range(1, others + 2))


def _tab_texts(intake: Intake) -> list[str]:
    intake.driver.settle(0.05)
    return [button.text() for button in intake.panel.tabs._buttons.values()]
