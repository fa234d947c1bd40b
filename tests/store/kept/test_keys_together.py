"""Desks on one workstation, signing in at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from desktop.store.kept.keys import Keyring
from tests.store.backends import author_of
from tests.store.kept.wire import CHEAP

NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
LOGINS = ("ani", "budi", "citra", "dewa", "eka", "hana")


def test_nobody_loses_the_own_key(tmp_path: Path) -> None:
    file = tmp_path / "operators.json"

    def sign_in(login: str) -> bytes:
        ring = Keyring(file, CHEAP, CHEAP)
        return bytes(ring.sign_in(author_of(login), f"password of {login}", NOW).secret)

    for _ in range(5):
        file.unlink(missing_ok=True)
        with ThreadPoolExecutor(len(LOGINS)) as pool:
            first = list(pool.map(sign_in, LOGINS))
        assert [sign_in(login) for login in LOGINS] == first
