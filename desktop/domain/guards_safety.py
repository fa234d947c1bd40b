"""Guards about what an agency must confirm before a place is called safe, and about plans, which say so."""

from collections.abc import Callable, Iterator

from desktop.domain.acts import BLANKS, Op, Refusal
from desktop.domain.plans import FIRST_LEVEL, ResponsePlan, confirming
from desktop.domain.records import Row
from desktop.domain.referrals import ELSEWHERE
from desktop.domain.view import View


def not_confirmed(view: View) -> Refusal | None:
    """The agency was told, and had not confirmed yet."""
    for step in view.of("referral"):
        before = step.before or {}
        if before["confirmed_at"] is not None or before["state"] in ELSEWHERE:
            return Refusal("not_confirmed", "referral", step.change.row, act=_act(before))
    return None


def was_confirmed(view: View) -> Refusal | None:
    """The agency had confirmed."""
    for step in view.of("referral"):
        if (step.before or {})["confirmed_at"] is None:
            return Refusal("was_confirmed", "referral", step.change.row, act=_act(step.before or {}))
    return None


def safe_confirmed(view: View) -> Refusal | None:
    """What was worked at is closed only once the agencies of its plans called it safe, but for a reason."""
    if (view.act.note or "").strip(BLANKS):
        return None
    for step in view.of("incident", Op.UPDATE):
        incident = step.after
        if incident["category"] is None:
            continue
        rows = view.after.find("response_plan", "category", incident["category"]).items()
        plans = (ResponsePlan.from_row(row, one) for row, one in rows)
        level = int(str(incident["alarm_level"] or FIRST_LEVEL))
        referrals = view.after.find("referral", "incident", step.change.row).values()
        assignments = view.after.find("assignment", "incident", step.change.row).values()
        was_there = any(one["on_scene_at"] is not None for one in assignments)
        areas = tuple(_areas(view, _text(incident["area"])))
        for code in confirming(plans, _text(incident["category"]), level, areas, incident):
            told = [one for one in referrals if one["agency"] == code]
            if (told or was_there) and all(one["confirmed_at"] is None for one in told):
                return Refusal("safe_confirmed", "incident", step.change.row, code)
    return None


def plans_versioned(view: View) -> Refusal | None:
    """Every plan that is written, and no other, gets a version."""
    written = {step.change.row for step in view.of("response_plan")}
    versions = [str(step.after["plan"]) for step in view.of("plan_version")]
    for plan in sorted(written ^ set(versions)):
        return Refusal("plans_versioned", "response_plan", plan)
    return None


def _areas(view: View, area: str | None) -> Iterator[str]:
    """An area and that in which it lies."""
    found = view.after.get("area", area) if area is not None else None
    yield from (one for one in (area, _text((found or {}).get("parent"))) if one is not None)


def _act(row: Row) -> str | None:
    return _text(row.get("confirmation_act"))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


SAFETY_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (
    not_confirmed,
    was_confirmed,
    safe_confirmed,
    plans_versioned,
)
