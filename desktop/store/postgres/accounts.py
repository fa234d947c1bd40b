"""Keeping the accounts of a centre on a server. The server decides who may, and writes down who did.

Each function takes a connection of a store's `write`. StoreError `not_allowed` for who is no administrator;
`exists`, `not_found`, `bad_login`, `bad_name`, `bad_roles`, `last_administrator`, `own_account` as the server
finds them.
"""

import hmac
import secrets
import stringprep
import unicodedata
from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import pbkdf2_hmac, sha256
from typing import Any

from sqlalchemy import Connection, bindparam, column, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import BigInteger, DateTime, Text, TypeEngine

from desktop.domain.reference import Role
from desktop.store.problems import StoreError

ITERATIONS = 4096
"""Rounds of a password's derivation: what PostgreSQL takes by default, and the least that RFC 7677 allows."""

ACCOUNT_CODE = "KU010"
"""The server's error code for a change of an account that it does not make; the message is the code."""

_NO_PRIVILEGE = "42501"
_PROHIBITED = (
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
    stringprep.in_table_a1,
)


@dataclass(frozen=True, slots=True)
class NewOperator:
    """An account to be made."""

    login: str
    name: str
    password: str
    roles: frozenset[Role] = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class AccountChange:
    """A line of the account log. `what`: added, roles, renamed, removed, password_reset, password_changed."""

    number: int
    at: datetime
    by: str
    what: str
    login: str
    detail: dict[str, Any]


def scram_verifier(password: str, salt: bytes | None = None) -> str:
    """What PostgreSQL keeps instead of a password, as RFC 5803 writes it. The password itself stays here.

    StoreError `bad_password` for an empty one.
    """
    if not password:
        raise StoreError("bad_password")
    salt = secrets.token_bytes(16) if salt is None else salt
    salted = pbkdf2_hmac("sha256", saslprep(password).encode(), salt, ITERATIONS)
    stored = sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    words = [b64encode(part).decode("ascii") for part in (salt, stored, server)]
    return f"SCRAM-SHA-256${ITERATIONS}:{words[0]}${words[1]}:{words[2]}"


def saslprep(password: str) -> str:
    """A password as RFC 4013 prepares it; as PostgreSQL does, one that it forbids is taken as it is."""
    kept = (" " if stringprep.in_table_c12(c) else c for c in password if not stringprep.in_table_b1(c))
    plain = unicodedata.ucd_3_2_0.normalize("NFKC", "".join(kept))
    if not plain or any(forbids(c) for c in plain for forbids in _PROHIBITED):
        return password
    if any(stringprep.in_table_d1(c) for c in plain):
        ends = stringprep.in_table_d1(plain[0]) and stringprep.in_table_d1(plain[-1])
        if not ends or any(stringprep.in_table_d2(c) for c in plain):
            return password
    return plain


def add_operator(
    connection: Connection, login: str, name: str, roles: Collection[Role], password: str
) -> None:
    """Make an account and its login."""
    _call(connection, "add_operator", login, name, _names(roles), scram_verifier(password))


def set_roles(connection: Connection, login: str, roles: Collection[Role]) -> None:
    """Give an operator these roles and no others. Nobody gives them to the own account."""
    _call(connection, "set_roles", login, _names(roles))


def rename_operator(connection: Connection, login: str, name: str) -> None:
    """Give an operator another name; the login stays."""
    _call(connection, "rename_operator", login, name)


def remove_operator(connection: Connection, login: str) -> None:
    """Shut an account and end its sessions; call `end_sessions` once this is committed."""
    _call(connection, "remove_operator", login)


def end_sessions(connection: Connection, login: str) -> None:
    """End what a login has open."""
    _call(connection, "end_sessions", login)


def reset_password(connection: Connection, login: str, password: str) -> None:
    """Give an operator another password; what is open stays open."""
    _call(connection, "reset_password", login, scram_verifier(password))


def change_password(connection: Connection, password: str) -> None:
    """Change the own password."""
    _call(connection, "change_password", scram_verifier(password))


def read_account_log(connection: Connection, after: int = 0, most: int = 500) -> tuple[AccountChange, ...]:
    """Changes of accounts after a number, oldest first; none for who is neither supervisor nor their like."""
    names: dict[str, TypeEngine[Any]] = {
        "number": BigInteger(),
        "at": DateTime(timezone=True),
        "by": Text(),
        "what": Text(),
        "login": Text(),
        "detail": JSONB(),
    }
    rows = func.read_account_log(after, most).table_valued(*(column(*one) for one in names.items()))
    found = connection.execute(select(rows).order_by(rows.c.number))
    return tuple(AccountChange(*one) for one in found)


def _names(roles: Collection[Role]) -> list[str]:
    return sorted(role.value for role in roles)


def _call(connection: Connection, name: str, *given: str | list[str]) -> None:
    typed = [
        bindparam(None, one, type_=ARRAY(Text) if isinstance(one, list) else Text(), unique=True)
        for one in given
    ]
    try:
        connection.execute(select(getattr(func, name)(*typed)))
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
        if state == _NO_PRIVILEGE:
            raise StoreError("not_allowed") from error
        cause = getattr(error.orig, "__cause__", None) or error.orig
        if state == ACCOUNT_CODE:
            raise StoreError(
                str(getattr(cause, "message", cause)), str(getattr(cause, "detail", ""))
            ) from error
        raise
