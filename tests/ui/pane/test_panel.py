"""The pane as an operator sees and drives it."""

import asyncio
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.domain.board import CaseDetail
from desktop.domain.reference import AgencyPart
from desktop.domain.units import UnitStatus
from desktop.operations.desk import Desk, StoreError
from desktop.operations.incidents import add_note, close_incident, take_incident
from desktop.operations.reading import read_case
from tests.ui.driver import Driver, OpenDesk
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene, done, trapped_driver


def test_an_incident_is_shown_whole(opened: OpenPane, scene: Scene, desk: OpenDesk) -> None:
    incident = trapped_driver(scene)
    scene.act(desk.driver.run(take_incident(desk.session.desk, scene.case(incident).incident)))
    opened.show(incident)
    pane = opened.pane
    assert pane.title.text().startswith("DP ")
    assert pane.title.text().endswith("-001")
    assert pane.hint.text().startswith("2 reports · opened ")
    assert pane.hint.text().endswith(" · Made S. has it")
    assert pane.headline.text == "Person trapped — Simpang Gatsu Timur–Nangka Utara, Tonja, Denpasar Utara"
    assert pane.facts.text == (
        "P1 · on scene · tell again: 1 · 1 person hurt · depan pom bensin Gatsu · -8.63850, 115.22310"
    )
    beside = "\n".join(opened.particulars)
    assert "Putu · 0812 3811 2204 · 112 " in beside
    assert "mobil lawan motor, pengemudi terjepit, sadar" in beside
    assert "Wayan · 0361 223344" in beside
    assert "A2 on scene · assigned " in beside
    assert "PLN accepted · support · to be told again: place, people hurt · tel. 123 · " in beside
    assert " · telephone, Pak Gede · told " in beside
    assert (
        "Corrected Address: Simpang Gatsu–Nangka → Simpang Gatsu Timur–Nangka Utara  Made S."
        in opened.timeline
    )
    assert opened.timeline[-2:] == [
        "Note RS Wangaya siap menerima, 1 korban sadar  Made S.",
        "In hand Made S. has it  Made S.",
    ]


def test_a_pane_without_an_incident_says_how_to_come_to_one(opened: OpenPane) -> None:
    opened.pane.show_case(None)
    assert opened.pane.empty.isVisible()
    assert "Ctrl+L selects the first" in opened.pane.empty.text()


def test_what_is_not_clear_is_flagged(opened: OpenPane, scene: Scene) -> None:
    opened.show(scene.open())
    assert opened.pane.headline.text == "Category not clear yet — place not clear yet"


