"""The arguments of commands that make and keep a centre."""

import argparse
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime.argument_parser import Add, Parser, add_as, commands_of, options_of
from desktop.runtime.argument_values import login_of, role_of

translate = QCoreApplication.translate


def add_centre(commands: Add, prog: str, settings: Parser, role_names: str) -> None:
    """Add what makes and keeps a centre. `role_names`: the roles in words."""
    centre = commands("centre", translate("Arguments", "make a real centre and its operators"), settings)
    add = commands_of(centre, "centre_command", prog, required=True)
    name = translate("Arguments", "NAME")

    new_text = translate("Arguments", "make the database of a centre and its first administrator")
    new = options_of(add("new", new_text, settings))
    new("--admin-name", metavar=name, help=translate("Arguments", "name of the first administrator"))
    login = translate("Arguments", "what the administrator signs in with (admin)")
    new("--admin-login", metavar="LOGIN", type=login_of, default="admin", help=login)
    training = translate("Arguments", "a centre for training: exercises are played there, no call is real")
    new("--training", action="store_true", help=training)
    add_as(new)

    operator = options_of(add("add-operator", translate("Arguments", "let somebody sign in"), settings))
    login = translate("Arguments", "what the operator signs in with")
    operator("--login", metavar="LOGIN", type=login_of, required=True, help=login)
    operator("--name", metavar=name, required=True, help=translate("Arguments", "name that others see"))
    role = translate("Arguments", "ROLE")
    roles = translate("Arguments", "one of {roles}; may be given several times").format(roles=role_names)
    operator("--role", action="append", type=role_of, required=True, metavar=role, help=roles)
    add_as(operator)

    remove = options_of(
        add("remove-operator", translate("Arguments", "let somebody no longer sign in"), settings)
    )
    remove("--login", metavar="LOGIN", type=login_of, required=True, help=login)
    add_as(remove)

    reset = options_of(
        add("reset-password", translate("Arguments", "give somebody another password"), settings)
    )
    reset("--login", metavar="LOGIN", type=login_of, required=True, help=login)
    add_as(reset)

    upgrade = translate("Arguments", "bring a centre to this program's version")
    add_as(options_of(add("upgrade", upgrade, settings)))
    _add_rule(add, settings)
    _add_tables(add, settings)
    shown = translate("Arguments", "show the centres kept here, or one on a server, and who may sign in")
    add_as(options_of(add("list", shown, settings)))
    _add_backup(add, settings)


def _add_rule(add: Add, settings: Parser) -> None:
    text = translate("Arguments", "show the rules of a centre, or set one")
    rule = options_of(add("rule", text, settings))
    name = translate("Arguments", "which rule; without it all are shown")
    rule("name", metavar=translate("Arguments", "RULE"), nargs="?", help=name)
    number = translate("Arguments", "what it shall be")
    rule("number", metavar=translate("Arguments", "NUMBER"), nargs="?", type=int, help=number)
    login = translate("Arguments", "what the administrator signs in with")
    rule("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_tables(add: Add, settings: Parser) -> None:
    plans = translate("Arguments", "show the response plans of a centre as a table, or let others hold")
    file = translate("Arguments", "the table whose plans shall hold; without it those of now are shown")
    pack = translate("Arguments", "let the plans hold that come with the city")
    option = _add_table(add, settings, "plans", plans, file, pack)
    tries = translate("Arguments", "change nothing: say what they would have asked for at the last incidents")
    option("--try", action="store_true", dest="tries", help=tries)

    clocks = translate("Arguments", "show the clocks of a centre as a table, or let others hold")
    file = translate("Arguments", "the table whose clocks shall hold; without it those of now are shown")
    pack = translate("Arguments", "let the clocks hold that come with the city")
    _add_table(add, settings, "clocks", clocks, file, pack)

    shifts = translate("Arguments", "show the shifts of a centre as a table, or let others hold")
    file = translate("Arguments", "the table whose shifts shall hold; without it those of now are shown")
    pack = translate("Arguments", "let the shifts hold that come with the city")
    _add_table(add, settings, "shifts", shifts, file, pack)

    contacts = translate("Arguments", "show the phone book of a centre as a table, or let another hold")
    file = translate("Arguments", "the table whose contacts shall hold; without it those of now are shown")
    _add_table(add, settings, "contacts", contacts, file)


def _add_table(
    add: Add, settings: Parser, name: str, text: str, file: str, pack: str = ""
) -> Callable[..., argparse.Action]:
    """A command that shows a table of a centre, or takes another; `pack`: where one comes with the city."""
    option = options_of(add(name, text, settings))
    option("file", metavar=translate("Arguments", "FILE"), nargs="?", type=Path, help=file)
    if pack:
        option("--from-pack", action="store_true", help=pack)
    login = translate("Arguments", "what the administrator signs in with")
    option("--operator", metavar="LOGIN", type=login_of, required=True, help=login)
    return option


def _add_backup(add: Add, settings: Parser) -> None:
    file = translate("Arguments", "FILE")
    text = translate("Arguments", "write everything on a server into a file")
    backup = options_of(add("backup", text, settings))
    backup("file", type=Path, metavar=file)
    public = translate("Arguments", "file with the public key for which the backup is encrypted")
    backup("--key", type=Path, metavar=file, help=public)
    add_as(backup)

    text = translate("Arguments", "bring a backup into an empty database of a server")
    restore = options_of(add("restore", text, settings))
    restore("file", type=Path, metavar=file)
    secret = translate("Arguments", "file with the secret key that fits the one it was encrypted for")
    restore("--key", type=Path, metavar=file, help=secret)
    add_as(restore)

    text = translate("Arguments", "make a key: FILE is secret, FILE.pub encrypts backups for it")
    options_of(add("make-key", text, settings))("file", type=Path, metavar=file)
