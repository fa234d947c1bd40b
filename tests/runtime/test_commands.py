"""Commands, as a person at a terminal meets them."""

import getpass
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.reference import Role
from desktop.runtime import i18n, terminal
from desktop.runtime.commands import doctor, exercise, verify
from desktop.runtime.machine import Screens
from desktop.runtime.opening import look_into
from desktop.runtime.paths import default_settings_file
from desktop.runtime.settings import Language
from desktop.store.making import VERSION_TABLE
from desktop.store.migrations import HEAD
from desktop.store.verify import Problem
from main import main

PASSWORD = "rahasia-sekali"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Path]:
    """Give each test folders of its own, and leave no language behind."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    i18n.install(qapp, Language.ENGLISH)


Run = Callable[..., tuple[int, str, str]]


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


@pytest.mark.parametrize("command", [("centre", "list"), ("doctor",), ()])
def test_settings_that_are_wrong_are_explained(run: Run, command: tuple[str, ...], place: Path) -> None:
    (place / "s.toml").write_text('city = "atlantis"\n\ntext_sise = 3\n')
    code, said, complaints = run(*command, "--settings", "s.toml", "--text-size", "500")
    expected = [
        "s.toml, baris 3: tidak ada pengaturan bernama text_sise",
        "s.toml, baris 1: city tidak bisa “atlantis”; pilih salah satu: denpasar, makassar",
        "argumen --text-size: text_size tidak bisa “500”; isi dengan bilangan bulat 100 sampai 175",
    ]
    told = said if command == ("doctor",) else complaints
    assert code == (terminal.WRONG if command == ("doctor",) else terminal.MISUSED)
    assert [line for line in expected if line not in told] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--theme", "x"), "argument --theme: theme cannot be “x”; expected is one of: night, day"),
        (
            ("--database", "x"),
            "database cannot be “x”; sqlite:/// and the path of a file, or postgresql://host/database",
        ),
        (("--database", "postgresql://a:b@h/p"), "leave the password out of database: others could read it"),
        (("--database", "postgresql://h/p?sslmode=prefer"), "sslmode may be verify-full"),
        (("--database", "postgresql://h/p?x=y"), "may stand: sslmode, sslrootcert, host, port"),
        (("--settings", "absent"), "absent: the settings file cannot be read"),
        (("--settings", "bad"), "bad, line 1: this is not TOML, as for example: city"),
    ],
)
def test_every_trouble_has_a_sentence(
    run: Run, arguments: tuple[str, ...], sentence: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "bad").write_text("city\n")
    assert sentence in run(*arguments, "--language", "en")[2]


def test_a_wrong_variable_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULKUL_CITTY", "denpasar")
    assert run("centre", "list")[2] == "Kulkul: variabel KULKUL_CITTY: tidak ada pengaturan ini\n"


def test_a_folder_that_cannot_be_written_is_named(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", PASSWORD)
    (place / "file").write_text("")
    code, _, complaints = run("centre", "new", "--database", "sqlite:///file/a", "--admin-name", "Ketut")
    assert code == 3
    assert f"{place / 'file'}" in complaints


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
    assert f"there is no database {centre}" in run(*words)[1]


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


def test_an_exercise_is_played_into_the_training_centre(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = Path(__file__).parents[2] / "resources" / "exercises" / "makassar.toml"
    words = ("exercise", str(evening), "--city", "makassar", "--data-dir", "d", "--language", "en")
    monkeypatch.setattr(exercise, "PROGRESS_S", 0.01)
    code, said, complaints = run(*words, "--speed", "max")
    assert (code, complaints) == (0, "")
    assert said.startswith("makassar: ")
    assert re.search(r"^\d+ played$", said, re.MULTILINE)
    assert "into the training centre of Makassar. Ctrl+C stops." in said
    assert " played: CallTaken " in said
    assert "not possible" not in said


def test_verify_finds_nothing_in_a_sound_centre_and_names_what_is_not(run: Run, training: Path) -> None:
    words = ("verify", "--data-dir", "d", "--language", "en")
    code, said, complaints = run(*words)
    assert (code, complaints) == (0, "")
    assert re.match(rf"{training}: \d+ acts applied again, \d+ rows compared\nLooked at: ", said)
    assert said.endswith("The state is what the journal says.\n")

    with sqlite3.connect(training) as database:
        (incident,) = database.execute("SELECT id FROM incident ORDER BY id LIMIT 1").fetchone()
        database.execute("UPDATE incident SET people_hurt = 77 WHERE id = ?", [incident])
    database.close()
    code, said, _ = run(*words)
    assert code == terminal.WRONG
    assert f"{UUID(incident)} (people_hurt): the row is not as its acts made it" in said
    assert said.endswith("The state is not what the journal says: 1 places\n")


def test_verify_has_words_for_all_that_can_be_found() -> None:
    named = re.findall(r"`(\w+)`", str(Problem.__doc__))
    assert named[0] == "code"
    assert len({verify._what(code) for code in named[1:]}) == len(named) - 1 == 12


def test_an_exercise_is_never_played_into_a_real_centre(run: Run, centre: Path) -> None:
    evening = Path(__file__).parents[2] / "resources" / "exercises" / "denpasar.toml"
    before = centre.read_bytes()
    code, _, complaints = run("exercise", str(evening), "--database", "sqlite:///pusat.sqlite")
    assert code == terminal.MISUSED
    assert "denpasar.toml: ini pusat sungguhan" in complaints
    assert centre.read_bytes() == before


@pytest.mark.usefixtures("training")
def test_what_is_wrong_with_an_exercise_is_told_with_its_line(run: Run, place: Path) -> None:
    (place / "bad.toml").write_text('city = "denpasar"\nopening = "05:00:00"\nstart = "soon"\n')
    code, _, complaints = run("exercise", "bad.toml", "--data-dir", "d")
    assert (code, "bad.toml:3: “soon” tidak diawali waktu" in complaints) == (terminal.MISUSED, True)
    assert "absent.toml: berkas tidak ada" in run("exercise", "absent.toml", "--data-dir", "d")[2]
