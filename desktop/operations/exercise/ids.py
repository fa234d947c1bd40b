"""Ids of an exercise: the same file laid on the same day gives the same ids, and an id tells its event.

They have the form of a UUIDv7: 48 bits of milliseconds, 12 bits that count within the event, and in the last
62 bits 38 that stand for the exercise and 24 for the event. So a desk that starts again in the middle of an
exercise sees from the rows themselves how far it came.
"""

import hashlib
from datetime import date, datetime
from uuid import UUID

_EVENT_BITS = 24
_MARK_BITS = 38


class ExerciseIds:
    """Makes and reads the ids of one exercise on one day in one centre."""

    def __init__(self, digest: bytes, first_day: date, centre: str) -> None:
        text = digest + first_day.isoformat().encode() + centre.encode()
        whole = int.from_bytes(hashlib.sha256(text).digest()[:8], "big")
        self._mark = whole >> (64 - _MARK_BITS)
        self._moment = 0
        self._event = 0
        self._count = 0

    def begin(self, event: int, at: datetime) -> None:
        """From now on ids belong to that event, which happens `at` (aware)."""
        self._moment = int(at.timestamp() * 1000)
        self._event = event
        self._count = 0

    def new(self) -> str:
        """The next id of the event."""
        number = self._moment & ((1 << 48) - 1)
        number = number << 4 | 0x7
        number = number << 12 | self._count & 0xFFF
        number = number << 2 | 0b10
        number = number << _MARK_BITS | self._mark
        number = number << _EVENT_BITS | self._event
        self._count += 1
        return str(UUID(int=number))

    def event_of(self, row: str | None) -> int | None:
        """The event that made an id; None for ids of anything else."""
        if row is None:
            return None
        try:
            low = UUID(row).int & ((1 << 62) - 1)
        except ValueError:
            return None
        return low & ((1 << _EVENT_BITS) - 1) if low >> _EVENT_BITS == self._mark else None
