"""What is asked for on the command line."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.runtime.argument_parser import (
    Add,
    Parser,
    Silent,
    ToBeSaidError,
    commands_of,
    common,
    options_of,
    usage_of,
)
from desktop.runtime.argument_values import call_of, day_of, login_of, role_names, role_of, speed_of
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
    what has to be said is said in a second reading.
    """
    try:
        found = vars(_parser(Silent).parse_args(argv))
    except ToBeSaidError:
        from desktop.runtime.terminal import speak

        speak(likely_language(_said(argv)))
        found = vars(_parser(Parser).parse_args(argv))
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


def _said(argv: Sequence[str]) -> dict[str, str]:
    """What decides on the language, picked out of arguments that may be wrong otherwise."""
    found = {}
    words = [part for one in argv for part in (one.split("=", 1) if one.startswith("--") else [one])]
    for name in ("language", "settings"):
        if f"--{name}" in words[:-1]:
            found[name] = words[words.index(f"--{name}") + 1]
    return found


def _parser(kind: type[Parser]) -> Parser:
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
    commands = commands_of(top, "command", prog, required=False)
    _add_centre(commands, f"{prog} centre", settings, role_names() if kind is Parser else "")
    doctor_text = translate("Arguments", "say what is in force and what is wrong")
    _add_as(options_of(commands("doctor", doctor_text, settings)))
    verify_text = translate("Arguments", "apply all acts again and compare the state with the database")
    _add_as(options_of(commands("verify", verify_text, settings)))
    _add_gazetteer(commands, f"{prog} gazetteer", settings)
    _add_ways(commands, prog, settings)
    _add_erase(commands, settings)
    _add_kept(commands, settings)
    _add_order(commands, settings)
    _add_paper(commands, settings)
    _add_lexicon(commands, f"{prog} lexicon", settings)
    exercise = commands(
        "exercise", translate("Arguments", "play a file of calls into a training centre"), settings
    )
    option = options_of(exercise)
    option("file", type=Path, metavar=translate("Arguments", "FILE"))
    mapping = translate("Arguments", "which column is what, for records that none of our mappings fits")
    option("--mapping", type=Path, metavar=translate("Arguments", "FILE"), help=mapping)
    speed = translate("Arguments", "times as fast as real time (1), or max: as fast as can be")
    login = translate("Arguments", "on a server: who plays it; has all roles that write")
    option("--operator", metavar="LOGIN", type=login_of, help=login)
    option("--speed", type=speed_of, default=1.0, metavar="N", help=speed)
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


def _add_centre(commands: Add, prog: str, settings: Parser, role_names: str) -> None:
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
    _add_as(new)

    operator = options_of(add("add-operator", translate("Arguments", "let somebody sign in"), settings))
    login = translate("Arguments", "what the operator signs in with")
    operator("--login", metavar="LOGIN", type=login_of, required=True, help=login)
    operator("--name", metavar=name, required=True, help=translate("Arguments", "name that others see"))
    role = translate("Arguments", "ROLE")
    roles = translate("Arguments", "one of {roles}; may be given several times").format(roles=role_names)
    operator("--role", action="append", type=role_of, required=True, metavar=role, help=roles)
    _add_as(operator)

    remove = options_of(
        add("remove-operator", translate("Arguments", "let somebody no longer sign in"), settings)
    )
    remove("--login", metavar="LOGIN", type=login_of, required=True, help=login)
    _add_as(remove)

    reset = options_of(
        add("reset-password", translate("Arguments", "give somebody another password"), settings)
    )
    reset("--login", metavar="LOGIN", type=login_of, required=True, help=login)
    _add_as(reset)

    upgrade = translate("Arguments", "bring a centre to this program's version")
    _add_as(options_of(add("upgrade", upgrade, settings)))
    _add_rule(add, settings)
    _add_plans(add, settings)
    _add_clocks(add, settings)
    _add_shifts(add, settings)
    _add_contacts(add, settings)
    shown = translate("Arguments", "show the centres kept here, or one on a server, and who may sign in")
    _add_as(options_of(add("list", shown, settings)))
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


