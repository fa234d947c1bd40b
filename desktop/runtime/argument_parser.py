"""A parser of arguments that speaks the operator's language, and what its commands have in common."""

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class ToBeSaidError(Exception):
    """There is something to say, and the language is not loaded yet."""


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        words = translate("Arguments", "Usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, words)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in the language that is loaded, and ends the program with 2."""

    def error(self, message: str) -> NoReturn:
        """Say it, with the usage."""
        self.print_usage(sys.stderr)
        self.exit(2, f"Kulkul: {_worded(message)}\n")


class Silent(Parser):
    """Reads before a language is loaded. ToBeSaidError instead of any word."""

    def error(self, message: str) -> NoReturn:
        """What is wrong is said in a second reading."""
        raise ToBeSaidError

    def print_help(self, file: Any = None) -> None:
        """So is help."""
        raise ToBeSaidError


def _worded(message: str) -> str:
    """An error of argparse in the language spoken; what it says after the colon are names and values."""
    what, _, rest = message.partition(": ")
    of, _, value = rest.partition("'")
    if what == "unrecognized arguments":
        return translate("Arguments", "not understood: {arguments}").format(arguments=rest)
    if what == "the following arguments are required":
        return translate("Arguments", "missing: {arguments}").format(arguments=rest)
    name = what.removeprefix("argument ")
    if of == "invalid choice: ":
        text = translate("Arguments", "{argument}: there is no {value}")
        return text.format(argument=name, value=value.split("'")[0])
    if rest.startswith("expected"):
        return translate("Arguments", "{argument} needs a value").format(argument=name)
    return f"{name}: {rest}"  # one of the sentences below


def usage_of(prog: str, rest: str) -> str:
    """How a command is called; `rest`: what follows the settings."""
    return " ".join((prog, translate("Arguments", "[SETTINGS]"), rest)).strip()


Add = Callable[[str, str, Parser], Parser]
"""Adds a command by its name and what it does; the last: the parser of the settings that it takes too."""


def commands_of(parser: Parser, name: str, prog: str, *, required: bool) -> Add:
    """What adds commands below `parser`; `name`: under which the one given is found."""
    added = parser.add_subparsers(
        dest=name,
        title=translate("Arguments", "Commands"),
        metavar=translate("Arguments", "COMMAND"),
        prog=prog,
        required=required,
    )

    def add(command: str, text: str, settings: Parser) -> Parser:
        return added.add_parser(command, help=text, description=text, parents=[settings], **common())

    return add


def options_of(parser: Parser) -> Callable[..., argparse.Action]:
    """What adds an option of a command's own."""
    return parser.add_argument_group(translate("Arguments", "Options")).add_argument


def common() -> dict[str, Any]:
    """What all parsers are made with."""
    return {"add_help": False, "allow_abbrev": False, "formatter_class": _Formatter}


def add_as(option: Callable[..., argparse.Action]) -> None:
    """Add in whose name a server is changed."""
    text = translate("Arguments", "login of the server that does this: its superuser, or an administrator")
    option("--as", dest="as_login", metavar="LOGIN", default=argparse.SUPPRESS, help=text)
