"""What is recommended for the selected incident, kept up to date, with the operator's own choices in it."""

from asyncio import Task
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.board import Case
from desktop.domain.recommendation import Pick, Recommendation, Slot, swapped
from desktop.domain.recommending import Situation, uncovered
from desktop.domain.situations import Setting, setting_of
from desktop.live.board import BoardChange
from ui.session import Session

RENEWED_EACH = timedelta(seconds=60)
"""Also when nothing happens: a unit that drove back is at its station some time (ours)."""

_SOON_MS = 200
"""Milliseconds within which changes of other units are taken together: in a surge there are many (ours)."""


class Recommending(QObject):
    """Follows the selection and the board. `changed` tells when there is something else to show."""

    changed = Signal()
    answered = Signal()
    """An answer came, or none will."""

    def __init__(self, session: Session, selected: Callable[[], Case | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._selected = selected
        self._situation: Situation | None = None
        self._found: Recommendation | None = None
        self._chosen: dict[str, dict[Slot, str | None]] = {}
        """By incident what the operator wants in a slot; None: nobody."""
        self._made_at: datetime | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.renew)
        self._awaited = ""
        """The incident of which it is asked who should go; empty where nothing is asked."""
        self._next: Setting | None = None
        """What is asked next: the newest only, however much changed while an answer was reckoned."""
        self._asking: Task[None] | None = None
        self._questions = self._answers = 0
        """How often it was asked, and up to which question it is answered: the newest answer is to all."""
        session.board_changed.connect(self._board_changed)
        session.roads_read.connect(self.renew)
        session.ticked.connect(self._tick)

    @property
    def found(self) -> Recommendation | None:
        """What is recommended for the selected incident; None where nothing is."""
        return self._found

    def of(self, incident: str) -> Recommendation | None:
        """What is recommended for an incident, if it is the one selected."""
        return self._found if self._found is not None and self._found.incident == incident else None

    @property
    def pending(self) -> str:
        """The incident whose first answer is on its way; empty while none is."""
        return self._awaited if self._found is None else ""

    @property
    def asking(self) -> bool:
        """Whether it is being made anew."""
        return self._answers < self._questions

    @property
    def question(self) -> int:
        """Which question is the last that was asked."""
        return self._questions

    def has_answered(self, question: int) -> bool:
        """Whether that is answered, although it may have been asked again since."""
        return self._answers >= question

    @property
    def picks(self) -> tuple[Pick, ...]:
        """Who would be sent: as recommended, but for the operator's own choices."""
        return () if self._found is None else swapped(self._found, self._wanted())

    @property
    def picked(self) -> frozenset[str]:
        """The units recommended, and those that the operator put in their places."""
        found = () if self._found is None else self._found.units
        return frozenset((*found, *(pick.unit for pick in self.picks)))

    @property
    def left(self) -> Recommendation | None:
        """The recommendation with what those who would be sent leave uncovered."""
        if self._found is None or self._situation is None:
            return None
        going = [pick.unit for pick in self.picks]
        return replace(self._found, uncovered=uncovered(self._situation, going))

    def swap(self, slot: Slot, step: int) -> None:
        """Put the next (or, with -1, the former) unit that could go into a slot."""
        found = self._found
        if found is None or slot not in found.others:
            return
        own = next(one for one in found.picks if one.slot == slot)
        elsewhere = {pick.unit for pick in self.picks if pick.slot != slot}
        may = [own.unit, *(one.unit for one in found.others[slot])]
        may = [one for one in may if one not in elsewhere]
        now = next((pick.unit for pick in self.picks if pick.slot == slot), None)
        at = may.index(now) if now in may else -step if step > 0 else 0
        self._choose(slot, may[(at + step) % len(may)] if may else None, own.unit)

    def drop(self, slot: Slot) -> None:
        """Send nobody for a slot, or again somebody."""
        found = self._found
        if found is None or slot not in found.others:
            return
        dropped = slot in self._wanted() and self._wanted()[slot] is None
        own = next(one for one in found.picks if one.slot == slot)
        self._choose(slot, own.unit if dropped else None, own.unit)

    def renew(self) -> None:
        """Make it anew for the incident that is selected now."""
        case = self._selected()
        now = self._session.clock.now()
        board = self._session.board
        setting = (
            None
            if case is None
            else setting_of(
                case, board.cases.values(), board.units, board.reference, self._session.clock.local(now)
            )
        )
        self._soon.stop()
        self._made_at = now
        was_pending = self.pending
        self._next = setting
        self._awaited = setting.case.id if setting is not None else ""
        if self._found is not None and self._found.incident != self._awaited:
            self._take(None, None)  # no key may send another incident's units
        self._questions += setting is not None
        if setting is not None and self._asking is None:
            self._asking = self._session.start(self._ask(), "who should go")
        if self.pending != was_pending:
            self.changed.emit()

    async def _ask(self) -> None:
        try:
            while self._next is not None:
                setting, self._next, question = self._next, None, self._questions
                situation, found = await self._session.roads.decide(setting)
                if setting.case.id == self._awaited:
                    self._take(situation, found)
                self._answers = question
                self.answered.emit()
        except Exception:
            self._settle()  # or who waits for an answer would wait for ever
            raise
        self._settle()

    def _settle(self) -> None:
        self._asking, self._answers = None, self._questions  # who hears of it may ask anew
        self.answered.emit()

    def _take(self, situation: Situation | None, found: Recommendation | None) -> None:
        self._situation = situation
        if found != self._found:
            self._found = found
            self.changed.emit()

    def _choose(self, slot: Slot, unit: str | None, own: str) -> None:
        if self._found is None:
            return
        wanted = self._chosen.setdefault(self._found.incident, {})
        if unit == own:
            wanted.pop(slot, None)
        else:
            wanted[slot] = unit
        self.changed.emit()

    def _wanted(self) -> Mapping[Slot, str | None]:
        return {} if self._found is None else self._chosen.get(self._found.incident, {})

    def _board_changed(self, change: BoardChange) -> None:
        for gone in self._chosen.keys() - self._session.board.cases.keys():
            del self._chosen[gone]
        for act in change.acts:
            if act[1] in ("unit.assigned", "unit.diverted"):
                for incident in change.named:
                    self._chosen.pop(incident, None)  # what is recommended now asks for others
        case = self._selected()
        if case is None and self._found is None:
            return
        shown = {*self.picked, *(() if case is None else (one.unit for one in case.running))}
        if change.reference or (case is not None and case.id in change.cases) or shown & change.units:
            self.renew()
        elif change.units and not self._soon.isActive():
            self._soon.start()

    def _tick(self) -> None:
        if self._found is None or self._made_at is None:
            return
        if self._session.clock.now() - self._made_at >= RENEWED_EACH:
            self.renew()
