"""Keys and words do not wait until what was pressed before them is written."""

from collections.abc import Callable

import pytest

from desktop.domain.acts import Refusal
from desktop.domain.board import Case
from desktop.domain.calls import CallType
from desktop.operations.desk import Done
from tests.ui.intake.scene import Gate, Intake


def test_no_key_ends_a_call_that_is_being_opened(intake: Intake, slow: Callable[[], Gate]) -> None:
    work = intake.answer("api")
    gate = slow()
    intake.driver.press("Ctrl+Return")
    intake.driver.press("F6")
    assert "F4" in intake.said[-1]
    gate.open()
    intake.until(lambda: intake.opened)
    intake.idle()
    assert (work in intake.works, intake.count("call.ended"), len(intake.said)) == (True, 0, 1)


@pytest.mark.parametrize("key", ["Ctrl+Return", "Ctrl+J"])
def test_a_caller_is_cut_off_while_his_incident_is_on_its_way(
    intake: Intake, case: Case, slow: Callable[[], Gate], key: str
) -> None:
    work = intake.answer("api di dap")
    gate = slow()
    intake.driver.press(key)
    intake.until(lambda: gate.begun, "it is being written")
    intake.fill("landmark", "depan balai")
    intake.driver.press("F8")
    gate.open()
    intake.until(lambda: work not in intake.works, "the call is over")
    board = intake.desk.session.board
    intake.until(lambda: work.call.id in board.lost, "the caller waits to be called back")
    assert intake.case(intake.opened[-1]).incident.landmark == "depan balai"
    assert "Shift+F6" in intake.said[-1]


