"""A centre's shifts: written as a table, and brought in from one by an administrator's act."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.domain.acts import Change, Op
from desktop.domain.shifts import Shift
from desktop.operations.desk import Desk, Outcome, change
from desktop.operations.packs import SHIFTS
from desktop.operations.packs_check import check_shifts
from desktop.operations.packs_read import PackError, Problems, read_sheet
from desktop.operations.tables import Difference, difference, text_of, values_of


def read_shifts(file: Path) -> tuple[Shift, ...]:
    """The shifts of a table as a city pack has it. PackError with everything that is wrong, line by line."""
    problems = Problems()
    shifts, read = read_sheet(file.parent, replace(SHIFTS, file=file.name), Shift, problems)
    check_shifts(shifts, read, problems)
    if problems.found:
        raise PackError(file.parent, sorted(problems.found, key=lambda one: one.line))
    return shifts


def table_of_shifts(shifts: Iterable[Shift]) -> str:
    """The shifts that hold, as the table from which they can be read again."""
    return text_of(SHIFTS, (one for one in shifts if one.holds))


def shifts_changed(present: Sequence[Shift], wanted: Sequence[Shift]) -> Difference[Shift]:
    """What has to change so that the wanted shifts hold, and no others."""
    return difference(present, wanted, lambda one: one.holds)


async def bring_shifts(desk: Desk, other: Difference[Shift]) -> Outcome:
    """Let other shifts hold, all in one act. One that is withdrawn keeps its name for who signed in it."""
    kind = "reference.loaded"
    steps = [Change("shift", Op.INSERT, one.id, values_of(one)) for one in other.new]
    steps += [change(kind, before, **values_of(after)) for before, after in other.changed]
    steps += [change(kind, one, begins="", ends="") for one in other.withdrawn]
    return await desk.act(kind, steps)
