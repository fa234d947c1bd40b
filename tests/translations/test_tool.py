"""The tool behind the translations: what it finds, keeps and drops."""

import sys
from pathlib import Path

import pytest

from tests.translations.catalogue import Message, edges, placeholders, read
from tools import translations
from tools.translations import compile_all, compiled, sources, ts_files, update

PANE = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
translate = QCoreApplication.translate
class Pane(QWidget):
    def texts(self):
        return [self.tr("Unit {unit} is busy"), translate("Other", "Send"), self.tr("%n call(s)", "", 3)]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("ui/pane", "ui/empty", "ui/__pycache__", "desktop/runtime"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "main.py").write_text("")
    (tmp_path / "ui" / "__init__.py").write_text("")
    (tmp_path / "ui" / "window.py").write_text("class W:\n    def t(self): return self.tr('Window')\n")
    (tmp_path / "ui" / "pane" / "pane.py").write_text(PANE)
    (tmp_path / "desktop" / "runtime" / "words.py").write_text("x = translate('Words', 'Word')\n")
    return tmp_path


def written(folder: Path, name: str, language: str = "id") -> dict[str, Message]:
    return {one.source: one for one in read(folder / language / f"{name}.ts")}


def test_each_panel_has_a_file_and_the_rest_two(root: Path) -> None:
    folder = root / "ts"
    update(sources(root), folder, root)
    assert {name for name, paths in sources(root).items() if paths} == {"shell", "pane", "desktop"}
    assert set(written(folder, "shell")) == {"Window"}
    assert set(written(folder, "desktop")) == {"Word"}
    pane = written(folder, "pane")
    assert {one.context for one in pane.values()} == {"Pane", "Other"}
    assert pane["%n call(s)"].plural
    assert set(written(folder, "pane", "en")) == {"%n call(s)"}
    assert [file.relative_to(folder).as_posix() for file in ts_files(folder)] == [
        "en/pane.ts",
        "id/desktop.ts",
        "id/pane.ts",
        "id/shell.ts",
    ]


def test_updating_keeps_what_is_translated_and_drops_what_is_gone(root: Path) -> None:
    folder = root / "ts"
    update(["pane"], folder, root)
    file = folder / "id" / "pane.ts"
    empty = '<source>Send</source>\n        <translation type="unfinished"></translation>'
    assert empty in file.read_text()
    file.write_text(
        file.read_text().replace(empty, "<source>Send</source>\n        <translation>Kirim</translation>")
    )
    code = root / "ui" / "pane" / "pane.py"
    code.write_text(
        "# a line more\n" + code.read_text().replace("Unit {unit} is busy", "Unit {unit} is free")
    )

    update(["pane"], folder, root)

    found = written(folder, "pane")
    assert (found["Send"].forms, found["Send"].state) == (("Kirim",), "finished")
    assert found["Unit {unit} is free"].state == "unfinished"
    assert "Unit {unit} is busy" not in found
    before = file.read_bytes()
    code.write_text("\n\n" + code.read_text())
    update(["pane"], folder, root)
    assert file.read_bytes() == before


def test_a_panel_without_texts_loses_its_files(root: Path) -> None:
    folder = root / "ts"
    update(["pane"], folder, root)
    compile_all(ts_files(folder))
    assert compiled(folder / "id" / "pane.ts").exists()
    (root / "ui" / "pane" / "pane.py").write_text("")
    update(["pane"], folder, root)
    assert list(folder.glob("*/*")) == []


def test_the_command_takes_names(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(translations, "update", lambda names: done.append(list(names)))
    monkeypatch.setattr(translations, "compile_all", lambda files: done.append([file.stem for file in files]))
    for words in (["update", "intake"], ["compile", "qt"]):
        monkeypatch.setattr(sys, "argv", ["translations.py", *words])
        assert translations.main() == 0
    assert done == [["intake"], ["qt"]]


def test_values_and_ends_are_compared() -> None:
    assert placeholders("{unit} ke {place}, %n × %1") == ["%1", "%n", "{place}", "{unit}"]
    assert edges("Find: ") == edges("Cari: ")
    assert edges("Find: ") != edges("Cari:")
    assert edges("More…") != edges("Lagi")
