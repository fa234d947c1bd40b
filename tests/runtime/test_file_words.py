"""What is wrong with a city's files or an exercise, in words: all of it, with its cure, in both languages."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.operations.exercise.mapping import read_mapping
from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem
from desktop.operations.packs import PackError, PackProblem
from desktop.proposals.problems import LexiconError, LexiconProblem
from desktop.runtime import i18n
from desktop.runtime.commands import file_words
from desktop.runtime.commands.file_words import (
    of_exercise,
    of_exercise_problem,
    of_lexicon,
    of_pack,
    of_pack_problem,
)
from desktop.runtime.settings import Language

OPERATIONS = Path(__file__).parents[2] / "desktop" / "operations"
_PACK_CODE = re.compile(r"(?:problems\.add\(\s*|Fault\(\"\w+\", )\"(\w+)\"")
_EXERCISE_CODE = re.compile(
    r"(?:ExerciseProblem|BadLineError|self\._problem|self\._add)\(\s*\"(\w+)\"",
)


def _codes(pattern: re.Pattern[str], *places: str) -> set[str]:
    files = [path for place in places for path in OPERATIONS.glob(place)]
    return {code for path in files for code in pattern.findall(path.read_text("utf-8"))}


def test_every_code_of_a_pack_has_words_and_no_other() -> None:
    codes = _codes(_PACK_CODE, "packs*.py")
    assert codes == set(file_words.pack_texts())
    assert {"unknown_station", "bad_setting"} <= codes


def test_every_code_of_a_lexicon_has_words_and_no_other() -> None:
    source = (OPERATIONS.parent / "proposals" / "reading.py").read_text("utf-8")
    assert set(re.findall(r"(?:LexiconProblem|self\._add)\(\s*\"(\w+)\"", source)) == set(
        file_words.lexicon_texts()
    )


def test_what_is_wrong_with_a_lexicon_is_said() -> None:
    error = LexiconError(
        [LexiconProblem("unknown_group", "lexicon/fire.toml", 0, {"value": "@x", "key": "a @x"})]
    )
    assert of_lexicon(error) == [
        "lexicon/fire.toml: there is no group “@x”, used in “a @x”: add it below [groups], or write a word "
        "without @"
    ]


def test_every_code_of_an_exercise_has_words_and_no_other() -> None:
    codes = _codes(_EXERCISE_CODE, "exercise/*.py")
    assert codes == set(file_words.exercise_texts())
    assert {"bad_value", "no_mapping", "bad_time"} <= codes


def test_every_thing_and_form_that_is_wanted_has_words() -> None:
    text = "\n".join(path.read_text("utf-8") for path in (OPERATIONS / "exercise").glob("*.py"))
    wanted = {
        *re.findall(r'wanted="(\w+)"', text),
        *re.findall(r'self\._bad\([^"\n]*"?\w*"?, [^"\n]*, "(\w+)"', text),
    }
    assert wanted >= {"choice", "whole_number", "lines"}
    for one in wanted:
        assert file_words._wanted(one)
    for thing in re.findall(r'city\.find\("(\w+)"', text):
        assert file_words._thing(thing)


def test_a_faulty_pack_is_told_with_cures() -> None:
    problems = (
        PackProblem("bad_choice", "units.csv", 2, {"column": "type", "value": "x", "known": "engine, boat"}),
        PackProblem(
            "bad_choice",
            "agencies.csv",
            3,
            {"column": "own", "value": "x", "known": "yes", "or_nothing": True},
        ),
        PackProblem("file_missing", "hospitals.csv", 0),
        PackProblem(
            "bad_number", "units.csv", 4, {"column": "n", "value": "x", "whole": True, "low": 0, "high": 9}
        ),
        PackProblem("bad_setting", "centre.toml", 3, {"key": "letters", "value": "Dps"}),
    )
    assert of_pack(PackError(Path("/x/denpasar"), problems)).splitlines() == [
        "city pack denpasar:",
        "  units.csv:2: type is “x”: use one of: engine, boat",
        "  agencies.csv:3: own is “x”: use one of: yes, or nothing",
        "  hospitals.csv: the file is missing: add it; resources/cities/README.md says what it holds",
        "  units.csv:4: n is “x”: write a whole number from 0 to 9",
        "  centre.toml:3: letters is “Dps”: use two capital letters",
    ]


def test_a_faulty_exercise_is_told_with_cures() -> None:
    known = {"what": "unit", "value": "A9", "city": "denpasar", "known": "A1, A2"}
    hurt = {"key": "hurt", "value": "some", "wanted": "whole_number"}
    problems = (
        ExerciseProblem("unknown", "a.toml", 12, known),
        ExerciseProblem("bad_value", "a.toml", 0, hurt),
        ExerciseProblem("no_calls", "a.toml", 4, {"value": "fire"}),
    )
    assert of_exercise(ExerciseError(problems)) == [
        "a.toml:12: there is no unit “A9” in denpasar: use one of the city's: A1, A2",
        "a.toml: hurt is “some”: write a whole number",
        "a.toml:4: “fire” has no call: add calls = [{ at = …, number = …, name = …, says = … }]",
    ]


def test_a_faulty_mapping_is_told_with_cures(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text('name = "Else where"\n[priorities]\na = "high"\n')
    with pytest.raises(ExerciseError) as caught:
        read_mapping(path)
    told = of_exercise(caught.value)
    assert any("name is “Else where”: write 1 to 20 small letters" in one for one in told)
    assert any("a is “high”: write one of: P1, P2" in one for one in told)


def test_in_indonesian_too(qapp: QApplication) -> None:
    i18n.install(qapp, Language.INDONESIAN)
    try:
        told = of_pack_problem(PackProblem("unknown_station", "units.csv", 2, {"value": "indku"}))
        other = of_exercise_problem(ExerciseProblem("not_training", "a.toml"))
    finally:
        i18n.install(qapp, Language.ENGLISH)
    assert told.startswith("units.csv:2: tidak ada pos “indku”: ")
    assert other.startswith("a.toml: ")
    assert "real" not in other
