"""Every text on the screen is there in Indonesian, finished, and as the desk loads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

from tests.translations.catalogue import edges, placeholders, read
from tools.translations import QT, TRANSLATIONS, compile_all, compiled, sources, ts_files, update

NAMES = sorted(name for name, paths in sources().items() if paths)
PLURALS = {"id": 1, "en": 2}


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .ts files that the code asks for, all of them empty."""
    folder = tmp_path_factory.mktemp("translations")
    update(NAMES, folder)
    return folder


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_code_is_in_the_file_and_nothing_else(
    fresh: Path, name: str, language: str
) -> None:
    wanted = {one.key for one in read(fresh / language / f"{name}.ts")}
    found = {one.key for one in read(TRANSLATIONS / language / f"{name}.ts")}
    assert sorted(wanted - found) == [], f"run: python tools/translations.py update {name}"
    assert sorted(found - wanted) == [], f"run: python tools/translations.py update {name}"


def test_texts_are_written_so_that_qt_finds_them(fresh: Path) -> None:
    """Its tool takes `tr(…)` for a method, and sees a plural in `self.tr(text, "", n)` only."""
    found = [one for file in ts_files(fresh) for one in read(file)]
    assert [one.key for one in found if not one.context] == []
    assert [one.key for one in found if "%n" in one.source and not one.plural] == []


def test_every_file_belongs_to_code() -> None:
    assert sorted({file.stem for file in ts_files()} - {*NAMES, QT}) == []
    assert [file.name for file in TRANSLATIONS.glob("*/*.qm") if not file.with_suffix(".ts").exists()] == []


@pytest.mark.parametrize("file", ts_files(), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_text_is_finished_and_takes_the_same_values(file: Path) -> None:
    wrong = list(_wrong(file))
    assert wrong == []


def _wrong(file: Path) -> Iterator[str]:
    forms_wanted = PLURALS[file.parent.name]
    for one in read(file):
        forms = forms_wanted if one.plural else 1
        if one.state != "finished" or not all(one.forms) or len(one.forms) != forms:
            yield f"not finished: {one.context}: {one.source}"
            continue
        for form in one.forms:
            if placeholders(form) != placeholders(one.source):
                yield f"other values: {one.source} → {form}"
            if edges(form) != edges(one.source):
                yield f"other beginning or end: {one.source!r} → {form!r}"


@pytest.mark.parametrize("file", ts_files(), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_what_the_desk_loads_is_made_of_the_file(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / file.parent.name
    folder.mkdir()
    copy = folder / file.name
    copy.write_bytes(file.read_bytes())
    compile_all([copy])
    advice = f"run: python tools/translations.py compile {file.stem}"
    assert compiled(file).exists(), advice
    assert compiled(copy).read_bytes() == compiled(file).read_bytes(), advice


@pytest.mark.parametrize("file", ts_files(), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_no_line_numbers_make_parallel_work_collide(file: Path) -> None:
    assert "<location" not in file.read_text(encoding="utf-8")


def test_what_qt_itself_says_is_translated_from_its_own_words() -> None:
    german = QTranslator()
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert german.load(str(folder / "qtbase_de.qm"))
    messages = read(TRANSLATIONS / "id" / f"{QT}.ts")
    assert len(messages) > 20
    assert [one.key for one in messages if not german.translate(one.context, one.source)] == []
