"""Incidents grouped by place and category, the groups in the order of the most dangerous in each."""

from collections.abc import Iterable

from ui.incidents.rows import CaseRow
from ui.incidents.sorting import Key

GroupName = tuple[str, str]


class Groups:
    """Which rows belong together, and which of each group leads it."""

    def __init__(self) -> None:
        self._rows: dict[str, CaseRow] = {}
        self._members: dict[GroupName, set[str]] = {}
        self._leads: dict[GroupName, Key] = {}
        self._changed: set[GroupName] = set()

    def fill(self, rows: Iterable[CaseRow]) -> None:
        """Hold these rows and no others."""
        for held in (self._rows, self._members, self._leads):
            held.clear()
        for row in rows:
            self.put(row)
        self._changed.clear()

    def put(self, row: CaseRow) -> None:
        """Take a row, or what changed of one."""
        old = self._rows.get(row.id)
        if old is not None and old.group != row.group:
            self.drop(row.id)
        self._rows[row.id] = row
        self._members.setdefault(row.group, set()).add(row.id)
        self._lead(row.group)

    def drop(self, one: str) -> None:
        """Forget a row; nothing when it is not there."""
        row = self._rows.pop(one, None)
        if row is not None:
            self._members[row.group].discard(one)
            self._lead(row.group)

    def key(self, row: CaseRow) -> Key:
        """Orders rows: by the lead of their group, within it by danger."""
        return (self._leads.get(row.group, row.danger), row.group, row.danger)

    def size(self, row: CaseRow) -> int:
        """How many rows there are in a row's group."""
        return len(self._members.get(row.group, ()))

    def moved(self) -> list[str]:
        """The rows of groups that came to another place since this was asked for."""
        found = sorted(one for name in self._changed for one in self._members.get(name, ()))
        self._changed.clear()
        return found

    def _lead(self, name: GroupName) -> None:
        members = self._members[name]
        if not members:
            del self._members[name]
            self._leads.pop(name, None)
            return
        lead = min(self._rows[one].danger for one in members)
        if self._leads.get(name) != lead:
            self._leads[name] = lead
            self._changed.add(name)
