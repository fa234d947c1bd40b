"""Acts about reminders and messages in words."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import JournalEntry
from ui.pane.names import Names

translate = QCoreApplication.translate


def _text(entry: JournalEntry, names: Names) -> str:
    parts = []
    for change in entry.changes:
        due = change.values.get("due_at")
        if isinstance(due, datetime):
            parts.append(translate("Telling", "at {time}").format(time=names.time(due)))
        recipient = change.values.get("recipient")
        if recipient is not None:
            parts.append(translate("Telling", "for {name}").format(name=names.operator(str(recipient))))
    rows = {str(one.values.get("memo", one.row)) for one in entry.changes}
    said = (f"“{names.memos[row]}”" for row in sorted(rows) if row in names.memos)
    return " · ".join((*parts, *said))


MEMO_TEXTS: Mapping[str, Callable[[JournalEntry, Names], str]] = dict.fromkeys(
    ("reminder.set", "reminder.put_off", "reminder.done", "message.sent", "message.read"), _text
)
