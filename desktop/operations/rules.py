"""The numbers by which a city rules how its desks work: read, and changed by an administrator's act."""

from collections.abc import Collection

from desktop.domain.acts import Change, Op
from desktop.domain.reference import LOOK_BACK_DAYS, RULES, CityRule, look_back_rule
from desktop.operations.desk import Desk, Outcome, change
from desktop.store.queries import read_records

MOST = {LOOK_BACK_DAYS: 3650}
"""Bounds that a city's pack has too, by rule; a thousand for the others (ours)."""


def rule_names(categories: Collection[str]) -> tuple[str, ...]:
    """The ids of all rules that there may be at a centre with these categories."""
    return (*RULES, *(look_back_rule(one) for one in categories))


def fits(name: str, number: int) -> bool:
    """Whether a rule may be that number: no history of a place looks back less than a day."""
    general = name.partition(".")[0]
    return (1 if general == LOOK_BACK_DAYS else 0) <= number <= MOST.get(general, 1000)


async def set_rule(desk: Desk, name: str, number: int) -> Outcome:
    """Let a rule of `rule_names` be another number; one that `fits`. Desks take it at once."""
    kind = "reference.loaded"
    rules = {one.id: one for one in await desk.store.read(lambda c: read_records(c, CityRule))}
    if name in rules:
        step = change(kind, rules[name], number=number)
    else:
        step = Change("city_rule", Op.INSERT, name, {"number": number})
    return await desk.act(kind, [step])
