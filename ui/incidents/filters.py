"""Which incidents the list shows: one of five views, and words that were typed."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.phase import Phase
from desktop.domain.reference import Priority, UrgencyClass
from ui.incidents.rows import CaseRow
from ui.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP


class View(StrEnum):
    """The views that have a key."""

    OPEN = "open"
    WAITING = "waiting"
    EMERGENCIES = "emergencies"
    CIVIC = "civic"
    CLOSED = "closed"


_COUNTS = {
    View.OPEN: _N("IncidentList", "{count} open"),
    View.WAITING: _N("IncidentList", "{count} waiting"),
    View.EMERGENCIES: _N("IncidentList", "{count} emergencies"),
    View.CIVIC: _N("IncidentList", "{count} civic work"),
    View.CLOSED: _N("IncidentList", "{count} closed today"),
}


def count_words(view: View, count: str) -> str:
    """How many a view holds, in words: `15 open`."""
    return QCoreApplication.translate("IncidentList", _COUNTS[view]).format(count=count)


def in_view(row: CaseRow, view: View) -> bool:
    """Whether a view holds a row.

    Emergencies are P1, P2 and whatever the category calls one; what has no category yet is P2 at first and so
    among them. Civic work is what the category calls so.
    """
    match view:
        case View.CLOSED:
            return not row.is_open
        case View.WAITING:
            return row.phase is Phase.WAITING
        case View.EMERGENCIES:
            urgent = row.priority in (Priority.P1, Priority.P2)
            return row.is_open and (urgent or row.urgency_class is UrgencyClass.EMERGENCY)
        case View.CIVIC:
            return row.is_open and row.urgency_class is UrgencyClass.CIVIC
        case _:
            return row.is_open


def matches(row: CaseRow, words: tuple[str, ...]) -> bool:
    """Whether each of the words (in small letters) is a part of what the row tells."""
    return all(one in row.search for one in words)
