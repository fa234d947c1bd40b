"""Taking a unit's status back together with what its act wrote of assignments."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.acts import Change, Op
from desktop.domain.board import Case
from desktop.domain.units import Assignment, AssignmentEnd, AssignmentState, Unit
from desktop.operations.acted import Acted
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Deed, Intended
from desktop.operations.orders.undoing import InTheWay, Undoing

_KNOWN = frozenset({"unit", "assignment", "recommendation"})
"""Tables whose rows go back, or may stay: who was recommended is told as it was."""


def gone_back(acted: Acted, picture: Picture, before: Unit, now: Unit) -> Undoing:
    """The unit as before, and its assignments: what ended runs again, what began ends as it began.

    An incident that was closed since stands in the way, and one that the board does not show.
    """
    if any(one.table not in _KNOWN for one in acted.act.changes):
        return Undoing(in_the_way=InTheWay.NO_INVERSE, about=now)
    pairs: list[tuple[Unit | Assignment, Unit | Assignment]] = []
    about: Case | None = None
    for change in (one for one in acted.act.changes if one.table == "assignment"):
        seen, case = _find(change.row, picture.cases.values())
        was = _before(change, seen, acted)
        if seen is None or case is None or was is None:
            return Undoing(in_the_way=InTheWay.NO_INVERSE, about=now)
        if seen.acts.get("state") != acted.act.id or not case.incident.is_open:
            return Undoing(in_the_way=InTheWay.CHANGED, about=case)
        pairs.append((seen, was))
        about = case if was.state is AssignmentState.RUNNING else about
    pairs.append((now, before))
    return Undoing((Intended(Deed.GO_BACK, about, units=(now,), status=before.status, back=tuple(pairs)),))


def _before(change: Change, seen: Assignment | None, acted: Acted) -> Assignment | None:
    if change.op is Op.UPDATE:
        return _find(change.row, acted.cases.values())[0]
    if seen is None:
        return None
    ended, began = AssignmentState.ENDED, seen.assigned_at
    return replace(seen, state=ended, ended_as=AssignmentEnd.CANCELLED, ended_at=began, ended_first=began)


def _find(row: str, cases: Iterable[Case]) -> tuple[Assignment | None, Case | None]:
    return next(((one, case) for case in cases for one in case.assignments if one.id == row), (None, None))
