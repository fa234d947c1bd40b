"""What is typed about incidents and not yet saved: kept on the workstation within a second of the key."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.drafts import Words, words_key
from desktop.runtime.drafts import DraftStore

SAVE_MS = 300
"""How long after the first key the words are written, at the latest (our choice: well under a second)."""

NOTE, CORRECTION = "note", "correction"
"""Purposes of words; those of questions are the names of what is asked."""

UNITS, PAPER, ORDER = "units", "paper", "order"
"""What words in the lines of the units, in the row for paper and in the command line are about: nothing that
has an id until they are entered."""


class Unsaved(QObject):
    """One operator's words, by what they are about and what for. In memory only until `use`."""

    came_back = Signal(str)
    """The id of what words are about that an earlier run of the desk left."""

    def __init__(self, login: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._login = login
        self._store: DraftStore | None = None
        self._texts: dict[str, Words] = {}
        self._restored: set[str] = set()
        self._changed: set[str] = set()
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.flush)

    def use(self, store: DraftStore) -> None:
        """From now on words go there."""
        self._store = store

    def texts(self, about: str, purpose: str) -> Mapping[str, str]:
        """What was typed, by the names of the fields; empty when nothing was."""
        words = self._texts.get(words_key(about, purpose))
        return {} if words is None else words.texts

    def was_restored(self, about: str, purpose: str) -> bool:
        """Whether an earlier run of the desk left it."""
        return words_key(about, purpose) in self._restored

    def keep(self, about: str, purpose: str, texts: Mapping[str, str]) -> None:
        """Keep what stands in the fields now; nothing, when all are empty."""
        if not any(texts.values()):
            self.forget(about, purpose)
            return
        words = Words(
            about=about,
            purpose=purpose,
            operator=self._login,
            saved_at=datetime.now(UTC),
            texts=dict(texts),
        )
        known = self._texts.get(words.key)
        self._texts[words.key] = words
        if known is None or replace(known, saved_at=words.saved_at) != words:
            self._write_soon(words.key)

    def keep_line(self, about: str, purpose: str, text: str) -> None:
        """Keep what stands in a line now; typed over, it is no longer what an earlier run left."""
        if self.texts(about, purpose).get("line") != text:
            self.forget(about, purpose)
        self.keep(about, purpose, {"line": text})

    def forget(self, about: str, purpose: str) -> None:
        """It is saved, or was thrown away."""
        key = words_key(about, purpose)
        self._restored.discard(key)
        if self._texts.pop(key, None) is not None:
            self._write_soon(key)

    def bring_back(self, words: Words) -> None:
        """Words that an earlier run left; what was typed since the start goes on from them."""
        since = self._texts.get(words.key)
        self._texts[words.key] = words
        self._restored.add(words.key)
        if since is not None:
            texts = {**words.texts, **since.texts}
            if words.purpose == NOTE:
                texts = {name: f"{words.texts.get(name, '')} {text}".strip() for name, text in texts.items()}
            self.keep(words.about, words.purpose, texts)
        self.came_back.emit(words.about)

    def flush(self) -> None:
        """Hand over all that changed to the thread that writes it."""
        self._timer.stop()
        if self._store is None or self._stopped:
            return
        for key in self._changed:
            words = self._texts.get(key)
            if words is None:
                self._store.remove(key)
            else:
                self._store.save(words)
        self._changed.clear()

    def stop(self) -> None:
        """Hand over what waits; from now on words stay as they are, for the desk that comes next."""
        self.flush()
        self._stopped = True

    def _write_soon(self, key: str) -> None:
        self._changed.add(key)
        if not self._timer.isActive():
            self._timer.start()
