"""What is decided of acts that a desk has and the database has not: kept while cut off, or from before a
centre was deliberately brought back to an earlier time.
"""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.records import Record, col, record


@record("restore_decision")
@dataclass(frozen=True, kw_only=True)
class RestoreDecision(Record):
    """What happens to the acts that desks still have from before a restore: one decision for all of them.

    `epoch`: the centre's after that restore. `deliver`: whether they are delivered, or left out; the reason
    is the note of its act. Of two decisions about one restore the first holds.
    """

    epoch: int = col(default=0, between=(0, 2**31 - 1))
    deliver: bool = col(default=False)
    decided_at: datetime | None = col()
    decided_by: str | None = col()


@record("put_away")
@dataclass(frozen=True, kw_only=True)
class PutAway(Record):
    """An act that a desk had kept while it was cut off, that the database refused, and that somebody decided
    not to deliver. Its id is that act's; the reason is the note of the act that tells so.

    `kind`, `author`: the refused act's. `refusal`: why it was refused, as a code. `incident`: what it was
    about, where that is in the database.
    """

    kind: str = col(default="", limit=64)
    author: str = col(default="", limit=64)
    refusal: str | None = col(limit=64)
    incident: str | None = col(ref="incident", subject=True, uuid=True)
    decided_at: datetime | None = col()
    decided_by: str | None = col()


@dataclass(frozen=True, slots=True)
class Restored:
    """The last restore of a server's database, as it is told with each heartbeat.

    `epoch`: the centre's since. `at`: when it was restored (UTC). `state_of`: when the last act was written
    that the backup held (UTC), None without any. `decision`: the act that decided of what desks still have
    from before, `decided_by` whom, and whether it is to `deliver` them; None as long as nobody decided.
    """

    epoch: int
    at: datetime
    state_of: datetime | None = None
    decision: str | None = None
    decided_by: str | None = None
    deliver: bool = False
