"""Response plans at a terminal: shown as a table, brought in again, in force at once, and in the journal."""

from pathlib import Path

from desktop.runtime import terminal
from tests.runtime.test_command_rule import Run, run

__all__ = ["run"]

PLANS = ("centre", "plans", "--operator", "latihan")


def test_plans_are_shown_changed_withdrawn_and_brought_back(run: Run, tmp_path: Path) -> None:
    code, shown, _ = run(command=PLANS)
    assert code == terminal.DONE
    lines = shown.splitlines()
    of_place = "hours,address,latitude,longitude,radius,confirms"
    assert lines[0] == f"code,category,priority,area,level,needs,tell,minutes,source,{of_place}"
    file = tmp_path / "own.csv"
    file.write_text(shown, encoding="utf-8")
    assert run(str(file), command=PLANS)[1] == "just these plans hold already\n"

    own = [line for line in lines if not line.startswith("fire-building-2")]
    own = [line.replace("engine:2/3 ambulance:1", "engine:3/3") for line in own]
    file.write_text("\n".join([*own, "own,septic,,,1,,KECAMATAN,60,ours,,,,,,"]), encoding="utf-8")
    assert run(str(file), command=PLANS)[1].startswith("1 new, 1 changed, 1 withdrawn")
    now = run(command=PLANS)[1]
    assert "fire-building-2" not in now
    assert "engine:3/3" in now
    assert run("--from-pack", command=PLANS)[1].startswith("0 new, 2 changed, 1 withdrawn")
    assert sorted(run(command=PLANS)[1].splitlines()) == sorted(lines)
    tried = run("--try", command=PLANS)[1]
    assert "incidents · as planned" in tried
    assert run(command=("verify",))[0] == terminal.DONE


def test_a_table_that_cannot_be_used_is_refused_line_by_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    heading = "code,category,priority,area,level,needs,tell,minutes,source"
    file.write_text(f"{heading}\nx,fire_building,,,1,engin:1,,20,ours\n", encoding="utf-8")
    code, _, complaint = run(str(file), command=PLANS)
    assert code == terminal.WRONG
    assert "own.csv" in complaint
    assert "engin:1" in complaint
