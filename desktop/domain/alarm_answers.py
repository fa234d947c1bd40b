"""What was answered to an alarm: the one thing about alarms that is stored."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.records import Record, col, record

STAGES = (1, 3)
"""Bounds of a stage, as `alarms.Stage` has them."""


@record("alarm_answer", uuid=False)
@dataclass(frozen=True, kw_only=True)
class AlarmAnswer(Record):
    """One row an alarm, whose id is `answer_id`: who took it last, at which stage, and when.

    `about` is the row of which the alarm is: an incident, an assignment, a referral. `incident` or `unit`
    or both bring it to every desk. `well_at`: when the crew last said that it is well.
    """

    kind: str = col(default="", limit=20)
    about: str = col(default="", limit=43)
    incident: str | None = col(ref="incident", subject=True, uuid=True)
    unit: str | None = col(ref="unit", subject=True)
    stage: int = col("taking", default=1, between=STAGES)
    taken_by: str | None = col("taking")
    taken_at: datetime | None = col("taking")
    well_at: datetime | None = col("welfare")


def answer_id(kind: str, about: str) -> str:
    """The id under which answers to the alarm of that kind about that row are kept."""
    return f"{kind}.{about}"
