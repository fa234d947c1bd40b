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
from desktop.operations.dispatch_text import dispatch_text, map_link
from desktop.operations.packs import pack_centre, read_pack

PACK = read_pack(Path("resources/cities/denpasar"))
REFERENCE = Reference(
    areas={area.id: area for area in PACK.areas},
    categories={category.id: category for category in PACK.categories},
)
CENTRE: Centre = pack_centre(PACK, centre_id="c", training=True, made_at=datetime(2026, 1, 1, tzinfo=UTC))
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
    return dispatch_text(detail, REFERENCE, CENTRE, with_numbers=with_numbers).split("\n")


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
