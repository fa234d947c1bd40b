"""Files that one key encrypts and only another opens.

It begins with `MAGIC`; then comes the key of this file, in a sealed box for the public key (X25519);
then the content in pieces of `PIECE` bytes, each by XChaCha20-Poly1305 as libsodium's secretstream has it.
The last is marked: a file that was cut short does not open.
"""

import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from desktop.store.problems import StoreError

MAGIC = b"Kulkul sealed 1\n"
PIECE = 1 << 20

_SECRET, _PUBLIC = "kulkul-secret-key", "kulkul-public-key"
_HEADER = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MORE = bindings.crypto_secretstream_xchacha20poly1305_ABYTES
_TAG, _LAST = (
    bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE,
    bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL,
)
_SEALED_KEY = bindings.crypto_secretstream_xchacha20poly1305_KEYBYTES + bindings.crypto_box_SEALBYTES


def make_key(file: Path) -> Path:
    """Make a key pair: the secret key in the file, the public one beside it, in the file that is given back.

    StoreError `exists`: a key is never written over.
    """
    public = file.with_name(f"{file.name}.pub")
    for one in (file, public):
        if one.exists():
            raise StoreError("exists", str(one))
    key = PrivateKey.generate()
    file.touch(mode=0o600)
    file.write_text(f"{_SECRET} {b64encode(bytes(key)).decode()}\n", encoding="ascii")
    public.write_text(f"{_PUBLIC} {b64encode(bytes(key.public_key)).decode()}\n", encoding="ascii")
    return public


def seal(content: Iterable[bytes], key_file: Path, target: BinaryIO) -> None:
    """Write the content encrypted for the public key in the file. StoreError `bad_key`."""
    box = SealedBox(PublicKey(_read_key(key_file, _PUBLIC)))
    key = secrets.token_bytes(bindings.crypto_secretstream_xchacha20poly1305_KEYBYTES)
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    target.write(MAGIC + box.encrypt(key) + header)
    pieces = _pieces(content)
    piece = next(pieces, b"")
    for following in pieces:
        target.write(bindings.crypto_secretstream_xchacha20poly1305_push(state, piece, None, _TAG))
        piece = following
    target.write(bindings.crypto_secretstream_xchacha20poly1305_push(state, piece, None, _LAST))


def unseal(source: BinaryIO, key_file: Path) -> Iterator[bytes]:
    """The content of a sealed file. StoreError `bad_key`, `sealed_otherwise` or `damaged_backup`."""
    box = SealedBox(PrivateKey(_read_key(key_file, _SECRET)))
    if source.read(len(MAGIC)) != MAGIC:
        raise StoreError("damaged_backup")
    try:
        key = box.decrypt(source.read(_SEALED_KEY))
    except CryptoError as error:
        raise StoreError("sealed_otherwise", str(key_file)) from error
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    try:
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, source.read(_HEADER), key)
        tag = _TAG
        while tag != _LAST:
            piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(
                state, source.read(PIECE + _MORE)
            )
            yield piece
    except (CryptoError, ValueError, RuntimeError) as error:
        raise StoreError("damaged_backup") from error
    if source.read(1):
        raise StoreError("damaged_backup")


def is_sealed(file: Path) -> bool:
    """Whether a file is encrypted as here."""
    with file.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def _pieces(content: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size, but for the last."""
    kept = bytearray()
    for one in content:
        kept += one
        while len(kept) >= PIECE:
            yield bytes(kept[:PIECE])
            del kept[:PIECE]
    if kept:
        yield bytes(kept)


def _read_key(file: Path, kind: str) -> bytes:
    words = file.read_text(encoding="ascii", errors="replace").split()
    if len(words) != 2 or words[0] != kind:
        raise StoreError("bad_key", str(file))
    try:
        key = b64decode(words[1], validate=True)
    except NotBase64 as error:
        raise StoreError("bad_key", str(file)) from error
    if len(key) != 32:
        raise StoreError("bad_key", str(file))
    return key
