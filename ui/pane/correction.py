"""What an operator corrects: the texts of the form against the incident as it was seen. No widgets."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import CallEntry, CaseDetail
from desktop.domain.calls import Call, CallPrivate
from desktop.domain.incidents import Incident
from desktop.domain.records import Record, Value
from desktop.operations.draft_fields import (
    CHOICE_TEXTS,
    COLUMNS,
    Problem,
    Surroundings,
    fields_of_group,
    table_of_column,
)
from desktop.operations.draft_values import Reading, read_texts, texts_of
from desktop.operations.reading import Writer
from ui.pane.changes import field_label, value_text
from ui.pane.names import Names

translate = QCoreApplication.translate

OF_CALLER = ("number", "name", "channel", "narrative")
SHOWN = ("category", "priority", "people_hurt", "address", "landmark", "area", "rt_rw", "point", *OF_CALLER)
"""The fields of the form, in the order of the Tab key."""
_WAS = "was_"


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Fields that were written together by somebody else, and by which act."""

    fields: tuple[str, ...]
    act: str


@dataclass(slots=True)
class Correction:
    """One incident being corrected: texts by the names of a draft's fields, problems as words by field."""

    detail: CaseDetail
    caller: str | None
    start: dict[str, str]
    texts: dict[str, str]
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def incident(self) -> Incident:
        """The incident as it was seen: the base of what is saved."""
        return self.detail.case.incident

    @property
    def entry(self) -> CallEntry | None:
        """The caller whose fields the form shows."""
        return next((one for one in self.detail.calls if one.id == self.caller), None)

    @property
    def edited(self) -> tuple[str, ...]:
        """Fields that the operator changed."""
        return tuple(name for name in SHOWN if self._shown(name, self.texts) != self._shown(name, self.start))

    @property
    def edits_caller(self) -> bool:
        """Whether something about the present caller waits to be saved."""
        return any(name in OF_CALLER for name in self.edited)

    @property
    def words(self) -> dict[str, str]:
        """What `brought_back` needs: the caller, the texts edited, and for each what stood there before."""
        found = {"caller": self.caller or ""} if self.edited else {}
        for name in self.edited:
            found[name], found[_WAS + name] = self.texts[name], self.start[name]
            found |= {typed: self.texts[typed] for typed in CHOICE_TEXTS.get(name, ()) if self.texts[typed]}
        return found

    def read(self, around: Surroundings) -> tuple[dict[str, Value], Mapping[str, Problem]]:
        """Values to save, only what differs from what was seen; and problems of the fields edited."""
        reading = read_texts(self.texts, around)
        edited = set(self.edited)
        # A category brings its priority, unless the operator chose another.
        fields = edited | ({"priority"} if "category" in edited else set())
        problems = {name: one for name, one in reading.problems.items() if name in fields}
        return self._differing(reading, fields), problems

    def turn_to(self, caller: str | None, around: Surroundings) -> None:
        """Show another caller's fields; those of the incident stay as typed."""
        self.caller = caller
        found = _texts(self.detail, caller, around)
        for name in OF_CALLER:
            self.start[name] = self.texts[name] = found[name]

    def fill_in(self, detail: CaseDetail, around: Surroundings) -> bool:
        """Take the callers, where they were still being read when it was begun; whether it did."""
        if self.detail.timeline or not detail.timeline:
            return False
        self.detail = replace(detail, case=self.detail.case)
        self.turn_to(next((entry.id for entry in detail.calls), None), around)
        return True

    def written_since(self, around: Surroundings) -> list[Overtaken]:
        """The groups of edited fields in which something else stands than when they were edited."""
        now = _texts(self.detail, self.caller, around)
        others = {name for name in self.edited if now[name] != self.start[name]}
        found: list[Overtaken] = []
        for table, record in _records(self.detail, self.caller).items():
            for group, act in record.acts.items():
                fields = tuple(name for name in fields_of_group(table, group) if name in SHOWN)
                if act is not None and others & set(fields):
                    found.append(Overtaken(fields, act))
        return found

    def overtaken(self, detail: CaseDetail) -> list[Overtaken]:
        """The groups of edited fields that somebody else has written since."""
        edited, now = self.edited, _records(detail, self.caller)
        found: list[Overtaken] = []
        for table, seen in _records(self.detail, self.caller).items():
            newer = now.get(table)
            for group, act in newer.acts.items() if newer else ():
                fields = tuple(name for name in fields_of_group(table, group) if name in SHOWN)
                if act is not None and act != seen.acts.get(group) and set(fields) & set(edited):
                    found.append(Overtaken(fields, act))
        return found

    def rebase(
        self,
        detail: CaseDetail,
        writers: Mapping[Overtaken, Writer | None],
        names: Names,
        around: Surroundings,
    ) -> None:
        """Build on what another wrote, and say beside each field concerned who wrote what when.

        What was typed stays, what was not touched shows the new. Saving again then writes over it.
        """
        now, edited = _texts(detail, self.caller, around), self.edited
        values = _values(detail, self.caller)
        for group, writer in writers.items():
            written = {
                name: value_text(name, values, names)
                for name in group.fields
                if now[name] != self.start[name]
            }
            for name in group.fields:
                if name in edited:
                    self.problems[name] = _who_wrote(name, written, writer, names)
        self.texts.update({name: text for name, text in now.items() if name not in edited})
        self.detail, self.start = detail, now

    def _differing(self, reading: Reading, fields: set[str]) -> dict[str, Value]:
        seen = _values(self.detail, self.caller)
        values = reading.of(fields)
        if self.entry is None:
            values = {name: one for name, one in values.items() if table_of_column(name) == "incident"}
        return {name: value for name, value in values.items() if value != seen.get(name)}

    def _shown(self, name: str, texts: Mapping[str, str]) -> tuple[str, str]:
        return texts[name].strip(), texts.get(f"{name}_text", "").strip() if not texts[name] else ""


