"""Calling back those whose call was lost: who must be called, how often it was tried, who comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.domain.calls import CallType
from desktop.domain.records import Record, col, record

if TYPE_CHECKING:
    from desktop.domain.board import CallEntry

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


def lost_calls(entries: "Iterable[CallEntry]") -> "tuple[CallEntry, ...]":
    """The calls to call back, of those on the board: whose number is known.

    One dropped in mid-sentence (something was written down) comes before one dropped at once, that before a
    silent one; among equals the oldest first.
    """
    found = (one for one in entries if one.call.ended_at is not None and one.private.number)
    return tuple(sorted(found, key=_danger))


def _danger(entry: "CallEntry") -> tuple[int, float, str]:
    call = entry.call
    silent = 2 if call.call_type is CallType.SILENT else 1
    rank = 0 if entry.private.narrative else silent
    at = call.answered_at
    return (rank, at.timestamp() if at is not None else 0.0, entry.id)
