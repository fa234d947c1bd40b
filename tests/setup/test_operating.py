"""The commands of docs/operating.md, block by block, on servers of the test's own.

Run are all blocks that an ordinary user can run, with the test's names and folders in place of the page's,
and pg_ctl in place of `systemctl`. The others, which need root or a third server, are only read for
words that the program knows.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.operations.packs import FIRST_EPOCH
from desktop.runtime.arguments import parse
from tests.setup.commands import hatched
from tests.store.server import Server, needed, running, server_user
from tests.store.tls import free_port

STANDING = "select kulkul.standing() ->> 'epoch'"
RESTORED = "select restored_epoch from kulkul.lineage"
CHECKOUT = Path(__file__).parents[2]
PAGE = CHECKOUT / "docs" / "operating.md"
BLOCK = re.compile(r"<!-- (run|read)(?:: ([a-z0-9 ]+))? -->\n```sh\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A block of commands: `run` on a machine, for a purpose, or only `read`."""

    how: str
    where: str
    text: str


def blocks() -> list[Block]:
    return [Block(how, where, text) for how, where, text in BLOCK.findall(PAGE.read_text(encoding="utf-8"))]


def chapter() -> str:
    text = PAGE.read_text(encoding="utf-8")
    return text[text.index("## Several desks, one server") : text.index("## Checks")]


