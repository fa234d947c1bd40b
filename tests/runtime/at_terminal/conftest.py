"""A terminal of its own for each test, and a centre."""

import getpass
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.runtime import i18n, terminal
from desktop.runtime.settings import Language
from main import main
from tests.runtime.at_terminal.running import PASSWORD, Run


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Path]:
    """Give each test folders of its own, and leave no language behind."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    i18n.install(qapp, Language.ENGLISH)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Give what runs a command: its words → exit code, output, complaints."""

    def call(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the lines that somebody types at a terminal, to be filled by the test."""
    lines: list[str] = []
    monkeypatch.setattr(terminal, "_need_a_person", lambda _how: None)
    monkeypatch.setattr("builtins.input", lambda _question: lines.pop(0))
    monkeypatch.setattr(getpass, "getpass", lambda _question: lines.pop(0))
    return lines


@pytest.fixture
def centre(run: Run, monkeypatch: pytest.MonkeyPatch, place: Path) -> Path:
    """Give a real centre, whose administrator is Ketut."""
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", PASSWORD)
    made = run(
        "centre", "new", "--city", "denpasar", "--database", "sqlite:///pusat.sqlite", "--admin-name", "Ketut"
    )
    assert made[0] == terminal.DONE
    return place / "pusat.sqlite"
