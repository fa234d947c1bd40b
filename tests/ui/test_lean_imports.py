"""Modules are imported without their source being read, and none before it is needed."""

import subprocess
import sys

import pytest

from tests.house.sources import CHECKOUT

OPENING = """
import linecache
import sys
import PySide6.QtCore
from ui.lean_imports import leave_sources_unread
leave_sources_unread()
import ui.desk_app, ui.opening
print([name for name in linecache.cache if name.endswith(".py") and "sqlalchemy" in name])
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def opened() -> list[str]:
    """What an interpreter tells that imported what a desk opens with: sources it keeps, and all modules."""
    done = subprocess.run(
        [sys.executable, "-c", OPENING], cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.splitlines()


def test_no_source_is_read_and_kept(opened: list[str]) -> None:
    """A new PySide6 that looks elsewhere is noticed here: it costs a start time and memory."""
    assert opened[0] == "[]", opened[0][:500]


NOT_NEEDED = {
    "rapidfuzz": "a typo",
    "Sastrawi": "the first narrative",
    "phonenumbers": "the first number",
    "pluscodes": "the first point",
    "shapely": "the borders",
    "numpy": "the roads or the borders",
    "scipy": "the roads",
    "filelock": "the first draft",
    "cryptography": "a server",
    "asyncpg": "a server",
    "sqlalchemy.dialects.postgresql": "a server",
    "sqlalchemy.ext.asyncio": "a server",
    "sqlalchemy.orm": "nothing",
    "desktop.gazetteer.search": "the first search for a place",
    "desktop.proposals.reading": "the first narrative",
    "desktop.operations.orders": "the first order or act taken back",
    "desktop.operations.packs": "a new centre",
    "desktop.operations.exercise": "a new training centre",
    "desktop.operations.map_links": "the first point",
    "desktop.runtime.commands": "a command",
    "ui.calling_back.page": "its key",
    "ui.cards.page": "its key",
    "ui.desks.page": "its key",
    "ui.key_sheet": "its key",
    "ui.look_up.panel": "its key",
    "ui.memos.page": "its key",
    "ui.outage.waiting": "its key",
    "ui.paper.page": "its key",
    "ui.place_warnings.page": "its key",
    "ui.sounds.page": "its key",
}
"""What a desk at a file opens without, and what it waits for."""


def test_a_desk_opens_without_what_it_does_not_need_yet(opened: list[str]) -> None:
    """Each of these costs every start some milliseconds before the first key is taken."""
    imported = set(opened[1].split())
    assert {"ui.desk_view", "desktop.store.sqlite_store"} <= imported
    assert {name: NOT_NEEDED[name] for name in NOT_NEEDED.keys() & imported} == {}


COMMANDS = """
import sys
from importlib import import_module
import desktop.runtime.commands
for name in ("centre_list", "centre_upgrade", "verify"):
    import_module(f"desktop.runtime.commands.{name}")
print(*sys.modules)
"""


def test_a_command_on_a_file_needs_nothing_of_a_server() -> None:
    """It would take as long as all the rest of the command."""
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS], cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=True
    )
    imported = set(done.stdout.split())
    assert "desktop.runtime.commands.verify" in imported
    assert imported & {"asyncpg", "sqlalchemy.ext.asyncio", "sqlalchemy.orm", "PySide6.QtGui"} == set()
