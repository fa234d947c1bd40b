"""Keeping on the workstation what is typed, within a second of the key."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from desktop.domain.drafts import Draft
from desktop.runtime.drafts import DraftStore
from ui.intake.open_call import OpenCall

SAVE_MS = 300
"""How long after the first key its draft is written, at the latest (our choice: well under a second)."""


class DraftKeeper(QObject):
    """Writes the drafts of calls that changed, each at most every 300 ms."""

    def __init__(self, store: DraftStore, parent: QObject) -> None:
        super().__init__(parent)
        self.store = store
        self._changed: dict[str, OpenCall] = {}
        self._kept: dict[str, Draft] = {}
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.flush)

    def changed(self, call: OpenCall) -> None:
        """Something about the call changed that a draft must know."""
        if self._stopped:
            return
        self._changed[call.id] = call
        if not self._timer.isActive():
            self._timer.start()

    def known(self, draft: Draft) -> None:
        """This draft lies on the disk already."""
        self._kept[draft.call] = draft

    def flush(self) -> None:
        """Hand over all that waits to the thread that writes it."""
        self._timer.stop()
        for call in self._changed.values():
            draft = call.draft()
            kept = self._kept.get(call.id)
            if kept is None or replace(kept, saved_at=draft.saved_at) != draft:
                self._kept[call.id] = draft
                self.store.save(draft)
        self._changed.clear()

    def stop(self) -> None:
        """Hand over what waits; from now on drafts stay as they are, for the desk that comes next."""
        self.flush()
        self._stopped = True

    def remove(self, call: str) -> None:
        """All of the call is in the database now."""
        self._changed.pop(call, None)
        self._kept.pop(call, None)
        if not self._stopped:
            self.store.remove(call)
