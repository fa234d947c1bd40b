"""What the doctor says."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.runtime import terminal
from desktop.runtime.commands import doctor
from desktop.runtime.machine import Screens
from desktop.runtime.paths import default_settings_file
from desktop.store.making import VERSION_TABLE
from desktop.store.migrations import HEAD
from tests.runtime.at_terminal.running import Run


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the doctor a machine with which nothing is wrong."""
    found = Screens("xcb", ("1366×768",), True, "Inter")
    monkeypatch.setattr(doctor, "screens", lambda _font: found)
    monkeypatch.setattr(doctor, "clock_is_synchronised", lambda: True)
    monkeypatch.setattr(doctor, "DISK_MIN_GB", 0.0)


@pytest.mark.usefixtures("machine")
def test_the_doctor_says_what_is_in_force_and_from_where(
    run: Run, centre: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULKUL_THEME", "day")
    code, said, complaints = run("doctor", "--language", "en", "--database", "sqlite:///pusat.sqlite")
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert (code, complaints) == (0, "")
    for expected in (
        f"settings no settings file ({default_settings_file()} is not there)",
        "city denpasar (not set)",
        "theme day (variable KULKUL_THEME)",
        f"database sqlite:///{centre} (argument --database)",
        "display xcb: 1366×768",
        "font Inter",
        f"database {centre}: centre of Denpasar",
        f"database schema {int(HEAD)}, 1 acts",
        "Nothing is wrong.",
    ):
        assert expected in lines


@pytest.mark.usefixtures("machine")
def test_the_doctor_looks_at_a_training_centre_that_is_not_made_yet(run: Run, place: Path) -> None:
    code, said, _ = run("doctor", "--data-dir", "d")
    assert code == 0
    assert f"{place / 'd' / 'training-denpasar.sqlite'} dibuat saat meja pertama kali dibuka" in said
    assert not (place / "d").exists()


def _ill_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "screens", lambda _font: Screens(trouble="could not connect to display"))
    monkeypatch.setattr(doctor, "clock_is_synchronised", lambda: False)
    monkeypatch.setattr(doctor, "DISK_MIN_GB", 1e9)
    monkeypatch.setattr(doctor, "_is_writable", lambda _folder: False)


def test_the_doctor_marks_what_is_wrong(run: Run, centre: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _ill_machine(monkeypatch)
    with sqlite3.connect(centre) as database:
        ahead = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M:%S.000000")
        database.execute("UPDATE act SET recorded_at = ?", [ahead])
    database.close()
    code, said, _ = run("doctor", "--language", "en", "--database", "sqlite:///pusat.sqlite")
    wrong = [line for line in said.splitlines() if line.startswith("!!")]
    assert code == terminal.WRONG
    for sentence in (
        "no window can be opened: could not connect to display",
        "this machine's clock is behind",
        "GB free for",
        "cannot be written",
        "not kept by a time server",
    ):
        assert [line for line in wrong if sentence in line], sentence
    assert said.splitlines()[-1] == f"Marked with !!: {len(wrong)} to put right"


@pytest.mark.usefixtures("machine")
def test_the_doctor_tells_what_is_wrong_with_a_database(
    run: Run, centre: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("doctor", "--language", "en", "--database", "sqlite:///pusat.sqlite")
    with sqlite3.connect(centre) as database:
        database.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    database.close()
    code, said, _ = run(*words)
    assert code == terminal.WRONG
    assert f"!! database         {centre}: this database was made by a newer Kulkul (schema 9999)" in said
    centre.unlink()
    assert f"there is no database {centre}; make a centre with: centre new" in run(*words)[1]


@pytest.mark.usefixtures("machine")
def test_a_font_or_time_server_that_cannot_be_found_is_no_fault(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "screens", lambda _font: Screens("xcb", ("800×600",), False, "DejaVu Sans"))
    monkeypatch.setattr(doctor, "clock_is_synchronised", lambda: None)
    code, said, _ = run("doctor", "--language", "en")
    assert code == 0
    assert "Inter is not installed, DejaVu Sans is used" in said
    assert "whether a time server keeps it cannot be asked here" in said


def test_the_machine_is_really_asked() -> None:
    from desktop.runtime.machine import clock_is_synchronised, screens

    found = screens("No Such Font")
    assert (found.platform, found.has_font, found.trouble) == ("offscreen", False, "")
    assert found.sizes
    assert found.font_used
    os.environ["QT_QPA_PLATFORM"] = "no-such-platform"
    try:
        assert "no-such-platform" in screens("Inter").trouble
    finally:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    assert clock_is_synchronised() in {True, False, None}
