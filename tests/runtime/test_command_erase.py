"""Erasing a caller, and what `verify` says of it and of all else, as a person at a terminal meets them."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desktop.runtime import i18n, terminal
from desktop.runtime.settings import Language
from desktop.runtime.training import ensure_training
from desktop.store.verify import COVERS, LEAVES_OUT
from main import main

PASSWORD = "rahasia-sekali"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of its own to work in."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], qapp: QApplication) -> Iterator[Run]:
    """Give what runs a command: its words → exit code, output, complaints."""

    def call(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield call
    i18n.install(qapp, Language.ENGLISH)


def test_a_caller_is_erased_by_number_and_the_command_says_what_is_left(run: Run, place: Path) -> None:
    file = ensure_training(place / "d", "denpasar")
    with sqlite3.connect(file) as database:
        number, call = database.execute(
            "SELECT p.number, c.id FROM call_private p JOIN call c ON c.id = p.id"
            " LEFT JOIN incident i ON i.id = c.incident WHERE p.number IS NOT NULL"
            " AND c.ended_at IS NOT NULL AND (i.id IS NULL OR i.closed_at IS NOT NULL)"
        ).fetchone()
    database.close()
    words = (
        "erase",
        "--data-dir",
        "d",
        "--language",
        "en",
        "--operator",
        "latihan",
        "--reason",
        "UU 27/2022",
    )
    code, said, complaints = run(*words, "--number", f"+62 {number[1:]}")
    assert (code, complaints) == (terminal.DONE, "")
    assert re.match(r"Personal values erased: \d+ calls, \d incidents\n", said)
    assert number not in file.read_bytes().decode("utf-8", "replace")
    code, said, _ = run("verify", "--data-dir", "d", "--language", "en")
    assert code == terminal.DONE
    assert "Erased: the personal values of " in said
    assert run(*words, "--number", number)[0] == terminal.WRONG
    assert run(*words, "--call", str(UUID(call)))[0] == terminal.DONE
    assert run(*words, "--number", "x")[0] == terminal.MISUSED
    with pytest.raises(SystemExit):
        run(*words, "--call", "x")
    assert run(*words[:-2], "--reason", " ", "--call", str(UUID(call)))[2] == (
        "Kulkul: the reason is missing or too long\n"
    )


def test_in_a_real_centre_who_erases_needs_the_password(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", PASSWORD)
    database = ("--database", f"sqlite:///{place / 'pusat.sqlite'}")
    assert run("centre", "new", "--city", "denpasar", *database, "--admin-name", "Ketut")[0] == terminal.DONE
    words = ("erase", *database, "--operator", "admin", "--reason", "x")
    call = ("--call", "0192f000-0000-7000-8000-000000000000")
    assert run(*words, *call)[0] == terminal.MISUSED
    monkeypatch.setenv("KULKUL_OPERATOR_PASSWORD", "salah-sekali")
    assert run(*words, *call)[0] == terminal.NO_DATABASE
    monkeypatch.setenv("KULKUL_OPERATOR_PASSWORD", PASSWORD)
    assert run(*words, *call, "--language", "en")[:2] == (
        terminal.WRONG,
        "Personal values erased: 0 calls, 0 incidents\n",
    )


def test_verify_says_what_it_looks_at_and_what_not(run: Run, place: Path) -> None:
    ensure_training(place / "d", "denpasar")
    _, said, _ = run("verify", "--data-dir", "d", "--language", "en")
    looked, left = (line for line in said.splitlines() if "ooked at: " in line)
    assert looked.startswith("Looked at: every value of every row, ")
    assert left.startswith("Not looked at: operators' accounts, ")
    assert len(looked.split(", ")) == len(COVERS)
    assert len(left.split(", ")) == len(LEAVES_OUT)
