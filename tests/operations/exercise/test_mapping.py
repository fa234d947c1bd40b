"""Mappings: ours fits, and a wrong one is told with line and cure."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop.operations.exercise.load import exercise_folder
from desktop.operations.exercise.mapping import Clocks, Words, read_mapping
from desktop.operations.exercise.problems import ExerciseError
from tests.operations.exercise.rig import CITIES, pack_of

GOOD = """\
name = "elsewhere"
[columns]
call = "Id"
priority = ["First", "Last"]
[times]
received = ["Date", "Time"]
format = "%d/%m/%Y %H.%M"
[priorities]
"1" = "P1"
"""


def test_ours_names_only_what_both_cities_have() -> None:
    mapping = read_mapping(exercise_folder() / "mappings" / "sffd.toml")
    for pack in map(pack_of, CITIES):
        assert set(mapping.categories.exact.values()) <= {one.id for one in pack.categories}
        assert set(mapping.outcomes.exact.values()) <= {one.id for one in pack.outcomes}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"elsewhere"', '"Else where"', ("bad_value", 1)),
        ('call = "Id"\n', "", ("missing", 2)),
        ('received = ["Date", "Time"]\n', "", ("missing", 5)),
        ('["First", "Last"]', "[1.5]", ("bad_value", 4)),
        ("format", "zone = 'Mars/Base'\nformat", ("bad_value", 7)),
        ("format", "forms", ("unknown_key", 7)),
        ('"P1"', '"high"', ("bad_value", 9)),
        ('"P1"', "P1", ("bad_toml", 0)),
    ],
)
def test_an_error_has_its_line(tmp_path: Path, old: str, new: str, expected: tuple[str, int]) -> None:
    path = tmp_path / "elsewhere.toml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ExerciseError) as caught:
        read_mapping(path)
    assert expected in [(one.code, one.line) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("%m/%d/%Y %I:%M:%S %p", "04/08/2020 12:00:00 AM", "2020-04-08T00:00:00"),
        ("%m/%d/%Y %I:%M:%S %p", "04/08/2020 12:05:00 PM", "2020-04-08T12:05:00"),
        ("%d/%m/%Y %H.%M", "08/04/2020 23.59", "2020-04-08T23:59:00"),
        ("iso", "2020-04-08T07:05:09", "2020-04-08T07:05:09"),
        ("iso", "2020-04-08 07:05:09.250", "2020-04-08T07:05:09.250000"),
        ("iso", "2020-04-08T07:05:09Z", "2020-04-08T00:05:09"),
        ("iso", "2020-04-08 07:05:09 UTC", "2020-04-08T00:05:09"),
        ("iso", "2020-04-08T07:05:09-04:00", "2020-04-08T04:05:09"),
        ("epoch", "1586329509", "2020-04-08T00:05:09"),
        ("epoch_ms", "1586329509000", "2020-04-08T00:05:09"),
    ],
)
def test_times_are_what_the_citys_clocks_showed(form: str, text: str, expected: str) -> None:
    assert Clocks((form,), ZoneInfo("America/Los_Angeles")).read(text).isoformat() == expected


def test_formats_are_tried_one_after_another() -> None:
    clocks = Clocks(("%d/%m/%Y", "iso"), None)
    assert clocks.read("08/04/2020") == clocks.read("2020-04-08")
    with pytest.raises(ValueError, match="yesterday"):
        clocks.read("yesterday")


def test_words_are_found_whatever_their_case_and_by_patterns() -> None:
    words = Words.of({"Fire": "fire", "Med*": "sick", "*": "other"})
    assert [words.find(word) for word in ("FIRE ", "medical aid", "flood")] == ["fire", "sick", "other"]
    assert Words.of({"Fire": "fire"}).find("flood") is None
