"""Make the database of a real centre."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.centre import Centre
from desktop.domain.reference import Role
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime import terminal
from desktop.runtime.centres import NewOperator, make_centre
from desktop.runtime.commands import server
from desktop.runtime.ids import new_id
from desktop.runtime.settings import Settings
from desktop.runtime.training import EVERY_PART
from desktop.store.postgres import accounts
from desktop.store.postgres.address import Address
from desktop.store.postgres.making import make_postgres
from desktop.store.problems import StoreError

translate = QCoreApplication.translate


def run(
    settings: Settings,
    admin_name: str | None,
    admin_login: str,
    as_login: str | None = None,
    *,
    training: bool = False,
) -> int:
    """Make the file, or fill the server's empty database: reference data and the first administrator.

    In a `training` centre the administrator has every role that writes, and plays exercises.
    """
    if settings.is_training_default:
        raise terminal.NotGivenError(
            translate("Centre", "say in which file or on which server: --database {file} or {server}").format(
                file="sqlite:///…", server="postgresql://…"
            )
        )
    file = settings.database_file
    if not settings.on_server and file.exists() and file.stat().st_size:
        raise StoreError("exists", str(file))
    name = admin_name or terminal.ask(
        translate("Centre", "Name of the first administrator"),
        translate("Centre", "no terminal to ask for the administrator's name; give --admin-name"),
    )
    password = terminal.password(admin_login, "KULKUL_ADMIN_PASSWORD")
    roles = EVERY_PART if training else frozenset({Role.ADMINISTRATOR})
    if settings.on_server:
        first = accounts.NewOperator(admin_login, name, password, roles)
        centre = _on_server(settings, as_login, first, training=training)
    else:
        admin = NewOperator(admin_login, name, roles, password)
        centre = make_centre(file, settings.city, training=training, operators=[admin])
    where = settings.database if settings.on_server else str(file)
    made = translate("Centre", "The centre of {city} is made: {file}")
    terminal.say(made.format(city=centre.name, file=where))
    terminal.say(translate("Centre", "The administrator signs in as {login}.").format(login=admin_login))
    if not settings.on_server:
        terminal.say(_warning(file))
    next_step = translate("Centre", "Next, let operators in: centre add-operator --help")
    terminal.say(next_step)
    return terminal.DONE


def _on_server(
    settings: Settings, as_login: str | None, admin: accounts.NewOperator, *, training: bool
) -> Centre:
    pack = read_pack(pack_folder(settings.city))
    centre = pack_centre(pack, centre_id=new_id(), training=training, made_at=datetime.now(UTC))

    async def make(at: Address) -> None:
        await make_postgres(at, centre, pack_act(pack, new_id()), admin)

    server.carry_out(server.address(settings, as_login, server.SUPERUSER), make)
    return centre


def _warning(file: Path) -> str:
    return translate(
        "Centre",
        "Mind: a file enforces nothing against its owner. Whoever may open {file} on this machine can "
        "read and change everything in it, with any program and without a password.",
    ).format(file=file)
