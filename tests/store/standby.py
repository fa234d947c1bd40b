"""A primary and its streaming standby, each a private server: what happens when the first is killed."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.store.server import ADMIN, Server, running, server_user

PROMOTED_SECONDS = 10.0


def kill(server: Server) -> None:
    """End a server with -9: its first process and all that it started. Nothing is finished."""
    first = int((server.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    family = [first, *_children(first)]
    for pid in family:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + PROMOTED_SECONDS
    while any(_is_alive(pid) for pid in family):
        if time.monotonic() > deadline:
            raise TimeoutError("the server does not end")
        time.sleep(0.01)
    # Its number may still be known where nobody fetches the dead, and the next start would wait for it.
    for lock in (server.folder / "data" / "postmaster.pid", server.folder / ".s.PGSQL.5432.lock"):
        lock.unlink(missing_ok=True)


def promote(server: Server) -> None:
    """Let a standby take changes."""
    _run(server.bin_folder / "pg_ctl", "-D", server.folder / "data", "-w", "-s", "promote")


def lose_sight(standby: Server) -> None:
    """Let a standby receive nothing more from its primary."""
    _ask(standby, "alter system set primary_conninfo = ''")
    _ask(standby, "select pg_reload_conf()")
    deadline = time.monotonic() + PROMOTED_SECONDS
    while _ask(standby, "select count(*) from pg_stat_wal_receiver") != "0":
        if time.monotonic() > deadline:
            raise TimeoutError("the standby still receives")
        time.sleep(0.02)


def has_all_of(standby: Server, primary: Server) -> bool:
    """Whether a standby has received and shown everything that the primary has written."""
    written = _ask(primary, "select pg_current_wal_lsn()")
    return _ask(standby, f"select coalesce(pg_last_wal_replay_lsn() >= '{written}', false)") == "t"


def wait_until_in_step(standby: Server, primary: Server, seconds: float = PROMOTED_SECONDS) -> None:
    """Wait until the standby has everything. TimeoutError."""
    deadline = time.monotonic() + seconds
    while not has_all_of(standby, primary):
        if time.monotonic() > deadline:
            raise TimeoutError("the standby does not catch up")
        time.sleep(0.02)


def rebuild(server: Server, primary: Server) -> None:
    """Make a server that is not running a standby of another, which is; what was in it is gone."""
    shutil.rmtree(server.folder / "data", ignore_errors=True)
    how = ("-h", primary.folder, "-U", ADMIN, "-X", "stream", "-c", "fast", "-R", "--no-sync")
    _run(primary.bin_folder / "pg_basebackup", "-D", server.folder / "data", *how)
    with (server.folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as conf:
        conf.write(f"unix_socket_directories = '{server.folder}'\nwal_receiver_timeout = '1s'\n")
    server.start()


@contextmanager
def standing_by(primary: Server) -> Iterator[Server]:
    """A standby that follows a running server. It is stopped in the end, the primary is not."""
    user = server_user()
    folder = Path(tempfile.mkdtemp(prefix="kulkul-pg-"))
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    standby = Server(folder, primary.bin_folder)
    try:
        rebuild(standby, primary)
        try:
            yield standby
        finally:
            if is_running(standby):
                standby.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def pair(bin_folder: Path) -> Iterator[tuple[Server, Server]]:
    """A primary and its standby, both durable: each may be killed and started again."""
    with running(bin_folder, durable=True) as primary:
        try:
            with standing_by(primary) as standby:
                yield primary, standby
        finally:
            if not is_running(primary):
                primary.start()  # `running` stops it


def is_running(server: Server) -> bool:
    """Whether the server's first process is there."""
    try:
        first = (server.folder / "data" / "postmaster.pid").read_text().splitlines()[0]
    except OSError:
        return False
    return _is_alive(int(first))


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(one) for one in found]


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _ask(server: Server, question: str) -> str:
    command = (
        server.bin_folder / "psql",
        "-h",
        server.folder,
        "-U",
        ADMIN,
        "-At",
        "-c",
        question,
        "postgres",
    )
    return _run(*command)


def _run(*command: object) -> str:
    user = server_user()
    return subprocess.run(
        [str(word) for word in command],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        user=None if user is None else user.pw_uid,
        group=None if user is None else user.pw_gid,
        extra_groups=None if user is None else [],
    ).stdout.strip()
