"""Show a centre's clocks, or let others hold."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.operations.clocks import bring_clocks, clocks_changed, read_clocks, table_of_clocks
from desktop.operations.desk import Desk
from desktop.operations.packs import pack_folder
from desktop.runtime import terminal
from desktop.runtime.commands.as_operator import carry_out
from desktop.runtime.settings import Settings
from desktop.store.queries import read_reference

translate = QCoreApplication.translate


def run(settings: Settings, operator: str, file: Path | None = None, *, from_pack: bool = False) -> int:
    """Without a file, the clocks as a table; with one, an administrator lets its clocks hold and no others.

    `from_pack`: those that come with the centre's city. PackError for a table that cannot be used.
    """
    return carry_out(settings, operator, partial(_carry_out, file=file, from_pack=from_pack))


async def _carry_out(desk: Desk, file: Path | None, *, from_pack: bool) -> int:
    reference = await desk.store.read(read_reference)
    if from_pack:
        file = pack_folder(desk.store.centre.city) / "clocks.csv"
    if file is None:
        terminal.say(table_of_clocks(reference.targets).rstrip("\n"))
        return terminal.DONE
    other = clocks_changed(reference.targets, read_clocks(file, reference))
    if not other:
        terminal.say(translate("Clocks", "just these clocks hold already"))
        return terminal.DONE
    came = await bring_clocks(desk, other)
    if isinstance(came, Refusal):
        texts = {"role": translate("Clocks", "only an administrator may change clocks")}
        refused = translate("Clocks", "not accepted: {code}").format(code=came.code)
        terminal.complain(texts.get(came.code, refused))
        return terminal.WRONG
    text = translate("Clocks", "{new} new, {changed} changed, {withdrawn} withdrawn; all desks have them")
    counts = {"new": len(other.new), "changed": len(other.changed), "withdrawn": len(other.withdrawn)}
    terminal.say(text.format(**counts))
    return terminal.DONE
