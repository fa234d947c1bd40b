"""Who may open what a workstation keeps: a key pair for each operator, locked by password and by PIN.

The secret half lies on the disk only as argon2id of the password, or of the PIN, locks it (RFC 9106; in a
secret box of libsodium). Files are then encrypted for the public halves of all who signed in lately.
"""

import json
import shutil
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from argon2.low_level import Type, hash_secret_raw
from filelock import FileLock
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey
from nacl.secret import SecretBox
from nacl.utils import random

from desktop.domain.reference import Role
from desktop.store.kept.disk import replace_file, told
from desktop.store.problems import StoreError
from desktop.store.submit_sqlite import Author

P = ParamSpec("P")
T = TypeVar("T")

PIN_LASTS = timedelta(hours=12)
"""How long after signing in with the password an operator may sign in without the server (wanted so)."""
LATELY = timedelta(days=7)
"""For whom what is kept is encrypted: who signed in so lately can deliver it (our choice)."""
TRIES = 5
"""Wrong PINs after which only the password helps (our choice)."""
SHORTEST_PIN = 6
"""Digits of a PIN, at least (our choice)."""

_SALT = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs: argon2id's passes and its memory in KiB."""

    passes: int
    memory: int


PASSWORD_COST = Cost(3, 64 * 1024)
"""RFC 9106, section 4, second recommendation."""
PIN_COST = Cost(4, 256 * 1024)
"""Four times the memory: a PIN has few guesses in it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An operator who unlocked the own key."""

    author: Author
    secret: PrivateKey


def _alone(method: Callable[Concatenate["Keyring", P], T]) -> Callable[Concatenate["Keyring", P], T]:
    """Read the ring, change and write it while no other desk on the workstation does: a key that is lost
    there takes along all that is kept under it.
    """

    @wraps(method)
    def alone(ring: "Keyring", /, *args: P.args, **kwargs: P.kwargs) -> T:
        with told():
            ring.file.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(f"{ring.file}.lock", thread_local=False)
            lock.acquire()
        try:
            return method(ring, *args, **kwargs)
        finally:
            lock.release()

    return alone


