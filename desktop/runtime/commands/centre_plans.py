"""Show a centre's response plans, or let others hold."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.domain.board import Reference
from desktop.domain.plans import ResponsePlan
from desktop.domain.plans_tried import try_plans
from desktop.operations.desk import Desk
from desktop.operations.packs import pack_folder
from desktop.operations.plans import bring_plans, difference, read_plans, table_of_plans
from desktop.runtime import terminal
from desktop.runtime.commands.as_operator import carry_out
from desktop.runtime.settings import Settings
from desktop.store.queries import read_past_cases, read_reference, read_units

translate = QCoreApplication.translate


LAST_INCIDENTS = 5_000
"""Incidents on which plans are tried (ours)."""


def run(
    settings: Settings,
    operator: str,
    file: Path | None = None,
    *,
    from_pack: bool = False,
    tries: bool = False,
) -> int:
    """Without a file, the plans as a table; with one, an administrator lets its plans hold and no others.

    `from_pack`: those that come with the centre's city. `tries`: nothing changes, they are tried on the last
    incidents. PackError for a table that cannot be used.
    """
    return carry_out(settings, operator, partial(_carry_out, file=file, from_pack=from_pack, tries=tries))


async def _carry_out(desk: Desk, file: Path | None, *, from_pack: bool, tries: bool) -> int:
    reference = await desk.store.read(read_reference)
    if from_pack:
        file = pack_folder(desk.store.centre.city) / "plans.csv"
    if tries:
        await _try(desk, reference, reference.plans if file is None else read_plans(file, reference))
        return terminal.DONE
    if file is None:
        terminal.say(table_of_plans(reference.plans).rstrip("\n"))
        return terminal.DONE
    other = difference(reference.plans, read_plans(file, reference))
    if not other:
        terminal.say(translate("Plans", "just these plans hold already"))
        return terminal.DONE
    came = await bring_plans(desk, other)
    if isinstance(came, Refusal):
        texts = {"role": translate("Plans", "only an administrator may change response plans")}
        refused = translate("Plans", "not accepted: {code}").format(code=came.code)
        terminal.complain(texts.get(came.code, refused))
        return terminal.WRONG
    text = translate("Plans", "{new} new, {changed} changed, {withdrawn} withdrawn; all desks have them")
    counts = {"new": len(other.new), "changed": len(other.changed), "withdrawn": len(other.withdrawn)}
    terminal.say(text.format(**counts))
    return terminal.DONE


async def _try(desk: Desk, reference: Reference, plans: Sequence[ResponsePlan]) -> None:
    cases = await desk.store.read(lambda connection: read_past_cases(connection, LAST_INCIDENTS))
    units = {one.id: one for one in await desk.store.read(read_units)}
    found = try_plans(plans, cases, units, reference, desk.store.centre.zone)
    told = translate(
        "Plans",
        "{category}: {incidents} incidents · as planned {alike}, fewer {fewer}, more {more}, no plan"
        " {unplanned} · asked {asked} · sent {sent}",
    )
    for category in (one for one in reference.categories if one in found):
        one = found[category]
        counts = {"alike": one.alike, "fewer": one.fewer, "more": one.more, "unplanned": one.unplanned}
        asked, sent = (_counted(kinds) for kinds in (one.asked, one.sent))
        terminal.say(
            told.format(category=category, incidents=one.incidents, asked=asked, sent=sent, **counts)
        )
    if not found:
        terminal.say(translate("Plans", "no incident with a category was closed yet"))


def _counted(kinds: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "0"
