"""Certificates for private servers, made with openssl."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

from tests.store.server import server_user

HBA = (
    "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\nhostssl all all ::1/128 scram-sha-256\n"
)
"""Who may come: by the socket anybody, by TCP with TLS and a password."""

TLS = {
    "listen_addresses": "'127.0.0.1'",
    "ssl": "on",
    "ssl_cert_file": "'server.crt'",
    "ssl_key_file": "'server.key'",
}

_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def make_authority(folder: Path) -> Path:
    """An authority's key and certificate in the folder; the certificate."""
    folder.mkdir(parents=True, exist_ok=True)
    _openssl(
        *("req", "-x509", *_KEY, "-subj", "/CN=An authority for tests", "-days", "2"),
        *("-keyout", folder / "ca.key", "-out", folder / "ca.crt"),
    )
    return folder / "ca.crt"


def sign(authority: Path, folder: Path, names: str, days: int = 2) -> None:
    """A server's key and certificate in the folder, for `names` such as DNS:localhost.

    `days`: how long it is good; less than 0: it is over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    request, extension = folder / "server.csr", folder / "server.ext"
    extension.write_text(f"subjectAltName={names}\n")
    _openssl("req", *_KEY, "-subj", "/CN=server", "-keyout", folder / "server.key", "-out", request)
    _openssl(
        *("x509", "-req", "-in", request, "-CA", authority, "-CAkey", authority.with_name("ca.key")),
        *("-CAcreateserial", "-days", days, "-extfile", extension, "-out", folder / "server.crt"),
    )


def put(folder: Path, data: Path) -> None:
    """Give a server the key and certificate in the folder."""
    user = server_user()
    for name in ("server.crt", "server.key"):
        file = data / name
        shutil.copy(folder / name, file)
        file.chmod(0o600)
        if user is not None:
            os.chown(file, user.pw_uid, user.pw_gid)


def _openssl(*words: object) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)
