"""Make the database of a real centre."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.reference import Role
from desktop.runtime import terminal
from desktop.runtime.centres import NewOperator, make_centre
from desktop.runtime.settings import Settings
from desktop.store.problems import StoreError

translate = QCoreApplication.translate


def run(settings: Settings, admin_name: str | None, admin_login: str) -> int:
    """Make the file with the city's reference data and its first administrator."""
    if settings.is_training_default:
        raise terminal.NotGivenError(
            translate("Centre", "say in which file: --database {example}").format(example="sqlite:///…")
        )
    file = settings.database_file
    if file.exists() and file.stat().st_size:
        raise StoreError("exists", str(file))
    name = admin_name or terminal.ask(
        translate("Centre", "Name of the first administrator"),
        translate("Centre", "no terminal to ask for the administrator's name; give --admin-name"),
    )
    password = terminal.password(admin_login, "KULKUL_ADMIN_PASSWORD")
    admin = NewOperator(admin_login, name, frozenset({Role.ADMINISTRATOR}), password)
    centre = make_centre(file, settings.city, training=False, operators=[admin])
    made = translate("Centre", "The centre of {city} is made: {file}")
    terminal.say(made.format(city=centre.name, file=file))
    terminal.say(translate("Centre", "The administrator signs in as {login}.").format(login=admin_login))
    terminal.say(_warning(file))
    next_step = translate("Centre", "Next, let operators in: centre add-operator --help")
    terminal.say(next_step)
    return terminal.DONE


def _warning(file: Path) -> str:
    return translate(
        "Centre",
        "Mind: a file enforces nothing against its owner. Whoever may open {file} on this machine can "
        "read and change everything in it, with any program and without a password.",
    ).format(file=file)