class Keyring:
    """The operators known on this workstation, in one file. Its functions take up to a second: argon2id."""

    def __init__(self, file: Path, password_cost: Cost = PASSWORD_COST, pin_cost: Cost = PIN_COST) -> None:
        self.file = file
        self._costs = {"password": password_cost, "pin": pin_cost}

    @_alone
    def sign_in(self, author: Author, password: str, now: datetime) -> Holder:
        """Take in an operator whom the server has just let in with that password. StoreError `full`."""
        ring = self._read(now)
        entry = ring.get(author.login, {})
        secret = self._unlock(entry.get("password"), "password", password)
        if secret is None:  # new here, or the password is another: what was kept for the old key is others'
            secret = PrivateKey.generate()
            entry = {"password": self._lock(secret, "password", password)}
        ring[author.login] = {
            **entry,
            "public": b64encode(bytes(secret.public_key)).decode(),
            "name": author.name,
            "roles": sorted(author.roles),
            "seen_at": now.isoformat(),
            "tries": 0,
        }
        self._write(ring)
        return Holder(author, secret)

    @_alone
    def relock(self, holder: Holder, password: str) -> None:
        """Lock an operator's key, which stays the same, by another password. StoreError `full`."""
        ring = self._read(datetime.now(UTC))
        if holder.author.login in ring:
            ring[holder.author.login]["password"] = self._lock(holder.secret, "password", password)
            self._write(ring)

    @_alone
    def forget_pin(self, login: str) -> None:
        """Let an operator in with the password only. StoreError `full`."""
        ring = self._read(datetime.now(UTC))
        if ring.get(login, {}).pop("pin", None) is not None:
            self._write(ring)

    @_alone
    def set_pin(self, holder: Holder, pin: str, now: datetime) -> None:
        """Let an operator sign in with a PIN for the next hours. ValueError for one that is no PIN."""
        if not (pin.isascii() and pin.isdigit() and len(pin) >= SHORTEST_PIN) or len(set(pin)) == 1:
            raise ValueError("no PIN")
        ring = self._read(now)
        if holder.author.login not in ring:
            raise StoreError("sign_in", holder.author.login)
        ring[holder.author.login]["pin"] = self._lock(holder.secret, "pin", pin)
        self._write(ring)

    @_alone
    def sign_in_cut_off(self, login: str, pin: str, now: datetime) -> Holder:
        """Let an operator in without the server. StoreError `sign_in` for a wrong PIN, or none that holds."""
        ring = self._read(now)
        entry = ring.get(login, {})
        secret = self._unlock(entry.get("pin"), "pin", pin)
        if secret is None:
            if "pin" in entry:
                entry["tries"] = int(entry.get("tries", 0)) + 1
                if entry["tries"] >= TRIES:
                    del entry["pin"]
                self._write(ring)
            raise StoreError("sign_in", login)
        if entry.get("tries"):
            entry["tries"] = 0
            self._write(ring)
        roles = frozenset(Role(one) for one in entry["roles"] if one in set(Role))
        return Holder(Author(login, entry["name"], roles), secret)

    def unlock(self, login: str, word: str, now: datetime) -> Holder:
        """Open an operator's keys by password or PIN, to take out what is kept. StoreError `sign_in`."""
        entry = self._read(now).get(login, {})
        secret = self._unlock(entry.get("password"), "password", word)
        if secret is None:
            return self.sign_in_cut_off(login, word, now)
        roles = frozenset(Role(one) for one in entry["roles"] if one in set(Role))
        return Holder(Author(login, entry["name"], roles), secret)

    def lately(self, now: datetime) -> Mapping[str, PublicKey]:
        """The public keys of those who signed in lately, by login."""
        return self._public(self._read(now), now - LATELY)

    def with_pin(self, now: datetime) -> Mapping[str, PublicKey]:
        """The public keys of those who could sign in without the server now."""
        ring = {login: entry for login, entry in self._read(now).items() if "pin" in entry}
        return self._public(ring, now - PIN_LASTS)

    def _public(self, ring: Mapping[str, Any], since: datetime) -> Mapping[str, PublicKey]:
        return {
            login: PublicKey(b64decode(entry["public"]))
            for login, entry in ring.items()
            if datetime.fromisoformat(entry["seen_at"]) >= since
        }

    def _lock(self, secret: PrivateKey, how: str, word: str) -> dict[str, Any]:
        cost, salt = self._costs[how], random(_SALT)
        box = SecretBox(_stretched(word, salt, cost)).encrypt(bytes(secret))
        return {
            "salt": b64encode(salt).decode(),
            "passes": cost.passes,
            "memory": cost.memory,
            "box": b64encode(box).decode(),
        }

    def _unlock(self, locked: Mapping[str, Any] | None, how: str, word: str) -> PrivateKey | None:
        if locked is None:
            _stretched(word, bytes(_SALT), self._costs[how])  # how long it takes does not tell who is known
            return None
        cost = Cost(locked["passes"], locked["memory"])
        try:
            box = SecretBox(_stretched(word, b64decode(locked["salt"]), cost))
            return PrivateKey(box.decrypt(b64decode(locked["box"])))
        except CryptoError:
            return None

    def _read(self, now: datetime) -> dict[str, Any]:
        """The ring; PINs that hold no more are gone from it, and from the disk with what is written next."""
        try:
            ring: dict[str, Any] = json.loads(self.file.read_bytes())["operators"]
        except FileNotFoundError:
            return {}
        except (ValueError, KeyError, TypeError):
            with suppress(OSError):  # for a person to mend: without the keys nobody opens what is kept
                shutil.copy(self.file, self.file.with_name(f"{self.file.name}.damaged"))
            return {}
        expired = now - PIN_LASTS
        for entry in ring.values():
            if datetime.fromisoformat(entry["seen_at"]) < expired:
                entry.pop("pin", None)
        return ring

    def _write(self, ring: Mapping[str, Any]) -> None:
        replace_file(self.file, json.dumps({"format": 1, "operators": ring}).encode())


def _stretched(word: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(word.encode(), salt, cost.passes, cost.memory, 1, SecretBox.KEY_SIZE, Type.ID)
