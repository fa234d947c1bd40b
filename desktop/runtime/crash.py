"""What happens when the desk meets an error that is a bug: drafts are saved, a report is written and shown.

Python's errors arrive by three ways (`sys.excepthook`, threads, the event loop), Qt's by its message
handler, and a death of the whole process leaves what `faulthandler` could still write, which the next start
makes into a report.
"""

import asyncio
import logging
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.runtime.crash_files import CrashReport, FaultFile, write_report
from desktop.runtime.ids import new_id
from desktop.runtime.privacy import Code, described, scrubbed, short_path, traced

_log = logging.getLogger(__name__)

SAME_AGAIN_S = 60.0
"""An error at the same place within this time of its last report is counted, not reported again."""

QtHandler = Callable[[QtMsgType, QMessageLogContext, str], None]
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass
class _Seen:
    """When the same error was last reported (monotonic seconds), and how often it came since."""

    at: float
    again: int = 0


class CrashHandler:
    """Catches what nobody caught. May be called from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._savers: list[Callable[[], None]] = []
        self._listeners: list[Callable[[CrashReport], None]] = []
        self._seen: dict[str, _Seen] = {}
        self._lock = threading.RLock()
        self._busy = False
        self._fault_file = FaultFile(folder)
        self._previous_qt: QtHandler | None = None
        self._previous_hooks = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Take the process's hooks and turn what an earlier process left when it died into a report."""
        self._previous_hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_python
        threading.excepthook = self._on_thread
        self._previous_qt = qInstallMessageHandler(self._on_qt)
        self._fault_file.open()

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._previous_hooks
        qInstallMessageHandler(self._previous_qt)
        self._previous_qt = None
        self._fault_file.close()

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Catch what the loop's callbacks and tasks raise."""
        loop.set_exception_handler(self._on_loop)

    def add_saver(self, saver: Callable[[], None]) -> Callable[[], None]:
        """Have `saver` called first thing at every error, as by the drafts; gives what takes it out again."""
        return _added(self._savers, saver)

    def add_listener(self, listener: Callable[[CrashReport], None]) -> Callable[[], None]:
        """Have `listener` called with each report, in the thread of the error; gives what takes it out
        again.
        """
        return _added(self._listeners, listener)

    def reports_of_earlier_deaths(self) -> tuple[CrashReport, ...]:
        """Reports made at `install` of processes that died without a word."""
        return self._fault_file.found

    def report(self, error: BaseException, where: str) -> CrashReport | None:
        """Save, write a report and tell the screen. None when the same was reported just before.

        `where`: a word of ours for the way by which the error came.
        """
        with self._lock:
            if self._busy:  # the error of a saver or listener of ours, or of writing the report
                return None
            self._busy = True
            try:
                return self._report(error, where)
            finally:
                self._busy = False

    def _report(self, error: BaseException, where: str) -> CrashReport | None:
        self._call_all(self._savers)
        trace = traced(error)
        now = time.monotonic()
        seen = self._seen.get(trace)
        if seen is not None and now - seen.at < SAME_AGAIN_S:
            seen.again += 1
            return None
        self._seen[trace] = _Seen(now)
        again = f"\nthe same {seen.again} more times before" if seen and seen.again else ""
        report = write_report(self.folder, new_id(), described(error), f"{where}{again}\n\n{trace}")
        _log.critical("crash report %s: %s", report.id, Code(report.kind))
        _print(report)
        self._call_all([partial(one, report) for one in self._listeners])
        return report

    def _call_all(self, calls: Sequence[Callable[[], object]]) -> None:
        for call in tuple(calls):
            try:
                call()
            except Exception:
                _log.exception("a saver or listener failed while an error was reported")

    def _on_python(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._previous_hooks[0](kind, error, trace)
        else:
            self.report(error.with_traceback(trace), "uncaught")

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.report(args.exc_value.with_traceback(args.exc_traceback), "thread")

    def _on_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.report(error, "event loop")
        else:
            _log.error("the event loop complained without an error")

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if self._previous_qt is not None:
            self._previous_qt(kind, context, message)
        level = _QT_LEVELS.get(kind, logging.WARNING)
        place = f"{short_path(context.file or 'qt')}:{context.line}"
        _log.log(level, "Qt, %s, %s: %s", Code(context.category), Code(place), Code(scrubbed(message)))
        if kind == QtMsgType.QtFatalMsg:
            self._call_all(self._savers)


def _print(report: CrashReport) -> None:
    if sys.stderr is not None:  # None without a console, as under pythonw
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{report.text}\n")


def _added(calls: list[Any], call: Any) -> Callable[[], None]:
    calls.append(call)

    def remove() -> None:
        if call in calls:
            calls.remove(call)

    return remove
