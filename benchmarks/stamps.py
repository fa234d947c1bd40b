"""Stamps that a measured process prints: JSON lines, with milliseconds of `time.monotonic`."""

import json
import sys
import time


def say(what: str, at: float | None = None, **more: object) -> None:
    """Print a stamp; `at`: now unless it is given."""
    sys.stdout.write(json.dumps({"what": what, "at": now() if at is None else at, **more}) + "\n")
    sys.stdout.flush()


def now() -> float:
    """Milliseconds of the clock that the X server and all processes here share."""
    return time.monotonic() * 1000
