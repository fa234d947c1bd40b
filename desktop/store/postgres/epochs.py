"""Which servers a workstation has had: it never goes back to an old one."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from desktop.store.problems import StoreError


class Epochs:
    """The highest epoch of all servers that answered here, by the centre's id; kept in a file, if there is
    one.

    A promotion and a restore raise the epoch: a server with a lower one is the old primary that came back,
    and what is written there is lost. A file that cannot be read or written keeps nobody from working.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._highest = dict(self._read())

    def highest(self, centre: str) -> int:
        """The highest epoch of a centre; 0 for one that never answered."""
        return self._highest.get(centre, 0)

    def judge(self, centre: str, epoch: int) -> None:
        """Remember a server's epoch. StoreError `old_primary` when there was a higher."""
        highest = self.highest(centre)
        if epoch < highest:
            raise StoreError("old_primary", f"{epoch} < {highest}")
        if epoch > highest:
            self._highest[centre] = epoch
            self._write()

    def _read(self) -> Mapping[str, int]:
        try:
            text = "" if self._file is None else self._file.read_text(encoding="utf-8")
            found = json.loads(text or "{}")
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: epoch for name, epoch in found.items() if isinstance(epoch, int)}

    def _write(self) -> None:
        if self._file is None:
            return
        for centre, epoch in self._read().items():  # another desk on this workstation may know better
            self._highest[centre] = max(epoch, self.highest(centre))
        written = self._file.with_suffix(".new")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(json.dumps(self._highest), encoding="utf-8")
            written.replace(self._file)
