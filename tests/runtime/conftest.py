"""A training centre with its evening, made once: making it plays half an evening."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.runtime.paths import Places
from desktop.runtime.training import ensure_training
from tests.once import made_once

CITY = "denpasar"


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a training centre after its first start; it is for copying."""
    data = made_once(tmp_path_factory, "training", lambda data: ensure_training(data, CITY))
    return Places(data).training_file(CITY)


@pytest.fixture
def put_training(first_start: Path) -> Callable[[Path], Path]:
    """Give what puts such a training centre into a data folder; its file there."""

    def put(data: Path) -> Path:
        file = Places(data).training_file(CITY)
        file.parent.mkdir(parents=True, exist_ok=True)
        return shutil.copyfile(first_start, file)

    return put
