"""Errors into words. The only place that does so."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.operations.desk import Refusal, StoreError
from desktop.operations.reading import Writer, who_wrote
from desktop.runtime.refusal_words import refusal_words
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.session import Session

_N = QT_TRANSLATE_NOOP

_STORE = {
    "unreachable": _N("Problems", "The database cannot be reached. What you typed is kept here."),
    "pin": _N(
        "Problems",
        "The server cannot be reached. Who signed in here in the last 12 hours and set a PIN enters with it.",
    ),
    "busy": _N("Problems", "The database is busy. Nothing was lost: try once more."),
    "full": _N("Problems", "The disk of the database is full. Free some space; what you typed is kept here."),
    "read_only": _N("Problems", "The database cannot be written to. Check the rights on its file."),
    "damaged": _N("Problems", "The database file is damaged. Restore it from a backup."),
    "newer": _N("Problems", "The database was made by a newer Kulkul. Update this program."),
    "older": _N(
        "Problems", "The database was made by an older Kulkul. Close all desks, then: ./run centre upgrade"
    ),
    "not_a_centre": _N("Problems", "This database holds no centre. Make one with: ./run centre new"),
    "not_found": _N("Problems", "There is no database there. Make one with: ./run centre new"),
    "exists": _N("Problems", "There is one of that name already."),
    "sign_in": _N("Problems", "Name and password do not fit."),
    "too_many_connections": _N("Problems", "The server has no connection left. Raise max_connections there."),
    "server_too_old": _N("Problems", "The server's PostgreSQL is too old: 15 or newer is needed."),
    "not_admitted": _N(
        "Problems", "The server does not admit this workstation: add it to pg_hba.conf there."
    ),
    "old_primary": _N("Problems", "This server was replaced by another and must not be used any more."),
    "clock": _N("Problems", "This workstation's clock is wrong: let a time server keep it."),
    "no_tls": _N("Problems", "The server offers no encryption: switch on TLS there (ssl = on)."),
    "certificate_expired": _N(
        "Problems", "The server's certificate is not valid today: renew it, or set this workstation's clock."
    ),
    "certificate_unknown": _N(
        "Problems",
        "Nobody known here signed the server's certificate: name the authority's file.",
    ),
    "certificate_name": _N("Problems", "The server's certificate is for another name: use that one."),
    "root_certificate": _N("Problems", "The authority's certificate cannot be read: check sslrootcert."),
    "bad_url": _N("Problems", "The database's address is none of a server: check the settings."),
    "not_superuser": _N("Problems", "Only the server's superuser may do this."),
    "not_allowed": _N("Problems", "Only an administrator may do this."),
    "bad_login": _N("Problems", "That cannot be a login."),
    "bad_name": _N("Problems", "The name is empty or too long."),
    "bad_password": _N("Problems", "The password is empty."),
    "bad_verifier": _N("Problems", "The server does not take a password prepared so: update this program."),
    "bad_roles": _N("Problems", "There is no such role."),
    "own_account": _N("Problems", "That is your own account: another administrator must do this."),
    "last_administrator": _N("Problems", "That is the last administrator: make another first."),
    "no_tool": _N("Problems", "PostgreSQL's own tools are missing: apt install postgresql-client"),
    "tool_failed": _N("Problems", "PostgreSQL's own tool did not succeed."),
    "key_needed": _N("Problems", "The backup is encrypted: its secret key is needed."),
    "bad_key": _N("Problems", "That is not the key that is needed here."),
    "sealed_otherwise": _N("Problems", "That was encrypted for another key."),
    "damaged_backup": _N("Problems", "The backup is damaged or was cut short: use another."),
}
_OTHER_STORE = _N("Problems", "The database could not do that ({code}). What you typed is kept here.")


def of_store(error: StoreError) -> str:
    """The words for a trouble of the database."""
    source = QCoreApplication.translate("Problems", _STORE.get(error.code, _OTHER_STORE))
    return source.format(code=error.code)


def of_fault() -> str:
    """The words for a bug, of which a report is made."""
    return QCoreApplication.translate("Problems", "Not done: a fault of the desk. Look again, then repeat.")


async def explain(session: "Session", refusal: Refusal) -> str:
    """The words for a refusal, with who stood in the way and when."""
    writer: Writer | None = None
    if refusal.act is not None:
        try:
            writer = await who_wrote(session.desk, refusal.act)
        except StoreError:
            writer = None
    return in_words(session, refusal, writer)


def in_words(session: "Session", refusal: Refusal, writer: Writer | None) -> str:
    """The words for a refusal when it is known who wrote the act in the way."""
    return refusal_words(session.board, session.clock.zone, refusal, writer)
