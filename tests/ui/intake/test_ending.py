"""Ending calls: hanging up, one key for each type, taking it back, blocking, joining."""

import pytest

from desktop.domain.calls import CallType
from desktop.operations.calls import end_call
from desktop.operations.desk import StoreError
from tests.ui.driver import OpenDesk
from tests.ui.intake.scene import Intake, Outage

KEYS = {
    "F6": CallType.PRANK,
    "F7": CallType.SILENT,
    "F8": CallType.DROPPED,
    "F9": CallType.INFORMATION,
    "F10": CallType.WRONG_NUMBER,
    "F11": CallType.OUTSIDE_AREA,
    "F12": CallType.MISTAKE,
}


def test_one_key_ends_a_call_with_whatever_was_typed(intake: Intake) -> None:
    for key, call_type in KEYS.items():
        _end_with(intake, key, call_type)


def _end_with(intake: Intake, key: str, call_type: CallType) -> None:
    work = intake.answer("tertawa saja")
    intake.fill("address", "Jl. Entah")
    intake.fill("people_hurt", "banyak")
    intake.panel.form.go_to("number")
    intake.driver.type("0812 3811 2204")
    intake.driver.press(key)
    intake.until(lambda: not intake.works, "the tab goes")
    board = intake.desk.session.board
    intake.until(lambda: work.call.id not in board.calls)
    assert work.call.entry is not None
    assert work.call.entry.call.call_type is call_type
    assert work.call.entry.private.narrative == "tertawa saja"
    assert work.call.entry.private.number == "081238112204"
    assert intake.last_note("call.ended") == "Address: Jl. Entah\nPeople hurt: banyak"
    button = intake.panel.ends._buttons[call_type]
    counted = "" if call_type is CallType.MISTAKE else " 1"
    intake.until(lambda: button.text().endswith(counted))
    assert button.text().startswith(key)
    assert intake.panel.hasFocus() or intake.panel.form.focused() is None


def test_ten_pranks_between_two_real_calls(intake: Intake) -> None:
    intake.answer("kebakaran")
    intake.open()
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    for number in range(10):
        intake.driver.press("F2")
        intake.driver.type(f"iseng {number}")
        intake.driver.press("F6")
    intake.until(lambda: not intake.works)
    intake.answer("banjir")
    intake.open()
    board = intake.desk.session.board
    intake.until(lambda: board.ended_today.get(CallType.PRANK) == 10)
    intake.until(lambda: board.ended_today.get(CallType.GENUINE) == 2)
    assert intake.said == ["Call ended: Prank — Shift+F6 takes it back"] * 10


def test_the_last_end_is_taken_back_whichever_it_was(intake: Intake) -> None:
    intake.answer("satu")
    intake.driver.press("F6")
    intake.until(lambda: not intake.works)
    work = intake.answer("dua")
    intake.fill("address", "Gg. Mawar")
    intake.driver.press("F12")
    intake.until(lambda: not intake.works)
    intake.driver.press("Shift+F6")
    intake.until(lambda: intake.works == [work])
    assert (intake.text("narrative"), intake.text("address")) == ("dua", "Gg. Mawar")
    intake.until(lambda: intake.said[-1] == "The call goes on.")
    intake.until(lambda: work.call.id in intake.desk.session.board.calls)
    case = intake.open()
    assert case.incident.address == "Gg. Mawar"
    intake.driver.press("Shift+F6")
    intake.until(lambda: len(intake.works) == 2)
    assert intake.text("narrative") == "satu"
    intake.until(lambda: work.call.held_at is not None)
    intake.driver.press("Shift+F6")
    assert intake.said[-1] == "No end of a call can be taken back."


def test_the_end_of_a_call_with_an_incident_is_refused_in_words(intake: Intake) -> None:
    intake.answer()
    intake.open()
    intake.driver.press("F6")
    assert "F4" in intake.said[-1]
    assert len(intake.works) == 1


def test_keys_without_a_call_say_so(intake: Intake) -> None:
    for key in ("F6", "F4", "Ctrl+Return", "Ctrl+J"):
        intake.driver.press(key)
    assert intake.said == ["No call is open: F2 takes one."] * 4
    intake.driver.press("F3")
    intake.driver.press("Shift+F3")


def test_a_caller_who_hung_up_closes_the_tab_of_an_incident(intake: Intake) -> None:
    work = intake.answer("api")
    case = intake.open()
    intake.panel.form.go_to("address")
    intake.driver.type("Gg. Mawar 5")
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    intake.until(lambda: work.call.id not in intake.desk.session.board.calls)
    assert intake.case(case.id).incident.address == "Gg. Mawar 5"
    assert intake.detail(case.id).calls[0].call.hung_up_at is None
    assert intake.detail(case.id).calls[0].call.ended_at is not None


def test_a_caller_who_hung_up_without_an_incident_is_shown_so(intake: Intake) -> None:
    work = intake.answer("api")
    intake.driver.press("F4")
    intake.until(lambda: work.call.hung_up_at is not None)
    intake.driver.settle(0.05)
    (tab,) = intake.panel.tabs._buttons.values()
    assert "hung up" in tab.text()
    case = intake.open()
    assert case.incident.is_open
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)


def test_the_next_call_is_shown_when_one_ends_and_still_waits(intake: Intake) -> None:
    first = intake.answer("satu")
    intake.answer("dua")
    intake.until(lambda: first.call.held_at is not None)
    intake.driver.press("F7")
    intake.until(lambda: intake.works == [first])
    assert intake.text("narrative") == "satu"
    intake.until(lambda: "Shift+F3" in intake.panel.next.text())
    intake.driver.press("Shift+F3")
    intake.until(lambda: first.call.speaking)


