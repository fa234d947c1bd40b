"""Making centres: whole or not at all, and never over another."""

import errno
import sys
from pathlib import Path

import pytest

from desktop.domain.reference import Role
from desktop.operations.packs import PackError
from desktop.runtime import centres
from desktop.runtime.centres import NewOperator, add_operators, make_centre, shut_account
from desktop.runtime.opening import look_into
from desktop.store.accounts import sign_in
from desktop.store.making import open_file
from desktop.store.migrations import HEAD
from desktop.store.problems import StoreError
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction

ADMIN = NewOperator("admin", "Ketut", frozenset({Role.ADMINISTRATOR}), "rahasia-sekali")


def made(path: Path, *operators: NewOperator) -> Path:
    make_centre(path, "makassar", training=False, operators=operators or [ADMIN])
    return path


async def test_a_centre_has_its_citys_data_and_its_operators(tmp_path: Path) -> None:
    path = made(tmp_path / "new" / "pusat.sqlite")
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in path.parent.iterdir() if not one.name.endswith(".lock")] == ["pusat.sqlite"]
    store = open_file(path)
    try:
        assert (store.centre.city, store.centre.training) == ("makassar", False)
        author = await store.read(lambda connection: sign_in(connection, "admin", "rahasia-sekali"))
        assert (author.name, author.roles) == ("Ketut", frozenset({Role.ADMINISTRATOR}))
        with pytest.raises(StoreError, match="sign_in"):
            await store.read(lambda connection: sign_in(connection, "admin", "rahasia"))
    finally:
        await store.close()


def test_what_is_looked_into_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "pusat.sqlite")
    add_operators(path, [NewOperator("andi", "Andi", frozenset({Role.DISPATCHER}), "rahasia-lain")])
    facts = look_into(path)
    assert [one.login for one in facts.operators] == ["andi", "admin"]
    assert facts.health is None
    health = look_into(path, thoroughly=True).health
    assert health is not None
    assert (health.schema_version, health.acts, health.damage, health.written_through) == (
        int(HEAD),
        1,
        "",
        True,
    )
    assert health.newest_act_at is not None
    with pytest.raises(StoreError, match="exists: andi"):
        add_operators(path, [NewOperator("andi", "Andi", frozenset())])


def test_a_centre_is_never_made_over_another(tmp_path: Path) -> None:
    path = made(tmp_path / "pusat.sqlite")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="exists"):
        made(path)
    assert path.read_bytes() == before


def test_a_centre_that_could_not_be_finished_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pusat.sqlite"
    with pytest.raises(StoreError, match="exists: admin"):
        made(path, ADMIN, ADMIN)
    with pytest.raises(KeyError):
        make_centre(path, "atlantis", training=False, operators=[])
    assert [one.name for one in tmp_path.iterdir()] == [".pusat.sqlite.lock"]
    assert made(path) == path


def test_a_faulty_pack_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack").mkdir()
    monkeypatch.setattr(centres, "pack_folder", lambda _city: tmp_path / "pack")
    with pytest.raises(PackError):
        made(tmp_path / "pusat.sqlite")


def test_a_file_still_open_is_not_put_in_place(tmp_path: Path) -> None:
    def leave_open(path: Path) -> None:
        path.with_name(f"{path.name}-wal").write_text("not yet in the file")

    with pytest.raises(RuntimeError, match="still open"):
        make_centre(tmp_path / "pusat.sqlite", "denpasar", training=True, operators=[], prepare=leave_open)
    assert not (tmp_path / "pusat.sqlite").exists()


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "full"), (errno.EROFS, "read_only"), (errno.EIO, "unreachable")]
)
def test_a_disk_that_takes_nothing_is_told_as_the_databases_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(number, "trouble", "/here")

    with pytest.raises(StoreError, match=f"{code}: trouble: /here"):
        make_centre(tmp_path / "pusat.sqlite", "denpasar", training=True, operators=[], prepare=fail)
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="unreachable"):
        made(tmp_path / "file" / "pusat.sqlite")


def test_an_account_that_was_shut_no_longer_signs_in(tmp_path: Path) -> None:
    file = tmp_path / "centre.sqlite"
    make_centre(file, "denpasar", training=True, operators=[NewOperator("made", "Made", frozenset(Role))])
    shut_account(file, "made")
    engine = engine_for(file, writes=False)
    with pytest.raises(StoreError, match="sign_in"):
        in_transaction(engine, lambda connection: sign_in(connection, "made", None))
    engine.dispose()
    with pytest.raises(StoreError, match="not_found"):
        shut_account(file, "nobody")
