"""Who may sign in at an embedded centre. A file enforces nothing against its owner; a server does."""

from datetime import UTC, datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, select, update

from desktop.domain.reference import Role
from desktop.store.problems import StoreError
from desktop.store.submit_sqlite import Author
from desktop.store.tables import operator


@cache
def _hasher() -> PasswordHasher:
    """Argon2id with the library's defaults (RFC 9106, low-memory profile)."""
    return PasswordHasher()


def add_operator(
    connection: Connection, login: str, name: str, roles: frozenset[Role], password: str | None
) -> None:
    """Make an account. StoreError `exists` when the login is taken, by a removed operator too."""
    if connection.execute(select(operator.c.login).where(operator.c.login == login)).first():
        raise StoreError("exists", login)
    connection.execute(
        operator.insert().values(
            login=login,
            name=name,
            roles=sorted(role.value for role in roles),
            password_hash=None if password is None else _hasher().hash(password),
            made_at=datetime.now(UTC),
        )
    )


def sign_in(connection: Connection, login: str, password: str | None) -> Author:
    """The author behind a login and a password; None fits accounts without one, as in training.

    StoreError `sign_in` when they do not fit, or the operator was removed.
    """
    found = connection.execute(
        select(operator).where(operator.c.login == login, operator.c.removed_at.is_(None))
    ).one_or_none()
    if found is None or (found.password_hash is None) != (password is None):
        raise StoreError("sign_in", login)
    if password is not None:
        try:
            _hasher().verify(found.password_hash, password)
        except (VerifyMismatchError, InvalidHashError) as error:
            raise StoreError("sign_in", login) from error
    return author_from(found.login, found.name, found.roles)


def account(connection: Connection, login: str) -> Author:
    """The author behind a login that the server let in. StoreError `sign_in` when it is no operator here."""
    columns = (operator.c.login, operator.c.name, operator.c.roles)
    found = connection.execute(
        select(*columns).where(operator.c.login == login, operator.c.removed_at.is_(None))
    ).one_or_none()
    if found is None:
        raise StoreError("sign_in", login)
    return author_from(found.login, found.name, found.roles)


def all_operators(connection: Connection) -> tuple[Author, ...]:
    """Every operator, by name; removed ones too, for the journal names them."""
    columns = (operator.c.login, operator.c.name, operator.c.roles)
    found = connection.execute(select(*columns).order_by(operator.c.name))
    return tuple(author_from(one.login, one.name, one.roles) for one in found)


def remove_operator(connection: Connection, login: str) -> None:
    """Shut an account. StoreError `not_found` when there is none."""
    done = connection.execute(
        update(operator).where(operator.c.login == login).values(removed_at=datetime.now(UTC))
    )
    if done.rowcount != 1:
        raise StoreError("not_found", login)


def reset_password(connection: Connection, login: str, password: str) -> None:
    """Give an operator another password. StoreError `not_found` when there is none, or it was removed."""
    done = connection.execute(
        update(operator)
        .where(operator.c.login == login, operator.c.removed_at.is_(None))
        .values(password_hash=_hasher().hash(password))
    )
    if done.rowcount != 1:
        raise StoreError("not_found", login)


def author_from(login: str, name: str, roles: list[str]) -> Author:
    """The author of an account's row."""
    return Author(login, name, frozenset(Role(role) for role in roles))
