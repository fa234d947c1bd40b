"""A desk that is killed while it is cut off loses nothing that it confirmed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.domain.world import World
from tests.live.followed import until
from tests.store.kept.conftest import OpenDesk
from tests.store.kept.test_kept_store import is_clean, journal

ROOT = Path(__file__).parents[3]


def killed_after(confirmed: int, file: Path, folder: Path) -> list[str]:
    """Let a desk work until it has confirmed so many acts, and kill it; those that it said."""
    command = [sys.executable, "-m", "tests.store.kept.killed", str(file), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        told = [desk.stdout.readline().strip() for _ in range(confirmed)]
        desk.kill()
        return told + [line.strip() for line in desk.stdout if line.endswith("\n")]


@pytest.mark.parametrize("confirmed", [1, 24])
async def test_what_was_confirmed_is_delivered(
    confirmed: int, open_desk: OpenDesk, world: World, file: Path, tmp_path: Path
) -> None:
    told = killed_after(confirmed, file, tmp_path / "kept")
    assert all(told)
    second = await open_desk()
    assert second.store.status.kept >= len(told)
    second.store.start()
    await until(lambda: second.store.status.kept == 0, 20)
    there = [one.id for one in await journal(file) if one.kind != "incident.numbered"]
    begin = there.index(told[0])
    assert there[begin : begin + len(told)] == told
    assert len(there) - begin - len(told) <= 1, "the one that was being confirmed"
    assert await is_clean(file)
