"""The arguments of commands without a window: read only where one is asked for."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime.argument_centre import add_centre
from desktop.runtime.argument_parser import Add, Parser, add_as, commands_of, options_of
from desktop.runtime.argument_values import call_of, day_of, login_of, speed_of

translate = QCoreApplication.translate


def add_commands(top: Parser, prog: str, settings: Parser, role_names: str) -> None:
    """Add all commands to what is read of `prog`. `role_names`: the roles in words."""
    commands = commands_of(top, "command", prog, required=False)
    add_centre(commands, f"{prog} centre", settings, role_names)
    doctor_text = translate("Arguments", "say what is in force and what is wrong")
    add_as(options_of(commands("doctor", doctor_text, settings)))
    verify_text = translate("Arguments", "apply all acts again and compare the state with the database")
    add_as(options_of(commands("verify", verify_text, settings)))
    _add_gazetteer(commands, f"{prog} gazetteer", settings)
    _add_roads(commands, f"{prog} roads", settings)
    _add_hospitals(commands, f"{prog} hospitals", settings)
    _add_erase(commands, settings)
    _add_kept(commands, settings)
    _add_order(commands, settings)
    _add_paper(commands, settings)
    _add_lexicon(commands, f"{prog} lexicon", settings)
    _add_exercise(commands, settings)


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
    add_as(bring)

    add_as(options_of(add("status", translate("Arguments", "say what is loaded, and from where"), settings)))

    text = translate("Arguments", "print the places that a text may mean, as JSON lines")
    find = options_of(add("find", text, settings))
    find("text", metavar=translate("Arguments", "TEXT"))
    add_as(find)


def _add_roads(commands: Add, prog: str, settings: Parser) -> None:
    text = translate("Arguments", "bring in the roads by which travel times are reckoned")
    add = commands_of(commands("roads", text, settings), "roads_command", prog, required=True)
    text = translate("Arguments", "bring in .osm.pbf, GeoJSON lines, or edges as CSV with nodes beside them")
    bring = options_of(add("import", text, settings))
    bring("file", type=Path, metavar=translate("Arguments", "FILE"))
    add_as(bring)


def _add_hospitals(commands: Add, prog: str, settings: Parser) -> None:
    text = translate("Arguments", "bring in where hospitals lie, so that the nearest is proposed")
    add = commands_of(commands("hospitals", text, settings), "hospitals_command", prog, required=True)
    text = translate("Arguments", "bring in a list (CSV): code, name, address, city, lat, lon, beds")
    bring = options_of(add("import", text, settings))
    bring("file", type=Path, metavar=translate("Arguments", "FILE"))
    login = translate("Arguments", "what the administrator signs in with")
    bring("--operator", metavar="LOGIN", type=login_of, required=True, help=login)


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


def _add_exercise(commands: Add, settings: Parser) -> None:
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
