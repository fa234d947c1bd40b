"""The menu, made from the command table; every entry does what it says, and its letters do not clash."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import COMMANDS, GROUP_WORDS, Actions, Group


def make_menu(actions: Actions, parent: QWidget) -> QMenu:
    """All commands under their groups."""
    menu = QMenu(parent)
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