def begin(detail: CaseDetail, caller: str | None, around: Surroundings) -> Correction:
    """Begin to correct; `caller`: the call whose fields are shown, else the first."""
    calls = [entry.id for entry in detail.calls]
    chosen = caller if caller in calls else next(iter(calls), None)
    start = _texts(detail, chosen, around)
    return Correction(detail, chosen, start, dict(start))


def brought_back(words: Mapping[str, str], detail: CaseDetail, around: Surroundings) -> Correction:
    """A correction that an earlier run of the desk left, on the ground on which it was typed.

    What others wrote since is in `written_since`; `rebase` builds on that.
    """
    found = begin(detail, words.get("caller") or None, around)
    for name in typed_fields(words):
        if name in OF_CALLER and found.caller != words.get("caller"):
            continue
        found.texts[name], found.start[name] = words[name], words.get(_WAS + name, "")
        found.texts |= {typed: words.get(typed, "") for typed in CHOICE_TEXTS.get(name, ())}
    return found


def typed_fields(words: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that were edited, of `Correction.words`."""
    return tuple(name for name in SHOWN if name in words)


def _texts(detail: CaseDetail, caller: str | None, around: Surroundings) -> dict[str, str]:
    entry = next((one for one in detail.calls if one.id == caller), None)
    nobody = CallEntry(Call(id=""), CallPrivate(id=""))
    return texts_of(entry or nobody, detail.case.incident, around)


def _records(detail: CaseDetail, caller: str | None) -> dict[str, Record]:
    found: dict[str, Record] = {"incident": detail.case.incident}
    entry = next((one for one in detail.calls if one.id == caller), None)
    if entry is not None:
        found |= {"call": entry.call, "call_private": entry.private}
    return found


def _values(detail: CaseDetail, caller: str | None) -> dict[str, Value]:
    """The columns behind the form's fields, as they are."""
    records = _records(detail, caller)
    columns = (column for name in SHOWN for column in COLUMNS[name])
    return {
        column: getattr(records[table], column)
        for column in columns
        if (table := table_of_column(column)) in records
    }


def _who_wrote(name: str, written: Mapping[str, str], writer: Writer | None, names: Names) -> str:
    """`Wayan P. wrote “Gg. Melati 2” at 21:03:10`; of another field of the group, which."""
    who = writer.name if writer else translate("Correction", "Someone")
    at = names.time(writer.at) if writer else "?"
    if name in written or not written:
        text = written.get(name) or "—"
        words = translate("Correction", "{who} wrote “{text}” at {at}. Enter writes yours over it.")
        return words.format(who=who, text=text, at=at)
    others = ", ".join(f"{field_label(one)}: “{text}”" for one, text in written.items())
    words = translate("Correction", "{who} wrote at {at} {others}. Enter saves yours too.")
    return words.format(who=who, at=at, others=others)
