"""The imported roads as they lie on the workstation: for a start without the server.

Map data are public. A copy that cannot be read, or is not whole, is none.
"""

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from desktop.store.kept.disk import replace_file
from desktop.store.problems import StoreError

log = logging.getLogger(__name__)
_DIGEST_BYTES = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class RoadCopy:
    """The roads of one import, packed; `version`: as `roads_version` tells it, the digest of the body."""

    version: str
    body: bytes


def read_copy(file: Path) -> RoadCopy | None:
    """The copy; None where there is none that can be read."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("the copy of the roads cannot be read: %s", type(error).__name__)
        return None
    told, body = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    if hashlib.sha256(body).digest() != told:
        log.warning("the copy of the roads is not whole")
        return None
    return RoadCopy(told.hex(), body)


def write_copy(file: Path, body: bytes) -> None:
    """Put a copy in the place of the one before; a disk that takes none is only noted in the log."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, hashlib.sha256(body).digest() + body)
    except (OSError, StoreError) as error:
        log.warning("the copy of the roads cannot be written: %s", type(error).__name__)
