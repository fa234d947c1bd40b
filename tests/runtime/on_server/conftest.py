"""A server where operators need passwords, and an empty database on it for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.runtime import i18n
from desktop.runtime.settings import Language
from desktop.store.postgres.install import prepare_server
from main import main
from tests.runtime.on_server.commands import ADMIN, Run, ask, execute
from tests.store.loops import apart
from tests.store.server import Server, connect, needed, running


@pytest.fixture(scope="module")
def cluster() -> Iterator[Server]:
    """A server where operators need their passwords, and the superuser none."""
    bin_folder = needed()

    def prepare(data: Path) -> None:
        (data / "pg_hba.conf").write_text("local all postgres trust\nlocal all all scram-sha-256\n")

    with running(bin_folder, prepare=prepare) as started:
        yield started


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Path]:
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    i18n.install(qapp, Language.ENGLISH)


@pytest.fixture
def database(cluster: Server) -> Iterator[str]:
    """The address of an empty database; logins that a test made are gone afterwards."""
    apart(execute(cluster, "postgres", "create database kulkul"))
    yield f"postgresql:///kulkul?host={cluster.folder}&port=5432"
    drop_logins = """do $$ declare one text; begin
        for one in select rolname from pg_roles where rolname !~ '^(pg_|kulkul|postgres$)' loop
            execute format('drop role %I', one);
        end loop; end $$"""
    apart(execute(cluster, "postgres", "drop database if exists kulkul with (force)", drop_logins))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, database: str) -> Run:
    """Give what runs a command on the database: its words, passwords by variable → code, what was said."""

    def call(*words: str, **variables: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(f"KULKUL_{name.upper()}_PASSWORD", value)
            code = main([*words, "--language", "en", "--database", database])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def centre(run: Run, cluster: Server, database: str) -> None:
    """The centre of Makassar, whose administrator is Ketut: made by the command once, then copied."""
    if cluster in _verifiers:
        apart(_copy_centre(cluster, _verifiers[cluster]))
        return
    code, said, complaints = run("centre", "new", "--city", "makassar", "--admin-name", "Ketut", admin=ADMIN)
    assert (code, complaints) == (0, "")
    assert "Makassar" in said
    assert "enforces nothing" not in said
    password = "select rolpassword from pg_authid where rolname = 'admin'"
    _verifiers[cluster] = str(apart(ask(cluster, "kulkul", password)))
    apart(execute(cluster, "postgres", "create database made template kulkul"))


_verifiers: dict[Server, str] = {}
"""What the password of its admin is checked by, for each server with a centre to be copied (`made`)."""


async def _copy_centre(cluster: Server, verifier: str) -> None:
    await execute(cluster, "postgres", "drop database kulkul", "create database kulkul template made")
    connection = await connect(cluster, "kulkul")
    try:
        await prepare_server(connection)  # a copy has not its template's own grants
        await connection.execute("set search_path = kulkul")
        await connection.execute("select login_make('admin', $1)", verifier)
        await connection.execute("select login_password('admin', $1)", verifier)
        await connection.execute("select login_groups('admin', array['administrator'])")
    finally:
        await connection.close()