def _add_plans(add: Add, settings: Parser) -> None:
    text = translate("Arguments", "show the response plans of a centre as a table, or let others hold")
    plans = options_of(add("plans", text, settings))
    file = translate("Arguments", "the table whose plans shall hold; without it those of now are shown")
    plans("file", metavar=translate("Arguments", "FILE"), nargs="?", type=Path, help=file)
    pack = translate("Arguments", "let the plans hold that come with the city")
    plans("--from-pack", action="store_true", help=pack)
    tries = translate("Arguments", "change nothing: say what they would have asked for at the last incidents")
    plans("--try", action="store_true", dest="tries", help=tries)
    login = translate("Arguments", "what the administrator signs in with")
    plans("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_clocks(add: Add, settings: Parser) -> None:
    text = translate("Arguments", "show the clocks of a centre as a table, or let others hold")
    clocks = options_of(add("clocks", text, settings))
    file = translate("Arguments", "the table whose clocks shall hold; without it those of now are shown")
    clocks("file", metavar=translate("Arguments", "FILE"), nargs="?", type=Path, help=file)
    pack = translate("Arguments", "let the clocks hold that come with the city")
    clocks("--from-pack", action="store_true", help=pack)
    login = translate("Arguments", "what the administrator signs in with")
    clocks("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_shifts(add: Add, settings: Parser) -> None:
    text = translate("Arguments", "show the shifts of a centre as a table, or let others hold")
    shifts = options_of(add("shifts", text, settings))
    file = translate("Arguments", "the table whose shifts shall hold; without it those of now are shown")
    shifts("file", metavar=translate("Arguments", "FILE"), nargs="?", type=Path, help=file)
    pack = translate("Arguments", "let the shifts hold that come with the city")
    shifts("--from-pack", action="store_true", help=pack)
    login = translate("Arguments", "what the administrator signs in with")
    shifts("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_contacts(add: Add, settings: Parser) -> None:
    text = translate("Arguments", "show the phone book of a centre as a table, or let another hold")
    contacts = options_of(add("contacts", text, settings))
    file = translate("Arguments", "the table whose contacts shall hold; without it those of now are shown")
    contacts("file", metavar=translate("Arguments", "FILE"), nargs="?", type=Path, help=file)
    login = translate("Arguments", "what the administrator signs in with")
    contacts("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_gazetteer(commands: Add, prog: str, settings: Parser) -> None:
    text = translate("Arguments", "bring in and look up streets, places and borders")
    add = commands_of(commands("gazetteer", text, settings), "gazetteer_command", prog, required=True)

    text = translate("Arguments", "bring in map data: .osm.pbf, GeoJSON or CSV, also packed (.gz)")
    bring = options_of(add("import", text, settings))
    bring("file", type=Path, metavar=translate("Arguments", "FILE"))
    text = translate(
        "Arguments", "what the data are known by; a newer file replaces an older one of the same name"
    )
    bring("--source", metavar=translate("Arguments", "NAME"), default="", help=text)
    _add_as(bring)

    _add_as(options_of(add("status", translate("Arguments", "say what is loaded, and from where"), settings)))

    text = translate("Arguments", "print the places that a text may mean, as JSON lines")
    find = options_of(add("find", text, settings))
    find("text", metavar=translate("Arguments", "TEXT"))
    _add_as(find)


def _add_ways(commands: Add, prog: str, settings: Parser) -> None:
    _add_roads(commands, f"{prog} roads", settings)
    _add_hospitals(commands, f"{prog} hospitals", settings)


def _add_roads(commands: Add, prog: str, settings: Parser) -> None:
    text = translate("Arguments", "bring in the roads by which travel times are reckoned")
    add = commands_of(commands("roads", text, settings), "roads_command", prog, required=True)
    text = translate("Arguments", "bring in .osm.pbf, GeoJSON lines, or edges as CSV with nodes beside them")
    bring = options_of(add("import", text, settings))
    bring("file", type=Path, metavar=translate("Arguments", "FILE"))
    _add_as(bring)


def _add_hospitals(commands: Add, prog: str, settings: Parser) -> None:
    text = translate("Arguments", "bring in where hospitals lie, so that the nearest is proposed")
    add = commands_of(commands("hospitals", text, settings), "hospitals_command", prog, required=True)
    text = translate("Arguments", "bring in a list (CSV): code, name, address, city, lat, lon, beds")
    bring = options_of(add("import", text, settings))
    bring("file", type=Path, metavar=translate("Arguments", "FILE"))
    login = translate("Arguments", "what the administrator signs in with")
    bring("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_backup(add: Add, settings: Parser) -> None:
    file = translate("Arguments", "FILE")
    text = translate("Arguments", "write everything on a server into a file")
    backup = options_of(add("backup", text, settings))
    backup("file", type=Path, metavar=file)
    public = translate("Arguments", "file with the public key for which the backup is encrypted")
    backup("--key", type=Path, metavar=file, help=public)
    _add_as(backup)

    text = translate("Arguments", "bring a backup into an empty database of a server")
    restore = options_of(add("restore", text, settings))
    restore("file", type=Path, metavar=file)
    secret = translate("Arguments", "file with the secret key that fits the one it was encrypted for")
    restore("--key", type=Path, metavar=file, help=secret)
    _add_as(restore)

    text = translate("Arguments", "make a key: FILE is secret, FILE.pub encrypts backups for it")
    options_of(add("make-key", text, settings))("file", type=Path, metavar=file)


def _add_as(option: Callable[..., argparse.Action]) -> None:
    text = translate("Arguments", "login of the server that does this: its superuser, or an administrator")
    option("--as", dest="as_login", metavar="LOGIN", default=argparse.SUPPRESS, help=text)


def _add_kept(commands: Add, settings: Parser) -> None:
    file = translate("Arguments", "FILE")
    login = translate("Arguments", "who does this, with the own password or PIN")
    public = translate("Arguments", "file with the public key of the centre (make-key)")
    secret = translate("Arguments", "file with the secret key of the centre")
    export = translate("Arguments", "write what this workstation could not deliver into a file")
    deliver = translate("Arguments", "deliver what another workstation wrote into a file")
    for name, text, key in (("export-kept", export, public), ("deliver-kept", deliver, secret)):
        option = options_of(commands(name, text, settings))
        option("file", type=Path, metavar=file)
        option("--key", type=Path, metavar=file, required=True, help=key)
        option("--operator", dest="login", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_erase(commands: Add, settings: Parser) -> None:
    text = translate("Arguments", "erase what is personal of a caller whose calls are over")
    erase = commands("erase", text, settings)
    group = erase.add_argument_group(translate("Arguments", "Options"))
    which = group.add_mutually_exclusive_group(required=True)
    call = translate("Arguments", "the call, by its id")
    which.add_argument("--call", metavar="ID", type=call_of, help=call)
    number = translate("Arguments", "all calls from this telephone number")
    which.add_argument("--number", metavar=translate("Arguments", "NUMBER"), help=number)
    warning = translate("Arguments", "the withdrawn warnings of a place: its address, a point, or an id")
    which.add_argument("--warning", metavar=translate("Arguments", "PLACE"), help=warning)
    contact = translate("Arguments", "the person behind a contact of the phone book, by its code")
    which.add_argument("--contact", metavar=translate("Arguments", "CODE"), help=contact)
    memos = translate("Arguments", "all messages and reminders made up to a day: 2026-11-30")
    which.add_argument("--memos-until", metavar=translate("Arguments", "DAY"), type=day_of, help=memos)
    person = translate("Arguments", "the crews and hand-overs in which this name stands")
    which.add_argument("--person", metavar=translate("Arguments", "NAME"), help=person)
    reason = translate("Arguments", "why, by what law; is kept, and must name nobody")
    group.add_argument("--reason", metavar=translate("Arguments", "TEXT"), required=True, help=reason)
    login = translate("Arguments", "what the supervisor or administrator who erases signs in with")
    group.add_argument("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


def _add_paper(commands: Add, settings: Parser) -> None:
    text = translate("Arguments", "write the empty form for calls on paper, as a PDF to print")
    paper = options_of(commands("paper-form", text, settings))
    paper("file", type=Path, metavar=translate("Arguments", "FILE"))


def _add_order(commands: Add, settings: Parser) -> None:
    text = translate("Arguments", "give an order as in the desk's command line (docs/commands.md)")
    option = options_of(commands("command", text, settings))
    option("order", metavar=translate("Arguments", "ORDER"))
    login = translate("Arguments", "who gives it")
    option("--operator", metavar="LOGIN", type=login_of, required=True, help=login)
    preview = translate("Arguments", "only say what would be done")
    option("--preview", action="store_true", help=preview)
    password = translate(
        "Arguments", "file with the operator's password; else {variable}, or it is asked for"
    )
    option(
        "--password-file",
        type=Path,
        metavar=translate("Arguments", "FILE"),
        help=password.format(variable="KULKUL_OPERATOR_PASSWORD"),
    )


def _add_lexicon(commands: Add, prog: str, settings: Parser) -> None:
    lexicon = commands(
        "lexicon", translate("Arguments", "what narratives are read by to propose categories"), settings
    )
    add = commands_of(lexicon, "lexicon_command", prog, required=True)
    text = translate("Arguments", "print the categories proposed for each line of a text (JSON lines)")
    option = options_of(add("try", text, settings))
    option("file", type=Path, metavar=translate("Arguments", "FILE"), help=translate("Arguments", "or -"))
