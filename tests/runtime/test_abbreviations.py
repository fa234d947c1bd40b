"""Abbreviations on the workstation: each operator's own, kept from desk to desk."""

from pathlib import Path

from desktop.runtime.abbreviations import Abbreviations


def test_each_operator_has_his_own_and_they_outlive_the_desk(tmp_path: Path) -> None:
    file = tmp_path / "abbreviations" / "centre.json"
    made, other = Abbreviations(file, "made"), Abbreviations(file, "wayan")
    made.keep("k1", "kirim dam1, a1 ke")
    other.keep("k1", "catat .;")
    made.keep("pp", "pesan semua;")
    made.keep("k1", "")
    assert Abbreviations(file, "made").known == made.known == {"pp": "pesan semua;"}
    assert Abbreviations(file, "wayan").known == {"k1": "catat .;"}


def test_a_file_that_is_no_such_file_keeps_nobody_from_working(tmp_path: Path) -> None:
    file = tmp_path / "centre.json"
    file.write_text("[", encoding="utf-8")
    made = Abbreviations(file, "made")
    assert made.known == {}
    made.keep("k1", "kirim dam1")
    assert Abbreviations(file, "made").known == {"k1": "kirim dam1"}
    alone = Abbreviations()
    alone.keep("a", "catat")
    alone.keep("b", "catat")
    assert set(alone.known) == {"a", "b"}
