"""Crash reports as files."""

import faulthandler
import os
import platform
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from desktop.runtime.ids import new_id
from desktop.runtime.paths import private_folder
from desktop.runtime.privacy import short_path
from desktop.runtime.version import VERSION

REPORTS_KEPT = 50
"""The oldest reports beyond these are removed (our choice; a report has some kilobytes)."""

_EMPTY_FAULTS_KEPT = timedelta(days=90)
"""An empty fault file may belong to a desk that still runs; none runs as long as this (our choice)."""

_FAULT_PLACE = re.compile(r'File "([^"]*)"')


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One error reported. `path`: None when no folder took the file. `text`: without anything personal."""

    id: str
    kind: str
    text: str
    path: Path | None


def write_report(folder: Path, report_id: str, kind: str, body: str) -> CrashReport:
    """Write a report; a full or read-only disk leaves it with the caller alone."""
    text = "\n".join((f"Kulkul crash report {report_id}", _circumstances(), "", body))
    path = folder / f"crash-{datetime.now(UTC):%Y%m%dT%H%M%S}-{report_id}.txt"
    try:
        private_folder(folder)
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(f"{text}\n", encoding="utf-8")
        _drop_old(folder)
    except OSError:
        return CrashReport(report_id, kind, text, None)
    return CrashReport(report_id, kind, text, path)


def _circumstances() -> str:
    from PySide6.QtCore import qVersion

    return (
        f"Kulkul {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}\n{datetime.now(UTC).isoformat(timespec='seconds')}"
    )


def _drop_old(folder: Path) -> None:
    for path in sorted(folder.glob("crash-*.txt"))[:-REPORTS_KEPT]:
        path.unlink(missing_ok=True)


class FaultFile:
    """The file into which the dying process writes where it was."""

    def __init__(self, folder: Path) -> None:
        self.found: tuple[CrashReport, ...] = ()
        self._folder = folder
        self._path = folder / f"fault-{os.getpid()}-{new_id()}.txt"
        self._file: IO[str] | None = None

    def open(self) -> None:
        """Collect what earlier processes left, then stand ready; without a folder to write in do neither.

        Where somebody set up faulthandler for another file before, as pytest or -X faulthandler, that stays.
        """
        try:
            private_folder(self._folder)
            self.found = tuple(self._collect())
            if not faulthandler.is_enabled():
                self._file = self._path.open("x", encoding="utf-8")
                faulthandler.enable(self._file)
        except OSError:
            return

    def close(self) -> None:
        """This process ends well."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)

    def _collect(self) -> list[CrashReport]:
        reports = []
        for path in sorted(self._folder.glob("fault-*.txt")):
            text = path.read_text(encoding="utf-8", errors="replace")
            if text:
                body = _FAULT_PLACE.sub(lambda found: f'File "{short_path(found[1])}"', text)
                reports.append(write_report(self._folder, new_id(), "died", f"died\n\n{body}"))
            age = datetime.now(UTC) - datetime.fromtimestamp(path.stat().st_mtime, UTC)
            if text or age > _EMPTY_FAULTS_KEPT:
                path.unlink(missing_ok=True)
        return reports
