"""The door: what it brings in before the desk's window can paint, and where it leads."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desktop.runtime.version import VERSION

CHECKOUT = Path(__file__).parents[1]
HEAVY = (
    "sqlalchemy",
    "pydantic",
    "phonenumbers",
    "argon2",
    "rapidfuzz",
    "alembic",
    "desktop.store",
    "desktop.operations",
)
DOOR = """
import sys, types
desk = types.ModuleType("ui.desk_app")
desk.run = lambda settings: print(settings.city, *(name for name in {heavy} if name in sys.modules)) or 7
sys.modules["ui.desk_app"] = desk
import main
sys.exit(main.main(["--city", "makassar", "--data-dir", {place!r}]))
"""


def test_the_desk_is_opened_with_nothing_heavy_loaded_once_its_settings_were_checked(tmp_path: Path) -> None:
    door = DOOR.format(heavy=HEAVY, place=str(tmp_path))
    command = [sys.executable, "-c", door]
    subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=False)
    opened = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (opened.returncode, opened.stdout, opened.stderr) == (7, "makassar\n", "")


def test_a_command_needs_no_display_and_leaves_by_its_exit_code(tmp_path: Path) -> None:
    words = ["centre", "list", "--data-dir", str(tmp_path), "--language", "en"]
    command = [sys.executable, str(CHECKOUT / "main.py"), *words]
    listed = subprocess.run(command, capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)})
    assert (listed.returncode, listed.stdout, listed.stderr) == (0, f"No centre in {tmp_path} yet.\n", "")
    wrong = subprocess.run([*command, "--city", "x"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every session has a display")
def test_without_a_display_the_desk_says_what_it_needs(tmp_path: Path) -> None:
    command = [sys.executable, str(CHECKOUT / "main.py"), "--data-dir", str(tmp_path), "--language", "en"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)})
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "Kulkul: there is no display here; start the desk in a graphical session\n"


def test_the_version_is_the_one_of_the_package() -> None:
    package = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    assert package["project"]["version"] == VERSION
    assert package["project"]["scripts"]["kulkul"] == "main:main"


def test_the_door_is_a_thin_one() -> None:
    assert len((CHECKOUT / "main.py").read_text().splitlines()) < 80


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are POSIX's")
def test_what_a_command_makes_is_this_users_alone(tmp_path: Path) -> None:
    place = tmp_path / "data" / "kulkul"
    words = ["centre", "new", "--city", "denpasar", "--data-dir", str(place), "--admin-name", "Ketut"]
    words += ["--database", f"sqlite:///{place / 'pusat.sqlite'}"]
    command = ["sh", "-c", 'umask 022; exec "$@"', "sh", sys.executable, str(CHECKOUT / "main.py"), *words]
    environment = {"HOME": str(tmp_path), "KULKUL_ADMIN_PASSWORD": "rahasia-sekali"}
    made = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert made.returncode == 0, made.stderr
    assert (place / "pusat.sqlite").exists()
    for path in (place.parent, place, *place.iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path
