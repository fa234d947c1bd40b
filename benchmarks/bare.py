"""The floor below an act on an embedded file: a bare transaction that writes as much and awaits the disk."""

import sqlite3
import time
from itertools import count
from pathlib import Path

_numbers = count()


def bare_file(path: Path) -> sqlite3.Connection:
    """A file with a row to change and a journal, opened as durably as a centre's."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS row(id INTEGER PRIMARY KEY, address TEXT)")
    connection.execute("CREATE TABLE IF NOT EXISTS entry(id INTEGER PRIMARY KEY, body TEXT)")
    connection.execute("INSERT OR IGNORE INTO row VALUES (1, '')")
    return connection


def commits(connection: sqlite3.Connection, times: int, pause: float = 0.0) -> list[float]:
    """Milliseconds for one update, one insert of an act's size and three small ones, with fsync."""
    found = []
    for _ in range(times):
        time.sleep(pause)
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE row SET address = ? WHERE id = 1", (f"Jl. {next(_numbers)}",))
        for _ in range(4):
            connection.execute("INSERT INTO entry(body) VALUES (?)", ("x" * 300,))
        connection.execute("COMMIT")
        found.append((time.perf_counter() - began) * 1000)
    return found