@pytest.mark.parametrize("key", ["F4", "F6"])
def test_a_key_pressed_twice_ends_no_call_that_only_moved_up(intake: Intake, key: str) -> None:
    first = intake.answer("satu")
    second = intake.answer("dua")
    intake.open()
    intake.until(lambda: first.call.held_at is not None)
    intake.driver.press("F4")
    intake.until(lambda: second not in intake.works)
    intake.driver.press(key)
    intake.driver.press(key)
    intake.idle()
    assert intake.works == [first]
    assert (first.call.hung_up_at, first.call.done, first.call.speaking) == (None, False, False)
    assert intake.said[-1] == "That call is over. Shift+F3 takes up the one that is shown now."
    intake.driver.press("Shift+F3")
    intake.until(lambda: first.call.speaking)
    intake.driver.press("F7")
    intake.until(lambda: not intake.works)


def test_a_call_that_another_desk_ended_is_shown_so(intake: Intake, other_desk: OpenDesk) -> None:
    work = intake.answer("api")
    board = other_desk.session.board
    intake.until(lambda: work.call.id in board.calls and work.was_on_board, "both desks show it")
    entry = board.calls[work.call.id]
    intake.do(intake.driver.run(end_call(other_desk.session.desk, entry, CallType.PRANK)))
    intake.until_read("Ended at another desk")
    assert intake.text("narrative") == "api"
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)


def test_a_prank_number_is_blocked_stays_visible_and_is_lifted_with_a_reason(intake: Intake) -> None:
    intake.answer()
    intake.fill("number", "081238112204")
    intake.driver.press("Ctrl+B")
    intake.until_read("Blocked by Made S. until")
    intake.driver.press("F6")
    intake.until(lambda: not intake.works)
    work = intake.answer("rumah saya terbakar")
    intake.fill("number", "081238112204")
    intake.until_read("Blocked by Made S. until")
    intake.open()
    intake.driver.press("Ctrl+B")
    intake.until_read("Lift the block of this number")
    intake.driver.press("Return")
    intake.until_read("A reason is needed.")
    intake.driver.type("sungguh terbakar")
    intake.driver.press("Return")
    intake.until(lambda: "Blocked by" not in intake.read())
    assert intake.last_note("block.lifted") == "sungguh terbakar"
    assert work.call.history is not None
    assert work.call.history.number.block is None


def test_the_reason_of_a_lifted_block_stays_until_it_is_written(intake: Intake) -> None:
    work = intake.answer()
    intake.fill("number", "081234567890")
    intake.driver.press("Ctrl+B")
    intake.until(lambda: intake.count("number.blocked") == 1)
    intake.until(lambda: work.call.history is not None and work.call.history.number.block is not None)
    intake.driver.press("Ctrl+B")
    intake.driver.type("sungguh terbakar")
    outage = Outage(intake.desk, StoreError("unreachable"))
    intake.driver.press("Return")
    intake.until(lambda: outage.refused)
    intake.driver.settle()
    assert intake.panel.prompt.value("reason") == "sungguh terbakar"
    outage.end()
    intake.driver.press("Return")
    intake.until(lambda: intake.count("block.lifted") == 1)
    intake.until(lambda: not intake.panel.prompt.asking)


def test_the_number_of_the_call_that_just_ended_can_be_blocked(intake: Intake) -> None:
    intake.answer()
    intake.fill("number", "081238112204")
    intake.driver.press("F6")
    intake.until(lambda: not intake.works)
    intake.driver.press("Ctrl+B")
    intake.until(lambda: intake.count("number.blocked") == 1)
    intake.answer()
    intake.driver.press("Ctrl+B")
    assert intake.said[-1] == "The call has no number that could be blocked."


def test_a_call_joins_the_selected_incident_with_its_own_story(intake: Intake) -> None:
    intake.answer("api")
    intake.fill("address", "Gg. Mawar 5")
    intake.fill("landmark", "depan balai banjar")
    case = intake.open()
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    intake.answer("asap tebal")
    intake.fill("address", "Gg. Mawar 7")
    intake.fill("landmark", "depan balai banjar")
    intake.driver.press("Ctrl+J")
    assert intake.said == ["First select the incident in the list."]
    intake.chosen = intake.case(case.id)
    intake.driver.press("Ctrl+J")
    intake.until(lambda: intake.opened == [case.id, case.id])
    assert intake.text("address") == "Gg. Mawar 5"
    detail = intake.detail(case.id)
    assert [one.private.narrative for one in detail.calls] == ["api", "asap tebal\nAddress: Gg. Mawar 7"]
    assert detail.case.incident.address == "Gg. Mawar 5"
    intake.until(lambda: intake.case(case.id).callers == 2)
    intake.panel.form.go_to("narrative")
    intake.driver.press("Return")
    intake.driver.type("sudah padam")
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    assert str(intake.detail(case.id).calls[1].private.narrative).endswith("sudah padam")

    intake.answer()
    intake.driver.press("Alt+N")
    intake.driver.type("0812 0000 2006")
    intake.driver.press("Ctrl+J")
    intake.driver.type("kapan datang")  # what the caller says, not his number
    assert (intake.text("narrative"), intake.text("number")) == ("kapan datang", "0812 0000 2006")
    intake.driver.press("Alt+N")
    intake.driver.press("Ctrl+P")
    assert intake.panel.form.focused() == "narrative"
