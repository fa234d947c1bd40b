"""Desks that follow a centre, on a file or on a private server."""

from tests.store.conftest import database, desks, opening

__all__ = ["database", "desks", "opening"]
