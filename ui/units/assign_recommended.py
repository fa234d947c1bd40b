"""One key sends what is recommended, as the operator swapped it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import Case
from desktop.domain.recommendation import Recommendation
from desktop.domain.units import FREE
from desktop.operations.units import assign_units
from ui.meant import Meant
from ui.place_warnings.reading import Reading
from ui.session import Level, Session
from ui.units.recommended import RecommendedStrip
from ui.units.recommending import Recommending


class AssignRecommended(QObject):
    """Sends the picks of the selected incident in one act, which keeps what was recommended beside it.

    Once nobody is left to be sent, the same key asks for the agencies that are to be told.
    """

    asks_to_tell = Signal(str, tuple)
    """The incident, and the codes of the agencies."""

    def __init__(
        self,
        session: Session,
        meant: Meant,
        recommending: Recommending,
        strip: RecommendedStrip,
        warnings: Reading,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._meant = meant
        self._early = ""
        """What was on its way when the key was pressed for it."""
        self._late = ""
        """The incident for which it was pressed then: the operator is elsewhere by now, and is not asked."""
        self._recommending = recommending
        self._strip = strip
        self._warnings = warnings
        self._waits = ""
        """The incident whose units were to be sent before its warnings were read."""
        self._pressed = ""
        """The incident for which the key waits for its turn, or whose units it is sending."""
        self._counted_in: tuple[int, Callable[[], None]] | None = None
        """The question who goes now, after what was written, and what goes on once that is answered."""
        self._when_known = ""
        """The incident for which the key came before the answer."""
        recommending.changed.connect(self._known)
        recommending.answered.connect(self._answered)
        strip.picks.entered.connect(self.assign)
        warnings.was_read.connect(self._were_read)
        meant.came.connect(self._came)
        meant.failed.connect(self._failed)

    def assign(self) -> None:
        """Send them, once what was entered before is written and counted in."""
        if self._meant.awaited is not None:
            self._go()
            return
        incident, turns = self._meant.known_as(), self._session.turns
        if not turns.writing or not incident or incident != self._pressed:  # twice is once
            self._pressed = incident
            turns.then(partial(self._take_turn, incident, late=False))

    def _take_turn(self, incident: str, *, late: bool) -> None:
        if self._recommending.asking and self._recommending.found is not None:
            self._session.turns.begin()  # what was entered behind the key waits too
            self._counted_in = (self._recommending.question, partial(self._send_here, incident, late=late))
        else:
            self._send_here(incident, late=late)

    def _send_here(self, incident: str, *, late: bool) -> None:
        self._pressed = ""
        if self._meant.known_as() != incident:
            self._say(self.tr("F5: nobody was sent, another incident was selected meanwhile."))
            return
        self._late = incident if late else ""
        self._go()

    def _answered(self) -> None:
        """In a surge it is asked anew all the time: the answer counts that knows what was written before."""
        if self._counted_in is not None and self._recommending.has_answered(self._counted_in[0]):
            (_, work), self._counted_in = self._counted_in, None
            self._session.turns.end(work)

    def _go(self) -> None:
        found = self._recommending.found
        case = self._session.board.cases.get(found.incident) if found is not None else None
        if self._meant.awaited is not None:
            self._early = self._meant.awaited
            self._session.said.emit(f"F5 · {self._meant.waits()}", Level.DONE)
            return
        self._when_known = self._recommending.pending
        if self._when_known:
            return
        if found is not None and not found.picks and found.tell and found.incident != self._late:
            self.asks_to_tell.emit(found.incident, found.tell)
        elif found is None or case is None or not self._recommending.picks:
            self._say(self.tr("Nobody is recommended here: Alt+U sends units by their call signs."))
        elif self._warnings.unread(case):
            self._waits = case.id
            self._say(self._warnings.words(case))
        else:
            self._send(found, case)

    def swap(self) -> None:
        """Go to the lines, to swap them."""
        if self._recommending.found is not None and self._recommending.found.picks:
            self._strip.picks.go()
        else:
            self._say(self.tr("Nobody is recommended here: Alt+U sends units by their call signs."))

    def _send(self, found: Recommendation, case: Case) -> None:
        board = self._session.board
        units = [board.units[pick.unit] for pick in self._recommending.picks if pick.unit in board.units]
        units = [one for one in units if one.status in FREE]
        names = ", ".join(one.call_sign for one in units)
        text = self.tr("{number}: {units} assigned").format(number=self._session.number(case), units=names)
        if not units:  # others took them while it was asked who should go
            self._say(self.tr("Nobody is recommended here: Alt+U sends units by their call signs."))
            return
        self._pressed = case.id

        def done(_done: object) -> None:
            self._pressed = ""
            if self._meant.known_as() == case.id:
                self._strip.picks.leave()
            self._session.said.emit(text, Level.DONE)

        def refused(words: str) -> None:
            self._pressed = ""
            self._say(words)

        act = assign_units(self._session.desk, case.incident, units, recommended=found, queued=case.queued)
        self._session.perform(act, done=done, refused=refused)

    def _came(self, awaited: str, incident: str) -> None:
        """Send whom the key was pressed for, unless the operator turned to another incident meanwhile."""
        if self._early != awaited:
            return
        self._early = ""
        self._session.turns.then(partial(self._take_turn, incident, late=True))

    def _failed(self, awaited: str) -> None:
        if self._early == awaited:
            self._early = ""
            self._say(f"F5 · {self._meant.not_opened()}")

    def _known(self) -> None:
        """Send what the key asked for before; another incident than that for which it was pressed ends it."""
        waits, found = self._when_known, self._recommending.found
        if found is None or found.incident != self._waits:
            self._waits = ""
        if waits and self._recommending.pending != waits:
            self._when_known = ""
            if found is not None and found.incident == waits:
                late = self._late == waits
                self._session.turns.then(partial(self._take_turn, waits, late=late))

    def _were_read(self, incident: str) -> None:
        waits, self._waits = self._waits, ""
        found = self._recommending.found
        if waits == incident and found is not None and found.incident == incident:
            self.assign()

    def _say(self, text: str) -> None:
        self._session.said.emit(text, Level.PROBLEM)
