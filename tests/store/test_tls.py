"""The way to a server over TCP: encrypted, with a verified certificate, or refused with a reason."""

import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.store.postgres.address import Address, AddressError, Host, Tls, check_address, parse_address
from desktop.store.postgres.engine import Way, connect_alone
from desktop.store.problems import StoreError
from tests.store.loops import apart
from tests.store.server import Server, connect, needed, running
from tests.store.tls import HBA, TLS, free_port, make_authority, put, sign

PASSWORD = "rahasia sekali"


@dataclass(frozen=True)
class Secured:
    """A server that is reached with TLS, whose certificate can be replaced."""

    server: Server
    port: int
    folder: Path

    @property
    def authority(self) -> Path:
        return self.folder / "ca.crt"

    def url(self, rest: str, host: str = "localhost") -> Address:
        url = parse_address(f"postgresql://{host}:{self.port}/postgres{rest}")
        return url.signed_in("ani", PASSWORD)

    def certified(self, names: str, days: int = 2, authority: Path | None = None) -> None:
        """Give the server another certificate."""
        sign(authority or self.authority, self.folder / "own", names, days)
        put(self.folder / "own", self.server.folder / "data")
        self.reload()

    def reload(self, *statements: str) -> None:
        """Change settings, and wait until the server has read them and new connections get them."""
        since = "select pg_conf_load_time()"
        before = self.ask(since)
        self.run(*statements, "select pg_reload_conf()")
        deadline = time.monotonic() + 10
        while self.ask(since) == before:
            assert time.monotonic() < deadline, "the settings are not read"
            time.sleep(0.01)

    def ask(self, query: str) -> object:
        """What a new connection of the superuser is told."""
        return apart(asked(self.server, query))

    def run(self, *statements: str) -> None:
        apart(administer(self.server, *statements))


async def asked(server: Server, query: str) -> object:
    connection = await connect(server, "postgres")
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def administer(server: Server, *statements: str) -> None:
    connection = await connect(server, "postgres")
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    bin_folder = needed()
    if shutil.which("openssl") is None:
        pytest.skip("no openssl (apt install openssl)")
    folder = tmp_path_factory.mktemp("tls")
    make_authority(folder)
    sign(folder / "ca.crt", folder / "own", "DNS:localhost,IP:127.0.0.1")
    port = free_port()

    def prepare(data: Path) -> None:
        put(folder / "own", data)
        (data / "pg_hba.conf").write_text(HBA)

    with running(bin_folder, configured={**TLS, "port": str(port)}, prepare=prepare) as server:
        apart(administer(server, f"create role ani login password '{PASSWORD}'"))
        yield Secured(server, port, folder)


@pytest.fixture
def secured(started: Secured) -> Secured:
    """The server with a good certificate."""
    started.certified("DNS:localhost,IP:127.0.0.1")
    return started


@contextmanager
def code(expected: str) -> Iterator[None]:
    with pytest.raises(StoreError) as caught:
        yield
    assert caught.value.code == expected, caught.value


@asynccontextmanager
async def connected(address: Address) -> AsyncIterator[Any]:
    connection = await connect_alone(address)
    try:
        yield connection
    finally:
        await connection.close()


VERIFIED = "?sslmode=verify-full&sslrootcert="


async def test_a_certificate_that_is_good(secured: Secured) -> None:
    for host in ("localhost", "127.0.0.1"):
        async with connected(secured.url(f"{VERIFIED}{secured.authority}", host)) as connection:
            query = "select ssl from pg_stat_ssl where pid = pg_backend_pid()"
            assert await connection.fetchval(query)


async def test_certificates_that_are_not(secured: Secured, tmp_path: Path) -> None:
    good = secured.url(f"{VERIFIED}{secured.authority}")
    with code("certificate_unknown"):
        await connect_alone(secured.url("?sslmode=verify-full"))  # no authority that the system knows
    other = make_authority(tmp_path / "other")
    with code("certificate_unknown"):
        await connect_alone(good.with_root_certificate(other))
    secured.certified("DNS:localhost", days=-1)
    with code("certificate_expired"):
        await connect_alone(good)
    secured.certified("DNS:another.example")
    with code("certificate_name"):
        await connect_alone(good)


async def test_a_file_that_is_no_authority(secured: Secured, tmp_path: Path) -> None:
    (tmp_path / "empty.crt").write_text("nothing")
    for name in ("absent.crt", "empty.crt"):
        with code("root_certificate"):
            await connect_alone(secured.url(f"{VERIFIED}{tmp_path / name}"))