def test_hanging_up_twice_lets_go_of_nothing_that_can_be_saved(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    work = intake.answer("api")
    gate = slow()
    intake.driver.press("Ctrl+Return")
    intake.until(lambda: gate.begun, "it is being written")
    intake.panel.form.go_to("landmark")
    intake.driver.type("depan balai")
    intake.driver.press("F4")
    gate.open()
    intake.until(lambda: work.call.done, "the call is over")
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    assert intake.detail(intake.opened[-1]).case.incident.landmark == "depan balai"


def test_the_end_that_is_being_written_is_the_one_taken_back(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    earlier = intake.answer("satu")
    intake.driver.press("F6")
    intake.until(lambda: not intake.works)
    work = intake.answer("dua")
    gate = slow()
    intake.driver.press("F12")
    intake.driver.press("Shift+F6")
    gate.open()
    intake.until(lambda: intake.count("call.end_undone") == 1)
    intake.idle()
    assert (intake.works, work.call.done, earlier.call.done) == ([work], False, True)
    assert intake.text("narrative") == "dua"
    intake.driver.press("Shift+F6")
    intake.until(lambda: set(intake.works) == {work, earlier})


def test_what_is_typed_behind_the_key_that_takes_an_end_back_is_that_call_s(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    waiting = intake.answer("satu")
    work = intake.answer("dua")
    intake.driver.press("F6")
    intake.until(lambda: work not in intake.works)
    gate = slow()
    intake.driver.press("Shift+F6")
    intake.panel.form.go_to("narrative")
    intake.driver.press("Ctrl+End")
    intake.driver.type(" rumah")
    intake.driver.press("Ctrl+Return")
    gate.open()
    intake.until(lambda: intake.opened)
    intake.idle()
    assert (work.call.has_incident, waiting.call.has_incident) == (True, False)
    assert intake.detail(intake.opened[-1]).calls[0].private.narrative == "dua rumah"
    assert waiting.call.texts["narrative"] == "satu"


def test_whoever_is_answered_while_an_end_is_taken_back_stays_before_the_operator(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    work = intake.answer("satu")
    intake.driver.press("F6")
    intake.until(lambda: not intake.works)
    gate = slow()
    intake.driver.press("Shift+F6")
    intake.driver.press("F2")
    intake.driver.type("air mas")
    gate.open()
    intake.until(lambda: not work.call.done and work in intake.works)
    intake.driver.type("uk rumah")
    intake.idle()
    assert intake.text("narrative") == "air masuk rumah"
    assert (work.call.texts["narrative"], work.call.speaking) == ("satu", False)


def test_an_end_taken_back_is_ended_anew_at_once(intake: Intake, slow: Callable[[], Gate]) -> None:
    work = intake.answer("satu")
    intake.driver.press("F6")
    intake.until(lambda: not intake.works)
    gate = slow()
    intake.driver.press("Shift+F6")
    intake.driver.press("F7")
    gate.open()
    intake.until(lambda: intake.count("call.ended") == 2)
    intake.until(lambda: not intake.works)
    assert work.call.call is not None
    assert work.call.call.record.call_type is CallType.SILENT


def test_the_next_caller_joins_the_incident_that_is_being_opened(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    first = intake.answer("api")
    gate = slow()
    intake.driver.press("Ctrl+Return")
    intake.driver.press("Ctrl+F2")
    assert len(intake.works) == 2
    intake.driver.type("api juga")
    second = intake.current
    gate.open()
    intake.until(lambda: second.call.has_incident, "he joined")
    intake.idle()
    assert first.call.incident is not None
    assert second.call.incident is not None
    assert second.call.incident.record.id == first.call.incident.record.id != case.id
    assert (second.call.speaking, first.call.speaking) == (True, False)
    assert intake.text("narrative") == "api juga"


def test_the_next_caller_waits_in_vain_for_what_was_not_opened(
    intake: Intake, case: Case, slow: Callable[[], Gate], monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.answer("api")
    gate = slow()

    async def refused(*_given: object) -> Refusal:
        await gate.opened.wait()
        return Refusal("changed")

    monkeypatch.setattr("ui.intake.saving.open_incident", refused)
    intake.driver.press("Ctrl+Return")
    intake.driver.press("Ctrl+F2")
    second = intake.current
    gate.open()
    intake.idle()
    assert (second.call.has_incident, second.call.entry is not None) == (False, True)
    assert intake.said[-1] == "Not joined: that incident was not opened."


def test_the_next_caller_is_answered_while_the_one_before_is_being_ended(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    ended = intake.answer("iseng")
    gate = slow()
    intake.driver.press("F6")
    intake.driver.press("Ctrl+F2")
    intake.driver.type("banjir di sini")
    gate.open()
    intake.until(lambda: ended not in intake.works)
    intake.until(lambda: intake.case(case.id).callers == 2)
    assert intake.text("narrative") == "banjir di sini"


def test_the_line_that_waits_is_taken_and_not_the_one_that_is_being_ended(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    first = intake.answer("satu")
    second = intake.answer("dua")
    intake.answer("tiga")
    intake.driver.press("F6")
    intake.until(lambda: len(intake.works) == 2)
    calls = intake.desk.session.board.calls
    on_hold = (first.call.id, second.call.id)
    intake.until(lambda: all(one in calls and calls[one].call.held_at for one in on_hold))
    gate = slow()
    intake.driver.press("Ctrl+F3")
    assert intake.current is first
    intake.driver.press("F6")
    intake.driver.press("Ctrl+F3")
    assert intake.current is second
    gate.open()
    intake.until(lambda: intake.works == [second] and second.call.speaking)


def test_what_is_typed_for_the_parted_call_does_not_reach_the_incident_it_leaves(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    intake.answer("air masuk rumah")
    intake.driver.press("Ctrl+J")
    intake.until(lambda: intake.opened[-1] == case.id and intake.current.call.has_incident)
    gate = slow()
    intake.fill("people_hurt", "2")
    intake.until(lambda: gate.begun, "it is being written")
    intake.fill("landmark", "depan balai")
    intake.driver.press("Ctrl+Shift+J")
    intake.fill("address", "Gg. Mawar 5")
    intake.fill("landmark", "dekat jembatan")
    gate.open()
    intake.until(lambda: not intake.current.call.has_incident)
    intake.idle()
    intake.until(lambda: intake.case(case.id).incident.landmark == "depan balai")
    found = intake.detail(case.id).case.incident
    assert (found.address, found.people_hurt) == ("Jl. Pura Demak 3", 2)
    assert (intake.text("address"), intake.text("landmark")) == ("Gg. Mawar 5", "dekat jembatan")
    assert intake.text("people_hurt") == ""


def test_the_next_caller_joins_what_the_board_has_yet_to_show(intake: Intake, case: Case) -> None:
    first = intake.answer("api")
    calls, cases = intake.panel.calls, intake.desk.session.board.cases

    def at_once(_call: str, incident: str, done: Done) -> None:
        calls.came.disconnect(at_once)
        cases.pop(incident, None)  # a quick board knows it already
        calls._unseen[incident] = done
        intake.panel._actions.trigger("call.join_next")

    calls.came.connect(at_once)
    intake.driver.press("Ctrl+Return")
    intake.until(lambda: len(intake.works) == 2)
    second = intake.current
    intake.until(lambda: second.call.has_incident)
    assert second is not first
    assert second.call.incident is not None
    assert first.call.incident is not None
    assert second.call.incident.record.id == first.call.incident.record.id


def test_who_comes_back_to_a_call_that_is_being_opened_means_its_incident(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    first = intake.answer("air")
    intake.driver.press("Ctrl+J")
    intake.until(lambda: first.call.has_incident)
    second = intake.answer("api")
    meant: list[str] = []
    calls = intake.panel.calls
    calls.opening.connect(lambda work: meant.append(work.call.id))
    calls.turned_to.connect(meant.append)
    gate = slow()
    intake.driver.press("Ctrl+Return")
    intake.driver.press("F3")
    intake.driver.press("F3")
    assert meant == [second.call.id, case.id, second.call.id]
    gate.open()
    intake.until(lambda: second.call.has_incident)
    intake.idle()


def test_what_was_mended_after_the_caller_was_cut_off_is_saved_by_the_key_that_lets_it_go(
    intake: Intake,
) -> None:
    work = intake.answer("kebakaran")
    case = intake.open()
    intake.panel.form.go_to("people_hurt")
    intake.driver.type("banyak")
    intake.driver.press("F8")
    intake.until(lambda: work.call.done, "the call is over")
    intake.idle()
    intake.driver.press("Ctrl+A")
    intake.driver.type("3")
    intake.driver.press("F4")
    intake.until(lambda: work not in intake.works)
    assert intake.detail(case.id).case.incident.people_hurt == 3


def test_the_next_call_is_none_that_is_being_ended(intake: Intake, slow: Callable[[], Gate]) -> None:
    intake.answer("iseng")
    gate = slow()
    intake.driver.press("F6")
    intake.driver.press("F2")
    work = intake.current
    intake.driver.press("F3")
    intake.driver.type("banjir")
    assert (intake.current, work.call.texts["narrative"]) == (work, "banjir")
    gate.open()
    intake.until(lambda: intake.works == [work])
    intake.idle()
    assert work.call.speaking


def test_the_line_that_was_held_first_is_taken_before_the_board_knows(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    first = intake.answer("satu")
    second = intake.answer("dua")
    intake.until(lambda: first.call.held_at is not None)
    gate = slow()
    intake.driver.press("F3")
    intake.driver.press("F2")
    intake.driver.press("Ctrl+F3")
    assert intake.current is second
    gate.open()
    intake.idle()
    assert (second.call.speaking, first.call.speaking) == (True, False)


def test_news_of_an_end_that_come_after_it_was_taken_back_end_nothing(intake: Intake) -> None:
    work, calls = intake.answer("satu"), intake.desk.session.board.calls
    intake.until(lambda: work.call.id in calls)
    running = calls[work.call.id]
    intake.driver.press("F6")
    intake.driver.press("Shift+F6")
    intake.until(lambda: intake.count("call.end_undone") == 1)
    intake.idle()
    seen = work.call.call
    assert seen is not None
    intake.until(lambda: work.call.id in calls and not seen.is_older(calls[work.call.id].call))
    now = calls[work.call.id]
    work.was_on_board = False
    for entry in (running, None, now):  # as a slow board tells of them
        calls.pop(work.call.id, None)
        if entry is not None:
            calls[work.call.id] = entry
        work.merge()
        assert not work.call.done
    calls.pop(work.call.id)
    work.merge()
    assert work.call.done


def test_who_comes_back_to_a_caller_who_joins_what_is_being_opened_means_that(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    first = intake.answer("api")
    meant: list[str] = []
    calls, board = intake.panel.calls, intake.desk.session.board
    calls.opening.connect(lambda work: meant.append(work.call.id))
    calls.turned_to.connect(meant.append)
    came: list[Done] = []
    calls.came.connect(lambda _call, _incident, done: came.append(done))
    gate = slow()
    intake.driver.press("Ctrl+Return")
    intake.driver.press("Ctrl+F2")
    second = intake.current
    intake.driver.press("F2")
    intake.driver.press("F3")
    intake.driver.press("F3")
    assert (intake.current, meant) == (second, [first.call.id] * 3)
    gate.open()
    intake.until(lambda: second.call.has_incident)
    intake.idle()
    shown = intake.case(intake.opened[-1])
    meant.clear()
    calls._unseen[shown.id] = came[0]
    board.cases.pop(shown.id)  # as if the board had yet to hear of it
    intake.driver.press("F3")
    intake.driver.press("F3")
    intake.driver.press("F3")
    assert meant == [first.call.id, shown.id]
