"""Words typed while an act is being written go where they were meant to go, and none is lost."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.board import CallEntry, Case
from desktop.operations.answers import answers_text, given_in
from desktop.operations.desk import Author, StoreError
from desktop.operations.reading import read_one_call
from tests.ui.driver import Driver, OpenDesk
from tests.ui.intake.scene import Gate, Intake, Outage

NUMBER = "0812 3400 0000"
Again = Callable[..., Intake]


def test_a_field_that_is_only_left_while_the_call_is_being_joined_stays_the_caller_s_story(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    intake.answer("air")
    intake.panel.form.go_to("rt_rw")
    intake.driver.type("001/009")
    gate = slow()
    intake.driver.press("Ctrl+J")
    intake.until(lambda: gate.begun, "it is being written")
    intake.driver.press("Tab")
    gate.open()
    intake.until(lambda: intake.current.call.has_incident)
    intake.driver.settle(0.8)
    intake.idle()
    assert intake.detail(case.id).case.incident.rw is None
    assert intake.text("rt_rw") == ""


def test_an_answer_given_while_the_call_is_being_joined_counts(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    work = intake.answer("air")
    work.answer({"flood.depth": "knee"}, None, None)
    intake.driver.press("Ctrl+J")
    intake.until(lambda: intake.current.call.has_incident)
    intake.idle()
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    intake.until(lambda: intake.case(case.id).incident.facts)
    work = intake.answer("air tinggi")
    work.answer({"flood.depth": "knee", "flood.people": "yes"}, None, None)
    gate = slow()
    intake.driver.press("Ctrl+J")
    intake.until(lambda: gate.begun, "it is being written")
    work.answer({"flood.depth": "chest", "flood.people": "yes"}, None, None)
    gate.open()
    intake.until(lambda: work.call.has_incident)
    intake.idle()
    given = given_in(answers_text(intake.detail(case.id).case.incident))
    assert given == {"flood.depth": "chest", "flood.people": "yes"}


def test_no_word_typed_while_the_call_is_being_joined_moves_the_incident(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    work = intake.answer("air")
    intake.panel.form.go_to("address")
    intake.driver.type("Jl. Pura Demak")
    gate = slow()
    intake.driver.press("Ctrl+J")
    intake.until(lambda: gate.begun, "it is being written")
    intake.driver.type(" 11")
    gate.open()
    intake.until(lambda: work.call.has_incident)
    intake.driver.settle(0.8)
    intake.idle()
    assert intake.detail(case.id).case.incident.address == "Jl. Pura Demak 3"
    assert intake.text("address") == "Jl. Pura Demak 11"
    intake.until_read("“Jl. Pura Demak 3”")
    intake.driver.press("Ctrl+S")
    intake.until(lambda: intake.case(case.id).incident.address == "Jl. Pura Demak 11")


def test_answers_of_a_call_that_is_joined_and_parted_at_once_are_its_own(
    intake: Intake, case: Case, slow: Callable[[], Gate]
) -> None:
    work = intake.answer("air")
    work.answer({"flood.depth": "knee"}, None, None)
    gate = slow()
    intake.driver.press("Ctrl+J")
    intake.driver.press("Ctrl+Shift+J")
    gate.open()
    intake.idle()
    assert not work.call.has_incident
    assert given_in(work.call.texts["answers"]) == {"flood.depth": "knee"}
    assert not intake.detail(case.id).case.incident.facts


def test_a_channel_half_typed_stays_while_other_texts_come(intake: Intake) -> None:
    work = intake.answer("api")
    intake.panel.form.go_to("channel")
    intake.driver.press("Ctrl+A")
    intake.driver.type("wh")
    work.texts_changed.emit()
    assert intake.text("channel") == "wh"
    intake.driver.type("atsapp")
    intake.driver.press("Tab")
    assert "whatsapp" in intake.text("channel").casefold()
    intake.answer("banjir")
    assert "whatsapp" not in intake.text("channel").casefold()


def test_words_typed_while_a_call_is_being_ended_are_kept_with_it(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    work = intake.answer("iseng")
    gate = slow()
    intake.driver.press("F6")
    intake.until(lambda: gate.begun, "it is being written")
    intake.fill("number", NUMBER)
    gate.open()
    intake.until(lambda: not intake.works)

    def kept() -> str | None:
        entry = intake.driver.run(read_one_call(intake.desk.session.desk, work.call.id))
        return None if entry is None else entry.private.number

    intake.until(lambda: kept() == "081234000000")


def test_what_was_typed_for_the_call_to_be_parted_comes_back_beside_the_caller_s_words(
    driver: Driver,
    desk: OpenDesk,
    tmp_path: Path,
    open_again: Again,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = Intake(driver, desk, tmp_path)
    first.answer("banjir")
    case = first.open()
    driver.press("F4")
    first.until(lambda: not first.works)
    first.chosen = first.case(case.id)
    work = first.answer("air masuk rumah")
    first.fill("number", NUMBER)
    driver.press("Ctrl+J")
    first.until(lambda: work.call.has_incident)
    first.idle()
    submit, written = desk.services.store.submit, []

    async def dies(act: Act, author: Author) -> Result | Refusal:
        written.append(await submit(act, author))
        raise StoreError("unreachable")

    monkeypatch.setattr(desk.services.store, "submit", dies)
    driver.press("Ctrl+Shift+J")
    first.fill("address", "Gg. Mawar 5")
    first.until(lambda: written)
    first.panel.calls.drafts.flush()
    first.panel.calls.current = None
    first.works.clear()
    first.die()
    monkeypatch.undo()
    second = open_again()
    second.until(lambda: second.works)
    second.idle()
    assert not second.current.call.has_incident
    assert [second.text(one) for one in ("narrative", "address")] == ["air masuk rumah", "Gg. Mawar 5"]
    assert second.text("number").replace("-", " ") == NUMBER
    assert not second.current.call.conflicts


def _lost(intake: Intake) -> CallEntry:
    intake.answer("ada asap di")
    intake.fill("number", NUMBER)
    intake.driver.press("F8")
    intake.until(lambda: not intake.works)
    board = intake.desk.session.board
    intake.until(lambda: board.lost, "it waits to be called back")
    return next(iter(board.lost.values()))


def test_words_typed_while_another_desk_calls_back_first_stay(
    intake: Intake, slow: Callable[[], Gate]
) -> None:
    lost = _lost(intake)
    intake.panel.call_back(lost)
    first = intake.current
    intake.until(lambda: first.call.entry is not None, "the call out is recorded")
    gate = slow()
    intake.panel.call_back(lost)
    second = intake.current
    intake.driver.type("asap dari dapur")
    intake.driver.press("Ctrl+Return")
    gate.open()
    intake.until(lambda: intake.opened, "the call is opened")
    intake.idle()
    assert (second.call.has_incident, intake.text("narrative")) == (True, "asap dari dapur")


def test_keys_behind_a_call_back_that_is_refused_do_no_harm(intake: Intake, slow: Callable[[], Gate]) -> None:
    lost = _lost(intake)
    intake.panel.call_back(lost)
    first = intake.current
    intake.until(lambda: first.call.entry is not None, "the call out is recorded")
    gate = slow()
    intake.panel.call_back(lost)
    intake.driver.press("F8")
    gate.open()
    intake.until(lambda: intake.works == [first])
    intake.driver.settle(0.1)


def test_a_call_back_whose_answer_was_lost_goes_on(intake: Intake, quick_retry: None) -> None:
    lost = _lost(intake)
    outage = Outage(intake.desk, StoreError("unreachable"), after_writing=True)
    intake.panel.call_back(lost)
    work = intake.current
    intake.driver.type("asap dari dapur")
    intake.until(lambda: outage.refused == 1)
    outage.end()
    intake.until(lambda: work.call.entry is not None, "it is known")
    intake.idle()
    assert (intake.works, intake.text("narrative")) == ([work], "asap dari dapur")
    assert (intake.count("call_back.begun"), intake.count("call.taken")) == (1, 1)
    assert intake.text("number").replace("-", " ") == NUMBER


def test_a_caller_who_could_not_be_parted_leaves_no_tab(
    intake: Intake, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.answer("air")
    intake.driver.press("Ctrl+J")
    intake.until(lambda: intake.current.call.has_incident)
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    caller = intake.detail(case.id).calls[1]

    async def refused(*_given: object) -> Refusal:
        return Refusal("changed")

    monkeypatch.setattr("ui.intake.joining.part_call", refused)
    intake.panel.calls.part(caller, intake.case(case.id).incident)
    intake.until(lambda: intake.said)
    intake.until(lambda: not intake.works, "nothing is to be done with it here")


def test_a_block_is_written_once(intake: Intake, slow: Callable[[], Gate]) -> None:
    intake.answer()
    intake.fill("number", NUMBER)
    intake.until(lambda: intake.current.call.history is not None)
    gate = slow()
    intake.driver.press("Ctrl+B")
    intake.driver.press("Ctrl+B")
    gate.open()
    intake.until(lambda: intake.count("number.blocked"))
    intake.idle()
    assert (intake.count("number.blocked"), len(intake.said)) == (1, 1)
    intake.until_read("Blocked by Made S. until")
    gate.shut()
    intake.driver.press("Alt+B")
    intake.driver.press("Alt+B")
    gate.open()
    intake.until(lambda: intake.count("block.overruled"))
    intake.idle()
    assert (intake.count("block.overruled"), len(intake.said)) == (1, 2)


def test_a_call_taken_up_by_key_is_brought_back_once(
    driver: Driver, desk: OpenDesk, tmp_path: Path, open_again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Intake(driver, desk, tmp_path)
    work = first.answer("api di dapur")
    driver.press("Shift+F3")
    first.until(lambda: work.call.held_at is not None)
    first.panel.form.go_to("address")
    driver.type("Gg. Mawar 5")
    first.die()
    let = asyncio.Event()

    async def late(*given: object) -> CallEntry | None:
        await let.wait()
        return await read_one_call(*given)  # type: ignore[arg-type]  # - as it was asked

    monkeypatch.setattr("ui.intake.restoring.read_one_call", late)
    second = open_again()
    board = second.desk.session.board
    second.until(lambda: work.call.id in board.calls)
    driver.press("Ctrl+F3")
    taken = second.current
    second.panel.form.go_to("landmark")
    driver.type("dekat pura")
    let.set()
    second.until(lambda: second.text("address"))
    assert second.works == [taken]
    assert [second.text(one) for one in ("address", "landmark")] == ["Gg. Mawar 5", "dekat pura"]


@pytest.mark.parametrize("key", ["Tab", "Ctrl+Return", "Ctrl+J", "F6", "Shift+F3"])
def test_who_types_on_after_an_answer_was_lost_contradicts_nobody(
    intake: Intake, case: Case, quick_retry: None, key: str
) -> None:
    work = intake.answer("air")
    if key == "Tab":
        intake.open()
    intake.idle()
    outage = Outage(intake.desk, StoreError("unreachable"), after_writing=True)
    intake.driver.type(" masuk")
    intake.driver.press(key)
    intake.until(lambda: outage.refused, "the answer is lost")
    intake.panel.form.go_to("narrative")
    intake.driver.press("Ctrl+End")
    intake.driver.type(" rumah")
    outage.end()
    intake.idle()
    intake.driver.settle(0.8)
    intake.idle()
    assert not work.call.conflicts
    assert work.call.entry is not None
    assert "\n".join(intake.said).count("wrote") == 0
    if key != "Shift+F3":
        entry = intake.driver.run(read_one_call(intake.desk.session.desk, work.call.id))
        assert entry is not None
        assert entry.private.narrative == "air masuk rumah"


def test_what_is_typed_behind_joining_and_parting_is_for_the_incident_that_is_opened_then(
    intake: Intake, case: Case, gate: Gate
) -> None:
    intake.driver.press("F2")
    intake.driver.type("air masuk")
    intake.driver.press("Ctrl+J")
    intake.driver.press("Ctrl+Shift+J")
    intake.fill("address", "Gg. Mawar 5")
    intake.driver.press("Ctrl+Return")
    gate.open()
    intake.until(lambda: intake.opened[-1] != case.id and intake.current.call.has_incident)
    intake.idle()
    detail = intake.detail(intake.opened[-1])
    assert detail.case.incident.address == "Gg. Mawar 5"
    assert [one.private.narrative for one in detail.calls] == ["air masuk"]
