"""A workstation keeps its id."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest

from desktop.runtime.workstation import workstation_id


def test_it_is_made_once(tmp_path: Path) -> None:
    file = tmp_path / "data" / "workstation"
    made = workstation_id(file)
    assert str(UUID(made)) == made
    assert workstation_id(file) == made
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("left", [b"", b"0193", b"\xff\xfe", b"\0" * 36])
def test_what_a_power_cut_left_of_the_file_is_made_anew(tmp_path: Path, left: bytes) -> None:
    file = tmp_path / "workstation"
    file.write_bytes(left)
    made = workstation_id(file)
    assert str(UUID(made)) == made
    assert workstation_id(file) == made


def test_desks_that_start_at_once_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(workstation_id, [tmp_path / "workstation"] * 8))
    assert len(found) == 1
