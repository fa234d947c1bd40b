"""Crashes: whatever way an error comes, drafts are saved, a report is written and the screen is told."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qWarning

from desktop.runtime import crash, crash_files
from desktop.runtime.crash import CrashHandler
from desktop.runtime.crash_files import CrashReport, write_report
from desktop.runtime.privacy import ROOT
from desktop.runtime.tasks import Tasks

SECRET = "Made Sudiana 081234567890"


class Watched:
    """A crash handler with what it did."""

    def __init__(self, folder: Path) -> None:
        self.handler = CrashHandler(folder)
        self.log: list[str] = []
        self.reports: list[CrashReport] = []
        self.handler.add_saver(lambda: self.log.append("saved"))
        self.handler.add_listener(self.reports.append)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    made = Watched(tmp_path / "crashes")
    made.handler.install()
    yield made
    made.handler.uninstall()


def failure() -> LookupError:
    try:
        raise LookupError(SECRET)
    except LookupError as error:
        return error


def test_an_uncaught_error_saves_reports_and_tells(
    watched: Watched, capsys: pytest.CaptureFixture[str]
) -> None:
    error = failure()
    sys.excepthook(type(error), error, error.__traceback__)
    (report,) = watched.reports
    assert watched.log == ["saved"]
    assert report.kind == "LookupError"
    assert report.path is not None
    text = report.path.read_text()
    assert text == f"{report.text}\n"
    assert "tests/runtime/test_crash.py" in text
    assert "Kulkul 0." in text
    assert SECRET not in text
    assert report.text in capsys.readouterr().err
    if sys.platform != "win32":
        assert report.path.stat().st_mode & 0o777 == 0o600


def test_ctrl_c_and_exit_are_no_crashes(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[object] = []
    monkeypatch.setattr(watched.handler, "_previous_hooks", (lambda *given: passed.append(given[0]), None))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]
    assert watched.reports == []
    monkeypatch.undo()


def test_an_error_in_a_thread_is_reported(watched: Watched) -> None:
    def fail() -> None:
        raise failure()

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert [one.kind for one in watched.reports] == ["LookupError"]


async def test_errors_of_tasks_and_callbacks_are_reported(watched: Watched) -> None:
    loop = asyncio.get_running_loop()
    watched.handler.watch(loop)

    async def fail() -> None:
        raise LookupError(SECRET)

    def fail_too() -> None:
        raise ZeroDivisionError(SECRET)

    Tasks("pane").start(fail(), "fail")
    loop.call_soon(fail_too)
    loop.call_exception_handler({"message": SECRET})
    await asyncio.sleep(0.01)
    assert sorted(one.kind for one in watched.reports) == ["LookupError", "ZeroDivisionError"]


def test_the_same_again_is_counted_not_reported(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        watched.handler.report(failure(), "test")
    assert (len(watched.reports), watched.log) == (1, ["saved"] * 3)
    monkeypatch.setattr(crash, "SAME_AGAIN_S", 0.0)
    watched.handler.report(failure(), "test")
    assert "the same 2 more times before" in watched.reports[1].text


def test_a_saver_or_listener_that_fails_hinders_nobody(watched: Watched) -> None:
    def fail() -> None:
        watched.handler.report(failure(), "inside a report")
        raise ZeroDivisionError

    def fail_too(_report: CrashReport) -> None:
        raise ZeroDivisionError

    remove = watched.handler.add_saver(fail)
    watched.handler.add_listener(fail_too)
    more: list[CrashReport] = []
    watched.handler.add_listener(more.append)
    assert watched.handler.report(failure(), "test") is more[0]
    remove()
    remove()


def test_qt_messages_reach_the_log_and_the_handler_before_ours(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    before: list[str] = []
    watched = Watched(tmp_path)
    watched.handler.install()
    monkeypatch.setattr(
        watched.handler, "_previous_qt", lambda _kind, _context, message: before.append(message)
    )
    qWarning("a label for 'Made' at 0812345678")
    monkeypatch.undo()
    watched.handler.uninstall()
    assert before == ["a label for 'Made' at 0812345678"]
    assert "a label for <text> at <digits>" in caplog.text
    assert set(crash._QT_LEVELS) == set(QtMsgType)


def test_a_folder_that_takes_nothing_leaves_the_report_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    watched = Watched(tmp_path / "file" / "crashes")
    watched.handler.install()
    report = watched.handler.report(failure(), "test")
    watched.handler.uninstall()
    assert report is not None
    assert (report.path, "LookupError" in report.text) == (None, True)


def test_only_so_many_reports_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_files, "REPORTS_KEPT", 3)
    for number in range(5):
        write_report(tmp_path, f"{number}", "x", "x")
    assert len(list(tmp_path.glob("crash-*.txt"))) == 3


DYING = """
import faulthandler, sys
from pathlib import Path
from desktop.runtime.crash import CrashHandler
handler = CrashHandler(Path(sys.argv[1]))
handler.install()
faulthandler._sigabrt()
"""


def test_a_death_without_a_word_is_reported_at_the_next_start(tmp_path: Path) -> None:
    dead = subprocess.run(
        [sys.executable, "-c", DYING, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert dead.returncode != 0
    assert [path.name[:6] for path in tmp_path.iterdir()] == ["fault-"]

    watched = Watched(tmp_path)
    watched.handler.install()
    (report,) = watched.handler.reports_of_earlier_deaths()
    watched.handler.uninstall()

    assert "Aborted" in report.text
    assert [path.name[:6] for path in tmp_path.iterdir()] == ["crash-"]


def test_a_desk_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    ending = DYING.replace(
        "faulthandler._sigabrt()", "assert any(Path(sys.argv[1]).iterdir()); handler.uninstall()"
    )
    subprocess.run([sys.executable, "-c", ending, str(tmp_path)], cwd=ROOT, check=True)
    assert list(tmp_path.iterdir()) == []
