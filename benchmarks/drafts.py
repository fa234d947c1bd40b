"""From a draft handed over to its being on the disk, as with each key; what `./run` adds to a later start.

.venv/bin/python -m benchmarks.drafts

Floors: the same bytes written and synced once; the same program started without `./run`.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure, Measured, Target, tell, timed
from desktop.domain.drafts import Draft
from desktop.runtime.drafts import DraftStore
from desktop.runtime.ids import new_id

TIMES = 200
STARTS = 30
TO_DISK = Target(300, part=0.95)
LATER_START = Target(50)
CHECKOUT = Path(__file__).parents[1]


def measure() -> Iterator[Measured]:
    """Both figures."""
    with tempfile.TemporaryDirectory(prefix="kulkul-drafts-", dir=CHECKOUT) as name:
        folder = Path(name)
        yield _draft(folder)
        yield _later_start(folder)


def _draft(folder: Path) -> Measured:
    texts = {"narrative": "api di dapur " * 100, "number": "0812"}
    draft = Draft(call=new_id(), operator="made", saved_at=datetime.now(UTC), texts=texts)
    store = DraftStore(folder / "drafts", folder / "spare")

    def save() -> None:
        store.save(draft)
        assert store.flush(5)

    try:
        figure = Figure("draft on the disk", "ms", timed(save, TIMES))
    finally:
        store.close()
    content = str(texts).encode()

    def write() -> None:
        with (folder / "plain").open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    return Measured(figure, Figure("a file written and synced", "ms", timed(write, TIMES)), TO_DISK)


def _later_start(folder: Path) -> Measured:
    """With a program that ends at once in place of Python, in an environment that is ready."""
    for name in ("run", "requirements.txt"):
        shutil.copy(CHECKOUT / name, folder / name)
    (folder / "main.py").touch()
    interpreter = folder / ".venv" / "bin" / "python"
    interpreter.parent.mkdir(parents=True)
    interpreter.symlink_to(shutil.which("true") or "/bin/true")
    shutil.copy(folder / "requirements.txt", folder / ".venv" / ".requirements-run")

    def start(*command: Path) -> list[float]:
        return timed(lambda: subprocess.run(command, check=True), STARTS)

    floor = Figure("the program alone", "ms", start(interpreter))
    return Measured(Figure("later start through ./run", "ms", start(folder / "run")), floor, LATER_START)


if __name__ == "__main__":
    tell(measure())