def test_a_corrected_stamp_shows_its_first_value(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    scene.assign(incident, "A2")
    scene.status("A2", UnitStatus.UNDER_WAY)
    scene.correct_stamp(incident, "A2", "under_way", timedelta(milliseconds=1))
    opened.show(incident)
    assert any("(first " in text for text in opened.particulars)
    assert any(
        "Time corrected A2 under way: " in text and "kata kru lewat HT" in text for text in opened.timeline
    )


def test_the_pane_follows_what_another_desk_does(opened: OpenPane, scene: Scene, other_scene: Scene) -> None:
    incident = scene.open(address="Gg. Mawar 5")
    opened.show(incident)
    other_scene.desk.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    other_scene.note(incident, "dari meja lain")
    opened.driver.until(lambda: "Note dari meja lain  Wayan P." in opened.timeline)


def test_an_incident_that_left_the_board_is_followed_too(
    opened: OpenPane, scene: Scene, other_scene: Scene, desk: OpenDesk
) -> None:
    incident = scene.open(address="Gg. Mawar 5")
    seen = scene.case(incident).incident
    yesterday = desk.session.desk.claiming(desk.session.clock.midnight() - timedelta(hours=2))
    done(desk.driver.run(close_incident(yesterday, seen, "handled")))
    desk.driver.until(lambda: incident not in desk.session.board.cases)
    opened.show(incident)
    assert "closed " in opened.pane.facts.text
    done(desk.driver.run(add_note(other_scene.desk.session.desk, seen, "baru ketahuan")))
    opened.driver.until(lambda: "Note baru ketahuan  Wayan P." in opened.timeline)


def test_the_old_stays_until_the_new_is_there_and_stale_answers_are_dropped(
    opened: OpenPane, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (scene.open(address=one) for one in ("A", "B", "C"))
    opened.show(first)
    gates: dict[str, asyncio.Event] = {one: asyncio.Event() for one in (second, third)}
    real = read_case
    shown: list[str] = []

    async def slow(desk: Desk, incident: str) -> CaseDetail | None:
        found = await real(desk, incident)
        await gates[incident].wait()
        return found

    monkeypatch.setattr("ui.pane.feed.read_case", slow)
    opened.pane.feed.arrived.connect(lambda detail: shown.append(detail.case.id))
    opened.pane.show_case(second)
    opened.driver.settle(0.05)
    assert opened.detail.case.id == first
    opened.pane.show_case(third)
    gates[second].set()
    opened.driver.settle(0.05)
    assert opened.detail.case.id == first
    gates[third].set()
    opened.driver.until(lambda: opened.detail.case.id == third)
    assert shown == [third]


def test_a_key_acts_on_what_is_selected_not_on_what_is_still_shown(opened: OpenPane, scene: Scene) -> None:
    first, second = scene.open(address="A"), scene.open(address="B")
    opened.show(first)
    opened.pane.show_case(second)
    opened.actions.trigger("incident.tell")
    opened.driver.until(lambda: any(text.startswith("Copied") for text in opened.timeline))
    assert opened.detail.case.id == second
    assert "Copied" not in str(scene.detail(first).timeline)
    opened.pane.show_case(None)
    opened.actions.trigger("incident.close")
    assert opened.said[-1] == "Select an incident first."


def test_an_incident_that_cannot_be_read_is_said_and_tried_again(
    opened: OpenPane, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = scene.open()
    real = read_case

    async def fails(desk: Desk, wanted: str) -> CaseDetail | None:
        raise StoreError("unreachable")

    monkeypatch.setattr("ui.pane.feed.read_case", fails)
    opened.pane.show_case(incident)
    opened.driver.until(opened.pane.trouble.isVisible)
    monkeypatch.setattr("ui.pane.feed.read_case", real)
    opened.pane._session.freshness_changed.emit()
    opened.driver.until(lambda: opened.pane.detail is not None)
    assert not opened.pane.trouble.isVisible()


def test_an_id_that_nobody_knows_is_said(opened: OpenPane) -> None:
    opened.pane.show_case("0192c000-0000-7000-8000-000000000000")
    opened.driver.until(lambda: opened.pane.empty.text() == "There is no such incident.")


def test_ctrl_n_writes_a_note(opened: OpenPane, scene: Scene) -> None:
    opened.show(scene.open())
    opened.driver.press("Ctrl+N")
    opened.driver.type("jalan macet")
    opened.driver.press("Return")
    assert opened.pane.note.field.text() == "jalan macet"
    opened.driver.until(lambda: "Note jalan macet  Made S." in opened.timeline)
    opened.driver.until(lambda: opened.pane.note.field.text() == "")
    assert opened.pane.note.field.hasFocus()


def test_a_note_that_was_not_taken_keeps_its_text(
    opened: OpenPane, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = scene.open()
    opened.show(incident)

    async def fails(*_arguments: object) -> None:
        raise StoreError("full")

    monkeypatch.setattr("ui.pane.note_line.add_note", fails)
    opened.driver.press("Ctrl+N")
    opened.driver.type("jalan macet")
    opened.driver.press("Return")
    opened.driver.until(opened.pane.note.problem.isVisible)
    assert opened.pane.note.field.text() == "jalan macet"
    assert "disk" in opened.pane.note.problem.text()


def test_a_note_belongs_to_the_incident_about_which_it_was_begun(opened: OpenPane, scene: Scene) -> None:
    first, second = scene.open(address="A"), scene.open(address="B")
    opened.show(first)
    opened.driver.press("Ctrl+N")
    opened.driver.type("tentang A")
    opened.show(second)
    assert opened.pane.note.field.text() == ""
    opened.show(first)
    assert opened.pane.note.field.text() == "tentang A"


def test_delete_strikes_a_note_through(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    scene.note(incident, "korban dua")
    opened.show(incident)
    opened.driver.press("Ctrl+G")
    opened.driver.press("Delete")
    assert opened.prompt.isVisible()
    opened.driver.type("salah dengar")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Note korban dua (struck through)  Made S." in opened.timeline)
    assert "Note struck “korban dua” — salah dengar  Made S." in opened.timeline
    assert opened.pane.timeline.hasFocus()
    opened.driver.press("Up")
    opened.driver.press("Delete")
    assert "not struck through yet" in opened.said[-1]


def test_a_reason_may_not_be_given_for_striking(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    scene.note(incident, "korban dua")
    opened.show(incident)
    opened.driver.press("Ctrl+G")
    opened.driver.press("Delete")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Note struck “korban dua”  Made S." in opened.timeline)


def test_the_texts_grow_and_the_theme_turns(opened: OpenPane, scene: Scene, desk: OpenDesk) -> None:
    opened.show(trapped_driver(scene))
    before = opened.pane.headline.height()
    desk.session.look.percent = 150
    desk.session.look_changed.emit()
    opened.driver.until(lambda: opened.pane.headline.height() > before)


def test_every_control_can_be_named_and_reached(opened: OpenPane, scene: Scene) -> None:
    opened.show(scene.open())
    opened.actions.trigger("incident.correct")
    nameless = [
        widget
        for widget in opened.pane.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (
            isinstance(widget, QAbstractScrollArea) and widget.focusProxy() is None and widget.isHidden()
        )
    ]
    assert nameless == []


def test_referrals_keep_their_lead_first(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open(category="fire_building", priority="P1")
    scene.refer(incident, "PLN", AgencyPart.SUPPORT)
    scene.refer(incident, "BPBD", AgencyPart.LEAD)
    opened.show(incident)
    rows = [text for text in opened.particulars if text.startswith(("PLN", "BPBD"))]
    assert [text.split()[0] for text in rows] == ["BPBD", "PLN"]


def test_the_driver_is_at_rest(driver: Driver, opened: OpenPane) -> None:
    assert not opened.prompt.isVisible()
    assert opened.pane.empty.isVisible()
