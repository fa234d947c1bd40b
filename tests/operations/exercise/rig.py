"""A training centre on a file of its own, and what tests read from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.domain.acts import Act
from desktop.domain.board import Case, Snapshot
from desktop.domain.reference import Role
from desktop.operations.desk import Desk
from desktop.operations.exercise.events import Exercise
from desktop.operations.packs import CityPack, pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.centres import NewOperator, add_operators
from desktop.runtime.ids import new_id
from desktop.store.making import make_file, open_file
from desktop.store.queries_board import read_snapshot
from desktop.store.sqlite_store import SqliteStore
from desktop.store.submit_sqlite import Author

DAY = date(2026, 11, 23)
COLLEAGUE = Author("made", "Made", frozenset(Role))
CENTRE = "01932f00-0000-7000-8000-0000000000c0"

CITIES = ("denpasar", "makassar")


@cache
def pack_of(city: str) -> CityPack:
    """A city's pack, read when a test first asks for it."""
    return read_pack(pack_folder(city))


@dataclass
class Rig:
    """A centre that is open, and a desk at it."""

    store: SqliteStore
    desk: Desk
    pack: CityPack

    async def snapshot(self) -> Snapshot:
        """The board with everything closed on it."""
        return await self.store.read(
            lambda connection: read_snapshot(connection, datetime(2000, 1, 1, tzinfo=UTC))
        )

    async def open_cases(self) -> list[Case]:
        """Cases whose incident is open."""
        return [case for case in (await self.snapshot()).cases if case.incident.is_open]


def make_rig(folder: Path, city: str, *, training: bool = True, opening: datetime | None = None) -> Rig:
    """A new centre of that city."""
    path = folder / f"{city}-{new_id()}.db"
    path.write_bytes(_made(city, training, opening))
    store = open_file(path)
    return Rig(store, Desk(store, COLLEAGUE, new_id), pack_of(city))


@cache
def _made(city: str, training: bool, opening: datetime | None) -> bytes:
    """The file of a centre, which was made once."""
    pack = pack_of(city)
    made_at = datetime(2026, 11, 23, tzinfo=UTC)
    centre = pack_centre(pack, centre_id=CENTRE, training=training, made_at=made_at)
    act: Act = pack_act(pack, new_id(), opening)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "centre.db"
        make_file(path, centre, act)
        add_operators(path, [NewOperator(COLLEAGUE.login, COLLEAGUE.name, COLLEAGUE.roles)])
        return path.read_bytes()


def kinds(exercise: Exercise) -> Sequence[str]:
    """The classes of an exercise's events, in their order."""
    return [type(event).__name__ for event in exercise.events]
