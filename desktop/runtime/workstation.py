"""Which workstation this is."""

import os
import re
from pathlib import Path
from uuid import uuid4

from desktop.domain.ids import UUID_FORM
from desktop.runtime.paths import private_folder


def workstation_id(file: Path) -> str:
    """This workstation's id, by which a server gives it a number; made once, and anew if the file holds none.

    Of desks that start at the same time all have the same. OSError when the file cannot be read or made.
    """
    known = _read(file)
    if known is not None:
        return known
    private_folder(file.parent)
    made = str(uuid4())
    unfinished = file.with_name(f".{file.name}.{made}")
    with unfinished.open("w", encoding="ascii") as target:
        target.write(made)
        target.flush()
        os.fsync(target.fileno())
    try:
        os.link(unfinished, file)
    except OSError:  # another desk was quicker, the file holds no id, or the disk knows no links
        if _read(file) is None:
            unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    return _read(file) or made


def _read(file: Path) -> str | None:
    try:
        text = file.read_bytes().decode("ascii", errors="replace").strip()
    except FileNotFoundError:
        return None
    return text if re.fullmatch(UUID_FORM, text) else None
