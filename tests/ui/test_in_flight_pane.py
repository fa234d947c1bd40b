"""Words and keys about incidents while what was entered before is still being written."""

import asyncio

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.domain.board import CaseDetail
from desktop.domain.referrals import ReferralState
from desktop.operations.desk import Desk
from desktop.operations.incidents import describe_incident
from desktop.operations.reading import read_case
from tests.ui.driver import OpenDesk
from tests.ui.slow_desk import SlowDesk


def _field(one: SlowDesk, name: str) -> QLineEdit:
    found = one.view.pane.form_area.form.fields[name]
    assert isinstance(found, QLineEdit)
    return found


def test_taken_twice_is_let_go(slow_desk: SlowDesk) -> None:
    slow_desk.hold()
    slow_desk.keys("Ctrl+T", "Ctrl+T")
    slow_desk.let_go()
    slow_desk.until_kinds("incident.taken", "incident.released")


def test_taken_twice_is_let_go_also_where_the_board_is_read_anew_meanwhile(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+T", "Ctrl+T")
    one.driver.run(one.view.session.services.follower.refresh())
    one.let_go()
    one.until_kinds("incident.taken", "incident.released")


def test_an_agency_answers_before_it_is_written_that_it_was_told(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+R", "pln polisi", "Return", "Ctrl+Shift+R", "pln t", "Return")
    one.keys("Ctrl+Shift+R", "polisi t", "Return")
    one.let_go()
    one.until_kinds("referral.made", "referral.accepted", "referral.accepted")
    assert {state for _, state in one.agencies(one.fire)} == {ReferralState.ACCEPTED}


def test_an_answer_that_cannot_be_is_told_to_who_has_gone_on(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+R", "pln", "Return", "Ctrl+Shift+R", "dishub t", "Return", "Ctrl+N", "satu ")
    one.let_go()
    one.driver.until(lambda: len(one.said) == 2)
    one.keys("dua")
    assert one.view.pane.note.field.text() == "satu dua"
    one.keys("Ctrl+Shift+R")
    assert one.view.prompt.texts()["line"] == "dishub t"


def test_two_incidents_are_closed_one_behind_the_other(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+W", "t", "Return", "Return")
    one.select(one.tree)
    one.keys("Ctrl+W", "t", "Return", "kata kru", "Return")
    one.let_go()
    one.until_kinds("incident.closed", "incident.closed")
    assert one.begun[1].note == "kata kru"


def test_closed_and_open_again_at_once(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+T", "Ctrl+W", "t", "Return", "padam", "Return", "Ctrl+Shift+W", "masih ada", "Return")
    one.let_go()
    one.until_kinds("incident.taken", "incident.closed", "incident.reopened")


def test_a_question_that_was_answered_lets_go_of_the_keys(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+N", "Ctrl+W", "t", "Return", "padam", "Return", "Return", "pintu utara")
    one.let_go()
    one.until_kinds("incident.closed")
    assert one.view.pane.note.field.text() == "pintu utara"


def test_a_refused_answer_comes_back_and_takes_the_cursor_from_nobody(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.refused = frozenset({"incident.closed"})
    one.hold()
    one.keys("Ctrl+W", "t", "Return", "api padam", "Return", "Return")
    assert not one.view.prompt.isVisible()
    one.let_go()
    one.driver.until(one.view.prompt.isVisible)
    one.keys(" total")
    assert one.view.prompt.texts()["words"] == "api padam total"
    one.hold()
    one.keys("Return", "Ctrl+N", "satu ")
    one.let_go()
    one.driver.until(lambda: one.view.prompt.isVisible() and one.said)
    one.keys("dua")
    assert one.view.pane.note.field.text() == "satu dua"
    assert one.view.prompt.texts()["words"] == "api padam total"


def test_a_refused_answer_that_made_room_for_a_question_comes_back_when_asked(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.refused = frozenset({"incident.closed"})
    one.hold()
    one.keys("Ctrl+W", "t", "Return", "api padam", "Return", "Ctrl+R", "pln", "Return")
    one.let_go()
    one.until_kinds("incident.closed", "referral.made")
    one.keys("Ctrl+W")
    assert one.view.prompt.texts()["words"] == "api padam"


def test_notes_are_typed_one_behind_the_other(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+N", "satu", "Return", "Return", "dua", "Return", "ti")
    one.let_go()
    one.until_kinds("note.added", "note.added")
    one.keys("ga")
    assert one.notes(one.fire) == ["satu", "dua"]
    assert one.view.pane.note.field.text() == "tiga"


def test_notes_that_are_refused_stand_apart_and_are_told_elsewhere(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.refused = frozenset({"note.added"})
    one.hold()
    one.keys("Ctrl+N", "satu", "Return", "dua", "Return", "ti")
    one.let_go()
    one.until_kinds("note.added", "note.added")
    assert one.view.pane.note.problem.isVisible()
    one.keys("ga")
    assert one.view.pane.note.field.text() == "satu dua tiga"
    one.hold()
    one.keys("Return")
    one.select(one.tree)
    one.let_go()
    one.driver.until(lambda: one.said)
    assert one.said[0].startswith("“satu dua tiga”: ")


def test_a_note_follows_the_incident_that_is_being_merged(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+M", "002", "Return", "Ctrl+N", "satu", "Return")
    one.let_go()
    one.until_kinds("incident.merged", "note.added")
    assert one.notes(one.tree) == ["satu"]
    assert one.view.pane.note.field.text() == ""


def test_a_merge_leads_nobody_away_from_what_he_selected_since(slow_desk: SlowDesk) -> None:
    one = slow_desk
    third = one.scene.open(3, category="flood", priority="P2", address="Jl. Pura Demak")
    one.driver.until(lambda: one.view.list.model.row_of(third.id) is not None)
    one.view.list.select(one.fire.id)
    one.hold()
    one.keys("Ctrl+M", "002", "Return", "Ctrl+L", "Down")
    one.let_go()
    one.until_kinds("incident.merged")
    selected = one.view.selected()
    assert selected is not None
    assert selected.id == one.view.pane.incident == third.id


def test_a_correction_may_be_gone_on_with_and_saved_once_more(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.keys("Ctrl+D")
    one.hold()
    one.keys("Alt+L", "Gg. Mawar 6", "Return", "Tab", "depan balai", "Return")
    one.let_go()
    one.until_kinds("incident.described", "incident.described")
    found = one.scene.case(one.fire.id).incident
    assert (found.address, found.landmark) == ("Gg. Mawar 6", "depan balai")
    assert one.view.pane.form_area.isHidden()


def test_a_correction_may_be_saved_a_third_time_while_the_second_is_being_written(
    slow_desk: SlowDesk,
) -> None:
    one = slow_desk
    one.keys("Ctrl+D")
    one.hold()
    one.keys("Alt+L", "Gg. Mawar 6", "Return", "A", "Return")
    one.driver.until(lambda: len(one.begun) == 1)
    one.let_go_what_waits()
    one.driver.until(lambda: len(one.begun) == 2)
    one.keys("B", "Return")
    one.driver.settle()
    assert len(one.begun) == 2
    one.let_go()
    one.until_kinds("incident.described", "incident.described", "incident.described")
    assert one.scene.case(one.fire.id).incident.address == "Gg. Mawar 6AB"
    assert one.view.pane.form_area.isHidden()


def test_what_is_to_be_saved_once_more_is_saved_also_when_another_incident_is_shown(
    slow_desk: SlowDesk,
) -> None:
    one = slow_desk
    one.keys("Ctrl+D")
    one.hold()
    one.keys("Alt+L", "Gg. Mawar 6", "Return", "Tab", "depan balai", "Return")
    one.select(one.tree)
    one.let_go()
    one.until_kinds("incident.described", "incident.described")
    assert one.scene.case(one.fire.id).incident.landmark == "depan balai"
    one.select(one.fire)
    one.driver.settle()
    assert one.view.pane.form_area.isHidden()


def test_a_correction_that_is_refused_is_told_to_who_has_gone_on(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.keys("Ctrl+D")
    one.refused = frozenset({"incident.described"})
    one.hold()
    one.keys("Alt+L", "Gg. Mawar 6", "Return")
    one.select(one.tree)
    one.let_go()
    one.driver.until(lambda: one.said)
    assert one.said[0].startswith("01-001 is not corrected: ")
    one.select(one.fire)
    one.driver.until(one.view.pane.form_area.isVisible)
    assert _field(one, "address").text() == "Gg. Mawar 6"


def test_who_types_on_while_a_correction_is_contradicted_stays_in_his_field(
    slow_desk: SlowDesk, other_desk: OpenDesk
) -> None:
    one, other = slow_desk, other_desk.session
    one.keys("Ctrl+D")
    one.hold()
    one.keys("Alt+L", "Gg. Mawar 6", "Return", "Tab", "depan ")
    seen = other.board.cases[one.fire.id].incident
    one.scene.done(one.driver.run(describe_incident(other.desk, seen, {"address": "Gg. Mawar 7"})))
    one.let_go()
    problem = one.view.pane.form_area.form.problems["address"]
    one.driver.until(lambda: "Gg. Mawar 7" in problem.text())
    one.keys("balai")
    assert _field(one, "landmark").text() == "depan balai"
    assert _field(one, "address").text() == "Gg. Mawar 6"


def test_keys_behind_a_question_need_not_wait_until_the_incident_is_read(
    slow_desk: SlowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, read = slow_desk, asyncio.Event()

    async def slowly(desk: Desk, incident: str) -> CaseDetail | None:
        await read.wait()
        return await read_case(desk, incident)

    monkeypatch.setattr("ui.pane.feed.read_case", slowly)
    one.select(one.tree)
    one.keys("Ctrl+D", "Alt+L", "Jl. Thamrin")
    assert one.view.pane.title.text().endswith("002")
    read.set()
    one.driver.until(one.view.pane.form_area.form.narrative.isVisible, "the caller is there too")
    one.keys(" 4", "Return")
    one.driver.until(lambda: one.scene.case(one.tree.id).incident.address == "Jl. Thamrin 4")
    assert one.view.list.filter.text() == ""


def test_who_looks_for_an_incident_is_not_led_to_the_one_that_is_being_opened(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.keys("F2", "banjir")
    work = one.view.intake.calls.current
    assert work is not None
    one.driver.until(lambda: not work.chain.busy)
    one.hold()
    one.keys("Ctrl+Return", "Ctrl+L", "/", "sud")
    one.let_go()
    one.driver.until(lambda: work.call.has_incident)
    one.driver.settle()
    one.keys("irman")
    assert one.view.list.filter.text() == "sudirman"


def test_what_an_answer_asks_on_in_its_turn_is_typed_at_once(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.keys("Ctrl+R", "pln", "Return")
    one.driver.until(lambda: one.agencies(one.fire))
    one.driver.settle()
    one.hold()
    one.keys(
        "Ctrl+Shift+R",
        "pln x",
        "Return",
        "Ctrl+Shift+R",
        "pln",
        "Return",
        "mess",
        "Tab",
        "Bu Ani",
        "Return",
    )
    one.let_go()
    one.until_kinds("referral.refused", "referral.told_again")
    assert one.scene.case(one.fire.id).referrals[0].told_to == "Bu Ani"
    assert one.view.list.filter.text() == ""


def test_keys_behind_an_answer_that_is_refused_in_its_turn_are_not_typed_into_it(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "Damkar 1")
    one.hold()
    one.keys("Ctrl+N", "satu", "Return", "Ctrl+W", "t", "Return", "Return", "pintu utara", "Return")
    one.let_go()
    one.until_kinds("note.added", "note.added")
    assert one.notes(one.fire) == ["satu", "pintu utara"]
    assert any("give a reason" in text for text in one.said)
    assert one.view.prompt.texts()["words"] == ""


def test_an_answer_that_asks_on_asks_nobody_who_has_gone_on(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.keys("Ctrl+R", "pln", "Return", "Ctrl+Shift+R", "pln x", "Return")
    one.driver.until(lambda: one.agencies(one.fire) == [("PLN", ReferralState.REFUSED)])
    one.driver.settle()
    one.hold()
    one.keys("Ctrl+N", "satu", "Return", "Ctrl+Shift+R", "pln", "Return", "Ctrl+W", "t", "Return", "api ")
    one.let_go()
    one.until_kinds("note.added")
    one.keys("padam")
    assert one.view.prompt.texts()["words"] == "api padam"
    assert one.said[-1] == "Not written, more has to be asked: PLN: told again"
    one.keys("Escape", "Ctrl+Shift+R")
    assert one.view.prompt.texts()["line"] == "pln"
