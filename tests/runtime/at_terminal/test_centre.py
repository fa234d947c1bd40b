"""Making centres and their operators, as a person at a terminal meets it."""

import sqlite3
from pathlib import Path

import pytest

from desktop.domain.reference import Role
from desktop.runtime import terminal
from desktop.runtime.opening import look_into
from tests.runtime.at_terminal.running import PASSWORD, Run


def test_a_centre_is_made_with_its_administrator_and_a_plain_warning(
    run: Run, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", PASSWORD)
    code, said, complaints = run(
        "centre", "new", "--database", "sqlite:///pusat.sqlite", "--admin-name", "Ketut Rai"
    )
    assert (code, complaints) == (0, "")
    assert f"Pusat layanan Denpasar sudah dibuat: {place / 'pusat.sqlite'}" in said
    assert "Administrator masuk sebagai admin." in said
    assert "tidak dapat membatasi pemiliknya" in said
    facts = look_into(place / "pusat.sqlite")
    assert not facts.centre.training
    assert [(one.login, one.name, one.roles) for one in facts.operators] == [
        ("admin", "Ketut Rai", frozenset({Role.ADMINISTRATOR}))
    ]
    assert PASSWORD.encode() not in (place / "pusat.sqlite").read_bytes()
    with sqlite3.connect(place / "pusat.sqlite") as found:
        (kept,) = found.execute("SELECT password_hash FROM operator").fetchone()
    found.close()
    assert kept.startswith("$argon2id$")


def test_name_and_password_are_asked_for_until_they_will_do(run: Run, typed: list[str], place: Path) -> None:
    typed += ["", "  Ketut  ", "short", PASSWORD, "another-one", PASSWORD, PASSWORD]
    code, said, complaints = run("centre", "new", "--database", "sqlite:///a", "--language", "en")
    assert (code, typed) == (0, [])
    assert "a password has at least 8 characters" in complaints
    assert "the two are not the same" in complaints
    assert "The centre of Denpasar is made" in said
    assert look_into(place / "a").operators[0].name == "Ketut"


def test_without_a_terminal_it_says_how_to_give_what_it_needs(
    run: Run, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    new = ("centre", "new", "--language", "en")
    where = "say in which file or on which server: --database sqlite:///… or postgresql://…"
    assert run(*new) == (2, "", f"Kulkul: {where}\n")
    assert run(*new, "--database", "sqlite:///a")[2].endswith("give --admin-name\n")
    named = (*new, "--database", "sqlite:///a", "--admin-name", "Ketut")
    assert run(*named)[2].endswith("set KULKUL_ADMIN_PASSWORD\n")
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", "short")
    assert run(*named)[2] == "Kulkul: KULKUL_ADMIN_PASSWORD: a password has at least 8 characters\n"
    assert not (place / "a").exists()


def test_ctrl_c_at_a_question_changes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    def interrupt(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(terminal, "_need_a_person", lambda _how: None)
    monkeypatch.setattr("builtins.input", interrupt)
    assert run("centre", "new", "--database", "sqlite:///a")[0] == terminal.INTERRUPTED
    assert not (place / "a").exists()


def test_a_centre_is_not_made_twice(run: Run, centre: Path) -> None:
    before = centre.read_bytes()
    code, _, complaints = run("centre", "new", "--database", "sqlite:///pusat.sqlite", "--admin-name", "Made")
    assert (code, complaints) == (3, f"Kulkul: {centre} sudah ada; tidak ada yang diubah\n")
    assert centre.read_bytes() == before


def test_an_operator_is_let_in_with_several_roles(
    run: Run, centre: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULKUL_OPERATOR_PASSWORD", "kata-sandi-made")
    words = [
        "centre",
        "add-operator",
        "--database",
        "sqlite:///pusat.sqlite",
        "--login",
        "made",
        "--name",
        "Made S.",
    ]
    words += ["--role", "call_taker", "--role", "dispatcher"]
    assert run(*words)[:2] == (0, "Made S. dapat masuk di Denpasar sebagai made: call_taker, dispatcher\n")
    assert run(*words) == (3, "", "Kulkul: made sudah ada; tidak ada yang diubah\n")
    _, said, _ = run("centre", "list", "--database", "sqlite:///pusat.sqlite")
    assert said.splitlines() == [
        f"{centre}: pusat layanan Denpasar",
        "    admin            Ketut (administrator)",
        "    made             Made S. (call_taker, dispatcher)",
    ]


def test_in_a_training_centre_nobody_needs_a_password(run: Run, training: Path) -> None:
    words = ("--data-dir", "d", "--login", "siswa", "--name", "Siswa", "--role", "dispatcher")
    assert run("centre", "add-operator", *words)[0] == 0
    _, said, _ = run("centre", "list", "--data-dir", "d", "--language", "en")
    assert said.splitlines()[0] == f"{training}: training centre of Denpasar"
    assert "    siswa            Siswa (dispatcher)" in said.splitlines()


def test_what_is_no_centre_is_said_of_each_file(run: Run, place: Path) -> None:
    assert run("centre", "list", "--data-dir", "d")[1] == f"Belum ada pusat layanan di {place / 'd'}.\n"
    (place / "d").mkdir()
    (place / "d" / "broken.sqlite").write_text("no database at all, but long enough to be looked at " * 50)
    sqlite3.connect(place / "d" / "other.sqlite").close()
    (place / "d" / "other.sqlite").touch()
    code, said, _ = run("centre", "list", "--data-dir", "d", "--language", "en")
    assert code == 0
    assert "broken.sqlite: the database is damaged" in said
    assert "other.sqlite: this is not the database of a centre" in said
