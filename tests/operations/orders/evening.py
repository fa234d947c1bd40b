"""A small evening as a picture, made by hand: who stands where, what is open, what was closed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.acts import Act, Result
from desktop.domain.alarm_clocks import Shown
from desktop.domain.alarms import alarms_of
from desktop.domain.board import Case, Reference, make_case
from desktop.domain.centre import Centre
from desktop.domain.contacts import Contact, ContactEntry, ContactKind, ContactPrivate
from desktop.domain.incidents import Incident
from desktop.domain.memos import Memo, MemoEntry, MemoKind, MemoPrivate, MemoState
from desktop.domain.plans import ResponsePlan
from desktop.domain.reference import (
    Agency,
    AgencyPart,
    Category,
    Clock,
    Hospital,
    Outcome,
    Role,
    Station,
    Target,
)
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.targets import Targets
from desktop.domain.units import BUSY, Assignment, AssignmentState, Unit, UnitStatus
from desktop.domain.warnings import PlaceWarning, PlaceWarningPrivate, WarningEntry
from desktop.operations.desk import Author, Desk
from desktop.operations.dispatch_files import load_texts
from desktop.operations.orders.picture import BoardNames, Picture

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
"""21:00 in the city."""
CENTRE = Centre(
    id="1",
    city="denpasar",
    name="Denpasar",
    letters="DP",
    zone_name="Asia/Makassar",
    area_code="0361",
    local_number=None,
    training=True,
    epoch=1,
    made_at=NOW,
)
TEXTS = load_texts("denpasar", Path("none"))
_S = UnitStatus
_FLEET: Iterable[tuple[str, UnitStatus, str]] = (
    ("Damkar 1", _S.AVAILABLE, ""),
    ("Damkar 4", _S.ASSIGNED, "3"),
    ("Damkar 14", _S.ON_SCENE, "3"),
    ("Perahu 4", _S.OFF_DUTY, ""),
    ("A1", _S.AVAILABLE, ""),
    ("A2", _S.ON_SCENE, "4"),
    ("A3", _S.RETURNING, ""),
    ("R1", _S.OUT_OF_SERVICE, ""),
)
_NEXT = (("Damkar 14", "4"), ("A3", "6"))
"""Who is waited for, and by the serial where."""


def _unit(at: int, name: str, status: UnitStatus) -> Unit:
    since = NOW - timedelta(minutes=10)
    return Unit(id=name, call_sign=name, status=status, status_at=since, rank=at, acts={"status": f"u{at}"})


def _assignment(unit: str, incident: str) -> Assignment:
    sent = NOW - timedelta(minutes=12)
    return Assignment(
        id=f"{unit}-{incident}",
        unit=unit,
        incident=incident,
        assigned_at=sent,
        on_scene_at=NOW if unit in ("Damkar 14", "A2") else None,
        acts={},
    )


def _case(serial: int, category: str, address: str, day: int = 24, **more: Any) -> Case:
    one = f"i{serial}-{day}"
    incident = Incident(
        id=one,
        day=date(2026, 11, day),
        serial=serial,
        opened_at=NOW - timedelta(minutes=20),
        category=category,
        address=address,
        acts={},
        **more,
    )
    key = str(serial) if day == 24 else ""
    running = tuple(_assignment(unit, one) for unit, _, case in _FLEET if case and case == key)
    running += tuple(
        Assignment(id=f"next {unit}", unit=unit, incident=one, state=AssignmentState.QUEUED, acts={})
        for unit, waited_for in _NEXT
        if waited_for == key
    )
    told = Referral(
        id=f"r{serial}",
        incident=one,
        agency="PLN",
        part=AgencyPart.SUPPORT,
        state=ReferralState.TOLD if serial == 3 else ReferralState.FINISHED,
        acts={},
    )
    return make_case(incident, running, (told,) if serial in (3, 6) else (), 1)


WARNED = WarningEntry(
    PlaceWarning(id="w1", critical=True, address="Jl. Gelap 5", last_act="wa", acts={}),
    PlaceWarningPrivate(id="w1", text="tabung gas", acts={}),
)


def _memo(name: str, text: str, **values: Any) -> MemoEntry:
    memo = Memo(id=name, made_at=NOW, acts={"due": "d", "state": "s"}, **values)
    return MemoEntry(memo, MemoPrivate(id=name, text=text, acts={}))


_MEMOS = (
    _memo("m1", "Telepon balik Bu Ayu", incident="i4-24", due_at=NOW + timedelta(minutes=5)),
    _memo("m2", "Isi BBM", made_by="made", due_at=NOW),
    _memo("m3", "Milik orang lain", recipient="ayu", due_at=NOW),
    _memo("m4", "Listrik padam", kind=MemoKind.MESSAGE, state=MemoState.SENT, made_by="ayu"),
)
LATE = Targets([Target(id="first", clock=Clock.FIRST_UNIT, warn=60, alarm=600, acts={})])


def picture(**more: Any) -> Picture:
    """21:00 on the 24th: 003 and 004 have units, 006 has a warning, 23-005 is of the day before."""
    cases = (
        _case(3, "fire_building", "Gg. Mawar 5", holder="made"),
        _case(4, "accident", "Simpang Gatsu Nangka"),
        _case(5, "accident", "Jl. Sudirman"),
        _case(6, "fire_building", "Jl. Gelap 5", holder="ketut"),
        _case(5, "tree", "Jl. Gunung Agung", day=23),
        _case(7, "tree", "Jl. Teuku Umar", closed_at=NOW, outcome="handled"),
    )
    units = {name: _unit(at, name, status) for at, (name, status, _) in enumerate(_FLEET)}
    running = {one.unit: one for case in cases for one in case.running}
    assert {one.id for one in units.values() if one.status in BUSY} == set(running)
    by_id = {case.id: case for case in cases}
    values = {
        "centre": CENTRE,
        "reference": _reference(),
        "cases": by_id,
        "units": units,
        "running": running.get,
        "now": NOW,
        "roles": frozenset(Role),
        "names": BoardNames(CENTRE),
        "warnings": {"w1": WARNED},
        "selected": by_id["i3-24"],
        "alarms": lambda: alarms_of(Shown(by_id, units, {}, _reference(), LATE), NOW),
        "last": "i4-24",
        "memos": {one.id: one for one in _MEMOS},
        "login": "made",
        "abbreviations": {"k1": "kirim dam1, a1 ke", "pp": "pesan semua; pulang"},
        "at_desks": frozenset({"ayu"}),
        "texts": TEXTS,
    }
    return Picture(**{**values, **more})


def _reference() -> Reference:
    def by_id(*records: Any) -> dict[str, Any]:
        return {one.id: one for one in records}

    return Reference(
        agencies=by_id(
            Agency(id="PLN", name="PLN", short_name="PLN", acts={}),
            Agency(id="POLRI", name="Polresta Denpasar", short_name="Polisi", acts={}),
            Agency(id="BPBD", name="BPBD", short_name="BPBD", own=True, acts={}),
        ),
        categories=by_id(
            Category(
                id="fire_building", name_id="Kebakaran rumah", name_en="Building fire", support="PLN", acts={}
            ),
            Category(id="accident", name_id="Kecelakaan", name_en="Accident", lead="POLRI", acts={}),
            Category(id="tree", name_id="Pohon tumbang", name_en="Fallen tree", acts={}),
        ),
        hospitals=by_id(
            Hospital(id="wangaya", name="RSUD Wangaya", short_name="Wangaya", acts={}),
            Hospital(id="sanglah", name="RSUP Sanglah", short_name="Sanglah", acts={}),
        ),
        stations=by_id(Station(id="juanda", name="Pos Juanda", acts={})),
        contacts={one.id: one for one in _contacts()},
        plans=(
            ResponsePlan(
                id="f1", category="fire_building", needs="engine:1", tell="PLN", confirms="PLN", acts={}
            ),
            ResponsePlan(id="f2", category="fire_building", level=2, needs="engine:1", acts={}),
        ),
        outcomes=by_id(
            Outcome(id="handled", key="T", name_id="Tertangani", name_en="Handled", acts={}),
            Outcome(id="not_found", key="D", name_id="Tidak ditemukan", name_en="Not found", acts={}),
        ),
        operators={"made": "Made Sudiarta", "ayu": "Ayu Laksmi", "komang": "Komang", "kadek": "Kadek Ayu"},
    )


def _contacts() -> Iterable[ContactEntry]:
    """PLN and its officer, the police without a number, a hospital."""
    for code, name, agency, numbers, own in (
        ("pln", "PLN", "PLN", "123", ""),
        ("pln-piket", "Piket PLN", "PLN", "", "0812-3400-0001"),
        ("polri", "Polresta", "POLRI", "", ""),
        ("igd", "IGD Wangaya", None, "0361-222 / 0361-223", ""),
    ):
        contact = Contact(
            id=code,
            name=name,
            agency=agency,
            numbers=numbers,
            step=2 if own else 1,
            contact_kind=ContactKind.OTHER,
            acts={},
        )
        yield ContactEntry(contact, ContactPrivate(id=code, numbers=own or None, acts={}))


class Recorder:
    """A store that takes every act and remembers it."""

    def __init__(self) -> None:
        self.acts: list[Act] = []

    async def submit(self, act: Act, _author: Author) -> Result:
        """Take it."""
        self.acts.append(act)
        return Result(act.id, len(self.acts), NOW)


def desk_at(recorder: Recorder) -> Desk:
    """A desk that writes into a recorder."""
    author = Author("made", "Made S.", frozenset(Role))
    ids = iter(range(10_000))
    return Desk(recorder, author, lambda: f"new-{next(ids)}")  # type: ignore[arg-type]  # - orders that read are not carried out here
