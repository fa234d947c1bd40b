"""Response plans, their versions and what came of trying them, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Reference
from desktop.domain.plans import PlanVersion, ResponsePlan
from desktop.domain.plans_tried import Compared
from ui.marking import QT_TRANSLATE_NOOP
from ui.naming import SEPARATOR
from ui.place_warnings.texts import moment_text
from ui.plans.fields import MUST_CONFIRM, place_text, told_text
from ui.plans.needs import counted_kind, needs_text
from ui.words import category_name

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

_SAID: Mapping[str, str] = {
    "level": _N("Plans", "level"),
    "priority": _N("Plans", "priority"),
    "area": _N("Plans", "area"),
    "hours": _N("Plans", "hours"),
    "address": _N("Plans", "address"),
    "latitude": _N("Plans", "latitude"),
    "longitude": _N("Plans", "longitude"),
    "radius": _N("Plans", "radius in metres"),
    "needs": _N("Plans", "units"),
    "tell": _N("Plans", "told"),
    "confirms": _N("Plans", "calls it safe"),
    "minutes": _N("Plans", "minutes"),
}
"""What is told of a version, by the plan's columns."""

SHOWN = 8
"""Lines of a result at most: the rest is counted."""


def cells(plan: ResponsePlan, reference: Reference, mark: str) -> tuple[str, ...]:
    """A plan's line. `mark`: what would become of it."""
    area = reference.areas.get(plan.area or "")
    where = SEPARATOR.join(one for one in (area.name if area else "", place_text(plan)) if one)
    category = category_name(reference.categories.get(plan.category))
    return (
        mark,
        category,
        f"{plan.level} {plan.priority or ''}".strip(),
        where,
        plan.hours or "",
        needs_text(plan.needs),
        _told_names(plan, reference),
        str(plan.minutes),
        plan.id,
    )


def tried_text(count: int, found: Sequence[Compared], reference: Reference) -> str:
    """What other plans would have asked for beside those in force."""
    if not found:
        text = translate(
            "Plans", "Tried on the last {count} incidents: none would have been asked otherwise."
        )
        return text.format(count=count)
    head = translate("Plans", "Tried on the last {count} incidents; what differs:").format(count=count)
    lines = [_compared(one, reference) for one in found[:SHOWN]]
    rest = len(found) - SHOWN
    more = [translate("Plans", "and {count} categories more").format(count=rest)] if rest > 0 else []
    return "\n".join([head, *lines, *more])


def _compared(one: Compared, reference: Reference) -> str:
    text = translate(
        "Plans",
        "{category}: {otherwise} of {incidents} otherwise · as sent {alike} → {alike_then}, too few sent"
        " {fewer} → {fewer_then}, too many {more} → {more_then} · asked {asked} → {asked_then}",
    )
    return text.format(
        category=category_name(reference.categories.get(one.category)),
        otherwise=one.otherwise,
        incidents=one.now.incidents,
        alike=one.now.alike,
        alike_then=one.then.alike,
        fewer=one.now.fewer,
        fewer_then=one.then.fewer,
        more=one.now.more,
        more_then=one.then.more,
        asked=_counted(one.now.asked),
        asked_then=_counted(one.then.asked),
    )


def _counted(kinds: Counter[str]) -> str:
    return ", ".join(counted_kind(kind, count) for kind, count in sorted(kinds.items())) or "0"


def _told_names(plan: ResponsePlan, reference: Reference) -> str:
    """`PLN!, Polisi`: agencies by their short names, with a mark behind those that must call it safe."""
    names = []
    for one in told_text(plan).split():
        agency = reference.agencies.get(one.rstrip(MUST_CONFIRM))
        mark = MUST_CONFIRM if one.endswith(MUST_CONFIRM) else ""
        names.append((agency.short_name if agency is not None else one.rstrip(MUST_CONFIRM)) + mark)
    return ", ".join(names)


def versions_text(plan: str, found: Sequence[PlanVersion], reference: Reference, zone: tzinfo) -> str:
    """Who let a plan say what, and when, the newest first."""
    if not found:
        return translate("Plans", "{plan}: as the centre was made; nobody changed it since.").format(
            plan=plan
        )
    lines = []
    for at, one in enumerate(found[:SHOWN]):
        before = found[at + 1].plan_values if at + 1 < len(found) else None
        when = moment_text(one.made_at, zone) if one.made_at is not None else ""
        who = reference.operator_name(one.made_by)
        what = _what(one.plan_values or {}, before)
        lines.append(SEPARATOR.join(part for part in (f"{plan} {when} {who}", what, one.why or "") if part))
    return "\n".join(lines)


def _what(values: Mapping[str, object], before: Mapping[str, object] | None) -> str:
    """What a version says otherwise than the one before; all of it, where none was."""
    if before is None:
        return ", ".join(
            f"{translate('Plans', words)} {_said(name, values)}"
            for name, words in _SAID.items()
            if values.get(name) not in (None, "")
        )
    return ", ".join(
        f"{translate('Plans', words)}: {_said(name, before)} → {_said(name, values)}"
        for name, words in _SAID.items()
        if values.get(name) != before.get(name)
    )


def _said(name: str, values: Mapping[str, object]) -> str:
    value = values.get(name)
    if value in (None, ""):
        return "—"
    return needs_text(str(value)) if name == "needs" else str(value)
