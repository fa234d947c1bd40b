"""Orders given at a terminal: previewed, carried out, pointed at where they are wrong."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.runtime import i18n, terminal
from desktop.runtime.settings import Language
from main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> Iterator[Run]:
    """Give what runs a command: its words → exit code, output, complaints."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))

    def call(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main((*words, "--data-dir", str(tmp_path / "d"), "--language", "en"))
        said = capsys.readouterr()
        return code, said.out, said.err

    yield call
    i18n.install(qapp, Language.ENGLISH)


def _of_file(file: Path, question: str) -> list[str]:
    with sqlite3.connect(file) as database:
        found = [str(row[0]) for row in database.execute(question)]
    database.close()
    return found


def test_what_the_preview_says_is_what_is_carried_out(run: Run, training: Path) -> None:
    (unit,) = _of_file(training, "SELECT call_sign FROM unit WHERE status = 'available' LIMIT 1")
    order = ("command", f"off duty {unit}; end of shift", "--operator", "latihan")
    before = _of_file(training, "SELECT count(*) FROM act")
    said = f"{unit}: available → off duty · “end of shift”\n"
    assert run(*order, "--preview") == (terminal.DONE, said, "")
    assert _of_file(training, "SELECT count(*) FROM act") == before
    assert run(*order) == (terminal.DONE, said, "")
    assert _of_file(training, f"SELECT status FROM unit WHERE call_sign = '{unit}'") == ["off_duty"]
    assert run("verify")[0] == terminal.DONE

    code, _, complaint = run("command", "off duty dam99", "--operator", "latihan")
    assert code == terminal.MISUSED
    head, below = complaint.splitlines()
    assert head == "Kulkul: off duty dam99"
    assert below[len("Kulkul: ") :] == "         ^^^^^ There is no unit “dam99”."
    code, _, complaint = run("command", "select 001", "--operator", "latihan")
    assert code == terminal.MISUSED
    assert run("command", " ", "--operator", "latihan")[0] == terminal.MISUSED


def test_in_a_real_centre_the_password_comes_from_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", "rahasia-sekali")
    database = ("--database", f"sqlite:///{tmp_path / 'pusat.sqlite'}")
    assert run("centre", "new", "--city", "denpasar", *database, "--admin-name", "Ketut")[0] == terminal.DONE
    order = ("command", "menuju dam1", "--operator", "admin", "--preview", *database)
    assert run(*order)[0] == terminal.MISUSED
    file = tmp_path / "sandi"
    file.write_text("salah\n")
    assert run(*order, "--password-file", str(file))[0] == terminal.NO_DATABASE
    file.write_text("rahasia-sekali\n")
    code, _, complaint = run(*order, "--password-file", str(file))
    assert code == terminal.MISUSED
    assert "cannot follow" in complaint
