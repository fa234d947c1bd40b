"""Writing to the workstation's disk so that it is there after a power cut."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.store.problems import StoreError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_PRIVATE = 0o600
_BINARY: int = getattr(os, "O_BINARY", 0)
"""Only Windows has and needs it: without it, it writes two bytes for each newline."""


@contextmanager
def told() -> Iterator[None]:
    """Say the disk's troubles in the store's words: `full`, `read_only`, else `unreachable`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            code = "full"
        elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            code = "read_only"
        else:
            code = "unreachable"
        raise StoreError(code, str(error)) from error


def new_file(path: Path) -> int:
    """A new file that only this user reads, open for writing."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, _PRIVATE)


def old_file(path: Path) -> int:
    """A file that is there, open for writing into it. FileNotFoundError."""
    return os.open(path, os.O_WRONLY | _BINARY)


def write_whole(handle: int, content: bytes) -> None:
    """Write all of it."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def replace_file(path: Path, content: bytes) -> None:
    """Put a file on the disk in place of the one before. StoreError leaves that one as it was."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    with told():
        try:
            handle = new_file(unfinished)
            try:
                write_whole(handle, content)
                os.fsync(handle)
            finally:
                os.close(handle)
            unfinished.replace(path)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows has no such call for folders."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
