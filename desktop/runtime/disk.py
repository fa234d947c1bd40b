"""Troubles of the disk, each with a code that the screen has words for."""

import errno

_CODES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}


def disk_code(error: OSError) -> str:
    """`full`, `read_only` or `unreachable`."""
    return _CODES.get(error.errno or 0, "unreachable")
