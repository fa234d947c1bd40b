"""./run: first start, later starts, repairs, and what it says when it may not install.

Each test starts a copy of the script in a checkout of its own, with one small wheel in place of the real
requirements and a main.py that prints what it was given. No network is used. Two tests make and fill an
environment as a user's is; the others copy an empty one with a pip of a few lines, which installs as strictly
and starts twenty times as fast.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.once import made_once
from tests.setup.checkout import MAIN, SMALL_PIP, Checkout, site_packages

NOBODY = 65534


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an environment with nothing but the small pip."""
    python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable

    def make(path: Path) -> None:
        subprocess.run([python, "-m", "venv", "--without-pip", path], check=True)
        pip = site_packages(path) / "pip"
        pip.mkdir()
        (pip / "__main__.py").write_text(SMALL_PIP)

    return made_once(tmp_path_factory, "bare", make)


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a checkout whose first start made its environment, and what that start `said`."""

    def start(folder: Path) -> None:
        folder.mkdir()
        done = Checkout(folder).start("--city", "makassar", "two words")
        (folder / "said").write_text(json.dumps([done.returncode, done.stdout, done.stderr]))

    return made_once(tmp_path_factory, "first", start)


@pytest.fixture
def with_pip(first: Path, tmp_path: Path) -> Checkout:
    """Give a checkout that copies an environment as `venv` makes it, with nothing installed."""
    copy = tmp_path / "as made"
    shutil.copytree(first / "check out" / ".venv", copy, symlinks=True)
    for installed in site_packages(copy).glob("tiny_wheel*"):
        shutil.rmtree(installed) if installed.is_dir() else installed.unlink()
    for mark in copy.glob(".requirements-*"):
        mark.unlink()
    return Checkout(tmp_path, copy)


@pytest.fixture
def checkout(tmp_path: Path, bare: Path) -> Checkout:
    return Checkout(tmp_path, bare)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, bare: Path) -> Path:
    """Give an environment that one start has made."""

    def start(folder: Path) -> None:
        folder.mkdir()
        assert Checkout(folder, bare).start().returncode == 0

    return made_once(tmp_path_factory, "finished", start) / "check out" / ".venv"


@pytest.fixture
def started(checkout: Checkout, finished: Path) -> Checkout:
    """Give a checkout whose first start lies behind it."""
    shutil.copytree(finished, checkout.venv, symlinks=True)
    return checkout


def test_the_first_start_installs_and_the_second_needs_nothing(first: Path, tmp_path: Path) -> None:
    code, out, err = json.loads((first / "said").read_text())
    assert (code, out) == (0, "desk 1.0 ['--city', 'makassar', 'two words']\n")
    assert "installing Python packages" in err
    later = Checkout(tmp_path)
    shutil.copytree(first / "check out" / ".venv", later.venv, symlinks=True)
    shutil.rmtree(later.wheels)

    second = later.start()

    assert (second.returncode, second.stdout, second.stderr) == (0, "desk 1.0 []\n", "")


def test_a_set_up_broken_off_is_repaired(checkout: Checkout) -> None:
    wheel = next(checkout.wheels.iterdir())
    hidden = wheel.rename(wheel.with_suffix(".hidden"))
    failed = checkout.start()
    assert (failed.returncode, failed.stdout) == (1, "")
    assert "set-up is not finished" in failed.stderr
    hidden.rename(wheel)
    (checkout.venv / "left over").touch()

    repaired = checkout.start()

    assert (repaired.returncode, repaired.stdout) == (0, "desk 1.0 []\n")
    assert not (checkout.venv / "left over").exists()


def test_an_index_without_the_newer_pip_is_no_hindrance(checkout: Checkout) -> None:
    (checkout.root / "requirements-pip.txt").write_text("pip==99 --hash=sha256:0\n")

    done = checkout.start()

    assert (done.returncode, done.stdout) == (0, "desk 1.0 []\n")
    assert "going on with the pip that is there" in done.stderr


def test_other_pins_make_the_environment_anew(started: Checkout) -> None:
    (started.venv / "of the old one").touch()
    started.pin("2.0")

    assert started.start().stdout == "desk 2.0 []\n"
    assert not (started.venv / "of the old one").exists()


def test_a_wheel_with_another_hash_is_refused(with_pip: Checkout) -> None:
    wheel = next(with_pip.wheels.iterdir())
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("tiny_wheel_evil.py", "")

    refused = with_pip.start()

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "DO NOT MATCH THE HASHES" in refused.stderr


def test_an_interpreter_that_went_away_is_replaced(started: Checkout) -> None:
    interpreter = started.venv / "bin" / "python"
    interpreter.unlink()
    interpreter.symlink_to("/nowhere/python3.11")

    assert started.start().stdout == "desk 1.0 []\n"


def test_two_first_starts_at_once_install_once(checkout: Checkout) -> None:
    starts = [
        subprocess.Popen(
            checkout.command(),
            env=checkout.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    ended = [start.communicate(timeout=100) for start in starts]

    assert [out for out, _ in ended] == ["desk 1.0 []\n"] * 2
    assert sum("installing Python packages" in err for _, err in ended) == 1


def test_an_update_waits_until_a_running_desk_has_closed(started: Checkout) -> None:
    (started.root / "main.py").write_text("import sys\nprint('open', flush=True)\nsys.stdin.read()\n")
    with subprocess.Popen(
        started.command(),
        env=started.environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "open\n"
        (started.root / "main.py").write_text(MAIN)
        started.pin("2.0")
        with subprocess.Popen(
            started.command(),
            env=started.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as update:
            assert update.stderr is not None
            assert "waiting for another Kulkul" in update.stderr.readline()
            assert list(started.venv.glob("lib/*/site-packages/tiny_wheel-1.0.dist-info"))
            desk.communicate()
            out, _ = update.communicate(timeout=100)

    assert out == "desk 2.0 []\n"


@pytest.fixture
def open_checkout(bare: Path) -> Iterator[Checkout]:
    """Give a checkout that another user can reach."""
    with tempfile.TemporaryDirectory(prefix="kulkul-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(bare, folder / "bare", symlinks=True)
        yield Checkout(folder, folder / "bare")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can start as another user")
def test_a_checkout_of_somebody_else_is_left_alone(open_checkout: Checkout) -> None:
    os.chown(open_checkout.data, NOBODY, NOBODY)

    first = open_checkout.start(user=NOBODY)
    second = open_checkout.start(user=NOBODY)

    assert (first.returncode, first.stdout) == (0, "desk 1.0 []\n"), first.stderr
    assert (second.stdout, second.stderr) == ("desk 1.0 []\n", "")
    assert not open_checkout.venv.exists()
    assert (open_checkout.data / "kulkul" / "venv" / "bin" / "python").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can start as another user")
def test_an_environment_made_by_the_administrator_serves_everybody(
    open_checkout: Checkout, finished: Path
) -> None:
    shutil.copytree(finished, open_checkout.venv, symlinks=True)
    os.chown(open_checkout.data, NOBODY, NOBODY)

    start = open_checkout.start(user=NOBODY)

    assert (start.stdout, start.stderr) == ("desk 1.0 []\n", "")
    assert not list(open_checkout.data.glob("kulkul/*"))
    compiled = open_checkout.data / ".cache" / "kulkul"
    assert list(compiled.rglob("tiny_wheel.*.pyc")), "nothing would be compiled anew by each start"


NO_LIBRARY = "missing_library_packages() { missing_packages=(libxcb-cursor0 libegl1); };"


def test_missing_libraries_that_may_not_be_installed_are_listed(started: Checkout) -> None:
    start = started.start("--city", "denpasar", before=NO_LIBRARY)

    assert (start.returncode, start.stdout) == (1, "")
    assert "system packages are missing" in start.stderr
    assert "sudo apt-get install --no-install-recommends libxcb-cursor0 libegl1\n" in start.stderr


def test_what_the_system_lacks_is_listed_in_one_command(checkout: Checkout) -> None:
    no_venv = "find_python() { venv_package=python3.11-venv; };"
    no_font = "has_font() { return 1; };"
    start = checkout.start("--help", before=NO_LIBRARY + no_venv + no_font)

    assert (start.returncode, start.stdout) == (1, "")
    assert start.stderr.count("sudo apt-get install") == 1
    assert " libxcb-cursor0 libegl1 python3.11-venv fonts-inter\n" in start.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["doctor"], ["centre", "new"]])
def test_commands_without_a_window_run_without_its_libraries(started: Checkout, arguments: list[str]) -> None:
    start = started.start(*arguments, before=NO_LIBRARY)

    assert (start.returncode, start.stdout) == (0, f"desk 1.0 {arguments}\n")
    assert "libxcb-cursor0 libegl1" in start.stderr


def test_libraries_are_installed_where_that_is_allowed(started: Checkout) -> None:
    allowed = 'apt_install() { printf "apt %s\\n" "$*" >&2; };'
    start = started.start(before=NO_LIBRARY + allowed)

    assert (start.returncode, start.stdout) == (0, "desk 1.0 []\n")
    assert "apt libxcb-cursor0 libegl1\n" in start.stderr


def test_it_starts_through_a_link_and_from_anywhere(started: Checkout, tmp_path: Path) -> None:
    link = tmp_path / "kulkul"
    link.symlink_to(started.root / "run")

    start = subprocess.run(
        [link, "x"], env=started.environment, cwd="/", text=True, capture_output=True, check=True
    )

    assert start.stdout == "desk 1.0 ['x']\n"


def test_a_later_start_only_compares_and_executes(started: Checkout, tmp_path: Path) -> None:
    needed = tmp_path / "needed"
    needed.mkdir()
    for name in ("cmp", "flock"):
        (needed / name).symlink_to(shutil.which(name) or "/nowhere")
    told = tmp_path / "told"
    interpreter = started.venv / "bin" / "python"
    interpreter.unlink()
    interpreter.write_text(f'#!/bin/sh\necho "$@" >>{told}\n')
    interpreter.chmod(0o755)

    start = subprocess.run(
        [shutil.which("bash") or "bash", started.root / "run", "x"],
        env={**started.environment, "PATH": str(needed)},
        text=True,
        capture_output=True,
        check=False,
    )

    assert (start.returncode, start.stderr) == (0, "")
    assert told.read_text() == f"{started.root / 'main.py'} x\n", "the desk alone"
