"""Compare the state of a centre with its journal."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.settings import Settings
from desktop.store.making import open_file
from desktop.store.verify import COVERS, LEAVES_OUT, Problem, Report, verify

translate = QCoreApplication.translate


def run(settings: Settings, as_login: str | None = None) -> int:
    """Apply all acts again; name every place where the database says something else.

    On a server as its superuser: nobody else may read everything.
    """
    where = settings.database if settings.on_server else settings.database_file
    if settings.on_server:
        from desktop.runtime.commands import server  # a file needs nothing of it
        from desktop.store.postgres.making import verify_server

        report = server.carry_out(server.address(settings, as_login, server.SUPERUSER), verify_server)
    else:
        report = asyncio.run(_verify(settings.database_file))
    for problem in report.problems:
        terminal.say(_line(problem))
    if report.found > len(report.problems):
        more = translate("Verify", "… and {count} more")
        terminal.say(more.format(count=report.found - len(report.problems)))
    looked = translate("Verify", "{file}: {acts} acts applied again, {rows} rows compared")
    terminal.say(looked.format(file=where, acts=report.acts, rows=report.rows.total()))
    covered = translate("Verify", "Looked at: {parts}")
    terminal.say(covered.format(parts=", ".join(_part(one) for one in COVERS)))
    left_out = translate("Verify", "Not looked at: {parts}")
    terminal.say(left_out.format(parts=", ".join(_part(one) for one in LEAVES_OUT)))
    if report.erased.total():
        terminal.say(_erased(report))
    if report.clean:
        terminal.say(translate("Verify", "The state is what the journal says."))
        return terminal.DONE
    wrong = translate("Verify", "The state is not what the journal says: {count} places")
    terminal.say(wrong.format(count=report.found))
    return terminal.WRONG


async def _verify(file: Path) -> Report:
    store = open_file(file)
    try:
        return await store.read(verify)
    finally:
        await store.close()


def _line(problem: Problem) -> str:
    where = " ".join(filter(None, (problem.table, problem.row)))
    columns = f" ({', '.join(problem.columns)})" if problem.columns else ""
    return f"!! {where}{columns}: {_what(problem.code)}"


def _erased(report: Report) -> str:
    text = translate(
        "Verify",
        "Erased: the personal values of {calls} calls, {incidents} incidents, {warnings} warnings, {memos} "
        "reminders and messages, {contacts} contacts and in {acts} acts; of these it was compared that they "
        "were written, not what they were.",
    )
    names = {
        "calls": "call_private",
        "incidents": "incident_private",
        "warnings": "place_warning_private",
        "memos": "memo_private",
        "contacts": "contact_private",
        "acts": "act",
    }
    return text.format(**{word: report.erased[name] for word, name in names.items()})


def _part(name: str) -> str:
    texts = {
        "rows": translate("Verify", "every value of every row"),
        "group_acts": translate("Verify", "which act wrote it last"),
        "values_before": translate("Verify", "the values that each act replaced"),
        "subjects": translate("Verify", "what each act is about"),
        "keys": translate("Verify", "references from row to row"),
        "numbers": translate("Verify", "numbers given twice"),
        "serials": translate("Verify", "the serials of each day"),
        "search_texts": translate("Verify", "the texts of the look-up"),
        "accounts": translate("Verify", "operators' accounts"),
        "access_log": translate("Verify", "the log of who looked at what"),
        "act_content": translate("Verify", "whether acts are as they were sent"),
        "erased_values": translate("Verify", "what was erased"),
    }
    return texts[name]


def _what(code: str) -> str:
    texts = {
        "unreadable": translate("Verify", "the act cannot be read"),
        "refused": translate("Verify", "the act cannot be applied again"),
        "before": translate("Verify", "the values that the act replaced are others"),
        "subjects": translate("Verify", "what the act is about is something else"),
        "missing": translate("Verify", "the row is missing"),
        "unexpected": translate("Verify", "no act made this row"),
        "differs": translate("Verify", "the row is not as its acts made it"),
        "reference": translate("Verify", "refers to a row that is not there"),
        "number": translate("Verify", "the number was given twice"),
        "serial": translate("Verify", "the day's serial is behind its incidents"),
        "search": translate("Verify", "the look-up's text is not that of the row"),
        "damaged": translate("Verify", "the database itself is damaged"),
    }
    return texts[code]
