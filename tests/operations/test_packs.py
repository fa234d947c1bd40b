"""City packs: those that come with the desk are whole, and make an act that the domain accepts."""

from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.acts import encode
from desktop.domain.apply import Applied, Context, apply
from desktop.domain.reference import AreaLevel, Role, UnitType
from desktop.domain.registry import KINDS
from desktop.domain.rows import MemoryRows
from desktop.operations.packs import available_packs, pack_act, pack_centre, pack_folder, read_pack

ACT = "01932f00-0000-7000-8000-000000000001"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CITIES = ("denpasar", "makassar")


def test_both_cities_come_with_the_desk() -> None:
    assert available_packs() == CITIES
    with pytest.raises(KeyError):
        pack_folder("atlantis")


@pytest.mark.parametrize(("city", "kecamatan", "kelurahan"), [("denpasar", 4, 43), ("makassar", 15, 153)])
def test_areas_are_those_of_the_city(city: str, kecamatan: int, kelurahan: int) -> None:
    levels = Counter(area.level for area in read_pack(pack_folder(city)).areas)
    assert levels[AreaLevel.KECAMATAN] == kecamatan
    assert levels[AreaLevel.KELURAHAN] + levels[AreaLevel.DESA] == kelurahan


def test_denpasar_has_its_published_fleet() -> None:
    pack = read_pack(pack_folder("denpasar"))
    types = Counter(unit.unit_type for unit in pack.units)
    assert types == {UnitType.ENGINE: 10, UnitType.AMBULANCE: 3, UnitType.HEARSE: 2, UnitType.BOAT: 6}
    heads: Counter[str] = Counter()
    for unit in pack.units:
        heads[unit.home_station] += unit.head_count
    assert heads == dict.fromkeys((station.id for station in pack.stations), 8)


@pytest.mark.parametrize("city", CITIES)
def test_every_category_can_be_found_by_other_words(city: str) -> None:
    pack = read_pack(pack_folder(city))
    assert len(pack.categories) == 38
    for category in pack.categories:
        words = category.words.split(", ")
        assert len(words) >= 6
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("city", CITIES)
def test_the_act_of_a_pack_is_accepted(city: str) -> None:
    pack = read_pack(pack_folder(city))
    act = pack_act(pack, ACT)
    context = Context("admin", frozenset({Role.ADMINISTRATOR}), NOW, ZoneInfo("Asia/Makassar"))
    applied = apply(MemoryRows(), act, context)
    assert isinstance(applied, Applied)
    assert len(applied.writes) == len(pack.records)
    assert len(str(encode(act))) < KINDS["reference.loaded"].size


def test_the_centre_of_a_pack() -> None:
    pack = read_pack(pack_folder("denpasar"))
    centre = pack_centre(pack, centre_id="c1", training=True, made_at=NOW)
    assert (centre.city, centre.letters, centre.area_code) == ("denpasar", "DP", "0361")
    assert centre.local_number == "0361-223333"
    assert centre.number(NOW.date(), 18).full == "DP 261124-018"
    assert read_pack(pack_folder("makassar")).centre.local_number is None
