"""The line in which it is written down what a unit says: call sign, letter, Enter."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.units import Assignment, Unit
from desktop.operations.call_signs import by_call_sign, free_first
from desktop.operations.typed_verbs import Saying, read_line
from desktop.operations.unit_verbs import VERBS, UnitVerb, ends_unseen, legal, likely, meant
from ui.session import Level, Session
from ui.units.line import Line
from ui.units.speech import (
    Note,
    options_text,
    unclear_unit,
    unseen_text,
    verb_text,
    where_text,
)
from ui.units.status_acts import StatusActs


class StatusLine(QObject):
    """Reads the line while it is typed, and carries it out."""

    noted = Signal()
    """What it has to say changed."""

    def __init__(self, session: Session, line: Line, acts: StatusActs) -> None:
        super().__init__(line)
        self._session = session
        self._line = line
        self._acts = acts
        self._refused = ""
        line.textChanged.connect(self._typed)
        line.entered.connect(self._enter)

    @property
    def named(self) -> tuple[str, ...]:
        """The unit that the line names, by id."""
        part = self._read().part
        return (part.id,) if part.id else ()

    def note(self) -> Note:
        """What is understood, and what is in the way."""
        if not self._line.text().strip():
            return Note(self.tr("Unit and letter, as: dam4 m"))
        saying = self._read()
        unit = self._session.board.units.get(saying.part.id)
        if unit is None:
            return Note(problem=self._refused or self._unclear(saying))
        running = self._session.board.running_assignment(unit.id)
        preview = f"{unit.call_sign} ({where_text(self._session, unit, running)})"
        verb = self._verb(saying, unit)
        if verb is None or saying.unread:
            preview = f"{preview}: {options_text(unit, running)}"
        else:
            preview = f"{preview} → {verb_text(verb)} {saying.rest}".rstrip()
        return Note(preview, self._refused or self._doubt(saying, verb, unit, running))

    def _typed(self) -> None:
        self._refused = ""
        self.noted.emit()

    def _enter(self, _shift: bool) -> None:
        saying = self._read()
        unit = self._session.board.units.get(saying.part.id)
        if unit is None or saying.unread:
            return
        running = self._session.board.running_assignment(unit.id)
        verb = self._verb(saying, unit) or (None if saying.verbs else likely(unit, running))
        if verb is None:
            self._refuse(
                self._not_yet(unit) if not saying.verbs else self._doubt(saying, verb, unit, running)
            )
            return
        self._begin(unit.id, verb, saying.rest)

    def _begin(self, unit: str, verb: UnitVerb, rest: str) -> None:
        typed = self._line.text()
        self._acts.begin(unit, verb, rest, lambda: self._done(typed), self._refuse)
        if self._acts.waiting:
            self._line.writing()

    def _done(self, typed: str) -> None:
        self._line.accepted(typed)
        self.noted.emit()

    def _refuse(self, text: str) -> None:
        over = self._line.refused()
        if over is None:
            self._refused = text
        elif over:
            text = f"“{over}”: {text}"
        if over is not None or not self._line.hasFocus():  # beside the line nobody would read it
            self._session.said.emit(text, Level.PROBLEM)
        self.noted.emit()

    def _read(self) -> Saying[UnitVerb]:
        units = free_first(self._session.units_by_call_sign())
        return read_line(self._line.text(), by_call_sign(units), VERBS)

    def _verb(self, saying: Saying[UnitVerb], unit: Unit) -> UnitVerb | None:
        verb = saying.verb
        return meant(verb, unit) if verb is not None else None

    def _unclear(self, saying: Saying[UnitVerb]) -> str:
        return unclear_unit(self._session, saying.part)

    def _doubt(
        self, saying: Saying[UnitVerb], verb: UnitVerb | None, unit: Unit, running: Assignment | None
    ) -> str:
        """What speaks against what was typed, before it is entered."""
        if saying.unread:
            return self.tr("“{typed}” is no status.").format(typed=saying.unread)
        if len(saying.verbs) > 1:
            which = self.tr("Which one: {verbs}?")
            return which.format(verbs=", ".join(verb_text(one) for one in saying.verbs))
        if verb is None:
            return ""
        if verb not in legal(unit, running):
            return self._acts.cannot(unit, running, verb)
        return unseen_text(unit, verb) if ends_unseen(verb, unit, running) else ""

    def _not_yet(self, unit: Unit) -> str:
        return self.tr("{unit} is available: type a letter, or assign it with Alt+U.").format(
            unit=unit.call_sign
        )
