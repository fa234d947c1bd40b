"""What a look-up finds: incidents and calls of all years, and what is known of a number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.calls import Block, CallType
from desktop.domain.incidents import Number
from desktop.domain.reference import Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An incident or a call that was looked for. What belongs to an incident is that of the surviving one."""

    table: str
    """`incident` or `call`: whose text has the words."""
    row: str
    """The id of that incident or call."""
    at: datetime | None
    """When it was opened or answered (UTC)."""
    incident: str | None = None
    """The id of the incident to show: the surviving one, where it was merged; None for a call without one."""
    number: Number | None = None
    asked: str | None = None
    """Another number by which it was found: of an incident merged into this one, or an alias."""
    category: str | None = None
    priority: Priority | None = None
    closed: bool = False
    restricted: bool = False
    place: str = ""
    """Address or landmark and area, separated by a comma."""
    call_type: CallType | None = None
    """What a call turned out to be."""
    snippet: str = ""
    """Of the call's narrative, about where the words are; of an incident's first call otherwise."""


@dataclass(frozen=True, slots=True)
class EarlierCall:
    """One call of a number. `call_type` None: it has not ended, or belongs to an incident and still runs."""

    call: str
    at: datetime | None
    call_type: CallType | None
    incident: str | None = None
    number: Number | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class NumberHistory:
    """What a number has been: its calls, newest first, how many of each type, and the block that runs."""

    number: str
    calls: tuple[EarlierCall, ...] = ()
    counts: Mapping[CallType, int] = field(default_factory=dict)
    """Calls by type, without those opened by mistake or as a test."""
    block: Block | None = None
    hidden: int = 0
    """Calls about restricted incidents that may not be read here: counted, and nothing else."""

    @property
    def total(self) -> int:
        """How many calls are counted by type."""
        return sum(self.counts.values())