async def test_without_tls_the_server_does_not_admit(secured: Secured) -> None:
    with code("not_admitted"):
        await connect_alone(secured.url("?sslmode=disable"))
    with code("not_admitted"):
        await connect_alone(secured.url(""))  # this machine: not asked for


async def test_a_wrong_password(secured: Secured) -> None:
    with code("sign_in"):
        await connect_alone(secured.url(f"{VERIFIED}{secured.authority}").signed_in("ani", "another"))


async def test_no_more_connections(secured: Secured) -> None:
    secured.run("alter role ani connection limit 0")
    try:
        with code("too_many_connections"):
            await connect_alone(secured.url(f"{VERIFIED}{secured.authority}"))
    finally:
        secured.run("alter role ani connection limit -1")


async def test_a_server_that_speaks_no_tls(secured: Secured) -> None:
    secured.reload("alter system set ssl = off")
    try:
        with code("no_tls"):
            await connect_alone(secured.url(f"{VERIFIED}{secured.authority}"))
    finally:
        secured.reload("alter system reset ssl")


async def test_of_several_servers_the_one_that_is_there(secured: Secured) -> None:
    nobody = free_port()
    hosts = f"127.0.0.1:{nobody},localhost"
    address = secured.url(f"{VERIFIED}{secured.authority}", hosts)
    way = Way(address)
    for _ in range(2):
        connection = await way.connect()
        assert await connection.fetchval("select session_user") == "ani"
        await connection.close()
    with code("sign_in"):
        await connect_alone(address.signed_in("ani", "another"))


def test_other_machines_are_reached_with_tls_alone() -> None:
    def secured_hosts(url: str) -> list[bool]:
        address = parse_address(url)
        return [address.is_secured(host) for host in address.hosts]

    assert secured_hosts("postgresql://db.example/kulkul") == [True]
    assert secured_hosts("postgresql://10.1.2.3,db2.example:5433/kulkul?sslrootcert=/ca.crt") == [True, True]
    assert secured_hosts("postgresql://[2001:db8::1]/kulkul") == [True]
    assert secured_hosts("postgresql://localhost,127.0.0.5,[::1]/kulkul") == [False] * 3
    assert secured_hosts("postgresql:///kulkul") == [False]
    assert secured_hosts("postgresql:///kulkul?host=/tmp") == [False]
    assert secured_hosts("postgresql://localhost/kulkul?sslmode=verify-full") == [True]
    assert secured_hosts("postgresql://db.example/kulkul?sslmode=disable") == [False]


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("mysql://h/d", "bad"),
        ("postgresql://h", "bad"),
        ("postgresql://h/", "bad"),
        ("postgresql://h:0/d", "bad"),
        ("postgresql://h:x/d", "bad"),
        ("postgresql://@h/d", "bad"),
        ("postgresql://h,,g/d", "bad"),
        ("postgresql://h/d?host=g", "bad"),
        ("postgresql://made:rahasia@h/d", "with_password"),
        ("postgresql://made:@h/d", "with_password"),
        ("postgresql://h/d?password=rahasia", "with_password"),
        ("postgresql://h/d?sslmode=require", "tls"),
        ("postgresql://h/d?sslmode=verify-ca", "tls"),
        ("postgresql://h/d?ssl_mode=verify-full", "option"),
    ],
)
def test_what_is_no_address(url: str, found: str) -> None:
    with pytest.raises(AddressError) as caught:
        check_address(url)
    assert caught.value.code == found


@pytest.mark.parametrize(
    "url",
    [
        "postgresql:///kulkul",
        "postgresql://made@db.example/kulkul",
        "postgresql://db1.example,db2.example:5433/kulkul?sslmode=verify-full&sslrootcert=/etc/ca.crt",
        "postgresql://[2001:db8::1]:5433/kul%20kul?sslmode=disable",
        "postgresql:///kulkul?host=/tmp/a%20b&port=5433",
    ],
)
def test_an_address_is_written_as_it_was_read(url: str) -> None:
    assert check_address(url).url == url
    assert parse_address(check_address(url).url) == check_address(url)


def test_a_password_is_not_shown() -> None:
    address = Address((Host("h"),), "d", "made", "rahasia", Tls.ALWAYS)
    assert "rahasia" not in repr(address) + address.url
