"""Drafts as files: one a call, or a purpose of words; each whole or not there."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.domain.drafts import DRAFT_FIELDS, Draft, Kept, Words
from desktop.store.kept.disk import sync_folder

FORMAT = 1
SUFFIX = ".json"
UNFINISHED = ".unfinished"
SET_ASIDE = ".damaged"
_PRIVATE_FILE = 0o600
_NO_DRAFT = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def write_draft(folder: Path, draft: Kept) -> None:
    """Put the draft on the disk in place of the one before. OSError leaves that one as it was."""
    text = json.dumps(_encode(draft))  # ASCII: half a surrogate pair, as Qt can hand over, comes through
    unfinished = folder / f"{draft.key}{UNFINISHED}"
    try:
        handle = os.open(str(unfinished), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE_FILE)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(folder / f"{draft.key}{SUFFIX}")
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    sync_folder(folder)


def remove_draft(folder: Path, key: str) -> None:
    """Remove the draft of that key, if there is one."""
    (folder / f"{key}{SUFFIX}").unlink(missing_ok=True)
    sync_folder(folder)


def read_drafts(folder: Path) -> list[Kept]:
    """The drafts in a folder. A file that holds none is set aside under another name, for a person to see."""
    found: list[Kept] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        with suppress(OSError):
            content = path.read_bytes()
            try:
                found.append(_decode(json.loads(content)))
            except _NO_DRAFT:
                path.replace(path.with_suffix(SET_ASIDE))
    return found


def finish_drafts(folder: Path) -> None:
    """Complete what a desk wrote when it died: whole text takes its place, half of one is removed."""
    for path in folder.glob(f"*{UNFINISHED}"):
        try:
            _decode(json.loads(path.read_bytes()))
        except _NO_DRAFT:
            path.unlink(missing_ok=True)
        else:
            path.replace(path.with_suffix(SUFFIX))


def _encode(draft: Kept) -> dict[str, Any]:
    if isinstance(draft, Words):
        return {
            "format": FORMAT,
            "about": draft.about,
            "purpose": draft.purpose,
            "operator": draft.operator,
            "saved_at": draft.saved_at.isoformat(),
            "texts": dict(draft.texts),
        }
    return {
        "format": FORMAT,
        "call": draft.call,
        "operator": draft.operator,
        "saved_at": draft.saved_at.isoformat(),
        "answered_at": draft.answered_at.isoformat() if draft.answered_at else None,
        "incident": draft.incident,
        "texts": dict(draft.texts),
    }


def _decode(found: Mapping[str, Any]) -> Kept:
    if "about" in found:
        return Words(
            about=str(found["about"]),
            purpose=str(found["purpose"]),
            operator=str(found["operator"]),
            saved_at=datetime.fromisoformat(found["saved_at"]),
            texts={str(name): str(text) for name, text in found["texts"].items()},
        )
    answered_at, incident = found.get("answered_at"), found["incident"]
    return Draft(
        call=str(found["call"]),
        operator=str(found["operator"]),
        saved_at=datetime.fromisoformat(found["saved_at"]),
        answered_at=None if answered_at is None else datetime.fromisoformat(answered_at),
        incident=None if incident is None else str(incident),
        texts={name: str(text) for name, text in found["texts"].items() if name in DRAFT_FIELDS},
    )
