"""Keeping drafts on the workstation, so that no key older than a second is only in memory.

Every desk has a folder of its own below the one for the centre, and holds a lock in it as long as it runs:
what lies in a folder that nobody locks was left by a desk that died, and the next desk of the same operator
takes it over.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.drafts import Kept
from desktop.runtime.disk import disk_code
from desktop.runtime.draft_files import write_draft
from desktop.runtime.draft_folder import DeskFolder
from desktop.runtime.ids import new_id

_log = logging.getLogger(__name__)

RETRY_S = 1.0
"""How long a draft waits that no folder took, before it is tried again."""


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where drafts go now. `folder`: None while no folder takes them: they are only in memory.

    `trouble`: empty while all is well, else why the folder that was asked for takes none: `full`,
    `read_only` or `unreachable`.
    """

    folder: Path | None
    trouble: str = ""


class DraftStore:
    """Saves drafts in a thread of its own: the screen never waits for the disk.

    `folder` is the centre's folder of drafts, `spare` the one to use while that takes none. `on_place` is
    called in the saving thread whenever drafts start to go elsewhere.
    """

    def __init__(
        self, folder: Path, spare: Path, on_place: Callable[[DraftPlace], None] | None = None
    ) -> None:
        desk = new_id()
        self._folders = (DeskFolder(folder, desk), DeskFolder(spare, desk))
        self._on_place = on_place
        self._place = DraftPlace(folder)
        self._changed = threading.Condition()
        self._pending: dict[str, Kept | None] = {}
        self._working = False
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def place(self) -> DraftPlace:
        """Where drafts go now."""
        return self._place

    def save(self, draft: Kept) -> None:
        """Have the draft saved; of several of one key that wait, only the last is."""
        self._put(draft.key, draft)

    def remove(self, key: str) -> None:
        """Have the draft of that key removed: all of it is in the database now."""
        self._put(key, None)

    def load_all(self, operator: str) -> tuple[Kept, ...]:
        """The operator's drafts that desks left behind which run no more, oldest first.

        They are this desk's from now on.

        Reads the disk. A removal that a read-only folder refused is not remembered: whoever shows a draft
        asks the database first whether its call still runs.
        """
        newest: dict[str, Kept] = {}
        for folder in self._folders:
            for draft in folder.take_over(operator):
                known = newest.get(draft.key)
                if known is None or known.saved_at < draft.saved_at:
                    newest[draft.key] = draft
        return tuple(sorted(newest.values(), key=lambda draft: draft.saved_at))

    def flush(self, seconds: float) -> bool:
        """Wait until all is on the disk, but not longer than this; whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._pending and not self._working, seconds)

    def close(self, seconds: float = 2.0) -> bool:
        """Flush, then let go of the folders; whether all was saved."""
        saved = self.flush(seconds)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(seconds)
        for folder in self._folders:
            folder.close()
        return saved

    def _put(self, key: str, draft: Kept | None) -> None:
        with self._changed:
            if self._closing:
                _log.error("a draft came after the drafts were closed")
                return
            self._pending.pop(key, None)
            self._pending[key] = draft
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="kulkul-drafts", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._working = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._pending or self._closing)
                if self._closing:
                    return
                key = next(iter(self._pending))
                draft = self._pending.pop(key)
                self._working = True
            if draft is None:
                self._remove(key)
            elif not self._save(draft):
                with self._changed:
                    self._pending.setdefault(key, draft)
                    self._changed.wait_for(lambda: self._closing, RETRY_S)

    def _save(self, draft: Kept) -> bool:
        trouble = ""
        for folder in self._folders:
            try:
                write_draft(folder.own(), draft)
            except OSError as error:
                trouble = trouble or disk_code(error)
                continue
            self._settle(DraftPlace(folder.base, trouble))
            for other in self._folders:
                if other is not folder:
                    other.forget(draft.key)
            return True
        self._settle(DraftPlace(None, trouble))
        return False

    def _remove(self, key: str) -> None:
        for folder in self._folders:
            folder.forget(key)

    def _settle(self, place: DraftPlace) -> None:
        if place != self._place:
            self._place = place
            if self._on_place is not None:
                self._on_place(place)
