"""Making a centre: the whole file is there with all that belongs in it, or it is not there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from filelock import FileLock

from desktop.domain.centre import Centre
from desktop.domain.reference import Role
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.disk import disk_code
from desktop.runtime.ids import new_id
from desktop.runtime.paths import make_folder
from desktop.store.accounts import add_operator, remove_operator, reset_password
from desktop.store.kept.disk import sync_folder
from desktop.store.making import make_file
from desktop.store.problems import StoreError
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction

PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class NewOperator:
    """An account to make. `password` None: signed in without one, as only a training centre should have."""

    login: str
    name: str
    roles: frozenset[Role]
    password: str | None = None


def make_centre(
    path: Path,
    city: str,
    *,
    training: bool,
    operators: Sequence[NewOperator],
    opened_at: datetime | None = None,
    prepare: Callable[[Path], None] | None = None,
) -> Centre:
    """Make the centre of a city in a new file. `prepare` gets the unfinished file to put more into.

    `opened_at` (aware): since when its units stand at their posts, for a training centre; else since now.
    StoreError: `exists` when the file is there, else what keeps it from being made. PackError for a faulty
    pack.
    """
    try:
        return _make(path, city, training, operators, opened_at, prepare)
    except OSError as error:
        raise StoreError(disk_code(error), f"{error.strerror}: {error.filename or path}") from error


def _make(
    path: Path,
    city: str,
    training: bool,
    operators: Sequence[NewOperator],
    opened_at: datetime | None,
    prepare: Callable[[Path], None] | None,
) -> Centre:
    make_folder(path.parent)
    with FileLock(path.with_name(f".{path.name}.lock")):
        if path.exists() and path.stat().st_size:
            raise StoreError("exists", str(path))
        beside = path.with_name(f".{path.name}.{new_id()}")
        try:
            centre = _fill(beside, city, training, opened_at)
            add_operators(beside, operators)
            if prepare is not None:
                prepare(beside)
            _check_closed(beside)
            beside.replace(path)
        finally:
            for ending in ("", "-wal", "-shm", "-journal"):
                beside.with_name(f"{beside.name}{ending}").unlink(missing_ok=True)
        sync_folder(path.parent)
    return centre


def add_operators(path: Path, operators: Sequence[NewOperator]) -> None:
    """Make accounts in a centre's file, one after the other. StoreError `exists` when a login is taken."""
    engine = engine_for(path, writes=True)
    try:
        for one in operators:
            account = partial(
                add_operator, login=one.login, name=one.name, roles=one.roles, password=one.password
            )
            in_transaction(engine, account)
    finally:
        engine.dispose()


def shut_account(path: Path, login: str) -> None:
    """Shut an account in a centre's file. StoreError `not_found` without the file or the login."""
    if not path.exists():
        raise StoreError("not_found", str(path))
    engine = engine_for(path, writes=True)
    try:
        in_transaction(engine, partial(remove_operator, login=login))
    finally:
        engine.dispose()


def give_password(path: Path, login: str, password: str) -> None:
    """Give an operator of a centre's file another password. StoreError `not_found` without file or login."""
    if not path.exists():
        raise StoreError("not_found", str(path))
    engine = engine_for(path, writes=True)
    try:
        in_transaction(engine, partial(reset_password, login=login, password=password))
    finally:
        engine.dispose()


def _fill(path: Path, city: str, training: bool, opened_at: datetime | None) -> Centre:
    path.touch(mode=PRIVATE_FILE)
    pack = read_pack(pack_folder(city))
    centre = pack_centre(pack, centre_id=new_id(), training=training, made_at=datetime.now(UTC))
    make_file(path, centre, replace(pack_act(pack, new_id()), occurred_at=opened_at))
    return centre


def _check_closed(path: Path) -> None:
    """The last connection that closes takes the log into the file; with one left open, part would be lost."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise RuntimeError("the new database is still open")
