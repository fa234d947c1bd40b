"""Callers who wait on hold: who has waited how long, and when that has to be heard."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.board import CallEntry

WAITS = timedelta(seconds=30)
"""From here on a held line asks for attention (the project's own figure)."""

WAITS_LONG = timedelta(seconds=60)
"""From here on louder (the project's own figure)."""


class Waiting(IntEnum):
    """How much a held line asks for attention."""

    NOT_YET = 0
    WAITS = 1
    LONG = 2


def held(entries: "Iterable[CallEntry]") -> "tuple[CallEntry, ...]":
    """The calls on hold whose caller has not hung up, the one that waits longest first."""
    found = [
        one
        for one in entries
        if one.call.held_at is not None and one.call.hung_up_at is None and one.call.ended_at is None
    ]
    return tuple(sorted(found, key=lambda one: (one.call.held_at, one.id)))


def waiting(held_at: datetime | None, now: datetime) -> Waiting:
    """How much a line that is on hold since then asks for attention. Both aware; None: not on hold."""
    if held_at is None or now - held_at < WAITS:
        return Waiting.NOT_YET
    return Waiting.LONG if now - held_at >= WAITS_LONG else Waiting.WAITS
