"""Arguments: what they mean, and what is said in both languages when they mean nothing."""

import math
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.runtime import i18n
from desktop.runtime.arguments import Wanted, parse
from desktop.runtime.settings import Language


@pytest.fixture(autouse=True)
def language(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start like the desk, and leave no language behind."""
    monkeypatch.setattr(sys, "argv", ["kulkul"])
    yield
    i18n.install(qapp, Language.ENGLISH)


def test_without_a_word_the_desk_is_wanted() -> None:
    assert parse([]) == Wanted()
    found = parse(["--city", "makassar", "--text-size=150", "--data-dir", "d", "--settings", "s.toml"])
    assert found.command == ""
    assert found.settings == {"city": "makassar", "text_size": "150", "data_dir": "d", "settings": "s.toml"}


@pytest.mark.parametrize("before", [True, False])
def test_settings_stand_before_a_command_or_after_it(before: bool) -> None:
    setting = ["--database", "sqlite:///a"]
    for command in ("doctor", "verify", "centre list"):
        words = [*setting, *command.split()] if before else [*command.split(), *setting]
        assert parse(words) == Wanted(command, {"database": "sqlite:///a"})


def test_commands_have_options_of_their_own() -> None:
    assert parse(["centre", "new", "--city", "denpasar"]).options == {
        "admin_name": None,
        "admin_login": "admin",
        "training": False,
    }
    operator = "centre add-operator --login made.s --name Made --role dispatcher --role call_taker"
    assert parse(operator.split()).options == {
        "login": "made.s",
        "name": "Made",
        "role": ["dispatcher", "call_taker"],
    }
    exercise = parse(["exercise", "a.csv", "--mapping", "m.toml"])
    assert exercise.options == {
        "file": Path("a.csv"),
        "speed": 1.0,
        "mapping": Path("m.toml"),
        "operator": None,
    }
    assert parse(["exercise", "a.toml", "--speed", "20"]).options["speed"] == 20.0
    assert parse(["exercise", "a.toml", "--speed", "max"]).options["speed"] == math.inf


WRONG = [
    ("frob", "PERINTAH: tidak ada frob", "COMMAND: there is no frob"),
    ("centre", "belum diisi: PERINTAH", "missing: COMMAND"),
    ("--frob", "tidak dikenal: --frob", "not understood: --frob"),
    ("--cit=makassar", "tidak dikenal: --cit", "not understood: --cit"),
    ("doctor --city", "--city perlu diisi nilainya", "--city needs a value"),
    ("exercise", "belum diisi: BERKAS", "missing: FILE"),
    ("exercise a --speed 0", "--speed: 0 bukan kecepatan", "--speed: 0 is no speed"),
    ("exercise a --speed nan", "--speed: nan bukan kecepatan", "--speed: nan is no speed"),
    ("exercise a --speed fast", "--speed: fast bukan kecepatan", "--speed: fast is no speed"),
    ("centre add-operator --login Made", "Made bukan nama masuk", "Made is no login"),
    ("centre add-operator --role boss", "boss bukan peran", "boss is no role"),
    ("centre add-operator --login a", "belum diisi: --name, --role", "missing: --name, --role"),
]


@pytest.mark.parametrize(("words", "indonesian", "english"), WRONG)
def test_what_is_not_understood_is_told_in_the_operators_language(
    words: str, indonesian: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, sentence in (("id", indonesian), ("en", english)):
        with pytest.raises(SystemExit) as ended:
            parse(["--language", language, *words.split()])
        assert ended.value.code == 2
        said = capsys.readouterr().err
        assert f"Kulkul: {sentence}" in said or f": {sentence}" in said
        assert ("Cara pakai: kulkul" if language == "id" else "Usage: kulkul") in said


@pytest.mark.parametrize("words", ["", "doctor", "verify", "exercise", "centre", "centre new", "centre list"])
def test_help_speaks_one_language_throughout(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {}
    for language in ("id", "en"):
        with pytest.raises(SystemExit) as ended:
            parse([*words.split(), "--help", f"--language={language}"])
        assert ended.value.code == 0
        texts[language] = capsys.readouterr().out
    assert "Pengaturan" in texts["id"]
    assert "Settings" in texts["en"]
    for text, others in (
        ("id", ("Usage", "usage", "\noptions:", "positional", "Settings", "show", "the ")),
        ("en", ("Cara",)),
    ):
        assert not [one for one in others if one in texts[text]]


def test_the_name_of_the_program_is_the_one_that_was_called(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["/opt/kulkul/main.py"])
    with pytest.raises(SystemExit):
        parse(["--help"])
    assert "./run [PENGATURAN] [PERINTAH]" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, "Kulkul 0.1.0\n")
