"""Pranks that are blocked by the rule, blocked calls that are real, silent and lost calls, lines on hold."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.board import CallEntry
from desktop.domain.calling_back import lost_calls
from desktop.domain.calls import Direction
from desktop.operations.calls import resume_call
from desktop.operations.desk import StoreError
from desktop.operations.history import CallerHistory
from tests.ui.driver import OpenDesk
from tests.ui.intake.scene import Intake
from ui.calling_back.held import AGAIN_SECONDS, HeldWatch
from ui.incidents.sound import Sound

NUMBER = "0812 3400 0000"


def _end(intake: Intake, key: str, number: str = NUMBER, narrative: str = "") -> None:
    intake.answer(narrative)
    intake.fill("number", number)
    intake.until(lambda: intake.current.call.history is not None, "the number is looked up")
    work = intake.current
    intake.driver.press(key)
    intake.until(lambda: work not in intake.works, "the call is over")


def test_the_fifth_prank_proposes_a_block_and_the_call_after_can_be_real(intake: Intake) -> None:
    for _ in range(4):
        _end(intake, "F6")
    assert "iseng" not in intake.said[-1].lower().replace("iseng —", "")
    _end(intake, "F6")
    assert "5" in intake.said[-1]
    assert "Ctrl+B" in intake.said[-1]
    intake.driver.press("Ctrl+B")
    intake.until(lambda: "24" in intake.said[-1], "the number is blocked")

    work = intake.answer("rumah saya terbakar")
    intake.fill("number", NUMBER)
    intake.until_read("Alt+B")
    intake.driver.press("Alt+B")
    intake.until(
        lambda: work.call.history is not None and work.call.history.number.block is None,
        "the block is lifted",
    )
    assert intake.open().incident.is_open


def test_a_silent_call_keeps_how_long_it_was_listened_to(intake: Intake) -> None:
    _end(intake, "F7")
    board = intake.desk.session.board
    intake.until(lambda: board.lost, "it waits to be called back")
    (entry,) = board.lost.values()
    assert entry.silence is not None
    assert 0 <= entry.silence.seconds < 60
    assert str(entry.silence.seconds) in intake.said[-1]


def _lost(intake: Intake) -> CallEntry:
    _end(intake, "F8", narrative="ada asap di")
    board = intake.desk.session.board
    intake.until(lambda: board.lost, "it waits to be called back")
    return next(iter(board.lost.values()))


def test_a_lost_call_is_called_back_until_somebody_answers(intake: Intake) -> None:
    lost, board = _lost(intake), intake.desk.session.board
    intake.panel.call_back(lost)
    work = intake.current
    intake.until(lambda: work.call.entry is not None, "the call out is recorded")
    assert work.call.entry is not None
    assert work.call.entry.call.direction is Direction.OUT
    assert intake.text("number").replace("-", " ") == NUMBER
    assert "F8" in intake.read()
    intake.driver.press("F8")
    intake.until(lambda: work not in intake.works, "nobody answers")
    intake.until(lambda: len(board.lost[lost.id].call_backs) == 1, "the try is counted")

    intake.panel.call_back(board.lost[lost.id])
    again = intake.current
    intake.until(lambda: again.call.entry is not None, "the second call out is recorded")
    intake.open()
    intake.until(lambda: not board.lost, "whoever was reached is gone from the list")


def test_a_caller_cut_off_after_the_incident_was_opened_is_called_back_first(intake: Intake) -> None:
    _lost(intake)
    board = intake.desk.session.board
    work = intake.answer("suami saya tidak ber")
    intake.fill("number", "0812 3400 0001")
    case = intake.open()
    intake.driver.press("F8")
    intake.until(lambda: work not in intake.works, "the call is over")
    intake.until(lambda: work.call.id in board.lost, "the caller waits to be called back")
    assert board.cases[case.id].incident.is_open
    assert "Shift+F6" in intake.said[-1]
    assert {one.id for one in lost_calls(board.lost.values())[:2]} == set(board.lost)

    intake.driver.press("Shift+F6")
    intake.until(lambda: work in intake.works, "the call goes on")
    intake.until(lambda: work.call.id not in board.lost, "and waits no more")
    intake.driver.press("F8")
    intake.until(lambda: work.call.id in board.lost, "cut off again")
    intake.panel.call_back(board.lost[work.call.id])
    again = intake.current
    intake.until(lambda: again.call.entry is not None, "the call out is recorded")
    intake.until_read(intake.desk.session.number(case))
    intake.driver.press("Alt+G")
    intake.until(lambda: work.call.id not in board.lost, "who is reached joins his incident")
    assert board.calls[again.call.id].call.incident == case.id


def test_what_could_not_be_saved_of_a_caller_cut_off_stays_on_the_screen(intake: Intake) -> None:
    work = intake.answer("kebakaran")
    intake.open()
    intake.panel.form.go_to("people_hurt")
    intake.driver.type("banyak")
    intake.driver.press("F8")
    intake.until(lambda: work.call.done, "the call is over")
    intake.idle()
    assert work in intake.works
    intake.driver.press("F4")
    intake.until(lambda: work not in intake.works, "let go once more")


def test_two_desks_do_not_call_back_at_once(intake: Intake) -> None:
    lost = _lost(intake)
    intake.panel.call_back(lost)
    first = intake.current
    intake.until(lambda: first.call.entry is not None, "the call out is recorded")
    intake.panel.call_back(lost)
    intake.until(lambda: intake.works == [first], "the second is refused and gone")
    assert intake.said


def test_a_line_on_hold_is_taken_and_left(intake: Intake, other_desk: OpenDesk) -> None:
    work = intake.answer("tabrakan")
    intake.driver.press("Shift+F3")
    calls = intake.desk.session.board.calls
    intake.until(lambda: work.call.id in calls and calls[work.call.id].call.held_at, "on hold")
    assert calls[work.call.id].private.narrative == "tabrakan", "who takes the line reads what was said"
    intake.driver.press("Ctrl+F3")
    intake.until(lambda: calls[work.call.id].call.held_at is None, "spoken with again")

    intake.driver.press("Shift+F3")
    intake.until(lambda: calls[work.call.id].call.held_at is not None, "on hold again")
    record = calls[work.call.id].call
    intake.driver.run(resume_call(other_desk.session.desk, record))
    intake.until(lambda: work.call.taken_by, "another desk took it")
    intake.until_read(work.call.taken_by)


def test_a_line_on_hold_is_heard_once_and_then_again_and_louder(intake: Intake, other_desk: OpenDesk) -> None:
    played: list[Sound] = []
    at = [0.0]

    class Speaker:
        def play(self, sound: Sound) -> None:
            played.append(sound)

    session = other_desk.session
    clock, board = session.clock, session.board
    watch = HeldWatch(session, Speaker(), lambda: at[0], session)  # type: ignore[arg-type]  # - plays nothing
    work = intake.answer("tabrakan")
    intake.driver.press("Shift+F3")
    intake.until(
        lambda: work.call.id in board.calls and board.calls[work.call.id].call.held_at, "on hold there"
    )
    entry = board.calls[work.call.id]

    def look(seconds: float) -> list[Sound]:
        since = clock.now() - timedelta(seconds=seconds)
        board.calls[work.call.id] = replace(entry, call=replace(entry.call, held_at=since))
        played.clear()
        watch.look()
        return list(played)

    assert look(29) == []
    assert look(31) == [Sound.HELD]
    assert look(40) == []
    assert look(61) == [Sound.HELD_LONG]
    at[0] = AGAIN_SECONDS - 1
    assert look(70) == []
    at[0] = AGAIN_SECONDS
    assert look(75) == [Sound.HELD_LONG]


def test_a_block_counts_only_for_the_number_that_stands_there_now(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = intake.answer("orang lain memakai telepon ini")
    intake.fill("number", NUMBER)
    intake.driver.press("Ctrl+B")
    intake.until_read("Ctrl+B lifts the block")

    async def away(*_given: object) -> CallerHistory:
        raise StoreError("unreachable")

    monkeypatch.setattr("ui.intake.history.caller_history", away)
    said = len(intake.said)
    intake.fill("number", "0812 3400 9999")
    intake.until(lambda: len(intake.said) > said, "the look failed")
    assert work.call.history is None
    assert "lifts the block" not in intake.read()
    intake.driver.press("Alt+B")
    assert intake.said[-1] == "The number is not blocked."
    assert intake.count("block.overruled") == 0
