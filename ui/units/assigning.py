"""The line in which units are sent: parts of call signs, Enter."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import Case
from desktop.domain.units import BUSY, FREE, MOVES, Assignment, Unit, UnitStatus
from desktop.operations.call_signs import by_call_sign, free_first
from desktop.operations.typed_names import Part, parts
from desktop.operations.units import assign_units, divert_unit, queue_units, unqueue_units
from ui.meant import Meant
from ui.naming import SEPARATOR
from ui.place_warnings.reading import Reading as WarningReading
from ui.session import Level, Session
from ui.units.line import Line
from ui.units.recommending import Recommending
from ui.units.speech import Note, unclear_unit, where_text
from ui.words import category_name

DIVERT = "!"
"""Typed behind a busy unit, or anywhere in the line, it diverts as Shift+Enter does."""
NEXT = "+"
"""Typed so, it lets a busy unit come next, once it is free."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says of units. `busy` ones can be diverted, those `there` work for the incident already."""

    free: tuple[Unit, ...] = ()
    busy: tuple[tuple[Unit, Assignment], ...] = ()
    there: tuple[Unit, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units named, whatever they do."""
        return (*self.free, *(unit for unit, _ in self.busy), *self.there)


class Assigning(QObject):
    """Reads the line while it is typed and sends what it names to the incident that is meant."""

    noted = Signal()
    """What it has to say changed."""

    def __init__(
        self,
        session: Session,
        line: Line,
        meant: Meant,
        warnings: WarningReading,
        recommending: Recommending,
    ) -> None:
        super().__init__(line)
        self._warnings = warnings
        self._recommending = recommending
        self._waits: tuple[str, str, bool] | None = None
        """Entered before the warnings of its incident were read: incident, line, whether to divert."""
        self._session = session
        self._line = line
        self._meant = meant
        self._early: tuple[str, str, bool] | None = None
        """Entered before its incident was on the board: what is awaited, line, whether to divert."""
        self._refused = ""
        self._under_way = False
        line.meant_now = meant.known_as
        line.textChanged.connect(self._typed)
        line.entered.connect(self._enter)
        warnings.was_read.connect(self._were_read)
        meant.came.connect(self._came)
        meant.failed.connect(self._failed)

    @property
    def named(self) -> tuple[str, ...]:
        """The units that the line names, by id."""
        return tuple(unit.id for unit in self._read(self._line.text(), self._meant.selected()).units)

    def note(self) -> Note:
        """What is understood, and what is in the way."""
        target = self._meant.selected()
        if target is None and self._meant.awaited is None and self._early is None:
            return Note(problem=self._meant.why_none())
        reading = self._read(self._line.text(), target)
        names = ", ".join(unit.call_sign for unit in (*reading.free, *(unit for unit, _ in reading.busy)))
        incident = self.tr("→ the incident that is being opened")
        if self._early is not None and self._line.text() == self._early[1]:
            return Note(f"{incident}: {names}\n{self._meant.waits()}")
        if target is not None:
            incident = f"→ {self._session.number(target)} {self._category(target)}"
        preview = f"{incident}: {names}" if names else incident
        problems = (self._refused,) if self._refused else (*reading.problems, *self._asks_to_divert(reading))
        warned = self._warnings.words(target) if target is not None else ""
        problems = tuple(one for one in (warned, *problems) if one)
        return Note(preview, SEPARATOR.join(problems))

    def _typed(self) -> None:
        self._refused = ""
        self.noted.emit()

    def _enter(self, shift: bool) -> None:
        (target, awaited), typed = self._aim(), self._line.text()
        if self._under_way:
            return
        if target is None and awaited is None:
            if self._line.meant_then:
                self._refuse(self._meant.why_gone(self._line.meant_then))
            return
        if not typed.strip():
            self._refused = self.tr("Type call signs first, as: dam4 a3")
        if not typed.strip() or self._trouble(self._read(typed, target), typed, shift):
            self.noted.emit()
        elif target is not None and self._warnings.unread(target):
            self._waits = (target.id, typed, shift)
            self._session.said.emit(self._warnings.words(target), Level.PROBLEM)
            self.noted.emit()
        else:
            self._under_way = True
            self._line.writing()
            if target is not None:
                self._send(target, typed)
            elif awaited is not None:
                self._early = (awaited, typed, shift)
                self._line.selectAll()  # it was entered: what comes next is typed in its place
                self.noted.emit()

    def _aim(self) -> tuple[Case | None, str | None]:
        """The incident that was meant when Enter was pressed, else what is awaited: it may have waited."""
        then, meant = self._line.meant_then, self._meant
        if not then or then == meant.known_as():
            return meant.selected(), meant.awaited
        return (None, then) if meant.is_coming(then) else (meant.case(then), None)

    def _trouble(self, reading: Reading, typed: str, shift: bool) -> str:
        """Why what a line names cannot be sent, in words; empty when it can."""
        said = shift or DIVERT in typed or NEXT in typed
        told = [*reading.problems, *([] if said else self._asks_to_divert(reading))]
        if not told and not reading.units:
            return self.tr("Type call signs first, as: dam4 a3")
        return SEPARATOR.join(told)

    def _send(self, target: Case, typed: str) -> None:
        reading = self._read(typed, target)
        if reading.free:
            found = self._recommending.of(target.id)
            act = assign_units(
                self._session.desk, target.incident, reading.free, recommended=found, queued=target.queued
            )
            self._session.perform(
                act, done=lambda _done: self._rest(target, reading, typed), refused=self._refuse
            )
        else:
            self._rest(target, reading, typed)

    def _came(self, awaited: str, incident: str) -> None:
        """Send what was entered for an incident before that was there, whichever is selected now."""
        if self._early is None or self._early[0] != awaited:
            return
        (_, typed, shift), self._early = self._early, None
        target = self._session.board.cases.get(incident)
        if target is None:
            self._refuse(self._meant.why_gone(incident))
        elif trouble := self._trouble(self._read(typed, target), typed, shift):
            self._refuse(trouble)
        elif self._warnings.unread(target):
            self._refuse(self._warnings.words(target))
            self._waits = (target.id, typed, shift)
        else:
            self._send(target, typed)

    def _failed(self, awaited: str) -> None:
        if self._early is not None and self._early[0] == awaited:
            self._early = None
            self._refuse(self._meant.not_opened())

    def _were_read(self, incident: str) -> None:
        """Send what was entered before, if it still stands in the line for the same incident."""
        waits, self._waits = self._waits, None
        target = self._meant.selected()
        same = target is not None and target.id == incident
        if waits is not None and same and waits[:2] == (incident, self._line.text()):
            self._line.meant_then = incident
            self._enter(waits[2])
        self.noted.emit()

    def _rest(self, target: Case, reading: Reading, typed: str) -> None:
        """What becomes of the busy units; where they wait for what they would now leave, that ends first."""
        comes_next = NEXT in typed and DIVERT not in typed
        queued = (self._session.board.queued_assignment(unit.id) for unit, _ in reading.busy)
        left = [one for one in queued if one is not None and (comes_next or one.incident == target.id)]

        def go_on() -> None:
            if comes_next and reading.busy:
                self._queue(target, reading, typed)
            else:
                self._divert(target, reading, 0, typed)

        if not left:
            go_on()
            return
        act = unqueue_units(self._session.desk, left)
        self._session.perform(act, done=lambda _done: go_on(), refused=self._refuse)

    def _queue(self, target: Case, reading: Reading, typed: str) -> None:
        units = [unit for unit, _ in reading.busy]
        act = queue_units(self._session.desk, target.incident, units)
        self._session.perform(
            act, done=lambda _done: self._done(target, reading, typed), refused=self._refuse
        )

    def _divert(self, target: Case, reading: Reading, at: int, typed: str) -> None:
        """Divert the busy units one after the other; each is an act of its own."""
        if at == len(reading.busy):
            self._done(target, reading, typed)
            return
        unit, running = reading.busy[at]
        found = self._recommending.of(target.id) if not reading.free and at == 0 else None
        act = divert_unit(self._session.desk, target.incident, unit, running, recommended=found)
        self._session.perform(
            act, done=lambda _done: self._divert(target, reading, at + 1, typed), refused=self._refuse
        )

    def _done(self, target: Case, reading: Reading, typed: str) -> None:
        self._under_way = False
        names = ", ".join(unit.call_sign for unit in reading.units if unit not in reading.there)
        text = self.tr("{number}: {units} assigned").format(number=self._session.number(target), units=names)
        if reading.busy and NEXT in typed and DIVERT not in typed:
            text = self.tr("{number}: {units} comes next where it was busy")
            text = text.format(number=self._session.number(target), units=names)
        elif left := self._left(reading):
            text = self.tr("{assigned}; left behind: {numbers}").format(assigned=text, numbers=left)
        self._session.said.emit(text, Level.DONE)
        self._line.accepted(typed)
        self.noted.emit()

    def _refuse(self, text: str) -> None:
        """Leave in the line what could not be sent; what was typed over since is told."""
        self._under_way = False
        over = self._line.refused()
        if over is None:
            self._refused = text
        elif over:
            text = f"“{over}”: {text}"
        if over is not None or not self._line.hasFocus():  # beside the line nobody would read it
            self._session.said.emit(text, Level.PROBLEM)
        self.noted.emit()

    def _read(self, text: str, target: Case | None) -> Reading:
        found = parts(text, by_call_sign(free_first(self._session.units_by_call_sign())))
        reading = Reading()
        for part in found:
            reading = self._add(reading, part, target)
        if reading.there and not (reading.free or reading.busy or reading.problems):
            names = ", ".join(unit.call_sign for unit in reading.there)
            there = self.tr("{units} is there already.").format(units=names)
            reading = Reading(there=reading.there, problems=(there,))
        return reading

    def _add(self, reading: Reading, part: Part, target: Case | None) -> Reading:
        free, busy, there, problems = reading.free, reading.busy, reading.there, reading.problems
        unit = self._session.board.units.get(part.id)
        if unit is None:
            told = unclear_unit(self._session, part)
            return Reading(free, busy, there, (*problems, told))
        if unit.status in FREE:
            return Reading((*free, unit), busy, there, problems)
        running = self._session.board.running_assignment(unit.id)
        if running is not None and target is not None and running.incident == target.id:
            return Reading(free, busy, (*there, unit), problems)
        if running is not None and UnitStatus.ASSIGNED in MOVES[unit.status]:
            return Reading(free, (*busy, (unit, running)), there, problems)
        return Reading(free, busy, there, (*problems, self._first_free(unit, running)))

    def _first_free(self, unit: Unit, running: Assignment | None) -> str:
        """That a unit cannot be sent now, and what has to be said of it before."""
        text = self.tr("{unit} is {status}: it must be available first (Ctrl+U, {unit} s).")
        if unit.status in BUSY:
            text = self.tr("{unit} is {status}: end that first (Ctrl+U, {unit} k).")
        return text.format(unit=unit.call_sign, status=where_text(self._session, unit, running))

    def _asks_to_divert(self, reading: Reading) -> list[str]:
        text = self.tr("{unit} is {status}. Shift+Enter diverts it; + lets it come next.")
        told = [
            text.format(unit=unit.call_sign, status=where_text(self._session, unit, running))
            for unit, running in reading.busy
        ]
        left = self._left(reading)
        return [*told, self.tr("Left behind if diverted: {numbers}").format(numbers=left)] if left else told

    def _left(self, reading: Reading) -> str:
        """The incidents at which nobody would be any more, by number."""
        cases, going = self._session.board.cases, {running.id for _, running in reading.busy}
        left = dict.fromkeys(running.incident or "" for _, running in reading.busy)
        return ", ".join(
            f"{self._session.number(case)} {self._category(case)}".strip()
            for case in (cases[one] for one in left if one in cases)
            if all(one.id in going for one in case.running)
        )

    def _category(self, case: Case) -> str:
        return category_name(self._session.reference.categories.get(case.incident.category or ""))
