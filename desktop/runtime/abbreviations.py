"""An operator's own abbreviations for the command line, kept on the workstation.

On the workstation, not in the database: they work while the server is away, need nobody's right, are seen by
nobody else, and no journal keeps what somebody put into one.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop.runtime.paths import private_folder


class Abbreviations:
    """By word what it stands for, of one operator. Without a file they last as long as the desk.

    A file that cannot be read or written keeps nobody from working.
    """

    def __init__(self, file: Path | None = None, login: str = "") -> None:
        self._file = file
        self._login = login
        self._known: dict[str, str] = _of(self._read().get(login))

    @property
    def known(self) -> Mapping[str, str]:
        """What each word stands for, by the word in small letters."""
        return self._known

    def keep(self, word: str, meaning: str) -> None:
        """Let a word stand for a text, or with an empty one for nothing any more."""
        everybody = self._read()  # another desk on this workstation may have kept some
        known = {**_of(everybody.get(self._login)), **({} if self._file is not None else self._known)}
        known.pop(word, None)
        if meaning:
            known[word] = meaning
        self._known = dict(sorted(known.items()))
        self._write({**everybody, self._login: self._known})

    def _read(self) -> Mapping[str, Any]:
        try:
            text = "" if self._file is None else self._file.read_text(encoding="utf-8")
            found = json.loads(text or "{}")
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, everybody: Mapping[str, Any]) -> None:
        if self._file is None:
            return
        written = self._file.with_suffix(".new")
        with suppress(OSError):
            private_folder(self._file.parent)
            written.write_text(json.dumps(everybody, ensure_ascii=False), encoding="utf-8")
            written.replace(self._file)


def _of(found: object) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {str(word): text for word, text in found.items() if isinstance(text, str)}
