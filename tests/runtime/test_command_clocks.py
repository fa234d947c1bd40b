"""Clocks at a terminal: shown as a table, brought in again, withdrawn, and the general one holds instead."""

from pathlib import Path

from desktop.runtime import terminal
from tests.runtime.test_command_rule import Run, run

__all__ = ["run"]

CLOCKS = ("centre", "clocks", "--operator", "latihan")


def test_clocks_are_shown_changed_withdrawn_and_brought_back(run: Run, tmp_path: Path) -> None:
    code, shown, _ = run(command=CLOCKS)
    assert code == terminal.DONE
    lines = shown.splitlines()
    assert lines[0] == "code,clock,category,priority,warn,alarm,source"
    own = [line for line in lines if not line.startswith("welfare-gas")]
    own = [
        line.replace("first-unit-p1,first_unit,,P1,60,120", "first-unit-p1,first_unit,,P1,30,60")
        for line in own
    ]
    file = tmp_path / "own.csv"
    file.write_text("\n".join([*own, "welfare-power,welfare,power,,900,1800,ours"]), encoding="utf-8")
    assert run(str(file), command=CLOCKS)[1].startswith("1 new, 1 changed, 1 withdrawn")
    assert run(str(file), command=CLOCKS)[1] == "just these clocks hold already\n"
    now = run(command=CLOCKS)[1]
    assert "welfare-gas" not in now
    assert "P1,30,60" in now
    assert run("--from-pack", command=CLOCKS)[1].startswith("0 new, 2 changed, 1 withdrawn")
    assert sorted(run(command=CLOCKS)[1].splitlines()) == sorted(lines)
    file.write_text(
        "code,clock,category,priority,warn,alarm,source\nx,done,nothing,,9,8,ours", encoding="utf-8"
    )
    code, _, complaint = run(str(file), command=CLOCKS)
    assert code == terminal.WRONG
    assert "nothing" in complaint
