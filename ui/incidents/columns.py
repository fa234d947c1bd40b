"""The columns of the list and how they share its width."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from ui.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP


class Column(IntEnum):
    """From left to right; the digit that sorts by a column is one more."""

    NUMBER = 0
    CATEGORY = 1
    PLACE = 2
    AGE = 3
    PHASE = 4
    WORK = 5
    HOLDER = 6


_HEADS = {
    Column.NUMBER: _N("IncidentList", "Number"),
    Column.CATEGORY: _N("IncidentList", "Category"),
    Column.PLACE: _N("IncidentList", "Place"),
    Column.AGE: _N("IncidentList", "Age"),
    Column.PHASE: _N("IncidentList", "Phase"),
    Column.WORK: _N("IncidentList", "At work"),
    Column.HOLDER: _N("IncidentList", "Held by"),
}
_ORDERS = {
    Column.NUMBER: _N("IncidentList", "by number"),
    Column.CATEGORY: _N("IncidentList", "by category"),
    Column.PLACE: _N("IncidentList", "by place"),
    Column.AGE: _N("IncidentList", "by age"),
    Column.PHASE: _N("IncidentList", "by phase"),
    Column.WORK: _N("IncidentList", "by units"),
    Column.HOLDER: _N("IncidentList", "by holder"),
}


def head(column: Column) -> str:
    """What stands above a column."""
    return QCoreApplication.translate("IncidentList", _HEADS[column])


def order_words(column: Column | None) -> str:
    """How the list is sorted; without a column by urgency."""
    source = _ORDERS[column] if column is not None else _N("IncidentList", "by urgency")
    return QCoreApplication.translate("IncidentList", source)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths in pixels that the columns ask for. The first four are never cut."""

    number: int
    age: int
    phase: int
    holder: int
    category: int
    """Of the longest category in one line."""
    least_category: int
    """Of the longest category in two lines: it is not cut either."""
    place: int
    """Of an ordinary street with its kelurahan."""
    work: int
    """Of two call signs, an agency and a count of the rest."""
    percent: int
    """The text size: what is given in pixels of the design below is scaled by it."""


_PLAIN_CATEGORY, _MOST_CATEGORY = 120, 280
_LEAST_WORK, _PLAIN_WORK = 80, 110
_LEAST_PLACE = 96


def share(width: int, sizes: Sizes) -> tuple[int, ...]:
    """The width of each column, filling `width` where the least that they need leaves that.

    Place gets what the rest leaves; the others get more than usual only once it has what it asks for.
    """
    percent = sizes.percent
    left = width - sizes.number - sizes.age - sizes.phase - sizes.holder
    category = min(sizes.category, max(_PLAIN_CATEGORY * percent // 100, sizes.least_category))
    work = min(sizes.work, _PLAIN_WORK * percent // 100)
    place = left - category - work
    wish = sizes.place
    if place < wish:
        category, place = _give(category, sizes.least_category, place, wish)
        work, place = _give(work, _LEAST_WORK * percent // 100, place, wish)
    elif place > wish:
        category, place = _take(category, min(sizes.category, _MOST_CATEGORY * percent // 100), place, wish)
        work, place = _take(work, sizes.work, place, wish)
    place = max(place, _LEAST_PLACE * percent // 100)
    widths = {
        Column.NUMBER: sizes.number,
        Column.CATEGORY: category,
        Column.PLACE: place,
        Column.AGE: sizes.age,
        Column.PHASE: sizes.phase,
        Column.WORK: work,
        Column.HOLDER: sizes.holder,
    }
    return tuple(widths[column] for column in Column)


def _give(own: int, least: int, place: int, wish: int) -> tuple[int, int]:
    given = max(0, min(own - least, wish - place))
    return own - given, place + given


def _take(own: int, most: int, place: int, wish: int) -> tuple[int, int]:
    taken = max(0, min(most - own, place - wish))
    return own + taken, place - taken
