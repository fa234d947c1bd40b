"""How far back an incident at a place is told: as the city's pack says for its category."""

import pytest

from desktop.domain.board import Reference
from desktop.domain.reference import RULES, CityRule
from desktop.operations.packs import CityPack, available_packs, pack_folder, read_pack


def _reference(pack: CityPack) -> Reference:
    rules = {one.id: one.number for one in pack.records if isinstance(one, CityRule)}
    return Reference(categories={one.id: one for one in pack.categories}, rules=rules)


@pytest.mark.parametrize("city", available_packs())
@pytest.mark.parametrize(("category", "days"), [("fire_building", 365), ("sick", 180), ("street_light", 60)])
def test_look_back_is_what_the_pack_says_for_the_category(city: str, category: str, days: int) -> None:
    assert _reference(read_pack(pack_folder(city))).look_back_days(category) == days


@pytest.mark.parametrize("city", available_packs())
def test_every_category_of_a_pack_has_a_look_back(city: str) -> None:
    pack = read_pack(pack_folder(city))
    assert {one.id for one in pack.look_back} == {one.id for one in pack.categories}


def test_without_a_category_or_a_rule_for_it_the_general_rule_holds() -> None:
    general = RULES["look_back_days"]
    assert Reference().look_back_days(None) == Reference().look_back_days("sick") == general
    ruled = Reference(rules={"look_back_days": 30, "look_back_days.sick": 7})
    assert (ruled.look_back_days(None), ruled.look_back_days("sick")) == (30, 7)
