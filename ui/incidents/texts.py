"""What a cell of the list says: as painted, and whole with what colours tell."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.targets import Lateness
from ui.incidents.columns import Column
from ui.incidents.fitting import NOTHING, SEPARATOR, place_text
from ui.incidents.rows import CaseRow

translate = QCoreApplication.translate

Age = tuple[str, Lateness]
"""An age in words, and how it stands against the targets."""


def shown(row: CaseRow, column: Column, age: Age) -> str:
    """What a cell shows when there is room."""
    match column:
        case Column.NUMBER:
            return f"{row.priority.value} {row.number}"
        case Column.CATEGORY:
            return f"{row.category} {row.times}".rstrip()
        case Column.PLACE:
            return place_text(row.street, row.area)
        case Column.AGE:
            return age[0]
        case Column.PHASE:
            return row.phase_text
        case Column.WORK:
            return SEPARATOR.join(row.work) or NOTHING
        case _:
            return row.holder


def spoken(row: CaseRow, column: Column, age: Age, *, lit: bool, group: int = 0) -> str:
    """What a cell says to who cannot see it. `lit`: the row is new; `group`: how many stand together."""
    text = shown(row, column, age)
    match column:
        case Column.NUMBER if lit:
            return ", ".join((text, translate("IncidentList", "new")))
        case Column.CATEGORY:
            parts = [row.category]
            if row.callers > 1:
                parts.append(translate("IncidentList", "{count} callers").format(count=row.callers))
            if group > 1:
                parts.append(translate("IncidentList", "group of {count}").format(count=group))
            return ", ".join(parts)
        case Column.PLACE if text == NOTHING:
            return translate("IncidentList", "place not clear yet")
        case Column.AGE if age[1] is Lateness.LATE:
            return ", ".join((text, translate("IncidentList", "late")))
        case Column.AGE if age[1] is Lateness.ALARM:
            return ", ".join((text, translate("IncidentList", "much too late")))
        case Column.WORK if not row.work:
            return translate("IncidentList", "nobody at work")
        case Column.HOLDER:
            return holder_words(row.holder)
        case _:
            return text


def holder_words(name: str) -> str:
    """Who has an incident in hand: `dipegang Made`."""
    if not name:
        return translate("IncidentList", "held by nobody")
    return translate("IncidentList", "held by {name}").format(name=name)
