"""Shifts at a terminal: shown as a table, brought in by who may, withdrawn, and brought back."""

from pathlib import Path

from desktop.runtime import terminal
from tests.runtime.test_command_rule import Run, run

__all__ = ["run"]

SHIFTS = ("centre", "shifts", "--operator", "latihan")


def test_shifts_are_shown_changed_withdrawn_and_brought_back(run: Run, tmp_path: Path) -> None:
    code, shown, _ = run(command=SHIFTS)
    assert code == terminal.DONE
    heading, morning, *_ = shown.splitlines()
    assert heading == "code,name,begins,ends,people,source"
    file = tmp_path / "own.csv"
    file.write_text(
        "\n".join((heading, morning.replace("08:00,14:00", "07:00,19:00"), "m,Malam,19:00,07:00,6,ours")),
        encoding="utf-8",
    )
    assert run(str(file), command=SHIFTS)[1].startswith("1 new, 1 changed, 2 withdrawn")
    assert run(str(file), command=SHIFTS)[1] == "just these shifts hold already\n"
    assert len(run(command=SHIFTS)[1].splitlines()) == 3
    assert run("--from-pack", command=SHIFTS)[1].startswith("0 new, 3 changed, 1 withdrawn")
    assert run(command=SHIFTS)[1] == shown
    file.write_text(f"{heading}\nx,Petang,25:00,19:00,6,ours", encoding="utf-8")
    code, _, complaint = run(str(file), command=SHIFTS)
    assert code == terminal.WRONG
    assert "25:00" in complaint
    assert run(command=("verify",))[0] == terminal.DONE
