"""The command table."""

from collections import Counter
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import COMMANDS, KEPT_KEYS, Actions, Scope
from ui.menu import make_menu, with_letters


def _portable(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def test_every_key_is_one_that_qt_knows() -> None:
    assert [command.id for command in COMMANDS if not _portable(command.key)] == []


def test_a_key_does_one_thing_in_each_scope() -> None:
    everywhere = [_portable(one.key) for one in COMMANDS if one.scope is Scope.EVERYWHERE]
    for scope in Scope:
        keys = [_portable(one.key) for one in COMMANDS if one.scope is scope]
        if scope is not Scope.EVERYWHERE:
            keys += everywhere
        twice = [key for key, count in Counter(keys).items() if count > 1]
        assert twice == [], scope


def test_keys_of_later_parts_are_kept_free() -> None:
    kept = {_portable(key) for key in KEPT_KEYS}
    assert [command.id for command in COMMANDS if _portable(command.key) in kept] == []


def test_ids_are_unique() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_menu_letters_do_not_clash() -> None:
    marked = with_letters(["Panggilan", "Kejadian", "Armada", "Pandangan", "Aplikasi"])
    letters = [text[text.index("&") + 1].lower() for text in marked]
    assert letters == ["p", "k", "a", "n", "l"]


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
def test_a_letter_is_one_of_the_part_that_is_open(qapp: QApplication) -> None:
    """X11 tells Qt late that the menu has the focus; by then a quick hand has opened a part of it."""
    window, done = QWidget(), list[str]()
    actions = Actions(window)
    for command in COMMANDS:
        actions.bind(command.id, partial(done.append, command.id))
    menu = make_menu(actions, window)
    menu.popup(QPoint())

    QTest.keyClicks(menu, "i")  # Incident
    menu.windowHandle().requestActivate()
    qapp.processEvents()
    opened = QApplication.activePopupWidget()
    assert opened is not None
    QTest.keyClicks(opened, "c")  # Correct the incident

    assert done == ["incident.correct"]
    assert QApplication.activePopupWidget() is None


def test_a_text_whose_letters_are_all_taken_gets_none() -> None:
    assert with_letters(["ab", "ba", "ab"]) == ["&ab", "&ba", "ab"]
