"""A centre on a server, from an empty database to its backup, by commands as a person gives them."""

import asyncio
import getpass
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import AsyncMock

import pytest

from desktop.operations.calls import take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import open_incident
from desktop.operations.reading import read_one_call
from desktop.runtime import terminal
from desktop.runtime.commands import doctor_server, server
from desktop.runtime.paths import Places
from desktop.runtime.server_door import ServerDoor
from desktop.store.accounts import all_operators
from desktop.store.migrations import HEAD
from desktop.store.postgres.address import check_address
from desktop.store.postgres.entering import open_as
from desktop.store.postgres.keeping import DeskThere, ServerState
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import StoreError
from main import main
from tests.runtime.on_server.commands import ADMIN, OPERATOR, Run, add_made, ask, execute
from tests.store.loops import apart
from tests.store.server import Server


def test_what_a_dead_workstation_kept_is_carried_to_another(
    run: Run, centre: None, database: str, cluster: Server, place: Path
) -> None:
    add_made(run)
    words = ("centre", "add-operator", "--login", "wayan", "--name", "Wayan", "--role", "call_taker")
    assert run(*words, "--role", "dispatcher", database=ADMIN, operator=OPERATOR)[0] == 0
    assert apart(ask(cluster, "kulkul", "select count(*) from kulkul.workstation")) == 0, (
        "commands are no desks"
    )
    dead, key, file = place / "dead", place / "key", place / "kept"
    assert run("centre", "make-key", str(key))[0] == 0
    asyncio.run(_open_while_cut_off(database, Places(dead)))
    count = apart(ask(cluster, "kulkul", "select count(*) from kulkul.incident"))
    assert count == 0
    export = ("export-kept", str(file), "--key", f"{key}.pub", "--operator", "made", "--data-dir", str(dead))
    code, _, complaints = run(*export, operator="another")
    assert code == terminal.NO_DATABASE
    assert "made" in complaints
    code, said, complaints = run(*export, operator=OPERATOR)
    assert (code, complaints) == (0, "")
    assert "3 acts" in said
    deliver = ("deliver-kept", str(file), "--key", str(key), "--operator", "wayan")
    code, said, complaints = run(*deliver, "--data-dir", str(place / "other"), operator=OPERATOR)
    assert (code, complaints) == (0, "")
    assert "3 acts were new here; 0 did not fit" in said
    assert run(*deliver, "--data-dir", str(place / "other"), operator=OPERATOR)[1].startswith("0 acts")
    found = apart(
        ask(cluster, "kulkul", "select author || ' for ' || claimed_by from kulkul.act limit 1 offset 1")
    )
    assert found == "wayan for made"
    assert apart(ask(cluster, "kulkul", "select count(*) from kulkul.incident")) == 1


async def _open_while_cut_off(database: str, places: Places) -> None:
    """Made takes a call and opens an incident while the server is away, at a desk that dies then."""
    entered = await ServerDoor(database, places).enter("made", OPERATOR)
    kept = entered.services.kept
    assert kept is not None
    lost = StoreError("unreachable")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("submit", "read", "wait_for_news"):
            patch.setattr(PostgresStore, name, AsyncMock(side_effect=lost))
        taken = await take_call(entered.desk)
        assert isinstance(taken, Done)
        call = await read_one_call(entered.desk, taken.row)
        assert call is not None
        assert isinstance(await open_incident(entered.desk, call, {"address": "Jl. Rappocini 5"}), Done)
        assert kept.status.kept == 3
        await entered.services.close()


async def signs_in(database: str, login: str, password: str) -> bool:
    try:
        store = await open_as(database, login, password)
    except StoreError as error:
        if error.code != "sign_in":
            raise
        return False
    await store.close()
    return True


@pytest.mark.usefixtures("centre")
def test_a_centre_is_made_and_its_operators_are_kept_by_the_administrator(run: Run, database: str) -> None:
    add_made(run)
    assert apart(signs_in(database, "made", OPERATOR))
    assert not apart(signs_in(database, "made", ADMIN))

    code, said, complaints = run("centre", "list", database=ADMIN)
    assert (code, complaints) == (0, "")
    assert re.search(r"admin +Ketut \(administrator\)", said)
    assert re.search(r"made +Made S\. \(call_taker, dispatcher\)", said)

    code, _, _ = run("centre", "reset-password", "--login", "made", database=ADMIN, operator="another-one")
    assert code == 0
    assert apart(signs_in(database, "made", "another-one"))
    assert not apart(signs_in(database, "made", OPERATOR))

    assert run("centre", "remove-operator", "--login", "made", database=ADMIN)[0] == 0
    assert not apart(signs_in(database, "made", "another-one"))


