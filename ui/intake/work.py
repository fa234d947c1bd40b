"""What an operator does with a call beside describing it: hold it, end it, block its number."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from PySide6.QtCore import Signal

from desktop.domain.board import CallEntry
from desktop.domain.calls import Block, CallType, Direction
from desktop.operations.calling_back import call_back, overrule_block
from desktop.operations.calls import (
    block_number,
    break_off,
    describe_call,
    end_call,
    hang_up,
    hold_call,
    resume_call,
    take_call,
    undo_end,
)
from desktop.operations.desk import Done, Outcome, Refusal
from desktop.operations.draft_fields import CALL_COLUMNS, INCIDENT_COLUMNS
from desktop.operations.reading import Writer, who_wrote
from ui.intake.chain import Step
from ui.intake.joining import CallJoining
from ui.intake.words import with_captions


class CallWork(CallJoining):
    """One call and all that is done with it."""

    ending = Signal(object)
    """The CallType as which the call is to end: `ended`, `closed` or `unended` follows."""
    ended = Signal(object)
    """The CallType as which the call ended."""
    unended = Signal()
    """The call was not ended."""
    end_undone = Signal()
    """The call runs again."""
    blocked = Signal()
    """The number was blocked."""
    overruled = Signal()
    """The call was taken as real although its number was blocked."""

    _meant_to_speak = True
    _held_from: datetime | None = None
    _cut_off = False

    @property
    def will_speak(self) -> bool:
        """Whether the caller is on the line once all that was pressed is done."""
        if self.chain.waits_for("hold") or self.chain.waits_for("resume"):
            return self._meant_to_speak
        return self.call.speaking

    @property
    def waits_since(self) -> datetime | None:
        """Since when the caller is on hold, or is put on hold, once all that was pressed is done."""
        if self.will_speak or self.will_be_over or self.call.hung_up_at is not None:
            return None
        return self._held_from if self.chain.waits_for("hold") else self.call.held_at

    def hold(self) -> None:
        """Put the caller on hold, when he is on the line: what he said is there for who takes the line."""
        self._meant_to_speak, self._held_from = False, self.session.clock.now()
        typed: dict[str, str] = {}

        def describe() -> Awaitable[Outcome] | None:
            call, reading = self.call, self.read_for_act(typed)
            if call.entry is None or call.has_incident or not call.speaking:
                return None
            values = call.unrecorded(reading, CALL_COLUMNS)
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
            if self.call.done:
                self.save()  # typed since: nothing of it waits for a key that lets it go

        self.save()
        self._act("hang_up", make, done)

    def end(self, call_type: CallType) -> None:
        """End the call without an incident. What does not fit a call goes into the act's note."""
        typed: dict[str, str] = {}

        def make() -> Awaitable[Outcome] | None:
            again = bool(typed)
            call, reading = self.call, self.read_for_act(typed)
            if call.entry is None or call.done:
                return None
            beside = (reading.problems.keys() | call.conflicts.keys()) & CALL_COLUMNS.keys()
            note = with_captions(self.spoken(typed), (*INCIDENT_COLUMNS, *beside))
            values = call.unrecorded(reading, CALL_COLUMNS)
            if call_type is not CallType.SILENT:
                call.listened = None
            elif not again:
                call.listened = max(0, int(self.session.clock.age(call.answered_at).total_seconds()))
            return end_call(self.session.desk, call.entry, call_type, values, note, call.listened)

        def done(_outcome: Done) -> None:
            self.call.done = True
            self.ended.emit(call_type)
            self._act("describe", late)

        def late() -> Awaitable[Outcome] | None:
            entry, values = self.call.entry, self.call.unrecorded(self.read(), CALL_COLUMNS)
            return describe_call(self.session.desk, entry, values) if entry is not None and values else None

        self.ending.emit(call_type)
        self._act("end", make, done, self.unended.emit)

    def break_off(self) -> None:
        """The caller of an incident was cut off: once all is saved he waits to be called back."""

        def make() -> Awaitable[Outcome] | None:
            seen, call = self.call.call, self.call
            return break_off(self.session.desk, seen.record) if seen is not None and not call.done else None

        def done(_outcome: Done) -> None:
            self.call.done = self._cut_off = True
            self.save()

        self.save()
        self.ending.emit(CallType.DROPPED)
        self._act("break_off", make, done, self.unended.emit)

    def finished(self) -> None:
        """The call is over, and all is saved: who was cut off is told of."""
        if self._cut_off:
            self.ended.emit(CallType.DROPPED)
        else:
            super().finished()

    def undo_end(self) -> None:
        """Take back that the call was ended, or that it is to end: keys count for it from now on."""

        def make() -> Awaitable[Outcome] | None:
            seen = self.call.call
            if seen is None or seen.record.ended_at is None:
                return None
            return undo_end(self.session.desk, seen.record)

        def done(_outcome: Done) -> None:
            self.call.done = self._cut_off = False
            self.was_on_board = False
            self.end_undone.emit()

        def otherwise() -> None:
            seen = self.call.call
            self.call.done = seen is not None and seen.record.ended_at is not None

        self.call.done = False
        self._act("undo", make, done, otherwise)

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

        async def make() -> Outcome:
            desk = self.session.desk
            outcome = await call_back(desk, lost, self.call.id)
            if not isinstance(outcome, Refusal) or not (self.call.dirty or self.will_have_incident):
                return outcome
            # Another desk was first: whoever is reached, and what he says, is a call of its own.
            self.refused(outcome, await who_wrote(desk, outcome.act) if outcome.act is not None else None)
            number, direction = lost.private.number, Direction.OUT
            return await take_call(
                desk, lost.call.channel, number=number, direction=direction, call=self.call.id
            )

        def begun(done: Done) -> None:
            self._taken(done)
            self.texts_changed.emit()

        self.chain.add(Step("take", lambda _failures: make(), begun, refused))

    def _act(
        self,
        name: str,
        make: Callable[[], Awaitable[Outcome] | None],
        then: Callable[[Done], None] | None = None,
        otherwise: Callable[[], None] = lambda: None,
    ) -> None:
        def done(outcome: Done) -> None:
            self.call.advance(outcome)
            if then is not None:
                then(outcome)
            self.changed.emit()

        def refused(refusal: Refusal, writer: Writer | None) -> None:
            otherwise()
            self.refused(refusal, writer)

        self.chain.add(Step(name, lambda _failures: make(), done, refused, otherwise))
