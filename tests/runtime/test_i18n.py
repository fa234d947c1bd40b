"""The language of the screen can be changed, and what Qt itself says changes with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.runtime import i18n
from desktop.runtime.settings import Language


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    locale = QLocale()
    yield qapp
    i18n.install(qapp, Language.ENGLISH)
    QLocale.setDefault(locale)


def test_installing_a_language_replaces_the_one_before(app: QApplication) -> None:
    i18n.install(app, Language.INDONESIAN)
    assert QCoreApplication.translate("Words", "not set") == "bawaan"
    assert QLocale().decimalPoint() == ","
    i18n.install(app, Language.ENGLISH)
    assert QCoreApplication.translate("Words", "not set") == "not set"
    assert QLocale().decimalPoint() == "."


def test_the_menu_of_a_field_speaks_indonesian(app: QApplication, qtbot: QtBot) -> None:
    i18n.install(app, Language.INDONESIAN)
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert texts == ["&Urungkan", "&Ulangi", "Po&tong", "&Salin", "Tem&pel", "Hapus", "Pilih semua"]


def test_translations_that_cannot_be_read_are_not_passed_over(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "x.qm").write_text("no translations")
    monkeypatch.setattr(i18n, "translations_folder", lambda: tmp_path)
    with pytest.raises(OSError, match=r"x\.qm"):
        i18n.install(app, Language.INDONESIAN)
