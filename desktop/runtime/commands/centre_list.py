"""Show the centres kept on this machine."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.commands import words
from desktop.runtime.opening import CentreFacts, look_into
from desktop.runtime.settings import Settings
from desktop.store.problems import StoreError

translate = QCoreApplication.translate


def run(settings: Settings) -> int:
    """List the databases in the data folder and the one that the settings name, each with its operators."""
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


def _lines(file: Path) -> list[str]:
    try:
        facts = look_into(file)
    except StoreError as error:
        return [f"{file}: {words.of_store(error)}"]
    return [
        f"{file}: {_headline(facts)}",
        *(_operator(one.login, one.name, one.roles) for one in facts.operators),
    ]


def _headline(facts: CentreFacts) -> str:
    if facts.centre.training:
        return translate("Centre", "training centre of {city}").format(city=facts.centre.name)
    return translate("Centre", "centre of {city}").format(city=facts.centre.name)


def _operator(login: str, name: str, roles: frozenset[str]) -> str:
    return f"    {login:<16} {name} ({', '.join(sorted(roles))})"
