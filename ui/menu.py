"""The menu, made from the command table; every entry does what it says, and its letters do not clash."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import COMMANDS, GROUP_WORDS, Actions, Group


def make_menu(actions: Actions, parent: QWidget) -> QMenu:
    """All commands under their groups."""
    menu = _Menu(parent)
    words = [QCoreApplication.translate("Commands", GROUP_WORDS[group]) for group in Group]
    for group, text in zip(Group, with_letters(words), strict=True):
        part = menu.addMenu(text)
        own = [command for command in COMMANDS if command.group is group]
        titles = with_letters([actions.action(command.id).text().replace("&", "") for command in own])
        for command, title in zip(own, titles, strict=True):
            action = actions.action(command.id)
            action.setText(title)
            part.addAction(action)
    return menu


class _Menu(QMenu):
    """Keeps the keys with the part that is open.

    X11 may tell that the menu has the focus after a quick hand opened a part of it. Qt takes the menu for the
    last that was opened then: the next letter would open another part.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._open_again)

    def _open_again(self, focus: QWindow | None) -> None:
        if focus is None or focus is not self.windowHandle():
            return
        for part in self.findChildren(QMenu):
            if part.isVisible():
                part.hide()
                opens = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
                QCoreApplication.sendEvent(self, opens)


def with_letters(words: list[str]) -> list[str]:
    """Mark in each text a letter that no other has, with &; a text whose letters are all taken gets none."""
    taken: set[str] = set()
    marked = []
    for text in words:
        at = next((i for i, char in enumerate(text) if char.isalnum() and char.lower() not in taken), None)
        if at is None:
            marked.append(text)
            continue
        taken.add(text[at].lower())
        marked.append(f"{text[:at]}&{text[at:]}")
    return marked
