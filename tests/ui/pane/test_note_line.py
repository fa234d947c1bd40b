"""A note goes to the incident that is selected, also while that one is still being read."""

import asyncio

import pytest

from desktop.domain.board import CaseDetail
from desktop.operations.desk import Desk
from desktop.operations.reading import read_case
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene


def test_a_note_typed_while_the_selected_incident_is_read_is_about_that_one(
    opened: OpenPane, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, selected = scene.open(category="flood"), scene.open(category="fire_building")
    opened.show(before)
    gate = asyncio.Event()

    async def slowly(desk: Desk, incident: str) -> CaseDetail | None:
        await gate.wait()
        return await read_case(desk, incident)

    monkeypatch.setattr("ui.pane.feed.read_case", slowly)
    opened.pane.show_case(selected)
    opened.driver.press("Ctrl+N")
    opened.driver.type("jalan macet")
    opened.driver.press("Return")
    opened.driver.until(lambda: opened.pane.note.field.text() == "")
    gate.set()
    opened.driver.until(lambda: opened.detail.case.id == selected)
    notes = {
        one: [entry.note for entry in scene.detail(one).timeline if entry.note] for one in (before, selected)
    }
    assert notes == {before: [], selected: ["jalan macet"]}


def test_what_was_begun_about_the_one_before_waits_there(opened: OpenPane, scene: Scene) -> None:
    before, selected = scene.open(category="flood"), scene.open(category="fire_building")
    opened.show(before)
    opened.driver.press("Ctrl+N")
    opened.driver.type("air naik")
    opened.pane.show_case(selected)
    assert opened.pane.note.field.text() == ""
    opened.show(before)
    assert opened.pane.note.field.text() == "air naik"
