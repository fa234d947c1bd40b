"""The numbers by which a city rules how its desks work: read, and changed by an administrator's act."""

from collections.abc import Collection

from desktop.domain.acts import Change, Op
from desktop.domain.reference import RULES, CityRule, look_back_rule, rule_bounds
from desktop.operations.desk import Desk, Outcome, change
from desktop.store.queries import read_records


def rule_names(categories: Collection[str]) -> tuple[str, ...]:
    """The ids of all rules that there may be at a centre with these categories."""
    return (*RULES, *(look_back_rule(one) for one in categories))


def fits(name: str, number: int) -> bool:
    """Whether a rule may be that number."""
    least, most = rule_bounds(name)
    return least <= number <= most


async def set_rule(desk: Desk, name: str, number: int) -> Outcome:
    """Let a rule of `rule_names` be another number; one that `fits`. Desks take it at once."""
    kind = "reference.loaded"
    rules = {one.id: one for one in await desk.store.read(lambda c: read_records(c, CityRule))}
    if name in rules:
        step = change(kind, rules[name], number=number)
    else:
        step = Change("city_rule", Op.INSERT, name, {"number": number})
    return await desk.act(kind, [step])
