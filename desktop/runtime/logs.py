"""The log files of a desk: what happened, in codes and ids, never in words of callers or operators."""

import logging
import logging.handlers
import os
import time
from datetime import UTC, datetime
from pathlib import Path

from desktop.runtime.paths import private_folder
from desktop.runtime.privacy import short_path, shown, traced

OWN_LOGGERS = ("desktop", "ui", "main")
FILE_BYTES = 1_000_000
FILES_OF_A_DESK = 3
FILES_KEPT = 30
"""Log files of all desks together; the oldest go first (our choice: at most 30 MB)."""


class PrivateFormatter(logging.Formatter):
    """Writes what a record's author wrote in the code, and of its values only what cannot be personal.

    A record from another library keeps its logger, level and place: its text may be made of anything. One
    line a record, with the time in UTC; an error brings its trace without messages and values.
    """

    def __init__(self) -> None:
        super().__init__("{asctime}.{msecs:03.0f}Z {levelname} {name}: {message}", "%Y-%m-%dT%H:%M:%S", "{")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """The record as text that is safe to write."""
        safe = logging.makeLogRecord(record.__dict__)
        safe.msg, safe.args = _safe_message(record), ()
        error = record.exc_info[1] if record.exc_info else None
        safe.exc_info, safe.stack_info = None, None
        safe.exc_text = traced(error) if error else None
        return super().format(safe)


def _safe_message(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] not in OWN_LOGGERS:
        return f"said at {short_path(record.pathname)}:{record.lineno}"
    text, args = str(record.msg), record.args
    if not args or not isinstance(args, tuple):
        return text
    try:
        return text % tuple(shown(one) for one in args)
    except (TypeError, ValueError):  # a hidden value where the text wants a number
        return text


def start_logging(folder: Path, level: int = logging.INFO) -> logging.Handler | None:
    """Write a log file of this process in `folder`; None when the folder takes none (the desk works on)."""
    try:
        private_folder(folder)
        name = f"kulkul-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.log"
        handler = logging.handlers.RotatingFileHandler(
            folder / name, maxBytes=FILE_BYTES, backupCount=FILES_OF_A_DESK - 1, encoding="utf-8"
        )
        _drop_old_files(folder)
    except OSError:
        return None
    handler.setFormatter(PrivateFormatter())
    logging.raiseExceptions = False  # a full disk must not put tracebacks between the desk and its work
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Close the log file."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _drop_old_files(folder: Path) -> None:
    found = sorted(folder.glob("kulkul-*.log*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[FILES_KEPT:]:
        path.unlink(missing_ok=True)
