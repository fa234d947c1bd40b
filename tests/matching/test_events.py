"""What is offered as the same event, as a table: a call beside what the board knows."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.board import Case, Reference, make_case
from desktop.domain.incidents import Incident
from desktop.domain.reference import Area, AreaLevel, Category, Priority
from desktop.matching.events import Likely, Report, SameEvent
from desktop.matching.kinds import TOGETHER, WIDE
from desktop.matching.spots import hear_spot, make_spot
from desktop.operations.packs import available_packs, pack_folder, read_pack

NOW = datetime(2026, 11, 29, 13, 0, tzinfo=UTC)
SELATAN, BARAT = "51.71.01", "51.71.03"
RENON, PANJER, PEMECUTAN = "51.71.01.1001", "51.71.01.1002", "51.71.03.1004"
REFERENCE = Reference(
    areas={
        one.id: one
        for one in (
            Area(id=SELATAN, name="Denpasar Selatan", level=AreaLevel.KECAMATAN),
            Area(id=BARAT, name="Denpasar Barat", level=AreaLevel.KECAMATAN),
            Area(id=RENON, name="Renon", parent=SELATAN),
            Area(id=PANJER, name="Panjer", parent=SELATAN),
            Area(id=PEMECUTAN, name="Pemecutan", parent=BARAT),
        )
    },
    categories={
        code: Category(id=code, group_name=group)
        for code, group in (
            ("fire_building", "fire"),
            ("gas", "fire"),
            ("flood", "disaster"),
            ("traffic_accident", "accident"),
            ("congestion", "traffic"),
            ("sick", "medical"),
            ("street_light", "utility"),
        )
    },
)


@dataclass(frozen=True)
class Known:
    """What stands on the board."""

    address: str = ""
    area: str | None = None
    category: str | None = None
    minutes: float = 3
    landmark: str = ""
    point: tuple[float | None, float | None] = (None, None)
    closed: bool = False
    priority: Priority = Priority.P1


@dataclass(frozen=True)
class Said:
    """What the caller said so far."""

    address: str = ""
    area: str | None = None
    category: str | None = None
    landmark: str = ""
    point: tuple[float | None, float | None] = (None, None)
    about: frozenset[str] = field(default_factory=frozenset)
    narrative: str = ""


def _case(known: Known, name: str = "known") -> Case:
    opened = NOW - timedelta(minutes=known.minutes)
    incident = Incident(
        id=name,
        opened_at=opened,
        category=known.category,
        priority=known.priority,
        address=known.address or None,
        landmark=known.landmark or None,
        area=known.area,
        latitude=known.point[0],
        longitude=known.point[1],
        closed_at=NOW if known.closed else None,
    )
    return make_case(incident, (), (), 1)


_OTHERS = [
    _case(Known("Jl. Tukad Gangga 7", PANJER, "flood", 30), "gangga"),
    _case(Known("Jl. Tukad Batanghari", PANJER, "sick", 5), "batanghari"),
    _case(Known("Banjar Tegal", PEMECUTAN, "fire_building", 2), "tegal"),
    _case(Known("Jl. Gunung Agung 120", PEMECUTAN, "traffic_accident", 8), "agung"),
]


def _find(known: Known, said: Said) -> tuple[Likely, ...]:
    cases = {case.id: case for case in (*_OTHERS, _case(known))}
    spot = make_spot(said.address, said.landmark, said.area, said.point, REFERENCE)
    if not spot.known:
        spot = hear_spot(said.narrative, REFERENCE)
    return SameEvent().find(Report(spot, said.category, NOW, said.about), cases, REFERENCE)


FIRE = Known("Jl. Tukad Badung 12", RENON, "fire_building")
RENON_SQUARE, NEXT_STREET, FAR = (-8.67200, 115.23500), (-8.67290, 115.23500), (-8.67200, 115.24900)

OFFERED = (
    ("the same words", FIRE, Said("Jl. Tukad Badung 12", RENON, "fire_building")),
    ("short forms, another house", FIRE, Said("jln tk badung no 20", None, "fire_building")),
    ("a slip of the keyboard", FIRE, Said("tukad badnug", None, "fire_building")),
    ("typed as far as this", FIRE, Said("jl tukad badu", None, None)),
    ("another kelurahan of the street", FIRE, Said("Jl. Tukad Badung", PANJER, "fire_building")),
    ("smells gas there", FIRE, Said("Jl. Tukad Badung", RENON, "gas")),
    ("the alley only", Known("Gg. Mawar 5, Jl. Hayam Wuruk", RENON, "fire_building"), Said("gang mawar")),
    ("a junction turned round", Known("Simpang Gatsu–Nangka", category="traffic_accident"),
     Said("perempatan nangka gatsu", None, "traffic_accident")),
    ("one said the landmark", Known("Jl. Diponegoro", RENON, "sick", landmark="depan Ramayana Mall"),
     Said("", None, "sick", landmark="ramayana")),
    ("near by its point", Known(point=RENON_SQUARE, category="fire_building"),
     Said(point=NEXT_STREET, category="fire_building")),
    ("a flood in the same kelurahan", Known("Jl. Pura Demak", RENON, "flood", 60),
     Said("", RENON, "flood")),
    ("an hour of flood", Known("Jl. Pura Demak", RENON, "flood", 200), Said("jl pura demak", None, "flood")),
    ("a lamp since yesterday", Known("Jl. Kecubung", RENON, "street_light", 1500, priority=Priority.P4),
     Said("jln kecubung", None, "street_light")),
    ("the same number again", FIRE, Said(about=frozenset(("known",)))),
    ("figures that are none", replace(FIRE, address="Jl. Tukad Badung \u1369"),
     Said("jl tukad badung \u136a", None, "fire_building")),
    ("a figure without end", replace(FIRE, address=f"Jl. Tukad Badung {'7' * 5000}"),
     Said(f"jl tukad badung {'8' * 5000}", None, "fire_building")),
    ("told before the place was typed",
     Known("Simpang Gatsu–Nangka", category="traffic_accident", landmark="depan minimarket"),
     Said(category="traffic_accident", narrative="ada kecelakaan di gatot subroto mobil nabrak motor "
          "minta ambulan, macet semua, dkt nangka itu. ada yg nangis")),
    ("an alley and its street, told", Known("Gg. Mawar 5, Jl. Hayam Wuruk", RENON, "fire_building"),
     Said(category="fire_building",
          narrative="kebakran rumah tetangga, 1 org di dalam, gg mawar masuk dr hayam wuruk")),
    ("an alley alone, told of what happens there",
     Known("gang mawar nomor lima, masuk dari hayam wuruk", RENON, "fire_building", 6),
     Said(narrative="tabung gas meledak di gang mawar, tetangga luka bakar tangan satu orang sadar")),
    ("a whole name, told", Known("Jalan Pura Demak", PEMECUTAN, "flood"),
     Said(narrative="banjir pura demak gang dua, motor hanyut")),
    ("a street of one word and its kelurahan, told", Known("Jalan Kecubung", RENON, "flood"),
     Said(narrative="air masuk rumah di jalan kecubung renon, selutut")),
    ("closed a while ago", Known("Jl. Tukad Badung 12", RENON, "fire_building", 20, closed=True),
     Said("Jl. Tukad Badung 12", RENON, "fire_building")),
)  # fmt: skip
NOT_OFFERED = (
    ("nothing known but the kind", FIRE, Said("", None, "fire_building")),
    ("another street of one beginning", FIRE, Said("Jl. Tukad Unda 12", RENON, "fire_building")),
    ("only the kelurahan", FIRE, Said("", RENON, "fire_building")),
    ("the same street in another kecamatan, another kind", FIRE, Said("Jl. Tukad Badung", BARAT, "sick")),
    ("ten hours later", Known("Jl. Tukad Badung 12", RENON, "fire_building", 600),
     Said("Jl. Tukad Badung 12", RENON, "fire_building")),
    ("far by its point", Known(point=RENON_SQUARE, category="fire_building"),
     Said(point=FAR, category="fire_building")),
    ("one word of it told, which is also a tree", Known("Jl. Nangka", RENON, "traffic_accident"),
     Said(category="traffic_accident", narrative="motor nabrak pohon nangka")),
    ("words that begin like its name", Known("Jl. Kakiali Tukang", RENON, "sick"),
     Said(category="sick", narrative="kaki tuk jalan sakit")),
    ("another street told", FIRE,
     Said(category="fire_building", narrative="kebakaran rumah di jl tukad unda 12")),
    ("another street in its kelurahan told", FIRE,
     Said(category="fire_building", narrative="kebakaran rumah di jl tukad unda renon")),
    ("the alley's word without the alley",
     Known("gang mawar nomor lima, masuk dari hayam wuruk", RENON, "sick"),
     Said(narrative="ada penjual bunga mawar pingsan")),
    ("another alley of one beginning, told", Known("gang mawar putih 5", RENON, "fire_building"),
     Said(narrative="rumah terbakar di gang mawar merah dekat pasar")),
    ("another banjar", Known("Banjar Kaja", RENON, "fire_building"),
     Said("banjar kelod", None, "fire_building")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("what", "known", "said"), OFFERED, ids=lambda one: one if isinstance(one, str) else ""
)
def test_is_offered_first(what: str, known: Known, said: Said) -> None:
    found = _find(known, said)
    assert [one.incident for one in found][:1] == ["known"], (what, found)
    assert found[0].closed is known.closed


@pytest.mark.parametrize(
    ("what", "known", "said"), NOT_OFFERED, ids=lambda one: one if isinstance(one, str) else ""
)
def test_is_not_offered(what: str, known: Known, said: Said) -> None:
    assert "known" not in {one.incident for one in _find(known, said)}, what


def test_what_moved_is_compared_anew() -> None:
    finder, spot = SameEvent(), make_spot("Jl. Kecubung", None, None, (None, None), REFERENCE)
    report = Report(spot, None, NOW)
    case = _case(Known("Jl. Kecubung"))
    assert finder.find(report, {"known": case}, REFERENCE)
    assert not finder.find(report, {"known": _case(Known("Jl. Nangka"))}, REFERENCE)
    assert finder.find(report, {"known": case}, REFERENCE)


@pytest.mark.parametrize("city", available_packs())
def test_kinds_that_go_together_are_the_citys(city: str) -> None:
    codes = {one.id for one in read_pack(pack_folder(city)).categories}
    assert frozenset().union(*TOGETHER, WIDE) <= codes
