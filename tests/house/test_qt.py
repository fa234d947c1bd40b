"""The Qt that is installed is the pinned one, and it counts references rightly."""

import sys
import tomllib
from importlib.metadata import version

from packaging.requirements import Requirement
from PySide6.QtCore import QObject, QTimer

from tests.house.sources import CHECKOUT

CALLS = 20_000


def test_the_pinned_qt_is_installed() -> None:
    dependencies = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]["dependencies"]
    pin = next(Requirement(line) for line in dependencies if line.startswith("PySide6-Essentials"))
    assert pin.specifier.contains(version("PySide6-Essentials"))
    assert version("PySide6-Essentials") == version("shiboken6")


def test_calls_that_return_nothing_or_a_truth_value_keep_the_reference_counts() -> None:
    """PySide6 6.12.0 on Python 3.11 takes one reference a call, until the process dies."""
    watched = QObject()
    timer = QTimer(watched)
    before = (sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False))
    for _ in range(CALLS):
        watched.setObjectName("x")
        timer.setSingleShot(True)
        timer.isSingleShot()
        timer.isActive()
    after = (sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False))
    lost = [was - now for was, now in zip(before, after, strict=True)]
    assert max(map(abs, lost)) < CALLS / 100
