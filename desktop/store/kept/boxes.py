"""A file of encrypted records, to which is only ever appended.

    MAGIC · length (4 bytes, big-endian) · header (JSON, readable) · records, each: length · secret box

The header holds the file's key, sealed for each who may open it (X25519). A record that was not wholly
written when the power went is the last, and not read. One that was changed since does not open, and is
counted.
"""

import json
import os
import struct
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

from desktop.store.kept.disk import old_file, replace_file, told, write_whole
from desktop.store.problems import StoreError

MAGIC = b"Kulkul kept 1\n"
LONGEST = 16 * 1024 * 1024
"""Bytes of a record: the largest act, in JSON, takes a quarter."""

_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Read:
    """What was in a file. `damaged`: records that do not open. `torn`: bytes at the end, no whole record."""

    entries: tuple[Any, ...]
    damaged: int = 0
    torn: int = 0


class BoxFile:
    """A file for appending, open only while it is written: Windows replaces none that is open. Used by one
    thread at a time.
    """

    def __init__(self, path: Path, key: bytes, length: int) -> None:
        self.path = path
        self._box = SecretBox(key)
        self.length = length
        """Bytes of it that count; what a failed append left behind them is written over."""

    @classmethod
    def make(
        cls, path: Path, readers: Mapping[str, PublicKey], about: Mapping[str, Any], entries: Iterable[Any]
    ) -> "BoxFile":
        """Make a file with these entries, all of it on the disk under its name or not at all. StoreError."""
        key = random(SecretBox.KEY_SIZE)
        sealed = {name: b64encode(SealedBox(one).encrypt(key)).decode() for name, one in readers.items()}
        header = json.dumps({**about, "keys": sealed}).encode()
        made = cls(path, key, 0)
        content = MAGIC + _LENGTH.pack(len(header)) + header + made._sealed(entries)
        replace_file(path, content)
        made.length = len(content)
        return made

    def append(self, entries: Iterable[Any], *, sync: bool) -> None:
        """Add entries; with `sync` they are on the disk when this returns.

        StoreError `full` and others of the disk: then none of them is in the file.
        """
        content = self._sealed(entries)
        with told():
            handle = old_file(self.path)
            try:
                os.lseek(handle, self.length, os.SEEK_SET)
                write_whole(handle, content)
                if sync:
                    os.fsync(handle)
            except OSError:
                os.ftruncate(handle, self.length)
                raise
            finally:
                os.close(handle)
        self.length += len(content)

    def _sealed(self, entries: Iterable[Any]) -> bytes:
        boxes = (bytes(self._box.encrypt(json.dumps(one, ensure_ascii=False).encode())) for one in entries)
        return b"".join(_LENGTH.pack(len(boxed)) + boxed for boxed in boxes)


def read_header(path: Path) -> Mapping[str, Any]:
    """What anybody may read of a file. StoreError `damaged` when it is none."""
    return _split(path.read_bytes(), path)[0]


def read_boxes(path: Path, secret: PrivateKey) -> Read:
    """All that is in a file, for who may open it. StoreError `sealed_otherwise` for others, `damaged`."""
    content = path.read_bytes()
    header, start = _split(content, path)
    key = _key_of(header, secret)
    if key is None:
        raise StoreError("sealed_otherwise", str(path))
    box = SecretBox(key)
    entries, damaged, torn = [], 0, 0
    while start < len(content):
        if len(content) - start < _LENGTH.size:
            torn = len(content) - start
            break
        (length,) = _LENGTH.unpack_from(content, start)
        end = start + _LENGTH.size + length
        if not 0 < length <= LONGEST and any(content[start:]):
            damaged += 1  # nobody wrote such a length, and where the next record begins is not known
            break
        if not length or end > len(content):
            torn = len(content) - start
            break
        try:
            entries.append(json.loads(box.decrypt(content[start + _LENGTH.size : end])))
        except (CryptoError, ValueError):
            if end == len(content) and not any(content[start + _LENGTH.size :]):
                torn = len(content) - start  # a power cut left room for it, and nothing there
                break
            damaged += 1
        start = end
    return Read(tuple(entries), damaged, torn)


def _split(content: bytes, path: Path) -> tuple[Mapping[str, Any], int]:
    at = len(MAGIC) + _LENGTH.size
    if not content.startswith(MAGIC) or len(content) < at:
        raise StoreError("damaged", str(path))
    (length,) = _LENGTH.unpack_from(content, len(MAGIC))
    try:
        header: Mapping[str, Any] = json.loads(content[at : at + length])
    except ValueError as error:
        raise StoreError("damaged", str(path)) from error
    return header, at + length


def _key_of(header: Mapping[str, Any], secret: PrivateKey) -> bytes | None:
    box = SealedBox(secret)
    for sealed in header.get("keys", {}).values():
        try:
            return bytes(box.decrypt(b64decode(sealed)))
        except (CryptoError, ValueError):
            continue
    return None
