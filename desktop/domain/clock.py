"""The clock of a centre: the wall's in a real one, an exercise's own in a training centre."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop.domain.records import Record, col, record

FIRST_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
LAST_MOMENT = datetime(2199, 12, 31, tzinfo=UTC)
"""Bounds of all times in acts (ours): an exercise that runs fast comes to the end and stands still."""

CLOCK_ID = "clock"
"""The id of the only row of the table `clock`."""


@record("clock", uuid=False)
@dataclass(frozen=True, kw_only=True)
class TrainingClock(Record):
    """When the wall's clock showed `anchor_real`, the exercise's showed `anchor_training`.

    From then on it runs `rate` times as fast, between the first and the last moment that acts can name.
    """

    anchor_real: datetime | None = col("clock")
    anchor_training: datetime | None = col("clock")
    rate: float = col("clock", default=1.0, between=(0.0, 100_000.0))

    def at(self, real: datetime) -> datetime:
        """The exercise's time when the wall's clock shows `real` (both aware)."""
        if self.anchor_real is None or self.anchor_training is None:
            return real
        passed = (real - self.anchor_real).total_seconds() * self.rate
        first = (FIRST_MOMENT - self.anchor_training).total_seconds()
        last = (LAST_MOMENT - self.anchor_training).total_seconds()
        return self.anchor_training + timedelta(seconds=min(max(passed, first), last))
