"""Let somebody no longer sign in at a centre."""

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.centres import shut_account
from desktop.runtime.settings import Settings

translate = QCoreApplication.translate


def run(settings: Settings, login: str) -> int:
    """Shut an account; what the operator wrote keeps the name. StoreError `not_found` when there is none."""
    shut_account(settings.database_file, login)
    terminal.say(translate("Centre", "{login} can no longer sign in").format(login=login))
    return terminal.DONE
