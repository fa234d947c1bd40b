"""How SQLite finds the board: by indexes of what is open or running, however long the past is."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event

from desktop.store.making import make_file
from desktop.store.queries_board import read_snapshot
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from tests.domain.world import CENTRE, reference

GROWING = ("incident", "call", "assignment", "referral", "act", "block", "call_private")
"""Tables that hold all that ever was."""

SMALL_INDEXES = ("ix_incident_open", "ix_call_running", "ix_assignment_one_running")
"""Indexes of what is open or running now: they may be read from one end to the other."""


def test_the_board_is_found_without_going_through_the_past(tmp_path: Path) -> None:
    path = tmp_path / "centre.sqlite"
    make_file(path, CENTRE, reference())
    engine = engine_for(path, writes=False)
    asked: list[tuple[str, Any]] = []
    event.listen(engine, "before_cursor_execute", lambda *about: asked.append((about[2], about[3])))

    def plans(connection: Connection) -> list[str]:
        read_snapshot(connection, datetime(2026, 11, 24, tzinfo=UTC))
        statements = [(text, values) for text, values in asked if text.startswith("SELECT")]
        return [
            step.detail
            for text, values in statements
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
        ]

    steps = in_transaction(engine, plans)
    engine.dispose()
    assert any("ix_incident_open" in step for step in steps)
    assert any("ix_assignment_one_running" in step for step in steps)
    scans = [step for step in steps if step.startswith("SCAN")]
    whole = [
        step
        for step in scans
        if step.split()[1] in GROWING and not any(step.endswith(one) for one in SMALL_INDEXES)
    ]
    assert whole == []