@pytest.mark.usefixtures("centre")
def test_an_operator_gives_orders_from_a_script(run: Run) -> None:
    add_made(run)
    order = ("command", "lepas dinas hc batua", "--operator", "made")
    said = "HC Batua: available → off duty\n"
    assert run(*order, "--preview", operator=OPERATOR) == (terminal.DONE, said, "")
    assert run(*order, operator=OPERATOR) == (terminal.DONE, said, "")
    assert run(*order, operator=OPERATOR)[0] == terminal.MISUSED, "it is off duty by now"
    assert run(*order, operator="another")[0] == terminal.NO_DATABASE


@pytest.mark.usefixtures("centre")
def test_what_is_not_done_says_why(run: Run, database: str) -> None:
    add_made(run)
    new = ("centre", "add-operator", "--login", "ni.luh", "--name", "Ni Luh", "--role", "wall")
    code, _, complaints = run(*new, "--as", "made", database=OPERATOR, operator=OPERATOR)
    assert (code, "only an administrator" in complaints) == (terminal.NO_DATABASE, True)
    code, _, complaints = run(*new, database="wrong-password", operator=OPERATOR)
    assert (code, "do not fit" in complaints) == (terminal.NO_DATABASE, True)
    code, _, complaints = run("centre", "remove-operator", "--login", "admin", database=ADMIN)
    assert (code, "own account" in complaints) == (terminal.NO_DATABASE, True)
    code, _, complaints = run("centre", "new", "--admin-name", "Wayan", admin=ADMIN)
    assert (code, "there already" in complaints) == (terminal.NO_DATABASE, True)
    code, _, complaints = run("centre", "upgrade", "--as", "made", database=OPERATOR)
    assert (code, "superuser is needed" in complaints) == (terminal.NO_DATABASE, True)


