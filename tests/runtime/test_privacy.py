"""Logs and reports: nothing that a caller said, or that names a person, gets through."""

import ast
import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.reference import Priority
from desktop.runtime import logs
from desktop.runtime.ids import new_id
from desktop.runtime.logs import start_logging, stop_logging
from desktop.runtime.privacy import ROOT, Code, described, scrubbed, short_path, shown, traced
from tests.house.sources import sources

PERSONAL = ("Made Sudiana", "081234567890", "Jl. Nangka 7", "rumah saya terbakar")


class Log:
    """A log file being written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        handler = start_logging(folder)
        assert handler is not None
        self.handler = handler

    def text(self) -> str:
        self.handler.flush()
        return "".join(path.read_text() for path in sorted(self.folder.iterdir()))


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    root = logging.getLogger()
    level, raising = root.level, logging.raiseExceptions
    made = Log(tmp_path / "logs")
    yield made
    stop_logging(made.handler)
    root.setLevel(level)
    logging.raiseExceptions = raising


def test_values_are_shown_only_if_they_cannot_be_personal() -> None:
    row = new_id()
    for value in (None, True, 17, 0.5, row, Code("full")):
        assert shown(value) == value
    assert shown(Priority.P1) == "P1"
    for text in (*PERSONAL, "made"):
        assert shown(text) == "<str>"
    assert shown(81234567890) == "<int>"
    assert shown({"name": "Made"}) == "<dict>"
    assert shown(datetime.now(UTC)) == "<datetime>"
    assert shown(ValueError("Made")) == "ValueError"


def test_the_log_keeps_words_of_the_code_and_nothing_else(log: Log) -> None:
    own = logging.getLogger("desktop.tests")
    for text in PERSONAL:
        own.warning("saved %s for %s in %d ms", new_id(), text, 12)
        own.warning("a count of %d", text)
        own.warning("by name %(name)s", {"name": text})
    try:
        raise ValueError(f"no such number: {PERSONAL[1]}")
    except ValueError:
        own.exception("it failed")
    logging.getLogger("asyncio").error("task by %s failed", PERSONAL[0])
    logging.getLogger("sqlalchemy").error(f"INSERT … {PERSONAL[2]}")  # noqa: G004 - as libraries do it

    text = log.text()
    assert not [one for one in PERSONAL if one in text]
    assert "for <str> in 12 ms" in text
    assert "a count of %d" in text
    assert "it failed\n  tests/runtime/test_privacy.py:" in text
    assert "ValueError" in text
    assert "asyncio: said at tests/runtime/test_privacy.py:" in text
    assert all(line[:4] == f"{datetime.now(UTC):%Y}" for line in text.splitlines() if line[:1].isdigit())


def test_a_log_that_grows_is_cut_and_old_ones_go(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(log.handler, logging.handlers.RotatingFileHandler)
    log.handler.maxBytes = 500
    for number in range(100):
        logging.getLogger("desktop.tests").error("line %d", number)
    assert len(list(log.folder.iterdir())) == logs.FILES_OF_A_DESK
    for number in range(40):
        (log.folder / f"kulkul-2020-{number}.log").write_text("")
        os.utime(log.folder / f"kulkul-2020-{number}.log", (number, number))
    second = start_logging(log.folder)
    assert second is not None
    stop_logging(second)
    assert len(list(log.folder.iterdir())) == logs.FILES_KEPT
    assert "line 99" in log.text()


def test_without_a_folder_the_desk_works_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert start_logging(tmp_path / "file" / "logs") is None


def test_a_trace_has_places_and_types_but_no_messages() -> None:
    def fail(number: str) -> None:
        try:
            int(number)
        except ValueError as error:
            raise LookupError(f"caller {number}") from error

    with pytest.raises(LookupError) as caught:
        fail(PERSONAL[0])
    text = traced(caught.value)
    assert PERSONAL[0] not in text
    assert text.count("tests/runtime/test_privacy.py:") == 3
    assert ("LookupError" in text, "after" in text, "ValueError" in text) == (True, True, True)
    group = traced(ExceptionGroup(PERSONAL[0], [KeyError(PERSONAL[1])]))
    assert ("KeyError" in group, PERSONAL[1] in group, PERSONAL[0] in group) == (True, False, False)


def test_an_error_of_ours_is_told_by_its_code() -> None:
    class OursError(Exception):
        code = "full"

    class OddError(Exception):
        code = "Made Sudiana, 0812"

    assert described(OursError("Made")).endswith("OursError (full)")
    assert described(OddError()).endswith("OddError")


def test_messages_of_qt_lose_what_they_quote() -> None:
    message = """QLabel: "Made Sudiana" at 'Jl. Nangka' “rumah”, call 0812-3456 7890, size 12x40, row 1234"""
    assert scrubbed(message) == "QLabel: <text> at <text> <text>, call <digits>, size 12x40, row 1234"


def test_paths_lose_the_folders_above() -> None:
    assert short_path(str(ROOT / "desktop" / "x.py")) == "desktop/x.py"
    assert (
        short_path("/home/made/.venv/lib/python3.11/site-packages/qasync/__init__.py") == "qasync/__init__.py"
    )
    assert short_path("/usr/lib/python3.11/asyncio/tasks.py") == "asyncio/tasks.py"
    assert short_path("/home/made/secret.py") == "secret.py"


def _unfixed_messages() -> list[str]:
    levels = {"debug", "info", "warning", "error", "exception", "critical"}
    logs = {"_log", "log", "logger", "_logger", "logging"}
    return [
        source.at(node)
        for source in sources("main.py", "desktop", "ui")
        if source.says(logs)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in levels
        and ast.unparse(node.func.value) in logs
        and not (node.args and isinstance(node.args[0], ast.Constant))
    ]


def test_every_message_of_the_log_is_written_in_the_code() -> None:
    assert _unfixed_messages() == []
