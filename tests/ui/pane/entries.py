"""Acts as a timeline reads them, made by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop.domain.acts import Change, Op
from desktop.domain.board import JournalEntry, Reference
from desktop.domain.referrals import Referral
from desktop.domain.units import Assignment
from desktop.operations.packs import read_pack
from ui.pane.names import Names

PACK = read_pack(Path("resources/cities/denpasar"))
REFERENCE = Reference(
    areas={one.id: one for one in PACK.areas},
    agencies={one.id: one for one in PACK.agencies},
    categories={one.id: one for one in PACK.categories},
    stations={one.id: one for one in PACK.stations},
    hospitals={one.id: one for one in PACK.hospitals},
    outcomes={one.id: one for one in PACK.outcomes},
    operators={"made": "Made S.", "wayan": "Wayan P."},
)
HERE, THERE = "incident-here", "incident-there"
OPENED = datetime(2026, 11, 24, 12, 58, 25, tzinfo=UTC)
"""20:58:25 in Denpasar."""
TONJA = next(one.id for one in PACK.areas if one.name == "Tonja")


def names(**others: object) -> Names:
    """Names for the incident `HERE`, of one caller, one assignment and one referral."""
    known: dict[str, object] = {
        "reference": REFERENCE,
        "zone": ZoneInfo("Asia/Makassar"),
        "area_code": "0361",
        "shown": HERE,
        "day": date(2026, 11, 24),
        "opened_at": OPENED,
        "units": {"a2": "A2", "d3": "Damkar 3"},
        "numbers": {HERE: "24-018", THERE: "24-017"},
        "assignments": {"assignment": Assignment(id="assignment", unit="a2", incident=HERE)},
        "referrals": {"referral": Referral(id="referral", agency="PLN", incident=HERE)},
        "notes": {"note": "korban dua"},
    }
    return Names(**{**known, **others})  # type: ignore[arg-type]  # - a test names only what it is about


def update(table: str, row: str, **values: object) -> Change:
    """A change to a row."""
    return Change(table, Op.UPDATE, row, values)  # type: ignore[arg-type]  # - a test gives values of columns


def insert(table: str, row: str, **values: object) -> Change:
    """A change that makes a row."""
    return Change(table, Op.INSERT, row, values)  # type: ignore[arg-type]  # - a test gives values of columns


_sequence = iter(range(1, 100_000))


def entry(
    kind: str,
    *changes: Change,
    before: tuple[Mapping[str, object], ...] | None = None,
    after: float = 60,
    **others: Any,
) -> JournalEntry:
    """An act, recorded `after` seconds behind the opening; other fields of the entry as given."""
    sequence = next(_sequence)
    made = JournalEntry(
        id=f"act-{sequence}",
        sequence=sequence,
        kind=kind,
        author="made",
        source="typed",
        claimed_by=None,
        occurred_at=None,
        recorded_at=OPENED + timedelta(seconds=after),
        note=None,
        changes=changes,
        before=before if before is not None else tuple({} for _ in changes),
    )
    return replace(made, **others)