class Machines:
    """What stands for the page's machines: two servers and a workstation."""

    def __init__(self, server: Server, home: Path, program: str) -> None:
        self.server, self.home, self.program = server, home, program
        self.root = server.folder
        self.standby_port = free_port()
        self.moment = ""

    def data(self, machine: str) -> Path:
        return self.root / ("data" if machine == "db1" else "standby")

    def run(self, block: Block, **more: str) -> str:
        """Run a block on its machine; what it said."""
        machine = block.where.split()[0]
        script = self._put_in(block.text, machine)
        if machine == "desk":
            done = self._bash(script, {"HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home / ".config")})
        else:
            done = self._bash(
                f"{self._systemctl(machine)}\n{script}", self._server_environment(machine), True
            )
        assert done.returncode == 0, f"{block.text}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def ask(self, machine: str, query: str) -> str:
        """What psql answers on a server."""
        words = f'psql -d kulkul -Atc "{query}"'
        done = self._bash(words, self._server_environment(machine), True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def state(self, machine: str) -> str:
        """What the server says of itself."""
        return self._bash(f"pg_ctl -D {self.data(machine)} status || true", {}, True).stdout

    def end(self) -> None:
        script = f"pg_ctl -D {self.data('db2')} -m immediate -s stop"
        self._bash(script, self._server_environment("db2"), True)
        if "no server" in self._bash(f"pg_ctl -D {self.data('db1')} status", {}, True).stdout:
            self.server.start()

    def _put_in(self, text: str, machine: str) -> str:
        port = self.server.port
        names = {
            "/var/lib/postgresql/15/main": str(self.data(machine)),
            "/etc/postgresql/15/main": str(self.data(machine)),
            "/var/lib/postgresql/tls": str(self.root / "tls"),
            "/backup": str(self.root / "backup"),
            "10.0.0.0/24": "127.0.0.1/32",
            "listen_addresses = '*'": "listen_addresses = '127.0.0.1'",
            "DNS:$name.112.example": "DNS:localhost",
            "db1.112.example,db2.112.example": f"localhost:{port},localhost:{self.standby_port}",
            "-h db1.112.example": f"-h localhost -p {port}",
            "db1.112.example": f"localhost:{port}",
            "2026-11-24 14:30:00+08": self.moment,
            "./run": self.program,
        }
        for name, value in names.items():
            text = text.replace(name, value)
        # The server that this copies from listens where the page's has a machine of its own.
        return text.replace("sslrootcert=", "sslmode=verify-full&sslrootcert=")

    def _systemctl(self, machine: str) -> str:
        port = self.server.port if machine == "db1" else self.standby_port
        options = f"-p {port} -k {self.root}"
        control = f"pg_ctl -D {self.data(machine)} -w -s -l {self.root}/log-{machine}"
        return (
            "systemctl() {\n"
            f'    if [[ $1 == stop ]]; then {control} -m fast stop; else {control} -o "{options}" $1; fi\n'
            "}"
        )

    def _server_environment(self, machine: str) -> dict[str, str]:
        port = self.server.port if machine == "db1" else self.standby_port
        return {"PGHOST": str(self.root), "PGPORT": str(port), "PGUSER": "postgres", "HOME": str(self.root)}

    def _bash(
        self, script: str, environment: dict[str, str], on_server: bool = False
    ) -> subprocess.CompletedProcess[str]:
        user = server_user() if on_server else None
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("KULKUL_", "PG"))}
        with (self.home / "said").open("w+") as out, (self.home / "complained").open("w+") as err:
            done = subprocess.run(  # a server that it starts keeps what it was given: no pipe would ever end
                ["bash", "-euo", "pipefail", "-c", script],
                env={**kept, "PATH": f"{self.server.bin_folder}:{os.environ['PATH']}", **environment},
                cwd="/" if on_server else self.home,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                text=True,
                check=False,
                user=None if user is None else user.pw_uid,
                group=None if user is None else user.pw_gid,
                extra_groups=None if user is None else [],
            )
            out.seek(0), err.seek(0)
            return subprocess.CompletedProcess([], done.returncode, out.read(), err.read())


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    bin_folder = needed()
    if shutil.which("openssl") is None:
        pytest.skip("no openssl (apt install openssl)")
    with (
        running(bin_folder, configured={"port": str(free_port())}) as server,
        hatched(tmp_path) as program,
    ):
        data = server.folder / "data"
        hba = data / "pg_hba.conf"
        hba.write_text("local all postgres trust\nlocal replication postgres trust\n")
        made = Machines(server, tmp_path, program)
        try:
            yield made
        finally:
            made.end()


def test_every_block_of_the_chapter_says_how_it_is_tested() -> None:
    assert chapter().count("```sh") == len(blocks())
    assert chapter().count("```") == 2 * len(blocks())


def test_what_is_only_read_is_understood() -> None:
    for block in blocks():
        if block.how == "read":
            for line in block.text.splitlines():
                words = line.replace('"', "").split()
                assert words[0] in ("apt", "./run", "psql", "-c"), line
                if words[0] == "./run":
                    assert parse(words[1:]).command


def test_from_an_empty_server_to_a_promoted_standby(machines: Machines) -> None:
    said: list[str] = []
    recovered = 0
    for block in blocks():
        if block.how == "read":
            continue
        if block.where == "db1 recovery":
            machines.moment = machines.ask("db1", "select clock_timestamp()")
            time.sleep(1.1)
            machines.ask("db1", "update kulkul.operator set name = 'After the moment' where login = 'made'")
            machines.ask("db1", "select pg_switch_wal()")
            time.sleep(1)
        if block.where == "db1 fencing":
            time.sleep(1)  # what was written last comes to the standby
        if block.where == "db2 promotion":
            assert "no server" in machines.state("db1"), "it was stopped before"
        said.append(machines.run(block))
        if "ca.crt" in block.text and block.where == "db1":
            shutil.copy(machines.root / "tls" / "ca.crt", machines.home / "ca.crt")
        if block.where == "db1 recovery":
            assert machines.ask("db1", "select name from kulkul.operator where login = 'made'") == "Made S."
            recovered = int(machines.ask("db1", STANDING))
            assert recovered > FIRST_EPOCH
            assert machines.ask("db1", RESTORED) == str(recovered), "going back was meant"
    everything = "\n".join(said)
    assert re.search(r"sari +Sari T\. \(call_taker, dispatcher\)", everything)
    assert "sertifikat server sudah diperiksa" in everything
    assert int(machines.ask("db2", STANDING)) > recovered
    assert machines.ask("db2", RESTORED) == str(recovered), "a promotion is no restore"
    both = (
        "KULKUL_DATABASE_PASSWORD=sandi-administrator ./run centre list --database "
        '"postgresql://db1.112.example,db2.112.example/kulkul?sslrootcert=ca.crt"\n'
    )
    assert "Tono" in machines.run(Block("run", "desk", both))
    machines.server.start()  # as a machine does whose power comes back
    command = both.replace("db1.112.example,db2.112.example", "db1.112.example").rstrip()
    machines.run(Block("run", "desk", f"if {command} 2> refused; then exit 1; fi; grep pg_hba refused\n"))
