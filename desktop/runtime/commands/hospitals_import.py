"""Bring a list of hospitals into a centre: where they lie, so that the nearest is proposed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Change, Op, Refusal
from desktop.domain.records import Record, Value, table_of
from desktop.gazetteer.borders import Borders
from desktop.gazetteer.files.features import FileError
from desktop.gazetteer.hospitals import Doubt, Found, Line, compare, read_list
from desktop.operations.desk import Desk, change
from desktop.runtime import terminal
from desktop.runtime.commands.as_operator import carry_out
from desktop.runtime.settings import Settings
from desktop.store.gazetteer import read_borders
from desktop.store.queries import read_reference

translate = QCoreApplication.translate
KIND = "reference.loaded"


def run(settings: Settings, operator: str, file: Path) -> int:
    """Import the file as an administrator, and say what came of it, each doubt with its line."""
    try:
        lines = read_list(file)
    except FileError as error:
        text = translate("Hospitals", "{file} cannot be read: {detail}")
        if error.code == "columns":
            text = translate("Hospitals", "{file} needs a column called one of: {detail}")
        terminal.complain(text.format(file=file.name, detail=error.detail))
        return terminal.WRONG
    return carry_out(settings, operator, partial(_import, lines=lines))


async def _import(desk: Desk, lines: tuple[Line, ...]) -> int:
    reference = await desk.store.read(read_reference)
    known = Borders(await desk.store.read(read_borders), reference.areas.keys())
    locate = None if known.empty else known.locate
    found = compare(lines, reference, desk.store.centre.name, locate)
    for doubt in found.doubts:
        terminal.say(_of_doubt(doubt))
    changes = [*map(_insert, found.hospitals), *map(_insert, found.places)]
    changes += [change(KIND, before, **values) for before, values in found.changed]
    if changes:
        came = await desk.act(KIND, changes)
        if isinstance(came, Refusal):
            only = translate("Hospitals", "only an administrator may import hospitals")
            refused = translate("Hospitals", "not accepted: {code}").format(code=came.code)
            terminal.complain(only if came.code == "role" else refused)
            return terminal.WRONG
    terminal.say(_of_found(found, borders=locate is not None))
    return terminal.DONE


def _insert(record: Record) -> Change:
    table = table_of(type(record))
    values: dict[str, Value] = {name: getattr(record, name) for name in table.by_name}
    return Change(table.name, Op.INSERT, record.id, values)


def _of_found(found: Found, *, borders: bool) -> str:
    text = translate(
        "Hospitals",
        "{new} new hospitals, {placed} places new, {changed} changed, {known} known already;"
        " {doubts} points left out; {elsewhere} lines of other cities",
    )
    told = text.format(
        new=len(found.hospitals),
        placed=sum(one.point is not None for one in found.places),
        changed=len(found.changed),
        known=found.known,
        doubts=len(found.doubts),
        elsewhere=found.elsewhere,
    )
    if borders:
        return told
    return "\n".join((told, translate("Hospitals", "no borders loaded: judged by the middles of the areas")))


def _of_doubt(doubt: Doubt) -> str:
    texts = {
        "no_point": translate("Hospitals", "line {line}: {name}: no coordinates"),
        "swapped": translate("Hospitals", "line {line}: {name}: lat and lon are swapped; point left out"),
        "outside": translate("Hospitals", "line {line}: {name}: {km} km outside the city; point left out"),
        "same_point": translate(
            "Hospitals", "line {line}: {name}: the point of line {figure} too; both left out"
        ),
    }
    km = f"{doubt.figure / 1000:.1f}"
    return texts[doubt.code].format(line=doubt.line, name=doubt.name, figure=doubt.figure, km=km)
