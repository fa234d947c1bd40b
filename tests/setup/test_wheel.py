"""The wheel holds what the checkout holds: the same desk starts from either."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PARTS = ("main.py", "desktop", "ui", "resources")


def files_under(root: Path) -> set[str]:
    files = [file for part in PARTS for file in [root / part, *(root / part).rglob("*")] if file.is_file()]
    return {file.relative_to(root).as_posix() for file in files if "__pycache__" not in file.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for part in (*PARTS, "pyproject.toml", "README.md"):
        if (CHECKOUT / part).is_dir():
            shutil.copytree(CHECKOUT / part, source / part)
        elif (CHECKOUT / part).exists():
            shutil.copy(CHECKOUT / part, source / part)
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run(
        [*build, str(source)], env={**os.environ, "PIP_NO_INDEX": "1"}, check=True, capture_output=True
    )
    return next(folder.glob("kulkul-*.whl"))


def test_the_wheel_holds_every_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == files_under(CHECKOUT)


def test_the_wheel_brings_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "kulkul = main:main" in archive.read(entry).decode()
