"""A centre's clocks (its targets): written as a table, and brought in from one by an administrator's act."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from desktop.domain.acts import Change, Op
from desktop.domain.board import Reference
from desktop.domain.records import table_of
from desktop.domain.reference import NEVER, Target
from desktop.operations.desk import Desk, Outcome, change
from desktop.operations.packs import CLOCKS
from desktop.operations.packs_check import check_targets
from desktop.operations.packs_read import PackError, Problems, Read, read_sheet

_COLUMNS = tuple(table_of(Target).by_name)


@dataclass(frozen=True, slots=True)
class Difference:
    """What other clocks would change: those that are new, changed (as it is, as it shall be), withdrawn."""

    new: tuple[Target, ...] = ()
    changed: tuple[tuple[Target, Target], ...] = ()
    withdrawn: tuple[Target, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.withdrawn)


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
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("code", *CLOCKS.columns))
    for target in targets:
        if target.holds:
            values = (getattr(target, name) for name in CLOCKS.columns.values())
            rows.writerow((target.id, *("" if one is None else one for one in values)))
    return text.getvalue()


def difference(present: Sequence[Target], wanted: Sequence[Target]) -> Difference:
    """What has to change so that the wanted clocks hold, and no others."""
    known, named = {one.id: one for one in present}, {one.id for one in wanted}
    return Difference(
        tuple(one for one in wanted if one.id not in known),
        tuple(
            (known[one.id], one)
            for one in wanted
            if one.id in known and _values(one) != _values(known[one.id])
        ),
        tuple(one for one in present if one.id not in named and one.holds),
    )


async def bring_clocks(desk: Desk, other: Difference) -> Outcome:
    """Let other clocks hold, all in one act. A clock that is withdrawn stays, and never warns."""
    kind = "reference.loaded"
    steps = [Change("target", Op.INSERT, one.id, _values(one)) for one in other.new]
    steps += [change(kind, before, **_values(after)) for before, after in other.changed]
    steps += [change(kind, one, warn=NEVER, alarm=NEVER) for one in other.withdrawn]
    return await desk.act(kind, steps)


def _values(target: Target) -> dict[str, str | int | None]:
    return {name: getattr(target, name) for name in _COLUMNS}