def test_making_it_can_be_repeated_after_it_failed_half_way(
    run: Run, cluster: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last step fails: the login is there already."""
    apart(execute(cluster, "postgres", "create role admin"))
    new = ("centre", "new", "--city", "makassar", "--admin-name", "Ketut")
    code, _, complaints = run(*new, admin=ADMIN)
    assert (code, "there already" in complaints) == (terminal.NO_DATABASE, True)
    assert apart(ask(cluster, "kulkul", "select to_regnamespace('kulkul') is null"))
    apart(execute(cluster, "postgres", "drop role admin"))
    assert run(*new, admin=ADMIN)[0] == 0
    assert apart(signs_in(database, "admin", ADMIN))


@pytest.mark.usefixtures("centre")
def test_a_password_is_asked_for_where_one_is_needed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "somebody_is_there", lambda: True)
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return ADMIN

    monkeypatch.setattr(getpass, "getpass", answer)
    assert run("centre", "list")[0] == 0
    assert asked == ["Password for admin: "]
    assert run("verify")[0] == 0  # the superuser needs none here
    assert len(asked) == 1


@pytest.mark.usefixtures("centre")
def test_it_is_upgraded_while_a_desk_is_connected(run: Run, cluster: Server, database: str) -> None:
    add_made(run)

    async def work_through() -> None:
        store = await open_as(database, "made", OPERATOR)
        try:
            await store.wait_for_news()
            before = await store.read(all_operators)
            code = await asyncio.to_thread(
                main, ["centre", "upgrade", "--language", "en", "--database", database]
            )
            assert code == 0
            assert await store.read(all_operators) == before
        finally:
            await store.close()

    apart(work_through())
    assert run("verify")[0] == 0
    assert apart(ask(cluster, "kulkul", "select version_num from kulkul.alembic_version")) == HEAD


@pytest.mark.usefixtures("centre")
def test_a_desk_goes_on_with_a_newer_database_that_serves_it(
    run: Run, cluster: Server, database: str
) -> None:
    newer = "update kulkul.alembic_version set version_num = '9999'"
    apart(execute(cluster, "kulkul", newer))
    assert apart(signs_in(database, "admin", ADMIN))
    only = "update kulkul.meta_setting set value = '[\"9999\"]' where name = 'schemas_served'"
    apart(execute(cluster, "kulkul", only))
    with pytest.raises(StoreError, match="newer"):
        apart(signs_in(database, "admin", ADMIN))
    code, _, complaints = run("centre", "upgrade")
    assert (code, "newer Kulkul" in complaints) == (terminal.NO_DATABASE, True)


@pytest.mark.usefixtures("centre")
@pytest.mark.parametrize("encrypted", [True, False])
def test_a_backup_comes_back_on_an_empty_database(
    run: Run, cluster: Server, database: str, place: Path, encrypted: bool
) -> None:
    add_made(run)
    file, key = place / "kulkul.backup", place / "key"
    public: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    if encrypted:
        assert run("centre", "make-key", str(key))[0] == 0
        assert key.stat().st_mode & 0o077 == 0
        public, secret = ("--key", f"{key}.pub"), ("--key", str(key))
    code, said, complaints = run("centre", "backup", str(file), *public)
    assert (code, complaints) == (0, "")
    assert ("not encrypted" in said) == (not encrypted)
    assert file.stat().st_mode & 0o077 == 0
    assert (b"Makassar" in file.read_bytes() or file.read_bytes().startswith(b"PGDMP")) == (not encrypted)
    assert run("centre", "restore", str(file), *secret)[0] == terminal.NO_DATABASE  # it holds a centre

    apart(execute(cluster, "postgres", "drop database kulkul with (force)", "create database kulkul"))
    for login in ("admin", "made"):
        apart(execute(cluster, "postgres", f"drop role {login}"))
    code, said, complaints = run("centre", "restore", str(file), *secret)
    assert (code, complaints) == (0, "")
    assert "admin, made" in said
    restored = "select epoch > 1 and epoch = restored_epoch from kulkul.centre, kulkul.lineage"
    assert apart(ask(cluster, "kulkul", restored)) is True
    assert not apart(signs_in(database, "made", OPERATOR))
    assert run("verify")[0] == 0
    code, _, complaints = run(
        "centre", "reset-password", "--login", "made", "--as", "postgres", operator=ADMIN
    )
    assert (code, complaints) == (0, "")
    assert apart(signs_in(database, "made", ADMIN))


@pytest.mark.usefixtures("centre")
def test_a_backup_that_cannot_be_used_leaves_nothing(run: Run, cluster: Server, place: Path) -> None:
    file, key, other = place / "kulkul.backup", place / "key", place / "other"
    for one in (key, other):
        assert run("centre", "make-key", str(one))[0] == 0
    assert run("centre", "make-key", str(key))[0] == terminal.NO_DATABASE
    assert run("centre", "backup", str(file), "--key", str(key))[0] == terminal.NO_DATABASE  # the secret key
    assert run("centre", "backup", str(file), "--key", f"{key}.pub")[0] == 0
    assert run("centre", "backup", str(file), "--key", f"{key}.pub")[0] == terminal.NO_DATABASE  # it is there
    apart(execute(cluster, "postgres", "drop database kulkul with (force)", "create database kulkul"))
    whole = file.read_bytes()
    for content, words_said, keys in (
        (whole, "is encrypted", ()),
        (whole, "another key", ("--key", str(other))),
        (whole[:-20], "cut short", ("--key", str(key))),
        (whole[:2000] + b"\0" + whole[2001:], "damaged", ("--key", str(key))),
        (b"PGDMP and then nothing", "PostgreSQL says", ()),
    ):
        file.write_bytes(content)
        code, _, complaints = run("centre", "restore", str(file), *keys)
        assert (code, words_said in complaints) == (terminal.NO_DATABASE, True), complaints
        assert apart(ask(cluster, "kulkul", "select to_regclass('kulkul.centre') is null"))
    file.write_bytes(whole)
    assert run("centre", "restore", str(file), "--key", str(key))[0] == 0


@pytest.mark.usefixtures("centre")
def test_doctor_looks_at_the_server(run: Run) -> None:
    _, said, _ = run("doctor", database=ADMIN)
    assert re.search(r"server +PostgreSQL \d+", said)
    assert "connection on this machine, not encrypted" in said
    assert "room for 32 desks, 0 seen" in said
    assert "as the server's, to" in said
    assert "centre of Makassar" in said
    _, said, _ = run("doctor")
    assert "answers; to look inside" in said
    _, said, _ = run("doctor", "--as", "made", database="wrong-password")
    assert "!! server" in said


def test_doctor_finds_a_clock_that_is_off_and_too_few_connections(
    monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    desk = DeskThere(1, "made", "1", datetime.now(UTC), 0)
    state = ServerState("16.1", 7, False, True, timedelta(minutes=-10), timedelta(0), (desk, desk))
    monkeypatch.setattr(server, "carry_out", lambda _at, _work: state)
    at = check_address("postgresql://db.example/kulkul?sslmode=disable")
    found = [text for _, text, wrong in doctor_server._state("server", at, state) if wrong]
    assert len(found) == 4, found
    slow = replace(state, clock_ahead=timedelta(seconds=3), clock_doubt=timedelta(seconds=2))
    assert not any("clock" in text for _, text, wrong in doctor_server._state("s", at, slow) if wrong)


@pytest.mark.usefixtures("centre")
def test_a_file_is_copied_not_backed_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["centre", "backup", "x", "--database", "sqlite:///x", "--language", "en"]) == terminal.MISUSED
    )
    assert "for a centre on a server" in capsys.readouterr().err
