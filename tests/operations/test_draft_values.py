"""What is typed into a call's form, field by field: what it means, what is wrong with it, how it is shown."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.board import CallEntry, Reference
from desktop.domain.calls import Call, CallPrivate, Channel
from desktop.domain.drafts import DRAFT_FIELDS
from desktop.domain.form import fits_kind
from desktop.domain.incidents import Incident
from desktop.domain.records import Value
from desktop.domain.reference import Priority, UrgencyClass
from desktop.domain.schema import TABLES
from desktop.operations.draft_fields import COLUMNS, FIELDS, Problem, Surroundings, table_of_column
from desktop.operations.draft_values import read_texts, texts_of, tidied
from desktop.operations.packs import pack_folder, read_pack

NOW = datetime(2026, 11, 24, 13, 0, 30, tzinfo=UTC)  # 21:00:30 in Denpasar


@cache
def around() -> Surroundings:
    pack = read_pack(pack_folder("denpasar"))
    reference = Reference(
        areas={one.id: one for one in pack.areas}, categories={one.id: one for one in pack.categories}
    )
    return Surroundings(reference=reference, area_code="0361", zone=ZoneInfo("Asia/Makassar"), now=NOW)


def local(hour: int, minute: int, second: int = 0, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=ZoneInfo("Asia/Makassar")).astimezone(UTC)


SUMERTA_KELOD, DENPASAR_TIMUR = "51.71.02.2002", "51.71.02"

GOOD: list[tuple[dict[str, str], dict[str, Value]]] = [
    ({}, {"channel": Channel.TRUNK_112, "narrative": None, "category": None, "priority": Priority.P2}),
    ({"channel": "whatsapp"}, {"channel": Channel.WHATSAPP}),
    ({"narrative": "  api besar\nada nenek "}, {"narrative": "api besar\nada nenek"}),
    ({"narrative": "a\x00b\ud800c"}, {"narrative": "abc"}),
    (
        {"category": "fire_building"},
        {"category": "fire_building", "urgency": UrgencyClass.EMERGENCY, "priority": Priority.P1},
    ),
    ({"category": "fire_building", "priority": "3"}, {"priority": Priority.P3}),
    ({"priority": "p1"}, {"priority": Priority.P1, "category": None}),
    ({"address": " Gg. Mawar 5 "}, {"address": "Gg. Mawar 5"}),
    ({"address": "   "}, {"address": None}),
    ({"area": SUMERTA_KELOD}, {"area": SUMERTA_KELOD}),
    ({"area": DENPASAR_TIMUR, "kecamatan_text": "Denpasar Timur"}, {"area": DENPASAR_TIMUR}),
    ({"rt_rw": "1/9"}, {"rt": "1", "rw": "9"}),
    ({"rt_rw": "RT 1 RW 9"}, {"rt": "1", "rw": "9"}),
    ({"rt_rw": "rw.009 rt.001"}, {"rt": "1", "rw": "9"}),
    ({"rt_rw": "RT/RW 001/009"}, {"rt": "1", "rw": "9"}),
    ({"rt_rw": "rt:01a, rw:2"}, {"rt": "1A", "rw": "2"}),
    ({"rt_rw": "3 - 12"}, {"rt": "3", "rw": "12"}),
    ({"rt_rw": "RW 4"}, {"rt": None, "rw": "4"}),
    ({"rt_rw": "rt7"}, {"rt": "7", "rw": None}),
    ({"point": "-8.6563, 115.2326"}, {"latitude": -8.6563, "longitude": 115.2326}),
    ({"point": "8.6563, 115.2326"}, {"latitude": -8.6563, "longitude": 115.2326}),
    (
        {"point": "https://maps.google.com/?q=-8.670458,115.212629"},
        {"latitude": -8.670458, "longitude": 115.212629},
    ),
    ({"number": "+62 812-3811-2204"}, {"number": "081238112204"}),
    ({"number": "223333"}, {"number": "0361223333"}),
    ({"number": "112"}, {"number": "112"}),
    ({"people_hurt": "2"}, {"people_hurt": 2}),
    ({"people_hurt": "0"}, {"people_hurt": 0}),
    ({"rang_at": "20:58"}, {"rang_at": local(20, 58)}),
    ({"rang_at": "20.58.25"}, {"rang_at": local(20, 58, 25)}),
    ({"rang_at": "2058"}, {"rang_at": local(20, 58)}),
    ({"rang_at": "23:50"}, {"rang_at": local(23, 50, day=23)}),
    ({"rang_at": "21:01"}, {"rang_at": local(21, 1)}),
    ({"rang_at": "20-11-2026 08:15"}, {"rang_at": local(8, 15, day=20)}),
    ({"recording": "rec-20581"}, {"recording": "rec-20581"}),
]


@pytest.mark.parametrize(("texts", "values"), GOOD)
def test_what_is_typed_becomes_values(texts: dict[str, str], values: dict[str, Value]) -> None:
    reading = read_texts(texts, around())
    assert reading.problems == {}
    assert {name: reading.values[name] for name in values} == values


BAD = [
    ({"category_text": "kebxyz"}, "category", Problem.NO_CATEGORY),
    ({"category": "no_such"}, "category", Problem.NO_CATEGORY),
    ({"area_text": "entah"}, "area", Problem.NO_AREA),
    ({"kecamatan_text": "entah"}, "area", Problem.NO_AREA),
    ({"area": "99.99"}, "area", Problem.NO_AREA),
    ({"priority": "5"}, "priority", Problem.NO_PRIORITY),
    ({"channel": "pigeon"}, "channel", Problem.NO_CHANNEL),
    ({"number": "nomor ibu"}, "number", Problem.NO_NUMBER),
    ({"number": "0812"}, "number", Problem.NUMBER_INCOMPLETE),
    ({"people_hurt": "dua"}, "people_hurt", Problem.NO_COUNT),
    ({"people_hurt": "-1"}, "people_hurt", Problem.NO_COUNT),
    ({"people_hurt": "²"}, "people_hurt", Problem.NO_COUNT),
    ({"people_hurt": "999999"}, "people_hurt", Problem.NO_COUNT),
    ({"rt_rw": "9"}, "rt_rw", Problem.NO_RT_RW),
    ({"rt_rw": "RT satu"}, "rt_rw", Problem.NO_RT_RW),
    ({"point": "dekat pasar"}, "point", Problem.NO_POINT),
    ({"point": "https://maps.app.goo.gl/abc123"}, "point", Problem.SHORT_LINK),
    ({"point": "95.5, 200.1"}, "point", Problem.IMPOSSIBLE_POINT),
    ({"rang_at": "tadi"}, "rang_at", Problem.NO_TIME),
    ({"rang_at": "25:10"}, "rang_at", Problem.NO_TIME),
    ({"rang_at": "31-02-2026 10:00"}, "rang_at", Problem.NO_TIME),
    ({"rang_at": "25-12-2026 10:00"}, "rang_at", Problem.NO_TIME),
    ({"address": "a" * 501}, "address", Problem.TOO_LONG),
    ({"narrative": "a" * 8001}, "narrative", Problem.TOO_LONG),
]


@pytest.mark.parametrize(("texts", "field", "problem"), BAD)
def test_what_cannot_be_read_hinders_no_other_field(
    texts: dict[str, str], field: str, problem: Problem
) -> None:
    name = "landmark" if field != "landmark" else "address"
    reading = read_texts({**texts, name: "depan balai banjar"}, around())
    assert reading.problems == {field: problem}
    assert reading.values[name] == "depan balai banjar"
    assert not set(COLUMNS[field]) & reading.values.keys()


def test_a_kecamatan_is_kept_beside_a_kelurahan_that_nobody_knows() -> None:
    texts = {"area": DENPASAR_TIMUR, "area_text": "entah", "kecamatan_text": "Denpasar Timur"}
    reading = read_texts(texts, around())
    assert reading.problems == {"area": Problem.NO_AREA}
    assert reading.values["area"] == DENPASAR_TIMUR


@given(st.dictionaries(st.sampled_from(DRAFT_FIELDS), st.text(max_size=60)))
def test_any_text_gives_a_value_that_can_be_saved_or_a_problem(texts: dict[str, str]) -> None:
    reading = read_texts(texts, around())
    for field in FIELDS:
        # Whether a point lies outside the city is known with borders only.
        columns = set(COLUMNS[field]) - {"outside_city"}
        assert field in reading.problems or columns <= reading.values.keys()
    for name, value in reading.values.items():
        column = TABLES[table_of_column(name)].by_name[name]
        assert value is None or fits_kind(column.kind, value)


@pytest.mark.parametrize(
    ("field", "typed", "shown"),
    [
        ("number", "081238112204", "0812 3811 2204"),
        ("number", "0812", "0812"),
        ("rt_rw", "rt 1 rw 9", "1/9"),
        ("rt_rw", "rw 9", "RW 9"),
        ("rt_rw", "9", "9"),
        ("point", "https://maps.google.com/?q=-8.670458,115.212629", "-8.670458, 115.212629"),
        ("point", "8.670458, 115.212629", "8.670458, 115.212629"),
        ("address", " Gg. Mawar ", " Gg. Mawar "),
    ],
)
def test_a_field_is_shown_tidily_once_it_is_left(field: str, typed: str, shown: str) -> None:
    assert tidied(field, typed, around()) == shown


def test_what_is_recorded_is_shown_so_that_it_reads_the_same() -> None:
    entry = CallEntry(
        Call(id="c", channel=Channel.WHATSAPP, rang_at=local(20, 58, 25), recording="r1"),
        CallPrivate(id="c", number="081238112204", name="Ketut", narrative="api"),
    )
    incident = Incident(
        id="i",
        category="fire_building",
        priority=Priority.P2,
        address="Gg. Mawar 5",
        area=SUMERTA_KELOD,
        rt="1",
        rw="9",
        latitude=-8.6563,
        longitude=115.2326,
        people_hurt=3,
    )
    texts = texts_of(entry, incident, around())
    assert texts["number"] == "0812 3811 2204"
    assert texts["priority"] == "P2"
    reading = read_texts(texts, around())
    assert reading.problems == {}
    for record in (entry.call, entry.private, incident):
        for name in reading.values.keys() & vars(record).keys() - {"urgency"}:
            assert reading.values[name] == getattr(record, name), name


def test_a_priority_that_the_category_brings_is_no_override() -> None:
    entry = CallEntry(Call(id="c"), CallPrivate(id="c"))
    incident = Incident(id="i", category="fire_building", priority=Priority.P1)
    assert texts_of(entry, incident, around())["priority"] == ""
    unclear = Incident(id="i", priority=Priority.P2)
    assert texts_of(entry, unclear, around())["priority"] == ""


def test_a_ring_of_another_day_is_shown_with_its_date() -> None:
    entry = CallEntry(Call(id="c", rang_at=local(8, 15, day=20)), CallPrivate(id="c"))
    texts = texts_of(entry, None, around())
    assert texts["rang_at"] == "20-11-2026 08:15"
    assert read_texts(texts, around()).values["rang_at"] == local(8, 15, day=20)
