"""How far back an incident at a place is told: by its category's group."""

from datetime import timedelta

import pytest

from desktop.domain.board import Reference
from desktop.operations.history import LONGEST_LOOK_BACK_DAYS, look_back
from desktop.operations.packs import available_packs, pack_folder, read_pack


@pytest.mark.parametrize("city", available_packs())
@pytest.mark.parametrize(("category", "days"), [("fire_building", 365), ("sick", 180), ("street_light", 60)])
def test_look_back_is_the_kinds_own(city: str, category: str, days: int) -> None:
    pack = read_pack(pack_folder(city))
    reference = Reference(categories={one.id: one for one in pack.categories})
    assert look_back(category, reference) == timedelta(days=days)
    assert look_back(None, reference) == timedelta(days=LONGEST_LOOK_BACK_DAYS)
