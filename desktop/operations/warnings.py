"""Warnings of places: made, changed, withdrawn, and read before a unit goes there."""

from collections.abc import Iterable

from desktop.domain.board import Case
from desktop.domain.kinds_warnings import SAID
from desktop.domain.warnings import PlaceWarning, WarningEntry
from desktop.operations.calls import Values
from desktop.operations.desk import Desk, Outcome, change, new_row


async def make_warning(desk: Desk, values: Values) -> Outcome:
    """Warn of a place; the warning's id is the outcome's `row`."""
    warning = desk.new_id()
    own, said = _parts(values)
    changes = [new_row("place_warning", warning, **own), new_row("place_warning_private", warning, **said)]
    return await desk.act("warning.made", changes, row=warning)


async def change_warning(desk: Desk, seen: WarningEntry, values: Values) -> Outcome:
    """Change a warning: whoever read it for an incident has to read it again, where it is critical."""
    kind = "warning.changed"
    own, said = _parts(values)
    changes = [change(kind, seen.warning, **own)] if own else []
    changes += [change(kind, seen.private, **said)] if said else []
    return await desk.act(kind, changes)


async def withdraw_warning(desk: Desk, seen: PlaceWarning, reason: str | None = None) -> Outcome:
    """Say that a warning holds no more."""
    return await desk.act("warning.withdrawn", [change("warning.withdrawn", seen)], reason)


async def acknowledge(desk: Desk, case: Case, warnings: Iterable[WarningEntry]) -> Outcome:
    """Say that this operator read warnings for an incident, as they are now."""
    rows = [
        new_row(
            "warning_read", desk.new_id(), warning=one.id, incident=case.id, read_act=one.warning.last_act
        )
        for one in warnings
    ]
    return await desk.act("warning.read", rows)


def _parts(values: Values) -> tuple[Values, Values]:
    own = {name: value for name, value in values.items() if name not in SAID}
    return own, {name: value for name, value in values.items() if name in SAID}
