"""Why a database cannot be used, and what to do, in words for a terminal."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.store.problems import StoreError

translate = QCoreApplication.translate


def of_store(error: StoreError) -> str:
    """Why the database cannot be used, and what to do."""
    texts = {**_of_any(), **_of_server(), **_of_the_way(), **_of_accounts(), **_of_backups()}
    other = translate("Words", "the database could not do that: {code} {detail}")
    return texts.get(error.code, other).format(code=error.code, detail=error.detail)


def _of_any() -> Mapping[str, str]:
    return {
        "unreachable": translate("Words", "the database cannot be reached: {detail}"),
        "exists": translate("Words", "{detail} is there already; nothing was changed"),
        "not_found": translate(
            "Words",
            "there is no database {detail}; make a centre with: centre new (the training centre is made "
            "when its desk is opened first)",
        ),
        "not_a_centre": translate("Words", "this is not the database of a centre; make one with: centre new"),
        "newer": translate(
            "Words", "this database was made by a newer Kulkul (schema {detail}); update this program"
        ),
        "older": translate(
            "Words",
            "this database was made by an older Kulkul (schema {detail}); upgrade it with: centre upgrade",
        ),
        "damaged": translate("Words", "the database is damaged; keep it as it is and use a backup"),
        "read_only": translate("Words", "the database may only be read; check the rights of file and folder"),
        "full": translate("Words", "the disk is full; make space and try again"),
        "busy": translate("Words", "another Kulkul is writing for too long; try again"),
        "sign_in": translate("Words", "name and password do not fit, or the login is shut ({detail})"),
    }


def _of_server() -> Mapping[str, str]:
    return {
        "pin": translate(
            "Words",
            "the server cannot be reached, and the PIN does not fit, or none was set here in the last 12 "
            "hours",
        ),
        "too_many_connections": translate(
            "Words",
            "the server has no connection left; raise max_connections there: 3 for each desk, and 20 more",
        ),
        "server_too_old": translate("Words", "PostgreSQL {detail} is too old; 15 or newer is needed"),
        "not_admitted": translate(
            "Words", "the server does not admit this workstation; add it to pg_hba.conf there ({detail})"
        ),
        "old_primary": translate(
            "Words", "this server was replaced by another and must not be used; name the new one"
        ),
        "not_superuser": translate(
            "Words",
            "{detail} may not do this: it makes roles, functions and an extension, so the "
            "server's superuser is "
            "needed (--as postgres)",
        ),
        "clock": translate(
            "Words", "this workstation's clock is wrong; let a time server keep it: timedatectl set-ntp true"
        ),
        "bad_url": translate("Words", "this is no address of a server, as: postgresql://host/database"),
    }


def _of_the_way() -> Mapping[str, str]:
    return {
        "no_tls": translate(
            "Words",
            "the server speaks no TLS; switch it on there (ssl = on), or say sslmode=disable to go without "
            "encryption",
        ),
        "certificate_expired": translate(
            "Words",
            "the server's certificate is not valid today; renew it there, or put this "
            "workstation's clock right",
        ),
        "certificate_unknown": translate(
            "Words",
            "the server's certificate is signed by nobody whom this workstation knows; give the authority's "
            "file: sslrootcert=FILE",
        ),
        "certificate_name": translate(
            "Words",
            "the server's certificate is for another name; use that name, or have one made for this one",
        ),
        "root_certificate": translate("Words", "{detail} cannot be read as a certificate (sslrootcert)"),
    }


def _of_accounts() -> Mapping[str, str]:
    return {
        "not_allowed": translate("Words", "only an administrator may do this; say who: --as LOGIN"),
        "bad_login": translate("Words", "{detail} cannot be a login of an operator"),
        "bad_name": translate("Words", "the name is empty or too long"),
        "bad_password": translate("Words", "the password is empty"),
        "bad_verifier": translate(
            "Words", "the server does not take a password prepared so; update this program or the server"
        ),
        "bad_roles": translate("Words", "there is no such role: {detail}"),
        "own_account": translate("Words", "{detail} is the own account; another administrator must do this"),
        "last_administrator": translate("Words", "{detail} is the last administrator; make another first"),
    }


def _of_backups() -> Mapping[str, str]:
    return {
        "no_tool": translate("Words", "{detail} is missing; install it: apt install postgresql-client"),
        "tool_failed": translate("Words", "PostgreSQL says: {detail}"),
        "key_needed": translate("Words", "{detail} is encrypted; give the secret key: --key FILE"),
        "bad_key": translate("Words", "{detail} is not the key that is needed here"),
        "sealed_otherwise": translate("Words", "the backup was encrypted for another key than {detail}"),
        "damaged_backup": translate("Words", "the backup is damaged or was cut short; use another"),
    }
