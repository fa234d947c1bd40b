"""Calling back those whose call was lost: who must be called, how often it was tried, who comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.domain.calls import CallType
from desktop.domain.records import Record, col, record

if TYPE_CHECKING:
    from desktop.domain.board import CallEntry
    from desktop.domain.incidents import Incident

LOST = (CallType.DROPPED, CallType.SILENT)
"""Calls that ended before anybody knew what they were about."""

UNREACHED = (CallType.DROPPED, CallType.SILENT, CallType.MISTAKE)
"""A call back that ended so reached nobody."""

KEPT_FROM_YESTERDAY = timedelta(hours=12)
"""How long before the city's midnight a lost call still counts (our choice: the night shift's calls)."""


@record("call_back")
@dataclass(frozen=True, kw_only=True)
class CallBack(Record):
    """One try to call back, by the outgoing call `by_call`; without one, that it was given up."""

    call: str = col(default="", ref="call", subject=True, uuid=True)
    by_call: str | None = col(ref="call", subject=True, uuid=True)
    operator: str | None = col()
    begun_at: datetime | None = col()


@record("silence")
@dataclass(frozen=True, kw_only=True)
class Silence(Record):
    """That a call had no voice in it, and for how many seconds somebody listened."""

    call: str = col(default="", ref="call", subject=True, uuid=True)
    seconds: int = col(default=0, between=(0, 100_000))


NEAR_IN_TIME = timedelta(minutes=10)
"""How far from a lost call the opening of an incident may lie that it may have been about (our choice)."""


NOBODY_TO_CALL = timedelta(hours=1)
"""How long a lost call still asks for attention of which neither a number nor a word is known (our choice).

Whoever is in need calls again, or others do, within minutes; after that nothing can be done about it but to
settle it. Counted for the whole shift, such calls would hide the one caller who can be called.
"""


def lost_calls(entries: "Iterable[CallEntry]") -> "tuple[CallEntry, ...]":
    """The calls to call back or to settle, of those on the board.

    One dropped in mid-sentence (something was written down, or an incident was opened) comes before one
    dropped at once, that before a silent one; among equals who can be called, then the oldest. A silent call
    without a number tells nothing and leads nowhere: it is not among them.
    """
    over = (one for one in entries if one.call.ended_at is not None)
    found = (one for one in over if one.private.number or one.call.call_type is CallType.DROPPED)
    return tuple(sorted(found, key=_danger))


def asking_calls(entries: "Iterable[CallEntry]", now: datetime) -> "tuple[CallEntry, ...]":
    """Those of the lost calls that ask for somebody now: whose number or words are known, or that just came.

    The others stay among `lost_calls` until they are settled, or too old.
    """

    def asks(entry: "CallEntry") -> bool:
        at = entry.call.answered_at
        young = at is not None and now - at < NOBODY_TO_CALL
        return young or bool(entry.private.number) or in_mid_sentence(entry)

    return tuple(one for one in lost_calls(entries) if asks(one))


def in_mid_sentence(entry: "CallEntry") -> bool:
    """Whether the caller had begun to tell what it was about; of a silent call only noise is written down."""
    dropped = entry.call.call_type is CallType.DROPPED
    return dropped and (bool(entry.private.narrative) or entry.call.incident is not None)


def near_in_time(entry: "CallEntry", incidents: "Iterable[Incident]") -> "Incident | None":
    """The incident that a lost call belongs to, else the one that was opened nearest to it in time."""
    known, at = tuple(incidents), entry.call.answered_at
    own = next((one for one in known if one.id == entry.call.incident), None)
    if own is not None or at is None:
        return own
    apart = [(abs(one.opened_at - at), one.id, one) for one in known if one.opened_at is not None]
    near = min(apart, default=None, key=lambda one: one[:2])
    return near[2] if near is not None and near[0] <= NEAR_IN_TIME else None


def _danger(entry: "CallEntry") -> tuple[int, bool, float, str]:
    call = entry.call
    silent = 2 if call.call_type is CallType.SILENT else 1
    rank = 0 if in_mid_sentence(entry) else silent
    at = call.answered_at
    return (rank, not entry.private.number, at.timestamp() if at is not None else 0.0, entry.id)
