"""Guards about warnings of places."""

from collections.abc import Callable, Mapping

from desktop.domain.acts import Refusal, Source
from desktop.domain.records import Row
from desktop.domain.units import AssignmentState
from desktop.domain.view import View
from desktop.domain.warnings import WarningState, place_key, warns_of

HAPPENED = frozenset({Source.OUTAGE, Source.PAPER})
"""Sources of acts that tell what was done without the desk: no rule can undo it."""

EXCUSED: Mapping[str, frozenset[Source]] = {
    "warnings_read": HAPPENED,
    "safe_confirmed": HAPPENED,
    "signed_by_giver": frozenset(Source),
}
"""Guards that let an act pass that is of one of these sources. That it was done without the desk, or signed
by another, is a claim, which nobody can prove or disprove; so the journal keeps by which guards it passed for
that alone.
"""


def warning_has_place(view: View) -> Refusal | None:
    """A warning is of a place: a point, an address with a word in it, or an area."""
    for step in view.of("place_warning"):
        row = step.after
        point = row["latitude"] is not None, row["longitude"] is not None
        address = row["address"]
        known = all(point) or place_key(None if address is None else str(address)) or row["area"] is not None
        if not known or any(point) != all(point):
            return Refusal("warning_has_place", "place_warning", step.change.row)
    return None


def warning_active(view: View) -> Refusal | None:
    """The warning had not been withdrawn."""
    for row in sorted(row for table, row in view.subjects if table == "place_warning"):
        before = view.rows.get("place_warning", row)
        if before is not None and before["state"] != WarningState.ACTIVE:
            return Refusal("warning_active", "place_warning", row, act=_text(before, "state_act"))
    return None


def warning_as_read(view: View) -> Refusal | None:
    """What was read is the warning as it is now."""
    for step in view.of("warning_read"):
        row = str(step.after["warning"])
        now = view.after.get("place_warning", row) or {}
        if now.get("last_act") != step.after["read_act"]:
            return Refusal("warning_as_read", "place_warning", row, act=_text(now, "last_act"))
    return None


def warnings_read(view: View) -> Refusal | None:
    """Whoever sends a unit to an incident has read the critical warnings of its place."""
    targets = {
        str(step.after["incident"])
        for step in view.of("assignment")
        if step.after["state"] != AssignmentState.ENDED
    }
    if not targets:
        return None
    critical = view.after.find("place_warning", "critical", True, WarningState.ACTIVE)
    for target in sorted(targets):
        incident = view.after.get("incident", target) or {}
        reads = view.after.find("warning_read", "incident", target).values()
        known = {(one["warning"], one["read_act"]) for one in reads}
        for row, warning in sorted(critical.items()):
            if not _holds(view, warning) or (row, warning["last_act"]) in known:
                continue
            if warns_of(warning, incident):
                return Refusal("warnings_read", "place_warning", row, act=_text(warning, "last_act"))
    return None


def _holds(view: View, warning: Row) -> bool:
    ends = warning["expires_at"]
    return ends is None or view.now < ends  # type: ignore[operator]  # - a column of times


def _text(row: Row, name: str) -> str | None:
    found = row.get(name)
    return None if found is None else str(found)


WARNING_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (
    warning_has_place,
    warning_active,
    warning_as_read,
    warnings_read,
)
