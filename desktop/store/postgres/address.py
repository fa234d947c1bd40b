"""Where a server is and how the way to it is secured: what may stand in a database's URL.

    postgresql://[LOGIN@]HOST[:PORT][,HOST[:PORT]…]/DATABASE[?sslmode=verify-full|disable&sslrootcert=FILE]

Without a host the server's socket on this machine is meant; `host` and `port` may stand behind the ? too, for
a socket in another folder. Needs the standard library only: settings are checked with it before anything else
is loaded.
"""

import ipaddress
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode

SCHEME = "postgresql://"
SOCKET_FOLDER = "/var/run/postgresql"
"""Where Debian's and most other servers have their socket."""
PORT = 5432

_OPTIONS = frozenset({"host", "port", "sslmode", "sslrootcert"})


class Tls(StrEnum):
    """Whether connections are encrypted, and the server's certificate verified with its name."""

    ELSEWHERE = ""
    """With every host but this machine."""
    ALWAYS = "verify-full"
    NEVER = "disable"


class AddressError(ValueError):
    """What is no address of a server. Codes: `bad`, `with_password`, `tls` (the sslmode), `option`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Host:
    """One server. `name`: its name or address, or the folder of its socket."""

    name: str
    port: int = PORT

    @property
    def is_this_machine(self) -> bool:
        """Whether nothing that is sent to it leaves this machine."""
        if self.name.startswith(("/", "@")) or self.name == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.name).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        """As it stands in a URL."""
        name = f"[{self.name}]" if ":" in self.name else quote(self.name, safe="")
        return name if self.port == PORT else f"{name}:{self.port}"


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server, or on one of several: that one of them which takes changes."""

    hosts: tuple[Host, ...]
    database: str
    login: str | None = None
    password: str | None = field(default=None, repr=False)
    tls: Tls = Tls.ELSEWHERE
    root_certificate: str | None = None
    """File of the authority that signed the servers' certificates; None: one that the system knows."""

    def is_secured(self, host: Host) -> bool:
        """Whether connections to the host are encrypted and its certificate verified."""
        return self.tls is Tls.ALWAYS or (self.tls is Tls.ELSEWHERE and not host.is_this_machine)

    def signed_in(self, login: str | None, password: str | None) -> "Address":
        """The same, for a login."""
        return replace(self, login=login, password=password)

    def with_root_certificate(self, file: Path) -> "Address":
        """The same with the authority's certificate in another file."""
        return replace(self, root_certificate=str(file))

    @property
    def url(self) -> str:
        """As it stands in settings: never with the password."""
        query: dict[str, str] = {}
        hosts = ",".join(str(one) for one in self.hosts)
        if len(self.hosts) == 1 and self.hosts[0].name.startswith("/"):
            hosts = ""
            if self.hosts[0] != Host(SOCKET_FOLDER):
                query = {"host": self.hosts[0].name, "port": str(self.hosts[0].port)}
        if self.tls is not Tls.ELSEWHERE:
            query["sslmode"] = self.tls.value
        if self.root_certificate is not None:
            query["sslrootcert"] = self.root_certificate
        login = "" if self.login is None else f"{quote(self.login, safe='')}@"
        asked = f"?{urlencode(query, quote_via=quote, safe='/')}" if query else ""
        return f"{SCHEME}{login}{hosts}/{quote(self.database, safe='')}{asked}"


def parse_address(url: str) -> Address:
    """Read a URL. AddressError when it is none, or says something that is not known here."""
    if not url.startswith(SCHEME):
        raise AddressError("bad")
    place, _, query = url.removeprefix(SCHEME).partition("?")
    place, _, database = place.partition("/")
    user, at, hosts = place.rpartition("@")
    login, colon, password = user.partition(":")
    options = _options(query)
    if not database or (at and not login):
        raise AddressError("bad")
    try:
        tls = Tls(options.get("sslmode", ""))
    except ValueError:
        raise AddressError("tls") from None
    return Address(
        hosts=_hosts(hosts, options),
        database=unquote(database),
        login=unquote(login) or None,
        password=unquote(password) if colon else None,
        tls=tls,
        root_certificate=options.get("sslrootcert") or None,
    )


def check_address(url: str) -> Address:
    """Read a URL that somebody wrote down. AddressError also `with_password`: it would be read by others."""
    address = parse_address(url)
    if address.password is not None:
        raise AddressError("with_password")
    return address


def _options(query: str) -> Mapping[str, str]:
    try:
        options = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
    except ValueError:
        raise AddressError("bad") from None
    if "password" in options:
        raise AddressError("with_password")
    if not options.keys() <= _OPTIONS:
        raise AddressError("option")
    return options


def _hosts(text: str, options: Mapping[str, str]) -> tuple[Host, ...]:
    if text and "host" in options:
        raise AddressError("bad")
    try:
        if text:
            return tuple(_split(text))
        port = int(options.get("port", PORT))
        return tuple(Host(name, port) for name in options.get("host", SOCKET_FOLDER).split(",") if name)
    except ValueError:
        raise AddressError("bad") from None


def _split(text: str) -> Iterator[Host]:
    for one in text.split(","):
        if one.startswith("["):
            name, _, port = one.removeprefix("[").partition("]")
            port = port.removeprefix(":")
        else:
            name, _, port = one.partition(":")
        number = int(port or PORT)
        if not name or not 0 < number < 65_536:
            raise ValueError(one)
        yield Host(unquote(name), number)
