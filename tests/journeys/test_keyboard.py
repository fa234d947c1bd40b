"""Everything is in reach of the keyboard and says what it is."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.picture import Node, Picture
from tests.journeys.screen import Window
from tests.journeys.steps import assign, open_incident, refer, take_call, wait_line
from ui.actions import COMMANDS, SCOPE_WORDS, Command, Scope, key_text

SPEAKING_ROLES = ("text", "password text", "push button", "check box", "list", "table", "column header")
"""Roles of which each node must say what it is."""
MOST_TABS = 40


def test_the_key_sheet_shows_every_command_and_the_menu_has_them(
    start_desk: StartDesk, tmp_path: Path
) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path), "--language", "en")
    desk.wait_for("F2 takes a call")
    take_call(desk, "asap")
    desk.keys("F1")
    labels = [node.words for node in desk.wait_for("Keys — Escape closes").nodes if node.role == "label"]
    for command in COMMANDS:
        at = labels.index(_words(command))
        assert labels[at - 1] == key_text(command), command.id
    desk.keys("Escape")
    desk.wait_gone("Keys — Escape closes")
    desk.type(" tebal")
    desk.wait_for("asap tebal")

    desk.keys("Alt+m", "i", "c")  # Incident, Correct the incident; Qt tells no tree of its popups
    desk.wait_said("Select an incident first.")


def test_every_control_has_a_name_and_tab_comes_to_each(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    _all_named(desk)
    take_call(desk, "rumah terbakar", category="kebakaran", number="0812 3400 1111")
    open_incident(desk, "001")
    assign(desk, "dam1")
    desk.wait_said("Damkar 1 ditugaskan")
    refer(desk, "pln")
    desk.keys("Ctrl+l")  # while the cursor is in the call, its card stands where the incident would
    wait_line(desk, "Pelapor, armada, instansi", "PLN diberi tahu")
    picture = _all_named(desk)
    wanted = {(node.role, node.name) for node in picture.nodes if _takes_keys(node)}
    assert len(wanted) > 15
    reached: set[tuple[str, str]] = set()
    for _ in range(MOST_TABS):
        desk.keys("Tab")
        focused = desk.focused
        if focused is not None:
            reached.add((focused.role, focused.name))
        if reached >= wanted:
            break
    assert reached >= wanted, wanted - reached

    desk.keys("Ctrl+p")
    for opens, shown in (
        ("Ctrl+d", "Enter menyimpan"),
        ("Ctrl+f", "Cari"),
        ("Ctrl+w", "Tutup DP"),
        ("Ctrl+Shift+u", "Koreksi waktu"),
        ("Ctrl+e", "Rekaman"),
        ("F1", "Esc menutup"),
    ):
        desk.keys(opens)
        desk.wait_for(shown)
        _all_named(desk)
        desk.keys("Escape")


def _words(command: Command) -> str:
    inside = f" ({SCOPE_WORDS[command.scope]})" if command.scope is not Scope.EVERYWHERE else ""
    return command.words + inside


def _takes_keys(node: Node) -> bool:
    """Whether Tab must come to it: items and cells are walked by arrows, panels give the focus on."""
    return "focusable" in node.states and node.role not in ("list item", "cell", "panel")


def _all_named(desk: Window) -> Picture:
    picture = desk.look(closely=True)
    silent = [node for node in picture.nodes if node.role in SPEAKING_ROLES and not node.name.strip()]
    silent += [node for node in picture.nodes if "focusable" in node.states and not node.name.strip()]
    assert not silent, silent
    return picture
