"""One call on this desk: what is typed into it, what of that is saved, and what others wrote meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.domain.board import CallEntry
from desktop.domain.calls import Block, Call, CallPrivate
from desktop.domain.drafts import DRAFT_FIELDS, Draft
from desktop.domain.incidents import Incident
from desktop.domain.lookup import Hit
from desktop.domain.records import Record, Value
from desktop.operations.desk import Done, Refusal, made
from desktop.operations.draft_fields import (
    CALL_COLUMNS,
    CHOICE_TEXTS,
    COLUMNS,
    FIELDS,
    INCIDENT_COLUMNS,
    Surroundings,
    fields_of_group,
    table_of_column,
)
from desktop.operations.draft_values import Reading, read_texts, texts_of, tidied
from desktop.operations.history import CallerHistory
from desktop.operations.reading import Writer
from desktop.operations.seen import Seen

EMPTY: Mapping[str, str] = dict.fromkeys(DRAFT_FIELDS, "")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a field waits for the operator's word before it is saved.

    Another wrote it (`act`, in a field group of a table, by `writer`), or, without an act, it came back from
    a draft and nobody knows what happened meanwhile.
    """

    table: str = ""
    group: str = ""
    act: str | None = None
    writer: Writer | None = None


class OpenCall:
    """The state of one call. Knows no widget and writes nothing itself."""

    def __init__(self, call: str, place: int, operator: str, answered_at: datetime) -> None:
        self.id = call
        self.place = place
        self.operator = operator
        self.answered_at = answered_at
        self.texts: dict[str, str] = dict(EMPTY)
        self.call: Seen[Call] | None = None
        self.private: Seen[CallPrivate] | None = None
        self.block: Block | None = None
        self.incident: Seen[Incident] | None = None
        self.dirty: set[str] = set()
        self.flagged: set[str] = set()
        """Fields whose problems are shown: those that were left or tried to be saved."""
        self.conflicts: dict[str, Conflict] = {}
        self.history: CallerHistory | None = None
        self.place_history: tuple[Hit, ...] = ()
        self.listened: int | None = None
        """For how many seconds nobody was heard, of a call that was ended as silent."""
        self.taken_by = ""
        """Who took the line at another desk, once that is so."""
        self.restored = False
        self.moved_up = False
        """Shown because the call before it ended: nobody has taken it up yet."""
        self.done = False
        """Ended, or finished by the caller hanging up: no more is expected of it."""
        self.trouble = ""
        """Words about what the database did not take."""
        self.saved_at: datetime | None = None
        self.field = "narrative"
        """Where the cursor was."""
        self._replaced: set[str | None] = set()
        """Acts that brought the call to an incident or to none, and were undone here: the board may lag."""

    @property
    def entry(self) -> CallEntry | None:
        """The call as this desk knows it; None before the database took it."""
        if self.call is None or self.private is None:
            return None
        return CallEntry(self.call.record, self.private.record, self.block)

    @property
    def held_at(self) -> datetime | None:
        """Since when the caller waits on hold."""
        return self.call.record.held_at if self.call is not None else None

    @property
    def hung_up_at(self) -> datetime | None:
        """When the caller hung up."""
        return self.call.record.hung_up_at if self.call is not None else None

    @property
    def speaking(self) -> bool:
        """Whether the caller is on the line now."""
        return not self.done and self.held_at is None and self.hung_up_at is None

    @property
    def has_incident(self) -> bool:
        """Whether the call was opened as an incident or joined one."""
        return self.incident is not None

    @property
    def partable(self) -> bool:
        """Whether the call joined its incident, and so can be parted from it."""
        return self.call is not None and self.call.record.partable and self.call.record.incident is not None

    def edit(self, field: str, texts: Mapping[str, str]) -> None:
        """Take what the operator typed into a field."""
        self.moved_up = False
        for name in (field, *CHOICE_TEXTS.get(field, ())):
            self.texts[name] = texts[name]
        self.dirty.add(field)

    def read(self, around: Surroundings) -> Reading:
        """What the texts say."""
        return read_texts(self.texts, around)

    def taken(self, done: Done, around: Surroundings) -> None:
        """The database has the call."""
        self.meet(CallEntry(made(Call, done, self.id), made(CallPrivate, done, self.id)), around)

    def meet(self, entry: CallEntry, around: Surroundings) -> None:
        """Begin to build on a call that the database has."""
        self.call, self.private, self.block = Seen(entry.call), Seen(entry.private), entry.block
        self.answered_at = entry.call.answered_at or self.answered_at
        self._show_records(set(FIELDS) - self.dirty, around)
        if self.restored:
            recorded = self.texts_recorded(None, None, around)
            self.dirty = {field for field in self.dirty if _differs(field, self.texts, recorded)}
            self._doubt(recorded)

    def belong(self, incident: Incident, around: Surroundings) -> None:
        """From now on the call belongs to this incident: its fields show what is known there."""
        self.incident = Seen(incident)
        self._show_records(set(FIELDS) - self.dirty, around)

    def join(self, done: Done, incident: Incident, typed: Mapping[str, str], around: Surroundings) -> None:
        """The call, as it was `typed` then, became one more caller of an incident.

        What was typed since is kept, but for answers: they are told to the incident in any case. Where the
        incident says something else, it waits for a word: whoever typed it did not see that.
        """
        tidy = {**typed, **{one: tidied(one, typed[one], around) for one in self.dirty}}
        since = {
            one
            for one in self.dirty - {"answers"}
            if self._was_edited(one, typed) and self._was_edited(one, tidy)
        }
        self.dirty &= self.conflicts.keys() | since
        self.flagged.clear()
        self.advance(done)
        self.belong(incident, around)
        recorded = self.texts_recorded(None, None, around)
        for field in since & INCIDENT_COLUMNS.keys():
            if recorded[field] and _differs(field, self.texts, recorded):
                self.conflicts[field] = self._on_record(field)
        if "narrative" in since - self.conflicts.keys() and self.private is not None:
            told = (self.private.record.narrative or "").removeprefix(typed["narrative"].strip()).strip()
            self.texts["narrative"] = "\n".join(one for one in (self.texts["narrative"], told) if one)

    def is_behind(self, entry: CallEntry) -> bool:
        """Whether the board still shows the call where it was before this desk moved it itself."""
        return entry.call.acts.get("incident") in self._replaced

    def was_parted(self, entry: CallEntry | None) -> bool:
        """Whether somebody else parted the call from its incident."""
        if entry is None or self.incident is None or entry.call.incident is not None:
            return False
        act = entry.call.acts.get("incident")
        return act is not None and act != self._incident_act and not self.is_behind(entry)

    def part(self, done: Done) -> None:
        """The call was parted from its incident here."""
        self.advance(done)
        self.leave_incident()

    def leave_incident(self) -> None:
        """The call is of no incident: the place and kind of the one that it left are not this caller's.

        What was typed here and is not saved is his.
        """
        self.incident, self.done, self.saved_at = None, False, None
        for field in INCIDENT_COLUMNS:
            self.conflicts.pop(field, None)
            if field not in self.dirty:
                for name in (field, *CHOICE_TEXTS.get(field, ())):
                    self.texts[name] = ""

    @property
    def _incident_act(self) -> str | None:
        return None if self.call is None else self.call.record.acts.get("incident")

    def move_to(self, incident: Incident, around: Surroundings) -> None:
        """The call came to another incident by somebody else's act: what is not saved waits for a word."""
        self.belong(incident, around)
        typed = self.dirty & INCIDENT_COLUMNS.keys()
        self.conflicts |= {field: self._on_record(field) for field in typed}

    def advance(self, done: Done) -> None:
        """Take what an act of this desk did to the call and its incident."""
        before = self._incident_act
        for seen in (self.call, self.private, self.incident):
            if seen is not None:
                seen.advance(done)
        if self._incident_act != before:
            self._replaced.add(before)

    def unsaved(self, reading: Reading, texts: Mapping[str, str]) -> dict[str, Value]:
        """Values that the records lack, of fields that may be saved; they were read in these texts."""
        fields = self.dirty - self.conflicts.keys()
        settles = fields & {"category", "answers"} and not texts["priority"]
        if settles and "priority" not in self.conflicts:
            fields = fields | {"priority"}
        if texts["answers"] and fields & {"category", "priority"} and "answers" not in self.conflicts:
            fields = fields | {"answers"}  # they say why the priority is another than the category brings
        return self.unrecorded(reading, fields)

    def unrecorded(self, reading: Reading, fields: Iterable[str]) -> dict[str, Value]:
        """Values of some fields that the records lack, without those that wait for a word."""
        free = [field for field in fields if field not in self.conflicts]
        return {
            column: value for column, value in reading.of(free).items() if value != self._recorded(column)
        }

    def kept(self, typed: Mapping[str, str], fields: Iterable[str], reading: Reading) -> None:
        """Fields are in the database as they were typed then; what was typed since is not."""
        for field in fields:
            if (
                not self._was_edited(field, typed)
                and field not in reading.problems
                and field not in self.conflicts
            ):
                self.dirty.discard(field)

    def _was_edited(self, field: str, typed: Mapping[str, str]) -> bool:
        return any(self.texts[name] != typed[name] for name in (field, *CHOICE_TEXTS.get(field, ())))

    def contradicted(self, refusal: Refusal, writer: Writer | None) -> bool:
        """Mark the typed fields that an act in the way concerns; whether there are any."""
        table, group = refusal.table or "", refusal.column or ""
        fields = self._typed_in(table, group)
        for field in fields:
            self.conflicts[field] = Conflict(table, group, refusal.act, writer)
        return bool(fields)

    def write_over(self, latest: tuple[CallEntry | None, Incident | None], around: Surroundings) -> None:
        """The operator's word stands against what another wrote."""
        for conflict in set(self.conflicts.values()):
            seen = self._seen(conflict.table)
            if seen is None or conflict.act is None:
                continue
            other = _record(conflict.table, *latest)
            if other is not None and other.acts.get(conflict.group) == conflict.act:
                seen.adopt(other, {conflict.group})
            else:
                seen.rebase(conflict.group, conflict.act)
        self.dirty |= self.conflicts.keys()
        self.conflicts.clear()
        self._show_records(set(FIELDS) - self.dirty, around)

    def give_way(self, field: str, around: Surroundings) -> None:
        """Drop what was typed into a field for what another wrote."""
        self.conflicts.pop(field, None)
        self.dirty.discard(field)
        self.flagged.discard(field)
        self._show_records({field}, around)

    def merge(self, entry: CallEntry | None, incident: Incident | None, around: Surroundings) -> None:
        """Take what others wrote into field groups in which nothing was typed."""
        for table in ("call", "call_private", "incident"):
            other, seen = _record(table, entry, incident), self._seen(table)
            if other is None or seen is None or other.id != seen.record.id:
                continue
            groups = {group for group in seen.news(other) if not self._typed_in(table, group)}
            seen.adopt(other, groups)
            changed = {name for group in groups for name in fields_of_group(table, group)}
            self._show_records(changed - self.dirty, around)
        if entry is not None:
            self.block = entry.block

    def texts_recorded(
        self, entry: CallEntry | None, incident: Incident | None, around: Surroundings
    ) -> Mapping[str, str]:
        """The records as texts: what stands against what was typed."""
        entry = entry or self.entry
        return EMPTY if entry is None else texts_of(entry, incident or self._incident(), around)

    def draft(self) -> Draft:
        """All that is typed; once it belongs to an incident, only what is not saved yet."""
        fields = self.dirty if self.has_incident else set(FIELDS)
        names = {name for field in fields for name in (field, *CHOICE_TEXTS.get(field, ()))}
        incident = self._incident()
        return Draft(
            call=self.id,
            operator=self.operator,
            saved_at=datetime.now(UTC),
            answered_at=self.answered_at,
            incident=None if incident is None else incident.id,
            texts={name: self.texts[name] for name in sorted(names) if self.texts[name] or self.has_incident},
        )

    def restore(self, draft: Draft, around: Surroundings) -> None:
        """Bring back what was typed; once saved as an incident, it waits for the operator's word.

        What was typed since stays.
        """
        self.restored = True
        recorded = self.texts_recorded(None, None, around)
        saved = self.has_incident or draft.incident is not None  # then the draft has only what was not
        base = recorded if saved else EMPTY
        names = {name for field in self.dirty for name in (field, *CHOICE_TEXTS.get(field, ()))}
        self.texts = {**base, **draft.texts, **{name: self.texts[name] for name in names}}
        self.dirty = {field for field in FIELDS if _differs(field, self.texts, recorded)}
        self._doubt(recorded)

    def _doubt(self, recorded: Mapping[str, str]) -> None:
        """Let what came back from a draft wait for the operator's word where something else is recorded.

        Before there is an incident most fields are empty on record, and then there is nothing to ask.
        """
        for field in self.dirty - self.conflicts.keys():
            if self.has_incident or recorded[field]:
                self.conflicts[field] = self._on_record(field)

    def _on_record(self, field: str) -> Conflict:
        """The act that last wrote a field."""
        table = table_of_column(COLUMNS[field][0])
        seen = self._seen(table)
        acts = {} if seen is None else seen.record.acts
        group = next((one for one in acts if field in fields_of_group(table, one)), "")
        return Conflict(table, group, acts.get(group))

    def _incident(self) -> Incident | None:
        return None if self.incident is None else self.incident.record

    def _seen(self, table: str) -> Seen[Call] | Seen[CallPrivate] | Seen[Incident] | None:
        return {"call": self.call, "call_private": self.private, "incident": self.incident}.get(table)

    def _typed_in(self, table: str, group: str) -> set[str]:
        fields = set(fields_of_group(table, group))
        if not self.has_incident:
            fields -= INCIDENT_COLUMNS.keys()
        typed = fields & self.dirty
        if self.dirty & {"category", "answers"} and "priority" in fields and not self.texts["priority"]:
            typed.add("priority")
        return typed

    def _recorded(self, column: str) -> Value:
        seen = self._seen(table_of_column(column))
        value: Value = None if seen is None else getattr(seen.record, column)
        return value

    def _show_records(self, fields: set[str], around: Surroundings) -> None:
        entry = self.entry
        if entry is None:
            return
        texts = texts_of(entry, self._incident(), around)
        for field in fields & (COLUMNS if self.has_incident else CALL_COLUMNS).keys():
            for name in (field, *CHOICE_TEXTS.get(field, ())):
                self.texts[name] = texts[name]


def _record(table: str, entry: CallEntry | None, incident: Incident | None) -> Record | None:
    if table == "incident":
        return incident
    if entry is None:
        return None
    return entry.call if table == "call" else entry.private


def _differs(field: str, texts: Mapping[str, str], recorded: Mapping[str, str]) -> bool:
    typed = any(texts[name] for name in CHOICE_TEXTS.get(field, ()))
    return texts[field] != recorded[field] or (not texts[field] and typed)
