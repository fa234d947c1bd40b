"""Erasing a caller, and what `verify` says of it and of all else, as a person at a terminal meets them."""

import asyncio
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.warnings import PlaceWarning, WarningEntry
from desktop.operations.desk import Desk, Done
from desktop.operations.warnings import make_warning, withdraw_warning
from desktop.runtime import i18n, terminal
from desktop.runtime.ids import new_id
from desktop.runtime.settings import Language
from desktop.store.accounts import sign_in
from desktop.store.making import open_file
from desktop.store.queries import read_warnings
from desktop.store.tables import TABLES
from desktop.store.verify import COVERS, LEAVES_OUT
from main import main

PASSWORD = "rahasia-sekali"

Run = Callable[..., tuple[int, str, str]]

ERASE = (
    *("erase", "--data-dir", "d", "--language", "en"),
    *("--operator", "latihan", "--reason", "UU 27/2022"),
)


@pytest.fixture(autouse=True)
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


def test_a_caller_is_erased_by_number_and_the_command_says_what_is_left(run: Run, training: Path) -> None:
    with sqlite3.connect(training) as database:
        number, call = database.execute(
            "SELECT p.number, c.id FROM call_private p JOIN call c ON c.id = p.id"
            " LEFT JOIN incident i ON i.id = c.incident WHERE p.number IS NOT NULL"
            " AND c.ended_at IS NOT NULL AND (i.id IS NULL OR i.closed_at IS NOT NULL)"
        ).fetchone()
    database.close()
    code, said, complaints = run(*ERASE, "--number", f"+62 {number[1:]}")
    assert (code, complaints) == (terminal.DONE, "")
    assert re.match(r"Personal values erased: \d+ calls, \d incidents, \d reminders or messages, ", said)
    assert number not in training.read_bytes().decode("utf-8", "replace")
    code, said, _ = run("verify", "--data-dir", "d", "--language", "en")
    assert code == terminal.DONE
    assert "Erased: the personal values of " in said
    assert run(*ERASE, "--number", number)[0] == terminal.WRONG
    assert run(*ERASE, "--call", str(UUID(call)))[0] == terminal.DONE
    assert run(*ERASE, "--number", "x")[0] == terminal.MISUSED
    with pytest.raises(SystemExit):
        run(*ERASE, "--call", "x")
    assert run(*ERASE[:-2], "--reason", " ", "--call", str(UUID(call)))[2] == (
        "Kulkul: the reason is missing or too long\n"
    )


async def _warned(file: Path) -> WarningEntry:
    """A warning of a place, with what it says."""
    store = open_file(file)
    desk = Desk(store, await store.read(lambda connection: sign_in(connection, "latihan", None)), new_id)
    made = await make_warning(desk, {"address": "Gg. Melur 5", "text": "anjing galak milik Pak Wayan Rejeng"})
    assert isinstance(made, Done)
    (found,) = await store.read(
        lambda connection: read_warnings(connection, TABLES["place_warning"].c.id == made.row)
    )
    await store.close()
    return found


async def _withdrawn(file: Path, warning: PlaceWarning) -> None:
    store = open_file(file)
    desk = Desk(store, await store.read(lambda connection: sign_in(connection, "latihan", None)), new_id)
    assert isinstance(await withdraw_warning(desk, warning), Done)
    await store.close()


def test_what_a_withdrawn_warning_said_is_erased_by_its_place(run: Run, training: Path) -> None:
    entry = asyncio.run(_warned(training))
    code, said, complaints = run(*ERASE, "--warning", "gang melur 5")
    assert (code, said) == (terminal.WRONG, "Personal values erased: 0 warnings\n")
    assert complaints == "Kulkul: 1 warnings still hold: withdraw them first (Ctrl+Shift+H)\n"
    asyncio.run(_withdrawn(training, entry.warning))
    code, said, complaints = run(*ERASE, "--warning", "gang melur 5")
    assert (code, said, complaints) == (terminal.DONE, "Personal values erased: 1 warnings\n", "")
    assert "Wayan Rejeng" not in training.read_bytes().decode("utf-8", "replace")
    assert run("verify", "--data-dir", "d")[0] == terminal.DONE
    assert run(*ERASE, "--warning", "Jl. Nangka")[:2] == (
        terminal.WRONG,
        "Personal values erased: 0 warnings\n",
    )
    assert run(*ERASE, "--warning", entry.id)[0] == terminal.DONE


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
        "Personal values erased: 0 calls, 0 incidents, 0 reminders or messages\n",
    )


@pytest.mark.usefixtures("training")
def test_verify_says_what_it_looks_at_and_what_not(run: Run) -> None:
    _, said, _ = run("verify", "--data-dir", "d", "--language", "en")
    looked, left = (line for line in said.splitlines() if "ooked at: " in line)
    assert looked.startswith("Looked at: every value of every row, ")
    assert left.startswith("Not looked at: operators' accounts, ")
    assert len(looked.split(", ")) == len(COVERS)
    assert len(left.split(", ")) == len(LEAVES_OUT)
