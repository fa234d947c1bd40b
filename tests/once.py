"""What is dear to make and only copied from: made by the first of the workers that needs it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The path of that name below what all workers share; `make` is called with it where nobody made it."""
    shared = shared_by_workers(factory)
    path, done = shared / name, shared / f"{name}.done"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            make(path)
            done.touch()
    return path


def shared_by_workers(factory: pytest.TempPathFactory) -> Path:
    """The folder of one run of the tests, whichever worker asks."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
