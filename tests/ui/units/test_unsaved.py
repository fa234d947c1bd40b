"""What is typed into the lines of the units outlives the desk until it is entered."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.board import Case
from desktop.domain.drafts import Words
from desktop.runtime.draft_files import read_drafts
from desktop.runtime.drafts import DraftStore
from tests.ui.units.scene import Scene, Window
from ui.intake.restoring import _tell
from ui.session import Level
from ui.unsaved import ORDER, UNITS

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

Open = Callable[[Scene, Case | None], Window]


@pytest.fixture
def store(scene: Scene, tmp_path: Path) -> Iterator[DraftStore]:
    """Where the words are kept."""
    made = DraftStore(tmp_path / "drafts", tmp_path / "spare")
    scene.session.unsaved.use(made)
    yield made
    made.close()


def _lines(folder: Path) -> dict[str, str]:
    found = [one for place in (folder / "drafts").glob("*") for one in read_drafts(place)]
    return {one.purpose: one.texts["line"] for one in found if isinstance(one, Words)}


def _left(about: str, purpose: str, **texts: str) -> Words:
    return Words(about=about, purpose=purpose, operator="made", saved_at=NOON, texts=texts)


@pytest.mark.usefixtures("store")
def test_a_line_is_on_the_disk_until_it_is_entered(scene: Scene, open_window: Open, tmp_path: Path) -> None:
    open_window(scene, scene.open())
    scene.driver.press("Alt+U")
    scene.driver.type("dam4")
    scene.driver.until(lambda: _lines(tmp_path) == {"assign": "dam4"}, seconds=1)
    scene.driver.press("Ctrl+U")
    scene.driver.type("a1 x")
    scene.driver.until(lambda: _lines(tmp_path) == {"assign": "dam4", "status": "a1 x"}, seconds=1)
    scene.driver.press("Alt+U")
    scene.driver.press("Return")
    scene.driver.until(lambda: _lines(tmp_path) == {"status": "a1 x"})


@pytest.mark.usefixtures("store")
def test_a_line_that_was_left_comes_back_marked(scene: Scene, open_window: Open, tmp_path: Path) -> None:
    panel = open_window(scene, scene.open()).panel
    scene.session.unsaved.bring_back(_left(UNITS, "assign", line="dam4"))
    assert (panel.assign_line.text(), panel.status_line.text()) == ("dam4", "")
    scene.driver.press("Alt+U")
    scene.driver.settle()
    assert panel.notes.note.preview.startswith("Brought back, not entered yet\n→ ")
    scene.driver.type("dam5")
    assert panel.assign_line.text() == "dam5"
    assert panel.notes.note.preview.startswith("→ ")
    scene.driver.until(lambda: _lines(tmp_path) == {"assign": "dam5"})
    scene.driver.press("Return")
    scene.driver.until(lambda: not _lines(tmp_path))


def test_what_came_back_is_named(scene: Scene) -> None:
    case = scene.open()
    scene.assign(case, "Damkar 4")
    (call,) = (entry.call for entry in scene.session.board.calls.values())
    told: list[tuple[str, Level]] = []
    scene.session.said.connect(lambda text, level: told.append((text, level)))
    abouts = (
        UNITS,
        ORDER,
        "a1",
        case.id,
        scene.running("Damkar 4").id,
        call.id,
        "00000000-0000-4000-8000-00000000000f",
    )
    asked = [_left("now", "hand_over", watch="x"), _left(call.id, "put_off", until="x")]
    left = [*(_left(about, "x", a="b") for about in abouts), *asked]
    scene.driver.run(_tell(scene.session, left))
    (text, level), *_ = told
    names = text.removeprefix("Brought back, not saved yet: typed about ").split(", ")
    assert level is Level.PROBLEM
    number = scene.session.number(case)
    assert names[:5] == ["units (in their line)", "an order (Ctrl+K)", "A1", number, "Damkar 4"]
    assert names[5].startswith("the call of ")
    assert names[6] == "something older"
    assert names[7:] == ["Handing over (Ctrl+Shift+V)", "Reminders and messages (Alt+P)"]
