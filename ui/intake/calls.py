"""The calls that this desk has open: which is spoken, which wait, and the last that was ended."""

from collections import deque
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import CallEntry
from desktop.domain.calls import CallType
from desktop.domain.drafts import Draft
from desktop.domain.holding import held
from desktop.domain.incidents import Incident
from desktop.live.board import BoardChange
from desktop.operations.desk import Done
from desktop.runtime.drafts import DraftStore
from ui.actions import BY_ID, key_text
from ui.intake.draft_keeper import DraftKeeper
from ui.intake.history import proposes_block
from ui.intake.joining import CallJoining
from ui.intake.open_call import OpenCall
from ui.intake.work import CallWork
from ui.meant import has_come, is_known
from ui.session import Level, Session
from ui.words import word

UNDO_DEPTH = 20
"""How many ended calls can be taken back, the last first (our choice)."""


class Calls(QObject):
    """Open calls in the order of their tabs. One is current; at most one is spoken."""

    changed = Signal()
    """The tabs, which of them is current, or how a call stands."""
    current_changed = Signal()
    texts_changed = Signal()
    """Texts of the current call that the operator did not type."""
    opening = Signal(object)
    """The CallWork of a call that is to become an incident: `came` or `unopened` follows."""
    came = Signal(str, str, object)
    """A call, the incident that it was opened as, or joined, and the Done of that."""
    unopened = Signal(str)
    """The call of which no incident came."""
    turned_to = Signal(str)
    """The incident to whose caller the operator came back, or that a call is to join."""
    opened = Signal(str)
    """The id of an incident that a call was opened as, or joined, or to which the operator came back."""
    blocked = Signal(object)
    """The CallWork whose number was blocked."""
    overruled = Signal(object)
    """The CallWork that was taken as real although its number was blocked."""

    def __init__(self, session: Session, drafts: DraftStore, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.drafts = DraftKeeper(drafts, self)
        self.works: list[CallWork] = []
        self.current: CallWork | None = None
        self.last_incident: str | None = None
        """The incident that a call was opened as, or joined, last."""
        self._opened_last: CallJoining | None = None
        """The call whose incident is the last, from the key that opens it on."""
        self._unseen: dict[str, Done] = {}
        """Incidents of calls of this desk that the board has yet to show, with what brought a call there."""
        self._ended: deque[tuple[CallWork, CallType]] = deque()
        """Ends from the key on, while they are being written too."""
        session.board_changed.connect(self._board_changed)

    @property
    def to_come(self) -> CallJoining | None:
        """The call whose incident is the last, while that is still on its way."""
        work = self._opened_last
        if work is None or not (work.chain.waits_for("open") or self.last_incident in self._unseen):
            return None
        return work

    @property
    def last_end(self) -> CallType | None:
        """The type of the end that can be taken back, if there is one."""
        return self._ended[-1][1] if self._ended else None

    @property
    def last_ended(self) -> CallWork | None:
        """The call that was ended last."""
        return self._ended[-1][0] if self._ended else None

    def answer(self) -> CallWork:
        """Take a new call; whoever is spoken with is put on hold."""
        session = self.session
        call = OpenCall(
            session.desk.new_id(), self._free_place(), session.desk.author.login, session.clock.now()
        )
        work = self._add(call)
        self.drafts.changed(call)
        self.drafts.flush()
        self._hold_others(work)
        work.take()
        self._set_current(work)
        return work

    def call_back(self, lost: CallEntry) -> None:
        """Call the caller of a lost call back: as a call of this desk's own, with his number."""
        session = self.session
        call = OpenCall(
            session.desk.new_id(), self._free_place(), session.desk.author.login, session.clock.now()
        )
        work = self._add(call)
        self._hold_others(work)
        work.call_back(lost)
        self._set_current(work)
        self.drafts.changed(call)

    def take_held(self) -> bool:
        """Speak with the caller who has been on hold longest, at whichever desk; whether there is one."""
        mine = {one.call.id for one in self.works}
        on_hold = [one for one in held(self.session.board.calls.values()) if one.id not in mine]
        since = [(one.waits_since, one) for one in self.works]  # of own ones the board may have yet to hear
        waiting: list[tuple[datetime, CallWork | CallEntry]] = [
            (at, one) for at, one in since if at is not None
        ]
        waiting += [(one.call.held_at, one) for one in on_hold if one.call.held_at is not None]
        if not waiting:
            return False
        _, longest = min(waiting, key=lambda one: one[0])
        self.switch_to(longest if isinstance(longest, CallWork) else self._take_over(longest))
        return True

    def _take_over(self, entry: CallEntry) -> CallWork:
        session = self.session
        answered_at: datetime = entry.call.answered_at or session.clock.now()
        call = OpenCall(entry.id, self._free_place(), session.desk.author.login, answered_at)
        work = self._add(call)
        call.meet(entry, work.around)
        case = session.board.cases.get(entry.call.incident or "")
        if case is not None:
            call.belong(case.incident, work.around)
        self.drafts.changed(call)
        return work

    def bring_back(self, draft: Draft, entry: CallEntry | None, incident: Incident | None) -> None:
        """Show a call again whose draft was left behind; one that the database never heard of is taken."""
        known = next((one for one in self.works if one.call.id == draft.call), None)
        if known is not None:  # taken up by key meanwhile
            known.call.restore(draft, known.around)
            known.name_writers()
            known.texts_changed.emit()
            known.changed.emit()
            return
        answered_at: datetime = draft.answered_at or self.session.clock.now()
        call = OpenCall(draft.call, self._free_place(), draft.operator, answered_at)
        work = self._add(call)
        if entry is not None:
            call.meet(entry, work.around)
            call.done = entry.call.ended_at is not None
        if incident is not None:
            call.belong(incident, work.around)
        call.restore(draft, work.around)
        work.name_writers()
        self.drafts.known(draft)
        if entry is None:
            work.take(late=True)
        if self.current is None or (call.speaking and not self.current.call.speaking):
            self._set_current(work)
        self.changed.emit()

    def part(self, entry: CallEntry, incident: Incident) -> None:
        """Part a call from an incident that it joined, and take it up here: it is nobody's from then on."""
        work = next((one for one in self.works if one.call.id == entry.id), None)
        is_of_desk = work is not None
        if work is None:
            answered_at = entry.call.answered_at or self.session.clock.now()
            call = OpenCall(entry.id, self._free_place(), self.session.desk.author.login, answered_at)
            work = self._add(call)
            call.meet(entry, work.around)
            call.belong(incident, work.around)
        self._hold_others(work)
        if is_of_desk:
            work.part()
        else:
            work.part(partial(setattr, work.call, "done", True))  # there is nothing to do with it here
        self._set_current(work)

    def switch_to(self, work: CallWork) -> None:
        """Speak with another caller: the present one is put on hold.

        What is typed next, also to units and agencies, is meant for this caller's incident.
        """
        work.call.moved_up = False
        self._hold_others(work)
        work.resume()
        self._set_current(work)
        seen = work.call.incident
        incident = work.to_join if seen is None else seen.record.id
        opened = work if work.joins_with is None else work.joins_with
        if opened.chain.waits_for("open") or (incident in self._unseen and not work.call.partable):
            self._is_opening(opened)
        elif incident in self._unseen or incident in self.session.board.cases:
            self._remember(incident)
            self.turned_to.emit(incident)
            if seen is not None:
                self.opened.emit(incident)

    def next(self) -> None:
        """Go to the next call in the strip that does not go itself, as soon as its end is written."""
        if self.current is not None:
            at = self.works.index(self.current)
            behind = (*self.works[at + 1 :], *self.works[: at + 1])
            stay = (one for one in behind if one.call.done or not one.will_be_over)
            self.switch_to(next(stay, self.current))

    def pick(self, call: str) -> None:
        """Go to a call by its id."""
        for work in self.works:
            if work.call.id == call:
                self.switch_to(work)
                return

    def hold_or_resume(self) -> None:
        """Put the current caller on hold, or speak with him again."""
        if self.current is None:
            return
        if self.current.will_speak and not self.current.call.moved_up:
            self.current.hold()
        else:
            self.switch_to(self.current)

    def hang_up(self) -> None:
        """The current caller hung up; once more, what could not be saved of a call that is over is let go."""
        if self.current is None:
            return
        if not self.current.will_be_over:
            self.current.hang_up()
        elif not self.current.chain.busy:
            if self.current.can_save:  # mended since
                self.current.save()
            else:
                self._remove(self.current)

    def undo_end(self) -> None:
        """Take back the last end of a call, whichever that was: it is the one that is meant from now on."""
        if self._ended:
            work, _ = self._ended.pop()
            work.undo_end()
            if work not in self.works:
                work.call.place = self._free_place()
                self.works.append(work)
                self.works.sort(key=lambda one: one.call.place)
                self.drafts.changed(work.call)
            self.switch_to(work)

    def _hold_others(self, work: CallWork) -> None:
        for other in self.works:
            if other is not work and other.will_speak:
                other.hold()

    def _add(self, call: OpenCall) -> CallWork:
        work, session = CallWork(self.session, call, self), self.session
        self.works.append(work)
        self.works.sort(key=lambda one: one.call.place)
        work.changed.connect(lambda: self._work_changed(work))
        work.texts_changed.connect(lambda: self._texts_changed(work))
        work.opening.connect(lambda: self._is_opening(work))
        work.joining.connect(self._remember)
        work.joining.connect(self.turned_to)
        work.opened.connect(lambda incident, done: self._has_come(work, incident, done))
        work.unopened.connect(lambda: self.unopened.emit(work.call.id))
        work.ending.connect(lambda call_type: self._is_ending(work, call_type))
        work.ended.connect(lambda call_type: self._has_ended(work, call_type))
        work.unended.connect(lambda: self._forget_end(work))
        work.end_undone.connect(lambda: session.said.emit(self.tr("The call goes on."), Level.DONE))
        work.closed.connect(lambda: self._remove(work))
        work.blocked.connect(lambda: self.blocked.emit(work))
        work.overruled.connect(lambda: self.overruled.emit(work))
        return work

    def _work_changed(self, work: CallWork) -> None:
        if work in self.works:
            self.drafts.changed(work.call)
        self.changed.emit()

    def _texts_changed(self, work: CallWork) -> None:
        if work is self.current:
            self.texts_changed.emit()

    def _is_opening(self, work: CallJoining) -> None:
        self._opened_last = work
        self.opening.emit(work)

    def _has_come(self, work: CallWork, incident: str, done: Done) -> None:
        if not is_known(self.session.board, incident, done):
            self._unseen[incident] = done
        if work is self._opened_last:
            self.last_incident = incident
        self.came.emit(work.call.id, incident, done)
        self.opened.emit(incident)

    def _is_ending(self, work: CallWork, call_type: CallType) -> None:
        self._ended.append((work, call_type))
        if len(self._ended) > UNDO_DEPTH:
            oldest = self._ended.popleft()[0]
            if oldest not in self.works:
                oldest.deleteLater()

    def _forget_end(self, work: CallWork) -> None:
        self._ended = deque(one for one in self._ended if one[0] is not work)

    def _has_ended(self, work: CallWork, call_type: CallType) -> None:
        if work in self.works and work.will_be_over:  # else that is taken back already
            self.session.said.emit(self._end_words(work, call_type), Level.DONE)
            self._drop(work)

    def _end_words(self, work: CallWork, call_type: CallType) -> str:
        """What is said of an end; after the prank to which the rule counts, that a block is proposed."""
        key, history, listened = key_text(BY_ID["call.undo_end"]), work.call.history, work.call.listened
        if call_type is CallType.PRANK and history is not None and history.number.block is None:
            pranks = 1 + history.number.counts.get(CallType.PRANK, 0)
            if proposes_block(self.session, pranks):
                text = self.tr("{count} pranks of this number: Ctrl+B blocks it — {key} takes the end back")
                return text.format(count=pranks, key=key)
        if call_type is CallType.SILENT and listened is not None:
            text = self.tr("No voice, listened {seconds} s — {key} takes it back")
            return text.format(seconds=listened, key=key)
        if call_type is CallType.DROPPED and work.call.has_incident:
            text = self.tr(
                "Cut off: the incident stays, the caller is to be called back — {key} takes it back"
            )
            return text.format(key=key)
        return self.tr("Call ended: {type} — {key} takes it back").format(type=word(call_type), key=key)

    def _remove(self, work: CallWork) -> None:
        if work in self.works:
            self._drop(work)
            if all(one is not work for one, _ in self._ended):
                if work.chain.busy:
                    work.chain.idle.connect(work.deleteLater)
                else:
                    work.deleteLater()

    def _drop(self, work: CallWork) -> None:
        self.drafts.remove(work.call.id)
        at = self.works.index(work)
        self.works.remove(work)
        if work is self.current:
            spoken = [one for one in self.works if one.call.speaking]
            left = spoken or self.works[max(0, at - 1) :] or self.works
            if left:
                left[0].call.moved_up = True
            self._set_current(left[0] if left else None)
        self.changed.emit()

    def _set_current(self, work: CallWork | None) -> None:
        if work is not self.current:
            self.current = work
            self.current_changed.emit()
        self.changed.emit()

    def _free_place(self) -> int:
        taken = {work.call.place for work in self.works}
        return next(place for place in range(1, len(taken) + 2) if place not in taken)

    def _remember(self, incident: str) -> None:
        self.last_incident, self._opened_last = incident, None

    def _board_changed(self, change: BoardChange) -> None:
        for incident, done in tuple(self._unseen.items()):
            if has_come(self.session.board, change, incident, done):
                del self._unseen[incident]
        for work in tuple(self.works):
            work.board_changed(change)
        if change.counts or change.calls:
            self.changed.emit()
