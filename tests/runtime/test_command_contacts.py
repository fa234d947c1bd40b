"""The phone book at a terminal: shown as a table, changed by one, a person erased, all in the journal."""

from pathlib import Path

from desktop.runtime import terminal
from tests.runtime.test_command_rule import Run, run

__all__ = ["run"]

CONTACTS = ("centre", "contacts", "--operator", "latihan")
PERSON = "piket,Piket PLN,duty_officer,PLN,,,,,2,Made Sari,0812-3400-0001"


def test_the_phone_book_is_shown_and_changed_and_a_person_erased(
    run: Run, training: Path, tmp_path: Path
) -> None:
    shown = run(command=CONTACTS)[1]
    assert shown.startswith("code,name,kind,agency,place,numbers,hours,note,order,person,private_numbers\n")
    file = tmp_path / "own.csv"
    file.write_text(shown, encoding="utf-8")
    assert run(str(file), command=CONTACTS)[1] == "just these contacts hold already\n"
    lines = [line.replace(",123,", ",123 / 0361-223333,") for line in shown.splitlines()]
    file.write_text("\n".join([*lines[:-1], PERSON]), encoding="utf-8")
    assert run(str(file), command=CONTACTS)[1].startswith("1 new, 1 changed, 1 taken out")
    now = run(command=CONTACTS)[1]
    assert PERSON in now
    assert "123 / 0361-223333" in now
    assert lines[-1] not in now

    erase = ("erase", "--operator", "latihan", "--reason", "pindah tugas")
    assert run("--contact", "piket", command=erase)[:2] == (
        terminal.DONE,
        "Personal values erased: 1 contacts\n",
    )
    assert "Made Sari" not in run(command=CONTACTS)[1]
    assert "0812-3400-0001" not in training.read_bytes().decode("utf-8", "replace")
    assert run("--contact", "nobody", command=erase)[0] == terminal.WRONG
    assert run(command=("verify",))[0] == terminal.DONE


def test_a_table_with_what_is_no_number_is_refused_line_by_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    heading = "code,name,kind,agency,place,numbers,hours,note,order,person,private_numbers"
    file.write_text(f"{heading}\nx,X,other,,,satu dua,,,1,,\ny,Y,other,HANSIP,,110,,,1,,\n", encoding="utf-8")
    code, _, complaint = run(str(file), command=CONTACTS)
    assert code == terminal.WRONG
    assert "satu dua" in complaint
    assert "HANSIP" in complaint
