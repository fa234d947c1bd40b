"""A record as one desk knows it while its own acts and those of others go by."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from desktop.domain.records import Record, table_of
from desktop.operations.desk import Done, advanced

R = TypeVar("R", bound=Record)


class Seen(Generic[R]):
    """The newest version of a record that this desk builds on: the source of the bases of its acts.

    News may come late: what the desk's own acts or earlier news have replaced is never taken for new.
    """

    def __init__(self, record: R) -> None:
        self.record = record
        self._replaced: set[tuple[str, str | None]] = set()
        self._unread: set[str] = set()
        """Groups that build on an act whose values are not known here yet."""

    def advance(self, done: Done) -> None:
        """Take what an act of this desk did."""
        self._take(advanced(self.record, done))

    def news(self, other: Record) -> frozenset[str]:
        """The field groups of the board's version of this record that somebody else has written since."""
        return frozenset(group for group, act in other.acts.items() if self._is_news(group, act))

    def is_older(self, other: Record) -> bool:
        """Whether the board's version of this record lacks something that is known here."""
        theirs = {group: other.acts.get(group) for group, act in self.record.acts.items() if act is not None}
        return any(act is None or (group, act) in self._replaced for group, act in theirs.items())

    def _is_news(self, group: str, act: str | None) -> bool:
        if act == self.record.acts.get(group):
            return group in self._unread
        return (group, act) not in self._replaced

    def adopt(self, other: Record, groups: Collection[str]) -> None:
        """Take some field groups of that version, and what is written once and for all."""
        columns = table_of(type(other)).columns
        values: Mapping[str, Any] = {
            one.name: getattr(other, one.name) for one in columns if one.group in groups or one.group is None
        }
        self._unread.difference_update(groups)
        acts = {**self.record.acts, **{group: other.acts.get(group) for group in groups}}
        self._take(replace(self.record, acts=acts, **values))

    def rebase(self, group: str, act: str) -> None:
        """Build on an act in the way: the next act of this desk writes over it.

        What that act wrote beside it is news as soon as the board brings it.
        """
        self._unread.add(group)
        self._take(replace(self.record, acts={**self.record.acts, group: act}))

    def _take(self, record: R) -> None:
        for group, act in self.record.acts.items():
            if record.acts.get(group) != act:
                self._replaced.add((group, act))
        self.record = record
