"""Folders: private ones are, and nobody else's is taken for ours."""

import os
import sys
from pathlib import Path

import pytest

from desktop.runtime.ids import new_id
from desktop.runtime.paths import (
    Places,
    close_to_others,
    default_data_dir,
    private_files,
    private_folder,
    spare_drafts,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of files are POSIX's")


def test_everything_lies_in_the_data_folder(tmp_path: Path) -> None:
    places = Places(tmp_path)
    made = {
        places.training_file("denpasar"),
        places.drafts("c"),
        places.logs,
        places.crashes,
        places.window_state,
    }
    assert len(made) == 5
    assert all(path.is_relative_to(tmp_path) for path in made)
    assert not list(tmp_path.iterdir())
    assert spare_drafts("a") != spare_drafts("b")


@posix
def test_a_private_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "a" / "b")
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o755)
    assert private_folder(folder).stat().st_mode & 0o777 == 0o700


@posix
def test_the_folders_above_a_private_one_are_private_too_when_they_were_made_for_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folder = private_folder(tmp_path / "data" / "logs")
    assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert tmp_path.stat().st_mode & 0o777 == 0o755
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        private_folder(tmp_path / "file")


@posix
def test_files_are_private_while_the_desk_runs(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with private_files():
            (tmp_path / "a").touch()
        (tmp_path / "b").touch()
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in "ab"] == [0o600, 0o644]


@posix
def test_the_usual_data_folder_is_closed_and_one_that_was_named_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    usual, named = default_data_dir(), tmp_path / "shared"
    close_to_others(usual)
    assert not usual.exists()
    for folder in (usual, named):
        folder.mkdir(parents=True)
        folder.chmod(0o755)
        close_to_others(folder)
    assert (usual.stat().st_mode & 0o777, named.stat().st_mode & 0o777) == (0o700, 0o755)


@posix
def test_a_link_or_anothers_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with pytest.raises(PermissionError):
        private_folder(tmp_path / "link")
    user = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: user + 1)
    with pytest.raises(PermissionError):
        private_folder(tmp_path / "there")


def test_ids_are_lower_case_and_rise() -> None:
    ids = [new_id() for _ in range(1000)]
    assert ids == sorted(set(ids))
    assert all(one == one.lower() and one[14] == "7" for one in ids)
