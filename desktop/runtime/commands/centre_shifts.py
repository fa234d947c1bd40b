"""Show a centre's shifts, or let others hold."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.operations.desk import Desk
from desktop.operations.packs import pack_folder
from desktop.operations.shift_table import bring_shifts, read_shifts, shifts_changed, table_of_shifts
from desktop.runtime import terminal
from desktop.runtime.commands.as_operator import carry_out
from desktop.runtime.settings import Settings
from desktop.store.queries import read_reference

translate = QCoreApplication.translate


def run(settings: Settings, operator: str, file: Path | None = None, *, from_pack: bool = False) -> int:
    """Without a file, the shifts as a table; with one, an administrator lets its shifts hold and no others.

    `from_pack`: those that come with the centre's city. PackError for a table that cannot be used.
    """
    return carry_out(settings, operator, partial(_carry_out, file=file, from_pack=from_pack))


async def _carry_out(desk: Desk, file: Path | None, *, from_pack: bool) -> int:
    reference = await desk.store.read(read_reference)
    if from_pack:
        file = pack_folder(desk.store.centre.city) / "shifts.csv"
    if file is None:
        terminal.say(table_of_shifts(tuple(reference.shifts.values())).rstrip("\n"))
        return terminal.DONE
    other = shifts_changed(tuple(reference.shifts.values()), read_shifts(file))
    if not other:
        terminal.say(translate("Shifts", "just these shifts hold already"))
        return terminal.DONE
    came = await bring_shifts(desk, other)
    if isinstance(came, Refusal):
        texts = {"role": translate("Shifts", "only an administrator may change shifts")}
        refused = translate("Shifts", "not accepted: {code}").format(code=came.code)
        terminal.complain(texts.get(came.code, refused))
        return terminal.WRONG
    text = translate("Shifts", "{new} new, {changed} changed, {withdrawn} withdrawn; all desks have them")
    counts = {"new": len(other.new), "changed": len(other.changed), "withdrawn": len(other.withdrawn)}
    terminal.say(text.format(**counts))
    return terminal.DONE
