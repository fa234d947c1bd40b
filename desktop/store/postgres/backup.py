"""Backups of a centre on a server, with pg_dump, and bringing them back, with pg_restore.

Passwords are in no backup: logins come back shut, each in the groups of its roles, and are opened by giving
them new passwords.
"""

import os
import shutil
import ssl
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from asyncpg import Connection, InterfaceError, PostgresError

from desktop.store import sealing
from desktop.store.postgres.address import Address
from desktop.store.postgres.engine import connect_alone, problem_of
from desktop.store.postgres.install import SCHEMA, prepare_server
from desktop.store.postgres.making import check_installer
from desktop.store.postgres.views import DESK
from desktop.store.problems import StoreError

_CHUNK = 1 << 16
_DEBIAN = Path("/usr/lib/postgresql")


async def back_up(address: Address, file: Path, key: Path | None) -> int:
    """Write all of the database into a new file, encrypted for the public key if there is one; its size.

    StoreError `exists` when the file is there, `no_tool` without pg_dump, `tool_failed` with what it says.
    """
    connection = await connect_alone(address)
    try:
        major = connection.get_server_version().major
        await check_installer(connection)
        if not await connection.fetchval(f"select to_regclass('{SCHEMA}.centre') is not null"):
            raise StoreError("not_a_centre", address.database)
    finally:
        await connection.close()
    return _write(address, major, file, key)


def _write(address: Address, major: int, file: Path, key: Path | None) -> int:
    if file.exists():
        raise StoreError("exists", str(file))
    content = _output([tool("pg_dump", major), "--format=custom", "--no-password"], _environment(address))
    beside = file.with_name(f".{file.name}.unfinished")
    try:
        beside.touch(mode=0o600)
        with beside.open("wb") as target:
            if key is None:
                target.writelines(content)
            else:
                sealing.seal(content, key, target)
            target.flush()
            os.fsync(target.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    return file.stat().st_size


async def restore(address: Address, file: Path, key: Path | None) -> tuple[str, ...]:
    """Bring a backup into an empty database, as the server's superuser; the logins, all of them shut.

    The centre's epoch rises, so that desks never go back to a server of before. StoreError `exists` when the
    database holds a centre, `key_needed` for an encrypted backup without a key.
    """
    if sealing.is_sealed(file) and key is None:
        raise StoreError("key_needed", str(file))
    connection = await connect_alone(address)
    try:
        await check_installer(connection)
        if await connection.fetchval(f"select to_regclass('{SCHEMA}.centre') is not null"):
            raise StoreError("exists", address.database)
        major = connection.get_server_version().major
        async with connection.transaction():  # the roles stay, what the backup makes itself goes
            await prepare_server(connection)
            await connection.execute(f"drop schema {SCHEMA}, {DESK} cascade")
        command = [tool("pg_restore", major), "--single-transaction", "--exit-on-error", "--no-password"]
        _feed([*command, "--dbname", address.database], _environment(address), _content(file, key))
        return await _furnish_restored(connection)
    except (OSError, PostgresError, InterfaceError) as error:
        raise problem_of(error) from error
    finally:
        await connection.close()


def tool(name: str, major: int) -> str:
    """A program of PostgreSQL's that is not older than the server. StoreError `no_tool`."""
    found = shutil.which(name)
    folders = [one for one in _DEBIAN.glob("*") if one.name.isdigit() and int(one.name) >= major]
    for folder in sorted(folders, key=lambda one: int(one.name)):
        if (folder / "bin" / name).exists():
            return str(folder / "bin" / name)
    if found is None:
        raise StoreError("no_tool", name)
    return found


async def _furnish_restored(connection: "Connection[Any]") -> tuple[str, ...]:
    """What no backup holds: rights of the database, the epoch, the logins."""
    async with connection.transaction():
        await prepare_server(connection)
        await connection.execute(f"set local search_path = {SCHEMA}, pg_temp")
        await connection.execute(_MARK_RESTORED)
        await connection.execute("delete from desk_presence")
        found = await connection.fetch(
            "select login, roles::text as roles from operator where removed_at is null order by login"
        )
        for one in found:
            await _shut_login(connection, one["login"], one["roles"])
    return tuple(one["login"] for one in found)


_MARK_RESTORED = """
do $$
begin
    if to_regprocedure('raise_epoch(boolean)') is not null then
        perform raise_epoch(true);
    else
        perform raise_epoch();
    end if;
end
$$
"""
"""A backup brings the functions of its own version along: the first one did not tell a restore."""


async def _shut_login(connection: "Connection[Any]", login: str, roles: str) -> None:
    """A login that cannot sign in yet, in the groups of its roles; one that is there is one of a centre's."""
    there = "select exists (select from pg_roles where rolname = $1)"
    if await connection.fetchval(there, login):
        await connection.execute("select login_check($1)", login)
        await connection.execute("select login_shut($1)", login)
    else:
        await connection.execute("select login_make($1, null)", login)
    groups = "select login_groups($1, array(select jsonb_array_elements_text($2::text::jsonb)))"
    await connection.execute(groups, login, roles)


def _environment(address: Address) -> Mapping[str, str]:
    """How PostgreSQL's programs find the server: in variables, for arguments can be read by others here."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "KULKUL_"))}
    found = {
        "PGHOST": ",".join(host.name for host in address.hosts),
        "PGPORT": ",".join(str(host.port) for host in address.hosts),
        "PGDATABASE": address.database,
        "PGTARGETSESSIONATTRS": "read-write" if len(address.hosts) > 1 else "any",
        "PGSSLMODE": "disable",
    }
    if address.login is not None:
        found["PGUSER"] = address.login
    if address.password is not None:
        found["PGPASSWORD"] = address.password
    if any(address.is_secured(host) for host in address.hosts):
        found["PGSSLMODE"] = "verify-full"
        found["PGSSLROOTCERT"] = address.root_certificate or _system_authorities()
    return {**kept, **found}


def _system_authorities() -> str:
    known = ssl.get_default_verify_paths()
    return known.cafile or known.openssl_cafile


def _output(command: list[str], environment: Mapping[str, str]) -> Iterator[bytes]:
    """What a program writes. StoreError `tool_failed` when it does not end well."""
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said
        ) as running:
            assert running.stdout is not None
            try:
                while chunk := running.stdout.read(_CHUNK):
                    yield chunk
            except BaseException:
                running.kill()
                raise
        _check(running.returncode, said)


def _feed(command: list[str], environment: Mapping[str, str], content: Iterable[bytes]) -> None:
    """Give a program what it reads. StoreError `tool_failed` when it does not end well."""
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(
            command, env=environment, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        ) as running:
            assert running.stdin is not None
            try:
                for chunk in content:
                    running.stdin.write(chunk)
                running.stdin.close()
            except BrokenPipeError:
                pass  # it says why
            except BaseException:  # half a backup must not look like a whole one
                running.kill()
                raise
        _check(running.returncode, said)


def _check(code: int, said: Any) -> None:
    if code:
        said.seek(0)
        raise StoreError("tool_failed", said.read().decode(errors="replace").strip()[:500])


def _content(file: Path, key: Path | None) -> Iterator[bytes]:
    with file.open("rb") as source:
        if key is not None and sealing.is_sealed(file):
            yield from sealing.unseal(source, key)
        else:
            while chunk := source.read(_CHUNK):
                yield chunk
