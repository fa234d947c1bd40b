"""Written exercises: read whole, or refused with every error, its line and its cure."""

from pathlib import Path

import pytest

from desktop.operations.exercise.problems import ExerciseError
from desktop.operations.exercise.reader import read_evening
from tests.operations.exercise.rig import kinds, pack_of

GOOD = """\
city = "denpasar"
opening = "05:00:00"
start = "21:00:00"
junk = ["20:01:00 silent - 5s"]

[[incident]]
name = "ular"
category = "animal"
area = "Renon"
calls = [
  { at = "20:00:00", ring = 3, number = "0812-0000-0001", says = "ular", until = "20:02:00" },
  { at = "20:03:00", by = "radio", joined = "20:03:30" },
]
opened = "20:01:00"
timeline = ["20:05:00 assign Damkar 9"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "latihan.toml"


def problems(path: Path, text: str) -> list[tuple[str, int]]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExerciseError) as caught:
        read_evening(path, pack_of("denpasar"))
    return [(one.code, one.line) for one in caught.value.problems]


def test_events_come_in_the_order_of_time(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    exercise = read_evening(path, pack_of("denpasar"))
    assert kinds(exercise) == [
        *("CallTaken", "CallTaken", "IncidentOpened", "CallEnded", "CallFinished"),
        *("CallTaken", "CallJoined", "UnitsAssigned"),
    ]
    assert exercise.name == "latihan"
    assert exercise.first_day is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"animal"', '"animals"', ("unknown", 7)),
        ('"Renon"', '"Renom"', ("unknown", 7)),
        ("assign Damkar 9", "assign Damkar 11", ("unknown", 15)),
        ('"20:01:00"\ntimeline', '"19:01:00"\ntimeline', ("before_call", 7)),
        ('until = "20:02:00"', 'until = "20:00:30"', ("ends_early", 11)),
        ('joined = "20:03:30"', "ring = 2", ("missing", 0)),
        ('name = "ular"\n', "", ("missing", 6)),
        ("category", "kategori", ("unknown_key", 7)),
        ('by = "radio"', 'by = "pigeon"', ("bad_value", 7)),
        ('junk = ["20:01:00 silent - 5s"]', 'junk = "none"', ("bad_value", 4)),
        ('start = "21:00:00"\n', "", ("missing", 0)),
        ('"denpasar"', '"makassar"', ("other_city", 1)),
        ('"05:00:00"', "05:00:00 am", ("bad_toml", 0)),
    ],
)
def test_an_error_has_its_line(path: Path, old: str, new: str, expected: tuple[str, int]) -> None:
    assert old in GOOD
    assert expected in problems(path, GOOD.replace(old, new, 1))


def test_all_errors_are_told(path: Path) -> None:
    text = GOOD.replace('"animal"', '"animals"').replace("20:05:00 assign", "20:05 assign")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExerciseError) as caught:
        read_evening(path, pack_of("denpasar"))
    first, second = str(caught.value).splitlines()
    assert first.startswith("latihan.toml:7: unknown what='category' value='animals' city='denpasar' known=")
    assert second == "latihan.toml:15: bad_time value='20:05 assign Damkar 9'"


def test_two_incidents_of_one_name(path: Path) -> None:
    twice = GOOD + GOOD[GOOD.index("\n[[incident]]") :]
    assert ("name_again", 7) in problems(path, twice)


def test_no_file(path: Path) -> None:
    with pytest.raises(ExerciseError, match="file_missing"):
        read_evening(path, pack_of("denpasar"))
