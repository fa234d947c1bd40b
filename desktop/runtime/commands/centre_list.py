"""Show the centres kept on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.commands import words
from desktop.runtime.opening import CentreFacts, look_into
from desktop.runtime.settings import Settings
from desktop.store.problems import StoreError

if TYPE_CHECKING:
    from desktop.store.postgres.address import Address
    from desktop.store.postgres.keeping import ServerFacts, ServerState

translate = QCoreApplication.translate


def run(settings: Settings, as_login: str | None = None) -> int:
    """List the databases in the data folder and the one that the settings name, each with its operators; of a
    server also the desks.
    """
    if settings.on_server:
        return _of_server(settings, as_login)
    files = sorted(settings.data_dir.glob("*.sqlite"))
    if settings.database_file.exists() and settings.database_file not in files:
        files.append(settings.database_file)
    if not files:
        none = translate("Centre", "No centre in {folder} yet.")
        terminal.say(none.format(folder=settings.data_dir))
    for file in files:
        for line in _lines(file):
            terminal.say(line)
    return terminal.DONE


def _of_server(settings: Settings, as_login: str | None) -> int:
    # Here, for the files need nothing of it: it takes as long as all the rest of the command.
    from desktop.runtime.commands import server
    from desktop.store.postgres.keeping import read_facts, read_state

    async def look(at: "Address") -> "tuple[ServerFacts, ServerState]":
        return await read_facts(at), await read_state(at)

    at = server.address(settings, as_login, server.ADMINISTRATOR)
    facts, state = server.carry_out(at, look)
    terminal.say(f"{settings.database}: {_headline(facts)}")
    for one in facts.operators:
        terminal.say(_operator(one.login, one.name, one.roles))
    text = translate("Centre", "desk {number}: {login}, Kulkul {version}, seen at {time}, {kept} acts kept")
    for desk in state.desks or ():
        time = desk.seen_at.astimezone(facts.centre.zone).isoformat(" ", "seconds")
        words = {"number": desk.number, "login": desk.login, "version": desk.version, "kept": desk.kept}
        terminal.say(f"    {text.format(time=time, **words)}")
    return terminal.DONE


def _lines(file: Path) -> list[str]:
    try:
        facts = look_into(file)
    except StoreError as error:
        return [f"{file}: {words.of_store(error)}"]
    return [
        f"{file}: {_headline(facts)}",
        *(_operator(one.login, one.name, one.roles) for one in facts.operators),
    ]


def _headline(facts: "CentreFacts | ServerFacts") -> str:
    if facts.centre.training:
        return translate("Centre", "training centre of {city}").format(city=facts.centre.name)
    return translate("Centre", "centre of {city}").format(city=facts.centre.name)


def _operator(login: str, name: str, roles: frozenset[str]) -> str:
    return f"    {login:<16} {name} ({', '.join(sorted(roles))})"
