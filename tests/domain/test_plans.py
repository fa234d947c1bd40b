"""Response plans: what they ask for, level by level, the narrowest first."""

import pytest

from desktop.domain.plans import Need, ResponsePlan, read_needs, response
from desktop.domain.reference import Priority, UnitType

_ENGINE, _RESCUE = UnitType.ENGINE, UnitType.RESCUE
_SOUTH, _RENON = "51.71.01", "51.71.01.1003"


def plan(name: str, needs: str, tell: str = "", **scope: object) -> ResponsePlan:
    """A plan for fires."""
    return ResponsePlan(id=name, category="fire", needs=needs, tell=tell, **scope)  # type: ignore[arg-type]  # - its fields


PLANS = (
    plan("all", "engine:2/3", "PLN"),
    plan("p2", "engine:1", priority=Priority.P2),
    plan("south", "engine:3", area=_SOUTH),
    plan("renon", "engine:4", area=_RENON),
    plan("gone", "", area=_RENON, priority=Priority.P2),
    plan("second", "tanker:1", "POLRI PLN", level=2, minutes=40),
)


def test_needs_are_read_as_a_plan_writes_them() -> None:
    assert read_needs("engine:2/3 rescue|engine:1 ") == (
        Need((_ENGINE,), 2, 3),
        Need((_RESCUE, _ENGINE), 1, 1),
    )
    for wrong in ("engine", "engine:0", "fire_engine:1", "engine|:1", "engine:1/x"):
        with pytest.raises(ValueError, match="engine"):
            read_needs(wrong)


@pytest.mark.parametrize(
    ("priority", "areas", "level", "plans", "tell"),
    [
        ("P1", (), 0, ("all",), ("PLN",)),
        ("P2", (), 1, ("p2",), ()),
        ("P1", (_SOUTH,), 1, ("south",), ()),
        ("P2", (_RENON, _SOUTH), 1, ("renon",), ()),
        ("P1", (), 2, ("all", "second"), ("PLN", "POLRI")),
        ("P1", (), 9, ("all", "second"), ("PLN", "POLRI")),
    ],
)
def test_the_narrowest_plan_of_each_level_holds_and_levels_add(
    priority: str, areas: tuple[str, ...], level: int, plans: tuple[str, ...], tell: tuple[str, ...]
) -> None:
    found = response(PLANS, "fire", Priority(priority), areas, level)
    assert found is not None
    assert (found.plans, found.tell) == (plans, tell)


def test_of_what_no_plan_speaks_nothing_is_asked() -> None:
    assert response(PLANS, "flood", Priority.P1, ()) is None
    assert response(PLANS, None, Priority.P1, ()) is None
