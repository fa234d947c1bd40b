"""Passwords for tests in which their hashes only have to fit."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher


@pytest.fixture(autouse=True, scope="module")
def cheap_passwords() -> Iterator[None]:
    """Passwords are hashed as cheaply as argon2id allows: what it costs in earnest says nothing here."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.store.accounts._hasher", lambda: hasher)
        patch.setattr("desktop.runtime.known_password.PasswordHasher", lambda: hasher)
        yield
