"""Modules are imported without their source being read."""

import subprocess
import sys

from tests.house.sources import CHECKOUT

SCRIPT = """
import linecache
import PySide6.QtCore
from ui.lean_imports import leave_sources_unread
leave_sources_unread()
import desktop.store.tables
print([name for name in linecache.cache if name.endswith(".py") and "sqlalchemy" in name])
"""


def test_no_source_is_read_and_kept() -> None:
    """A new PySide6 that looks elsewhere is noticed here: it costs a start time and memory."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]", done.stdout[:500]
