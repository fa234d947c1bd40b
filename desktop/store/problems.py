"""What can go wrong with the database, each with a code that the screen has words for."""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what needs no database starts without it
    from sqlalchemy.exc import DBAPIError


class StoreError(Exception):
    """The database could not do what was asked, for a reason outside the program.

    Codes: `unreachable`, `busy`, `full`, `read_only`, `damaged`, `newer`, `older`, `not_a_centre`,
    `not_found`, `exists`, `sign_in`. Of a server also: `too_many_connections`, `server_too_old` (detail: its
    major version), `not_admitted` (from this workstation), `old_primary`, `bad_url`, `clock`; of the way to
    it `no_tls`, `certificate_expired` (or not yet valid), `certificate_unknown` (who signed it),
    `certificate_name`, `root_certificate` (the file with that signature).
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


NO_WAY = frozenset(
    {
        "unreachable",
        "old_primary",
        "too_many_connections",
        "certificate_expired",
        "certificate_unknown",
        "certificate_name",
        "no_tls",
        "not_admitted",
    }
)
"""Codes of troubles in which no connection to a server comes about: a desk goes on alone."""


_SQLITE_CODES = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_IOERR: "unreachable",
    sqlite3.SQLITE_CANTOPEN: "unreachable",
    sqlite3.SQLITE_PERM: "read_only",
}


def translated(error: "DBAPIError") -> StoreError | None:
    """The driver's error as one of the store's, or None when it is a bug of ours."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return None
    known = _SQLITE_CODES.get(code & 0xFF)
    return StoreError(known, str(error.orig)) if known else None
