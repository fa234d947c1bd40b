"""Joining a call to an incident, and parting it from one that it joined by mistake."""

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import CallEntry, Case
from desktop.domain.cards import Given
from desktop.domain.incidents import Incident
from desktop.domain.records import Value
from desktop.operations.answers import given_in, given_text
from desktop.operations.calls import join_call, part_call
from desktop.operations.desk import Done, Outcome, Refusal
from desktop.operations.draft_fields import CALL_COLUMNS, INCIDENT_COLUMNS
from desktop.operations.draft_values import read_texts
from desktop.operations.reading import Writer
from ui.intake.chain import Step
from ui.intake.open_call import OpenCall
from ui.intake.saving import SAVE_MS, CallSaving
from ui.intake.words import with_captions
from ui.session import Level, Session


class CallJoining(CallSaving):
    """One call, and the acts that bring it to an incident that others told of, or away from it."""

    joining = Signal(str)
    """The id of the incident that the call is to join."""

    def __init__(self, session: Session, call: OpenCall, parent: QObject) -> None:
        super().__init__(session, call, parent)
        self.to_join = ""
        """The incident that the call is to join, until that is written."""
        self.joins_with: CallJoining | None = None
        """The call whose incident it is to join, until that is known."""

    def join(self, case: Case) -> None:
        """Make the call one more caller of an incident, unless it has one or is over."""
        if self.will_have_incident or self.will_be_over:
            return
        self.to_join = case.id
        self.joining.emit(case.id)
        self._join(lambda: case.incident)

    def join_what_comes(self, other: "CallJoining") -> None:
        """Make the call one more caller of the incident as which another call is being opened."""

        def found() -> Incident | None:
            return None if other.call.incident is None else other.call.incident.record

        def ready() -> bool:
            return not other.chain.waits_for("open")

        if not ready():
            for signal in (other.opened, other.unopened):
                signal.connect(self.chain.go_on)
            self.joins_with = other
        self._join(found, ready)

    def _join(self, found: Callable[[], Incident | None], ready: Callable[[], bool] = lambda: True) -> None:
        """Make the call one more caller of what is found once its turn has come.

        What was typed about the place or the kind is the caller's story there, not the incident's; what the
        incident says already is not told twice. Answers to a card become the incident's too, where its own
        callers gave none.
        """
        # What is typed from now on is for that incident; what stands there may yet go with the one it leaves.
        typed = {} if self.chain.waits_for("part") else dict(self.call.texts)
        known: Incident | None = None

        def make(_failures: int) -> Awaitable[Outcome] | None:
            nonlocal known
            call, known = self.call, found()
            self.joins_with, self.to_join = None, "" if known is None else known.id
            typed.update({} if typed else call.texts)
            if known is None or call.entry is None or call.has_incident or call.done:
                return None
            return join_call(self.session.desk, call.entry, known, self._told(call.entry, typed, known))

        def done(outcome: Done) -> None:
            call = self.call
            assert known is not None
            case = self.session.board.cases.get(known.id)
            answered, before = given_in(call.texts["answers"]), given_in(typed["answers"])
            call.join(outcome, known if case is None else case.incident, typed, self.around)
            call.saved_at = self.session.clock.now()
            self.to_join = ""
            self.name_writers()
            self._bring(answered, {one: code for one, code in answered.items() if before.get(one) != code})
            if call.dirty:  # typed while it was being joined
                self._pause.start(SAVE_MS)
            self.texts_changed.emit()
            self.changed.emit()
            self.opened.emit(known.id, outcome)

        def refused(refusal: Refusal, writer: Writer | None) -> None:
            self.to_join = ""
            self.refused(refusal, writer)

        def nothing() -> None:
            self.to_join = ""
            if known is None:
                self.session.said.emit(self.tr("Not joined: that incident was not opened."), Level.PROBLEM)

        self.chain.add(Step("join", make, done, refused, nothing, ready))

    def _told(self, entry: CallEntry, typed: Mapping[str, str], known: Incident) -> dict[str, Value]:
        """The call's own values, with what its caller told that the incident does not say."""
        conflicts, reading = self.call.conflicts, read_texts(typed, self.around)
        values = reading.of([field for field in CALL_COLUMNS if field not in conflicts])
        own = reading.of(INCIDENT_COLUMNS)
        news = [one for one in INCIDENT_COLUMNS if one not in own or own[one] != getattr(known, one)]
        own_words = entry.private.narrative if "narrative" in conflicts else values.get("narrative")
        story = (str(own_words or ""), with_captions(self.spoken(typed), (*news, *reading.problems)))
        values["narrative"] = "\n".join(part for part in story if part) or None
        return values

    def _bring(self, answered: Given, since: Given) -> None:
        """Add answers of a caller who joined to the incident's, with a note of who gave them.

        `since`: what was answered while the call was being joined counts as answered behind it.
        """
        call = self.call
        known = given_in(call.texts["answers"])
        if not self.will_have_incident:  # parted again at once: they are his alone
            call.edit("answers", {"answers": given_text(answered)})
        elif {**answered, **known, **since} != known and "answers" not in call.conflicts:
            call.edit("answers", {"answers": given_text({**answered, **known, **since})})
            who = call.texts["name"] or call.texts["number"] or self.tr("another caller")
            self.save(self.tr("Said by {who}, who joined").format(who=who))

    @property
    def will_be_partable(self) -> bool:
        """Whether the call can be parted from an incident once all that was pressed is done."""
        moves = [one for one in self.chain.names if one in ("open", "join", "part")]
        return moves[-1] == "join" if moves else self.call.partable

    def part(self, otherwise: Callable[[], None] = lambda: None) -> None:
        """Take the call out of an incident that it joined by mistake; the caller's own words stay with it.

        `otherwise`: told where it stays in the incident.
        """

        def make() -> Awaitable[Outcome] | None:
            seen, call = self.call.call, self.call
            return part_call(self.session.desk, seen.record) if seen is not None and call.partable else None

        def done(outcome: Done) -> None:
            self.call.part(outcome)
            self.before_parting = None
            self.was_on_board = False
            self.texts_changed.emit()
            self.changed.emit()

        def refused(refusal: Refusal, writer: Writer | None) -> None:
            self.refused(refusal, writer)
            stays()

        def stays() -> None:
            self.before_parting = None
            otherwise()
            self.save()  # what was typed since belongs to the incident

        if self.call.has_incident and not self.chain.waits_for("part"):
            self.save()
            self.before_parting = dict(self.call.texts)
        self.chain.add(Step("part", lambda _failures: make(), done, refused, stays))
