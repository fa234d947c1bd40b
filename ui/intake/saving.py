"""Taking a call, keeping what is typed into it, and opening it as an incident."""

from collections.abc import Awaitable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.domain.acts import Source
from desktop.domain.board import CallEntry
from desktop.domain.calls import Channel
from desktop.domain.cards import Given
from desktop.domain.incidents import Incident
from desktop.live.board import BoardChange
from desktop.operations.answers import given_text
from desktop.operations.calls import take_call
from desktop.operations.desk import Done, Outcome, Refusal, StoreError, made
from desktop.operations.draft_fields import CALL_COLUMNS, INCIDENT_COLUMNS, Surroundings
from desktop.operations.draft_values import Reading, read_texts, tidied
from desktop.operations.incidents import describe_incident, open_incident
from desktop.operations.reading import Writer, read_one_call, who_wrote
from ui.cards.showing import answers_words
from ui.intake.chain import Chain, Step
from ui.intake.open_call import OpenCall
from ui.problems import in_words
from ui.session import Level, Session

RESUMED = "call.resumed"
"""The kind of act that takes a caller off hold."""

SAVE_MS = 700
"""Pause in typing after which what was typed is saved."""


class CallSaving(QObject):
    """One call, and the acts that bring what is typed into the database."""

    changed = Signal()
    """Something about the call that is seen, or that a draft must know."""
    texts_changed = Signal()
    """Texts that the operator did not type."""
    opening = Signal()
    """The call is to become an incident: `opened` or `unopened` follows."""
    opened = Signal(str, object)
    """The id of the incident that the call was opened as, or joined, and the Done of that."""
    unopened = Signal()
    """The call became no incident."""
    closed = Signal()
    """The call is over and all is saved."""

    def __init__(self, session: Session, call: OpenCall, parent: QObject) -> None:
        super().__init__(parent)
        self.call = call
        self.session = session
        self.chain = Chain(session, self)
        self.chain.idle.connect(self._idle)
        self.chain.troubled.connect(self._troubled)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.save)
        self._found: CallEntry | None = None
        self._note: str | None = None
        self.before_parting: Mapping[str, str] | None = None
        """What stood in the fields when the call was to be parted: all that its incident is still told."""
        self.was_on_board = False
        """Whether the board showed the call as running: from then on it only leaves when the call is over."""

    @property
    def around(self) -> Surroundings:
        """What the call's texts are read against."""
        return self.session.around

    @property
    def will_have_incident(self) -> bool:
        """Whether the call has an incident once all that was pressed is done."""
        return self._foreseen()[0]

    @property
    def will_be_over(self) -> bool:
        """Whether the call is over once all that was pressed is done."""
        return self._foreseen()[1]

    def _foreseen(self) -> tuple[bool, bool]:
        has_incident, over = self.call.has_incident, self.call.done
        for name in self.chain.names:
            if name in ("open", "join"):
                has_incident = has_incident or not over
            elif name == "part":
                has_incident = over = False
            elif name in ("end", "break_off"):
                over = True
            elif name == "hang_up":
                over = over or has_incident
            elif name == "undo":
                over = False
        return has_incident, over

    def read(self) -> Reading:
        """What the call's texts say now."""
        return self.call.read(self.around)

    @property
    def can_save(self) -> bool:
        """Whether something typed is not in the incident's records yet and could be."""
        return self.will_have_incident and bool(self.call.unsaved(self.read(), self.call.texts))

    def read_for_act(self, typed: dict[str, str], texts: Mapping[str, str] | None = None) -> Reading:
        """What the call's texts, or others, say when an act is made; they are kept in `typed`.

        An act that is tried again says the same: the database may have it, and would refuse another.
        """
        if not typed:
            typed.update(self.call.texts if texts is None else texts)
        return read_texts(typed, self.around)

    def take(self, *, late: bool = False) -> None:
        """Say to the database that the call was answered. `late`: that was in an earlier run of the desk."""
        self.chain.add(
            Step("take", lambda failures: self._take(late or failures > 0), self._taken, self._take_refused)
        )

    async def _take(self, late: bool) -> Outcome:
        desk = self.session.desk
        if late:
            desk = desk.claiming(self.call.answered_at, Source.OUTAGE)
        channel = self.read().values.get("channel")
        outcome = await take_call(
            desk, channel if isinstance(channel, Channel) else Channel.TRUNK_112, call=self.call.id
        )
        if isinstance(outcome, Refusal) and outcome.code == "row_exists":
            # An earlier try was written although its answer was lost.
            self._found = await read_one_call(desk, self.call.id)
        return outcome

    def _taken(self, done: Done) -> None:
        self.call.taken(done, self.around)
        self.changed.emit()

    def _take_refused(self, refusal: Refusal, writer: Writer | None) -> None:
        if self._found is None:
            self.refused(refusal, writer)
            return
        self.call.meet(self._found, self.around)
        self.call.done = self._found.call.ended_at is not None
        self.name_writers()
        self.texts_changed.emit()
        self.changed.emit()

    def type(self, field: str, texts: Mapping[str, str]) -> None:
        """Take what was typed into a field."""
        self.call.edit(field, texts)
        self.call.flagged.discard(field)
        if self.will_have_incident:
            self._pause.start(SAVE_MS)

    def answer(self, given: Given, people_hurt: int | None, earlier: int | None) -> None:
        """Take the answers to a card's questions, with how many are hurt where an answer says so.

        `earlier`: what the answer before it said; what was typed otherwise stays.
        """
        self.type("answers", {"answers": given_text(given)})
        if self.call.texts["people_hurt"] in ("", str(earlier)) and people_hurt != earlier:
            self.type("people_hurt", {"people_hurt": "" if people_hurt is None else str(people_hurt)})
        self.texts_changed.emit()
        self.changed.emit()

    def spoken(self, texts: Mapping[str, str]) -> dict[str, str]:
        """A call's texts as they are told to people: answers in words."""
        return {**texts, "answers": answers_words(texts["answers"], self.session.cards)}

    def leave(self, field: str) -> None:
        """The cursor left a field: show it tidily or say what is wrong with it, and save."""
        text = tidied(field, self.call.texts[field], self.around)
        if text != self.call.texts[field]:
            self.call.texts[field] = text
            self.texts_changed.emit()
        if field in self.read().problems:
            self.call.flagged.add(field)
        if field in self.call.dirty:
            self.save()
        self.changed.emit()

    def save(self, note: str | None = None) -> None:
        """Save what was typed since the last time, once the call belongs to an incident."""
        self._pause.stop()
        if not self.will_have_incident:
            return
        self._note = note or self._note
        typed: dict[str, str] = {}

        def make(_failures: int) -> Awaitable[Outcome] | None:
            call = self.call
            texts = self.before_parting if self.chain.waits_for("part") else call.texts
            if call.incident is None or texts is None:
                return None
            reading = self.read_for_act(typed, texts)
            values = call.unsaved(reading, typed)
            if not values:
                self._note = None
                call.kept(typed, tuple(call.dirty), reading)
                return None
            return describe_incident(self.session.desk, call.incident.record, values, call.entry, self._note)

        def done(outcome: Done) -> None:
            self._note = None
            self._saved(outcome, typed)

        self.chain.add(Step("save", make, done, self._save_refused))

    def _saved(self, done: Done, typed: Mapping[str, str]) -> None:
        call = self.call
        call.advance(done)
        call.kept(typed, tuple(call.dirty), self.read())
        call.saved_at = self.session.clock.now()
        self.changed.emit()

    def _save_refused(self, refusal: Refusal, writer: Writer | None) -> None:
        if refusal.code == "changed" and self.call.contradicted(refusal, writer):
            self.changed.emit()
            self.save()
        else:
            self.refused(refusal, writer)

    def write_over(self) -> None:
        """Save what was typed over what another wrote."""
        self.call.write_over(self.latest(), self.around)
        self.texts_changed.emit()
        self.save()

    def give_way(self, field: str) -> None:
        """Show what another wrote in place of what was typed into a field."""
        self.call.give_way(field, self.around)
        if not self.chain.busy:  # else afterwards
            self.merge()
        self.texts_changed.emit()
        self.changed.emit()

    def as_incident(self) -> Incident:
        """The incident that the call would be opened as now, under the call's id."""
        values = self.read().of(INCIDENT_COLUMNS)
        known: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
        return Incident(id=self.call.id, **known)

    def open_incident(self) -> None:
        """Open the incident with whatever is known; a call that has one is only saved."""
        typed: dict[str, str] = {}

        def make(_failures: int) -> Awaitable[Outcome] | None:
            call, reading = self.call, self.read_for_act(typed)
            call.flagged |= reading.problems.keys()
            if call.entry is None or call.has_incident or call.done:
                return None
            values = call.unrecorded(reading, CALL_COLUMNS) | reading.of(INCIDENT_COLUMNS)
            return open_incident(self.session.desk, call.entry, values)

        def done(outcome: Done) -> None:
            day, serial = outcome.result.numbers[outcome.row]
            incident = replace(made(Incident, outcome, outcome.row), day=day, serial=serial)
            self.call.belong(incident, self.around)
            self._saved(outcome, typed)
            if self.call.dirty:  # typed while it was being opened
                self._pause.start(SAVE_MS)
            self.opened.emit(outcome.row, outcome)

        if self.will_have_incident:
            self.save()
        else:
            self.opening.emit()
            self.chain.add(Step("open", make, done, self._not_opened, self.unopened.emit))
            self.changed.emit()

    def _not_opened(self, refusal: Refusal, writer: Writer | None) -> None:
        self.refused(refusal, writer)
        self.unopened.emit()

    def board_changed(self, change: BoardChange) -> None:
        """Take what others wrote, unless this desk is writing: then afterwards."""
        incident = self.call.incident
        concerned = self.call.id in change.calls or (
            incident is not None and incident.record.id in change.cases
        )
        self._notice_taking(change)
        if concerned and not self.chain.busy:
            self.merge()

    def _notice_taking(self, change: BoardChange) -> None:
        """Another operator speaks with the caller whom this desk had on hold: the call is his now."""
        call, me = self.call, self.session.desk.author.login
        takers = [author for _, kind, author in change.acts if kind == RESUMED and author != me]
        entry = self.session.board.calls.get(call.id)
        if call.id not in change.calls or not takers or entry is None or call.held_at is None:
            return
        if entry.call.held_at is None and entry.call.hung_up_at is None:
            call.taken_by = self.session.reference.operator_name(takers[-1])
            call.done = True

    def merge(self) -> None:
        """Bring the call to what the board shows of it."""
        call, (entry, incident) = self.call, self.latest()
        if entry is not None:
            # An older version does not count: what took the call off the board may be undone.
            self.was_on_board |= call.call is not None and not call.call.is_older(entry.call)
        elif self.was_on_board and not call.done:
            call.done = True  # another desk ended it
        before = dict(call.texts)
        if call.was_parted(entry):
            call.leave_incident()
            incident = None
        elif entry is not None and call.is_behind(entry):
            incident = None if call.incident is None else incident
        elif incident is not None and (call.incident is None or call.incident.record.id != incident.id):
            call.move_to(incident, self.around)
            self.name_writers()
        call.merge(entry, incident, self.around)
        if call.texts != before:
            self.texts_changed.emit()
        self.changed.emit()

    def name_writers(self) -> None:
        """Look up who wrote what stands against what was typed."""
        if any(one.act is not None and one.writer is None for one in self.call.conflicts.values()):
            self.session.start(self._name_writers(), "name writers")

    async def _name_writers(self) -> None:
        conflicts = self.call.conflicts
        for field, conflict in tuple(conflicts.items()):
            if conflict.act is not None and conflict.writer is None:
                with suppress(StoreError):
                    writer = await who_wrote(self.session.desk, conflict.act)
                    if conflicts.get(field) == conflict:
                        conflicts[field] = replace(conflict, writer=writer)
        if isValid(self):  # the call may be over by now
            self.changed.emit()

    def latest(self) -> tuple[CallEntry | None, Incident | None]:
        """The call and its incident as the board shows them, where it does."""
        board, call = self.session.board, self.call
        entry = board.calls.get(call.id)
        row = entry.call.incident if entry is not None else None
        if row is None and call.incident is not None:
            row = call.incident.record.id
        case = board.cases.get(row) if row is not None else None
        return entry, None if case is None else case.incident

    def refused(self, refusal: Refusal, writer: Writer | None) -> None:
        """Say why an act was not accepted."""
        self.session.said.emit(in_words(self.session, refusal, writer), Level.PROBLEM)
        self.changed.emit()

    def _troubled(self, words: str) -> None:
        self.call.trouble = words
        self.changed.emit()

    def _idle(self) -> None:
        self.merge()
        call = self.call
        if call.done and call.has_incident and not call.dirty:
            self.finished()

    def finished(self) -> None:
        """The call is over, and all is saved."""
        self.closed.emit()
