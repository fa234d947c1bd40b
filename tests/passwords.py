"""Passwords for tests in which their hashes only have to fit."""

from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from argon2 import PasswordHasher


@pytest.fixture(autouse=True, scope="module")
def cheap_passwords() -> Iterator[None]:
    """Passwords are hashed as cheaply as argon2id allows: what it costs in earnest says nothing here."""
    with pytest.MonkeyPatch.context() as patch:
        hash_cheaply(patch.setattr)
        yield


def hash_cheaply(put: Callable[[object, str, object], None]) -> None:
    """Let what hashes passwords do so, by a function that puts something into a module."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    put(import_module("desktop.store.accounts"), "_hasher", lambda: hasher)
    put(import_module("desktop.runtime.known_password"), "PasswordHasher", lambda: hasher)
