"""What is typed about an incident outlives the desk: notes, corrections, answers to questions."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.domain.drafts import Kept, Words
from desktop.runtime.draft_files import read_drafts
from desktop.runtime.drafts import DraftStore
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene
from ui.unsaved import CORRECTION, NOTE

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def store(opened: OpenPane, tmp_path: Path) -> Iterator[DraftStore]:
    """Where the pane's words are kept."""
    made = DraftStore(tmp_path / "drafts", tmp_path / "spare")
    opened.pane._session.unsaved.use(made)
    yield made
    made.close()


def _kept(folder: Path) -> list[Kept]:
    return [one for place in (folder / "drafts").glob("*") for one in read_drafts(place)]


def _texts(folder: Path) -> list[dict[str, str]]:
    return [dict(one.texts) for one in _kept(folder)]


def _left(about: str, purpose: str, **texts: str) -> Words:
    return Words(about=about, purpose=purpose, operator="made", saved_at=NOON, texts=texts)


@pytest.mark.usefixtures("store")
def test_a_note_is_on_the_disk_until_it_is_saved(opened: OpenPane, scene: Scene, tmp_path: Path) -> None:
    opened.show(scene.open())
    opened.driver.press("Ctrl+N")
    opened.driver.type("jalan ditutup")
    opened.driver.until(lambda: _texts(tmp_path) == [{"note": "jalan ditutup"}], seconds=1)
    assert not opened.pane.note.mark.isVisible()
    opened.driver.press("Return")
    opened.driver.until(lambda: not _texts(tmp_path))


@pytest.mark.usefixtures("store")
def test_a_note_that_was_left_comes_back_marked_where_it_belongs(
    opened: OpenPane, scene: Scene, tmp_path: Path
) -> None:
    before, other = scene.open(category="flood"), scene.open(category="fire_building")
    opened.show(other)
    opened.pane._session.unsaved.bring_back(_left(before, NOTE, note="air naik"))
    assert opened.pane.note.field.text() == ""
    opened.show(before)
    assert opened.pane.note.field.text() == "air naik"
    assert opened.pane.note.mark.isVisible()
    opened.driver.press("Ctrl+N")
    opened.driver.press("End")
    opened.driver.type(" lagi")
    opened.driver.press("Return")
    opened.driver.until(lambda: opened.pane.note.field.text() == "")
    assert not opened.pane.note.mark.isVisible()
    assert "air naik lagi" in [entry.note for entry in scene.detail(before).timeline]
    opened.driver.until(lambda: not _texts(tmp_path))


def test_a_note_that_comes_back_late_stands_before_what_was_typed_since(
    opened: OpenPane, scene: Scene
) -> None:
    incident = scene.open()
    opened.show(incident)
    opened.driver.press("Ctrl+N")
    opened.driver.type("baru")
    opened.pane._session.unsaved.bring_back(_left(incident, NOTE, note="lama"))
    assert opened.pane.note.field.text() == "lama baru"


@pytest.mark.usefixtures("store")
def test_the_answer_to_a_question_is_kept_until_it_is_given_or_left(
    opened: OpenPane, scene: Scene, tmp_path: Path
) -> None:
    opened.show(scene.open())
    opened.driver.press("Ctrl+W")
    opened.driver.type("t")
    opened.driver.press("Return")
    opened.driver.type("sudah pad")
    opened.driver.until(lambda: [one["words"] for one in _texts(tmp_path)] == ["sudah pad"], seconds=1)
    opened.driver.press("Escape")
    opened.driver.until(lambda: not _texts(tmp_path))


def test_an_answer_that_was_left_comes_back_when_the_same_is_asked(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    opened.show(incident)
    outcome = next(one for one in opened.pane._session.reference.outcomes.values() if one.id == "handled")
    left = _left(incident, "close", outcome="Handled", outcome_code=outcome.id, words="sudah padam")
    opened.pane._session.unsaved.bring_back(left)
    opened.driver.press("Ctrl+W")
    assert opened.prompt.value("words") == "sudah padam"
    marks = [part.text() for part in opened.prompt.findChildren(QLabel) if part.isVisible()]
    assert "Brought back, not saved yet" in marks
    opened.driver.press("Return")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Closed Handled — sudah padam  Made S." in opened.timeline)
    assert opened.pane._session.unsaved.texts(incident, "close") == {}


def test_a_question_with_something_typed_makes_room_for_no_other(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    opened.show(incident)
    opened.driver.press("Ctrl+W")
    opened.driver.press("Ctrl+M")
    assert "target" in opened.prompt.texts(), "nothing was typed yet"
    opened.driver.type("24")
    opened.driver.press("Ctrl+W")
    assert opened.prompt.value("target") or opened.prompt.texts()["target"] == "24"
    hint = opened.prompt._problems["target"]
    assert hint.isVisible()
    assert hint.text() == "First answer this question (Enter) or leave it (Esc)."
    opened.driver.press("Escape")
    opened.driver.press("Ctrl+W")
    assert "outcome" in opened.prompt.texts()


@pytest.mark.usefixtures("store")
def test_a_correction_is_kept_until_it_is_saved(opened: OpenPane, scene: Scene, tmp_path: Path) -> None:
    opened.show(scene.open(address="Jl. Lama"))
    opened.driver.press("Ctrl+D")
    opened.retype("address", "Jl. Baru")
    opened.driver.until(lambda: [one["address"] for one in _texts(tmp_path)] == ["Jl. Baru"], seconds=1)
    opened.driver.press("Return")
    opened.driver.until(opened.pane.form_area.isHidden)
    opened.driver.until(lambda: not _texts(tmp_path))


def test_a_correction_that_was_left_goes_on_where_its_incident_is_shown(
    opened: OpenPane, scene: Scene
) -> None:
    incident = scene.open(address="Jl. Lama")
    opened.pane._session.unsaved.bring_back(
        _left(incident, CORRECTION, address="Jl. Baru", was_address="Jl. Lama")
    )
    opened.show(incident)
    assert opened.pane.form_area.isVisible()
    assert opened.field("address").text() == "Jl. Baru"
    assert opened.pane.form_area.form.trouble.text() == "Brought back, not saved yet"
    opened.field("address").setFocus()
    opened.driver.press("Return")
    opened.driver.until(lambda: scene.detail(incident).case.incident.address == "Jl. Baru")
    opened.driver.until(lambda: opened.pane._session.unsaved.texts(incident, CORRECTION) == {})


def test_a_correction_that_another_overtook_says_who_wrote_what(opened: OpenPane, other_scene: Scene) -> None:
    incident = other_scene.open(address="Jl. Lama")
    other_scene.describe(incident, address="Jl. Lain")
    opened.driver.until(lambda: incident in opened.pane._session.board.cases)
    opened.show(incident)
    opened.pane._session.unsaved.bring_back(
        _left(incident, CORRECTION, address="Jl. Baru", was_address="Jl. Lama")
    )
    opened.driver.until(opened.pane.form_area.isVisible)
    assert opened.pane.form_area.form.problems["address"].text().startswith("Wayan P. wrote “Jl. Lain” at ")
    assert other_scene.detail(incident).case.incident.address == "Jl. Lain"
    opened.field("address").setFocus()
    opened.driver.press("Return")
    opened.driver.until(lambda: other_scene.detail(incident).case.incident.address == "Jl. Baru")
