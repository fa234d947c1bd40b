"""What an operator does with a call beside describing it: hold it, end it, block its number."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal

from desktop.domain.board import CallEntry
from desktop.domain.calls import Block, CallType
from desktop.operations.calling_back import call_back, overrule_block
from desktop.operations.calls import (
    block_number,
    break_off,
    describe_call,
    end_call,
    hang_up,
    hold_call,
    part_call,
    resume_call,
    undo_end,
)
from desktop.operations.desk import Done, Outcome, Refusal
from desktop.operations.draft_fields import CALL_COLUMNS, INCIDENT_COLUMNS
from desktop.operations.reading import Writer
from ui.intake.chain import Step
from ui.intake.saving import CallSaving
from ui.intake.words import with_captions


class CallWork(CallSaving):
    """One call and all that is done with it."""

    ended = Signal(object)
    """The CallType as which the call ended."""
    end_undone = Signal()
    """The call runs again."""
    blocked = Signal()
    """The number was blocked."""
    overruled = Signal()
    """The call was taken as real although its number was blocked."""

    _meant_to_speak = True

    @property
    def will_speak(self) -> bool:
        """Whether the caller is on the line once all that was pressed is done."""
        if self.chain.waits_for("hold") or self.chain.waits_for("resume"):
            return self._meant_to_speak
        return self.call.speaking

    def hold(self) -> None:
        """Put the caller on hold, when he is on the line: what he said is there for who takes the line."""
        self._meant_to_speak = False

        def describe() -> Awaitable[Outcome] | None:
            call = self.call
            if call.entry is None or call.has_incident or not call.speaking:
                return None
            values = call.unrecorded(self.read(), CALL_COLUMNS)
            return describe_call(self.session.desk, call.entry, values) if values else None

        def make() -> Awaitable[Outcome] | None:
            seen = self.call.call
            return (
                hold_call(self.session.desk, seen.record) if seen is not None and self.call.speaking else None
            )

        self._act("describe", describe)
        self._act("hold", make)

    def resume(self) -> None:
        """Speak with the caller again, when he is on hold."""
        self._meant_to_speak = True

        def make() -> Awaitable[Outcome] | None:
            seen, call = self.call.call, self.call
            waits = call.held_at is not None and call.hung_up_at is None and not call.done
            return resume_call(self.session.desk, seen.record) if seen is not None and waits else None

        self._act("resume", make)

    def hang_up(self) -> None:
        """The caller hung up: that finishes a call of an incident, once all is saved."""

        def make() -> Awaitable[Outcome] | None:
            seen, call = self.call.call, self.call
            if seen is None or call.done or (call.hung_up_at is not None and not call.has_incident):
                return None
            return hang_up(self.session.desk, seen.record)

        def done(_outcome: Done) -> None:
            self.call.done = self.call.has_incident

        self.save()
        self._act("hang_up", make, done)

    def end(self, call_type: CallType) -> None:
        """End the call without an incident. What does not fit a call goes into the act's note."""

        def make() -> Awaitable[Outcome] | None:
            call, reading = self.call, self.read()
            if call.entry is None or call.done:
                return None
            beside = (reading.problems.keys() | call.conflicts.keys()) & CALL_COLUMNS.keys()
            note = with_captions(self.spoken(), (*INCIDENT_COLUMNS, *beside))
            values = call.unrecorded(reading, CALL_COLUMNS)
            call.listened = None
            if call_type is CallType.SILENT:
                call.listened = max(0, int(self.session.clock.age(call.answered_at).total_seconds()))
            return end_call(self.session.desk, call.entry, call_type, values, note, call.listened)

        def done(_outcome: Done) -> None:
            self.call.done = True
            self.ended.emit(call_type)

        self._act("end", make, done)

    def break_off(self) -> None:
        """The caller of an incident was cut off: once all is saved he waits to be called back."""

        def make() -> Awaitable[Outcome] | None:
            seen, call = self.call.call, self.call
            return break_off(self.session.desk, seen.record) if seen is not None and not call.done else None

        def done(_outcome: Done) -> None:
            self.call.done = True
            if not self.call.dirty:
                self.ended.emit(CallType.DROPPED)

        self.save()
        self._act("break_off", make, done)

    def undo_end(self) -> None:
        """Take back that the call was ended."""

        def make() -> Awaitable[Outcome] | None:
            seen = self.call.call
            return undo_end(self.session.desk, seen.record) if seen is not None and self.call.done else None

        def done(_outcome: Done) -> None:
            self.call.done = False
            self.was_on_board = False
            self.end_undone.emit()

        self._act("undo", make, done)

    @property
    def will_be_partable(self) -> bool:
        """Whether the call can be parted from an incident once all that was pressed is done."""
        return self.call.partable or self.chain.waits_for("join")

    def part(self) -> None:
        """Take the call out of an incident that it joined by mistake; the caller's own words stay with it."""

        def make() -> Awaitable[Outcome] | None:
            seen, call = self.call.call, self.call
            return part_call(self.session.desk, seen.record) if seen is not None and call.partable else None

        def done(outcome: Done) -> None:
            self.call.part(outcome)
            self.was_on_board = False
            self.texts_changed.emit()
            self.changed.emit()

        def refused(refusal: Refusal, writer: Writer | None) -> None:
            self.refused(refusal, writer)
            self.save()  # what was typed since belongs to the incident

        self.chain.add(Step("part", lambda _failures: make(), done, refused, self.save))

    def block(self) -> None:
        """Block the number that was typed; the call carries it from now on."""

        def describe() -> Awaitable[Outcome] | None:
            call = self.call
            values = call.unrecorded(self.read(), ("number",))
            return describe_call(self.session.desk, call.entry, values) if call.entry and values else None

        def make() -> Awaitable[Outcome] | None:
            seen = self.call.call
            return None if seen is None else block_number(self.session.desk, seen.record)

        self._act("number", describe)
        self._act("block", make, lambda _outcome: self.blocked.emit())

    def overrule(self, block: Block) -> None:
        """Take the call from a blocked number as real: the block is lifted."""

        def make() -> Awaitable[Outcome] | None:
            call = self.call
            if call.entry is None or call.done:
                return None
            values = call.unrecorded(self.read(), ("number",))
            return overrule_block(self.session.desk, block, call.entry, values)

        self._act("overrule", make, lambda _outcome: self.overruled.emit())

    def call_back(self, lost: CallEntry) -> None:
        """Call the caller of a lost call back, by this call."""

        def refused(refusal: Refusal, writer: Writer | None) -> None:
            self.refused(refusal, writer)
            self.closed.emit()

        def make(_failures: int) -> Awaitable[Outcome]:
            return call_back(self.session.desk, lost, self.call.id)

        def begun(done: Done) -> None:
            self._taken(done)
            self.texts_changed.emit()

        self.chain.add(Step("take", make, begun, refused))

    def _act(
        self,
        name: str,
        make: Callable[[], Awaitable[Outcome] | None],
        then: Callable[[Done], None] | None = None,
    ) -> None:
        def done(outcome: Done) -> None:
            self.call.advance(outcome)
            if then is not None:
                then(outcome)
            self.changed.emit()

        self.chain.add(Step(name, lambda _failures: make(), done, self.refused))
