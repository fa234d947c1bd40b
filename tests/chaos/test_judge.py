"""The judge of the chaos run finds what it is there to find."""

import json
from pathlib import Path
from typing import Any

from tests.chaos.judge import Told, confirmed, double_bookings, idle, numbers
from tests.chaos.record import Record


def _told(tmp_path: Path, *lines: dict[str, Any]) -> Told:
    record = Record(tmp_path / "record.jsonl")
    for line in lines:
        record.write(**line)
    with (tmp_path / "record.jsonl").open("a") as file:
        file.write('{"confirmed": "cut off by a ki')
    return Told([tmp_path / "record.jsonl"])


def _line(act: str, note: str | None = None, **given: list[object]) -> dict[str, Any]:
    about = {"kind": "note.added", "author": "ani", "note": note, "numbers": given, "again": False}
    return {"confirmed": act, **about}


def _act(act: str, kind: str = "note.added", note: str | None = None, *changes: object) -> dict[str, Any]:
    return {"id": act, "kind": kind, "author": "ani", "note": note, "changes": json.dumps(changes)}


def test_a_lost_act_another_and_one_that_is_there_twice(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        _line("lost"),
        _line("waits"),
        _line("other"),
        _line("twice", "Asap"),
        _line("fine"),
        {"refused": "refused", "kind": "note.added", "code": "changed"},
        {"waiting": ["waits"]},
    )
    acts = [
        _act("other", "call.taken"),
        _act("twice", note="Asap"),
        _act("x", note="Asap"),
        _act("fine"),
        _act("refused"),
    ]
    found = " ".join(confirmed(told, acts))
    assert [word in found for word in ("lost", "other", "twice", "refused act", "waits", "fine")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_run_in_which_nothing_was_done(tmp_path: Path) -> None:
    told = _told(tmp_path, _line("1"), _line("2"))
    assert [list(idle(told, desks)) != [] for desks in (1, 2, 3)] == [False, False, True]


def test_a_number_that_leads_elsewhere_or_was_given_twice(tmp_path: Path) -> None:
    day = "2026-11-24"
    told = _told(tmp_path, _line("1", i1=[day, 1]), _line("2", i2=[day, 1]), _line("3", i3=[day, 3]))
    there = {"i1": {"DP 261124-001"}, "i2": {"DP 261124-001"}, "i3": {"DP 261124-004"}}
    assert len(list(numbers(told, there))) == 2
    (tmp_path / "fine").mkdir()
    assert not list(numbers(_told(tmp_path / "fine", _line("1", i1=[day, 1])), there))


def test_a_unit_with_two_running_assignments() -> None:
    def change(op: str, row: str, **values: object) -> dict[str, object]:
        return {"table": "assignment", "op": op, "row": row, "values": values}

    sent = _act("1", "unit.assigned", None, change("insert", "a1", unit="E1"))
    diverted = _act("2", "unit.diverted", None, change("insert", "a2", unit="E1"), change("update", "a1"))
    again = _act("3", "unit.assigned", None, change("insert", "a3", unit="E1"))
    assert not list(double_bookings([sent, diverted]))
    assert len(list(double_bookings([sent, diverted, again]))) == 1
