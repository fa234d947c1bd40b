"""The password of who sits at the desk, kept so that it can be recognised and not read: to unlock."""

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError


class KnownPassword:
    """A password's hash in memory, never on a disk: argon2id with that package's recommended costs.

    A locked screen opens by it, also while the server cannot be asked.
    """

    def __init__(self, password: str) -> None:
        self._hasher = PasswordHasher()
        self._hash = self._hasher.hash(password)

    @classmethod
    async def of(cls, password: str) -> "KnownPassword":
        """Made in a thread, for it takes tens of milliseconds."""
        return await asyncio.get_running_loop().run_in_executor(None, cls, password)

    async def fits(self, password: str) -> bool:
        """Whether this is the password; takes tens of milliseconds in a thread."""
        return await asyncio.get_running_loop().run_in_executor(None, self._verify, password)

    def _verify(self, password: str) -> bool:
        try:
            return self._hasher.verify(self._hash, password)
        except VerifyMismatchError:
            return False
