"""The folder in which one desk keeps its drafts, below the folder that all desks of a centre share."""

import threading
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.drafts import Kept
from desktop.runtime.draft_files import SET_ASIDE, SUFFIX, finish_drafts, read_drafts, remove_draft
from desktop.runtime.paths import private_folder

if TYPE_CHECKING:
    from filelock import FileLock

_LOCK = "lock"
DAMAGED_KEPT_S = 30 * 24 * 3600
"""A damaged draft may hold what a caller said: after 30 days nobody asks for it any more (our choice)."""


class DeskFolder:
    """This desk's own folder below `base`, locked while the desk runs; the system frees the lock of a dead
    one.
    """

    def __init__(self, base: Path, desk: str) -> None:
        self.base = base
        self._own = base / desk
        self._lock: FileLock | None = None
        self._taken: dict[str, datetime] = {}
        self._opening = threading.Lock()

    def own(self) -> Path:
        """The folder, made and locked at the first call. OSError when it cannot be."""
        with self._opening:  # the saving thread and the one that reads what others left may both come first
            if self._lock is None:
                private_folder(self.base)
                private_folder(self._own)
                self._lock = _locked(self._own)
                if self._lock is None:
                    raise OSError(f"no lock in {self._own}")
        return self._own

    def forget(self, key: str) -> None:
        """Remove the draft of that key, if this desk has one here and the folder lets it."""
        if self._lock is not None:
            with suppress(OSError):
                remove_draft(self._own, key)

    def take_over(self, operator: str) -> list[Kept]:
        """An operator's drafts in folders of desks that run no more, moved here where that can be done.

        Another operator's stay where they are until he comes.
        """
        found: list[Kept] = []
        with suppress(OSError):
            folders = sorted(one for one in self.base.iterdir() if one != self._own and one.is_dir())
            for folder in folders:
                with suppress(OSError):  # one that cannot be read keeps nobody from the others
                    found += [one for one in self._take(folder, operator) if one.operator == operator]
        return found

    def close(self) -> None:
        """Let go; drafts that are still here wait for the next desk."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            _remove_if_empty(self._own)

    def _take(self, folder: Path, operator: str) -> list[Kept]:
        try:
            lock = _locked(folder)
        except OSError:  # a read-only folder takes no lock, and no desk works in it
            return read_drafts(folder)
        if lock is None:
            return []
        try:
            finish_drafts(folder)
            drafts = read_drafts(folder)
            with suppress(OSError):
                for draft in drafts:
                    if draft.operator == operator:
                        self._move(folder / f"{draft.key}{SUFFIX}", draft)
            _drop_old_damaged(folder)
        finally:
            lock.release()
        _remove_if_empty(folder)
        return drafts

    def _move(self, file: Path, draft: Kept) -> None:
        """Take a draft over, unless a newer one of the same key was taken from another desk."""
        if self._taken.get(draft.key, draft.saved_at) > draft.saved_at:
            file.unlink()
        else:
            file.replace(self.own() / file.name)
            self._taken[draft.key] = draft.saved_at


def _locked(folder: Path) -> "FileLock | None":
    from filelock import FileLock, Timeout  # not before a draft is looked for: it costs a start some 20 ms

    lock = FileLock(folder / _LOCK, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    except NotImplementedError as error:
        raise OSError(str(error)) from error
    return lock


def _drop_old_damaged(folder: Path) -> None:
    for path in folder.glob(f"*{SET_ASIDE}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > DAMAGED_KEPT_S:
                path.unlink()


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        if {path.name for path in folder.iterdir()} <= {_LOCK}:
            (folder / _LOCK).unlink(missing_ok=True)
            folder.rmdir()
