"""What is asked for on the command line."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.runtime.argument_parser import (
    Parser,
    Silent,
    ToBeSaidError,
    common,
    usage_of,
)
from desktop.runtime.argument_values import role_names
from desktop.runtime.paths import default_settings_file
from desktop.runtime.settings import LARGEST_TEXT, NAMES, SMALLEST_TEXT, likely_language
from desktop.runtime.version import VERSION

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wanted:
    """The command, empty for the desk; the settings given as arguments; the command's own options."""

    command: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)


def parse(argv: Sequence[str]) -> Wanted:
    """Read the arguments. SystemExit after help (0) or for arguments that are not understood (2).

    The language is only known once the arguments are read, and loading it takes longer than reading them:
    what has to be said is said in another reading. The desk's own start waits for no command's arguments.
    """
    found = _read(argv)
    kinds = (
        "command",
        "centre_command",
        "gazetteer_command",
        "lexicon_command",
        "roads_command",
        "hospitals_command",
    )
    parts = (found.pop(name, "") for name in kinds)
    command = " ".join(filter(None, parts))
    settings = {name: value for name, value in found.items() if name in (*NAMES, "settings")}
    return Wanted(command, settings, {name: value for name, value in found.items() if name not in settings})


def _read(argv: Sequence[str]) -> dict[str, Any]:
    for commands in (False, True):
        try:
            return vars(_parser(Silent, commands=commands).parse_args(argv))
        except ToBeSaidError:
            continue
    from desktop.runtime.terminal import speak

    speak(likely_language(_said(argv)))
    return vars(_parser(Parser, commands=True).parse_args(argv))


def _said(argv: Sequence[str]) -> dict[str, str]:
    """What decides on the language, picked out of arguments that may be wrong otherwise."""
    found = {}
    words = [part for one in argv for part in (one.split("=", 1) if one.startswith("--") else [one])]
    for name in ("language", "settings"):
        if f"--{name}" in words[:-1]:
            found[name] = words[words.index(f"--{name}") + 1]
    return found


def _parser(kind: type[Parser], *, commands: bool) -> Parser:
    prog = "./run" if Path(sys.argv[0]).name == "main.py" else "kulkul"
    settings = _settings_parser(kind)
    top = kind(
        prog=prog,
        usage=usage_of(prog, translate("Arguments", "[COMMAND]")),
        description=translate(
            "Arguments",
            "The dispatch desk of a 112 centre. Without a command it opens the desk; without a database, "
            "in the city's training centre.",
        ),
        epilog=translate(
            "Arguments",
            "Settings may also stand in {file} and in variables such as {variable}; arguments come first. "
            "The command doctor shows what is in force.",
        ).format(file=default_settings_file(), variable="KULKUL_CITY"),
        parents=[settings],
        **common(),
    )
    top.add_argument_group(translate("Arguments", "Options")).add_argument(
        "--version",
        action="version",
        version=f"Kulkul {VERSION}",
        help=translate("Arguments", "show the version"),
    )
    if commands:
        from desktop.runtime.argument_commands import add_commands

        add_commands(top, prog, settings, role_names() if kind is Parser else "")
    return top


def _settings_parser(kind: type[Parser]) -> Parser:
    """The options that every command takes."""
    parser = kind(**common())
    group = parser.add_argument_group(translate("Arguments", "Settings"))

    def setting(name: str, metavar: str, text: str) -> None:
        group.add_argument(name, metavar=metavar, help=text, default=argparse.SUPPRESS)

    folder = translate("Arguments", "FOLDER")
    file = translate("Arguments", "FILE")
    city = translate("Arguments", "city of the training centre or of a new centre")
    setting("--city", translate("Arguments", "CITY"), city)
    setting("--language", "id|en", translate("Arguments", "language of the screen"))
    setting(
        "--database",
        "URL",
        translate("Arguments", "sqlite:/// and the file of a centre, or postgresql:// and a server"),
    )
    setting("--data-dir", folder, translate("Arguments", "folder of everything that is kept here"))
    setting("--theme", "night|day", translate("Arguments", "colours at the start"))
    sizes = translate("Arguments", "size of text in per cent, {smallest} to {largest}")
    setting("--text-size", "N", sizes.format(smallest=SMALLEST_TEXT, largest=LARGEST_TEXT))
    minutes = translate("Arguments", "minutes without a key after which the desk locks; 0: never")
    setting("--lock-minutes", "N", minutes)
    setting("--settings", file, translate("Arguments", "settings file to read instead of the usual one"))
    group.add_argument("-h", "--help", action="help", help=translate("Arguments", "show this help"))
    return parser
