"""Another city's calls replayed: who is sent, what is missing and until when, of a few made-up calls."""

from pathlib import Path

import pytest

from benchmarks import replay
from benchmarks.laid_calls import lay, read_records, thinned
from benchmarks.replayed import Found, Ways
from desktop.operations.exercise.mapping import read_mapping
from desktop.operations.packs import pack_folder, read_pack

PACK, MAPPING = read_pack(pack_folder("denpasar")), read_mapping(replay.MAPPING)
HEAD = (
    "Call Number,Unit ID,Unit Type,Call Type,Original Priority,Priority,Call Final Disposition,Address,"
    "Neighborhooods - Analysis Boundaries,Zipcode of Incident,Location,Received DtTm,Entry DtTm,"
    "Dispatch DtTm,Response DtTm,On Scene DtTm,Transport DtTm,Hospital DtTm,Available DtTm\n"
)


def _line(call: int, kind: str, unit: str) -> str:
    """Received at ten and so many seconds; two minutes of turnout, then half an hour at the scene."""
    times = ("10:00:", "10:00:", "10:01:", "10:03:", "10:10:", "", "", "10:40:")
    at = ",".join(f"01/05/2026 {one}{call:02} AM" if one else "" for one in times)
    return f"{call},{unit}{call},{unit},{kind},3,3,Fire,{call} MADE UP ST,Here,1,,{at}\n"


def _file(folder: Path, *lines: str) -> Path:
    file = folder / "calls.csv"
    file.write_text(HEAD + "".join(lines))
    return file


def _run(file: Path, *, plans_on: bool = True) -> Found:
    calls, usual = lay(read_records(file, MAPPING), MAPPING, PACK, 1)
    return replay.run(calls, usual, PACK, Ways(None), plans_on=plans_on)


def test_who_is_missing_comes_when_another_is_free(tmp_path: Path) -> None:
    sick = [_line(call, "Medical Incident", "MEDIC") for call in range(4)]
    file = _file(tmp_path, *sick, _line(4, "Other", "ENGINE"), _line(5, "Electrical Hazard", "ENGINE"))
    found = _run(file)
    assert (found.calls, found.unplanned, found.telling) == (6, 1, 1)
    assert (found.covered, found.partly) == (3, 0)  # the city has three ambulances
    assert found.gaps == {("ambulance", "none_free"): 1}
    assert (found.never, len(found.late)) == (0, 1)
    assert 32 < found.late[0] < 60  # turnout, the way, and half an hour there
    again = _run(file)
    assert (again.chosen, again.late) == (found.chosen, found.late)


def test_a_crew_that_is_too_small_goes_only_where_no_plan_holds(tmp_path: Path) -> None:
    lines = [_line(call, "Structure Fire", "ENGINE") for call in range(5)]
    planned, plain = (_run(_file(tmp_path, *lines), plans_on=on) for on in (True, False))
    assert planned.small_crews == 0
    assert planned.gaps["engine", "crew_too_small"] > 0  # Damkar 2 has two people
    assert plain.small_crews == 1
    assert plain.gaps["engine", "none_free"] > 0


def test_a_part_of_the_calls_is_drawn_alike_each_time(tmp_path: Path) -> None:
    file = _file(tmp_path, *(_line(call, "Medical Incident", "MEDIC") for call in range(50)))
    calls, _ = lay(read_records(file, MAPPING), MAPPING, PACK, 1)
    some = thinned(calls, 0.2, 3)
    assert some == thinned(calls, 0.2, 3)
    assert 2 < len(some) < 25


def test_it_is_told_on_a_grid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _file(tmp_path, _line(0, "Medical Incident", "MEDIC"), _line(1, "Vehicle Fire", "ENGINE"))
    assert replay.main([f"--calls={file}", "--share=1"]) == 0
    said = capsys.readouterr().out
    assert "all 2 calls, as recommended" in said
    assert "all found at once 2 (100.0%)" in said
