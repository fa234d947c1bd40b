"""Show a centre's phone book, or let another hold."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.operations.contact_book import book_difference, bring_book, read_book, table_of_book
from desktop.operations.desk import Desk
from desktop.runtime import terminal
from desktop.runtime.commands.as_operator import carry_out
from desktop.runtime.settings import Settings
from desktop.store.queries import read_reference

translate = QCoreApplication.translate


def run(settings: Settings, operator: str, file: Path | None = None) -> int:
    """Without a file, the phone book as a table; with one, an administrator lets its contacts hold alone.

    PackError for a table that cannot be used.
    """
    return carry_out(settings, operator, partial(_carry_out, file=file))


async def _carry_out(desk: Desk, file: Path | None) -> int:
    reference = await desk.store.read(read_reference)
    entries = tuple(reference.contacts.values())
    if file is None:
        terminal.say(table_of_book(entries).rstrip("\n"))
        return terminal.DONE
    other = book_difference(entries, read_book(file, reference))
    if not other:
        terminal.say(translate("Contacts", "just these contacts hold already"))
        return terminal.DONE
    came = await bring_book(desk, other)
    if isinstance(came, Refusal):
        texts = {"role": translate("Contacts", "only an administrator may change the phone book")}
        refused = translate("Contacts", "not accepted: {code}").format(code=came.code)
        terminal.complain(texts.get(came.code, refused))
        return terminal.WRONG
    text = translate("Contacts", "{new} new, {changed} changed, {out} taken out; all desks have them")
    counts = {"new": len(other.new), "changed": len(other.changed), "out": len(other.taken_out)}
    terminal.say(text.format(**counts))
    return terminal.DONE
