"""The warnings of an incident's place, with who read them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.domain.records import Row
from desktop.domain.warnings import WarningEntry, warnings_for
from ui.place_warnings.reading import warnings_of
from ui.place_warnings.strip import Shown
from ui.place_warnings.texts import line_text
from ui.session import Session
from ui.times import clock_text

translate = QCoreApplication.translate


def shown_for(session: Session, case: Case) -> Sequence[Shown]:
    """The warnings of an incident's place, the critical ones with who read them, or how to say so."""
    return [_shown(session, case, one) for one in warnings_of(session, case)]


def shown_at(session: Session, place: Row) -> Sequence[Shown]:
    """The warnings of a place that is being typed: a row with its columns."""
    found = warnings_for(session.board.warnings.values(), place, session.clock.now())
    return [Shown(line_text(one), one.warning.critical) for one in found]


def _shown(session: Session, case: Case, entry: WarningEntry) -> Shown:
    if not entry.warning.critical:
        return Shown(line_text(entry), critical=False)
    reads = [one for one in case.reads if (one.warning, one.read_act) == (entry.id, entry.warning.last_act)]
    if not reads:
        return Shown(line_text(entry), critical=True, read=translate("Warnings", "· not read yet: Alt+A"))
    first = min(reads, key=lambda one: (one.read_at is None, one.read_at, one.id))
    at = clock_text(first.read_at, session.clock.zone) if first.read_at is not None else ""
    who = session.reference.operator_name(first.operator)
    text = translate("Warnings", "· read by {who} {at}").format(who=who, at=at)
    return Shown(line_text(entry), critical=True, read=text)
