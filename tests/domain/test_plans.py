"""Response plans: what they ask for, level by level, the narrowest first."""

from datetime import time

import pytest

from desktop.domain.board import Case, Reference
from desktop.domain.incidents import Incident
from desktop.domain.plans import Asked, Need, ResponsePlan, confirming, read_hours, read_needs, response
from desktop.domain.plans_tried import compared, try_plans
from desktop.domain.records import Row
from desktop.domain.reference import Priority, UnitType
from desktop.domain.units import Assignment, Unit

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
    found = response(PLANS, Asked("fire", Priority(priority), areas, level))
    assert found is not None
    assert (found.plans, found.tell) == (plans, tell)


EXCEPTIONS = (
    *PLANS,
    plan("night", "engine:1", hours="22:00-06:00"),
    plan("day south", "engine:1", hours="06:00-22:00", area=_SOUTH),
    plan("market", "engine:5", "PLN", address="Jl. Gajah Mada", confirms="PLN"),
    plan("depot", "engine:6", latitude=-8.65, longitude=115.2, radius=200, level=2, confirms="POLRI PLN"),
)


@pytest.mark.parametrize(
    ("hour", "place", "areas", "plans"),
    [
        (None, {}, (), ("all", "second")),
        ("21:59", {}, (), ("all", "second")),
        ("22:00", {}, (), ("night", "second")),
        ("05:59", {}, (), ("night", "second")),
        ("06:00", {}, (_SOUTH,), ("day south", "second")),
        ("23:00", {}, (_SOUTH,), ("south", "second")),
        ("23:00", {"address": "jalan Gajah Mada no 5"}, (_SOUTH,), ("market", "second")),
        ("12:00", {"address": "Jl. Gajah Mada Barat"}, (), ("market", "second")),
        ("12:00", {"address": "Jl. Mada"}, (), ("all", "second")),
        ("12:00", {"latitude": -8.651, "longitude": 115.2}, (), ("all", "depot")),
        ("12:00", {"latitude": -8.66, "longitude": 115.2}, (), ("all", "second")),
    ],
)
def test_exceptions_hold_at_their_place_and_in_their_hours(
    hour: str | None, place: Row, areas: tuple[str, ...], plans: tuple[str, ...]
) -> None:
    at = None if hour is None else time.fromisoformat(hour)
    found = response(EXCEPTIONS, Asked("fire", Priority.P1, areas, 2, place, at))
    assert found is not None
    assert found.plans == plans


def test_who_must_call_it_safe_is_asked_of_every_plan_of_the_category_up_to_the_alarm() -> None:
    market: Row = {"address": "Jl. Gajah Mada", "latitude": -8.65, "longitude": 115.2}
    assert confirming(EXCEPTIONS, "fire", 0, (), market) == ("PLN",)
    assert confirming(EXCEPTIONS, "fire", 2, (), market) == ("PLN", "POLRI")
    assert confirming(EXCEPTIONS, "fire", 2, (), {}) == ()
    assert confirming(EXCEPTIONS, "flood", 2, (), market) == ()
    assert read_hours("22:00-06:00") == (time(22), time(6))
    for wrong in ("22-06", "24:00-01:00", "08:00-08:00"):
        with pytest.raises(ValueError, match=wrong):
            read_hours(wrong)


@pytest.mark.parametrize(
    ("areas", "place", "asked"),
    [
        ((), {}, ("PLN", "POLRI")),
        (("51.71.01.1003", _SOUTH), {}, ("PLN", "POLRI")),
        (("51.71.02.1001", "51.71.02"), {}, ("PLN",)),
        (("51.71.02",), {"address": "Gudang Jl. Gas 5"}, ("BPBD", "PLN")),
    ],
)
def test_who_must_call_it_safe_elsewhere_is_not_asked(
    areas: tuple[str, ...], place: Row, asked: tuple[str, ...]
) -> None:
    plans = (
        plan("all", "engine:1", confirms="PLN"),
        plan("south", "engine:1", area=_SOUTH, confirms="POLRI"),
        plan("there", "engine:1", address="Jl. Gas 5", confirms="BPBD"),
        plan("forgets", "engine:1", area="51.71.02"),
    )
    assert confirming(plans, "fire", 1, areas, place) == asked


@pytest.mark.parametrize(
    ("needs", "sent", "missing", "beyond"),
    [
        ("engine:2 rescue|engine:1", "engine engine rescue", 0, 0),
        ("engine:2 rescue|engine:1", "engine engine engine", 0, 0),
        ("engine:2", "engine ambulance", 1, 1),
        ("", "engine", 0, 1),
        ("boat:1", "", 1, 0),
    ],
)
def test_what_was_sent_is_held_against_what_is_asked_for(
    needs: str, sent: str, missing: int, beyond: int
) -> None:
    assert compared(read_needs(needs), [UnitType(one) for one in sent.split()]) == (missing, beyond)


def test_plans_are_tried_on_past_incidents() -> None:
    units = {"e1": Unit(id="e1"), "e2": Unit(id="e2"), "e3": Unit(id="e3")}

    def case(name: str, *sent: str, **incident: str) -> Case:
        assigned = tuple(Assignment(id=f"{name} {unit}", unit=unit) for unit in sent)
        return Case(Incident(id=name, **({"category": "fire", "priority": Priority.P1} | incident)), assigned)  # type: ignore[arg-type]  # - its fields

    cases = (
        case("a", "e1", "e2"),
        case("b", "e1"),
        case("c", "e1", "e2", "e3"),
        case("d", category="flood"),
    )
    tried = try_plans(PLANS, cases, units, Reference())
    fire, flood = tried["fire"], tried["flood"]
    assert (fire.incidents, fire.alike, fire.fewer, fire.more) == (3, 1, 1, 1)
    assert (dict(fire.asked), dict(fire.sent)) == ({"engine": 6}, {"engine": 6})
    assert (flood.incidents, flood.unplanned) == (1, 1)


def test_of_what_no_plan_speaks_nothing_is_asked() -> None:
    assert response(PLANS, Asked("flood", Priority.P1)) is None
    assert response(PLANS, Asked(None, Priority.P1)) is None
