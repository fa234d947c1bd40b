"""The centre: one database is one centre."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from desktop.domain.incidents import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """What holds for the whole database, written once when it is made.

    `epoch` rises at a promotion or restore.
    """

    id: str
    city: str
    """The name of its city pack, as denpasar."""
    name: str
    letters: str
    """The two letters before an incident's number, as DP."""
    zone_name: str
    """The city's time zone, as Asia/Makassar."""
    area_code: str
    """The trunk code of the city's fixed telephones, as 0361."""
    local_number: str | None
    """The centre's own number when 112 is down, as 0361-223333."""
    training: bool
    epoch: int
    made_at: datetime

    @property
    def zone(self) -> tzinfo:
        """The city's time zone."""
        return ZoneInfo(self.zone_name)

    def number(self, day: date, serial: int) -> Number:
        """The number of an incident of this centre."""
        return Number(self.letters, day, serial)
