"""A training centre with its evening, made once: making it plays half an evening."""

import shutil
from pathlib import Path

import pytest

from desktop.runtime.paths import Places
from desktop.runtime.training import ensure_training
from tests.once import made_once
from tests.passwords import cheap_passwords
from tests.store.kept.wire import CHEAP

__all__ = ["cheap_passwords"]

CITY = "denpasar"


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a try to open an operator's key cost next to nothing."""
    monkeypatch.setattr("desktop.runtime.outage_keeping.COSTS", (CHEAP, CHEAP))


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a training centre after its first start; it is for copying."""
    data = made_once(tmp_path_factory, "training", lambda data: ensure_training(data, CITY))
    return Places(data).training_file(CITY)


@pytest.fixture
def training(first_start: Path, tmp_path: Path) -> Path:
    """Give the file of such a training centre in the data folder `d`."""
    file = Places(tmp_path / "d").training_file(CITY)
    file.parent.mkdir(parents=True, exist_ok=True)
    return shutil.copyfile(first_start, file)
