"""A centre's clocks (its targets): written as a table, and brought in from one by an administrator's act."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.domain.acts import Change, Op
from desktop.domain.board import Reference
from desktop.domain.reference import NEVER, Target
from desktop.operations.desk import Desk, Outcome, change
from desktop.operations.packs import CLOCKS
from desktop.operations.packs_check import check_targets
from desktop.operations.packs_read import PackError, Problems, Read, read_sheet
from desktop.operations.tables import Difference, difference, text_of, values_of


def read_clocks(file: Path, reference: Reference) -> tuple[Target, ...]:
    """The clocks of a table as a city pack has it. PackError with everything that is wrong, line by line."""
    problems = Problems()
    targets, read = read_sheet(file.parent, replace(CLOCKS, file=file.name), Target, problems)
    known = Read(file.name, dict.fromkeys(reference.categories, 0))
    check_targets(targets, read, known, problems)
    if problems.found:
        raise PackError(file.parent, sorted(problems.found, key=lambda one: one.line))
    return targets


def table_of_clocks(targets: Iterable[Target]) -> str:
    """The clocks that hold, as the table from which they can be read again."""
    return text_of(CLOCKS, (one for one in targets if one.holds))


def clocks_changed(present: Sequence[Target], wanted: Sequence[Target]) -> Difference[Target]:
    """What has to change so that the wanted clocks hold, and no others."""
    return difference(present, wanted, lambda one: one.holds)


async def bring_clocks(desk: Desk, other: Difference[Target]) -> Outcome:
    """Let other clocks hold, all in one act. A clock that is withdrawn stays, and never warns."""
    kind = "reference.loaded"
    steps = [Change("target", Op.INSERT, one.id, values_of(one)) for one in other.new]
    steps += [change(kind, before, **values_of(after)) for before, after in other.changed]
    steps += [change(kind, one, warn=NEVER, alarm=NEVER) for one in other.withdrawn]
    return await desk.act(kind, steps)
