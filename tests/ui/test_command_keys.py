"""Commands are heard from within fields of text, whatever these do with the key themselves."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget

from tests.ui.driver import Driver
from ui.actions import COMMANDS, Actions, Scope


def _takes(field: QWidget, key: str, driver: Driver) -> bool:
    """Whether a field claims a key for itself."""
    combination = QKeySequence(key)[0]  # type: ignore[index]  # - PySide6's stubs leave that out
    event = QKeyEvent(QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers(), "")
    event.ignore()
    driver.app.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_no_field_takes_a_command_s_key(driver: Driver, kind: type[QLineEdit] | type[QPlainTextEdit]) -> None:
    window, inside, field = QMainWindow(), QWidget(), kind()
    column = QVBoxLayout(inside)
    column.addWidget(field)
    column.addWidget(QLineEdit())
    window.setCentralWidget(inside)
    actions, heard = Actions(window), []
    for command in COMMANDS:
        if command.scope is Scope.EVERYWHERE:
            actions.bind(command.id, lambda one=command.id: heard.append(one))  # type: ignore[misc]  # - bound early
    driver.show(window, 300, 100)
    field.setFocus()
    driver.type("tetap")
    assert _takes(field, "Ctrl+A", driver), "what is no command stays the field's own"
    everywhere = [command for command in COMMANDS if command.scope is Scope.EVERYWHERE]
    assert [command.key for command in everywhere if _takes(field, command.key, driver)] == []
    driver.press("Ctrl+Y")
    driver.press("Ctrl+U")
    assert heard == ["units.go", "units.status"]
    assert "tetap" in (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    window.close()
    window.deleteLater()
