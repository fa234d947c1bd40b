"""What is asked to make or change a response plan, and what the answers say."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Reference
from desktop.domain.plans import HIGHEST_LEVEL, ResponsePlan, read_hours
from desktop.domain.reference import Priority, UnitType
from desktop.domain.warnings import RADIUS, RADIUS_LIMIT, place_key
from desktop.operations.draft_fields import Surroundings
from desktop.operations.draft_values import point_text
from desktop.operations.packs_read import CODE
from desktop.operations.points import Point, read_point
from ui.choice_field import Find, Option
from ui.intake.choices import Choices
from ui.plans.needs import as_kept, as_typed, no_needs, understood
from ui.prompt import Answers, Ask
from ui.words import word

translate = QCoreApplication.translate

MUST_CONFIRM = "!"
"""Behind an agency that must call the place safe."""
LONGEST_MINUTES = 600


def asks(plan: ResponsePlan, around: Surroundings, taken: Collection[str]) -> tuple[Ask, ...]:
    """The fields, filled with what a plan says. `taken`: codes of other plans; a known plan keeps its own."""
    reference, choices = around.reference, Choices(around.reference)
    category = next((one for one in choices.categories("") if one.code == plan.category), Option("", ""))
    area = reference.areas.get(plan.area or "")
    code = Ask(
        "code",
        translate("Plans", "Code of the plan"),
        needed=translate("Plans", "Give it a code."),
        check=lambda typed: _no_code(typed, taken),
    )
    return (
        *(() if plan.id else (code,)),
        Ask(
            "category",
            translate("Plans", "Category"),
            find=choices.categories,
            text=category.text,
            code=plan.category,
            select=True,
            needed=translate("Plans", "Choose a category."),
        ),
        *_when_and_where(plan, around, area.name if area is not None else ""),
        Ask(
            "needs",
            translate(
                "Plans", "Units, as {engine}:2/3 {rescue}|{engine}:1 (kind:count/people, or | another)"
            ).format(engine=word(UnitType.ENGINE), rescue=word(UnitType.RESCUE)),
            text=as_typed(plan.needs),
            check=no_needs,
            preview=understood,
        ),
        Ask(
            "tell",
            translate("Plans", "Agencies told; ! behind one that must call it safe, as PLN!"),
            text=told_text(plan),
            check=lambda typed: _no_agencies(typed, reference),
        ),
        Ask(
            "minutes",
            translate("Plans", "Minutes within which who goes must be there"),
            text=str(plan.minutes),
            select=True,
            check=lambda typed: _no_number(typed, LONGEST_MINUTES),
        ),
    )


def _when_and_where(plan: ResponsePlan, around: Surroundings, area: str) -> tuple[Ask, ...]:
    return (
        Ask(
            "scope",
            translate("Plans", "Alarm level, and priority where for one only, as: 1 P2"),
            text=f"{plan.level} {plan.priority or ''}".strip(),
            select=True,
            check=_no_scope,
        ),
        Ask(
            "hours",
            translate("Plans", "Hours, as 22:00-06:00 (empty: always)"),
            text=plan.hours or "",
            check=_no_hours,
        ),
        Ask(
            "area",
            translate("Plans", "Kelurahan or kecamatan (empty: the whole city)"),
            find=_areas(around.reference),
            text=area,
            code=plan.area or "",
        ),
        Ask(
            "place",
            translate("Plans", "Only at this address, or point and metres, as -8.65,115.2 @200"),
            text=place_text(plan),
            check=lambda typed: _no_place(typed, around),
        ),
    )


def plan_of(answers: Answers, before: ResponsePlan, around: Surroundings) -> ResponsePlan:
    """The plan that the answers give; all of them have passed their checks."""
    level, priority = _scope(answers["scope"]) or (before.level, None)
    point, radius = _point(answers["place"], around)
    codes = _agencies(answers["tell"], around.reference)
    confirms = " ".join(one.rstrip(MUST_CONFIRM) for one in codes if one.endswith(MUST_CONFIRM))
    return replace(
        before,
        id=before.id or answers["code"],
        category=answers["category"],
        priority=priority,
        area=answers["area"] or None,
        level=level,
        needs=as_kept(answers["needs"]),
        tell=" ".join(one.rstrip(MUST_CONFIRM) for one in codes),
        minutes=int(answers["minutes"] or before.minutes),
        hours=answers["hours"] or None,
        address=(answers["place"] or None) if point is None else None,
        latitude=None if point is None else point.latitude,
        longitude=None if point is None else point.longitude,
        radius=radius if point is not None else None,
        confirms=confirms or None,
    )


def told_text(plan: ResponsePlan) -> str:
    """Who is told, as it is typed: `PLN! POLRI`."""
    must = set((plan.confirms or "").split())
    told = [f"{code}{MUST_CONFIRM if code in must else ''}" for code in plan.tell.split()]
    return " ".join([*told, *(f"{code}{MUST_CONFIRM}" for code in sorted(must - set(plan.tell.split())))])


def place_text(plan: ResponsePlan) -> str:
    """Where alone a plan holds, as it is typed."""
    if plan.latitude is not None:
        return f"{point_text(plan.latitude, plan.longitude)} @{plan.radius or RADIUS}"
    return plan.address or ""


def _areas(reference: Reference) -> Find:
    choices = Choices(reference)

    def find(text: str) -> Sequence[Option]:
        return [*choices.kecamatan(text), *choices.kelurahan(text, None)]

    return find


def _scope(typed: str) -> tuple[int, Priority | None] | None:
    found = re.fullmatch(r"([1-9])(?:\s+(p[1-4]))?", typed.strip().casefold())
    if found is None:
        return None
    return int(found[1]), None if found[2] is None else Priority(found[2].upper())


def _point(typed: str, around: Surroundings) -> tuple[Point | None, int]:
    where, at, metres = typed.rpartition("@")
    radius = int(metres) if at and metres.strip().isdecimal() else RADIUS
    found = read_point(where if at else typed, around.middle)
    return (found, radius) if isinstance(found, Point) else (None, radius)


def _no_code(typed: str, taken: Collection[str]) -> str | None:
    if not CODE.fullmatch(typed):
        return translate("Plans", "letters, digits, - and _ only")
    return translate("Plans", "another plan is called so") if typed in taken else None


def _no_scope(typed: str) -> str | None:
    if _scope(typed) is not None:
        return None
    return translate("Plans", "a level from 1 to {most}, and P1 to P4 or nothing").format(most=HIGHEST_LEVEL)


def _no_hours(typed: str) -> str | None:
    try:
        read_hours(typed or "00:00-23:59")
    except ValueError:
        return translate("Plans", "“{typed}” says no hours").format(typed=typed)
    return None


def _no_place(typed: str, around: Surroundings) -> str | None:
    point, radius = _point(typed, around)
    if not 1 <= radius <= RADIUS_LIMIT:
        return translate("Plans", "metres from 1 to {most}").format(most=RADIUS_LIMIT)
    if not typed or point is not None or ("@" not in typed and place_key(typed)):
        return None
    return translate("Plans", "neither an address nor a point")


def _no_agencies(typed: str, reference: Reference) -> str | None:
    codes = _agencies(typed, reference)
    wrong = [one for one in codes if one.rstrip(MUST_CONFIRM) not in reference.agencies]
    if not wrong:
        return None
    known = ", ".join(one.id for one in reference.agencies.values() if not one.own)
    return translate("Plans", "“{typed}” is no agency. Known: {known}").format(typed=wrong[0], known=known)


def _agencies(typed: str, reference: Reference) -> list[str]:
    """The codes that were typed, small letters or not."""
    by_code = {code.casefold(): code for code in reference.agencies}
    found = []
    for one in typed.replace(",", " ").split():
        code = by_code.get(one.rstrip(MUST_CONFIRM).casefold(), one.rstrip(MUST_CONFIRM))
        found.append(code + MUST_CONFIRM if one.endswith(MUST_CONFIRM) else code)
    return found


def _no_number(typed: str, most: int) -> str | None:
    if not typed or (re.fullmatch("[0-9]{1,4}", typed) and 1 <= int(typed) <= most):
        return None
    return translate("Plans", "a number from 1 to {most}").format(most=most)
