"""An incident as text for agencies."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.domain.board import CallEntry, CaseDetail, Reference, make_case
from desktop.domain.calls import Call, CallPrivate
from desktop.domain.centre import Centre
from desktop.domain.disclosure import may_pass_on_numbers, may_see_numbers
from desktop.domain.incidents import Incident, IncidentPrivate
from desktop.domain.records import Value
from desktop.domain.reference import Priority, Role
from desktop.domain.warnings import PlaceWarning, PlaceWarningPrivate, WarningEntry, WarningKind
from desktop.operations.dispatch_files import load_texts
from desktop.operations.dispatch_text import (
    Addressed,
    Around,
    dispatch_text,
    gives_number,
    map_link,
    way_from,
)
from desktop.operations.packs import pack_centre, read_pack
from desktop.operations.packs_texts import Form, Texts, Whom

PACK = read_pack(Path("resources/cities/denpasar"))
REFERENCE = Reference(
    areas={area.id: area for area in PACK.areas},
    categories={category.id: category for category in PACK.categories},
    stations={station.id: station for station in PACK.stations},
)
CENTRE: Centre = pack_centre(PACK, centre_id="c", training=True, made_at=datetime(2026, 1, 1, tzinfo=UTC))
TEXTS: Texts = load_texts("denpasar", Path("none"))
SUMERTA_KELOD = next(area.id for area in PACK.areas if area.name == "Sumerta Kelod")
SESETAN = next(area.id for area in PACK.areas if area.name == "Sesetan")
DENPASAR_TIMUR = next(area.id for area in PACK.areas if area.name == "Denpasar Timur")


def _detail(*callers: tuple[str | None, str | None, str | None], **values: Value) -> CaseDetail:
    incident = Incident.from_row(
        "i",
        {
            "day": date(2026, 11, 24),
            "serial": 18,
            "opened_at": datetime(2026, 11, 24, 12, 58, 25, tzinfo=UTC),
            "priority": Priority.P2,
            **values,
        },
    )
    calls = tuple(
        CallEntry(Call(id=str(at)), CallPrivate(id=str(at), number=number, name=name, narrative=narrative))
        for at, (number, name, narrative) in enumerate(callers)
    )
    return CaseDetail(make_case(incident, (), (), len(calls)), IncidentPrivate(id="i"), calls, ())


def _lines(detail: CaseDetail, *, with_numbers: bool = True) -> list[str]:
    return dispatch_text(detail, _around(with_numbers), Addressed(), Form.MESSAGE).split("\n")


def _around(with_numbers: bool = True, warnings: tuple[WarningEntry, ...] = ()) -> Around:
    return Around(TEXTS, REFERENCE, CENTRE, warnings=warnings, with_numbers=with_numbers)


def test_all_that_is_known_is_in_it() -> None:
    detail = _detail(
        ("081238112204", "Ketut", "kebakaran dapur di rumah,\napi sudah ke atap"),
        category="fire_building",
        priority=Priority.P1,
        address="Gg. Mawar 5, Jl. Hayam Wuruk",
        landmark="dpn Balai Banjar Tegal",
        area=SUMERTA_KELOD,
        rt="3",
        rw="5",
        latitude=-8.65678,
        longitude=115.2365,
        people_hurt=2,
    )
    assert _lines(detail) == [
        "*Kebakaran rumah/bangunan* (P1)",
        "No. DP 261124-018, dibuka 24-11-2026 20:58 WITA",
        "Lokasi: Gg. Mawar 5, Jl. Hayam Wuruk, RT 3/RW 5, Desa Sumerta Kelod, Kec. Denpasar Timur",
        "Patokan: dpn Balai Banjar Tegal",
        "Peta: https://maps.google.com/?q=-8.656780,115.236500",
        "Korban: 2 orang",
        "Uraian: kebakaran dapur di rumah, api sudah ke atap",
        "Pelapor: Ketut, 0812 3811 2204",
        "— 112 Denpasar",
    ]


def test_what_is_not_known_is_left_out_or_said_to_be_unclear() -> None:
    assert _lines(_detail()) == [
        "*Jenis kejadian belum jelas* (P2)",
        "No. DP 261124-018, dibuka 24-11-2026 20:58 WITA",
        "Lokasi: belum jelas",
        "— 112 Denpasar",
    ]


@pytest.mark.parametrize(
    ("values", "place"),
    [
        (
            {"address": "Jl. Raya Sesetan 10", "area": SESETAN},
            "Jl. Raya Sesetan 10, Kel. Sesetan, Kec. Denpasar Selatan",
        ),
        ({"area": DENPASAR_TIMUR}, "Kec. Denpasar Timur"),
        ({"rw": "2"}, "RW 2"),
        ({"address": "Simpang Dalung", "outside_city": True}, "Simpang Dalung, di luar kota"),
        ({"address": "Jl. Nangka\nUtara"}, "Jl. Nangka Utara"),
    ],
)
def test_the_place(values: dict[str, Value], place: str) -> None:
    assert f"Lokasi: {place}" in _lines(_detail(**values))


@pytest.mark.parametrize(("hurt", "line"), [(0, "Korban: tidak ada"), (1, "Korban: 1 orang")])
def test_people_hurt(hurt: int, line: str) -> None:
    assert line in _lines(_detail(people_hurt=hurt))


def test_each_caller_has_a_narrative_of_his_own() -> None:
    detail = _detail(
        ("081238112204", "Ketut", "api besar"),
        (None, None, None),
        (None, "Putu", None),
        ("0361223333", None, "asap"),
    )
    assert _lines(detail)[3:-1] == [
        "Uraian 1: api besar",
        "Pelapor 1: Ketut, 0812 3811 2204",
        "Pelapor 2: Putu",
        "Uraian 3: asap",
        "Pelapor 3: 0361 223333",
    ]


def test_numbers_stay_here_where_the_role_does_not_pass_them_on() -> None:
    detail = _detail(("081238112204", "Ketut", "api"), ("081238112205", None, None))
    text = "\n".join(_lines(detail, with_numbers=False))
    assert "Pelapor: Ketut" in text
    assert "0812" not in text


@pytest.mark.parametrize(
    ("role", "sees", "passes_on"),
    [
        (Role.CALL_TAKER, True, False),
        (Role.DISPATCHER, True, True),
        (Role.SUPERVISOR, True, True),
        (Role.ADMINISTRATOR, False, False),
        (Role.AUDITOR, False, False),
        (Role.WALL, False, False),
    ],
)
def test_who_is_told_numbers(role: Role, sees: bool, passes_on: bool) -> None:
    roles = frozenset({role})
    assert (may_see_numbers(roles), may_pass_on_numbers(roles)) == (sees, passes_on)


def test_a_point_of_one_coordinate_is_none() -> None:
    assert map_link(Incident(id="i", latitude=-8.6)) is None


JUANDA = next(station for station in PACK.stations if station.id == "juanda")
WARNED = WarningEntry(
    PlaceWarning(id="w", kind=WarningKind.GAS, critical=True),
    PlaceWarningPrivate(id="w", text="tabung gas\ndi dapur"),
)
FIRE = _detail(
    ("081238112204", "Ketut", "api besar"),
    category="fire_building",
    address="Gg. Mawar 5",
    latitude=-8.65678,
    longitude=115.2365,
    facts={"hazards": ["electricity", "smoke"], "access": "narrow"},
)


def test_a_crew_is_told_how_to_get_there_what_endangers_it_and_who_comes_too() -> None:
    to = Addressed(Whom.UNIT, ("Damkar 4", "A3"), frozenset({"juanda"}), ("Damkar 1", "PLN"))
    text = dispatch_text(FIRE, _around(warnings=(WARNED,)), to, Form.RADIO)
    assert text.split("\n") == [
        "Damkar 4, A3, dari 112 Denpasar.",
        "Kebakaran rumah/bangunan, P2.",
        "Lokasi: Gg. Mawar 5.",
        "Akses: gang sempit.",
        "Arah: 1,7 km ke utara dari Pos Juanda · Renon (garis lurus).",
        "Bahaya bagi kru: listrik, asap.",
        "Peringatan: gas — tabung gas di dapur.",
        "api besar",
        "Bersama Damkar 1, PLN.",
        "Nomor 24-018. Mohon diulang.",
    ]
    assert "0812" not in text


@pytest.mark.parametrize(
    ("latitude", "longitude", "way"),
    [
        (-8.6715, 115.2335, "di Pos Juanda · Renon"),
        (-8.6715, 115.2380, "490 m ke timur dari Pos Juanda · Renon (garis lurus)"),
        (-8.6800, 115.2250, "1,3 km ke barat daya dari Pos Juanda · Renon (garis lurus)"),
        (None, 115.2, ""),
    ],
)
def test_the_way_from_a_post(latitude: float | None, longitude: float, way: str) -> None:
    assert way_from(JUANDA, Incident(id="i", latitude=latitude, longitude=longitude)) == way


def test_no_way_is_told_to_units_of_several_posts() -> None:
    to = Addressed(Whom.UNIT, ("Damkar 4", "A1"), frozenset({"juanda", "induk"}))
    assert "Arah" not in dispatch_text(FIRE, _around(), to, Form.MESSAGE)


@pytest.mark.parametrize(
    ("form", "with_numbers", "gives"),
    [(Form.MESSAGE, True, True), (Form.MESSAGE, False, False), (Form.RADIO, True, False)],
)
def test_a_number_goes_out_where_role_and_template_let_it(
    form: Form, with_numbers: bool, gives: bool
) -> None:
    around, to = _around(with_numbers), Addressed(Whom.UNIT, ("Damkar 4",))
    assert gives_number(FIRE, around, to, form) is gives
    assert ("0812 3811 2204" in dispatch_text(FIRE, around, to, form)) is gives
