"""Exercises that are played and journals that are verified at a terminal."""

import re
import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from desktop.runtime import terminal, training
from desktop.runtime.commands import exercise, verify
from desktop.store.verify import Problem
from tests.runtime.at_terminal.running import Run


def test_an_exercise_is_played_into_the_training_centre(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "evening_of", lambda _pack: None)  # nothing else goes on in it
    written = Path(__file__).parents[3] / "resources" / "exercises" / "makassar.toml"
    evening = place / "junk.toml"
    evening.write_text(written.read_text(encoding="utf-8").partition("\n[[")[0], encoding="utf-8")
    words = ("exercise", str(evening), "--city", "makassar", "--data-dir", "d", "--language", "en")
    monkeypatch.setattr(exercise, "PROGRESS_S", 0.01)
    code, said, complaints = run(*words, "--speed", "max")
    assert (code, complaints) == (0, "")
    assert said.startswith("junk: ")
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
    evening = Path(__file__).parents[3] / "resources" / "exercises" / "denpasar.toml"
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
